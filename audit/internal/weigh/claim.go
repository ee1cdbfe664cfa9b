package weigh

import (
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/prose/parts"
)

// claim is one thing that a sentence says under a way to read it.
type claim struct {
	right bool
	// bits is how much its being right speaks for the way.
	bits float64
	// part is the words that say it, about those of whom it is said.
	part  parts.Part
	about prose.Subject
	of    prose.Span // the words that name it
	on    []int      // the commitments, where those are meant
	named bool       // it is about one of several that are named
	// rule is that which tells of it where it is wrong.
	rule string
	// has is what the table has, where it is wrong; what names what was stated.
	what, has string
}

// way is a way to put the parts of a clause together.
type way struct {
	claims []claim
	// open says that it rests on what the sentence does not name: it may clear a sentence,
	// and accuses of nothing.
	open bool
	// unsaid counts the levels, figures and numbers of which it makes nothing.
	unsaid int
}

// cost is what a part that is wrong takes from what speaks for a way, and one that it makes
// nothing of.
const cost = 5.0

// kin reports whether two claims are on one commitment, member, or on everything.
func (k *claim) kin(o *claim) bool {
	if k.about == o.about {
		return true
	}
	for _, c := range [2][2]*claim{{k, o}, {o, k}} {
		if c[0].about.Kind == prose.Commitment && len(c[1].on) == 1 && c[1].on[0] == c[0].about.Commitment {
			return true
		}
	}
	return len(k.on) == 1 && len(o.on) == 1 && k.on[0] == o.on[0]
}

func (w way) wrong() (n int, value float64, slip *claim) {
	for i := range w.claims {
		if w.claims[i].right {
			value += w.claims[i].bits
		} else {
			n++
			slip = &w.claims[i]
		}
	}
	return n, value - cost*float64(n+w.unsaid), slip
}
