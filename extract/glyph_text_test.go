package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/extract/internal/chars"
	"recount.invalid/recount/extract/object"
)

// A map that calls a glyph by another figure or sign than its name is told of;
// in a font that is not embedded the name is what is drawn.
func TestMapAgainstNames(t *testing.T) {
	toUnicode := func(rest, pairs string) *object.Stream {
		return stream(object.Dict{"Filter": object.Name("FlateDecode")}, "begincmap 1 begincodespacerange <00> <ff> endcodespacerange "+rest+" 9 beginbfchar "+pairs+" endbfchar endcmap")
	}
	differences := func(names ...string) object.Dict {
		a := object.Array{int64(65)}
		for _, n := range names {
			a = append(a, object.Name(n))
		}
		return object.Dict{"Differences": a}
	}
	winAnsi := object.Name("WinAnsiEncoding")
	for _, c := range []struct {
		name     string
		encoding object.Object
		pairs    string
		content  string
		want     string
		told     bool
	}{
		{"a minus is called plus", winAnsi, "<96> <002b>", "(\\2261)", "–1", true},
		{"a figure is called another", winAnsi, "<35> <0038>", "(0.5)", "0.5", true},
		{"by its name in Differences", differences("minus", "one"), "<41> <002b> <42> <0031>", "(AB)", "−1", true},
		{"the code is in no text", winAnsi, "<96> <002b>", "(1)", "1", false},
		{"another minus", winAnsi, "<96> <2212>", "(\\2261)", "−1", false},
		{"a hyphen is called soft", winAnsi, "<2d> <00ad>", "(well-known)", "well\u00adknown", false},
		{"raised figures", differences("onesuperior"), "<41> <0031>", "(A)", "1", false},
		{"letters", winAnsi, "<6e> <0066>", "(not)", "fot", false},
		{"codes of the writer's own", winAnsi, "<41> <0030> <42> <0031> <43> <002e>", "(BCA)", "1.0", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := simpleFont("Helvetica")
			rest := ""
			if c.encoding == winAnsi && !strings.Contains(c.name, "own") {
				rest = "1 beginbfrange <20> <7e> <0020> endbfrange"
			}
			f["Encoding"], f["ToUnicode"] = c.encoding, toUnicode(rest, c.pairs)
			doc := sheet{fonts: object.Dict{"L": f}, content: "BT /L 10 Tf 50 700 Td " + c.content + " Tj ET"}.document(t)
			wantText(t, doc.Pages[0], c.want)
			if got := kindsOf(doc); (got == KindGlyphText) != c.told || !c.told && got != "" {
				t.Errorf("warnings: %q, told should be %v", got, c.told)
			}
		})
	}
}

// ActualText that changes a figure or a sign is told of, and what is drawn is
// read; ligatures, hyphens and glyphs without a value are what it is for.
func TestActualTextAgainstGlyphs(t *testing.T) {
	for _, c := range []struct {
		name, actual, shown, want string
		told                      bool
	}{
		{"plus for minus", "+1", "\\2261", "–1", true},
		{"nothing for a score", "", "\\2261", "–1", true},
		{"nothing for a minus", "", "-", "-", true},
		{"another figure", "0.67 \\(83%\\)", "0.00 \\(50%\\)", "0.00 (50%)", true},
		{"another minus", "-1", "\\2261", "-1", false},
		{"a ligature", "fi", "x", "fi", false},
		{"a soft hyphen", "<FEFF00AD>", "-", "-", false},
		{"the same", "+1", "+1", "+1", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			actual := "(" + c.actual + ")"
			if strings.HasPrefix(c.actual, "<") {
				actual = c.actual
			}
			doc := sheet{content: "BT /F 10 Tf 50 700 Td /Span <</ActualText " + actual + ">> BDC (" + c.shown + ") Tj EMC ET"}.document(t)
			wantText(t, doc.Pages[0], c.want)
			if got := kindsOf(doc); (got == KindGlyphText) != c.told || !c.told && got != "" {
				t.Errorf("warnings: %q, told should be %v", got, c.told)
			}
		})
	}
	// A hyphen behind a letter may be called nothing.
	doc := sheet{content: "BT /F 10 Tf 50 700 Td (organiza) Tj /Span <</ActualText ()>> BDC (-) Tj EMC ET"}.document(t)
	if got := kindsOf(doc); got != "" {
		t.Errorf("warnings: %q", got)
	}
}

// A line before a figure is its minus; other lines are not.
func TestDrawnMinus(t *testing.T) {
	const one = "BT /F 10 Tf 60 700 Td (1) Tj ET "
	for _, c := range []struct {
		name, content, want string
		told                bool
	}{
		{"stroked", one + "0.8 w 54 703 m 59 703 l S", "−1", true},
		{"filled", one + "54 702.6 5 0.8 re f", "−1", true},
		{"drawn before", "0.8 w 54 703 m 59 703 l S " + one, "−1", true},
		{"within a row", "BT /F 10 Tf 20 700 Td (score) Tj 40 0 Td (0.50 \\(25%\\)) Tj ET 0.8 w 54 703 m 59 703 l S", "score −0.50 (25%)", true},
		{"underline", one + "0.8 w 54 698.5 m 59 698.5 l S", "1", false},
		{"over it", one + "0.8 w 54 709 m 59 709 l S", "1", false},
		{"a letter at the line", one + "BT /F 10 Tf 52 700 Td (x) Tj ET 0.8 w 54 703 m 59 703 l S", "x 1", false},
		{"a rule", one + "0.8 w 20 703 m 59 703 l S", "1", false},
		{"thick", one + "54 701 5 4 re f", "1", false},
		{"far", one + "0.8 w 44 703 m 49 703 l S", "1", false},
		{"before a letter", "BT /F 10 Tf 60 700 Td (a) Tj ET 0.8 w 54 703 m 59 703 l S", "a", false},
		{"a page number's ornament", one + "0.8 w 54 703 m 59 703 l S 67 703 m 72 703 l S", "1", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := sheet{content: c.content}.document(t)
			wantText(t, doc.Pages[0], c.want)
			if got := kindsOf(doc); (got == KindDrawnSign) != c.told || !c.told && got != "" {
				t.Errorf("warnings: %q, told should be %v", got, c.told)
			}
			if c.told && len(doc.Pages[0].Rules) > 0 {
				t.Error("the minus is a rule too")
			}
		})
	}
}

// A map that is not compressed has no checksum; that a bit of it was lost is seen
// where the font's program names its glyphs, or its encoding does.
func TestLetterOfAMap(t *testing.T) {
	glyphs := map[int]int{}
	var pairs []string
	for i, r := range "ABCDEFGH0123456789-" {
		glyphs[int(r)] = i + 1
		pairs = append(pairs, fmt.Sprintf("%04X", i+1), fmt.Sprintf("%04X", r))
	}
	with := func(code, text string) []string {
		out := slices.Clone(pairs)
		for i := 0; i < len(out); i += 2 {
			if out[i] == code {
				out[i+1] = text
			}
		}
		return out
	}
	const shown = "0001000A" // A1
	for _, c := range []struct {
		name    string
		glyphs  map[int]int
		pairs   []string
		packed  bool
		want    string
		notices string
	}{
		{"sound", glyphs, pairs, false, "A1", ""},
		{"a letter", glyphs, with("0001", "0041"), false, "A1", ""},
		{"another letter", glyphs, with("0001", "0051"), false, "Q1", KindDamaged},
		{"a small letter", glyphs, with("0001", "0061"), false, "a1", KindDamaged},
		{"another figure", glyphs, with("000A", "0035"), false, "A5", KindDamaged + " " + KindGlyphText},
		{"another figure, with a checksum", glyphs, with("000A", "0035"), true, "A5", ""},
		{"of codes that are not shown", glyphs, with("0002", "0052"), false, "A1", KindDamaged},
		{"a program that says nothing", nil, with("0001", "0051"), false, "Q1", ""},
		{"a program that calls all otherwise", map[int]int{'X': 1, 'Y': 2, 'Z': 3, 'P': 4}, pairs, false, "A1", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := bfchars(c.pairs...)
			if c.packed {
				m.Dict["Filter"] = object.Array{object.Name("FlateDecode")}
			}
			font := object.Dict{"Subtype": object.Name("Type0"), "Encoding": object.Name("Identity-H"), "ToUnicode": m,
				"DescendantFonts": object.Array{object.Dict{"Subtype": object.Name("CIDFontType2"),
					"FontDescriptor": object.Dict{"FontFile2": stream(nil, outlined(20, nil, c.glyphs))}}}}
			doc := sheet{fonts: object.Dict{"L": font}, content: "BT /L 10 Tf 50 700 Td <" + shown + "> Tj ET"}.document(t)
			wantText(t, doc.Pages[0], c.want)
			if got := kindsOf(doc); got != c.notices {
				t.Errorf("warnings %q, want %q", got, c.notices)
			}
		})
	}
}

// Another form of a character is no other character: raised figures and ligatures
// are drawn by features of a font whose glyph is the plain one.
func TestSameCharacter(t *testing.T) {
	for _, c := range []struct {
		text, own string
		same      bool
	}{
		{"³", "3", true}, {"A", "a", false}, {"ﬁ", "fi", true}, {"３", "3", true}, {"−", "−", true},
		{"8", "3", false}, {"+", "−", false}, {"o", "0", false}, {"b", "d", false},
	} {
		if got := chars.SameCharacter(c.text, c.own); got != c.same {
			t.Errorf("%q and %q: %v", c.text, c.own, got)
		}
	}
}
