package recount_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/extract"
	"recount.invalid/recount/fixtures"
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse"
	"recount.invalid/recount/parse/layout"
)

// owned is an object of a report with its places.
type owned struct {
	path string
	at   model.At
}

// placedObjects are the objects of a report that have places of their own, in the
// order of their paths. What only repeats is left out: figures quote running
// text, checks and pages point to what was read elsewhere.
func placedObjects(t *testing.T, rep *model.Report) []owned {
	t.Helper()
	b, err := json.Marshal(rep)
	if err != nil {
		t.Fatal(err)
	}
	var doc any
	if err := json.Unmarshal(b, &doc); err != nil {
		t.Fatal(err)
	}
	var out []owned
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case []any:
			for i, x := range v {
				walk(fmt.Sprintf("%s/%d", path, i), x)
			}
		case map[string]any:
			if at, ok := v["at"]; ok {
				var o owned
				o.path = path
				b, _ := json.Marshal(at)
				if err := json.Unmarshal(b, &o.at); err != nil {
					t.Fatal(err)
				}
				out = append(out, o)
			}
			keys := make([]string, 0, len(v))
			for k := range v {
				keys = append(keys, k)
			}
			slices.Sort(keys)
			for _, k := range keys {
				if path != "" || k != "figures" && k != "checks" {
					walk(path+"/"+k, v[k])
				}
			}
		}
	}
	walk("", doc)
	return out
}

// repeats says that an object repeats, with its place, what another owns: the
// period is read out of a paragraph, the concluding sentence stands in a closing, a marker
// in a text, a chapter's headings list its heading, a warning names what it doubts.
func repeats(path string) bool {
	part := strings.Split(path, "/")
	last := len(part) - 1
	return strings.HasPrefix(path, "/report/period") || part[1] == "warnings" ||
		part[last] == "concluding" || last > 1 && part[last-1] == "headings" || last > 2 && part[last-1] == "footnotes"
}

// standsIn reports whether a line's middle lies in one of the places.
func standsIn(at model.At, l *model.Line) bool {
	x, y := l.Box.CentreX(), l.Box.CentreY()
	return slices.ContainsFunc(at, func(s model.Place) bool {
		return s.Page == l.Page && s.Box.X0() <= x && x <= s.Box.X1() && s.Box.Top() <= y && y <= s.Box.Bottom()
	})
}

// ownersOf are the innermost objects in whose places a line stands. A section
// of the front matter reaches over the tables in it.
func ownersOf(all []owned, l *model.Line) (own []string, doubted bool) {
	var paths, headings []string
	for _, o := range all {
		if !standsIn(o.at, l) {
			continue
		}
		doubted = doubted || strings.HasPrefix(o.path, "/warnings/")
		switch {
		case !repeats(o.path):
			paths = append(paths, o.path)
		case strings.Contains(o.path, "/headings/"):
			headings = append(headings, o.path)
		}
	}
	for _, a := range paths {
		section := strings.HasPrefix(a, "/sections/") && strings.Count(a, "/") == 2 && len(paths) > 1
		if !section && !slices.ContainsFunc(paths, func(b string) bool { return strings.HasPrefix(b, a+"/") }) {
			own = append(own, a)
		}
	}
	if len(own) == 0 {
		own = headings // of a chapter's parts, which have no other place
	}
	return own, doubted
}

// Every line of a document belongs to one object of the report by its place,
// or to the running heads, or to the title of a table, or a warning names it.
// TestNothingIsLost looks at words wherever they are; a line that two constructs
// take, or that one takes from the wrong place, only this test sees.
func TestEveryLineHasOneOwner(t *testing.T) {
	lines, known := 0, 0
	for _, style := range fixtures.Styles() {
		for seed := uint64(1); seed <= 3; seed++ {
			f, err := fixtures.Generate(fixtures.Options{Style: style, Seed: seed, Members: 4})
			if err != nil {
				t.Fatal(err)
			}
			doc, err := extract.Read(context.Background(), style, bytes.NewReader(f.PDF), int64(len(f.PDF)), extract.Options{})
			if err != nil {
				t.Fatal(err)
			}
			rep, err := parse.Parse(context.Background(), doc, parse.Options{})
			if err != nil {
				t.Fatal(err)
			}
			all, heads := placedObjects(t, rep), titles(rep)
			for _, p := range doc.Pages {
				for i := range p.Lines {
					l := &p.Lines[i]
					text := l.Text()
					if strings.TrimSpace(text) == "" {
						continue
					}
					lines++
					own, doubted := ownersOf(all, l)
					if len(own) == 1 || doubted || len(own) == 0 && (isHead(rep, l) || strings.Contains(heads, unspaced(text))) {
						continue
					}
					if text == knownTwice && len(own) == 2 && strings.HasPrefix(own[0], "/matrices/") && strings.HasPrefix(own[1], "/sections/") {
						known++
						continue
					}
					t.Errorf("%s, seed %d, page %d: %q has the owners %v", style, seed, p.Number, text, own)
				}
			}
		}
	}
	if known == 0 {
		t.Errorf("no %q has two owners any more: take it off the list of what is known to fail", knownTwice)
	}
	if lines < 5000 {
		t.Errorf("only %d lines were looked at", lines)
	}
}

// knownTwice is known to fail and may only go: the head of the last column of a
// summary table that is set upright stays a paragraph of the front matter, in the
// place of the table.
const knownTwice = "Average"

func isHead(rep *model.Report, l *model.Line) bool {
	return slices.ContainsFunc(rep.RunningHeads, func(h model.RunningHead) bool {
		return h.Text == layout.HeadKey(l.Text()) && slices.Contains(h.Pages, l.Page)
	})
}

// titles are the titles of the tables that were read, which have no place of
// their own, without white space.
func titles(rep *model.Report) string {
	var b strings.Builder
	add := func(title string) { b.WriteString(unspaced(title) + "\n") }
	for i := range rep.Matrices {
		add(rep.Matrices[i].Title)
	}
	for i := range rep.Rankings {
		add(rep.Rankings[i].Title)
	}
	for i := range rep.Tables {
		add(rep.Tables[i].Title)
	}
	for i := range rep.Sections {
		add(rep.Sections[i].Heading)
	}
	return b.String()
}

func unspaced(s string) string { return strings.Join(strings.Fields(s), "") }
