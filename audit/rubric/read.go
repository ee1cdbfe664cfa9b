package rubric

import (
	"slices"
	"sort"
	"strings"

	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/audit/rubric/part"
	"recount.invalid/recount/audit/rubric/statement"
	"recount.invalid/recount/audit/rubric/token"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
)

// Reading is one text, guidelines or scoring table, read as conditions.
type Reading struct {
	Levels     []condition.Condition // by score, highest first
	Components []part.Component
	Size       int            // number of dimensions, 0 where unknown
	Unit       condition.Unit // what the text counts; NoUnit where it counts nothing
	Mixed      bool           // it counts both actions and dimensions: no grid
	Graded     bool           // it tells weak action from strong
	Understood []string
	Missed     []string
	// Points are the cases that the text sets apart, in words, where it counts
	// neither actions nor parts; State.Strong is then a place in this list. One
	// without words does not exist.
	Points   []string
	frame    *frame
	pair     *pair
	stems    []string          // the words of the levels
	disputed []condition.State // on which another text says another thing
	treated  []treatment
	counting []string         // the sentences beside the levels
	names    []part.Component // what conclusions call the parts (Naming)
}

// Read reads the levels of one text. components and size are the
// commitment's parts (Components); without them they are taken from the
// levels' own words ("all four dimensions").
func Read(levels []model.Level, components []part.Component, size int) Reading {
	scores, merged := byScore(levels)
	r := read(scores, merged, setNounsOf(merged, false), components, size)
	if r.Walks() {
		return r
	}
	if sets := setNounsOf(merged, true); len(sets.words) > 0 {
		if again := read(scores, merged, sets, components, size); again.Walks() && sets.shared(scores, merged) {
			return again
		}
	}
	return r
}

// read reads the levels with what they call the members of a set.
func read(scores []int, merged map[int][]string, sets setNouns, components []part.Component, size int) Reading {
	r := Reading{Components: components, Size: size}
	if len(merged) == 0 {
		return r
	}
	if r.Size == 0 {
		for _, s := range scores {
			for _, text := range merged[s] {
				toks := token.Borrow(text)
				sets.mark(*toks)
				r.Size = max(r.Size, totalSize(*toks))
				token.GiveBack(toks)
			}
		}
	}
	r.stems = stemsOf(merged)
	parts := partsListed(scores, merged, r.Size)
	if r.Size == 0 {
		r.Size = len(parts.items)
	}
	for i, s := range scores {
		rd := reader{Context: condition.Context{Size: r.Size, Lowest: i == len(scores)-1 && len(scores) > 1}, components: components, list: parts, sets: sets}
		for _, text := range merged[s] {
			rd.read(text)
		}
		r.Levels = append(r.Levels, condition.Condition{Score: s, Clauses: rd.clauses, Missed: rd.missed})
		r.Missed = append(r.Missed, rd.missed...)
	}
	r.settle()
	r.gradeBoth(scores, merged)
	if n := len(r.Levels) - 1; n > 0 && r.unheard(r.Levels[n], merged[scores[n]]) {
		r.Levels[n].Missed = append(r.Levels[n].Missed, merged[scores[n]]...)
		r.Missed = append(r.Missed, merged[scores[n]]...)
	}
	if r.Walks() {
		if own, ok := readPair(scores, merged); ok && r.vague() && !own.vague() {
			own.Components, own.stems = r.Components, r.stems
			return own
		}
		return r
	}
	if own, ok := framed(scores, merged, nil, r.Size, event{}); ok {
		own.Components, own.stems = r.Components, r.stems
		return own
	}
	for _, readOwn := range []func([]int, map[int][]string) (Reading, bool){readPair, readLettered, readChange} {
		if own, ok := readOwn(scores, merged); ok {
			own.Components, own.stems = r.Components, r.stems
			return own
		}
	}
	return r
}

// reBothGrades finds that a text tells weak action from strong where it speaks of both
// at once.
var reBothGrades = lazyregexp.New(`(?i)\b(?:strong(?:ly)?\s+(?:or|nor|and)\s+weak(?:ly)?|weak(?:ly)?\s+(?:or|nor|and)\s+strong(?:ly)?)\b`)

// gradeBoth grades the text where it does. A level that speaks of both grades, and none
// of whose clauses takes in weak action, was understood in part.
func (r *Reading) gradeBoth(scores []int, texts map[int][]string) {
	for i := range r.Levels {
		l := &r.Levels[i]
		if !slices.ContainsFunc(texts[scores[i]], reBothGrades.MatchString) {
			continue
		}
		r.Graded = true
		heard := slices.ContainsFunc(l.Clauses, func(c condition.Clause) bool {
			return slices.ContainsFunc(c.Atoms, func(a condition.Atom) bool { return a.Strength != token.Strong })
		})
		if !heard {
			l.Missed = append(l.Missed, texts[scores[i]]...)
			r.Missed = append(r.Missed, texts[scores[i]]...)
		}
	}
}

// vague reports whether some level certainly holds nowhere.
func (r Reading) vague() bool {
	for _, l := range r.Levels {
		holds := false
		for _, s := range r.States() {
			holds = holds || l.Truth(s) == condition.In
		}
		if !holds {
			return true
		}
	}
	return false
}

// byScore are the texts of each level, and the scores, highest first.
func byScore(levels []model.Level) (scores []int, texts map[int][]string) {
	texts = map[int][]string{}
	for _, l := range levels {
		if l.Score != nil {
			texts[*l.Score] = append(texts[*l.Score], spelled(statement.WithoutHeading(l.Text)))
		}
	}
	for s := range texts {
		scores = append(scores, s)
	}
	sort.Sort(sort.Reverse(sort.IntSlice(scores)))
	return scores, texts
}

// Walks reports whether the text gives a grid on which every level has a condition
// of its own.
func (r Reading) Walks() bool {
	if len(r.States()) == 0 {
		return false
	}
	for _, l := range r.Levels {
		if len(l.Clauses) == 0 {
			return false
		}
	}
	_, _, alike := r.Indistinct()
	return !alike
}

// stemsOf are the words that the levels use, each once, in order of the alphabet.
func stemsOf(texts map[int][]string) []string {
	var out []string
	for _, list := range texts {
		for _, text := range list {
			toks := token.Borrow(text)
			for _, t := range *toks {
				if t.Stem != "" {
					out = append(out, t.Stem)
				}
			}
			token.GiveBack(toks)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// partsListed is the list of parts that a level of the text counts, where it has as
// many items as the commitment has parts.
func partsListed(scores []int, texts map[int][]string, size int) (l list) {
	for _, s := range scores {
		for _, text := range texts[s] {
			toks := token.Borrow(text)
			found, ok := listed(condition.Context{Size: size}, *toks)
			token.GiveBack(toks)
			if ok && (size == 0 || len(found.items) == size) {
				return found
			}
		}
	}
	return l
}

// totalSize is the number in "all four dimensions" and "of the four
// dimensions".
func totalSize(toks []token.Token) int {
	best := 0
	for i, t := range toks {
		if !t.IsNumber() || t.Num > part.MaxComponents {
			continue
		}
		prev, prev2, prev3 := token.Word(toks, i-1), token.Word(toks, i-2), token.Word(toks, i-3)
		of := prev == "of" || (prev == "the" || prev == "these" || prev == "those") && prev2 == "of"
		if prev != "of" {
			prev2 = prev3 // the word before "of the"
		}
		if of && (prev2 == "out" || token.Number(prev2) >= 0 || prev2 == "any" || prev2 == "none" || prev2 == "all" || prev2 == "each") {
			best = max(best, t.Num) // "two of three", with or without a noun
			continue
		}
		if prev == "all" || of || prev == "the" && token.Word(toks, i-2) == "all" {
			for j := i + 1; j <= i+3 && j < len(toks); j++ {
				if toks[j].Is(token.DimensionNouns) {
					best = max(best, t.Num)
				}
			}
		}
	}
	if both, and, _, _ := pairs(toks); both && best == 0 {
		for i, t := range toks {
			for j := i + 1; t.Word == "both" && j <= i+4 && j < len(toks); j++ {
				and = and || toks[j].Is(token.DimensionNouns)
			}
		}
		if and {
			best = 2
		}
	}
	return best
}

// settle decides what the text counts and gives that unit to the phrases that
// do not say.
func (r *Reading) settle() {
	dims, acts, any, weak := false, false, false, false
	each := func(f func(*condition.Atom)) {
		for i := range r.Levels {
			for j := range r.Levels[i].Clauses {
				for k := range r.Levels[i].Clauses[j].Atoms {
					f(&r.Levels[i].Clauses[j].Atoms[k])
				}
			}
		}
	}
	each(func(a *condition.Atom) {
		switch {
		case a.Strength == token.Weak:
			weak = true
		}
		if a.Count.Possible.Hi == 0 {
			return // none is none in any unit
		}
		switch {
		case a.Unit == condition.Dimensions:
			dims = true
		case a.Unit == condition.Actions && a.Count == (condition.Quantity{Sure: condition.AtLeast(1).Sure, Possible: condition.AtLeast(1).Possible, Minimum: a.Count.Minimum}):
			any = true
		case a.Unit == condition.Actions:
			acts = true
		}
	})
	if any && !dims {
		acts = true
	} else if any && !acts { // one action or more is action in one part or more
		each(func(a *condition.Atom) {
			if a.Unit == condition.Actions {
				a.Unit = condition.Dimensions
			}
		})
	}
	r.Graded = weak
	r.Mixed = dims && acts
	switch {
	case dims:
		r.Unit = condition.Dimensions
	case acts:
		r.Unit = condition.Actions
	case r.Size > 1:
		r.Unit = condition.Dimensions
	default:
		r.Unit = condition.Actions
	}
	each(func(a *condition.Atom) {
		if a.Unit != condition.NoUnit {
			return
		}
		a.Unit = r.Unit
		if a.Count.Unstated && a.Strength != token.Weak && r.Unit == condition.Dimensions && r.Size > 1 {
			a.Count = condition.Some() // in how many dimensions is not said
		}
	})
	for i := range r.Levels {
		for _, c := range r.Levels[i].Clauses {
			if c.Doubt {
				r.Missed = append(r.Missed, c.Words)
			} else {
				r.Understood = append(r.Understood, c.Words)
			}
		}
	}
}

// reader reads one level.
type reader struct {
	condition.Context
	components []part.Component
	list       list     // the parts that the levels enumerate
	sets       setNouns // what the levels call them
	clauses    []condition.Clause
	missed     []string
}

func (r *reader) read(text string) {
	toks := token.Borrow(text)
	defer token.GiveBack(toks)
	r.sets.mark(*toks)
	for _, s := range token.Sentences(text, *toks) {
		r.sentence(text, s)
	}
}

// anchor is a mention of action in a sentence.
type anchor struct {
	strength      token.Strength
	graded        bool // an adjective of strength is there
	start, end    int  // token indexes: from the adjective (or noun) to the noun
	contradictory bool
	unknown       bool // a grade without an axis
	subject       bool // a count of dimensions without a noun of action
	orNone        bool // "weak or no action"
	denied        bool // a negation stands before it, outside its own words
	either        bool // "action, strong or weak": both count
}

// sentence reads one sentence; it adds nothing when the sentence states no
// condition.
func (r *reader) sentence(text string, s []token.Token) {
	for i := range s {
		if s[i].Word == "whether" && token.Word(s, i+1) == "or" && token.Word(s, i+2) == "not" {
			if _, ok := statement.OpensIndifference(s, i); ok {
				continue
			}
			s = s[:i] // what follows is no condition
			break
		}
	}
	s, indifferent := statement.WithoutIndifference(s)
	if from, to, ok := amongThem(s); ok { // what grade some of those that are counted have
		r.missed = append(r.missed, token.Quote(text, s[from:to]))
		return
	}
	as := anchors(s)
	if len(as) == 0 {
		as = r.dimensionAnchors(s)
	}
	if len(as) == 0 {
		if start, ok := r.noneListed(s); ok {
			words := token.Quote(text, trimPreamble(s, start))
			r.clauses = append(r.clauses, condition.Clause{Atoms: []condition.Atom{{Unit: condition.Dimensions, Count: condition.Exactly(0)}}, Words: words})
		}
		return
	}
	if explanation(s, as[0]) {
		return
	}
	// Without an assigning word and without a count or a verb of taking,
	// the sentence describes ("the strong actions of past years …").
	if !assigns(s) && !r.counts(s) {
		return
	}
	// Cut the sentence between the anchors.
	type segment struct {
		from, to int
		join     string // what joins it to the previous one: "or" or "and"
		a        anchor
		doubt    bool
		denied   bool // behind "nor"
	}
	segs := []segment{{from: 0, a: as[0], join: "or"}}
	for i := 1; i < len(as); i++ {
		cut, join := connector(s, as[i-1].end+1, as[i].start)
		if cut < 0 {
			if as[i].contradictory || !as[i].graded {
				if as[i].contradictory {
					segs[len(segs)-1].a.contradictory = true
				}
				continue
			}
			segs[len(segs)-1].doubt = true
			continue
		}
		segs[len(segs)-1].to = cut
		segs = append(segs, segment{from: cut + 1, a: as[i], join: join, denied: s[cut].Word == "nor"})
	}
	segs[len(segs)-1].to = len(s)
	// A comma joins as the next spoken connector does.
	later := "or"
	for i := len(segs) - 1; i >= 0; i-- {
		if segs[i].join == "," {
			segs[i].join = later
		} else {
			later = segs[i].join
		}
	}
	for i, g := range segs {
		words := trimPreamble(s[g.from:g.to], g.a.start-g.from)
		atom, contradictory, doubt, ok := r.atom(s[g.from:g.to], anchor{
			strength: g.a.strength, graded: g.a.graded, either: g.a.either, start: g.a.start - g.from, end: g.a.end - g.from,
			contradictory: g.a.contradictory, unknown: g.a.unknown, subject: g.a.subject, orNone: g.a.orNone, denied: g.denied,
		})
		if !ok && g.a.contradictory && g.join == "and" && i > 0 && len(r.clauses) > 0 && deniesFirst(s[g.from:g.to]) {
			// "and no action that undermines it": such action lies outside the grid.
			last := &r.clauses[len(r.clauses)-1]
			last.Words += " … " + token.Quote(text, words)
			last.Unopposed = true
			continue
		}
		if !ok {
			r.missed = append(r.missed, token.Quote(text, words))
			continue
		}
		if slices.ContainsFunc(indifferent, func(at int) bool { return g.a.end < at && at <= g.to }) {
			atom.Only = false // "exactly one strong action, with or without weak ones"
		}
		if !contradictory && leftOver(r.Context, s[g.from:g.to], atom) {
			doubt = true
		}
		if i > 0 && g.join == "and" && len(r.clauses) > 0 && !contradictory {
			last := &r.clauses[len(r.clauses)-1]
			for _, other := range last.Atoms {
				if other.Strength == atom.Strength && atom.Count.Possible.Hi > 0 {
					doubt = true // two kinds of action of one grade, counted apart
				}
			}
			if g.a.orNone {
				atom.Only = false // "strong action in one part, and weak or no action in the other"
			}
			last.Atoms = append(last.Atoms, atom)
			last.Doubt = last.Doubt || doubt || g.doubt
			last.Words += " … " + token.Quote(text, words)
			continue
		}
		c := condition.Clause{Contradictory: contradictory, Doubt: doubt || g.doubt, Words: token.Quote(text, words)}
		if !contradictory {
			c.Atoms = []condition.Atom{atom}
		}
		r.clauses = append(r.clauses, c)
	}
}

// deniesFirst reports whether words begin with a denial ("no action that …",
// "none that …").
func deniesFirst(s []token.Token) bool {
	w := token.Word(s, 0)
	return w == "no" || w == "none" || w == "without" || w == "takes" && token.Word(s, 1) == "no" || w == "not" && token.Word(s, 1) == "any"
}

// trimPreamble leaves out what stands before the clause's own verb ("A score
// of 0 is given to members that").
func trimPreamble(s []token.Token, start int) []token.Token {
	return s[clauseStart(s, start):]
}

// clauseStart is the token behind the last subject before the anchor.
func clauseStart(s []token.Token, start int) int {
	from := 0
	for i := 0; i < start && i < len(s); i++ {
		switch s[i].Word {
		case "that", "who", "which", "member", "members", "country", "countries", "if", "when", "where":
			from = i + 1
		}
	}
	return from
}

// explanation reports whether the sentence explains rather than sets a
// condition: it begins like one, or its graded action is the subject of a
// definition.
func explanation(s []token.Token, first anchor) bool {
	if len(s) == 0 {
		return true
	}
	if s[0].Word == "for" {
		// "For full compliance, members must …" is a condition, "For
		// example, …" is not.
		return token.Word(s, 1) == "example" || token.Word(s, 1) == "instance" || token.Word(s, 1) == "this" || token.Word(s, 1) == "the"
	}
	if s[0].Is(token.Explaining) {
		return !assigns(s) || s[0].Word == "example" || s[0].Word == "examples" || s[0].Word == "such"
	}
	return first.start <= 1 && token.At(s, first.end+1).Is(token.Defining) && !token.At(s, first.end+2).Is(token.Acting) // "is taken"
}

// assigns reports whether the sentence says when a score is given.
func assigns(s []token.Token) bool {
	for _, t := range s {
		if t.Is(token.Assigning) || t.Word == "member" || t.Word == "members" || t.Word == "country" {
			return true
		}
	}
	return false
}

// counts reports whether the sentence has a quantity of actions or
// dimensions, or a verb of taking.
func (r *reader) counts(s []token.Token) bool {
	for i, t := range s {
		switch t.Word {
		case "take", "takes", "took", "taken", "taking":
			return true
		}
		if t.Is(token.DimensionNouns | token.ActionNouns) {
			for j := max(0, i-6); j < i; j++ {
				if _, next, ok, _ := r.Quantity(s, j); ok && next <= i && token.Word(s, j) != "a" && token.Word(s, j) != "an" {
					return true
				}
			}
		}
	}
	return false
}

// anchors finds the mentions of action in a sentence, in order.
func anchors(s []token.Token) []anchor {
	var out []anchor
	for i := 0; i < len(s); i++ {
		w := s[i].Word
		strength, graded := s[i].Strength()
		switch {
		case statement.Opposing(s, i):
			if n := len(out); n > 0 && !out[n-1].graded && i-out[n-1].end <= 5 {
				out[n-1].contradictory = true
				continue
			}
			out = append(out, anchor{start: i, end: i, contradictory: true})
		case s[i].Is(token.Middling) && token.Word(s, i+1) == "compliance":
		case graded || s[i].Is(token.Middling):
			a := anchor{strength: strength, graded: true, start: i, end: i, unknown: s[i].Is(token.Middling)}
			j := i + 1
			// "strong or weak action"
			if cw := token.Word(s, j); cw == "or" || cw == "and" || cw == "nor" {
				if other, ok := token.At(s, j+1).Strength(); ok {
					if other != strength {
						a.strength = token.Any
						a.either = cw == "or"
					}
					j += 2
				} else if token.At(s, j+1).Is(token.Middling) {
					a.unknown = true
					j += 2
				} else if cw == "or" && token.Word(s, j+1) == "no" {
					a.orNone = true
					j += 2
				}
			}
			if token.Word(s, i-1) == "or" && token.Word(s, i-2) == "no" { // "no or weak action"
				a.orNone = true
				a.start = i - 2
			}
			if token.Word(s, i-1) == "only" && token.Word(s, i-2) == "or" && token.Word(s, i-3) == "no" {
				a.orNone = true
				a.start = i - 3
			}
			found := false
			for k := j; k < len(s) && k <= j+4; k++ {
				kw := s[k].Word
				if s[k].Is(token.ActionNouns) {
					a.end, found = k, true
					break
				}
				if len(kw) == 1 && !s[k].IsNumber() && kw != "a" {
					break
				}
				if _, again := s[k].Strength(); again {
					// "one strong and two weak actions": the noun is shared.
					found = k > j
					break
				}
			}
			if !found {
				continue
			}
			out = append(out, a)
			i = max(i, a.end)
		case w == "action" || w == "actions" || s[i].Is(token.ActionNouns) && (countedBefore(s, i) || noneBefore(s, i)):
			if !takenBefore(s, i) && !countedBefore(s, i) {
				continue
			}
			out = append(out, anchor{start: i, end: i, either: eitherGrade(s, i+1)})
		}
	}
	return out
}

// eitherGrade reports whether both grades are said to count behind the noun of an
// action: "action, strong or weak", "action, whether weak or strong".
func eitherGrade(s []token.Token, i int) bool {
	if token.Word(s, i) == "," {
		i++
	}
	switch token.Word(s, i) {
	case "whether", "either", "be":
		i++
	}
	if token.Word(s, i) == "it" && token.Word(s, i-1) == "be" {
		i++
	}
	one, first := token.At(s, i).Strength()
	other, second := token.At(s, i+2).Strength()
	return first && second && one != other && token.Word(s, i+1) == "or"
}

// takenBefore reports whether a verb of taking, or "any"/"no", stands just
// before the noun.
func takenBefore(s []token.Token, i int) bool {
	if token.At(s, i-1).Is(token.Vague) {
		return true
	}
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		switch w := s[k].Word; {
		case s[k].Is(token.Acting) || (w == "no" || w == "any") && k >= i-4:
			return true
		case w == "," || w == ";" || w == "." || w == ":":
			return false
		}
	}
	return false
}

// noneBefore reports whether the noun stands alone behind "no" or "any" and a verb of
// taking: "takes no measure".
func noneBefore(s []token.Token, i int) bool {
	w := token.Word(s, i-1)
	return (w == "no" || w == "any") && i > 1 && s[i-2].Is(token.Acting) && (i+1 == len(s) || token.Word(s, i+1) == ".")
}

// countedBefore reports whether a number stands just before the noun.
func countedBefore(s []token.Token, i int) bool {
	if w := token.Word(s, i-1); (w == "more" || w == "fewer" || w == "less") && token.Word(s, i-2) == "or" && i > 2 && s[i-3].IsNumber() {
		return true // "six or more actions"
	}
	return i > 0 && s[i-1].IsNumber() || i > 1 && s[i-2].IsNumber() && !s[i-1].Is(token.DimensionNouns) && len(s[i-1].Word) > 2
}

// dimensionAnchors finds counts of dimensions in a sentence that names no
// action ("has addressed at least two of the four components"). Where no noun for
// them stands there either, the total or the list of the parts does for it.
func (r *reader) dimensionAnchors(s []token.Token) []anchor {
	out := r.nounAnchors(s)
	for i := 0; i < len(s) && len(out) == 0; i++ {
		if _, next, ok, good := r.Quantity(s, i); ok && good {
			if end, ok := ofParts(r.Context, s, i, next); ok {
				return []anchor{{start: i, end: end, subject: true}}
			}
		}
	}
	return out
}

// nounAnchors are the counts with a noun.
func (r *reader) nounAnchors(s []token.Token) []anchor {
	var out []anchor
	nouns := token.DimensionNouns
	if r.Exact {
		nouns |= token.CalledParts
	}
	for i, t := range s {
		if !t.Is(nouns) {
			continue
		}
		for j := max(0, i-6); j < i; j++ {
			if len(out) > 0 && j <= out[len(out)-1].end {
				continue
			}
			if r.Exact && !belongs(s[j:i]) {
				continue
			}
			if _, next, ok, _ := r.Quantity(s, j); ok && next <= i && (next > j+1 || s[j].IsNumber() || s[j].Word == "both" || s[j].Word == "all" || s[j].Word == "any" || s[j].Word == "none" || s[j].Word == "neither" || (s[j].Word == "every" || s[j].Word == "each") && (r.Exact || token.Word(s, j+1) == "of" || token.Word(s, j+1) == "one")) {
				a := anchor{start: r.outermost(s, j, next), end: i, subject: true}
				switch w := token.Word(s, i+1); {
				case w == "strongly" && token.Word(s, i+2) != "or":
					a.strength, a.graded = token.Strong, true
				case w == "weakly" && token.Word(s, i+2) != "or":
					a.strength, a.graded = token.Weak, true
				}
				out = append(out, a)
				break
			}
		}
	}
	return out
}

// belongs reports whether words from a quantity up to a noun leave no doubt that the
// noun is what is counted: one adjective, and nothing that is done.
func belongs(s []token.Token) bool {
	words := 0
	for i := range s {
		t := &s[i]
		switch {
		case t.Is(token.ActionNouns|token.Acts|token.Unreal) || t.Past || len(t.Word) > 4 && strings.HasSuffix(t.Word, "ed"):
			return false
		case t.Word == "first" || t.Word == "second" || t.Word == "third" || t.Word == "last":
			return false
		case t.Stem != "" && !t.Is(token.Limiters):
			words++
		}
	}
	return words <= 1
}

// outermost is where the quantity begins that the one from j to next is the end of:
// "none or only one", "between two and four".
func (r *reader) outermost(s []token.Token, j, next int) int {
	const most = 5
	for k := max(0, j-most); k < j; k++ {
		if _, end, ok, good := r.Quantity(s, k); ok && good && end >= next {
			return k
		}
	}
	return j
}

// connector finds the last word between two mentions at which a new condition
// begins. It gives -1 where there is none.
func connector(s []token.Token, from, to int) (at int, join string) {
	for i := to - 1; i >= from; i-- {
		switch s[i].Word {
		case "or", "and":
			if i > 0 && i+1 < len(s) && s[i-1].IsNumber() && s[i+1].IsNumber() {
				continue // between one and three
			}
			if n := token.Word(s, i+1); n == "more" && token.Word(s, i+2) != "than" || (n == "fewer" || n == "less") && token.Word(s, i+2) != "than" {
				continue // two or more
			}
			if s[i].Word == "and" && token.Word(s, i+1) == "or" {
				continue
			}
			return i, s[i].Word
		case "with":
			if w := token.Word(s, i-1); i > from && (w == "or" || w == "and" || w == "but" || w == ",") {
				continue // "or with weak action": the word before it joins
			}
			return i, "and"
		case "but", "while", "plus":
			if i > 0 && statement.NothingBut(s, i-1) {
				continue
			}
			return i, "and"
		case "nor":
			return i, "and"
		case ";":
			return i, "or"
		case ",":
			if n := token.Word(s, i+1); n == "or" || n == "and" || n == "but" {
				continue
			}
			if i > 0 && i+1 < len(s) && s[i-1].IsNumber() && s[i+1].IsNumber() {
				continue
			}
			return i, ","
		}
	}
	return -1, ""
}

// atom reads one segment.
func (r *reader) atom(s []token.Token, a anchor) (atom condition.Atom, contradictory, doubt, ok bool) {
	from := clauseStart(s, a.start)
	pre := s[from:a.start]
	post := s[min(a.end+1, len(s)):]
	if a.contradictory {
		for _, t := range s[:a.start] {
			if t.Word == "not" || t.Word == "no" || t.Word == "none" || t.Word == "without" {
				return condition.Atom{}, false, true, false // "no action that contradicts": a condition we do not place
			}
		}
		return condition.Atom{}, true, false, true
	}
	if a.unknown {
		return condition.Atom{}, false, true, false
	}
	negative := a.denied
	exact := false
	for i, t := range pre {
		if statement.NothingBut(pre, i) {
			atom.Only = true
			continue
		}
		switch {
		case t.Word == "no" || t.Word == "not":
			n := token.Word(pre, i+1)
			if (n == "more" || n == "fewer" || n == "less") && token.Word(pre, i+2) == "than" || noneOf(pre, i) {
				continue
			}
			if n == "only" {
				doubt = true
			}
			negative = true
		case t.Is(token.Negations) && !noneOf(pre, i):
			negative = true
		}
		if t.Is(token.Hedges) {
			doubt = true
		}
		if t.Is(token.Limiters) && t.Word != "exactly" { // which says how many, and nothing of others
			atom.Only = true
		}
		exact = exact || t.Word == "exactly"
	}
	for i, t := range post {
		if t.Is(token.Hedges) {
			doubt = true
		}
		if t.Word == "neither" && !negative && follows(post[i:], "nor") {
			negative, post = true, post[:i] // "has taken action neither to mend nor to paint"
			break
		}
		if t.Word == "of" && token.Word(post, i+1) == "which" || t.Word == "one" && token.Word(post, i+1) == "of" && token.Word(post, i+2) == "which" {
			doubt = true
		}
	}
	doubt = doubt || anotherThing(pre, post)
	for i, t := range post {
		if t.Is(token.Limiters) && (i > 0 && post[i-1].Is(token.DimensionNouns) || i == 0 && a.subject) {
			exact = true // "in one dimension only"
		}
		if t.Word == "not" && i > 0 && post[i-1].Word == "but" && (token.Word(post, i+1) == "both" || token.Word(post, i+1) == "the" && token.At(post, i+2).Is(token.Others)) {
			exact = true // "one part but not the other"
		}
	}
	atom.Strength, atom.Either = a.strength, a.either
	if a.orNone && !negative {
		// Nothing stronger, and perhaps nothing at all.
		anything := condition.Interval{Lo: 0, Hi: condition.Unlimited}
		return condition.Atom{Strength: a.strength, Count: condition.Quantity{Sure: anything, Possible: anything}, Only: true}, false, doubt, true
	}

	if a.subject {
		q, _, found, understood := r.Quantity(s, a.start)
		if !found || !understood {
			return condition.Atom{}, false, true, false
		}
		atom.Unit, atom.Count = condition.Dimensions, q
	} else {
		actions, hasActions, actionsOK := r.actionCount(pre)
		dims, hasDims, dimsOK, named := r.dimensionCount(post)
		if !hasDims {
			if d, found, understood, _ := r.dimensionCount(pre); found {
				dims, hasDims, dimsOK = d, true, understood
			}
		}
		switch {
		case hasDims:
			if !dimsOK {
				return condition.Atom{}, false, true, false
			}
			atom.Unit, atom.Count = condition.Dimensions, dims
			if hasActions && (!actionsOK || actions.Sure.Lo != 1) {
				doubt = true // two actions in each of three dimensions
			}
		case hasActions:
			if !actionsOK {
				return condition.Atom{}, false, true, false
			}
			if actions.Bare && statement.OrMore(post, 0) {
				actions = condition.AtLeast(actions.Sure.Lo)
				actions.Minimum = true
			}
			atom.Unit, atom.Count = condition.Actions, r.AndLimit(actions, post)
			if named {
				doubt = true
			}
		default:
			atom.Count, atom.Unit, doubt = r.unstated(post, negative, doubt)
			doubt = doubt || loneNumber(post)
		}
	}
	if n, more := orOneMore(post); more {
		if negative || atom.Count.Sure.Lo != atom.Count.Sure.Hi || n != atom.Count.Sure.Hi+1 {
			doubt = true
		} else { // "two of the four parts, or three"
			atom.Count.Sure.Hi, atom.Count.Bare = n, false
			atom.Count.Possible = atom.Count.Sure
		}
	}
	if w := token.Word(post, 1); token.Word(post, 0) == "or" && (w == "none" || w == "nothing") && !negative { // "one strong action or none"
		atom.Count.Possible.Lo = 0
		switch {
		case atom.Count.Unstated:
			atom.Count.Sure = condition.Interval{Lo: 0, Hi: condition.Unlimited}
		case atom.Count.Sure.Lo <= 1:
			atom.Count.Sure.Lo = 0
			atom.Count.Possible = atom.Count.Sure
		}
	}
	if exact && !negative && atom.Count.Sure.Lo == atom.Count.Sure.Hi {
		atom.Count.Possible = atom.Count.Sure
	}
	if atom.Only && !negative {
		// "only two weak actions": exactly two.
		if atom.Count.Sure.Lo == atom.Count.Sure.Hi && !atom.Count.Loose {
			atom.Count.Possible = atom.Count.Sure
		}
		if !a.graded {
			atom.Only = false
		}
	}
	if negative && !atom.Count.Bare && atom.Count.Sure == (condition.Interval{Lo: 1, Hi: 1}) && follows(post, "either") {
		atom.Count = condition.AtLeast(1) // "no action in either area"
	}
	if negative {
		q, can := atom.Count.Not()
		if !can {
			return condition.Atom{}, false, true, false
		}
		atom.Count = q
		atom.Only = false
	}
	return atom, false, doubt, true
}

// orOneMore is the number that stands behind what is counted as another one that will do.
func orOneMore(post []token.Token) (n int, ok bool) {
	const nouns = 3 // words for what is counted
	i := 0
	for i < nouns && i < len(post) && len(post[i].Word) > 1 && post[i].Word != "or" && !post[i].IsNumber() {
		i++
	}
	if token.Word(post, i) == "," {
		i++
	}
	if token.Word(post, i) != "or" || i+1 >= len(post) || !post[i+1].IsNumber() {
		return 0, false
	}
	next := token.Word(post, i+2)
	return post[i+1].Num, i+2 >= len(post) || len(next) == 1 || next == "of"
}

// anotherThing reports whether words around an action tell of something else that is
// done or left undone: "… and does not report on savings", "reports on savings without
// having taken …".
func anotherThing(pre, post []token.Token) bool {
	for i := range pre {
		if pre[i].Word != "without" {
			continue
		}
		for k := range pre[:i] {
			if pre[k].Stem != "" && !pre[k].Is(token.Acting|token.Neutral|token.Assigning) {
				return true
			}
		}
	}
	for i := range post {
		switch post[i].Word {
		case "and", "or", "but", "nor", "while", "yet":
			if n := token.At(post, i+1); n.Is(token.Auxiliaries) && (token.At(post, i+2).Is(token.Negations) || n.Is(token.Negations) && n.Word != "not" && n.Word != "no" && n.Word != "none" && n.Word != "nothing") {
				for k := range post[i:] {
					if post[i+k].Is(token.Assigning) {
						return false // "but does not reach the number required"
					}
				}
				return true
			}
		}
	}
	return false
}

// follows reports whether the word stands in toks.
func follows(toks []token.Token, w string) bool {
	for i := range toks {
		if toks[i].Word == w {
			return true
		}
	}
	return false
}

// noneOf reports whether a "no" or "none" is part of a quantity: "one or no",
// "none or one".
func noneOf(toks []token.Token, i int) bool {
	if w := toks[i].Word; w != "no" && w != "none" {
		return false
	}
	if token.Word(toks, i-1) == "or" && token.At(toks, i-2).IsNumber() {
		return true
	}
	j := i + 2
	if w := token.Word(toks, j); w == "only" || w == "just" {
		j++
	}
	return token.Word(toks, i+1) == "or" && token.At(toks, j).IsNumber()
}

// actionCount is the quantity that ends where the graded action begins ("at
// least two different strong actions").
func (r *reader) actionCount(pre []token.Token) (q condition.Quantity, ok, understood bool) {
	for i := range pre {
		c, next, found, good := r.Quantity(pre, i)
		if !found || next > len(pre) || pre[i].Is(token.Negations) && next == i+1 {
			continue
		}
		filler := true
		for _, t := range pre[next:] {
			switch t.Word {
			case "different", "separate", "distinct", "such", "new", "additional", "of":
			default:
				filler = false
			}
		}
		if !filler {
			continue
		}
		if pre[i].Word == "any" {
			c.Unstated = true
			return c, false, true
		}
		return c, true, good
	}
	return condition.Quantity{}, false, true
}

// dimensionCount is the quantity of dimensions in toks ("in two or three
// of the five areas"). named reports that the noun
// stands there without a quantity.
func (r *reader) dimensionCount(toks []token.Token) (q condition.Quantity, ok, understood, named bool) {
	for d, t := range toks {
		if !t.Is(token.DimensionNouns) {
			continue
		}
		for i := max(0, d-12); i < d; i++ {
			c, next, found, good := r.Quantity(toks, i)
			if !found || next > d || d-next > 6 {
				continue
			}
			if toks[i].Word == "a" || toks[i].Word == "an" {
				if next != d && !(next == d-1) {
					continue
				}
			}
			if broken(toks[next:d]) {
				continue
			}
			if good && c.Bare && statement.OrMore(toks, d+1) {
				c = condition.AtLeast(c.Sure.Lo) // "in one area or more"
				c.Minimum = true
			}
			if next == i+1 && toks[i].IsNumber() && definite(toks, i) {
				continue // "in the four dimensions": which, not how many
			}
			return c, true, good, true
		}
		named = true
	}
	// "in two of the three": the total stands for the noun.
	for i := range toks {
		c, next, found, good := r.Quantity(toks, i)
		if !found {
			continue
		}
		if next == len(toks) && r.Size > 0 && token.Word(toks, i-1) == "in" && !named {
			return c, true, good, true // "weak action in at most one"
		}
		if next >= len(toks) {
			continue
		}
		j := next
		if token.Word(toks, j) == "out" {
			j++
		}
		if token.Word(toks, j) != "of" {
			continue
		}
		switch token.Word(toks, j+1) {
		case "them":
			return c, true, good, true
		case "the", "these", "those":
			j++
		default:
			if _, isParts := ofParts(r.Context, toks, i, next); isParts {
				return c, true, good, true // "on one of: roofs, boilers and training"
			}
		}
		if _, isNum := token.Num(toks, j+1); isNum {
			return c, true, good, true
		}
	}
	return condition.Quantity{}, false, true, named
}

// definite reports whether a number at i only says which things are meant.
func definite(toks []token.Token, i int) bool {
	switch token.Word(toks, i-1) {
	case "the", "these", "those":
		return true
	}
	return false
}

// broken reports whether a phrase mark stands between a quantity and its
// noun, so that they do not belong together.
func broken(toks []token.Token) bool {
	for _, t := range toks {
		if len(t.Word) == 1 && !t.IsNumber() {
			return true
		}
		switch t.Word {
		case "to", "that", "which", "by", "action", "actions", "for":
			return true
		}
	}
	return false
}

// loneNumber reports whether words that were read without a count have a
// number in them all the same, other than that of an enumeration.
func loneNumber(toks []token.Token) bool {
	for i, t := range toks {
		if t.IsNumber() && token.Word(toks, i+1) != ")" && token.Word(toks, i+1) != "." && !definite(toks, i) {
			return true
		}
	}
	return false
}

// pairs finds "both … and …" and "either … or …".
func pairs(toks []token.Token) (both, and, either, or bool) {
	for _, t := range toks {
		switch t.Word {
		case "both":
			both = true
		case "and":
			and = and || both
		case "either":
			either = true
		case "or":
			or = or || either
		}
	}
	return both, and, either, or
}

// unstated is an action without a number: "takes strong action to prevent,
// counter and dismantle". Where the phrase names every component, that is its
// number.
func (r *reader) unstated(post []token.Token, negative, doubt bool) (condition.Quantity, condition.Unit, bool) {
	q := condition.AtLeast(1)
	q.Unstated = true
	if len(r.components) < 2 {
		if r.Size == 0 || r.Size == 2 {
			switch both, and, either, or := pairs(post); {
			case negative:
			case both && and:
				return condition.AtLeast(2), condition.Dimensions, doubt
			case either && or:
				return r.Bare(1), condition.Dimensions, doubt
			}
		}
		return q, condition.NoUnit, doubt
	}
	n := 0
	for _, c := range r.components {
		if c.Named(post) {
			n++
		}
	}
	switch {
	case n == 0:
		return q, condition.NoUnit, doubt
	case n < len(r.components):
		return q, condition.NoUnit, true
	case negative:
		return q, condition.NoUnit, doubt
	}
	and, or := false, false
	for _, t := range post {
		switch t.Word {
		case "and", "both":
			and = true
		case "or", "either":
			or = true
		}
	}
	switch {
	case and && !or:
		return condition.AtLeast(n), condition.Dimensions, doubt
	case or && !and:
		return r.Bare(1), condition.Dimensions, doubt
	}
	return q, condition.NoUnit, true
}

// amongThem finds what is asked of some of those that are counted: "three or more actions,
// among them at least one strong action". A walk by one count does not hold that.
func amongThem(s []token.Token) (from, to int, ok bool) {
	for i := range s {
		w, next := token.Word(s, i), i+1
		switch {
		case (w == "among" || w == "of") && (token.Word(s, i+1) == "them" || token.Word(s, i+1) == "these" || token.Word(s, i+1) == "which"):
			next = i + 2
		case w == "including":
		default:
			continue
		}
		counted := false
		for j := next; j < len(s) && j < next+mostAmong; j++ {
			switch v := token.Word(s, j); {
			case s[j].IsNumber() || v == "a" || v == "an":
				counted = true
			case counted && (v == "strong" || v == "weak"):
				return i, j + 1, true
			}
		}
	}
	return 0, 0, false
}

// mostAmong is in how many words behind "among them" a number and a grade stand.
const mostAmong = 7
