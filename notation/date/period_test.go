package date

import (
	"strings"
	"testing"
)

func TestParsePeriod(t *testing.T) {
	for text, want := range map[string]string{
		"20 November 2034 to 5 October 2035":                                    "2034-11-20..2035-10-05",
		"June 12, 2034, to June 3, 2035":                                        "2034-06-12..2035-06-03",
		"25 August 2029 — 2 November 2030":                                      "2029-08-25..2030-11-02",
		"From 21 November 2030 to 20 May 2031":                                  "2030-11-21..2031-05-20",
		"11 July 2038 to 25 June 2039":                                          "2038-07-11..2039-06-25",
		"June 19 to December 6, 2030":                                           "2030-06-19..2030-12-06",
		"actions between 7 May 2031 and 30 June 2032 count":                     "2031-05-07..2032-06-30",
		"The fair of 3 May 2031 counts what was done from 4 May to 9 July 2031": "2031-05-04..2031-07-09",
	} {
		p, ok := ParsePeriod(testVocab, text)
		if got := p.From + ".." + p.To; !ok || got != want || !strings.Contains(text, p.Text) || p.Text == "" {
			t.Errorf("ParsePeriod(%q) = %s (%q), %v; want %s", text, got, p.Text, ok, want)
		}
	}
	for _, text := range []string{"", "5 May 2031", "13 to 15 June 2031", "5 May 2031 and 7 July 2031", "5 May to 7 July", "from 5 to 7 boats"} {
		if p, ok := ParsePeriod(testVocab, text); ok {
			t.Errorf("ParsePeriod(%q) = %+v; want none", text, p)
		}
	}
}
