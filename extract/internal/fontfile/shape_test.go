package fontfile

import (
	"fmt"
	"slices"
	"testing"
)

// num writes small numbers as both kinds of charstrings have them.
func num(v ...int) (b []byte) {
	for _, n := range v {
		switch {
		case n >= -107 && n <= 107:
			b = append(b, byte(n+139))
		case n > 0:
			b = append(b, byte(247+(n-108)>>8), byte(n-108))
		default:
			b = append(b, byte(251+(-n-108)>>8), byte(-n-108))
		}
	}
	return b
}

// then is numbers and an operator behind each list.
func then(parts ...[]byte) []byte { return slices.Concat(parts...) }

func op(o int, v ...int) []byte { return append(num(v...), byte(o)) }

// extent is a shape without its sum.
func extent(s Shape) string { return fmt.Sprint(s.Left, s.Bottom, s.Right, s.Top) }

// type2 is a CFF program of these charstrings, with subroutines 0, for all fonts, and 0
// of the font.
func type2(global, local []byte, glyphs ...[]byte) []byte {
	private := append(int5(6), opSubrs) // right behind itself
	head := []byte{1, 0, 4, 2}
	name, none := cffIndex([]byte("Own")), cffIndex()
	dict := func(charStrings, at int) []byte {
		return slices.Concat(int5(charStrings), []byte{opCharStrings}, int5(len(private)), int5(at), []byte{opPrivate})
	}
	subrs := cffIndex(local)
	start := len(head) + len(name) + len(cffIndex(dict(0, 0))) + len(none) + len(cffIndex(global))
	return slices.Concat(head, name, cffIndex(dict(start+len(private)+len(subrs), start)), none, cffIndex(global),
		private, subrs, cffIndex(glyphs...))
}

// A box from 100, 300 to 200, 700, and other drawings.
func TestType2Shapes(t *testing.T) {
	box := op(6, 100, 400, -100)
	for _, c := range []struct {
		name string
		in   []byte
		want string
	}{
		{"lines in turn", then(op(21, 100, 300), box, op(14)), "100 300 200 700"},
		{"a width in front", then(op(21, 50, 100, 300), box, op(14)), "100 300 200 700"},
		{"single lines", then(op(21, 100, 300), op(5, 100, 0, 0, 400, -100, 0), op(14)), "100 300 200 700"},
		{"stems and a mask", then(op(18, 10, 20, 30, 20), append(op(19, 5, 5, 60, 5), 0xf0), op(22, 100), op(4, 300), box, op(14)), "100 300 200 700"},
		{"a subroutine of the font", then(op(21, 100, 300), op(10, -107), op(14)), "100 300 200 700"},
		{"a subroutine of all", then(op(21, 100, 300), op(29, -107), op(14)), "100 300 200 701"},
		{"curves", then(op(21, 100, 300), op(8, 10, 0, 20, 30, 0, 40), op(14)), "100 300 130 370"},
		{"curves in turn", then(op(22, 100), op(31, 10, 20, 30, 40, 5), op(14)), "100 0 135 70"},
		{"curves in turn from below", then(op(22, 100), op(30, 10, 20, 30, 40), op(14)), "100 0 160 40"},
		{"level curves", then(op(22, 100), op(27, 7, 10, 20, 30, 40), op(14)), "100 0 170 37"},
		{"upright curves", then(op(22, 100), op(26, 7, 10, 20, 30, 40), op(14)), "100 0 127 80"},
		{"curves and a line", then(op(22, 100), op(24, 1, 1, 1, 1, 1, 1, 50, 50), op(14)), "100 0 153 53"},
		{"a line and a curve", then(op(22, 100), op(25, 50, 50, 1, 1, 1, 1, 1, 1), op(14)), "100 0 153 53"},
		{"a bend", then(op(22, 100), append(num(10, 20, 30, 40, 50, 60, 70), 12, 34), op(14)), "100 0 350 30"},
		{"a bend in full", then(op(22, 100), append(num(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 50), 12, 35), op(14)), "100 0 106 6"},
		{"a bend with one height", then(op(22, 100), append(num(1, 2, 3, 4, 5, 6, 7, 8, 9), 12, 36), op(14)), "100 0 131 14"},
		{"a bend to its height", then(op(22, 100), append(num(10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10), 12, 37), op(14)), "100 0 160 5"},
		{"nothing", op(14), ""},
		{"a move", then(op(21, 100, 300), op(14)), ""},
		{"a subroutine that is none", then(op(21, 100, 300), op(10, 50), op(14)), ""},
		{"arithmetic", then(op(21, 100, 300), append(num(1, 2), 12, 10), box, op(14)), ""},
		{"put together from others", then(op(14, 0, 0, 65, 66)), ""},
		{"an operator that is none", then(op(21, 100, 300), op(9), op(14)), ""},
	} {
		program := type2(op(6, 100, 401, -100), append(slices.Clone(box), 11), c.in)
		s, ok := ReadOutlines(program).Shape(0)
		if ok != (c.want != "") || ok && extent(s) != c.want {
			t.Errorf("%s: %s %v, want %s", c.name, extent(s), ok, c.want)
		}
	}
	again := type2(nil, op(10, -107), then(op(21, 100, 300), op(10, -107)))
	if s, ok := ReadOutlines(again).Shape(0); ok {
		t.Error("a subroutine that calls itself:", s)
	}
}

func TestSumsOfShapes(t *testing.T) {
	box, other := op(6, 100, 400, -100), op(6, 100, 401, -100)
	o := ReadOutlines(type2(nil, nil, then(op(21, 100, 300), box, op(14)), then(op(22, 50), box, op(14)), then(op(22, 50), other, op(14))))
	a, _ := o.Shape(0)
	b, _ := o.Shape(1)
	c, _ := o.Shape(2)
	if a.Sum != b.Sum || a.Sum == c.Sum {
		t.Errorf("%x, moved %x, other %x", a.Sum, b.Sum, c.Sum)
	}
}

func TestType1Shapes(t *testing.T) {
	hsbw := op(commandHSBW, 100, 500)
	box := then(op(6, 100), op(7, 400), op(6, -100), op(9))
	point := func(x, y int) []byte {
		return then(op(21, x, y), append(num(0, 2), commandEscape, 16)) // 0 2 callothersubr
	}
	bend := then(append(num(0, 1), commandEscape, 16), point(10, 0), point(0, 0), point(10, 5), point(10, 0), point(10, 0), point(10, -5), point(10, 0),
		append(num(50, 160, 0, 3, 0), commandEscape, 16), []byte{commandEscape, 17, commandEscape, 17, commandEscape, 33})
	for _, c := range []struct {
		name string
		in   []byte
		want string
	}{
		{"a box", then(hsbw, op(4, 300), box, op(14)), "100 300 200 700"},
		{"a box by other operators", then(hsbw, op(1, 0, 20), op(21, 0, 300), op(5, 100, 0), op(5, 0, 400), op(9), op(14)), "100 300 200 700"},
		{"both sides stated", then(append(num(100, 0, 500, 0), commandEscape, escapeSBW), op(4, 300), box, op(14)), "100 300 200 700"},
		{"a quotient", then(hsbw, append(num(600, 2), commandEscape, escapeDiv, 4), box, op(14)), "100 300 200 700"},
		{"curves", then(hsbw, op(8, 10, 0, 20, 30, 0, 40), op(30, 10, 20, 30, 40), op(31, 10, 20, 30, 40), op(14)), "100 0 220 180"},
		{"a bend", then(hsbw, bend, op(14)), "100 0 160 5"},
		{"a blank", then(hsbw, op(14)), ""},
		{"put together from others", then(hsbw, append(num(0, 0, 0, 65, 66), commandEscape, 6)), ""},
		{"too few numbers", then(hsbw, op(8, 1, 2), op(14)), ""},
	} {
		o, names := ReadType1(type1(false, charstring{"one", c.in}))
		if len(names) != 1 || names[0] != "one" {
			t.Fatalf("%s: names %q", c.name, names)
		}
		s, ok := o.Shape(0)
		if ok != (c.want != "") || ok && extent(s) != c.want {
			t.Errorf("%s: %s %v, want %s", c.name, extent(s), ok, c.want)
		}
	}
	if o, _ := ReadType1([]byte("eexec nothing that could be one")); o != nil {
		t.Error("outlines of no program")
	}
}

func TestType1Subroutines(t *testing.T) {
	subr := encipher(append([]byte("0000"), then(op(6, 100), op(7, 400), op(11))...), charstringKey)
	hints := encipher([]byte{'0', '0', '0', '0', 11}, charstringKey)
	code := encipher(append([]byte("0000"), then(op(commandHSBW, 100, 500), append(num(4, 1, 3), commandEscape, 16, commandEscape, 17), op(10), op(4, 300), op(10, 1), op(14))...), charstringKey)
	private := fmt.Sprintf("0000/lenIV 4 def /Subrs 4 array\ndup 3 %d RD %s NP\ndup 1 %d RD %s NP\nND\n/CharStrings 1 dict dup begin\n/one %d RD %s ND\nend",
		len(hints), hints, len(subr), subr, len(code), code)
	program := append([]byte("/FontMatrix [0.0005 0 0 0.0005 0 0] readonly def\neexec\n"), encipher([]byte(private), eexecKey)...)
	o, _ := ReadType1(program)
	if s, ok := o.Shape(0); !ok || extent(s) != "50 150 100 350" {
		t.Errorf("%s %v", extent(s), ok)
	}
}

func TestTrueTypeShapes(t *testing.T) {
	// Two glyphs of one drawing with other instructions, one of another, one that draws nothing.
	glyph := func(instruction, x int) []byte {
		return slices.Concat(be16(1, 50, 200, 550, 260), be16(0), be16(2, instruction), be16(x), be16(0))
	}
	glyf := slices.Concat(glyph(7, 1), glyph(9, 1), glyph(7, 2))
	n := len(glyph(0, 0)) / 2
	head := make([]byte, 54)
	head[18], head[19] = 2000>>8, 2000&0xff
	o := ReadOutlines(sfnt(map[string][]byte{"glyf": glyf, "loca": be16(0, n, 2*n, 3*n, 3*n), "head": head}))
	a, ok := o.Shape(0)
	b, _ := o.Shape(1)
	c, _ := o.Shape(2)
	if !ok || extent(a) != "25 100 275 130" || a.Sum != b.Sum || a.Sum == c.Sum {
		t.Errorf("%s %x %x %x", extent(a), a.Sum, b.Sum, c.Sum)
	}
	for _, g := range []int{-1, 3, 4, 1 << 20} {
		if s, ok := o.Shape(g); ok {
			t.Errorf("glyph %d: %v", g, s)
		}
	}
}

func TestRealNumbers(t *testing.T) {
	for _, c := range []struct {
		in   []byte
		want float64
		n    int
	}{
		{[]byte{30, 0xe2, 0xa2, 0x5f}, -2.25, 4},
		{[]byte{30, 0x0a, 0x14, 0x05, 0x41, 0xc3, 0xff}, 0.140541e-3, 7},
		{[]byte{30, 0x5b, 0x2f}, 500, 3},
		{[]byte{30, 0x12}, 0, 2},
	} {
		if v, n := realNumber(c.in); v != c.want || n != c.n {
			t.Errorf("%x: %v %d", c.in, v, n)
		}
	}
}
