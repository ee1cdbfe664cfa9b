package scoretext

import "recount.invalid/recount/vocabulary"

// keptLevel is the level that a sentence states of one member without words for how far:
// 'has met its commitment' is full, 'has not met its commitment', 'failed to implement
// this commitment' and 'did not act on this promise' are none, 'has met half of its
// commitment' is partial. Empty where anything in the sentence takes it back.
func keptLevel(v *vocabulary.Vocabulary, sentence string) (level string) {
	vocabulary.WithWords(sentence, func(words []vocabulary.Word) {
		r := &levelReader{v: v, runes: []rune(sentence), w: words}
		if !r.namesKept() {
			return // most sentences
		}
		if several := r.findMember(sentence); several || !r.member && !v.Has(vocabulary.ConclusionPronouns, r.word(r.opening())) {
			return
		}
		for k := 1; k < len(words); k++ {
			if said, ok := r.keptAt(k); ok {
				if level != "" && level != said {
					level = ""
					return
				}
				level = said
			}
		}
	})
	return level
}

// namesKept reports whether a sentence has a noun for a promise and a verb for it.
func (r *levelReader) namesKept() bool {
	noun, verb := false, false
	for i := range r.w {
		noun = noun || r.has(vocabulary.KeptNouns, i)
		verb = verb || r.has(vocabulary.KeptWholly, i) || r.has(vocabulary.KeepVerbs, i) || r.has(vocabulary.KeepBases, i) || r.has(vocabulary.ComplyVerbs, i)
	}
	return noun && verb
}

// keptAt reads the words around the verb at word k.
func (r *levelReader) keptAt(k int) (level string, ok bool) {
	whole, base := r.has(vocabulary.KeptWholly, k) || r.has(vocabulary.KeepVerbs, k), r.has(vocabulary.KeepBases, k) || r.word(k) == "comply"
	if !whole && !base {
		return "", false
	}
	first, kept := r.auxiliary(k, base)
	if first < 0 || !r.said(first) || !r.bySubject(first) {
		return "", false
	}
	if !kept {
		if r.promiseBehind(k+1) && !r.limited(0) {
			return vocabulary.ComplianceNone, true
		}
		return "", false
	}
	if at := r.halfBehind(k + 1); at > 0 {
		if r.promiseBehind(at) {
			return vocabulary.CompliancePartial, true
		}
		return "", false
	}
	if r.has(vocabulary.KeptWholly, k) && r.promiseBehind(k+1) && !r.limited(0) {
		return vocabulary.ComplianceFull, true
	}
	return "", false
}

// auxiliary is the first word of the verb that ends at word k, and whether it says that
// something was kept: 'has', but 'has not', 'did not', 'failed to', 'has yet to'.
func (r *levelReader) auxiliary(k int, base bool) (first int, kept bool) {
	if r.broken(k) {
		return -1, false
	}
	if base {
		switch {
		case r.word(k-1) == "not" && (r.word(k-2) == "did" || r.word(k-2) == "does"):
			return k - 2, false
		case r.word(k-1) != "to":
			return -1, false
		case r.word(k-2) == "yet" && (r.word(k-3) == "has" || r.word(k-3) == "have"):
			return k - 3, false
		case r.word(k-2) == "failed" || r.word(k-2) == "fails":
			if w := r.word(k - 3); w == "has" || w == "have" {
				return k - 3, false
			}
			return k - 2, false
		}
		return -1, false
	}
	kept = true
	yet := false
	for i := k - 1; i >= 0 && i >= k-maxTenseWords && !r.broken(i+1); i-- {
		switch w := r.word(i); {
		case (w == "has" || w == "have") && !(yet && !kept): // 'not yet met' may be on the way
			return i, kept
		case w == "yet":
			yet = true
		case w == "not" || w == "never":
			kept = false
		case w != "also" && w != "only" && !r.has(vocabulary.LevelAdverbs, i):
			return -1, false
		}
	}
	return -1, false
}

// bySubject reports whether the member, or a pronoun for it, is what the verb at word
// first is said of: its name stands in the clause, and not as an owner.
func (r *levelReader) bySubject(first int) bool {
	for i := first - 1; i >= 0; i-- {
		if r.has(vocabulary.ConclusionPronouns, i) {
			return true
		}
		for _, m := range r.names {
			if m.Start <= r.w[i].Start && r.w[i].Start < m.End {
				return m.End >= len(r.runes) || r.runes[m.End] != '’' && r.runes[m.End] != '\''
			}
		}
		if r.broken(i+1) && r.mark(i+1) != ',' || r.v.Has(vocabulary.RelativeWords, r.word(i)) {
			return false
		}
	}
	return false
}

// promiseBehind reports whether a promise stands from word i on, behind the words that
// point at it: 'its commitment', 'on this G7 commitment', 'the promise it made'.
func (r *levelReader) promiseBehind(i int) bool {
	for n := 0; n < maxParticles && r.has(vocabulary.VerbParticles, i); n++ {
		i++
	}
	if !r.has(vocabulary.PromisePointers, i) {
		return false
	}
	for k := i + 1; k <= i+maxPromiseWords && k < len(r.w) && !r.broken(k); k++ {
		if r.has(vocabulary.LimitWords, k) || r.has(vocabulary.RelativeWords, k) || r.word(k) == "of" {
			return false
		}
		if r.has(vocabulary.KeptNouns, k) {
			return true
		}
	}
	return false
}

// halfBehind is where the promise begins of which words from i on name a part ('half of
// its commitment'), 0 where they name none.
func (r *levelReader) halfBehind(i int) int {
	if r.word(i) == "only" {
		i++
	}
	switch r.word(i) {
	case "half", "part", "some", "parts":
		if r.word(i+1) == "of" && !r.broken(i+1) {
			return i + 2
		}
	}
	return 0
}

// limited reports whether a word from word i on takes back that all was kept, or says
// that part was.
func (r *levelReader) limited(i int) bool {
	for ; i < len(r.w); i++ {
		if r.has(vocabulary.LimitWords, i) {
			return true
		}
	}
	return false
}
