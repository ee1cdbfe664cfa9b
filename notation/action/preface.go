package action

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/vocabulary"
)

// maxPreface is how many tokens the phrase before a sentence's subject has at most.
const maxPreface = 24

// prefaced is what the phrase with which a sentence opens makes of a date in it: 'Ahead
// of the Day of Nets on 3 May 2010, the office …' tells when something else was still to
// come, 'Following a meeting on 3 May 2010, …' what was before.
func (d *reader) prefaced(s date.Span) (e dateEvidence, ok bool) {
	if s.From < 2 || s.From > maxPreface || !d.Mark(s.To, ",") && d.Word(0) != "with" {
		return 0, false
	}
	for k := 1; k < s.From; k++ {
		if d.boundary(k) {
			return 0, false
		}
	}
	switch {
	case d.v.Has(vocabulary.AheadOpenings, d.Word(0)) || d.v.Has(vocabulary.AheadOpenings, d.Word(0)+" "+d.Word(1)):
		return prelude, true
	case d.Word(0) == "with" && (d.Word(s.To+1) == "view" || d.Word(s.To+1) == "mind") && d.Word(s.To) == "in":
		return prelude, true
	case d.v.Has(vocabulary.AfterOpenings, d.Word(0)) || d.v.Has(vocabulary.AfterOpenings, d.Word(0)+" "+d.Word(1)):
		return preface, true
	}
	return 0, false
}

// inParticiple reports whether a date ends a phrase between commas that tells what was
// done to the sentence's subject before ('the bill, introduced on 3 May 2010, was …').
func (d *reader) inParticiple(s date.Span) bool {
	if !d.Mark(s.To, ",") {
		return false
	}
	for k := s.From - 1; k > 1; k-- {
		if d.boundary(k) {
			return d.Mark(k, ",") && d.v.Has(vocabulary.Participles, d.Word(k+1)) && k > 1
		}
	}
	return false
}

// datedBehind reports whether another date stands in the sentence behind one.
func (d *reader) datedBehind(s date.Span) bool {
	for _, other := range d.All() {
		if other.From <= s.To {
			continue
		}
		for k := s.To; k < other.From; k++ {
			if d.Mark(k, ".") {
				return false
			}
		}
		return true
	}
	return false
}

// farAhead reports whether a date lies so far behind the end of the period that no
// report of it can tell that something happened on it.
func farAhead(m date.Mention, period *model.Period) bool {
	first, _, _ := strings.Cut(m.EDTF, "/")
	return len(first) >= 4 && len(period.To) >= 4 && first[:4] > nextYear(period.To[:4])
}

// nextYear is the year after one of four digits.
func nextYear(year string) string {
	digits := []byte(year)
	for i := len(digits) - 1; i >= 0; i-- {
		if digits[i] != '9' {
			digits[i]++
			break
		}
		digits[i] = '0'
	}
	return string(digits)
}
