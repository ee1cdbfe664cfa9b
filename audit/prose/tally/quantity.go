package tally

import (
	"fmt"
	"math/big"
)

// Form is how a quantity limits a number.
type Form int

// The forms. A share is one of the whole.
const (
	Exactly Form = iota
	AtLeast
	AtMost
	AllBut
	Share
	MoreThanShare
	LessThanShare
)

// Quantity is a number of things, or a share of them, as words state it.
type Quantity struct {
	Form Form
	N    int
	Part *big.Rat // of the shares
}

// Fits reports whether n of whole are as many as stated.
func (q Quantity) Fits(n, whole int) bool {
	switch q.Form {
	case Exactly:
		return n == q.N
	case AtLeast:
		return n >= q.N
	case AtMost:
		return n <= q.N
	case AllBut:
		return whole-n == q.N
	}
	if whole == 0 {
		return false
	}
	c := big.NewRat(int64(n), int64(whole)).Cmp(q.Part)
	switch q.Form {
	case Share:
		return c == 0
	case MoreThanShare:
		return c > 0
	default:
		return c < 0
	}
}

// String names the quantity in a finding.
func (q Quantity) String() string {
	switch q.Form {
	case AtLeast:
		return fmt.Sprintf("at least %d", q.N)
	case AtMost:
		return fmt.Sprintf("at most %d", q.N)
	case AllBut:
		if q.N == 0 {
			return "all"
		}
		return fmt.Sprintf("all but %d", q.N)
	case Share:
		return q.Part.RatString() + " of them"
	case MoreThanShare:
		return "more than " + q.Part.RatString() + " of them"
	case LessThanShare:
		return "less than " + q.Part.RatString() + " of them"
	}
	return fmt.Sprint(q.N)
}
