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
	// part is the words that say it, about that of which it is said.
	part  parts.Part
	about prose.Subject
	of    prose.Span // the words that name it
	on    []int      // the commitments, where those are meant
	named bool       // it is about one of several that are named
	// rule is that which tells of it where it is wrong, with what.
	rule                      string
	stated, computed, message string
}

// way is a way to put the parts of a clause together.
type way struct {
	claims []claim
	// open says that it rests on what the sentence does not name: it may clear a sentence,
	// and accuses of nothing.
	open bool
	// unsaid is what the levels, figures and numbers cost of which it makes nothing.
	unsaid float64
}

// cost is what a part that is wrong takes from what speaks for a way, and one that it makes
// nothing of.
const cost = 5.0

// wrong counts the claims that are wrong, and gives the last of them; value is what the
// right ones say for the way, less what is wrong or left unsaid.
func (w way) wrong() (n int, value float64, slip *claim) {
	for i := range w.claims {
		if w.claims[i].right {
			value += w.claims[i].bits
		} else {
			n++
			slip = &w.claims[i]
		}
	}
	return n, value - cost*float64(n) - w.unsaid, slip
}

// support is what the right claims say for the way: those that are kin of one, or all.
func (w way) support(of *claim) float64 {
	sum := 0.0
	for i := range w.claims {
		if k := &w.claims[i]; k.right && (of == nil || of.kin(k)) {
			sum += k.bits
		}
	}
	return sum
}

// kin reports whether two claims are on one commitment, on one member, or on everything.
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

// label is how a finding calls what a claim is about.
func (c *clause) label(s prose.Subject) string {
	if e := c.t.x.Of[s]; e != nil {
		return e.Label
	}
	return ""
}
