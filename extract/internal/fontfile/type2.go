package fontfile

// cffOutlines is what following a CFF program's glyphs takes beside their
// charstrings.
type cffOutlines struct {
	global []data
	local  [][]data // by font dictionary
	which  []int    // the font dictionary of each glyph; nil where there is but one
	unit   []float64
}

// opSubrs is the operator of a private dictionary's subroutines (Adobe Technical
// Note 5176, section 16).
const opSubrs = 19

// readCFFOutlines finds the subroutines and units of a CFF program.
func readCFFOutlines(d data, top map[int]int, glyphs int) *cffOutlines {
	_, at := index(d, d.u8(2))
	_, at = index(d, at)
	_, at = index(d, at)
	o := &cffOutlines{}
	o.global, _ = index(d, at)
	tops := topOf(d)
	unit := matrixUnit(tops)
	dicts := []data{tops}
	if _, keyed := top[opROS]; keyed {
		dicts, _ = index(d, top[opFDArray])
		o.which = fdSelect(d, top[opFDSelect], glyphs)
	}
	for i, dict := range dicts {
		own := unit
		if o.which != nil {
			if v := matrixUnit(dict); v != 0 && unit != 0 && v > leastUnit {
				own = unit * v
			} else if v != 0 {
				own = v
			}
		}
		if own == 0 {
			own = usualUnit
		}
		o.unit = append(o.unit, 1000*own)
		o.local = append(o.local, localSubrs(d, dicts[i]))
	}
	return o
}

const (
	// usualUnit is what a unit of a program is of the em where it does not say.
	usualUnit = 0.001
	// leastUnit is below any factor by which a font dictionary changes the unit of
	// the whole: it states the unit itself then.
	leastUnit = 0.01
)

// matrixUnit is the unit that a dictionary's FontMatrix gives; 0 where it gives none.
func matrixUnit(dict data) float64 {
	v := realOperands(dict, opFontMatrix)
	if len(v) != 6 || v[3] <= 0 {
		return 0
	}
	return v[3]
}

// localSubrs are the subroutines of the private dictionary that another one names.
func localSubrs(d, dict data) []data {
	v := operandsOf(dict, opPrivate)
	if len(v) != 2 {
		return nil
	}
	size, at := int(v[0]), int(v[1])
	if size < 0 || at < 0 || at > len(d) || size > len(d)-at {
		return nil
	}
	off := operandsOf(d[at:at+size], opSubrs)
	if len(off) != 1 || off[0] <= 0 {
		return nil
	}
	subrs, _ := index(d, at+int(off[0]))
	return subrs
}

// shape follows a glyph's charstring.
func (o *cffOutlines) shape(charStrings []data, g int) (Shape, bool) {
	n := 0
	if o.which != nil {
		n = o.which[g]
	}
	if n >= len(o.unit) {
		return Shape{}, false
	}
	r := type2Run{trace: newTrace(o.unit[n]), global: o.global, local: o.local[n]}
	if !r.run(charStrings[g], 0) {
		return Shape{}, false
	}
	return r.trace.done()
}

// type2Run carries out a Type 2 charstring (Adobe Technical Note 5177).
type type2Run struct {
	trace         *trace
	global, local []data
	stack         []float64
	stems         int
	steps         int
	ended         bool
}

// run carries out a charstring or a subroutine; it reports false where it cannot be
// followed.
func (r *type2Run) run(d data, depth int) bool {
	if depth > maxCalls {
		return false
	}
	for i := 0; i < len(d) && !r.ended; {
		if r.steps++; r.steps > maxSteps || len(r.stack) > maxStack {
			return false
		}
		b := d.u8(i)
		switch {
		case b == 28:
			r.stack = append(r.stack, float64(int16(d.u16(i+1))))
			i += 3
			continue
		case b == 255:
			r.stack = append(r.stack, float64(int32(d.u32(i+1)))/65536)
			i += 5
			continue
		case b >= 32:
			v, n := dictNumber(d[i:])
			r.stack = append(r.stack, float64(v))
			i += n
			continue
		}
		i++
		switch b {
		case 10, 29: // callsubr, callgsubr
			subrs := r.local
			if b == 29 {
				subrs = r.global
			}
			n := len(r.stack) - 1
			if n < 0 {
				return false
			}
			at := int(r.stack[n]) + bias(len(subrs))
			r.stack = r.stack[:n]
			if at < 0 || at >= len(subrs) || !r.run(subrs[at], depth+1) {
				return false
			}
			continue
		case 11: // return
			return true
		case 19, 20: // masks, with the bits of all stems behind them
			r.stems += len(r.stack) / 2
			i += (r.stems + 7) / 8
		case 12:
			if !r.flex(d.u8(i)) {
				return false
			}
			i++
		default:
			if !r.draw(b) {
				return false
			}
		}
		r.stack = r.stack[:0]
	}
	return true
}

// bias is added to the numbers of subroutines (section 4.7).
func bias(n int) int {
	switch {
	case n < 1240:
		return 107
	case n < 33900:
		return 1131
	}
	return 32768
}

// draw carries out an operator that takes all numbers in front of it.
func (r *type2Run) draw(op int) bool {
	t, v := r.trace, r.stack
	last := func(n int) []float64 { return v[max(0, len(v)-n):] }
	switch op {
	case 1, 3, 18, 23: // stems
		r.stems += len(v) / 2
	case 4, 22, 21: // the width may stand in front
		if v = last(2); op == 21 && len(v) == 2 {
			t.move(v[0], v[1])
		} else if v = last(1); op == 22 && len(v) == 1 {
			t.move(v[0], 0)
		} else if op == 4 && len(v) == 1 {
			t.move(0, v[0])
		} else {
			return false
		}
	case 14:
		r.ended = true
		return len(v) < 4 // with four numbers a letter is put together from others
	case 5:
		for ; len(v) >= 2; v = v[2:] {
			t.line(v[0], v[1])
		}
	case 6, 7:
		for across := op == 6; len(v) > 0; v, across = v[1:], !across {
			if across {
				t.line(v[0], 0)
			} else {
				t.line(0, v[0])
			}
		}
	case 8, 24:
		for ; len(v) >= 6; v = v[6:] {
			t.curve([6]float64(v))
		}
		if op == 24 && len(v) >= 2 {
			t.line(v[0], v[1])
		}
	case 25:
		for ; len(v) >= 8; v = v[2:] {
			t.line(v[0], v[1])
		}
		if len(v) >= 6 {
			t.curve([6]float64(v))
		}
	case 26: // vvcurveto
		x := 0.0
		if len(v)%4 == 1 {
			x, v = v[0], v[1:]
		}
		for ; len(v) >= 4; v, x = v[4:], 0 {
			t.curve([6]float64{x, v[0], v[1], v[2], 0, v[3]})
		}
	case 27: // hhcurveto
		y := 0.0
		if len(v)%4 == 1 {
			y, v = v[0], v[1:]
		}
		for ; len(v) >= 4; v, y = v[4:], 0 {
			t.curve([6]float64{v[0], y, v[1], v[2], v[3], 0})
		}
	case 30, 31: // vhcurveto, hvcurveto
		t.turns(v, op == 31)
	default:
		return false
	}
	return true
}

// turns draws curves that begin along one axis and end along the other, in turn; the
// last one may end anywhere.
func (t *trace) turns(v []float64, across bool) {
	for ; len(v) >= 4; v, across = v[4:], !across {
		rest := 0.0
		if len(v) == 5 {
			rest = v[4]
		}
		if across {
			t.curve([6]float64{v[0], 0, v[1], v[2], rest, v[3]})
		} else {
			t.curve([6]float64{0, v[0], v[1], v[2], v[3], rest})
		}
	}
}

// flex draws the two curves of a flex operator (section 4.1).
func (r *type2Run) flex(op int) bool {
	v := r.stack
	switch {
	case op == 34 && len(v) >= 7: // hflex
		r.trace.curve([6]float64{v[0], 0, v[1], v[2], v[3], 0})
		r.trace.curve([6]float64{v[4], 0, v[5], -v[2], v[6], 0})
	case op == 35 && len(v) >= 12: // flex
		r.trace.curve([6]float64(v))
		r.trace.curve([6]float64(v[6:]))
	case op == 36 && len(v) >= 9: // hflex1
		r.trace.curve([6]float64{v[0], v[1], v[2], v[3], v[4], 0})
		r.trace.curve([6]float64{v[5], 0, v[6], v[7], v[8], -(v[1] + v[3] + v[7])})
	case op == 37 && len(v) >= 11: // flex1
		dx, dy := v[0]+v[2]+v[4]+v[6]+v[8], v[1]+v[3]+v[5]+v[7]+v[9]
		end := [2]float64{v[10], -dy}
		if max(dx, -dx) <= max(dy, -dy) {
			end = [2]float64{-dx, v[10]}
		}
		r.trace.curve([6]float64(v))
		r.trace.curve([6]float64{v[6], v[7], v[8], v[9], end[0], end[1]})
	default:
		return false // arithmetic, which letters do without
	}
	return true
}
