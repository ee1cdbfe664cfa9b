//go:build unix

package main

import (
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"recount.invalid/recount/fixtures"
)

// kills is how many moments the run is killed at. The moments come from a
// fixed seed, spread over the time that an undisturbed run takes, so that all
// parts of it are met: reading, writing tables, moving them into place.
const kills = 20

// TestKill kills imports with SIGKILL, the whole group of processes or the
// one that leads it, and runs the same command again: each must end in the
// bytes of an undisturbed run.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("needs the time of twenty killed imports: run without -short")
	}
	in := t.TempDir()
	for i := range 6 {
		fx, err := fixtures.Generate(fixtures.Options{Seed: uint64(100 + i), Commitments: 1, Members: 3})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(in, "r"+strconv.Itoa(i)+".pdf"), fx.PDF, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	build := func(out string) *exec.Cmd {
		c := exec.Command("recount", "build", in, "-o", out, "--quiet")
		c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
		return c
	}
	whole := filepath.Join(t.TempDir(), "out")
	began := time.Now()
	if out, err := build(whole).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	length := time.Since(began)
	want, err := treeSums(whole)
	if err != nil || len(want) == 0 {
		t.Fatalf("%d files, %v", len(want), err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	killed := 0
	for i := range kills {
		out := filepath.Join(t.TempDir(), "out")
		c := build(out)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.Float64() * float64(length)))
		target := c.Process.Pid
		if i%2 == 0 {
			target = -target // the workers too
		}
		if err := syscall.Kill(target, syscall.SIGKILL); err != nil && !errors.Is(err, syscall.ESRCH) {
			t.Fatal(err)
		}
		if c.Wait() != nil {
			killed++
		}
		if out, err := build(out).CombinedOutput(); err != nil {
			t.Fatalf("kill %d: the run after it: %v: %s", i, err, out)
		}
		got, err := treeSums(out)
		if err != nil {
			t.Fatal(err)
		}
		if d := differences(want, got); len(d) > 0 {
			t.Errorf("kill %d: different: %v", i, d)
		}
	}
	if killed == 0 {
		t.Error("every run ended before it was killed: nothing was tested")
	}
	t.Logf("%d of %d runs were killed before their end", killed, kills)
}

// TestSecondRun starts a run while another works in the folder.
func TestSecondRun(t *testing.T) {
	in := filepath.Join(t.TempDir(), "sample.pdf")
	if err := os.WriteFile(in, fixtures.SamplePDF, 0o644); err != nil {
		t.Fatal(err)
	}
	out := t.TempDir()
	if err := os.MkdirAll(filepath.Join(out, ".recount"), 0o755); err != nil {
		t.Fatal(err)
	}
	lock, err := os.Create(filepath.Join(out, ".recount", "lock"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lock.Close() })
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX); err != nil {
		t.Fatal(err)
	}
	c := exec.Command("recount", "build", in, "-o", out)
	said, err := c.CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != statusInput {
		t.Errorf("%v, want status %d", err, statusInput)
	}
	if want := "recount: " + out + ": another run is working in this folder; wait for it, or choose another folder with -o\n"; string(said) != want {
		t.Errorf("said %q, want %q", said, want)
	}
}

// TestInterrupt sends what Ctrl-C sends, to all processes as a terminal does:
// the run says how to go on, and going on ends in the same bytes.
func TestInterrupt(t *testing.T) {
	in := t.TempDir()
	for i := range 4 {
		fx, err := fixtures.Generate(fixtures.Options{Seed: uint64(200 + i), Pages: 20})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(in, "r"+strconv.Itoa(i)+".pdf"), fx.PDF, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(t.TempDir(), "out")
	c := exec.Command("recount", "build", in, "-o", out, "--quiet", "--jobs", "1")
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	said, err := c.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	// The folder of the results is there once the run has begun its work.
	for range 2000 {
		if _, err := os.Stat(filepath.Join(out, ".recount", "results")); err == nil {
			break
		}
		time.Sleep(time.Millisecond)
	}
	if err := syscall.Kill(-c.Process.Pid, syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(said)
	if err != nil {
		t.Fatal(err)
	}
	var exit *exec.ExitError
	if err := c.Wait(); !errors.As(err, &exit) || exit.ExitCode() != statusInput {
		t.Errorf("%v, want status %d", err, statusInput)
	}
	if want := "recount: " + out + ": stopped; run the same command again to go on\n"; string(text) != want {
		t.Errorf("said %q, want %q", text, want)
	}
	if _, err := os.Stat(filepath.Join(out, "wide.csv")); err == nil {
		t.Error("a data set was made")
	}
	if text, err := exec.Command("recount", "build", in, "-o", out, "--quiet").CombinedOutput(); err != nil {
		t.Errorf("going on: %v: %s", err, text)
	}
}
