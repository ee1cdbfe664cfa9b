package audit

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// What a conclusion says in other words than the commitment does is no proof that a
// part was passed over, and a count is a total only where nothing stands beside it.
func TestConclusionsThatAccuseNobody(t *testing.T) {
	three := [3]string{"The member acts in all three areas.", "The member acts in one or two of the three areas.", "The member acts in none of the three areas."}
	counted := [3]string{"The member takes at least five actions to plant hedges.", "The member takes three or four actions to plant hedges.", "The member takes fewer than three actions to plant hedges OR takes action against the commitment."}
	unopposed := [3]string{"The member takes three or more actions to plant hedges and no action that runs counter to the commitment.", "The member takes one or two actions to plant hedges and no action that runs counter to the commitment.", "The member takes no action to plant hedges OR takes any action that runs counter to the commitment."}
	parts := "Three areas are named: (1) laws on the keeping of hedges; (2) cooperation with the owners of fields; (3) registers of old trees."
	for _, test := range []struct {
		name, features string
		levels         [3]string
		closing        string
		score          int
		want           string
	}{
		{"an item in other words", parts, three, "Hedge acts, cooperation and registers have all been strengthened.", 1, "undecided"},
		{"near miss: an item that is denied", parts, three, "Norland has acted on laws and on cooperation, but not on registers.", 1, "unsupported"},
		{"the others of nobody knows which", parts, three, "No action was found in the other areas.", 0, "undecided"},
		{"near miss: the others of one that is named", parts, three, "Norland has acted on cooperation with owners, but in none of the other areas.", 1, "unsupported"},
		{"although", parts, three, "Although registers have been opened, no step towards laws or cooperation could be found.", 0, "supported"},
		{"a count", "", counted, "Norland has taken four actions to plant hedges, among them a grant. Thus, Norland receives a score of 0.", 0, "supported"},
		{"another count", "", counted, "Norland has taken two actions to plant hedges.", 0, "unsupported"},
		{"a count of something else", "", counted, "Norland has taken two actions abroad.", 0, "undecided"},
		{"a count and more", "", counted, "Norland has taken two actions to plant hedges. It has also paid for trees.", 0, "undecided"},
		{"a count that is lessened", "", counted, "Norland has taken six actions to plant hedges, although one of them was merely a speech.", 0, "undecided"},
		{"a count of which a part is named", "", counted, "Norland has taken five actions to plant hedges, of which two were by its provinces.", 1, "undecided"},
		{"lessened below the level all the same", "", counted, "Norland has taken three actions to plant hedges, although one of them was merely a speech.", 1, "unsupported"},
		{"action against it", "", counted, "Norland has taken seven actions to plant hedges, but it also felled one, an action against the commitment.", -1, "supported"},
		{"none against it", "", counted, "Norland has taken three actions to plant hedges and none against the commitment.", -1, "unsupported"},
		{"excluded by action against it", "", unopposed, "Norland has taken four actions to plant hedges but has felled one, which undermines it.", 1, "unsupported"},
		{"near miss: nothing against it", "", unopposed, "Norland has taken four actions to plant hedges and none that undermines it.", 1, "supported"},
		{"something that may go against it", "", unopposed, "Norland has taken four actions to plant hedges, but it has also doubled the tax on them.", -1, "undecided"},
		{"what no level covers", "", [3]string{"The member takes at least four actions.", "The member takes one or two actions.", "The member takes no action."}, "Norland has taken three actions.", 0, "undecided"},
		{"what two levels cover", "", [3]string{"The member takes three or more actions.", "The member takes one to three actions.", "The member takes no action."}, "Norland has taken three actions.", 0, "undecided"},
		{"what the higher level claims", "", [3]string{"The member takes at least five actions.", "The member takes at least one action.", "The member takes no action."}, "Norland has taken six actions.", 0, "unsupported"},
	} {
		closing := &model.Statement{Text: test.closing}
		c := model.Commitment{Number: 1, Rubric: rubricOf(test.levels), Verdicts: []model.Verdict{{
			Name: "Norland", ConcludingScore: ptr(test.score), Closing: closing, Actions: make([]model.Action, 20),
		}}}
		if test.features != "" {
			c.Features = []model.Text{{Text: test.features}}
		}
		res := run(t, &model.Report{Commitments: []model.Commitment{c}}, Options{Only: []string{"rubric-unsupported"}})
		if len(res.Readings) != 1 || res.Readings[0].Answer != test.want {
			t.Errorf("%s: %+v, want %s", test.name, res.Readings, test.want)
		}
	}
}

// rubricOf are the levels of a scoring table, +1 first.
func rubricOf(texts [3]string) []model.Level {
	var out []model.Level
	for i, text := range texts {
		out = append(out, model.Level{Score: ptr(1 - i), Text: text})
	}
	return out
}

// A paragraph about all levels stands under the first that it names; the others are
// then not missing, and it is no condition of the one.
func TestOneTextForAllLevels(t *testing.T) {
	table := rubricOf([3]string{"The member acts in at least two of the three areas.", "The member acts in one of the three areas.", "The member acts in none of the three areas."})
	for _, test := range []struct {
		text    string
		missing int // beside a scoring table that has two levels itself
	}{
		{"A member must act in at least two of the three areas. Action in one area is partial compliance, or 0. A member without action receives −1.", 0},
		{"Full compliance requires action in two or three areas. A member that acts in none of them does not comply.", 0},
		{"Full compliance requires action in both parts. Action on one of them only is treated as a work in progress.", 0},
		{"For a score of +1 a member must act in at least two of the three areas.", 2},
		{"A member must act in at least two of the three areas to receive +1, with 0.5 per cent of its budget.", 2},
	} {
		for _, rows := range [][]model.Level{table, table[:2]} {
			res := run(t, &model.Report{Commitments: []model.Commitment{{Number: 1, Rubric: rows,
				Guidelines: []model.Level{{Score: ptr(1), Text: test.text}}}}}, Options{Only: []string{"rubric-level-missing", "rubric-conflict"}})
			n := 0
			for _, f := range res.Findings {
				switch {
				case f.Rule == "rubric-conflict":
					t.Errorf("%s: %s", test.text, f.Message)
				case !strings.Contains(f.Message, "scoring table"):
					n++
				}
			}
			want := test.missing
			if len(rows) == len(table) {
				want = 0 // one level explained is no list of levels that lacks the others
			}
			if n != want {
				t.Errorf("%s: %d levels missing beside %d rows, want %d", test.text, n, len(rows), want)
			}
		}
	}
}

// Guidelines that list two levels lack the third, whatever the scoring table has.
func TestTwoOfThreeGuidelines(t *testing.T) {
	table := rubricOf([3]string{"The member acts in at least two of the three areas.", "The member acts in one of the three areas.", "The member acts in none of the three areas."})
	res := run(t, &model.Report{Commitments: []model.Commitment{{Number: 1, Rubric: table, Guidelines: table[:2]}}}, Options{Only: []string{"rubric-level-missing"}})
	if len(res.Findings) != 1 {
		t.Errorf("%+v", res.Findings)
	}
}

// Denials that stand behind what they deny, and phrases that look like counts.
func TestDenialsInRubrics(t *testing.T) {
	for _, test := range []struct {
		name   string
		levels [3]string
		gap    string
	}{
		{"taken action neither nor", [3]string{"The member has taken action BOTH to mend roofs AND to paint walls.", "The member has taken action EITHER to mend roofs OR to paint walls.", "The member has taken action NEITHER to mend roofs NOR to paint walls."}, ""},
		{"no action at all", [3]string{"Norland takes action in both areas.", "Norland takes action in only one of the two areas.", "Norland takes no action at all in either area."}, ""},
		{"only one, with the word behind", [3]string{"Norland has acted on all three components.", "Norland has acted on one of the three components only.", "Norland has acted on none of the three components."}, "action in 2 dimensions"},
	} {
		res := run(t, &model.Report{Commitments: []model.Commitment{{Number: 1, Rubric: rubricOf(test.levels)}}}, Options{Only: []string{"rubric-gap", "rubric-overlap"}})
		got := ""
		for _, f := range res.Findings {
			got += f.Message
		}
		if (got == "") != (test.gap == "") || !strings.Contains(got, test.gap) {
			t.Errorf("%s: %q, want %q", test.name, got, test.gap)
		}
	}
}
