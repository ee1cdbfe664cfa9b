package prose

import (
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/vocabulary"
)

// Commitments under turned names and in the last clause of a statement; what has a word too
// many, or one of another, is nobody's.
func TestTurnedNames(t *testing.T) {
	r := Reader{
		Vocabulary: vocabulary.Default(), MemberCount: 5, Years: map[int]bool{2031: true}, Stage: "final",
		Members: func(string) []Mention { return nil },
		Catalogue: NewCatalogue([]Entry{
			{Number: 1, Label: "Computing: Small Shops"}, {Number: 2, Label: "Crime: Illicit Trade in Fossils"},
			{Number: 3, Label: "Oceans: Reef Charter"}, {Number: 4, Label: "Finance: Harbour Loans"}, {Number: 5, Label: "Trade: Harbour Dues"},
		}),
	}
	for _, tc := range []struct{ text, want string }{
		{"The loans averaged +0.10, and small shops' use of computing, the lowest, −0.63.", "4=+0.10, 1=−0.63"},
		{"Compliance was highest in the fight against the illicit trade in fossils, with an average of +0.56 (78%).", "2=+0.56 (78%)"},
		{"Compliance was highest in the fight of 2029 against the illicit trade in fossils, with an average of +0.56 (78%).", ""},
		{"Compliance was highest in the long fight of the north against illicit trade in fossils, with an average of +0.56 (78%).", ""},
		{"Compliance was highest in the fight against the trade in harbours, with an average of +0.56 (78%).", ""},
		{"Two others, both at an average of +0.75, shared second place, and the reef charter came fourth at +0.63.", "3=+0.63 place 4"},
		{"The average is mixed, and the reef charter was never fourth at +0.63.", "3=+0.63"},
		{"The harbour dues, both at an average of +0.75, shared second place, and it came fourth at +0.63.", "5=+0.75 place 2"},
		{"Harbour loans were second at +0.29.", "4=+0.29 place 2"},
		{"Harbour loans were second among the newer ones at +0.29.", ""},
	} {
		var got []string
		for _, c := range r.Read(tc.text).Claims {
			if c.Figure == nil || c.Doubt != "" || len(c.Subjects) != 1 || c.Subjects[0].Kind != Commitment {
				continue
			}
			s := fmt.Sprintf("%d=%s", c.Subjects[0].Commitment, c.Figure.Text)
			if c.Place > 0 {
				s += fmt.Sprintf(" place %d", c.Place)
			}
			got = append(got, s)
		}
		if strings.Join(got, ", ") != tc.want {
			t.Errorf("%s\n\t%s\n\twant %s", tc.text, got, tc.want)
		}
	}
}

// The distance between the ends, of members, of commitments or of either.
func TestDifferences(t *testing.T) {
	r := Reader{Vocabulary: vocabulary.Default(), Members: func(string) []Mention { return nil }, Stage: "final", Catalogue: NewCatalogue([]Entry{{Number: 1, Label: "Crime: Fossils"}})}
	for _, tc := range []struct{ text, want string }{
		{"The average score is +0.25. The gap between the top and the bottom of the table comes to a full 1.25.", "1.25 0 "},
		{"The distance between the first and the last member is 1.23.", "1.23 1 "},
		{"The gap between the best and the worst commitment amounts to 1.03.", "1.03 2 "},
		{"The gap between the top and the bottom shelf comes to 1.25.", ""},
		{"The average score is +0.25. On fossils the gap between the top and the bottom comes to 1.25.", "1.25 0 the difference of what is not certain"},
		{"The average score is +0.25. The gap between the top and the bottom came to 1.25 in 2029.", "1.25 0 another year is named beside the figure"},
	} {
		got := ""
		for _, d := range r.Read(tc.text).Differences {
			got += fmt.Sprintf("%s %d %s", d.Text, d.Kind, d.Doubt)
		}
		if got != tc.want {
			t.Errorf("%s\n\t%s\n\twant %s", tc.text, got, tc.want)
		}
	}
}

// Commitments that a text names for certain.
func TestNamedIn(t *testing.T) {
	c := NewCatalogue([]Entry{{Number: 1, Label: "Labour: Heat at Work"}, {Number: 2, Label: "Crime: Fossils"}, {Number: 3, Label: "Oceans: Reef Charter"}, {Number: 4, Label: "Oceans: Tides"}})
	for text, want := range map[string]string{
		"Heat at work and fossils are low.": "[1 2] true",
		"It did not work for fossils.":      "[] false",
		"The oceans are warm.":              "[] false",
		"Nothing is named.":                 "[] true",
		"The reef charter led.":             "[3] true",
	} {
		ns, sure := c.NamedIn(text)
		if got := fmt.Sprint(ns, sure); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// Words by which what follows may be said of a part of the members.
func TestSpeaksOfPart(t *testing.T) {
	r := Reader{Vocabulary: vocabulary.Default(), MemberCount: 5, Members: func(string) []Mention { return nil }}
	for text, want := range map[string]bool{
		"The founding members did well.": true, "Four countries met.": true, "In Africa it rained.": true,
		"The five members did well.": false, "All countries met, the only member to speak was late.": false, "It rained.": false,
	} {
		if got := r.SpeaksOfPart(text); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
