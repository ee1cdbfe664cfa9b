package corrections_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"recount.invalid/recount/corrections"
)

func readAll(t *testing.T, path string) []corrections.Correction {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	list, err := corrections.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestAppend(t *testing.T) {
	rows := []corrections.Correction{
		{Report: "wells.pdf", Path: "2022-12/FRA/score", Was: "0", Now: "-1", By: "Ada", On: "2024-05-01", Why: "=SUM, “said” \"so\"\nand so"},
		{Report: "'-odd.pdf", Path: "x", Was: "-x", Now: "+1"},
	}
	for what, before := range map[string]string{
		"none":              "",
		"no line at end":    "report,path,was,now,by,on,why\na.pdf,x,1,2,,,kept",
		"semicolons":        "\ufeffnow;report;path;was;mine;by;on;why\r\n2;a.pdf;x;1;other;;;kept\r\n",
		"without who, when": "report,path,was,now\na.pdf,x,1,2\n",
	} {
		path := filepath.Join(t.TempDir(), "corrections.csv")
		if before != "" {
			if err := os.WriteFile(path, []byte(before), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		for i := range rows {
			if err := corrections.Append(path, rows[i:i+1], nil); err != nil {
				t.Fatalf("%s: %v", what, err)
			}
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(what, "without") && !strings.HasPrefix(string(data), before) {
			t.Errorf("%s: what stood there has changed: %q", what, data)
		}
		got := readAll(t, path)
		if n := len(got); n < 2 || !reflect.DeepEqual(got[n-2:], rows) {
			t.Errorf("%s: %+v", what, got)
		}
		if before != "" && (len(got) != 3 || got[0].Report != "a.pdf" || got[0].Now != "2") {
			t.Errorf("%s: %+v", what, got)
		}
	}
}

func TestAppendRefuses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "corrections.yaml")
	if err := os.WriteFile(path, []byte("corrections: []\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	rows := []corrections.Correction{{Report: "a.pdf", Path: "x", Was: "1", Now: "2"}}
	if err := corrections.Append(path, rows, nil); !errors.Is(err, corrections.ErrNotCSV) {
		t.Error(err)
	}
	refusal := errors.New("no")
	path = filepath.Join(filepath.Dir(path), "corrections.csv")
	if err := corrections.Append(path, rows, func([]corrections.Correction) error { return refusal }); !errors.Is(err, refusal) {
		t.Error(err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Error("written all the same")
	}
}

// Two processes, each of several windows, lose nothing.
func TestAppendTogether(t *testing.T) {
	const each = 25
	if path := os.Getenv("RECOUNT_TEST_APPEND"); path != "" {
		var all sync.WaitGroup
		for i := range each {
			all.Go(func() {
				if err := corrections.Append(path, []corrections.Correction{{Report: "a.pdf", Path: fmt.Sprint(os.Getpid(), "-", i), Was: "1", Now: "2"}}, nil); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		return
	}
	path := filepath.Join(t.TempDir(), "corrections.csv")
	var all sync.WaitGroup
	for range 2 {
		all.Go(func() {
			cmd := exec.Command(os.Args[0], "-test.run", "^TestAppendTogether$")
			cmd.Env = append(os.Environ(), "RECOUNT_TEST_APPEND="+path)
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
	all.Wait()
	seen := map[string]bool{}
	for _, c := range readAll(t, path) {
		seen[c.Path] = true
	}
	if len(seen) != 2*each {
		t.Errorf("%d of %d rows", len(seen), 2*each)
	}
	left, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(left) != 1 {
		t.Errorf("%v %v", left, err)
	}
}
