package extract

import (
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/extract/object"
)

// wide is a Type 0 font whose codes are UTF-16, every letter 500 wide; marks
// (the code points U+0591 to U+05C7 and U+064B to U+0652) have no width.
func wide() object.Dict {
	return object.Dict{"Subtype": object.Name("Type0"), "BaseFont": object.Name("Some"), "Encoding": object.Name("UniJIS-UTF16-H"),
		"DescendantFonts": object.Array{object.Dict{"Subtype": object.Name("CIDFontType2"), "DW": int64(500)}}}
}

// drawnAs shows letters from left to right, as a page has them.
func drawnAs(s string) string {
	var hex strings.Builder
	for _, r := range s {
		fmt.Fprintf(&hex, "%04X", r)
	}
	return "BT /W 10 Tf 1 0 0 1 100 700 Tm <" + hex.String() + "> Tj ET"
}

func reversed(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

func TestRightToLeftText(t *testing.T) {
	for _, c := range []struct{ name, shown, want string }{
		{"a word", reversed("שלום"), "שלום"},
		{"two words", reversed("שלום עולם"), "שלום עולם"},
		{"a full stop at the line's left end", "." + reversed("שלום עולם"), "שלום עולם."},
		{"figures keep their order", reversed("סוף") + " 2024 " + reversed("שנת"), "שנת 2024 סוף"},
		{"a decimal and a date", reversed("סוף") + " 3.14 12/05/2023 " + reversed("יום"), "יום 12/05/2023 3.14 סוף"},
		{"a hyphen in Hebrew", reversed("סוף") + " 2023-24 " + reversed("יום"), "יום 2023-24 סוף"},
		{"a hyphen parts figures in Arabic", reversed("آخر") + " 24-2023 " + reversed("عام"), "عام 2023-24 آخر"},
		{"a sign beside a figure", reversed("מהיעד") + " 50% " + reversed("עד"), "עד 50% מהיעד"},
		{"a Latin name with its figure", reversed("סוף") + " G7 (2024) " + reversed("על"), "על G7 (2024) סוף"},
		{"Arabic figures", reversed("آخر") + " ٢٠٢٤ " + reversed("عام"), "عام ٢٠٢٤ آخر"},
		{"a Latin line with a word in it", "Dan (" + reversed("שלום עולם") + ") wrote", "Dan (שלום עולם) wrote"},
		{"a figure behind the word in a Latin line", "in " + reversed("שלום") + " 2024 it was said", "in שלום 2024 it was said"},
		{"a figure within the words in a Latin line", "see " + reversed("סוף") + " 24 " + reversed("יום") + " there", "see יום 24 סוף there"},
		{"presentation forms", "\ufedc\ufe91\ufe8d", "ابك"},
		{"a ligature in its own order", "\ufee1\ufefc\ufeb3", "سلام"},
		{"Latin with marks of direction", "left\u200e to\u202c right", "left to right"},
		{"Latin alone", "“Well” — 12/05 (b)", "“Well” — 12/05 (b)"},
		{"Devanagari is not turned", "कखग", "कखग"},
	} {
		p := sheet{content: drawnAs(c.shown), fonts: object.Dict{"W": wide()}}.read(t)
		if got := text(p); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A mark has no width of its own: writers draw it before its letter, where the
// pen stands, or behind it, going back.
func TestMarksOfRightToLeftLetters(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"before its letter", at(100, 700, "") + "<05DC> Tj 1 0 0 1 105 700 Tm <05B8> Tj 1 0 0 1 105 700 Tm <05E9> Tj", "ש\u05b8ל"},
		{"over its letter", "1 0 0 1 100 700 Tm <05DC> Tj 1 0 0 1 105 700 Tm <05E9> Tj 1 0 0 1 107.5 700 Tm <05B8> Tj", "ש\u05b8ל"},
		{"a little before its letter", "1 0 0 1 100 700 Tm <05DC> Tj 1 0 0 1 104.5 700 Tm <05B8> Tj 1 0 0 1 105 700 Tm <05E9> Tj", "ש\u05b8ל"},
		{"over the next", "1 0 0 1 100 700 Tm <05DC> Tj 1 0 0 1 102.5 700 Tm <05B8> Tj 1 0 0 1 105 700 Tm <05E9> Tj", "של\u05b8"},
	} {
		f := wide()
		f["DescendantFonts"] = object.Array{object.Dict{"Subtype": object.Name("CIDFontType2"), "DW": int64(500)}}
		f["Encoding"] = stream(nil, "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 begincidrange <0000> <FFFF> 0 endcidrange")
		f["DescendantFonts"].(object.Array)[0].(object.Dict)["W"] = object.Array{int64(0x5b8), numbers(0)}
		f["ToUnicode"] = stream(nil, "1 beginbfrange <0500> <05FF> <0500> endbfrange")
		p := sheet{content: "BT /W 10 Tf " + c.content + " ET", fonts: object.Dict{"W": f}}.read(t)
		if got := text(p); got != c.want {
			t.Errorf("%s: %+q, want %+q", c.name, got, c.want)
		}
	}
}

func TestRightToLeftRunsKeepTheirPlaces(t *testing.T) {
	p := sheet{content: drawnAs(reversed("שלום")) + " BT /B 10 Tf 1 0 0 1 130 700 Tm (Daniel) Tj ET", fonts: object.Dict{"W": wide()}}.read(t)
	wantRuns(t, p, "שלום | *Daniel*")
	p = sheet{content: drawnAs(reversed("שלום עולם")) + " BT /B 10 Tf 1 0 0 1 150 700 Tm (Dan) Tj ET", fonts: object.Dict{"W": wide()}}.read(t)
	wantRuns(t, p, "*Dan* | שלום עולם")
	if b := p.Lines[0].Runs[1].Box; !near(b.X0(), 100) || !near(b.X1(), 145) {
		t.Errorf("the words stand at %v", b)
	}
	if g := p.Lines[0].Runs[1].Gap; !near(g, 5) {
		t.Errorf("gap %g", g)
	}
}
