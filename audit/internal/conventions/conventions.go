package conventions

import (
	"fmt"
	"math/big"
	"slices"

	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// Fewest is how many averages must need a convention.
const Fewest = 3

// WayCount says how many averages follow in another way only (some), in the
// usual way only, or in neither.
type WayCount struct {
	All, Some, usual, neither int
	strict                    bool // a single average that refutes it suffices
	// modern says that the report prints percentages of the scale 0 to 100 beside
	// means, as reports do that leave out members without a score: what few
	// averages of it seem to show is a slip.
	Modern bool
}

// Prevails reports whether the other way is the convention: at least three
// averages need it, few refute it, and fewer than that hold neither way, which
// may be slips.
func (z WayCount) Prevails() bool {
	if z.strict && z.usual > 0 {
		return false
	}
	return z.Some >= Fewest && z.usual*4 <= z.Some && z.neither < z.Some
}

// fewestOthers is how many averages must follow in neither way before they tell of a way
// that few need.
const fewestOthers = 4

// MayHold reports whether the other way is the convention, or may be: too few
// averages tell, and none refutes it.
func (z WayCount) MayHold() bool {
	return z.Prevails() || z.usual == 0 && !z.Modern && (z.neither < fewestOthers || z.neither <= z.Some)
}

// Text says how many averages follow in the other way, beside the usual one.
func (z WayCount) Text(usual string) string {
	verb := "follow"
	if z.Some == 1 {
		verb = "follows"
	}
	s := fmt.Sprintf("%s of %d %s in this way only", reckon.Plural(z.Some, "average"), z.All, verb)
	if z.usual > 0 {
		s += fmt.Sprintf(", %d only %s", z.usual, usual)
	} else if !z.Prevails() {
		s += fmt.Sprintf(", none only %s", usual)
	}
	if z.neither > 0 {
		s += fmt.Sprintf(", %d in neither way", z.neither)
	}
	return s + "."
}

// countWay counts the averages that can be decided.
func countWay(lines []Line, other func(reckon.Figure, reckon.Tally) bool) WayCount {
	var z WayCount
	for _, l := range lines {
		mean, ok := l.Tally.Mean()
		if !ok || l.Tally.WhyUndecided() != "" || l.Figure == (reckon.Figure{}) {
			continue
		}
		z.All++
		switch usual, some := l.Figure.Fits(mean), other(l.Figure, l.Tally); {
		case usual && !some:
			z.usual++
		case some && !usual:
			z.Some++
		case !usual:
			z.neither++
		}
	}
	return z
}

// Unrefuted reports whether the other way may be the convention though few averages
// need it: two do, and none needs the usual one.
func (z WayCount) Unrefuted() bool { return z.mayBe(Fewest - 1) }

// mayBe is unrefuted where at least so many need it.
func (z WayCount) mayBe(need int) bool {
	return z.Prevails() || z.Some >= need && z.usual == 0 && z.neither <= z.Some
}

// Zeros counts the averages that need members without a score to be 0.
func Zeros(p *rule.Pass, lines []Line) WayCount {
	// Where others say that somebody was not assessed, an empty cell may be no member's:
	// a row with such cells only shows nothing.
	says := slices.ContainsFunc(lines, func(l Line) bool { return l.Tally.Blank > l.Tally.Empty })
	z := countWay(lines, func(f reckon.Figure, t reckon.Tally) bool {
		mean, ok := t.Mean()
		return withZeros(f, t) || says && ok && t.Blank == t.Empty && f.Fits(mean)
	})
	z.Modern = tallies.PercentScale(p) && !across.IsTable(p.Report)
	return z
}

// Cuts counts the averages whose decimals were cut off. Half of all averages
// hold either way, so that one which does not shows that it was not meant.
func Cuts(lines []Line) WayCount {
	z := countWay(lines, isCut)
	z.strict = true
	return z
}

// ZeroMeans are the means with cells without a score counted as 0: all of them, and
// those that say so, where others are empty, as before a member was one. None where
// every cell has a score.
func ZeroMeans(t reckon.Tally) []*big.Rat {
	var out []*big.Rat
	add := func(zeros int) {
		if n := len(t.Scores) + zeros; zeros > 0 && n > 0 {
			out = append(out, big.NewRat(int64(t.Sum()), int64(n)))
		}
	}
	add(t.Blank)
	if t.Empty > 0 {
		add(t.Blank - t.Empty)
	}
	return out
}

// withZeros reports whether a figure holds with blanks counted as 0.
func withZeros(f reckon.Figure, t reckon.Tally) bool {
	if mean, ok := t.Mean(); ok && t.Blank == 0 {
		return f.Fits(mean)
	}
	return slices.ContainsFunc(ZeroMeans(t), f.Fits)
}

// isCut reports whether a figure is the exact one cut off, which it is too
// where nothing was to be cut off.
func isCut(f reckon.Figure, t reckon.Tally) bool {
	mean, ok := t.Mean()
	return ok && cutGives(f, mean)
}

func cutGives(f reckon.Figure, mean *big.Rat) bool {
	return (f.Value == nil || reckon.CutOff(mean, f.Value.Places).Cmp(f.Value.Rat()) == 0) &&
		(f.Percent == nil || reckon.CutOff(reckon.Percent(mean), f.Percent.Places).Cmp(f.Percent.Rat()) == 0)
}

// isRounded reports whether a percentage that stands alone is that of the mean rounded
// to two decimals.
func isRounded(f reckon.Figure, t reckon.Tally) bool {
	means := ZeroMeans(t)
	if mean, ok := t.Mean(); ok {
		means = append(means, mean)
	}
	return slices.ContainsFunc(means, func(m *big.Rat) bool { return roundedGives(f, m) })
}

func roundedGives(f reckon.Figure, mean *big.Rat) bool {
	if f.Value != nil || f.Percent == nil {
		return false
	}
	rounded := tallies.RoundedTo(mean, tallies.UsualPlaces, false)
	return reckon.PercentHolds(*f.Percent, nil, &rounded)
}

// Rounds counts the percentages that need the mean to be rounded first.
func Rounds(lines []Line) WayCount { return countWay(lines, isRounded) }

// chapterLines are the chapters' averages with their scores, or those of a table
// of published scores.
func chapterLines(p *rule.Pass) []Line {
	var lines []Line
	for i := range p.Report.Commitments {
		a := p.Report.Commitments[i].Assessment
		if a == nil || a.Average == nil {
			continue
		}
		lines = append(lines, Line{Figure: tallies.StatedMean(p, *a.Average), Tally: tallies.OfChapter(p, &p.Report.Commitments[i])})
	}
	return lines
}

// MatrixLines are the averages of a summary table's rows with their scores.
func MatrixLines(p *rule.Pass, m *model.Matrix) []Line {
	var lines []Line
	for i := range m.Rows {
		if a := m.Rows[i].Average; a != nil && len(m.Rows[i].Scores) == len(m.Members) {
			lines = append(lines, Line{Figure: tallies.StatedMean(p, *a), Tally: tallies.OfRow(m, i, p.Vocabulary)})
		}
	}
	return lines
}

// Of is why an average that does not follow in the usual way is not
// called wrong: it holds by the convention of its table, or by one that nothing
// in the table refutes. Empty where it is not so.
func Of(f reckon.Figure, t reckon.Tally, zero, cut, round WayCount) string {
	switch {
	case withZeros(f, t) && zero.Prevails():
		return "the averages count members without a score as 0 (mean-convention)"
	case withZeros(f, t) && zero.MayHold():
		return "the average holds with members without a score counted as 0, and no other one shows that this is not meant (mean-convention)"
	case isCut(f, t) && cut.Prevails():
		return "the averages are cut off, not rounded (mean-convention)"
	case isCut(f, t) && cut.Unrefuted():
		return "the averages that would show whether decimals are cut off or rounded are cut off"
	case isRounded(f, t) && round.MayHold():
		return "the percentage is that of the mean rounded to two decimals, and no other one shows that this is not meant"
	}
	return ""
}

// OfChapter is Of for the average of a chapter, by its place among
// the commitments, or, of a row of a published table, what the rows around it or the
// whole table say.
func OfChapter(p *rule.Pass, i int, f reckon.Figure, t reckon.Tally) string {
	if why := WayOf(p, f, t); why != "" {
		return why
	}
	if why := ofRun(p, i, f, t); why != "" {
		return why
	}
	return OtherAverages(p, i)
}

// WayOf is Of by what the averages of the chapters, or of the whole table, show.
func WayOf(p *rule.Pass, f reckon.Figure, t reckon.Tally) string {
	cut := CutMeans
	if f.Value == nil {
		cut = CutPercents
	}
	return Of(f, t, ZeroCount.Of(p), cut(p), RoundCount.Of(p))
}

// How many of the chapters' averages count members without a score as 0, have
// their decimals cut off, are percentages of rounded means, or are the mean times 100.
var (
	RoundCount = rule.Keep(func(p *rule.Pass) WayCount { return Rounds(chapterLines(p)) })
	ZeroCount  = rule.Keep(func(p *rule.Pass) WayCount { return Zeros(p, chapterLines(p)) })
	CutCount   = rule.Keep(func(p *rule.Pass) WayCount { return Cuts(chapterLines(p)).and(cutMembers(p, false)) })
	Hundreds   = rule.Keep(func(p *rule.Pass) WayCount {
		return countWay(chapterLines(p), func(f reckon.Figure, t reckon.Tally) bool { return tallies.IsHundred(f, rule.MeanOrNil(t)) })
	})
)
