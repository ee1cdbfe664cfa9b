package weigh

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/prose/parts"
	"recount.invalid/recount/internal/lazyregexp"
)

// clause is a stretch of a sentence with what may be meant beyond it.
type clause struct {
	t        *table
	s        string
	ps       []parts.Part
	from, to int
	begin    int // of the clause, in bytes
	chapter  int // the commitment of the chapter, 0 outside of chapters
	// scopes are commitments that a level may be for where the clause names none; nil for
	// all. Those from the index sure on are named outside the sentence.
	scopes [][]int
	sure   int
	// before are the members that a pronoun may stand for, which the words before name last.
	before []string
}

var (
	// reTimes says how often.
	reTimes = lazyregexp.New(`(?i)^\s+(?:once|twice|thrice|\S+\s+times|on\s+\S+\s+(?:counts?|occasions?))\b`)
	// rePronoun stands for members that were named before.
	rePronoun = lazyregexp.New(`(?i)\b(?:each|they|it|its|their|them|neither|both|either|two|three|four)\b`)
	// reName is a word that begins like a name.
	reName = lazyregexp.New(`[\s(]\p{Lu}\p{Ll}`)
)

// gap is what stands between two places; nothing where the parts there overlap.
func (c *clause) gap(from, to int) string {
	if from > to {
		return ""
	}
	return c.s[from:to]
}

// closes reports whether what is said up to a place is limited by nothing behind it: no words
// but those of plain statements stand before the next part, or the next comma, and it is not
// said how often it is so.
func (c *clause) closes(at int) bool {
	end := len(c.s)
	for i := range c.ps {
		if p := &c.ps[i]; p.Start >= at && p.Start < end {
			end = p.Start
		}
	}
	rest := c.gap(at, end)
	if i := strings.IndexAny(rest, ",;:()."); i >= 0 {
		rest = rest[:i]
	}
	return !reTimes.MatchString(c.s[at:]) && !c.t.r.SetsFrame(rest)
}

// words is how many words stand between two places.
func (c *clause) words(from, to int) int { return len(strings.Fields(c.gap(from, to))) }

// on gives the commitments that a level is for, nil for all; sure is false where the sentence
// does not say so, ok where it could mean none.
func (c *clause) on(r reading, at int) (on []int, sure, ok bool) {
	var all []int
	before, behind := -1, -1
	for i := c.from; i < c.to; i++ {
		p := &c.ps[i]
		if p.Kind != parts.What {
			continue
		}
		if len(p.Commitments) != 1 {
			return nil, false, false
		}
		if !slices.Contains(all, p.Commitments[0]) {
			all = append(all, p.Commitments[0])
		}
		if i < at {
			before = p.Commitments[0]
		} else if behind < 0 {
			behind = p.Commitments[0]
		}
	}
	switch {
	case len(all) == 1:
		return all, true, true
	case len(all) == 0:
		if r.scope >= len(c.scopes) {
			return nil, false, false
		}
		return c.scopes[r.scope], r.scope < c.sure, true
	case r.joint:
		return all, true, true
	case r.whatFirst && before > 0:
		return []int{before}, true, true
	case !r.whatFirst && behind > 0:
		return []int{behind}, true, true
	}
	return nil, false, false
}

// one gives the members that a number is of: those that stand last before it in the clause,
// or that a pronoun there stands for.
func (c *clause) one(at int) []string {
	for i := at - 1; i >= c.from; i-- {
		if c.ps[i].Kind == parts.Who {
			if i > c.from && c.ps[i-1].Kind == parts.But && c.words(c.ps[i-1].End, c.ps[i].Start) <= 1 {
				continue
			}
			if c.unknown(c.ps[i].End, c.ps[at].Start) {
				return nil
			}
			return c.ps[i].Members
		}
	}
	if rePronoun.MatchString(c.gap(c.begin, c.ps[at].Start)) {
		return c.before
	}
	return nil
}

// unknown reports whether a name stands between two places that is none of the parts.
func (c *clause) unknown(from, to int) bool {
	for _, m := range reName.FindAllStringIndex(c.gap(from, to), -1) {
		at, own := from+m[1]-1, false
		for i := range c.ps {
			own = own || at >= c.ps[i].Start && at < c.ps[i].End
		}
		if !own {
			return true
		}
	}
	return false
}

// levels are those that a part means under a reading.
func levels(p *parts.Part, r reading) []int {
	out := p.Levels
	if p.Loose && r.loose {
		out = []int{0, 1}
	}
	if p.Lacks {
		out = others(out)
	}
	return out
}

func others(levels []int) []int {
	var out []int
	for _, v := range []int{-1, 0, 1} {
		if !slices.Contains(levels, v) {
			out = append(out, v)
		}
	}
	return out
}
