package figures

import (
	"strconv"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// reWrittenShare finds "33 sur 42 engagements (79 %)" and "168 von 176 (95,5%)" in the cells of
// published tables. Groups: part, the word between, whole, percentage.
var reWrittenShare = lazyregexp.NewWith(`(?:^|[\s(:\x{2014}])([0-9]{1,6})\s+(\p{L}+)\s+([0-9]{1,6})(?:\s+\p{L}[\p{L}'\x{2019}-]*){0,5}\s*\(\s*([0-9]{1,3}(?:[.,][0-9]{1,2})?)\s?%`, "%")

// shareWritten is shareStated for what it does not read: other words than 'of' between the
// counts, and a comma before decimals.
func shareWritten(p *rule.Pass, text string, where func() rule.Finding) {
	if !strings.Contains(text, "%") {
		return
	}
	for _, m := range reWrittenShare.FindAllStringSubmatchIndex(text, -1) {
		g := func(n int) string { return text[m[2*n]:m[2*n+1]] }
		if !p.Vocabulary.Has(vocabulary.OfWords, g(2)) || strings.EqualFold(g(2), "of") && !strings.Contains(g(4), ",") {
			continue
		}
		part, err := strconv.Atoi(g(1))
		whole, also := strconv.Atoi(g(3))
		percent, read := model.ParseDecimal(strings.Replace(g(4), ",", ".", 1))
		if err != nil || also != nil || read != nil || whole == 0 || part > whole || reAboutShare.MatchString(EndOf(text[:m[2]], aboutWords)) {
			continue
		}
		compareShare(p, text, m[2], m[1], part, whole, percent, where)
	}
}
