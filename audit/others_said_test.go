package audit

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// titled is finalBeside with titles, by which a text names its commitments. The interim report
// has wells at +0.33 (CAN +1, FRA 0, ITA 0), ports at 0.00 (+1, 0, −1).
func titled(text string) []*model.Report {
	reports := finalBeside(text)
	reports[0].Sections[0].Heading = "Summary"
	for _, r := range reports {
		for i, title := range []string{"Wells", "Ports", "Ships"} {
			r.Commitments[i].IssueArea = title
		}
	}
	return reports
}

// The text before the chapters says what another stage gave a member on one commitment.
func TestScoreSaidBeforeTheChapters(t *testing.T) {
	for text, found := range map[string]string{
		"France, which had a score of +1 on wells in the interim report, has kept it.":   "The interim stage's score of France is stated as +1; interim.pdf, page 3 gives 0.",
		"The interim report had given France +1 on wells.":                               "The interim stage's score of France is stated as +1; interim.pdf, page 3 gives 0.",
		"Italy had a score of 0 in the interim report on ports.":                         "The interim stage's score of Italy is stated as 0; interim.pdf, page 4 gives -1.",
		"France, which had a score of 0 on wells in the interim report, has kept it.":    "",
		"France, with a score of +1 on wells, has moved on since the interim report.":    "",
		"France and Italy had a score of +1 on wells in the interim report.":             "",
		"France had a score of +1 on lamps in the interim report.":                       "",
		"France had a score of +1 in the interim report.":                                "",
		"France never had a score of +1 on wells in the interim report.":                 "",
		"France had a score of +1 on wells in the interim report of the Norby Summit.":   "",
		"France rose from a score of +1 on wells in the interim report to one of 0.":     "",
		"France could have had a score of +1 on wells in the interim report.":            "",
		"France had a score of +1 on wells and on ports in the interim report, we said.": "",
	} {
		if got := strings.Join(heldAcross(t, titled(text), nil), "\n"); found == "" && strings.Contains(got, "score of") || !strings.Contains(got, found) {
			t.Errorf("%s: %s", text, got)
		}
	}
}

// A figure of another stage beside a figure of somebody else is that one's, whoever it is.
func TestStageFigureBesideAnother(t *testing.T) {
	for text, found := range map[string]string{
		"Wells stand at +0.67 (83%), up from +0.33 (67%) in the interim report, and the great moles at +0.33 (67%), where the interim report gave 0.00 (50%).": "",
		"Wells stand at +0.67 (83%), where the interim report gave 0.00 (50%).":                                                                                "figure for commitment 1 is stated as 0.00 (50%)",
		"Wells stand at +0.67 (83%), up from 0.00 (50%) in the interim report, and the great moles at +0.33 (67%).":                                            "figure for commitment 1 is stated as 0.00 (50%)",
	} {
		if got := strings.Join(heldAcross(t, titled(text), nil), "\n"); found == "" && strings.Contains(got, "figure") || !strings.Contains(got, found) {
			t.Errorf("%s: %s", text, got)
		}
	}
}
