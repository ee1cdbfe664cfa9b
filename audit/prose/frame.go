package prose

import (
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/vocabulary"
)

// rePointsElsewhere are words of plain statements that together point to something else:
// "their report", "on that list", "there".
var rePointsElsewhere = lazyregexp.New(`(?i)\b(?:there|then|theirs|elsewhere)\b|\b(?:that|those|their|its|other|another|each|every|next|last)\s+(?:own\s+)?(?:reports?|summits?|lists?|tables?|rankings?|years?|cycles?|periods?|assessments?|stud(?:y|ies)|groups?|scores?|marks?|grades?|results?)\b`)

// NamesOther reports whether a sentence names another time or report, of which those behind it
// may speak.
func (r Reader) NamesOther(sentence string) bool {
	return r.OtherTime(sentence) != "" || reAgo.MatchString(sentence)
}

// SetsFrame reports whether a sentence may say of what the sentences behind it speak: another
// year, another report, a part of the members. One of which every word can stand in a
// statement on this report's scores says nothing of the kind.
func (r Reader) SetsFrame(sentence string) bool {
	if len(sentence) > maxSentence || r.OtherTime(sentence) != "" || rePointsElsewhere.MatchString(sentence) {
		return true
	}
	known := []Span{}
	for _, m := range r.Members(sentence) {
		known = append(known, m.Span)
	}
	for _, f := range figures(sentence) {
		known = append(known, f.Span)
	}
	own := wordsLeftOut(sentence, reNoLimit.ReplaceAllString(r.withoutUnion(r.withoutOwnDates(sentence)), " "))
	v := r.Words()
	for _, w := range wordSpans(sentence) {
		word := sentence[w.Start:w.End]
		if withinAny(known, w.Start) || own[word] {
			continue
		}
		for _, part := range strings.Split(strings.ToLower(word), "-") {
			part = withoutPossessive(part)
			_, number := numberIn(part)
			switch {
			case part == "", number, plain(part), idle.Has(part), v.Has(vocabulary.StatementWords, part), v.Has(vocabulary.SceneWords, part), r.Catalogue.Touches(part), r.forums(reForum).MatchString(word),
				r.inSummit(part):
			default:
				return true
			}
		}
	}
	return false
}
