package parse

import (
	"math"
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/notation"
)

// numberTwice reports whether a full-size figure at the start of line i of a
// page's notes is the number of the note before, given to a second note: the
// text has two markers of it, it stands in the column of the notes' figures,
// the line above has come to an end as notes do, and the next figure in the
// column goes on with the count. A figure that wraps to a line's start has at
// most one of these.
func (r *reading) numberTwice(p *pageState, i, n, last int) bool {
	if n != last || r.marks[n] < 2 || i == 0 {
		return false
	}
	l := p.zone[i]
	_, rest, _ := leadingFigure(l.text)
	opening, _ := utf8.DecodeRuneInString(rest)
	if !notation.Opens(opening) || !noteEnds(p.zone[i-1]) {
		return false
	}
	column := false
	for k, other := range p.zone {
		m, _, ok := leadingFigure(other.text)
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
func noteEnds(l *line) bool {
	return endsSentence(l.text) || strings.HasSuffix(l.text, ">") || strings.HasSuffix(l.text, ")") || notation.HasAddress(l.text)
}
