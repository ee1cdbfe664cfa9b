package fontfile

// Outlines tells what the glyphs of a program draw. A map from codes to text that
// calls a glyph a blank that draws something is wrong.
type Outlines struct {
	glyf, loca data
	long       bool // loca has four bytes for each glyph
	unit       int  // units of the em, of TrueType
	glyphs     int

	charStrings []data // of CFF
	cff         *cffOutlines

	type1 *type1Outlines
}

// ReadOutlines finds the outlines of a TrueType, OpenType or CFF program; nil
// where there are none.
func ReadOutlines(program []byte) *Outlines {
	d := data(program)
	if glyf := table(d, "glyf"); glyf != nil {
		loca := table(d, "loca")
		head := table(d, "head")
		o := &Outlines{glyf: glyf, loca: loca, long: head.u16(50) != 0, unit: head.u16(18)}
		o.glyphs = len(loca)/o.place() - 1
		if o.glyphs <= 0 {
			return nil
		}
		return o
	}
	d, top, _ := openCFF(program)
	charStrings, _ := index(d, top[opCharStrings])
	if len(charStrings) == 0 {
		return nil
	}
	return &Outlines{charStrings: charStrings, glyphs: len(charStrings), cff: readCFFOutlines(d, top, len(charStrings))}
}

// place is the size of an entry of loca.
func (o *Outlines) place() int {
	if o.long {
		return 4
	}
	return 2
}

// at is where the description of a TrueType glyph begins and ends.
func (o *Outlines) at(g int) (from, to int) {
	if o.long {
		return o.loca.u32(4 * g), o.loca.u32(4*g + 4)
	}
	return 2 * o.loca.u16(2*g), 2 * o.loca.u16(2*g+2)
}

// Ink reports whether glyph g draws something; known is false where the
// program does not have it.
func (o *Outlines) Ink(g int) (ink, known bool) {
	if o == nil || g < 0 || g >= o.glyphs {
		return false, false
	}
	switch {
	case o.type1 != nil:
		return false, false
	case o.charStrings != nil:
		return draws(o.charStrings[g]), true
	}
	from, to := o.at(g)
	if to <= from || from+10 > len(o.glyf) {
		return false, true
	}
	// Some blanks have an outline of a single point.
	h := o.glyf[from:]
	return h.u16(0) != 0 && h.u16(2) != h.u16(6) && h.u16(4) != h.u16(8), true
}

// draws reports whether a Type 2 charstring (Adobe Technical Note 5177) draws
// a line or curve: itself, or in a subroutine that it calls from where it has
// moved to.
func draws(d data) bool {
	moved := false
	for i := 0; i < len(d); {
		switch b := d[i]; {
		case b >= 5 && b <= 8 || b >= 24 && b <= 27 || b == 30 || b == 31:
			return true
		case b == 12: // of the operators of two bytes the flexes draw
			if e := d.u8(i + 1); e >= 34 && e <= 37 {
				return true
			}
			i += 2
		case b == 4 || b == 21 || b == 22:
			moved = true
			i++
		case b == 10 || b == 29:
			if moved {
				return true
			}
			i++
		case b == 28:
			i += 3
		case b >= 247 && b <= 254:
			i += 2
		case b == 255:
			i += 5
		default:
			// What follows a hint mask cannot be told from operators here,
			// but a glyph with hints has something to hint.
			if b == 19 || b == 20 {
				return true
			}
			i++
		}
	}
	return false
}
