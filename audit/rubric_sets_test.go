package audit

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// What a text calls the members of a set of a stated size are the parts that its levels
// count, whatever the word is; without the size they are the member's own.
func TestRubricsOfNamedSets(t *testing.T) {
	for _, test := range []struct {
		name         string
		levels       [3]string
		gap, overlap string
		read         bool
	}{
		{"two of four measures left out", [3]string{"The member has taken at least three of the four measures.", "The member has taken one of the four measures.", "The member has taken none of the four measures."}, "covers action in 2 dimensions", "", true},
		{"near miss: one or two of four measures", [3]string{"The member has taken at least three of the four measures.", "The member has taken one or two of the four measures.", "The member has taken none of the four measures."}, "", "", true},
		{"measures named in brackets", [3]string{"The member has carried out all three measures.", "The member has carried out one or two of the three measures.", "The member has carried out none of the three measures (bells, buoys, beacons)."}, "", "", true},
		{"two steps in two levels", [3]string{"The member has taken two or more of the three steps.", "The member has taken one or two of the three steps.", "The member has taken none of the three steps."}, "", "both cover action in 2 dimensions", true},
		{"measures of the member's own", [3]string{"The member has taken at least three measures on lamps.", "The member has taken one measure on lamps.", "The member has taken no measure on lamps."}, "covers exactly 2", "", true},
		{"near miss: or three", [3]string{"The member has joined all of the four bodies.", "The member has joined two of the four bodies, or three.", "The member has joined fewer than two of the four bodies."}, "", "", true},
		{"near miss: sets of two sizes", [3]string{"The member has taken three of the four measures.", "The member has taken one of the three measures.", "The member has taken none of the measures."}, "", "", false},
		{"reports", [3]string{"Both reports appear before the cycle closes.", "One of the two reports appears before the cycle closes, the other does not.", "Neither of the two reports appears before the cycle closes."}, "", "", true},
		{"classes by halves", [3]string{"More than half of the six classes are covered.", "At least one class is covered, but no more than half of the six.", "None of the six classes is covered."}, "", "", true},
		{"percentage points", [3]string{"The rate falls by two percentage points or more.", "The rate falls by less than one percentage point.", "The rate does not fall."}, "exactly one percentage point; more than one percentage point and less than two percentage points", "", true},
		{"near miss: points that meet", [3]string{"The rate falls by one percentage point or more.", "The rate falls by less than one percentage point.", "The rate does not fall."}, "", "", true},
		{"sums by another name", [3]string{"£9 million or more in all reaches the fund.", "Some money reaches the fund, but less than £8 million in all.", "No payment reaches the fund."}, "exactly £8 million; more than £8 million and less than £9 million", "", true},
		{"near miss: sums that meet", [3]string{"£9 million or more in all reaches the fund.", "Some money reaches the fund, but less than £9 million in all.", "No payment reaches the fund."}, "", "", true},
		{"the whole of it", [3]string{"Norland pays the whole of its fair share or more.", "Norland pays at least half of its fair share, but not the whole of it.", "Norland pays less than half of its fair share."}, "", "", true},
		{"one or more of each of two", [3]string{"One or more local bells and one or more distant bells are hung in the harbour.", "One or more local bells but no distant ones, or one or more distant bells but no local ones, are hung in the harbour.", "No local bells and no distant bells are hung in the harbour."}, "", "", true},
		{"within the period", [3]string{"Norland hands in a report on or before 31 March 2019.", "Norland hands in a report after 30 June 2019 but within the compliance period.", "Norland hands in no report by the end of the compliance period."}, "after 31 March 2019 and before 30 June 2019", "", true},
		{"near miss: days that meet within the period", [3]string{"Norland hands in a report on or before 31 March 2019.", "Norland hands in a report after 31 March 2019 but within the compliance period.", "Norland hands in no report by the end of the compliance period."}, "", "", true},
	} {
		res := run(t, &model.Report{Commitments: []model.Commitment{{Number: 1, Rubric: rubricOf(test.levels)}}},
			Options{Only: []string{"rubric-gap", "rubric-overlap"}})
		got := map[string]string{}
		for _, f := range res.Findings {
			got[f.Rule] += f.Message
		}
		for rule, want := range map[string]string{"rubric-gap": test.gap, "rubric-overlap": test.overlap} {
			if want == "" && got[rule] != "" || !strings.Contains(got[rule], want) {
				t.Errorf("%s: %s: %q, want %q", test.name, rule, got[rule], want)
			}
		}
		for _, r := range res.Rules {
			if r.Rule == "rubric-gap" && (r.Checked > 0) != test.read {
				t.Errorf("%s: read %d, undecided %v", test.name, r.Checked, r.Reasons)
			}
		}
	}
}

// The end of the time that counts is a day where a sentence beside the levels says which.
func TestEndOfTheTimeThatCounts(t *testing.T) {
	levels := [3]string{"Norland submits its plan before 1 January 2015.", "Norland submits its plan between 1 January and 30 June 2015, both days included.", "Norland does not submit its plan by the end of the compliance cycle."}
	for beside, gap := range map[string]string{
		"The compliance cycle ends on 31 October 2015.": "after 30 June 2015 and before the end of the compliance cycle",
		"The compliance cycle ends on 30 June 2015.":    "",
		"The compliance cycle ends in October.":         "",
		"The cycle of floods ends on 31 October 2015.":  "",
		"Plans are public.":                             "",
	} {
		c := model.Commitment{Number: 1, Rubric: rubricOf(levels), Guidelines: []model.Level{{Text: beside}}}
		res := run(t, &model.Report{Commitments: []model.Commitment{c}}, Options{Only: []string{"rubric-gap"}})
		got := ""
		for _, f := range res.Findings {
			got += f.Message
		}
		if gap == "" && got != "" || !strings.Contains(got, gap) {
			t.Errorf("%s: %q", beside, got)
		}
	}
}

// Guidelines and a level contradict each other in what they say of one kind of action, or of the
// threshold.
func TestGuidelinesAgainstALevel(t *testing.T) {
	speeches := [3]string{"Member takes two or more actions on floods other than sending delegates to meetings.", "Member takes one action on floods other than sending delegates to meetings.", "Member takes no action on floods other than sending delegates to meetings."}
	gifts := [3]string{"Provides new loans of USD5 million or more, or renews loans that were granted before the summit.", "Provides new loans of less than USD5 million and renews no earlier loans.", "Neither provides nor renews loans."}
	gifts2 := [3]string{"Provides new loans in addition to loans granted before the summit, or pays them early.", "Provides new loans.", "Provides no loans."}
	against := [3]string{"The member takes a step towards open ports and none against it.", "The member takes a step towards open ports, but also a step against it.", "The member takes no step towards open ports."}
	ways := [3]string{"Help, through joint grants, its own wells in partner countries, or both, amounts to EUR5 million or more.", "Help, through joint grants, its own wells in partner countries, or both, amounts to less than EUR5 million.", "There is no help."}
	five := [3]string{"Member acts on roofs in four or five of the five sectors.", "Member acts on roofs in one, two or three of the five sectors.", "Member acts on roofs in none of the five sectors."}
	report := [3]string{"Member hands in a report on or before 31 December 2003.", "Member hands in a report after 31 December 2003 but within the compliance period.", "Member hands in no report by the end of the compliance period."}
	three := [3]string{"The member has carried out all three measures.", "The member has carried out one or two of the three measures.", "The member has carried out none of the three measures (bells, buoys, beacons)."}
	own := [3]string{"The member has carried out three or more measures.", "The member has carried out one or two measures.", "The member has carried out no measures."}
	for _, test := range []struct {
		levels [3]string
		beside string
		found  bool
	}{
		{speeches, "Sending a delegate to an international meeting is by itself sufficient for a score of 0.", true},
		{speeches, "Sending a delegate to an international meeting is not by itself sufficient for a score of 0.", false},
		{speeches, "Sending a delegate to a meeting and hosting one is sufficient for a score of 0.", false},
		{speeches, "Sending boats is by itself sufficient for a score of 0.", false},
		{gifts, "Loans granted before the summit are disregarded even where they are paid out after it.", true},
		{gifts, "Loans granted before the summit are not disregarded.", false},
		{gifts, "Loans granted before the summit by banks are disregarded.", false},
		{gifts2, "Loans granted before the summit are disregarded.", false},
		{against, "A step against the commitment, such as a new toll, leads to a score of -1, whatever other steps have been taken.", true},
		{against, "A step against the commitment leads to a score of -1, whatever its size, if it stands alone.", false},
		{three, "Members must have carried out at least one of the three measures to be considered for full compliance.", false},
		{against, "A step against the commitment alone leads to a score of -1, whatever its size.", false},
		{against, "A step against the commitment leads to a score of -1 unless there are others.", false},
		{against, "A step against the commitment may be told in the background, whatever its size.", false},
		{ways, "Full compliance cannot be awarded on the strength of joint grants alone.", true},
		{ways, "Joint grants alone can earn no more than partial compliance.", true},
		{ways, "Full compliance can be awarded on the strength of joint grants alone.", false},
		{ways, "Full compliance cannot be awarded on the strength of promises alone.", false},
		{five, "To receive full compliance, a member must act on roofs in at least three of the five sectors.", true},
		{five, "To receive full compliance, a member must act on roofs in at least four of the five sectors.", false},
		{five, "To receive full compliance, a member must also act on roofs in at least three of the five sectors.", false},
		{five, "To receive full compliance, a member must act on slate roofs in at least three of the five sectors.", false},
		{report, "Members have until the end of March 2004. A report handed in by that day is full compliance, even if it is incomplete.", true},
		{report, "Members have until the end of December 2003. A report handed in by that day is full compliance, even if it is incomplete.", false},
		{three, "A member which has carried out two of the three measures is considered to be in full compliance; a member with one is considered to have made progress.", true},
		{three, "A member which has carried out all three measures is considered to be in full compliance; a member with one is considered to have made progress.", false},
		// Other words say another thing, however near to it.
		{three, "Two of the three measures were agreed at Norby and are considered full compliance with the older promise.", false},
		{three, "It takes two of the three measures to be considered in full compliance with the spirit of the text.", false},
		{three, "A member which has carried out two of the three measures is close to full compliance.", false},
		{three, "Before 2005, a member which had carried out two of the three measures was considered to be in full compliance.", false},
		{three, "A member which has carried out two of the three measures and begun the last is considered to be in full compliance.", false},
		{three, "A member must have carried out at least two of the three measures before analysts consider full compliance.", false},
		{own, "A member which has carried out two of the three duties is considered to be in full compliance; a member with one is considered to have made progress.", false},
	} {
		c := model.Commitment{Number: 1, Rubric: rubricOf(test.levels), Guidelines: []model.Level{{Text: test.beside}}}
		res := run(t, &model.Report{Commitments: []model.Commitment{c}}, Options{Only: []string{"rubric-conflict"}})
		if found := len(res.Findings) > 0; found != test.found {
			t.Errorf("%q: %+v, want %v", test.beside, res.Findings, test.found)
		}
	}
}
