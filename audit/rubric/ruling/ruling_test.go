package ruling

import (
	"testing"

	"recount.invalid/recount/model"
)

// Levels as rubrics write them, the highest first.
var (
	both    = [3]string{"The member both plants hedges at home and funds hedges abroad.", "The member either plants hedges at home or funds hedges abroad, but not both.", "The member neither plants hedges at home nor funds hedges abroad."}
	either  = [3]string{"The member trains masons, lends them money, or both.", "The member plans to train masons or to lend them money, but does neither.", "The member neither trains masons nor lends them money, nor plans to."}
	words   = [3]string{"The member takes practical steps to mend roofs.", "The member declares its support for the mending of roofs but takes no practical steps.", "The member neither takes practical steps to mend roofs nor declares its support."}
	visits  = [3]string{"The member takes two or more actions to mend roofs other than sending visitors to fairs.", "The member takes one action to mend roofs other than sending visitors to fairs.", "The member takes no action to mend roofs other than sending visitors to fairs."}
	against = [3]string{"The member takes a step for free passage and none against it.", "The member takes a step for free passage, but also a step against it.", "The member takes no step for free passage."}
	strong  = [3]string{"The member takes strong action to mend roofs.", "The member takes weak action to mend roofs.", "The member takes no action to mend roofs."}
	anyhow  = [3]string{"The member takes action, strong or weak, on tiles and thatch.", "The member takes action, strong or weak, on tiles or thatch, but not on both.", "The member takes no action on tiles or thatch."}
	renewed = [3]string{"The member pledges new money for roofs. Renewals of earlier pledges do not count as new money.", "The member renews a pledge.", "The member pledges nothing."}
	reports = [3]string{"The member adopts a plan and publishes it.", "The member adopts a plan without publishing it.", "The member adopts no plan."}
	funds   = [3]string{"The member announces new money and pays it out.", "The member announces new money but pays nothing out.", "The member announces no new money."}
)

func TestContradiction(t *testing.T) {
	for _, tc := range []struct {
		levels [3]string
		said   string
		want   bool
	}{
		// One thing is enough, or is not.
		{both, "Planting hedges at home is by itself sufficient for full compliance.", true},
		{both, "Hedges planted at home alone amount to full compliance.", true},
		{both, "Strong domestic action alone can earn full compliance.", true},
		{both, "Full compliance can be reached by hedges abroad alone.", true},
		{both, "Planting hedges at home is by itself not sufficient for full compliance.", false},
		{both, "Planting hedges at home alone is partial compliance.", false},
		{both, "Planting hedges at home alone is non-compliance.", true},
		{both, "Planting hedges at home may be sufficient for full compliance.", false},
		{both, "Planting hedges at home is sufficient for full compliance if hedges abroad are funded too.", false},
		{both, "Full compliance requires hedges at home.", false},
		{both, "Hedges abroad are not required for full compliance.", true},
		{both, "Hedges abroad are required for full compliance.", false},
		{both, "One hedge at home is sufficient for this purpose.", false},
		{both, "Hedges in gardens at home are not sufficient for full compliance.", false},
		{either, "Training alone cannot earn full compliance.", true},
		{either, "Full compliance cannot be awarded for the lending of money alone.", true},
		{either, "Training is required for full compliance.", true},
		{either, "Without training there is no full compliance.", true},
		{either, "Training is not required for full compliance.", false},
		{either, "Training alone is full compliance.", false},
		{either, "Training by companies alone cannot earn full compliance.", false},
		{either, "Plans alone cannot earn full compliance.", false},
		// Words.
		{words, "A member that merely declares its support is to be scored \u22121.", true},
		{words, "Verbal support without practical steps is non-compliance.", true},
		{words, "Verbal support alone does not count as compliance.", true},
		{words, "A declaration of support is not an action.", true},
		{words, "A member that declares its support is to be scored \u22121.", false},
		{words, "A member that merely declares its support is to be scored 0.", false},
		{words, "A declaration alone is sufficient for full compliance.", true},
		{words, "A declaration alone is not sufficient for full compliance.", false},
		{words, "Only a declaration of support is scored \u22121.", false},
		{words, "Practical steps are not needed for full compliance.", true},
		{words, "Practical steps are needed for full compliance.", false},
		// What is left out, against, of strength, counted.
		{visits, "Sending visitors to a fair is by itself sufficient for partial compliance.", true},
		{visits, "Sending visitors to a fair is by itself not sufficient for partial compliance.", false},
		{visits, "Opening a fair is by itself sufficient for partial compliance.", false},
		{against, "A step against free passage leads to a score of \u22121, whatever steps for it have been taken.", true},
		{against, "A step against free passage leads to a score of 0, whatever steps for it have been taken.", false},
		{against, "A step against free passage leads to a score of \u22121, whatever its size.", false},
		{against, "A step against free passage alone leads to a score of \u22121, whatever steps for it were planned.", false},
		{against, "A step against free passage leads to a score of \u22121, whatever else there is, if it is large.", false},
		{against, "A step against free passage does not lead to a score of \u22121.", false},
		{strong, "The depth of action is not considered.", true},
		{strong, "The strength of an action makes no difference.", true},
		{strong, "The depth of action is judged by two readers.", false},
		{anyhow, "The depth of action is not considered.", false},
		{strong, "The number of strong actions makes no difference.", false},
		{renewed, "The renewal of an earlier pledge is counted as new money.", true},
		{renewed, "The renewal of an earlier pledge is not counted as new money.", false},
		{renewed, "A larger pledge is counted as new money.", false},
		{reports, "Publication is not required for full compliance.", true},
		{reports, "Full compliance does not require publication.", true},
		{reports, "Publication is required for full compliance.", false},
		{reports, "A plan that is not published is not sufficient for full compliance.", false},
		{reports, "The adoption of a plan alone is full compliance.", true},
		{funds, "Full compliance needs no new money.", true},
		{funds, "Money that was announced before is not new.", false},
		{funds, "Announcements alone are enough for full compliance.", true},
		{funds, "Announcements without payment are enough for partial compliance.", false},
		{funds, "Announcements without payment are non-compliance.", true},
	} {
		var levels []model.Level
		for i, text := range tc.levels {
			n := 1 - i
			levels = append(levels, model.Level{Score: &n, Text: text})
		}
		if _, l, got := Contradiction([]string{tc.said}, levels); got != tc.want {
			t.Errorf("%q: %v (%s), want %v; %+v; %+v %+v %+v", tc.said, got, l.Text, tc.want, rulingsOf(tc.said), waysOf(tc.levels[0]), waysOf(tc.levels[1]), waysOf(tc.levels[2]))
		}
	}
}
