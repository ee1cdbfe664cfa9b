package date

import (
	"fmt"
	"testing"
)

func TestWrittenDays(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"On 3 May 2031, the mill opened.", "[3 May 2031]2031-5-3"},
		{"On May 3, 2031, and on 4 June 2031.", "[May 3, 2031]2031-5-3 [4 June 2031]2031-6-4"},
		{"The 3rd of May, the 31st June, 2030", "[3rd of May]0-5-3 [31st June, 2030]2030-6-31"},
		{"On 3 Sept. 2031", "[3 Sept. 2031]2031-9-3"},
		{"On Sept. 3 2031", "[Sept. 3 2031]2031-9-3"},
		{"On 3\u00a0May 2031", "[3\u00a0May 2031]2031-5-3"},
		{"From 28 to 29 May 2031", "[29 May 2031]2031-5-29"},
		{"From 28 April to 31 June 2031", "[28 April]2031-4-28 [31 June 2031]2031-6-31"},
		{"On May 6–8, 2031", "[May 6–8, 2031]2031-5-6"},
		{"3 May 4 June", "[3 May]0-5-3 [4 June]0-6-4"},
		{"In May 2031, 12 mills", ""},
		{"may 3 people come", ""},
		{"https://a.example/31-june-2031/", ""},
		{"2031-05-03 and 103 May and G7 May", ""},
		{"3 Mayor, 3 Mayhem", ""},
		{"3 May 20311", "[3 May]0-5-3"},
		{"3 Mai 2031, 31 März", "[3 Mai 2031]2031-5-3 [31 März]0-3-31"},
		{"On 29 May 2031, On 29 May 2031", "[29 May 2031]2031-5-29 [29 May 2031]2031-5-29"},
		{"0 May 2031, June 00, 2031", "[0 May 2031]2031-5-0 [June 00, 2031]2031-6-0"},
		{"in June 31 delegates met", "[June 31]0-6-31"},
		{"0.5 May, 2.0 May, May 2031", ""},
	} {
		got := ""
		for _, d := range WrittenDays(testVocab, tc.text) {
			if got != "" {
				got += " "
			}
			got += fmt.Sprintf("[%s]%d-%d-%d", tc.text[d.Start:d.End], d.Year, d.Month, d.Day)
		}
		if got != tc.want {
			t.Errorf("%q: %s, want %s", tc.text, got, tc.want)
		}
	}
}

func FuzzWrittenDays(f *testing.F) {
	f.Add(" 0") // spaces up to the text's beginning
	f.Add("On 31st of Sept. 2031, May 3, 2031 3 May 0 June")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, d := range WrittenDays(testVocab, text) {
			if d.Start < last || d.End <= d.Start || d.End > len(text) || d.Month < 1 || d.Month > 12 || d.Day < 0 {
				t.Fatalf("%+v in %q", d, text)
			}
			last = d.End
		}
	})
}
