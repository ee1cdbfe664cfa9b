package audit

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

func TestFeaturesAgainstTheScoringTable(t *testing.T) {
	for _, test := range []struct {
		name, features     string
		none, partial, all string // the scoring table
		want               int
	}{
		{"two of three are full compliance", "A member that acts in two of the three areas is deemed to have complied fully, while a member that acts in only one area is deemed to have complied partially.",
			"The member does not act in any of the three areas.", "The member takes action in one or two of the three areas.", "The member takes action in all three areas.", 1},
		{"near miss: all three", "A member that acts in all three areas is deemed to have complied fully, while a member that acts in one or two of the three areas is deemed to have complied partially.",
			"The member does not act in any of the three areas.", "The member takes action in one or two of the three areas.", "The member takes action in all three areas.", 0},
		{"near miss: a bare number", "Action in one of the three areas counts as partial compliance.",
			"The member does not act in any of the three areas.", "The member takes action in one or two of the three areas.", "The member takes action in all three areas.", 0},
		{"one kind is partial, OR is full", "The promise asks for two kinds of action. Action of only one kind counts as partial compliance.",
			"The member takes no action on lamps NOR on stairs.", "The member announces, but does not carry out, action on lamps AND on stairs.", "The member takes action on lamps OR on stairs.", 1},
		{"near miss: AND is full", "The promise asks for two kinds of action. Action of only one kind counts as partial compliance.",
			"The member takes no action on lamps NOR on stairs.", "The member takes action on lamps OR on stairs.", "The member takes action on lamps AND on stairs.", 0},
		{"near miss: what is not full", "Action in two of the three areas is not full compliance.",
			"The member does not act in any of the three areas.", "The member takes action in one or two of the three areas.", "The member takes action in all three areas.", 0},
		{"near miss: no numbers", "Full compliance needs strong action.",
			"The member does not act in any of the three areas.", "The member takes action in one or two of the three areas.", "The member takes action in all three areas.", 0},
	} {
		r := &model.Report{Commitments: []model.Commitment{{
			Number: 2, Features: []model.Text{{Text: test.features}},
			Rubric: []model.Level{{Score: ptr(-1), Text: test.none}, {Score: ptr(0), Text: test.partial}, {Score: ptr(1), Text: test.all}},
		}}}
		res := run(t, r, Options{Only: []string{"rubric-conflict"}})
		if len(res.Findings) != test.want {
			t.Errorf("%s: %d findings, want %d: %+v", test.name, len(res.Findings), test.want, res.Findings)
		}
	}
}

// The levels are +1, 0, −1.
func TestGapsOfNumbersAtTheirWord(t *testing.T) {
	for _, test := range []struct {
		name          string
		levels        [3]string
		gaps, overlap string // a part of the message, "" for no finding
	}{
		{"at least three, one, none", [3]string{"The member takes action in at least three of the four areas.", "The member takes action in one of the four areas.", "The member takes no action in any of the four areas."}, "covers action in 2 dimensions", ""},
		{"near miss: all four, one, none", [3]string{"The member takes action in all four areas.", "The member takes action in one of the four areas.", "The member takes no action in any of the four areas."}, "", ""},
		{"near miss: at least two, one, none", [3]string{"The member takes action in at least two of the four areas.", "The member takes action in one of the four areas.", "The member takes no action in any of the four areas."}, "", ""},
		{"near miss: at least three, one or two, none", [3]string{"The member takes action in at least three of the four areas.", "The member takes action in one or two of the four areas.", "The member takes no action in any of the four areas."}, "", ""},
		{"up to four", [3]string{"The member takes five or more strong actions.", "The member takes three or four weak actions or up to four strong actions.", "The member takes two or fewer weak actions."}, "covers 5 weak actions", "both cover no action"},
		{"near miss: up to four, none", [3]string{"The member takes five or more strong actions.", "The member takes up to four strong actions or any weak actions.", "The member takes no action."}, "", ""},
	} {
		r := &model.Report{Commitments: []model.Commitment{{Number: 1, Rubric: []model.Level{
			{Score: ptr(1), Text: test.levels[0]}, {Score: ptr(0), Text: test.levels[1]}, {Score: ptr(-1), Text: test.levels[2]},
		}}}}
		res := run(t, r, Options{Only: []string{"rubric-gap", "rubric-overlap"}})
		got := map[string]string{}
		for _, f := range res.Findings {
			got[f.Rule] += f.Message
			if !strings.Contains(f.Computed, "walked: 0 to ") {
				t.Errorf("%s: %s", test.name, f.Computed)
			}
		}
		for rule, want := range map[string]string{"rubric-gap": test.gaps, "rubric-overlap": test.overlap} {
			if (want == "") != (got[rule] == "") || !strings.Contains(got[rule], want) {
				t.Errorf("%s: %s says %q, want %q", test.name, rule, got[rule], want)
			}
		}
	}
}
