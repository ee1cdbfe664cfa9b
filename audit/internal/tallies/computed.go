package tallies

import (
	"fmt"
	"math/big"

	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// MeanComputed is "+0.38 (3/8 = +0.375)".
func MeanComputed(t reckon.Tally, places int) string {
	m, _ := t.Mean()
	if places < 2 {
		places = 2
	}
	return fmt.Sprintf("%s (%s)", reckon.Rounded(m, places), reckon.Fraction(t.Sum(), len(t.Scores)))
}

// RoundedTo rounds half away from zero, or half to even.
func RoundedTo(v *big.Rat, places int, even bool) model.Decimal {
	scaled := new(big.Rat).Set(v)
	for range places {
		scaled.Mul(scaled, big.NewRat(10, 1))
	}
	text := scaled.FloatString(0)
	d, err := model.ParseDecimal(text)
	if err != nil {
		return model.Decimal{}
	}
	if even && d.Units%2 != 0 && scaled.Denom().IsInt64() && scaled.Denom().Int64() == 2 {
		d.Units -= int64(scaled.Sign())
	}
	d.Places = places
	return d
}

// PercentComputed is "86% (15/21, mean +0.714…)".
func PercentComputed(t reckon.Tally, places int) string {
	m, _ := t.Mean()
	return fmt.Sprintf("%s%% (%d/%d, mean %s)", reckon.Rounded100(m, places), t.Sum(), len(t.Scores), reckon.Exact(m))
}
