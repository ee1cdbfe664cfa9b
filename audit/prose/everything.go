package prose

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/notation/script"
)

var (
	// reUpToDate is what leads to a date: "from", "between", "as of".
	reUpToDate = lazyregexp.New(`(?i)\b(?:from|between|in\s+the\s+period(?:\s+(?:of|from))?|during|over|as\s+of|as\s+at|by|until)\s+(?:the\s+)?$`)

	// reByTheEnd leads to the day on which the period ended.
	reByTheEnd = lazyregexp.New(`(?i)\b(?:as\s+of|as\s+at|by|until|up\s+to)\s+(?:the\s+)?$`)

	// reSinceSummit is the report's period in words: from its summit to a month.
	reSinceSummit = lazyregexp.NewWith(`(?i)\b(?:between|from)\s+(?:the|this)\s+(?:[\p{L}\d-]+\s+){0,3}summit\s+(?:and|to|until|till)\s+(?:the\s+end\s+of\s+)?(\p{L}+)(?:\s+([0-9]{4}))?\b`, "summit")

	// reNumbered is a number of commitments that a statement is about.
	reNumbered = lazyregexp.NewWith(`(?i)\b([0-9]{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\s+(?:[\w-]+\s+){0,2}(?:commitments|promises|pledges)\b`,
		"commitments", "promises", "pledges")

	// reOverEverything: compliance over all members, or all commitments, by
	// their number ("compliance over the two commitments and twenty members").
	reOverEverything = lazyregexp.NewWith(`(?i)\bcompliance\s+(?:over|across|for|of|by|with)\s+(?:all\s+)?(?:of\s+)?the\s+(?:[\w-]+\s+){1,3}(?:commitments|promises|members|countries)\b`, "compliance")

	// reAside is a relative clause between a subject and its own verb: ", which was
	// found to have done nothing on trade, has".
	reAside = lazyregexp.NewWith(`(?i)^\s*,\s*(?:which|who|whose)\b[^,;:()]+,\s*((?:also\s+|now\s+|still\s+)?(?:has|had|have|stands?|stood|scor(?:es|ed)|averag(?:es|ed)|receiv(?:es|ed)|achiev(?:es|ed)|earn(?:s|ed)|reach(?:es|ed)|comes?|came|is|was)\b)`,
		"which", "who")

	// reAllBehind is the subject behind an overall average that stands first
	// ("With an overall average of +0.45, the commitments were …"), up to its verb.
	reAllBehind = lazyregexp.NewWith(`(?i)^\s*,\s*((?:all\s+)?(?:of\s+)?(?:the|these|its|our)\s+(?:[\w'\x{2019}-]+\s+){0,4}?(?:commitments|promises|members|countries))\s+(?:was|were|is|are|had|has|have|did|do|kept|fared|show(?:ed)?|complied|performed|went|came|proved|met|remain(?:ed)?)\b`,
		"commitments", "promises", "members", "countries")
)

// reItsAverage is where a member's average is named behind what it did.
var reItsAverage = lazyregexp.NewWith(`(?i)\b(?:its|their|his|her)\s+(?:own\s+|overall\s+|final\s+)?average\b`, "average")

// ofItsAverage cuts off what stands before "its average": that a failure on one
// commitment pulled it down does not make it the average for that.
func ofItsAverage(text string) string {
	if m := reItsAverage.FindAllStringIndex(text, -1); m != nil {
		return text[m[len(m)-1][0]:]
	}
	return text
}

// reToldOf is what is told of a subject between commas before its figure: "Norland, which has
// one score of 0 and two of −1, stands at …".
var reToldOf = lazyregexp.NewWith(`(?i),\s*(?:which|who|whose|with)\b[^,;:()]+,`, "which", "who", "with")

// withoutTold leaves out the single scores that are told of a subject, which are none of the
// statement's own figures.
func withoutTold(s string, figs []Figure) []Figure {
	asides := reToldOf.FindAllStringIndex(s, -1)
	if len(asides) == 0 {
		return figs
	}
	var out []Figure
	for _, f := range figs {
		single := f.Percent == nil && f.Value != nil && f.Value.Places == 0
		for _, m := range asides {
			if single && m[0] <= f.Start && f.End <= m[1] {
				f.Text = ""
			}
		}
		if f.Text != "" {
			out = append(out, f)
		}
	}
	return out
}

// withoutAside takes a relative clause out of the words between a subject and its
// figure: what it speaks of does not limit the statement.
func withoutAside(text string) string {
	if m := reAside.FindStringSubmatchIndex(text); m != nil {
		return " " + text[m[2]:]
	}
	return text
}

// averageAhead cuts a statement whose overall average stands first behind its
// subject: what is said of that behind its verb limits the average to nothing. from
// and to are the place of the figure in text.
func averageAhead(text string, from, to int) string {
	if from < 0 || to > len(text) || !strings.Contains(strings.ToLower(text[:from]), "overall") {
		return text
	}
	if m := reAllBehind.FindStringSubmatchIndex(text[to:]); m != nil {
		return text[:to+m[3]]
	}
	return text
}

// withoutOwnPeriod takes the report's own period out of a statement, with the
// words that lead to it: that a figure is of the whole period limits it to
// nothing. Other dates stay, a part of the period, too.
func (r Reader) withoutOwnPeriod(text string) string {
	if len(r.Periods) == 0 {
		return text
	}
	for _, d := range date.FindDates(r.Words(), text) {
		if !r.Periods[d.EDTF] {
			continue
		}
		before, behind, found := strings.Cut(text, d.Text)
		if !found {
			continue
		}
		if m := reUpToDate.FindStringIndex(before); m != nil {
			before = before[:m[0]]
		}
		text = before + " " + behind
	}
	if m := reSinceSummit.FindStringSubmatchIndex(text); m != nil && r.OtherTime(text[m[0]:m[1]]) == "" {
		year := ""
		if m[4] >= 0 {
			year = text[m[4]:m[5]]
		}
		if r.endsIn(text[m[2]:m[3]], year) {
			text = text[:m[0]] + " " + text[m[1]:]
		}
	}
	return text
}

// partOfPeriod reports whether words name a month or day that is not the end of the report's
// own period: what they are said of may be true of the time until then.
func (r Reader) partOfPeriod(text string) bool {
	rest := r.withoutOwnDates(text)
	for _, w := range wordSpans(rest) {
		word := rest[w.Start:w.End]
		if _, ok := r.Words().Month(word); ok && unicode.IsUpper(script.FirstRune(word)) {
			return true
		}
	}
	return false
}

// withoutOwnDates takes the report's own period out of a statement, and the day on which
// that ended behind words that lead to it.
func (r Reader) withoutOwnDates(text string) string {
	rest := r.withoutOwnPeriod(text)
	if len(r.Periods) == 0 {
		return rest
	}
	for _, d := range date.FindDates(r.Words(), rest) {
		for period := range r.Periods {
			if before, behind, _ := strings.Cut(rest, d.Text); strings.HasSuffix(period, "/"+d.EDTF) && reByTheEnd.MatchString(before) {
				rest = reByTheEnd.ReplaceAllString(before, " ") + behind
				break
			}
		}
	}
	return rest
}

// endsIn reports whether all periods of the report end in a month, or on the first day
// behind it; year is empty where none stands beside the month.
func (r Reader) endsIn(month, year string) bool {
	number, ok := r.Words().Month(month)
	for period := range r.Periods {
		_, to, _ := strings.Cut(period, "/")
		last, err := time.Parse("2006-01-02", to)
		if err != nil {
			return false
		}
		before := last.AddDate(0, 0, -1)
		in := func(t time.Time) bool {
			return int(t.Month()) == number && (year == "" || strconv.Itoa(t.Year()) == year)
		}
		ok = ok && (in(last) || in(before))
	}
	return ok
}

// ofSomePromises reports whether a statement gives the number of the
// commitments that it is about, and it is not that of all.
func (r Reader) ofSomePromises(text string) bool {
	if len(r.Catalogue.entries) == 0 {
		return false
	}
	for _, m := range reNumbered.FindAllStringSubmatch(text, -1) {
		n, ok := Numeral(m[1])
		if !ok {
			n, _ = strconv.Atoi(m[1])
		}
		if n != len(r.Catalogue.entries) {
			return true
		}
	}
	return false
}

// withoutUnion blanks the union that stands beside the members of a forum: "the G7 members
// and the European Union" are everybody. Codes of countries have three letters.
func (r Reader) withoutUnion(text string) string {
	for _, m := range r.Members(text) {
		if len(m.Code) != len("CAN") && r.forums(reForumAnd).MatchString(text[:m.Start]) {
			and := strings.LastIndex(text[:m.Start], "and")
			return text[:and] + strings.Repeat(" ", m.End-and) + text[m.End:]
		}
	}
	return text
}

// reAuthorsFound leads to what the report itself has found, at the beginning of a statement.
var reAuthorsFound = lazyregexp.NewWith(`(?i)^\W*the\s+(?:research\s+group|authors)\s+(?:found|find|finds|recorded|record|records|calculated|put|puts|computed|gave|give|gives|report|reports|reported)\s`, "group", "authors")

// reSeveralFigures: a list of figures follows, each of something else.
var reSeveralFigures = lazyregexp.NewWith(`(?i)\b(?:averages|scores|means|results|figures)\s+(?:are|were|stand|stood)\b`, "average", "score", "mean", "result", "figure")

// someOf reports whether words count some out of more: "two of five members".
func someOf(text string) bool {
	for _, m := range reOutOf.FindAllStringSubmatch(text, -1) {
		part, of := numberOr0(m[1]), numberOr0(m[2])
		if part > 0 && part < of {
			return true
		}
	}
	return false
}

// numberOr0 is a number in figures or words, 0 for any other word.
func numberOr0(word string) int {
	n, _ := numberIn(word)
	return n
}

// numberIn is a number in figures or words.
func numberIn(word string) (n int, ok bool) {
	if n, ok = Numeral(word); ok {
		return n, true
	}
	n, err := strconv.Atoi(word)
	if err != nil {
		return 0, false
	}
	return n, true
}
