package condition

import (
	"recount.invalid/recount/audit/rubric/statement"
	"recount.invalid/recount/audit/rubric/token"
)

// Context is what a quantity needs to know beyond its own words.
type Context struct {
	Size   int  // number of dimensions, 0 where unknown
	Lowest bool // whether the level is the lowest of its text
	Exact  bool // whether a bare number is a count made, not a threshold set
}

// Bare is a number without "at least" or the like. Below the top of the scale
// a reader may take "one" for "one or more"; at its bottom, for "one or
// less".
func (c Context) Bare(n int) Quantity {
	if c.Exact {
		return Exactly(n)
	}
	if c.Lowest {
		return Quantity{Sure: Interval{n, n}, Possible: Interval{0, n}}
	}
	return Quantity{Sure: Interval{n, n}, Possible: Interval{n, Unlimited}}
}

// Some is "more than none, and nobody can say how many".
func Some() Quantity {
	return Quantity{Sure: Interval{1, 0}, Possible: Interval{1, Unlimited}}
}

// Quantity reads the quantity that begins at toks[i] and says where it ends.
// understood is false where the phrase is a quantity that cannot be counted.
// Two limits are one quantity: "at least one but fewer than three", "one or
// more, but not all four".
func (c Context) Quantity(toks []token.Token, i int) (q Quantity, next int, ok, understood bool) {
	q, next, ok, understood = c.limit(toks, i)
	if !ok || !understood {
		return q, next, ok, understood
	}
	if both, end, more := c.second(q, toks, next); more {
		return both, end, true, true
	}
	return q, next, true, true
}

// AndLimit is a count with the second limit that stands behind its noun: "two or
// more actions but fewer than four".
func (c Context) AndLimit(q Quantity, post []token.Token) Quantity {
	if both, _, more := c.second(q, post, 0); more {
		return both
	}
	return q
}

// second is a quantity together with the second limit that begins at toks[j].
func (c Context) second(q Quantity, toks []token.Token, j int) (both Quantity, next int, ok bool) {
	if token.Word(toks, j) == "," {
		j++
	}
	if w := token.Word(toks, j); w != "but" && w != "and" {
		return q, j, false
	}
	j++
	var second Quantity
	switch w, w1 := token.Word(toks, j), token.Word(toks, j+1); {
	case w == "not" && (w1 == "all" || w1 == "in" && token.Word(toks, j+2) == "all"):
		all, end, found, good := c.limit(toks, j+1+skipIn(w1))
		if !found || !good {
			return q, j, false
		}
		second = Quantity{Sure: Interval{0, all.Sure.Lo - 1}, Possible: Interval{0, all.Sure.Lo - 1}}
		j = end
	case w == "fewer" || w == "less" || w == "no" || w == "not" || w == "up" || w == "at" && w1 == "most" || w == "more" || w == "at" && w1 == "least":
		other, end, found, good := c.limit(toks, j)
		if !found || !good {
			return q, j, false
		}
		second, j = other, end
	default:
		return q, j, false
	}
	if q.Sure.Lo == q.Sure.Hi { // "one but fewer than three" sets a minimum
		q.Sure.Hi, q.Possible = Unlimited, Interval{q.Sure.Lo, Unlimited}
	}
	return Quantity{Sure: q.Sure.And(second.Sure), Possible: q.Possible.And(second.Possible)}, j, true
}

// skipIn is the number of words to pass over for the "in" of "not in all".
func skipIn(w string) int {
	if w == "in" {
		return 1
	}
	return 0
}

// And is what lies in both intervals.
func (i Interval) And(j Interval) Interval { return Interval{max(i.Lo, j.Lo), min(i.Hi, j.Hi)} }

// limit reads one limit: a number, a comparison with one, a range, or a word
// such as "all".
func (c Context) limit(toks []token.Token, i int) (q Quantity, next int, ok, understood bool) {
	// A comparison in front of a number.
	w0, w1, w2 := token.Word(toks, i), token.Word(toks, i+1), token.Word(toks, i+2)
	type prefix struct {
		words int
		make  func(n int) Quantity
	}
	var p prefix
	upTo := func(n int) Quantity {
		return Quantity{Sure: Interval{min(1, n), n}, Possible: Interval{0, n}, UpTo: true}
	}
	minimum := func(n int) Quantity {
		q := AtLeast(n)
		q.Minimum = true
		return q
	}
	notAbove := upTo // above the lowest level, "at most two" supposes some action
	if c.Lowest || c.Exact {
		notAbove = func(n int) Quantity { return Quantity{Sure: Interval{0, n}, Possible: Interval{0, n}} }
	}
	switch {
	case (w0 == "no" || w0 == "none") && (w1 == "or" || w1 == "," && w2 == "or"): // "none or one"
		j := i + 2
		if w1 == "," {
			j++
		}
		switch w := token.Word(toks, j); {
		case w == "only" || w == "just":
			j++
		case w == "at" && token.Word(toks, j+1) == "most":
			j += 2
		}
		if n, isNum := token.Num(toks, j); isNum {
			return Quantity{Sure: Interval{0, n}, Possible: Interval{0, n}}, j + 1, true, true
		}
	case token.At(toks, i).Is(token.Vague) && w1 == "but" && w2 == "not": // "some but not all four"
		if all, end, found, good := c.limit(toks, i+3); found && good && all.Sure.Lo > 1 {
			most := all.Sure.Lo - 1 // whether one is "some" is left open
			return Quantity{Sure: Interval{min(2, most), most}, Possible: Interval{1, most}}, end, true, true
		}
	case w0 == "at" && w1 == "least":
		p = prefix{2, minimum}
	case (w0 == "a" || w0 == "the") && w1 == "minimum" && w2 == "of":
		p = prefix{3, minimum}
	case w0 == "minimum" && w1 == "of":
		p = prefix{2, minimum}
	case (w0 == "no" || w0 == "not") && (w1 == "fewer" || w1 == "less") && w2 == "than":
		p = prefix{3, minimum}
	case (w0 == "no" || w0 == "not") && w1 == "more" && w2 == "than":
		p = prefix{3, notAbove}
	case (w0 == "more" || w0 == "greater") && w1 == "than":
		p = prefix{2, func(n int) Quantity { return AtLeast(n + 1) }}
	case w0 == "over":
		p = prefix{1, func(n int) Quantity { return AtLeast(n + 1) }}
	case (w0 == "fewer" || w0 == "less") && w1 == "than" && (w2 == "all" || w2 == "both"):
		all, end, found, good := c.limit(toks, i+2)
		if !found || !good {
			return Quantity{}, i, false, true
		}
		return notAbove(all.Sure.Lo - 1), end, true, true
	case (w0 == "fewer" || w0 == "less") && w1 == "than":
		p = prefix{2, func(n int) Quantity { return notAbove(n - 1) }}
	case w0 == "up" && w1 == "to":
		p = prefix{2, upTo}
	case w0 == "at" && w1 == "most":
		p = prefix{2, notAbove}
	case (w0 == "a" || w0 == "the") && w1 == "maximum" && w2 == "of":
		p = prefix{3, notAbove}
	case w0 == "exactly" || w0 == "only" || w0 == "just":
		if w1 == "a" && w2 == "single" {
			return Exactly(1), i + 3, true, true
		}
		p = prefix{1, Exactly}
	}
	if p.make != nil {
		if n, isNum := token.Num(toks, i+p.words); isNum {
			end := i + p.words + 1
			if m, isRange := token.Num(toks, end+1); isRange && (token.Word(toks, end) == "or" || token.Word(toks, end) == "to") && m > n {
				if w0 == "only" || w0 == "just" || w0 == "exactly" {
					return Quantity{Sure: Interval{n, m}, Possible: Interval{n, m}}, end + 2, true, true
				}
				return Some(), end + 2, true, false
			}
			return p.make(n), end, true, true
		}
		if token.Word(toks, i+p.words) == "half" {
			h := (c.Size + 1) / 2
			if c.Size == 0 {
				return Some(), i + p.words + 1, true, false
			}
			return p.make(h), i + p.words + 1, true, true
		}
		return Quantity{}, i, false, true
	}

	// A range.
	if w0 == "between" || w0 == "from" {
		lo, ok1 := token.Num(toks, i+1)
		hi, ok2 := token.Num(toks, i+3)
		if ok1 && ok2 && (w2 == "and" || w2 == "to") && lo <= hi {
			return Quantity{Sure: Interval{lo, hi}, Possible: Interval{lo, hi}}, i + 4, true, true
		}
		return Quantity{}, i, false, true
	}
	if n, isNum := token.Num(toks, i); isNum {
		// "one, two or three"
		j, last := i+1, n
		for {
			m, isNext := token.Num(toks, j+1)
			if token.Word(toks, j) != "," || !isNext || m != last+1 {
				break
			}
			last, j = m, j+2
		}
		if token.Word(toks, j) == "," && (token.Word(toks, j+1) == "or" || token.Word(toks, j+1) == "and") {
			if _, isNum := token.Num(toks, j+2); isNum {
				j++
			}
		}
		if w := token.Word(toks, j); w == "to" || w == "or" {
			if m, isNum := token.Num(toks, j+1); isNum && m > last {
				return Quantity{Sure: Interval{n, m}, Possible: Interval{n, m}}, j + 2, true, true
			}
			if end, all, found, good := c.orAll(toks, j+1); w == "or" && found {
				if !good || all != last+1 { // "one or all three" has a hole
					return Some(), end, true, false
				}
				return Quantity{Sure: Interval{n, all}, Possible: Interval{n, all}}, end, true, true
			}
			switch token.Word(toks, j+1) {
			case "more":
				return minimum(n), j + 2, true, true
			case "fewer", "less":
				return notAbove(n), j + 2, true, true
			case "no", "none":
				return Quantity{Sure: Interval{0, last}, Possible: Interval{0, last}}, j + 2, true, true
			}
		}
		if token.Word(toks, j) == "and" && token.Word(toks, j+1) == "only" {
			if m, isNum := token.Num(toks, j+2); isNum && m == n {
				return Exactly(n), j + 3, true, true
			}
		}
		q := c.Bare(n)
		q.Bare, q.Loose = true, loose(toks, i)
		return q, i + 1, true, true
	}

	switch w0 {
	case "a", "the":
		switch {
		case w0 == "a" && w1 == "single":
			return Exactly(1), i + 2, true, true
		case w1 == "majority":
			return c.majority(i + 2)
		case w0 == "a" && token.At(toks, i+1).Is(token.Vague):
			return Some(), i + 2, true, false
		case w0 == "a":
			return c.Bare(1), i + 1, true, true
		}
	case "an":
		return c.Bare(1), i + 1, true, true
	case "single":
		return Exactly(1), i + 1, true, true
	case "both":
		return AtLeast(2), i + 1, true, true
	case "either":
		return c.Bare(1), i + 1, true, true
	case "any":
		if w1 == "number" && w2 == "of" { // none is a number too
			return Quantity{Sure: Interval{1, Unlimited}, Possible: Interval{0, Unlimited}}, i + 3, true, true
		}
		return AtLeast(1), i + 1, true, true
	case "none", "neither":
		return Exactly(0), i + 1, true, true
	case "most", "majority":
		return c.majority(i + 1)
	case "half":
		if c.Size > 0 {
			return c.Bare((c.Size + 1) / 2), i + 1, true, true
		}
		return Some(), i + 1, true, false
	case "all", "each", "every":
		if token.Word(toks, i-1) == "at" {
			return Quantity{}, i, false, true // "no action at all"
		}
		j := i + 1
		if token.Word(toks, j) == "one" && token.Word(toks, j+1) == "of" && w0 != "all" { // "every one of the four"
			j++
		}
		for k := 0; k < 3; k++ { // "all of the four", "each of these"
			switch token.Word(toks, j) {
			case "of", "the", "these", "those", "its":
				j++
			}
		}
		size := c.Size
		n, isNum := token.Num(toks, j)
		if isNum {
			size = n
			j++
		}
		if out := c.excepted(toks, j); out > 0 && out < size {
			return Exactly(size - out), j, true, true
		}
		if size > 0 {
			return AtLeast(size), j, true, true
		}
		return Some(), j, true, false
	}
	if token.At(toks, i).Is(token.Vague) {
		return Some(), i + 1, true, false
	}
	return Quantity{}, i, false, true
}

// excepted is how many of all a conclusion takes out behind toks[j] ("all three areas
// but pumps", "all of them except two"), 0 where it takes out none.
func (c Context) excepted(toks []token.Token, j int) int {
	const reach = 5
	if !c.Exact {
		return 0
	}
	for i := j; i < len(toks) && i <= j+reach; i++ {
		if !statement.Excepts(toks, i) {
			continue
		}
		n := 1
		if w := token.Word(toks, i+1); w == "than" || w == "from" {
			i++
		}
		if k, isNum := token.Num(toks, i+1); isNum {
			return k
		}
		for i++; i < len(toks) && len(toks[i].Word) > 1; i++ {
			if toks[i].Word == "and" {
				n++
			}
		}
		if token.Word(toks, i) == "," && n == 1 && token.At(toks, i+1).Stem != "" && !statement.Did(toks[i+1:]) {
			return 0 // a list, of how many is not certain
		}
		return n
	}
	return 0
}

func (c Context) majority(next int) (Quantity, int, bool, bool) {
	if c.Size == 0 {
		return Some(), next, true, false
	}
	n := c.Size/2 + 1
	return Quantity{Sure: Interval{n, c.Size - 1}, Possible: Interval{n, Unlimited}}, next, true, true
}

// loose reports whether the words beside the number at toks[i] leave room for more.
func loose(toks []token.Token, i int) bool {
	switch token.Word(toks, i-1) {
	case "any", "some", "even", "least", "as", "already", "whichever":
		return true
	}
	for j := i + 1; j < len(toks); j++ {
		switch w := token.Word(toks, j); {
		case w == "or" && (token.At(toks, j+1).Is(token.Others) || token.Word(toks, j+1) == "another" || token.Word(toks, j+1) == "more"),
			w == "least", w == "minimum", w == "several", w == "many", w == "else", w == "suffices", w == "enough", w == "more", w == "already", w == "whichever", w == "any":
			return true
		}
	}
	return false
}

// Not is the opposite of a quantity, for "has not taken …".
func (q Quantity) Not() (Quantity, bool) {
	if q.Unstated {
		return Exactly(0), true
	}
	if q.Sure.Lo > q.Sure.Hi || q.Possible.Lo == 0 {
		return q, false
	}
	return Quantity{Sure: Interval{0, q.Sure.Lo - 1}, Possible: Interval{0, q.Sure.Lo - 1}}, true
}

// orAll reads on behind "two or": "all three", "on all three", "both", or a number with the
// preposition said again. found is false where something else stands there.
func (c Context) orAll(toks []token.Token, i int) (end, n int, found, good bool) {
	switch token.Word(toks, i) {
	case "in", "on", "for", "under", "with", "to", "across", "of":
		i++
		if n, isNum := token.Num(toks, i); isNum {
			return i + 1, n, true, true
		}
	}
	if w := token.Word(toks, i); w != "all" && w != "both" {
		return i, 0, false, false
	}
	all, end, found, good := c.limit(toks, i)
	return end, all.Sure.Lo, found, good
}
