package audit

import (
	"fmt"
	"math/big"
	"strings"
)

// signedScore writes a score as the reports print it: -1, 0, +1. Other
// integers keep their sign too.
func signedScore(s int) string {
	if s > 0 {
		return fmt.Sprintf("+%d", s)
	}
	return fmt.Sprint(s)
}

// signed writes a rational with a sign and the given number of decimals. A
// value that is not shown in full is cut off and gets an ellipsis, so that
// nobody takes it for the exact or for a rounded one.
func signed(v *big.Rat, places int) string {
	s := unsigned(v, places)
	if v.Sign() > 0 {
		s = "+" + s
	}
	return s
}

// unsigned is signed without the plus.
func unsigned(v *big.Rat, places int) string {
	exact := CutOff(v, places)
	if exact.Cmp(v) == 0 {
		return v.FloatString(places)
	}
	s := exact.FloatString(places)
	if v.Sign() < 0 && !strings.HasPrefix(s, "-") {
		s = "-" + s
	}
	return s + "…"
}

// rounded writes a rational rounded to the given number of decimals, half
// away from zero, with a sign when plus is set.
func rounded(v *big.Rat, places int, plus bool) string {
	s := v.FloatString(places)
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-")
	} else if plus && v.Sign() > 0 {
		s = "+" + s
	}
	return s
}

// plural is "1 score", "2 scores".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
