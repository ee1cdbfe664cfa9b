package margin

import (
	"math"

	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// On a page that is set in columns a running foot that is set in parts ("Name,
// date … Page 18 of 20") is parted between the columns, so that its lines are
// not those of the other pages.

// takeSplitHeads takes pairs of lines at a page's edge that stand on one height
// and together are a running head of other pages; key says which lines of a side
// are taken ("b" and the words, see headKey). It gives the whole text of each
// first part, and "" for each second.
func takeSplitHeads(pages []*sheet.Page, taken map[*sheet.Line]bool, keys map[string]bool) map[*sheet.Line]string {
	whole := map[*sheet.Line]string{}
	for _, p := range pages {
		top, bottom := edgeLines(p)
		for side, edge := range map[string][]*sheet.Line{"t": top, "b": bottom} {
			for _, a := range edge {
				for _, b := range edge {
					if taken[a] || taken[b] || a.Box.X1() >= b.Box.X0() || math.Abs(a.Baseline-b.Baseline) > 0.2*a.Size {
						continue
					}
					if text := a.Printed + " " + b.Printed; keys[side+layout.HeadKey(text)] {
						taken[a], taken[b] = true, true
						whole[a], whole[b] = text, ""
					}
				}
			}
		}
	}
	return whole
}
