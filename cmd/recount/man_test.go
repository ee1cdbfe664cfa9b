package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"recount.invalid/recount"
)

const manFolder = "../../packaging/man"

// manPages are the manual's pages by file name, made from the program's help.
func manPages(t *testing.T) map[string][]byte {
	t.Helper()
	root := newRoot(commands)
	root.DisableAutoGenTag = true
	pages := map[string][]byte{}
	date := time.Date(2026, 11, 29, 0, 0, 0, 0, time.UTC) // of the version
	for _, c := range append([]*cobra.Command{root}, visible(root)...) {
		name := "recount"
		if c != root {
			name += "-" + c.Name()
			// The default number of jobs is the machine's.
			if jobs := c.Flags().Lookup("jobs"); jobs != nil {
				jobs.DefValue = "0"
			}
		}
		var page bytes.Buffer
		header := &doc.GenManHeader{Section: "1", Date: &date, Source: "recount " + recount.Version, Manual: "recount"}
		if err := doc.GenMan(c, header, &page); err != nil {
			t.Fatal(err)
		}
		pages[name+".1"] = page.Bytes()
	}
	return pages
}

func TestManPagesAreFresh(t *testing.T) {
	pages := manPages(t)
	if *update {
		if err := os.MkdirAll(manFolder, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range pages {
		path := filepath.Join(manFolder, name)
		if *update {
			if err := os.WriteFile(path, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is stale: run make docs (%v)", path, err)
		}
	}
	files, err := filepath.Glob(filepath.Join(manFolder, "*.1"))
	if err != nil {
		t.Fatal(err)
	}
	if extra := slices.DeleteFunc(files, func(f string) bool { return pages[filepath.Base(f)] != nil }); len(extra) > 0 {
		t.Errorf("no command has these pages: %v", extra)
	}
}
