package notation

import (
	"strings"
	"testing"
	"unicode/utf8"

	"recount.invalid/recount/model"
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
				t.Fatalf("findDates(%q): place %d-%d", text, m.Start, m.End)
			}
			last = m.Start
			if folded(string(runes[m.Start:m.End])) != m.Text {
				t.Fatalf("findDates(%q): %q is not printed at %d-%d", text, m.Text, m.Start, m.End)
			}
			checkEDTF(t, m.EDTF)
		}
		if p, ok := ParsePeriod(testVocab, text); ok {
			checkEDTF(t, p.From)
			checkEDTF(t, p.To)
		}
	})
}

func FuzzLeadingDate(f *testing.F) {
	for _, s := range []string{"On 4 October 2031, it rained.", "Between 3 and 5 May", "In late 2008-09,", "le 1er octobre 2031", "In a statement of 3 May 2031, nets"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if m, ok := LeadingDate(testVocab, text, func(int, int) string { return "2031" }); ok {
			checkEDTF(t, m.EDTF)
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

func FuzzAmounts(f *testing.F) {
	for _, s := range []string{"CAD520 million", "€5–10 million", "US$1,234.5bn", "12 million euros", "R$2 million (BRL)", "EUR 1 234 567", "5-million-euro", "€999999999999999999999 trillion"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, a := range FindAmounts(testVocab, text, "JPN") {
			if _, err := model.ParseDecimal(a.Value); err != nil && len(a.Value) <= 18 {
				t.Fatalf("findAmounts(%q): value %q", text, a.Value)
			}
			if a.Value == "" || a.Text == "" || !strings.Contains(folded(text), a.Text) {
				t.Fatalf("findAmounts(%q): %+v is not printed", text, a)
			}
		}
	})
}

func FuzzCitation(f *testing.F) {
	for _, s := range []string{
		"Nets for All, Harbour Office (Atlantis City) 3 May 2031. Access Date: 4 May 2031. https://www.harbour.example/nets-\u2028for-all",
		"“Nets, and “How” to,” The Daily Tide, (Hare), 15 January 2005. Date of Access: 16 January 2005. <http://www.tide.example/a\u2028b>.",
		"Nets n.d. Translation provided by a Machine. ttps://x", "(((((()))))", "www.a.example/ b/c (accessed 5 June 2031)", "Accessed:",
	} {
		f.Add(s)
	}
	words := NewWordEvidence([]string{"harbours at the cross-border fair"})
	f.Fuzz(func(t *testing.T, note string) {
		c, _, _ := ParseCitation(testVocab, note, words)
		checkEDTF(t, c.Published)
		checkEDTF(t, c.Accessed)
		if strings.Contains(c.URL, LineBreak) {
			t.Fatalf("parseCitation(%q): a line break in %q", note, c.URL)
		}
		if utf8.ValidString(note) && !strings.Contains(strings.ReplaceAll(note, LineBreak, ""), c.URL) && !strings.ContainsAny(c.URL, " \t") && !strings.ContainsAny(note, "<\t\n\r\v\f\u0085\u00a0") && !strings.Contains(note, " "+LineBreak) && !strings.Contains(note, LineBreak+" ") {
			t.Fatalf("parseCitation(%q): address %q is not printed", note, c.URL)
		}
	})
}

func FuzzScores(f *testing.F) {
	for _, s := range []string{"+1", "−1", "n/a", "Canada: +1", "1. Canada (0)", "Thus, Canada receives a score of +1.", "+0.22 (61%)", "73 per cent (+0.45)", "has not fully complied", "compliance at +0.60 (80%), followed by"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if score, ok, na := ParseScore(testVocab, text); ok && (na || score < -9 || score > 9) {
			t.Fatalf("parseScore(%q) = %d, %v", text, score, na)
		}
		if name, _, ok := HeadingScore(testVocab, text); ok && !strings.Contains(text, name) {
			t.Fatalf("headingScore(%q): name %q", text, name)
		}
		if name, _, ok := ConcludingScore(testVocab, text); ok && (name == "" || utf8.ValidString(text) && !strings.Contains(text, name)) {
			t.Fatalf("concludingScore(%q): name %q", text, name)
		}
		ComplianceWords(testVocab, text)
		if a, ok := ParseAverage(testVocab, text); ok && a.Value == nil && a.Percent == nil {
			t.Fatalf("parseAverage(%q) is empty", text)
		}
	})
}

func FuzzFigures(f *testing.F) {
	for _, s := range []string{"+1", "Canada: +1", "+0.22 (61%)", "73 per cent (+0.45)", "compliance at +0.60 (80%), followed by"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, figure := range FindFigures(testVocab, text) {
			if figure.Value == nil && figure.Percent == nil || utf8.ValidString(text) && !strings.Contains(text, figure.Text) {
				t.Fatalf("findFigures(%q): %+v", text, figure)
			}
		}
	})
}

func FuzzJoinLines(f *testing.F) {
	for _, s := range []string{"many organiza-\ntions met", "at https://a.example/x-\ny", "long-\nand short", "soft\u00ad\nened", "-\n-\n", "a-\n\nb"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		lines := strings.Split(text, "\n")
		got, _ := JoinLines(testVocab, lines, NewWordEvidence(lines))
		// Nothing but white space and hyphens at line ends may be lost.
		strip := func(s string) string {
			return strings.Map(func(r rune) rune {
				if isHyphen(r) || r == '\u00ad' || strings.TrimSpace(string(r)) == "" {
					return -1
				}
				return r
			}, s)
		}
		if utf8.ValidString(text) && strip(got) != strip(text) {
			t.Fatalf("joinLines(%q) = %q", text, got)
		}
	})
}
