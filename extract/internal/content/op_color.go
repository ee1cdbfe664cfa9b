package content

import "recount.invalid/recount/extract/internal/token"

// Colours are kept so that text is told from its ground: white letters on bare
// paper are not seen, on a dark cell they are.

// device gives an operator that chooses a device's colour space and a colour
// in it.
func device(n int, to func(*graphics) *paintInk) func(*Interpreter, []token.Operand) {
	return func(in *Interpreter, a []token.Operand) {
		var v [4]float64
		for i := range n {
			v[i] = number(a, i)
		}
		*to(&in.gs) = paintInk{ink: components(v[:n])}
	}
}

// paintInk is what the graphics state has for filling or for stroking.
type paintInk struct {
	ink     ink
	space   *colorSpace // nil for a device's
	pattern bool        // a pattern, which may leave gaps
}

func filling(g *graphics) *paintInk  { return &g.fill }
func stroking(g *graphics) *paintInk { return &g.stroke }

// chooseSpace is cs and CS.
func chooseSpace(to func(*graphics) *paintInk) func(*Interpreter, []token.Operand) {
	return func(in *Interpreter, a []token.Operand) {
		if len(a) < 1 || a[0].Kind != token.Name {
			return
		}
		s := in.spaceNamed(in.lex.Bytes(a[0]))
		*to(&in.gs) = paintInk{ink: s.first, space: s}
	}
}

// chooseColor is sc, scn and their kin for strokes. A pattern's name makes the
// colour unknown.
func chooseColor(to func(*graphics) *paintInk) func(*Interpreter, []token.Operand) {
	return func(in *Interpreter, a []token.Operand) {
		p := to(&in.gs)
		if len(a) == 0 || len(a) > maxColorants || a[len(a)-1].Kind != token.Number {
			p.ink, p.pattern = ink{kind: inkUnknown}, true
			return
		}
		p.pattern = false
		var v [maxColorants]float64
		for i := range a {
			v[i] = a[i].Num
		}
		switch {
		case p.space == nil:
			p.ink = components(v[:len(a)])
		case p.space.color == nil || p.space.inks != len(a):
			p.ink = ink{kind: inkUnknown}
		default:
			p.ink = p.space.color(v[:len(a)])
		}
	}
}

// spaceNamed finds a colour space of the present resources.
func (in *Interpreter) spaceNamed(name []byte) *colorSpace {
	if s := deviceSpaces[string(name)]; s != nil {
		return s
	}
	if s, ok := in.res.spaces[string(name)]; ok {
		return s
	}
	in.ops += spaceCost
	s := unknownSpace
	if string(name) != "Pattern" {
		s = spaces{in.file}.colorSpace(in.resource("ColorSpace", string(name)), 0)
	}
	if in.res.spaces == nil {
		in.res.spaces = map[string]*colorSpace{}
	}
	in.res.spaces[string(name)] = s
	return s
}

// spaceCost is how many operators reading a colour space counts for.
const spaceCost = 50
