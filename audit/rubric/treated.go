package rubric

import (
	"strings"

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
	// reSome finds cases that are named without a number.
	reSome = lazyregexp.New(`(?i)\b(?:some|several|few|part\s+of|parts\s+of|otherwise|others?|remaining|the\s+rest|in\s+between|between|incomplete|intermediate|all\s+but|any\s+(?:one|number|case)|every\s+case|doubtful|unclear|falls?\s+short|short\s+of|less|fewer|more|not\s+all)\b`)
)

// treatment is what one sentence says of how cases are treated.
type treatment struct {
	open   bool       // cases that are not told apart
	counts []Quantity // those that it counts
}

// Treating is the reading with what sentences beside the levels say of how a case
// is treated.
func (r Reading) Treating(sentences []string) Reading {
	const most = 400 // sentences
	r.counting = sentences[:min(len(sentences), most)]
	for _, s := range sentences[:min(len(sentences), most)] {
		if t, ok := r.treatment(s); ok {
			r.treated = append(r.treated[:len(r.treated):len(r.treated)], t)
		}
	}
	return r
}

// treatment reads a sentence; ok is false where it treats no case.
func (r Reading) treatment(sentence string) (t treatment, ok bool) {
	if !reTreats.MatchString(sentence) {
		return t, false
	}
	names := reLevel.MatchString(sentence)
	if !names && !reLikens.MatchString(sentence) {
		return t, false
	}
	if r.frame != nil && !r.frame.scale.counts() {
		// A value of the scale's kind, or cases that no value names.
		for _, v := range values(sentence) {
			t.open = t.open || v.measure == r.frame.scale.measure && names
		}
		t.open = t.open || names && reSome.MatchString(sentence) && r.touches(sentence)
		return t, t.open
	}
	p := borrowTokens(sentence)
	defer tokens.Put(p)
	toks := *p
	c := context{size: r.Size, exact: true}
	denied := false
	for i := range toks {
		denied = denied || toks[i].is(negations)
	}
	for i := 0; i < len(toks); i++ {
		switch word(toks, i) {
		case "a", "an", "the":
			if word(toks, i+1) != "single" {
				continue
			}
		}
		q, next, found, good := c.quantity(toks, i)
		switch {
		case !found || toks[i].isNumber() && next == i+1 && definite(toks, i):
			continue
		case !good:
			t.open = t.open || names
		case denied && (toks[i].word == "any" || toks[i].word == "either"):
			t.counts = append(t.counts, exactly(0))
		default:
			t.counts = append(t.counts, q)
		}
		i = max(i, next-1)
	}
	t.open = t.open || names && reSome.MatchString(sentence) && r.touches(sentence)
	if r.pair != nil && names && !t.open {
		// One of the two named, and the other denied or left out.
		for i := range toks {
			t.open = t.open || toks[i].stem != "" && (sameWords([]string{toks[i].stem}, r.pair.words[0]) || sameWords([]string{toks[i].stem}, r.pair.words[1]))
		}
	}
	return t, t.open || len(t.counts) > 0
}

// touches reports whether a sentence speaks of parts or actions, or shares a word
// with the levels.
func (r Reading) touches(sentence string) bool {
	p := borrowTokens(sentence)
	defer tokens.Put(p)
	for i := range *p {
		t := &(*p)[i]
		if t.is(dimensionNouns|actionNouns) || t.stem != "" && sameWords([]string{t.stem}, r.stems) {
			return true
		}
	}
	return strings.Contains(sentence, "case")
}

// isTreated reports whether a sentence beside the levels may say what becomes of a
// state.
func (r Reading) isTreated(s State) bool {
	counts := []int{s.Strong, s.Weak, s.Strong + s.Weak}
	if s.Weak == 0 {
		counts = counts[:1]
	}
	if r.pair != nil {
		counts = []int{[pairCases]int{0, 1, 1, 2}[s.Strong]}
	}
	for _, t := range r.treated {
		if t.open {
			return true
		}
		for _, q := range t.counts {
			for _, n := range counts {
				if q.Possible.has(n) {
					return true
				}
			}
		}
	}
	return false
}
