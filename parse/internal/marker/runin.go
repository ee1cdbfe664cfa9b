package marker

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
	"recount.invalid/recount/parse/internal/sheet"
)

// SplitRunIn cuts lines that begin with a member's heading in bold and go on
// with the section's text: "Argentina: 0" in bold, then its opening. The two
// become lines of their own, as if the heading had been set above.
func (r *Reader) SplitRunIn(ls []*sheet.Line) []*sheet.Line {
	var out []*sheet.Line
	for i, l := range ls {
		k := r.runInHeading(l)
		if k == 0 {
			if out != nil {
				out = append(out, l)
			}
			continue
		}
		if out == nil {
			out = append(out, ls[:i]...)
		}
		out = append(out, r.CutLine(l, 0, k), r.CutLine(l, k, len(l.Runs)))
	}
	if out == nil {
		return ls
	}
	return out
}

// runInHeading gives how many runs at a line's start are a member's heading
// with its score, set in bold before text that is not; 0 is none.
func (r *Reader) runInHeading(l *sheet.Line) int {
	if l.Dir != model.Rightward || l.Bold || !l.Runs[0].Bold || len(l.Runs) < 2 {
		return 0
	}
	k := 0
	for k < len(l.Runs) && l.Runs[k].Bold {
		k++
	}
	if k == len(l.Runs) {
		return 0
	}
	head, _ := r.Raw(sheet.Part{L: l, From: 0, To: k})
	name, score, ok := notation.HeadingScore(r.Vocab, head)
	if !ok || score == nil {
		return 0
	}
	if _, known := r.Vocab.Member(name); !known {
		return 0
	}
	return k
}

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
	c := sheet.NewLine(&m, l.On)
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
