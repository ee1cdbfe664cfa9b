package audit

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// Levels about two things: both, one of them, neither.
func TestRubricsOfTwoThings(t *testing.T) {
	for _, test := range []struct {
		name         string
		levels       [3]string
		gap, overlap string // a part of the message, "" for none
		read         bool
	}{
		{"and, or, neither", [3]string{"Member mends roofs AND trains masons.", "Member mends roofs OR trains masons.", "Member neither mends roofs NOR trains masons."}, "", "", true},
		{"both, either, but not both", [3]string{"The member has both mended roofs and trained masons.", "The member has either mended roofs or trained masons, but not both.", "The member has neither mended roofs nor trained masons."}, "", "", true},
		{"denied twice", [3]string{"Member mends roofs AND trains masons.", "Member mends roofs OR trains masons.", "Member does not mend roofs AND does not train masons."}, "", "", true},
		{"denied once for both", [3]string{"Member acts on roofs AND on walls.", "Member acts on roofs OR on walls.", "Member has NOT acted on roofs or on walls."}, "", "", true},
		{"the denial behind the verb", [3]string{"Member publishes a plan AND provides money for roofs.", "Member publishes a plan but provides no money for roofs, OR provides money for roofs without publishing a plan.", "Member publishes no plan and provides no money for roofs."}, "", "", true},
		{"neither behind the verb", [3]string{"Member supports both seed stores and extension services.", "Member supports seed stores OR extension services.", "Member supports neither seed stores nor extension services."}, "", "", true},
		{"one alone left out", [3]string{"The country mends roofs and trains masons.", "The country mends roofs but does not train masons.", "The country neither mends roofs nor trains masons."}, "only the second of the two (“trains masons”)", "", true},
		{"one named alone, in actions", [3]string{"Norland takes action at both the national and the international level.", "Norland takes action at the national level but not at the international level.", "Norland takes action neither at the national nor at the international level."}, "only the second of the two", "", true},
		{"near miss: a step that supposes the other", [3]string{"The country signs the treaty and ratifies it.", "The country signs the treaty but does not ratify it.", "The country neither signs the treaty nor ratifies it."}, "", "", true},
		{"the other way round", [3]string{"The country sets no new limits and removes old fences.", "The country sets no new limits and does not remove old fences.", "The country sets new limits and does not remove old fences."}, "both of the two", "", true},
		{"or both", [3]string{"The country adopts a law on nets, or a plan on them, or both.", "The country adopts a law or a plan on nets, but not both.", "The country adopts neither a law nor a plan on nets."}, "", "both cover only the first of the two", true},
		{"the other way round", [3]string{"The member mends roofs and trains masons for them.", "The member does one of the two: it mends roofs without training masons, or trains masons without mending roofs.", "The member neither mends roofs nor trains masons for them."}, "", "", true},
		{"without, one way", [3]string{"The member mends roofs and trains masons for them.", "The member mends roofs without training masons.", "The member neither mends roofs nor trains masons for them."}, "only the second of the two", "", true},
		{"one denied below either", [3]string{"The member mends roofs or trains masons, or both.", "The member mends roofs but trains no masons.", "The member neither mends roofs nor trains masons."}, "", "both cover only the first of the two", true},
		{"one of the two", [3]string{"Full compliance: roofs have been mended, and masons have been trained.", "Work in progress: only one of these two things has been done.", "Failure to comply: neither has been done."}, "", "", true},
		{"against it", [3]string{"Member mends roofs AND trains masons.", "Member mends roofs OR trains masons.", "Member neither mends roofs NOR trains masons, OR acts against the commitment."}, "", "", true},
		{"near miss: another condition in one level", [3]string{"Member mends roofs AND trains masons.", "Member announces that roofs are mended but trains no masons.", "Member neither mends roofs NOR trains masons."}, "", "", true},
		{"near miss: three things", [3]string{"Member mends roofs, walls and doors.", "Member mends roofs, walls or doors.", "Member mends no roofs, walls or doors."}, "", "", false},
		{"near miss: a number in one of the two", [3]string{"The member widens access to tests for at least one of the named groups and shares strains with partners.", "The member widens access to tests for at least one of the named groups or shares strains with partners, but not both.", "The member does not widen access to tests for any of the named groups and does not share strains with partners."}, "", "", true},
		{"near miss: actions and a thing that is none", [3]string{"Member takes actions to mend roofs and reports on leaks.", "Member takes actions to mend roofs but does not report on leaks, or reports on leaks without having taken new actions.", "Member takes no actions to mend roofs and does not report on leaks."}, "", "", true},
		{"near miss: grades", [3]string{"Member takes strong action on roofs AND on walls.", "Member takes weak action on roofs OR on walls.", "Member takes no action on roofs or on walls."}, "", "", true},
	} {
		res := run(t, &model.Report{Commitments: []model.Commitment{{Number: 1, Rubric: rubricOf(test.levels)}}},
			Options{Only: []string{"rubric-gap", "rubric-overlap"}})
		got := map[string]string{}
		for _, f := range res.Findings {
			got[f.Rule] += f.Message
		}
		for rule, want := range map[string]string{"rubric-gap": test.gap, "rubric-overlap": test.overlap} {
			if (want == "") != (got[rule] == "") || !strings.Contains(got[rule], want) {
				t.Errorf("%s: %s says %q, want %q", test.name, rule, got[rule], want)
			}
			if c := countOf(res, rule); (c.Checked == 1) != test.read {
				t.Errorf("%s: %s walked %d: %v", test.name, rule, c.Checked, c.Reasons)
			}
		}
	}
}

// Conclusions about two things.
func TestConclusionsAboutTwoThings(t *testing.T) {
	levels := [3]string{"Member mends roofs AND trains masons.", "Member mends roofs OR trains masons, but not both.", "Member neither mends roofs NOR trains masons."}
	for _, test := range []struct {
		closing string
		score   int
		want    string
	}{
		{"Norland has mended roofs and trained masons.", 1, "supported"},
		{"Norland has mended roofs and trained masons.", 0, "unsupported"},
		{"Norland has mended roofs but has not trained masons.", 0, "supported"},
		{"Norland has mended roofs but has not trained masons.", 1, "unsupported"},
		{"Norland has mended roofs.", 1, "undecided"},
		{"Norland has neither mended roofs nor trained masons.", -1, "supported"},
		{"No evidence was found on the training of masons or on roofs.", 0, "undecided"}, // perhaps other words for one of them
		{"Norland has mended roofs and plans, in a draft, to train masons.", 1, "undecided"},
		{"Norland has mended roofs and looked after its builders.", 0, "undecided"},
	} {
		c := model.Commitment{Number: 1, Rubric: rubricOf(levels), Verdicts: []model.Verdict{{
			Name: "Norland", ConcludingScore: ptr(test.score), Closing: &model.Statement{Text: test.closing}, Actions: make([]model.Action, 5),
		}}}
		res := run(t, &model.Report{Commitments: []model.Commitment{c}}, Options{Only: []string{"rubric-unsupported"}})
		if len(res.Readings) != 1 || res.Readings[0].Answer != test.want {
			t.Errorf("%s %+d: %+v, want %s", test.closing, test.score, res.Readings, test.want)
		}
	}
}
