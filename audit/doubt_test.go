package audit

import (
	"testing"

	"recount.invalid/recount/model"
)

// What the report itself could not place beside a figure holds the audit back;
// the same warning elsewhere on the page does not, nor does one that says
// nothing of its surroundings.
func TestWarningBesideTheFigureHoldsBack(t *testing.T) {
	at := func(page int, top float64) model.At {
		return model.At{{Page: page, Box: model.Box{72, top, 500, top + 12}}}
	}
	for _, test := range []struct {
		name  string
		rule  string
		spoil func(r *model.Report) model.At // gives the place of the doubt
	}{
		{"heading", "score-heading-table", func(r *model.Report) model.At {
			v := verdict(r, 1, "IND")
			v.HeadingScore = ptr(1)
			v.Heading = &model.Text{Text: "India: +1", At: at(40, 100)}
			return v.Heading.At
		}},
		{"row of the chapter's table", "score-heading-table", func(r *model.Report) model.At {
			verdict(r, 1, "IND").HeadingScore = ptr(1)
			r.Commitments[0].Assessment.Scores[1].At = at(41, 100)
			return at(41, 100)
		}},
		{"closing sentence", "score-closing-heading", func(r *model.Report) model.At {
			v := verdict(r, 3, "KOR")
			v.ConcludingScore = ptr(0)
			v.Concluding.At = at(42, 100)
			return v.Concluding.At
		}},
		{"cell of the summary", "matrix-chapter", func(r *model.Report) model.At {
			setCell(r, 1, "MEX", 0)
			r.Matrices[0].Rows[0].At = at(43, 100)
			return at(43, 100)
		}},
		{"row's average", "matrix-row-average", func(r *model.Report) model.At {
			r.Matrices[0].Rows[0].Average = average("+0.50 (75%)")
			r.Matrices[0].Rows[0].At = at(43, 100)
			return at(43, 100)
		}},
		{"column's average", "matrix-column-average", func(r *model.Report) model.At {
			setColumn(r, "ARG", "+0.33 (67%)")
			r.Matrices[0].At = at(43, 100)
			return at(43, 100)
		}},
		{"overall average", "matrix-overall", func(r *model.Report) model.At {
			r.Matrices[0].Overall = average("+0.90 (95%)")
			r.Matrices[0].At = at(43, 100)
			return at(43, 100)
		}},
		{"prose", "prose-figure", func(r *model.Report) model.At {
			r.Sections = []model.Section{{Heading: "Results", Paragraphs: []model.Text{{Text: "Korea received a compliance score of +0.50 (75%).", At: at(44, 100)}}}}
			return at(44, 100)
		}},
	} {
		for _, w := range []struct {
			kind      string
			elsewhere bool // the warning stands elsewhere on the page
			found     int
		}{
			{"unplaced", false, 0},
			{"unplaced", true, 1},
			{"score-illegible", false, 1},
		} {
			r := cleanReport()
			place := test.spoil(r)
			if w.elsewhere {
				place = at(place.Page(), place[0].Box.Bottom()+300)
			}
			r.Warnings = append(r.Warnings, model.Warning{Kind: w.kind, Text: "x", At: place})
			c := countOf(run(t, r, Options{Only: []string{test.rule}}), test.rule)
			if c.Failed != w.found || w.found == 0 && c.Undecided == 0 {
				t.Errorf("%s, %s, elsewhere %t: %+v", test.name, w.kind, w.elsewhere, c)
			}
		}
	}
}
