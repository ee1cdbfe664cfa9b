package scoretext

import (
	"strings"
	"unicode"

	"recount.invalid/recount/vocabulary"
)

// maxKeptWords is how many words stand at most between a verb and how far it went,
// and between a verb of keeping and what is kept.
const (
	maxDegreeWords = 14
	maxKeptWords   = 7
)

// levelReader reads the level of compliance that a sentence states of a member in
// words that no list of phrases can have all of: a verb and how far it went.
type levelReader struct {
	v     *vocabulary.Vocabulary
	runes []rune
	w     []vocabulary.Word
	names []vocabulary.MemberMention
	// member says that the sentence names the member, and not only as the owner of
	// something else ('Canada’s banks').
	member bool
}

// StatedLevel is the level of compliance that a sentence states of one member: 'has
// complied with this commitment in full', 'has only partly kept its promise', 'its
// compliance with this commitment has been partial', 'which is full compliance'.
// Empty where it states none or several, denies, asks or supposes, or speaks of
// several members: undecided is better than wrong.
func StatedLevel(v *vocabulary.Vocabulary, sentence string) string {
	level := ""
	vocabulary.WithWords(sentence, func(words []vocabulary.Word) {
		degrees, adjectives := v.Degrees(words), v.LevelAdjectives(words)
		if len(degrees)+len(adjectives) == 0 {
			return
		}
		r := &levelReader{v: v, runes: []rune(sentence), w: words}
		if several := r.findMember(sentence); several || !r.member && !r.ofPromise() {
			return
		}
		clash := false
		take := func(kind string) {
			clash = clash || level != "" && level != kind
			level = kind
		}
		for _, m := range degrees {
			if from, to := r.wordsOf(m); r.degree(from, to) {
				take(m.Kind)
			}
		}
		for _, m := range adjectives {
			if from, to := r.wordsOf(m); r.adjective(from, to) {
				take(m.Kind)
			}
		}
		if clash {
			level = ""
		}
	})
	return level
}

// findMember looks for the member of whom a sentence speaks, and reports whether it
// names several.
func (r *levelReader) findMember(sentence string) (several bool) {
	code := ""
	r.names = r.v.MembersIn(sentence)
	for _, m := range r.names {
		if code != "" && m.Code != code {
			return true
		}
		code = m.Code
		owner := m.End+1 < len(r.runes) && (r.runes[m.End] == '’' || r.runes[m.End] == '\'')
		r.member = r.member || !owner || r.v.Has(vocabulary.RecordWords, r.wordFrom(m.End+2))
	}
	return false
}

// wordFrom is the first word at or behind a code point.
func (r *levelReader) wordFrom(at int) string {
	for _, w := range r.w {
		if w.Start >= at {
			return w.Folded
		}
	}
	return ""
}

// ofPromise reports whether a sentence speaks of a promise, of compliance itself, or
// of the member by a pronoun.
func (r *levelReader) ofPromise() bool {
	for i := range r.w {
		if w := r.word(i); w == complianceWord || r.v.Has(vocabulary.KeptNouns, w) {
			return true
		}
	}
	return r.v.Has(vocabulary.ConclusionPronouns, r.word(r.opening()))
}

// wordsOf are the words of a match.
func (r *levelReader) wordsOf(m vocabulary.PhraseMatch) (from, to int) {
	for from < len(r.w) && r.w[from].Start < m.Start {
		from++
	}
	for to = from; to < len(r.w) && r.w[to].End <= m.End; to++ {
	}
	return from, to
}

// degree reports whether the words from..to say how far the member complied.
func (r *levelReader) degree(from, to int) bool {
	// 'has fully complied', 'has in part kept its word'
	if r.has(vocabulary.ComplyVerbs, to) && !r.broken(to) {
		return r.said(from)
	}
	if r.has(vocabulary.KeepVerbs, to) && !r.broken(to) {
		return r.kept(to, to+maxKeptWords) >= 0 && r.said(from)
	}
	if !r.ends(to) {
		return false
	}
	// 'has complied with this commitment in full', '…, though only in part'
	first := from
	for first > 0 && (r.v.Has(vocabulary.LevelAdverbs, r.word(first-1)) || r.v.Has(vocabulary.LevelGoesOn, r.word(first-1)) && r.broken(first-1)) {
		first--
	}
	for k := first - 1; k >= max(0, first-maxDegreeWords); k-- {
		if r.broken(k+1) && (k+1 != first || r.mark(k+1) != ',') {
			return false
		}
		switch {
		case r.has(vocabulary.ComplyVerbs, k):
			return r.said(k)
		case r.has(vocabulary.KeepVerbs, k):
			return r.kept(k, first) >= 0 && r.said(k)
		case r.v.Has(vocabulary.RelativeWords, r.word(k)) || r.v.Has(vocabulary.ReportWords, r.word(k)) && !r.has(vocabulary.LevelVerbs, k-1):
			return false // but 'with what was promised'
		}
	}
	return false
}

// kept is the word that says that a promise is what the verb at word k speaks of,
// before word end; -1 is none.
func (r *levelReader) kept(k, end int) int {
	for i := k + 1; i < min(end, len(r.w)); i++ {
		if r.broken(i) || r.v.Has(vocabulary.RelativeWords, r.word(i)) {
			return -1
		}
		if r.v.Has(vocabulary.KeptNouns, r.word(i)) {
			return i
		}
	}
	return -1
}

// adjective reports whether the words from..to are a level of which the sentence says
// that it is the member's: 'its compliance was partial', 'this is full compliance'.
func (r *levelReader) adjective(from, to int) bool {
	if r.word(to) == complianceWord && !r.broken(to) {
		if !r.ends(to + 1) {
			return from == r.opening() && r.reachedBehind(to+1)
		}
		verb := r.verbBefore(from)
		return verb >= 0 && r.said(verb)
	}
	verb := r.verbBefore(from)
	if verb < 0 || !r.ends(to) {
		return false
	}
	for k := verb - 1; k >= max(0, verb-maxDegreeWords); k-- {
		if r.broken(k + 1) {
			return false
		}
		if w := r.word(k); w == complianceWord || to-from > 1 && r.v.Has(vocabulary.RecordWords, w) && len(r.names) > 0 {
			// 'its record is one of work in progress'
			return !r.broken(k) && r.word(k-1) != "of" && r.said(verb)
		}
	}
	return false
}

// complianceWord is the noun of a level.
const complianceWord = "compliance"

// opening is the first word behind one that concludes.
func (r *levelReader) opening() int { return openerAt(r.v, r.w, 0) }

// reachedBehind reads 'Full compliance was reached', 'Full compliance is recorded'.
func (r *levelReader) reachedBehind(at int) bool {
	verbs := 0
	for i := at; i < len(r.w) && i < at+4 && !r.broken(i); i++ {
		if r.v.Has(vocabulary.LevelDenials, r.word(i)) {
			return false
		}
		if r.has(vocabulary.LevelVerbs, i) {
			verbs++
		}
	}
	return verbs >= 2
}

// verbBefore is the verb right before word i that says a level, adverbs left out; -1 is
// none.
func (r *levelReader) verbBefore(i int) int {
	for k := i - 1; k >= 0 && !r.broken(k+1); k-- {
		switch {
		case r.has(vocabulary.LevelVerbs, k):
			return k
		case k > 0 && r.v.Has(vocabulary.LevelVerbs, r.word(k-1)+" "+r.word(k)):
			return k - 1
		case !r.v.Has(vocabulary.LevelAdverbs, r.word(k)):
			return -1
		}
	}
	return -1
}

// said reports whether the clause whose verb is word k says it of the member: with
// nothing before it that denies, asks or supposes, and none who says it.
func (r *levelReader) said(k int) bool {
	for i := k - 1; i >= 0; i-- {
		w := r.word(i)
		if w == "must" && r.word(i+1) == "be" {
			continue // 'must be called partial'
		}
		if r.v.Has(vocabulary.LevelDenials, w) || r.v.Has(vocabulary.ReportWords, w) || r.v.Has(vocabulary.Conditions, w) {
			return false
		}
		if w == "to" && r.word(i+1) == "be" && r.has(vocabulary.LevelVerbs, i-1) && !r.has(vocabulary.Auxiliaries, i-1) {
			continue // 'is judged to be full', but 'is to be full'
		}
		if w == "to" && r.word(i+1) != "have" && (i+1 == k || r.word(k) == "comply") {
			return false // 'to comply', but 'found to have complied'
		}
		if mark := r.mark(i); mark != 0 && (mark != ',' || r.v.Has(vocabulary.LevelGoesOn, w) || r.v.Has(vocabulary.ConclusionPronouns, w) || r.beginsMember(i)) {
			return mark != '“' && mark != '"' // where the clause begins
		}
	}
	return true
}

// beginsMember reports whether the member's name begins at word i, behind its article.
func (r *levelReader) beginsMember(i int) bool {
	if r.word(i) == "the" {
		i++
	}
	for _, m := range r.names {
		if i < len(r.w) && m.Start == r.w[i].Start {
			return true
		}
	}
	return false
}

// ends reports whether the clause ends before word i, or goes on with another.
func (r *levelReader) ends(i int) bool {
	return i >= len(r.w) || r.broken(i) || r.v.Has(vocabulary.LevelGoesOn, r.word(i))
}

func (r *levelReader) word(i int) string {
	if i < 0 || i >= len(r.w) {
		return ""
	}
	return r.w[i].Folded
}

func (r *levelReader) has(list vocabulary.List, i int) bool { return r.v.Has(list, r.word(i)) }

// broken reports whether a mark stands before word i.
func (r *levelReader) broken(i int) bool { return r.mark(i) != 0 }

// mark is the mark before word i, 0 where there is none.
func (r *levelReader) mark(i int) rune {
	if r.word(i-1) == "." || r.word(i) == "." {
		return '.' // also for ';' and ':'
	}
	if i < 0 {
		return 0
	}
	from, to := 0, len(r.runes)
	if i > 0 && i-1 < len(r.w) {
		from = r.w[i-1].End
	}
	if i < len(r.w) {
		to = r.w[i].Start
	}
	for _, c := range r.runes[min(from, to):to] {
		if !unicode.IsSpace(c) && strings.ContainsRune(",;:—–()[]“”\"", c) {
			return c
		}
	}
	return 0
}

// saysHowFar reports whether a text has words by which StatedLevel reads a level.
func saysHowFar(v *vocabulary.Vocabulary, text string) (ok bool) {
	vocabulary.WithWords(text, func(words []vocabulary.Word) {
		ok = len(v.Degrees(words))+len(v.LevelAdjectives(words)) > 0
	})
	return ok
}
