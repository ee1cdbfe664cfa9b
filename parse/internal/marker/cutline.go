package marker

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
)

// CutLine is a line of the runs from..to-1, with what is known of them.
func (r *Reader) CutLine(l *sheet.Line, from, to int) *sheet.Line {
	m := *l.Line
	m.Runs = append([]model.Run{}, l.Runs[from:to]...)
	m.Runs[0].Space, m.Runs[0].Gap = false, 0
	m.Box = model.Box{}
	for _, run := range m.Runs {
		m.Box = m.Box.Union(run.Box)
	}
	m.Box[0] = l.Box[0] // the text is the line's, not an indented one
	c := l.WithRuns(&m)
	for i := from; i < to; i++ {
		if r.Exponents[Place{l, i}] {
			r.Exponents[Place{c, i - from}] = true
		}
	}
	for _, f := range r.Flat[l] {
		if f.Run >= from && f.Run < to {
			f.Run -= from
			r.Flat[c] = append(r.Flat[c], f)
		}
	}
	return c
}
