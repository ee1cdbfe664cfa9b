package parse

import (
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// A paragraph of the guidelines that states several levels is taken apart; one
// that states a level and speaks of another is not.
func TestParagraphsWithSeveralLevels(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"A member with gauges in all harbours receives a score of +1; members with gauges in some receive 0; others receive −1.",
			"1 A member with gauges in all harbours receives a score of +1|0 members with gauges in some receive 0|-1 others receive −1."},
		{"Members with gauges in all harbours receive a score of +1. Members with some receive a score of 0.",
			"1 Members with gauges in all harbours receive a score of +1.|0 Members with some receive a score of 0."},
		{"A score of +1 is given to members with gauges in all harbours, and a score of 0 to members with some.",
			"1 A score of +1 is given to members with gauges in all harbours|0 a score of 0 to members with some."},
		{"A member that acts in both areas receives a score of +1, one that acts in one area a score of 0 and one that acts in none a score of −1.",
			"1 A member that acts in both areas receives a score of +1|0 one that acts in one area a score of 0|-1 one that acts in none a score of −1."},
		{"+1: the member has all gauges. 0: the member has some. −1: the member has none.",
			"1 the member has all gauges.|0 the member has some.|-1 the member has none."},
		// Items of a list, and a dash or a sign between score and text.
		{"• −1: The member has no gauges.", "-1 The member has no gauges."},
		{"– 0: The member has some gauges.", "0 The member has some gauges."},
		{"0 – The member has some gauges.", "0 The member has some gauges."},
		{"0 = the member has some gauges.", "0 the member has some gauges."},
		{"+1 = the member has all gauges.", "1 the member has all gauges."},
		{"0 gauges were found to be broken.", "nil 0 gauges were found to be broken."},
		// One level, others are only mentioned.
		{"0: The member has some gauges but too few for a score of +1.", "0 The member has some gauges but too few for a score of +1."},
		{"A score of 0 is given to members whose gauges are too few for a score of +1.", "0 A score of 0 is given to members whose gauges are too few for a score of +1."},
		{"Members receive a score of +1 for 0 broken gauges.", "1 Members receive a score of +1 for 0 broken gauges."},
		// Several levels that cannot be told apart are none.
		{"A score of −1 or 0 is given to members without a gauge.", "nil A score of −1 or 0 is given to members without a gauge."},
	} {
		r := newReading(&model.Document{}, Options{})
		var got []string
		for _, l := range r.AddLevel(nil, model.Text{Text: c.text}) {
			score := "nil"
			if l.Score != nil {
				score = fmt.Sprint(*l.Score)
			}
			got = append(got, score+" "+l.Text)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q: %q", c.text, s)
		}
	}
}
