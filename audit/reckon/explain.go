package reckon

import (
	"fmt"
	"math/big"

	"recount.invalid/recount/model"
)

// MaxExplanations keeps a finding readable: with twenty members several
// slips give the same figure, and a long list explains nothing.
const MaxExplanations = 4

// Figure is a stated mean, percentage or both, whose explanation is sought.
type Figure struct {
	Value   *model.Decimal
	Percent *model.Decimal
}

// Fits reports whether the mean gives every part of the figure by accepted
// rounding.
func (f Figure) Fits(mean *big.Rat) bool {
	if f.Value != nil && !Holds(*f.Value, mean) {
		return false
	}
	return f.Percent == nil || PercentHolds(*f.Percent, mean, f.Value)
}

// mean is the mean that the figure states, as printed.
func (f Figure) mean() *big.Rat {
	if f.Value != nil {
		return f.Value.Rat()
	}
	return FromPercent(f.Percent.Rat())
}

// Text is the figure as it is written in a sentence.
func (f Figure) Text() string {
	if f.Value != nil {
		return Printed(*f.Value)
	}
	return f.Percent.String() + "%"
}

// possible writes the mean k/n, with its percentage where the figure is one.
func (f Figure) possible(k, n int) string {
	s := Fraction(k, n)
	if f.Value == nil {
		s += fmt.Sprintf(" (%s%%)", Unsigned(Percent(big.NewRat(int64(k), int64(n)))))
	}
	return s
}

// Neighbour is another average of the same list, from which a figure may
// have been copied.
type Neighbour struct {
	Label string
	Mean  *big.Rat
}

// Explain searches for single slips that would make the figure right, and
// gives them as sentences with their arithmetic. Each is checked: a slip that
// does not give exactly the stated figure is not named.
//
// Simplest first means: the right number in a wrong form (sign, cut off, times
// 100); then copied, which are figures that the report prints elsewhere; then
// one member left out, one score different, another divisor; then a
// neighbour's figure.
func Explain(f Figure, t Tally, near []Neighbour, copied ...string) []string {
	mean, ok := t.Mean()
	if !ok {
		return nil
	}
	out := append(ExplainForm(f, t, mean), copied...)
	for _, search := range []func(Figure, Tally, *big.Rat) []string{
		ExplainLeftOut, explainOneScore, explainDivisor,
	} {
		out = append(out, search(f, t, mean)...)
	}
	var last []string
	for _, n := range near {
		if n.Mean != nil && f.Fits(n.Mean) {
			last = []string{fmt.Sprintf("a neighbour's figure: %s has %s", n.Label, Exact(n.Mean))}
			break
		}
	}
	return Shortened(out, last)
}

// Shortened puts the last kind of explanation behind the others and keeps the
// list short without losing it: several members left out are one idea, a
// neighbour's figure is another.
func Shortened(out, last []string) []string {
	if most := MaxExplanations - len(last); len(out) > most {
		out = out[:most]
	}
	return append(out, last...)
}

// ExplainForm: the number is right and its form is not.
func ExplainForm(f Figure, t Tally, mean *big.Rat) []string {
	var out []string
	for _, search := range []func(Figure, Tally, *big.Rat) []string{explainSign, explainCutOff, explainTimesHundred} {
		out = append(out, search(f, t, mean)...)
	}
	return out
}

// gives writes the mean sum/n and, where the figure has a percentage, that
// percentage, which the caller has checked to follow from it.
func (f Figure) gives(sum, n int) string {
	s := Fraction(sum, n)
	if f.Percent != nil {
		s += fmt.Sprintf(" (%s%%)", f.Percent)
	}
	return s
}

// explainSign: the figure with the opposite sign holds.
func explainSign(f Figure, t Tally, mean *big.Rat) []string {
	if f.Value == nil || mean.Sign() == 0 || !Holds(*f.Value, new(big.Rat).Neg(mean)) {
		return nil
	}
	return []string{fmt.Sprintf("the sign lost or added: %s", Fraction(t.Sum(), len(t.Scores)))}
}

// explainCutOff: the digits were cut off instead of rounded.
func explainCutOff(f Figure, t Tally, mean *big.Rat) []string {
	var out []string
	if f.Value != nil && IsCutOff(*f.Value, mean) {
		out = append(out, fmt.Sprintf("cut off instead of rounded: %s", Fraction(t.Sum(), len(t.Scores))))
	}
	if f.Percent != nil && IsCutOff(*f.Percent, Percent(mean)) {
		out = append(out, fmt.Sprintf("cut off instead of rounded: %s%%", Unsigned(Percent(mean))))
	}
	return out
}

// explainTimesHundred: a percentage that is the mean itself times 100, as
// some early reports print it, and not (mean + 1) / 2 × 100.
func explainTimesHundred(f Figure, t Tally, mean *big.Rat) []string {
	if f.Percent == nil || !IsTimesHundred(*f.Percent, mean, f.Value) {
		return nil
	}
	return []string{fmt.Sprintf("the mean itself times 100 (%s × 100), not put on the scale from 0 to 100", Exact(mean))}
}

// IsTimesHundred reports whether a percentage is the exact or the printed
// mean times 100.
func IsTimesHundred(percent model.Decimal, mean *big.Rat, printedMean *model.Decimal) bool {
	if mean != nil && Holds(percent, new(big.Rat).Mul(mean, ratHundred)) {
		return true
	}
	return printedMean != nil && Holds(percent, new(big.Rat).Mul(printedMean.Rat(), ratHundred))
}

// ExplainLeftOut: one member was not counted. Members of equal score are one
// explanation.
func ExplainLeftOut(f Figure, t Tally, _ *big.Rat) []string {
	var out []string
	n := len(t.Scores) - 1
	if n < 1 {
		return nil
	}
	for s := HighestScore; s >= LowestScore; s-- {
		names := t.namesWith(s)
		sum := t.Sum() - s
		if len(names) > 0 && f.Fits(big.NewRat(int64(sum), int64(n))) {
			out = append(out, fmt.Sprintf("one %s with %s left out (%s): %s",
				t.Noun, SignedScore(s), Listing(names, 4, "or"), f.gives(sum, n)))
		}
	}
	return out
}

// explainOneScore: one score is another, by one level, or by two where no
// single level does it.
func explainOneScore(f Figure, t Tally, _ *big.Rat) []string {
	n := len(t.Scores)
	for _, step := range []int{1, 2} {
		var out []string
		for _, d := range []int{step, -step} {
			if !f.Fits(big.NewRat(int64(t.Sum()+d), int64(n))) {
				continue
			}
			for s := LowestScore; s <= HighestScore; s++ {
				names := t.namesWith(s)
				if len(names) == 0 || !OnScale(s+d) {
					continue
				}
				out = append(out, fmt.Sprintf("%s instead of %s for one %s (%s): %s",
					SignedScore(s+d), SignedScore(s), t.Noun, Listing(names, 4, "or"), f.gives(t.Sum()+d, n)))
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// explainDivisor: the sum was divided by another number of members. Only
// divisors near the true one, and the number that counts members without a
// score, are simple enough to name. A divisor one smaller is the same as
// leaving out a member with 0 and is named only where there is none.
func explainDivisor(f Figure, t Tally, _ *big.Rat) []string {
	n := len(t.Scores)
	if t.Sum() == 0 {
		return nil
	}
	tried := map[int]bool{n: true}
	for _, d := range []int{n + t.Blank, n - 1, n + 1, n - 2, n + 2} {
		if d < 1 || tried[d] || d == n-1 && len(t.namesWith(0)) > 0 {
			continue
		}
		tried[d] = true
		if !f.Fits(big.NewRat(int64(t.Sum()), int64(d))) {
			continue
		}
		if t.Blank > 0 && d == n+t.Blank {
			return []string{fmt.Sprintf("%s without a score counted as 0: %s",
				Plural(t.Blank, t.Noun), f.gives(t.Sum(), d))}
		}
		return []string{fmt.Sprintf("divided by %d instead of %d: %s", d, n, f.gives(t.Sum(), d))}
	}
	return nil
}

// namesWith gives the names of the members with that score, in table order.
func (t Tally) namesWith(score int) []string {
	var names []string
	for _, s := range t.Scores {
		if s.Score == score {
			names = append(names, s.Name)
		}
	}
	return names
}
