package prose

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/figure"
)

// Figure is a score, a percentage or both, as printed in a sentence.
type Figure struct {
	Span
	Text    string
	Value   *model.Decimal
	Percent *model.Decimal
}

// Figures finds the scores and percentages of a sentence, whatever they are
// about.
func Figures(s string) []Figure { return figures(s) }

// figures finds the figures of a sentence. A number without a sign is one
// only when it has decimals or a percentage; whether it is a score is for the
// words around it to say.
func figures(s string) []Figure {
	var out []Figure
	for _, f := range figure.FigureForms(s) {
		out = append(out, Figure{Span: Span{f.Start, f.End}, Text: f.Text, Value: f.Value, Percent: f.Percent})
	}
	return out
}
