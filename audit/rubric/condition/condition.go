package condition

import (
	"math"

	"recount.invalid/recount/audit/rubric/token"
)

// Truth is an answer that may be left open.
type Truth int

// The three answers.
const (
	Out Truth = iota
	Maybe
	In
)

// Unit is what is counted.
type Unit int

// The units. NoUnit stands where a phrase does not say.
const (
	NoUnit Unit = iota
	Dimensions
	Actions
	// Cases are the points of a scale of the text's own (Points of a rubric.Reading).
	Cases
)

func (u Unit) String() string {
	switch u {
	case Dimensions:
		return "dimensions"
	case Actions:
		return "actions"
	case Cases:
		return "cases"
	}
	return "actions or dimensions"
}

// Unlimited is the upper end of an interval without one.
const Unlimited = math.MaxInt32

// Interval is a range of counts, both ends included. An interval whose Lo is
// greater than its Hi is empty.
type Interval struct{ Lo, Hi int }

// Has reports whether the count lies in the interval.
func (i Interval) Has(n int) bool { return i.Lo <= n && n <= i.Hi }

// Quantity is what a phrase such as "at least two" asks for: Sure holds the
// counts that every reader would accept, Possible those that some reader
// might.
type Quantity struct {
	Sure, Possible Interval
	// Unstated says that no number was printed; the counts are then what
	// the bare noun suggests.
	Unstated bool
	// Bare says that the number stands without "at least" or the like, UpTo
	// that it is only an upper limit ("up to four"), Minimum that it is written
	// out as a lower one ("at least three", "five or more").
	Bare, UpTo, Minimum bool
	// Loose says of a bare number that the words beside it leave room for more
	// ("any one of", "one or another of").
	Loose bool
}

// Exactly is the quantity of one count alone.
func Exactly(n int) Quantity {
	return Quantity{Sure: Interval{n, n}, Possible: Interval{n, n}}
}

// AtLeast is the quantity of a count and all above it.
func AtLeast(n int) Quantity {
	return Quantity{Sure: Interval{n, Unlimited}, Possible: Interval{n, Unlimited}}
}

// Truth says whether the quantity accepts a count.
func (q Quantity) Truth(n int) Truth {
	switch {
	case q.Sure.Has(n):
		return In
	case q.Possible.Has(n):
		return Maybe
	}
	return Out
}

// State is a point of the grid.
type State struct{ Strong, Weak int }

// Atom is one count of one grade.
type Atom struct {
	Strength token.Strength
	Unit     Unit
	Count    Quantity
	Only     bool // nothing of the other grade beside it
	Either   bool // the text says that strong and weak action count alike
	// Cases says for each case of a text's own whether the atom holds; nil where
	// Count says it.
	Cases []Truth
}

func (a Atom) truth(s State) Truth {
	var t Truth
	if a.Cases != nil {
		if s.Strong >= len(a.Cases) {
			return Out
		}
		return a.Cases[s.Strong]
	}
	switch a.Strength {
	case token.Strong:
		t = a.Count.Truth(s.Strong)
	case token.Weak:
		t = a.Count.Truth(s.Weak)
	default:
		total := a.Count.Truth(s.Strong + s.Weak)
		if a.Count.Possible.Hi == 0 || a.Either {
			t = total // "no action" excludes weak action too
			break
		}
		// Whether weak action counts as action is not said: it is certain
		// only where both readings agree.
		strong := a.Count.Truth(s.Strong)
		switch {
		case strong == total:
			t = strong
		default:
			t = Maybe
		}
	}
	if a.Only && t != Out {
		if a.Strength == token.Weak && s.Strong > 0 || a.Strength == token.Strong && s.Weak > 0 {
			return Out
		}
	}
	return t
}

// Clause is one way to reach a level: all its atoms must hold.
type Clause struct {
	Atoms []Atom
	// Contradictory marks action against the commitment; such a clause lies
	// outside the grid.
	Contradictory bool
	// Unopposed says that the clause asks for no action against the commitment.
	Unopposed bool
	// Doubt says that the clause has words that the grammar has no place
	// for; it never answers In, and its level never Out.
	Doubt bool
	// Words are the clause as printed.
	Words string
}

// Truth says whether a state meets the clause.
func (c Clause) Truth(s State) Truth {
	if c.Contradictory {
		return Out
	}
	t := In
	weakOnly, limited := len(c.Atoms) > 0, false
	for _, a := range c.Atoms {
		t = min(t, a.truth(s))
		weakOnly = weakOnly && a.Strength == token.Weak
		limited = limited || a.Count.Possible.Hi != Unlimited
	}
	if weakOnly && limited && s.Strong > 0 && t == In {
		// "weak action in one dimension" does not say whether there may be
		// strong action beside it.
		return Maybe
	}
	if c.Doubt && t == In {
		return Maybe
	}
	return t
}

// Limits reports whether the clause, at s, sets an upper limit: whether a
// reader could say "not more than this". A clause about weak action alone
// says nothing of strong action and limits only states without any.
func (c Clause) Limits(s State) bool {
	weakOnly := true
	limited := false
	for _, a := range c.Atoms {
		if a.Strength != token.Weak {
			weakOnly = false
		}
		if a.Count.Possible.Hi != Unlimited {
			limited = true
		}
	}
	if weakOnly && s.Strong > 0 {
		return false
	}
	return limited
}

// Condition is what one level asks for: any of its clauses.
type Condition struct {
	Score   int
	Clauses []Clause
	// Missed are the phrases about actions that were not understood. A
	// condition with some never answers Out.
	Missed []string
}

// Truth says whether a state meets the condition.
func (c Condition) Truth(s State) Truth {
	t := Out
	if len(c.Missed) > 0 {
		t = Maybe
	}
	for _, cl := range c.Clauses {
		t = max(t, cl.Truth(s))
		if cl.Doubt {
			t = max(t, Maybe)
		}
	}
	return t
}

// Words are the clauses that answer In or Maybe for s, as printed; all
// clauses where none does.
func (c Condition) Words(s State) []string {
	var out []string
	for _, cl := range c.Clauses {
		if cl.Truth(s) != Out {
			out = append(out, cl.Words)
		}
	}
	if len(out) == 0 {
		for _, cl := range c.Clauses {
			out = append(out, cl.Words)
		}
	}
	return out
}

// Opposed reports whether action against the commitment leads to the level.
func (c Condition) Opposed() bool {
	for _, cl := range c.Clauses {
		if cl.Contradictory {
			return true
		}
	}
	return false
}
