package rubric

import (
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
