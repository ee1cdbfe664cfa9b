package weigh

import (
	"math"
	"slices"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/prose"
)

// table is what sentences are held against.
type table struct {
	*claims.ScoreGrid
	x *claims.ProseEvidence
	r prose.Reader
}

// score gives that of a member for a commitment; ok is false where there is none.
func (t *table) score(member string, commitment int) (score int, ok bool) {
	score, ok = t.Score[commitment][member]
	return score, ok
}

// share is the share of members whose scores for commitments are all one of some levels.
func (t *table) share(levels []int, on []int) float64 {
	have, all := 0, 0
	for _, m := range t.Members {
		if n, whole := t.count(levels, []string{m}, on); whole > 0 {
			all++
			if n == whole {
				have++
			}
		}
	}
	if all == 0 {
		return 1
	}
	return float64(have) / float64(all)
}

// count counts the scores that are one of some levels, of members and for commitments; nil
// for all of them.
func (t *table) count(levels []int, members []string, on []int) (n, whole int) {
	if members == nil {
		members = t.Members
	}
	if on == nil {
		on = t.Commitments
	}
	for _, c := range on {
		for _, m := range members {
			if v, ok := t.score(m, c); ok {
				whole++
				if slices.Contains(levels, v) {
					n++
				}
			}
		}
	}
	return n, whole
}

// places are those that a subject's average may be said to have, counted from the best: by
// how many are better and with those who are level, or, dense, by how many better averages
// there are.
func (t *table) places(s prose.Subject, dense bool) []int {
	own := t.x.Of[s]
	if own == nil || own.Best() == nil {
		return nil
	}
	better, level, above := 0, 0, map[string]bool{}
	for _, o := range t.x.Order {
		if o.Kind != s.Kind {
			continue
		}
		e := t.x.Of[o]
		if e.Best() == nil {
			return nil
		}
		switch e.Best().Cmp(own.Best()) {
		case 1:
			better++
			above[e.Best().RatString()] = true
		case 0:
			level++
		}
	}
	if dense {
		return []int{len(above) + 1}
	}
	var out []int
	for n := better + 1; n <= better+level; n++ {
		out = append(out, n)
	}
	return out
}

// size is how many subjects of a kind there are.
func (t *table) size(k prose.Kind) int {
	if k == prose.Member {
		return len(t.Members)
	}
	return len(t.Commitments)
}

// least and most are the bounds of a chance.
const (
	leastChance = 0.05
	mostChance  = 0.95
)

// bits is how much less likely a statement of some chance is to be right by it than not.
func bits(chance float64) float64 {
	return -math.Log2(min(max(chance, leastChance), mostChance))
}
