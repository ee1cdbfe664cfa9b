package summaries

import (
	"slices"
	"strings"
	"unicode"

	"recount.invalid/recount/audit/internal/conventions"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/script"
)

// A cell that cannot be read, or holds another number than a score, leaves an average
// of hundreds of cells within narrow bounds: the figure is tried with every reading of
// the cell, and what none of them gives is wrong whatever stood there.

// unreadCell is such a cell, by its place among the commitments and the scores of one.
type unreadCell struct {
	row, at int
	values  []*int // what it may have been; nil for no score
	// between says that a number between two scores may have been meant.
	between bool
}

// mostReadingsTried bounds the combinations of readings that are tried one by one; where
// there are more, the lowest and the highest bound them all.
const mostReadingsTried = 256

// scores are the scores of a row, as the figure reads them.
func (f *Figure) scores(p *rule.Pass, i int) []model.Score {
	out := tallies.RowScores(p, i)
	if f.without != "" {
		out = slices.DeleteFunc(slices.Clone(out), func(s model.Score) bool { return s.Member == f.without })
	}
	if len(f.reading) == 0 {
		return out
	}
	out = slices.Clone(out)
	for k := range out {
		if s, is := f.reading[[2]int{i, k}]; is {
			out[k].Score, out[k].Text = s, ""
		}
	}
	return out
}

// unreadCells are the cells of the figure that cannot be read; ok is false where what
// they may have been is not bounded.
func (f *Figure) unreadCells(p *rule.Pass) (cells []unreadCell, ok bool) {
	low, none, high := reckon.LowestScore, 0, reckon.HighestScore
	usual := []*int{&low, &none, &high, nil}
	for _, i := range f.rows {
		for k, s := range f.scores(p, i) {
			if f.member != "" && s.Member != f.member {
				continue
			}
			text := strings.TrimSpace(s.Text)
			switch {
			case s.Score != nil && !reckon.OnScale(*s.Score):
				cells = append(cells, unreadCell{row: i, at: k, values: append(slices.Clone(usual), s.Score)})
			case reckon.ReadCell(s.Score, s.Text, p.Vocabulary) != reckon.CellIllegible:
			case script.Decimal(strings.TrimSuffix(text, "%")) != nil:
				return nil, false // scores of another kind
			default:
				cells = append(cells, unreadCell{i, k, usual, strings.ContainsFunc(text, unicode.IsLetter) || strings.ContainsFunc(text, unicode.IsDigit)})
			}
			if f.member != "" {
				break
			}
		}
	}
	return cells, len(cells) > 0
}

// someReading reports whether the figure may follow, with count to try its conventions
// anew: by some reading of its cells that cannot be read, or because these are not bounded.
func (f *Figure) someReading(p *rule.Pass, count func(*Figure)) (cells int, may bool) {
	unread, ok := f.unreadCells(p)
	if !ok {
		return 0, true
	}
	combinations, between := 1, false
	for _, c := range unread {
		between = between || c.between
		if combinations <= mostReadingsTried {
			combinations *= len(c.values)
		}
	}
	try := func(value func(k int) *int) Figure {
		g := *f
		g.Why, g.reading = "", map[[2]int]*int{}
		for k, c := range unread {
			g.reading[[2]int{c.row, c.at}] = value(k)
		}
		count(&g)
		return g
	}
	if between || combinations > mostReadingsTried {
		extreme := func(better func(a, b int) bool) []given {
			g := try(func(k int) *int {
				best := unread[k].values[0]
				for _, v := range unread[k].values {
					if v != nil && better(*v, *best) {
						best = v
					}
				}
				return best
			})
			return g.Gives
		}
		low, high := extreme(func(a, b int) bool { return a < b }), extreme(func(a, b int) bool { return a > b })
		return len(unread), f.between(low, high)
	}
	for n := range combinations {
		g := try(func(k int) *int {
			digit := n
			for _, c := range unread[:k] {
				digit /= len(c.values)
			}
			return unread[k].values[digit%len(unread[k].values)]
		})
		if len(g.holdsBy()) > 0 {
			return len(unread), true
		}
	}
	return len(unread), false
}

// between reports whether the figure lies between what some convention gives of the
// lowest and of the highest reading: a mean grows with each score, and no score at all
// lies between.
func (f *Figure) between(low, high []given) bool {
	if len(low) != len(high) {
		return true
	}
	for k := range low {
		if low[k].Id != high[k].Id {
			return true
		}
		if conventions.MayLieBetween(f.Stated, low[k].Mean, high[k].Mean, low[k].Id == TimesHundred.Id) {
			return true
		}
	}
	return false
}

// readingsOnly reports whether cells that cannot be read are all that keeps the figure
// undecided.
func (f *Figure) readingsOnly() bool {
	if f.Why == "" || f.Why != f.tally.WhyUndecided() || f.Stated == (reckon.Figure{}) {
		return false
	}
	rest := f.tally
	rest.Illegible = 0
	rest.Scores = slices.DeleteFunc(slices.Clone(rest.Scores), func(s reckon.MemberScore) bool { return !reckon.OnScale(s.Score) })
	return rest.WhyUndecided() == ""
}
