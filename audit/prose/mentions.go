package prose

import (
	"strings"
)

// Mentioned is a stretch of a text that may name a commitment.
type Mentioned struct {
	Span
	// Numbers are the commitments that it may name, in the order of the catalogue.
	Numbers []int
}

// Mentions finds what a text may name commitments by: the longest stretches whose telling
// words all stand in the label of one. It says nothing of whether a word is used as a name:
// whoever asks must have other grounds.
func (c Catalogue) Mentions(text string) []Mentioned {
	var out []Mentioned
	open := false // the last mention may go on
	for _, w := range wordSpans(text) {
		low := withoutPossessive(strings.ToLower(text[w.Start:w.End]))
		if idle.Has(low) || len(low) < 2 {
			open = open && !strings.ContainsAny(text[endOf(out):w.Start], ",;:()")
			continue
		}
		var found []int
		if _, number := numeral(low); !number && !plain(low) || open {
			found = c.labelledBy(low)
		}
		if len(found) == 0 {
			open = false
			continue
		}
		if open && !strings.ContainsAny(text[endOf(out):w.Start], ",;:()") {
			last := &out[len(out)-1]
			if both := inBoth(last.Numbers, found); len(both) > 0 {
				last.Numbers, last.End = both, w.End
				continue
			}
		}
		out = append(out, Mentioned{w, found})
		open = true
	}
	return out
}

func endOf(ms []Mentioned) int {
	if len(ms) == 0 {
		return 0
	}
	return ms[len(ms)-1].End
}

// labelledBy gives the commitments whose labels have a word, or all parts of a compound.
func (c Catalogue) labelledBy(low string) []int {
	stems := stemsOf(low)
	var out []int
	for _, e := range c.entries {
		all := len(stems) > 0
		for _, s := range stems {
			all = all && has(e.label, s)
		}
		if all {
			out = append(out, e.Number)
		}
	}
	return out
}

// inBoth are the numbers of two lists, in the order of the first.
func inBoth(a, b []int) []int {
	var out []int
	for _, n := range a {
		for _, m := range b {
			if n == m {
				out = append(out, n)
			}
		}
	}
	return out
}
