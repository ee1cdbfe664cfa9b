package audit

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// acting gives a report's first commitment sections of Canada and France with such actions.
func acting(r *model.Report, canada ...string) *model.Report {
	var v model.Verdict
	for i, t := range canada {
		v.Actions = append(v.Actions, model.Action{Text: t, At: model.At{{Page: 4 + i}}})
	}
	v.Member, v.Name = "CAN", "Canada"
	r.Commitments[0].Verdicts = []model.Verdict{v, {Member: "FRA", Name: "France", Actions: []model.Action{
		{Text: "On 3 June 2031 the ministry of the sea lent two drills to the harbour of Quay."},
		{Text: "On 9 June 2031 the ministry of the sea lent one more drill to the harbour of Quay."},
		{Text: "The study of four further wells was published on 22 July 2031 by the ministry of the sea."},
	}}}
	return r
}

func TestActionsOfAChapter(t *testing.T) {
	const (
		pumps  = "A consignment of 260 pumps reached the port of Quay on 3 March 2032; they were divided among the wells."
		grants = "The Secretary for the Sea granted £2.4 million to a centre for wells in Pier on 4 May 2031."
	)
	for _, c := range []struct{ name, chapter, want string }{
		{"the same", pumps, ""},
		{"a date", strings.Replace(pumps, "3 March", "13 March", 1), "An action of Canada is dated 13 March 2032 here, 3 March 2032 in final.pdf, page 4; its other words are the same."},
		{"a date in another form", strings.Replace(pumps, "3 March 2032", "March 3, 2032", 1), ""},
		{"a number", strings.Replace(pumps, "260", "206", 1), "An action of Canada has 206 here, 260 in final.pdf"},
		{"the mark of a note read as a digit", strings.Replace(pumps, "260", "2606", 1), ""},
		{"both: another action", strings.Replace(strings.Replace(pumps, "260", "206", 1), "3 March", "13 March", 1), ""},
		{"other words", strings.Replace(strings.Replace(pumps, "3 March", "13 March", 1), "divided", "shared", 1), ""},
	} {
		whole := acting(source("final.pdf", "final", wells, ports, ships), pumps, grants)
		chapter := acting(source("wells.pdf", "final", wells), c.chapter, grants)
		got := strings.Join(heldAcross(t, []*model.Report{whole, chapter}, nil), "\n")
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	// An amount; and actions of an interim report, which the final one may bring up to date.
	whole := acting(source("final.pdf", "final", wells, ports, ships), pumps, grants)
	chapter := acting(source("wells.pdf", "final", wells), pumps, strings.Replace(grants, "2.4", "4.2", 1))
	if got := strings.Join(heldAcross(t, []*model.Report{whole, chapter}, nil), "\n"); !strings.Contains(got, "has £4.2 here, £2.4 in final.pdf") {
		t.Errorf("an amount: %q", got)
	}
	interim := acting(source("interim.pdf", "interim", wells, ports, ships), strings.Replace(pumps, "260", "206", 1), grants)
	if got := heldAcross(t, []*model.Report{acting(source("final.pdf", "final", wells, ports, ships), pumps, grants), interim}, nil); len(got) > 0 {
		t.Errorf("two stages: %q", got)
	}
	// Reports that have little in common.
	chapter = acting(source("wells.pdf", "final", wells), strings.Replace(pumps, "3 March", "13 March", 1))
	chapter.Commitments[0].Verdicts = chapter.Commitments[0].Verdicts[:1]
	if got := heldAcross(t, []*model.Report{acting(source("final.pdf", "final", wells, ports, ships), pumps, grants), chapter}, nil); len(got) > 0 {
		t.Errorf("one action alone: %q", got)
	}
}

// An action of the interim report that the final one has, too, took place on one day.
func TestActionsOfAnotherStage(t *testing.T) {
	const (
		pumps  = "A consignment of 260 pumps reached the port of Quay on 3 July 2031; they were divided among the wells."
		grants = "The Secretary for the Sea granted £2.4 million to a centre for wells in Pier on 4 May 2031."
	)
	for _, c := range []struct{ name, final, want string }{
		{"the same", pumps, ""},
		{"a date", strings.Replace(pumps, "3 July", "13 July", 1), "final.pdf other-stage: An action of Canada is dated 13 July 2031 here, 3 July 2031 in interim.pdf, page 4; its other words are the same."},
		{"a date in another form", strings.Replace(pumps, "3 July 2031", "July 3, 2031", 1), ""},
		{"a day behind the interim period: brought up to date", strings.Replace(pumps, "3 July 2031", "3 March 2032", 1), ""},
		{"a month", strings.Replace(pumps, "3 July 2031", "July 2031", 1), ""},
		{"a figure, which may be brought up to date", strings.Replace(pumps, "260", "290", 1), ""},
		{"both: another action", strings.Replace(strings.Replace(pumps, "260", "290", 1), "3 July", "13 July", 1), ""},
		{"other words", strings.Replace(strings.Replace(pumps, "3 July", "13 July", 1), "divided", "shared", 1), ""},
	} {
		final := acting(source("final.pdf", "final", wells, ports, ships), c.final, grants)
		interim := acting(source("interim.pdf", "interim", wells, ports, ships), pumps, grants)
		interim.Report.Period = periodOf("2031-05-04", "2032-01-31", "4 May 2031 to 31 January 2032")
		got := strings.Join(heldAcross(t, []*model.Report{final, interim}, nil), "\n")
		if c.want == "" && got != "" || !strings.Contains(got, c.want) || strings.Contains(got, "\n") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		interim.Report.Period = nil
		if got := heldAcross(t, []*model.Report{final, interim}, nil); len(got) > 0 {
			t.Errorf("%s, with no period: %q", c.name, got)
		}
	}
}

// The interim report of finalBeside gives wells CAN +1, FRA 0, ITA 0.
func TestScoresOfAStageInSections(t *testing.T) {
	for text, want := range map[string]string{
		"The interim report had given France a score of −1.":                             "The interim stage's score of France is stated as -1; interim.pdf, page 3 gives 0.",
		"France, to which the interim report gave a score of −1, has thus moved on.":     "stated as -1",
		"This improves on the score of −1 in the interim report.":                        "stated as -1",
		"In the interim report France received a score of +1.":                           "stated as +1",
		"The interim report had given France a score of 0.":                              "",
		"This improves on the score of 0 in the interim report.":                         "",
		"The interim report did not give France a score of −1.":                          "",
		"The interim report had given Canada a score of −1.":                             "",
		"The interim report had given an average of −1.":                                 "",
		"The interim report will give France a score of −1.":                             "",
		"From a score of −1 in the interim report France rose to a score of 0.":          "",
		"The interim report gave −0.50 for the wells.":                                   "",
		"The interim report of the 2029 Quay Summit had given France a score of −1.":     "",
		"The interim report counted a score of 1 million wells.":                         "",
		"France received 1 of the drills that are mentioned in the interim report.":      "",
		"In its interim report to parliament, the ministry was given 1 year to do this.": "",
	} {
		reports := finalBeside()
		reports[0].Commitments[0].Verdicts = []model.Verdict{{Member: "FRA", Name: "France", Actions: []model.Action{{Text: text, At: model.At{{Page: 3}}}}}}
		got := strings.Join(heldAcross(t, reports, nil), "\n")
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	// What the section of the interim report says at its head holds too.
	minus := -1
	reports := finalBeside()
	reports[0].Commitments[0].Verdicts = []model.Verdict{{Member: "FRA", Name: "France", Closing: &model.Statement{Text: "The interim report had given France a score of −1."}}}
	reports[1].Commitments[0].Verdicts = []model.Verdict{{Member: "FRA", Name: "France", HeadingScore: &minus}}
	if got := heldAcross(t, reports, nil); len(got) > 0 {
		t.Errorf("the heading's score: %q", got)
	}
}
