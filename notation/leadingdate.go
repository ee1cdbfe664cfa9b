package notation

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
func LeadingDate(v *vocabulary.Vocabulary, text string, hint YearHint) (DateMention, bool) {
	text = firstRunes(text, leadReach)
	d := readDates(v, text)
	defer d.done()
	if s, ok := d.opening(); ok {
		s.complete(hint)
		return d.mention(s), true
	}
	if !strings.ContainsAny(text, "0123456789") {
		return DateMention{}, false
	}
	end := utf8.RuneCountInString(text)
	if spans := Sentences(v, text); len(spans) > 0 {
		end = spans[0].End
	}
	var best DateMention
	most := 0
	for _, s := range d.all() {
		if d.at(s.to-1).end > end {
			break
		}
		if w := d.weight(s); w >= leastWeight && w > most {
			best, most = d.mention(s), w
		}
	}
	return best, most > 0
}

// openingDate gives the date that a paragraph begins with ('On 3 July 2024, …',
// 'In late 2008 …').
func openingDate(v *vocabulary.Vocabulary, text string, hint YearHint) (DateMention, bool) {
	d := readDates(v, firstRunes(text, leadReach))
	defer d.done()
	s, ok := d.opening()
	if !ok {
		return DateMention{}, false
	}
	s.complete(hint)
	return d.mention(s), true
}

// firstRunes gives the first n code points of a text, or all.
func firstRunes(text string, n int) string {
	if len(text) <= n {
		return text
	}
	seen := 0
	for i := range text {
		if seen++; seen > n {
			return text[:i]
		}
	}
	return text
}

// opening reads the date that a paragraph begins with, behind introducing
// words only ('On', 'In late', 'As of Monday,').
func (d *dateReader) opening() (dateSpan, bool) {
	introduced := 0
	between := false
	for i := 0; introduced <= 8 && d.more(i); i++ {
		if s, ok := d.spanFrom(i, between); ok {
			return s, d.opens(s, introduced)
		}
		if s, ok := d.years(i); ok && introduced > 0 && d.word(i-1) != "the" {
			return s, !d.openEnded(i - 1)
		}
		switch w := d.word(i); {
		case w != "" && (d.v.Has(vocabulary.DateIntroducers, w) || d.v.Has(vocabulary.Weekdays, w)):
			introduced++
			between = between || w == "between"
		case d.mark(i, ".") && d.v.Has(vocabulary.Weekdays, d.word(i-1)): // 'On Tues., Sept. 3'
		case d.mark(i, ",") || d.at(i).isDash() || d.mark(i, "“") || d.mark(i, "\"") || d.mark(i, "•"):
		case d.at(i).ordinal: // 'in the 2nd half of 2009'
		default:
			return dateSpan{}, false
		}
	}
	return dateSpan{}, false
}

// opens says whether a date that stands first is the date of the paragraph. A
// month alone needs an introducing word ('In July, …'; 'May I add …').
func (d *dateReader) opens(s dateSpan, introduced int) bool {
	if w := d.word(s.from - 1); w == "by" || w == "until" || w == "till" || w == "to" {
		if d.willBe(s.to) {
			return false
		}
	}
	if len(s.a.days) > 0 {
		return true
	}
	return introduced > 0 && d.word(s.from-1) != "the"
}

// openEnded says that the word at token i makes a year the end or the beginning
// of a time that no action fills: 'by 2030', 'since 2005'.
func (d *dateReader) openEnded(i int) bool {
	w := d.word(i)
	return w == "by" || w == "since" || w == "until" || w == "till"
}

// willBe says that the clause behind a date, from token i, speaks of what is to
// come: 'By 3 May 2010, nets will be free.'
func (d *dateReader) willBe(i int) bool {
	for k := i; k < i+nearNounTokens && d.more(k) && !d.mark(k, "."); k++ {
		w := d.word(k)
		if d.v.Has(vocabulary.RelativeWords, w) {
			return false
		}
		if d.v.Has(vocabulary.OtherDateClause, w) && !d.v.Has(vocabulary.ActionObjects, d.word(k-1)) {
			return true
		}
	}
	return false
}

// years reads a year alone, or two that are joined, at token i.
func (d *dateReader) years(i int) (dateSpan, bool) {
	t := d.at(i)
	if !t.isYear() || d.continuesNumber(i) {
		return dateSpan{}, false
	}
	s := dateSpan{a: point{year: t.number, from: i, to: i + 1}, from: i, to: i + 1}
	j := d.rangeSep(i + 1)
	if j == i+1 && d.word(j) == "and" {
		j++
	}
	if next := d.at(j); j > i+1 && next.isYear() && (d.word(j-1) != "and" || next.number == t.number+1 || d.word(i-1) == "between") {
		s.b, s.isSpan, s.to = point{year: next.number, from: j, to: j + 1}, true, j+1
	}
	// 'In 2008 dollars', 'in 2010 members': a year before a comma or a verb
	// cannot be told from one before a noun; a digit or unit it is not.
	if d.mark(s.to, "%") {
		return dateSpan{}, false
	}
	return s, true
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
func (d *dateReader) tellsWhen(s dateSpan) bool { return d.weight(s) >= leastWeight }

// weight says how likely a date inside a sentence is the date of what the
// sentence says; 0 where it belongs to something else.
func (d *dateReader) weight(s dateSpan) int {
	if s.a.year == 0 {
		return 0
	}
	c := d.clauseBefore(s.from)
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
	if c.commas == 0 && d.mark(s.to, ",") {
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
func (d *dateReader) clauseBefore(end int) (c clauseState) {
	depth := 0
	for k := 0; k < end; k++ {
		switch {
		case d.mark(k, "“"), d.mark(k, "«"), d.mark(k, "\"") && !c.quoted:
			c.quoted = true
			continue
		case d.mark(k, "”"), d.mark(k, "»"), d.mark(k, "\""):
			c.quoted = false
			continue
		case d.mark(k, "("), d.mark(k, "["):
			depth++
		case d.mark(k, ")"), d.mark(k, "]"):
			depth = max(0, depth-1)
		}
		c.bracket = depth > 0
		if c.quoted || c.bracket {
			continue
		}
		if d.mark(k, ",") {
			if d.at(k + 1).isYear() {
				continue // 'March 6, 2005'
			}
			c.commas++
			if !d.v.Has(vocabulary.ListWords, d.word(k+1)) {
				c.relative = false
			}
			continue
		}
		d.clauseWord(k, &c)
	}
	return c
}

// clauseWord takes the word at token k into c.
func (d *dateReader) clauseWord(k int, c *clauseState) {
	w := d.word(k)
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
		c.future = c.future || !d.v.Has(vocabulary.ActionObjects, d.word(k-1))
	case d.v.Has(vocabulary.OtherDateClause, w+" "+d.word(k+1)+" "+d.word(k+2)):
		c.future = true
	}
}

// reports says that 'that' at token k opens what is reported: behind a verb of
// saying, or behind the date that follows one.
func (d *dateReader) reports(k int) bool {
	if d.v.Has(vocabulary.ReportWords, d.word(k-1)) || d.at(k-1).isYear() {
		return true
	}
	return d.mark(k-1, ",") && d.at(k-2).isYear()
}

// tie is the weight of what stands right before a date. All words are data but
// the prepositions, each of which has a rule of its own.
func (d *dateReader) tie(s dateSpan, c clauseState) int {
	i := d.weekdayBefore(s.from)
	days := len(s.a.days) > 0
	switch prep := d.word(i - 1); {
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
		if c.perfect || d.word(i-3) == "in" {
			return boundWeight // 'has paid since', 'in force since'
		}
	case prep == "from" && days:
		if before := d.word(i - 2); before != "" && !d.v.Has(vocabulary.ActNouns, before) && !d.v.Has(vocabulary.OtherDateBefore, before) {
			return boundWeight
		}
	case prep == "by" && days:
		if d.had(s.to) {
			return boundWeight
		}
	case d.mark(i-1, "(") && d.mark(s.to, ")"):
		before := d.at(i - 2)
		first, _ := runeAt(before.text, 0)
		if unicode.IsLower(first) {
			return bracketWeight // a name with a capital has the date for itself
		}
	case d.mark(i-1, ",") && days:
		// 'on Budget night, 29 March 2022'
		for k := i - 2; k >= max(0, i-5); k-- {
			if d.word(k) == "on" && d.happens(k-1, s) {
				return locatedWeight
			}
		}
	}
	return 0
}

// partOfDay says that token i is a part of a day or week with a preposition
// before it: 'on the evening of 3 July 2009'.
func (d *dateReader) partOfDay(i int) bool {
	if d.word(i) == "" || !d.v.Has(vocabulary.DateIntroducers, d.word(i)) || d.word(i-1) != "the" {
		return false
	}
	prep := d.word(i - 2)
	return prep == "on" || prep == "in" || prep == "during"
}

// had says that something was done by a date: 'had' or 'has' follows soon.
func (d *dateReader) had(i int) bool {
	for k := i; k < i+nearNounTokens && d.more(k); k++ {
		if w := d.word(k); w == "had" || w == "has" || w == "have" {
			return true
		}
	}
	return false
}

// actOf says that the noun that ends at token i ('of 3 July 2009' follows) is
// what the sentence does or by which it is done: its subject, or behind a
// preposition that says how. Behind a verb it is what somebody else did.
func (d *dateReader) actOf(i int) bool {
	noun := d.nounAt(i)
	act := d.v.Has(vocabulary.ActNouns, d.word(noun))
	for k := noun; k >= max(0, noun-nearNounTokens); k-- {
		w := d.word(k)
		if d.mark(k, ",") {
			return false
		}
		if k == 0 {
			switch w {
			case "at":
				return true
			case "in", "by", "with", "during", "through":
				return act && !d.v.Has(vocabulary.OtherDateOpenings, d.word(1))
			}
			return act
		}
		if !d.v.Has(vocabulary.ActionObjects, w) {
			continue
		}
		if prep := d.word(k - 1); act && w != "the" && k > 1 && (prep == "in" || prep == "at" || prep == "during") {
			return true // 'declared in her budget speech of'
		}
		if !d.opensWithPreposition() {
			return false
		}
	}
	return false
}

// opensWithPreposition says that a phrase stands before the sentence's subject.
func (d *dateReader) opensWithPreposition() bool {
	switch d.word(0) {
	case "in", "at", "by", "with", "during", "through":
		return true
	}
	return false
}

// nounAt is the noun at or before token i, behind which a number may stand:
// 'Resolution No. 1147', 'communication COM(2011) 4417'.
func (d *dateReader) nounAt(i int) int {
	for k := i; k >= max(0, i-nearNounTokens); k-- {
		t := d.at(k)
		if t.kind == wordToken && !strings.EqualFold(t.text, "no") && strings.ToUpper(t.text) != t.text {
			return k
		}
		if t.kind == markToken && t.text == "," {
			break
		}
	}
	return max(0, i)
}

// happens decides on a date behind 'on' or 'in': nothing before it, from token
// before on, may tie it to something else than the sentence's own action.
func (d *dateReader) happens(before int, s dateSpan) bool {
	last := d.word(before)
	if d.v.Has(vocabulary.OtherDateBefore, last) || d.v.Has(vocabulary.OtherDateClause, last) {
		return false
	}
	if !d.v.Has(vocabulary.Participles, last) {
		return true
	}
	if d.v.Has(vocabulary.Auxiliaries, d.word(before-1)) || d.v.Has(vocabulary.Auxiliaries, d.word(before-2)) {
		return true
	}
	if d.mark(s.to, ",") && d.opensWithAct(before) || d.goesOn(last, s.to) {
		return true
	}
	// 'welcomed the treaty signed on …': a verb stands before the participle.
	for k := 0; k < before; k++ {
		w := d.word(k)
		if d.v.Has(vocabulary.Participles, w) || strings.HasSuffix(w, "ed") && len(w) > 4 && unicode.IsLower([]rune(d.at(k).text)[0]) {
			return false
		}
	}
	if d.v.Has(vocabulary.ActionObjects, d.word(s.to)) {
		return true
	}
	// 'AskOnce, a service …, opened on': what stands between commas is no object.
	if d.mark(before-1, ",") {
		return true
	}
	// 'follows the rule adopted on …': an article behind the first word opens
	// an object, to which the participle belongs.
	for k := 1; k < before; k++ {
		if d.v.Has(vocabulary.ActionObjects, d.word(k)) {
			return false
		}
	}
	return d.words(0, before) <= 4
}

// opensWithAct says that the sentence opens with an act to which the participle
// at token end belongs: 'In a statement issued on …', 'In the budget tabled
// on …'.
func (d *dateReader) opensWithAct(end int) bool {
	if !d.opensWithPreposition() || d.v.Has(vocabulary.OtherDateOpenings, d.word(1)) {
		return false
	}
	for k := 1; k < end; k++ {
		if d.v.Has(vocabulary.ActNouns, d.word(k)) {
			return true
		}
	}
	return false
}

// goesOn says that behind a date, which ends before token i, follows what the
// verb before it says: 'announced on 3 May 2010, that', 'agreed on 3 May 2010,
// under the eyes of the king, to'.
func (d *dateReader) goesOn(verb string, i int) bool {
	if !d.v.Has(vocabulary.ReportWords, verb) || !d.mark(i, ",") {
		return false
	}
	for k := i; k < i+nearNounTokens && d.more(k); k++ {
		if w := d.word(k + 1); d.mark(k, ",") && (w == "that" || w == "to") {
			return true
		}
	}
	return false
}

// weekdayBefore is the token of a weekday right before i, or i.
func (d *dateReader) weekdayBefore(i int) int {
	k := i - 1
	if d.mark(k, ",") {
		k--
	}
	if w := d.word(k); w != "" && d.v.Has(vocabulary.Weekdays, w) {
		return k
	}
	return i
}

// words counts the words among tokens from to to.
func (d *dateReader) words(from, to int) int {
	n := 0
	for i := from; i < to && d.more(i); i++ {
		if d.at(i).kind == wordToken {
			n++
		}
	}
	return n
}
