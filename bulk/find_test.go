package bulk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{
		"a/r.pdf", "a/deep/er/R.PDF", "a/notes.txt", "a/.hidden/x.pdf", "a/.x.pdf", "b/r.pdf", "a/out/made.pdf", "z/a/r.pdf",
		"c/r.json", "c/t.csv", "c/t.XLSX", "c/corrections.csv", "c/~$t.xlsx", "c/recount.yaml", "c/set/csv/panel.csv", "c/set/csv/listed.pdf", "c/set/own.csv",
		"d/t.csv",
	} {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	// A data set that stands among the sources: what it lists is its own.
	sum := strings.Repeat("0", 64)
	sums := sum + "  csv/panel.csv\n" + sum + "  csv/listed.pdf\n" + sum + "  datapackage.json\n"
	if err := os.WriteFile(filepath.Join(root, "c/set/SHA256SUMS"), []byte(sums), 0o644); err != nil {
		t.Fatal(err)
	}
	// Sums of something else leave nothing out.
	if err := os.WriteFile(filepath.Join(root, "d/SHA256SUMS"), []byte(sum+"  t.csv\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	at := func(names ...string) []string {
		for i := range names {
			names[i] = filepath.Join(root, names[i])
		}
		return names
	}
	for what, c := range map[string]struct{ paths, want []string }{
		"other inputs":            {at("c"), []string{"r.json", "set/csv/listed.pdf", "set/own.csv", "t.XLSX", "t.csv"}},
		"sums of something else":  {at("d"), []string{"t.csv"}},
		"one folder":              {at("a"), []string{"deep/er/R.PDF", "r.pdf"}},
		"two folders":             {at("b", "a"), []string{"a/deep/er/R.PDF", "a/r.pdf", "b/r.pdf"}},
		"two folders of one name": {at("a", "z/a"), []string{"a/deep/er/R.PDF", "a/r.pdf", "a~2/r.pdf"}},
		"files":                   {at("a/r.pdf", "b/r.pdf", "a/notes.txt"), []string{"notes.txt", "r.pdf", "r.pdf~2"}},
	} {
		var got []string
		found, err := find(c.paths, filepath.Join(root, "a/out"))
		for _, s := range found {
			got = append(got, s.name)
		}
		if err != nil {
			t.Errorf("%s: %v", what, err)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", what, got, c.want)
		}
	}
}

func TestFindRefusesInputs(t *testing.T) {
	root := t.TempDir()
	full, hollow := filepath.Join(root, "full"), filepath.Join(root, "hollow")
	for _, dir := range []string{full, filepath.Join(hollow, "deeper")} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{filepath.Join(full, "r.pdf"), filepath.Join(hollow, "notes.txt")} {
		if err := os.WriteFile(file, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	missing := filepath.Join(root, "ful")
	for path, want := range map[string]error{hollow: ErrNoReport, missing: fs.ErrNotExist} {
		_, err := find([]string{full, path}, filepath.Join(root, "out"))
		var input *InputError
		if !errors.As(err, &input) || input.Path != path || !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", path, err, want)
		}
	}
}

func TestShardsAreAParting(t *testing.T) {
	var all []source
	for i := range 10 {
		all = append(all, source{name: string(rune('a' + i))})
	}
	seen := map[string]int{}
	for i := range 3 {
		for _, s := range shard(all, i, 3) {
			seen[s.name]++
		}
	}
	for _, s := range all {
		if seen[s.name] != 1 {
			t.Errorf("%s is in %d shards", s.name, seen[s.name])
		}
	}
	if n := len(shard(all, 0, 0)); n != len(all) {
		t.Errorf("without shards %d files", n)
	}
}
