package footnote

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// partedAt is where a run of a line is cut: before a byte of its text.
type partedAt struct {
	l       *sheet.Line
	run, at int
}

// numberReach is how far from the edge of its column, in its size, a
// number inside a run may seem to stand: where, its share of the letters says.
const numberReach = 4

// partAtNumber cuts a run of a line that goes over the edge of a column before the
// number with which a note begins there: a number hangs so close to a full line of
// the column before it that the two were taken for one text. It is nil where no
// number stands at the edge.
func (r *Reader) partAtNumber(s *columnSheet, l *sheet.Line, edges []float64) *sheet.Line {
	if s.boxed[l] {
		return nil
	}
	for i := range l.Runs {
		run := &l.Runs[i]
		k := columnOf(run.Box, edges)
		if k == len(edges) || run.Box.X1() <= edges[k]+0.2*l.Size {
			continue
		}
		at, n := r.numberNear(s, run, edges[k])
		if at == 0 {
			return nil
		}
		key := partedAt{l, i, at}
		if cut := s.parted[key]; cut != nil {
			return cut
		}
		halves := layout.CutRun(*run, []string{strings.TrimSpace(run.Text[:at]), run.Text[at:]}, 0)
		halves[0].Box[2] = min(halves[0].Box[2], edges[k])
		halves[1].Box[0] = edges[k] + 0.2*l.Size
		halves[1].Gap = halves[1].Box[0] - halves[0].Box[2]
		m := *l.Line
		m.Runs = slices.Concat(l.Runs[:i], halves, l.Runs[i+1:])
		cut := *l
		cut.Line, cut.Origin = &m, l
		s.parted[key] = &cut
		s.numbers[&cut] = map[int]int{i + 1: n}
		for run, n := range s.numbers[l] {
			if run > i {
				run++
			}
			s.numbers[&cut][run] = n
		}
		return &cut
	}
	return nil
}

// numberNear gives the byte of a run's text at which the number of a note begins
// that seems to stand at x, and the number; 0 is none. It may touch what stands before
// it ("harbours-12. Gauge").
func (r *Reader) numberNear(s *columnSheet, run *model.Run, x float64) (at, number int) {
	best := numberReach * run.Size
	letters := float64(utf8.RuneCountInString(run.Text))
	for i := 1; i < len(run.Text); i++ {
		if strings.IndexByte("0123456789.,", run.Text[i-1]) >= 0 || strings.IndexByte("[(0123456789", run.Text[i]) < 0 {
			continue // within a figure, or none
		}
		n, rest, ok := sheet.LeadingFigure(run.Text[i:])
		if !ok || rest == "" || !s.marked[n] || r.dayBefore(rest) {
			continue
		}
		seems := run.Box.X0() + run.Box.Width()*float64(utf8.RuneCountInString(run.Text[:i]))/letters
		if off := math.Abs(seems - x); off <= best {
			best, at, number = off, i, n
		}
	}
	return at, number
}
