package rubric

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/rubric/part"
	"recount.invalid/recount/audit/rubric/token"
)

// Levels that count "two of the three measures" count the members of a set that the
// commitment fixes, whatever these are called: its parts. "Three measures" without more
// are measures of the member's own. What a text calls the set tells which of the two its
// other levels count.

// setNouns are what a text calls the members of a set of a stated size.
type setNouns struct {
	words []string
	size  int
}

// adjectivesOfSet is how many words may stand between the size and the noun ("the six
// approved classes").
const adjectivesOfSet = 2

// setNounsOf finds the nouns of texts that count out of a stated number of things. There
// are none where texts state several numbers, or grade what they count. Nouns of
// action alone are taken unless any is set.
func setNounsOf(texts map[int][]string, any bool) (n setNouns) {
	for _, list := range texts {
		for _, text := range list {
			p := token.Borrow(text)
			ok := n.take(*p, any)
			token.GiveBack(p)
			if !ok {
				return setNouns{}
			}
		}
	}
	slices.Sort(n.words)
	return n
}

// take adds the nouns of one text; it is false where the text speaks of sets of another
// size, or grades its actions.
func (n *setNouns) take(toks []token.Token, any bool) bool {
	for i := range toks {
		if _, graded := toks[i].Strength(); graded || toks[i].Is(token.Middling) {
			return false
		}
		size := toks[i].Num
		if size < 2 || size > part.MaxComponents || !ofSet(toks, i) {
			continue
		}
		noun := nounBehind(toks, i+1, any)
		if noun == "" {
			continue
		}
		if n.size != 0 && n.size != size {
			return false
		}
		n.size = size
		if !slices.Contains(n.words, noun) {
			n.words = append(n.words, noun)
		}
	}
	return true
}

// ofSet reports whether the number at toks[i] is that of all there are: "of the three",
// "out of three", "all three", "the three" behind a denial.
func ofSet(toks []token.Token, i int) bool {
	j := i - 1
	switch token.Word(toks, j) {
	case "all":
		return true
	case "the", "these", "those", "its":
		j--
	}
	if w := token.Word(toks, j); w == "all" {
		return true
	} else if w != "of" {
		return false
	}
	switch w := token.Word(toks, j-1); w {
	case "none", "neither", "any", "each", "all", "both", "either", "most", "half", "out":
		return true
	default:
		return token.At(toks, j-1).IsNumber()
	}
}

// nounBehind is the plural that a number counts, empty where it is none that may be a
// set's.
func nounBehind(toks []token.Token, i int, any bool) string {
	for k := i; k <= i+adjectivesOfSet && k < len(toks); k++ {
		t := &toks[k]
		switch {
		case t.Is(token.DimensionNouns) || t.IsNumber() || len(t.Word) == 1:
			return ""
		case t.Is(token.ActionNouns):
			return t.Word
		case any && strings.HasSuffix(t.Word, "s") && len(t.Word) > 3 && !strings.HasSuffix(t.Word, "ss") && !t.Is(token.Acting|token.Acts|token.Common|token.Auxiliaries):
			return t.Word
		}
	}
	return ""
}

// mark makes the nouns those of parts.
func (n setNouns) mark(toks []token.Token) {
	if len(n.words) == 0 {
		return
	}
	for i := range toks {
		for _, w := range n.words {
			if toks[i].Word == w || toks[i].Word == strings.TrimSuffix(w, "s") || strings.TrimSuffix(w, "ies")+"y" == toks[i].Word {
				toks[i].CallPart()
			}
		}
	}
}

// shared reports whether all levels say the same but for how many they count: then no
// word of one of them is a condition of its own.
func (n setNouns) shared(scores []int, texts map[int][]string) bool {
	var first []string
	for k, s := range scores {
		var own []string
		for _, text := range texts[s] {
			p := token.Borrow(text)
			n.mark(*p)
			for i := range *p {
				if t := &(*p)[i]; t.Stem != "" && !t.Is(token.DimensionNouns|token.Neutral|token.Negations|token.Acting|token.Limiters|token.Others) && !slices.Contains(own, t.Stem) && !slices.Contains(limitWords, t.Word) {
					own = append(own, t.Stem)
				}
			}
			token.GiveBack(p)
		}
		if k == 0 {
			first = own
		} else if !sameWords(own, first) || !sameWords(first, own) {
			return false
		}
	}
	return true
}

// limitWords are those of which limits are made.
var limitWords = strings.Fields(`least most fewer less than minimum maximum half majority some but yet either neither nor`)
