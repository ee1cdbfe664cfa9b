package rubric

import (
	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/audit/rubric/token"
)

// The counts that a statement gives.

// countedPart is the part of a statement with one count of action.
type countedPart struct {
	s []token.Token
	a anchor
	// whole is the statement, with what it says of some of what it counts.
	whole []token.Token
}

// countedParts gives the counts of a statement that has one, or one of strong and
// one of weak action joined by "and"; none of any other.
func countedParts(s []token.Token) []countedPart {
	as := anchors(s)
	switch {
	case len(as) == 1 && !as[0].contradictory && !as[0].unknown:
		return []countedPart{{s, as[0], s}}
	case len(as) != 2 || !as[0].graded || !as[1].graded || as[0].unknown || as[1].unknown || as[0].contradictory || as[1].contradictory ||
		as[0].strength == token.Any || as[1].strength == token.Any || as[0].strength == as[1].strength:
		return nil
	}
	cut, join := connector(s, as[0].end+1, as[1].start)
	if cut < 0 || join != "and" {
		return nil
	}
	second := as[1]
	second.start, second.end = second.start-cut-1, second.end-cut-1
	return []countedPart{{s[:cut], as[0], s[:cut]}, {s[cut+1:], second, s[cut+1:]}}
}

// count reads one count; placed says that the statement is placed already. It
// reports whether the count was understood.
func (c *Closing) count(rd reader, part countedPart, toOthers bool, named int, placed bool) bool {
	s, a := part.s, part.a
	atom, _, doubt, ok := rd.atom(s, a)
	if toOthers {
		ok = false // a count of the rest
	}
	stated := atom.Unit != condition.NoUnit && !atom.Count.Unstated
	if named > 0 && named == len(rd.components) && !numbered(s) {
		stated = false // a list of the components, which are placed already
	}
	if !placed && atom.Count.Possible.Hi == 0 && !telling(s[a.end+1:]) {
		stated = true // "no strong action", without "on …"
	}
	if !ok || doubt || !stated {
		return false
	}
	q := atom.Count
	switch {
	case uncertain(s, rd.components):
		return false
	case a.subject && (deniedBehind(s[a.end+1:]) || neglects(s)):
		// "two of the three were not addressed"
		if neglects(s) || q.Sure.Lo != q.Sure.Hi || q.Sure.Lo == 0 || q.Sure.Lo > rd.Size {
			return false
		}
		q.Sure = condition.Interval{Lo: 0, Hi: rd.Size - q.Sure.Lo}
		q.Possible = q.Sure
	case q.Possible.Hi > 0 && !elliptical(s) && furtherNumber(s, a.start-5, endOfCount(s, a, atom.Unit)):
		return false
	}
	if atom.Strength == token.Any {
		if c.total != nil || c.Unit != condition.NoUnit && atom.Unit != condition.NoUnit && c.Unit != atom.Unit {
			c.Doubt = "the conclusion counts more than once"
		}
		c.total = readTotal(part.whole, a, q)
		c.Unit = atom.Unit
		return true
	}
	slot := &c.Strong
	if atom.Strength == token.Weak {
		slot = &c.Weak
	}
	if atom.Strength != token.Any {
		if *slot != nil || c.Unit != condition.NoUnit && atom.Unit != condition.NoUnit && c.Unit != atom.Unit {
			c.Doubt = "the conclusion counts more than once"
		}
		*slot = &q
		if atom.Unit != condition.NoUnit {
			c.Unit = atom.Unit
		}
	}
	return true
}

// endOfCount is where a count ends: with the noun for the parts where it counts those
// behind the action ("strong action in two of the three areas").
func endOfCount(s []token.Token, a anchor, u condition.Unit) int {
	end := a.end
	if u != condition.Dimensions || a.subject {
		return end
	}
	const reach = 9
	for i := a.end + 1; i < len(s) && i <= a.end+reach; i++ {
		if s[i].Is(token.DimensionNouns | token.CalledParts) {
			return i
		}
		if s[i].IsNumber() {
			end = i
		}
	}
	return end
}

// deniedBehind reports whether a verb behind a count is denied, or the statement tells
// of nothing else.
func deniedBehind(s []token.Token) bool {
	for i := range s {
		if s[i].Word == "," || s[i].Word == ";" {
			return false
		}
		if s[i].Is(token.Negations) {
			return true
		}
	}
	return false
}

// neglects reports whether a statement says without a negation that something was not
// done.
func neglects(s []token.Token) bool {
	for i := range s {
		if s[i].Is(token.Absences) && s[i].Word != "left" && s[i].Word != "missing" {
			return true
		}
	}
	return false
}

// elliptical reports whether a statement has a grade without its noun.
func elliptical(s []token.Token) bool {
	for i := range s {
		if _, ok := s[i].Strength(); ok && endsPhrase(s, i+1) {
			return true
		}
	}
	return false
}

// around takes in what stands beside a count: something that lessens it, or
// something more. placed says that the statement is tied to a component or a count.
func (c *Closing) around(s []token.Token, placed bool) {
	negative, reduces := false, false
	for i := range s {
		negative = negative || s[i].Is(token.Negations)
		reduces = reduces || lessens(s, i)
	}
	switch {
	case placed:
	case reduces && c.total != nil:
		c.total.reduced = true
	case !negative:
		c.more = true
	}
}

// numbered reports whether a statement has a number in it.
func numbered(s []token.Token) bool {
	for _, t := range s {
		if t.IsNumber() || t.Word == "all" {
			return true
		}
	}
	return false
}

// telling reports whether words say more than that the commitment is meant.
func telling(s []token.Token) bool {
	for _, t := range s {
		if t.Stem != "" && !t.Is(token.DimensionNouns|token.CalledParts) && t.Word != "kind" && t.Word != "sort" && t.Word != "type" {
			return true
		}
	}
	return false
}
