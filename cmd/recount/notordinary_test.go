//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"recount.invalid/recount/fixtures"
)

// What is no ordinary file is refused before it is opened, and told of.
func TestNotOrdinary(t *testing.T) {
	dir := t.TempDir()
	pipe, pdf := filepath.Join(dir, "in", "a.pdf"), filepath.Join(dir, "in", "r.pdf")
	if err := os.Mkdir(filepath.Dir(pipe), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(pipe, 0o644); err != nil {
		t.Skipf("needs a file system with named pipes: %v", err)
	}
	if err := os.WriteFile(pdf, fixtures.SamplePDF, 0o644); err != nil {
		t.Fatal(err)
	}
	// Inputs of other kinds, and the corrections beside a report.
	table, beside := filepath.Join(dir, "tables", "t.csv"), filepath.Join(dir, "beside")
	for _, name := range []string{table, filepath.Join(beside, "corrections.csv")} {
		if err := os.Mkdir(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := syscall.Mkfifo(name, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(beside, "r.pdf"), fixtures.SamplePDF, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"build", filepath.Dir(table), "-o", filepath.Join(dir, "d4"), "--quiet"}, {"build", beside, "-o", filepath.Join(dir, "d5")},
		{"audit", beside}, {"corrections", beside}, {"extract", "--corrections", pipe, pdf},
		{"audit", pipe}, {"audit", filepath.Dir(pipe)}, {"extract", pipe}, {"diff", pipe, pdf},
		{"build", pipe, "-o", filepath.Join(dir, "d1")}, {"build", "/dev/zero", "-o", filepath.Join(dir, "d2")},
		{"build", filepath.Dir(pipe), "-o", filepath.Join(dir, "d3"), "--quiet"},
		{"audit", "--waivers", pipe, pdf}, {"extract", "--vocabulary", pipe, pdf},
	} {
		c := exec.Command("recount", args...)
		end := time.AfterFunc(time.Minute, func() { _ = c.Process.Kill() })
		out, err := c.CombinedOutput()
		if !end.Stop() || err == nil || c.ProcessState.ExitCode() != statusInput || !strings.Contains(string(out), "this is no ordinary file") {
			t.Errorf("%v: %v: %.300s", args, err, out)
		}
	}
}

// A name that is no UTF-8 is read, and shown as it can be.
func TestNameInLatin1(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in", "r\xe9sum\xe9.pdf")
	if err := os.Mkdir(filepath.Dir(in), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(in, fixtures.SamplePDF, 0o644); err != nil {
		t.Skipf("needs a file system that takes names that are no UTF-8: %v", err)
	}
	out := filepath.Join(dir, "set")
	if said, err := exec.Command("recount", "build", filepath.Dir(in), "-o", out, "--quiet", "--format", "csv").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	files, err := os.ReadFile(filepath.Join(out, "csv", "files.csv"))
	if err != nil || !strings.Contains(string(files), `r\xe9sum\xe9.pdf`) {
		t.Errorf("%v: %s", err, files)
	}
}
