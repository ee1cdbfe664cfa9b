package content

import (
	"recount.invalid/recount/extract/internal/plane"
	"recount.invalid/recount/extract/object"
)

// softMask is where a mask lets paint through (PDF 32000-1, 11.6.5.3), known
// by the areas that its drawing paints.
type softMask struct {
	paints     []paint
	luminosity bool
	backdrop   ink // what a mask of luminosity has where nothing is painted
	open       bool
}

// maskChain are the masks of the groups that something is drawn in.
type maskChain struct {
	mask *softMask
	up   *maskChain
}

// maskKey is a mask's drawing with the space that it was set in.
type maskKey struct {
	ref   object.Ref
	space plane.Matrix
}

// setMask takes SMask of a graphics state dictionary.
func (in *Interpreter) setMask(o object.Object) {
	d, ok := in.file.Resolve(o).(object.Dict)
	if !ok {
		in.gs.mask = nil
		return
	}
	ref, _ := d["G"].(object.Ref)
	key := maskKey{ref, in.gs.ctm}
	if m, ok := in.drawn.masks[key]; ok {
		in.gs.mask = m
		return
	}
	m := in.softMask(ref, d)
	if in.drawn.masks == nil || len(in.drawn.masks) >= maxNamed {
		in.drawn.masks = map[maskKey]*softMask{}
	}
	in.drawn.masks[key] = m
	in.gs.mask = m
}

// softMask draws a mask and keeps what it paints.
func (in *Interpreter) softMask(ref object.Ref, d object.Dict) *softMask {
	s := in.file.Stream(d["G"])
	if s == nil {
		return &softMask{open: true}
	}
	m := &softMask{luminosity: in.file.Name(d["S"]) == "Luminosity"}
	if b := in.file.Array(d["BC"]); b != nil && len(b) <= 4 {
		m.backdrop = components(in.file.Numbers(b, len(b)))
	}
	if t := in.file.Resolve(d["TR"]); t != nil && in.file.Name(t) != "Identity" {
		m.open = true // the mask may be turned round
	}
	out, gs := in.out, in.gs
	in.out = &Drawing{}
	in.gs = graphics{ctm: gs.ctm, lineWidth: 1, stretchX: 1}
	in.form(ref, s, gs.ctm)
	m.paints = in.out.paints
	m.open = m.open || len(in.out.Letters) > 0 || in.out.Overpainted
	in.out, in.gs = out, gs
	return m
}

// hides reports whether nothing is let through at a point.
func (m *softMask) hides(x, y float64) bool {
	if m.open {
		return false
	}
	for i := len(m.paints) - 1; i >= 0; i-- {
		if p := &m.paints[i]; p.holds(x, y) {
			return m.luminosity && p.ink.kind == inkKnown && p.ink.dark()
		}
	}
	return !m.luminosity || m.backdrop.dark()
}

// masked reports whether the masks in force leave nothing at a point.
func (g *graphics) masked(x, y float64) bool {
	if g.mask != nil && g.mask.hides(x, y) {
		return true
	}
	for c := g.above; c != nil; c = c.up {
		if c.mask.hides(x, y) {
			return true
		}
	}
	return false
}
