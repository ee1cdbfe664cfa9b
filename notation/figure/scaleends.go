package figure

import (
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// ScaleEnds tells which figures of a text are the ends of the scale of percentages that
// it explains ('on a scale from −100% to +100%') and say nothing of anybody: two that
// stand behind each other, with nothing between them but what leads from one to the
// other, in a text that speaks of a scale.
func ScaleEnds(v *vocabulary.Vocabulary, text string, figures []FigureForm) []bool {
	ends := make([]bool, len(figures))
	for i := 1; i < len(figures); i++ {
		a, b := figures[i-1], figures[i]
		if a.Value != nil || b.Value != nil || !opposite(a.Percent, b.Percent) {
			continue
		}
		between := strings.Trim(text[a.End:b.Start], " \u00a0"+script.Signs)
		if between != "" && !v.Has(vocabulary.ScaleJoins, vocabulary.Fold(between)) || !hasAny(v, vocabulary.Words(text), vocabulary.ScaleWords) {
			continue
		}
		ends[i-1], ends[i] = true, true
	}
	return ends
}

// opposite reports whether two percentages are the ends of a scale.
func opposite(a, b *model.Decimal) bool {
	if a == nil || b == nil {
		return false
	}
	x, y := a.Float(), b.Float()
	if x > y {
		x, y = y, x
	}
	return y == 100 && (x == 0 || x == -100)
}

// scaleEndsAt gives where in a sentence, in code points, the ends of a scale stand.
func scaleEndsAt(v *vocabulary.Vocabulary, text string) map[int]bool {
	if !strings.Contains(text, "100") {
		return nil
	}
	forms := FigureForms(text)
	at := map[int]bool{}
	for i, end := range ScaleEnds(v, text, forms) {
		if end {
			at[utf8.RuneCountInString(text[:forms[i].Start])] = true
		}
	}
	return at
}
