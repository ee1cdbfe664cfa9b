package audit

import (
	"fmt"
	"math/big"
	"strings"

	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// Precision says how a stated average of a commitment follows from its scores, or
// that it does not: the printed precision, the interval that it stands for, and
// every way of rounding that was tried.
type Precision struct {
	Commitment int    // number
	ID         string // serial as printed; empty for none
	Row        int    // record of a table of published scores; 0 for a report
	Printed    string // the figure as printed
	Places     int    // its decimals
	Low, High  string // what it stands for, both ends in it
	Exact      string // what the scores give, with the arithmetic
	Tried      []Tried
}

// Tried is one way of rounding and what it gives.
type Tried struct {
	Rule  string // in words
	Gives string
	Holds bool
}

// Precisions explains the stated averages of a report's chapters, or of a table's
// rows, in their order. What has no scores or no figure is left out.
func Precisions(r *model.Report) []Precision {
	var out []Precision
	for i := range r.Commitments {
		c := &r.Commitments[i]
		if c.Assessment == nil || c.Assessment.Average == nil {
			continue
		}
		var scores []int
		sum := 0
		for _, s := range c.Assessment.Scores {
			if s.Score != nil {
				scores = append(scores, *s.Score)
				sum += *s.Score
			}
		}
		mean, ok := reckon.Mean(scores)
		if !ok {
			continue
		}
		about := Precision{Commitment: c.Number, ID: c.ID, Row: c.Row}
		average := c.Assessment.Average
		if v := average.Value; v != nil {
			p := about
			p.figure(*v, "", mean, "")
			p.Exact = reckon.Fraction(sum, len(scores))
			out = append(out, p)
		}
		if v := average.Percent; v != nil {
			p := about
			p.figure(*v, "%", reckon.Percent(mean), " of the exact mean")
			if average.Value != nil {
				p.try(*v, "%", reckon.Percent(average.Value.Rat()), " of the mean as printed")
			}
			p.Exact = fmt.Sprintf("(%d/%d + 1) / 2 × 100 = %s", sum, len(scores), reckon.Unsigned(reckon.Percent(mean)))
			out = append(out, p)
		}
	}
	return out
}

// figure sets what a printed figure is and tries the ways of rounding.
func (p *Precision) figure(d model.Decimal, sign string, v *big.Rat, of string) {
	at := reckon.IntervalOf(d)
	p.Printed, p.Places = d.String()+sign, d.Places
	p.Low, p.High = reckon.Unsigned(at.Low)+sign, reckon.Unsigned(at.High)+sign
	p.try(d, sign, v, of)
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
	name := fmt.Sprintf("commitment %d", p.Commitment)
	switch {
	case p.Row > 0:
		name = fmt.Sprintf("row %d", p.Row)
	case p.ID != "":
		name = "commitment " + p.ID
	}
	var held, failed []string
	for _, t := range p.Tried {
		if t.Holds {
			held = append(held, t.Rule)
		} else {
			failed = append(failed, fmt.Sprintf("%s gives %s", t.Rule, t.Gives))
		}
	}
	s := fmt.Sprintf("%s: %s is printed with %s and stands for %s to %s; the scores give %s: ", name, p.Printed, reckon.Plural(p.Places, "decimal"), p.Low, p.High, p.Exact)
	switch {
	case len(failed) == 0:
		return s + "it holds"
	case len(held) == 0:
		return s + "it does not follow; " + strings.Join(failed, ", ")
	}
	return s + "it holds only by " + strings.Join(held, " and ") + "; " + strings.Join(failed, ", ")
}
