package diff

import (
	"strings"

	"recount.invalid/recount/internal/likeness"
)

// The shares of words in common (Dice's coefficient) from which two texts are
// taken for versions of one another. A commitment's words are quoted and
// change little; actions are edited more.
const (
	sameCommitment = 0.6
	sameHeading    = 0.3 // where number and heading agree too
	sameAction     = 0.6
	sameDated      = 0.4 // where the dates agree too
	sameNote       = 0.5
)

// item is something that may have a counterpart in the other report.
type item struct {
	serial  string
	number  int
	heading string
	words   map[string]int
}

// pairs matches old with new items; the result has for each old item the
// index of its counterpart, or -1. Certain evidence is used before uncertain,
// so that a weak likeness cannot take what a serial claims.
func pairs(old, now []item) []int {
	match := make([]int, len(old))
	taken := make([]bool, len(now))
	for i := range match {
		match[i] = -1
	}
	unique := func(items []item, serial string) bool {
		n := 0
		for _, it := range items {
			if it.serial == serial {
				n++
			}
		}
		return n == 1
	}
	round := func(fits func(a, b item) float64, least float64) {
		for i := range old {
			if match[i] >= 0 {
				continue
			}
			best, value := -1, least
			for j := range now {
				if !taken[j] {
					if v := fits(old[i], now[j]); v >= value && (best < 0 || v > value) {
						best, value = j, v
					}
				}
			}
			if best >= 0 {
				match[i], taken[best] = best, true
			}
		}
	}
	round(func(a, b item) float64 {
		if a.serial != "" && a.serial == b.serial && unique(old, a.serial) && unique(now, b.serial) {
			return 1
		}
		return 0
	}, 1)
	conflict := func(a, b item) bool { return a.serial != "" && b.serial != "" && a.serial != b.serial }
	round(func(a, b item) float64 {
		if conflict(a, b) {
			return 0
		}
		return likeness.Dice(a.words, b.words)
	}, sameCommitment)
	round(func(a, b item) float64 {
		if conflict(a, b) || a.number != b.number || !strings.EqualFold(a.heading, b.heading) {
			return 0
		}
		if len(a.words) == 0 || len(b.words) == 0 {
			return 1
		}
		return likeness.Dice(a.words, b.words)
	}, sameHeading)
	return match
}
