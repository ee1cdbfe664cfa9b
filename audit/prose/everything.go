package prose

import (
	"strconv"
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/notation/date"
)

var (
	// reUpToDate is what leads to a date: "from", "between", "as of".
	reUpToDate = lazyregexp.New(`(?i)\b(?:from|between|in\s+the\s+period(?:\s+(?:of|from))?|during|over|as\s+of|as\s+at|by|until)\s+(?:the\s+)?$`)

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
	for _, d := range date.FindDates(r.words(), text) {
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
	return text
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
