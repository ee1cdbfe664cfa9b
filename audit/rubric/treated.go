package rubric

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/audit/rubric/token"
	"recount.invalid/recount/internal/lazyregexp"
)

// A text may say beside its levels how a case is to be treated that none of them
// names: "A country that has acted on one track alone is treated as not having
// acted." Such a case has its score, and is no gap.

var (
	// reTreats finds what gives a case its score, or its likeness to another case.
	reTreats = lazyregexp.New(`(?i)\b(?:treat(?:s|ed)?|regard(?:s|ed)?|consider(?:s|ed)?|deem(?:s|ed)?|view(?:s|ed)?|seen\s+as|taken\s+(?:as|to|for)|rate[sd]?|mark(?:s|ed)?|grade[sd]?|count(?:s|ed)?|class(?:ed|ified)|rank(?:s|ed)?|equals?|amounts?\s+to|equivalent|tantamount|rounded|receives?|received|awarded|given|gets?|earns?|assigned|falls?\s+(?:under|into|within|to)|belongs?|means?|constitutes?|qualif(?:y|ies)|leads?\s+to|results?\s+in|scor(?:es?|ed|ing)|non-?compl\p{L}+|compl(?:y|ies|ied|iance|iant))\b`)
	// reLikens finds what needs no level beside it.
	reLikens = lazyregexp.New(`(?i)\b(?:(?:treat|regard|consider|deem|count|view|class|rate|mark|score|grade)(?:s|ed|d)?\s+(?:as|to\s+be|like)|deemed|counts?\s+(?:as|for)|equals?|amounts?\s+to|equivalent|tantamount|rounded|constitutes?)\b`)
	// reLevel finds what a case is given or likened to.
	reLevel = lazyregexp.New(`(?i)\b(?:scor(?:es?|ed|ing)|grade|level|mark|points?|credit|non-?compl\p{L}+|compl(?:y|ies|ied|iance|iant)|not\s+having|having|as\s+if|as\s+though|no\s+action|work\s+in\s+progress)\b|[+\x{2212}\x{2013}-]1\b|\b0\b`)
	// reAtLimits and reWhichLevel find together a sentence that says to which of two levels
	// a case belongs that lies between them; reHigher finds one by itself.
	reAtLimits   = lazyregexp.New(`(?i)\b(?:limits?|bound(?:s|ary|aries)|borders?|borderline|thresholds?|margins?|(?:upper|lower)\s+(?:end|figure|value|number)|exactly|precisely|(?:two|both|either)\s+(?:levels|scores)|ranges?|doubt)\b`)
	reWhichLevel = lazyregexp.New(`(?i)\b(?:higher|lower|upper|next|better|levels?|scor(?:e|es|ed|ing)|included?|inclusive|excluded?|exclusive|belongs?|counts?|compliance)\b`)
	reHigher     = lazyregexp.New(`(?i)\b(?:higher|lower|better|upper|next)\s+(?:of\s+(?:the\s+)?two|one|level|score|grade)\b`)
	// reNoAccount finds what says of something that it counts for nothing.
	reNoAccount = lazyregexp.New(`(?i)\b(?:disregard(?:s|ed)?|ignore[sd]?|(?:not|never)\s+(?:be\s+)?(?:counts?|counted|considered|scored|assessed|rated|recogni[sz]ed|taken\s+into)|(?:no|little)\s+(?:account|part|role|difference|weight)|left\s+(?:out|aside))\b`)
	// rePeriod finds the time that counts, which is no level.
	rePeriod = lazyregexp.New(`(?i)\bcompliance\s+(?:cycle|period|year|window|phase)\b`)
	// reSome finds cases that are named without a number.
	reSome = lazyregexp.New(`(?i)\b(?:some|several|few|part\s+of|parts\s+of|otherwise|others?|remaining|the\s+rest|in\s+between|between|incomplete|intermediate|all\s+but|any\s+(?:one|number|case)|every\s+case|doubtful|unclear|falls?\s+short|short\s+of|less|fewer|more|not\s+all)\b`)
)

// treatment is what one sentence says of how cases are treated.
type treatment struct {
	open    bool                 // cases that are not told apart
	counts  []condition.Quantity // those that it counts
	settles bool                 // it says which of two levels a case belongs to
	weak    bool                 // cases with weak action, of whatever number
	points  []int                // the places on the scale that it names beside a level
}

// Treating is the reading with what sentences beside the levels say of how a case
// is treated.
func (r Reading) Treating(sentences []string) Reading {
	const most = 400 // sentences
	r.counting = sentences[:min(len(sentences), most)]
	for i, s := range sentences[:min(len(sentences), most)] {
		t, ok := r.treatment(s)
		if t.weak = treatsWeak(sentences, i); t.weak {
			ok = true
		}
		if t.settles = reHigher.MatchString(s) || reAtLimits.MatchString(s) && reWhichLevel.MatchString(s); t.settles || ok {
			r.treated = append(r.treated[:len(r.treated):len(r.treated)], t)
		}
	}
	return r
}

// treatsWeak reports whether a sentence says what weak action, or that of the sentence
// before, is worth.
func treatsWeak(sentences []string, i int) bool {
	s := sentences[i]
	if reWeakAction.MatchString(s) && reNoAccount.MatchString(s) {
		return true
	}
	at := reWeakAction.FindStringIndex(s)
	if at == nil && (i == 0 || !reOfWeak.MatchString(sentences[i-1])) {
		return false // as of nearly every sentence, which no other pattern is tried on
	}
	verb := reTreats.FindStringIndex(s)
	if verb == nil || !reLevel.MatchString(s) && !reLikens.MatchString(s) {
		return false
	}
	if at != nil {
		return at[0] < verb[0] || reLevel.MatchString(s)
	}
	return reAlone.MatchString(s)
}

// treatment reads a sentence; ok is false where it treats no case.
func (r Reading) treatment(sentence string) (t treatment, ok bool) {
	sentence = rePeriod.ReplaceAllString(sentence, "period")
	if !reTreats.MatchString(sentence) {
		return t, false
	}
	names := reLevel.MatchString(sentence)
	if !names && !reLikens.MatchString(sentence) {
		return t, false
	}
	if r.named() {
		t.open = names
		return t, true
	}
	if r.frame != nil && !r.frame.scale.counts() {
		if at, ok := r.fromUp(sentence); ok && names {
			t.counts, t.points = []condition.Quantity{condition.AtLeast(at)}, []int{at}
			return t, true
		}
		// A value of the scale's kind, or cases that no value names.
		for _, v := range r.frame.all(sentence, values(sentence)) {
			t.open = t.open || v.measure == r.frame.scale.measure && names
			if v.measure == r.frame.scale.measure && v.unit == r.frame.scale.unit && v.value > 0 && reLevel.MatchString(sentence) {
				t.points = append(t.points, r.frame.scale.point(v.value))
			}
		}
		t.open = t.open || names && reSome.MatchString(sentence) && r.touches(sentence)
		return t, t.open
	}
	p := token.Borrow(sentence)
	defer token.GiveBack(p)
	toks := *p
	c := condition.Context{Size: r.Size, Exact: true}
	denied := false
	for i := range toks {
		denied = denied || toks[i].Is(token.Negations)
	}
	for i := 0; i < len(toks); i++ {
		switch token.Word(toks, i) {
		case "a", "an", "the":
			if token.Word(toks, i+1) != "single" {
				continue
			}
		}
		q, next, found, good := c.Quantity(toks, i)
		switch {
		case !found || toks[i].IsNumber() && next == i+1 && definite(toks, i):
			continue
		case !good:
			t.open = t.open || names
		case denied && (toks[i].Word == "any" || toks[i].Word == "either"):
			t.counts = append(t.counts, condition.Exactly(0))
		default:
			t.counts = append(t.counts, q)
		}
		i = max(i, next-1)
	}
	t.open = t.open || names && reSome.MatchString(sentence) && r.touches(sentence)
	if r.pair != nil && names && !t.open {
		// One of the two named, and the other denied or left out.
		for i := range toks {
			t.open = t.open || toks[i].Stem != "" && (sameWords([]string{toks[i].Stem}, r.pair.words[0]) || sameWords([]string{toks[i].Stem}, r.pair.words[1]))
		}
	}
	return t, t.open || len(t.counts) > 0
}

// reFromUp finds that a value is the least of several.
var reFromUp = lazyregexp.New(`(?i)\b(?:or\s+(?:more|higher|above|over)|at\s+least|(?:no|not)\s+less\s+than|more\s+than|exceed(?:s|ing)?|above|over)\b`)

// fromUp is where on the scale a sentence begins that says of the highest level alone what
// it takes at the least: of what lies below it says nothing.
func (r Reading) fromUp(sentence string) (at int, ok bool) {
	if !reToFull.MatchString(sentence) || reToPartial.MatchString(sentence) || len(reFromUp.FindAllStringIndex(sentence, 2)) != 1 || reNegated.MatchString(sentence) {
		return 0, false
	}
	n := 0
	for _, v := range r.frame.all(sentence, values(sentence)) {
		if v.measure != r.frame.scale.measure {
			continue
		}
		if n++; v.unit != r.frame.scale.unit || v.value <= 0 {
			return 0, false
		}
		at = r.frame.scale.point(v.value)
	}
	return at, n == 1
}

// named reports whether the text's cases are told by words alone, and by no number.
func (r Reading) named() bool {
	return r.Unit == condition.Cases && r.frame == nil && r.pair == nil
}

// touches reports whether a sentence speaks of parts or actions, or shares a word
// with the levels.
func (r Reading) touches(sentence string) bool {
	p := token.Borrow(sentence)
	defer token.GiveBack(p)
	for i := range *p {
		t := &(*p)[i]
		if t.Is(token.DimensionNouns|token.ActionNouns) || t.Stem != "" && sameWords([]string{t.Stem}, r.stems) {
			return true
		}
	}
	return strings.Contains(sentence, "case")
}

// isTreated reports whether a sentence beside the levels may say what becomes of a
// state.
func (r Reading) isTreated(s condition.State) bool {
	counts := r.countsOf(s)
	return slices.ContainsFunc(r.treated, func(t treatment) bool { return t.weak && s.Weak > 0 && r.Graded || t.covers(counts) })
}

// isSettled reports whether such a sentence may say to which of two levels a state
// belongs.
func (r Reading) isSettled(s condition.State) bool {
	for _, t := range r.treated {
		if slices.Contains(t.points, s.Strong) || t.settles && (r.frame != nil || t.covers(r.countsOf(s))) {
			return true
		}
	}
	return false
}

// countsOf are the numbers by which a sentence may mean a state.
func (r Reading) countsOf(s condition.State) []int {
	counts := []int{s.Strong, s.Weak, s.Strong + s.Weak}
	if s.Weak == 0 {
		counts = counts[:1]
	}
	if r.pair != nil {
		counts = []int{[pairCases]int{0, 1, 1, 2}[s.Strong]}
	}
	return counts
}

// covers reports whether a sentence treats cases of one of the numbers.
func (t treatment) covers(counts []int) bool {
	if t.open {
		return true
	}
	for _, q := range t.counts {
		for _, n := range counts {
			if q.Possible.Has(n) {
				return true
			}
		}
	}
	return false
}
