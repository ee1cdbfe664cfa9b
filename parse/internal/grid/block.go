package grid

import (
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// A row of members over a row of their scores may be too wide for the page, so
// that it stands in blocks, one below another, each with its own columns.

// memberHeads is how many members a line names that names nothing else but what
// heads such a row; 0 for any other line.
func (r *Reader) memberHeads(l *sheet.Line) int {
	members := 0
	for i, pc := range Pieces(l) {
		for _, w := range r.headWords(pc) {
			s := w.Text()
			kind, known := r.Vocab.Column(s)
			switch {
			case r.IsMember(s):
				members++
			case r.Vocab.AverageLabel(s), known && (kind == vocabulary.ColumnAverage || i == 0 && kind == vocabulary.ColumnMember):
			default:
				return 0
			}
		}
	}
	return members
}

// scoresUnder reports whether line i has the scores of the members that the line
// above it names: one for each, and nothing else but a label or an average.
func (r *Reader) scoresUnder(ls []*sheet.Line, i int) bool {
	if i == 0 || lead(ls[i-1], ls[i]) > 3*ls[i].Size {
		return false
	}
	ps := Pieces(ls[i])
	if len(ps) == 1 && !crowdedFigures(ps[0]) {
		return false // one figure at most; nearly all text
	}
	if s, _ := r.Raw(ps[0]); r.ScoreLabel(s) && len(ps) > 1 {
		ps = ps[1:]
	}
	figures := 0
	for _, pc := range ps {
		n, _, other := r.countFigures(pc)
		if other > 0 {
			return false // as of most lines; names are the dearer question
		}
		figures += n
	}
	if figures < 2 {
		return false
	}
	members := r.memberHeads(ls[i-1])
	return members > 1 && (figures == members || figures == members+1)
}

// beginsBlock reports whether line j names members over their scores, so that a
// block of a table begins.
func (r *Reader) beginsBlock(ls []*sheet.Line, j int) bool {
	return j+1 < len(ls) && r.scoresUnder(ls, j+1)
}
