package rubric

import (
	"fmt"
	"slices"

	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/audit/rubric/part"
	"recount.invalid/recount/audit/rubric/statement"
	"recount.invalid/recount/audit/rubric/token"
)

// What one statement says of the parts that it names.

// clause reads one statement.
func (c *Closing) clause(rd reader, text string, s []token.Token) {
	standing := standingOf(s)
	placed := false
	says, toOthers := says(s), pointsToOthers(s)
	if standing == Untouched && statement.DeniesInPart(s) || statement.DeniesOther(s, func(st string) bool { return ownStem(rd.components, st) }) {
		c.Unplaced = append(c.Unplaced, token.Quote(text, s))
		return
	}
	if toOthers && !c.names() {
		// Which are the others is told by those that were named, and none was.
		toOthers, says = false, false
	}
	if !tiesEach(rd.components, s) && len(rd.dimensionAnchors(s)) == 0 {
		c.Untied = append(c.Untied, token.Quote(text, s))
	}
	named := 0
	unsure := uncertain(s, rd.components)
	for i, part := range rd.components {
		own := part.Named(s)
		if !own && (part.Loose || part.Half) && standing == Acted && !unsure && statement.Did(s) && part.Touched(s) {
			own, c.faint = true, true
		}
		if !own && part.Half && standing == Untouched && part.Touched(s) && !tied(rd.components, s) {
			own = true // a word of it, and none of the other's
		}
		if own && part.Loose && says && (unsure || standing == Untouched && !deniesWholly(text, s, rd.components)) {
			c.Unplaced = append(c.Unplaced, token.Quote(text, s))
			continue
		}
		if own {
			named++
		}
		// "none in the other two dimensions" is about those not named before.
		if !(says && own || toOthers && (own || c.Standings[i] == Silent)) {
			continue
		}
		placed = true
		was := c.Standings[i]
		if part.Loose && was != Silent && (was == Untouched) != (standing == Untouched) {
			c.Doubt = fmt.Sprintf("the conclusion says two things of %q", part.Text)
		}
		switch {
		case was == Silent, was == Acted:
			if was == Acted && standing == Acted || was == Silent || standing == CalledStrong || standing == CalledWeak {
				c.Standings[i] = standing
			} else {
				c.Doubt = fmt.Sprintf("the conclusion says two things of %q", part.Text)
			}
		case standing == Acted || was == standing:
		case was == Untouched && standing == Insufficient:
		case was == Insufficient && (standing == Untouched || standing == CalledWeak):
			c.Standings[i] = standing
		default:
			c.Doubt = fmt.Sprintf("the conclusion says two things of %q", part.Text)
		}
	}
	if named > 0 && (standing == Acted || standing == CalledStrong || standing == CalledWeak) && !unsure && says && nothingElse(s) {
		for i, part := range rd.components {
			if (part.Loose || part.Half) && !part.Named(s) && !part.Touched(s) && c.Standings[i] == Silent {
				c.Standings[i] = Untouched
			}
		}
	}
	if toRest(s) && standing == Untouched && c.Strong != nil && c.Weak == nil && c.Unit == condition.Dimensions {
		none := condition.Exactly(0)
		c.Weak, placed = &none, true
	}
	c.opposing = c.opposing || statement.Opposes(s)
	for _, t := range s {
		c.weak = c.weak || t.Is(token.Weaks)
	}
	to, _ := subsetOf(s)
	counted := countedParts(s[:to])
	if len(counted) == 1 {
		counted[0].whole = s
	}
	if as := rd.dimensionAnchors(s); len(counted) == 1 && len(as) == 1 && as[0].end < counted[0].a.start && !counted[0].a.graded && rd.Size > 1 && statement.Did(s[:as[0].start]) && !unsure {
		counted = []countedPart{{s[:as[0].end+1], as[0], s}} // "all three areas by a single action"
	}
	if len(counted) == 0 && rd.Size > 1 && !unsure && (statement.Did(s) || token.Word(s, 0) == "with" || token.Word(s, 0) == "by") {
		if as := rd.dimensionAnchors(s); len(as) == 1 && len(anchors(s)) == 0 {
			counted = []countedPart{{s, as[0], s}}
		}
	}
	for _, part := range counted {
		if c.count(rd, part, toOthers, named, placed) {
			placed = true
		}
	}
	c.elliptic(s)
	c.around(s, placed || reScoring.MatchString(printedAs(text, s)))
	switch {
	case placed:
		c.Words = append(c.Words, token.Quote(text, s))
	case evaluates(s):
		c.Unplaced = append(c.Unplaced, token.Quote(text, s))
	}
}

// nothingElse reports whether a statement says that what it names is all there is:
// "on wells only", "solely on wells", "all of them on wells".
func nothingElse(s []token.Token) bool {
	for i := range s {
		next := token.At(s, i+1)
		end := i+1 >= len(s) || len(next.Word) == 1 && !next.IsNumber()
		preposition := false
		switch next.Word {
		case "on", "in", "for", "to", "by", "under", "towards", "with":
			preposition = true
		}
		switch w := s[i].Word; {
		case w == "alone":
			if end {
				return true
			}
		case s[i].Is(token.Limiters) && token.Word(s, i-1) != "not":
			if end || preposition && w != "just" {
				return true
			}
		case w == "them" && token.Word(s, i-1) == "of" && (token.Word(s, i-2) == "all" || token.Word(s, i-2) == "one" && token.Word(s, i-3) == "every"):
			switch next.Word {
			case "concern", "concerned", "address", "addressed", "cover", "covered", "relate", "fall", "belong":
				preposition = true
			}
			if preposition {
				return true
			}
		}
	}
	return false
}

// toRest reports whether a statement is about the other parts, by their number.
func toRest(s []token.Token) bool {
	for i := range s {
		if s[i].Is(token.Others) && (token.At(s, i+1).IsNumber() || token.At(s, i+1).Is(token.DimensionNouns|token.CalledParts)) {
			return true
		}
	}
	return false
}

// names reports whether the conclusion has named a component.
func (c *Closing) names() bool {
	for _, s := range c.Standings {
		if s != Silent {
			return true
		}
	}
	return false
}

// tiesEach reports whether each item that a statement lists names a component:
// one that does not may be a component in other words.
func tiesEach(parts []part.Component, s []token.Token) bool {
	from := 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && s[i].Word != "," && s[i].Word != "and" && s[i].Word != "or" {
			continue
		}
		item := s[from:i]
		from = i + 1
		if tied(parts, item) || pointsToOthers(item) {
			continue
		}
		for k := range item {
			if item[k].Stem != "" && !item[k].Is(token.ActionNouns|token.DimensionNouns|token.Strongs|token.Weaks) {
				return false
			}
		}
	}
	return true
}

// ownStem reports whether a stem is one of some component's words.
func ownStem(parts []part.Component, st string) bool {
	return slices.ContainsFunc(parts, func(p part.Component) bool { return sameWords([]string{st}, p.Words()) })
}

// tied reports whether words name a component.
func tied(parts []part.Component, s []token.Token) bool {
	for _, p := range parts {
		if p.Named(s) {
			return true
		}
	}
	return false
}

// says reports whether a statement is about what the member did.
func says(s []token.Token) bool {
	for _, t := range s {
		if t.Is(token.Acts | token.Negations | token.Insufficient | token.ActionNouns) {
			return true
		}
	}
	for i := range s {
		if statement.Undone(s, i) {
			return true
		}
	}
	return statement.Did(s)
}

// pointsToOthers reports whether a statement is about the components that
// were not named before.
func pointsToOthers(s []token.Token) bool {
	for i, t := range s {
		if !t.Is(token.Others) {
			continue
		}
		for j := i + 1; j <= i+3 && j < len(s); j++ {
			if s[j].Is(token.DimensionNouns) {
				return true
			}
		}
	}
	return false
}

// evaluates reports whether a statement speaks of the member's action at all.
func evaluates(s []token.Token) bool {
	for i, t := range s {
		if t.Is(token.ActionNouns|token.Negations|token.Insufficient) || t.Is(token.Strongs|token.Weaks) && graded(s, i) {
			return true
		}
	}
	return false
}
