package action

import (
	"slices"
	"strings"

	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// finerDay gives the one day that a first sentence names within the month or year with
// which it opens: 'In January the work was widened: an agreement reached in Thule on 19
// January 2032 pays for ten nets'. The opening says roughly what the day says exactly. A
// day of which the sentence says that it is somebody else's, ahead or a deadline is none.
// sure says that a verb of the sentence is tied to the day.
func finerDay(v *vocabulary.Vocabulary, text string, opening date.Mention, years *YearSense) (day date.Mention, sure, ok bool) {
	if n := len(opening.EDTF); n != len("2006") && n != len("2006-01") || strings.Trim(opening.EDTF, "0123456789-") != "" {
		return date.Mention{}, false, false
	}
	text = script.FirstRunes(text, sentenceReach)
	end := len(text)
	if spans := script.Sentences(v, text); len(spans) > 0 {
		end = spans[0].End
	}
	d := read(v, text)
	defer d.Done()
	for _, s := range d.All() {
		if d.At(s.To-1).End > end {
			break
		}
		s.Complete(years.Of)
		m := d.Mention(s)
		if m.Start <= opening.Start {
			continue
		}
		held := d.evidence(s, m, years.Period)
		if day.EDTF != "" || len(m.EDTF) != len("2006-01-02") || !strings.HasPrefix(m.EDTF, opening.EDTF+"-") || forbidden(held) {
			return date.Mention{}, false, false
		}
		day, sure = m, slices.Contains(held, tells)
	}
	return day, sure, day.EDTF != ""
}

// forbidden reports whether something around a date says that it is not of what the
// sentence tells.
func forbidden(held []dateEvidence) bool {
	for _, e := range held {
		switch e {
		case deadline, event, quoted, ahead, past, named, answered, ended, bare:
			return true
		}
	}
	return false
}
