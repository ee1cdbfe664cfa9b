package reckon

import (
	"fmt"
	"math/big"
)

// Attainable is the GRIM test: whether some sum of n scores of −1, 0 and +1
// gives a mean from which the printed figure follows.
func Attainable(f Figure, n int) bool {
	for k := -n; k <= n; k++ {
		if f.Fits(big.NewRat(int64(k), int64(n))) {
			return true
		}
	}
	return false
}

// NearestReadings names the two means around a printed one that the readings
// of the illegible cells give: each a score or none at all.
func (t Tally) NearestReadings(f Figure) string {
	var below, above *big.Rat
	var low, high [2]int // sum and number of scores
	for n := max(len(t.Scores), 1); n <= len(t.Scores)+t.Illegible; n++ {
		m := n - len(t.Scores)
		for sum := t.Sum() - m; sum <= t.Sum()+m; sum++ {
			mean := big.NewRat(int64(sum), int64(n))
			if mean.Cmp(f.mean()) <= 0 {
				if below == nil || mean.Cmp(below) > 0 {
					below, low = mean, [2]int{sum, n}
				}
			} else if above == nil || mean.Cmp(above) < 0 {
				above, high = mean, [2]int{sum, n}
			}
		}
	}
	switch {
	case below == nil:
		return "lowest possible: " + f.possible(high[0], high[1])
	case above == nil:
		return "highest possible: " + f.possible(low[0], low[1])
	}
	return fmt.Sprintf("nearest possible: %s and %s", f.possible(low[0], low[1]), f.possible(high[0], high[1]))
}

// NearestMeans names the two attainable means around a printed one.
func NearestMeans(f Figure, n int) string {
	scaled := new(big.Rat).Mul(f.mean(), new(big.Rat).SetInt64(int64(n)))
	k := int(new(big.Int).Div(scaled.Num(), scaled.Denom()).Int64())
	if k < -n {
		return "lowest possible: " + f.possible(-n, n)
	}
	if k >= n {
		return "highest possible: " + f.possible(n, n)
	}
	return fmt.Sprintf("nearest possible: %s and %s", f.possible(k, n), f.possible(k+1, n))
}
