package conventions

import (
	"fmt"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
)

// A table of thirty years was put together from reports of several conventions: that
// of one of them holds for the rows that were taken from it, which stand below each
// other. And a table most of whose averages do not follow from the scores beside them
// has averages of something else.

// Run is a stretch of averages, from one chapter or row to another, that
// follow in another way than the rest.
type Run struct {
	From, To int // places among the commitments
	Some     int // averages of it that follow in this way only
	Way      int // 0: blanks as 0, 1: cut off, 2: times 100
	Text     string
	reason   string
	holds    func(reckon.Figure, reckon.Tally) bool
}

// runWays are the ways that are looked for.
var runWays = []struct {
	text, reason string
	holds        func(reckon.Figure, reckon.Tally) bool
}{
	{"members without a score are counted as 0", "the averages around it count members without a score as 0 (mean-convention)", withZeros},
	{"the decimals are cut off, not rounded", "the averages around it are cut off, not rounded (mean-convention)", isCut},
	{"the averages are the mean times 100", "the averages around it are the mean times 100 (mean-convention)",
		func(f reckon.Figure, t reckon.Tally) bool { return tallies.IsHundred(f, rule.MeanOrNil(t)) }},
}

// runsOf finds the runs in a published table: at least three averages need the way,
// none between them refutes it, and fewer hold in neither way.
func runsOf(p *rule.Pass) []Run {
	if !rowsPublished(p) {
		return nil
	}
	var out []Run
	for k, w := range runWays {
		run, neither := Run{From: -1, Way: k, Text: w.text, reason: w.reason, holds: w.holds}, 0
		end := func() {
			if run.Some >= Fewest && neither < run.Some {
				out = append(out, run)
			}
			run.From, run.Some, neither = -1, 0, 0
		}
		for i := range p.Report.Commitments {
			f, t, ok := decidedLine(p, i)
			if !ok {
				continue
			}
			mean, _ := t.Mean()
			switch usual, some := f.Fits(mean), w.holds(f, t); {
			case usual && !some:
				end()
			case some && !usual:
				if run.From < 0 {
					run.From, neither = i, 0
				}
				run.To = i
				run.Some++
			case !usual:
				neither++
			}
		}
		end()
	}
	return out
}

// rowsPublished reports whether the chapters are rows of a published table.
func rowsPublished(p *rule.Pass) bool {
	return len(p.Report.Commitments) > 0 && p.Report.Commitments[0].Row > 0
}

// decidedLine is an average with its scores; ok is false where it cannot be decided.
func decidedLine(p *rule.Pass, i int) (f reckon.Figure, t reckon.Tally, ok bool) {
	a := p.Report.Commitments[i].Assessment
	if a == nil || a.Average == nil {
		return f, t, false
	}
	f, t = tallies.StatedMean(p, *a.Average), tallies.OfChapter(p, &p.Report.Commitments[i])
	_, scored := t.Mean()
	return f, t, scored && t.WhyUndecided() == "" && f != (reckon.Figure{})
}

// Runs are the runs of a published table.
var Runs = rule.Keep(runsOf)

// ofRun is why the average of a row is not called wrong: it follows in the
// way of the rows around it. Empty where it does not.
func ofRun(p *rule.Pass, i int, f reckon.Figure, t reckon.Tally) string {
	for _, r := range Runs.Of(p) {
		if r.From <= i && i <= r.To && r.holds(f, t) {
			return r.reason
		}
	}
	return ""
}

// How many averages must not follow, and be more than those that do, before a table, or a
// section of it, has averages of something else. Two slips in a section of three rows are as
// likely as that, where those of other sections follow.
const (
	fewestUnlike        = 2
	fewestUnlikeSection = 3
)

// unlike is how many averages of a table follow in no way from the scores beside them, by
// sections; those of the whole table stand under "".
type unlike map[string]*struct{ all, others int }

// why says that most averages of a section do not follow; empty where it is not so.
func (u unlike) why(section, of string, fewest int) string {
	n := u[section]
	if n == nil || n.others < fewest || 2*n.others <= n.all {
		return ""
	}
	return fmt.Sprintf("%d of %d averages of %s do not follow from the scores beside them: they may be averages of something else, or count a column that was not read", n.others, n.all, of)
}

// otherAverages counts the averages of a published table that do not follow.
var otherAverages = rule.Keep(func(p *rule.Pass) unlike {
	u := unlike{}
	if !rowsPublished(p) {
		return u
	}
	for i := range p.Report.Commitments {
		f, t, ok := decidedLine(p, i)
		if !ok {
			continue
		}
		mean, _ := t.Mean()
		follows := f.Fits(mean) || withZeros(f, t) || isCut(f, t) || isRounded(f, t) || tallies.IsHundred(f, mean)
		sections := []string{""}
		if area := p.Report.Commitments[i].IssueArea; area != "" {
			sections = append(sections, area)
		}
		for _, section := range sections {
			if u[section] == nil {
				u[section] = &struct{ all, others int }{}
			}
			u[section].all++
			if !follows {
				u[section].others++
			}
		}
	}
	return u
})

// OtherAverages is why the average of a row of a published table is not called wrong: most of
// its section, or of the table, follow in no way.
func OtherAverages(p *rule.Pass, i int) string {
	u := otherAverages.Of(p)
	if why := u.why("", "the table", fewestUnlike); why != "" {
		return why
	}
	if area := p.Report.Commitments[i].IssueArea; area != "" {
		return u.why(area, "the section", fewestUnlikeSection)
	}
	return ""
}
