// Command testreport reads the events of `go test -json` from standard input,
// prints what `go test` prints, and names at the end the tests that were left
// out and what they need. It exits with 1 when a test failed.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"sort"
	"strings"
)

func main() {
	failed, err := report(os.Stdin, os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "testreport:", err)
		os.Exit(1)
	}
	if failed {
		os.Exit(1)
	}
}

// event is one line of `go test -json` (see `go doc test2json`).
type event struct {
	Action  string
	Package string
	Test    string
	Output  string
}

// skipLine is what t.Skip prints, with its place and its reason.
var skipLine = regexp.MustCompile(`^\s*\S+\.go:\d+: (.*)$`)

// scriptLog begins the log that package testscript prints behind the reason of
// a script that was left out.
const scriptLog = "WORK="

// report copies the packages' results and the output of tests that failed,
// then lists the reasons of those that were left out.
func report(in io.Reader, out io.Writer) (failed bool, err error) {
	said := map[string][]string{}
	reasons := map[string][]string{} // reason → tests
	ran := false
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 0, 1<<16), 1<<24)
	for lines.Scan() {
		var e event
		if json.Unmarshal(lines.Bytes(), &e) != nil {
			fmt.Fprintln(out, lines.Text()) // not an event: a message of go itself
			continue
		}
		key := e.Package + " " + e.Test
		switch e.Action {
		case "output", "build-output":
			if e.Test == "" {
				if e.Output != "PASS\n" && !strings.Contains(e.Output, "[no test files]") {
					fmt.Fprint(out, e.Output)
				}
				continue
			}
			said[key] = append(said[key], e.Output)
		case "skip":
			if e.Test == "" {
				continue
			}
			reason := "no reason given"
			for _, s := range said[key] {
				m := skipLine.FindStringSubmatch(strings.TrimRight(s, "\n"))
				if m != nil && !strings.HasPrefix(m[1], scriptLog) {
					reason = m[1]
				}
			}
			reasons[reason] = append(reasons[reason], key)
			delete(said, key)
		case "pass":
			ran = true
			delete(said, key)
		case "fail", "build-fail":
			failed = true
			fmt.Fprint(out, strings.Join(said[key], ""))
			delete(said, key)
		}
	}
	if err := lines.Err(); err != nil {
		return failed, err
	}
	if !ran && !failed {
		return true, errors.New("no test has run")
	}
	if len(reasons) == 0 {
		fmt.Fprintln(out, "No test was left out.")
		return failed, nil
	}
	fmt.Fprintln(out, "Left out:")
	keys := make([]string, 0, len(reasons))
	for reason := range reasons {
		keys = append(keys, reason)
	}
	sort.Strings(keys)
	for _, reason := range keys {
		tests := reasons[reason]
		sort.Strings(tests)
		fmt.Fprintf(out, "  %s (%d: %s)\n", reason, len(tests), short(tests))
	}
	return failed, nil
}

// short names up to three tests.
func short(tests []string) string {
	if len(tests) > 3 {
		return strings.Join(tests[:3], ", ") + ", …"
	}
	return strings.Join(tests, ", ")
}
