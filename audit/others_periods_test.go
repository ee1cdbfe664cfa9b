package audit

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// What a final report says of the interim report's period, beside its own; the interim report
// covers 4 May 2031 to 31 December 2031.
func TestPeriodOfAnotherStageBesideTheOwn(t *testing.T) {
	const told = "The interim stage's compliance period is stated as 4 May 2031 to 30 November 2031; interim.pdf states 4 May 2031 to 31 December 2031."
	for text, found := range map[string]bool{
		"The period runs from 4 May 2031 to 1 March 2032. The interim report, which was published on 10 January 2032, covered 4 May 2031 to 30 November 2031.": true,
		"It covers the time from 4 May 2031 to 1 March 2032 and replaces the interim report, which covered 4 May 2031 to 30 November 2031.":                    true,
		"The interim report covered 4 May 2031 to 30 November 2031 and this one 4 May 2031 to 1 March 2032.":                                                   true,
		"Actions from 4 May 2031 to 30 November 2031 in the interim report, and from 4 May 2031 to 1 March 2032 in this one, are counted.":                     true,
		"The period runs from 4 May 2031 to 1 March 2032. There was an interim report. It covered 4 May 2031 to 30 November 2031.":                             true,
		"The period runs from 4 May 2031 to 1 March 2032. The interim report covered 4 May 2031 to 31 December 2031.":                                          false,
		// Near misses: other spans that stand in sentences about the interim report.
		"Between 4 May 2031 and 1 March 2032 the members complied more than in the interim report.":                                           false,
		"Between 4 May 2031 and 30 November 2031, when the interim report was begun, nothing was assessed.":                                   false,
		"The period runs from 4 May 2031 to 1 March 2032. The interim report will cover 4 May 2031 to 30 November 2031.":                      false,
		"The period runs from 4 May 2031 to 1 March 2032. The interim report was written from 4 December 2031 to 9 January 2032.":             false,
		"The period runs from 4 May 2031 to 1 March 2032. The interim report on the 2030 Quay Summit covered 4 May 2030 to 30 November 2030.": false,
		"The period runs from 4 May 2031 to 1 March 2032. Comments on the interim report were taken from 4 May 2031 to 30 November 2031.":     false,
	} {
		reports := finalBeside(text)
		reports[0].Report.Period = &model.Period{From: "2031-05-04", To: "2032-03-01", Text: "4 May 2031 to 1 March 2032"}
		reports[1].Report.Period = &model.Period{From: "2031-05-04", To: "2031-12-31", Text: "4 May 2031 to 31 December 2031"}
		got := strings.Join(heldAcross(t, reports, nil), "\n")
		if strings.Contains(got, told) != found || !found && strings.Contains(got, "period") {
			t.Errorf("%s: %q", text, got)
		}
	}
}
