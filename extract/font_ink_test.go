package extract

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/extract/object"
)

// outlined is a TrueType program whose glyph 0 and glyphs named in blank draw
// nothing, and whose others draw a box. chars maps characters to glyphs.
func outlined(glyphs int, blank []int, chars map[int]int) string {
	var glyf, loca []byte
	for g := range glyphs {
		loca = append(loca, be(len(glyf)/2)...)
		switch {
		case slices.Contains(blank, g):
			glyf = append(glyf, be(1, 100, 0, 100, 0, 0)...) // a single point, as some fonts' blanks have it
		case g > 0:
			glyf = append(glyf, be(1, 50, 200, 550, 260, 0)...)
		}
	}
	loca = append(loca, be(len(glyf)/2)...)
	sub := append(be(6, 0, 0, 0, 256), be(make([]int, 256)...)...)
	for c, g := range chars {
		binary.BigEndian.PutUint16(sub[10+2*c:], uint16(g))
	}
	return trueType(fontTable{"cmap", slices.Concat(be(0, 1, 3, 1, 0, 12), sub)},
		fontTable{"glyf", glyf}, fontTable{"head", make([]byte, 54)}, fontTable{"loca", loca})
}

// boxed is a TrueType program of a thousand units whose glyphs stand between these
// heights; glyphs without any draw nothing.
func boxed(heights ...[2]int) string {
	var glyf, loca []byte
	for g, h := range heights {
		loca = append(loca, be(len(glyf)/2)...)
		if h[0] < h[1] {
			glyf = append(glyf, be(1, 50, h[0], 300, h[1], g)...)
		}
	}
	head := make([]byte, 54)
	binary.BigEndian.PutUint16(head[18:], 1000)
	return trueType(fontTable{"glyf", glyf}, fontTable{"head", head}, fontTable{"loca", append(loca, be(len(glyf)/2)...)})
}

func be(v ...int) (b []byte) {
	for _, n := range v {
		b = binary.BigEndian.AppendUint16(b, uint16(n))
	}
	return b
}

type fontTable struct {
	tag  string
	data []byte
}

// trueType is a program of some tables.
func trueType(tables ...fontTable) string {
	out := be(1, 0, len(tables), 0, 0, 0)
	at := 12 + 16*len(tables)
	for _, t := range tables {
		out = slices.Concat(out, []byte(t.tag), be(0, 0, 0, at, 0, len(t.data)))
		at += len(t.data)
	}
	for _, t := range tables {
		out = append(out, t.data...)
	}
	return string(out)
}

func bfchars(pairs ...string) *object.Stream {
	var b strings.Builder
	fmt.Fprintf(&b, "%d beginbfchar\n", len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		fmt.Fprintf(&b, "<%s> <%s>\n", pairs[i], pairs[i+1])
	}
	return stream(nil, b.String()+"endbfchar")
}

// TestGlyphsWithInkThatAreCalledBlank holds that what draws something is no
// blank, whatever ToUnicode says, and that a blank stays one.
func TestGlyphsWithInkThatAreCalledBlank(t *testing.T) {
	cid := func(program string, toUnicode object.Object, more object.Dict) object.Dict {
		d := object.Dict{"Subtype": object.Name("CIDFontType2"), "W": object.Array{int64(0), numbers(600, 600, 600, 600, 600)},
			"FontDescriptor": object.Dict{"FontFile2": stream(nil, program)}}
		for k, v := range more {
			d[k] = v
		}
		return object.Dict{"Subtype": object.Name("Type0"), "Encoding": object.Name("Identity-H"),
			"DescendantFonts": object.Array{d}, "ToUnicode": toUnicode}
	}
	simple := func(subtype string, more object.Dict) object.Dict {
		d := object.Dict{"Subtype": object.Name(subtype), "BaseFont": object.Name("ABCDEF+Own"), "FirstChar": int64(0),
			"Widths": numbers(slices.Repeat([]float64{600}, 256)...)}
		for k, v := range more {
			d[k] = v
		}
		return d
	}
	differences := func(at int64, names ...string) object.Dict {
		a := object.Array{at}
		for _, n := range names {
			a = append(a, object.Name(n))
		}
		return object.Dict{"Differences": a}
	}
	// Glyph 1 is the one in question, 2 and 3 are A and B, 4 is a blank.
	silent := outlined(5, []int{4}, map[int]int{'A': 2, 'B': 3, ' ': 4})
	speaks := outlined(5, []int{4}, map[int]int{'-': 1, 'A': 2, 'B': 3, ' ': 4})
	contradicts := outlined(5, []int{4}, map[int]int{'-': 1, 'C': 2, 'D': 3, ' ': 4})
	letters := []string{"0002", "0041", "0003", "0042", "0004", "0020"}
	const shown = "00020001000300040002"
	for _, c := range []struct {
		name string
		font object.Dict
		hex  string
		want string
	}{
		{"composite, space, the program's cmap", cid(speaks, bfchars(append(letters, "0001", "0020")...), nil), shown, "A-B A"},
		{"composite, no-break space", cid(speaks, bfchars(append(letters, "0001", "00A0")...), nil), shown, "A-B A"},
		{"composite, thin space", cid(speaks, bfchars(append(letters, "0001", "2009")...), nil), shown, "A-B A"},
		{"composite, zero width space", cid(speaks, bfchars(append(letters, "0001", "200B")...), nil), shown, "A-B A"},
		{"composite, control character", cid(speaks, bfchars(append(letters, "0001", "0003")...), nil), shown, "A-B A"},
		{"composite, tab", cid(speaks, bfchars(append(letters, "0001", "0009")...), nil), shown, "A-B A"},
		{"composite, nobody knows", cid(silent, bfchars(append(letters, "0001", "0020")...), nil), shown, "A\ufffdB A"},
		{"composite, the program is another font's", cid(contradicts, bfchars(append(letters, "0001", "0020")...), nil), shown, "A B A"},
		{"composite, by a range", cid(silent, stream(nil, "1 beginbfrange <0002> <0003> <0041> endbfrange 1 beginbfchar <0004> <0020> endbfchar 1 beginbfrange <0001> <0001> <0020> endbfrange"), nil), shown, "A\ufffdB A"},
		{"composite, by a table of glyphs", cid(speaks, bfchars("0011", "0020", "0012", "0041"), object.Dict{
			"CIDToGIDMap": stream(nil, strings.Repeat("\x00\x00", 0x11)+"\x00\x01\x00\x02")}), "001200110012", "A-A"},
		{"composite, a long range to itself", cid(outlined(0x50, nil, nil), stream(nil, "1 beginbfrange <0000> <FFFF> <0000> endbfrange"), nil), "004100200042", "A\ufffdB"},
		{"composite, a blank without a program", cid("", bfchars("0002", "0041", "0001", "0020"), nil), "000200010002", "A A"},
		{"composite, two blanks that draw nothing", cid(outlined(5, []int{1, 4}, nil), bfchars(append(letters, "0001", "00A0")...), nil), shown, "A B A"},
		{"composite, beyond the program's glyphs", cid(silent, bfchars(append(letters, "0009", "0020")...), nil), "000200090003", "A B"},

		{"simple, the glyph's name", simple("Type1", object.Dict{"Encoding": differences(1, "minus", "A", "B"),
			"ToUnicode": bfchars("01", "0020", "02", "0041", "03", "0042")}), "020103", "A\u2212B"},
		{"simple, control character", simple("Type1", object.Dict{"Encoding": differences(1, "minus", "A", "B"),
			"ToUnicode": bfchars("01", "0008", "02", "0041", "03", "0042")}), "020103", "A\u2212B"},
		{"simple, alone in its font", simple("Type1", object.Dict{"Encoding": differences(1, "minus"),
			"ToUnicode": bfchars("01", "0020")}), "010101", "\u2212\u2212\u2212"},
		{"simple, the blank's name", simple("Type1", object.Dict{"Encoding": differences(1, "space", "A", "B"),
			"ToUnicode": bfchars("01", "00A0", "02", "0041", "03", "0042")}), "020103", "A B"},
		{"simple, names that are contradicted", simple("Type1", object.Dict{"Encoding": differences(1, "minus", "A", "B", "C"),
			"ToUnicode": bfchars("01", "0020", "02", "0061", "03", "0062", "04", "0063")}), "020103", "a b"},
		{"TrueType, renumbered, a blank under a letter's code", simple("TrueType", object.Dict{
			"FontDescriptor": object.Dict{"Flags": int64(4), "FontFile2": stream(nil, outlined(40, []int{33}, map[int]int{'!': 33}))},
			"ToUnicode":      bfchars("21", "0020")}), "21", ""},
		{"TrueType, by name", simple("TrueType", object.Dict{"Encoding": object.Name("WinAnsiEncoding"),
			"FontDescriptor": object.Dict{"Flags": int64(32), "FontFile2": stream(nil, speaks)},
			"ToUnicode":      bfchars("41", "0041", "2D", "0020", "42", "0042", "20", "0020")}), "412D422041", "A-B A"},
		{"Type 3, a name that means nothing", simple("Type3", object.Dict{"FontMatrix": numbers(0.001, 0, 0, 0.001, 0, 0),
			"Encoding":  differences(1, "x1", "x2", "x3"),
			"CharProcs": object.Dict{"x1": stream(nil, "600 0 d0 50 200 500 60 re f"), "x2": stream(nil, "600 0 d0 0 0 m f"), "x3": stream(nil, "600 0 d0")},
			"ToUnicode": bfchars("01", "0020", "02", "0041", "03", "0020")}), "0201020302", "A\ufffdA A"},
		{"Type 3, every glyph one box", simple("Type3", object.Dict{"FontMatrix": numbers(0.001, 0, 0, 0.001, 0, 0),
			"Encoding":  differences(1, "x1", "x2"),
			"CharProcs": object.Dict{"x1": stream(nil, "600 0 d0 0 0 900 900 re f"), "x2": stream(nil, "500 0 d0 0 0 900 900 re f")},
			"ToUnicode": bfchars("01", "0020", "02", "0041")}), "020102", "A A"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := withFont(c.font, in10(c.hex))
			wantText(t, s.read(t), c.want)
			warned := false
			for _, w := range s.document(t).Warnings {
				warned = warned || w.Kind == KindUnmapped
			}
			if warned != strings.Contains(c.want, "\ufffd") {
				t.Errorf("warned: %v", warned)
			}
		})
	}
}
