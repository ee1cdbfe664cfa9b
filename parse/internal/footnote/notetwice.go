package footnote

import (
	"math"
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/notation/join"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/sheet"
)

// numberTwice reports whether a full-size figure at the start of line i of a
// page's notes is the number of the note before, given to a second note: the
// text has two markers of it, it stands in the column of the notes' figures,
// the line above has come to an end as notes do, and the next figure in the
// column goes on with the count. A figure that wraps to a line's start has at
// most one of these.
func (r *Reader) numberTwice(p *sheet.Page, i, n, last int) bool {
	if n != last || r.marks[n] < 2 || i == 0 {
		return false
	}
	l := p.Zone[i]
	_, rest, _ := sheet.LeadingFigure(l.Printed)
	opening, _ := utf8.DecodeRuneInString(rest)
	if !script.Opens(opening) || !noteEnds(p.Zone[i-1]) {
		return false
	}
	column := false
	for k, other := range p.Zone {
		m, _, ok := sheet.LeadingFigure(other.Printed)
		if !ok || k == i || math.Abs(other.Box.X0()-l.Box.X0()) > listColumn*l.Size {
			continue
		}
		if k > i {
			return column && m == n+1
		}
		column = column || m == n
	}
	return column
}

// noteEnds reports whether a line can be the last of a note.
func noteEnds(l *sheet.Line) bool {
	return sheet.EndsSentence(l.Printed) || strings.HasSuffix(l.Printed, ">") || strings.HasSuffix(l.Printed, ")") || join.HasAddress(l.Printed)
}
