package extract

import (
	"cmp"
	"slices"

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
func (c *content) rules(size float64) []model.Rule {
	if len(c.strokes) == 0 {
		return nil
	}
	var across, down []stroke
	for _, s := range c.strokes {
		w, h := s.x1-s.x0, s.y1-s.y0
		if min(w, h) > ruleThickness*size {
			continue
		}
		if w >= h {
			across = append(across, s)
		} else {
			down = append(down, stroke{s.y0, s.x0, s.y1, s.x1}) // turned, so that one function joins both
		}
	}
	var out []model.Rule
	for _, s := range joinStrokes(across, size) {
		out = append(out, model.Rule{Box: model.Box{s.x0, s.y0, s.x1, s.y1}})
	}
	for _, s := range joinStrokes(down, size) {
		out = append(out, model.Rule{Box: model.Box{s.y0, s.x0, s.y1, s.x1}})
	}
	slices.SortStableFunc(out, func(a, b model.Rule) int {
		return cmp.Or(cmp.Compare(a.Box[1], b.Box[1]), cmp.Compare(a.Box[0], b.Box[0]))
	})
	return out
}

// joinStrokes joins horizontal strokes that continue each other.
func joinStrokes(in []stroke, size float64) []stroke {
	middle := func(s stroke) float64 { return (s.y0 + s.y1) / 2 }
	slices.SortStableFunc(in, func(a, b stroke) int {
		return cmp.Or(cmp.Compare(middle(a), middle(b)), cmp.Compare(a.x0, b.x0))
	})
	var out []stroke
	for i := 0; i < len(in); {
		// Strokes whose middles lie within a tenth of the text size are on
		// one axis.
		j := i + 1
		for j < len(in) && middle(in[j])-middle(in[i]) <= 0.1*size {
			j++
		}
		row := in[i:j]
		slices.SortStableFunc(row, func(a, b stroke) int { return cmp.Compare(a.x0, b.x0) })
		joined := len(out)
		for _, s := range row {
			if n := len(out); n > joined && s.x0-out[n-1].x1 <= ruleJoin*size {
				o := &out[n-1]
				o.x1, o.y0, o.y1 = max(o.x1, s.x1), min(o.y0, s.y0), max(o.y1, s.y1)
				continue
			}
			out = append(out, s)
		}
		i = j
	}
	return slices.DeleteFunc(out, func(s stroke) bool { return s.x1-s.x0 < ruleShort*size })
}

// usualSize is the size of most letters, 10 where there are none.
func (c *content) usualSize() float64 {
	counts := map[int]int{}
	best, most := 100, 0
	for _, s := range c.stretches {
		k := int(s.size*10 + 0.5)
		counts[k] += s.to - s.from
		if n := counts[k]; n > most || n == most && k < best {
			best, most = k, n
		}
	}
	return max(float64(best)/10, 1)
}
