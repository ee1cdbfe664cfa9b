package join

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// scoreAsked reports whether the words before a dash that stands alone at a line's end
// ask for a score ("a score of –"), so that it is the minus of the one behind it.
func scoreAsked(v *vocabulary.Vocabulary, line, next string) bool {
	words := strings.Fields(line)
	n := len(words)
	return n > 2 && vocabulary.Fold(words[n-2]) == "of" && v.Has(vocabulary.ScoreNouns, vocabulary.Fold(words[n-3])) && script.ScoreAt([]rune(next))
}

// belowByShare gives the figure behind such a dash where its percentage is that of the
// figure below zero and not of the one above ("–" over "0.50 (25%)"); empty otherwise. A
// percentage may be the slip that an audit looks for, so that what is read by it is in
// doubt.
func belowByShare(v *vocabulary.Vocabulary, next string) string {
	end := strings.IndexByte(next, ')')
	if end < 0 || end > scoretext.MaxScoreText || !script.IsDigit(rune(next[0])) {
		return ""
	}
	avg, ok := scoretext.ParseAverage(v, next[:end+1])
	if !ok || avg.Value == nil || avg.Percent == nil || avg.Value.Units <= 0 {
		return ""
	}
	above := *avg.Value
	below := model.Decimal{Units: -above.Units, Places: above.Places}
	if !shares(below, *avg.Percent) || shares(above, *avg.Percent) {
		return ""
	}
	return next[:end+1]
}

// maxSharePlaces bounds the decimals of figures of which shares takes the measure.
const maxSharePlaces = 4

// shares reports whether a percentage is that of a mean on the scale from −1 to +1, to
// the next whole one.
func shares(mean, percent model.Decimal) bool {
	if mean.Places > maxSharePlaces || percent.Places > maxSharePlaces {
		return false
	}
	one, hundred := int64(1), int64(1)
	for range mean.Places {
		one *= 10
	}
	for range percent.Places {
		hundred *= 10
	}
	if mean.Units > one || mean.Units < -one || percent.Units > 100*hundred {
		return false
	}
	off := percent.Units*one - 50*(one+mean.Units)*hundred
	return off <= one*hundred && -off <= one*hundred
}
