package audit

import (
	"reflect"
	"testing"

	"recount.invalid/recount/audit/internal/figures"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/wording"
	"recount.invalid/recount/model"
)

// spread gives the clean report's parts places on pages of their own: the
// summary on page 1, chapter i on the pages 10i to 10i+9, a page for the table
// and the rubric, then one for every section.
func spread(r *model.Report) {
	r.Source.Pages = 39
	on := func(page int, top float64) model.At {
		return model.At{{Page: page, Box: model.Box{72, top, 500, top + 12}}}
	}
	m := &r.Matrices[0]
	m.At = on(1, 100)
	for i := range m.Rows {
		m.Rows[i].At = on(1, 120)
	}
	for i := range r.Commitments {
		c := &r.Commitments[i]
		page := 10 * (i + 1)
		c.At, c.Assessment.At = on(page, 100), on(page, 200)
		for k := range c.Assessment.Scores {
			c.Assessment.Scores[k].At = on(page, 210)
		}
		for k := range c.Rubric {
			c.Rubric[k].At = on(page, 500)
		}
		for k := range c.Verdicts {
			v := &c.Verdicts[k]
			at := on(page+1+k, 650) // to the page's end
			v.At, v.Heading.At, v.Opening.At, v.Closing.At, v.Concluding.At = at, at, at, at, at
			for n := range v.Actions {
				v.Actions[n].At = at
				v.Actions[n].Footnotes[0].At = at
			}
		}
	}
	for i := range r.Footnotes {
		r.Footnotes[i].At = nil
	}
}

// numbered gives every page of the file its number.
func numbered(r *model.Report) {
	h := model.RunningHead{Text: "Report #"}
	for p := 1; p <= r.Source.Pages; p++ {
		h.Pages = append(h.Pages, p)
		h.Numbers = append(h.Numbers, p)
	}
	r.RunningHeads = []model.RunningHead{h}
}

// withoutIndia takes out the section of India in chapter 1, and all notes.
func withoutIndia(r *model.Report) {
	v := r.Commitments[0].Verdicts
	r.Commitments[0].Verdicts = append(v[:1:1], v[2:]...)
	r.Footnotes = nil
	for i := range r.Commitments {
		for k := range r.Commitments[i].Verdicts {
			for n := range r.Commitments[i].Verdicts[k].Actions {
				r.Commitments[i].Verdicts[k].Actions[n].Footnotes = nil
			}
		}
	}
}

func TestSectionOnAPageThatMayBeMissing(t *testing.T) {
	missing := []string{"score-section-missing c1 IND"}
	for _, test := range []struct {
		name   string
		mutate func(r *model.Report)
		want   []string
	}{
		{"pages known to follow each other", numbered, missing},
		{"nothing shows that they do", func(*model.Report) {}, nil},
		{"a number is missing in between", func(r *model.Report) {
			numbered(r)
			r.RunningHeads[0].Numbers[12] = 0
			r.Warnings = append(r.Warnings, model.Warning{Kind: "pages-missing", At: model.At{{Page: 11}, {Page: 13}}})
		}, nil},
		{"a number is missing in another chapter", func(r *model.Report) {
			numbered(r)
			r.Warnings = append(r.Warnings, model.Warning{Kind: "pages-missing", At: model.At{{Page: 24}, {Page: 25}}})
		}, missing},
		{"both neighbours on one page", func(r *model.Report) {
			at := model.At{{Page: 11, Box: model.Box{72, 700, 500, 712}}}
			v := &r.Commitments[0].Verdicts[1]
			v.At, v.Heading.At = at, at
		}, missing},
		{"the page is damaged elsewhere", func(r *model.Report) {
			numbered(r)
			r.Warnings = append(r.Warnings, model.Warning{Kind: "page-cut", At: model.At{{Page: 30}}})
		}, nil},
	} {
		r := cleanReport()
		spread(r)
		withoutIndia(r)
		test.mutate(r)
		res := run(t, r, Options{Only: []string{"score-section-missing"}})
		if got := keys(res); !reflect.DeepEqual(got, append([]string{}, test.want...)) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
		c := countOf(res, "score-section-missing")
		if c.Checked+c.Undecided != 17 {
			t.Errorf("%s: %d checked, %d undecided, together not the 17 members with a score", test.name, c.Checked, c.Undecided)
		}
	}
}

// A section that is missing at the very end of the file is accused only where
// it would have begun on the page that is there.
func TestLastSectionMissing(t *testing.T) {
	for _, test := range []struct {
		name   string
		bottom float64 // of the last section; the page's text reaches to 712
		apart  bool    // every section begins a page
		want   []string
	}{
		{"room left, sections follow on the page", 400, false, []string{"score-section-missing c3 ZAF"}},
		{"no room left", 690, false, nil},
		{"room left, but every section begins a page", 400, true, nil},
	} {
		r := cleanReport()
		spread(r)
		numbered(r)
		set := func(v *model.Verdict, page int, top, bottom float64) {
			at := model.At{{Page: page, Box: model.Box{72, top, 500, bottom}}}
			v.At, v.Heading.At, v.Opening.At, v.Closing.At, v.Concluding.At = at, at, at, at, at
			for n := range v.Actions {
				v.Actions[n].At = at
			}
		}
		for i := range r.Commitments {
			vs := r.Commitments[i].Verdicts
			for k := range vs {
				switch {
				case test.apart:
					set(&vs[k], 10*(i+1)+1+k, 100, 400)
				case k%2 == 0:
					set(&vs[k], 10*(i+1)+1+k/2, 100, 400)
				default:
					set(&vs[k], 10*(i+1)+1+k/2, 410, 712)
				}
			}
		}
		vs := r.Commitments[2].Verdicts
		r.Commitments[2].Verdicts = vs[:len(vs)-1]
		r.Footnotes = r.Footnotes[:len(r.Footnotes)-2]
		last := &r.Commitments[2].Verdicts[len(vs)-2]
		_, page := rule.PageSpan(last.At)
		set(last, page, 100, test.bottom)
		r.Source.Pages = page
		if got := keys(run(t, r, Options{Only: []string{"score-section-missing"}})); !reflect.DeepEqual(got, append([]string{}, test.want...)) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// An error needs a file that is what was written; warnings do not.
func TestDamagedFileAccusesNobody(t *testing.T) {
	for kind, accuses := range map[string]bool{
		"damaged": false, "page-cut": false, "page-failed": false, "limit": false, "cut-off": false, "pages-missing": false,
		"unmapped": true, "outside-page": true, "table-unknown": true,
	} {
		r := cleanReport()
		setAverage(r, 1, "+0.90 (95%)")
		r.Warnings = append(r.Warnings, model.Warning{Kind: kind, Text: "the file says so"})
		res := run(t, r, Options{Only: []string{"average-stated", "file-incomplete"}})
		c := countOf(res, "average-stated")
		if accuses != (c.Failed == 1) || c.Checked+c.Undecided != 3 {
			t.Errorf("%s: %+v", kind, c)
		}
		if got := countOf(res, "file-incomplete").Failed; (got == 1) == accuses {
			t.Errorf("%s: %d findings of file-incomplete", kind, got)
		}
	}
}

// A quotation that runs over two pages is no evidence where a page may be
// missing between them.
func TestQuotationOverAMissingPage(t *testing.T) {
	for _, broken := range []bool{false, true} {
		r := cleanReport()
		v := verdict(r, 1, "ARG")
		v.Actions[0].Text = "On 31 June 2031, Argentina opened pier 21."
		v.Actions[0].At = model.At{{Page: 4, Box: model.Box{72, 700, 500, 712}}, {Page: 5, Box: model.Box{72, 90, 500, 102}}}
		if broken {
			r.Warnings = append(r.Warnings, model.Warning{Kind: "pages-missing", At: model.At{{Page: 4}, {Page: 5}}})
		}
		c := countOf(run(t, r, Options{Only: []string{"date-impossible"}}), "date-impossible")
		if broken != (c.Failed == 0) || broken != (c.Undecided > 0) {
			t.Errorf("broken %t: %+v", broken, c)
		}
	}
}

// A file that lost its minus signs accuses nobody; one bare 1, or a report
// that writes its scores without plus, is another matter.
func TestSignsLost(t *testing.T) {
	unsigned := func(r *model.Report, text string) {
		for i := range r.Commitments {
			for k := range r.Commitments[i].Assessment.Scores {
				s := &r.Commitments[i].Assessment.Scores[k]
				if s.Score != nil && *s.Score == -1 {
					s.Score, s.Text = ptr(1), text
				}
			}
		}
		for i := range r.Matrices[0].Rows {
			row := &r.Matrices[0].Rows[i]
			for k, s := range row.Scores {
				if s != nil && *s == -1 {
					row.Scores[k], row.Cells[k] = ptr(1), text
				}
			}
		}
		for i := range r.Matrices[0].ColumnAverages {
			if a := &r.Matrices[0].ColumnAverages[i]; a.Value.Units < 0 {
				v := *a.Value
				v.Units = -v.Units
				a.Value, a.Text = &v, ""
			}
		}
	}
	for _, test := range []struct {
		name    string
		mutate  func(r *model.Report)
		accuses bool
	}{
		{"every minus lost", func(r *model.Report) { unsigned(r, "1") }, false},
		{"one cell without its sign", func(r *model.Report) {
			s := &r.Commitments[0].Assessment.Scores[3]
			s.Score, s.Text = ptr(1), "1"
		}, true},
	} {
		r := cleanReport()
		test.mutate(r)
		errors := 0
		for _, f := range run(t, r, Options{}).Findings {
			if f.Severity == rule.Error {
				errors++
			}
		}
		if (errors > 0) != test.accuses {
			t.Errorf("%s: %d errors", test.name, errors)
		}
	}
}

// A name that the text has in other words is not said to be missing from it.
func TestHintsAt(t *testing.T) {
	text := "The commitment on village clinics and the one on paper and inks had the lowest, at -0.17."
	for name, want := range map[string]bool{"Standards: Paper and Ink": true, "Coastal Signals": false} {
		if got := figures.HintsAt(text, []string{name}); got != want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

// Figures glued to the end of a sentence are a marker that was not recognised;
// a number with a decimal point, or a year, is the sentence's own.
func TestFiguresBehindEnd(t *testing.T) {
	for text, want := range map[string]bool{
		"They asked for a timetable.23": true, "“It was two,” he said.”7": true, "(see Annex 14).21": true,
		"The rate is 1.21": false, "It was founded in 2019": false, "They asked for a timetable.": false, "They asked.12345": false,
	} {
		if got := wording.FiguresBehindEnd(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

// A note that is missing with its page is no slip of numbering, there.
func TestNotesOfAMissingPage(t *testing.T) {
	for _, test := range []struct {
		name   string
		broken bool
		want   int
	}{{"pages in order", false, 1}, {"a page missing in the chapter", true, 0}} {
		r := cleanReport()
		spread(r)
		numbered(r)
		r.Footnotes = append(r.Footnotes[:4:4], r.Footnotes[5:]...)
		if test.broken {
			r.Warnings = append(r.Warnings, model.Warning{Kind: "pages-missing", At: model.At{{Page: 13}, {Page: 14}}})
		}
		for _, rule := range []string{"footnote-gap", "footnote-without-note"} {
			c := countOf(run(t, r, Options{Only: []string{rule}}), rule)
			if c.Failed != test.want || test.broken && c.Undecided == 0 {
				t.Errorf("%s: %s: %+v", test.name, rule, c)
			}
		}
	}
}

// The table of another summit, reprinted beside the report's own, is not held
// against the chapters, though its rows have their numbers and names.
func TestTableOfAnotherYear(t *testing.T) {
	for title, want := range map[string]int{
		"Table 5: 2031 Example Meeting Final Scores": 1,
		"Table 5: 2030 Example Meeting Final Scores": 0,
	} {
		r := cleanReport()
		r.Report.Summit.Year = 2031
		setCell(r, 1, "MEX", 0)
		r.Matrices[0].Title = title
		if got := countOf(run(t, r, Options{Only: []string{"matrix-chapter"}}), "matrix-chapter").Failed; got != want {
			t.Errorf("%s: %d findings, want %d", title, got, want)
		}
	}
}

// Where a chapter is missing, those behind it are counted one short: a row that
// has a chapter's number is not held against it where another row has more of
// the words of its title.
func TestChaptersCountedShort(t *testing.T) {
	const ending = " and the Means of Checking Them in All Member States"
	for _, test := range []struct {
		labels [2]string
		want   int
	}{
		{[2]string{"Harbours: Tide Gauges" + ending, "Schools: Night Classes" + ending}, 1},
		{[2]string{"Schools: Night Classes" + ending, "Harbours: Tide Gauges" + ending}, 0},
		{[2]string{"Tide Gauges" + ending, "Tide Gauges" + ending}, 1},
	} {
		r := cleanReport()
		setCell(r, 1, "MEX", 0)
		r.Commitments[0].ID, r.Commitments[0].IssueArea, r.Commitments[0].Title = "", "Harbours", "Tide Gauges"+ending
		for i, label := range test.labels {
			r.Matrices[0].Rows[i].ID, r.Matrices[0].Rows[i].Label = "", label
		}
		if got := countOf(run(t, r, Options{Only: []string{"matrix-chapter"}}), "matrix-chapter").Failed; got != test.want {
			t.Errorf("%v: %d findings, want %d", test.labels, got, test.want)
		}
	}
}

// What may not be what the page shows accuses nobody either; the file is not
// incomplete for it.
func TestUnseenTextAccusesNobody(t *testing.T) {
	for kind := range rule.UnseenKinds {
		r := cleanReport()
		setAverage(r, 1, "+0.90 (95%)")
		r.Warnings = append(r.Warnings, model.Warning{Kind: kind, Text: "the file says so"})
		res := run(t, r, Options{Only: []string{"average-stated", "file-incomplete"}})
		if c := countOf(res, "average-stated"); c.Failed != 0 || c.Undecided == 0 {
			t.Errorf("%s: %+v", kind, c)
		}
		if got := countOf(res, "file-incomplete").Failed; got != 0 {
			t.Errorf("%s: %d findings of file-incomplete", kind, got)
		}
	}
}
