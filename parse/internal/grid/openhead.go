package grid

import (
	"math"

	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// textUnder reports whether a line is the text of a section below a heading
// whose score stands apart from the member's name: plain under bold, without
// a gap, across the figure's column.
func textUnder(heading, l *sheet.Line) bool {
	ps := Pieces(heading)
	return heading.Bold && !l.Bold && len(ps) > 1 && len(Pieces(l)) == 1 && sheet.HasLetter(l.Printed) &&
		l.Box.X0() < ps[0].Box().X1() && l.Box.X1() > ps[len(ps)-1].Box().X1()
}

// beginsRanking reports whether a row is ranked first and the one before it is
// not: another ranking begins.
func (r *Reader) beginsRanking(l, before *sheet.Line) bool {
	rank := func(l *sheet.Line) string {
		ps := Pieces(l)
		if len(ps) < 3 || len(ps) > 4 {
			return ""
		}
		s, _ := r.Raw(ps[0])
		if s = SharedRank(s); !IsRank(s) {
			return ""
		}
		return s
	}
	if rank(l) != "1" {
		return false
	}
	was := rank(before)
	return was != "" && was != "1"
}

// underAssessment reports whether the heading of an assessment stands right
// above a line: one row is a table there, whose rest may be on the next page.
func (r *Reader) underAssessment(ls []*sheet.Line, first int) bool {
	if first == 0 || lead(ls[first-1], ls[first]) > 6*ls[first].Size {
		return false // at the top, or with a ruled table between them
	}
	kind, ok := r.Vocab.Heading(ls[first-1].Printed)
	return ok && kind == vocabulary.HeadingAssessment && !tableBetween(ls[first].On, ls[first-1], ls[first])
}

// tableBetween reports whether a ruled table stands between two lines.
func tableBetween(p *sheet.Page, above, below *sheet.Line) bool {
	for _, t := range p.Tables {
		if t.Box.Bottom() > above.Baseline && t.Box.Bottom() < below.Baseline && t.Over(below) {
			return true
		}
	}
	return false
}

// underMembers reports whether row i holds the scores of members who are named
// right above it, one over each: one row is a table there too.
func (r *Reader) underMembers(ls []*sheet.Line, i int) bool {
	if i == 0 || lead(ls[i-1], ls[i]) > 3*ls[i].Size || !r.namesMembers(ls[i-1]) {
		return false
	}
	scores := 0
	for _, pc := range Pieces(ls[i]) {
		n, _, _ := r.countFigures(pc)
		scores += n
	}
	return scores >= sheet.MinMatrixMembers
}

// subhead reports whether a line stands between the rows of one table, such as
// the issue area over its commitments: the next row follows at once, without
// heads of its own.
func (r *Reader) subhead(ls []*sheet.Line, j int) bool {
	next := j + 1
	if next+1 < len(ls) && ls[next].Bold && len(Pieces(ls[next])) == 1 && lead(ls[j], ls[next]) < 1.4*ls[j].Size && math.Abs(ls[j].Box.X0()-ls[next].Box.X0()) < 0.3*ls[j].Size {
		next++ // its second line
	}
	top := next // the upper lines of the row's label may stand above its figures
	for next < len(ls) && next-top < maxLabelLines && !ls[next].Bold && len(Pieces(ls[next])) == 1 && !r.scoreRow(ls[next]) && (next == top || lead(ls[next-1], ls[next]) < 1.5*ls[next].Size) {
		next++
	}
	if j == 0 || next >= len(ls) || !r.scoreRow(ls[next]) || len(Pieces(ls[next])) < sheet.MinMatrixMembers+2 {
		return false // under a title, or over a table with fewer columns than a matrix has
	}
	near := 2.2 * ls[j].Size
	return lead(ls[top-1], ls[top]) < near && lead(ls[next-1], ls[next]) < near && lead(ls[j-1], ls[j]) < near
}

// headLines goes up from the first score row over the lines that can be the
// table's head: turned lines, and lines in pieces that stand over columns.
func (r *Reader) headLines(p *sheet.Page, ls []*sheet.Line, first int) int {
	top := first
	var label *sheet.Line // the uppermost line of the first row's label so far
	for k := first - 1; k >= 0 && first-k <= 5; k-- {
		l := ls[k]
		if lead(l, ls[k+1]) > headRoom(p, l, ls[k+1])*l.Size {
			break
		}
		if _, ok := r.Vocab.Heading(l.Printed); ok || sheet.IsCaption(l.Printed) {
			break
		}
		ps := Pieces(l)
		heads := 0
		for _, pc := range ps {
			s, _ := r.Raw(pc)
			if r.isHead(s) {
				heads++
			}
		}
		if heads == 0 && len(ps) < 2 && r.crowdedHeads(ps[0]) {
			heads++
		}
		if continuesLabel(ls[first], l) || label != nil && aboveInLabel(label, l) {
			top, label = k, l
			continue
		}
		if r.underNames(ls, k, first) || k == first-1 && r.headsGroup(ls, k) {
			continue // a subhead between the heads and the first row
		}
		if len(ps) < 2 && heads == 0 && !(l.Box.X0() > p.Left+0.2*(p.Right-p.Left) && l.Chars < 30) {
			break
		}
		top = k
	}
	return top
}

// underNames reports whether line k is the name of a group of rows, or one of its
// lines, between the members that are named over the columns and the first row:
// bold, in one piece, and nothing but such lines before and behind it.
func (r *Reader) underNames(ls []*sheet.Line, k, first int) bool {
	if first-k > maxGroupLines || r.namesMembers(ls[k]) {
		return false
	}
	for ; k >= 0 && first-k <= maxGroupLines+1; k-- {
		if r.namesMembers(ls[k]) {
			return true
		}
		if !ls[k].Bold || len(Pieces(ls[k])) > 1 {
			return false
		}
	}
	return false
}

// maxGroupLines is over how many lines the name of a group of rows goes at most.
const maxGroupLines = 2

// headRoom is how far below a line of heads the next line stands at most, as a
// ratio of its size: a rule between them, which may have a line of its own, takes
// room.
func headRoom(p *sheet.Page, a, b *sheet.Line) float64 {
	for _, rule := range p.Ruling {
		y := rule.Box.CentreY()
		if rule.Horizontal() && y > a.Baseline && y < b.Baseline && rule.Box.Width() > 5*a.Size {
			return 3.5
		}
	}
	return 2.5
}

// namesMembers reports whether a line names several members, as the head of a
// matrix does.
func (r *Reader) namesMembers(l *sheet.Line) bool {
	n := 0
	for _, pc := range Pieces(l) {
		if s, _ := r.Raw(pc); r.IsMember(s) {
			n++
		} else if r.crowdedHeads(pc) {
			return true
		}
	}
	return n >= sheet.MinMatrixMembers
}
