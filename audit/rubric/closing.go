package rubric

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit/rubric/closed"
	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/audit/rubric/part"
	"recount.invalid/recount/audit/rubric/statement"
	"recount.invalid/recount/audit/rubric/token"
)

// Standing is what a conclusion says of one component.
type Standing int

// The standings. Acted is action of unstated strength; Insufficient is action
// that falls short, or none; Untouched is none.
const (
	Silent Standing = iota
	CalledStrong
	CalledWeak
	Acted
	Insufficient
	Untouched
)

func (s Standing) String() string {
	return [...]string{"not mentioned", "strong action", "weak action", "action", "not sufficient", "not addressed"}[s]
}

// possible are the grades that a standing leaves open.
func (s Standing) possible() (strong, weak, none bool) {
	switch s {
	case CalledStrong:
		return true, false, false
	case CalledWeak:
		return false, true, false
	case Acted:
		return true, true, false
	case Insufficient:
		return false, true, true
	case Untouched:
		return false, false, true
	}
	return true, true, true
}

// Closing is what a member's conclusion says in the terms of the rubric.
type Closing struct {
	// Standings run parallel to the rubric's components.
	Standings []Standing
	// Strong and Weak are counts that the conclusion states, nil where it
	// states none.
	Strong, Weak *condition.Quantity
	Unit         condition.Unit      // what those counts count
	total        *total              // a count of action of no grade
	more         bool                // something is told beside it
	opposing     bool                // action against the commitment is told
	weak         bool                // some action is called weak
	faint        bool                // a part was named by less than half of its words
	orNever      bool                // what is told may lie outside of the time that counts
	open         *condition.Interval // the cases that it leaves open, where the text counts those
	closed       *closed.Counts      // limits that its sentences set in words that are all understood
	// Words are the sentences that the reading rests on.
	Words []string
	// Untied are statements with something in a list that names no component.
	Untied []string
	// Unplaced are evaluating sentences that were tied to no component and
	// no count.
	Unplaced []string
	// Doubt says why nothing is to be concluded; empty where something is.
	Doubt string
}

// ReadClosing reads a member's conclusion. parts and size are the
// commitment's components.
func ReadClosing(text string, parts []part.Component, size int) Closing {
	c := Closing{Standings: make([]Standing, len(parts))}
	rd := reader{Context: condition.Context{Size: size, Exact: true}, components: parts}
	toks := token.Borrow(text)
	defer token.GiveBack(toks)
	for _, s := range token.Sentences(text, *toks) {
		if statement.LeavesOut(s) && !statement.Formula(s) {
			c.Unplaced = append(c.Unplaced, token.Quote(text, s)) // what it leaves out may count
			continue
		}
		statements := [][]token.Token{s}
		if statement.Formula(s) {
			// "… has complied, as it has taken strong action in …"
			statements = statement.BeyondFormula(s)
		}
		for _, s := range statements {
			if statement.Formula(s) {
				continue
			}
			for _, clause := range statement.Clauses(s) {
				c.clause(rd, text, clause)
			}
		}
	}
	return c
}

// Describe says the reading of a conclusion in words.
func (c Closing) Describe(parts []part.Component) string {
	by := map[Standing][]string{}
	for i, s := range c.Standings {
		if i < len(parts) {
			by[s] = append(by[s], fmt.Sprintf("%d) %s", parts[i].Number, parts[i].Short()))
		}
	}
	var out []string
	for _, s := range []Standing{CalledStrong, Acted, CalledWeak, Insufficient, Untouched, Silent} {
		if len(by[s]) > 0 {
			out = append(out, s.String()+": "+strings.Join(by[s], ", "))
		}
	}
	count := func(q *condition.Quantity, grade string) {
		if q == nil {
			return
		}
		out = append(out, grade+" action counted: "+describe(q.Possible, c.Unit))
	}
	count(c.Strong, "strong")
	count(c.Weak, "weak")
	if c.total != nil {
		out = append(out, c.total.describe(c.Unit))
	}
	out = append(out, c.describeClosed()...)
	return strings.Join(out, "; ")
}

// describe says a range of counts in words.
func describe(i condition.Interval, u condition.Unit) string {
	n := fmt.Sprint(i.Lo)
	switch {
	case i.Hi == condition.Unlimited:
		n = "at least " + n
	case i.Hi != i.Lo:
		n += " to " + fmt.Sprint(i.Hi)
	}
	unit := u.String()
	if n == "1" && u != condition.NoUnit {
		unit = strings.TrimSuffix(unit, "s")
	}
	return n + " " + unit
}
