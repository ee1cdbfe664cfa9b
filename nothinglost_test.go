package recount_test

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"
	"unicode"

	"recount.invalid/recount/extract"
	"recount.invalid/recount/fixtures"
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse"
)

// Every word of a document must end up in a field, in a warning or in the
// list of running heads: nothing is dropped in silence.
func TestNothingIsLost(t *testing.T) {
	for _, style := range fixtures.Styles() {
		for seed := uint64(1); seed <= 2; seed++ {
			f, err := fixtures.Generate(fixtures.Options{Style: style, Seed: seed, Members: 4})
			if err != nil {
				t.Fatal(err)
			}
			doc, err := extract.Read(context.Background(), style, bytes.NewReader(f.PDF), int64(len(f.PDF)), extract.Options{})
			if err != nil {
				t.Fatalf("%s: %v", style, err)
			}
			rep, err := parse.Parse(context.Background(), doc, parse.Options{})
			if err != nil {
				t.Fatalf("%s: %v", style, err)
			}
			have := squeezed(t, rep)
			for _, p := range doc.Pages {
				for _, l := range p.Lines {
					for _, run := range l.Runs {
						for _, w := range strings.Fields(run.Text) {
							if s := squeeze(w); s != "" && !strings.Contains(have, s) {
								t.Errorf("%s, seed %d, page %d: %q of the line %q is nowhere in the report", style, seed, p.Number, w, l.Text())
							}
						}
					}
				}
			}
		}
	}
}

// squeezed is all text of a report without its white space, so that words
// joined over a line's end are found too.
func squeezed(t *testing.T, rep *model.Report) string {
	t.Helper()
	b, err := json.Marshal(rep)
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case string:
			out.WriteString(squeeze(v))
		case []any:
			for _, x := range v {
				walk(x)
			}
		case map[string]any:
			for _, x := range v {
				walk(x)
			}
		case float64:
			b, _ := json.Marshal(v)
			out.Write(b)
			out.WriteByte(' ')
		}
	}
	walk(v)
	return out.String()
}

func squeeze(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, s)
}
