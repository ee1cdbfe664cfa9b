package open_test

import (
	"bufio"
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/objecttest"
	"recount.invalid/recount/extract/object/open"
)

// corpus gives the folder of public test files and what another program made
// of each: the columns of manifest.tsv by file name.
func corpus(t *testing.T) (string, map[string]map[string]string) {
	t.Helper()
	dir := os.Getenv("RECOUNT_CORPUS")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "shared", "corpus")
	}
	f, err := os.Open(filepath.Join(dir, "manifest.tsv"))
	if err != nil {
		t.Skip("needs the folder of public test files, with manifest.tsv, in RECOUNT_CORPUS or next to the project")
	}
	defer f.Close()
	files := map[string]map[string]string{}
	var head []string
	for in := bufio.NewScanner(f); in.Scan(); {
		fields := strings.Split(in.Text(), "\t")
		if head == nil {
			head = fields
			continue
		}
		row := map[string]string{}
		for i, h := range head {
			if i < len(fields) {
				row[h] = fields[i]
			}
		}
		files[row["file"]] = row
	}
	if len(files) == 0 {
		t.Fatal("the manifest names no file")
	}
	return dir, files
}

// TestCorpus: every file ends in time and within memory, in objects or in one
// error; a file that poppler found text in is read; readers that both read a
// file without an error read the same.
func TestCorpus(t *testing.T) {
	dir, files := corpus(t)
	const most = 1 << 30 // allocated in all
	for name, row := range files {
		t.Run(name, func(t *testing.T) {
			outlines := map[string][]string{}
			for _, reader := range readers() {
				f, err := os.Open(filepath.Join(dir, name))
				if err != nil {
					t.Fatal(err)
				}
				defer f.Close()
				info, err := f.Stat()
				if err != nil {
					t.Fatal(err)
				}
				ctx, cancel := context.WithTimeout(context.Background(), deadline)
				defer cancel()
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				r, err := open.Open(ctx, f, info.Size(), open.Options{Reader: reader})
				if err != nil {
					if row["text_bytes"] != "" && row["text_bytes"] != "0" {
						t.Errorf("%s: %v, but there are %s bytes of text in it", reader, err, row["text_bytes"])
					}
					continue
				}
				defer r.Close()
				w, err := objecttest.Walk(ctx, r)
				if err != nil {
					t.Errorf("%s: %v", reader, err)
				}
				if row["pages"] != "" && row["pages"] != "0" && w.Pages == 0 {
					t.Errorf("%s: no page, where there are %s", reader, row["pages"])
				}
				if lines, err := objecttest.Outline(ctx, r); err == nil {
					outlines[reader] = lines
				}
				runtime.ReadMemStats(&after)
				if used := after.TotalAlloc - before.TotalAlloc; used > most {
					t.Errorf("%s allocated %d MB", reader, used>>20)
				}
			}
			first := outlines[readers()[0]]
			for _, reader := range readers()[1:] {
				if got, ok := outlines[reader]; ok && first != nil && strings.Join(got, "\n") != strings.Join(first, "\n") {
					t.Errorf("%s reads otherwise: %s", reader, difference(got, first))
				}
			}
		})
	}
}

// difference is the first line in which two outlines differ.
func difference(a, b []string) string {
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) {
			return "another number of objects"
		}
		if a[i] != b[i] {
			return "\n" + a[i][:min(len(a[i]), 300)] + "\n" + b[i][:min(len(b[i]), 300)]
		}
	}
	return "none"
}

// TestCorpusRefusals: what is refused there, is refused for a password.
func TestCorpusRefusals(t *testing.T) {
	dir, files := corpus(t)
	for name := range files {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := walk(t, data, open.Options{}); err != nil && !errors.Is(err, object.ErrEncrypted) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
