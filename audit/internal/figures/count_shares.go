package figures

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/evidence"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// A table of counts may have columns that are the sum of those behind them, and
// percentages that one column is of another. Neither is believed of its head: it is
// compared where at least four rows, and three of four, show what it is.

// showsWhat reports whether so many rows of all show what a column is.
func showsWhat(fit, all int) bool { return fit >= evidence.FewestTotals && fit*4 >= all*3 }

// partSums compares columns with the sum of the columns behind them.
func partSums(p *rule.Pass, t *model.Table, g *grid) {
	for c := 1; c < len(g.heads); c++ {
		if c == g.total {
			continue
		}
		var bestOdd []oddTotal
		best, bestAll := 0, 0
		for last := c + 1; last < len(g.heads); last++ {
			fit, all := 0, 0
			var odd []oddTotal
			for r := range g.cells {
				sum, parts := 0, 0
				for _, n := range g.cells[r][c+1 : last+1] {
					if n >= 0 {
						sum, parts = sum+n, parts+1
					}
				}
				stated := g.cells[r][c]
				if stated < 0 || parts < fewestParts || stated == 0 && sum == 0 {
					continue
				}
				all++
				if sum == stated {
					fit++
				} else {
					odd = append(odd, oddTotal{r, stated, sum})
				}
			}
			if showsWhat(fit, all) && fit >= best {
				best, bestAll, bestOdd = fit, all, odd
			}
		}
		p.Checked(bestAll)
		for _, o := range bestOdd {
			p.Found(rule.Finding{
				Row: g.shown[o.row], SheetRow: t.SheetRow(g.shown[o.row]), Stated: fmt.Sprint(o.stated), Computed: fmt.Sprint(o.sum), At: t.At, Quote: g.labels[o.row],
				Message: fmt.Sprintf("“%s” of %s is stated as %d; the columns behind it add up to %d, as they do to it in %d of %d rows.", strings.TrimSpace(g.heads[c]), lineName(g, o.row, "row"), o.stated, o.sum, best, bestAll),
			})
		}
	}
}

// shares compares columns of percentages with the two columns of counts of which
// they are the share.
func shares(p *rule.Pass, t *model.Table, g *grid) {
	for c := range g.heads {
		percents := make([]*model.Decimal, len(g.cells))
		some := 0
		for r := range g.cells {
			cell, isPercent := strings.CutSuffix(strings.TrimSpace(t.Rows[g.shown[r]-1][c]), "%")
			if d, err := model.ParseDecimal(strings.TrimSpace(cell)); isPercent && err == nil {
				percents[r] = &d
				some++
			}
		}
		if some < evidence.FewestTotals {
			continue
		}
		var odd []int
		part, whole, best := -1, -1, 0
		for a := range g.heads {
			for b := range g.heads {
				fit, off := g.shareFits(percents, a, b)
				if a != b && showsWhat(fit, fit+len(off)) && fit > best {
					part, whole, best, odd = a, b, fit, off
				}
			}
		}
		if part < 0 {
			p.Undecided(some, "percentages of which no two columns are the share")
			continue
		}
		p.Checked(best + len(odd))
		for _, r := range odd {
			n, of := g.cells[r][part], g.cells[r][whole]
			share := big.NewRat(int64(n)*100, int64(of))
			p.Found(rule.Finding{
				Row: g.shown[r], SheetRow: t.SheetRow(g.shown[r]), Stated: percents[r].String() + "%", Computed: fmt.Sprintf("%d/%d = %s%%", n, of, reckon.Unsigned(share)), At: t.At, Quote: g.labels[r],
				Message:      fmt.Sprintf("“%s” of %s is stated as %s%%; %d of %d are %s%%, and the other rows have the share of “%s” in “%s”.", strings.TrimSpace(g.heads[c]), lineName(g, r, "row"), percents[r], n, of, reckon.Unsigned(share), strings.TrimSpace(g.heads[part]), strings.TrimSpace(g.heads[whole])),
				Explanations: explainShare(n, of, *percents[r]),
			})
		}
	}
}

// shareFits counts the rows whose percentage is the share of column a in column b,
// and gives the others.
func (g *grid) shareFits(percents []*model.Decimal, a, b int) (fit int, off []int) {
	for r, d := range percents {
		n, of := g.cells[r][a], g.cells[r][b]
		if d == nil || n < 0 || of <= 0 {
			continue
		}
		share := big.NewRat(int64(n)*100, int64(of))
		if reckon.Holds(*d, share) || reckon.IsCutOff(*d, share) {
			fit++
		} else {
			off = append(off, r)
		}
	}
	return fit, slices.Clip(off)
}
