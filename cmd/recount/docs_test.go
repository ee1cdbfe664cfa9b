package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// cliPage is docs/cli.md: every command with its help and every flag.
func cliPage() []byte {
	root := newRoot(commands)
	var b bytes.Buffer
	fmt.Fprintf(&b, "# The command line\n\nMade from the program's help by `make docs`; do not edit.\n\n%s\n", root.Long)
	for _, c := range visible(root) {
		fmt.Fprintf(&b, "\n## recount %s\n\n%s\n\n%s\n", c.Use, c.Short+".", c.Long)
		if c.Example != "" {
			fmt.Fprintf(&b, "\n```\n%s\n```\n", strings.TrimRight(unindent(c.Example), "\n"))
		}
		rows := ""
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if f.Name == "help" {
				return
			}
			name, usage := pflag.UnquoteUsage(f)
			flag := "--" + f.Name
			if f.Shorthand != "" {
				flag = "-" + f.Shorthand + ", " + flag
			}
			if name != "" {
				flag += " " + name
			}
			// The default number of jobs is the machine's.
			if f.DefValue != "" && f.DefValue != "[]" && f.DefValue != "false" && f.Name != "jobs" {
				usage += " (default " + f.DefValue + ")"
			}
			rows += fmt.Sprintf("| `%s` | %s |\n", flag, strings.ReplaceAll(usage, "|", `\|`))
		})
		if rows != "" {
			b.WriteString("\n| Flag | Meaning |\n|---|---|\n" + rows)
		}
	}
	return b.Bytes()
}

// visible are the commands that users are told of.
func visible(root *cobra.Command) []*cobra.Command {
	var out []*cobra.Command
	for _, c := range root.Commands() {
		if !c.Hidden && c.Name() != "help" && c.Name() != "completion" {
			out = append(out, c)
		}
	}
	return out
}

func unindent(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimPrefix(l, "  ")
	}
	return strings.Join(lines, "\n")
}

const cliPath = "../../docs/cli.md"

func TestCLIPageIsFresh(t *testing.T) {
	want := cliPage()
	if *update {
		if err := os.WriteFile(cliPath, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(cliPath)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("docs/cli.md is stale: run make docs")
	}
}

// The README names every command that a user is told of.
func TestREADMENamesEveryCommand(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := visible(newRoot(commands))
	if len(commands) < 9 {
		t.Errorf("only %d commands", len(commands))
	}
	for _, c := range shown {
		if !bytes.Contains(readme, []byte("recount "+c.Name())) {
			t.Errorf("README.md does not name recount %s", c.Name())
		}
	}
	if !bytes.Contains(readme, []byte("docs/cli.md")) {
		t.Error("README.md does not point to docs/cli.md")
	}
}

// The README's excerpt is what the program prints.
func TestREADMEExcerptIsReal(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(readme), "```\n")
	excerpt, _, _ := strings.Cut(rest, "```")
	var out, errs bytes.Buffer
	if status := run(t.Context(), []string{"demo"}, &out, &errs); status != statusDone {
		t.Fatalf("status %d: %s", status, errs.String())
	}
	lines := strings.Split(strings.TrimSpace(excerpt), "\n")
	if len(lines) < 5 {
		t.Errorf("an excerpt of %d lines", len(lines))
	}
	for _, line := range lines {
		if !strings.Contains(out.String(), line) {
			t.Errorf("recount demo does not print %q", line)
		}
	}
}

// The commands of the tutorials are commands, with flags that they have.
func TestTutorialsNameWhatThereIs(t *testing.T) {
	pages, err := filepath.Glob("../../docs/tutorial-*.md")
	if err != nil || len(pages) < 3 {
		t.Fatalf("%d tutorials, %v", len(pages), err)
	}
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range strings.Split(string(text), "```sh\n")[1:] {
			block, _, _ = strings.Cut(block, "```")
			for line := range strings.Lines(block) {
				words := strings.Fields(line)
				if words[0] != "recount" {
					t.Errorf("%s: %q is no command of recount", page, line)
					continue
				}
				cmd, args, err := newRoot(commands).Find(words[1:])
				if err == nil {
					err = cmd.ParseFlags(args)
				}
				if err == nil && cmd.Args != nil {
					err = cmd.Args(cmd, cmd.Flags().Args())
				}
				if err != nil || cmd.Name() == "recount" {
					t.Errorf("%s: %q: %v", page, line, err)
				}
			}
		}
		for _, link := range regexp.MustCompile(`\]\(([^)#:]+)\)`).FindAllStringSubmatch(string(text), -1) {
			if _, err := os.Stat(filepath.Join("../../docs", link[1])); err != nil {
				t.Errorf("%s leads to %s, which is not there", page, link[1])
			}
		}
	}
}
