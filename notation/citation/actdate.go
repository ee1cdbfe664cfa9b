package citation

import (
	"strings"

	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// actDate finds the day of an act or a sitting that is the only date of its source
// ('Decree No. 12 of 3 May 2031', 'sitting of 3 May 2031'). It is a part of the title too.
// A note that nothing else marks as a source may be a remark on the act, unless only
// pages stand behind the day.
func (c *Citation) actDate(v *vocabulary.Vocabulary, text string, quote script.Span) (at script.Span) {
	dates := date.FindDates(v, text)
	if len(dates) != 1 || len(dates[0].EDTF) != len("2006-01-02") {
		return script.Span{}
	}
	m := dates[0]
	if m.FromByte < quote.End || m.FromByte == 0 {
		return script.Span{}
	}
	if c.URL == "" && c.AccessedText == "" && script.HasLetterOrDigit(withoutPages(v, text[m.ToByte:])) {
		return script.Span{}
	}
	words := strings.Fields(text[:m.FromByte])
	n := len(words)
	if n < 3 || !v.Has(vocabulary.ActDateWords, words[n-1]) {
		return script.Span{}
	}
	label := strings.Trim(words[n-3], ".°º")
	numbered := strings.ContainsAny(words[n-2], "0123456789") && (v.Has(vocabulary.NumberLabels, label) || label == "№")
	if numbered || v.Has(vocabulary.DatedNouns, words[n-2]) {
		return script.Span{Start: m.FromByte, End: m.ToByte}
	}
	return script.Span{}
}
