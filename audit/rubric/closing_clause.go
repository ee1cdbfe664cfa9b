package rubric

import (
	"fmt"
)

// What one statement says of the parts that it names.

// clause reads one statement.
func (c *Closing) clause(rd reader, text string, s []token) {
	standing := standingOf(s)
	placed := false
	says, toOthers := says(s), pointsToOthers(s)
	if standing == Untouched && deniesInPart(s) {
		c.Unplaced = append(c.Unplaced, quote(text, s))
		return
	}
	if toOthers && !c.names() {
		// Which are the others is told by those that were named, and none was.
		toOthers, says = false, false
	}
	if !tiesEach(rd.components, s) && len(rd.dimensionAnchors(s)) == 0 {
		c.Untied = append(c.Untied, quote(text, s))
	}
	named := 0
	unsure := uncertain(s, rd.components)
	for i, part := range rd.components {
		own := part.named(s)
		if !own && (part.loose || part.half) && standing == Acted && !unsure && did(s) && part.touched(s) {
			own, c.faint = true, true
		}
		if !own && part.half && standing == Untouched && part.touched(s) && !tied(rd.components, s) {
			own = true // a word of it, and none of the other's
		}
		if own && part.loose && says && (unsure || standing == Untouched && !deniesWholly(text, s, rd.components)) {
			c.Unplaced = append(c.Unplaced, quote(text, s))
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
		if part.loose && was != Silent && (was == Untouched) != (standing == Untouched) {
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
			if (part.loose || part.half) && !part.named(s) && !part.touched(s) && c.Standings[i] == Silent {
				c.Standings[i] = Untouched
			}
		}
	}
	if toRest(s) && standing == Untouched && c.Strong != nil && c.Weak == nil && c.Unit == Dimensions {
		none := exactly(0)
		c.Weak, placed = &none, true
	}
	c.opposing = c.opposing || opposes(s)
	for _, t := range s {
		c.weak = c.weak || t.is(weaks)
	}
	to, _ := subsetOf(s)
	counted := countedParts(s[:to])
	if len(counted) == 1 {
		counted[0].whole = s
	}
	if as := rd.dimensionAnchors(s); len(counted) == 1 && len(as) == 1 && as[0].end < counted[0].a.start && !counted[0].a.graded && rd.size > 1 && did(s[:as[0].start]) && !unsure {
		counted = []countedPart{{s[:as[0].end+1], as[0], s}} // "all three areas by a single action"
	}
	if len(counted) == 0 && rd.size > 1 && !unsure && (did(s) || word(s, 0) == "with" || word(s, 0) == "by") {
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
	c.around(s, placed)
	switch {
	case placed:
		c.Words = append(c.Words, quote(text, s))
	case evaluates(s):
		c.Unplaced = append(c.Unplaced, quote(text, s))
	}
}

// nothingElse reports whether a statement says that what it names is all there is:
// "on wells only", "solely on wells", "all of them on wells".
func nothingElse(s []token) bool {
	for i := range s {
		next := at(s, i+1)
		end := i+1 >= len(s) || len(next.word) == 1 && !next.isNumber()
		preposition := false
		switch next.word {
		case "on", "in", "for", "to", "by", "under", "towards", "with":
			preposition = true
		}
		switch w := s[i].word; {
		case w == "alone":
			if end {
				return true
			}
		case s[i].is(limiters) && word(s, i-1) != "not":
			if end || preposition && w != "just" {
				return true
			}
		case w == "them" && word(s, i-1) == "of" && (word(s, i-2) == "all" || word(s, i-2) == "one" && word(s, i-3) == "every"):
			switch next.word {
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
func toRest(s []token) bool {
	for i := range s {
		if s[i].is(others) && (at(s, i+1).isNumber() || at(s, i+1).is(dimensionNouns|calledParts)) {
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
func tiesEach(parts []Component, s []token) bool {
	from := 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && s[i].word != "," && s[i].word != "and" && s[i].word != "or" {
			continue
		}
		item := s[from:i]
		from = i + 1
		if tied(parts, item) || pointsToOthers(item) {
			continue
		}
		for k := range item {
			if item[k].stem != "" && !item[k].is(actionNouns|dimensionNouns|strongs|weaks) {
				return false
			}
		}
	}
	return true
}

// tied reports whether words name a component.
func tied(parts []Component, s []token) bool {
	for _, p := range parts {
		if p.named(s) {
			return true
		}
	}
	return false
}

// says reports whether a statement is about what the member did.
func says(s []token) bool {
	for _, t := range s {
		if t.is(acts | negations | insufficient | actionNouns) {
			return true
		}
	}
	for i := range s {
		if undone(s, i) {
			return true
		}
	}
	return did(s)
}

// pointsToOthers reports whether a statement is about the components that
// were not named before.
func pointsToOthers(s []token) bool {
	for i, t := range s {
		if !t.is(others) {
			continue
		}
		for j := i + 1; j <= i+3 && j < len(s); j++ {
			if s[j].is(dimensionNouns) {
				return true
			}
		}
	}
	return false
}

// evaluates reports whether a statement speaks of the member's action at all.
func evaluates(s []token) bool {
	for i, t := range s {
		if t.is(actionNouns|negations|insufficient) || t.is(strongs|weaks) && graded(s, i) {
			return true
		}
	}
	return false
}
