package audit

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// Levels that differ in one quantity, of whatever it is, and levels that differ in
// something else too.
func TestFramedRubrics(t *testing.T) {
	for _, test := range []struct {
		name         string
		levels       [3]string
		gap, overlap string // a part of the message, "" for none
		read         bool
	}{
		{"money, the threshold left out", [3]string{"The member gives more than EUR30 million to the fund.", "The member gives to the fund, but less than EUR30 million.", "The member gives nothing to the fund."}, "exactly EUR30 million", "", true},
		{"near miss: or more", [3]string{"The member gives EUR30 million or more to the fund.", "The member gives less than EUR30 million to the fund.", "The member gives no money to the fund."}, "", "", true},
		{"near miss: does not exceed", [3]string{"The member gives to the fund and its gift exceeds EUR30 million.", "The member gives to the fund, but its gift does not exceed EUR30 million.", "The member does not give to the fund."}, "", "", true}, // "gift" is another word
		{"up to and including", [3]string{"The member gives EUR30 million or more to the fund.", "The member gives some money to the fund, up to and including EUR30 million.", "The member gives no money to the fund."}, "", "both cover exactly EUR30 million", true},
		{"two currencies", [3]string{"The member gives more than EUR30 million to the fund.", "The member gives to the fund, but less than USD30 million.", "The member gives nothing to the fund."}, "", "", false},
		{"shares with a gap", [3]string{"The share is at least 0.7 per cent.", "The share is from 0.4 up to 0.6 per cent.", "The share is below 0.4 per cent."}, "", "", false}, // 0.4 of what?
		{"shares with a gap between", [3]string{"The share is at least 0.7%.", "The share is from 0.4% up to 0.6%.", "The share is below 0.4%."}, "more than 0.6% and less than 0.7%", "", true},
		{"near miss: shares that meet", [3]string{"The share is 0.7 per cent or higher.", "The share is at least 0.4 per cent but below 0.7 per cent.", "The share is below 0.4 per cent."}, "", "", true},
		{"a quarter is 25 per cent", [3]string{"Costs have been cut by a quarter or more.", "Costs have been cut by under 25 per cent.", "Costs have not been cut."}, "", "", true},
		{"inclusive", [3]string{"Use falls by 10 percent or more.", "Use falls by 5 percent to 10 percent inclusive.", "Use falls by less than 5 percent, or does not fall."}, "", "both cover exactly 10 percent", true},
		{"days with a gap", [3]string{"The council adopts a plan on or before 31 March 2019.", "The council adopts a plan between 1 April and 30 June 2019.", "The council has not adopted a plan by 30 September 2019."}, "after 30 June 2019 and before 30 September 2019", "", true},
		{"near miss: days that meet", [3]string{"The plan was adopted by 31 March 2019.", "The plan was adopted after 31 March 2019 but no later than 30 June 2019.", "The plan had not been adopted by 30 June 2019."}, "", "", true},
		{"near miss: at no time", [3]string{"The plan is adopted on or before 31 March 2019.", "The plan is adopted, but after 31 March 2019.", "The plan is at no time adopted."}, "", "", true},
		{"posts, five left out", [3]string{"The member has filled more than five posts.", "The member has filled at least one post, but fewer than five.", "The member has filled no post."}, "exactly 5", "", true},
		{"near miss: a dozen", [3]string{"The member has filled a dozen posts or more.", "The member has filled at least one post, but fewer than twelve.", "The member has filled no post."}, "", "", true},
		{"near miss: up to four, but at least one", [3]string{"The member issues more than four rules on nets.", "The member issues up to four rules on nets, but at least one.", "The member issues no rule on nets."}, "", "", true},
		{"two levels for one", [3]string{"The member signs four treaties or more.", "The member signs at least one but fewer than four treaties.", "The member signs fewer than two treaties."}, "", "both cover exactly 1", true},
		{"thousands", [3]string{"The member has trained 1,000 nurses or more.", "The member has trained from 1 to 999 nurses.", "The member has trained no nurses."}, "", "", true},
		{"thousands with a gap", [3]string{"The member has trained 1,000 nurses or more.", "The member has trained from 1 to 900 nurses.", "The member has trained no nurses."}, "more than 900 and less than 1,000", "", true},
		{"thirds and the whole", [3]string{"Norland pays the whole of its dues.", "Norland pays at least half of its dues, but not the whole.", "Norland pays less than a third of its dues."}, "exactly a third; more than a third and less than half", "", true},
		{"near miss: thirds that meet", [3]string{"Norland pays more than two thirds of its dues.", "Norland pays at least a third, but no more than two thirds, of its dues.", "Norland pays less than one third of its dues."}, "", "", true},
		{"both days included", [3]string{"Norland publishes its plan on or before 1 March 2019.", "Norland publishes its plan between 1 March 2019 and 1 October 2019, both days included.", "Norland has not published its plan by 1 October 2019."}, "", "both cover on 1 March 2019", true},
		{"near miss: none by a day", [3]string{"A new plan is submitted by 31 March 2019.", "A new plan is submitted after 31 March 2019 but no later than 8 June 2019.", "No new plan is submitted by 8 June 2019."}, "", "", true},
		{"near miss: not including", [3]string{"Use falls by 10% or more.", "Use falls by 2% up to, but not including, 10%.", "Use does not fall, or falls by less than 2%."}, "", "", true},
		{"near miss: one currency in two ways", [3]string{"The member gives more than £30 million to the fund.", "The member gives to the fund, but no more than GBP30 million.", "The member gives nothing to the fund."}, "", "", true},
		{"halves of four", [3]string{"The member meets more than half of the four duties.", "The member meets exactly half of the four duties.", "The member meets fewer than half of the four duties."}, "", "", true},
		{"near miss: another condition in one level", [3]string{"The share is at least 0.7 per cent.", "The share has risen but is below 0.7 per cent.", "The share has not risen and is below 0.7 per cent."}, "", "", true},
		{"near miss: two things, both or either", [3]string{"The member takes measures on roofs AND on walls.", "The member takes a measure on roofs OR on walls, but not both.", "The member takes no measure on roofs or on walls."}, "", "", true},
		{"near miss: both of two things that are named", [3]string{"The member mends roofs at home AND assists at least one neighbour.", "The member mends roofs at home OR assists a neighbour, but does not do both.", "The member neither mends roofs at home NOR assists a neighbour."}, "", "", true},
		{"near miss: a second sentence", [3]string{"The member signs four treaties or more. It ratifies one.", "The member signs one to three treaties.", "The member signs no treaty."}, "", "", false},
		{"a year that is named", [3]string{"A law sets a year for the end of peat that is 2030 or earlier.", "A law sets a year for the end of peat that is later than 2030.", "No law sets a year for the end of peat."}, "", "", true},
	} {
		res := run(t, &model.Report{Commitments: []model.Commitment{{Number: 1, Rubric: rubricOf(test.levels)}}},
			Options{Only: []string{"rubric-gap", "rubric-overlap"}})
		got := map[string]string{}
		for _, f := range res.Findings {
			got[f.Rule] += f.Message
			if !strings.Contains(f.Computed, "walked: ") {
				t.Errorf("%s: %s", test.name, f.Computed)
			}
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

// Conclusions against levels that differ in one quantity.
func TestConclusionsInFrames(t *testing.T) {
	rules := [3]string{"Norland issues more than four rules on drift nets.", "Norland issues up to four rules on drift nets, but at least one.", "Norland issues no rule on drift nets."}
	gifts := [3]string{"The member contributes more than EUR30 million to the reserve.", "The member contributes to the reserve, but less than EUR30 million.", "The member contributes nothing to the reserve."}
	days := [3]string{"The council approves a plan on or before 31 March 2019.", "The council approves a plan between 1 April and 30 June 2019.", "The council has not approved a plan by 30 September 2019."}
	parts := [3]string{"Norland gives new support through two or more of the three channels.", "Norland gives new support through exactly one of the three channels.", "Norland gives new support through none of the three channels."}
	for _, test := range []struct {
		levels  [3]string
		beside  string
		closing string
		score   int
		want    string
	}{
		{rules, "", "Norland issued exactly four rules on drift nets. Thus, Norland receives a score of +1.", 1, "unsupported"},
		{rules, "", "Norland issued five rules on drift nets, all of them on the same day. Thus, Norland receives a score of 0.", 0, "unsupported"},
		{rules, "", "Norland issued three rules on drift nets.", 0, "supported"},
		{rules, "", "Norland issued three rules on drift nets. It also issued others.", 0, "undecided"},
		{rules, "", "Norland issued five rules on drift nets, of which two are drafts.", 1, "undecided"},
		{rules, "", "Norland issued three rules on trawling.", 1, "undecided"},
		{rules, "", "Norland issued three rules on drift nets and two on trawling.", 1, "undecided"},
		{rules, "", "Norland issued no rule on drift nets.", 1, "unsupported"},
		{rules, "", "In 2017 Norland issued three rules on drift nets.", 0, "supported"},
		{gifts, "", "Norland contributed EUR12 million to the reserve. It is awarded +1.", 1, "unsupported"},
		{gifts, "", "Norland contributed EUR30 million to the reserve. It is awarded +1.", 1, "undecided"}, // no level has it
		{gifts, "", "Norland contributed EUR12 million to the hospital.", 1, "undecided"},
		{gifts, "", "Norland contributed USD12 million to the reserve.", 1, "undecided"},
		{gifts, "A contribution of EUR20 million to the reserve is sufficient for full compliance.", "Norland contributed EUR25 million to the reserve.", 1, "undecided"},
		{gifts, "A contribution of EUR20 million to the reserve is sufficient for full compliance.", "Norland contributed EUR12 million to the reserve.", 1, "unsupported"},
		{days, "", "The council approved the plan on 28 May 2019.", 0, "supported"},
		{days, "", "The council approved the plan on 28 May 2019.", 1, "unsupported"},
		{days, "", "The council approved the plan on 28 July 2019.", 0, "undecided"}, // no level has it
		{days, "", "The council approved the plan on 28 May 2019, and it was published on 3 July 2019.", 0, "undecided"},
		{parts, "", "Norland gave new support through two of the three channels, the eastern and the western one.", 1, "supported"},
		{parts, "", "Norland gave new support through one of the three channels.", 1, "unsupported"},
	} {
		c := model.Commitment{Number: 1, Rubric: rubricOf(test.levels), Verdicts: []model.Verdict{{
			Name: "Norland", ConcludingScore: ptr(test.score), Closing: &model.Statement{Text: test.closing}, Actions: make([]model.Action, 20),
		}}}
		if test.beside != "" {
			c.Guidelines = []model.Level{{Text: test.beside}}
		}
		res := run(t, &model.Report{Commitments: []model.Commitment{c}}, Options{Only: []string{"rubric-unsupported"}})
		if len(res.Readings) != 1 || res.Readings[0].Answer != test.want {
			t.Errorf("%s %+d: %+v, want %s", test.closing, test.score, res.Readings, test.want)
		}
	}
}
