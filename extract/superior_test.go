package extract

import (
	"maps"
	"slices"
	"testing"

	"recount.invalid/recount/extract/internal/fontfile"
	"recount.invalid/recount/extract/object"
)

// face makes a font that is not in the file, with the digits of text by code, and
// their widths.
func face(text map[uint32]string, width map[uint32]float64) *composite {
	return &composite{toUnicode: &cmap{text: text}, width: width, dw: 1}
}

// standOf finds the raised glyphs of such a font.
func standOf(c *composite) map[uint32]setting {
	f := &file{reader: &memory{}}
	return c.stand(&program{file: f}, nil)
}

func TestSuperiorFiguresAreToldByTheirWidths(t *testing.T) {
	// Plain 0, 1, 2, 7 at codes 10 to 13, superior ones at 20 to 23; of 4 the
	// subset has the superior figure alone.
	text := map[uint32]string{10: "0", 11: "1", 12: "2", 13: "7", 20: "0", 21: "1", 22: "2", 23: "7", 24: "4", 30: "a"}
	width := map[uint32]float64{10: 0.47, 11: 0.36, 12: 0.46, 13: 0.44, 20: 0.32, 21: 0.30, 22: 0.30, 23: 0.29, 24: 0.31, 30: 0.30}
	got := standOf(face(text, width))
	want := map[uint32]setting{20: untold, 21: untold, 22: untold, 23: untold, 24: untold}
	if !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestOtherFiguresAreNotSuperior(t *testing.T) {
	for name, c := range map[string]*composite{
		"one set":               face(map[uint32]string{1: "1", 2: "2", 3: "3"}, map[uint32]float64{1: 0.3, 2: 0.5, 3: 0.5}),
		"old-style and tabular": face(map[uint32]string{1: "1", 2: "2", 3: "3", 11: "1", 12: "2", 13: "3"}, map[uint32]float64{1: 0.56, 2: 0.56, 3: 0.56, 11: 0.3, 12: 0.48, 13: 0.46}),
		"one narrow digit":      face(map[uint32]string{2: "2", 12: "2", 3: "3"}, map[uint32]float64{2: 0.5, 12: 0.3, 3: 0.5}),
		"no map":                {width: map[uint32]float64{1: 0.3}},
	} {
		if got := standOf(c); got != nil {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// drawnFace makes a font of characters and the heights between which their glyphs stand;
// the codes count from 1.
func drawnFace(glyphs ...any) ([]character, func(uint32) (fontfile.Shape, bool)) {
	var chars []character
	shapes := map[uint32]fontfile.Shape{}
	for i := 0; i < len(glyphs); i += 3 {
		code := uint32(len(chars) + 1)
		for _, r := range glyphs[i].(string) {
			chars = append(chars, character{code, r, 0.5})
		}
		shapes[code] = fontfile.Shape{Left: 50, Right: 300, Bottom: float64(glyphs[i+1].(int)), Top: float64(glyphs[i+2].(int))}
	}
	return chars, func(code uint32) (fontfile.Shape, bool) {
		s, ok := shapes[code]
		return s, ok
	}
}

func TestFiguresAreToldByWhatTheyDraw(t *testing.T) {
	for _, c := range []struct {
		name       string
		glyphs     []any
		referenced bool
		up, down   []uint32
	}{
		{"superior figures beside plain ones", []any{"1", 0, 670, "2", -10, 670, "1", 405, 812, "2", 405, 812}, false, []uint32{3, 4}, nil},
		{"a superior figure that has no plain one", []any{"H", 0, 650, "2", -10, 670, "7", 360, 690}, false, []uint32{3}, nil},
		{"nothing but superior figures", []any{"1", 360, 690, "2", 360, 690}, false, []uint32{1, 2}, nil},
		{"numerators", []any{"1", 0, 670, "1", 280, 720}, false, []uint32{2}, nil},
		{"numerators and a denominator", []any{"1", 260, 697, "2", 0, 424, "2", 272, 696}, false, []uint32{1, 3}, nil},
		{"letters with the figures", []any{"1", 0, 670, "a", -10, 460, "1", 360, 690, "a", 360, 640, "†", -200, 650, "†", 250, 690}, false, []uint32{3, 4, 6}, nil},
		{"letters alone, as ordinals have them", []any{"1", 0, 670, "t", -10, 560, "t", 420, 680}, false, []uint32{3}, nil},
		{"superior beside old-style figures", []any{"x", 0, 430, "1", 0, 440, "3", -180, 440, "6", -10, 610, "3", 360, 690}, false, []uint32{5}, nil},
		{"inferior figures", []any{"2", 0, 670, "2", -110, 240}, false, nil, []uint32{2}},
		{"old-style figures", []any{"0", -10, 440, "1", 0, 440, "2", 0, 440, "3", -180, 440, "4", -170, 440, "6", -10, 610, "7", -200, 440, "9", -190, 440}, false, nil, nil},
		{"old-style beside lining figures", []any{"0", -10, 610, "0", -10, 440, "3", -10, 610, "3", -180, 440}, false, nil, nil},
		{"figures of small capitals", []any{"1", 0, 670, "1", 0, 480, "H", 0, 670}, false, nil, nil},
		{"denominators", []any{"2", 0, 670, "2", 0, 350}, false, nil, nil},
		{"a raised hyphen is no figure", []any{"1", 0, 670, "-", 200, 260}, false, nil, nil},
		{"inferior figures without plain ones", []any{"2", -110, 240}, false, nil, nil},
		{"bitmaps without others on the base line", []any{"1", 360, 690, "2", 360, 690}, true, nil, nil},
		{"bitmaps with others on it", []any{"H", 0, 670, "2", 360, 690}, true, []uint32{2}, nil},
		{"a font whose units are others", []any{"1", 0, 1600, "7", 220, 1600, "3", -30, 1600}, false, nil, nil},
	} {
		chars, shape := drawnFace(c.glyphs...)
		var up, down []uint32
		for code, s := range stand(chars, shape, c.referenced) {
			if s.rise > 0 {
				up = append(up, code)
			} else {
				down = append(down, code)
			}
			if s.scale < 0.3 || s.scale > 0.8 {
				t.Errorf("%s: code %d as %v", c.name, code, s)
			}
		}
		slices.Sort(up)
		slices.Sort(down)
		if !slices.Equal(up, c.up) || !slices.Equal(down, c.down) {
			t.Errorf("%s: raised %v, lowered %v, want %v, %v", c.name, up, down, c.up, c.down)
		}
	}
}

func TestLongProgramsAreLookedAtOnSuspicionOnly(t *testing.T) {
	for name, c := range map[string]struct {
		chars []character
		want  bool
	}{
		"figures of one width":  {[]character{{1, '1', 0.5}, {2, '2', 0.5}, {3, '3', 0.5}}, false},
		"a narrow 1":            {[]character{{1, '1', 0.3}, {2, '2', 0.5}, {3, '3', 0.5}}, false},
		"two codes of a figure": {[]character{{1, '2', 0.5}, {2, '2', 0.5}}, true},
		"narrow figures":        {[]character{{2, '2', 0.3}, {3, '3', 0.3}}, true},
		"one narrow figure":     {[]character{{2, '2', 0.35}, {3, '3', 0.5}}, true},
	} {
		if got := suspicious(c.chars); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// superiorFont is a composite font, its program in the file, with x at code 1, the
// figures 2 to 4 at codes 2 to 4 and superior ones at 5 to 7, a comma at 8, a stroke at
// 9, a superior t at 10 and an inferior 2 at 11.
func superiorFont(toUnicode *object.Stream) object.Dict {
	program := boxed([2]int{}, [2]int{0, 430}, [2]int{0, 650}, [2]int{-10, 650}, [2]int{0, 650}, [2]int{360, 690}, [2]int{360, 690},
		[2]int{355, 690}, [2]int{-120, 100}, [2]int{-20, 660}, [2]int{370, 680}, [2]int{-110, 220})
	return object.Dict{"Subtype": object.Name("Type0"), "Encoding": object.Name("Identity-H"), "ToUnicode": toUnicode,
		"DescendantFonts": object.Array{object.Dict{"Subtype": object.Name("CIDFontType2"),
			"W":              object.Array{int64(0), numbers(500, 500, 500, 500, 500, 300, 300, 300, 200, 200, 300, 300)},
			"FontDescriptor": object.Dict{"FontFile2": stream(object.Dict{"Length1": int64(len(program))}, program)}}}}
}

func TestFiguresThatAreDrawnRaised(t *testing.T) {
	plain := []string{"0001", "0078", "0002", "0032", "0003", "0033", "0004", "0034", "0005", "0032", "0006", "0033", "0007", "0034",
		"0008", "002C", "0009", "002F", "000A", "0074", "000B", "0032"}
	for _, c := range []struct{ name, content, want string }{
		{"a figure behind a word", in10("0001000100020005"), "xx2|^2"},
		{"in a string of its own", "BT /F 10 Tf 50 700 Td <00010002> Tj <0005> Tj <0001> Tj ET", "x2|^2|x"},
		{"two figures", in10("000100050006"), "x|^23"},
		{"a list with a comma on the line", in10("0001000500080007"), "x|^2,4"},
		{"a comma in a string of its own", "BT /F 10 Tf 50 700 Td <00010005> Tj <0008> Tj <0007> Tj ET", "x|^2,4"},
		{"a comma that was raised by itself", "BT /F 10 Tf 50 700 Td <00010005> Tj 3 Ts /F 6 Tf <0008> Tj 0 Ts /F 10 Tf <0007> Tj ET", "x|^2,4"},
		{"a comma that belongs to the line", in10("00010005000800010006"), "x|^2|,x|^3"},
		{"a fraction", in10("000200050009000B0001"), "22/2x"},
		{"a fraction with a plain denominator", in10("0005000900040001"), "2/4x"},
		{"an ordinal", in10("0003000A"), "3|^t"},
		{"an inferior figure", in10("0001000B0001"), "x|_2|x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantRuns(t, withFont(superiorFont(bfchars(plain...)), c.content).read(t), c.want)
		})
	}
}

// Where the map has Unicode's raised figures and what was typed is stated beside them,
// they stay raised; the numerator of a fraction is no marker.
func TestRaisedFiguresOfUnicode(t *testing.T) {
	raised := bfchars("0001", "0078", "0002", "0032", "0005", "00B2", "0009", "2044", "000B", "2082")
	for _, c := range []struct{ content, want string }{
		{"BT /F 10 Tf 50 700 Td <00010002> Tj /Span <</ActualText (2)>> BDC <0005> Tj EMC ET", "x2|²"},
		{"BT /F 10 Tf 50 700 Td <0001> Tj /Span <</ActualText (2)>> BDC <000B> Tj EMC ET", "x2"},
		{in10("0002000500010001"), "2|²|xx"},
		{in10("000100050009000B0001"), "x²⁄₂x"},
	} {
		wantRuns(t, withFont(superiorFont(raised), c.content).read(t), c.want)
	}
}

// A simple font whose program is not in the file draws what its glyphs are called.
func TestFiguresThatAreCalledRaised(t *testing.T) {
	f := simpleFont("Helvetica")
	f["Encoding"] = object.Dict{"Differences": object.Array{int64(1), object.Name("twosuperior"), object.Name("three.superior")}}
	f["ToUnicode"] = bfchars("01", "0032", "02", "0033", "41", "0041")
	wantRuns(t, withFont(f, "BT /F 10 Tf 50 700 Td (A\\001\\002) Tj ET").read(t), "A|^23")
}

// Bitmaps and drawings say how far they reach.
func TestRaisedFiguresOfType3(t *testing.T) {
	f := object.Dict{"Subtype": object.Name("Type3"), "FontMatrix": numbers(0.001, 0, 0, 0.001, 0, 0), "FontBBox": numbers(0, 0, 1000, 1000),
		"Encoding":  object.Dict{"Differences": object.Array{int64(1), object.Name("g1"), object.Name("g2"), object.Name("g3")}},
		"FirstChar": int64(1), "Widths": numbers(600, 500, 300), "ToUnicode": bfchars("01", "0041", "02", "0032", "03", "0032"),
		"CharProcs": object.Dict{"g1": stream(nil, "600 0 0 0 500 650 d1 0 0 500 650 re f"), "g2": stream(nil, "500 0 0 0 450 650 d1 0 0 450 650 re f"),
			"g3": stream(nil, "300 0 0 360 280 690 d1 0 360 280 330 re f")}}
	wantRuns(t, withFont(f, in10("010203")).read(t), "A2|^2")
}
