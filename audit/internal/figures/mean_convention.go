package figures

import (
	"fmt"

	"recount.invalid/recount/audit/internal/conventions"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/summaries"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
)

var _ = rule.Register(rule.Rule{
	ID:       "mean-convention",
	Severity: rule.Note,
	Title:    "one convention makes the averages of a whole table right",
	Checks: "Where averages of a table do not follow from the scores in the usual way: whether another way gives them. " +
		"Tried are members without a score counted as 0, decimals cut off and not rounded, percentages of the mean rounded to two decimals, the mean times 100 (−100 to +100), and, for averages of sections and of the whole table, the mean of all cells, of the rows, of the rows' averages as printed, of the members and of the sections, percentages of the average as printed beside or above them, and means that take up a wrong figure as it is printed.",
	Why:     "Whoever recomputes such a table finds a slip in every other row, and none is there. The convention is what must be known to use the figures.",
	Example: "Seven members, one of them n/a, with scores that add up to 2: the mean is 2/6 = +0.33, but +0.29 = 2/7 is printed, and so in every such row. One note, not eleven errors. Near miss: one such row of three in which neither six nor seven members give the figure is a finding of average-stated.",
	Convention: "The tables of 1997 count n/a as 0 and take the means of groups from rounded means; reports until 2005 print the mean times 100. " +
		"A convention is named where at least three averages need it and at most a quarter as many refute it (decimals that are cut off: none); that members without a score are counted as 0 also where fewer need it and none refutes it, but not in a report with percentages on the scale from 0 to 100. Averages that hold by it are called wrong by no rule; one that holds in no way is. In a published table one of the first three is also named of rows below each other, at least three of which need it and none of which refutes it. Where more than half of the averages of a published table, and at least four, hold in no way, they are averages of something else and none is called wrong.",
	Since: "0.1.0",
	Run:   runMeanConvention,
})

func runMeanConvention(p *rule.Pass) {
	tableConventions(p, conventions.ZeroCount.Of(p), conventions.CutCount.Of(p), "the averages of this document", rule.Finding{})
	if z := conventions.Hundreds.Of(p); z.Prevails() && !tallies.PercentScale(p) {
		p.Found(rule.Finding{Message: "The averages of this document are the mean times 100: " + z.Text("on the scale from 0 to 100"), Computed: summaries.TimesHundred.Text})
	}
	if z := conventions.RoundCount.Of(p); z.Prevails() {
		p.Found(rule.Finding{Message: "The percentages of this document are those of the means rounded to two decimals: " + z.Text("of the exact means"), Computed: "the mean rounded to two decimals"})
	}
	runConventions(p)
	for i := range p.Report.Matrices {
		m := &p.Report.Matrices[i]
		lines := conventions.MatrixLines(p, m)
		tableConventions(p, conventions.Zeros(p, lines), conventions.Cuts(lines), "the rows' averages of "+tallies.MatrixTitle(m), rule.Finding{At: m.At})
	}
	v := summaries.Rows.Of(p)
	summaryConvention(p, v.Members, v.OfMembers, "members' averages in summary rows")
	summaryConvention(p, v.Totals, v.OfTotals, "averages of sections and of the whole table")
}

// runConventions names the conventions that hold for some rows of a published table
// that stand below each other, where the whole table has another.
func runConventions(p *rule.Pass) {
	whole := []bool{conventions.ZeroCount.Of(p).Prevails(), conventions.CutCount.Of(p).Prevails(), conventions.Hundreds.Of(p).Prevails() && !tallies.PercentScale(p)}
	for _, r := range conventions.Runs.Of(p) {
		if whole[r.Way] {
			continue
		}
		from, to := &p.Report.Commitments[r.From], &p.Report.Commitments[r.To]
		p.Found(rule.Finding{
			Row: from.Row, SheetRow: from.SheetRow, Computed: r.Text,
			Message: fmt.Sprintf("From row %s to row %s %s: %s only so, and none of these only otherwise.", rule.RowNumber(from), rule.RowNumber(to), r.Text, follow(r.Some)),
		})
	}
}

// follow is "3 averages follow".
func follow(n int) string {
	if n == 1 {
		return "1 average follows"
	}
	return reckon.Plural(n, "average") + " follow"
}

// summaryConvention names the convention of summary rows where it is not the
// usual one.
func summaryConvention(p *rule.Pass, fs []summaries.Figure, prevails *summaries.Convention, what string) {
	decided, only := 0, 0
	for i := range fs {
		if fs[i].Why != "" {
			p.Undecided(1, fs[i].Why)
			continue
		}
		decided++
		if prevails != nil && !fs[i].Holds(summaries.PooledCells) && fs[i].Holds(*prevails) {
			only++
		}
	}
	p.Checked(decided)
	if prevails == nil || prevails.Id == summaries.PooledCells.Id || only == 0 {
		return
	}
	if prevails.Id == summaries.BlanksAsZero.Id && conventions.ZeroCount.Of(p).Prevails() || prevails.Id == summaries.TimesHundred.Id && conventions.Hundreds.Of(p).Prevails() {
		return // named of the rows
	}
	var f rule.Finding
	for i := range fs {
		if fs[i].Why == "" && !fs[i].Holds(summaries.PooledCells) && fs[i].Holds(*prevails) {
			f = rule.Finding{Row: fs[i].S.Row, SheetRow: fs[i].S.SheetRow, Stated: fs[i].Text, Quote: fs[i].Text, Computed: fs[i].Tried()}
			break
		}
	}
	f.Message = fmt.Sprintf("The %s are %s, not the mean of all scores: %d of %d follow in this way, %d of them in no other usual one. The first of these is %s (tried: %s).",
		what, prevails.Text, holdCount(fs, *prevails), decided, only, f.Stated, f.Computed)
	p.Found(f)
}

func holdCount(fs []summaries.Figure, c summaries.Convention) int {
	n := 0
	for i := range fs {
		if fs[i].Why == "" && fs[i].Holds(c) {
			n++
		}
	}
	return n
}

// tableConventions names the conventions of one list of averages.
func tableConventions(p *rule.Pass, zero, cut conventions.WayCount, of string, f rule.Finding) {
	p.Checked(zero.All)
	if zero.Some > 0 && zero.MayHold() {
		f.Message, f.Computed = fmt.Sprintf("Members without a score are counted as 0 in %s: %s", of, zero.Text("without them")), summaries.BlanksAsZero.Text
		p.Found(f)
	}
	if cut.Prevails() {
		f.Message, f.Computed = fmt.Sprintf("The decimals are cut off, not rounded, in %s: %s", of, cut.Text("rounded")), "the mean cut off"
		p.Found(f)
	}
}
