package prose

import (
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

func TestSentences(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"One mill. Two mills!  Three?", "One mill.|Two mills!|Three?"},
		{"The U.S. Office met Dr. J. Doe at 3 p.m. on Monday. It rained.", "The U.S. Office met Dr. J. Doe at 3 p.m. on Monday.|It rained."},
		{"It scored +0.50. At 1.5 it fell.", "It scored +0.50.|At 1.5 it fell."},
		{"He said: “It burns.” They left. (All of them.) So did we", "He said: “It burns.”|They left.|(All of them.)|So did we"},
		{"See no. 7 and vol. 3.\nNew line without end\n\nLast.", "See no. 7 and vol. 3.|New line without end|Last."},
		{"It was approx. nine, e.g. ten.", "It was approx. nine, e.g. ten."},
		{"", ""},
	} {
		var got []string
		for _, s := range Sentences(vocabulary.Default(), tc.text) {
			got = append(got, tc.text[s.Start:s.End])
		}
		if strings.Join(got, "|") != tc.want {
			t.Errorf("%q: %q", tc.text, got)
		}
	}
}

func TestFigures(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"at +0.85 (92%), then", "+0.85/92"},
		{"at −0.46 (27%)", "-0.46/27"},
		{"at –0.05", "-0.05/"},
		{"at −0,50 (25%) and 0,33, or 66,5%", "-0.50/25 +0.33/66.5"},
		{"+1,000 mills, −1,0,+1 and 0,5", ""},
		{"(+0.80 or 90%), by 1.5–2 per cent, from –100% to +100%", "+0.80/90 /2 /-100 /100"},
		{"88% and 75 per cent and 62.5 percent", "/88 /75 /62.5"},
		{"88% (+0.77)", "+0.77/88"},
		{"68%, or +0.35", "+0.35/68"},
		{"+0.80, or 90%.", "+0.80/90"},
		{"0.75 or .5", "+0.75/ +0.5/"},
		{"at ±0.67, at £ 0.5 and at minus 0.2", ""},
		{" +0.50 (75%)", "+0.50/75"},
		{"at –.20 and at −.5 (25%)", "-0.20/ -0.5/25"},
		{"at \uFFFD0.46 and \uFFFD 0.15", ""}, // a sign without a Unicode value
		{"in 2031-32 on pp. 3-4 for $1.5 or €0.5 of G7-1 and 1.5.2", ""},
		{"12 commitments", ""},
		{"+0.45 or 73% on it, +0.45, which is 73% on it, 73% or +0.45 on it", "+0.45/73 +0.45/73 +0.45/73"},
		{"+0.45, that is 73 per cent; +0.45, which was 73%", "+0.45/73 +0.45/ /73"},
		{"a score of +1", "+1/"},
	} {
		var got []string
		for _, f := range figures(tc.text) {
			s := "/"
			if f.Value != nil {
				s = strings.TrimPrefix(fmt.Sprintf("%+v", f.Value.String()), "+") + "/"
				if f.Value.Units >= 0 {
					s = "+" + s
				}
			}
			if f.Percent != nil {
				s += f.Percent.String()
			}
			got = append(got, s)
		}
		if strings.Join(got, " ") != tc.want {
			t.Errorf("%q: %q, want %q", tc.text, got, tc.want)
		}
	}
}

func TestCatalogue(t *testing.T) {
	c := NewCatalogue([]Entry{
		{Number: 1, Label: "Health: Vaccine Storage", Text: "We will keep vaccines cold."},
		{Number: 2, Label: "Trade: Port Fees", Text: "We will lower what ships pay in our harbours."},
		{Number: 3, Label: "Trade: Forms and Stamps", Text: "We will print one form for all borders."},
		{Number: 4, Label: "Relief in Nordland and Sudmark", Text: "We will send tents."},
	})
	for _, tc := range []struct {
		phrase string
		single bool
		want   string
	}{
		{"vaccine storage", true, "[1] true"},
		{"storing vaccines", true, "[1] true"},
		{"port fees and vaccine storage", false, "[2 1] true"},
		{"vaccine storage, port fees and relief in Nordland and Sudmark", false, "[1 2 4] true"},
		{"forms and stamps", false, "[3] true"},
		{"relief in Nordland and Sudmark", false, "[4] true"},
		{"trade", true, "[] false"}, // two have it
		{"space debris", true, "[] false"},
		{"port fees and port fees", false, "[2] true"},
		{"what ships pay", true, "[2] true"}, // from the promise's text
	} {
		ns, ok := c.numbers(tc.phrase, tc.single)
		if got := fmt.Sprint(ns, ok); got != tc.want {
			t.Errorf("%q: %s, want %s", tc.phrase, got, tc.want)
		}
	}
}

// A minus is read whatever sign a producer has for it.
func TestFiguresOfEverySign(t *testing.T) {
	for _, minus := range script.Minuses {
		got := Figures("an average of " + string(minus) + "0.25 (38%).")
		if len(got) != 1 || got[0].Value == nil || got[0].Value.String() != "-0.25" {
			t.Errorf("%q: %+v", minus, got)
		}
	}
	for _, text := range []string{"in 2031‑0.5", "a range of 0.2‑0.7—0.9"} {
		for _, f := range Figures(text) {
			if f.Value != nil && f.Value.String()[0] == '-' {
				t.Errorf("%q: %+v", text, f)
			}
		}
	}
}
