package paragraph

import (
	"strings"

	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// ScoreLine reads "Score: +1" on a line of its own.
func (r *Reader) ScoreLine(s string) (*int, bool) {
	label, value, ok := strings.Cut(s, ":")
	if !ok || len(s) > 60 {
		return nil, false
	}
	if kind, known := r.Vocab.Column(strings.TrimSpace(label)); !known || kind != vocabulary.ColumnScore {
		return nil, false
	}
	v, ok, _ := scoretext.ParseScore(r.Vocab, value)
	return &v, ok
}

// FirstSentence is a text's first sentence; all of a text without one.
func (r *Reader) FirstSentence(s string) string {
	ss := script.Sentences(r.Vocab, s)
	if len(ss) == 0 {
		return s
	}
	return string([]rune(s)[ss[0].Start:ss[0].End])
}
