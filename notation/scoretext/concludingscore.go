package scoretext

import (
	"strings"

	"recount.invalid/recount/notation/internal/pattern"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// scoreAfterPhrase is the score behind 'receives a score of'. The
// lookahead keeps 'a score of 0.22', 'a score of 75%' and 'receives 1
// million' from being taken for a member's score.
var scoreAfterPhrase = pattern.New(`\G` + pattern.Gap + `[:“"'‘(]?` + pattern.Gap + `
	(?<score>` + pattern.Sign + `?` + pattern.Space + `?\d)
	(?!\d|\p{L}|[.,/]\d|` + pattern.Gap + `(%|per` + pattern.Space + `?cent|(million|billion|trillion|points?|years?|months?)\b))`)

// ConcludingScore reads the sentence that ends a verdict: 'Thus, Canada
// receives a score of 0.' member is the name as printed. Of several such
// sentences the last holds. score is nil where the sentence gives none that
// can be read.
//
// The sentence must name a member before the phrase or open with a word that
// concludes ('Thus'), and must not deny or generalize: 'members that … receive
// a score of 0' is a guideline.
func ConcludingScore(v *vocabulary.Vocabulary, text string) (member string, score *int, ok bool) {
	matches := v.ScorePhrases(text)
	if len(matches) == 0 {
		return "", nil, false
	}
	runes := []rune(text)
	spans := script.Sentences(v, text)
	for i := len(matches) - 1; i >= 0; i-- {
		phrase := matches[i]
		s := script.SpanAt(spans, phrase.Start)
		before := string(runes[s.Start:phrase.Start])
		name, opened, fits := concludes(v, before)
		stated := "" // the level in words before a weak phrase, which the score must have
		if !opened && phrase.Kind == vocabulary.ScoreWeak {
			stated, _ = ComplianceWords(v, before)
			fits = fits && stated != ""
		}
		if !fits || denies(v, string(runes[phrase.Start:phrase.End])) {
			continue
		}
		if name == "" {
			// 'Thus, a score of 0 is awarded to Canada.'
			members := v.MembersIn(string(runes[phrase.End:s.End]))
			if len(members) == 0 {
				continue
			}
			name = members[0].Name
		}
		m := scoreAfterPhrase.Find(runes, phrase.End)
		if m == nil {
			rest := strings.Trim(string(runes[phrase.End:s.End]), " .:")
			if opened && phrase.Kind == vocabulary.ScoreStrong && (v.NotApplicable(rest) || len(rest) <= 2) {
				return name, nil, true
			}
			continue
		}
		text, _ := pattern.Group(m, "score")
		value, read := signedDigit(text)
		behind := strings.TrimSpace(string(runes[m.Index+m.Length : s.End]))
		if !read || stated != "" && (LevelOfScore(value) != stated || behind != "" && strings.IndexAny(behind, ".,;:)") != 0) {
			continue
		}
		return name, &value, true
	}
	return "", nil, false
}

// concludes judges what stands before the phrase of a concluding sentence:
// whose score it is (empty where it does not say), whether the sentence opens with a word that concludes,
// and whether it can be a verdict's conclusion at all.
func concludes(v *vocabulary.Vocabulary, before string) (name string, opened, fits bool) {
	words := vocabulary.Words(before)
	behind := len([]rune(before)) // where the text behind the opener begins
	if n := openerAt(v, words, 0); n > 0 {
		opened = true
		if n < len(words) {
			behind = words[n].Start
		}
	}
	// '… met both; hence', '… met both, so that it is therefore'.
	clause := 0
	for i, w := range words {
		if w.Folded == "." {
			clause = i + 1
		}
	}
	opened = opened || clause > 0 && openerAt(v, words, clause) > 0
	// 'has not received', 'would have received': right before the phrase.
	for _, w := range words[max(0, len(words)-2):] {
		if v.Has(vocabulary.ScoreDenials, w.Folded) {
			return "", false, false
		}
	}
	if name, ok := possessiveMember(v, before); ok {
		return name, true, true // 'Italy’s score is'
	}
	members := v.MembersIn(before)
	if len(members) > 0 {
		return members[0].Name, opened, true
	}
	if len(words) > 0 && v.Has(vocabulary.ConclusionPronouns, words[0].Folded) {
		return words[0].Folded, opened, true
	}
	if clause > 0 && opened && openerAt(v, words, clause) == len(words)-clause {
		return implied, true, true // '…; hence a score of +1'
	}
	if !opened {
		return "", false, false
	}
	// A name that the vocabulary does not know: what follows the opener.
	name = strings.Trim(string([]rune(before)[behind:]), " ,;:\u00a0")
	name = strings.TrimPrefix(name, "the ")
	return name, true, len(strings.Fields(name)) <= 6
}

// implied is the name of the member whose section it is, which a conclusion
// leaves out.
const implied = "it"

// openerAt is how many words from i on make an opener of conclusions, 0 for
// none.
func openerAt(v *vocabulary.Vocabulary, words []vocabulary.Word, i int) int {
	for n := min(3, len(words)-i); n >= 1; n-- {
		opener := make([]string, n)
		for k := range opener {
			opener[k] = words[i+k].Folded
		}
		if v.Has(vocabulary.ConclusionOpeners, strings.Join(opener, " ")) {
			return n
		}
	}
	return 0
}

// possessiveMember reads a text that is a member's possessive and nothing
// else: 'Canada’s', 'The United States’'.
func possessiveMember(v *vocabulary.Vocabulary, text string) (name string, ok bool) {
	bare := strings.TrimSpace(text)
	for _, end := range []string{"’s", "'s", "’", "'"} {
		if owner, cut := strings.CutSuffix(bare, end); cut {
			owner = script.WithoutArticle(owner)
			_, ok := v.Member(owner)
			return owner, ok
		}
	}
	return "", false
}

// denies says that a word of denial stands in a phrase ('has not been awarded
// a score of').
func denies(v *vocabulary.Vocabulary, phrase string) bool {
	for _, w := range vocabulary.Words(phrase) {
		if v.Has(vocabulary.ScoreDenials, w.Folded) {
			return true
		}
	}
	return false
}
