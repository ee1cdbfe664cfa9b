package rubric

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/audit/rubric/part"
	"recount.invalid/recount/audit/rubric/token"
	"recount.invalid/recount/audit/stem"
	"recount.invalid/recount/internal/lazyregexp"
)

// Many levels count neither actions nor parts: "contributes more than USD100
// million", "has filled at least one post, but fewer than twelve", "approves a plan
// by 31 December". Such a text is read where its levels say the same but for the
// quantity: what they have in common is their frame, and nothing in it can be a
// condition of one level alone.

// frame is what the levels of a text have in common, and the scale of what they
// set apart.
type frame struct {
	scale      scale
	stems      []string
	joined     []string      // the "and" and "or" of the levels that affirm something
	affirmed   bool          // such a level was read
	nouns      []string      // those that stand behind a number
	names      []string      // those of the stems that are written with a capital
	ofAll      bool          // shares are taken, and "all" is one of them
	event      event         // what dates are set against
	told       bool          // what is read is no level but a conclusion: a number is exact
	phrases    []framePhrase // of the highest level
	introduced bool          // what is read names an instrument of its own
}

// phrase is a way to write a limit.
type phrase struct {
	re *lazyregexp.Regexp
	to string
}

// phrases are the ways to write a limit, in those that quantities know. # is a
// number.
var phrases = sync.OnceValue(func() []phrase {
	return []phrase{
		{lazyregexp.New(`\bon or before (\d+)`), "at most $1"},
		{lazyregexp.New(`\bat no time\b`), "never"},
		{lazyregexp.New(`\bup to and including (\d+)`), "up to $1"},
		{lazyregexp.New(`,? \(?both (?:days|dates|years|ends|limits|figures|values|numbers|bounds|percentages|shares|amounts|sums|extremes) (?:are )?(?:included|inclusive|counted)\)?`), ""},
		{lazyregexp.New(`\b(?:from )?(\d+) up to,? but (?:not including|excluding),? (\d+)`), "at least $1 but fewer than $2"},
		{lazyregexp.New(`\bup to,? but (?:not including|excluding),? (\d+)`), "fewer than $1"},
		{lazyregexp.New(`\bbut not (\d+)(?: of (?:it|them|this|these|that|those))?($|[.,;])`), "but fewer than $1$2"},
		{lazyregexp.New(`\b(?:from )?(\d+) (?:up )?to (\d+) inclusive\b`), "from $1 to $2"},
		{lazyregexp.New(`\bfrom (\d+) up to (\d+)`), "from $1 to $2"},
		{lazyregexp.New(`\b(\d+) or (?:higher|greater|above|over|later|higher)\b`), "$1 or more"},
		{lazyregexp.New(`\b(\d+) or (?:lower|below|under|earlier|smaller)\b`), "$1 or fewer"},
		{lazyregexp.New(`\b(\d+) ([\p{L}]+(?: [\p{L}]+){0,3}) or (more|fewer|less)\b`), "$1 or $3 $2"},
		{lazyregexp.New(`\b(\d+) ([\p{L}]+ )?at (?:the )?least($|[.,;])`), "at least $1 $2$3"},
		{lazyregexp.New(`\b(\d+) ([\p{L}]+ )?at (?:the )?most($|[.,;])`), "at most $1 $2$3"},
		{lazyregexp.New(`\b(?:does|do|did|has|have) not exceed(?:ed)? (\d+)`), "no more than $1"},
		{lazyregexp.New(`\b(?:exceeds?|exceeded|exceeding|higher than|greater than|larger than|above|in excess of|beyond|after|later than) (\d+)`), "more than $1"},
		{lazyregexp.New(`\b(?:not|no) (?:later|more) than (\d+)`), "at most $1"},
		{lazyregexp.New(`\b(?:below|under|short of|lower than|smaller than|before|earlier than|prior to) (\d+)`), "fewer than $1"},
		{lazyregexp.New(`\b(?:no|not) (?:fewer|less) than (\d+)`), "at least $1"},
		{lazyregexp.New(`\bequal to or (?:more|greater) than (\d+)|\b(?:more|greater) than or equal to (\d+)`), "at least $1$2"},
		{lazyregexp.New(`\bequal to or (?:fewer|less) than (\d+)|\b(?:fewer|less) than or equal to (\d+)`), "at most $1$2"},
		{lazyregexp.New(`\b(?:equal to|the same as|as (?:high|large|much|many|low) as) (\d+)`), "exactly $1"},
		{lazyregexp.New(`\bnot all, of\b`), "not all of"},
	}
})

var (
	// reNotLater must come before what reads "later than" alone.
	reNotLater = lazyregexp.New(`\b(?:not|no) later than (\d+)`)
	reByDay    = lazyregexp.New(`\b(?:by|until|within|during) (\d+)`)
	// reLevelName is a level's name before its condition.
	reLevelName = lazyregexp.New(`(?i)^\s*(?:full|partial|non|no|lack\s+of|failure\s+(?:of|to))?[- ]*(?:compliance|comply|work\s+in\s+progress)\s*:\s*`)
	// reWhole finds the number that is the whole: "of the four", "all three".
	reWhole = lazyregexp.New(`(?i)\b(?:(?:minimum|maximum|total)\s+)?(?:of|all|out\s+of)\s+(?:of\s+)?(?:the\s+|these\s+|those\s+|its\s+)?$`)
	// reCompared finds a value with what compares it.
	reCompared = lazyregexp.New(`\b(?:(?:more|fewer|less) than|at (?:least|most)|exactly) \d`)
	// reFromTo finds the "from" of a range of shares, which says nothing in a level.
	reFromTo  = lazyregexp.New(`(?i)\bfrom\s+(\d[\d,.]*\s+to\s+\d[\d,.]*\s?(?:%|per\s?cent\b))`)
	reNoWhole = lazyregexp.New(`(?i)^(?:minimum|maximum|total)\b`)
)

// level is one level's text on the way through the frame.
type level struct {
	score  int
	text   string
	values []printed
}

// framed reads levels that differ in one quantity. beside are other texts whose
// values belong on the scale too; size is the number of parts, 0 where unknown; known is an event
// of which another text says the day, the zero event where none does.
func framed(scores []int, texts map[int][]string, beside []string, size int, known event) (Reading, bool) {
	var levels []level
	f := &frame{}
	for _, s := range scores {
		if len(texts[s]) != 1 {
			return Reading{}, false
		}
		text := strings.Join(strings.Fields(texts[s][0]), " ")
		text = strings.TrimSuffix(reLevelName.ReplaceAllString(text, ""), ".")
		text = reFromTo.ReplaceAllString(text, "$1")
		toks := token.Borrow(text)
		one := len(token.Sentences(text, *toks)) == 1
		f.names = append(f.names, capitals(text, *toks)...)
		token.GiveBack(toks)
		if !one {
			return Reading{}, false // another sentence may be another condition
		}
		levels = append(levels, level{s, text, values(text)})
	}
	if len(levels) < 3 {
		return Reading{}, false
	}
	f.ofAll = slices.ContainsFunc(levels, func(l level) bool { return len(f.of(share, l.values)) > 0 })
	if e, ok := eventOf(levels); ok {
		f.event = e
	} else if known.behind(levels) {
		f.event = known
	}
	for i := range levels {
		levels[i].values = f.all(levels[i].text, levels[i].values)
	}
	if !f.measure(levels, beside, size) {
		return Reading{}, false
	}
	for _, l := range levels {
		for _, v := range l.values {
			if v.measure == plain {
				f.nouns = append(f.nouns, nounsOf(l.text[v.end:])...)
			}
		}
	}
	r := Reading{Unit: condition.Cases, Size: int(f.scale.size / micro), frame: f, Points: f.scale.points()}
	for i, l := range levels {
		quantities, stems, ok := f.read(l.text, l.values, i == len(levels)-1)
		if !ok || len(quantities) == 0 {
			return Reading{}, false
		}
		if i == 0 {
			f.stems = stems
		} else if (!sameWords(stems, f.stems) || !sameWords(f.stems, stems)) && !(i == len(levels)-1 && f.deniesAll(quantities, stems)) {
			return Reading{}, false
		}
		c := condition.Condition{Score: l.score}
		for _, q := range quantities {
			c.Clauses = append(c.Clauses, condition.Clause{Atoms: []condition.Atom{{Unit: condition.Cases, Count: q}}, Words: l.text})
		}
		r.Levels = append(r.Levels, c)
		r.Understood = append(r.Understood, l.text)
	}
	f.phrases = f.phrasesOf(levels[0].text, levels[0].values)
	r.aboveNone()
	r.lessIsMore()
	return r, len(f.stems) > 0
}

// deniesAll reports whether the lowest level is that there is nothing of what the others
// speak of, whose complement it may leave out: "makes no contribution".
func (f *frame) deniesAll(quantities []condition.Quantity, stems []string) bool {
	if len(quantities) != 1 || quantities[0].Possible.Hi != 0 || f.scale.measure != money && f.scale.measure != share {
		return false
	}
	said := slices.DeleteFunc(slices.Clone(stems), func(s string) bool { return slices.Contains(idle, s) || slices.Contains(f.names, s) })
	return len(said) > 0 && sameWords(said, f.stems)
}

// lessIsMore takes nothing at all into "5 per cent or less" where that is the highest
// level.
func (r *Reading) lessIsMore() {
	if r.Levels[0].Truth(condition.State{}) == condition.Out || r.Levels[len(r.Levels)-1].Truth(condition.State{}) != condition.Out {
		return
	}
	for k := range r.Levels[0].Clauses {
		q := &r.Levels[0].Clauses[k].Atoms[0].Count
		if q.UpTo && q.Possible.Lo == 0 {
			q.UpTo, q.Sure.Lo = false, 0
		}
	}
}

// aboveNone takes none out of what "less than five" may mean on a level above one
// that is for none.
func (r *Reading) aboveNone() {
	if lowest := r.Levels[len(r.Levels)-1]; lowest.Truth(condition.State{}) != condition.In {
		return
	}
	for i := range r.Levels[:len(r.Levels)-1] {
		for k := range r.Levels[i].Clauses {
			q := &r.Levels[i].Clauses[k].Atoms[0].Count
			if q.UpTo {
				q.UpTo, q.Possible.Lo = false, max(q.Possible.Lo, 1)
			}
		}
	}
}

// measure finds the one kind of value in which the levels differ, and its scale.
func (f *frame) measure(levels []level, beside []string, size int) bool {
	kinds := 0
	for m := plain; m <= earlier; m++ {
		differs := false
		for _, l := range levels[1:] {
			differs = differs || !slices.Equal(f.of(m, l.values), f.of(m, levels[0].values))
		}
		if differs {
			f.scale.measure = m
			kinds++
		}
	}
	if kinds > 1 {
		return false
	}
	if kinds == 0 && len(f.of(earlier, levels[0].values)) == 1 {
		f.scale.measure = earlier // the levels differ in how they compare
	}
	s := &f.scale
	s.size = int64(size) * micro
	names := map[int64]string{}
	take := func(text string, list []printed, own bool) bool {
		for i, v := range list {
			if v.measure != s.measure || v.value <= 0 {
				if own && v.measure == s.measure {
					return false
				}
				continue
			}
			if whole(text, list, i) {
				if own && s.size != 0 && s.size != v.value {
					return false
				}
				if own {
					s.size = v.value
				}
				continue
			}
			if v.unit != s.unit && len(names) > 0 {
				if own {
					return false
				}
				continue
			}
			s.unit = v.unit
			if names[v.value] == "" {
				names[v.value] = v.text
			}
		}
		return true
	}
	for _, l := range levels {
		if !take(l.text, l.values, true) {
			return false
		}
	}
	if len(names) == 0 && s.size == 0 || len(names) == 0 && s.measure != plain {
		return false
	}
	for _, text := range beside {
		take(text, f.all(text, values(text)), false)
	}
	for v := range names {
		s.values = append(s.values, v)
	}
	slices.Sort(s.values)
	s.event = f.event.value
	for _, v := range s.values {
		s.names = append(s.names, names[v])
		if s.size > 0 && s.measure == plain && v > s.size {
			return false
		}
	}
	return len(s.values) <= part.MaxComponents
}

// all are the values of a text with "all" or an event among them, where those are some.
func (f *frame) all(text string, list []printed) []printed {
	list = f.event.withEvent(text, list)
	if !f.ofAll {
		return list
	}
	return withAll(text, list)
}

// of are the values of one kind, wholes left out.
func (f *frame) of(m measure, list []printed) []int64 {
	var out []int64
	for _, v := range list {
		if v.measure == m {
			out = append(out, v.value)
		}
	}
	return out
}

// whole reports whether the value at list[i] is the number that is counted of.
func whole(text string, list []printed, i int) bool {
	if list[i].measure != plain {
		return false
	}
	m := reWhole.FindStringSubmatch(text[:list[i].start])
	return m != nil && !reNoWhole.MatchString(m[0])
}

// rewrite writes a text with points in place of its values.
func (f *frame) rewrite(text string, list []printed) string {
	var b strings.Builder
	from := 0
	for i, v := range list {
		b.WriteString(text[from:v.start])
		from = v.end
		switch {
		case v.measure != f.scale.measure || v.value <= 0 || whole(text, list, i) || v.unit != f.scale.unit:
		default:
			b.WriteString(strconv.Itoa(f.scale.point(v.value)))
		}
	}
	b.WriteString(text[from:])
	s := strings.Join(strings.Fields(strings.ToLower(b.String())), " ")
	s = reNotLater.ReplaceAllString(s, "at most $1")
	for _, p := range phrases() {
		s = p.re.ReplaceAllString(s, p.to)
	}
	if f.scale.measure == date {
		s = reByDay.ReplaceAllString(s, "at most $1")
	}
	return s
}

// read gives the quantities that a text asks for, any of them, and what else it
// says. ok is false where something in it has no place.
func (f *frame) read(text string, list []printed, lowest bool) (out []condition.Quantity, stems []string, ok bool) {
	rewritten := f.rewrite(text, list)
	if f.scale.measure == earlier && !reCompared.MatchString(rewritten) {
		return nil, nil, false
	}
	p := token.Borrow(rewritten)
	defer token.GiveBack(p)
	toks := *p
	c := condition.Context{Size: int(f.scale.size / micro), Lowest: lowest, Exact: f.told}
	var q condition.Quantity
	has, negative, zero := false, false, false
	var joined []string
	end := func() bool {
		if !has && !negative && !zero && len(f.scale.values) == 0 {
			return false // no quantity on a scale of parts
		}
		made, good := f.piece(q, has, negative, zero)
		out = append(out, made...)
		q, has, negative, zero = condition.Quantity{}, false, false, false
		return good
	}
	for i := 0; i < len(toks); i++ {
		t := &toks[i]
		switch {
		case (t.Word == "or" || t.Word == ";") && (has || negative || zero) && opensPiece(toks[i+1:]):
			if !end() {
				return nil, nil, false
			}
			continue
		case t.Word == "a" || t.Word == "an" || t.Word == "the":
			if token.Word(toks, i+1) != "single" && token.Word(toks, i+1) != "minimum" && token.Word(toks, i+1) != "maximum" {
				continue
			}
		case t.Word == "nothing", t.Word == "no" && !compares(toks, i+1):
			zero = true
			continue
		case t.Word == "some" && token.Word(toks, i+1) != "but":
			continue
		case t.Is(token.Hedges) || t.Is(token.Contradictions) || t.Is(token.Strongs|token.Weaks|token.Middling):
			return nil, nil, false
		}
		found, next, isQuantity, understood := c.Quantity(toks, i)
		if isQuantity && f.counted(toks[i:next]) {
			if !understood || c.Size%2 == 1 && follows(toks[i:next], "half") {
				return nil, nil, false
			}
			if token.Word(toks, next) == "only" || token.Word(toks, i-1) == "only" {
				found.Possible = found.Sure
				found.Bare = false
			}
			if has {
				found = condition.Quantity{Sure: q.Sure.And(found.Sure), Possible: q.Possible.And(found.Possible)}
				if found.Sure.Lo > found.Sure.Hi {
					return nil, nil, false
				}
			}
			q, has = found, true
			i = next - 1
			continue
		}
		switch {
		case t.IsNumber() || t.Is(token.Vague):
			return nil, nil, false
		case (t.Word == "and" || t.Word == "or") && !negative && !zero && joins(toks, i):
			joined = append(joined, t.Word) // two things, and both or either of them
		case t.Is(token.Negations) && has:
			return nil, nil, false // what it denies is not the quantity
		case t.Is(token.Negations):
			negative = true
		case f.scale.measure == money && slices.Contains(moneyWords, t.Word): // what the sum is one of
		case t.Stem != "" && !t.Is(token.Neutral) && !slices.Contains(stems, t.Stem):
			stems = append(stems, t.Stem)
		}
	}
	if affirms := !negative && !zero || len(joined) > 0; affirms && f.affirmed && !slices.Equal(f.joined, joined) {
		return nil, nil, false // one level asks for both, another for either
	} else if affirms {
		f.joined, f.affirmed = joined, true
	}
	if !end() {
		return nil, nil, false
	}
	return out, stems, true
}

// moneyWords are what a sum of money is called, which its sign says already.
var moneyWords = strings.Fields(`money payment payments sum sums amount amounts dollars euros`)

// counted reports whether words are a quantity on the scale: one with a number,
// or where parts are counted one of the whole.
func (f *frame) counted(toks []token.Token) bool {
	for i := range toks {
		if toks[i].IsNumber() {
			return true
		}
	}
	if f.scale.measure != plain {
		return false
	}
	for i := range toks {
		switch toks[i].Word {
		case "neither", "none", "single":
			return true
		case "all", "both", "half", "majority", "most":
			return f.scale.size > 0
		}
	}
	return false
}

// opensPiece reports whether words up to the next "or" hold a quantity or a denial.
func opensPiece(toks []token.Token) bool {
	for i := range toks {
		switch {
		case toks[i].Word == "or" && i > 0:
			return false
		case toks[i].IsNumber() || toks[i].Is(token.Negations) && token.Word(toks, i+1) != "both":
			return true
		}
	}
	return false
}

// joins reports whether the "and" or "or" at toks[i] stands between two things that
// a level speaks of.
func joins(toks []token.Token, i int) bool {
	switch w := token.Word(toks, i+1); w {
	case "its", "it", "their", "they", "has", "have", "is", "are", "no", "not", "at", "more", "fewer", "less":
		return false
	}
	return !token.At(toks, i+1).IsNumber()
}

// compares reports whether "more than" and the like stand at toks[i].
func compares(toks []token.Token, i int) bool {
	switch token.Word(toks, i) {
	case "more", "fewer", "less", "later":
		return token.Word(toks, i+1) == "than"
	}
	return false
}

// piece is what one piece of a level asks for.
func (f *frame) piece(q condition.Quantity, has, negative, zero bool) ([]condition.Quantity, bool) {
	dated := f.scale.measure == date
	switch {
	case !has && (negative || zero):
		return []condition.Quantity{condition.Exactly(0)}, true
	case !has:
		return []condition.Quantity{condition.AtLeast(1)}, true
	case zero && !dated:
		return nil, false
	case (negative || zero) && dated && q.Sure.Lo <= 1 && q.Sure.Hi < condition.Unlimited:
		return []condition.Quantity{condition.AtLeast(q.Sure.Hi + 1), condition.Exactly(0)}, true // not by that day: later or never
	case negative && q.Possible.Hi == 0:
		return nil, false
	case negative:
		n, can := q.Not()
		return []condition.Quantity{n}, can && !dated
	case dated:
		q.Sure.Lo, q.Possible.Lo = max(q.Sure.Lo, 1), max(q.Possible.Lo, 1)
	}
	return []condition.Quantity{q}, true
}

// sameWords reports whether each of the stems is among the others.
func sameWords(stems, among []string) bool {
	for _, s := range stems {
		found := false
		for _, o := range among {
			found = found || s == o || stem.Same(s, o)
		}
		if !found {
			return false
		}
	}
	return true
}
