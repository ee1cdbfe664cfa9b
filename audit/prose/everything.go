package prose

import (
	"strconv"
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/notation"
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
)

// withoutOwnPeriod takes the report's own period out of a statement, with the
// words that lead to it: that a figure is of the whole period limits it to
// nothing. Other dates stay, a part of the period, too.
func (r Reader) withoutOwnPeriod(text string) string {
	if len(r.Periods) == 0 {
		return text
	}
	for _, d := range notation.FindDates(r.words(), text) {
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
