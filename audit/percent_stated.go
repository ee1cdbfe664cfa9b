package audit

import (
	"fmt"

	"recount.invalid/recount/audit/prose"
)

var _ = register(Rule{
	ID:       "percent-stated",
	Severity: Error,
	Title:    "the stated percentage is not the average on the 0–100 scale",
	Checks:   "The percentage printed with a chapter's average is compared with (mean + 1) / 2 × 100, from the exact mean of the scores and from the mean as printed; one of the two must give it. Where the scores are not known, the percentage is compared with every exact mean that the printed one can stand for.",
	Why:      "Percentages are what newspapers quote, and the two figures stand side by side: a reader who takes one of them gets another result than a reader who takes the other.",
	Example:  "+0.38 from 3/8 is 68.75 %, so 69 % holds; from the printed +0.38 it is exactly 69 %. 88 % beside +0.71 is a finding.",
	Convention: "Percentage = (mean + 1) / 2 × 100, rounded half up or half to even, to as many decimals as are printed. " +
		"A percentage without a mean beside it is the average itself and is left to average-stated.",
	Since: "0.1.0",
	Run: func(p *Pass) {
		for i := range p.Report.Commitments {
			p.percentStated(i)
		}
	},
})

func (p *Pass) percentStated(i int) {
	c := &p.Report.Commitments[i]
	if c.Assessment == nil || c.Assessment.Average == nil || c.Assessment.Average.Percent == nil || c.Assessment.Average.Value == nil {
		return // a percentage alone is the average: average-stated
	}
	avg := c.Assessment.Average
	t := tallyScores(c.Assessment.Scores, p.Vocabulary)
	why := t.whyUndecided()
	mean := meanOrNil(t)
	if why != "" {
		mean = nil
		if PercentFits(*avg.Percent, *p.asMean(avg.Value, avg.Text)) {
			p.Checked(1)
			return
		}
	} else if PercentHolds(*avg.Percent, mean, avg.Value) {
		p.Checked(1)
		return
	}
	if warnedAt(p.Report, c.Assessment.At) {
		p.Undecided(1, tableInDoubt)
		return
	}
	if doubt := columnDoubt(p.Report); mean != nil && doubt != "" {
		p.Undecided(1, doubt)
		return
	}
	if mean != nil && headingsExplain(figure{percent: avg.Percent}, t, headingDiffers(c, p.Vocabulary)) &&
		(p.Selected("score-heading-table") || p.Selected("score-row-missing")) {
		p.Undecided(1, "the percentage holds with a heading's score, which was not found in the table (score-heading-table, score-row-missing)")
		return
	}
	p.Checked(1)
	f := about(c)
	f.Stated = statedText(*avg)
	f.Quote = f.Stated
	f.At = avg.At
	if mean != nil {
		f.Computed = percentComputed(t, avg.Percent.Places)
		f.Explanations = explain(figure{percent: avg.Percent}, t, nearAverages(p, i), p.lastStage(figure{percent: avg.Percent}, prose.Subject{Kind: prose.Commitment, Commitment: f.Commitment})...)
		f.Message = fmt.Sprintf("The percentage is stated as %s%%; the mean %s is %s%%.",
			avg.Percent, fraction(t.sum(), len(t.scores)), unsigned(Percent(mean)))
	} else {
		m := avg.Value.Rat()
		f.Computed = fmt.Sprintf("%s%% (from the printed mean %s)", rounded100(m, avg.Percent.Places), printed(*avg.Value))
		f.Message = fmt.Sprintf("The percentage is stated as %s%%; no mean that rounds to the printed %s gives it.",
			avg.Percent, printed(*avg.Value))
		if isTimesHundred(*avg.Percent, nil, avg.Value) {
			f.Explanations = []string{fmt.Sprintf("the mean itself times 100 (%s × 100), not put on the scale from 0 to 100", printed(*avg.Value))}
		}
	}
	p.Found(f)
}

// percentComputed is "86% (15/21, mean +0.714…)".
func percentComputed(t tally, places int) string {
	m, _ := t.mean()
	return fmt.Sprintf("%s%% (%d/%d, mean %s)", rounded100(m, places), t.sum(), len(t.scores), exact(m))
}
