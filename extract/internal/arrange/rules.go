package arrange

import (
	"cmp"
	"slices"

	"recount.invalid/recount/extract/internal/mark"
	"recount.invalid/recount/model"
)

const (
	// ruleThickness is how thick a ruled line may be, in em of the page's
	// text; thicker boxes are shading.
	ruleThickness = 0.35
	// ruleJoin is the gap over which two pieces of a line on one axis are
	// one: writers draw tables cell by cell, and leave the thickness of the
	// crossing line out.
	ruleJoin = 0.3
	// ruleShort is the length below which a piece is no line but the corner
	// where two meet.
	ruleShort = 0.3
)

// rules makes ruled lines of what was stroked and filled: thin enough, and
// joined where they were drawn piece by piece. size is the page's usual font
// size.
func (c *found) rules(size float64) []model.Rule {
	if len(c.Strokes) == 0 {
		return nil
	}
	var across, down []mark.Stroke
	for _, s := range c.Strokes {
		w, h := s.X1-s.X0, s.Y1-s.Y0
		if min(w, h) > ruleThickness*size {
			continue
		}
		if w >= h {
			across = append(across, s)
		} else {
			down = append(down, mark.Stroke{X0: s.Y0, Y0: s.X0, X1: s.Y1, Y1: s.X1}) // turned, so that one function joins both
		}
	}
	var out []model.Rule
	for _, s := range joinStrokes(across, size) {
		out = append(out, model.Rule{Box: model.Box{s.X0, s.Y0, s.X1, s.Y1}})
	}
	for _, s := range joinStrokes(down, size) {
		out = append(out, model.Rule{Box: model.Box{s.Y0, s.X0, s.Y1, s.X1}})
	}
	slices.SortStableFunc(out, func(a, b model.Rule) int {
		return cmp.Or(cmp.Compare(a.Box[1], b.Box[1]), cmp.Compare(a.Box[0], b.Box[0]))
	})
	return out
}

// joinStrokes joins horizontal strokes that continue each other.
func joinStrokes(in []mark.Stroke, size float64) []mark.Stroke {
	middle := func(s mark.Stroke) float64 { return (s.Y0 + s.Y1) / 2 }
	slices.SortStableFunc(in, func(a, b mark.Stroke) int {
		return cmp.Or(cmp.Compare(middle(a), middle(b)), cmp.Compare(a.X0, b.X0))
	})
	var out []mark.Stroke
	for i := 0; i < len(in); {
		// Strokes whose middles lie within a tenth of the text size are on
		// one axis.
		j := i + 1
		for j < len(in) && middle(in[j])-middle(in[i]) <= 0.1*size {
			j++
		}
		row := in[i:j]
		slices.SortStableFunc(row, func(a, b mark.Stroke) int { return cmp.Compare(a.X0, b.X0) })
		joined := len(out)
		for _, s := range row {
			if n := len(out); n > joined && s.X0-out[n-1].X1 <= ruleJoin*size {
				o := &out[n-1]
				o.X1, o.Y0, o.Y1 = max(o.X1, s.X1), min(o.Y0, s.Y0), max(o.Y1, s.Y1)
				continue
			}
			out = append(out, s)
		}
		i = j
	}
	return slices.DeleteFunc(out, func(s mark.Stroke) bool { return s.X1-s.X0 < ruleShort*size })
}

// usualSize is the size of most letters, 10 where there are none.
func (c *found) usualSize() float64 {
	counts := map[int]int{}
	best, most := 100, 0
	for _, s := range c.Stretches {
		k := int(s.Size*10 + 0.5)
		counts[k] += s.To - s.From
		if n := counts[k]; n > most || n == most && k < best {
			best, most = k, n
		}
	}
	return max(float64(best)/10, 1)
}
