package rubric

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/rubric/closed"
	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/audit/rubric/part"
	"recount.invalid/recount/audit/rubric/statement"
	"recount.invalid/recount/audit/rubric/token"
	"recount.invalid/recount/internal/lazyregexp"
)

// What a conclusion says in words that are all understood is asked where the rest of it
// leaves open whether a level is reached.

// reLeadsIn finds what stands before the words that give the score: "With two strong
// actions behind it, Norland receives a score of +1."
var reLeadsIn = lazyregexp.New(`(?i)^((?:with|given)\s[^,]*),\s+(?:[^,.]{1,60}?\s)?(?:has\s+(?:thus\s+|therefore\s+)?been\s+awarded|is\s+(?:thus\s+|therefore\s+)?(?:awarded|assigned|given|scored)|receives?|earns?|gets?|scores?)\b[^,]*$`)

// readClosed reads the sentences that a conclusion has beside the one that gives the score.
func (c *Closing) readClosed(r Reading, text string) {
	if r.Unit != condition.Actions {
		return
	}
	if counts, ok := statementsOf(text); ok {
		c.closed = &counts
	}
}

// statementsOf are the limits that the sentences set.
func statementsOf(text string) (closed.Counts, bool) {
	p := token.Borrow(text)
	defer token.GiveBack(p)
	var out []string
	_, who := statementsBeside(text)
	for _, s := range token.Sentences(text, *p) {
		words := token.Quote(text, s)
		if !statement.Formula(s) && !reScoring.MatchString(printedAs(text, s)) {
			out = append(out, words)
			continue
		}
		if m := reLeadsIn.FindStringSubmatch(words); m != nil {
			out = append(out, m[1])
			continue
		}
		if slices.ContainsFunc(s, func(t token.Token) bool { return t.Is(token.ActionNouns | token.Strongs | token.Weaks) }) {
			return closed.Counts{}, false
		}
	}
	return closed.Actions(out, who)
}

// byClosed judges by those limits, together with all else that the conclusion says.
func (c Closing) byClosed(r Reading, judge func([]condition.State) Support, recorded int) Support {
	if c.closed == nil || r.speaksOfOpposed() && (c.more || c.closed.All.Hi > 0) {
		return Undecided
	}
	top := 0
	for _, s := range r.States() {
		top = max(top, s.Strong)
	}
	states := slices.DeleteFunc(c.reachable(r, recorded, false), func(s condition.State) bool { return !c.allowed(r, s, top) })
	return judge(states)
}

// allowed reports whether a state is within the limits; the grid ends above the highest
// number that the text names, and more is as that is.
func (c Closing) allowed(r Reading, s condition.State, top int) bool {
	strong := []int{s.Strong}
	weak := []int{s.Weak}
	for n := top + 1; s.Strong == top && n <= top+token.MostCounted; n++ {
		strong = append(strong, n)
	}
	for n := top + 1; s.Weak == top && n <= top+token.MostCounted; n++ {
		weak = append(weak, n)
	}
	for _, a := range strong {
		if !r.Graded {
			if r.plain() && c.closed.All.Has(a) || !r.plain() && c.closed.Strong.Has(a) {
				return true
			}
			continue
		}
		for _, b := range weak {
			if c.closed.Allows(a, b) {
				return true
			}
		}
	}
	return false
}

// describeClosed says the limits in words, those that are none left out.
func (c Closing) describeClosed() []string {
	if c.closed == nil {
		return nil
	}
	var out []string
	for _, b := range []struct {
		grade string
		bound closed.Bound
	}{{"strong ", c.closed.Strong}, {"weak ", c.closed.Weak}, {"", c.closed.All}} {
		i := condition.Interval{Lo: b.bound.Lo, Hi: b.bound.Hi}
		if i.Hi == closed.Unlimited {
			i.Hi = condition.Unlimited
		}
		if i.Lo > 0 || i.Hi < condition.Unlimited {
			out = append(out, b.grade+"action told: "+describe(i, condition.Actions))
		}
	}
	return out
}

// overlay takes in what the sentences say of the parts in words that are all understood,
// where the reading of single words left them open.
func (c *Closing) overlay(text string, parts []part.Component, common []string) {
	const least = 2
	if len(parts) < least || len(c.Standings) != len(parts) || c.Doubt != "" {
		return
	}
	names := make([][]string, len(parts))
	for i, p := range parts {
		names[i] = slices.Clone(p.Words())
		for _, own := range p.Words() {
			for _, group := range groups {
				if slices.Contains(group, own) {
					names[i] = append(names[i], group...)
				}
			}
		}
	}
	statements, who := statementsBeside(text)
	told := closed.Things(statements, who, names, common)
	for i, f := range told.Fates {
		said := Acted
		switch f {
		case closed.Unknown:
			continue
		case closed.Undone:
			said = Untouched
		}
		switch was := c.Standings[i]; {
		case was == Silent:
			c.Standings[i] = said
		case affirms(was) != affirms(said):
			c.Doubt = "the conclusion says two things of \"" + parts[i].Text + "\""
			return
		}
	}
	if len(told.Words) == 0 {
		return
	}
	c.Words = append(c.Words, told.Words...)
	placed := func(words string) bool {
		return slices.ContainsFunc(told.Words, func(w string) bool { return strings.Contains(w, words) || strings.Contains(words, w) })
	}
	c.Unplaced, c.Untied = slices.DeleteFunc(c.Unplaced, placed), slices.DeleteFunc(c.Untied, placed)
}

// statementsBeside are the sentences beside the one that gives the score, and the words
// of that one that may name the member.
func statementsBeside(text string) (out, who []string) {
	p := token.Borrow(text)
	defer token.GiveBack(p)
	for _, s := range token.Sentences(text, *p) {
		if !statement.Formula(s) && !reScoring.MatchString(printedAs(text, s)) {
			if !statement.LeavesOut(s) {
				out = append(out, token.Quote(text, s))
			}
			continue
		}
		for i := range s {
			if t := &s[i]; t.Stem != "" && text[t.Start] >= 'A' && text[t.Start] <= 'Z' {
				who = append(who, t.Word)
			}
		}
		for _, piece := range statement.BeyondFormula(s) {
			if !statement.Formula(piece) {
				out = append(out, token.Quote(text, piece))
			}
		}
	}
	return out, who
}
