package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The site is made of this checkout: every page is there, with its pictures, and
// every link of a page leads to one.
func TestSite(t *testing.T) {
	out := filepath.Join(t.TempDir(), "site")
	n, err := makeSite(filepath.Join("..", ".."), out)
	if err != nil {
		t.Fatal(err)
	}
	if n < 14 {
		t.Errorf("%d pages", n)
	}
	index, err := os.ReadFile(filepath.Join(out, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`href="rules.html"`, `src="pictures/audit.png"`, `aria-current="page"`, "<table>"} {
		if !strings.Contains(string(index), want) {
			t.Errorf("index.html has no %s", want)
		}
	}
	if _, err := os.Stat(filepath.Join(out, "pictures", "audit.png")); err != nil {
		t.Error(err)
	}
}

func TestLinkThatLeadsNowhere(t *testing.T) {
	if _, err := moved("../..", page{source: "docs/rules.md"}, []byte("no-such-page.md"), nil); err == nil {
		t.Error("no error")
	}
}
