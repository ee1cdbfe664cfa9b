package fontfile

// Advances tells how wide the glyphs of a TrueType, OpenType or CFF program are.
type Advances struct {
	hmtx  data
	glyph int // how many have an advance of their own; the others have the last one's
	unit  int // units of the em

	cff map[int]float64 // of a bare CFF program
}

// ReadAdvances finds the advances of a program; nil where there are none.
func ReadAdvances(program []byte) *Advances {
	d := data(program)
	a := &Advances{hmtx: table(d, "hmtx"), glyph: table(d, "hhea").u16(34), unit: table(d, "head").u16(18)}
	if a.glyph == 0 || a.unit == 0 || len(a.hmtx) < 4*a.glyph {
		if cff := cffAdvances(program); cff != nil {
			return &Advances{cff: cff}
		}
		return nil
	}
	return a
}

// Of is the advance of glyph g in thousandths of the em; ok is false for a number
// that is none, for a glyph that stands behind the advances and takes the last
// of them (some writers of parts of fonts count one advance too few), and for one that
// does not say it plainly.
func (a *Advances) Of(g int) (width float64, ok bool) {
	if a != nil && a.cff != nil {
		width, ok = a.cff[g]
		return width, ok
	}
	if a == nil || g < 0 || g >= a.glyph {
		return 0, false
	}
	return 1000 * float64(a.hmtx.u16(4*g)) / float64(a.unit), true
}
