package weigh

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/prose/parts"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/internal/lazyregexp"
)

// reading is the choices by which the parts of a clause are put together.
type reading struct {
	levelFirst  bool // levels stand before those who have them
	figureFirst bool // figures stand before those whose they are
	whatFirst   bool // commitments stand before the levels for them
	joint       bool // levels are for all commitments that are named
	loose       bool // "complied" is any level but the lowest
	others      bool // "did not" is every other level
	ofWho       bool // numbers are of members even where a commitment is named
	dense       bool // places count averages, and not those who have them
	scope       int  // which of the scopes of the sentence holds where a clause names none
}

// clause is a stretch of a sentence with what may be meant beyond it.
type clause struct {
	t        *table
	s        string
	ps       []parts.Part
	from, to int
	begin    int // of the clause, in bytes
	// scopes are commitments that a level may be for where the clause names none; nil for
	// all. Those from the index sure on are named outside the sentence.
	scopes [][]int
	sure   int
	// before are the members that a pronoun may stand for, which the words before name last.
	before []string
}

var (
	reTo      = lazyregexp.New(`(?i)(?:^|\W)(?:to|for|from|of|by|are|is|were|was|on|in|at|with)\s+(?:both\s+)?(?:the\s+)?$|^\s*\(?:?\s*(?:the\s+)?$`)
	reToThis  = lazyregexp.New(`(?i)^\s*(?:for|to|by|on|in|from)\s+(?:the\s+)?(?:commitments?\s+on\s+)?$`)
	reAre     = lazyregexp.New(`(?i)^\s*(?:of\s+(?:them|the\s+scores|scores|all\s+scores)\s+)?(?:are|were|being)?\s*(?:of\s+|at\s+)?(?:scores\s+of\s+)?$`)
	reOf      = lazyregexp.New(`(?i)^\s+(?:out\s+)?of\s+(?:the\s+)?$`)
	reAnd     = lazyregexp.New(`(?i)[,;:()]|\b(?:and|or|to|fewer|more|less|with)\b`)
	rePronoun = lazyregexp.New(`(?i)\b(?:each|they|it|its|their|them|neither|both|either|two|three|four)\b`)
	reName    = lazyregexp.New(`[\s(]\p{Lu}\p{Ll}`)
	reApart   = lazyregexp.New(`^\s*[\x{2013}\x{2014}(:,]`)
	reEach    = lazyregexp.New(`(?i)\b(?:each|apiece|both)\b`)
)

// words is how many words stand between two places.
func (c *clause) words(from, to int) int {
	if from > to {
		return 0
	}
	return len(strings.Fields(c.s[from:to]))
}

// ways gives every way to read the clause.
func (c *clause) ways() []way {
	var out []way
	two := []bool{false, true}
	flags := func(kind parts.Kind) []bool {
		for _, p := range c.ps[c.from:c.to] {
			if p.Kind == kind {
				return two
			}
		}
		return two[:1]
	}
	loose := two[:1]
	for _, p := range c.ps[c.from:c.to] {
		if p.Loose {
			loose = two
		}
	}
	for scope := range c.scopes {
		for _, levelFirst := range flags(parts.Level) {
			for _, figureFirst := range flags(parts.Figure) {
				for _, whatFirst := range flags(parts.What) {
					for _, joint := range flags(parts.What) {
						for _, l := range loose {
							for _, others := range flags(parts.Did) {
								for _, dense := range flags(parts.Place) {
									for _, ofWho := range flags(parts.Number) {
										out = append(out, c.read(reading{levelFirst, figureFirst, whatFirst, joint, l, others, ofWho, dense, scope}))
									}
								}
							}
						}
					}
				}
			}
		}
	}
	return out
}

// read reads the clause in one way.
func (c *clause) read(r reading) way {
	w := way{}
	counted := map[int]int{} // levels by the number that counts them
	level := map[int]int{}   // and numbers by their level
	last := -1
	for i := c.from; i < c.to; i++ {
		p := &c.ps[i]
		switch {
		case p.Kind == parts.Level:
			last = i
			// "scores of −1 (32)"
			if i+1 < c.to && c.ps[i+1].Kind == parts.Number && strings.TrimSpace(c.s[p.End:c.ps[i+1].Start]) == "(" && strings.HasPrefix(c.s[c.ps[i+1].End:], ")") {
				counted[i+1], level[i] = i, i+1
			}
		case p.Kind != parts.Number || p.Inexact || i+1 >= c.to:
		case c.ps[i+1].Kind == parts.Level && !c.ps[i+1].Lacks && c.words(p.End, c.ps[i+1].Start) <= 3 && !reAnd.MatchString(c.s[p.End:c.ps[i+1].Start]) && !(i > c.from && c.ps[i-1].Kind == parts.Not && c.words(c.ps[i-1].End, p.Start) <= 2):
			counted[i], level[i+1] = i+1, i
		case i+2 < c.to && c.ps[i+1].Kind == parts.Number && c.ps[i+2].Kind == parts.Level && reOf.MatchString(c.s[p.End:c.ps[i+1].Start]) && c.words(c.ps[i+1].End, c.ps[i+2].Start) <= 3 && !reAnd.MatchString(c.s[c.ps[i+1].End:c.ps[i+2].Start]):
			counted[i], level[i+2] = i+2, i // "four of five members complied"
		case c.ps[i+1].Kind == parts.Did && last >= 0 && c.words(p.End, c.ps[i+1].Start) <= 2:
			counted[i] = last
		case p.Unit == prose.Member && i+2 < c.to && c.ps[i+1].Kind == parts.Who && c.ps[i+2].Kind == parts.Level && len(c.ps[i+1].Members) >= 2 && reApart.MatchString(c.s[p.End:c.ps[i+1].Start]):
			counted[i], level[i+2] = i+2, i
		}
	}
	for i := c.from; i < c.to; i++ {
		p := &c.ps[i]
		had := len(w.claims)
		switch p.Kind {
		case parts.Number:
			if at, ok := counted[i]; ok {
				c.count(&w, r, i, at, c.ps[i+min(1, c.to-1-i)].Kind == parts.Did)
			} else if !p.Inexact && p.Unit == prose.Overall && p.N > 9 {
				if _, whole := c.t.count([]int{-1, 0, 1}, nil, nil); whole == p.N {
					w.claims = append(w.claims, claim{right: true, bits: 3, part: *p})
				}
			}
		case parts.Level:
			n, isCount := level[i]
			c.has(&w, r, i, n, isCount)
		case parts.Figure:
			c.figure(&w, r, i)
		case parts.Place, parts.End:
			c.place(&w, r, i)
		}
		_, isCounted := counted[i]
		_, counts := level[i]
		if len(w.claims) == had && (p.Kind == parts.Level && !counts || p.Kind == parts.Figure || isCounted) {
			w.unsaid++
		}
	}
	if c.breaksDown(counted) {
		w.claims = append(w.claims, claim{right: true, bits: brokenDown})
	}
	w.claims = slices.DeleteFunc(w.claims, func(k claim) bool {
		return k.rule == "ranking-order" && !k.right && !slices.ContainsFunc(w.claims, func(o claim) bool { return o.rule == "prose-figure" && o.right && o.about == k.about && o.of == k.of })
	})
	return w
}

// brokenDown is what numbers for all three levels say for being what they seem.
const brokenDown = 3

// breaksDown reports whether numbers count all three levels, each once.
func (c *clause) breaksDown(counted map[int]int) bool {
	if len(counted) != 3 {
		return false
	}
	seen := map[int]bool{}
	for _, at := range counted {
		if p := &c.ps[at]; len(p.Levels) == 1 && !p.Lacks && !p.Loose {
			seen[p.Levels[0]] = true
		}
	}
	return len(seen) == 3
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

// count holds a number of scores of a level against the table.
func (c *clause) count(w *way, r reading, at, of int, ellipsis bool) {
	number, lv := &c.ps[at], &c.ps[of]
	want := levels(lv, r)
	if ellipsis {
		if want = others(want); !r.others {
			want = []int{-1}
		}
	}
	on, sure, ok := c.on(r, of)
	if !ok {
		return
	}
	if number.Unit == prose.Member && len(on) != 1 {
		// Members who have the level everywhere, or somewhere.
		every, some := 0, 0
		for _, m := range c.t.Members {
			if n, whole := c.t.count(want, []string{m}, on); n > 0 {
				some++
				if n == whole {
					every++
				}
			}
		}
		c.add(w, sure && len(on) == 0, number.N == every || number.N == some, number, prose.Subject{}, float64(len(c.t.Members)), fmt.Sprintf("%d", every))
		return
	}
	var who []string
	if number.Unit != prose.Member && (len(on) != 1 || r.ofWho) {
		if who = c.one(at); who == nil && (r.ofWho || number.Unit == prose.Commitment) {
			return
		}
		if r.ofWho {
			on = nil
		}
	}
	n, whole := c.t.count(want, who, on)
	right := n == number.N
	if len(who) > 1 {
		each := true
		for _, m := range who {
			k, _ := c.t.count(want, []string{m}, on)
			each = each && k == number.N
		}
		right = each || right && !reEach.MatchString(c.s)
	}
	about := prose.Subject{Kind: prose.Overall}
	switch {
	case len(who) == 1:
		about = prose.Subject{Kind: prose.Member, Member: who[0]}
	case len(on) == 1:
		about = prose.Subject{Kind: prose.Commitment, Commitment: on[0]}
	}
	if whole == 0 {
		return
	}
	c.add(w, sure || len(who) > 0, right, number, about, float64(whole), fmt.Sprintf("%d", n))
	w.claims[len(w.claims)-1].on = on
}

// add adds a claim on a number.
func (c *clause) add(w *way, sure, right bool, number *parts.Part, about prose.Subject, whole float64, has string) {
	w.open = w.open || !sure
	w.claims = append(w.claims, claim{right: right, bits: bits(2 / (whole + 2)), part: *number, about: about, rule: "count-stated", what: fmt.Sprintf("%d", number.N), has: has})
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
	if rePronoun.MatchString(c.s[c.begin:c.ps[at].Start]) {
		return c.before
	}
	return nil
}

// unknown reports whether a name stands between two places that is none of the parts.
func (c *clause) unknown(from, to int) bool {
	for _, m := range reName.FindAllStringIndex(c.s[from:to], -1) {
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

// has holds the level of members against the table.
func (c *clause) has(w *way, r reading, at, number int, isCount bool) {
	lv := &c.ps[at]
	who := -1
	if r.levelFirst {
		for i := at + 1; i < c.to; i++ {
			if k := c.ps[i].Kind; k == parts.Level || k == parts.Number || k == parts.Not || k == parts.Break || k == parts.But {
				break
			} else if k == parts.Who {
				if reTo.MatchString(c.s[lv.End:c.ps[i].Start]) {
					who = i
				}
				break
			}
		}
	} else {
		for i := at - 1; i >= c.from; i-- {
			if k := c.ps[i].Kind; k == parts.Level || k == parts.Not || k == parts.Figure || k == parts.Number && !(isCount && i == number) {
				break
			} else if k == parts.Who {
				who = i
				break
			}
		}
	}
	if who < 0 {
		return
	}
	names := &c.ps[who]
	if isCount && !(len(names.Members) > 1 && len(names.Members) >= c.ps[number].N-1 && len(names.Members) <= c.ps[number].N+1 && (number < who || r.levelFirst)) {
		return // how often, and not who
	}
	if who > c.from && c.ps[who-1].Kind == parts.But && c.words(c.ps[who-1].End, names.Start) <= 2 {
		return
	}
	on, sure, ok := c.on(r, at)
	if !ok {
		return
	}
	if on == nil && len(names.Members) == 1 && !lv.Lacks {
		return // who failed did so somewhere
	}
	w.open = w.open || !sure
	want := levels(lv, r)
	chance := c.t.share(want, on)
	if isCount && c.ps[number].N == len(names.Members) {
		w.claims = append(w.claims, claim{right: true, bits: 2, part: c.ps[number]})
	}
	for _, m := range names.Members {
		n, whole := c.t.count(want, []string{m}, on)
		if whole == 0 {
			continue
		}
		k := claim{right: n == whole, bits: bits(chance), part: *names, about: prose.Subject{Kind: prose.Member, Member: m}, rule: "count-stated", on: on, named: true}
		if !k.right {
			k.what, k.has = c.s[lv.Start:lv.End], c.scores(m, on)
		}
		w.claims = append(w.claims, k)
	}
	if len(on) != 1 || !c.exclusive(who, at) {
		return
	}
	n, _ := c.t.count(want, nil, on)
	own, _ := c.t.count(want, names.Members, on)
	k := claim{right: n == own, bits: 2, part: *names, about: prose.Subject{Kind: prose.Commitment, Commitment: on[0]}, rule: "count-stated"}
	if own < len(names.Members) && n >= len(names.Members) {
		k.right = true // one in the place of another is one slip
		k.bits = 0
	}
	if !k.right {
		var rest []string
		for _, m := range c.t.Members {
			if v, ok := c.t.score(m, on[0]); ok && slices.Contains(want, v) && !slices.Contains(names.Members, m) {
				rest = append(rest, c.t.x.Of[prose.Subject{Kind: prose.Member, Member: m}].Label)
			}
		}
		k.what, k.has = "no others", reckon.Listing(rest, 6, "and")
	}
	w.claims = append(w.claims, k)
}

// exclusive reports whether members are said to be the only ones.
func (c *clause) exclusive(who, level int) bool {
	for i := c.from; i < c.to; i++ {
		if p := &c.ps[i]; p.Kind == parts.Only && (p.End <= c.ps[who].Start && c.words(p.End, c.ps[who].Start) == 0 || p.Start >= c.ps[who].End && c.words(c.ps[who].End, p.Start) <= 1) {
			return true
		}
	}
	return false
}

// scores names the scores of a member.
func (c *clause) scores(member string, on []int) string {
	if on == nil {
		on = c.t.Commitments
	}
	var out []string
	for _, n := range on {
		if v, ok := c.t.score(member, n); ok {
			out = append(out, reckon.SignedScore(v))
		}
	}
	return strings.Join(out, ", ")
}

// subject finds that of a figure or place.
func (c *clause) subject(r reading, at int) *parts.Part {
	first := r.figureFirst
	if !first {
		for i := at - 1; i >= c.from; i-- {
			switch p := &c.ps[i]; p.Kind {
			case parts.Figure, parts.But:
				return nil
			case parts.Who, parts.What:
				if i > c.from && c.ps[i-1].Kind == parts.But && c.words(c.ps[i-1].End, p.Start) <= 2 {
					return nil
				}
				return p
			}
		}
		return nil
	}
	for i := at + 1; i < c.to; i++ {
		switch p := &c.ps[i]; p.Kind {
		case parts.Figure:
			return nil
		case parts.Who, parts.What:
			if !reToThis.MatchString(c.s[c.ps[at].End:p.Start]) {
				return nil
			}
			return p
		}
	}
	return nil
}

// whose gives the subjects that stand in one list with a part.
func (c *clause) whose(p *parts.Part) ([]prose.Subject, bool) {
	var out []prose.Subject
	if p.Kind == parts.Who {
		for _, m := range p.Members {
			out = append(out, prose.Subject{Kind: prose.Member, Member: m})
		}
		return out, true
	}
	end, sure := -1, true
	for i := c.from; i < c.to; i++ {
		q := &c.ps[i]
		if q.Kind != parts.What || q.Start > p.Start {
			continue
		}
		if end < 0 || !prose.Joined(c.s[end:q.Start]) {
			out, sure = nil, true
		}
		if end = q.End; len(q.Commitments) != 1 {
			sure = false
			continue
		}
		out = append(out, prose.Subject{Kind: prose.Commitment, Commitment: q.Commitments[0]})
	}
	return out, sure
}

// figure holds an average against the table.
func (c *clause) figure(w *way, r reading, at int) {
	f := &c.ps[at]
	if f.Figure.Value == nil && at+1 < c.to && c.ps[at+1].Kind == parts.Level && !c.ps[at+1].Lacks && reAre.MatchString(c.s[f.End:c.ps[at+1].Start]) {
		c.part(w, r, at)
		return
	}
	p := c.subject(r, at)
	if p == nil || c.beside(at, 1) || c.beside(at, -1) {
		return
	}
	subjects, ok := c.whose(p)
	if !ok {
		return
	}
	from, wrong := len(w.claims), true
	for _, s := range subjects {
		e, why := c.t.x.Usable(s)
		if why != "" {
			continue
		}
		value, percent := e.Holds(f.Figure)
		k := claim{right: value && percent, bits: 4, part: *f, about: s, of: p.Span, rule: "prose-figure"}
		if f.Figure.Value == nil {
			k.bits = 3.5
		}
		if value != percent {
			k.bits = 2
		}
		if !k.right && c.ofAnother(at) {
			k.right, k.bits = true, 1
		}
		if !k.right {
			k.what, k.has = f.Figure.Text, reckon.StatedText(printed(e))
		}
		w.claims = append(w.claims, k)
		wrong = wrong && !k.right
	}
	if n := len(w.claims); wrong && n > from+1 {
		w.claims = w.claims[:from+1] // one figure of them all
	}
}

// beside reports whether figures stand in a list, of which each belongs to another subject.
func (c *clause) beside(at, step int) bool {
	i := at + step
	if i < c.from || i >= c.to || c.ps[i].Kind != parts.Figure {
		return false
	}
	a, b := c.ps[min(at, i)], c.ps[max(at, i)]
	return prose.Joined(c.s[a.End:b.Start])
}

// ofAnother reports whether a figure is that of anything else the clause names.
func (c *clause) ofAnother(at int) bool {
	for i := c.from; i < c.to; i++ {
		p := &c.ps[i]
		var of []prose.Subject
		for _, m := range p.Members {
			of = append(of, prose.Subject{Kind: prose.Member, Member: m})
		}
		for _, n := range p.Commitments {
			of = append(of, prose.Subject{Kind: prose.Commitment, Commitment: n})
		}
		for _, s := range of {
			if e, why := c.t.x.Usable(s); why == "" {
				if value, percent := e.Holds(c.ps[at].Figure); value && percent {
					return true
				}
			}
		}
	}
	return false
}

// part holds a percentage of scores of a level against the table.
func (c *clause) part(w *way, r reading, at int) {
	f, lv := &c.ps[at], &c.ps[at+1]
	on, sure, ok := c.on(r, at+1)
	if !ok {
		return
	}
	who := c.one(at)
	n, whole := c.t.count(levels(lv, r), who, on)
	if whole == 0 || len(who) > 1 {
		return
	}
	w.open = w.open || !sure && who == nil
	has := hundred(n, whole)
	w.claims = append(w.claims, claim{right: reckon.Holds(*f.Figure.Percent, has), bits: 3.5, part: *f, about: prose.Subject{Kind: prose.Overall}, rule: "prose-figure", what: f.Figure.Text, has: fmt.Sprintf("%d of %d, %s%%", n, whole, reckon.Unsigned(has))})
}

// place holds a place in the ranking against the table. An end is one of the ranking that
// is meant only where it is right: it may be that of a part of it.
func (c *clause) place(w *way, r reading, at int) {
	p := &c.ps[at]
	var of *parts.Part
	for i := at - 1; i >= c.from && of == nil; i-- {
		if k := c.ps[i].Kind; k == parts.Figure || k == parts.Place || k == parts.End || k == parts.But {
			break
		} else if k == parts.Who || k == parts.What {
			of = &c.ps[i]
		}
	}
	if of == nil {
		return
	}
	subjects, ok := c.whose(of)
	if !ok || len(subjects) == 0 {
		return
	}
	for _, s := range subjects {
		places := c.t.places(s, r.dense)
		if places == nil {
			continue
		}
		size := c.t.size(s.Kind)
		right := slices.Contains(places, p.N)
		if p.Kind == parts.End && p.N < 0 {
			right = slices.Contains(places, size)
		}
		if p.Kind == parts.End && !right || p.Kind == parts.Place && !right && (c.between(at, of) || c.byAnother(p)) {
			continue
		}
		w.claims = append(w.claims, claim{right: right, bits: bits(1 / float64(size)), part: *p, about: s, of: of.Span, rule: "ranking-order",
			what: c.s[p.Start:p.End], has: fmt.Sprintf("place %d", places[0])})
	}
}

var rePlaceOf = lazyregexp.New(`(?i)^\s*(?:-|from|of|among|lowest|worst|weakest|poorest|highest|strongest|best|commitment|promise|half|time|year|phase|round|interim|report|score|failure|country|member|only)`)

// byAnother reports whether a place may count something else, or from elsewhere.
func (c *clause) byAnother(p *parts.Part) bool {
	return rePlaceOf.MatchString(c.s[p.End:])
}

// between reports whether a place stands far from its subject, or what is between limits it.
func (c *clause) between(at int, of *parts.Part) bool {
	return c.words(of.End, c.ps[at].Start) > 4
}
