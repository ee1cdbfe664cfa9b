package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"recount.invalid/recount/bulk/onefile"
	"recount.invalid/recount/extract/object"
)

func TestParseShard(t *testing.T) {
	for _, c := range []struct {
		flag, variable string
		i, n           int
		ok             bool
	}{
		{"", "3", 0, 0, true}, // without the flag the variable says nothing
		{"0/4", "", 0, 4, true},
		{"3/4", "1", 3, 4, true},
		{"4/4", "", 0, 4, true}, // counted from 1
		{"4", "2", 2, 4, true},
		{"/4", "0", 0, 4, true},
		{"4", "", 0, 0, false},
		{"5/4", "", 0, 0, false},
		{"-1/4", "", 0, 0, false},
		{"1/0", "", 0, 0, false},
		{"a/b", "", 0, 0, false},
	} {
		i, n, err := parseShard(c.flag, c.variable)
		if (err == nil) != c.ok || c.ok && (i != c.i || n != c.n) {
			t.Errorf("--shard %q with %q: %d/%d, %v", c.flag, c.variable, i, n, err)
		}
	}
}

func TestParseLimits(t *testing.T) {
	got, err := object.ParseLimits("pages=12, time=90s,glyphs-per-page=7,stream-max=5000000000")
	want := object.Limits{Pages: 12, Time: 90 * time.Second, GlyphsPerPage: 7, StreamMax: 5_000_000_000}
	if err != nil || got != want {
		t.Errorf("%+v, %v; want %+v", got, err, want)
	}
	for _, bad := range []string{"pages", "pages=", "pages=x", "pages=0", "Pages=3", "time=90", "time=-3s", "other=1", "pages=1,,"} {
		if _, err := object.ParseLimits(bad); err == nil {
			t.Errorf("%q was accepted", bad)
		}
	}
}

// Every limit can be named, and the name in an error message is the name of
// the flag.
func TestLimitNames(t *testing.T) {
	for field, want := range map[string]string{"XRefEntries": "xref-entries", "CMapBytes": "cmap-bytes", "GlyphsPerPage": "glyphs-per-page", "Time": "time"} {
		if got := object.LimitName(field); got != want {
			t.Errorf("%s: %s, want %s", field, got, want)
		}
	}
}

// What results depend on changes the engine, what they do not does not.
func TestEngine(t *testing.T) {
	dir := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	engine := func(c onefile.Config) string {
		e, err := engineOf(c)
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	words := engine(onefile.Config{Vocabulary: file("a.yaml", "members: []")})
	if words != engine(onefile.Config{Vocabulary: file("b.yaml", "members: []")}) {
		t.Error("the same words at another place make another engine")
	}
	for name, c := range map[string]onefile.Config{
		"other words": {Vocabulary: file("c.yaml", "members: [ ]")},
		"no words":    {},
		"a limit":     {Vocabulary: file("a.yaml", "members: []"), Limits: "pages=1"},
		"a reader":    {Vocabulary: file("a.yaml", "members: []"), Reader: "pdfcpu"},
	} {
		if engine(c) == words {
			t.Errorf("%s: the same engine", name)
		}
	}
}
