package fontfile

import "strconv"

// Operators of dictionaries that say how wide glyphs are (Adobe Technical Note 5176,
// sections 9 and 15).
const (
	opPrivate      = 18
	opDefaultWidth = 20
	opNominalWidth = 21
	opFontMatrix   = 1200 + 7
	opFDArray      = 1200 + 36
	opFDSelect     = 1200 + 37
)

// cffAdvances reads how far the glyphs of a CFF program move the pen, by glyph index,
// in thousandths of the em. Glyphs of which that is not said plainly are left out; nil
// where the program has other units or cannot be read.
func cffAdvances(program []byte) map[int]float64 {
	d, top, _ := openCFF(program)
	if top == nil {
		return nil
	}
	if _, scaled := top[opFontMatrix]; scaled {
		return nil
	}
	charStrings, _ := index(d, top[opCharStrings])
	tops := topOf(d)
	privates := []private{readPrivate(d, tops)}
	var which []int
	if _, keyed := top[opROS]; keyed {
		fonts, _ := index(d, top[opFDArray])
		privates = privates[:0]
		for _, f := range fonts {
			if _, scaled := topDict(f)[opFontMatrix]; scaled {
				return nil
			}
			privates = append(privates, readPrivate(d, f))
		}
		which = fdSelect(d, top[opFDSelect], len(charStrings))
	}
	out := make(map[int]float64, len(charStrings))
	for g, s := range charStrings {
		n := 0
		if which != nil {
			n = which[g]
		}
		if n >= len(privates) || !privates[n].known {
			continue
		}
		if w, stated, ok := charStringWidth(s); ok && stated {
			out[g] = privates[n].nominal + w
		} else if ok {
			out[g] = privates[n].usual
		}
	}
	return out
}

// topOf is the bytes of the top dictionary.
func topOf(d data) data {
	_, at := index(d, d.u8(2))
	tops, _ := index(d, at)
	if len(tops) == 0 {
		return nil
	}
	return tops[0]
}

// private is what a private dictionary says of widths.
type private struct {
	known          bool
	usual, nominal float64
}

// readPrivate finds the private dictionary that another one names by its size and
// its offset.
func readPrivate(d, dict data) private {
	v := operandsOf(dict, opPrivate)
	if len(v) != 2 {
		return private{}
	}
	size, at := int(v[0]), int(v[1])
	if size < 0 || at < 0 || at+size > len(d) || at+size < at {
		return private{}
	}
	p := private{known: true}
	b := d[at : at+size]
	if v := operandsOf(b, opDefaultWidth); len(v) == 1 {
		p.usual = v[0]
	}
	if v := operandsOf(b, opNominalWidth); len(v) == 1 {
		p.nominal = v[0]
	}
	return p
}

// operandsOf reads the operands of one operator; nil where the dictionary has it not,
// or one of them is no whole number.
func operandsOf(d data, operator int) []float64 {
	v, whole := operands(d, operator)
	if !whole {
		return nil
	}
	return v
}

// realOperands is operandsOf for numbers of any kind.
func realOperands(d data, operator int) []float64 {
	v, _ := operands(d, operator)
	return v
}

// operands reads the operands of one operator, and whether all are whole numbers; none
// where the dictionary has it not.
func operands(d data, operator int) (stack []float64, whole bool) {
	whole = true
	for i := 0; i < len(d); {
		b := d.u8(i)
		if b <= 21 {
			op := b
			if b == 12 {
				op = 1200 + d.u8(i+1)
				i++
			}
			if op == operator {
				return stack, whole
			}
			stack, whole = stack[:0], true
			i++
			continue
		}
		if b == 30 {
			v, n := realNumber(d[i:])
			stack, whole = append(stack, v), false
			i += n
			continue
		}
		v, n := dictNumber(d[i:])
		stack = append(stack, float64(v))
		i += n
	}
	return nil, true
}

// realNumber reads a number of figures, which are half bytes up to 0xf (section 4), and
// how many bytes it has; one that is none is 0.
func realNumber(d data) (v float64, n int) {
	var text []byte
	for n = 1; n < len(d); n++ {
		for _, half := range [2]byte{d[n] >> 4, d[n] & 0xf} {
			if half == 0xf {
				v, _ = strconv.ParseFloat(string(text), 64)
				return v, n + 1
			}
			text = append(text, realFigures[half]...)
		}
	}
	return 0, n
}

var realFigures = [16]string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "E", "E-", "", "-"}

// dictNumber reads a whole number of a dictionary and how many bytes it has.
func dictNumber(d data) (v, n int) {
	switch b := d.u8(0); {
	case b == 28:
		return int(int16(d.u16(1))), 3
	case b == 29:
		return int(int32(d.u32(1))), 5
	case b >= 32 && b <= 246:
		return b - 139, 1
	case b >= 247 && b <= 250:
		return (b-247)*256 + d.u8(1) + 108, 2
	case b >= 251 && b <= 254:
		return -(b-251)*256 - d.u8(1) - 108, 2
	}
	return 0, 1
}

// fdSelect gives the font dictionary of each glyph (section 19).
func fdSelect(d data, at, glyphs int) []int {
	out := make([]int, glyphs)
	switch d.u8(at) {
	case 0:
		for g := range out {
			out[g] = d.u8(at + 1 + g)
		}
	case 3:
		ranges := d.u16(at + 1)
		for i := range ranges {
			from, to := d.u16(at+3+3*i), d.u16(at+6+3*i)
			for g := from; g < to && g < glyphs; g++ {
				out[g] = d.u8(at + 5 + 3*i)
			}
		}
	}
	return out
}

// charStringWidth reads the number before the operands of the first operator that takes
// all of them, which is the glyph's width less the nominal one; stated is false where
// there is none (Adobe Technical Note 5177, section 3.1). ok is false where it cannot be
// told without following subroutines.
func charStringWidth(d data) (w float64, stated, ok bool) {
	var first float64
	count := 0
	for i := 0; i < len(d); {
		b := d.u8(i)
		var v float64
		n := 1
		switch {
		case b == 28:
			v, n = float64(int16(d.u16(i+1))), 3
		case b == 255:
			v, n = float64(int32(d.u32(i+1)))/65536, 5
		case b >= 32:
			whole, length := dictNumber(d[i:])
			v, n = float64(whole), length
		case b == 1 || b == 3 || b == 18 || b == 23 || b == 19 || b == 20: // stems and masks of them
			return first, count%2 == 1, true
		case b == 21: // rmoveto
			return first, count > 2, true
		case b == 4 || b == 22: // vmoveto, hmoveto
			return first, count > 1, true
		case b == 14: // endchar
			return first, count == 1 || count == 5, true
		default:
			return 0, false, false
		}
		if count == 0 {
			first = v
		}
		count++
		i += n
	}
	return 0, false, false
}
