package extract

import (
	"strings"
	"testing"

	"recount.invalid/recount/extract/internal/glyph"
	"recount.invalid/recount/extract/object"
)

// What a page names and the file does not have is damage, told of with its
// page.
func TestPartsOfAPageThatAreLost(t *testing.T) {
	gone := object.Ref{Number: 77}
	const words = "BT /F 10 Tf 50 700 Td (words) Tj ET "
	font := func(change object.Dict) object.Dict {
		f := simpleFont("Helvetica")
		for k, v := range change {
			f[k] = v
		}
		return object.Dict{"F": f}
	}
	widths := func(v ...float64) object.Dict {
		return object.Dict{"FirstChar": int64(97), "LastChar": int64(98), "Widths": numbers(v...)}
	}
	for _, c := range []struct {
		name string
		s    sheet
		told bool
	}{
		{"nothing", sheet{content: words}, false},
		{"contents", sheet{page: object.Dict{"Contents": gone}}, true},
		{"contents of another kind", sheet{page: object.Dict{"Contents": object.Dict{}}}, true},
		{"no contents", sheet{page: object.Dict{"Contents": nil}}, false},
		{"contents under a damaged name", sheet{page: object.Dict{"Contents": nil, "Conten\xf4s": stream(nil, words)}}, true},
		{"no contents and a small picture", sheet{page: object.Dict{"Contents": nil, "Thumb": stream(nil, words)}}, false},
		{"a part of the contents", sheet{page: object.Dict{"Contents": object.Array{stream(nil, words), gone}}}, true},
		{"resources", sheet{content: words, page: object.Dict{"Resources": gone}}, true},
		{"size", sheet{content: words, page: object.Dict{"MediaBox": gone}}, true},
		{"a font", sheet{content: words, fonts: object.Dict{"F": gone}}, true},
		{"a font that is not used", sheet{content: words, fonts: object.Dict{"G": gone}}, false},
		{"a font's name", sheet{content: "BT /Z 10 Tf 50 700 Td (words) Tj ET"}, true},
		{"something else for a font", sheet{content: words, fonts: object.Dict{"F": object.Dict{"Type": object.Name("Page")}}}, true},
		{"an encoding", sheet{content: words, fonts: font(object.Dict{"Encoding": gone})}, true},
		{"a map", sheet{content: words, fonts: font(object.Dict{"ToUnicode": gone})}, true},
		{"a descriptor", sheet{content: words, fonts: font(object.Dict{"FontDescriptor": gone})}, true},
		{"a program", sheet{content: words, fonts: font(object.Dict{"FontDescriptor": object.Dict{"FontFile2": gone}})}, true},
		{"a descendant", sheet{content: words, fonts: font(object.Dict{"Subtype": object.Name("Type0"), "DescendantFonts": object.Array{gone}})}, true},
		{"a descendant's descriptor", sheet{content: words, fonts: font(object.Dict{"Subtype": object.Name("Type0"), "Encoding": object.Name("Identity-H"), "DescendantFonts": object.Array{object.Dict{}}})}, true},
		{"a descriptor that a map of characters does without", sheet{content: words, fonts: font(object.Dict{"Subtype": object.Name("Type0"), "Encoding": object.Name("90ms-RKSJ-H"), "DescendantFonts": object.Array{object.Dict{}}})}, false},
		{"a subset's program", sheet{content: words, fonts: font(object.Dict{"BaseFont": object.Name("ABCDEF+Corvina"), "FontDescriptor": object.Dict{"Flags": int64(32)}})}, true},
		{"the program of a font that is on every machine", sheet{content: words, fonts: font(object.Dict{"BaseFont": object.Name("Corvina"), "FontDescriptor": object.Dict{"Flags": int64(32)}})}, false},
		{"flags", sheet{content: words, fonts: font(object.Dict{"FontDescriptor": object.Dict{"Flags": int64(1<<18 | 1<<17 | 1<<16 | 0x6f)}})}, false},
		{"a digit of the flags", sheet{content: words, fonts: font(object.Dict{"FontDescriptor": object.Dict{"Flags": int64(262048)}})}, true},
		{"widths", sheet{content: words, fonts: font(widths(500, 600))}, false},
		{"an absurd width", sheet{content: words, fonts: font(widths(500, 2190469))}, true},
		{"the first character", sheet{content: words, fonts: font(object.Dict{"Widths": numbers(500, 600)})}, true},
		{"a font of which nothing is read", sheet{content: "BT /F 10 Tf 50 700 Td (\x01\x02) Tj ET", fonts: object.Dict{"F": gone}}, true},
		{"a font of which nothing is shown", sheet{content: "BT /F 10 Tf 50 700 Td () Tj ET", fonts: object.Dict{"F": gone}}, false},
		{"a map that is no stream", sheet{content: words, fonts: font(object.Dict{"ToUnicode": object.Dict{}})}, true},
		{"a map by its name", sheet{content: words, fonts: font(object.Dict{"ToUnicode": object.Name("Identity-H")})}, false},
		{"a digit of a width", sheet{content: words, fonts: font(letterWidths(map[byte]float64{'w': 122}))}, true},
		{"a width that versions of the font differ in", sheet{content: words, fonts: font(letterWidths(map[byte]float64{'|': 200}))}, false},
		{"a width of no character that is used", sheet{content: words, fonts: font(letterWidths(map[byte]float64{'w': 0}))}, false},
		{"widths of another font", sheet{content: words, fonts: font(letterWidths(map[byte]float64{'w': 700, 'o': 700, 'r': 700, 'd': 700, 's': 700}))}, false},
		{"a glyph's name", sheet{content: words, fonts: font(object.Dict{"Encoding": differences("WinAnsiEncoding", "m0")})}, true},
		{"a glyph of a name that is its character's", sheet{content: words, fonts: font(object.Dict{"Encoding": differences("WinAnsiEncoding", "uni20AC")})}, false},
		{"glyphs of a font with names of its own", sheet{content: words, fonts: font(object.Dict{"Encoding": differences("WinAnsiEncoding", "m0"), "BaseFont": object.Name("Corvina")})}, false},
		{"a drawing", sheet{content: words + "/X Do", resources: object.Dict{"XObject": object.Dict{"X": gone}}}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := c.s.document(t)
			if got := kindsOf(doc); strings.Contains(got, KindDamaged) != c.told || !c.told && got != "" {
				t.Errorf("warnings: %q, told should be %v", got, c.told)
			}
			if c.told && len(doc.Warnings) > 0 && doc.Warnings[0].At.Page() != 1 {
				t.Errorf("at %v", doc.Warnings[0].At)
			}
		})
	}
}

// letterWidths are the widths of Helvetica's ASCII characters, some of them others.
func letterWidths(others map[byte]float64) object.Dict {
	var widths []float64
	for c := byte('!'); c <= '~'; c++ {
		w, _ := glyph.Helvetica.Width(glyph.WinAnsi()[c])
		if other, ok := others[c]; ok {
			w = other
		}
		widths = append(widths, w)
	}
	return object.Dict{
		"Encoding":  object.Name("WinAnsiEncoding"),
		"FirstChar": int64('!'), "LastChar": int64('~'), "Widths": numbers(widths...),
	}
}

// differences are an encoding that calls the letter m by another name.
func differences(base object.Name, name object.Name) object.Dict {
	return object.Dict{"BaseEncoding": base, "Differences": object.Array{int64('m'), name}}
}
