package extract

import (
	"math"

	"recount.invalid/recount/model"
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
	// maxUnseenBoxes bounds how many places of unseen text a page names.
	maxUnseenBoxes = 20
)

// unseen is the text of a page that is not seen.
type unseen struct {
	letters int
	boxes   []model.Box
	read    bool // it was read all the same, as it is most of the page
	picture bool // and pictures take up most of the page
}

// note counts letters that are not seen.
func (u *unseen) note(letters int, b model.Box) {
	u.letters += letters
	if n := len(u.boxes); n > 0 {
		last := u.boxes[n-1]
		if joined := last.Union(b); joined.Height() <= 1.5*max(last.Height(), b.Height()) || n >= maxUnseenBoxes {
			u.boxes[n-1] = joined
			return
		}
	}
	u.boxes = append(u.boxes, b)
}

// veiled is a part of a stretch that is not seen.
type veiled struct {
	stretch, from, to int
	why               why
	over              bool // other text is seen at its place
}

// layer reports whether it may belong to a layer of recognised text.
func (h *veiled) layer() bool { return h.why.layer() && !h.over }

// see decides which letters are seen, on a page of the given size.
func (c *content) see(f *file, width, height float64) {
	v := viewer{c: c, f: f, height: height}
	var hidden []veiled
	for i := range c.stretches {
		if s := &c.stretches[i]; s.why != whySeen {
			hidden = append(hidden, veiled{stretch: i, from: s.from, to: s.to, why: s.why})
		}
	}
	hidden = append(hidden, v.veiledByPaint()...)
	c.overpainted = c.overpainted || v.looks > maxLooks
	if len(hidden) == 0 {
		return
	}
	hidden = c.withoutCopies(hidden)
	all, lost, layer := 0, 0, 0
	for i := range c.stretches {
		all += c.inked(c.stretches[i].from, c.stretches[i].to)
	}
	for _, h := range hidden {
		n := c.inked(h.from, h.to)
		lost += n
		if h.layer() {
			layer += n
		}
	}
	asLayer := layer > 0 && layer >= all-lost
	if asLayer {
		c.unseen.read = true
		c.unseen.picture = c.pictured(width, height)
	}
	for _, h := range hidden {
		s := &c.stretches[h.stretch]
		n := c.inked(h.from, h.to)
		if n > 0 {
			c.unseen.note(n, c.boxOf(s, h.from, h.to))
		}
		if asLayer && h.layer() {
			s.hidden = true
			continue
		}
		c.drop(h.from, h.to)
	}
}

// drop takes letters out.
func (c *content) drop(from, to int) {
	for k := from; k < to; k++ {
		if c.letters[k].text == "\ufffd" {
			c.unmapped--
		}
		c.letters[k].text = ""
	}
}

// inked counts the letters of a range that are no blanks.
func (c *content) inked(from, to int) (n int) {
	for k := from; k < to; k++ {
		if t := c.letters[k].text; t != "" && t != " " {
			n++
		}
	}
	return n
}

// boxOf is the box on the page around letters of a stretch.
func (c *content) boxOf(s *stretch, from, to int) model.Box {
	ex, ey := direction(int(s.angle))
	u0, u1 := math.Inf(1), math.Inf(-1)
	for _, l := range c.letters[from:to] {
		if l.text != "" && l.text != " " {
			u0, u1 = min(u0, l.u0), max(u1, l.u1)
		}
	}
	return box(ex, ey, u0, u1, s.v-letterTop*s.size, s.v)
}

// pictured reports whether pictures take up most of the page.
func (c *content) pictured(width, height float64) bool {
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
	c      *content
	f      *file
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
	for i := range c.stretches {
		s := &c.stretches[i]
		if s.why != whySeen || !v.look(s) {
			continue
		}
		ex, ey := direction(int(s.angle))
		for k := s.from; k < s.to && v.looks <= maxLooks; k++ {
			l := &c.letters[k]
			w := whySeen
			if l.text != "" && l.text != " " {
				w = v.letter(s, l, ex, ey)
			}
			if w == whySeen {
				continue
			}
			if n := len(out); n > 0 && out[n-1].stretch == i && out[n-1].why == w && c.inked(out[n-1].to, k) == 0 {
				out[n-1].to = k + 1
				continue
			}
			out = append(out, veiled{stretch: i, from: k, to: k + 1, why: w})
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
func (v *viewer) look(s *stretch) bool {
	c := v.c
	v.near = v.near[:0]
	if c.inked(s.from, s.to) == 0 {
		return false
	}
	pale := s.ink.kind == inkKnown && s.contrast(white) <= sameInk
	if len(c.paints) == 0 {
		return pale
	}
	b := c.boxOf(s, s.from, s.to)
	reason := pale
	see := func(i int32) {
		p := &c.paints[i]
		v.looks++
		if p.x0 > b.X1() || p.x1 < b.X0() || p.y0 > b.Bottom() || p.y1 < b.Top() {
			return
		}
		v.near = append(v.near, i)
		if int(i) >= s.paints {
			reason = reason || p.solid
		} else {
			reason = reason || p.ink.kind == inkKnown && s.ink.kind == inkKnown && s.contrast(p.ink) <= sameInk
		}
	}
	if v.bands == nil {
		for i := range c.paints {
			see(int32(i))
		}
		return reason
	}
	from, to := v.bandOf(b.Top()), v.bandOf(b.Bottom())
	for k := from; k <= to && v.looks <= maxLooks; k++ {
		for _, i := range v.bands[k] {
			// An area of several bands is met in the first that it shares.
			if first := v.bandOf(c.paints[i].y0); k == max(first, from) {
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
func (s *stretch) contrast(ground ink) float64 {
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
func (v *viewer) letter(s *stretch, l *letter, ex, ey float64) why {
	covered, pale := 0, 0
	for _, across := range acrossLetter {
		for _, up := range upLetter {
			u, w := l.u0+across*(l.u1-l.u0), s.v-up*s.size
			switch v.at(s, u*ex-w*ey, u*ey+w*ex) {
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
func (v *viewer) at(s *stretch, x, y float64) why {
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
	data, err := v.f.data(p.mask)
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
