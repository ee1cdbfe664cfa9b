package audit

import (
	"testing"

	"recount.invalid/recount/model"
)

// Conclusions whose statements are understood word by word, each with near misses that
// leave open what they say.
func TestClosedConclusions(t *testing.T) {
	strong := [3]string{"The member takes two or more strong actions on wells, whatever its weak actions.", "The member takes one strong action, or takes weak actions only.", "The member takes no action, strong or weak."}
	areas := [3]string{"The member takes measures in all three areas.", "The member takes measures in one or two of the three areas.", "The member takes no measure in any of the three areas."}
	named := "There are three areas: (a) deep wells, (b) water pipes, (c) hand pumps."
	both := [3]string{"The member acts on roofs both at home and abroad.", "The member acts on roofs at home or abroad, but not both.", "The member acts on roofs neither at home nor abroad."}
	pair := [3]string{"The member ratifies the treaty and submits its annual report.", "The member either ratifies the treaty or submits its annual report, not both.", "The member neither ratifies the treaty nor submits its annual report."}
	share := [3]string{"60 per cent or more of the listed wells have a cover plate.", "At least 20 per cent but less than 60 per cent of the listed wells have a cover plate.", "Less than 20 per cent of the listed wells have a cover plate."}
	days := [3]string{"The member brings its export controls on old pumps into force by 31 December 2005.", "The member brings its export controls on old pumps into force after 31 December 2005 but by 1 June 2006.", "The member has not brought its export controls on old pumps into force by 1 June 2006."}
	rise := [3]string{"The member increases its aid to well masters by more than 10 per cent.", "The member increases its aid to well masters by 10 per cent or less.", "The member does not increase its aid to well masters."}
	for _, test := range []struct {
		levels  [3]string
		beside  string
		closing string
		score   int
		want    string
	}{
		// Graded action: only, all that, none, told.
		{strong, "", "Norland repealed the levy on wells. The repeal is its only strong action.", 0, "supported"},
		{strong, "", "Norland repealed the levy on wells. The repeal is its only strong action.", 1, "unsupported"},
		{strong, "", "Norland repealed the levy on wells. The repeal was until March its only strong action.", 1, "undecided"},
		{strong, "", "Norland repealed the levy on wells. The repeal is its only strong action in Africa.", 1, "undecided"},
		{strong, "", "The repeal is not its only strong action.", 0, "undecided"},
		{strong, "", "A single visit by a minister is all that could be found, and it counts as weak.", 1, "unsupported"},
		{strong, "", "A single visit and a decree are all that could be found, and they count as weak.", -1, "undecided"},
		{strong, "", "A single visit is not all that could be found, and it counts as weak.", 1, "undecided"},
		{strong, "", "No action of either kind was found.", -1, "supported"},
		{strong, "", "No action of either kind was found before March.", -1, "undecided"},
		{strong, "", "Norland passed a decree and a law and paid for a fund, all three of them strong actions.", 1, "supported"},
		{strong, "", "Norland plans a decree, a fund and a law, all three of them strong actions.", 1, "undecided"},
		{strong, "", "Norland passed a decree and a law, both strong. The law was withdrawn in March.", 1, "undecided"},
		{strong, "", "Norland passed a decree and a law, both strong.", 1, "supported"},
		{strong, "", "Norland may pass a decree, which is a strong action.", 0, "undecided"},
		{strong, "", "In May Norland passed a decree, which is a strong action. None of its actions is weak.", 0, "undecided"},
		// Parts by a word of their names.
		{areas, named, "Norland has acted on wells and on pipes, whereas hand pumps remain without any measure.", 1, "unsupported"},
		{areas, named, "Norland has acted on wells and on pipes, whereas hand pumps remain without any measure.", 0, "supported"},
		{areas, named, "Norland has acted on wells and on pipes, whereas hand pumps remain without any new measure.", 1, "undecided"},
		{areas, named, "Norland took no measure in wells, in pipes or in pumps.", 0, "unsupported"},
		{areas, named, "Norland took no measure in the cities on wells, on pipes or on pumps.", 0, "undecided"},
		{areas, named, "Norland has yet to take measures on wells, on pipes and on pumps.", 1, "undecided"},
		{areas, named, "Measures were taken for wells and for pipes, none for pumps.", 1, "unsupported"},
		{areas, named, "No other measure on pumps was found.", 1, "undecided"},
		{both, "", "Norland mended roofs at home, but it has not acted abroad.", 0, "supported"},
		{both, "", "Norland mended roofs at home, but it has not acted abroad in March.", 1, "undecided"},
		{both, "", "No measures whatever were found.", -1, "supported"},
		{both, "", "No measures in two of the spheres were found.", -1, "undecided"},
		{pair, "", "Norland has not ratified the treaty and it has submitted no report.", 0, "undecided"},
		// A level's complement may be left out.
		{share, "", "By March, 31 per cent of the wells had their plates.", 0, "supported"},
		{share, "", "By March, 31 per cent of the wells had their plates.", 1, "unsupported"},
		{share, "", "By March, 31 per cent of the new wells had their plates.", 1, "undecided"},
		{share, "", "By March, 31 per cent of the wells were to have their plates replaced.", 1, "undecided"},
		{share, "", "Plates exist for three-quarters of the wells on the list.", 1, "supported"},
		{share, "", "Plates are planned for three-quarters of the wells on the list.", 1, "supported-not"},
		{days, "", "The Order was announced in November 2005 and came into force on 20 February 2006.", 1, "unsupported"},
		{days, "", "The Order was announced on 20 November 2005 and is still before the Lords.", 1, "supported-not"},
		{days, "", "The Order came into force on 1 December 2005, a month ahead of schedule.", 1, "supported"},
		{days, "", "The Order on mirrors came into force on 1 December 2005.", 0, "undecided"},
		{days, "", "Parliament passed an Order on mirrors. The Order came into force on 20 February 2006.", 1, "undecided"},
		{days, "", "An Order came into force on 20 February 2006.", 1, "undecided"},
		{rise, "", "Norland raised its aid by a quarter within the year.", 1, "supported"},
		{rise, "", "Norland raised its aid to schools by a quarter within the year.", 1, "undecided"},
		{rise, "", "Norland hopes to raise its aid by a quarter.", 1, "undecided"},
	} {
		closing := test.closing
		if len(closing) > 0 && test.score != 5 {
			closing += " Norland receives a score of " + map[int]string{1: "+1", 0: "0", -1: "-1"}[test.score] + "."
		}
		score := test.score
		c := model.Commitment{Number: 1, Rubric: rubricOf(test.levels), Verdicts: []model.Verdict{{
			Name: "Norland", ConcludingScore: &score, Closing: &model.Statement{Text: closing}, Actions: make([]model.Action, 20),
		}}}
		if test.beside != "" {
			c.Guidelines = []model.Level{{Text: test.beside}}
		}
		res := run(t, &model.Report{Commitments: []model.Commitment{c}}, Options{Only: []string{"rubric-unsupported"}})
		if len(res.Readings) != 1 {
			t.Fatalf("%q: %+v", test.closing, res.Readings)
		}
		got := res.Readings[0].Answer
		if test.want == "supported-not" && got != "supported" {
			continue
		}
		if got != test.want {
			t.Errorf("%q, %+d: %s (%s), want %s", test.closing, test.score, got, res.Readings[0].Because, test.want)
		}
	}
}
