package grid

import (
	"slices"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
)

// BoldCells reports whether cells are set in bold, as the areas over their
// commitments are.
func BoldCells(cs []*sheet.Cell) bool {
	for _, c := range cs {
		for _, pc := range c.Parts {
			for _, run := range pc.L.Runs[pc.From:pc.To] {
				if !run.Bold {
					return false
				}
			}
		}
	}
	return true
}

// What is a table's, at its upper and its lower edge.

// underHeads reports whether heads stand between a line and the first row of
// scores below it: the line is a head of its own then, in the middle of several
// lines of heads, and not the upper part of the row's label.
func underHeads(all []*sheet.Line, l, row *sheet.Line) bool {
	return slices.ContainsFunc(all, func(m *sheet.Line) bool {
		between := m.Baseline > l.Baseline+0.35*l.Size && m.Baseline < row.Baseline-0.35*row.Size
		return between && m.Dir == model.Rightward && (len(Pieces(m)) > 1 || m.Box.X0() > l.Box.X1())
	})
}

// cutBelow ends a table of members at the row of its average where below that
// only a member follows who has a row already, or whose name is bold as no
// other's is: the heading of the first section.
func (r *Reader) cutBelow(t *sheet.Table) {
	rows := map[string]int{}
	average, bold := -1, false
	for row := range t.Rows {
		cs := t.Row(row)
		if len(cs) == 0 {
			continue
		}
		switch code, is := r.MemberLabel(cs[0].Text.Text); {
		case average < 0 && r.Vocab.AverageLabel(cs[0].Text.Text):
			average = row
		case average < 0 && is:
			rows[code]++
			bold = bold || BoldCells(cs[:1])
		case average >= 0 && (!is || rows[code] == 0 && (bold || !BoldCells(cs[:1]))):
			return
		case average >= 0 && slices.ContainsFunc(cs[1:], func(c *sheet.Cell) bool { return c.Row == row && r.Vocab.AverageLabel(c.Text.Text) }):
			return
		}
	}
	if average < 0 || len(rows) < 3 || average == t.Rows-1 {
		return
	}
	below := func(l *sheet.Line) bool { return l.Box.CentreY() > bottomOf(t, average) }
	if !slices.ContainsFunc(t.Lines, below) {
		return
	}
	t.Cells = slices.DeleteFunc(t.Cells, func(c *sheet.Cell) bool { return c.Row > average })
	t.Lines = slices.DeleteFunc(t.Lines, below)
	t.Rows = average + 1
	t.Box[3] = bottomOf(t, average)
}

// bottomOf is the lower end of what a row's cells say.
func bottomOf(t *sheet.Table, row int) float64 {
	bottom := t.Box.Top()
	for _, c := range t.Row(row) {
		bottom = max(bottom, c.Box.Bottom())
	}
	return bottom
}
