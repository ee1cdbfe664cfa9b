package reckon

import (
	"math/big"

	"recount.invalid/recount/model"
)

// Figures are compared as intervals, never as floats: a printed number stands
// for every value that rounds to it (Nuijten and Epskamp's statcheck compares
// reported statistics in the same way). Rounding half up and half to even
// differ only on ties, and a tie is accepted either way, so the interval is
// closed at both ends.

var (
	ratOne     = big.NewRat(1, 1)
	ratFifty   = big.NewRat(50, 1)
	ratHundred = big.NewRat(100, 1)
)

// Mean is the exact mean of integer scores; ok is false for none.
func Mean(scores []int) (mean *big.Rat, ok bool) {
	if len(scores) == 0 {
		return nil, false
	}
	sum := int64(0)
	for _, s := range scores {
		sum += int64(s)
	}
	return big.NewRat(sum, int64(len(scores))), true
}

// MeanOf is the exact mean of rational numbers; ok is false for none.
func MeanOf(values []*big.Rat) (mean *big.Rat, ok bool) {
	if len(values) == 0 {
		return nil, false
	}
	sum := new(big.Rat)
	for _, v := range values {
		sum.Add(sum, v)
	}
	return sum.Quo(sum, new(big.Rat).SetInt64(int64(len(values)))), true
}

// Percent puts a mean of scores (−1 to +1) on the scale 0 to 100:
// (mean + 1) / 2 × 100.
func Percent(mean *big.Rat) *big.Rat {
	p := new(big.Rat).Add(mean, ratOne)
	return p.Mul(p, ratFifty)
}

// FromPercent is the inverse of Percent.
func FromPercent(percent *big.Rat) *big.Rat {
	m := new(big.Rat).Quo(percent, ratFifty)
	return m.Sub(m, ratOne)
}

// Interval is the closed interval of exact values that a printed number can
// stand for: half a unit of its last decimal to either side.
type Interval struct {
	Low, High *big.Rat
}

// IntervalOf gives the values that round to d, ties included.
func IntervalOf(d model.Decimal) Interval {
	half := HalfUnit(d.Places)
	v := d.Rat()
	return Interval{Low: new(big.Rat).Sub(v, half), High: new(big.Rat).Add(v, half)}
}

// Contains reports whether v lies in the interval, ends included.
func (i Interval) Contains(v *big.Rat) bool {
	return i.Low.Cmp(v) <= 0 && v.Cmp(i.High) <= 0
}

// Meets reports whether the two intervals have a value in common.
func (i Interval) Meets(j Interval) bool {
	return i.Low.Cmp(j.High) <= 0 && j.Low.Cmp(i.High) <= 0
}

// HalfUnit is half a unit of the last of places decimals.
func HalfUnit(places int) *big.Rat {
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	return new(big.Rat).SetFrac(big.NewInt(1), ten.Mul(ten, big.NewInt(2)))
}

// Holds reports whether the printed number follows from the exact value by
// rounding half up or half to even. Being cut off is not rounding.
func Holds(printed model.Decimal, exact *big.Rat) bool {
	if num, den, ok := machineRat(exact); ok && machineDecimal(printed) {
		return holdsMachine(printed, num, den)
	}
	return IntervalOf(printed).Contains(exact)
}

// Large matrices ask Holds some ten thousand times, of means of a few scores:
// these are compared with machine integers. The bounds keep every product
// within 63 bits.
const (
	machinePlaces = 6
	machineUnits  = 1 << 31
	machineRatMax = 1 << 20
)

func machineDecimal(d model.Decimal) bool {
	return 0 <= d.Places && d.Places <= machinePlaces && -machineUnits < d.Units && d.Units < machineUnits
}

func machineRat(r *big.Rat) (num, den int64, ok bool) {
	n, d := r.Num(), r.Denom()
	if !n.IsInt64() || !d.IsInt64() {
		return 0, 0, false
	}
	num, den = n.Int64(), d.Int64()
	return num, den, -machineRatMax < num && num < machineRatMax && den < machineRatMax
}

// holdsMachine is Holds for num/den: the two differ by half a unit at most.
func holdsMachine(printed model.Decimal, num, den int64) bool {
	for range printed.Places {
		num *= 10
	}
	off := 2 * (num - printed.Units*den)
	return -den <= off && off <= den
}

// PercentHolds reports whether a printed percentage follows from the exact
// mean or, where one is printed beside it, from the mean as printed. Either
// may be nil.
func PercentHolds(percent model.Decimal, exactMean *big.Rat, printedMean *model.Decimal) bool {
	if exactMean != nil {
		if num, den, ok := machineRat(exactMean); ok && machineDecimal(percent) {
			if holdsMachine(percent, 50*(num+den), den) { // as Percent
				return true
			}
		} else if Holds(percent, Percent(exactMean)) {
			return true
		}
	}
	return printedMean != nil && Holds(percent, Percent(printedMean.Rat()))
}

// PercentFits reports whether some exact mean rounds to the printed mean and
// gives the printed percentage: what can be said of the two figures when the
// scores behind them are not known.
func PercentFits(percent, printedMean model.Decimal) bool {
	if PercentHolds(percent, nil, &printedMean) {
		return true
	}
	m := IntervalOf(printedMean)
	return IntervalOf(percent).Meets(Interval{Low: Percent(m.Low), High: Percent(m.High)})
}

// CutOff is v with the digits after the given number of decimals left out
// (towards zero).
func CutOff(v *big.Rat, places int) *big.Rat {
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	n := new(big.Int).Mul(v.Num(), ten)
	n.Quo(n, v.Denom()) // truncated division
	return new(big.Rat).SetFrac(n, ten)
}

// IsCutOff reports whether the printed number is the exact value cut off
// rather than rounded.
func IsCutOff(printed model.Decimal, exact *big.Rat) bool {
	return !Holds(printed, exact) && CutOff(exact, printed.Places).Cmp(printed.Rat()) == 0
}
