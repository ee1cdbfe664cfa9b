package scoretext

import (
	"strings"

	"recount.invalid/recount/vocabulary"
)

// Words of a level stand in many sentences that do not state it of the member now: they
// tell what somebody claims, what might be, how it was in an earlier report, of others,
// or of compliance with something else than the promise.
const (
	// maxAsideWords is how many words stand at most between such a sign and the level.
	maxAsideWords = 8
	// maxTenseWords is how many words stand at most between a verb's first word and it.
	maxTenseWords = 4
)

// aside is why the words of a level do not count.
type aside int

const (
	counts  aside = iota
	notSaid       // the level is not the member's, or not now
	denied        // it is denied: the member has not reached it
)

// setAside judges the words of a level in a sentence.
func setAside(v *vocabulary.Vocabulary, sentence string, m vocabulary.PhraseMatch) (why aside) {
	vocabulary.WithWords(sentence, func(words []vocabulary.Word) {
		r := &levelReader{v: v, runes: []rune(sentence), w: words}
		from, to := r.wordsOf(m)
		switch {
		case r.noLonger(from) || r.notToBeSaid(from) || r.supposed(from, to) || r.notReached(from, to) || r.whatItTakes(from, to):
			why = denied
		case r.claimed(from) || r.former(from) || r.tried(from) || r.ofOtherRule(to) || r.ofEarlier(from, to) || r.contrasted(from, to) || r.ofOwned(from):
			why = notSaid
		}
	})
	return why
}

// stretch is how far back from word i no mark stands, at most n words.
func (r *levelReader) stretch(i, n int) int {
	k := i
	for k > 0 && k > i-n && !r.broken(k) {
		k--
	}
	return k
}

// notToBeSaid reads 'cannot be said to have', 'nor can one say that'.
func (r *levelReader) notToBeSaid(from int) bool {
	for s := from - 1; s >= r.stretch(from, maxAsideWords); s-- {
		if !r.has(vocabulary.ClaimWords, s) && !r.has(vocabulary.LevelVerbs, s) {
			continue
		}
		if r.has(vocabulary.ClaimWords, s) || r.word(s+1) == "to" {
			for k := s - 1; k >= r.stretch(s, maxTenseWords); k-- {
				switch r.word(k) {
				case "cannot", "nor", "never", "hardly":
					return true
				}
			}
		}
	}
	return false
}

// supposed reads 'would have been', 'if it means' before a level and 'would call for'
// behind it.
func (r *levelReader) supposed(from, to int) bool {
	for k := from - 1; k >= r.stretch(from, maxAsideWords); k-- {
		if r.has(vocabulary.Conditions, k) {
			return true
		}
		if w := r.word(k + 1); r.word(k) == "to" && (w == "be" || w == "become" || w == "remain") && k+1 < from && !r.has(vocabulary.LevelVerbs, k-1) && !r.has(vocabulary.ClaimWords, k-1) && !r.has(vocabulary.ReportWords, k-1) {
			return true // 'to be regarded as fully compliant', but 'is judged to be'
		}
	}
	return r.word(to-1) == complianceWord && !r.broken(to) && r.has(vocabulary.Conditions, to)
}

// claimed reads 'maintains that', 'has been asked whether'.
func (r *levelReader) claimed(from int) bool {
	for k := from - 1; k > 0 && r.mark(k+1) != '.' && r.mark(k+1) != ';'; k-- {
		if w := r.word(k); w != "that" && w != "whether" {
			continue
		}
		for c := k - 1; c >= 0 && c >= k-maxAsideWords; c-- {
			if r.has(vocabulary.ClaimWords, c) {
				return r.word(c-1) != "be" // 'it can be said that'
			}
		}
	}
	return false
}

// tried reads 'a reputation for' before a level.
func (r *levelReader) tried(from int) bool {
	if r.broken(from) {
		return false
	}
	switch r.word(from - 1) {
	case "for", "of":
		return r.has(vocabulary.TrialNouns, from-2)
	}
	return false
}

// ofOtherRule reads 'with the directive' behind a level, which is not the promise.
func (r *levelReader) ofOtherRule(to int) bool {
	if r.word(to-1) == "with" {
		to--
	}
	if r.word(to) != "with" || r.broken(to) {
		return false
	}
	rule := false
	for k := to + 1; k < len(r.w) && k <= to+maxAsideWords && !r.broken(k); k++ {
		if r.has(vocabulary.KeptNouns, k) {
			return false
		}
		rule = rule || r.has(vocabulary.OtherRules, k)
	}
	return rule
}

// ofEarlier reads 'in the previous report' where the verb does not speak of today.
func (r *levelReader) ofEarlier(from, to int) bool {
	for k := from - 1; k >= r.stretch(from, maxTenseWords); k-- {
		switch r.word(k) {
		case "has", "have", "is", "are", "remains":
			if r.word(k-1) != "to" {
				return false
			}
		}
	}
	end := to
	for end < len(r.w) && !r.broken(end) && !r.has(vocabulary.ScoreKeepers, end) {
		end++ // 'complied and keeps the score that it had in the last report'
	}
	for k := 0; k < end; k++ {
		switch w := r.word(k); {
		case k >= from && k < to:
			continue
		case r.v.Has(vocabulary.InterimWords, w) && r.has(vocabulary.CoveredSpells, k+1):
			continue
		case r.v.Has(vocabulary.InterimWords, w), w == "first", r.v.Has(vocabulary.EarlierWords, w):
		default:
			continue
		}
		if p := r.word(k - 1); p == "this" || p == "present" || p == "current" {
			continue
		}
		if k < from && !r.leadsInto(k, from) {
			continue
		}
		for n := k + 1; n <= k+2 && n < len(r.w) && !r.broken(n); n++ {
			if r.v.Has(vocabulary.SpellNouns, bareOwner(r.word(n))) {
				return true
			}
		}
	}
	return false
}

// leadsInto reports whether what stands at word k belongs to the clause with the level at
// word from, or leads into it before its subject ('In the last report, Canada …').
func (r *levelReader) leadsInto(k, from int) bool {
	r.findNames()
	for i := k + 1; i <= from; i++ {
		if r.broken(i) {
			_, named := r.memberAt(i)
			return named || r.has(vocabulary.ConclusionPronouns, i)
		}
	}
	return true
}

// findNames looks for the members that the sentence names.
func (r *levelReader) findNames() {
	if r.names == nil {
		r.names = r.v.MembersIn(string(r.runes))
	}
}

// bareOwner is a word without the ending of an owner.
func bareOwner(w string) string {
	for _, end := range []string{"'s", "’s", "'", "’"} {
		if bare, ok := strings.CutSuffix(w, end); ok {
			return bare
		}
	}
	return w
}

// contrasted reads 'Unlike France, which …, Italy …': the level stands in a clause of
// others, and one of the member follows.
func (r *levelReader) contrasted(from, to int) bool {
	r.findNames()
	start := -1
	for k := from - 1; k >= 0 && r.mark(k+1) != '.' && r.mark(k+1) != ';'; k-- {
		if r.has(vocabulary.ContrastWords, k) {
			start = k
			break
		}
	}
	if start < 0 {
		return false
	}
	for b := from; b < len(r.w); b++ {
		if b < to || !r.broken(b) {
			continue
		}
		own, named := r.memberAt(b)
		if !named && !r.has(vocabulary.ConclusionPronouns, b) && r.word(b) != "its" {
			continue
		}
		others := false
		for k := start; k < b; k++ {
			code, is := r.memberAt(k)
			others = others || r.has(vocabulary.OthersWords, k) || is && named && code != own
		}
		return others
	}
	return false
}

// memberAt is the member whose name begins at word i.
func (r *levelReader) memberAt(i int) (code string, ok bool) {
	if r.word(i) == "the" {
		i++
	}
	for _, m := range r.names {
		if i < len(r.w) && m.Start == r.w[i].Start {
			return m.Code, true
		}
	}
	return "", false
}

// ofOwned reads 'Canada’s banks have': what a member has is not the member.
func (r *levelReader) ofOwned(from int) bool {
	r.findNames()
	k := from - 1
	if k < 2 {
		return false
	}
	for k > 0 && !r.broken(k) && r.word(k) != "have" && r.word(k) != "are" && r.word(k) != "were" {
		k--
	}
	if r.broken(k) || k < 2 || k < from-maxTenseWords || r.word(k-1) == "to" || r.has(vocabulary.RecordWords, k-1) || r.has(vocabulary.OwnDeeds, k-1) {
		return false
	}
	start := r.stretch(k, maxAsideWords)
	for _, m := range r.names {
		if m.Start >= r.w[start].Start && m.End < r.w[k].Start && m.End < len(r.runes) && (r.runes[m.End] == '’' || r.runes[m.End] == '\'') {
			return true
		}
	}
	return false
}
