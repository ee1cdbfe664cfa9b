package parse

import (
	"math"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/layout"
)

// A running head may name the chapter on one side, which changes, and the report
// on the other, which does not.

// sameHeadHeight is how far apart the heights of a running head on two pages are
// at most, in points.
const sameHeadHeight = 1.5

// takeChangingHeads takes the outermost lines of pages of which the part on one
// side, behind a wide gap, recurs at its place on page after page.
func takeChangingHeads(pages []*pageState, taken map[*line]bool) {
	type side struct {
		text string
		top  bool
		last bool
	}
	type seat struct {
		page int
		l    *line
		at   model.Box
	}
	seats := map[side][]seat{}
	for _, p := range pages {
		top, bottom := edgeLines(p)
		for e, edge := range [][]*line{top, bottom} {
			if len(edge) == 0 || len(edge[0].Runs) < 2 {
				continue
			}
			ps := pieces(edge[0])
			if len(ps) != 2 {
				continue
			}
			for k, pc := range ps {
				key := side{layout.HeadKey(runsText(pc)), e == 0, k == 1}
				seats[key] = append(seats[key], seat{p.Number, edge[0], pc.box()})
			}
		}
	}
	for key, all := range seats {
		if len(all) < firmPages || !hasLetter(key.text) {
			continue
		}
		var same []seat
		for _, s := range all {
			edge := math.Abs(s.at.X0()-all[0].at.X0()) < sameHeadHeight || math.Abs(s.at.X1()-all[0].at.X1()) < sameHeadHeight
			if edge && math.Abs(s.l.Baseline-all[0].l.Baseline) < sameHeadHeight {
				same = append(same, s)
			}
		}
		if len(same) < firmPages || 5*len(same) < 4*(same[len(same)-1].page-same[0].page+1) {
			continue
		}
		for _, s := range same {
			taken[s.l] = true
		}
	}
}

// runsText is the text of a piece as printed.
func runsText(pc part) string {
	s := ""
	for i := pc.from; i < pc.to; i++ {
		if i > pc.from && pc.l.Runs[i].Space {
			s += " "
		}
		s += pc.l.Runs[i].Text
	}
	return s
}
