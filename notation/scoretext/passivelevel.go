package scoretext

import (
	"strings"

	"recount.invalid/recount/vocabulary"
)

// The words of a sentence that says of a promise how far a member kept it stand in one
// order: the promise, the verb with how far, and the member.
const (
	// maxPromiseWords is how many words stand before the noun of the promise at most
	// ('The Cannes Summit commitment').
	maxPromiseWords = 4
	// maxParticles is how many words belong to the verb behind it ('lived up to').
	maxParticles = 2
	// maxAgentWords is how many words lead to the member ('on the part of').
	maxAgentWords = 4
)

// passiveLevel is the level of compliance that a sentence states of a promise and the
// member who kept it: 'The commitment on nets has been partially met by Canada'. ok
// says that the sentence is of this form; the level is empty where it leaves that open
// ('has been met', 'has not been fully met'). A sentence that speaks of several
// members, asks, supposes or reports is not of this form.
func passiveLevel(v *vocabulary.Vocabulary, sentence string) (level string, ok bool) {
	vocabulary.WithWords(sentence, func(words []vocabulary.Word) {
		r := &passiveReader{levelReader: levelReader{v: v, runes: []rune(sentence), w: words}}
		if !r.promiseAhead() {
			return // most sentences
		}
		r.names = v.MembersIn(sentence)
		for _, m := range v.Degrees(words) {
			from, to := r.wordsOf(m)
			r.degrees = append(r.degrees, degreeWords{from, to, m.Kind})
		}
		for _, m := range r.names {
			if level, ok = r.keptBy(m); ok {
				return
			}
		}
	})
	return level, ok
}

// passiveReader reads one sentence for passiveLevel.
type passiveReader struct {
	levelReader
	degrees []degreeWords
}

// degreeWords are words that say how far.
type degreeWords struct {
	from, to int // to exclusive
	kind     string
}

// promiseAhead reports whether a promise stands near the sentence's beginning.
func (r *passiveReader) promiseAhead() bool {
	from := r.opening()
	for i := from; i < len(r.w) && i <= from+2*(maxPromiseWords+maxAgentWords); i++ {
		if r.has(vocabulary.KeptNouns, i) {
			return true
		}
	}
	return false
}

// keptBy reads the sentence as one whose promise was kept, or not, by the member named
// at m.
func (r *passiveReader) keptBy(m vocabulary.MemberMention) (level string, ok bool) {
	first, behind := 0, 0
	for first < len(r.w) && r.w[first].Start < m.Start {
		first++
	}
	for behind = first; behind < len(r.w) && r.w[behind].Start < m.End; behind++ {
	}
	if r.word(first-1) == "the" {
		first--
	}
	agent := r.agentBefore(first)
	if agent < 0 || r.owner(m) {
		return "", false
	}
	if agent == r.opening() { // 'By Canada, the commitment has been partially met.'
		for end := behind + 1; end <= len(r.w); end++ {
			if r.ends(end) && r.alone(m, m.End) {
				if level, ok = r.passive(behind, end); ok {
					return level, true
				}
			}
		}
		return "", false
	}
	if !r.alone(m, m.End) {
		return "", false
	}
	how := ""
	if d, found := r.degreeFrom(behind); found && r.ends(d.to) {
		how = d.kind // 'has been met by Canada, though only in part'
	} else if !r.ends(behind) && !r.v.Has(vocabulary.AgentGoesOn, r.word(behind)) || r.word(behind) == "and" && !r.broken(behind) {
		return "", false // 'by Canada and its partners'
	}
	level, ok = r.passive(r.opening(), agent)
	if !ok || how == "" || level == how {
		return level, ok
	}
	if r.bare(r.opening(), agent) {
		return how, true
	}
	return "", true
}

// agentBefore is where the words begin that lead to the member whose name or article is
// word first, -1 where none do.
func (r *passiveReader) agentBefore(first int) int {
	words := ""
	for k := first - 1; k >= 0 && k >= first-maxAgentWords && !r.broken(k+1); k-- {
		words = strings.TrimSpace(r.word(k) + " " + words)
		if r.v.Has(vocabulary.AgentWords, words) {
			return k
		}
	}
	return -1
}

// owner reports whether the member is named as the owner of something else ('by
// Canada’s banks').
func (r *passiveReader) owner(m vocabulary.MemberMention) bool {
	return m.End < len(r.runes) && (r.runes[m.End] == '’' || r.runes[m.End] == '\'' || r.runes[m.End] == '-')
}

// alone reports whether no other member is named at or behind a code point.
func (r *passiveReader) alone(m vocabulary.MemberMention, from int) bool {
	for _, other := range r.names {
		if other.Start >= from && other.Code != m.Code {
			return false
		}
	}
	return true
}

// degreeFrom finds words that say how far at word i or behind words that lead to them.
func (r *passiveReader) degreeFrom(i int) (degreeWords, bool) {
	for k := i; k < len(r.w); k++ {
		for _, d := range r.degrees {
			if d.from == k {
				return d, true
			}
		}
		if !r.has(vocabulary.LevelAdverbs, k) && !r.has(vocabulary.LevelGoesOn, k) {
			break
		}
	}
	return degreeWords{}, false
}

// degreeBefore finds words that say how far and end before word i.
func (r *passiveReader) degreeBefore(i int) (degreeWords, bool) {
	for _, d := range r.degrees {
		if d.to == i {
			return d, true
		}
	}
	return degreeWords{}, false
}

// bare reports whether neither a denial nor a degree stands in a clause that passive
// has read.
func (r *passiveReader) bare(from, end int) bool {
	for _, d := range r.degrees {
		if d.from >= from && d.to <= end {
			return false
		}
	}
	for k := from; k < end; k++ {
		if r.has(vocabulary.LevelDenials, k) || r.has(vocabulary.UnkeptWords, k) {
			return false
		}
	}
	return true
}

// passive reads the words from..end as a promise and how far it was kept.
func (r *passiveReader) passive(from, end int) (level string, ok bool) {
	i := end - 1
	degrees := 0
	take := func() bool {
		d, found := r.degreeBefore(i + 1)
		if found {
			level, i = d.kind, d.from-1
			degrees++
		}
		return found
	}
	if take() {
		for r.has(vocabulary.LevelAdverbs, i) {
			i--
		}
	}
	for n := 0; n < maxParticles && r.has(vocabulary.VerbParticles, i); n++ {
		i--
	}
	unkept := r.has(vocabulary.UnkeptWords, i)
	if !unkept && !r.has(vocabulary.KeepVerbs, i) && !r.has(vocabulary.ComplyVerbs, i) {
		return "", false
	}
	denied := false
	for i--; ; {
		w := r.word(i)
		switch {
		case r.mark(i+1) == '.' || i <= from:
			return "", false
		case take():
			continue
		case r.v.Has(vocabulary.PassiveVerbs, w):
			if !r.promised(from, i) {
				return "", false
			}
			switch {
			case denied && unkept || degrees > 1 || degrees == 1 && (denied || unkept):
				return "", true
			case denied || unkept:
				return vocabulary.ComplianceNone, true
			}
			return level, true
		case w == "not" || w == "never":
			if denied {
				return "", false
			}
			denied = true
		case w == "been" || w == "yet" || r.has(vocabulary.LevelAdverbs, i):
		default:
			return "", false // 'would have been', 'has largely been'
		}
		i--
	}
}

// promised reports whether the words from..verb are a promise of which the verb at word
// verb speaks: 'The commitment to mend the nets that were torn'.
func (r *passiveReader) promised(from, verb int) bool {
	if !r.has(vocabulary.PromisePointers, from) {
		return false
	}
	noun := from + 1
	for ; !r.has(vocabulary.KeptNouns, noun); noun++ {
		if noun > from+maxPromiseWords || noun >= verb || r.word(noun) == "of" || r.broken(noun) || r.has(vocabulary.EarlierWords, noun) || r.has(vocabulary.LevelDenials, noun) {
			return false
		}
	}
	before := r.word(verb - 1)
	if r.v.Has(vocabulary.RelativeWords, before) && noun < verb-1 || r.v.Has(vocabulary.LevelDenials, before) || before == "to" {
		return false
	}
	for k := noun + 1; k < verb; k++ {
		w := r.word(k)
		if r.mark(k) == '.' || r.v.Has(vocabulary.ReportWords, w) || r.v.Has(vocabulary.PassiveVerbs, w) && !r.v.Has(vocabulary.RelativeWords, r.word(k-1)) {
			return false
		}
	}
	return true
}

// namesPromise reports whether a text may have a sentence for passiveLevel or keptLevel.
func namesPromise(v *vocabulary.Vocabulary, text string) (ok bool) {
	vocabulary.WithWords(text, func(words []vocabulary.Word) {
		promise, passive := false, false
		for _, w := range words {
			promise = promise || v.Has(vocabulary.KeptNouns, w.Folded)
			passive = passive || v.Has(vocabulary.PassiveVerbs, w.Folded) || v.Has(vocabulary.KeepBases, w.Folded)
		}
		ok = promise && passive
	})
	return ok
}
