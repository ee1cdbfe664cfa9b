package audit

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// gapsOf are the messages of the gaps and overlaps of a table with what stands
// beside its levels.
func gapsOf(t *testing.T, levels [3]string, beside, features string) string {
	t.Helper()
	c := model.Commitment{Number: 1, Rubric: rubricOf(levels)}
	if beside != "" {
		c.Guidelines = []model.Level{{Text: beside}}
	}
	if features != "" {
		c.Features = []model.Text{{Text: features}}
	}
	got := ""
	for _, f := range run(t, &model.Report{Commitments: []model.Commitment{c}}, Options{Only: []string{"rubric-gap", "rubric-overlap"}}).Findings {
		got += f.Rule + " " + f.Message
	}
	return got
}

// A lowest level that denies, in whatever words, is for none at all.
func TestLowestLevelsThatDeny(t *testing.T) {
	for _, lowest := range []string{
		"Nothing has been done under any of the three parts.",
		"Nothing was undertaken in any of the three parts.",
		"No step has been taken on any of the three parts.",
		"None of the three parts was touched.",
		"Not a single one of the three parts has been addressed.",
		"There is nothing on any of the three parts.",
		"The member leaves all three parts untouched.",
		"The member ignores all of the three parts.",
		"Hardly anything was done under any of the three parts.",
		"There was an absence of action in each of the three parts.",
		"The member did not lift a finger for any of the three parts.",
		"Action in any of the three parts is missing.",
		"The member refrained from action in all three parts.",
		"Nobody acted on any of the three parts.",
	} {
		if got := gapsOf(t, [3]string{"Something has been done under each of the three parts.", "Something has been done under one or two of the three parts.", lowest}, "", ""); got != "" {
			t.Errorf("%s: %s", lowest, got)
		}
	}
}

// A count that takes in none at all.
func TestNoneOrOne(t *testing.T) {
	for _, lowest := range []string{
		"Norland addresses none or only one of the six areas.",
		"Norland addresses no more than one of the six areas.",
		"Norland addresses none or one of the six areas.",
		"Norland addresses at most one of the six areas.",
		"Norland addresses one or none of the six areas.",
		"Norland addresses none, or at most one, of the six areas.",
		"Norland addresses one of the six areas or none.",
		"Norland addresses a single one of the six areas or none of them.",
		"Norland addresses fewer than two of the six areas.",
		"Norland addresses not more than a single area out of six.",
	} {
		levels := [3]string{"Norland addresses five or six of the six areas.", "Norland addresses between two and four of the six areas, inclusive.", lowest}
		if got := gapsOf(t, levels, "", ""); got != "" {
			t.Errorf("%s: %s", lowest, got)
		}
		levels[1] = "Norland addresses three or four of the six areas."
		if got := gapsOf(t, levels, "", ""); got != "" && !strings.Contains(got, "covers action in 2 dimensions.") {
			t.Errorf("%s: %s", lowest, got)
		}
	}
}

// What stands beside the levels may say what becomes of a case that none names.
func TestCasesTreatedBeside(t *testing.T) {
	levels := [3]string{"The member acts in all three areas.", "The member acts in two of the three areas.", "The member acts in none of the three areas."}
	for _, test := range []struct {
		beside string
		gap    bool
	}{
		{"", true},
		{"A country that has acted in one area alone shall, for the purposes of scoring, be treated as not having acted.", false},
		{"Action in a single area counts as no action.", false},
		{"A member with action in one area is regarded as being in non-compliance.", false},
		{"A member that acts in only one area will receive −1.", false},
		{"Action in fewer than two areas is scored −1.", false},
		{"All other cases are scored 0.", false},
		{"Some action that falls short of this is considered non-compliance.", false},
		{"Action in one area amounts to inaction.", false},
		{"An action may be assigned to one area only.", true},
		{"Action in all three areas is full compliance.", true},
		{"The three areas are nets, boats and ports.", true},
		{"A member that has not acted in any of them has not complied.", true},
	} {
		for _, features := range []bool{false, true} {
			beside, other := test.beside, ""
			if features {
				beside, other = other, beside
			}
			if got := gapsOf(t, levels, beside, other); (got != "") != test.gap {
				t.Errorf("%s: %q", test.beside, got)
			}
		}
	}
}
