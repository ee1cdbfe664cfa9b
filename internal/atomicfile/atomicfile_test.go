package atomicfile_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"recount.invalid/recount/internal/atomicfile"
)

func TestWriteReplacesWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "table.csv")
	for _, want := range []string{"first, longer content\n", "second\n"} {
		err := atomicfile.Write(path, func(w io.Writer) error {
			_, err := io.WriteString(w, want)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(path)
		if err != nil || string(got) != want {
			t.Errorf("got %q, %v; want %q", got, err, want)
		}
	}
}

func TestWriteFailureKeepsOldContentAndLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "table.csv")
	if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	full := errors.New("disk full")
	err := atomicfile.Write(path, func(w io.Writer) error {
		if _, err := io.WriteString(w, "half of the new"); err != nil {
			return err
		}
		return full
	})
	if !errors.Is(err, full) {
		t.Errorf("error %v does not wrap the cause", err)
	}
	got, err := os.ReadFile(path)
	if err != nil || string(got) != "old" {
		t.Errorf("content %q, %v; want the old one", got, err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("%d files left, %v; want 1", len(entries), err)
	}
}

func TestLeftover(t *testing.T) {
	for name, want := range map[string]bool{".recount-tmp-123": true, "reports.csv": false, ".recount.yaml": false} {
		if got := atomicfile.Leftover(name); got != want {
			t.Errorf("Leftover(%q) = %v", name, got)
		}
	}
}

// What is no file is written to: a program that runs as root must not put a
// file in the place of /dev/null.
func TestWriteNeverReplacesADevice(t *testing.T) {
	before, err := os.Stat(os.DevNull)
	if err != nil || before.Mode().IsRegular() {
		t.Skip("needs a null device")
	}
	link := filepath.Join(t.TempDir(), "sink")
	if err := os.Symlink(os.DevNull, link); err != nil {
		t.Skip("needs symbolic links")
	}
	if err := atomicfile.Write(link, func(w io.Writer) error {
		_, err := io.WriteString(w, "gone")
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if target, err := os.Readlink(link); err != nil || target != os.DevNull {
		t.Errorf("the link to the device became something else: %q, %v", target, err)
	}
	want := errors.New("nothing left to say")
	if err := atomicfile.Write(link, func(io.Writer) error { return want }); !errors.Is(err, want) {
		t.Errorf("the failure is %v", err)
	}
}
