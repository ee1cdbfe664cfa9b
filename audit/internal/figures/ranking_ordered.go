package figures

import (
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
)

// A list of figures is a ranking where it prints ranks, or stands in the order of its figures
// but for one line, and in no other order: summits by their years, members by the alphabet
// and commitments by their numbers may fall for a while.

// fewestOrdered is how many lines a list without ranks has at least before one of them
// stands in the wrong place.
const fewestOrdered = 5

// mostRanked bounds the lists whose order is looked at, since every two of their figures are
// compared.
const mostRanked = 2000

// reOrderKey is a year, or the number with which a label begins.
var reOrderKey = lazyregexp.New(`\b(?:19|20)[0-9]{2}\b|^\s*(?:[A-Za-z]{1,3}[- ]?)?[0-9]{1,3}\b`)

// isRanking reports whether the lines of a list are in the order of their figures. sign is
// 1 where the highest stands first, otherwise −1.
func isRanking(entries []model.RankedEntry, values []*big.Rat, sign int) bool {
	if ranksRise(entries) {
		return true
	}
	off := len(values) - longestRun(values, sign)
	return off == 0 || off == 1 && len(values) >= fewestOrdered && !orderedOtherwise(entries)
}

// longestRun is how many figures are in order at most when others are left out.
func longestRun(values []*big.Rat, sign int) int {
	best := 0
	long := make([]int, len(values))
	for i, v := range values {
		long[i] = 1
		for k := range i {
			if values[k].Cmp(v)*sign >= 0 && long[k]+1 > long[i] {
				long[i] = long[k] + 1
			}
		}
		best = max(best, long[i])
	}
	return best
}

// orderedOtherwise reports whether the labels of a list are in an order of their own: by a
// year or number in them, or by the alphabet.
func orderedOtherwise(entries []model.RankedEntry) bool {
	keys, names := make([]string, 0, len(entries)), make([]string, 0, len(entries))
	for _, e := range entries {
		names = append(names, strings.ToLower(e.Label))
		if at := reOrderKey.FindStringIndex(e.Label); at != nil {
			key := e.Label[at[0]:at[1]]
			keys = append(keys, strings.Repeat(" ", max(0, 8-len(key)))+key)
		}
	}
	back := slices.Clone(keys)
	slices.Reverse(back)
	return slices.IsSorted(names) || len(keys) == len(entries) && (slices.IsSorted(keys) || slices.IsSorted(back))
}
