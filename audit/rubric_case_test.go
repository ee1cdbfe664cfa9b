package audit

import (
	"testing"

	"recount.invalid/recount/model"
)

// Sentences of the guidelines that give a case another score than the scoring table does,
// each with near misses.
func TestCasesThatGuidelinesScore(t *testing.T) {
	speech := [3]string{"The member takes practical steps to mend roofs.", "The member declares its support for the mending of roofs but takes no practical steps.", "The member neither takes practical steps to mend roofs nor declares its support for doing so."}
	abroad := [3]string{"The member takes measures on roofs both at home and abroad.", "The member takes measures on roofs either at home or abroad, but not both.", "The member takes no measures on roofs, either at home or abroad."}
	days := [3]string{"The member ratifies the Treaty on Roofs by 31 December 2014.", "The member ratifies the Treaty on Roofs between 1 January and 30 June 2015.", "The member does not ratify the Treaty on Roofs by 30 June 2015."}
	graded := [3]string{"The member takes action, strong or weak, in both areas: tiles and thatch.", "The member takes action, strong or weak, in one of the two areas only.", "The member takes no action in either area: tiles and thatch."}
	counted := [3]string{"The member pledges new money for roofs. Renewals of earlier pledges do not count as new money.", "The member repeats a pledge. Renewals of earlier pledges do not count as new money.", "The member pledges no new money."}
	for _, test := range []struct {
		levels [3]string
		beside string
		found  bool
	}{
		{speech, "A member that merely declares its support is to be scored -1.", true},
		{speech, "A member that merely declares its support is to be scored 0.", false},
		{speech, "A member that declares its support is to be scored -1.", false},
		{speech, "A member that merely declares its support may be scored -1.", false},
		{speech, "A member that merely declares its support in a newspaper is to be scored -1.", false},
		{speech, "A member that does not merely declare its support is to be scored +1.", false},
		{speech, "Only a declaration of support is scored -1.", false},
		{abroad, "Measures abroad are left out of account and cannot raise or lower the score.", true},
		{abroad, "Measures at home alone can earn no more than partial compliance.", false},
		{abroad, "Measures abroad alone can earn no more than partial compliance.", false},
		{abroad, "Measures at home alone amount to full compliance.", true},
		{abroad, "Measures abroad before the summit are left out of account.", false},
		{abroad, "Measures abroad by companies are disregarded.", false},
		{abroad, "Measures abroad are not left out of account.", false},
		{days, "Monitoring ends on 31 March 2015. Ratifications after that day are disregarded, and a member that has not ratified by then is scored -1.", true},
		{days, "Monitoring ends on 30 June 2015. Ratifications after that day are disregarded, and a member that has not ratified by then is scored -1.", false},
		{days, "Monitoring goes from 1 January 2014 to 31 March 2015. A member that has not ratified by then is scored -1.", false},
		{graded, "A member with strong action in one area and merely weak action in the other achieves partial compliance.", true},
		{graded, "A member with strong action in one area and merely weak action in the other achieves full compliance.", false},
		{graded, "A member with strong action in one area and no action in the other achieves partial compliance.", false},
		{counted, "The renewal of a pledge that was made before the Norby Summit is counted as new money.", true},
		{counted, "The renewal of a pledge is not counted as new money.", false},
		{counted, "A larger pledge is counted as new money.", false},
		{counted, "The renewal of a pledge that was made before the Norby Summit may be counted as new money.", false},
		{counted, "The renewal of a pledge that was made before the Norby Summit with more money is counted as new money.", false},
	} {
		c := model.Commitment{Number: 1, Rubric: rubricOf(test.levels), Guidelines: []model.Level{{Text: test.beside}}}
		res := run(t, &model.Report{Commitments: []model.Commitment{c}}, Options{Only: []string{"rubric-conflict"}})
		if found := len(res.Findings) > 0; found != test.found {
			t.Errorf("%q: %+v, want %v", test.beside, res.Findings, test.found)
		}
	}
}
