package scoring

import (
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/grid"
	"recount.invalid/recount/parse/internal/sheet"
)

// What looks like scores and was not read as such is a doubt of its own: the
// reader of the data must not take a summary table for absent because it was
// not understood.

// KindUnreadScores is the kind of warnings about such a table before the
// chapters. They are about the summary tables too, among which it is missing.
const KindUnreadScores = "scores-unread"

// minUnreadScores is how many scores of the scale make something look like a
// table of scores: fewer stand in tables of stages and levels too.
const minUnreadScores = 4

// scoresAmong counts the scores of the scale among figures that are printed
// with a sign or are 0, and how many other words there are.
func scoresAmong(r *Reader, words []string) (scores, others int) {
	for _, w := range words {
		v, ok, _ := scoretext.ParseScore(r.Vocab, w)
		if ok && v >= -1 && v <= 1 && (script.BeginsSigned(w) || v == 0) {
			scores++
		} else if sheet.HasLetter(w) {
			others++
		}
	}
	return scores, others
}

// LooksScored reports whether a table that was not understood has the scores of
// a summary: in its cells, or where they run together, in the words of these.
func (r *Reader) LooksScored(t *sheet.Table) bool {
	scores, filled, members := 0, 0, 0
	for _, c := range t.Cells {
		if c.Text.Text == "" {
			continue
		}
		filled++
		if r.IsMember(c.Text.Text) {
			members++
		}
		n, _ := scoresAmong(r, grid.FigureWords(c.Text.Text))
		if n > 1 || n == 1 && !sheet.HasLetter(c.Text.Text) {
			scores += n
			filled += n - 1
		}
	}
	if r.marksMembers(t) {
		return true
	}
	return scores >= minUnreadScores && 3*scores >= filled && (members > 0 || 2*scores >= filled)
}

// maxMarks is how many different marks stand for scores at most, and for none;
// maxMark is how long one is, in bytes.
const (
	maxMarks = 6
	maxMark  = 20
)

// marksMembers reports whether a table gives every member some of a few short
// marks, whatever they mean: letters, words or signs that recur.
func (r *Reader) marksMembers(t *sheet.Table) bool {
	members, marks := 0, 0
	distinct := map[string]bool{}
	for _, c := range t.Cells {
		s := c.Text.Text
		switch _, average := scoretext.ParseAverage(r.Vocab, s); {
		case s == "":
		case r.IsMember(s):
			members++
		case c.Col > 0 && c.Row > 0 && len(s) <= maxMark && !average:
			marks++
			distinct[s] = true
		}
	}
	return members >= sheet.MinMatrixMembers && marks >= 2*members && len(distinct) <= maxMarks && 2*len(distinct) <= marks
}
