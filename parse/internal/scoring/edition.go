package scoring

import (
	"slices"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/grid"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// ownEdition tells which of the labels of columns or rows that stand side by
// side are of this report, where some are of another stage or year ("Interim",
// "Final"; "2006", "2007"): by the report's stage, then by the year of its
// summit, then by their order. Where nothing tells, none is, and decided is
// false. Labels that do not differ, or that are all of this report, are its
// own. A label of percentages goes with the one before it.
func (r *Reader) ownEdition(labels []string) (own []bool, decided bool) {
	own = make([]bool, len(labels))
	marks := make([]vocabulary.Edition, len(labels))
	for i, s := range labels {
		e, ok := r.Vocab.Edition(s)
		if kind, _ := r.Vocab.Column(s); !ok && kind == vocabulary.ColumnPercent && i > 0 {
			e = marks[i-1]
		}
		marks[i] = e
	}
	stage, year := r.Rep.Report.Stage, r.Rep.Report.Summit.Year
	if stage == "" && slices.ContainsFunc(marks, func(e vocabulary.Edition) bool { return e.Stage == vocabulary.StageFinal }) {
		stage = vocabulary.StageFinal
	}
	others := slices.ContainsFunc(marks, func(e vocabulary.Edition) bool {
		return e.Stage != "" && e.Stage != stage || e.Year != 0 && e.Year != year ||
			e.Order == vocabulary.EditionEarlier || e.Order == vocabulary.EditionFirst
	})
	rest := distinct(marks)
	if len(rest) < 2 || !others {
		for i := range own {
			own[i] = true
		}
		return own, true
	}
	// Each step keeps the labels that are surely this report's, or, where none
	// is, those that say nothing to the contrary.
	rest = narrow(rest,
		func(e vocabulary.Edition) bool { return e.Stage == stage && stage != "" },
		func(e vocabulary.Edition) bool { return e.Stage == "" })
	if len(rest) > 1 && year > 0 {
		rest = narrow(rest,
			func(e vocabulary.Edition) bool { return e.Year == year },
			func(e vocabulary.Edition) bool { return e.Year == 0 })
	}
	if len(rest) > 1 {
		rest = narrow(rest,
			func(e vocabulary.Edition) bool {
				return e.Order == vocabulary.EditionLater || e.Order == vocabulary.EditionSecond && stage != vocabulary.StageInterim
			},
			func(e vocabulary.Edition) bool { return e.Order == "" })
	}
	if len(rest) != 1 {
		return own, false
	}
	for i, e := range marks {
		own[i] = e == rest[0]
	}
	return own, true
}

// narrow gives the editions for which sure holds, or, where it holds for none,
// those for which open does.
func narrow(es []vocabulary.Edition, sure, open func(vocabulary.Edition) bool) []vocabulary.Edition {
	var a, b []vocabulary.Edition
	for _, e := range es {
		if sure(e) {
			a = append(a, e)
		}
		if open(e) {
			b = append(b, e)
		}
	}
	if len(a) > 0 {
		return a
	}
	return b
}

func distinct(es []vocabulary.Edition) []vocabulary.Edition {
	var out []vocabulary.Edition
	for _, e := range es {
		if !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out
}

// columnHead is a head of a table and the columns over which it stands.
type columnHead struct {
	text     string
	from, to int // to exclusive
}

// editionHeads gives the heads of the columns of scores in the first row that
// tells columns of several stages or years apart; nil where no row does.
func (r *Reader) editionHeads(t *sheet.Table, rows, firstColumn int) []columnHead {
	for row := 0; row < t.Rows && row < rows; row++ {
		var heads []columnHead
		var marks []vocabulary.Edition
		for _, c := range t.Row(row) {
			text := c.Text.Text
			e, marked := r.Vocab.Edition(text)
			if whole := grid.Unbroken(c); !marked && whole != "" {
				if e, marked = r.Vocab.Edition(whole); marked {
					text = whole // a year that its column is too narrow for
				}
			}
			if c.Col >= firstColumn {
				if two, both := r.twoHeads(t, c); both {
					heads = append(heads, two[0], two[1])
					for _, h := range two {
						if e, is := r.Vocab.Edition(h.text); is {
							marks = append(marks, e)
						}
					}
					continue
				}
			}
			if c.Col < firstColumn || !marked && !r.ScoreLabel(text) && !r.averageHead(text) {
				continue
			}
			heads = append(heads, columnHead{text, c.Col, c.Col + c.ColSpan})
			if marked {
				marks = append(marks, e)
			}
		}
		if len(heads) > 1 && len(marks) > 0 && (len(marks) < len(heads) || len(distinct(marks)) > 1) {
			return heads
		}
	}
	return nil
}

// otherEditions gives the columns whose scores are of other stages or years
// than the report, with their heads. With nothing to tell which are the
// report's, all of those columns are given, and decided is false.
func (r *Reader) otherEditions(t *sheet.Table, rows, firstColumn int) (others map[int]string, decided bool) {
	heads := r.editionHeads(t, rows, firstColumn)
	if heads == nil {
		return nil, true
	}
	labels := make([]string, len(heads))
	for i, h := range heads {
		labels[i] = h.text
	}
	own, decided := r.ownEdition(labels)
	others = map[int]string{}
	for i, h := range heads {
		for col := h.from; col < h.to && !own[i]; col++ {
			others[col] = h.text
		}
	}
	return others, decided
}

// changeColumns adds the columns that say by how much the scores of two stages
// or years differ; they hold no scores.
func (r *Reader) changeColumns(t *sheet.Table, rows int, others map[int]string) map[int]string {
	for row := 0; row < t.Rows && row < rows; row++ {
		for _, c := range t.Row(row) {
			if kind, _ := r.Vocab.Column(c.Text.Text); kind == vocabulary.ColumnChange && c.Col > 0 {
				if others == nil {
					others = map[int]string{}
				}
				for k := range c.ColSpan {
					others[c.Col+k] = c.Text.Text
				}
			}
		}
	}
	return others
}

// withoutColumns leaves out the cells in the given columns.
func withoutColumns(cs []*sheet.Cell, others map[int]string) []*sheet.Cell {
	if len(others) == 0 {
		return cs
	}
	var out []*sheet.Cell
	for _, c := range cs {
		if _, other := others[c.Col]; !other {
			out = append(out, c)
		}
	}
	return out
}

// otherColumns gives the texts of a row's cells that belong to other stages or
// years: "Canada (Interim): 0".
func otherColumns(label string, cs []*sheet.Cell, others map[int]string) []model.Text {
	var out []model.Text
	for _, c := range cs {
		if head, other := others[c.Col]; other && c.Text.Text != head {
			t := c.Text
			t.Text = label + " (" + head + "): " + t.Text
			out = append(out, t)
		}
	}
	return out
}

// ofOtherYear reports whether a label says, without others beside it, that it
// is of another year than the report.
func (r *Reader) ofOtherYear(label string) bool {
	e, ok := r.Vocab.Edition(label)
	year := r.Rep.Report.Summit.Year
	return ok && e.Year != 0 && year != 0 && e.Year != year && e.Year != year+1
}
