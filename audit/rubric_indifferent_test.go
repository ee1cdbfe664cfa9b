package audit

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// What a level says makes no difference sets no condition.
func TestLevelsIndifferentToWeakAction(t *testing.T) {
	top, lowest := "Norland takes two or more strong actions.", "Norland takes neither strong nor weak action."
	for _, words := range []string{
		"one strong action, with or without weak actions",
		"exactly one strong action (with or without weak action)",
		"exactly one strong action, whether or not it takes weak ones",
		"one strong action, regardless of weak actions",
		"one strong action, irrespective of the number of weak actions",
		"one strong action and any number of weak actions",
		"one strong action, plus any number of weak actions",
		"exactly one strong action, possibly with weak actions",
		"one strong action, even without weak action",
		"only one strong action, alone or together with weak actions",
		"one strong action, combined or not with weak actions",
		"just one strong action, with any number of weak actions or none",
	} {
		level := "Norland takes " + words + ", OR takes no strong action but at least one weak action."
		if got := gapsOf(t, [3]string{top, level, lowest}, "", ""); got != "" {
			t.Errorf("%s: %s", words, got)
		}
	}
	// Near misses: weak action that is asked for, and strong action alone.
	for _, words := range []string{"one strong action and at least one weak action", "only one strong action and no weak action"} {
		level := "Norland takes " + words + ", OR takes no strong action but at least one weak action."
		if got := gapsOf(t, [3]string{top, level, lowest}, "", ""); !strings.Contains(got, "rubric-gap") {
			t.Errorf("%s: no gap: %q", words, got)
		}
	}
}

// A number that is loosened behind its noun is no exact one.
func TestNumbersLoosenedBehindTheirNoun(t *testing.T) {
	top, lowest := "Norland takes strong action in at least two of the three areas.", "Norland takes neither strong nor weak action in any area."
	for words, gap := range map[string]bool{
		"only weak action, in one area or more":                  false,
		"only weak action in one area and more":                  false,
		"only weak action, in one area at least":                 false,
		"only weak action, in one or several areas":              false,
		"only weak action, in one area or in more than one":      false,
		"nothing but weak action":                                false,
		"weak action in one area or more and no strong action":   false,
		"only weak action, in exactly one area":                  true,
		"weak action in exactly one area, and no strong actions": true,
	} {
		level := "Norland takes strong action in exactly one area, or takes " + words + "."
		if got := gapsOf(t, [3]string{top, level, lowest}, "", ""); (got != "") != gap || strings.Contains(got, "overlap") {
			t.Errorf("%s: %q", words, got)
		}
	}
}

// Shares with "all" among them, and denials that are not of the quantity.
func TestSharesOfTheWhole(t *testing.T) {
	top, lowest := "Norland has cancelled all of the debt.", "Norland has cancelled none of the debt."
	for words, gap := range map[string]string{
		"at least half, but not all, of the debt":                        "less than half",
		"some of the debt, but less than half":                           "exactly half; more than half and less than all",
		"at least half of the debt but has not cancelled the rest":       "",
		"at least half of the debt without cancelling all of it":         "",
		"some of the debt but not all":                                   "",
		"at least 50 per cent, but less than 100 per cent, of the debt":  "less than 50 per cent",
		"not all of the debt":                                            "",
		"half of the debt or more, though the payments are not complete": "",
	} {
		got := gapsOf(t, [3]string{top, "Norland has cancelled " + words + ".", lowest}, "", "")
		if (got == "") != (gap == "") || !strings.Contains(got, gap) || strings.Contains(got, "overlap") {
			t.Errorf("%s: %q", words, got)
		}
	}
}

// A limit that two levels share is settled by what is said beside them.
func TestSharedLimitsThatAreSettled(t *testing.T) {
	levels := [3]string{"The member cuts its duty on pumps by 10 per cent or more.", "The member cuts its duty on pumps by 5 to 10 per cent.", "The member cuts its duty on pumps by less than 5 per cent or not at all."}
	for beside, settled := range map[string]bool{
		"": false,
		"Limits belong to the higher level: a cut of exactly 5 per cent is scored as 0 and one of exactly 10 per cent as +1.": true,
		"Where a figure lies on the border of two levels, the higher one is awarded.":                                         true,
		"A cut of 10 per cent counts as full compliance.":                                                                     true,
		"The upper figure is excluded.":                                                                                       true,
		"In case of doubt the lower of two scores is given.":                                                                  true,
		"A cut of 5 per cent counts as partial compliance.":                                                                   false,
		"Duties of 10 per cent and more are listed in the annex.":                                                             false,
		"The compliance period is the year in which duties fell by 7 per cent.":                                               false,
	} {
		if got := gapsOf(t, levels, beside, ""); (got == "") != settled || got != "" && !strings.Contains(got, "exactly 10 per cent") {
			t.Errorf("%s: %q", beside, got)
		}
	}
}

// What was done too late, or on a day that is not told, may not count.
func TestConclusionsAboutTwoThingsInTime(t *testing.T) {
	levels := [3]string{
		"The member has joined the Fund and sent its first report by 31 December 2012.",
		"The member has joined the Fund, but has not sent its first report by 31 December 2012.",
		"The member has not joined the Fund.",
	}
	for closing, wrong := range map[string]bool{
		"Norland joined the Fund in July; its first report is dated 14 January 2013 and was sent on that day.": false,
		"Norland joined the Fund, and it sent its first report in the spring.":                                 false,
		"Norland joined the Fund and sent its first report on 3 May 2012.":                                     true,
	} {
		c := model.Commitment{Number: 1, Rubric: rubricOf(levels)}
		zero := 0
		c.Verdicts = []model.Verdict{{Name: "Norland", ConcludingScore: &zero, Closing: &model.Statement{Text: closing + " Thus, Norland receives a score of 0."}, Actions: []model.Action{{Text: "A thing was done."}}}}
		got := run(t, &model.Report{Commitments: []model.Commitment{c}}, Options{Only: []string{"rubric-unsupported"}}).Findings
		if (len(got) > 0) != wrong {
			t.Errorf("%s: %v", closing, got)
		}
	}
}

// "Weak or none in the other" leaves the strong action beside it.
func TestWeakOrNoActionInTheOther(t *testing.T) {
	got := gapsOf(t, [3]string{
		"Norland takes strong action in both of the two areas.",
		"Norland takes strong action in one area, and weak or no action in the other.",
		"Norland takes no strong action in either of the two areas.",
	}, "", "")
	if got != "" {
		t.Error(got)
	}
	got = gapsOf(t, [3]string{
		"Norland takes strong action in both of the two areas.",
		"Norland takes strong action in one area, and weak or no action in the other.",
		"Norland takes no action, strong or weak, in either of the two areas.",
	}, "", "")
	if !strings.Contains(got, "weak action in 1 dimension and no strong action") || strings.Contains(got, "strong action in 1") {
		t.Errorf("%q", got)
	}
}

// A table that tells weak action from strong in one level has it in all of them, and
// what is said beside the levels of weak action closes the hole.
func TestWeakActionThatNoLevelPlaces(t *testing.T) {
	levels := [3]string{"Norland addresses both parts strongly.", "Norland addresses one part strongly, and the other weakly or not at all.", "Norland addresses neither part, strongly or weakly."}
	const gap = "weak action in 1 dimension and no strong action; weak action in 2 dimensions and no strong action"
	for beside, want := range map[string]string{
		"": gap,
		"Weak actions include speeches and meetings.":                                  gap,
		"Speeches are considered as weak actions.":                                     gap,
		"Weak action alone counts as no action.":                                       "",
		"Weak actions are speeches. By themselves they are treated as non-compliance.": "",
		"A member that takes weak action receives a score of 0.":                       "",
		"Weak actions do not count.":                                                   "",
		"Weak action is disregarded.":                                                  "",
	} {
		if got := gapsOf(t, levels, "The two parts are pumps and pipes. "+beside, ""); (got == "") != (want == "") || !strings.Contains(got, want) {
			t.Errorf("%s: %q", beside, got)
		}
	}
	for _, middle := range []string{
		"Norland takes strong action in exactly one part, or some action, strong or weak.",
		"Norland takes strong action in exactly one part, or acts in some other way, strong or weak.",
		"Norland takes at least one action, strong or weak, but not strong action in both parts.",
	} {
		if got := gapsOf(t, [3]string{"Norland takes strong action in both parts.", middle, "Norland takes no action, strong or weak, in either part."}, "The two parts are pumps and pipes.", ""); got != "" {
			t.Errorf("%s: %q", middle, got)
		}
	}
}
