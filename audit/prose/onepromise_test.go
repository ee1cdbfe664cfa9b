package prose

import (
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/vocabulary"
)

// What whole statements are about, in a report of three commitments, five members and
// fifteen scores.
func TestWhatStatementsAreAbout(t *testing.T) {
	words := vocabulary.Default()
	r := Reader{
		Vocabulary: words, MemberCount: 5, ScoreCount: 15, Years: map[int]bool{2031: true},
		Catalogue: NewCatalogue([]Entry{
			{Number: 1, Label: "Health: Cold Stores for Vaccines", Text: "We will keep vaccines cold in remote districts."},
			{Number: 2, Label: "Trade: Rights of Buyers across Borders", Text: "We will protect buyers in our ports."},
			{Number: 3, Label: "Environment: Clean Rivers in Towns", Text: "We will publish tests of water and open registers of outlets."},
		}),
		Members: func(text string) (out []Mention) {
			for _, name := range []string{"Brazil", "China", "India", "Russia"} {
				if i := strings.Index(text, name); i >= 0 {
					out = append(out, Mention{Span: Span{i, i + len(name)}, Code: name})
				}
			}
			return out
		},
	}
	for _, tc := range []struct{ text, want string }{
		// About one commitment.
		{"Among the commitments, that on clean rivers has been carried furthest, with an average of +0.60 (80%).", "c3"},
		{"Compliance was lowest on the rights of buyers, at +0.20 (60%).", "c2"},
		{"The promise on vaccines was kept best, at +0.60 (80%).", "c1"},
		{"Cold stores for vaccines, the one promise that costs nothing, come last with a score of 0.25.", "c1"},
		{"The lowest average, at +0.20 (60%), belongs to the commitment on clean rivers.", "c3"},
		// About everything.
		{"Across the three commitments and the five members the average is +0.47 (73%).", "all"},
		{"The average of these 15 scores is +0.47.", "all"},
		{"Taken together, the five members reach a compliance score of +0.47.", "all"},
		// About those who are listed.
		{"Two members have a score of +0.67 (83%): Brazil and China.", "Brazil China"},
		// A word too many, another number, several, another time: about nobody.
		{"Clean rivers in the advanced economies stand at +0.60 (80%).", ""},
		{"In February, clean rivers stood at a score of +0.60 (80%).", ""},
		{"Three members averaged +0.60 (80%) on clean rivers.", ""},
		{"Buyers, the seas and clean rivers follow with an average of +0.60 (80%).", ""},
		{"Clean rivers, outlets and tests follow with an average of +0.60 (80%).", ""},
		{"It follows on clean rivers with a score of +0.60 (80%).", ""},
		{"The average of these 14 scores is +0.47.", ""},
		{"The average of the four members is +0.47.", ""},
		{"Of all 15 scores, 50% are +1.00.", ""},
		{"Three members have a score of +0.67 (83%): Brazil and China.", ""},
		{"Two members have a score of +0.67 (83%): Brazil and China in trade.", ""},
	} {
		got := ""
		for _, c := range r.Read(tc.text).Claims {
			if c.Figure == nil || c.Doubt != "" {
				continue
			}
			for _, s := range c.Subjects {
				switch s.Kind {
				case Commitment:
					got += fmt.Sprint(" c", s.Commitment)
				case Overall:
					got += " all"
				default:
					got += " " + s.Member
				}
			}
		}
		if got = strings.ReplaceAll(strings.TrimSpace(got), "c ", "c"); got != tc.want {
			t.Errorf("%s\n  is about %q, not %q", tc.text, got, tc.want)
		}
	}
}
