// Package amount reads sums of money, in figures (amount.go) and in words
// (spelledamount.go).
package amount
