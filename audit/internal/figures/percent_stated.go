package figures

import (
	"fmt"
	"math/big"

	"recount.invalid/recount/audit/internal/columns"
	"recount.invalid/recount/audit/internal/conventions"
	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

var _ = rule.Register(rule.Rule{
	ID:       "percent-stated",
	Severity: rule.Error,
	Title:    "the stated percentage is not the average on the 0–100 scale",
	Checks:   "The percentage printed with a chapter's average is compared with (mean + 1) / 2 × 100, from the exact mean of the scores and from the mean as printed; one of the two must give it. Where the scores are not known, the percentage is compared with every exact mean that the printed one can stand for. So are the percentages of a published table without scores, where most of its rows show that they belong to the averages beside them (at least six for each that does not, unless the heads say so), and those of members in a table over several summits.",
	Why:      "Percentages are what newspapers quote, and the two figures stand side by side: a reader who takes one of them gets another result than a reader who takes the other.",
	Example:  "'+0.71 (88%)', where the mean of the scores, 5/7, is 85.714…%. Near miss: '+0.38 (69%)': 3/8 is 68.75%, and the printed +0.38 is exactly 69%.",
	Convention: "Percentage = (mean + 1) / 2 × 100, rounded half up or half to even, to as many decimals as are printed. " +
		"A percentage without a mean beside it is the average itself and is left to average-stated. " +
		"Where the percentages of a published table are the averages times 100, at least six for each that is not, one that is not is wrong. Where more than half of a published table's percentages do not follow from the averages beside them, or most of those that do not are shares of scores of +1, they are of something else and undecided.",
	Since: "0.1.0",
	Run: func(p *rule.Pass) {
		for i := range p.Report.Commitments {
			percentStated(p, i)
		}
		percentTables(p)
		summitPairs(p)
		columns.Compare(p, "percent-stated") // last: what is told is not told again
	},
})

func percentStated(p *rule.Pass, i int) {
	c := &p.Report.Commitments[i]
	if !hasPair(c) {
		return // a percentage alone is the average: average-stated
	}
	avg := c.Assessment.Average
	t := tallies.OfChapter(p, c)
	why := t.WhyUndecided()
	if reckon.StandsTwice(c.Assessment, "") {
		why = reckon.MemberTwice
	}
	mean := rule.MeanOrNil(t)
	if why != "" {
		mean = nil
		if reckon.PercentFits(*avg.Percent, *tallies.AsMean(p, avg.Value, avg.Text)) {
			p.Checked(1)
			return
		}
	} else if reckon.PercentHolds(*avg.Percent, mean, avg.Value) {
		p.Checked(1)
		return
	}
	if mean != nil && fromTrueMean(*avg.Percent, *tallies.AsMean(p, avg.Value, avg.Text), mean) && p.Selected("average-stated") {
		p.Checked(1) // the slip is in the mean beside it: average-stated
		return
	}
	if conventions.CutPercent(p, *avg.Percent, mean, tallies.AsMean(p, avg.Value, avg.Text)) {
		p.Undecided(1, "the percentages are cut off, not rounded")
		return
	}
	hundreds := false
	if c.Row > 0 {
		switch column := percentColumn.Of(p); {
		case !column.areHundreds():
			if column.why != "" {
				p.Undecided(1, column.why)
				return
			}
		case reckon.IsTimesHundred(*avg.Percent, mean, avg.Value):
			p.Checked(1)
			return
		default:
			hundreds = true
		}
	}
	if rule.WarnedAt(p.Report, c.Assessment.At) {
		p.Undecided(1, rule.TableInDoubt)
		return
	}
	if doubt := rule.ColumnDoubt(p.Report); mean != nil && doubt != "" {
		p.Undecided(1, doubt)
		return
	}
	// A heading's score explains the percentage only with the mean beside it: a
	// mean that follows from the table and not from the heading was not made so.
	figure := reckon.Figure{Value: avg.Value, Percent: avg.Percent}
	if mean != nil && tallies.HeadingsExplain(p, c, figure, t) {
		p.Undecided(1, "the percentage holds with a heading's score, which was not found in the table (score-heading-table, score-row-missing)")
		return
	}
	p.Checked(1)
	f := rule.About(c)
	f.Stated = reckon.StatedText(*avg)
	f.Quote = f.Stated
	f.At = avg.At
	if hundreds {
		hundredFinding(p, &f, mean, avg)
	} else if mean != nil {
		f.Computed = tallies.PercentComputed(t, avg.Percent.Places)
		f.Explanations = reckon.Explain(reckon.Figure{Percent: avg.Percent}, t, rule.NearAverages(p, i), elsewhere.LastStage(p, reckon.Figure{Percent: avg.Percent}, prose.Subject{Kind: prose.Commitment, Commitment: f.Commitment})...)
		f.Message = fmt.Sprintf("The percentage is stated as %s%%; the mean %s is %s%%.",
			avg.Percent, reckon.Fraction(t.Sum(), len(t.Scores)), reckon.Unsigned(reckon.Percent(mean)))
	} else {
		m := avg.Value.Rat()
		f.Computed = fmt.Sprintf("%s%% (from the printed mean %s)", reckon.Rounded100(m, avg.Percent.Places), reckon.Printed(*avg.Value))
		f.Message = fmt.Sprintf("The percentage is stated as %s%%; no mean that rounds to the printed %s gives it.",
			avg.Percent, reckon.Printed(*avg.Value))
		if reckon.IsTimesHundred(*avg.Percent, nil, avg.Value) {
			f.Explanations = []string{fmt.Sprintf("the mean itself times 100 (%s × 100), not put on the scale from 0 to 100", reckon.Printed(*avg.Value))}
		}
	}
	p.Found(f)
}

// hundredFinding says what a percentage should be where the others of its column are the
// averages times 100.
func hundredFinding(p *rule.Pass, f *rule.Finding, mean *big.Rat, avg *model.Average) {
	of := mean
	if of == nil {
		of = avg.Value.Rat()
	}
	column := percentColumn.Of(p)
	f.Computed = reckon.Unsigned(new(big.Rat).Mul(of, big.NewRat(100, 1))) + "%"
	f.Message = fmt.Sprintf("The percentage is stated as %s%%; the mean times 100, as %d of %d percentages of the table are, is %s.", avg.Percent, column.hundreds, column.pairs, f.Computed)
}

// fromTrueMean reports whether a percentage follows from the mean that should
// stand beside it, rounded as that is, where another one does.
func fromTrueMean(percent, printed model.Decimal, mean *big.Rat) bool {
	if reckon.Holds(printed, mean) {
		return false
	}
	for _, even := range []bool{false, true} {
		if right := tallies.RoundedTo(mean, printed.Places, even); reckon.PercentHolds(percent, nil, &right) {
			return true
		}
	}
	return false
}
