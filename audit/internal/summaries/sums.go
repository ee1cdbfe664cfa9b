package summaries

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// FewestTotals is how many totals must be there before one is doubted.
const FewestTotals = 4

// ShowsWhat reports whether so many rows of all show what a column of a table is.
func ShowsWhat(fit, all int) bool { return fit >= FewestTotals && fit*4 >= all*3 }

// Below its rows a published table may have their sums, or how many scores each
// member has. What a row holds is not believed of its label alone: a row 'Total'
// may hold averages.

// sumWay is what the cells of a row may be.
type sumWay struct {
	text string // of one cell, in a sentence
	of   func(t reckon.Tally) int
}

var sumWays = []sumWay{
	{"the sum of the scores", func(t reckon.Tally) int { return t.Sum() }},
	{"the number of scores", func(t reckon.Tally) int { return len(t.Scores) }},
	{"the number of rows", func(t reckon.Tally) int { return len(t.Scores) + t.Blank }},
	{"the number of scores of +1", func(t reckon.Tally) int { return t.Count(1) }},
	{"the number of scores of 0", func(t reckon.Tally) int { return t.Count(0) }},
	{"the number of scores of −1", func(t reckon.Tally) int { return t.Count(-1) }},
}

// KindOf is what a label says that a row sums up. One that names a score counts it.
func KindOf(p *rule.Pass, label string) (kind string, ok bool) {
	if kind, ok = p.Vocabulary.SummaryLabel(label); ok {
		return kind, true
	}
	switch level, _ := p.Vocabulary.Column(label); level {
	case vocabulary.ColumnFull, vocabulary.ColumnPartial, vocabulary.ColumnNone:
		return vocabulary.SummaryCount, true
	}
	return vocabulary.SummaryCount, slices.Contains(bareScores, strings.ReplaceAll(strings.TrimSpace(label), "\u2212", "-"))
}

// bareScores are scores as labels.
var bareScores = []string{"+1", "1", "0", "-1"}

// addsUp reports whether a summary row is labelled as one of sums or counts and
// its figures are not averages.
func addsUp(p *rule.Pass, s *model.Summary, rows []int) bool {
	kind, ok := KindOf(p, s.Label)
	if !ok {
		return false
	}
	switch kind {
	case vocabulary.SummaryShare:
		return !percentsOfMeans(p, s, rows)
	case vocabulary.SummarySum:
	default:
		return true
	}
	way, fit, _ := sumWayOf(p, s, rows)
	return way != nil && fit > fitting(p, s, rows)
}

// shareWays are what a percentage below the scores may be a share of.
var shareWays = []func(t reckon.Tally) (part, whole int){
	func(t reckon.Tally) (int, int) { return t.Count(1), len(t.Scores) },
	func(t reckon.Tally) (int, int) { return t.Count(0), len(t.Scores) },
	func(t reckon.Tally) (int, int) { return t.Count(-1), len(t.Scores) },
	func(t reckon.Tally) (int, int) { return t.Count(1) + t.Count(0), len(t.Scores) },
	func(t reckon.Tally) (int, int) { return t.Count(1), len(t.Scores) + t.Blank },
	func(t reckon.Tally) (int, int) { return len(t.Scores), len(t.Scores) + t.Blank },
}

// percentsOfMeans reports whether a row of percentages gives the means on the scale
// from 0 to 100: nearly all are that, and most could be no share of some scores.
func percentsOfMeans(p *rule.Pass, s *model.Summary, rows []int) bool {
	means, shares, all := 0, make([]int, len(shareWays)), 0
	for _, f := range figuresOf(p, s, rows, "") {
		if f.member == "" || f.Stated.Percent == nil || f.Stated.Value != nil || f.tally.WhyUndecided() != "" {
			continue
		}
		all++
		if len(f.holdsBy()) > 0 {
			means++
		}
		for k, of := range shareWays {
			if part, whole := of(f.tally); whole > 0 && reckon.Holds(*f.Stated.Percent, big.NewRat(100*int64(part), int64(whole))) {
				shares[k]++
			}
		}
	}
	return all >= FewestTotals && means >= all-max(1, all/10) && 2*slices.Max(shares) <= all
}

// sumWayOf is the way that gives most of a row's figures under the members; nil
// where none gives any.
func sumWayOf(p *rule.Pass, s *model.Summary, rows []int) (way *sumWay, fit, all int) {
	for k := range sumWays {
		n := 0
		all = 0
		for _, f := range figuresOf(p, s, rows, "") {
			if f.member == "" || f.Stated.Value == nil || f.tally.WhyUndecided() != "" {
				continue
			}
			all++
			if isWhole(f.Stated.Value, sumWays[k].of(f.tally)) {
				n++
			}
		}
		if n > fit {
			way, fit = &sumWays[k], n
		}
	}
	return way, fit, all
}

func isWhole(d *model.Decimal, n int) bool {
	return d.Rat().IsInt() && d.Rat().Num().IsInt64() && d.Rat().Num().Int64() == int64(n)
}

// Sums compares rows of sums and counts with the scores above them.
func Sums(p *rule.Pass) {
	for i := range p.Report.Summaries {
		s := &p.Report.Summaries[i]
		kind, ok := KindOf(p, s.Label)
		if !ok {
			continue
		}
		rows := summedRows(p, s)
		if !addsUp(p, s, rows) {
			continue // averages
		}
		if kind == vocabulary.SummaryShare || kind == vocabulary.SummarySpread {
			p.Undecided(len(s.Averages), "shares and spreads of scores, which are not compared")
			continue
		}
		way, fit, all := sumWayOf(p, s, rows)
		if way == nil || fit*3 < all*2 || fit < FewestTotals {
			p.Undecided(all, "a row of totals of which it is not certain what they add up")
			continue
		}
		p.Checked(all)
		for _, f := range figuresOf(p, s, rows, "") {
			if f.member == "" || f.Stated.Value == nil || f.tally.WhyUndecided() != "" || isWhole(f.Stated.Value, way.of(f.tally)) {
				continue
			}
			n := way.of(f.tally)
			p.Found(rule.Finding{
				Member: f.member, Row: s.Row, SheetRow: s.SheetRow, Stated: f.Text, Quote: f.Text, Computed: fmt.Sprint(n),
				Message: fmt.Sprintf("“%s” of %s is stated as %s; %s is %d, as the figures of the other members are.", s.Label, p.Vocabulary.MemberName(f.member), f.Text, way.text, n),
			})
		}
	}
}
