package rubric

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/audit/rubric/part"
	"recount.invalid/recount/audit/rubric/statement"
	"recount.invalid/recount/audit/rubric/token"
	"recount.invalid/recount/audit/stem"
)

// Many commitments ask for two things, and their levels name them: both, one of
// them, neither. Such levels are read as statements about the two, over the four
// cases that there are.

// The cases of two things.
const (
	neither = iota
	firstOnly
	secondOnly
	bothDone
	pairCases
)

// pair are the two things that levels name.
type pair struct {
	words [2][]string // what is said of one and not of the other
	named [2]string   // each as a level affirms it
	forms []string    // the words of all levels
	// either are the words that are said of either of the two.
	either []string
	// due is the earliest day that the levels name, 0 where they name none; timed says
	// that they limit the time otherwise.
	due   int64
	timed bool
}

// mention is a place in a level that speaks of one of the two.
type mention struct {
	which      int
	denied     bool
	contrasts  bool   // behind "but" and the like
	finite     bool   // it begins with a verb of its own ("and removes")
	join       string // the connector before it
	start, end int    // tokens
}

// joining is how a word that may stand between the two joins them, empty for others.
func joining(word string) string {
	switch word {
	case "and", "but", "while", "whereas":
		return "and"
	case "or", "nor", "without":
		return word
	}
	return ""
}

// later are the words of a step that supposes another one: that it was taken
// alone is no case.
var later = []string{"ratif", "complet", "implement", "enforc", "forc", "operat", "disburs", "execut", "deliver", "adopt", "conclud", "evaluat"}

// readPair reads levels about two things.
func readPair(scores []int, texts map[int][]string) (Reading, bool) {
	if len(scores) < 3 {
		return Reading{}, false
	}
	var levels []level
	for _, s := range scores {
		if len(texts[s]) != 1 {
			return Reading{}, false
		}
		text := reLevelName.ReplaceAllString(strings.Join(strings.Fields(texts[s][0]), " "), "")
		levels = append(levels, level{score: s, text: text, values: values(text)})
	}
	toks := make([][]token.Token, len(levels))
	for i, l := range levels {
		p := token.Borrow(l.text)
		defer token.GiveBack(p)
		s := token.Sentences(l.text, *p)
		if len(s) != 1 {
			return Reading{}, false
		}
		s[0] = explained(withoutSome(s[0]))
		for k := range s[0] {
			if s[0][k].Is(token.Strongs | token.Weaks | token.Middling | token.Hedges) {
				return Reading{}, false
			}
		}
		toks[i] = s[0]
	}
	var forms []string
	for i := range toks {
		for k := range toks[i] {
			forms = append(forms, toks[i][k].Word)
		}
	}
	// The two stand in the highest level, or in the lowest.
	for _, from := range []int{0, len(levels) - 1} {
		for _, of := range []extent{wholly, heads, first} {
			var found Reading
			n := 0
			for _, at := range splits(levels[from].text, toks[from]) {
				p := pair{forms: forms}
				p.limitTime(levels, forms)
				p.words[0] = wordsOfPart(levels[from].text, toks[from][:at], of)
				p.words[1] = wordsOfPart(levels[from].text, toks[from][at+1:], of)
				p.either = saidOfEither(toks[from][:at], toks[from][at+1:])
				if !p.distinguish() {
					continue
				}
				if r, ok := p.walk(levels, toks, from); ok {
					found = r
					n++
				}
			}
			if n == 1 {
				return found, true
			}
			if n > 1 {
				return Reading{}, false // what the two are is not certain
			}
		}
	}
	return Reading{}, false
}

// explained is a level without a count of the two that it goes on to explain: "does one
// of the two: it mends roofs without training masons, or …".
func explained(s []token.Token) []token.Token {
	for i := range s {
		if s[i].Word != ":" {
			continue
		}
		if lead := s[:i]; (follows(lead, "one") || follows(lead, "either")) && (follows(lead, "two") || follows(lead, "both") || follows(lead, "these")) && follows(s[i:], "without") {
			return s[i+1:]
		}
		break
	}
	return s
}

// withoutSome is a level without "one or more" and the like before what it names, and without
// "ones" that stand for a noun: that there is some is all that they say.
func withoutSome(s []token.Token) []token.Token {
	out := s[:0:0]
	for i := 0; i < len(s); i++ {
		if s[i].Num == 1 && token.Word(s, i+1) == "or" && token.Word(s, i+2) == "more" {
			i += 2
			if token.Word(s, i+1) == "of" {
				i++
			}
			continue
		}
		if s[i].Word == "ones" && token.Word(s, i-1) != "the" {
			continue
		}
		out = append(out, s[i])
	}
	return out
}

// extent is how many of the words of one of the two tell it from the other.
type extent int

// The extents. heads leaves out what stands before "neither" or "both" and behind
// a preposition, which may be said of either; first is the first word of that.
const (
	wholly extent = iota
	heads
	first
)

// wordsOfPart are the words of one of the two.
func wordsOfPart(text string, s []token.Token, of extent) []string {
	var out []string
	for i := range s {
		w := s[i].Word
		if of != wholly && (w == "neither" || w == "both" || w == "either") {
			out = nil
			continue
		}
		if of != wholly && len(out) > 0 && (w == "on" || w == "of" || w == "for" || w == "in" || w == "to" || w == "with" || w == "from" || w == ",") {
			break
		}
		if joining(w) != "" || w == "both" || w == "either" || s[i].Is(token.Negations|token.Neutral|token.Acting|token.Acts) ||
			text[s[i].Start] >= 'A' && text[s[i].Start] <= 'Z' || s[i].Stem == "" || slices.Contains(out, s[i].Stem) {
			continue
		}
		out = append(out, s[i].Stem)
		if of == first {
			// What stands before "both" is still to be dropped.
			if !follows(s[i+1:], "both") && !follows(s[i+1:], "neither") && !follows(s[i+1:], "either") {
				break
			}
		}
	}
	return out
}

// saidOfEither are the words of the first of the two that stand before "both", or
// before the preposition that the second begins with too ("new measures on care and on
// work"), and those words of both that tell nothing.
func saidOfEither(a, b []token.Token) []string {
	var out []string
	upTo := 0
	for i := range a {
		w := a[i].Word
		if w == "both" || w == "either" || w == "neither" || w == ":" || w == token.Word(b, 0) && a[i].Stem == "" && w != "the" && w != "a" && w != "its" {
			upTo = i
		}
	}
	for _, s := range [][]token.Token{a[:upTo], a, b} {
		for i := range s {
			if t := &s[i]; t.Stem != "" && (i < upTo && len(s) == upTo || t.Is(token.ActionNouns|token.Acting|token.Plainest|token.CalledParts|token.DimensionNouns)) {
				out = append(out, t.Stem)
			}
		}
	}
	return out
}

// splits are the connectors at which a level may be about two things: the one in
// capitals where there is one.
func splits(text string, s []token.Token) []int {
	var all, capital []int
	for i := range s {
		if w := s[i].Word; w != "and" && w != "nor" {
			continue
		}
		all = append(all, i)
		if text[s[i].Start] < 'a' {
			capital = append(capital, i)
		}
	}
	if len(capital) > 0 {
		all = capital
	} else {
		for i := range s {
			if s[i].Word == "," && joining(token.Word(s, i+1)) == "" {
				return nil // a list of more than two
			}
		}
	}
	for i := range s {
		if s[i].Word == "all" || s[i].Word == "each" {
			return nil
		}
	}
	const most = 4
	return all[:min(len(all), most)]
}

// distinguish leaves each of the two the words that the other has not.
func (p *pair) distinguish() bool {
	a := slices.DeleteFunc(slices.Clone(p.words[0]), func(s string) bool { return sameWords([]string{s}, p.words[1]) })
	b := slices.DeleteFunc(slices.Clone(p.words[1]), func(s string) bool { return sameWords([]string{s}, p.words[0]) })
	p.words = [2][]string{p.telling(a), p.telling(b)}
	return len(a) > 0 && len(b) > 0
}

// walk reads every level as a statement about the two.
func (p *pair) walk(levels []level, toks [][]token.Token, from int) (Reading, bool) {
	r := Reading{Unit: condition.Cases, pair: p}
	var known []string
	for i := range toks[from] {
		if s := toks[from][i].Stem; s != "" {
			known = append(known, s)
		}
	}
	for i, l := range levels {
		c, ok := p.level(l, toks[i], i == 0, known)
		if !ok {
			return Reading{}, false
		}
		r.Levels = append(r.Levels, c)
		r.Understood = append(r.Understood, l.text)
	}
	if p.named[0] == "" || p.named[1] == "" {
		return Reading{}, false
	}
	r.Points = []string{
		neither:    "neither of the two",
		firstOnly:  "only the first of the two (\u201c" + p.named[0] + "\u201d)",
		secondOnly: "only the second of the two (\u201c" + p.named[1] + "\u201d)",
		bothDone:   "both of the two",
	}
	return r, true
}

// level reads one level.
func (p *pair) level(l level, s []token.Token, highest bool, known []string) (condition.Condition, bool) {
	c := condition.Condition{Score: l.score}
	mentions, ok := p.mentions(s)
	if !ok {
		return c, false
	}
	if len(mentions) == 0 {
		return p.counted(c, l, s, known)
	}
	end := mentions[len(mentions)-1].end + 1
	exclusive, inclusive, opposed := false, false, false
	for i := end; i < len(s); i++ {
		switch {
		case s[i].Word == "both" && (token.Word(s, i-1) == "or" || token.Word(s, i-2) == "or" && (token.Word(s, i-1) == "does" || token.Word(s, i-1) == "do")):
			inclusive = true
		case s[i].Word == "both", s[i].Word == "other":
			for k := end; k < i; k++ {
				exclusive = exclusive || s[k].Is(token.Negations)
			}
			if !exclusive {
				return c, false
			}
		case statement.Opposing(s, i):
			opposed = true
		}
	}
	doubt := false
	for i := range s {
		if opposed && i >= end {
			break
		}
		known := s[i].Stem == "" || s[i].Is(token.Neutral|token.Negations|token.Acting|token.Acts) || sameWords([]string{s[i].Stem}, known) ||
			s[i].Word == "done" || s[i].Word == "least" && token.Word(s, i-1) == "at" && token.Word(s, i+1) == "one"
		doubt = doubt || !known || s[i].Is(token.Vague|token.Limiters)
	}
	truth := p.holds(mentions, highest, exclusive, inclusive)
	if truth == nil {
		return c, false
	}
	for _, m := range mentions {
		if !m.denied && p.named[m.which] == "" {
			from := m.start
			for from > 0 && joining(s[from-1].Word) == "" && s[from-1].Word != "," && s[from-1].Word != "member" && s[from-1].Word != "both" && s[from-1].Word != "either" {
				from--
			}
			p.named[m.which] = token.Quote(l.text, s[from:m.end+1])
		}
	}
	limit := condition.Unlimited
	denied := true // wholly
	for _, m := range mentions {
		denied = denied && m.denied
	}
	if exclusive || !denied && truth[bothDone] == condition.Out || inclusive && !highest {
		limit = 1 // "funds but no trainers"; "or both" leaves nothing to the level above
	}
	if doubt {
		for i := range truth {
			truth[i] = condition.Maybe
		}
	}
	c.Clauses = append(c.Clauses, condition.Clause{Words: strings.TrimSuffix(l.text, "."), Atoms: []condition.Atom{{Unit: condition.Cases, Cases: truth, Count: condition.Quantity{Possible: condition.Interval{Lo: 0, Hi: limit}}}}})
	if opposed {
		c.Clauses = append(c.Clauses, condition.Clause{Contradictory: true, Words: token.Quote(l.text, s[end:])})
	}
	return c, true
}

// mentions finds where a level speaks of the two, in order; ok is false where they
// cannot be told apart.
func (p *pair) mentions(s []token.Token) (out []mention, ok bool) {
	var from []int // where the words of each mention begin
	for i := range s {
		which := -1
		for k := range p.words {
			if s[i].Stem != "" && sameWords([]string{s[i].Stem}, p.words[k]) {
				which = k
			}
		}
		if which < 0 {
			continue
		}
		m := mention{which: which, start: i, end: i}
		begins := 0
		if n := len(out); n > 0 {
			last := out[n-1].end
			at := i - 1
			for at > last && joining(s[at].Word) == "" {
				at--
			}
			if out[n-1].which == which && (at == last || !crosses(s[last+1:i]) && !((out[n-1].denied || deniedIn(s[from[n-1]:last+1])) && turnsAround(s, last+1, i))) {
				out[n-1].end = i
				continue
			}
			if at == last {
				return nil, false // two things and no word between them
			}
			m.join, begins = joining(s[at].Word), at
			m.finite = at+1 == i && strings.HasSuffix(s[i].Word, "s") && slices.Contains(p.forms, strings.TrimSuffix(s[i].Word, "s"))
			m.contrasts = s[at].Word != "and"
			m.denied = s[at].Word == "nor" || s[at].Word == "without"
		}
		out, from = append(out, m), append(from, begins)
		const most = 4
		if len(out) > most {
			return nil, false
		}
	}
	for n := range out {
		for k := from[n]; k < len(s) && (k <= out[n].end || joining(s[k].Word) == "" && s[k].Word != ","); k++ {
			if s[k].Is(token.Negations) && s[k].Word != "nor" {
				out[n].denied = true
			}
		}
	}
	return out, true
}

// deniedIn reports whether words that lead to a mention deny it.
func deniedIn(s []token.Token) bool {
	return slices.ContainsFunc(s, func(t token.Token) bool { return t.Is(token.Negations) && t.Word != "nor" })
}

// turnsAround reports whether the other way round begins between s[from] and s[to]:
// "a without b, or b without a".
func turnsAround(s []token.Token, from, to int) bool {
	for i := from; i < to; i++ {
		if s[i].Word == "or" && token.Word(s, i-1) == "," {
			return follows(s[to:], "without") || follows(s[to:], "but")
		}
	}
	return false
}

// crosses reports whether words between two places that speak of the same thing
// begin another statement about it.
func crosses(s []token.Token) bool {
	for i := range s {
		if s[i].Is(token.Negations) || s[i].Word == "but" || s[i].Word == "without" {
			return true
		}
	}
	return false
}

// holds gives for each case whether the mentions, taken together, hold; nil where
// they do not go together.
func (p *pair) holds(mentions []mention, highest, exclusive, inclusive bool) []condition.Truth {
	type literal [2]int // 0 free, 1 affirmed, -1 denied
	all := []literal{{}}
	open := false
	for i, m := range mentions {
		last := &all[len(all)-1]
		before := mention{}
		if i > 0 {
			before = mentions[i-1]
		}
		switch {
		case i == 0:
		case m.join == "or" && before.denied && !m.denied && last[m.which] == 0 && before.which != m.which:
			m.denied = true // "does not act on roofs or walls"
		case m.join == "or":
			all = append(all, literal{})
			last = &all[len(all)-1]
		case before.denied && !m.denied && !m.finite && m.join == "and" && !m.contrasts:
			open = true // "no action on roofs and walls"
		}
		mentions[i] = m
		value := 1
		if m.denied {
			value = -1
		}
		if last[m.which] != 0 && last[m.which] != value {
			return nil
		}
		last[m.which] = value
	}
	truth := make([]condition.Truth, pairCases)
	for state := range truth {
		done := [2]bool{state == firstOnly || state == bothDone, state == secondOnly || state == bothDone}
		for _, l := range all {
			fits, whole := true, true
			for k, v := range l {
				fits = fits && (v == 0 || (v > 0) == done[k])
				whole = whole && v != 0
			}
			switch {
			case !fits:
			case !whole && state == bothDone && exclusive:
			case !whole && state == bothDone && !highest && !inclusive:
				truth[state] = max(truth[state], condition.Maybe)
			default:
				truth[state] = condition.In
			}
		}
		if open && state != bothDone {
			truth[state] = condition.Maybe
		}
	}
	return truth
}

// counted reads a level that counts the two without naming them: "does one of the
// two", "has done neither". known are the words of the level that names them.
func (p *pair) counted(c condition.Condition, l level, s []token.Token, known []string) (condition.Condition, bool) {
	r := condition.Context{Size: 2, Lowest: false}
	for i := range s {
		switch st := s[i].Stem; {
		case st == "" || s[i].Is(token.Neutral|token.Negations|token.Acting|token.Acts|token.DimensionNouns) || st == "thing" || st == "done" || strings.HasPrefix(st, "condit"):
		case !sameWords([]string{st}, known):
			return c, false // it counts something else
		}
		if n := token.Number(s[i].Word); n > 2 || s[i].Word == "." || s[i].Word == "0" {
			return c, false
		}
	}
	for i := range s {
		if s[i].Word == "a" || s[i].Word == "an" || s[i].Word == "the" {
			continue
		}
		q, next, ok, good := r.Quantity(s, i)
		if !ok || !good {
			continue
		}
		if token.Word(s, i-1) == "only" || follows(s[next:], "only") || follows(s[next:], "other") {
			q.Possible = q.Sure
		}
		if statement.Denying(s[:i]) {
			if s[i].Word == "either" || s[i].Word == "any" {
				q = condition.AtLeast(1) // "not through either of the two"
			}
			if q, good = q.Not(); !good {
				return c, false
			}
		}
		counts := [pairCases]int{0, 1, 1, 2}
		truth := make([]condition.Truth, pairCases)
		for state, n := range counts {
			truth[state] = q.Truth(n)
		}
		c.Clauses = []condition.Clause{{Words: strings.TrimSuffix(l.text, "."), Atoms: []condition.Atom{{Unit: condition.Cases, Cases: truth, Count: q}}}}
		return c, true
	}
	return c, false
}

// supposes reports whether a case is one thing alone that may suppose the other:
// nobody brings into force what was not passed.
func (p *pair) supposes(s condition.State) bool {
	if s.Strong != firstOnly && s.Strong != secondOnly {
		return false
	}
	for _, w := range p.words[s.Strong-firstOnly] {
		for _, l := range later {
			if w == l || stem.Same(w, l) || strings.HasPrefix(w, l) {
				return true
			}
		}
	}
	return false
}

// tells reads a conclusion about the two: each is a component, by the words that
// the other has not.
func (p *pair) tells(text string) Closing {
	parts := make([]part.Component, len(p.words))
	for k, words := range p.words {
		parts[k] = part.Component{Number: k + 1, Text: p.named[k], Stems: words, Half: true}
	}
	c := ReadClosing(text, parts, len(parts))
	c.overlay(text, parts, p.common())
	toks := token.Borrow(text)
	defer token.GiveBack(toks)
	if slices.ContainsFunc(c.Standings, affirms) && p.untimely(text, *toks) {
		c.Doubt = "the conclusion leaves open whether what it tells was in time"
	}
	for _, s := range token.Sentences(text, *toks) {
		for i := range s {
			if lessens(s, i) {
				c.Doubt = "the conclusion tells of something that may not count"
			}
		}
	}
	return c
}

// common are the stems of the levels that neither of the two has for its own.
func (p *pair) common() []string {
	var out []string
	for _, w := range p.forms {
		if s := stem.Of(w); len(w) > 3 && !sameWords([]string{s}, p.words[0]) && !sameWords([]string{s}, p.words[1]) {
			out = append(out, s)
		}
	}
	return out
}

// affirms reports whether a standing is one of action.
func affirms(s Standing) bool { return s == Acted || s == CalledStrong || s == CalledWeak }

// limitTime notes by when the levels want something done.
func (p *pair) limitTime(levels []level, forms []string) {
	for _, l := range levels {
		for _, v := range l.values {
			if v.measure == date && v.value > 0 && (p.due == 0 || v.value < p.due) {
				p.due = v.value
			}
		}
	}
	for _, w := range forms {
		switch w {
		case "time", "deadline", "timely", "punctually", "end":
			p.timed = true
		}
	}
}

// untimely reports whether a conclusion leaves open that what it tells was done by
// when the levels want it: it names no day, or one that is too late.
func (p *pair) untimely(text string, toks []token.Token) bool {
	if p.due > 0 {
		named := false
		for _, v := range values(text) {
			if v.measure == date {
				if v.value < 0 || v.value > p.due {
					return true
				}
				named = true
			}
		}
		return !named
	}
	for i := range toks {
		switch toks[i].Word {
		case "late", "later", "after", "overdue", "belated", "belatedly", "missed", "missing":
			return p.timed
		}
	}
	return false
}

// telling are the words of one of the two without those that are said of either: what
// stands before "both" and the like, and words that tell nothing by themselves.
func (p *pair) telling(words []string) []string {
	own := slices.DeleteFunc(slices.Clone(words), func(s string) bool { return slices.Contains(p.either, s) })
	if len(own) == 0 {
		return words
	}
	return own
}

// reachablePair are the cases that a conclusion about the two leaves open; none
// where it does not say of each of them, in so many words, what became of it.
func (c Closing) reachablePair(states []condition.State) []condition.State {
	if len(c.Standings) != 2 || len(c.Unplaced) > 0 {
		return nil
	}
	if settled := c.Standings[0] != Silent && c.Standings[1] != Silent; len(c.Untied) > 0 && !settled {
		return nil
	}
	of := condition.Interval{Lo: 0, Hi: len(c.Standings)}
	if c.total != nil && c.Unit == condition.Dimensions {
		of = of.And(c.total.count.Possible)
		if c.total.reduced {
			of.Lo = 0
		}
		if !c.total.whole && c.more {
			of.Hi = len(c.Standings)
		}
	}
	var done [2][2]bool // of each: whether it may be undone, done
	for k, s := range c.Standings {
		strong, weak, none := s.possible()
		if s == Silent && (c.total == nil || of.Lo == 0 && of.Hi > 0) {
			return nil
		}
		done[k] = [2]bool{none || s == Insufficient, strong || weak}
	}
	fits := func(k int, is bool) bool {
		if is {
			return done[k][1]
		}
		return done[k][0]
	}
	var out []condition.State
	for _, s := range states {
		if of.Has([pairCases]int{0, 1, 1, 2}[s.Strong]) && fits(0, s.Strong == firstOnly || s.Strong == bothDone) && fits(1, s.Strong == secondOnly || s.Strong == bothDone) {
			out = append(out, s)
		}
	}
	return out
}

// tellsOfBoth reports whether a conclusion about the two may refute a level: it
// affirms one of them and denies the other where the level is the highest, affirms one
// where it is the lowest, or both where it is between. That something is wholly absent it may only have put in other
// words.
func (c Closing) tellsOfBoth(r Reading, score int) bool {
	if t := c.total; t != nil && c.Unit == condition.Dimensions && !t.reduced && len(c.Unplaced) == 0 {
		switch n := t.count.Possible; {
		case score == r.Levels[0].Score:
			return t.whole && n.Hi == 1
		case n.Lo >= len(c.Standings):
			return true
		}
	}
	affirmed := 0
	for _, s := range c.Standings {
		if s == Acted || s == CalledStrong {
			affirmed++
		}
	}
	switch score {
	case r.Levels[0].Score:
		return affirmed == 1
	case r.Levels[len(r.Levels)-1].Score:
		return affirmed > 0
	}
	return affirmed == len(c.Standings)
}
