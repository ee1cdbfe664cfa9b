package extract

import (
	"testing"

	"recount.invalid/recount/extract/object"
)

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
