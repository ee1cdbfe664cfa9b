package parse

import (
	"recount.invalid/recount/notation"
	"recount.invalid/recount/vocabulary"
)

// averagesRow reports whether a row is one of averages by its label and the
// texts behind it. A label that speaks of a score or a percentage alone ("Final
// Compliance Score"), or of a stage or year ("2006 average"), heads columns too, so that it labels averages only where
// nothing but figures stands behind it, one of them with decimals or a percent
// sign at least.
func (r *reading) averagesRow(label string, behind []string) bool {
	if r.vocab.AverageLabel(label) {
		return true
	}
	_, edition := r.vocab.Edition(label)
	if !r.scoreLabel(label) && !edition {
		return false
	}
	precise := 0
	for _, s := range behind {
		if _, ok := notation.ParseAverage(r.vocab, s); ok {
			precise++
		} else if _, ok, na := notation.ParseScore(r.vocab, s); !ok && !na {
			return false
		}
	}
	return precise > 0
}

// scoreLabel reports whether a label speaks of scores, averages or percentages
// and of no level and no member.
func (r *reading) scoreLabel(s string) bool {
	switch kind, _ := r.vocab.Column(s); kind {
	case vocabulary.ColumnScore, vocabulary.ColumnAverage, vocabulary.ColumnPercent:
		return true
	}
	return false
}

// averagesLine is averagesRow for a line of a table that is set by white space.
func (r *reading) averagesLine(ps []part) bool {
	label, _ := r.raw(ps[0])
	if r.vocab.AverageLabel(label) {
		return true
	}
	if _, edition := r.vocab.Edition(label); len(ps) < 2 || !edition && !r.scoreLabel(label) {
		return false
	}
	scores, precise, other := 0, 0, 0
	for _, p := range ps[1:] {
		s, d, o := r.countFigures(p)
		scores, precise, other = scores+s, precise+d, other+o
	}
	return scores > 0 && precise > 0 && other == 0
}

// cellTexts gives the texts of cells.
func cellTexts(cs []*cell) []string {
	out := make([]string, len(cs))
	for i, c := range cs {
		out[i] = c.text.Text
	}
	return out
}
