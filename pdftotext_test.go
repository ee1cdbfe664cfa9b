package recount_test

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount"
	"recount.invalid/recount/fixtures"
	"recount.invalid/recount/fixtures/producers"
	"recount.invalid/recount/output"
)

// leastShare is the share of words that must be the same in each fixture and
// leastTotal that of all together, in whole percent below what it was when
// this was written. The lowest was 98.9 %: poppler sees a space before each
// marker of LibreOffice, we see none. The others had 99.5 % and more; what is
// left are addresses broken at a page's end or at a hyphen that poppler keeps
// now and then.
const (
	leastShare = 0.98
	leastTotal = 0.99
)

// lineEndHyphen is a hyphen behind a word's last letter on the line.
var lineEndHyphen = regexp.MustCompile(`([^\s-])-\n`)

// TestTextLikePdftotext compares the plain text of every fixture with
// poppler's, word by word, and prints the share of its words that are ours
// too and the reverse. Our text keeps a hyphen at a line's end, poppler takes
// each for the typesetter's and joins the word, in addresses too; it is joined
// here so that only what differs in the reading counts.
func TestTextLikePdftotext(t *testing.T) {
	pdftotext, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("needs pdftotext (poppler-utils)")
	}
	files := everyFixture(t)
	same, all := 0, 0
	for _, name := range slices.Sorted(maps.Keys(files)) {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "fixture.pdf")
			if err := os.WriteFile(path, files[name], 0o600); err != nil {
				t.Fatal(err)
			}
			theirs, err := exec.Command(pdftotext, "-enc", "UTF-8", path, "-").Output()
			if err != nil {
				t.Fatal(err)
			}
			doc, err := recount.ReadDocument(t.Context(), path, recount.Options{})
			if err != nil {
				t.Fatal(err)
			}
			var ours strings.Builder
			if err := output.DocumentText(&ours, doc, nil); err != nil {
				t.Fatal(err)
			}
			want, got := strings.Fields(string(theirs)), strings.Fields(lineEndHyphen.ReplaceAllString(ours.String(), "$1"))
			a, lacking := share(want, got)
			b, extra := share(got, want)
			same, all = same+len(want)-len(lacking)+len(got)-len(extra), all+len(want)+len(got)
			t.Logf("%.2f %% of poppler's %d words, %.2f %% of our %d", 100*a, len(want), 100*b, len(got))
			if min(a, b) < leastShare {
				t.Errorf("poppler alone: %q\nwe alone: %q", lacking, extra)
			}
		})
	}
	total := float64(same) / float64(max(all, 1))
	t.Logf("%d fixtures: %.2f %% of the words", len(files), 100*total)
	if total < leastTotal {
		t.Errorf("only %.2f %% of all words are the same", 100*total)
	}
}

// everyFixture is the sample, what other programs made, and a generated
// report of each style.
func everyFixture(t *testing.T) map[string][]byte {
	t.Helper()
	files := map[string][]byte{"sample": fixtures.SamplePDF}
	entries, err := producers.Files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), ".pdf"); ok {
			if files[name], err = producers.Files.ReadFile(e.Name()); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, style := range fixtures.Styles() {
		f, err := fixtures.Generate(fixtures.Options{Style: style, Seed: 3, Members: 4})
		if err != nil {
			t.Fatal(err)
		}
		files[style] = f.PDF
	}
	if len(files) < 1+8+len(fixtures.Styles()) {
		t.Fatalf("only %d fixtures", len(files))
	}
	return files
}

// share is how many of the words are among the others too, each as often as
// it stands there, and those that are not.
func share(words, others []string) (float64, []string) {
	left := map[string]int{}
	for _, w := range others {
		left[w]++
	}
	var alone []string
	for _, w := range words {
		if left[w]--; left[w] < 0 {
			alone = append(alone, w)
		}
	}
	slices.Sort(alone)
	return 1 - float64(len(alone))/float64(max(len(words), 1)), alone
}
