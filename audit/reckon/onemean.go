package reckon

import (
	"math/big"

	"recount.invalid/recount/model"
)

// OfOneMean reports whether a printed mean and a percentage may be of one exact mean, on the
// scale 0 to 100 or on that of −100 to 100, one of them rounded in any way.
func OfOneMean(mean, percent model.Decimal) bool {
	m, p := IntervalOf(mean), IntervalOf(percent)
	unit := new(big.Rat).Mul(HalfUnit(percent.Places), big.NewRat(2, 1))
	p = Interval{Low: p.Low.Sub(p.Low, unit), High: p.High.Add(p.High, unit)} // cut off, or up
	hundred := big.NewRat(100, 1)
	return p.Meets(Interval{Low: Percent(m.Low), High: Percent(m.High)}) ||
		p.Meets(Interval{Low: new(big.Rat).Mul(m.Low, hundred), High: new(big.Rat).Mul(m.High, hundred)})
}
