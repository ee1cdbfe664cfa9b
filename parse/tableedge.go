package parse

import (
	"slices"

	"recount.invalid/recount/model"
)

// What is a table's, at its upper and its lower edge.

// underHeads reports whether heads stand between a line and the first row of
// scores below it: the line is a head of its own then, in the middle of several
// lines of heads, and not the upper part of the row's label.
func underHeads(all []*line, l, row *line) bool {
	return slices.ContainsFunc(all, func(m *line) bool {
		between := m.Baseline > l.Baseline+0.35*l.Size && m.Baseline < row.Baseline-0.35*row.Size
		return between && m.Dir == model.Rightward && (len(pieces(m)) > 1 || m.Box.X0() > l.Box.X1())
	})
}

// cutBelow ends a table of members at the row of its average where below that
// only a member follows who has a row already, or whose name is bold as no
// other's is: the heading of the first section.
func (r *reading) cutBelow(t *table) {
	rows := map[string]int{}
	average, bold := -1, false
	for row := range t.rows {
		cs := t.row(row)
		if len(cs) == 0 {
			continue
		}
		switch code, is := r.memberLabel(cs[0].text.Text); {
		case average < 0 && r.vocab.AverageLabel(cs[0].text.Text):
			average = row
		case average < 0 && is:
			rows[code]++
			bold = bold || boldCells(cs[:1])
		case average >= 0 && (!is || rows[code] == 0 && (bold || !boldCells(cs[:1]))):
			return
		case average >= 0 && slices.ContainsFunc(cs[1:], func(c *cell) bool { return c.row == row && r.vocab.AverageLabel(c.text.Text) }):
			return
		}
	}
	if average < 0 || len(rows) < 3 || average == t.rows-1 {
		return
	}
	below := func(l *line) bool { return l.Box.CentreY() > t.bottomOf(average) }
	if !slices.ContainsFunc(t.lines, below) {
		return
	}
	t.cells = slices.DeleteFunc(t.cells, func(c *cell) bool { return c.row > average })
	t.lines = slices.DeleteFunc(t.lines, below)
	t.rows = average + 1
	t.box[3] = t.bottomOf(average)
}

// bottomOf is the lower end of what a row's cells say.
func (t *table) bottomOf(row int) float64 {
	bottom := t.box.Top()
	for _, c := range t.row(row) {
		bottom = max(bottom, c.box.Bottom())
	}
	return bottom
}
