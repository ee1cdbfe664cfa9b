package grid

import (
	"math"
	"slices"
	"sort"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// Processors centre the cells of a row by its height: beside a label in two lines
// its figures stand between the two, and a mean over its percentage begins above
// them. Such a row comes as several lines whose baselines are nearer to each
// other than lines of text can be. It is put together before rows are told
// from what stands around them.

// tooNear is how far apart the baselines of two lines are at least where one is
// written below the other, as a ratio of the size.
const tooNear = 0.95

// maxStaggered is over how many lines a row with centred cells goes at most.
const maxStaggered = 9

// joinStaggered gives the lines from top to bottom with each row of centred cells
// as one line.
func (r *Reader) joinStaggered(ls []*sheet.Line) []*sheet.Line {
	out := make([]*sheet.Line, 0, len(ls))
	for i := 0; i < len(ls); {
		n := 1
		for i+n < len(ls) && n < maxStaggered && staggers(ls[i+n-1], ls[i+n]) {
			n++
		}
		if n > 1 {
			if row := r.joinedRow(ls[i : i+n]); row != nil {
				row.Made = ls[i : i+n]
				out = append(out, row)
				i += n
				continue
			}
		}
		if n == 1 && i+1 < len(ls) {
			if row := r.wrappedRow(ls[i], ls[i+1]); row != nil {
				out = append(out, row)
				i += 2
				continue
			}
		}
		out = append(out, ls[i:i+n]...)
		i += n
	}
	return out
}

// wrappedRow joins a member's name and the first line of the words for its score
// with the line below, which has the rest of these words and nothing else
// ("France | Lack of" over "Compliance"); nil where that makes no row of scores.
func (r *Reader) wrappedRow(l, rest *sheet.Line) *sheet.Line {
	ps := Pieces(l)
	label, _ := r.labelled(ps)
	if len(ps) < 2 || !r.IsMember(label) || r.scoreRow(l) || l.Bold != rest.Bold || l.Column != rest.Column || lead(l, rest) > 1.5*l.Size {
		return nil
	}
	var behind []model.Box
	for _, pc := range ps[1:] {
		behind = append(behind, pc.Box())
	}
	for _, pc := range Pieces(rest) {
		if layout.Overlaps(behind, pc.Box()) != 1 || pc.Box().X0() < ps[0].Box().X1() {
			return nil
		}
	}
	row := r.joinedRow([]*sheet.Line{l, rest})
	if row != nil {
		row.Made = []*sheet.Line{l, rest}
	}
	return row
}

// staggers reports whether a line stands too near below another to be the next
// line of the same text: the two stand beside each other.
func staggers(a, b *sheet.Line) bool {
	d := b.Baseline - a.Baseline
	if d >= tooNear*min(a.Size, b.Size) || a.Dir != b.Dir || a.Column != b.Column {
		return false
	}
	for _, p := range Pieces(a) {
		for _, q := range Pieces(b) {
			if p.Box().X0() < q.Box().X1() && q.Box().X0() < p.Box().X1() {
				return false
			}
		}
	}
	return true
}

// joinedRow makes one line of lines that stand beside each other: cells from
// left to right, what is in each from top to bottom. It is nil where that is
// neither a row of scores nor one of heads.
func (r *Reader) joinedRow(ls []*sheet.Line) *sheet.Line {
	type cell struct {
		box   model.Box
		parts []sheet.Part
	}
	var pieces []sheet.Part
	main := ls[0]
	for _, l := range ls {
		ps := Pieces(l)
		pieces = append(pieces, ps...)
		if len(ps) > len(Pieces(main)) {
			main = l
		}
	}
	sort.SliceStable(pieces, func(i, j int) bool { return pieces[i].Box().X0() < pieces[j].Box().X0() })
	var cells []*cell
	for _, p := range pieces {
		if n := len(cells); n > 0 && p.Box().X0() < cells[n-1].box.X1() {
			cells[n-1].box = cells[n-1].box.Union(p.Box())
			cells[n-1].parts = append(cells[n-1].parts, p)
			continue
		}
		cells = append(cells, &cell{p.Box(), []sheet.Part{p}})
	}
	m := *main.Line
	m.Box, m.Runs = model.Box{}, nil
	for i, c := range cells {
		sort.SliceStable(c.parts, func(i, j int) bool { return c.parts[i].L.Baseline < c.parts[j].L.Baseline })
		for k, p := range c.parts {
			from := len(m.Runs)
			m.Runs = append(m.Runs, slices.Clone(p.L.Runs[p.From:p.To])...)
			first := &m.Runs[from]
			switch {
			case k > 0:
				first.Space, first.Gap = true, 0
			case i > 0:
				first.Space, first.Gap = true, math.Max(c.box.X0()-cells[i-1].box.X1(), cellGap*m.Size)
			default:
				first.Space, first.Gap = false, 0
			}
		}
		m.Box = m.Box.Union(c.box)
	}
	row := sheet.NewLine(&m, main.On)
	if len(cells) < 2 || !r.scoreRow(row) && !r.namesMembers(row) {
		return nil
	}
	return row
}

// pageLines are the page's lines that a line is, or is put together of.
func pageLines(l *sheet.Line) []*sheet.Line {
	if l.Made != nil {
		return l.Made
	}
	return []*sheet.Line{l}
}

// separated gives lines as they stand on the page.
func separated(ls []*sheet.Line) []*sheet.Line {
	var out []*sheet.Line
	for _, l := range ls {
		out = append(out, pageLines(l)...)
	}
	return out
}

// lead is the distance from the last baseline of a line to the first of one
// below it, in points.
func lead(a, b *sheet.Line) float64 {
	above, below := pageLines(a), pageLines(b)
	return below[0].Baseline - above[len(above)-1].Baseline
}
