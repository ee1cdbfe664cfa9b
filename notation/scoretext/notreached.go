package scoretext

import "recount.invalid/recount/vocabulary"

// A closing also weighs what was done against the levels, and names those that are not given:
// 'weak action does not amount to partial compliance', 'for full compliance a second law
// would have been needed'. Such a sentence states no level.
const (
	// maxDenialWords is how many words stand at most between a denial and the word that it
	// denies ('cannot by any means be called').
	maxDenialWords = 3
	// maxReachWords is how many words stand at most between such a word and the level
	// ('does not meet the threshold of').
	maxReachWords = 4
)

// notGiven reports whether a text names a level that is not reached, or what it would take.
func notGiven(v *vocabulary.Vocabulary, text string, m vocabulary.PhraseMatch) (not bool) {
	vocabulary.WithWords(text, func(words []vocabulary.Word) {
		r := &levelReader{v: v, runes: []rune(text), w: words}
		from, to := r.wordsOf(m)
		not = r.notReached(from, to) || r.whatItTakes(from, to)
	})
	return not
}

// notReached reads 'does not amount to', 'falls short of' before a level, and 'was not
// reached' behind it.
func (r *levelReader) notReached(from, to int) bool {
	if r.deniedAt(r.passArticle(from) - 1) {
		return true
	}
	for k := from; k >= from-1-maxReachWords && k >= 0; k-- {
		if k < from && (r.broken(k+1) || r.goesOn(k)) {
			break
		}
		if k < from && (r.has(vocabulary.ShortfallWords, k) || r.v.Has(vocabulary.ShortfallWords, r.word(k)+" "+r.word(k+1))) {
			return true
		}
		if !r.has(vocabulary.ReachWords, k) {
			continue
		}
		for d := k - 1; d >= k-1-maxDenialWords && d >= 0 && !r.broken(d+1) && !r.goesOn(d); d-- {
			if r.deniedAt(d) {
				return true
			}
		}
	}
	if r.word(to-1) != complianceWord {
		return false
	}
	// 'partial compliance has therefore not been reached', 'cannot be awarded'
	for k := to; k <= to+maxDenialWords && k < len(r.w) && !r.broken(k) && !r.goesOn(k); k++ {
		if r.deniedAt(k) {
			return k > to || r.word(k) == "cannot"
		}
	}
	return false
}

// passArticle is the first word of a level with the article before it.
func (r *levelReader) passArticle(from int) int {
	switch r.word(from - 1) {
	case "a", "an", "the", "even", "yet", "quite":
		if !r.broken(from) {
			return from - 1
		}
	}
	return from
}

// deniedAt reports whether word k denies what follows.
func (r *levelReader) deniedAt(k int) bool {
	switch r.word(k) {
	case "not", "cannot", "never", "nor", "neither", "no", "hardly", "scarcely", "barely", "nothing", "none":
		return !r.broken(k+1) && !(r.word(k+1) == "only" || r.word(k+1) == "merely")
	}
	return false
}

// goesOn reports whether another statement begins with word k.
func (r *levelReader) goesOn(k int) bool {
	switch r.word(k) {
	case "and", "but", "so", "which", "who", "because", "although", "though", "while", "yet":
		return true
	}
	return false
}

// whatItTakes reads 'For partial compliance one law would have been needed', 'To reach
// full compliance, it must', 'is required for full compliance' and 'full compliance
// requires'.
func (r *levelReader) whatItTakes(from, to int) bool {
	if r.word(to-1) == complianceWord {
		for k := to; k <= to+2 && k < len(r.w) && !r.broken(k) && !r.goesOn(k); k++ {
			switch r.word(k) {
			case "requires", "needs", "takes", "demands", "presupposes", "required", "needed", "demanded":
				return r.word(k-1) != "as"
			}
		}
	}
	lead := r.purpose(from)
	if lead < 0 {
		return false
	}
	for k := lead - 1; k >= r.stretch(lead, maxReachWords) && !r.goesOn(k) && !r.has(vocabulary.Auxiliaries, k); k-- {
		if r.has(vocabulary.NeedWords, k) {
			return true
		}
	}
	if lead > 0 && !r.broken(lead) && !r.goesOn(lead-1) {
		return false // 'a score of 0 for partial compliance, and more is needed'
	}
	for k := to; k < len(r.w) && r.mark(k) != ';' && r.mark(k) != '.' && r.mark(k) != ':'; k++ {
		if r.has(vocabulary.NeedWords, k) || r.word(k) == "to" && r.hadBefore(k) {
			return true
		}
	}
	return false
}

// hadBefore reads 'has to', 'had to' at the word 'to'.
func (r *levelReader) hadBefore(k int) bool {
	switch r.word(k - 1) {
	case "has", "had", "have":
		return true
	}
	return false
}

// purpose is the first word of what leads to a level as to an aim: 'for', 'in order to
// reach', 'to be awarded'; -1 is none.
func (r *levelReader) purpose(from int) int {
	from = r.passArticle(from)
	if r.broken(from) {
		return -1
	}
	if r.word(from-1) == "for" {
		if r.has(vocabulary.ReachWords, from-2) && r.word(from-3) == "to" {
			return r.aim(from - 3)
		}
		return from - 1
	}
	for k := from - 1; k >= r.stretch(from, maxReachWords); k-- {
		if r.word(k) == "to" && (r.word(k+1) == "be" || r.has(vocabulary.ReachWords, k+1)) {
			return r.aim(k)
		}
	}
	return -1
}

// aim is where 'in order to' begins whose 'to' is word k.
func (r *levelReader) aim(k int) int {
	if r.word(k-1) == "order" && r.word(k-2) == "in" {
		return k - 2
	}
	return k
}
