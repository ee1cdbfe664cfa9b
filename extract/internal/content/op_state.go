package content

import (
	"recount.invalid/recount/extract/internal/token"
	"recount.invalid/recount/extract/object"
)

// extState is what a graphics state dictionary says of text, lines and paint
// (PDF 32000-1, 8.4.5).
type extState struct {
	lineWidth, fillAlpha, strokeAlpha float64
	hasWidth, hasFill, hasStroke      bool

	font     object.Object
	fontSize float64

	blend, hasBlend bool
	mask            object.Object
}

// stateNamed finds a graphics state dictionary of the present resources.
func (in *Interpreter) stateNamed(name []byte) *extState {
	if s, ok := in.res.states[string(name)]; ok {
		return s
	}
	f := in.file
	d := f.Dict(in.resource("ExtGState", string(name)))
	s := &extState{mask: d["SMask"]}
	s.lineWidth, s.hasWidth = f.Number(d["LW"])
	s.fillAlpha, s.hasFill = f.Number(d["ca"])
	s.strokeAlpha, s.hasStroke = f.Number(d["CA"])
	if fa := f.Array(d["Font"]); len(fa) == 2 {
		if size, ok := f.Number(fa[1]); ok {
			s.font, s.fontSize = fa[0], size
		}
	}
	if mode := f.Resolve(d["BM"]); mode != nil {
		if a, ok := mode.(object.Array); ok && len(a) > 0 {
			mode = a[0] // the first that is known counts, and all are
		}
		n := f.Name(mode)
		s.hasBlend, s.blend = true, n != "Normal" && n != "Compatible"
	}
	if in.res.states == nil {
		in.res.states = map[string]*extState{}
	}
	in.res.states[string(name)] = s
	return s
}

// extGState sets what a graphics state dictionary says (gs).
func (in *Interpreter) extGState(a []token.Operand) {
	if len(a) < 1 || a[0].Kind != token.Name {
		return
	}
	s := in.stateNamed(in.lex.Bytes(a[0]))
	g := &in.gs
	if s.hasWidth {
		g.lineWidth = s.lineWidth
	}
	if s.font != nil {
		g.font, g.size = in.font(s.font), s.fontSize
	}
	if s.hasFill {
		g.fillClear = 1 - max(0, min(s.fillAlpha, 1))
	}
	if s.hasStroke {
		g.strokeClear = 1 - max(0, min(s.strokeAlpha, 1))
	}
	if s.hasBlend {
		g.blend = s.blend
	}
	if s.mask != nil {
		in.setMask(s.mask)
	}
}
