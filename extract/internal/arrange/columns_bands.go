package arrange

import (
	"math"
	"slices"

	"recount.invalid/recount/model"
)

// A heading over both columns may be so short that nothing of it crosses the gutter.
// What shows it is the right column: it ends above the heading and begins anew below
// it, at one height with the left one. Of a heading in the left column the right one
// takes no notice.

// usualLeading is the distance of lines in a column of few, in em.
const usualLeading = 1.1

// band is a part of a gutter's region from top to bottom.
type band struct {
	gutter
	over bool // it stands over both columns
}

// bands parts a gutter's region at the headings that stand over both columns.
func (g gutter) bands(lines []model.Line, segments [][]segment) []band {
	usual := g.usualSize(lines)
	var out []band
	from := g.from
	for i := g.from + 1; i < g.to; i++ {
		to := i
		for to < g.to && to-i < maxHeading && g.leftHeading(lines, segments, to, usual) {
			to++
		}
		if to == i || !g.alone(lines, i, to) {
			continue
		}
		last := to == g.to && len(out) > 0 // as others of the page have shown
		if !last && !g.anew(lines, segments, from, i, to) {
			continue
		}
		out = append(out, band{gutter{g.x, from, i}, false}, band{gutter{g.x, i, to}, true})
		from, i = to, to
	}
	if from < g.to {
		out = append(out, band{gutter{g.x, from, g.to}, false})
	}
	return out
}

// usualSize is the middle one of the sizes of a gutter's lines.
func (g gutter) usualSize(lines []model.Line) float64 {
	var sizes []float64
	for i := g.from; i < g.to; i++ {
		sizes = append(sizes, lines[i].Size)
	}
	if len(sizes) == 0 {
		return 0
	}
	slices.Sort(sizes)
	return sizes[len(sizes)/2]
}

// leftHeading reports whether line i stands left of the gutter alone and is set as a
// heading is.
func (g gutter) leftHeading(lines []model.Line, segments [][]segment, i int, usual float64) bool {
	ss := segments[i]
	return len(ss) > 0 && ss[len(ss)-1].x1 <= g.x && (bold(&lines[i]) || lines[i].Size >= headingSize*usual)
}

// alone reports whether the lines from:to begin at the left edge of the text, with
// nothing beside them in any column.
func (g gutter) alone(lines []model.Line, from, to int) bool {
	edge := math.Inf(1)
	for i := g.from; i < g.to; i++ {
		edge = min(edge, lines[i].Box.X0())
	}
	if lines[from].Box.X0() > edge+nearly*lines[from].Size {
		return false
	}
	above := from == g.from || lines[from].Baseline-lines[from-1].Baseline > lines[from].Size
	below := to == g.to || lines[to].Baseline-lines[to-1].Baseline > lines[to-1].Size
	return above && below
}

// anew reports whether both columns end above the lines i:to and begin below them at
// one height. In the right one there is room for a line there, as there is not between
// paragraphs, and it does not begin with a heading, which would be a column's own.
func (g gutter) anew(lines []model.Line, segments [][]segment, from, i, to int) bool {
	size := lines[i].Size
	r1 := math.Inf(-1)
	var leads []float64 // of the right column
	for k := from; k < i; k++ {
		ss := segments[k]
		if g.reaches(ss) {
			leads = append(leads, lines[k].Baseline-r1)
			r1 = lines[k].Baseline
		}
	}
	l2, r2 := math.Inf(1), math.Inf(1)
	for k := to; k < g.to && lines[k].Baseline < lines[to].Baseline+nearly*size; k++ {
		ss := segments[k]
		if len(ss) > 0 && ss[0].x1 <= g.x {
			l2 = min(l2, lines[k].Baseline)
		}
		if g.reaches(ss) {
			r2 = min(r2, lines[k].Baseline)
			if boldFrom(&lines[k], ss, g.x) {
				return false
			}
		}
	}
	if len(leads) == 0 || math.IsInf(l2, 1) || math.IsInf(r2, 1) {
		return false
	}
	lead := usualLeading * size
	if leads = leads[1:]; len(leads) > 0 { // the first has nothing before it
		slices.Sort(leads)
		lead = max(lead, leads[len(leads)/2])
	}
	return r2-r1 > 2*lead-nearly*size
}

// reaches reports whether something stands right of the gutter.
func (g gutter) reaches(ss []segment) bool {
	return len(ss) > 0 && ss[len(ss)-1].x0 >= g.x
}

// boldFrom reports whether all of a line that stands right of x is bold.
func boldFrom(l *model.Line, ss []segment, x float64) bool {
	for _, s := range ss {
		for k := s.from; s.x0 >= x && k < s.to; k++ {
			if !l.Runs[k].Bold {
				return false
			}
		}
	}
	return true
}
