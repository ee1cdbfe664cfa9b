package recount_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/extract"
	"recount.invalid/recount/extract/object/objecttest"
	"recount.invalid/recount/fixtures/producers"
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse"
)

var update = flag.Bool("update", false, "rewrite the list of known failures of TestMetamorphic")

// knownFailures has a line for each change and report whose reading the change
// alters though it must not. The list may only become shorter.
const knownFailures = "testdata/metamorphic.txt"

// metamorphic is a change to a report that must not change what is read of it.
type metamorphic struct {
	name string
	// One of the two: a change of the file, or of what was extracted of it. It
	// reports false where a report gives no occasion for it.
	file func(t *testing.T, d *objecttest.Document) bool
	text func(doc *model.Document, base *model.Report) bool
	adds string // the part of the report to which the change adds, as a path
}

// TestMetamorphic reads the reports of all producers with one thing changed at a time.
// A failure that is not on the list, and one on the list that is none any more, fail
// the test; `go test . -run TestMetamorphic -update` writes the list anew. An error
// that the audit finds in no unchanged report fails it always.
func TestMetamorphic(t *testing.T) {
	names, err := producers.Files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	b, err := os.ReadFile(knownFailures)
	if err != nil && !*update {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		known[strings.TrimSpace(line)] = true
	}
	var failed []string
	var guard sync.Mutex
	seen := map[string]bool{} // producers
	t.Run("reports", func(t *testing.T) {
		for _, n := range names {
			report, isPDF := strings.CutSuffix(n.Name(), ".pdf")
			producer, _, _ := strings.Cut(report, "-")
			if !isPDF || testing.Short() && seen[producer] {
				continue
			}
			seen[producer] = true
			t.Run(report, func(t *testing.T) {
				t.Parallel()
				pdf, err := producers.Files.ReadFile(n.Name())
				if err != nil {
					t.Fatal(err)
				}
				doc := extracted(t, pdf)
				base, accused := readAndAudited(t, doc)
				want := valuesOf(t, base)
				for _, m := range metamorphics {
					changed := doc
					if m.file != nil {
						d := objectsOf(t, pdf)
						if !m.file(t, &d) {
							continue
						}
						changed = extracted(t, d.Write(objecttest.Form{Encode: objecttest.Flate}))
					} else if changed = copied(doc); !m.text(changed, base) {
						continue
					}
					rep, accuses := readAndAudited(t, changed)
					for _, rule := range accuses {
						if !slices.Contains(accused, rule) {
							t.Errorf("%s: the audit finds an error: %s", m.name, rule)
						}
					}
					differ := differences(want, valuesOf(t, rep), m.adds)
					key := m.name + ": " + report
					guard.Lock()
					if len(differ) > 0 {
						failed = append(failed, key)
					}
					guard.Unlock()
					switch {
					case len(differ) > 0 && !known[key]:
						t.Errorf("%s: %d values differ, such as %s", m.name, len(differ), strings.Join(differ[:min(3, len(differ))], "; "))
					case len(differ) == 0 && known[key]:
						t.Errorf("%s: reads the same now; take the line out of %s", m.name, knownFailures)
					}
				}
			})
		}
	})
	if *update && !testing.Short() {
		slices.Sort(failed)
		if err := os.MkdirAll(filepath.Dir(knownFailures), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(knownFailures, []byte(strings.Join(failed, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func extracted(t *testing.T, pdf []byte) *model.Document {
	t.Helper()
	doc, err := extract.Read(t.Context(), "report.pdf", bytes.NewReader(pdf), int64(len(pdf)), extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// readAndAudited gives the report and the errors that the audit finds in it.
func readAndAudited(t *testing.T, doc *model.Document) (*model.Report, []string) {
	t.Helper()
	rep, err := parse.Parse(t.Context(), doc, parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	res, err := audit.Run(t.Context(), rep, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var errs []string
	for _, f := range res.Findings {
		if f.Severity == audit.Error {
			errs = append(errs, fmt.Sprintf("%s, commitment %d, %s: %s", f.Rule, f.Commitment, f.Member, f.Stated))
		}
	}
	return rep, errs
}

// unlike are the fields that a change may alter: places, what is said of the reading,
// and the parts of a report to which some changes add.
var unlike = map[string]bool{
	"at": true, "bbox": true, "source": true, "page": true, "pages": true, "numbers": true, "warnings": true,
	"checks": true, "running_heads": true, "sections": true, "table": true, "list_page": true,
}

// valuesOf is what a report says, by path.
func valuesOf(t *testing.T, rep *model.Report) map[string]string {
	t.Helper()
	b, err := json.Marshal(rep)
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for k, x := range v {
				if !unlike[k] {
					walk(path+"/"+k, x)
				}
			}
		case []any:
			out[path] = fmt.Sprintf("%d of them", len(v))
			for i, x := range v {
				walk(fmt.Sprintf("%s/%d", path, i), x)
			}
		case nil:
		default:
			out[path] = fmt.Sprint(v)
		}
	}
	walk("", v)
	return out
}

// differences names the values that two reports do not share, but for what a change
// adds.
func differences(want, got map[string]string, adds string) (out []string) {
	passed := func(path string) bool { return adds != "" && strings.HasPrefix(path, adds) }
	for path, w := range want {
		if g := got[path]; g != w && !passed(path) {
			out = append(out, fmt.Sprintf("%s: %.60q, not %.60q", path, g, w))
		}
	}
	for path, g := range got {
		if _, ok := want[path]; !ok && !passed(path) {
			out = append(out, fmt.Sprintf("%s: %.60q, not there before", path, g))
		}
	}
	slices.Sort(out)
	return out
}

// copied is a document whose pages, lines and runs may be changed.
func copied(doc *model.Document) *model.Document {
	d := *doc
	d.Pages = slices.Clone(doc.Pages)
	for i := range d.Pages {
		p := &d.Pages[i]
		p.Rules = slices.Clone(p.Rules)
		p.Lines = slices.Clone(p.Lines)
		for j := range p.Lines {
			p.Lines[j].Runs = slices.Clone(p.Lines[j].Runs)
		}
	}
	return &d
}
