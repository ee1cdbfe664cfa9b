package audit

import (
	"fmt"
	"math/big"

	"recount.invalid/recount/model"
)

// maxExplanations keeps a finding readable: with twenty members several
// slips give the same figure, and a long list explains nothing.
const maxExplanations = 4

// figure is a stated mean, percentage or both, whose explanation is sought.
type figure struct {
	value   *model.Decimal
	percent *model.Decimal
}

// fits reports whether the mean gives every part of the figure by accepted
// rounding.
func (f figure) fits(mean *big.Rat) bool {
	if f.value != nil && !Holds(*f.value, mean) {
		return false
	}
	return f.percent == nil || PercentHolds(*f.percent, mean, f.value)
}

// statedMean is the figure that states a chapter's average: the mean, or the
// percentage where that stands alone. The zero figure says that neither can
// be read.
func (p *Pass) statedMean(a model.Average) figure {
	if a.Value != nil {
		return figure{value: p.asMean(a.Value, a.Text)}
	}
	return figure{percent: a.Percent}
}

// mean is the mean that the figure states, as printed.
func (f figure) mean() *big.Rat {
	if f.value != nil {
		return f.value.Rat()
	}
	return FromPercent(f.percent.Rat())
}

// text is the figure as it is written in a sentence.
func (f figure) text() string {
	if f.value != nil {
		return printed(*f.value)
	}
	return f.percent.String() + "%"
}

// possible writes the mean k/n, with its percentage where the figure is one.
func (f figure) possible(k, n int) string {
	s := fraction(k, n)
	if f.value == nil {
		s += fmt.Sprintf(" (%s%%)", unsigned(Percent(big.NewRat(int64(k), int64(n)))))
	}
	return s
}

// neighbour is another average of the same list, from which a figure may
// have been copied.
type neighbour struct {
	label string
	mean  *big.Rat
}

// explain searches for single slips that would make the figure right, and
// gives them as sentences with their arithmetic. Each is checked: a slip that
// does not give exactly the stated figure is not named.
//
// Simplest first means: the right number in a wrong form (sign, cut off, times
// 100); then copied, which are figures that the report prints elsewhere; then
// one member left out, one score different, another divisor; then a
// neighbour's figure.
func explain(f figure, t tally, near []neighbour, copied ...string) []string {
	mean, ok := t.mean()
	if !ok {
		return nil
	}
	out := append(explainForm(f, t, mean), copied...)
	for _, search := range []func(figure, tally, *big.Rat) []string{
		explainLeftOut, explainOneScore, explainDivisor,
	} {
		out = append(out, search(f, t, mean)...)
	}
	var last []string
	for _, n := range near {
		if n.mean != nil && f.fits(n.mean) {
			last = []string{fmt.Sprintf("a neighbour's figure: %s has %s", n.label, exact(n.mean))}
			break
		}
	}
	return shortened(out, last)
}

// shortened puts the last kind of explanation behind the others and keeps the
// list short without losing it: several members left out are one idea, a
// neighbour's figure is another.
func shortened(out, last []string) []string {
	if most := maxExplanations - len(last); len(out) > most {
		out = out[:most]
	}
	return append(out, last...)
}

// explainForm: the number is right and its form is not.
func explainForm(f figure, t tally, mean *big.Rat) []string {
	var out []string
	for _, search := range []func(figure, tally, *big.Rat) []string{explainSign, explainCutOff, explainTimesHundred} {
		out = append(out, search(f, t, mean)...)
	}
	return out
}

// gives writes the mean sum/n and, where the figure has a percentage, that
// percentage, which the caller has checked to follow from it.
func (f figure) gives(sum, n int) string {
	s := fraction(sum, n)
	if f.percent != nil {
		s += fmt.Sprintf(" (%s%%)", f.percent)
	}
	return s
}

// explainSign: the figure with the opposite sign holds.
func explainSign(f figure, t tally, mean *big.Rat) []string {
	if f.value == nil || mean.Sign() == 0 || !Holds(*f.value, new(big.Rat).Neg(mean)) {
		return nil
	}
	return []string{fmt.Sprintf("the sign lost or added: %s", fraction(t.sum(), len(t.scores)))}
}

// explainCutOff: the digits were cut off instead of rounded.
func explainCutOff(f figure, t tally, mean *big.Rat) []string {
	var out []string
	if f.value != nil && IsCutOff(*f.value, mean) {
		out = append(out, fmt.Sprintf("cut off instead of rounded: %s", fraction(t.sum(), len(t.scores))))
	}
	if f.percent != nil && IsCutOff(*f.percent, Percent(mean)) {
		out = append(out, fmt.Sprintf("cut off instead of rounded: %s%%", unsigned(Percent(mean))))
	}
	return out
}

// explainTimesHundred: a percentage that is the mean itself times 100, as
// some early reports print it, and not (mean + 1) / 2 × 100.
func explainTimesHundred(f figure, t tally, mean *big.Rat) []string {
	if f.percent == nil || !isTimesHundred(*f.percent, mean, f.value) {
		return nil
	}
	return []string{fmt.Sprintf("the mean itself times 100 (%s × 100), not put on the scale from 0 to 100", exact(mean))}
}

// isTimesHundred reports whether a percentage is the exact or the printed
// mean times 100.
func isTimesHundred(percent model.Decimal, mean *big.Rat, printedMean *model.Decimal) bool {
	if mean != nil && Holds(percent, new(big.Rat).Mul(mean, ratHundred)) {
		return true
	}
	return printedMean != nil && Holds(percent, new(big.Rat).Mul(printedMean.Rat(), ratHundred))
}

// explainLeftOut: one member was not counted. Members of equal score are one
// explanation.
func explainLeftOut(f figure, t tally, _ *big.Rat) []string {
	var out []string
	n := len(t.scores) - 1
	if n < 1 {
		return nil
	}
	for s := highestScore; s >= lowestScore; s-- {
		names := t.namesWith(s)
		sum := t.sum() - s
		if len(names) > 0 && f.fits(big.NewRat(int64(sum), int64(n))) {
			out = append(out, fmt.Sprintf("one %s with %s left out (%s): %s",
				t.noun, signedScore(s), listing(names, 4, "or"), f.gives(sum, n)))
		}
	}
	return out
}

// explainOneScore: one score is another, by one level, or by two where no
// single level does it.
func explainOneScore(f figure, t tally, _ *big.Rat) []string {
	n := len(t.scores)
	for _, step := range []int{1, 2} {
		var out []string
		for _, d := range []int{step, -step} {
			if !f.fits(big.NewRat(int64(t.sum()+d), int64(n))) {
				continue
			}
			for s := lowestScore; s <= highestScore; s++ {
				names := t.namesWith(s)
				if len(names) == 0 || !onScale(s+d) {
					continue
				}
				out = append(out, fmt.Sprintf("%s instead of %s for one %s (%s): %s",
					signedScore(s+d), signedScore(s), t.noun, listing(names, 4, "or"), f.gives(t.sum()+d, n)))
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
func explainDivisor(f figure, t tally, _ *big.Rat) []string {
	n := len(t.scores)
	if t.sum() == 0 {
		return nil
	}
	tried := map[int]bool{n: true}
	for _, d := range []int{n + t.blank, n - 1, n + 1, n - 2, n + 2} {
		if d < 1 || tried[d] || d == n-1 && len(t.namesWith(0)) > 0 {
			continue
		}
		tried[d] = true
		if !f.fits(big.NewRat(int64(t.sum()), int64(d))) {
			continue
		}
		if t.blank > 0 && d == n+t.blank {
			return []string{fmt.Sprintf("%s without a score counted as 0: %s",
				plural(t.blank, t.noun), f.gives(t.sum(), d))}
		}
		return []string{fmt.Sprintf("divided by %d instead of %d: %s", d, n, f.gives(t.sum(), d))}
	}
	return nil
}

// namesWith gives the names of the members with that score, in table order.
func (t tally) namesWith(score int) []string {
	var names []string
	for _, s := range t.scores {
		if s.score == score {
			names = append(names, s.name)
		}
	}
	return names
}
