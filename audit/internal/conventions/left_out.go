package conventions

import (
	"fmt"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
)

// A report may leave one member out of all its averages, as some do with an
// international organisation among states, and say so in a place that was not
// read. One average without a member is a slip; all of them are a convention.

// fewestLeftOut is the number of averages that must fail with the member and
// hold without it.
const fewestLeftOut = 3

// Line is a stated average with its scores.
type Line struct {
	Figure reckon.Figure
	Tally  reckon.Tally
}

// LeftOutThroughout gives the member without whom every average holds, where
// at least three fail with it; "" where there is none. Averages that cannot
// be decided are not asked.
func LeftOutThroughout(lines []Line) string {
	failing := 0
	var members []reckon.MemberScore
	for _, l := range lines {
		mean, ok := l.Tally.Mean()
		if !ok || l.Tally.WhyUndecided() != "" || l.Figure.Fits(mean) {
			continue
		}
		failing++
		if failing == 1 {
			members = l.Tally.Scores
		}
	}
	if failing < fewestLeftOut {
		return ""
	}
	for _, m := range members {
		if m.Member != "" && holdWithout(lines, m.Member) {
			return m.Name
		}
	}
	return ""
}

// holdWithout reports whether every average that can be decided holds once
// the member is left out.
func holdWithout(lines []Line, member string) bool {
	for _, l := range lines {
		if l.Tally.WhyUndecided() != "" {
			continue
		}
		rest := reckon.Tally{Noun: l.Tally.Noun}
		for _, s := range l.Tally.Scores {
			if s.Member != member {
				rest.Scores = append(rest.Scores, s)
			}
		}
		if mean, ok := rest.Mean(); !ok || !l.Figure.Fits(mean) {
			return false
		}
	}
	return true
}

// ChaptersLeaveOut is LeftOutThroughout for the chapters' tables.
func ChaptersLeaveOut(p *rule.Pass) string {
	var lines []Line
	for i := range p.Report.Commitments {
		a := p.Report.Commitments[i].Assessment
		if a == nil || a.Average == nil {
			continue
		}
		if f := tallies.StatedMean(p, *a.Average); f != (reckon.Figure{}) {
			lines = append(lines, Line{Figure: f, Tally: tallies.OfChapter(p, &p.Report.Commitments[i])})
		}
	}
	return LeftOutThroughout(lines)
}

// LeftOutReason says why averages that leave a member out are undecided.
func LeftOutReason(name string) string {
	return fmt.Sprintf("all averages hold without %s, which may be left out on purpose", name)
}
