package content

import (
	"math"

	"recount.invalid/recount/extract/internal/access"
	"recount.invalid/recount/extract/internal/mark"
)

// What is read is what is seen. A letter that was drawn is not seen if it was
// drawn invisibly, with nothing, smaller than can be read, where clipping or a
// mask leaves nothing, in the colour of its ground, or if something was painted
// over it later. What is not seen is left out and told of, but for one case: a
// page most of whose letters are not seen has a layer of text beside a picture
// of the print, as text recognition makes it, and that layer is read, marked
// and told of.

// why says for what reason the letters of a stretch are not seen.
type why uint8

const (
	whySeen  why = iota
	whyMode      // text rendering modes 3 and 7
	whyClear     // wholly transparent
	whyInk       // the ink None
	whyTiny      // smaller than can be read
	whyMask      // a soft mask lets nothing of it through
	whyCover     // something was painted over it
	whyColor     // in the colour of its ground
)

// layer reports whether text recognition makes its layer so.
func (w why) layer() bool { return w == whyMode || w == whyClear || w == whyCover || w == whyColor }

const (
	// leastAlpha is the opacity below which text is not seen on any ground.
	leastAlpha = 0.04
	// leastSize is the size in points, on a page as high as leastSizePage or
	// higher, below which text is not read by eye.
	leastSize     = 1.0
	leastSizePage = 600.0
	// maxLooks bounds the looks of letters at areas on one page.
	maxLooks = 20_000_000
	// fewPaints are not worth an index.
	fewPaints = 24
	// maxBands bounds the index of areas by height.
	maxBands = 64
)

// veiled is a part of a stretch that is not seen.
type veiled struct {
	stretch, from, to int
	why               why
	over              bool // other text is seen at its place
}

// layer reports whether it may belong to a layer of recognised text.
func (h *veiled) layer() bool { return h.why.layer() && !h.over }

// see decides which letters are seen, on a page of the given size.
func (c *Drawing) see(f *access.File, width, height float64) {
	v := viewer{c: c, f: f, height: height}
	var hidden []veiled
	for i := range c.Stretches {
		if s, w := &c.Stretches[i], c.coats[i].why; w != whySeen {
			hidden = append(hidden, veiled{stretch: i, from: s.From, to: s.To, why: w})
		}
	}
	hidden = append(hidden, v.veiledByPaint()...)
	c.Overpainted = c.Overpainted || v.looks > maxLooks
	if len(hidden) == 0 {
		return
	}
	hidden = c.withoutCopies(hidden)
	all, lost, layer := 0, 0, 0
	for i := range c.Stretches {
		all += c.Inked(c.Stretches[i].From, c.Stretches[i].To)
	}
	for _, h := range hidden {
		n := c.Inked(h.from, h.to)
		lost += n
		if h.layer() {
			layer += n
		}
	}
	asLayer := layer > 0 && layer >= all-lost
	if asLayer {
		c.UnseenRead = true
		c.Pictured = c.underPictures(width, height)
	}
	for _, h := range hidden {
		s := &c.Stretches[h.stretch]
		n := c.Inked(h.from, h.to)
		if n > 0 {
			c.Unseen.Note(n, c.BoxOf(s, h.from, h.to))
		}
		if asLayer && h.layer() {
			s.Hidden = true
			continue
		}
		c.Drop(h.from, h.to)
	}
}

// underPictures reports whether pictures take up most of the page.
func (c *Drawing) underPictures(width, height float64) bool {
	area := 0.0
	for i := range c.paints {
		if p := &c.paints[i]; p.picture {
			area += (p.x1 - p.x0) * (p.y1 - p.y0)
		}
	}
	return area >= pageShare*width*height
}

// viewer holds letters against the areas that are painted before and after
// them.
type viewer struct {
	c      *Drawing
	f      *access.File
	height float64
	bands  [][]int32 // areas by height; nil where they are few
	band   float64
	looks  int
	near   []int32 // areas that matter to the stretch that is looked at
}

// veiledByPaint finds the letters that something was painted over, or that have
// their ground's colour.
func (v *viewer) veiledByPaint() (out []veiled) {
	c := v.c
	v.index()
	for i := range c.Stretches {
		s, k := &c.Stretches[i], &c.coats[i]
		if k.why != whySeen || !v.look(s, k) {
			continue
		}
		ex, ey := mark.Direction(int(s.Angle))
		for n := s.From; n < s.To && v.looks <= maxLooks; n++ {
			l := &c.Letters[n]
			w := whySeen
			if l.Text != "" && l.Text != " " {
				w = v.letter(s, k, l, ex, ey)
			}
			if w == whySeen {
				continue
			}
			if m := len(out); m > 0 && out[m-1].stretch == i && out[m-1].why == w && c.Inked(out[m-1].to, n) == 0 {
				out[m-1].to = n + 1
				continue
			}
			out = append(out, veiled{stretch: i, from: n, to: n + 1, why: w})
		}
	}
	return out
}

// index sorts the areas by height where they are many.
func (v *viewer) index() {
	if len(v.c.paints) <= fewPaints {
		return
	}
	v.bands = make([][]int32, maxBands)
	v.band = max(v.height/maxBands, 1)
	for i := range v.c.paints {
		p := &v.c.paints[i]
		for b := v.bandOf(p.y0); b <= v.bandOf(p.y1); b++ {
			v.bands[b] = append(v.bands[b], int32(i))
		}
	}
}

func (v *viewer) bandOf(y float64) int {
	if !(y > 0) {
		return 0
	}
	return int(min(y/v.band, maxBands-1))
}

// look gathers the areas that may veil letters of a stretch, in the order of
// painting, and reports whether there is reason to look at the letters.
func (v *viewer) look(s *mark.Stretch, k *coat) bool {
	c := v.c
	v.near = v.near[:0]
	if c.Inked(s.From, s.To) == 0 {
		return false
	}
	pale := k.ink.kind == inkKnown && k.contrast(white) <= sameInk
	if len(c.paints) == 0 {
		return pale
	}
	b := c.BoxOf(s, s.From, s.To)
	reason := pale
	see := func(i int32) {
		p := &c.paints[i]
		v.looks++
		if p.x0 > b.X1() || p.x1 < b.X0() || p.y0 > b.Bottom() || p.y1 < b.Top() {
			return
		}
		v.near = append(v.near, i)
		if int(i) >= k.paints {
			reason = reason || p.solid
		} else {
			reason = reason || p.ink.kind == inkKnown && k.ink.kind == inkKnown && k.contrast(p.ink) <= sameInk
		}
	}
	if v.bands == nil {
		for i := range c.paints {
			see(int32(i))
		}
		return reason
	}
	from, to := v.bandOf(b.Top()), v.bandOf(b.Bottom())
	for n := from; n <= to && v.looks <= maxLooks; n++ {
		for _, i := range v.bands[n] {
			// An area of several bands is met in the first that it shares.
			if first := v.bandOf(c.paints[i].y0); n == max(first, from) {
				see(i)
			}
		}
	}
	if to > from {
		sortInts(v.near)
	}
	return reason
}

// contrast is how far text is from a ground, in 255ths.
func (s *coat) contrast(ground ink) float64 {
	d := func(a, b uint8) float64 { return math.Abs(float64(a) - float64(b)) }
	return s.alpha * max(d(s.ink.r, ground.r), d(s.ink.g, ground.g), d(s.ink.b, ground.b))
}

// The points of a letter that are looked at, as shares of its width and of its
// size; mostPoints of them decide.
var (
	acrossLetter = [3]float64{0.25, 0.5, 0.75}
	upLetter     = [3]float64{0.08, 0.3, 0.55}
)

const mostPoints = 7

// letter says why a letter is not seen.
func (v *viewer) letter(s *mark.Stretch, k *coat, l *mark.Letter, ex, ey float64) why {
	covered, pale := 0, 0
	for _, across := range acrossLetter {
		for _, up := range upLetter {
			u, w := l.U0+across*(l.U1-l.U0), s.V-up*s.Size
			switch v.at(k, u*ex-w*ey, u*ey+w*ex) {
			case whyCover:
				covered++
			case whyColor:
				pale++
			}
		}
	}
	switch {
	case covered >= mostPoints:
		return whyCover
	case covered+pale >= mostPoints:
		return whyColor
	}
	return whySeen
}

// at says why text of a stretch is not seen at one point.
func (v *viewer) at(s *coat, x, y float64) why {
	c := v.c
	v.looks += len(v.near)
	k := len(v.near) - 1
	for ; k >= 0 && int(v.near[k]) >= s.paints; k-- {
		if p := &c.paints[v.near[k]]; p.solid && p.holds(x, y) && v.solid(p) {
			return whyCover
		}
	}
	if s.ink.kind != inkKnown {
		return whySeen
	}
	// The ground is what was painted last, and as far as that is seen through
	// what was painted before.
	var r, g, b float64
	rest := 1.0
	mix := func(k ink, alpha float64) {
		a := rest * alpha
		r, g, b = r+a*float64(k.r), g+a*float64(k.g), b+a*float64(k.b)
		rest -= a
	}
	for ; k >= 0 && rest > 1-solidFrom; k-- {
		p := &c.paints[v.near[k]]
		if !p.holds(x, y) {
			continue
		}
		if p.ink.kind != inkKnown {
			return whySeen
		}
		mix(p.ink, p.alpha)
	}
	mix(white, 1)
	if s.contrast(ink{r: uint8(r + 0.5), g: uint8(g + 0.5), b: uint8(b + 0.5)}) <= sameInk {
		return whyColor
	}
	return whySeen
}

// solid looks at a picture's mask, once.
func (v *viewer) solid(p *paint) bool {
	if p.mask == nil {
		return true
	}
	data, err := v.f.Data(p.mask)
	p.solid = err == nil && len(data) > 0
	for _, b := range data {
		if b != 0xff {
			p.solid = false
			break
		}
	}
	p.mask = nil
	return p.solid
}
