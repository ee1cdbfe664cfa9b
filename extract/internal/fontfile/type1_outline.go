package fontfile

import (
	"bytes"
	"strconv"
)

// ReadType1 finds the outlines of a Type 1 program and the names of their glyphs, in
// the same order; nil where it cannot be read.
func ReadType1(program []byte) (o *Outlines, names []string) {
	private, lead := openType1(program)
	glyphs := type1Glyphs(private, lead)
	if len(glyphs) == 0 {
		return nil, nil
	}
	names = make([]string, len(glyphs))
	for g := range glyphs {
		names[g] = glyphs[g].name
	}
	return &Outlines{glyphs: len(glyphs), type1: &type1Outlines{glyphs, type1Subrs(private, lead), type1Unit(program)}}, names
}

// type1Unit is how many thousandths of the em a unit of the program is.
func type1Unit(program []byte) float64 {
	const key = "/FontMatrix"
	i := bytes.Index(program, []byte(key))
	if i < 0 {
		return 1000 * usualUnit
	}
	text := program[i+len(key) : min(len(program), i+200)]
	words := bytes.FieldsFunc(text, func(r rune) bool { return bytes.ContainsRune([]byte(" []{}\r\n\t"), r) })
	if len(words) < 4 {
		return 1000 * usualUnit
	}
	if v, err := strconv.ParseFloat(string(words[3]), 64); err == nil && v > 0 && v < 1 {
		return 1000 * v
	}
	return 1000 * usualUnit
}

// type1Subrs reads the subroutines of the private part of a Type 1 program, which stand
// in front of its charstrings: dup 5 123 RD 123 bytes NP.
func type1Subrs(private []byte, lead int) []data {
	at := bytes.Index(private, []byte("/Subrs"))
	if at < 0 {
		return nil
	}
	rest := private[at+len("/Subrs"):]
	var subrs []data
	for len(subrs) < mostCharstrings {
		dup := bytes.Index(rest, []byte("dup "))
		if dup < 0 || dup > farthestSubr {
			break
		}
		fields := bytes.SplitN(rest[dup:min(len(rest), dup+200)], []byte(" "), 5)
		if len(fields) < 5 {
			break
		}
		number, err := strconv.Atoi(string(fields[1]))
		n, err2 := strconv.Atoi(string(fields[2]))
		from := dup + len("dup ") + len(fields[1]) + 1 + len(fields[2]) + 1 + len(fields[3]) + 1
		if err != nil || err2 != nil || number < 0 || number >= mostCharstrings || n < lead || n > len(rest)-from {
			break
		}
		for len(subrs) <= number {
			subrs = append(subrs, nil)
		}
		subrs[number] = decipher(rest[from:from+n], charstringKey)[lead:]
		rest = rest[from+n:]
	}
	return subrs
}

// farthestSubr is how far behind a subroutine the next one begins, in bytes, at most.
const farthestSubr = 64

// type1Outlines are the glyphs of a Type 1 program and their subroutines.
type type1Outlines struct {
	glyphs []type1Glyph
	subrs  []data
	unit   float64
}

// shape follows a glyph's charstring.
func (o *type1Outlines) shape(g int) (Shape, bool) {
	r := type1Run{trace: newTrace(o.unit), subrs: o.subrs}
	if !r.run(o.glyphs[g].code, 0) {
		return Shape{}, false
	}
	return r.trace.done()
}

// type1Run carries out a Type 1 charstring (Adobe Type 1 Font Format, chapter 6).
type type1Run struct {
	trace *trace
	subrs []data
	stack []float64
	post  []float64 // what subroutines in PostScript have left
	bends []float64 // the points of a flex that is being drawn
	flex  bool
	steps int
	ended bool
}

func (r *type1Run) run(d data, depth int) bool {
	if depth > maxCalls {
		return false
	}
	for i := 0; i < len(d) && !r.ended; {
		if r.steps++; r.steps > maxSteps || len(r.stack) > maxStack {
			return false
		}
		b := d.u8(i)
		switch {
		case b == 255:
			r.stack = append(r.stack, float64(int32(d.u32(i+1))))
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
		case 10: // callsubr
			n := len(r.stack) - 1
			if n < 0 {
				return false
			}
			at := int(r.stack[n])
			r.stack = r.stack[:n]
			if at < 0 || at >= len(r.subrs) || !r.run(r.subrs[at], depth+1) {
				return false
			}
			continue
		case 11: // return
			return true
		case commandEscape:
			e := d.u8(i)
			i++
			if keep, ok := r.escape(e); !ok {
				return false
			} else if keep {
				continue
			}
		default:
			if !r.draw(b) {
				return false
			}
		}
		r.stack = r.stack[:0]
	}
	return true
}

// draw carries out an operator that takes all numbers in front of it.
func (r *type1Run) draw(op int) bool {
	t, v := r.trace, r.stack
	need := map[int]int{4: 1, 5: 2, 6: 1, 7: 1, 8: 6, commandHSBW: 2, 21: 2, 22: 1, 30: 4, 31: 4}[op]
	if len(v) < need {
		return false
	}
	switch op {
	case 1, 3, 9: // stems, the end of a contour
	case 4:
		r.move(0, v[0])
	case 21:
		r.move(v[0], v[1])
	case 22:
		r.move(v[0], 0)
	case 5:
		t.line(v[0], v[1])
	case 6:
		t.line(v[0], 0)
	case 7:
		t.line(0, v[0])
	case 8:
		t.curve([6]float64(v))
	case 30, 31:
		t.turns(v[:4], op == 31)
	case commandHSBW:
		t.x = v[0]
	case 14:
		r.ended = true
	default:
		return false
	}
	return true
}

// move goes on without drawing; within a flex it gives one of its points.
func (r *type1Run) move(dx, dy float64) {
	if r.flex {
		r.bends = append(r.bends, dx, dy)
		return
	}
	r.trace.move(dx, dy)
}

// escape carries out an operator of two bytes; keep says that the numbers stay.
func (r *type1Run) escape(op int) (keep, ok bool) {
	n := len(r.stack)
	switch op {
	case 0, 1, 2: // dots, stems in threes
	case escapeSBW:
		if n < 4 {
			return false, false
		}
		r.trace.x, r.trace.y = r.stack[0], r.stack[1]
	case escapeDiv:
		if n < 2 || r.stack[n-1] == 0 {
			return false, false
		}
		r.stack[n-2] /= r.stack[n-1]
		r.stack = r.stack[:n-1]
		return true, true
	case 16: // callothersubr
		return true, r.other()
	case 17: // pop
		if len(r.post) == 0 {
			return false, false
		}
		r.stack = append(r.stack, r.post[len(r.post)-1])
		r.post = r.post[:len(r.post)-1]
		return true, true
	case 33: // setcurrentpoint, behind a flex
	default:
		return false, false // letters put together from others
	}
	return false, true
}

// flexPoints is how many points a flex has: one that the others refer to, and those
// of two curves.
const flexPoints = 7

// other carries out a subroutine in PostScript (chapter 8): those of flex, and the one
// that changes hints. Of any other what it was given comes back.
func (r *type1Run) other() bool {
	n := len(r.stack)
	if n < 2 {
		return false
	}
	which, count := int(r.stack[n-1]), int(r.stack[n-2])
	n -= 2
	if count < 0 || count > n {
		return false
	}
	args := r.stack[n-count:]
	r.stack = r.stack[:n-count]
	switch which {
	case 0: // the end of a flex
		b := r.bends
		r.flex, r.bends = false, nil
		if len(b) != 2*flexPoints {
			return false
		}
		r.trace.curve([6]float64{b[0] + b[2], b[1] + b[3], b[4], b[5], b[6], b[7]})
		r.trace.curve([6]float64(b[8:]))
		r.post = []float64{r.trace.y, r.trace.x}
	case 1:
		r.flex, r.bends = true, r.bends[:0]
	case 2:
	case 3:
		r.post = []float64{3}
	default:
		r.post = r.post[:0]
		for i := len(args) - 1; i >= 0; i-- {
			r.post = append(r.post, args[i])
		}
	}
	return len(r.bends) <= 2*flexPoints
}
