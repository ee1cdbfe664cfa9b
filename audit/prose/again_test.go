package prose

import (
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/vocabulary"
)

// Commitments that a sentence names by what they are on alone.
func TestThatOn(t *testing.T) {
	words := vocabulary.Default()
	r := Reader{
		Vocabulary: words, MemberCount: 5, ScoreCount: 20, Years: map[int]bool{2031: true},
		Catalogue: NewCatalogue([]Entry{
			{Number: 1, ID: "2031-12", Label: "Health: Cold Stores for Vaccines", Text: "We will keep vaccines cold in remote districts."},
			{Number: 2, ID: "2031-40", Label: "Trade: Rights of Buyers", Text: "We will protect buyers in our ports."},
			{Number: 3, ID: "2031-93", Label: "Environment: Clean Rivers in Towns", Text: "We will publish tests of water."},
			{Number: 4, ID: "2031-118", Label: "Finance: Loans for Small and Young Firms", Text: "We will lend."},
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
	const lead = "The commitment on cold stores for vaccines [12] was kept best, with an average of +0.80 (90%). "
	for _, tc := range []struct{ text, want string }{
		{lead + "It is followed by that on the rights of buyers [40], +0.60 (80%), and, at a distance, by that on clean rivers [93], +0.40 (70%).",
			"c1=+0.80 c2=+0.60> c3=+0.40>"},
		{lead + "The one on the rights of buyers has +0.60 (80%), that on clean rivers [93] only +0.40 (70%).", "c1=+0.80 c2=+0.60 c3=+0.40"},
		{lead + "Next comes the one on loans for small and young firms [118] with +0.60 (80%).", "c1=+0.80 c4=+0.60"},
		{lead + "Those on clean rivers and on the rights of buyers follow with +0.40 (70%) each.", "c1=+0.80 c3,c2=+0.40>"},
		{lead + "The ones on clean rivers [93] and the rights of buyers [40] have +0.40 (70%) each.", "c1=+0.80 c3,c2=+0.40"},
		{"The commitment on clean rivers has +0.40 (70%) and that on the rights of buyers +0.60 (80%).", "c3=+0.40 c2=+0.60"},
		{"The commitment on clean rivers and that on the rights of buyers have +0.40 (70%) each.", "c3,c2=+0.40"},
		// A serial of another, a name that nobody has, one of several.
		{lead + "It is followed by that on the rights of buyers [93], +0.60 (80%).", "c1=+0.80"},
		{lead + "It is followed by that on harbour dues, +0.60 (80%).", "c1=+0.80"},
		{lead + "It is followed by that on trade and clean rivers, +0.60 (80%).", "c1=+0.80"},
		// The score of a member, a figure of another year, a report, a change.
		{"Brazil has +0.60 on the commitment on clean rivers and that on the rights of buyers is +0.20.", ""},
		{lead + "It is followed by that on clean rivers, +0.60 (80%) in 2029.", "c1=+0.80"},
		{lead + "That on clean rivers rose from +0.20 (60%).", "c1=+0.80"},
		{lead + "That on clean rivers rose by +0.20 (60%).", "c1=+0.80"},
	} {
		var got []string
		for _, c := range r.Read(tc.text).Claims {
			if c.Doubt != "" || c.Figure == nil || len(c.Subjects) == 0 {
				continue
			}
			var names []string
			for _, s := range c.Subjects {
				if s.Kind == Commitment {
					names = append(names, fmt.Sprintf("c%d", s.Commitment))
				} else {
					names = append(names, "?"+s.Member)
				}
			}
			claim := strings.Join(names, ",") + fmt.Sprintf("=+%s", c.Figure.Value.String())
			if c.Rank == Next {
				claim += ">"
			}
			got = append(got, claim)
		}
		if strings.Join(got, " ") != tc.want {
			t.Errorf("%s\n got %q\nwant %q", tc.text, strings.Join(got, " "), tc.want)
		}
	}
}
