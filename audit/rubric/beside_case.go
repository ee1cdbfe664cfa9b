package rubric

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/rubric/closed"
	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/internal/lazyregexp"
)

// Beside the levels a text may give a case its score: "A member that merely declares its
// support is to be scored −1", "Measures at home alone can earn no more than partial
// compliance", "A member with strong action in one area and weak action in the other
// achieves partial compliance", "A member that has not ratified by then is scored −1".

// assignment is such a sentence.
type assignment struct {
	sentence, words string
	score           int
	most            bool // the score is the highest that can be given
}

var (
	reAssigns = lazyregexp.New(`(?i)^(.+?),?\s+(?:(?:can|could|may|will|would|should|must|shall)\s+)?(?:therefore\s+|thus\s+|accordingly\s+|always\s+|only\s+)?(?:(?:is|are|be)\s+)?(?:to\s+be\s+)?(?:scored|given|awarded|assigned|rated|achieves?|receives?|earns?|gets?|merits?|amounts?\s+to|constitutes?|counts?\s+as|is|are)\s+(?:as\s+|at\s+|only\s+|merely\s+)?(no\s+more\s+than\s+|at\s+most\s+|no\s+better\s+than\s+)?(?:as\s+|at\s+)?(?:an?\s+|the\s+)?(?:score\s+of\s+|scored\s+)?(full\s+compliance|partial\s+compliance|non-?compliance|[+\x{2212}\x{2013}-]1|0)\s*$`)
	reModal   = lazyregexp.New(`(?i)\b(?:can|could|may|might|should|would)\b`)
	// reCaseClause is where the next statement of a sentence begins.
	reCaseClause = lazyregexp.New(`(?i);\s+|,\s+(?:and|but|while|whereas)\s+`)
	// reSupposes are words that make it hold in some cases only.
	reSupposes = lazyregexp.New(`(?i)\b(?:if|unless|except|provided|when|where|while|whereas|otherwise|usually|normally|generally|often|sometimes|some|such|at\s+least)\b`)
	reByThen   = lazyregexp.New(`(?i)\b(?:by\s+then|by\s+(?:that|this)\s+(?:day|date))\b`)
)

// assignments are the cases that sentences give a score.
func assignments(sentences []string, scores []condition.Condition) (out []assignment) {
	for i, sentence := range sentences {
		text := strings.TrimRight(strings.TrimSpace(thatDay(sentences, i)), ".")
		from := 0
		cuts := append(reCaseClause.FindAllStringIndex(text, -1), []int{len(text), len(text)})
		for _, cut := range cuts {
			clause := text[from:cut[0]]
			from = cut[1]
			m := reAssigns.FindStringSubmatch(clause)
			if m == nil || reSupposes.MatchString(m[1]) || m[2] == "" && reModal.MatchString(clause[len(m[1]):]) {
				continue
			}
			a := assignment{sentence: sentence, words: m[1], most: m[2] != "", score: scores[0].Score}
			switch l := strings.ToLower(m[3]); {
			case strings.HasPrefix(l, "partial") || l == "0":
				a.score = scores[len(scores)/2].Score
			case strings.HasPrefix(l, "non") || strings.HasSuffix(l, "1") && l[0] != '+':
				a.score = scores[len(scores)-1].Score
			}
			if reByThen.MatchString(a.words) {
				day := onlyDay(sentences[max(0, i-1)])
				if day == "" {
					continue
				}
				a.words = reByThen.ReplaceAllString(a.words, "by "+day)
			}
			out = append(out, a)
		}
	}
	return out
}

// onlyDay is the one day of a sentence, empty where it has none or several.
func onlyDay(sentence string) string {
	day := ""
	for _, v := range values(sentence) {
		if v.measure != date {
			continue
		}
		if v.value <= 0 || day != "" {
			return ""
		}
		day = v.text
	}
	return day
}

// ofCases are those of the sentences that give a case another score than the levels do.
func (r Reading) ofCases(given []assignment) (out []Dispute) {
	if len(r.Levels) != 3 {
		return nil
	}
	for _, a := range given {
		truth := r.caseOf(a.words)
		if truth == nil {
			continue
		}
		level, _ := r.Level(a.score)
		d := Dispute{Score: a.score, Sentence: a.sentence}
		for i, s := range r.States() {
			if truth[i] != condition.In {
				continue
			}
			for _, l := range r.Levels {
				if l.Score == a.score || a.most && l.Score < a.score || l.Truth(s) != condition.In || level.Truth(s) != condition.Out {
					continue
				}
				if limitedAt(l, s) || l.Score > a.score || !r.claimedAbove(l, s) {
					d.States = append(d.States, s)
				}
				break
			}
		}
		if len(d.States) > 0 {
			out = append(out, d)
		}
	}
	return out
}

// claimedAbove reports whether a level above claims a state too.
func (r Reading) claimedAbove(level condition.Condition, s condition.State) bool {
	return slices.ContainsFunc(r.Levels, func(l condition.Condition) bool { return l.Score > level.Score && l.Truth(s) != condition.Out })
}

// caseOf says for each state whether it is the case that words tell of; nil where that
// is not certain.
func (r Reading) caseOf(words string) []condition.Truth {
	states := r.States()
	out := make([]condition.Truth, len(states))
	switch {
	case r.pair != nil:
		which, alone := r.pair.aloneIn(words)
		if !alone {
			return nil
		}
		for i, s := range states {
			if s.Strong == firstOnly+which {
				out[i] = condition.In
			}
		}
		return out
	case r.frame != nil && r.frame.scale.measure == date:
		f := *r.frame
		f.affirmed = false
		quantities, stems, ok := f.read(words, f.all(words, values(words)), false)
		if !ok || len(quantities) < 2 || !f.speaksOf(stems, words) || !sameWords(stems, append(slices.Clone(f.stems), memberWords...)) {
			return nil
		}
		for i, s := range states {
			for _, q := range quantities {
				out[i] = max(out[i], q.Truth(s.Strong))
			}
		}
		return out
	case r.frame == nil && r.Unit == condition.Dimensions && r.Graded && r.Size == 2 && reOneAndOther.MatchString(words):
		for i, s := range states {
			if s.Strong == 1 && s.Weak == 1 {
				out[i] = condition.In
			}
		}
		return out
	}
	return nil
}

// memberWords are the stems of who acts.
var memberWords = []string{"member", "countr", "country", "state", "government"}

// reOneAndOther finds action of each grade in each of two parts.
var reOneAndOther = lazyregexp.New(`(?i)^(?:an?|any|each|every|the)\s+(?:[\p{L}\d]+\s+)?(?:member|country|state)s?\s+(?:with|that\s+(?:has\s+taken|takes|took))\s+strong\s+action\s+(?:in|on)\s+one\s+(?:of\s+the\s+(?:two\s+)?)?(?:areas?|dimensions?|parts?|pillars?|components?|elements?|fields?|sides?|spheres?)?\s*(?:and|but)\s+(?:merely\s+|only\s+)?weak\s+action\s+(?:in|on)\s+the\s+other(?:\s+one)?$`)

var (
	// reSingly finds that there is nothing beside what is named.
	reSingly = lazyregexp.New(`(?i)\b(?:merely|solely|only|alone|nothing\s+but|(?:does|do|did)\s+no\s+more\s+than)\b`)
	// reOnlyThat finds that nothing else counts, which is another thing.
	reOnlyThat = lazyregexp.New(`(?i)^\W*(?:only|solely)\b`)
	reNegated  = lazyregexp.New(`(?i)\b(?:not|no(?:\s+other)?|never|neither|nor|without|fails?|lacks?)\b`)
)

// aloneIn is the one of the two that words say stands alone.
func (p *pair) aloneIn(words string) (which int, ok bool) {
	if len(reSingly.FindAllStringIndex(words, 2)) != 1 || reOnlyThat.MatchString(words) {
		return 0, false
	}
	rest := reSingly.ReplaceAllString(words, " ")
	if reNegated.MatchString(rest) {
		return 0, false
	}
	return closed.Names(rest, [][]string{p.words[0], p.words[1]}, append(p.common(), memberWords...))
}
