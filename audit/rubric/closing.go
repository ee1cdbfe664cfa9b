package rubric

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit/rubric/closed"
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
	Strong, Weak *Quantity
	Unit         Unit           // what those counts count
	total        *total         // a count of action of no grade
	more         bool           // something is told beside it
	opposing     bool           // action against the commitment is told
	weak         bool           // some action is called weak
	faint        bool           // a part was named by less than half of its words
	orNever      bool           // what is told may lie outside of the time that counts
	open         *Interval      // the cases that it leaves open, where the text counts those
	closed       *closed.Counts // limits that its sentences set in words that are all understood
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
func ReadClosing(text string, parts []Component, size int) Closing {
	c := Closing{Standings: make([]Standing, len(parts))}
	rd := reader{context: context{size: size, exact: true}, components: parts}
	toks := borrowTokens(text)
	defer tokens.Put(toks)
	for _, s := range sentences(text, *toks) {
		statements := [][]token{s}
		if formula(s) {
			// "… has complied, as it has taken strong action in …"
			statements = beyondFormula(s)
		}
		for _, s := range statements {
			if formula(s) {
				continue
			}
			for _, clause := range clauses(s) {
				c.clause(rd, text, clause)
			}
		}
	}
	return c
}

// formula reports whether a sentence is the one that repeats the commitment
// or announces the score.
func formula(s []token) bool {
	for i := range s {
		if formulaAt(s, i) {
			return true
		}
	}
	return false
}

// formulaAt reports whether s[i] is a word of such a sentence: no "compliance" that
// tells when ("during the compliance cycle"), and no "thus" without an award.
func formulaAt(s []token, i int) bool {
	t := &s[i]
	if !t.is(formulas) {
		return false
	}
	switch t.word {
	case "compliance":
		switch word(s, i+1) {
		case "cycle", "period", "year", "window", "phase":
			return false
		}
	case "thus", "therefore":
		for k := range s {
			if s[k].is(assigning) && s[k].word != "compliance" || s[k].word == "gets" || s[k].word == "earns" {
				return true
			}
		}
		return false
	}
	return true
}

// reasonOf is the part of a sentence that says why, empty where there is none.
func reasonOf(s []token) []token {
	for i, t := range s {
		next := word(s, i+1)
		switch t.word {
		case "by":
			// A gerund behind "to" may belong to what was promised.
			if acts := next == "taking" || next == "acting" || next == "addressing" || next == "having"; acts || strings.HasSuffix(next, "ing") && !promisesTo(s[:i]) {
				return s[i:]
			}
		case "having":
			if i+1 < len(s) && past(s, i+1) || next == "taken" {
				return s[i+1:]
			}
		case ",":
			if w := word(s, i+2); next == "taking" || next == "with" && (w == "strong" || w == "weak" || w == "new" || w == "action" || w == "actions" || w == "measures" || w == "steps") {
				return s[i+1:]
			}
		case "as", "because", "since":
			if i+1 < len(s) && t.word == "because" && did(s[i+1:]) {
				return s[i+1:]
			}
			for j := i + 1; j <= i+4 && j < len(s); j++ {
				if s[j].word == "has" || s[j].word == "have" || s[j].word == "took" || s[j].word == "it" && did(s[j:]) {
					return s[i+1:]
				}
			}
		}
	}
	return nil
}

// promisesTo reports whether words say what was promised ("its commitment to …").
func promisesTo(s []token) bool {
	for i := range s {
		if s[i].is(promises) && (word(s, i+1) == "to" || word(s, i+1) == "on" || word(s, i+1) == "of") {
			return true
		}
	}
	return false
}

// clauses divides a sentence where a new statement begins.
func clauses(s []token) [][]token {
	var out [][]token
	from := 0
	for i, t := range s {
		if (t.word == "without" || t.word == "nor" || t.word == "leaving" && undone(s, i)) && i > from {
			out = append(out, s[from:i])
			from = i // the word itself says what the statement denies
			continue
		}
		if t.word == "," && i > from && turns(s[from:i], s[i+1:]) {
			out = append(out, s[from:i])
			from = i + 1
			continue
		}
		if excepts(s, i) || t.word == "yet" && word(s, i+1) == "to" {
			continue
		}
		if (t.word == "and" || t.word == ",") && i > from && (gradesAnew(s, i+1) || i+2 < len(s) && past(s, i+1) && denies(s, i+2)) {
			out = append(out, s[from:i])
			from = i + 1
			continue
		}
		cut := t.is(clauseBreaks) || t.word == "and" && at(s, i+1).is(auxiliaries) || t.word == "," && denies(s, i+1)
		if t.word == "not" && word(s, i+1) == "only" {
			// "not only … but also": both halves are positive.
			return [][]token{s}
		}
		if cut && i > from {
			out = append(out, s[from:i])
			from = i + 1
		} else if cut {
			from = i + 1
		}
	}
	if from < len(s) {
		out = append(out, s[from:])
	}
	return out
}

// gradesAnew reports whether action of a grade stands at s[i], behind action of the
// other grade ("strong action on wells and weak action on pipes").
func gradesAnew(s []token, i int) bool {
	for i < len(s) && (s[i].isNumber() || s[i].word == "only" || s[i].word == "a") {
		i++
	}
	grade, ok := at(s, i).strength()
	if !ok || !at(s, i+1).is(actionNouns) && !(word(s, i+1) == "one" && len(word(s, i+2)) > 1) {
		return false
	}
	for k := range s[:i] {
		if g, ok := s[k].strength(); ok && g != grade && at(s, k+1).is(actionNouns) {
			return true
		}
	}
	return false
}

// turns reports whether a statement of its own stands on each side of a comma, and one
// of them alone denies ("while wells were dug, its pipes have not changed").
func turns(before, behind []token) bool {
	verb := func(s []token) bool {
		for i := range s {
			if s[i].is(auxiliaries) || past(s, i) {
				return true
			}
		}
		return false
	}
	for i := range behind {
		if behind[i].word == "," || behind[i].is(clauseBreaks) {
			behind = behind[:i]
			break
		}
	}
	return denying(before) != denying(behind) && verb(before) && verb(behind) && did(before)
}

// denying reports whether words have a negation.
func denying(s []token) bool {
	for i := range s {
		if s[i].is(negations) {
			return true
		}
	}
	return false
}

// denies reports whether a statement that denies something begins at s[i]
// ("although wells were dug, no step towards pipes was found").
func denies(s []token, i int) bool {
	t := at(s, i)
	return t.is(negations) && t.word != "nor" && t.word != "not"
}

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

// countedPart is the part of a statement with one count of action.
type countedPart struct {
	s []token
	a anchor
	// whole is the statement, with what it says of some of what it counts.
	whole []token
}

// countedParts gives the counts of a statement that has one, or one of strong and
// one of weak action joined by "and"; none of any other.
func countedParts(s []token) []countedPart {
	as := anchors(s)
	switch {
	case len(as) == 1 && !as[0].contradictory && !as[0].unknown:
		return []countedPart{{s, as[0], s}}
	case len(as) != 2 || !as[0].graded || !as[1].graded || as[0].unknown || as[1].unknown || as[0].contradictory || as[1].contradictory ||
		as[0].strength == Any || as[1].strength == Any || as[0].strength == as[1].strength:
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
	stated := atom.Unit != NoUnit && !atom.Count.Unstated
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
		if neglects(s) || q.Sure.Lo != q.Sure.Hi || q.Sure.Lo == 0 || q.Sure.Lo > rd.size {
			return false
		}
		q.Sure = Interval{0, rd.size - q.Sure.Lo}
		q.Possible = q.Sure
	case q.Possible.Hi > 0 && !elliptical(s) && furtherNumber(s, a.start-5, endOfCount(s, a, atom.Unit)):
		return false
	}
	if atom.Strength == Any {
		if c.total != nil || c.Unit != NoUnit && atom.Unit != NoUnit && c.Unit != atom.Unit {
			c.Doubt = "the conclusion counts more than once"
		}
		c.total = readTotal(part.whole, a, q)
		c.Unit = atom.Unit
		return true
	}
	slot := &c.Strong
	if atom.Strength == Weak {
		slot = &c.Weak
	}
	if atom.Strength != Any {
		if *slot != nil || c.Unit != NoUnit && atom.Unit != NoUnit && c.Unit != atom.Unit {
			c.Doubt = "the conclusion counts more than once"
		}
		*slot = &q
		if atom.Unit != NoUnit {
			c.Unit = atom.Unit
		}
	}
	return true
}

// endOfCount is where a count ends: with the noun for the parts where it counts those
// behind the action ("strong action in two of the three areas").
func endOfCount(s []token, a anchor, u Unit) int {
	end := a.end
	if u != Dimensions || a.subject {
		return end
	}
	const reach = 9
	for i := a.end + 1; i < len(s) && i <= a.end+reach; i++ {
		if s[i].is(dimensionNouns | calledParts) {
			return i
		}
		if s[i].isNumber() {
			end = i
		}
	}
	return end
}

// deniedBehind reports whether a verb behind a count is denied, or the statement tells
// of nothing else.
func deniedBehind(s []token) bool {
	for i := range s {
		if s[i].word == "," || s[i].word == ";" {
			return false
		}
		if s[i].is(negations) {
			return true
		}
	}
	return false
}

// neglects reports whether a statement says without a negation that something was not
// done.
func neglects(s []token) bool {
	for i := range s {
		if s[i].is(absences) && s[i].word != "left" && s[i].word != "missing" {
			return true
		}
	}
	return false
}

// elliptical reports whether a statement has a grade without its noun.
func elliptical(s []token) bool {
	for i := range s {
		if _, ok := s[i].strength(); ok && endsPhrase(s, i+1) {
			return true
		}
	}
	return false
}

// around takes in what stands beside a count: something that lessens it, or
// something more. placed says that the statement is tied to a component or a count.
func (c *Closing) around(s []token, placed bool) {
	negative, reduces := false, false
	for i := range s {
		negative = negative || s[i].is(negations)
		reduces = reduces || lessens(s, i)
	}
	switch {
	case placed:
	case reduces && c.total != nil:
		c.total.reduced = true
	case says(s) && !negative:
		c.more = true
	}
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

// numbered reports whether a statement has a number in it.
func numbered(s []token) bool {
	for _, t := range s {
		if t.isNumber() || t.word == "all" {
			return true
		}
	}
	return false
}

// telling reports whether words say more than that the commitment is meant.
func telling(s []token) bool {
	for _, t := range s {
		if t.stem != "" && !t.is(dimensionNouns|calledParts) && t.word != "kind" && t.word != "sort" && t.word != "type" {
			return true
		}
	}
	return false
}

// standingOf reads what a statement says of whatever it names.
func standingOf(s []token) Standing {
	negative, short, strong, weak := false, false, false, false
	for i, t := range s {
		switch {
		case (t.word == "not" || t.word == "no") && (word(s, i+1) == "only" || word(s, i+1) == "longer"):
		case t.is(negations), t.word == "yet" && word(s, i+1) == "to", undone(s, i):
			negative = true
		case t.is(insufficient):
			return Insufficient
		}
		if t.is(shortfalls) {
			short = true
		}
		if g, ok := t.strength(); ok && graded(s, i) {
			strong = strong || g == Strong
			weak = weak || g == Weak
		}
		if t.word == "strongly" {
			strong = true
		}
	}
	switch {
	case negative && (short || strong):
		return Insufficient
	case negative:
		return Untouched
	case strong && weak:
		return Acted
	case strong:
		return CalledStrong
	case weak:
		return CalledWeak
	}
	return Acted
}

// undone reports whether s[i] says without a negation that nothing was done.
func undone(s []token, i int) bool {
	switch s[i].word {
	case "untouched", "unaddressed", "undone", "unchanged", "awaited", "pending", "outstanding":
		return true
	case "leaving":
		for k := i + 1; k < len(s); k++ {
			switch s[k].word {
			case "aside", "out", "untouched", "unaddressed":
				return true
			}
		}
	case "stayed", "stays", "remained", "remains":
		return word(s, i+1) == "the" && word(s, i+2) == "same"
	case "as", "where":
		w, next := word(s, i+1), word(s, i+2)
		return (w == "it" || w == "they") && (next == "was" || next == "were" || next == "is" || next == "are")
	}
	return false
}

// graded reports whether the adjective at s[i] grades an action.
func graded(s []token, i int) bool {
	for k := i + 1; k < len(s) && k <= i+4; k++ {
		if s[k].is(actionNouns) || k == i+1 && (s[k].word == "one" || s[k].word == "ones") {
			return true
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

// Support is the answer to whether a conclusion reaches a level.
type Support int

// The three answers.
const (
	Undecided Support = iota
	Supported
	Unsupported
)

func (s Support) String() string {
	return [...]string{"undecided", "supported", "unsupported"}[s]
}

// reachable are the states that the conclusion leaves open. recorded is the
// largest number of actions that the section can be said to record, negative
// where that bounds nothing. silence says whether a component that is not
// mentioned is taken for one without action.
func (c Closing) reachable(r Reading, recorded int, silence bool) []State {
	if r.Unit == Cases {
		return c.reachableCases(r)
	}
	var out []State
	counts := map[State]bool{{}: true}
	if r.Unit == Dimensions && len(c.Standings) > 0 {
		for _, st := range c.Standings {
			strong, weak, none := st.possible()
			if st == Silent && silence {
				strong, weak, none = false, false, true
			}
			next := map[State]bool{}
			for s := range counts {
				if strong {
					next[State{s.Strong + 1, s.Weak}] = true
				}
				if weak {
					next[State{s.Strong, s.Weak + 1}] = true
				}
				if none {
					next[s] = true
				}
			}
			counts = next
		}
	} else {
		counts = nil
	}
	states := r.States()
	top := 0
	for _, s := range states {
		top = max(top, s.Strong)
	}
	// The grid ends one above the highest count that the text names; more is as
	// that is. Weak action is not told apart in a rubric that does not grade.
	has := func(q *Quantity, n int) bool {
		return q == nil || q.Possible.has(n) || r.Unit == Actions && n == top && q.Possible.Lo > top
	}
	for _, s := range states {
		if counts != nil && !counts[s] && (r.Graded || !counts[State{s.Strong, 0}]) {
			continue
		}
		if c.Unit == r.Unit || c.Unit == NoUnit {
			if !has(c.Strong, s.Strong) || r.Graded && !has(c.Weak, s.Weak) {
				continue
			}
			if c.total != nil && !c.total.leaves(r, s, top, c.more) {
				continue
			}
		}
		if r.Unit == Actions && recorded >= 0 && s.Strong+s.Weak > recorded {
			continue
		}
		out = append(out, s)
	}
	return out
}

// Reaches says whether what the conclusion and the recorded actions leave
// open reaches the level of the score.
func (c Closing) Reaches(r Reading, score, recorded int) Support {
	level, ok := r.Level(score)
	if !ok || c.Doubt != "" || r.Mixed || len(level.Clauses) == 0 {
		return Undecided
	}
	if !r.Graded && !r.plain() && c.callsWeak() {
		return Undecided // what weak action earns the text does not say
	}
	if c.opposing {
		return c.opposed(r, level)
	}
	judge := func(states []State) Support {
		if len(states) == 0 {
			return Undecided
		}
		in, out := true, true
		for _, s := range states {
			switch r.grants(level, s) {
			case In:
				out = false
			case Out:
				in = false
			default:
				in, out = false, false
			}
		}
		switch {
		case in && !(c.more && r.speaksOfOpposed()):
			return Supported
		case out && !(c.more && level.opposed()):
			return Unsupported
		}
		return Undecided // or what else is told goes against the commitment
	}
	if a := judge(c.reachable(r, recorded, false)); a != Undecided {
		if a == Unsupported && (c.faint || c.total != nil && r.Unit == Actions && c.total.ofOther(r)) {
			return Undecided
		}
		if r.pair != nil && a == Unsupported && !c.tellsOfBoth(r, score) {
			return Undecided
		}
		return a
	}
	if a := c.byClosed(r, judge, recorded); a != Undecided {
		return a
	}
	if c.enumerates(r) && score == r.Levels[0].Score && len(r.Levels) > 2 {
		return refutation(judge(c.reachable(r, recorded, true)))
	}
	return Undecided
}

// callsWeak reports whether the conclusion calls some action weak and none strong.
func (c Closing) callsWeak() bool {
	return (c.Weak != nil || c.weak) && c.Strong != nil && c.Strong.Possible.Hi == 0
}

// grants says whether a state earns the level and no other. What no level
// covers, or two levels do, is the rubric's fault and no conclusion's.
func (r Reading) grants(level Condition, s State) Truth {
	if r.isDisputed(s) {
		return Maybe
	}
	own, others := level.Truth(s), Out
	for _, l := range r.Levels {
		if l.Score == level.Score {
			continue
		}
		t := l.Truth(s)
		others = max(others, t)
		if own != In || t != In {
			continue
		}
		upper, lower := l, level
		if l.Score < level.Score {
			upper, lower = level, l
		}
		switch {
		case limitedAt(lower, s) || !reaches(upper, s):
			return Maybe
		case l.Score > level.Score:
			return Out // a minimum leaves to the higher level what that claims
		}
	}
	if own == Out && others == Out {
		return Maybe
	}
	return own
}

// refutation keeps only a refutation: silence proves nothing in a member's
// favour.
func refutation(s Support) Support {
	if s == Unsupported {
		return Unsupported
	}
	return Undecided
}

// enumerates reports whether the conclusion goes through the components one
// by one: it names at least half of them, and every sentence that evaluates and
// everything that it lists is tied to one.
func (c Closing) enumerates(r Reading) bool {
	if r.Unit != Dimensions || len(r.Components) == 0 || len(c.Unplaced) > 0 || len(c.Untied) > 0 || len(c.Standings) < 2 {
		return false
	}
	named := 0
	for _, s := range c.Standings {
		if s != Silent {
			named++
		}
	}
	return named*2 >= len(c.Standings) && named < len(c.Standings)
}

// Describe says the reading of a conclusion in words.
func (c Closing) Describe(parts []Component) string {
	by := map[Standing][]string{}
	for i, s := range c.Standings {
		if i < len(parts) {
			by[s] = append(by[s], fmt.Sprintf("%d) %s", parts[i].Number, parts[i].short()))
		}
	}
	var out []string
	for _, s := range []Standing{CalledStrong, Acted, CalledWeak, Insufficient, Untouched, Silent} {
		if len(by[s]) > 0 {
			out = append(out, s.String()+": "+strings.Join(by[s], ", "))
		}
	}
	count := func(q *Quantity, grade string) {
		if q == nil {
			return
		}
		out = append(out, grade+" action counted: "+q.Possible.describe(c.Unit))
	}
	count(c.Strong, "strong")
	count(c.Weak, "weak")
	if c.total != nil {
		out = append(out, c.total.describe(c.Unit))
	}
	return strings.Join(out, "; ")
}

// describe says a range of counts in words.
func (i Interval) describe(u Unit) string {
	n := fmt.Sprint(i.Lo)
	switch {
	case i.Hi == unlimited:
		n = "at least " + n
	case i.Hi != i.Lo:
		n += " to " + fmt.Sprint(i.Hi)
	}
	unit := u.String()
	if n == "1" && u != NoUnit {
		unit = strings.TrimSuffix(unit, "s")
	}
	return n + " " + unit
}

// short is the first words of a component.
func (c Component) short() string {
	f := strings.Fields(c.Text)
	if len(f) > 5 {
		return strings.Join(f[:5], " ") + " …"
	}
	return c.Text
}
