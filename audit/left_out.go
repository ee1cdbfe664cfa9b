package audit

import "fmt"

// A report may leave one member out of all its averages, as some do with an
// international organisation among states, and say so in a place that was not
// read. One average without a member is a slip; all of them are a convention.

// fewestLeftOut is the number of averages that must fail with the member and
// hold without it.
const fewestLeftOut = 3

// statedTally is a stated average with its scores.
type statedTally struct {
	f figure
	t tally
}

// leftOutThroughout gives the member without whom every average holds, where
// at least three fail with it; "" where there is none. Averages that cannot
// be decided are not asked.
func leftOutThroughout(lines []statedTally) string {
	failing := 0
	var members []memberScore
	for _, l := range lines {
		mean, ok := l.t.mean()
		if !ok || l.t.whyUndecided() != "" || l.f.fits(mean) {
			continue
		}
		failing++
		if failing == 1 {
			members = l.t.scores
		}
	}
	if failing < fewestLeftOut {
		return ""
	}
	for _, m := range members {
		if m.member != "" && holdWithout(lines, m.member) {
			return m.name
		}
	}
	return ""
}

// holdWithout reports whether every average that can be decided holds once
// the member is left out.
func holdWithout(lines []statedTally, member string) bool {
	for _, l := range lines {
		if l.t.whyUndecided() != "" {
			continue
		}
		rest := tally{noun: l.t.noun}
		for _, s := range l.t.scores {
			if s.member != member {
				rest.scores = append(rest.scores, s)
			}
		}
		if mean, ok := rest.mean(); !ok || !l.f.fits(mean) {
			return false
		}
	}
	return true
}

// chaptersLeaveOut is leftOutThroughout for the chapters' tables.
func (p *Pass) chaptersLeaveOut() string {
	var lines []statedTally
	for i := range p.Report.Commitments {
		a := p.Report.Commitments[i].Assessment
		if a == nil || a.Average == nil {
			continue
		}
		if f := p.statedMean(*a.Average); f != (figure{}) {
			lines = append(lines, statedTally{f, tallyScores(a.Scores, p.Vocabulary)})
		}
	}
	return leftOutThroughout(lines)
}

// leftOutReason says why averages that leave a member out are undecided.
func leftOutReason(name string) string {
	return fmt.Sprintf("all averages hold without %s, which may be left out on purpose", name)
}
