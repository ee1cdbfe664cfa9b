package scoretext

import "recount.invalid/recount/vocabulary"

// A report that follows another tells where a member comes from: 'has moved from a work in
// progress to full compliance', 'up from partial compliance'. The level behind 'from' is a
// former one; what stands behind 'to' is the member's.

// maxMoveWords is how many words stand at most between a verb of moving and the level that
// was reached.
const maxMoveWords = 16

// former reads 'from a work in progress', 'after partial compliance', 'improved on its
// partial compliance' and 'had been in full compliance': the member had the level before.
func (r *levelReader) former(from int) bool {
	k := from - 1
	for ; k >= 0 && k > from-1-maxTenseWords && r.has(vocabulary.FormerBetween, k); k-- {
		if r.broken(k+1) && !r.opensBracket(k+1) {
			return false
		}
	}
	if k < 0 || r.broken(k+1) {
		return false
	}
	switch {
	case r.has(vocabulary.FormerBefore, k):
		return true
	case r.word(k) == "on" || r.word(k) == "upon":
		return r.has(vocabulary.ImproveVerbs, k-1)
	case r.word(k) == "had":
		return r.word(k+1) == "been" || r.word(from) == "been"
	}
	return false
}

// opensBracket reports whether a bracket alone stands before word i.
func (r *levelReader) opensBracket(i int) bool { return r.mark(i) == '(' }

// noLonger reads 'is no longer' before a level.
func (r *levelReader) noLonger(from int) bool {
	k := from - 1
	for ; k > 0 && k >= from-maxTenseWords && !r.broken(k+1); k-- {
		if r.word(k) == "longer" {
			return r.word(k-1) == "no"
		}
		if w := r.word(k); !r.has(vocabulary.FormerBetween, k) && w != "in" {
			return false
		}
	}
	return false
}

// movedLevel is the level to which a sentence says that one member moved: 'has moved from a
// work in progress (0) to full compliance', 'went from partial to full compliance'. Empty
// where it says so of several or of something else, denies, or hopes.
func movedLevel(v *vocabulary.Vocabulary, sentence string) (level string) {
	matches := v.ConclusionCompliance(sentence)
	if len(matches) == 0 {
		return ""
	}
	vocabulary.WithWords(sentence, func(words []vocabulary.Word) {
		r := &levelReader{v: v, runes: []rune(sentence), w: words}
		if several := r.findMember(sentence); several {
			return
		}
		for _, m := range matches {
			from, to := r.wordsOf(m)
			if !r.movedTo(r.passArticle(from)) || !r.ends(to) && !r.timed(to) {
				continue
			}
			if level != "" && level != m.Kind {
				level = ""
				return
			}
			level = m.Kind
		}
	})
	return level
}

// timed reads a word of time behind a level ('to full compliance since September').
func (r *levelReader) timed(to int) bool {
	switch r.word(to) {
	case "since", "now", "in", "by", "within", "during", "after":
		return true
	}
	return false
}

// movedTo reports whether the words before word i say that the member moved to what begins
// there.
func (r *levelReader) movedTo(i int) bool {
	if r.word(i-1) != "to" && r.word(i-1) != "into" || r.broken(i) {
		return false
	}
	for k := i - 2; k >= 0 && k >= i-1-maxMoveWords; k-- {
		if m := r.mark(k + 1); m != 0 && m != '(' && m != ')' {
			return false
		}
		if r.has(vocabulary.RelativeWords, k) || r.has(vocabulary.LevelDenials, k) && !r.has(vocabulary.FormerBetween, k) && r.word(k) != "not" {
			return false
		}
		if !r.has(vocabulary.MoveVerbs, k) {
			continue
		}
		switch r.word(k + 1) { // but 'moved closer to'
		case "from", "to", "into", "up", "down", "back", "on", "its":
		default:
			return false
		}
		return r.word(k-2) != "to" && r.said(k) && (r.bySubject(k) || r.recordOf(k))
	}
	return false
}

// recordOf reports whether the verb at word k is said of the member's record or score
// ('Canada’s compliance has risen').
func (r *levelReader) recordOf(k int) bool {
	for i := k - 1; i > 0 && i >= k-maxTenseWords && !r.broken(i+1); i-- {
		if !r.has(vocabulary.RecordWords, i) && !r.has(vocabulary.ScoreNouns, i) {
			continue
		}
		for _, m := range r.names {
			if m.End < r.w[i].Start && r.wordFrom(m.End+2) == r.word(i) {
				return true
			}
		}
		return r.word(i-1) == "its"
	}
	return false
}
