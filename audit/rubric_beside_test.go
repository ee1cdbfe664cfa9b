package audit

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// What the guidelines say of full compliance beside their levels is held against the
// scoring table, in the direction in which the sentence holds.
func TestSentencesBesideTheTable(t *testing.T) {
	nurses := [3]string{"The member has trained 1,000 nurses or more.", "The member has trained from 1 to 999 nurses.", "The member has trained no nurses."}
	gifts := [3]string{"The member gives EUR50 million or more to the fund.", "The member gives less than EUR50 million to the fund.", "The member gives no money to the fund."}
	tools := [3]string{"All three tools have been used.", "One or two of the three tools have been used.", "None of the three tools has been used."}
	areas := [3]string{"The member takes action in at least four of the five areas.", "The member takes action in two or three of the five areas.", "The member takes action in one or none of the five areas."}
	actions := [3]string{"The member takes at least five actions to plant hedges.", "The member takes three or four actions to plant hedges.", "The member takes fewer than three actions to plant hedges."}
	pacts := [3]string{"The member has concluded agreements with two or more coastal partners.", "The member has concluded an agreement with one coastal partner.", "The member has concluded no agreement with a coastal partner."}
	days := [3]string{"The member has published its report by 30 April 2008.", "The member has published its report after 30 April 2008 but before the Norby Summit.", "The member has not published its report before the Norby Summit."}
	parts := [3]string{"The country acts on both components.", "The country acts on one of the two components but not on the other.", "The country acts on neither component."}
	grades := [3]string{"The member takes two or more strong actions.", "The member takes one strong action, or takes only weak actions.", "The member takes no action, strong or weak."}
	for _, test := range []struct {
		name     string
		levels   [3]string
		sentence string
		want     string // a part of the message, "" for none
	}{
		{"less suffices", nurses, "Members that trained more than 600 nurses are considered to be in full compliance.", "more than 600 and less than 999"},
		{"near miss: more suffices", nurses, "Members that trained more than 2,000 nurses are considered to be in full compliance.", ""},
		{"near miss: of something else", nurses, "Members that hired more than 600 doctors are considered to be in full compliance.", ""},
		{"near miss: partial", nurses, "Members that trained more than 600 nurses are considered to be in partial compliance.", ""},
		{"near miss: in some cases", nurses, "Members that trained more than 600 nurses are considered to be in full compliance if they were small.", ""},
		{"more is needed", gifts, "For a score of +1, the gift must be higher than EUR80 million to the fund.", "exactly EUR50 million"},
		{"near miss: less is needed", gifts, "For a score of +1, the gift must be higher than EUR20 million to the fund.", ""},
		{"near miss: another currency", gifts, "For a score of +1, the gift must be higher than USD80 million to the fund.", ""},
		{"two of three suffice", tools, "A member which has used two of the three tools is to be regarded as having complied in full.", "exactly 2"},
		{"near miss: two of three may be used", tools, "A member may use two of the three tools.", ""},
		{"near miss: one of three is not enough", tools, "To have used one of the three tools is not sufficient for full compliance.", ""},
		{"all five are needed", areas, "Members need to have acted in all five areas to be scored +1.", "action in 4 dimensions"},
		{"near miss: at least four are needed", areas, "Members need to have acted in at least four of the five areas to be scored +1.", ""},
		{"near miss: four or fewer do not suffice", actions, "Four actions or fewer do not suffice for full compliance.", ""},
		{"five do not suffice", actions, "Five actions do not suffice for full compliance.", "5 actions"},
		{"five cannot earn it", actions, "Five actions to plant hedges cannot earn full compliance.", "5 actions"},
		{"near miss: four cannot earn it", actions, "Four actions to plant hedges can never be full compliance.", ""},
		{"a gift that cannot earn it", gifts, "A gift of less than EUR80 million to the fund cannot earn full compliance.", "exactly EUR50 million"},
		{"a single one suffices", pacts, "An agreement on nets with a single coastal partner is sufficient for full compliance.", "exactly 1"},
		{"near miss: a single one of something else", pacts, "A single agreement with the coastal partners is sufficient for full compliance.", ""},
		{"near miss: a single one does not suffice", pacts, "An agreement with a single coastal partner is not sufficient for full compliance.", ""},
		{"one only is lower", parts, "A country that acts on one component only is to be scored -1, since the two were promised together.", "1 dimension"},
		{"four of five are partial", areas, "Members with action in four of the five areas are scored 0.", "action in 4 dimensions"},
		{"near miss: two of five are partial", areas, "Members with action in two of the five areas are scored 0.", ""},
		{"near miss: at the least", areas, "Members with action in at least two of the five areas are scored 0.", ""},
		{"near miss: in some cases", parts, "A country that acts on one component only may be scored -1.", ""},
		{"near miss: if", parts, "A country that acts on one component only is to be scored -1 if it is rich.", ""},
		{"near miss: of other things", tools, "A member with two of the three offices is scored -1.", ""},
		{"weak action alone", grades, "Weak actions alone amount to non-compliance.", "1 weak action"},
		{"weak action alone, said behind", grades, "Weak actions are of a declaratory kind. Where they stand alone they amount to non-compliance, however numerous they are, and the member is scored -1.", "1 weak action"},
		{"a member with only weak action", grades, "A member with only weak actions is scored -1.", "1 weak action"},
		{"near miss: the same score", grades, "Weak actions alone are partial compliance.", ""},
		{"near miss: not", grades, "Weak actions alone are not non-compliance.", ""},
		{"near miss: some of them", grades, "Weak actions alone may amount to non-compliance.", ""},
		{"near miss: one of them", grades, "One weak action only amounts to non-compliance.", ""},
		{"near miss: of strong action", grades, "Strong actions are laws. Where they stand alone they amount to non-compliance.", ""},
		{"that day", days, "The report is to be published by 31 March 2008. A report published after that day is late and cannot be scored as full compliance.", "after 31 March 2008 and before 30 April 2008"},
		{"near miss: that day, the same", days, "The report is to be published by 30 April 2008. A report published after that day is late and cannot be scored as full compliance.", ""},
		{"near miss: two days", days, "The report is to be drafted by 31 March 2008 and published by 30 April 2008. A report published after that day is late and cannot be scored as full compliance.", ""},
		{"near miss: no more than partial", tools, "The use of a single tool is no more than partial compliance.", ""},
	} {
		res := run(t, &model.Report{Commitments: []model.Commitment{{Number: 1, Rubric: rubricOf(test.levels), Guidelines: []model.Level{{Text: test.sentence}}}}},
			Options{Only: []string{"rubric-conflict"}})
		got := ""
		for _, f := range res.Findings {
			got += f.Message
		}
		if (got == "") != (test.want == "") || !strings.Contains(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}
