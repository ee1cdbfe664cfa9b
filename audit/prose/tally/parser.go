package tally

import (
	"math/big"
	"strings"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/model"
)

// parser reads statements from a place of a sentence on.
type parser struct {
	lexed
	r prose.Reader
	// before is the paragraph up to the sentence, previous the last sentence of it.
	before, previous string
	i                int
	ended            int // where the last statement ended
	// last is what the statement right before counted; its noun, trait and scope go on
	// where words are left out ("four scored +1 and three 0").
	last *counted
	// scope is that of the clause.
	scope scope
	led   bool // the clause names it itself
	// topics are the names of commitments that have been sought, by place.
	topics map[int]topic
}

// scope is the commitments that scores are for.
type scope struct {
	on   []int
	open bool // named by a word that stands for one
	each bool // of each of them the same is said
}

// counted is the subject of a count.
type counted struct {
	quantity Quantity
	unit     prose.Kind
	noun     bool // named, and not carried on
	whole    int
	awarded  bool // the whole is said to be all scores that were given
	rest     bool // the others, or further ones
	scope    scope
	named    []prose.Subject
	naming   Naming
	traits   []Trait
	passive  bool
	found    bool
	land     bool // countries, not members
	all      bool // "of all scores"
	record   bool // of one member
	share    *model.Decimal
	of       []string // the members whose scores are counted
}

// at reports whether the words of a phrase stand at a place, and where they end.
func (p *parser) at(i int, phrase string) (end int, ok bool) {
	for more := i >= 0; more; i++ {
		var w string
		if w, phrase, more = strings.Cut(phrase, " "); i >= len(p.tokens) || p.tokens[i].text != w {
			return 0, false
		}
	}
	return i, i >= 0
}

// words passes over the first of the phrases that stands here.
func (p *parser) words(phrases ...string) bool {
	for _, ph := range phrases {
		if end, ok := p.at(p.i, ph); ok {
			p.i = end
			return true
		}
	}
	return false
}

// text is the token here, empty behind the last one.
func (p *parser) text() string {
	if p.i < len(p.tokens) {
		return p.tokens[p.i].text
	}
	return ""
}

// number passes over a number.
func (p *parser) number() (int, bool) {
	if p.text() != "#" {
		return 0, false
	}
	p.i++
	return p.tokens[p.i-1].n, true
}

// group passes over members.
func (p *parser) group() ([]string, bool) {
	if p.text() != "@" {
		return nil, false
	}
	p.i++
	return p.members[p.tokens[p.i-1].n], true
}

func subjects(members []string) []prose.Subject {
	var out []prose.Subject
	for _, m := range members {
		out = append(out, prose.Subject{Kind: prose.Member, Member: m})
	}
	return out
}

// fraction passes over a part in words: "half", "two thirds", "a quarter".
func (p *parser) fraction() (*big.Rat, bool) {
	from := p.i
	if p.words("half a", "half", "# half") {
		if p.tokens[p.i-1].text == "a" {
			p.i-- // of "half a point"
		}
		if p.tokens[from].text == "#" && p.tokens[from].n != 1 {
			p.i = from
			return nil, false
		}
		return big.NewRat(1, 2), true
	}
	n := 1
	if !p.words("a") {
		var ok bool
		if n, ok = p.number(); !ok {
			return nil, false
		}
	}
	d, ok := fractions()[p.text()]
	if !ok || n < 1 || int64(n) >= d {
		p.i = from
		return nil, false
	}
	p.i++
	return big.NewRat(int64(n), d), true
}

// quantity passes over how many.
func (p *parser) quantity() (q Quantity, rest, ok bool) {
	from := p.i
	half := big.NewRat(1, 2)
	form := Exactly
	switch {
	case p.words("not a single", "no", "none", "nobody"):
		return Quantity{}, false, true
	case p.words("all but"):
		n, ok := p.number()
		if !ok {
			p.i = from
		}
		return Quantity{Form: AllBut, N: n}, false, ok
	case p.words("all", "every", "each", "everybody", "everyone"):
		return Quantity{Form: AllBut}, false, true
	case p.words("more than half", "over half", "most", "the majority", "a majority"):
		return Quantity{Form: MoreThanShare, Part: half}, false, true
	case p.words("less than half", "fewer than half", "a minority"):
		return Quantity{Form: LessThanShare, Part: half}, false, true
	case p.words("at least", "no fewer than", "no less than", "not fewer than"):
		form = AtLeast
	case p.words("at most", "no more than", "not more than"):
		form = AtMost
	case p.words("the other", "the remaining", "another"):
		form, rest = AtLeast, true
	case p.words("only", "just", "exactly", "precisely"):
	}
	if part, ok := p.fraction(); ok && !rest {
		switch form {
		case AtLeast, AtMost:
			p.i = from
			return Quantity{}, false, false
		}
		return Quantity{Form: Share, Part: part}, false, true
	}
	n, ok := p.number()
	if !ok {
		p.i = from
	}
	return Quantity{Form: form, N: n}, rest, ok
}

// noun passes over what is counted; others says that they are beside some that were named.
func (p *parser) noun() (k prose.Kind, others, ok bool) {
	from := p.i
	for p.words("other", "remaining", "further", "assessed", "priority", "individual") {
		switch p.tokens[p.i-1].text {
		case "other", "remaining", "further":
			others = true
		}
	}
	if k, ok := nouns()[p.text()]; ok {
		p.i++
		return k, others, true
	}
	p.i = from
	return 0, false, false
}

// subject passes over a quantity and its noun, with the names beside it.
func (p *parser) subject() (c counted, ok bool) {
	from := p.i
	pronoun := p.text() == "nobody" || p.text() == "everybody" || p.text() == "everyone"
	q, rest, ok := p.quantity()
	if !ok {
		return c, false
	}
	c = counted{quantity: q, rest: rest, scope: p.scope}
	whole, own := p.i, false
	if p.words("of") || q.Form != Exactly && q.Form != AtLeast && q.Form != AtMost {
		for p.words("all", "the", "its", "our") {
			switch p.tokens[p.i-1].text {
			case "all":
				c.all = true
			case "its", "our":
				own = true
			}
		}
		c.whole, _ = p.number()
		for p.words("of the", "the") {
		}
	}
	others := false
	c.unit, others, c.noun = p.noun()
	if others {
		c.rest = true
		if c.quantity.Form == Exactly && c.quantity.N > 0 {
			c.quantity.Form = AtLeast
		} else if c.quantity.Form != AtLeast {
			p.i = from
			return c, false
		}
	}
	if c.noun {
		c.land = strings.HasPrefix(p.tokens[p.i-1].text, "countr") || strings.HasPrefix(p.tokens[p.i-1].text, "government")
	} else if p.last != nil {
		c.land = p.last.land
	}
	switch {
	case c.noun && own && c.unit == prose.NoKind:
		p.i = from // the scores of somebody
		return c, false
	case c.noun:
	case pronoun:
		c.unit, c.noun = prose.Member, true
	case c.whole > 0 && p.last != nil:
		c.unit = p.last.unit
	case p.last != nil:
		p.i = whole
		c.unit, c.whole, c.awarded = p.last.unit, p.last.whole, p.last.awarded
		if !p.led {
			c.scope = p.last.scope
		}
		if p.text() == "of" {
			p.i = from
			return c, false
		}
	default:
		p.i = from
		return c, false
	}
	if c.noun && c.whole == 0 {
		at := p.i
		if p.words("out of the", "out of", "of the", "of") {
			if c.whole, ok = p.number(); !ok {
				p.i, c.whole = at, 0
			}
		}
	}
	if c.unit == prose.NoKind && c.noun {
		at := p.i
		if p.words("awarded to", "given to", "received by", "earned by", "of") {
			if g, ok := p.group(); ok && p.text() != "'s" {
				c.of = g
			} else {
				p.i = at
			}
		}
		if p.words(", that is ~ ,", ", or ~ ,", ", ~ ,") {
			if f := p.figures[p.tokens[p.i-2].n]; f.Percent != nil && f.Value == nil {
				c.share = f.Percent
			}
		}
	}
	if c.unit == prose.Member && c.noun {
		at := p.i
		if p.words("assessed on", "assessed for", "assessed in", "that were assessed on", "scored on") {
			if s, ok := p.topic(); ok {
				c.scope = s
			} else {
				p.i = at
			}
		}
	}
	if p.words("only") && c.quantity.Form != Exactly {
		p.i = from
		return c, false
	}
	switch {
	case c.unit == prose.Member:
		p.namesBeside(&c)
		p.besideScores()
	case c.unit == prose.Commitment && c.noun && c.quantity.Form == Exactly && c.quantity.N > 1:
		p.besideCommitments(&c)
	}
	return c, true
}

// namesBeside passes over names between commas or in brackets.
func (p *parser) namesBeside(c *counted) {
	from := p.i
	closing := ","
	switch {
	case p.words(", among them", ", including"):
		c.naming = SomeNamed
	case p.words(", namely", ","):
		c.naming = AllNamed
	case p.words("("):
		c.naming, closing = AllNamed, ")"
	default:
		return
	}
	if c.naming == AllNamed && c.quantity.Form == AllBut && c.quantity.N > 0 {
		c.naming = OthersNamed // "all but two members, Norland and Sudland,"
	}
	if g, ok := p.group(); ok {
		if p.words("among them", "included") {
			c.naming = SomeNamed
		}
		if p.words(closing) {
			if c.naming != OthersNamed || len(g) == c.quantity.N {
				c.named = subjects(g)
				return
			}
		}
	}
	p.i, c.naming = from, NotNamed
}

// topic passes over the name of commitments, or a word that stands for one. Several forms ask
// for one at the same place.
func (p *parser) topic() (scope, bool) {
	if t, known := p.topics[p.i]; known {
		p.i = t.end
		return t.scope, t.ok
	}
	from := p.i
	s, ok := p.readTopic()
	if p.topics == nil {
		p.topics = map[int]topic{}
	}
	p.topics[from] = topic{s, p.i, ok}
	return s, ok
}

// topic is what stands at a place as the name of commitments, and where it ends.
type topic struct {
	scope scope
	end   int
	ok    bool
}

func (p *parser) readTopic() (scope, bool) {
	from := p.i
	if p.words("the last named", "the latter", "the last mentioned") {
		if n, ok := p.mentioned(p.before + " " + p.sentence[:p.tokens[from].from]); ok {
			return scope{on: []int{n}}, true
		}
		return scope{open: true}, true
	}
	if p.words("that commitment", "this commitment", "the commitment", "it", "that", "this", "the former", "the first", "the second", "the third") {
		if nextEnds(p.text()) {
			if t := p.tokens[from].text; (t == "it" || t == "that" || t == "this") && p.i-from <= 2 && (t == "it" || p.i-from == 2) {
				if on := p.aboutOne(from); on != nil {
					return scope{on: on}, true
				}
			}
			return scope{open: true}, true
		}
		p.i = from
	}
	for p.words("the commitment on", "the commitment to", "the commitments on", "commitments on", "that on", "the") {
	}
	start := p.i
	end := start
	for end < len(p.tokens) && end < start+14 && p.ofName(end) {
		end++
	}
	for ; end > start; end-- {
		last := p.sentence[p.tokens[end-1].from:p.tokens[end-1].to]
		if !p.r.Catalogue.Touches(last) || !p.r.Catalogue.Touches(p.sentence[p.tokens[start].from:p.tokens[start].to]) {
			continue
		}
		if ns, ok := p.r.Catalogue.Labelled(p.sentence[p.tokens[start].from:p.tokens[end-1].to]); ok {
			p.i = end
			return scope{on: ns}, true
		}
	}
	p.i = from
	return scope{}, false
}

// ofName reports whether a token can be a part of a commitment's name.
func (p *parser) ofName(i int) bool {
	t := p.tokens[i]
	if t.text == "#" {
		return p.r.Catalogue.Touches(p.sentence[t.from:t.to])
	}
	_, counts := nouns()[t.text]
	return !strings.ContainsAny(t.text, ";:.()@$~") && !finite.Has(t.text) && !counts
}

// mentioned gives the commitment that a text names last.
func (p *parser) mentioned(text string) (int, bool) {
	if len(text) > mostBefore {
		text = text[len(text)-mostBefore:]
	}
	words := strings.Fields(text)
	for end := len(words); end > 0; end-- {
		if !p.r.Catalogue.Touches(words[end-1]) {
			continue
		}
		for start := max(0, end-5); start < end; start++ {
			if !p.r.Catalogue.Touches(words[start]) {
				continue
			}
			if ns, ok := p.r.Catalogue.Labelled(strings.Join(words[start:end], " ")); ok && len(ns) == 1 {
				return ns[0], true
			}
		}
		return 0, false
	}
	return 0, false
}

// mostBefore is how far back a name is sought, in bytes.
const mostBefore = 600

// predicate passes over what is said of what is counted; several traits are several ways to
// read it.
func (p *parser) predicate(c *counted) bool {
	from, place, mean, each := p.i, 0, false, false
	for verbs.Has(p.text()) {
		switch p.text() {
		case "averaged", "averages", "average", "mean":
			mean = true
			if _, all := p.at(p.i-3, "exactly the overall average"); all {
				mean = false // that of everything, which each of them has
			} else if _, all := p.at(p.i-3, "precisely the overall average"); all {
				mean = false
			}
		case "each", "all", "both":
			each = true
		}
		if n, _ := p.r.Words().OrdinalWord(p.text()); n > 0 {
			place = n
		}
		p.i++
	}
	if p.trait(c) {
		if t := &c.traits[0]; t.Relation == Equal && t.Figure != nil {
			if mean && !each {
				p.i = from
				return false // the mean of those counted, perhaps, taken together
			}
			t.Place = place
		}
		return true
	}
	p.i = from
	return false
}

func (p *parser) trait(c *counted) bool {
	score := func(v int) bool {
		c.traits = []Trait{{Scores: []int{v}}}
		return c.unit != prose.Commitment
	}
	mean := func(rel Relation, f *prose.Figure) bool {
		c.traits = []Trait{{Relation: rel, Figure: f}}
		return c.unit != prose.NoKind
	}
	carried := Trait{}
	if p.last != nil && len(p.last.traits) > 0 {
		carried = p.last.traits[0]
	}
	switch {
	case p.words("made some progress"):
		return score(0) && p.also(c, 0, 1)
	case p.words("made no progress", "did nothing") || len(carried.Scores) > 0 && p.words("made none"):
		return score(-1)
	case p.words("complied fully", "complied in full", "fully complied", "full compliance", "full marks"):
		return score(1)
	case p.words("complied partially", "complied partly", "complied in part", "partially complied", "partial compliance", "work in progress"):
		return score(0)
	case p.words("did not comply at all", "did not comply", "failed to comply", "no compliance", "non-compliance", "noncompliance"):
		return score(-1)
	case c.unit == prose.NoKind && p.words("full", "full ones", "positive", "positive ones"):
		return score(1)
	case c.unit == prose.NoKind && p.words("partial", "partial ones"):
		return score(0)
	case c.unit == prose.NoKind && p.words("negative", "negative ones", "failures"):
		return score(-1)
	case len(carried.Scores) > 0 && p.words("fully", "full"):
		return score(1)
	case len(carried.Scores) > 0 && p.words("partially", "partly", "part"):
		return score(0)
	case len(carried.Scores) > 0 && p.words("not at all"):
		return score(-1)
	case p.words("below zero", "below the line", "negative territory", "negative averages", "negative average", "negative #", "negative ones", "negative", "red", "deficit"):
		return mean(Below, nil)
	case p.words("above zero", "above the line", "positive territory", "positive averages", "positive average", "positive #", "positive ones", "positive", "black"):
		return mean(Above, nil)
	case carried.Relation != NoRelation && carried.Figure == nil && p.words("below it"):
		return mean(Below, nil)
	case carried.Relation != NoRelation && carried.Figure == nil && p.words("above it"):
		return mean(Above, nil)
	case carried.Relation != NoRelation && carried.Figure == nil && p.words("it", "line"):
		return mean(Equal, nil)
	case carried.Figure != nil && (carried.Relation == Above || carried.Relation == AtOrAbove) && p.words("less", "lower"):
		return mean(Below, carried.Figure) // "two more" may be further ones
	case p.words("zero"):
		if !mean(Equal, nil) {
			return score(0)
		}
		if p.tokens[max(0, p.i-2)].text != "exactly" && c.unit == prose.Member {
			c.traits = append(c.traits, Trait{Scores: []int{0}})
		}
		return true
	}
	if p.words("$") {
		return score(p.tokens[p.i-1].n)
	}
	if p.text() == "#" && p.tokens[p.i].n == 0 && p.sentence[p.tokens[p.i].from] == '0' {
		p.i++
		if !score(0) {
			return false
		}
		if c.unit == prose.Member {
			c.traits = append(c.traits, Trait{Relation: Equal})
		}
		return true
	}
	rel := Equal
	switch {
	case p.words("or above", "least", "at least", "no less than"):
		rel = AtOrAbove
	case p.words("or below", "at most"):
		rel = AtOrBelow
	case p.words("above", "over", "more than"):
		rel = Above
	case p.words("below", "under", "less than"):
		rel = Below
	}
	if !p.words("~") {
		return false
	}
	f := p.figures[p.tokens[p.i-1].n]
	if rel == Equal {
		switch {
		case p.words("or more", "or better", "or higher", "or above"):
			rel = AtOrAbove
		case p.words("or less", "or lower", "or worse", "or below"):
			rel = AtOrBelow
		}
	}
	return mean(rel, &f)
}

// times passes over how often.
func (p *parser) times() *Quantity {
	from := p.i
	form, more := Exactly, 0
	switch {
	case p.words("never"):
		return &Quantity{}
	case p.words("at least"):
		form = AtLeast
	case p.words("at most", "no more than", "not more than"):
		form = AtMost
	case p.words("more than"):
		form, more = AtLeast, 1
	case p.words("only", "just", "exactly"):
	}
	switch {
	case p.words("once"):
		return &Quantity{Form: form, N: 1 + more}
	case p.words("twice"):
		return &Quantity{Form: form, N: 2 + more}
	}
	if n, ok := p.number(); ok && p.words("times") {
		return &Quantity{Form: form, N: n + more}
	}
	p.i = from
	return nil
}

// preposition passes over the word before the commitment that scores are for.
func (p *parser) preposition() bool {
	return p.words("with regard to", "with respect to", "in respect of", "when it came to", "on", "for", "with", "in", "regarding", "concerning")
}

// inScope passes over the commitment that scores are for.
func (p *parser) inScope(s *scope) bool {
	from := p.i
	if !p.preposition() {
		return true
	}
	if t, ok := p.topic(); ok {
		*s = t
		return true
	}
	p.i = from
	return false
}

func nextEnds(text string) bool {
	switch text {
	case "", ".", ",", ";", ":", "(", ")", "\u2013", "\u2014", "and", "but", "while", "whereas", "so", "which", "because", "although", "though":
		return true
	}
	return false
}

// sameSubject reports whether words behind a conjunction say more of those that are counted:
// "two scored +1 on trade and 0 on ports", which fewer may do than either.
func (p *parser) sameSubject(i int) bool {
	if i >= len(p.tokens) {
		return false
	}
	switch t := p.tokens[i]; t.text {
	case "$", "~":
		return true
	case "#":
		return t.n == 0
	case "a", "an":
		if i+1 < len(p.tokens) {
			_, part := fractions()[p.tokens[i+1].text]
			return !part
		}
		return true
	default:
		return finite.Has(t.text) || t.text == "failed" || t.text == "averaging" || t.text == "scoring"
	}
}

// ends reports whether a statement ends here.
func (p *parser) ends() bool {
	if !nextEnds(p.text()) {
		return false
	}
	next := ""
	if p.i+1 < len(p.tokens) {
		next = p.tokens[p.i+1].text
	}
	if _, none := p.at(p.i+1, "not at all"); next == "not" && !none {
		return false // "but not on trade" limits it
	}
	if p.text() == "but" && (next == "#" || next == "@") && (p.i+2 >= len(p.tokens) || strings.Contains(",.;:(", p.tokens[p.i+2].text)) {
		return false // "all members but one", "all but Norland"
	}
	at := p.i
	if p.text() == "," && (next == "and" || next == "but" || next == "while" || next == "though") {
		at++
	}
	if conjunctions.Has(p.tokens[min(at, len(p.tokens)-1)].text) && p.sameSubject(at+1) {
		return false
	}
	switch p.text() {
	case ",":
		if next == "with" || next == "at" {
			_, figure := p.at(p.i+2, "~") // its own figure limits nothing
			return figure
		}
		return !limits.Has(next)
	case "and":
		if next == "@" || next == "#" || quantityWords.Has(next) {
			return true
		}
		if (next == "for" || next == "by") && p.i+2 < len(p.tokens) {
			if many := p.tokens[p.i+2].text; many == "#" || quantityWords.Has(many) {
				return true
			}
		}
		stretch := p.sentence[p.tokens[p.i].to:]
		if cut := strings.IndexAny(stretch, ",;:("); cut >= 0 {
			stretch = stretch[:cut]
		}
		return !p.r.Catalogue.Touches(stretch)
	}
	return true
}
