package extract

import (
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/model"
)

// width is how wide the page's first run is.
func width(t *testing.T, p model.Page) float64 {
	t.Helper()
	if len(p.Lines) == 0 {
		t.Fatal("no lines")
	}
	return p.Lines[0].Runs[0].Box.Width()
}

// in10 shows a hexadecimal string in font F, size 10, at (50, 700).
func in10(hex string) string { return "BT /F 10 Tf 50 700 Td <" + hex + "> Tj ET" }

func withFont(f object.Dict, content string) sheet {
	return sheet{content: content, fonts: object.Dict{"F": f}}
}

func TestSimpleFontEncodings(t *testing.T) {
	embedded := object.Dict{"FontFile3": stream(nil, "not a font")}
	for _, c := range []struct {
		name string
		font object.Dict
		hex  string
		want string
	}{
		{"WinAnsi", object.Dict{"Encoding": object.Name("WinAnsiEncoding")}, "9341E994", "“Aé”"},
		{"MacRoman", object.Dict{"Encoding": object.Name("MacRomanEncoding")}, "D2418ED3", "“Aé”"},
		{"standard by default", object.Dict{}, "AA41BA27", "“A”’"},
		{"TrueType by default as Windows", object.Dict{"Subtype": object.Name("TrueType")}, "9341", "“A"},
		{"TrueType of standard letters by default", object.Dict{"Subtype": object.Name("TrueType"), "FontDescriptor": object.Dict{"Flags": int64(32)}}, "AA41", "“A"},
		{"a blank that has no glyph", object.Dict{"FontDescriptor": embedded, "FirstChar": int64(32), "Widths": numbers(250),
			"Encoding": object.Dict{"BaseEncoding": object.Name("None"), "Differences": object.Array{int64(32), object.Name(".notdef"), int64(65), object.Name("A"), object.Name("B")}}}, "412042", "A B"},
		{"differences", object.Dict{"Encoding": object.Dict{"BaseEncoding": object.Name("WinAnsiEncoding"),
			"Differences": object.Array{int64(65), object.Name("minus"), object.Name("uni00E9"), int64(1), object.Name("f_f_i")}}}, "4142430144", "−éCffiD"},
		{"no-break space is a space", object.Dict{"Encoding": object.Name("WinAnsiEncoding")}, "41A042", "A B"},
		{"soft hyphen by name is a hyphen", object.Dict{"Encoding": object.Name("WinAnsiEncoding")}, "41AD42", "A-B"},
		{"Symbol", object.Dict{"BaseFont": object.Name("Symbol")}, "2D61B7", "−α•"},
		{"ZapfDingbats", object.Dict{"BaseFont": object.Name("ZapfDingbats")}, "34", "✔"},
		{"ToUnicode wins", object.Dict{"Encoding": object.Name("WinAnsiEncoding"), "ToUnicode": stream(nil, "1 beginbfchar <41> <0042> endbfchar")}, "41", "B"},
		{"ToUnicode that says nothing yields to the name", object.Dict{"Encoding": object.Name("WinAnsiEncoding"),
			"ToUnicode": stream(nil, "3 beginbfchar <41> <0000> <42> <FFFD> <43> <E001> endbfchar")}, "414243", "ABC"},
		{"private symbol codes", object.Dict{"BaseFont": object.Name("ABCDEF+SymbolMT"),
			"ToUnicode": stream(nil, "1 beginbfchar <41> <F0B7> endbfchar")}, "41", "•"},
		{"Wingdings", object.Dict{"BaseFont": object.Name("ABCDEF+Wingdings-Regular"), "Encoding": object.Name("WinAnsiEncoding")}, "A7416C", "▪\ufffd●"},
		{"Wingdings by private codes", object.Dict{"BaseFont": object.Name("Wingdings"),
			"ToUnicode": stream(nil, "1 beginbfchar <41> <F0FC> endbfchar")}, "41", "✓"},
		{"old-style figures by private codes", object.Dict{"BaseFont": object.Name("Own"), "FirstChar": int64(65), "Widths": numbers(500, 500), "ToUnicode": stream(nil, "2 beginbfchar <41> <F732> <42> <F761> endbfchar")}, "4142", "2A"},
		{"several characters of one code", object.Dict{"ToUnicode": stream(nil, "1 beginbfchar <41> <006600660069> endbfchar")}, "41", "ffi"},
		{"what is no character", object.Dict{"FontDescriptor": embedded, "Encoding": object.Dict{"Differences": object.Array{int64(65), object.Name("g1"), object.Name("g2"), object.Name("g3")}},
			"ToUnicode": stream(nil, "3 beginbfchar <41> <FFFF> <42> <FDD0> <43> <0043> endbfchar")}, "414243", "\ufffd\ufffdC"},
		{"a ligature is letters", object.Dict{"ToUnicode": stream(nil, "1 beginbfchar <41> <FB03> endbfchar")}, "41", "ffi"},
		{"numeric names", object.Dict{"FontDescriptor": embedded, "Encoding": object.Dict{"Differences": object.Array{int64(65),
			object.Name("c65"), object.Name("c66"), object.Name("c67"), object.Name("c68"), int64(70), object.Name("c70")}}}, "41424346", "ABCF"},
		{"numeric names without holes", object.Dict{"FontDescriptor": embedded, "Encoding": object.Dict{"Differences": object.Array{int64(65),
			object.Name("c65"), object.Name("c66"), object.Name("c67"), object.Name("c68")}}}, "41424344", "\ufffd\ufffd\ufffd\ufffd"},
		{"codes given out as they came", object.Dict{"Subtype": object.Name("TrueType"), "FirstChar": int64(1), "Widths": numbers(500),
			"FontDescriptor": object.Dict{"Flags": int64(4), "FontFile2": stream(nil, "x")}}, "0141", "\ufffd\ufffd"},
		{"codes counted from behind the blank", object.Dict{"Subtype": object.Name("TrueType"), "BaseFont": object.Name("ABCDEF+Own"), "FontDescriptor": embedded,
			"FirstChar": int64(33), "Widths": numbers(500, 400, 500, 300, 600, 500, 500)}, "2122", "\ufffd\ufffd"},
		{"signs in a subset with gaps", object.Dict{"Subtype": object.Name("TrueType"), "BaseFont": object.Name("ABCDEF+Own"), "FontDescriptor": embedded,
			"FirstChar": int64(33), "Widths": numbers(500, 400, 0, 0, 600, 0, 500)}, "2122", "!\""},
		{"codes of text in a symbolic subset", object.Dict{"Subtype": object.Name("TrueType"), "FirstChar": int64(32), "Widths": numbers(500),
			"FontDescriptor": object.Dict{"Flags": int64(4), "FontFile2": stream(nil, "x")}}, "4142", "AB"},
		{"hexadecimal names", object.Dict{"FontDescriptor": embedded, "Encoding": object.Dict{"Differences": object.Array{int64(65),
			object.Name("G41"), object.Name("G42"), object.Name("G43"), object.Name("G4D")}}}, "4142", "\ufffd\ufffd"},
		{"names of the Windows driver", object.Dict{"FontDescriptor": embedded, "Encoding": object.Dict{"Differences": object.Array{int64(1),
			object.Name("G43"), object.Name("G61"), object.Name("G6E"), object.Name("G64"), object.Name("G92"), object.Name("G32")}}}, "010203020402050206", "Canada’a2"},
		{"glyph indices in the same form", object.Dict{"FontDescriptor": embedded, "Encoding": object.Dict{"Differences": object.Array{int64(1),
			object.Name("G26"), object.Name("G44"), object.Name("G51"), object.Name("G47"), object.Name("G61")}}}, "0102", "\ufffd\ufffd"},
		{"names that are no codes", object.Dict{"FontDescriptor": embedded, "Encoding": object.Dict{"Differences": object.Array{int64(65),
			object.Name("g1"), object.Name("g2"), object.Name("g3"), object.Name("g4")}}}, "41424344", "\ufffd\ufffd\ufffd\ufffd"},
		{"standard where TrueType says that its letters are", object.Dict{"Subtype": object.Name("TrueType"),
			"FontDescriptor": object.Dict{"Flags": int64(32)}}, "F141", "æA"},
		{"TeX's names", object.Dict{"FontDescriptor": embedded, "Encoding": object.Dict{"Differences": object.Array{int64(1),
			object.Name("mapsto"), object.Name("parenleftBig"), object.Name("nothingknown")}}}, "010203", "↦(\ufffd"},
		{"a subset without a blank", object.Dict{"FontDescriptor": embedded, "FirstChar": int64(32), "Widths": numbers(250, 500, 500),
			"Encoding": object.Dict{"Differences": object.Array{int64(32), object.Name(".notdef"), object.Name("a"), object.Name("b")}}}, "212022", "a b"},
		{"a code that may be no blank", object.Dict{"Subtype": object.Name("TrueType"), "FirstChar": int64(1), "Widths": make(object.Array, 40),
			"FontDescriptor": object.Dict{"Flags": int64(4), "MissingWidth": int64(500), "FontFile2": stream(nil, "x")}}, "0120", "\ufffd\ufffd"},
		{"a code without a glyph or room", object.Dict{"FontDescriptor": embedded, "FirstChar": int64(33), "Widths": numbers(500, 0, 500),
			"Encoding": object.Dict{"Differences": object.Array{int64(33), object.Name("a"), object.Name(".notdef"), object.Name(".notdef")}}}, "2122212321", "aa\ufffda"},
		{"a code without a glyph draws nothing", object.Dict{"Encoding": object.Name("WinAnsiEncoding")}, "410A42", "AB"},
	} {
		f := object.Dict{"Type": object.Name("Font"), "Subtype": object.Name("Type1"), "BaseFont": object.Name("Helvetica")}
		for k, v := range c.font {
			f[k] = v
		}
		p := withFont(f, in10(c.hex)).read(t)
		if got := text(p); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if n := strings.Count(c.want, "\ufffd"); p.Unmapped != n {
			t.Errorf("%s: %d unmapped, want %d", c.name, p.Unmapped, n)
		}
	}
}

// The map of the name Identity leads from each code to itself.
func TestToUnicodeByName(t *testing.T) {
	f := object.Dict{"Subtype": object.Name("Type0"), "BaseFont": object.Name("Some"), "Encoding": object.Name("Identity-H"), "ToUnicode": object.Name("Identity-H"),
		"DescendantFonts": object.Array{object.Dict{"Subtype": object.Name("CIDFontType2")}}}
	wantText(t, withFont(f, in10("0041221200E9")).read(t), "A−é")
}

func TestUnmappedGlyphsAreReported(t *testing.T) {
	f := object.Dict{"Subtype": object.Name("Type0"), "BaseFont": object.Name("Some"), "Encoding": object.Name("Identity-H"),
		"DescendantFonts": object.Array{object.Dict{"Subtype": object.Name("CIDFontType2"), "FontDescriptor": object.Dict{"Flags": int64(4)}}}}
	d := withFont(f, in10("00010002")).document(t)
	wantText(t, d.Pages[0], "\ufffd\ufffd")
	if d.Pages[0].Unmapped != 2 || len(d.Warnings) != 1 || d.Warnings[0].Kind != KindUnmapped {
		t.Errorf("%d unmapped, warnings %v", d.Pages[0].Unmapped, d.Warnings)
	}
}

func TestSimpleFontWidths(t *testing.T) {
	for _, c := range []struct {
		name string
		font object.Dict
		hex  string
		want float64
	}{
		{"published metrics", object.Dict{}, "4141", 13.34},
		{"published metrics, bold", object.Dict{"BaseFont": object.Name("Helvetica-Bold")}, "4141", 14.44},
		{"published metrics by an alias", object.Dict{"BaseFont": object.Name("TimesNewRoman,Italic")}, "4141", 12.22},
		{"Courier", object.Dict{"BaseFont": object.Name("Courier")}, "4169", 12},
		{"Widths", object.Dict{"FirstChar": int64(65), "LastChar": int64(66), "Widths": numbers(500, 250)}, "4142", 7.5},
		{"Widths over published metrics", object.Dict{"FirstChar": int64(65), "Widths": numbers(500)}, "4142", 11.67},
		{"MissingWidth", object.Dict{"BaseFont": object.Name("Own"), "FirstChar": int64(65), "Widths": numbers(500),
			"FontDescriptor": object.Dict{"MissingWidth": int64(300)}}, "4142", 8},
		{"widths that are references", object.Dict{"FirstChar": int64(65), "Widths": object.Ref{Number: 3}}, "4141", 8},
		{"a ligature's text does not change its width", object.Dict{"FirstChar": int64(65), "Widths": numbers(500),
			"ToUnicode": stream(nil, "1 beginbfchar <41> <00660066006C> endbfchar")}, "4141", 10},
		{"absurd widths are not believed", object.Dict{"FirstChar": int64(65), "Widths": numbers(1e9)}, "4141", 13.34},
	} {
		f := simpleFont("Helvetica")
		for k, v := range c.font {
			f[k] = v
		}
		s := withFont(f, in10(c.hex))
		s.objects = map[object.Ref]object.Object{{Number: 3}: numbers(400)}
		if got := width(t, s.read(t)); !near(got, c.want) {
			t.Errorf("%s: %v wide, want %v", c.name, got, c.want)
		}
	}
}

// composed is a Type 0 font that calls code 1 "a", 2 "b" and so on.
func composed(cid, top object.Dict) object.Dict {
	d := object.Dict{"Subtype": object.Name("CIDFontType2"), "CIDSystemInfo": object.Dict{"Ordering": object.String("Identity")}}
	for k, v := range cid {
		d[k] = v
	}
	f := object.Dict{"Type": object.Name("Font"), "Subtype": object.Name("Type0"), "BaseFont": object.Name("ABCDEF+Made-Bold"),
		"Encoding": object.Name("Identity-H"), "DescendantFonts": object.Array{d},
		"ToUnicode": stream(nil, "1 beginbfrange <0001> <001A> <0061> endbfrange")}
	for k, v := range top {
		f[k] = v
	}
	return f
}

func TestCompositeFonts(t *testing.T) {
	for _, c := range []struct {
		name     string
		cid, top object.Dict
		hex      string
		text     string
		width    float64
	}{
		{"default width", nil, nil, "00010002", "ab", 20},
		{"DW", object.Dict{"DW": int64(300)}, nil, "00010002", "ab", 6},
		{"W as a list", object.Dict{"W": object.Array{int64(1), numbers(500, 250)}}, nil, "000100020003", "abc", 17.5},
		{"W as a range", object.Dict{"W": object.Array{int64(2), int64(3), int64(400), int64(1), numbers(100)}}, nil, "000100020003", "abc", 9},
		{"a blank of two bytes gets no word gap", object.Dict{"DW": int64(500)}, nil, "00010020", "a\ufffd", 10},
		{"an odd byte at the end", object.Dict{"DW": int64(500)}, nil, "000102", "ab", 10},
		{"embedded CMap", object.Dict{"W": object.Array{int64(70), numbers(100, 200)}}, object.Dict{
			"Encoding":  stream(nil, "1 begincodespacerange <00> <7F> endcodespacerange 1 begincodespacerange <8000> <FFFF> endcodespacerange 1 begincidrange <8001> <8002> 70 endcidrange 1 begincidchar <41> 5 endcidchar"),
			"ToUnicode": stream(nil, "2 beginbfchar <41> <0058> <8001> <0059> endbfchar 1 beginbfrange <8002> <8003> [<005A> <0057>] endbfrange")},
			"4180018002", "XYZ", 13},
		{"private codes of Symbol", object.Dict{"DW": int64(500)}, object.Dict{"BaseFont": object.Name("SymbolMT"),
			"ToUnicode": stream(nil, "1 beginbfchar <0078> <F0B7> endbfchar")}, "0078", "•", 5},
		{"codes that are UCS-2", nil, object.Dict{"Encoding": object.Name("UniJIS-UCS2-H"), "ToUnicode": nil}, "30423044", "あい", 20},
		{"Shift-JIS", nil, object.Dict{"Encoding": object.Name("90ms-RKSJ-H"), "ToUnicode": nil}, "82A04182A2", "あAい", 25},
		{"JIS", nil, object.Dict{"Encoding": object.Name("H"), "ToUnicode": nil}, "24222424", "あい", 20},
		{"GBK", nil, object.Dict{"Encoding": object.Name("GBK-EUC-H"), "ToUnicode": nil}, "D6D0B9FA", "中国", 20},
		{"Big5", nil, object.Dict{"Encoding": object.Name("ETen-B5-H"), "ToUnicode": nil}, "A4A4", "中", 10},
		{"Korean", nil, object.Dict{"Encoding": object.Name("KSCms-UHC-H"), "ToUnicode": nil}, "C7D1", "한", 10},
		{"ToUnicode that is the identity", nil, object.Dict{"ToUnicode": object.Name("Identity-H")}, "00410142", "Ał", 20},
		{"an unknown CMap", nil, object.Dict{"Encoding": object.Name("Nobody-Knows-H"), "ToUnicode": nil}, "8281", "\ufffd", 10},
	} {
		p := withFont(composed(c.cid, c.top), "BT /F 10 Tf 9 Tw 50 700 Td <"+c.hex+"> Tj ET").read(t)
		if got := text(p); got != c.text {
			t.Errorf("%s: %q, want %q", c.name, got, c.text)
		}
		if got := width(t, p); !near(got, c.width) {
			t.Errorf("%s: %v wide, want %v", c.name, got, c.width)
		}
	}
}

func TestWordGapNeedsASingleByte(t *testing.T) {
	one := composed(object.Dict{"DW": int64(500)}, object.Dict{
		"Encoding":  stream(nil, "1 begincodespacerange <00> <FF> endcodespacerange 1 begincidrange <00> <FF> 0 endcidrange"),
		"ToUnicode": stream(nil, "1 beginbfrange <20> <7E> <0020> endbfrange")})
	// Two letters of five points, a blank of five and nine more of Tw.
	p := withFont(one, "BT /F 10 Tf 3 Tw 50 700 Td <412042> Tj ET").read(t)
	if got := width(t, p); text(p) != "A B" || !near(got, 18) {
		t.Errorf("%q, %v wide, want 18", text(p), got)
	}
}

func TestVerticalWriting(t *testing.T) {
	p := withFont(composed(nil, object.Dict{"Encoding": object.Name("Identity-V")}),
		"BT /I 10 Tf 200 600 Td (upright beside it) Tj ET "+in10("000100020003")).read(t)
	wantText(t, p, "abc\nupright beside it")
	l := p.Lines[0]
	if l.Dir != model.Down || !near(l.Box.Height(), 30) || !near(l.Box.Top(), 100) {
		t.Errorf("direction %v, box %v", l.Dir, l.Box)
	}
}

func TestType3Fonts(t *testing.T) {
	t3 := func(matrix, bbox object.Array, w float64) object.Dict {
		return object.Dict{"Type": object.Name("Font"), "Subtype": object.Name("Type3"), "FontMatrix": matrix, "FontBBox": bbox,
			"FirstChar": int64(97), "LastChar": int64(98), "Widths": numbers(w, w), "CharProcs": object.Dict{},
			"Encoding": object.Dict{"Differences": object.Array{int64(97), object.Name("a"), object.Name("b")}}}
	}
	for _, c := range []struct {
		name        string
		font        object.Dict
		content     string
		width, size float64
	}{
		{"thousandths", t3(numbers(.001, 0, 0, .001, 0, 0), numbers(0, -200, 1000, 800), 500), in10("6162"), 10, 10},
		{"pixels of a bitmap", t3(numbers(.0125, 0, 0, .0125, 0, 0), numbers(0, -18, 60, 62), 40), in10("6162"), 10, 10},
		{"a text size of one", t3(numbers(1, 0, 0, 1, 0, 0), numbers(0, -3, 12, 9), 5), "BT /F 1 Tf 50 700 Td (ab) Tj ET", 10, 10},
	} {
		p := withFont(c.font, c.content).read(t)
		if text(p) != "ab" {
			t.Errorf("%s: %q", c.name, text(p))
			continue
		}
		if got := width(t, p); !near(got, c.width) || !near(p.Lines[0].Size, c.size) {
			t.Errorf("%s: %v wide, size %v; want %v and %v", c.name, got, p.Lines[0].Size, c.width, c.size)
		}
	}
}

// Without a bounding box the width of the letters tells how large they are,
// so that a blank of them is one.
func TestType3FontWithoutABox(t *testing.T) {
	for _, c := range []struct {
		name       string
		unit, text float64
	}{
		{"letters a fifth of the text size", .004, 50},
		{"letters of the text size", .02, 10},
	} {
		f := object.Dict{"Subtype": object.Name("Type3"), "FontMatrix": numbers(c.unit, 0, 0, c.unit, 0, 0), "FontBBox": numbers(0, 0, 0, 0),
			"FirstChar": int64(97), "Widths": numbers(25, 25, 25, 25, 25, 12.5), "CharProcs": object.Dict{},
			"Encoding": object.Dict{"Differences": object.Array{int64(97), object.Name("a"), object.Name("b"), object.Name("c"), object.Name("d"), object.Name("e"), object.Name("space")}}}
		p := withFont(f, fmt.Sprintf("BT /F %g Tf 50 700 Td (abfcde) Tj ET", c.text)).read(t)
		if text(p) != "ab cde" || !near(p.Lines[0].Size, 10) {
			t.Errorf("%s: %q of size %v", c.name, text(p), p.Lines[0].Size)
		}
	}
}

func TestFontStyles(t *testing.T) {
	for _, c := range []struct {
		name         string
		desc         object.Dict
		bold, italic bool
	}{
		{"Helvetica", nil, false, false},
		{"ABCDEF+Garamond-Bold", nil, true, false},
		{"Garamond,BoldItalic", nil, true, true},
		{"TimesNewRomanPS-ItalicMT", nil, false, true},
		{"GaramondBold", nil, true, false},
		{"Bolden-Regular", nil, false, false},
		{"Boldenweg", nil, false, false},
		{"CMBX12", nil, true, false},
		{"CMTI10", nil, false, true},
		{"Plain", object.Dict{"Flags": int64(1 << 18)}, true, false},
		{"Plain", object.Dict{"Flags": int64(1 << 6)}, false, true},
		{"Plain", object.Dict{"FontWeight": int64(700)}, true, false},
		{"Plain", object.Dict{"FontWeight": int64(400), "ItalicAngle": -12.0}, false, true},
		{"Plain", object.Dict{"ItalicAngle": 0.0, "Flags": int64(32)}, false, false},
	} {
		f := simpleFont(c.name)
		f["FontDescriptor"] = c.desc
		r := withFont(f, in10("4142")).read(t).Lines[0].Runs[0]
		if r.Bold != c.bold || r.Italic != c.italic {
			t.Errorf("%s %v: bold %v italic %v", c.name, c.desc, r.Bold, r.Italic)
		}
		if want := strings.TrimPrefix(c.name, "ABCDEF+"); r.Font != want {
			t.Errorf("font name %q, want %q", r.Font, want)
		}
	}
}

func TestFontsAreFoundInTheResourcesOfTheirStream(t *testing.T) {
	// The same name means another font inside the form, and the page's again
	// after it; a graphics state may bring a font too.
	s := sheet{
		content:   "BT /F 10 Tf 50 700 Td (a) Tj /G gs 0 -20 Td (b) Tj /None 10 Tf 0 -20 Td (c) Tj ET",
		resources: object.Dict{"ExtGState": object.Dict{"G": object.Dict{"Font": object.Array{object.Ref{Number: 4}, int64(12)}}}},
		objects:   map[object.Ref]object.Object{{Number: 4}: simpleFont("Courier-Bold")},
	}
	p := s.read(t)
	wantText(t, p, "a\nb\nc")
	if f, b := p.Lines[0].Runs[0], p.Lines[1].Runs[0]; f.Font != "Helvetica" || b.Font != "Courier-Bold" || b.Size != 12 {
		t.Errorf("fonts %q, %q of size %v", f.Font, b.Font, b.Size)
	}
}

func TestEmbeddedType1Encoding(t *testing.T) {
	f := simpleFont("ABCDEF+Own")
	delete(f, "Encoding")
	f["FontDescriptor"] = object.Dict{"Flags": int64(4), "FontFile": stream(nil,
		"%!PS-AdobeFont-1.0: Own\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\ndup 65 /endash put\ndup 8#102/quoteright put\nreadonly def\ncurrentfile eexec dup 67 /X put")}
	p := withFont(f, in10("4142")).read(t)
	wantText(t, p, "–’")
	// A code that the program does not name may still draw something.
	p = withFont(f, in10("4143")).read(t)
	wantText(t, p, "–\ufffd")
}

// A font in which two codes are called "2": one as wide as the other digits,
// one as wide as a sign.
func TestDigitsThatCannotBeDigits(t *testing.T) {
	font := func(widths ...float64) object.Dict {
		f := simpleFont("ABCDEF+Own")
		f["FirstChar"], f["Widths"] = int64(65), numbers(widths...)
		f["ToUnicode"] = stream(nil, "6 beginbfchar <41> <0030> <42> <0031> <43> <0032> <44> <0034> <45> <0032> <46> <002E> endbfchar")
		return f
	}
	const shown = "454146444342" // minus 0 . 4 2 1
	p := withFont(font(500, 500, 500, 500, 700, 250), in10(shown)).read(t)
	wantText(t, p, "\ufffd0.421")
	if p.Unmapped != 1 {
		t.Errorf("%d unmapped", p.Unmapped)
	}
	// A raised figure is narrower, but is a figure.
	wantText(t, withFont(font(500, 500, 500, 500, 320, 250), in10(shown)).read(t), "20.421")
	// Digits of another design have their own widths, all of them; digits
	// that are all of one width are in no doubt.
	wantText(t, withFont(font(500, 500, 500, 500, 500, 250), in10(shown)).read(t), "20.421")
	wantText(t, withFont(font(520, 300, 480, 610, 450, 250), in10(shown)).read(t), "20.421")
}

// Names that contradict ToUnicode where it speaks do not speak where it is
// silent.
func TestNamesThatToUnicodeContradicts(t *testing.T) {
	f := simpleFont("ABCDEF+Own")
	f["FontDescriptor"] = object.Dict{"FontFile2": stream(nil, "x")}
	f["ToUnicode"] = stream(nil, "3 beginbfchar <41> <0078> <42> <0079> <43> <007A> endbfchar")
	wantText(t, withFont(f, in10("41424344")).read(t), "xyz\ufffd")
	f["ToUnicode"] = stream(nil, "3 beginbfchar <41> <0041> <42> <0042> <43> <007A> endbfchar")
	wantText(t, withFont(f, in10("41424344")).read(t), "ABzD")
}
