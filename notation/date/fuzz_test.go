package date

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// The targets below hold for whatever text comes in: nothing panics or hangs,
// places lie inside the text, and what is said to be printed is printed.

func folded(s string) string { return strings.Join(strings.Fields(s), " ") }

func FuzzDates(f *testing.F) {
	for _, s := range []string{
		"On 4 October 2031, it rained.", "10–12 August 2028 and June 12, 2034, to June 3, 2035", "Between 3 and 5 May", "31 Mars 2031", "2031-07-03",
		"In late 2008-09,", "le 1er octobre 2031", "3, 4, 5, 6 and 7 May 2031 to the 9 June", "\u00a0May\u00a05,\u2028 2031", "32 May 0000",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n := utf8.RuneCountInString(text)
		runes := []rune(text)
		last := 0
		for _, m := range FindDates(testVocab, text) {
			if m.Start < last || m.End <= m.Start || m.End > n {
				t.Fatalf("FindDates(%q): place %d-%d", text, m.Start, m.End)
			}
			last = m.Start
			if folded(string(runes[m.Start:m.End])) != m.Text {
				t.Fatalf("FindDates(%q): %q is not printed at %d-%d", text, m.Text, m.Start, m.End)
			}
			checkEDTF(t, m.EDTF)
		}
		if p, ok := ParsePeriod(testVocab, text); ok {
			checkEDTF(t, p.From)
			checkEDTF(t, p.To)
		}
	})
}

// checkEDTF says that a date has the shape of EDTF level 0.
func checkEDTF(t *testing.T, date string) {
	t.Helper()
	from, to, interval := strings.Cut(date, "/")
	for _, d := range []string{from, to} {
		if d == "" && !interval {
			continue
		}
		shape := strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return '9'
			}
			return r
		}, d)
		if shape != "9999" && shape != "9999-99" && shape != "9999-99-99" {
			t.Fatalf("not a date: %q", date)
		}
	}
}
