package prose

import (
	"strconv"
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/notation/figure"
)

// onThatScale is a reference to a scale that was just explained.
var onThatScale = lazyregexp.NewWith(`(?i)\b(?:on|by)\s+(?:this|that|the|such\s+a|the\s+same)\s+scale\b,?`, "scale")

// reAllComplied is a statement on all members by their number, without a noun ('the
// eight have complied').
var reAllComplied = lazyregexp.NewWith(`(?i)\bthe\s+([0-9]{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\s+(?:(?:have|had|together|all)\s+)*complied\b`, "complied")

// withoutScaleEnds leaves out the figures of a sentence that are the ends of the scale
// that it explains, and gives where the last of them ends, 0 for none.
func (r Reader) withoutScaleEnds(s string, figs []Figure) (own []Figure, end int) {
	forms := make([]figure.FigureForm, len(figs))
	for i, f := range figs {
		forms[i].Start, forms[i].End = f.Start, f.End
		forms[i].Value, forms[i].Percent = f.Value, f.Percent
	}
	for i, ends := range figure.ScaleEnds(r.Words(), s, forms) {
		if ends {
			end = figs[i].End
			continue
		}
		own = append(own, figs[i])
	}
	return own, end
}

// behindScale is what a statement says behind the explanation of a scale that ends at
// a place of the sentence, where another clause begins there; from is where the
// statement begins, text what it says.
func behindScale(text string, from, end int) string {
	if end <= from || end > from+len(text) {
		return text
	}
	rest := strings.TrimLeft(text[end-from:], " )")
	if rest == "" || !strings.ContainsRune(":;,", rune(rest[0])) {
		return text
	}
	return onThatScale.ReplaceAllString(strings.TrimLeft(rest, ":;, "), " ")
}

// allComplied reports whether a statement is of all members, whose number it gives.
func (r Reader) allComplied(text string) bool {
	m := reAllComplied.FindStringSubmatch(text)
	if m == nil || r.MemberCount == 0 {
		return false
	}
	n, ok := Numeral(m[1])
	if !ok {
		n, _ = strconv.Atoi(m[1])
	}
	return n == r.MemberCount
}

// reOfTheTime is how older reports say a percentage of compliance: 'have complied 54% of
// the time'. On a scale that goes below 0 it is no share.
var reOfTheTime = lazyregexp.NewWith(`(?i)^\)?\s*of\s+the\s+time\b`, "time")
