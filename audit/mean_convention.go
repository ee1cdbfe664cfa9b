package audit

import (
	"fmt"
	"math/big"

	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

var _ = register(Rule{
	ID:       "mean-convention",
	Severity: Note,
	Title:    "one convention makes the averages of a whole table right",
	Checks: "Where averages of a table do not follow from the scores in the usual way: whether another way gives them. " +
		"Tried are members without a score counted as 0, decimals cut off and not rounded, the mean times 100 (−100 to +100), and, for averages of sections and of the whole table, the mean of all cells, of the rows, of the rows' averages as printed and of the members.",
	Why:     "Whoever recomputes such a table finds a slip in every other row, and none is there. The convention is what must be known to use the figures.",
	Example: "Seven members, one of them n/a, with scores that add up to 2: 2/6 = +0.33, but +0.29 is printed, and so in every such row: +0.29 = 2/7. One note, not eleven errors. Near miss: a row in which neither 6 nor 7 gives the figure is a finding of average-stated.",
	Convention: "The tables of 1997 count n/a as 0 and take the means of groups from rounded means; reports until 2005 print the mean times 100. " +
		"A convention is named where at least three averages need it and at most a quarter as many refute it (decimals that are cut off: none); that members without a score are counted as 0 also where fewer need it and none refutes it, but not in a report with percentages on the scale from 0 to 100. Averages that hold by it are called wrong by no rule; one that holds in no way is.",
	Since: "0.1.0",
	Run:   runMeanConvention,
})

func runMeanConvention(p *Pass) {
	p.tableConventions(zeroCount.of(p), cutCount.of(p), "the averages of this document", Finding{})
	if z := hundreds.of(p); z.prevails() && !p.percentScale() {
		p.Found(Finding{Message: "The averages of this document are the mean times 100: " + z.text("on the scale from 0 to 100"), Computed: timesHundred.text})
	}
	for i := range p.Report.Matrices {
		m := &p.Report.Matrices[i]
		lines := p.matrixLines(m)
		p.tableConventions(p.zeros(lines), cuts(lines), "the rows' averages of "+matrixTitle(m), Finding{At: m.At})
	}
	v := summaryRows.of(p)
	p.summaryConvention(v.members, v.ofMembers, "members' averages in summary rows")
	p.summaryConvention(v.totals, v.ofTotals, "averages of sections and of the whole table")
}

// summaryConvention names the convention of summary rows where it is not the
// usual one.
func (p *Pass) summaryConvention(fs []summaryFigure, prevails *convention, what string) {
	decided, only := 0, 0
	for i := range fs {
		if fs[i].why != "" {
			p.Undecided(1, fs[i].why)
			continue
		}
		decided++
		if prevails != nil && !fs[i].holds(pooledCells) && fs[i].holds(*prevails) {
			only++
		}
	}
	p.Checked(decided)
	if prevails == nil || prevails.id == pooledCells.id || only == 0 {
		return
	}
	if prevails.id == blanksAsZero.id && zeroCount.of(p).prevails() || prevails.id == timesHundred.id && hundreds.of(p).prevails() {
		return // named of the rows
	}
	var f Finding
	for i := range fs {
		if fs[i].why == "" && !fs[i].holds(pooledCells) && fs[i].holds(*prevails) {
			f = Finding{Row: fs[i].s.Row, sheetRow: fs[i].s.SheetRow, Stated: fs[i].text, Quote: fs[i].text, Computed: fs[i].tried()}
			break
		}
	}
	f.Message = fmt.Sprintf("The %s are %s, not the mean of all scores: %d of %d follow in this way, %d of them in no other usual one. The first of these is %s (tried: %s).",
		what, prevails.text, holdCount(fs, *prevails), decided, only, f.Stated, f.Computed)
	p.Found(f)
}

func holdCount(fs []summaryFigure, c convention) int {
	n := 0
	for i := range fs {
		if fs[i].why == "" && fs[i].holds(c) {
			n++
		}
	}
	return n
}

// tableConventions names the conventions of one list of averages.
func (p *Pass) tableConventions(zero, cut wayCount, of string, f Finding) {
	p.Checked(zero.all)
	if zero.some > 0 && zero.mayHold() {
		f.Message, f.Computed = fmt.Sprintf("Members without a score are counted as 0 in %s: %s", of, zero.text("without them")), blanksAsZero.text
		p.Found(f)
	}
	if cut.prevails() {
		f.Message, f.Computed = fmt.Sprintf("The decimals are cut off, not rounded, in %s: %s", of, cut.text("rounded")), "the mean cut off"
		p.Found(f)
	}
}

// fewestConvention is how many averages must need a convention.
const fewestConvention = 3

// wayCount says how many averages follow in another way only (some), in the
// usual way only, or in neither.
type wayCount struct {
	all, some, usual, neither int
	strict                    bool // a single average that refutes it suffices
	// modern says that the report prints percentages of the scale 0 to 100 beside
	// means, as reports do that leave out members without a score: what few
	// averages of it seem to show is a slip.
	modern bool
}

// prevails reports whether the other way is the convention: at least three
// averages need it, few refute it, and fewer than that hold neither way, which
// may be slips.
func (z wayCount) prevails() bool {
	if z.strict && z.usual > 0 {
		return false
	}
	return z.some >= fewestConvention && z.usual*4 <= z.some && z.neither < z.some
}

// mayHold reports whether the other way is the convention, or may be: too few
// averages tell, and none refutes it.
func (z wayCount) mayHold() bool { return z.prevails() || z.usual == 0 && !z.modern }

func (z wayCount) text(usual string) string {
	verb := "follow"
	if z.some == 1 {
		verb = "follows"
	}
	s := fmt.Sprintf("%s of %d %s in this way only", reckon.Plural(z.some, "average"), z.all, verb)
	if z.usual > 0 {
		s += fmt.Sprintf(", %d only %s", z.usual, usual)
	} else if !z.prevails() {
		s += fmt.Sprintf(", none only %s", usual)
	}
	if z.neither > 0 {
		s += fmt.Sprintf(", %d in neither way", z.neither)
	}
	return s + "."
}

// countWay counts the averages that can be decided.
func countWay(lines []statedTally, other func(reckon.Figure, reckon.Tally) bool) wayCount {
	var z wayCount
	for _, l := range lines {
		mean, ok := l.t.Mean()
		if !ok || l.t.WhyUndecided() != "" || l.f == (reckon.Figure{}) {
			continue
		}
		z.all++
		switch usual, some := l.f.Fits(mean), other(l.f, l.t); {
		case usual && !some:
			z.usual++
		case some && !usual:
			z.some++
		case !usual:
			z.neither++
		}
	}
	return z
}

// zeros counts the averages that need members without a score to be 0.
func (p *Pass) zeros(lines []statedTally) wayCount {
	z := countWay(lines, withZeros)
	z.modern = p.percentScale() && !across.IsTable(p.Report)
	return z
}

// cuts counts the averages whose decimals were cut off. Half of all averages
// hold either way, so that one which does not shows that it was not meant.
func cuts(lines []statedTally) wayCount {
	z := countWay(lines, isCut)
	z.strict = true
	return z
}

// withZeros reports whether a figure holds with blanks counted as 0.
func withZeros(f reckon.Figure, t reckon.Tally) bool {
	n := len(t.Scores) + t.Blank
	return n > 0 && f.Fits(big.NewRat(int64(t.Sum()), int64(n)))
}

// isCut reports whether a figure is the exact one cut off, which it is too
// where nothing was to be cut off.
func isCut(f reckon.Figure, t reckon.Tally) bool {
	mean, ok := t.Mean()
	if !ok {
		return false
	}
	return (f.Value == nil || reckon.CutOff(mean, f.Value.Places).Cmp(f.Value.Rat()) == 0) &&
		(f.Percent == nil || reckon.CutOff(reckon.Percent(mean), f.Percent.Places).Cmp(f.Percent.Rat()) == 0)
}

// chapterLines are the chapters' averages with their scores, or those of a table
// of published scores.
func (p *Pass) chapterLines() []statedTally {
	var lines []statedTally
	for i := range p.Report.Commitments {
		a := p.Report.Commitments[i].Assessment
		if a == nil || a.Average == nil {
			continue
		}
		lines = append(lines, statedTally{p.statedMean(*a.Average), reckon.TallyScores(a.Scores, p.Vocabulary)})
	}
	return lines
}

// matrixLines are the averages of a summary table's rows with their scores.
func (p *Pass) matrixLines(m *model.Matrix) []statedTally {
	var lines []statedTally
	for i := range m.Rows {
		if a := m.Rows[i].Average; a != nil && len(m.Rows[i].Scores) == len(m.Members) {
			lines = append(lines, statedTally{p.statedMean(*a), tallyRow(m, i, p.Vocabulary)})
		}
	}
	return lines
}

// conventionOf is why an average that does not follow in the usual way is not
// called wrong: it holds by the convention of its table, or by one that nothing
// in the table refutes. Empty where it is not so.
func conventionOf(f reckon.Figure, t reckon.Tally, zero, cut wayCount) string {
	switch {
	case withZeros(f, t) && zero.prevails():
		return "the averages count members without a score as 0 (mean-convention)"
	case withZeros(f, t) && zero.mayHold():
		return "the average holds with members without a score counted as 0, and no other one shows that this is not meant (mean-convention)"
	case isCut(f, t) && cut.prevails():
		return "the averages are cut off, not rounded (mean-convention)"
	}
	return ""
}

// chapterConvention is conventionOf for a chapter's average.
func (p *Pass) chapterConvention(f reckon.Figure, t reckon.Tally) string {
	return conventionOf(f, t, zeroCount.of(p), cutCount.of(p))
}

// How many of the chapters' averages count members without a score as 0, have
// their decimals cut off, or are the mean times 100.
var (
	zeroCount = keep(func(p *Pass) wayCount { return p.zeros(p.chapterLines()) })
	cutCount  = keep(func(p *Pass) wayCount { return cuts(p.chapterLines()) })
	hundreds  = keep(func(p *Pass) wayCount {
		return countWay(p.chapterLines(), func(f reckon.Figure, t reckon.Tally) bool { return isHundred(f, meanOrNil(t)) })
	})
)
