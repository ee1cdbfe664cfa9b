package figures

import (
	"fmt"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// A table with a row for each score repeats in all rows of a commitment what is stated of
// it. A row that has another figure than the others contradicts them, whatever the scores
// give.

// repeatFinding begins a finding on what a row repeats otherwise.
func repeatFinding(c *model.Commitment, r *model.Repeat) rule.Finding {
	f := rule.About(c)
	f.Row, f.SheetRow, f.Member = r.Row, r.SheetRow, r.Member
	f.Stated, f.Quote = r.Text, r.Text
	return f
}

// eachRepeat gives the rows of long tables that repeat something otherwise than the others.
func eachRepeat(p *rule.Pass, do func(c *model.Commitment, r *model.Repeat)) {
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		if c.Assessment == nil {
			continue
		}
		for k := range c.Assessment.Repeats {
			do(c, &c.Assessment.Repeats[k])
		}
	}
}

// repeatedAverages compares the averages in rows of a long table with those that the
// other rows of the commitment, or of the member, have.
func repeatedAverages(p *rule.Pass) {
	eachRepeat(p, func(c *model.Commitment, r *model.Repeat) {
		if r.Average == nil {
			return
		}
		p.Checked(1)
		f := repeatFinding(c, r)
		f.Computed = r.First
		if r.Of == model.RepeatMemberAverage {
			f.Message = fmt.Sprintf("The average of %s in row %d is stated as %s; %s of the member have %s.",
				reckon.MemberLabel(r.Member, r.Name, p.Vocabulary), r.Row, r.Text, otherRows(r.Rows), r.First)
			p.Found(f)
			return
		}
		if t := tallies.OfChapter(p, c); c.Assessment.Average != nil && t.WhyUndecided() == "" {
			mean, _ := t.Mean()
			usual, odd := tallies.StatedMean(p, *c.Assessment.Average), tallies.StatedMean(p, *r.Average)
			switch {
			case usual != (reckon.Figure{}) && usual.Fits(mean):
				f.Computed = fmt.Sprintf("%s (%s)", r.First, reckon.Fraction(t.Sum(), len(t.Scores)))
			case odd != (reckon.Figure{}) && odd.Fits(mean):
				return // the others are wrong, which is found of the commitment
			}
		}
		f.Message = fmt.Sprintf("The average in row %d (%s) is stated as %s; %s of the commitment have %s.",
			r.Row, reckon.MemberLabel(r.Member, r.Name, p.Vocabulary), r.Text, otherRows(r.Rows), f.Computed)
		p.Found(f)
	})
}

// repeatedNumbers compares whole numbers in rows of a long table with those that the
// other rows of the commitment have.
func repeatedNumbers(p *rule.Pass) {
	eachRepeat(p, func(c *model.Commitment, r *model.Repeat) {
		if r.Of == model.RepeatScore || r.Average != nil {
			return
		}
		p.Checked(1)
		f := repeatFinding(c, r)
		f.Computed = r.First
		f.Message = fmt.Sprintf("“%s” in row %d (%s) is stated as %s; %s of the commitment have %s.",
			r.Of, r.Row, reckon.MemberLabel(r.Member, r.Name, p.Vocabulary), r.Text, otherRows(r.Rows), r.First)
		p.Found(f)
	})
}

// otherRows is "8 other rows" or "another row".
func otherRows(n int) string {
	if n == 1 {
		return "another row"
	}
	return fmt.Sprintf("%d other rows", n)
}
