package figures

import (
	"fmt"
	"slices"

	"recount.invalid/recount/audit/internal/conventions"
	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

var _ = rule.Register(rule.Rule{
	ID:       "average-stated",
	Severity: rule.Error,
	Title:    "the stated average is not the mean of the scores",
	Checks:   "The average printed in a chapter's table of scores, or in the average column of a CSV of published scores, is compared with the exact mean of the scores beside it; an average in a line of its own, in a chapter whose scores stand in the headings of the members' sections alone, with the mean of those, where every member has a section and a score. In a table with a row for each score the average stands in every row of a commitment, or of a member: each is compared with those of its other rows. Members without a score are left out. Where a percentage stands alone it is the average and is compared here.",
	Why:      "The average is the figure that is quoted. When it is not the mean of its own scores, either it or a score is wrong, and every comparison that uses it is too.",
	Example:  "Eight members score five times 0 and three times +1, and +0.40 is printed. The mean is 3/8 = +0.375. Near misses: +0.38 and +0.37, since a tie may be rounded either way.",
	Convention: "The mean of the members assessed, rounded half up or half to even to as many decimals as are printed; the printed figure stands for the closed interval of half a unit of its last decimal to either side. A whole number beside averages with decimals is compared to two decimals: programs drop trailing zeros. " +
		"Where a member's heading states another score than the table and the average holds with it, the score is the finding (score-heading-table), not the average, unless the section's closing sentence and the summary table both have the table's score. An average that no scores can give is reported by average-unattainable too, which says why. Where at least three averages of a report fail and every one holds without the same member, that member may be left out on purpose and they are undecided. " +
		"In a CSV a column of scores whose head names no known member is counted where more averages of the table hold with it; while that is not certain of a column, no average of the table is called wrong, and the reason names the column. A record of such a table is named by its number, the header being 1; where titles above the header or blank lines move it, the message also says in which row a spreadsheet shows it.",
	Since: "0.1.0",
	Run: func(p *rule.Pass) {
		leftOut := conventions.ChaptersLeaveOut(p)
		for i := range p.Report.Commitments {
			averageStated(p, i, leftOut)
		}
		repeatedAverages(p)
	},
})

func averageStated(p *rule.Pass, i int, leftOut string) {
	c := &p.Report.Commitments[i]
	if c.Assessment == nil || c.Assessment.Average == nil {
		return
	}
	avg := c.Assessment.Average
	stated := tallies.StatedMean(p, *avg)
	if stated == (reckon.Figure{}) {
		if avg.Text != "" {
			p.Undecided(1, "the average cannot be read")
		}
		return
	}
	if memberTwice(p, i, stated) {
		return
	}
	t := tallies.OfChapter(p, c)
	mean, ok := t.Mean()
	why := t.WhyUndecided()
	if ok && stated.Fits(mean) && why == "" {
		p.Checked(1)
		return
	}
	if why != "" {
		p.Undecided(1, why)
		return
	}
	if rule.WarnedAt(p.Report, c.Assessment.At) {
		p.Undecided(1, rule.TableInDoubt)
		return
	}
	if doubt := rule.ColumnDoubt(p.Report); doubt != "" {
		p.Undecided(1, doubt)
		return
	}
	if leftOut != "" {
		p.Undecided(1, conventions.LeftOutReason(leftOut))
		return
	}
	if why := conventions.OfChapter(p, i, stated, t); why != "" {
		p.Undecided(1, why)
		return
	}
	if tallies.OnOtherScale(p, stated, t) {
		p.Undecided(1, tallies.OtherScale)
		return
	}
	if tallies.HeadingsExplain(p, c, stated, t) {
		p.Undecided(1, "the average holds with a heading's score, which the table does not have (score-heading-table, score-row-missing)")
		return
	}
	p.Checked(1)
	f := rule.About(c)
	f.Stated = reckon.StatedText(*avg)
	f.Quote = f.Stated
	f.At = avg.At
	if stated.Value != nil {
		f.Computed = tallies.MeanComputed(t, stated.Value.Places)
	} else {
		f.Computed = tallies.PercentComputed(t, stated.Percent.Places)
	}
	f.Explanations = reckon.Explain(withPercent(*avg, stated, t), t, rule.NearAverages(p, i), elsewhere.LastStage(p, withPercent(*avg, stated, t), prose.Subject{Kind: prose.Commitment, Commitment: f.Commitment})...)
	f.Message = fmt.Sprintf("The average is stated as %s; the mean of the %s is %s.",
		stated.Text(), reckon.Plural(len(t.Scores), "score"), reckon.Fraction(t.Sum(), len(t.Scores)))
	if stated.Value == nil {
		f.Message = fmt.Sprintf("The average is stated as %s; the mean of the %s is %s, which is %s%%.",
			stated.Text(), reckon.Plural(len(t.Scores), "score"), reckon.Fraction(t.Sum(), len(t.Scores)), reckon.Unsigned(reckon.Percent(mean)))
	}
	if !reckon.Attainable(stated, len(t.Scores)) && (c.Row > 0 || !p.Selected("average-unattainable")) {
		f.Message += fmt.Sprintf(" No set of %s of −1, 0 and +1 has the stated mean.", reckon.Plural(len(t.Scores), "score"))
	}
	p.Found(f)
}

// memberTwice reports whether a member stands twice for a commitment. Its average then holds
// with one of the scores, or with both as of two members, or is undecided: which of the two
// rows is right, and whether one is another member's, is not known.
func memberTwice(p *rule.Pass, i int, stated reckon.Figure) bool {
	a := p.Report.Commitments[i].Assessment
	if !reckon.StandsTwice(a, "") {
		return false
	}
	if slices.ContainsFunc(reckon.TwiceReadings(a, p.Vocabulary), func(t reckon.Tally) bool {
		return conventions.AnyReading(p, i, stated, t, false)
	}) {
		p.Checked(1)
	} else {
		p.Undecided(1, reckon.MemberTwice)
	}
	return true
}

// withPercent adds the percentage to the figure whose explanation is sought
// when the scores do not give that either: the slip behind both is one.
func withPercent(a model.Average, f reckon.Figure, t reckon.Tally) reckon.Figure {
	if a.Percent != nil && !reckon.PercentHolds(*a.Percent, rule.MeanOrNil(t), nil) {
		f.Percent = a.Percent
	}
	return f
}
