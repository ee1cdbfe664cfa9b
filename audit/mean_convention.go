package audit

import (
	"fmt"
	"math/big"

	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

var _ = register(Rule{
	ID:       "mean-convention",
	Severity: Note,
	Title:    "one convention makes the averages of a whole table right",
	Checks: "Where averages of a table do not follow from the scores in the usual way: whether another way gives them. " +
		"Tried are members without a score counted as 0, the mean times 100 (−100 to +100), and, for averages of sections and of the whole table, the mean of all cells, of the rows, of the rows' averages as printed and of the members.",
	Why:     "Whoever recomputes such a table finds a slip in every other row, and none is there. The convention is what must be known to use the figures.",
	Example: "Seven members, one of them n/a, with scores that add up to 2: 2/6 = +0.33, but +0.29 is printed, and so in every such row: +0.29 = 2/7. One note, not eleven errors. Near miss: a row in which neither 6 nor 7 gives the figure is a finding of average-stated.",
	Convention: "The tables of 1997 count n/a as 0 and take the means of groups from rounded means; reports until 2005 print the mean times 100. " +
		"A convention is named only where at least three averages need it and at most a quarter as many refute it. Averages that hold by it are called wrong by no rule; one that holds in no way is.",
	Since: "0.1.0",
	Run:   runMeanConvention,
})

func runMeanConvention(p *Pass) {
	z := p.chapterZeros()
	p.Checked(z.all)
	if z.prevails() {
		p.Found(Finding{Message: "Members without a score are counted as 0 in the averages of this document: " + z.text(), Computed: blanksAsZero.text})
	}
	for i := range p.Report.Matrices {
		m := &p.Report.Matrices[i]
		z := p.matrixZeros(m)
		p.Checked(z.all)
		if z.prevails() {
			p.Found(Finding{
				Message:  fmt.Sprintf("Members without a score are counted as 0 in the rows' averages of %s: %s", matrixTitle(m), z.text()),
				Computed: blanksAsZero.text, At: m.At,
			})
		}
	}
	v := p.shared.summaries()
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

// fewestConvention is how many averages must need a convention.
const fewestConvention = 3

// zeroCount says how many averages follow with members without a score counted
// as 0, with them left out, or in neither way.
type zeroCount struct{ all, onlyZeros, onlyUsual, neither int }

// prevails reports whether counting blanks as 0 is the convention: at least
// three averages need it, few refute it, and fewer than that hold neither way,
// which may be slips.
func (z zeroCount) prevails() bool {
	return z.onlyZeros >= fewestConvention && z.onlyUsual*4 <= z.onlyZeros && z.neither < z.onlyZeros
}

func (z zeroCount) text() string {
	s := fmt.Sprintf("%s of %d follow in this way only", reckon.Plural(z.onlyZeros, "average"), z.all)
	if z.onlyUsual > 0 {
		s += fmt.Sprintf(", %d only without them", z.onlyUsual)
	}
	if z.neither > 0 {
		s += fmt.Sprintf(", %d in neither way", z.neither)
	}
	return s + "."
}

// zeros counts the averages that can be decided.
func zeros(lines []statedTally) zeroCount {
	var z zeroCount
	for _, l := range lines {
		mean, ok := l.t.Mean()
		if !ok || l.t.WhyUndecided() != "" || l.f == (reckon.Figure{}) {
			continue
		}
		z.all++
		switch usual, asZero := l.f.Fits(mean), withZeros(l.f, l.t); {
		case usual && !asZero:
			z.onlyUsual++
		case asZero && !usual:
			z.onlyZeros++
		case !usual:
			z.neither++
		}
	}
	return z
}

// withZeros reports whether a figure holds with blanks counted as 0.
func withZeros(f reckon.Figure, t reckon.Tally) bool {
	n := len(t.Scores) + t.Blank
	return n > 0 && f.Fits(big.NewRat(int64(t.Sum()), int64(n)))
}

// chapterZeros is zeros for the chapters' averages, or a table's of published
// scores.
func (p *Pass) chapterZeros() zeroCount {
	var lines []statedTally
	for i := range p.Report.Commitments {
		a := p.Report.Commitments[i].Assessment
		if a == nil || a.Average == nil {
			continue
		}
		lines = append(lines, statedTally{p.statedMean(*a.Average), reckon.TallyScores(a.Scores, p.Vocabulary)})
	}
	return zeros(lines)
}

// matrixZeros is zeros for the rows of a summary table.
func (p *Pass) matrixZeros(m *model.Matrix) zeroCount {
	var lines []statedTally
	for i := range m.Rows {
		if a := m.Rows[i].Average; a != nil && len(m.Rows[i].Scores) == len(m.Members) {
			lines = append(lines, statedTally{p.statedMean(*a), tallyRow(m, i, p.Vocabulary)})
		}
	}
	return zeros(lines)
}

// zerosReason is why averages that hold by the convention are not called
// wrong.
const zerosReason = "the averages count members without a score as 0 (mean-convention)"
