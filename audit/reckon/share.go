package reckon

import (
	"fmt"
	"math/big"

	"recount.invalid/recount/model"
)

// NearShares says of which total near the one given a part would be the percentage, and
// which part near the one given would be that of the total.
func NearShares(part, whole int, percent model.Decimal) []string {
	var out []string
	for _, d := range []int{-2, -1, 1, 2} {
		if n := whole + d; n >= part && n > 0 && Holds(percent, big.NewRat(int64(part)*100, int64(n))) {
			out = append(out, fmt.Sprintf("%d of %d: %s%%", part, n, Unsigned(big.NewRat(int64(part)*100, int64(n)))))
		}
		if k := part + d; k >= 0 && k <= whole && Holds(percent, big.NewRat(int64(k)*100, int64(whole))) {
			out = append(out, fmt.Sprintf("%d of %d: %s%%", k, whole, Unsigned(big.NewRat(int64(k)*100, int64(whole)))))
		}
	}
	return out
}
