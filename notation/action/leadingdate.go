package action

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// leadReach is how many code points of a paragraph are looked at for its
// date.
const leadReach = 400

// LeadingDate gives the date by which the layout knows a paragraph of evidence:
// the one that it begins with ('On 3 July 2024, …', 'In late 2008 …'),
// otherwise the date of its first sentence that most likely is the date of what
// the sentence says ('In a statement issued on 5 May 2010, …'). It knows no
// period; ActionDate weighs that too. A date that may belong to something else
// (a treaty, a deadline, an earlier meeting) is none: no date is better than a
// wrong one.
func LeadingDate(v *vocabulary.Vocabulary, text string, hint date.YearHint) (date.Mention, bool) {
	text = script.FirstRunes(text, leadReach)
	d := read(v, text)
	defer d.Done()
	if s, ok := d.opening(); ok {
		s.Complete(hint)
		return d.Mention(s), true
	}
	if !strings.ContainsAny(text, "0123456789") {
		return date.Mention{}, false
	}
	end := utf8.RuneCountInString(text)
	if spans := script.Sentences(v, text); len(spans) > 0 {
		end = spans[0].End
	}
	var best date.Mention
	most := 0
	for _, s := range d.All() {
		if d.At(s.To-1).End > end {
			break
		}
		if w := d.weight(s); w >= leastWeight && w > most {
			best, most = d.Mention(s), w
		}
	}
	return best, most > 0
}

// openingDate gives the date that a paragraph begins with ('On 3 July 2024, …',
// 'In late 2008 …').
func openingDate(v *vocabulary.Vocabulary, text string, hint date.YearHint) (date.Mention, bool) {
	d := read(v, script.FirstRunes(text, leadReach))
	defer d.Done()
	s, ok := d.opening()
	if !ok {
		return date.Mention{}, false
	}
	s.Complete(hint)
	return d.Mention(s), true
}

// opening reads the date that a paragraph begins with, behind introducing
// words only ('On', 'In late', 'As of Monday,').
func (d *reader) opening() (date.Span, bool) {
	introduced := 0
	between := false
	for i := 0; introduced <= 8 && d.More(i); i++ {
		if s, ok := d.SpanFrom(i, between); ok {
			return s, d.opens(s, introduced)
		}
		if s, ok := d.Years(i); ok && introduced > 0 && d.Word(i-1) != "the" {
			return s, !d.openEnded(i - 1)
		}
		switch w := d.Word(i); {
		case w != "" && (d.v.Has(vocabulary.DateIntroducers, w) || d.v.Has(vocabulary.Weekdays, w)):
			introduced++
			between = between || w == "between"
		case d.Mark(i, ".") && d.v.Has(vocabulary.Weekdays, d.Word(i-1)): // 'On Tues., Sept. 3'
		case d.Mark(i, ",") || d.At(i).IsDash() || d.Mark(i, "“") || d.Mark(i, "\"") || d.Mark(i, "•"):
		case d.At(i).Ordinal: // 'in the 2nd half of 2009'
		default:
			return date.Span{}, false
		}
	}
	return date.Span{}, false
}

// opens says whether a date that stands first is the date of the paragraph. A
// month alone needs an introducing word ('In July, …'; 'May I add …').
func (d *reader) opens(s date.Span, introduced int) bool {
	if w := d.Word(s.From - 1); w == "by" || w == "until" || w == "till" || w == "to" {
		if d.willBe(s.To) {
			return false
		}
	}
	if len(s.A.Days) > 0 {
		return true
	}
	return introduced > 0 && d.Word(s.From-1) != "the"
}

// openEnded says that the word at token i makes a year the end or the beginning
// of a time that no action fills: 'by 2030', 'since 2005'.
func (d *reader) openEnded(i int) bool {
	w := d.Word(i)
	return w == "by" || w == "since" || w == "until" || w == "till"
}

// willBe says that the clause behind a date, from token i, speaks of what is to
// come: 'By 3 May 2010, nets will be free.'
func (d *reader) willBe(i int) bool {
	for k := i; k < i+nearNounTokens && d.More(k) && !d.Mark(k, "."); k++ {
		w := d.Word(k)
		if d.v.Has(vocabulary.RelativeWords, w) {
			return false
		}
		if d.v.Has(vocabulary.OtherDateClause, w) && !d.v.Has(vocabulary.ActionObjects, d.Word(k-1)) {
			return true
		}
	}
	return false
}

// The weights of dates inside a sentence, by what ties them to its verb. A date
// that weighs less than leastWeight is none.
const (
	leastWeight    = 2
	bracketWeight  = 2 // '(3 July 2009)'
	boundWeight    = 3 // 'from', 'since', 'by', 'a decree of'
	locatedWeight  = 4 // 'on', 'in'
	openingBonus   = 1 // in the phrase that opens the sentence, before its comma
	reportedMalus  = 1 // inside what is reported: 'said that … on 3 July 2009'
	nearNounTokens = 12
)

// tellsWhen says that a date inside a sentence is tied to what the sentence
// says.
func (d *reader) tellsWhen(s date.Span) bool { return d.weight(s) >= leastWeight }

// weight says how likely a date inside a sentence is the date of what the
// sentence says; 0 where it belongs to something else.
func (d *reader) weight(s date.Span) int {
	if s.A.Year == 0 {
		return 0
	}
	c := d.clauseBefore(s.From)
	w := d.tie(s, c)
	if w == 0 || c.quoted || c.relative || c.future {
		return 0
	}
	if c.bracket && w != bracketWeight {
		return 0
	}
	if c.reported {
		w -= reportedMalus
	}
	if c.commas == 0 && d.Mark(s.To, ",") {
		w += openingBonus
	}
	return w
}

// clauseState is where in a sentence a place stands.
type clauseState struct {
	quoted, bracket bool
	relative        bool // in a clause about a noun
	reported        bool // in what somebody says
	future          bool // the clause speaks of what was not yet or was before
	perfect         bool // 'has', 'have' or 'had' stands in the clause
	commas          int
}

// clauseBefore walks the sentence up to token end. Words in quotation marks and
// brackets are no part of its clauses.
func (d *reader) clauseBefore(end int) (c clauseState) {
	depth := 0
	for k := 0; k < end; k++ {
		switch {
		case d.Mark(k, "“"), d.Mark(k, "«"), d.Mark(k, "\"") && !c.quoted:
			c.quoted = true
			continue
		case d.Mark(k, "”"), d.Mark(k, "»"), d.Mark(k, "\""):
			c.quoted = false
			continue
		case d.Mark(k, "("), d.Mark(k, "["):
			depth++
		case d.Mark(k, ")"), d.Mark(k, "]"):
			depth = max(0, depth-1)
		}
		c.bracket = depth > 0
		if c.quoted || c.bracket {
			continue
		}
		if d.Mark(k, ",") {
			if d.At(k + 1).IsYear() {
				continue // 'March 6, 2005'
			}
			c.commas++
			if !d.v.Has(vocabulary.ListWords, d.Word(k+1)) {
				c.relative = false
			}
			continue
		}
		d.clauseWord(k, &c)
	}
	return c
}

// clauseWord takes the word at token k into c.
func (d *reader) clauseWord(k int, c *clauseState) {
	w := d.Word(k)
	if w == "" {
		return
	}
	switch {
	case w == "that" && d.reports(k):
		c.reported, c.relative, c.future = true, false, false
	case k > 0 && d.v.Has(vocabulary.RelativeWords, w):
		c.relative = true
	case c.relative:
	case w == "has" || w == "have" || w == "had":
		c.perfect = true
	case d.v.Has(vocabulary.OtherDateClause, w):
		// 'The first boats': an article makes it a noun's.
		c.future = c.future || !d.v.Has(vocabulary.ActionObjects, d.Word(k-1))
	case d.v.Has(vocabulary.OtherDateClause, w+" "+d.Word(k+1)+" "+d.Word(k+2)):
		c.future = true
	}
}

// reports says that 'that' at token k opens what is reported: behind a verb of
// saying, or behind the date that follows one.
func (d *reader) reports(k int) bool {
	if d.v.Has(vocabulary.ReportWords, d.Word(k-1)) || d.At(k-1).IsYear() {
		return true
	}
	return d.Mark(k-1, ",") && d.At(k-2).IsYear()
}

// tie is the weight of what stands right before a date. All words are data but
// the prepositions, each of which has a rule of its own.
func (d *reader) tie(s date.Span, c clauseState) int {
	i := d.weekdayBefore(s.From)
	days := len(s.A.Days) > 0
	switch prep := d.Word(i - 1); {
	case prep == "on" && days, prep == "in" && !days:
		if d.happens(i-2, s) {
			return locatedWeight
		}
	case prep == "of" && days:
		if d.partOfDay(i - 2) {
			return locatedWeight
		}
		if d.actOf(i - 2) {
			return boundWeight
		}
	case prep == "since":
		if c.perfect || d.Word(i-3) == "in" {
			return boundWeight // 'has paid since', 'in force since'
		}
	case prep == "from" && days:
		if before := d.Word(i - 2); before != "" && !d.v.Has(vocabulary.ActNouns, before) && !d.v.Has(vocabulary.OtherDateBefore, before) {
			return boundWeight
		}
	case prep == "by" && days:
		if d.had(s.To) {
			return boundWeight
		}
	case d.Mark(i-1, "(") && d.Mark(s.To, ")"):
		before := d.At(i - 2)
		first, _ := script.RuneAt(before.Text, 0)
		if unicode.IsLower(first) {
			return bracketWeight // a name with a capital has the date for itself
		}
	case d.Mark(i-1, ",") && days:
		// 'on Budget night, 29 March 2022'
		for k := i - 2; k >= max(0, i-5); k-- {
			if d.Word(k) == "on" && d.happens(k-1, s) {
				return locatedWeight
			}
		}
	}
	return 0
}

// partOfDay says that token i is a part of a day or week with a preposition
// before it: 'on the evening of 3 July 2009'.
func (d *reader) partOfDay(i int) bool {
	if d.Word(i) == "" || !d.v.Has(vocabulary.DateIntroducers, d.Word(i)) || d.Word(i-1) != "the" {
		return false
	}
	prep := d.Word(i - 2)
	return prep == "on" || prep == "in" || prep == "during"
}

// had says that something was done by a date: 'had' or 'has' follows soon.
func (d *reader) had(i int) bool {
	for k := i; k < i+nearNounTokens && d.More(k); k++ {
		if w := d.Word(k); w == "had" || w == "has" || w == "have" {
			return true
		}
	}
	return false
}

// actOf says that the noun that ends at token i ('of 3 July 2009' follows) is
// what the sentence does or by which it is done: its subject, or behind a
// preposition that says how. Behind a verb it is what somebody else did.
func (d *reader) actOf(i int) bool {
	noun := d.nounAt(i)
	act := d.v.Has(vocabulary.ActNouns, d.Word(noun))
	for k := noun; k >= max(0, noun-nearNounTokens); k-- {
		w := d.Word(k)
		if d.Mark(k, ",") {
			return false
		}
		if k == 0 {
			switch w {
			case "at":
				return true
			case "in", "by", "with", "during", "through":
				return act && !d.v.Has(vocabulary.OtherDateOpenings, d.Word(1))
			}
			return act
		}
		if !d.v.Has(vocabulary.ActionObjects, w) {
			continue
		}
		if prep := d.Word(k - 1); act && w != "the" && k > 1 && (prep == "in" || prep == "at" || prep == "during") {
			return true // 'declared in her budget speech of'
		}
		if !d.opensWithPreposition() {
			return false
		}
	}
	return false
}

// opensWithPreposition says that a phrase stands before the sentence's subject.
func (d *reader) opensWithPreposition() bool {
	switch d.Word(0) {
	case "in", "at", "by", "with", "during", "through":
		return true
	}
	return false
}

// nounAt is the noun at or before token i, behind which a number may stand:
// 'Resolution No. 1147', 'communication COM(2011) 4417'.
func (d *reader) nounAt(i int) int {
	for k := i; k >= max(0, i-nearNounTokens); k-- {
		t := d.At(k)
		if t.Kind == date.WordToken && !strings.EqualFold(t.Text, "no") && strings.ToUpper(t.Text) != t.Text {
			return k
		}
		if t.Kind == date.MarkToken && t.Text == "," {
			break
		}
	}
	return max(0, i)
}

// happens decides on a date behind 'on' or 'in': nothing before it, from token
// before on, may tie it to something else than the sentence's own action.
func (d *reader) happens(before int, s date.Span) bool {
	last := d.Word(before)
	if d.v.Has(vocabulary.OtherDateBefore, last) || d.v.Has(vocabulary.OtherDateClause, last) {
		return false
	}
	if !d.v.Has(vocabulary.Participles, last) {
		return true
	}
	if d.v.Has(vocabulary.Auxiliaries, d.Word(before-1)) || d.v.Has(vocabulary.Auxiliaries, d.Word(before-2)) {
		return true
	}
	if d.Mark(s.To, ",") && d.opensWithAct(before) || d.goesOn(last, s.To) {
		return true
	}
	// 'welcomed the treaty signed on …': a verb stands before the participle.
	for k := 0; k < before; k++ {
		w := d.Word(k)
		if d.v.Has(vocabulary.Participles, w) || strings.HasSuffix(w, "ed") && len(w) > 4 && unicode.IsLower([]rune(d.At(k).Text)[0]) {
			return false
		}
	}
	if d.v.Has(vocabulary.ActionObjects, d.Word(s.To)) {
		return true
	}
	// 'AskOnce, a service …, opened on': what stands between commas is no object.
	if d.Mark(before-1, ",") {
		return true
	}
	// 'follows the rule adopted on …': an article behind the first word opens
	// an object, to which the participle belongs.
	for k := 1; k < before; k++ {
		if d.v.Has(vocabulary.ActionObjects, d.Word(k)) {
			return false
		}
	}
	return d.words(0, before) <= 4
}

// opensWithAct says that the sentence opens with an act to which the participle
// at token end belongs: 'In a statement issued on …', 'In the budget tabled
// on …'.
func (d *reader) opensWithAct(end int) bool {
	if !d.opensWithPreposition() || d.v.Has(vocabulary.OtherDateOpenings, d.Word(1)) {
		return false
	}
	for k := 1; k < end; k++ {
		if d.v.Has(vocabulary.ActNouns, d.Word(k)) {
			return true
		}
	}
	return false
}

// goesOn says that behind a date, which ends before token i, follows what the
// verb before it says: 'announced on 3 May 2010, that', 'agreed on 3 May 2010,
// under the eyes of the king, to'.
func (d *reader) goesOn(verb string, i int) bool {
	if !d.v.Has(vocabulary.ReportWords, verb) || !d.Mark(i, ",") {
		return false
	}
	for k := i; k < i+nearNounTokens && d.More(k); k++ {
		if w := d.Word(k + 1); d.Mark(k, ",") && (w == "that" || w == "to") {
			return true
		}
	}
	return false
}

// weekdayBefore is the token of a weekday right before i, or i.
func (d *reader) weekdayBefore(i int) int {
	k := i - 1
	if d.Mark(k, ",") {
		k--
	}
	if w := d.Word(k); w != "" && d.v.Has(vocabulary.Weekdays, w) {
		return k
	}
	return i
}

// words counts the words among tokens from to to.
func (d *reader) words(from, to int) int {
	n := 0
	for i := from; i < to && d.More(i); i++ {
		if d.At(i).Kind == date.WordToken {
			n++
		}
	}
	return n
}
