//go:build !lean

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"recount.invalid/recount/fixtures"
)

// goTool runs the go command in this folder.
func goTool(t *testing.T, args ...string) string {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// What the quick half links it initialises at each start.
func TestLeanGoesWithoutHeavyLibraries(t *testing.T) {
	deps := "\n" + goTool(t, "list", "-tags", "lean", "-deps", ".")
	for _, heavy := range []string{
		"net/http", "encoding/gob", "github.com/xuri/excelize/", "github.com/parquet-go/", "modernc.org/", "github.com/pdfcpu/",
		"github.com/ledongthuc/", "github.com/schollz/",
	} {
		if strings.Contains(deps, "\n"+heavy) {
			t.Errorf("the quick half links %s", heavy)
		}
	}
	if n := strings.Count(deps, "\n"); n < 50 {
		t.Errorf("only %d packages were listed", n)
	}
}

func exe(name string) string {
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return name
}

// leanFolder holds the quick half, beside it a program in the place of the full
// one that tells its arguments, and files to read.
func leanFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	goTool(t, "build", "-tags", "lean", "-o", filepath.Join(dir, exe("recount")), ".")
	for name, text := range map[string]string{
		"stub.go": "package main\n\nimport \"os\"\n\nfunc main() {\n\tprintln(\"handed over\")\n\tfor _, a := range os.Args[1:] {\n\t\tprintln(a)\n\t}\n\tos.Exit(7)\n}\n",
		// What a PDF begins with and nothing of one.
		"damaged.pdf": "%PDF-1.7\nnothing that could be mended\n",
		"scores.csv":  "commitment_id,average,Canada,France\n2031-1,0.50,1,0\n2031-2,0.50,1,1\n",
		"scores.xlsx": "PK\x03\x04 the beginning of a workbook",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "sample.pdf"), fixtures.SamplePDF, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "folder"), 0o755); err != nil {
		t.Fatal(err)
	}
	goTool(t, "build", "-o", filepath.Join(dir, exe(fullProgram)), filepath.Join(dir, "stub.go"))
	return dir
}

// fullProgram is the name by which the quick half knows the full one.
const fullProgram = "recount-full"

// runLean runs the quick half in a folder.
func runLean(t *testing.T, dir string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	cmd := exec.Command(filepath.Join(dir, exe("recount")), args...)
	cmd.Dir = dir
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), out.String(), errs.String()
}

// Every command pays for what our own packages put on the heap when they are initialised,
// needed or not. Most of it is patterns that wait to be compiled; tables and lists of words
// are to be laid out by the compiler (lazywords) or made when they are first asked.
func TestLeanStartMakesLittle(t *testing.T) {
	const most = 96 << 10 // 71 KiB when this was written, 137 KiB before that
	dir := leanFolder(t)
	t.Setenv("GODEBUG", "inittrace=1")
	_, _, trace := runLean(t, dir, "version")
	sum, packages := 0, 0
	for _, m := range regexp.MustCompile(`(?m)^init (main|recount\.invalid/\S+) .* (\d+) bytes, \d+ allocs`).FindAllStringSubmatch(trace, -1) {
		size, err := strconv.Atoi(m[2])
		if err != nil {
			t.Fatal(err)
		}
		sum += size
		packages++
	}
	if packages < 20 || sum > most {
		t.Errorf("%d bytes in %d packages, at most %d wanted:\n%s", sum, packages, most, trace)
	}
}

func TestLeanDoesAsTheFullProgram(t *testing.T) {
	dir := leanFolder(t)
	t.Chdir(dir)
	for _, line := range []string{
		"extract sample.pdf", "extract --format markdown sample.pdf", "extract --format text sample.pdf", "extract --help", "extract",
		"audit sample.pdf", "audit --format html sample.pdf", "audit --format sarif sample.pdf", "audit --fail-on never --only average-stated sample.pdf",
		"audit scores.csv", "audit nothing.pdf", "audit --only no-such-rule sample.pdf",
		"diff sample.pdf sample.pdf", "corrections sample.pdf", "rules", "rules average-stated", "schema", "demo",
	} {
		args := strings.Fields(line)
		var out, errs bytes.Buffer
		want := run(t.Context(), args, &out, &errs)
		got, stdout, stderr := runLean(t, dir, args...)
		if got != want || stdout != out.String() || stderr != errs.String() {
			t.Errorf("%s: status %d, want %d\n%.300s\nwant\n%.300s", line, got, want, stderr, errs.String())
		}
	}
	for _, line := range []string{"version", "--version"} {
		if status, stdout, _ := runLean(t, dir, line); status != statusDone || !strings.HasPrefix(stdout, "recount "+versionNumber()+", ") {
			t.Errorf("%s: status %d, %q", line, status, stdout)
		}
	}
}

func TestLeanHandsOver(t *testing.T) {
	dir := leanFolder(t)
	over := []string{
		"", "--help", "help", "help extract", "no-such-command", "build folder -o out", "merge a b -o c", "worker", "__complete audit --format",
		"audit folder", "audit scores.xlsx", "audit sample.pdf scores.csv", "audit damaged.pdf", "diff sample.pdf scores.xlsx",
		"extract sample.pdf sample.pdf", "extract damaged.pdf", "extract --reader pdfcpu sample.pdf", "extract -o out.json damaged.pdf",
	}
	for _, line := range over {
		args := strings.Fields(line)
		status, stdout, stderr := runLean(t, dir, args...)
		if want := strings.Join(append([]string{"handed over"}, args...), "\n") + "\n"; status != 7 || stdout != "" || strings.ReplaceAll(stderr, "\r", "") != want {
			t.Errorf("%q: status %d, %.200q, %.300q", line, status, stdout, stderr)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "out.json")); err == nil {
		t.Error("a run that was handed over wrote its output")
	}
	if err := os.Remove(filepath.Join(dir, exe(fullProgram))); err != nil {
		t.Fatal(err)
	}
	for line, want := range map[string]string{
		"":                    fullProgram,
		"build folder -o out": fullProgram,
		"audit folder":        fullProgram,
		"audit scores.xlsx":   fullProgram,
		"audit damaged.pdf":   "repair it",
	} {
		if status, stdout, stderr := runLean(t, dir, strings.Fields(line)...); status != statusInput || stdout != "" || !strings.Contains(stderr, want) || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%q without the full program: status %d, %.200q, %q", line, status, stdout, stderr)
		}
	}
}
