package bulk

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"recount.invalid/recount/dataset"
)

// roleVariable makes the test binary a worker process.
const roleVariable = "RECOUNT_TEST_WORKER"

func TestMain(m *testing.M) {
	if os.Getenv(roleVariable) == "" {
		os.Exit(m.Run())
	}
	err := Serve(context.Background(), os.Stdin, os.Stdout, func(_ context.Context, path, _ string) Outcome {
		switch filepath.Base(path) {
		case "endless":
			select {}
		case "crash":
			os.Exit(1)
		case "memory":
			os.Exit(9)
		case "crash-once":
			if os.Remove(path) == nil {
				os.Exit(1)
			}
		}
		return Outcome{Status: dataset.StatusRead, Pages: 3}
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func testProcess(t *testing.T, limit time.Duration) *Process {
	t.Helper()
	p := NewProcess(ProcessOptions{
		Command: func() *exec.Cmd {
			c := exec.Command(os.Args[0])
			c.Env = append(os.Environ(), roleVariable+"=1")
			return c
		},
		Time: limit, MemoryStatus: 9,
		TooLong: Outcome{Status: dataset.StatusUnreadable, Reason: "too long"},
		TooBig:  Outcome{Status: dataset.StatusUnreadable, Reason: "too big"},
		Broken:  Outcome{Status: dataset.StatusUnreadable, Reason: "broken"},
	})
	t.Cleanup(func() { _ = p.Close() })
	return p
}

// A file that brings its process down is an outcome, which is stored, and
// the next file is read as ever.
func TestProcessOutlivesFiles(t *testing.T) {
	dir := t.TempDir()
	once := filepath.Join(dir, "crash-once")
	if err := os.WriteFile(once, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	p := testProcess(t, time.Minute)
	for _, c := range []struct{ path, reason string }{
		{"sound", ""}, {"crash", "broken"}, {"sound", ""}, {"memory", "too big"}, {once, ""}, {"sound", ""},
	} {
		target := filepath.Join(dir, "result")
		o, err := p.Read(context.Background(), c.path, "", target)
		if err != nil || o.Reason != c.reason {
			t.Errorf("%s: %+v, %v; want reason %q", c.path, o, err, c.reason)
		}
		stored, err := readResult(target)
		if err != nil || stored.Reason != c.reason || c.reason == "" && stored.Pages != 3 {
			t.Errorf("%s: stored %+v, %v", c.path, stored, err)
		}
	}
}

func TestProcessTooLong(t *testing.T) {
	p := testProcess(t, 300*time.Millisecond)
	target := filepath.Join(t.TempDir(), "result")
	o, err := p.Read(context.Background(), "endless", "", target)
	if err != nil || o.Reason != "too long" {
		t.Errorf("%+v, %v", o, err)
	}
}

// The end of the run is no outcome of the file, and nothing is stored.
func TestProcessCancelled(t *testing.T) {
	p := testProcess(t, time.Minute)
	ctx, cancel := context.WithCancel(context.Background())
	target := filepath.Join(t.TempDir(), "result")
	time.AfterFunc(200*time.Millisecond, cancel)
	if _, err := p.Read(ctx, "endless", "", target); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if _, err := os.Stat(target); err == nil {
		t.Error("an outcome was stored")
	}
}

// A result that cannot be stored ends the run, not the file.
func TestProcessCannotStore(t *testing.T) {
	p := testProcess(t, time.Minute)
	_, err := p.Read(context.Background(), "sound", "", filepath.Join(t.TempDir(), "nowhere", "result"))
	if !errors.Is(err, os.ErrNotExist) {
		t.Errorf("error %v, want one that says what the system said", err)
	}
}
