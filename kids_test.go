package recount_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"recount.invalid/recount/extract"
)

// An entry of the list of pages that leads to something else is a page lost.
func TestKidThatIsNoPage(t *testing.T) {
	sound, err := os.ReadFile("fixtures/producers/groff-dress-3100.pdf")
	if err != nil {
		t.Fatal(err)
	}
	const kids = "/Kids [3 0 R  9 0 R"
	if !bytes.Contains(sound, []byte(kids)) {
		t.Fatal("the report has no such list")
	}
	for now, told := range map[string]bool{
		kids:                  false,
		"/Kids [3 0 R  1 0 R": true, // the catalog
		"/Kids [3 0 R  6 0 R": true, // a font or its encoding
	} {
		got := false
		for _, w := range readBytes(t, bytes.Replace(sound, []byte(kids), []byte(now), 1)).Warnings {
			got = got || w.Kind == extract.KindDamaged && strings.Contains(w.Text, "list of pages")
		}
		if got != told {
			t.Errorf("%s: told %v, want %v", now, got, told)
		}
	}
}
