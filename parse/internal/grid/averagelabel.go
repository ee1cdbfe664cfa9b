package grid

import (
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// AveragesRow reports whether a row is one of averages by its label and the
// texts behind it. A label that speaks of a score or a percentage alone ("Final
// Compliance Score"), or of a stage or year ("2006 average"), heads columns too, so that it labels averages only where
// nothing but figures stands behind it, one of them with decimals or a percent
// sign at least.
func (r *Reader) AveragesRow(label string, behind []string) bool {
	if r.Vocab.AverageLabel(label) {
		return true
	}
	_, edition := r.Vocab.Edition(label)
	if !r.ScoreLabel(label) && !edition {
		return false
	}
	precise := 0
	for _, s := range behind {
		if _, ok := scoretext.ParseAverage(r.Vocab, s); ok {
			precise++
		} else if _, ok, na := scoretext.ParseScore(r.Vocab, s); !ok && !na {
			return false
		}
	}
	return precise > 0
}

// ScoreLabel reports whether a label speaks of scores, averages or percentages
// and of no level and no member.
func (r *Reader) ScoreLabel(s string) bool {
	switch kind, _ := r.Vocab.Column(s); kind {
	case vocabulary.ColumnScore, vocabulary.ColumnAverage, vocabulary.ColumnPercent:
		return true
	}
	return false
}

// averagesLine is AveragesRow for a line of a table that is set by white space.
func (r *Reader) averagesLine(ps []sheet.Part) bool {
	label, _ := r.Raw(ps[0])
	if r.Vocab.AverageLabel(label) {
		return true
	}
	if _, edition := r.Vocab.Edition(label); len(ps) < 2 || !edition && !r.ScoreLabel(label) {
		return false
	}
	scores, precise, other := 0, 0, 0
	for _, p := range ps[1:] {
		s, d, o := r.countFigures(p)
		scores, precise, other = scores+s, precise+d, other+o
	}
	return scores > 0 && precise > 0 && other == 0
}

// CellTexts gives the texts of cells.
func CellTexts(cs []*sheet.Cell) []string {
	out := make([]string, len(cs))
	for i, c := range cs {
		out[i] = c.Text.Text
	}
	return out
}
