package audit

import (
	"fmt"
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
		{"clauses without a word between", "The promise names three instruments. A member that uses at least two of the three instruments is in full compliance, a member that uses one is in partial compliance.",
			"The member uses none of the three instruments.", "The member uses one or two of the three instruments.", "The member uses all three instruments: bells AND buoys AND beacons.", 1},
		{"near miss: the same instruments", "The promise names three instruments. A member that uses all three instruments is in full compliance, a member that uses one or two of the three instruments is in partial compliance.",
			"The member uses none of the three instruments.", "The member uses one or two of the three instruments.", "The member uses all three instruments: bells AND buoys AND beacons.", 0},
		{"near miss: instruments without a level", "The promise names three instruments. A member may use two of the three instruments.",
			"The member uses none of the three instruments.", "The member uses one or two of the three instruments.", "The member uses all three instruments.", 0},
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

// The same where an interpretation without levels says it, under the guidelines.
func TestInterpretationAgainstTheScoringTable(t *testing.T) {
	for _, test := range []struct {
		name, interpretation string
		none, partial, all   string
		want                 int
	}{
		{"one of them is partial, at least one is full", "There are two areas, lamps and stairs. Full compliance needs action in both areas. Action in only one of them is partial compliance. Who does neither has not complied.",
			"The member took no action in any area.", "The member has announced action in one of the two areas.", "The member took action in at least one of the two areas.", 1},
		{"near miss: both is full", "There are two areas, lamps and stairs. Full compliance needs action in both areas. Action in only one of them is partial compliance. Who does neither has not complied.",
			"The member took no action in any area.", "The member took action in one of the two areas.", "The member took action in both areas.", 0},
		{"one only is none, one or two is partial", "Three means are named: bells, buoys and beacons. For full compliance a member must have used all three. A member that has used two of the three complies in part, and a member that has used one only, or none, does not comply.",
			"The member has used none of the three means.", "The member has used one or two of the three means: bells, buoys, beacons.", "The member has used all three means: bells, buoys and beacons.", 1},
		{"near miss: none is none", "Three means are named: bells, buoys and beacons. For full compliance a member must have used all three. A member that has used one or two of the three complies in part, and a member that has used none does not comply.",
			"The member has used none of the three means.", "The member has used one or two of the three means: bells, buoys, beacons.", "The member has used all three means: bells, buoys and beacons.", 0},
		{"near miss: one of those of others", "There are two areas, lamps and stairs. Full compliance is not given for one of them.",
			"The member took no action in any area.", "The member took action in one of the two areas.", "The member took action in at least one of the two areas.", 0},
	} {
		r := &model.Report{Commitments: []model.Commitment{{
			Number: 2, Guidelines: []model.Level{{Text: test.interpretation}},
			Rubric: []model.Level{{Score: ptr(-1), Text: test.none}, {Score: ptr(0), Text: test.partial}, {Score: ptr(1), Text: test.all}},
		}}}
		res := run(t, r, Options{Only: []string{"rubric-conflict"}})
		if len(res.Findings) != test.want {
			t.Errorf("%s: %d findings, want %d: %+v", test.name, len(res.Findings), test.want, res.Findings)
		}
		for _, f := range res.Findings {
			if !strings.Contains(f.Message, "the interpretation") {
				t.Error(f.Message)
			}
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
		// Between all and none, one of the four leaves two and three to be placed: the
		// text says nothing of them, and a reader has to guess that one is one or more.
		{"all four, one, none", [3]string{"The member takes action in all four areas.", "The member takes action in one of the four areas.", "The member takes no action in any of the four areas."}, "covers action in 2 dimensions; action in 3 dimensions. A number without", ""},
		{"near miss: all four, at least one, none", [3]string{"The member takes action in all four areas.", "The member takes action in at least one of the four areas.", "The member takes no action in any of the four areas."}, "", ""},
		{"near miss: all four, one or more, none", [3]string{"The member takes action in all four areas.", "The member takes action in one or more of the four areas.", "The member takes no action in any of the four areas."}, "", ""},
		{"near miss: all four, any one, none", [3]string{"The member takes action in all four areas.", "The member takes action in any one of the four areas.", "The member takes no action in any of the four areas."}, "", ""},
		{"near miss: all four, one or other, none", [3]string{"The member takes action in all four areas.", "The member takes action in one or other of the four areas.", "The member takes no action in any of the four areas."}, "", ""},
		{"near miss: all four, some, none", [3]string{"The member takes action in all four areas.", "The member takes action in some of the four areas.", "The member takes no action in any of the four areas."}, "", ""},
		{"near miss: all four, an area, none", [3]string{"The member takes action in all four areas.", "The member takes action in an area out of the four.", "The member takes no action in any of the four areas."}, "", ""},
		{"near miss: both, one, none", [3]string{"The member takes action in both areas.", "The member takes action in one of the two areas.", "The member takes no action in either area."}, "", ""},
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

// Rubrics of the kinds that reports have, each walked over its grid: gaps and
// overlaps as a reader counts them, and nothing in those that are whole.
func TestWalksOfRubrics(t *testing.T) {
	for _, test := range []struct {
		name          string
		levels        [3]string
		gaps, overlap string
	}{
		{"three areas, one of three, none", [3]string{"The member takes strong action in all three areas.", "The member takes strong action in one of the three areas.", "The member takes no strong action in any of the three areas."}, "covers action in 2 dimensions. A number without", ""},
		{"at least three of four, one, none", [3]string{"Member takes action on at least three of four components.", "Member takes action on one component.", "Member takes action on none of the components."}, "covers action in 2 dimensions", ""},
		{"three or more, one to three", [3]string{"The country takes three or more strong actions.", "The country takes one to three strong actions.", "The country takes no strong action."}, "", "both cover 3 actions"},
		{"five, two to three, one or no", [3]string{"Five or more strong actions were taken.", "Two to three strong actions were taken.", "One or no strong action was taken."}, "covers 4 actions", ""},
		{"strong or weak, nothing left out", [3]string{"The member takes at least two strong actions.", "The member takes one strong action or at least three weak actions.", "The member takes fewer than three weak actions."}, "", ""},
		{"strong or weak, three weak ones left out", [3]string{"The member takes at least two strong actions.", "The member takes one strong action or at least four weak actions.", "The member takes fewer than three weak actions."}, "covers 3 weak actions and no strong action", ""},
		{"both, only one, neither", [3]string{"The member acts in both areas.", "The member acts in only one of the two areas.", "The member acts in neither of the two areas."}, "", ""},
		{"more than two of four", [3]string{"The member acts in more than two of the four areas.", "The member acts in one or two of the four areas.", "The member acts in none of the four areas."}, "", ""},
		{"more than three of five", [3]string{"The member acts in more than three of the five areas.", "The member acts in one or two of the five areas.", "The member acts in none of the five areas."}, "covers action in 3 dimensions", ""},
		{"two or more but fewer than four", [3]string{"The member takes four or more actions.", "The member takes two or more actions but fewer than four.", "The member takes two or fewer actions."}, "", "both cover 2 actions"},
		{"some but not all", [3]string{"The member takes actions on all four pillars.", "The member takes actions on some but not all of the four pillars.", "The member takes actions on none of the four pillars."}, "", ""},
		{"strong and weak dimensions", [3]string{"The member takes strong action in at least two of the three dimensions.", "The member takes strong action in one of the three dimensions or weak action in at least two.", "The member takes weak action in only one of the three dimensions or no action."}, "", ""},
		{"six, three to five, two or fewer", [3]string{"Six or more actions.", "Three to five actions.", "Two or fewer actions."}, "", ""},
		{"seven, three to five, two or fewer", [3]string{"Seven or more actions.", "Three to five actions.", "Two or fewer actions."}, "covers 6 actions", ""},
		{"only weak ones or none", [3]string{"The member takes two strong actions.", "The member takes one strong action.", "The member takes only weak actions or none."}, "", ""},
		{"between one and three", [3]string{"The member takes at least four strong actions.", "The member takes between one and three strong actions.", "The member does not take any strong actions."}, "", ""},
		{"at least five, between one and three", [3]string{"The member takes at least five strong actions.", "The member takes between one and three strong actions.", "The member does not take any strong actions."}, "covers 4 actions", ""},
		{"targets", [3]string{"The member meets three of the three targets.", "The member meets one or two of the three targets.", "The member meets none of the three targets."}, "", ""},
		{"no fewer than three, one", [3]string{"No fewer than three strong actions are taken.", "One strong action is taken.", "No strong action is taken."}, "covers 2 actions", ""},
		{"a minimum of three", [3]string{"A minimum of three strong actions was taken.", "One or two strong actions were taken.", "No strong actions were taken."}, "", ""},
	} {
		r := &model.Report{Commitments: []model.Commitment{{Number: 1, Rubric: []model.Level{
			{Score: ptr(1), Text: test.levels[0]}, {Score: ptr(0), Text: test.levels[1]}, {Score: ptr(-1), Text: test.levels[2]},
		}}}}
		res := run(t, r, Options{Only: []string{"rubric-gap", "rubric-overlap"}})
		got := map[string]string{}
		for _, f := range res.Findings {
			got[f.Rule] += f.Message
		}
		for rule, want := range map[string]string{"rubric-gap": test.gaps, "rubric-overlap": test.overlap} {
			if (want == "") != (got[rule] == "") || !strings.Contains(got[rule], want) {
				t.Errorf("%s: %s says %q, want %q", test.name, rule, got[rule], want)
			}
			if c := countOf(res, rule); c.Checked != 1 {
				t.Errorf("%s: %s walked nothing: %v", test.name, rule, c.Reasons)
			}
		}
	}
}

// What conclusions claim, against the level awarded.
func TestConclusionsAgainstTheLevel(t *testing.T) {
	levels := func(full, partial, none string) []model.Level {
		return []model.Level{{Score: ptr(1), Text: full}, {Score: ptr(0), Text: partial}, {Score: ptr(-1), Text: none}}
	}
	areas := levels("The member takes strong action in all three of the areas: wells, nets and roads.", "The member takes strong action in one or two of the three areas.", "The member takes no strong action in any of the three areas.")
	numbers := levels("The member takes three or more strong actions.", "The member takes one or two strong actions.", "The member takes no strong action.")
	for _, test := range []struct {
		name    string
		score   int
		levels  []model.Level
		closing string
		want    string
	}{
		{"two of three for +1", 1, areas, "Canada has taken strong action in two of the three areas. Thus, Canada receives a score of +1.", "unsupported"},
		{"all three for +1", 1, areas, "Canada has taken strong action in all three areas. Thus, Canada receives a score of +1.", "supported"},
		{"named two", 1, areas, "Canada took strong action on wells and nets, but not on roads. Thus, Canada receives a score of +1.", "unsupported"},
		{"only one for +1", 1, numbers, "Canada has taken only two strong actions. Thus, Canada receives a score of +1.", "unsupported"},
		{"none for 0", 0, numbers, "Canada has not taken any strong action. Thus, Canada receives a score of 0.", "unsupported"},
		{"four for 0", 0, numbers, "Canada has taken four strong actions. Thus, Canada receives a score of 0.", "unsupported"},
		{"open", 1, numbers, "Canada has worked hard on wells. Thus, Canada receives a score of +1.", "undecided"},
		{"one for -1", -1, numbers, "Canada has taken one strong action. Thus, Canada receives a score of −1.", "unsupported"},
		{"three ok", 1, numbers, "Canada has taken three strong actions. Thus, Canada receives a score of +1.", "supported"},
		{"failed in one", 1, areas, "Canada failed to act on roads. Thus, Canada receives a score of +1.", "undecided"},
		{"digits", 1, numbers, "Canada has taken 2 strong actions and 4 weak actions. Thus, Canada receives a score of +1.", "unsupported"},
		{"more than the rubric names", 1, numbers, "Canada has taken six strong actions. Thus, Canada receives a score of +1.", "supported"},
		{"at least", 1, numbers, "Canada has taken at least two strong actions. Thus, Canada receives a score of +1.", "undecided"},
	} {
		c := model.Commitment{Number: 1, Rubric: test.levels, Assessment: &model.Assessment{Scores: []model.Score{{Member: "CAN", Name: "Canada", Score: &test.score}}}}
		v := model.Verdict{Member: "CAN", Name: "Canada", HeadingScore: &test.score, Closing: &model.Statement{Text: test.closing}, ConcludingScore: &test.score}
		for i := range 6 {
			v.Actions = append(v.Actions, model.Action{Date: "2031-01-05", Text: fmt.Sprintf("On 5 January 2031, Canada opened well %d.", i+1)})
		}
		c.Verdicts = []model.Verdict{v}
		res := run(t, &model.Report{Commitments: []model.Commitment{c}}, Options{Only: []string{"rubric-unsupported"}})
		if len(res.Readings) != 1 || res.Readings[0].Answer != test.want {
			t.Errorf("%s: %+v, want %s", test.name, res.Readings, test.want)
		}
	}
}
