package margin

import (
	"maps"
	"math"
	"slices"
	"strings"

	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// A page on which a chapter begins often does without the running foot and keeps its
// page number alone ("7 November 2019 … 3", "4", "7 November 2019 … 5"). Its figure stands
// where the number of a note may stand, and it is not beside a foot that shows what it is.

// numberSeat is the number that a head prints on its page, and the height of its line.
type numberSeat struct {
	number   int
	baseline float64
}

// takeLoneNumbers takes the figures that stand alone at the very edge of a page, at the
// height at which the heads of the nearest pages before and behind it have their page
// number, and are the one that is due between these.
func takeLoneNumbers(pages []*sheet.Page, taken map[*sheet.Line]bool) {
	for _, side := range []string{"t", "b"} {
		printed := printedNumbers(pages, taken, side)
		numbered := slices.Sorted(maps.Keys(printed))
		for _, p := range pages {
			top, bottom := edgeLines(p)
			edge := bottom
			if side == "t" {
				edge = top
			}
			if len(edge) == 0 || taken[edge[0]] {
				continue
			}
			n, lone := layout.PageNumber(edge[0].Printed)
			at, found := slices.BinarySearch(numbered, p.Number)
			if !lone || found {
				continue
			}
			var near []int
			if at > 0 {
				near = append(near, numbered[at-1])
			}
			if at < len(numbered) {
				near = append(near, numbered[at])
			}
			due := len(near) > 0
			for _, q := range near {
				seat := printed[q]
				due = due && seat.number-q == n-p.Number && math.Abs(seat.baseline-edge[0].Baseline) <= headDrift
			}
			if due {
				taken[edge[0]] = true
			}
		}
	}
}

// printedNumbers gives, by the page, the numbers that the heads on one side print which
// have been taken and count the pages, on several at least.
func printedNumbers(pages []*sheet.Page, taken map[*sheet.Line]bool, side string) map[int]numberSeat {
	type head struct {
		pages   []int
		figures [][]int
		heights []float64
	}
	heads := map[string]*head{}
	for _, p := range pages {
		top, bottom := edgeLines(p)
		edge := bottom
		if side == "t" {
			edge = top
		}
		for _, l := range edge {
			key := layout.HeadKey(l.Printed)
			if !taken[l] || !strings.Contains(key, "#") {
				continue
			}
			if heads[key] == nil {
				heads[key] = &head{}
			}
			h := heads[key]
			h.pages, h.figures, h.heights = append(h.pages, p.Number), append(h.figures, layout.HeadFigures(l.Printed)), append(h.heights, l.Baseline)
		}
	}
	out := map[int]numberSeat{}
	for _, key := range slices.Sorted(maps.Keys(heads)) {
		h := heads[key]
		if len(h.pages) < firmPages {
			continue
		}
		for i, n := range layout.PageNumbers(h.pages, h.figures) {
			if n > 0 {
				out[h.pages[i]] = numberSeat{n, h.heights[i]}
			}
		}
	}
	return out
}
