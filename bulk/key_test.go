package bulk

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/dataset"
)

// noted is a worker that reads nothing and notes what it was given.
type noted struct{ read *[]string }

func (n noted) Read(_ context.Context, path, _, target string) (Outcome, error) {
	*n.read = append(*n.read, filepath.Base(path))
	o := Outcome{Status: dataset.StatusOther, Reason: "a test", Advice: "none"}
	return o, Store(target, o)
}

func (n noted) Close() error { return nil }

// A file is read again when what its result depends on is another, and only then.
func TestOnlyWhatChangedIsReadAgain(t *testing.T) {
	in, out := t.TempDir(), filepath.Join(t.TempDir(), "out")
	for _, name := range []string{"a.csv", "b.csv"} {
		if err := os.WriteFile(filepath.Join(in, name), []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for i, step := range []struct{ key, want string }{{"", "a.csv b.csv"}, {"", ""}, {"one", "b.csv"}, {"one", ""}, {"two", "b.csv"}, {"", "b.csv"}} {
		var read []string
		_, err := Build(context.Background(), Options{
			Paths: []string{in}, Dir: out, Formats: []string{"csv"}, Engine: "e",
			NewWorker: func() (Worker, error) { return noted{&read}, nil },
			Key: func(path, _ string) string {
				if strings.HasSuffix(path, "b.csv") {
					return step.key
				}
				return ""
			},
		})
		slices.Sort(read)
		if got := strings.Join(read, " "); err != nil || got != step.want {
			t.Errorf("step %d: %q was read, want %q; %v", i, got, step.want, err)
		}
	}
}
