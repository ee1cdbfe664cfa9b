package audit

import (
	"context"
	"fmt"
	"math/big"
	"strings"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/matrix"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/summaries"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/internal/within"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// Precision says how a stated figure follows from the scores, or that it does not:
// the printed precision, the interval that it stands for, and every way of rounding
// that was tried.
type Precision struct {
	About     string // whose figure it is, and where it stands
	Printed   string // the figure as printed
	Places    int    // its decimals
	Low, High string // what it stands for, both ends in it
	Exact     string // what the scores give, with the arithmetic
	Tried     []Tried
}

// Tried is one way of rounding and what it gives.
type Tried struct {
	Rule  string // in words
	Gives string
	Holds bool
}

// Explain explains every figure of a report that the audit compares with scores:
// the averages and percentages of chapters or of a table's rows, of summary tables'
// rows, columns and wholes, of the summary rows of a published table, and those in
// running text. What has no scores or no figure is left out. A nil vocabulary is the
// built-in one. The error is the context's.
func Explain(ctx context.Context, r *model.Report, words *vocabulary.Vocabulary) ([]Precision, error) {
	if words == nil {
		words = vocabulary.Default()
	}
	return within.Do(ctx, func() ([]Precision, error) {
		p := rule.NewPass(ctx, r, words, map[string]bool{}, rule.OtherFiles{})
		out := explainChapters(p)
		for i := range r.Matrices {
			out = append(out, explainMatrix(p, &r.Matrices[i])...)
		}
		out = append(out, explainSummaries(p)...)
		return append(out, explainProse(p)...), context.Cause(ctx)
	})
}

// possibleMean is a mean that a figure may state, the usual one first.
type possibleMean struct {
	name       string // behind "of"; "the exact mean" is the usual one
	arithmetic string
	value      *big.Rat
	hundred    bool // as a percentage it is the mean times 100
}

// exactMean names the usual mean.
const exactMean = "the exact mean"

// possibleMeans gives the means that scores may be stated as.
func possibleMeans(p *rule.Pass, t reckon.Tally) []possibleMean {
	mean, ok := t.Mean()
	if !ok {
		return nil
	}
	out := []possibleMean{{name: exactMean, arithmetic: reckon.Fraction(t.Sum(), len(t.Scores)), value: mean}}
	if t.Blank > 0 {
		n := len(t.Scores) + t.Blank
		out = append(out, possibleMean{name: "the mean with cells without a score counted as 0", arithmetic: reckon.Fraction(t.Sum(), n), value: big.NewRat(int64(t.Sum()), int64(n))})
	}
	return append(out, possibleMean{name: "the mean times 100", arithmetic: reckon.Fraction(t.Sum(), len(t.Scores)), value: mean, hundred: true})
}

// explained explains a stated figure: first by the usual mean, and where that does
// not give it, by the others.
func explained(about string, a model.Average, means []possibleMean) []Precision {
	if len(means) == 0 {
		return nil
	}
	var out []Precision
	explain := func(d model.Decimal, percent bool) {
		sign := ""
		if percent {
			sign = "%"
		}
		at := reckon.IntervalOf(d)
		p := Precision{About: about, Printed: d.String() + sign, Places: d.Places, Low: reckon.Unsigned(at.Low) + sign, High: reckon.Unsigned(at.High) + sign}
		for i, m := range means {
			if i > 0 && p.holds() || m.hundred && (!percent || a.Value != nil) {
				continue
			}
			v, of, arithmetic := m.value, "", m.arithmetic
			switch {
			case m.hundred:
				v, of = new(big.Rat).Mul(v, big.NewRat(100, 1)), " of "+m.name
				arithmetic = fmt.Sprintf("%s, times 100 %s%%", arithmetic, reckon.Unsigned(v))
			case percent:
				v, of = reckon.Percent(v), " of "+m.name
				arithmetic = fmt.Sprintf("(%s + 1) / 2 × 100 = %s", firstTerm(arithmetic), reckon.Unsigned(v))
			case len(means) > 1 && i > 0:
				of = " of " + m.name
			}
			if i == 0 || p.Exact == "" {
				p.Exact = arithmetic
			}
			p.try(d, sign, v, of)
			if percent && i == 0 && a.Value != nil {
				p.try(d, sign, reckon.Percent(a.Value.Rat()), " of the mean as printed")
			}
		}
		out = append(out, p)
	}
	if a.Value != nil {
		explain(*a.Value, false)
	}
	if a.Percent != nil {
		explain(*a.Percent, true)
	}
	return out
}

// firstTerm is the fraction of "2/3 = +0.666…", or the value behind words.
func firstTerm(arithmetic string) string {
	before, value, _ := strings.Cut(arithmetic, " = ")
	if strings.Contains(before, "/") || value == "" {
		return before
	}
	return value
}

func explainChapters(p *rule.Pass) []Precision {
	var out []Precision
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		if c.Assessment == nil || c.Assessment.Average == nil {
			continue
		}
		name := fmt.Sprintf("commitment %d", c.Number)
		switch {
		case c.Row > 0:
			name = fmt.Sprintf("row %s", rule.RowNumber(c))
		case c.ID != "":
			name = "commitment " + c.ID
		}
		out = append(out, explained(name, *c.Assessment.Average, possibleMeans(p, reckon.TallyScores(c.Assessment.Scores, p.Vocabulary)))...)
	}
	return out
}

func explainMatrix(p *rule.Pass, m *model.Matrix) []Precision {
	var out []Precision
	in := " in " + tallies.MatrixTitle(m)
	for i := range m.Rows {
		if a := m.Rows[i].Average; a != nil && len(m.Rows[i].Scores) == len(m.Members) {
			out = append(out, explained(tallies.RowLabel(&m.Rows[i], i)+in, *a, possibleMeans(p, tallies.OfRow(m, i, p.Vocabulary)))...)
		}
	}
	for _, a := range m.ColumnAverages {
		if col := tallies.ColumnOf(m, a.Member); col >= 0 {
			out = append(out, explained(tallies.ColumnLabel(m, col, p.Vocabulary)+in, model.Average{Value: a.Value, Percent: a.Percent}, possibleMeans(p, tallies.OfColumn(m, col, p.Vocabulary)))...)
		}
	}
	if m.Overall != nil {
		var means []possibleMean
		for i, n := range matrix.OverallMeans(m, p.Vocabulary) {
			one := possibleMean{name: n.Label, arithmetic: n.Label + " = " + reckon.Exact(n.Mean), value: n.Mean}
			if i == 0 {
				one.name = exactMean
			}
			means = append(means, one)
		}
		out = append(out, explained("the whole of "+tallies.MatrixTitle(m), *m.Overall, means)...)
	}
	return out
}

// explainSummaries explains the figures of a published table's summary rows.
func explainSummaries(p *rule.Pass) []Precision {
	var out []Precision
	v := summaries.Rows.Of(p)
	for _, fs := range [][]summaries.Figure{v.Members, v.Totals} {
		for i := range fs {
			f := &fs[i]
			var means []possibleMean
			for _, g := range f.Gives {
				one := possibleMean{name: g.Text, arithmetic: g.Id + " = " + reckon.Exact(g.Mean), value: g.Mean, hundred: g.Id == summaries.TimesHundred.Id}
				if g.Id == summaries.PooledCells.Id {
					one.name = exactMean
				}
				means = append(means, one)
			}
			about := fmt.Sprintf("row %d, %s", f.S.Row, strings.TrimPrefix(f.Label(p), "The average of "))
			out = append(out, explained(about, model.Average{Value: f.Stated.Value, Percent: f.Stated.Percent}, means)...)
		}
	}
	return out
}

// explainProse explains the figures of running text that are of one subject with
// scores in a table.
func explainProse(p *rule.Pass) []Precision {
	var out []Precision
	read := claims.Prose(p)
	for _, rd := range read.Readings {
		if rule.Quoted(rd.Text) {
			continue
		}
		for i := range rd.Claims {
			c := &rd.Claims[i]
			if c.Figure == nil || c.Doubt != "" || len(c.Subjects) != 1 {
				continue
			}
			e, why := read.Evidence.Usable(c.Subjects[0])
			if why != "" {
				continue
			}
			out = append(out, explained("the text"+elsewhere.OnPage(rd.At)+", "+e.Label, model.Average{Value: c.Figure.Value, Percent: c.Figure.Percent}, possible(e))...)
		}
	}
	return out
}

// possible are the means that a figure in the text may state of a subject.
func possible(e *claims.Evidence) []possibleMean {
	var out []possibleMean
	for i, m := range e.Means {
		one := possibleMean{name: "another mean of the table", arithmetic: "another mean of the table = " + reckon.Exact(m), value: m}
		if i == 0 {
			one.name, one.arithmetic = exactMean, "the scores = "+reckon.Exact(m)
		}
		out = append(out, one)
	}
	for i, a := range e.Printed {
		if a.Value == nil {
			continue
		}
		name := "the figure as printed in the " + e.Where[i]
		out = append(out, possibleMean{name: name, arithmetic: name + " = " + reckon.Printed(*a.Value), value: a.Value.Rat()})
	}
	return out
}

// holds reports whether some way of rounding gives the figure.
func (p *Precision) holds() bool {
	for _, t := range p.Tried {
		if t.Holds {
			return true
		}
	}
	return false
}

func (p *Precision) try(d model.Decimal, sign string, v *big.Rat, of string) {
	for _, way := range []struct {
		name  string
		round func(*big.Rat, int) *big.Rat
	}{{"half up", roundHalfUp}, {"half to even", roundHalfEven}} {
		got := way.round(v, d.Places)
		p.Tried = append(p.Tried, Tried{"rounding " + way.name + of, got.FloatString(d.Places) + sign, got.Cmp(d.Rat()) == 0})
	}
}

// roundHalfUp rounds to a number of decimals, a half away from zero.
func roundHalfUp(v *big.Rat, places int) *big.Rat {
	half := reckon.HalfUnit(places)
	if v.Sign() < 0 {
		half.Neg(half)
	}
	return reckon.CutOff(half.Add(half, v), places)
}

// roundHalfEven rounds to a number of decimals, a half to the even digit.
func roundHalfEven(v *big.Rat, places int) *big.Rat {
	up := roundHalfUp(v, places)
	unit := new(big.Rat).Add(reckon.HalfUnit(places), reckon.HalfUnit(places))
	if new(big.Rat).Abs(new(big.Rat).Sub(up, v)).Cmp(reckon.HalfUnit(places)) != 0 {
		return up
	}
	if digits := new(big.Rat).Quo(up, unit); digits.IsInt() && digits.Num().Bit(0) == 0 {
		return up
	}
	if v.Sign() < 0 {
		unit.Neg(unit)
	}
	return up.Sub(up, unit)
}

// String is the explanation on one line; it says of a figure that holds by some of
// the ways only which they are.
func (p Precision) String() string {
	var held, failed []string
	for _, t := range p.Tried {
		if t.Holds {
			held = append(held, t.Rule)
		} else {
			failed = append(failed, fmt.Sprintf("%s gives %s", t.Rule, t.Gives))
		}
	}
	s := fmt.Sprintf("%s: %s is printed with %s and stands for %s to %s; the scores give %s: ", p.About, p.Printed, reckon.Plural(p.Places, "decimal"), p.Low, p.High, p.Exact)
	switch {
	case len(failed) == 0:
		return s + "it holds"
	case len(held) == 0:
		return s + "it does not follow; " + strings.Join(failed, ", ")
	}
	return s + "it holds only by " + strings.Join(held, " and ") + "; " + strings.Join(failed, ", ")
}
