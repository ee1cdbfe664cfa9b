package grid

import (
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/parse/internal/sheet"
)

// levelWord reports whether a text is the words for a level of the scale, which
// stand for its score in the tables of some reports ("Full", "No compliance").
func (r *Reader) levelWord(s string) bool {
	kind, ok := r.Vocab.Column(s)
	if !ok {
		return false
	}
	_, ok = scoretext.ScoreOfKind(kind)
	return ok
}

// headsLevels reports whether the pieces of a line are the heads of the columns
// of the levels and no scores: each level once in the order of the scale, over
// every block of a table in blocks.
func (r *Reader) headsLevels(ps []sheet.Part) bool {
	var scores []int
	for _, pc := range ps {
		s, _ := r.Raw(pc)
		if kind, ok := r.Vocab.Column(s); ok {
			if v, ok := scoretext.ScoreOfKind(kind); ok {
				scores = append(scores, v)
			}
		}
	}
	if len(scores) == 0 || len(scores)%3 != 0 {
		return false
	}
	for i := 0; i < len(scores); i += 3 {
		if scores[i+1] != 0 || scores[i] != scores[0] || scores[i+2] != -scores[0] || scores[0] == 0 {
			return false
		}
	}
	return true
}
