package chapter

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
	"recount.invalid/recount/parse/internal/marker"
)

// closeFreely reads the score that the last paragraph of a member's section
// gives in words that make a conclusion only there ('Canada is awarded +1.').
// What stands before the sentence in the same paragraph is the closing where it
// speaks of compliance, otherwise it stays what it is, an action or a remark.
// from is the index of the first paragraph of the conclusion.
func (r *Reader) closeFreely(out *model.Verdict, ts []model.Text) (from int, ok bool) {
	last := len(ts) - 1
	if last < 0 {
		return 0, false
	}
	t := ts[last]
	score, at, ok := notation.ClosingScore(r.Vocab, t.Text, out.Member)
	if !ok {
		return 0, false
	}
	sentence := marker.CutText(t, at.Start, at.End)
	if len(sentence.Footnotes) > 0 {
		return 0, false // what has a source is an action
	}
	out.ConcludingScore, out.Concluding = &score, &sentence
	before, behind := marker.CutText(t, 0, at.Start), marker.CutText(t, at.End, -1)
	rest := before
	if strings.TrimSpace(behind.Text) != "" {
		rest = t // the closing goes on behind it
	}
	if strings.TrimSpace(rest.Text) == "" {
		return r.closedBefore(out, ts, last), true
	}
	if _, says := notation.ComplianceWords(r.Vocab, rest.Text); !says || r.dated(rest) || len(rest.Footnotes) > 0 {
		ts[last] = rest
		return len(ts), true
	}
	out.Closing = r.statement(rest)
	return last, true
}
