package scoring

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// A column or a row may say in its head that it holds percentages ("%"), so
// that its figures do without the sign: 80 stands for 80 %.

// percentColumns gives the columns that are headed as percentages in one of
// the first rows of a table.
func (r *Reader) percentColumns(t *sheet.Table, rows int) map[int]bool {
	out := map[int]bool{}
	for _, c := range t.Cells {
		if c.Row < rows && c.Col > 0 && r.percentHead(c.Text.Text) {
			for k := range c.ColSpan {
				out[c.Col+k] = true
			}
		}
	}
	return out
}

// columnsOf are the columns of a row's cells.
func columnsOf(cs []*sheet.Cell) map[int]bool {
	out := map[int]bool{}
	for _, c := range cs {
		out[c.Col] = true
	}
	return out
}

// percentHead reports whether a head says that figures are percentages.
func (r *Reader) percentHead(s string) bool {
	kind, _ := r.Vocab.Column(s)
	return kind == vocabulary.ColumnPercent
}

// asPercent puts the sign behind a figure that has none.
func asPercent(s string) string {
	if script.Decimal(s) == nil {
		return s
	}
	return s + "%"
}

// averageIn reads the score and the percentage of an average that stand in one
// cell or in two, in either order. The text is as printed.
func (r *Reader) averageIn(cells []*sheet.Cell, percents map[int]bool) (model.Average, bool) {
	var figures []string
	joined := ""
	for _, c := range cells {
		s := c.Text.Text
		if percents[c.Col] {
			s = asPercent(s)
		}
		figures = append(figures, s)
		if joined != "" {
			joined += " "
		}
		joined += s
	}
	avg, ok := r.Average(joined)
	if !ok {
		avg, ok = r.averageOf(figures)
	}
	avg.Text = joinTexts(cells)
	return avg, ok
}

// averageOf puts an average together of texts of which one is its score and the
// other its percentage.
func (r *Reader) averageOf(figures []string) (model.Average, bool) {
	var out model.Average
	for _, s := range figures {
		avg, ok := r.Average(s)
		if !ok || avg.Value != nil && out.Value != nil || avg.Percent != nil && out.Percent != nil {
			return model.Average{}, false
		}
		if avg.Value != nil {
			out.Value = avg.Value
		}
		if avg.Percent != nil {
			out.Percent = avg.Percent
		}
	}
	return out, len(figures) > 1
}

// mayBeShareOf reports whether figures without scores beside them are a percentage that
// the average of the last row of scores lacks.
func (r *Reader) mayBeShareOf(m *model.Matrix, tail []*sheet.Cell, percents map[int]bool) bool {
	if len(m.Rows) == 0 {
		return false
	}
	above := m.Rows[len(m.Rows)-1].Average
	avg, ok := r.averageIn(tail, percents)
	return ok && avg.Value == nil && above != nil && above.Value != nil && above.Percent == nil
}
