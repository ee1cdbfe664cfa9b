package extract

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/model"
)

// x0 gives where each run of the page begins.
func x0(p model.Page) (xs []float64) {
	for _, l := range p.Lines {
		for _, r := range l.Runs {
			xs = append(xs, r.Box.X0())
		}
	}
	return xs
}

// Helvetica's published widths, in thousandths: A 667, space 278, i 222.
func TestTextStateMovesThePen(t *testing.T) {
	// Each content shows something and then a bold B at the pen, whose left
	// edge tells how far the pen went from x = 100.
	for _, c := range []struct {
		name, content string
		want          float64
	}{
		{"width", "/F 10 Tf 100 700 Td (AA) Tj", 2 * 6.67},
		{"Tc after every glyph", "/F 10 Tf 2 Tc 100 700 Td (AA) Tj", 2*6.67 + 4},
		{"Tw at the blank", "/F 10 Tf 3 Tw 100 700 Td (A A) Tj", 2*6.67 + 2.78 + 3},
		{"no Tw without a blank", "/F 10 Tf 3 Tw 100 700 Td (AA) Tj", 2 * 6.67},
		{"Tz scales widths and gaps", "/F 10 Tf 50 Tz 2 Tc 100 700 Td (AA) Tj", (2*6.67 + 4) / 2},
		{"TJ's numbers go back", "/F 10 Tf 100 700 Td [(A) -500 (A) 100] TJ", 2*6.67 + 5 - 1},
		{"TJ under Tz", "/F 10 Tf 200 Tz 100 700 Td [(A) -500 (A)] TJ", 2 * (2*6.67 + 5)},
		{"the matrix scales", "/F 1 Tf 10 0 0 10 100 700 Tm (AA) Tj", 2 * 6.67},
		{"a negative size under a turned matrix", "/F -10 Tf -1 0 0 -1 100 700 Tm (AA) Tj 1 0 0 1 113.34 700 Tm", 2 * 6.67},
		{"cm scales", "0.5 0 0 0.5 50 350 cm /F 20 Tf 100 700 Td (AA) Tj", 2 * 6.67},
		{"the pen stays over Tj", "/F 10 Tf 100 700 Td (A) Tj (A) Tj", 2 * 6.67},
	} {
		p := read(t, "q BT "+c.content+" 0 Tc 0 Tw 100 Tz /B 10 Tf (B) Tj ET Q")
		xs := x0(p)
		if len(xs) < 2 || !near(xs[len(xs)-1], 100+c.want) {
			t.Errorf("%s: runs begin at %v, want the last at %v", c.name, xs, 100+c.want)
		}
	}
}

func TestLineOperators(t *testing.T) {
	p := read(t, `BT /F 10 Tf 14 TL 50 700 Td (one) Tj T* (two) Tj (three) '
		1 2 (four) " 0 -20 TD (five) Tj 0 Tc T* (six) Tj ET`)
	want := []struct {
		text string
		y    float64
	}{{"one", 100}, {"two", 114}, {"three", 128}, {"four", 142}, {"five", 162}, {"six", 182}}
	if len(p.Lines) != len(want) {
		t.Fatalf("lines: %q", text(p))
	}
	for i, w := range want {
		if l := p.Lines[i]; l.Text() != w.text || !near(l.Baseline, w.y) {
			t.Errorf("line %d: %q at %v, want %q at %v", i, l.Text(), l.Baseline, w.text, w.y)
		}
	}
	// " sets the character gap: four letters, four gaps of 2.
	if got := p.Lines[3].Runs[0].Box.Width(); !near(got, 2.78+5.56+5.56+3.33+3*2) {
		t.Errorf("width of the line with gaps: %v", got)
	}
}

func TestSaveAndRestore(t *testing.T) {
	wantRuns(t, read(t, "/F 10 Tf q /B 10 Tf BT 50 700 Td (bold) Tj ET Q BT 50 600 Td (plain) Tj ET"), "*bold*\nplain")
	// A Q too many does nothing; a q too many neither.
	wantRuns(t, read(t, "Q Q q q /F 10 Tf BT 50 700 Td (here) Tj ET Q"), "here")
	p := read(t, "q 1 0 0 1 0 -100 cm Q /F 10 Tf BT 50 700 Td (x) Tj ET")
	if !near(p.Lines[0].Baseline, 100) {
		t.Errorf("the matrix was not restored: baseline %v", p.Lines[0].Baseline)
	}
}

func TestNestedSavesAreBounded(t *testing.T) {
	n := 4096 + 10
	wantText(t, read(t, strings.Repeat("q ", n)+strings.Repeat("Q ", n)+"/F 10 Tf BT 50 700 Td (after) Tj ET"), "after")
}

func TestFormXObjects(t *testing.T) {
	form := object.Ref{Number: 5}
	s := sheet{
		content:   "/F 10 Tf BT 50 700 Td (page) Tj ET q 1 0 0 1 0 -100 cm /X Do Q BT 50 500 Td (again) Tj ET",
		resources: object.Dict{"XObject": object.Dict{"X": form}},
		objects: map[object.Ref]object.Object{
			form: stream(object.Dict{"Subtype": object.Name("Form"), "Matrix": numbers(1, 0, 0, 1, 20, 0),
				"Resources": object.Dict{"Font": object.Dict{"F": simpleFont("Times-Bold")}}},
				"/F 10 Tf BT 50 700 Td (form) Tj ET Q Q 9 0 0 9 0 0 cm"),
		},
	}
	p := s.read(t)
	wantRuns(t, p, "page\n*form*\nagain")
	if l := p.Lines[1]; !near(l.Runs[0].Box.X0(), 70) || !near(l.Baseline, 200) {
		t.Errorf("form's text at %v, baseline %v", l.Runs[0].Box, l.Baseline)
	}
	if f := p.Lines[2].Runs[0].Font; f != "Helvetica" {
		t.Errorf("font after the form: %s", f)
	}
	// What a form's own resources lack is looked for in the page's.
	s.objects[form] = stream(object.Dict{"Subtype": object.Name("Form"), "Resources": object.Dict{"Font": object.Dict{"Other": simpleFont("Courier")}}},
		"/B 10 Tf BT 50 700 Td (form) Tj ET")
	wantRuns(t, s.read(t), "page\n*form*\nagain")
	// A form without resources uses the page's; an image is nothing.
	s.objects[form] = stream(object.Dict{"Subtype": object.Name("Form")}, "/B 10 Tf BT 50 700 Td (form) Tj ET")
	wantRuns(t, s.read(t), "page\n*form*\nagain")
	// So does one whose own lack the font.
	s.objects[form] = stream(object.Dict{"Subtype": object.Name("Form"), "Resources": object.Dict{"Font": object.Dict{"F": simpleFont("Times-Roman")}}},
		"/B 10 Tf BT 50 700 Td (form) Tj ET")
	wantRuns(t, s.read(t), "page\n*form*\nagain")
	s.objects[form] = stream(object.Dict{"Subtype": object.Name("Image")}, "/B 10 Tf BT 50 700 Td (form) Tj ET")
	wantRuns(t, s.read(t), "page\nagain")
}

func TestFormsThatDrawThemselves(t *testing.T) {
	a, b := object.Ref{Number: 5}, object.Ref{Number: 6}
	form := object.Dict{"Subtype": object.Name("Form"), "Resources": object.Dict{"XObject": object.Dict{"A": a, "B": b},
		"Font": object.Dict{"F": simpleFont("Helvetica")}}}
	s := sheet{
		content:   "/A Do BT /F 10 Tf 50 600 Td (end) Tj ET",
		resources: object.Dict{"XObject": object.Dict{"A": a}},
		objects: map[object.Ref]object.Object{
			a: stream(form, "/B Do BT /F 10 Tf 50 700 Td (a) Tj ET"),
			b: stream(form, "/A Do BT /F 10 Tf 50 650 Td (b) Tj ET"),
		},
	}
	wantText(t, s.read(t), "a\nb\nend")
}

func TestFormDepthIsLimited(t *testing.T) {
	objects := map[object.Ref]object.Object{}
	for i := range 40 {
		objects[object.Ref{Number: i}] = stream(object.Dict{"Subtype": object.Name("Form"),
			"Resources": object.Dict{"XObject": object.Dict{"X": object.Ref{Number: i + 1}}}}, "/X Do")
	}
	s := sheet{
		content:   "BT /F 10 Tf 50 600 Td (before) Tj ET /X Do",
		resources: object.Dict{"XObject": object.Dict{"X": object.Ref{Number: 0}}},
		objects:   objects,
		limits:    object.Limits{FormDepth: 10},
	}
	d := s.document(t)
	wantText(t, d.Pages[0], "before")
	if len(d.Warnings) != 1 || d.Warnings[0].Kind != KindLimit || !strings.Contains(d.Warnings[0].Text, "form-depth") {
		t.Errorf("warnings: %v", d.Warnings)
	}
}

// Forms that draw each other in a fan, ten times each, would take 10^12
// operators.
func TestFanOfFormsEnds(t *testing.T) {
	objects := map[object.Ref]object.Object{{Number: 12}: stream(nil, "")}
	for i := range 12 {
		objects[object.Ref{Number: i}] = stream(object.Dict{"Subtype": object.Name("Form"),
			"Resources": object.Dict{"XObject": object.Dict{"X": object.Ref{Number: i + 1}}}}, strings.Repeat("/X Do ", 10))
	}
	s := sheet{
		content:   "BT /F 10 Tf 50 600 Td (before) Tj ET /X Do",
		resources: object.Dict{"XObject": object.Dict{"X": object.Ref{Number: 0}}},
		objects:   objects,
	}
	d := s.document(t)
	wantText(t, d.Pages[0], "before")
	if len(d.Warnings) != 1 || d.Warnings[0].Kind != KindLimit || !strings.Contains(d.Warnings[0].Text, "operators-per-page") {
		t.Errorf("warnings: %v", d.Warnings)
	}
}

func TestInlineImageIsNoText(t *testing.T) {
	wantText(t, read(t, "BT /F 10 Tf 50 700 Td (one) Tj ET BI /W 8 /H 1 /BPC 8 /CS /G ID (x) Tj  EI BT /F 10 Tf 50 600 Td (two) Tj ET"), "one\ntwo")
}

func TestActualText(t *testing.T) {
	const font = "BT /F 10 Tf 50 700 Td "
	for _, c := range []struct{ name, content, want string }{
		{"stands for the glyphs", font + "(re) Tj /Span <</ActualText (ffi)>> BDC (#) Tj EMC (x) Tj ET", "reffix"},
		{"UTF-16", font + "/Span <</ActualText <FEFF00E900740061>>> BDC (eta) Tj EMC ET", "éta"},
		{"named property list", font + "/Span /P BDC (*) Tj EMC ET", "star"},
		{"empty takes away", font + "(a) Tj /Span <</ActualText ()>> BDC (-) Tj EMC ET", "a"},
		{"soft hyphen stays", font + "(organ) Tj /Span <</ActualText <FEFF00AD>>> BDC (-) Tj EMC ET", "organ\u00ad"},
		{"without glyphs adds nothing", font + "/Span <</ActualText (ghost)>> BDC EMC (a) Tj ET", "a"},
		{"over several lines the glyphs stay", font + "/Span <</ActualText (other)>> BDC (one) Tj 0 -12 Td (two) Tj EMC ET", "one\ntwo"},
		{"not closed", font + "/Span <</ActualText (yes)>> BDC (no) Tj ET", "yes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantText(t, sheet{content: c.content, resources: object.Dict{"Properties": object.Dict{
				"P": object.Dict{"ActualText": object.String("star")}}}}.read(t), c.want)
		})
	}
}

func TestHiddenAndArtifact(t *testing.T) {
	wantRuns(t, read(t, `BT /F 10 Tf 50 700 Td 3 Tr (the scan of one page) Tj 0 Tr 0 -20 Td (seen) Tj
		/Artifact <</Type /Pagination>> BDC 0 -20 Td (head) Tj /Span BMC ( more) Tj EMC EMC 0 -20 Td (body) Tj ET`),
		"?the scan of one page?\nseen\n~head more~\nbody")
}

func TestOptionalContent(t *testing.T) {
	on, off := object.Ref{Number: 7}, object.Ref{Number: 8}
	s := sheet{
		content: `BT /F 10 Tf 50 700 Td /OC /On BDC (shown) Tj EMC 0 -20 Td /OC /Off BDC (draft) Tj /Span BMC (x) Tj EMC EMC
			0 -20 Td (text) Tj ET`,
		resources: object.Dict{"Properties": object.Dict{"On": on, "Off": off}},
		objects: map[object.Ref]object.Object{
			on: object.Dict{"Type": object.Name("OCG")}, off: object.Dict{"Type": object.Name("OCG")},
		},
		catalog: object.Dict{"OCProperties": object.Dict{"OCGs": object.Array{on, off},
			"D": object.Dict{"OFF": object.Array{off}}}},
	}
	wantText(t, s.read(t), "shown\ntext")
}

func TestDoubledTextCountsOnce(t *testing.T) {
	const s = "BT /F 10 Tf 50 700 Td (bold) Tj ET BT /F 10 Tf 50.3 700 Td (bold) Tj ET BT /F 10 Tf 50 650 Td (plain) Tj ET"
	wantRuns(t, read(t, s), "*bold*\nplain")
	// Twice the same word, one after the other, is two words.
	wantRuns(t, read(t, "BT /F 10 Tf 50 700 Td (had ) Tj (had) Tj ET"), "had had")
	// Letters of which two are alike are no doubles, however narrow.
	wantText(t, read(t, "BT /F 10 Tf 50 700 Td (fill) Tj (illi) Tj ET"), "fillilli")
}

func TestFakeStyles(t *testing.T) {
	wantRuns(t, read(t, "BT /F 10 Tf 2 Tr 50 700 Td (thick) Tj 0 Tr 1 0 0.21 1 50 650 Tm (leaning) Tj 1 0 0.02 1 50 600 Tm (upright) Tj ET"),
		"*thick*\n/leaning/\nupright")
}

func TestRotateAndCropBox(t *testing.T) {
	// The crop box is 500 × 700 with its corner at (40, 30). In each case the
	// words are drawn so that they are upright on the page as displayed.
	for _, c := range []struct {
		rotate        int64
		matrix        string
		width, height float64
		x0, baseline  float64
	}{
		{0, "1 0 0 1 100 230", 500, 700, 60, 500},
		{90, "0 1 -1 0 100 230", 700, 500, 200, 60},
		{180, "-1 0 0 -1 440 230", 500, 700, 100, 200},
		{270, "0 -1 1 0 100 230", 700, 500, 500, 440},
		{-90, "0 -1 1 0 100 230", 700, 500, 500, 440},
		{450, "0 1 -1 0 100 230", 700, 500, 200, 60},
	} {
		p := sheet{content: "BT /F 10 Tf " + c.matrix + " Tm (word) Tj ET",
			page: object.Dict{"CropBox": numbers(40, 30, 540, 730), "Rotate": c.rotate}}.read(t)
		if p.Width != c.width || p.Height != c.height || len(p.Lines) != 1 || p.Turned != 0 {
			t.Errorf("rotate %d: %v × %v, %d lines, turned by %d", c.rotate, p.Width, p.Height, len(p.Lines), p.Turned)
			continue
		}
		l := p.Lines[0]
		if l.Dir != model.Rightward || !near(l.Baseline, c.baseline) || !near(l.Box.X0(), c.x0) {
			t.Errorf("rotate %d: direction %v, baseline %v from %v; want %v from %v", c.rotate, l.Dir, l.Baseline, l.Box.X0(), c.baseline, c.x0)
		}
	}
}

func TestPageOnItsSideIsTurned(t *testing.T) {
	const content = "BT /F 10 Tf 100 700 Td (the words of a page) Tj 0 -20 Td (and more) Tj ET 1 w 100 600 m 300 600 l S"
	plain := read(t, content)
	for _, rotate := range []int64{90, 180, 270} {
		p := sheet{content: content, page: object.Dict{"Rotate": rotate}}.read(t)
		if p.Turned != int(360-rotate) {
			t.Errorf("rotate %d: turned by %d", rotate, p.Turned)
		}
		p.Turned = 0
		if !reflect.DeepEqual(p, plain) {
			t.Errorf("rotate %d: not as the plain page: %v", rotate, p)
		}
	}
	// A third of the letters may run across without turning anything.
	p := read(t, "BT /F 10 Tf 0 1 -1 0 300 400 Tm (HEADS) Tj 1 0 0 1 50 300 Tm (1 0 +1 0) Tj ET")
	if p.Turned != 0 || len(p.Lines) != 2 {
		t.Errorf("turned by %d", p.Turned)
	}
}

func TestTextOutsideThePage(t *testing.T) {
	d := sheet{content: "BT /F 10 Tf 100 700 Td (in) Tj 1000 0 Td (out) Tj 0 -5000 Td (below) Tj ET"}.document(t)
	wantText(t, d.Pages[0], "in")
	if len(d.Warnings) != 1 || d.Warnings[0].Kind != KindUnseen || d.Warnings[0].At.Page() != 1 {
		t.Errorf("warnings: %v", d.Warnings)
	}
}

// A letter or two at the edge are no word.
func TestLettersAtThePagesEdge(t *testing.T) {
	d := sheet{content: "BT /F 10 Tf 590 700 Td (edge) Tj ET"}.document(t)
	if kindsOf(d) != KindOutside {
		t.Errorf("warnings: %v", d.Warnings)
	}
}

// Streams between which one is missing do not go on in a word.
func TestContentsArrayWithAHole(t *testing.T) {
	a := stream(nil, "BT /F 10 Tf 50 70")
	b := stream(nil, "0 Td (x) Tj ET")
	p := sheet{contents: object.Array{a, nil, b}}.read(t)
	// "70" and "0" must not become 700.
	if len(p.Lines) == 1 && near(p.Lines[0].Baseline, 100) {
		t.Error("the streams were joined without white space")
	}
}

func TestDamagedStreamGivesWhatThereIs(t *testing.T) {
	d := sheet{contents: object.Array{stream(nil, "BT /F 10 Tf 50 700 Td (first) Tj ET"),
		&object.Stream{Dict: object.Dict{}, Handle: errors.New("broken")}}}.document(t)
	wantText(t, d.Pages[0], "first")
	if len(d.Warnings) != 1 || d.Warnings[0].Kind != KindPageCut {
		t.Errorf("warnings: %v", d.Warnings)
	}
}

func TestPanicIsAWarningOfThePage(t *testing.T) {
	d := sheet{contents: &object.Stream{Dict: object.Dict{}}}.document(t)
	if len(d.Warnings) != 1 || d.Warnings[0].Kind != KindPageFailed || d.Warnings[0].At.Page() != 1 {
		t.Errorf("warnings: %v", d.Warnings)
	}
}

func TestUnknownOperatorsAndOperandsAreHarmless(t *testing.T) {
	wantText(t, read(t, `1 2 frob BT Tf /F Tf /F 10 Tf Td 50 700 Td Tj 5 Tj [1 2] Tj (a) TJ Tm cm Do /None Do gs ' " (b) Tj
		BDC EMC EMC re m l S EI ET`), "b")
}

func TestGlyphLimit(t *testing.T) {
	d := sheet{content: "BT /F 10 Tf 50 700 Td " + strings.Repeat("(abcdefghij) Tj 0 -1 Td ", 50) + "ET",
		limits: object.Limits{GlyphsPerPage: 100}}.document(t)
	if len(d.Warnings) != 1 || d.Warnings[0].Kind != KindLimit || len(d.Pages[0].Lines) == 0 {
		t.Errorf("%d lines, warnings: %v", len(d.Pages[0].Lines), d.Warnings)
	}
}

func TestAnnotationAppearances(t *testing.T) {
	look := func(flags int64) object.Dict {
		return object.Dict{"Subtype": object.Name("Widget"), "F": flags, "Rect": numbers(100, 600, 300, 640), "AS": object.Name("On"),
			"AP": object.Dict{"N": object.Dict{"On": stream(object.Dict{"Subtype": object.Name("Form"), "BBox": numbers(0, 0, 100, 20),
				"Resources": object.Dict{"Font": object.Dict{"F": simpleFont("Helvetica")}}}, "BT /F 5 Tf 10 10 Td (filled) Tj ET")}}}
	}
	page := func(a object.Dict) sheet {
		return sheet{content: "BT /F 10 Tf 50 700 Td (form) Tj ET", page: object.Dict{"Annots": object.Array{a,
			object.Dict{"Subtype": object.Name("Link"), "Rect": numbers(0, 0, 1, 1)}}}}
	}
	p := page(look(4)).read(t)
	wantText(t, p, "form\nfilled")
	// Twice as large as drawn, as the rectangle asks.
	if l := p.Lines[1]; !near(l.Size, 10) || !near(l.Box.X0(), 120) || !near(l.Baseline, 800-620) {
		t.Errorf("placed at %v, baseline %v, size %v", l.Box, l.Baseline, l.Size)
	}
	wantText(t, page(look(2)).read(t), "form")
}

// What a page's window hides is left out and counted; what a smaller box hides
// is told of in another way (TestUnseenIsLeftOut).
func TestWindowOfAPage(t *testing.T) {
	for _, c := range []struct {
		name, content, want string
		outside             int
	}{
		{"tips of the line below it", "q 50 100 500 600 re W n BT /F 10 Tf 60 400 Td (shown) Tj 0 -306 Td (8) Tj ET Q", "shown", 1},
		{"more than half of a line", "q 50 100 500 600 re W n BT /F 10 Tf 60 400 Td (shown) Tj 0 -303 Td (too) Tj ET Q", "shown\ntoo", 0},
		{"tails of the line above it", "q 50 100 500 600 re W* n BT /F 10 Tf 60 702 Td (g) Tj 0 -100 Td (shown) Tj ET Q", "shown", 1},
		{"after Q", "q 50 100 500 600 re W n Q BT /F 10 Tf 60 94 Td (shown) Tj ET", "shown", 0},
		{"a path that is painted and does not clip", "50 100 500 600 re S BT /F 10 Tf 60 90 Td (shown) Tj ET", "shown", 0},
	} {
		d := sheet{content: c.content}.document(t)
		outside := 0
		for _, w := range d.Warnings {
			if w.Kind == KindOutside {
				outside++
			}
		}
		if got := text(d.Pages[0]); got != c.want || outside != c.outside {
			t.Errorf("%s: %q, %d warnings; want %q, %d", c.name, got, outside, c.want, c.outside)
		}
	}
}
