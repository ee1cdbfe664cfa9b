package sheet

import (
	"strings"

	"recount.invalid/recount/model"
)

// HoldsCentre reports whether box o holds the centre of box w.
func HoldsCentre(o, w model.Box) bool {
	x, y := w.CentreX(), w.CentreY()
	return o.X0() <= x && x <= o.X1() && o.Top() <= y && y <= o.Bottom()
}

// FlatMark is a marker that was set as full-size figures: bytes from..to of a
// run's text.
type FlatMark struct {
	Run, From, To int
	Number        int
}

// Part is a piece of a line: all of its runs, or those of one table cell.
type Part struct {
	L    *Line
	From int // runs from .. to-1
	To   int
}

// Box is where the piece stands.
func (p Part) Box() model.Box {
	if p.From == 0 && p.To == len(p.L.Runs) {
		return p.L.Box
	}
	var b model.Box
	for _, run := range p.L.Runs[p.From:p.To] {
		b = b.Union(run.Box)
	}
	return b
}

// Printed is the text of a part as it is printed, markers too; that of one run, as most
// are, is not copied.
func (p Part) Printed() string {
	if p.To-p.From == 1 {
		return p.L.Runs[p.From].Text
	}
	var b strings.Builder
	for i, run := range p.L.Runs[p.From:p.To] {
		if i > 0 && run.Space {
			b.WriteByte(' ')
		}
		b.WriteString(run.Text)
	}
	return b.String()
}
