package rubrics

import (
	"slices"
	"strings"
	"unicode"

	"recount.invalid/recount/audit/stem"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/internal/lazywords"
	"recount.invalid/recount/model"
)

// A clause that says how many parts a level takes is held against the scoring table only where
// every word of it is understood: "two of the three measures are considered full compliance with
// the older promise" and "two and the third begun" say other things.

// clauseWords are the words of which such clauses are made.
var clauseWords = lazywords.Of(`a an the any each every such of in on for to by at as from with under through out
	member members country countries state states party parties government governments g7 g8 g20 brics
	that which who has have had having is are be been being it they them these those this its their he she there
	will would shall must need needs needed required requires require
	action actions take takes taken took taking act acts acted acting carry carries carried complete completes completed do does done make makes made
	meet meets met fulfil fulfils fulfilled satisfy satisfies satisfied address addresses addressed cover covers covered
	implement implements implemented use uses used achieve achieves achieved undertake undertakes undertaken keep keeps kept
	comply complies complied compliant compliance non-compliance noncompliance full fully completely partial partially partly part progress work
	deem deemed consider considered regard regarded judge judged treat treated hold held seen viewed found count counts counted
	constitute constitutes mean means amount amounts earn earns receive receives awarded award given give gives scored score scores
	rated assessed assigned credited qualify qualifies qualifying suffice suffices enough sufficient makes
	only just exactly least therefore thus however then commitment promise pledge while whereas not no nor none neither or if when`)

// reOfAssessment finds what says of which report or time all of it is said.
var reOfAssessment = lazyregexp.New(`(?i)\bfor\s+the\s+purposes?\s+of\s+(?:this|the)\s+(?:report|assessment|study|analysis)\b|\b(?:within|during|in)\s+the\s+(?:(?:compliance|reporting|assessment|monitoring)\s+)?(?:period|cycle)(?:\s+of\s+(?:assessment|compliance|monitoring))?\b|\b(?:since|after)\s+the\s+summit\b|\bby\s+the\s+end\s+of\s+the\s+(?:(?:compliance|reporting|assessment)\s+)?(?:period|cycle)\b`)

// topicOf are the stems with which the rubric of a commitment speaks of it.
func topicOf(c *model.Commitment) []string {
	var out []string
	for _, l := range slices.Concat(c.Rubric, c.Guidelines) {
		if l.Score == nil {
			continue
		}
		for _, w := range wordsOf(l.Text) {
			out = append(out, stem.Of(w))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// saysNoMore reports whether a clause has no words but those of its count, those that tie it to
// a level, and those of the commitment.
func saysNoMore(clause, count string, topic []string) bool {
	before, behind, _ := strings.Cut(clause, count)
	for _, w := range wordsOf(reOfAssessment.ReplaceAllString(before+" "+behind, " ")) {
		if !clauseWords.Has(w) && !slices.ContainsFunc(topic, func(t string) bool { return stem.Same(stem.Of(w), t) }) {
			return false
		}
	}
	return !slices.Contains(wordsOf(behind), "and") && !slices.Contains(wordsOf(before), "and")
}

// wordsOf are the words of a text in small letters.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && !unicode.IsDigit(r) })
}
