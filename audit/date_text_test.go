package audit

import (
	"fmt"
	"testing"

	"recount.invalid/recount/vocabulary"
)

func TestWrittenDates(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"On 3 May 2031, the mill opened.", "[3 May 2031]2031-5-3"},
		{"On May 3, 2031, and on 4 June 2031.", "[May 3, 2031]2031-5-3 [4 June 2031]2031-6-4"},
		{"The 3rd of May and 31st June, 2030", "[3rd of May]0-5-3 [31st June, 2030]2030-6-31"},
		{"On 3 Sept. 2031", "[3 Sept. 2031]2031-9-3"},
		{"On Sept. 3 2031", "[Sept. 3 2031]2031-9-3"},
		{"From 28 to 29 May 2031", "[29 May 2031]2031-5-29"},
		{"3 May 4 June", "[3 May]0-5-3 [4 June]0-6-4"},
		{"In May 2031, 12 mills", ""},
		{"may 3 people come", ""},
		{"2031-05-03 and 103 May and G7 May", ""},
		{"3May, 3 Mayor", ""},
		{"3 May 20311", "[3 May]0-5-3"},
		{"3 Mai 2031, 31 März", "[3 Mai 2031]2031-5-3 [31 März]0-3-31"},
	} {
		got := ""
		for _, d := range writtenDates(tc.text, vocabulary.Default()) {
			if got != "" {
				got += " "
			}
			got += fmt.Sprintf("[%s]%d-%d-%d", tc.text[d.start:d.end], d.year, d.month, d.day)
		}
		if got != tc.want {
			t.Errorf("%q: %s, want %s", tc.text, got, tc.want)
		}
	}
}

func FuzzWrittenDates(f *testing.F) {
	f.Add(" 0") // spaces up to the text's beginning
	f.Add("On 31st of Sept. 2031, May 3, 2031 3")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, d := range writtenDates(text, vocabulary.Default()) {
			if d.start < last || d.end <= d.start || d.end > len(text) || d.month < 1 || d.month > 12 {
				t.Fatalf("%+v in %q", d, text)
			}
			last = d.end
		}
	})
}
