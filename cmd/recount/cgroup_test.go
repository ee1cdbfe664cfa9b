//go:build linux

package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"recount.invalid/recount/fixtures"
)

// memoryGroup makes a control group of the system's whose processes together may use
// so many bytes, with what stands in the cache of files for them, and gives its folder.
func memoryGroup(t *testing.T, limit int) string {
	t.Helper()
	for _, c := range []struct{ root, limit string }{
		{"/sys/fs/cgroup/memory", "memory.limit_in_bytes"}, // version 1
		{"/sys/fs/cgroup", "memory.max"},                   // version 2
	} {
		dir, err := os.MkdirTemp(c.root, "recount-test")
		if err != nil {
			continue
		}
		t.Cleanup(func() { _ = os.Remove(dir) }) // it is empty when its processes have ended
		if _, err := os.Stat(filepath.Join(dir, c.limit)); err != nil {
			continue // the tree has no groups for memory
		}
		if err := os.WriteFile(filepath.Join(dir, c.limit), []byte(strconv.Itoa(limit)), 0o644); err == nil {
			return dir
		}
	}
	t.Skip("needs a memory cgroup that may be made (Linux, as root)")
	return ""
}

// TestMemoryOfACgroup imports under a limit of memory that the kernel keeps: where it
// does not suffice the run is ended or tells which file it could not read, never status
// 0, and with enough the same folder comes to the bytes of an undisturbed run.
func TestMemoryOfACgroup(t *testing.T) {
	const enough, little = 1 << 30, 20 << 20
	groups := map[int]string{enough: memoryGroup(t, enough), little: memoryGroup(t, little)}
	in := t.TempDir()
	for i := range 3 {
		fx, err := fixtures.Generate(fixtures.Options{Seed: uint64(300 + i), Commitments: 1, Members: 3})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(in, "r"+strconv.Itoa(i)+".pdf"), fx.PDF, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	build := func(out string, limit int) ([]byte, error) {
		// The shell enters the group before the program begins in its place.
		c := exec.Command("sh", "-c", `echo $$ > "$0" && exec "$@"`, filepath.Join(groups[limit], "cgroup.procs"), "recount", "build", in, "-o", out, "--quiet")
		return c.CombinedOutput()
	}
	whole, short := filepath.Join(t.TempDir(), "out"), filepath.Join(t.TempDir(), "out")
	if out, err := build(whole, enough); err != nil {
		t.Fatalf("with enough memory: %v: %s", err, out)
	}
	said, err := build(short, little)
	if exit := (*exec.ExitError)(nil); !errors.As(err, &exit) || exit.ExitCode() == statusInput && !bytes.Contains(said, []byte(".pdf: ")) {
		t.Fatalf("with too little memory: %v: %s", err, said)
	}
	if out, err := build(short, enough); err != nil {
		t.Fatalf("the run after it: %v: %s", err, out)
	}
	want, err := treeSums(whole)
	if err != nil {
		t.Fatal(err)
	}
	got, err := treeSums(short)
	if err != nil {
		t.Fatal(err)
	}
	if d := differences(want, got); len(d) > 0 {
		t.Errorf("different: %v", d)
	}
}
