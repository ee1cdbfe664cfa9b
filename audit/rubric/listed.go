package rubric

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/audit/rubric/part"
	"recount.invalid/recount/audit/rubric/token"
	"recount.invalid/recount/audit/stem"
)

// Some levels count the parts of a commitment without a noun for them: "two of the
// three", "all three means", "one or two of: drainage, dredging and dikes". The total,
// or the list of the parts, stands for the noun.

// list is what the levels of a text enumerate as the parts of the commitment.
type list struct {
	items [][]string // the stems of each part
}

// listAt reads the list of parts that begins at toks[i], where the words before it
// ("one of", "three parts:") announce one: items between commas and one "and" or
// "or". ok is false where what stands there is no list, or where one of its items
// may be two.
func listAt(toks []token.Token, i int) (l list, ok bool) {
	if token.Word(toks, i) == ":" {
		i++
	}
	switch token.Word(toks, i) {
	case "these", "those":
		return l, false
	}
	var item []string
	words, joined := 0, false
	end := func() {
		if words > 0 {
			l.items = append(l.items, item)
		}
		item, words = nil, 0
	}
	for ; i < len(toks); i++ {
		switch w := toks[i].Word; w {
		case ",":
			if joined {
				i = len(toks) // what follows the last item is no part
				continue
			}
			end()
		case "and", "or":
			if joined {
				return l, false
			}
			end()
			joined = true
		case ".", ";", "(", ")", ":", "\n":
			i = len(toks)
		default:
			if toks[i].IsNumber() || toks[i].Is(token.Negations) {
				return l, false
			}
			words++
			if s := toks[i].Stem; s != "" {
				item = append(item, s)
			}
			if words > part.MostItemWords {
				return l, false
			}
		}
	}
	end()
	for _, stems := range l.items {
		if len(stems) == 0 {
			return l, false
		}
	}
	return l, len(l.items) >= 2 && len(l.items) <= part.MaxComponents
}

// listed is the list of parts that a level's quantity is taken of ("ONE of a, b and
// c"); ok is false where it has none.
func listed(c condition.Context, toks []token.Token) (l list, ok bool) {
	for i := range toks {
		_, next, found, good := c.Quantity(toks, i)
		if found && good && token.Word(toks, next) == "of" {
			if l, ok = listAt(toks, next+1); ok {
				return l, true
			}
		}
	}
	return l, false
}

// allNamed reports whether the words name every part of the list.
func (l list) allNamed(toks []token.Token) bool {
	for _, stems := range l.items {
		found := 0
		for _, s := range stems {
			for i := range toks {
				if stem.Same(toks[i].Stem, s) {
					found++
					break
				}
			}
		}
		if found < len(stems) {
			return false
		}
	}
	return len(l.items) > 0
}

// ofParts reports where a quantity that ends before toks[next] says of what it is
// taken, without a noun: the index of the last word of that.
func ofParts(c condition.Context, toks []token.Token, i, next int) (end int, ok bool) {
	j := next
	if token.Word(toks, j) == "out" {
		j++
	}
	if token.Word(toks, j) == "of" {
		k := j + 1
		switch token.Word(toks, k) {
		case "the", "these", "those", "its":
			k++
		}
		if n, isNum := token.Num(toks, k); isNum && n == c.Size && n > 1 {
			return k, true
		}
		if l, isList := listAt(toks, j+1); isList && len(l.items) == c.Size {
			return j, true
		}
		return 0, false
	}
	// "all three means", "none"
	last := next - 1
	switch {
	case token.Word(toks, i) == "all" && token.At(toks, last).IsNumber() && toks[last].Num == c.Size && c.Size > 1:
		return last, true
	case token.Word(toks, i) == "none" && last == i && c.Size > 1 && (next >= len(toks) || len(token.Word(toks, next)) == 1):
		return last, true
	}
	return 0, false
}

// noneListed reads a sentence that denies every part of the list: "has NOT acted on
// drainage, dredging or dikes".
func (r *reader) noneListed(s []token.Token) (start int, ok bool) {
	for i, t := range s {
		if !t.Is(token.Negations) || t.Word == "nor" {
			continue
		}
		for _, u := range s {
			if u.Is(token.Hedges|token.Limiters|token.Vague) || u.IsNumber() || u.Word == "all" || u.Word == "both" || u.Word == "any" {
				return 0, false
			}
		}
		return i, r.list.allNamed(s[i:])
	}
	return 0, false
}

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
