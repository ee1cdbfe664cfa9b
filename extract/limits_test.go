package extract

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/model"
)

// kinds are the kinds and texts of a document's warnings.
func kinds(d *model.Document) string {
	var out []string
	for _, w := range d.Warnings {
		out = append(out, w.Kind+": "+w.Text)
	}
	return strings.Join(out, "\n")
}

// Pages cost all together no more than the file may; which are read does not
// depend on how many are read at the same time.
func TestPagesTogetherAreBounded(t *testing.T) {
	b := written(40)
	read := func(jobs int, most int64) *model.Document {
		doc, err := readBytes(t, b, Options{Jobs: jobs, Limits: object.Limits{Operators: most}})
		if err != nil {
			t.Fatal(err)
		}
		return doc
	}
	if d := read(1, 1_000_000); len(d.Warnings) != 0 {
		t.Fatalf("enough for all: %s", kinds(d))
	}
	one := read(1, 60_000)
	n := 0
	for n < len(one.Pages) && len(one.Pages[n].Lines) > 0 {
		n++
	}
	for _, p := range one.Pages[n:] {
		if len(p.Lines) > 0 || p.Width != 600 || p.Height != 800 {
			t.Errorf("page %d has %d lines, %v × %v", p.Number, len(p.Lines), p.Width, p.Height)
		}
	}
	if n == 0 || n > 20 || len(one.Pages) != 40 {
		t.Errorf("%d of %d pages were read", n, len(one.Pages))
	}
	want := fmt.Sprintf("limit: not read: the pages have more than 60000 operators all together (limit operators); so on %d pages", 40-n)
	if got := kinds(one); got != want || one.Warnings[0].At.Page() != n+1 {
		t.Errorf("warnings %s\nwant %s", got, want)
	}
	for range 5 {
		if many := read(6, 60_000); !reflect.DeepEqual(one, many) {
			t.Fatalf("six goroutines give another document than one: %s", kinds(many))
		}
	}
}

// Pages that decode their streams over and over run out of what the file may
// decode to; where, does not depend on how many are read at the same time.
func TestDecodedBytesAreSharedInOrder(t *testing.T) {
	b := regexp.MustCompile(`/Contents ([0-9]+ 0 R)`).ReplaceAll(written(40), []byte("/Contents [$1 $1 $1]"))
	read := func(jobs int) *model.Document {
		doc, err := readBytes(t, b, Options{Jobs: jobs, Limits: object.Limits{DocumentRatio: 1, DocumentFloor: 1}})
		if err != nil {
			t.Fatal(err)
		}
		return doc
	}
	one := read(1)
	if got := kinds(one); !strings.Contains(got, "(limit document-ratio)") || len(one.Pages[5].Lines) == 0 || len(one.Pages[39].Lines) > 0 {
		t.Fatalf("the limit should be hit between page 6 and 40: %s", got)
	}
	for range 15 {
		if many := read(6); !reflect.DeepEqual(one, many) {
			t.Fatalf("six goroutines give another document than one: %s", kinds(many))
		}
	}
}

// What is said of several pages is said once, with their number; what is said
// in other words, or of one page, stays.
func TestFold(t *testing.T) {
	w := func(kind, text string, page int) model.Warning {
		return model.Warning{Kind: kind, Text: text, At: model.At{{Page: page}}}
	}
	got := fold([]model.Warning{
		w("a", "cut", 1), w("a", "short", 2), w("a", "cut", 3), w("b", "cut", 3), w("a", "cut", 9),
	})
	want := []model.Warning{
		{Kind: "a", Text: "cut; so on 3 pages", At: model.At{{Page: 1}, {Page: 3}, {Page: 9}}}, w("a", "short", 2), w("b", "cut", 3),
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
	var many []model.Warning
	for page := range 9000 {
		many = append(many, w("a", "cut", page+1))
	}
	if got := fold(many); len(got) != 1 || len(got[0].At) != maxNamedPages || got[0].Text != "cut; so on 9000 pages" {
		t.Errorf("%d warnings", len(got))
	}
}

// The limit that is named is the one that has to be raised.
func TestDeepPageTree(t *testing.T) {
	const depth = 120
	m := &memory{objects: map[object.Ref]object.Object{}, trailer: object.Dict{"Root": object.Dict{"Pages": object.Ref{Number: 1}}}}
	for i := range depth {
		m.objects[object.Ref{Number: i + 1}] = object.Dict{"Type": object.Name("Pages"), "Kids": object.Array{object.Ref{Number: i + 2}}}
	}
	m.objects[object.Ref{Number: depth + 1}] = object.Dict{"Type": object.Name("Page")}
	_, err := readPages(context.Background(), "x", newFile(m, object.DefaultLimits()), Options{})
	var limit *object.LimitError
	if !errors.As(err, &limit) || limit.Limit != "Nesting" || limit.Max != 100 {
		t.Errorf("error %v", err)
	}
	doc, err := readPages(context.Background(), "x", newFile(m, object.Limits{Nesting: depth}.OrDefault()), Options{})
	if err != nil || len(doc.Pages) != 1 {
		t.Errorf("raised: %v", err)
	}
}

// refusing is a reader that cannot give some objects.
type refusing struct {
	*memory
	why map[object.Ref]error
}

func (r refusing) Load(ref object.Ref) (object.Object, error) {
	if err := r.why[ref]; err != nil {
		return nil, fmt.Errorf("object %v: %w", ref, err)
	}
	return r.memory.Load(ref)
}

// An object that is left out because a limit was hit is told of, once for each
// limit and in a fixed order.
func TestMissingObjectIsToldOf(t *testing.T) {
	var kids object.Array
	why := map[object.Ref]error{{Number: 99}: errors.New("no limit")}
	for i := range 9 {
		kids = append(kids, object.Dict{"Type": object.Name("Page"), "Contents": object.Ref{Number: i + 1}, "Annots": object.Ref{Number: 99}})
		why[object.Ref{Number: i + 1}] = &object.LimitError{Limit: []string{"Nesting", "DocumentFloor", "Time"}[i%3], Max: 20}
	}
	m := refusing{&memory{trailer: object.Dict{"Root": object.Dict{"Pages": object.Dict{"Kids": kids}}}}, why}
	doc, err := readPages(context.Background(), "x", newFile(m, object.DefaultLimits()), Options{Jobs: 3})
	if err != nil {
		t.Fatal(err)
	}
	if got := kinds(doc); got != "limit: the streams of the file decode to more than 20 bytes all together (limit document-floor); what is beyond is left out\n"+
		"limit: objects of the file stand more than 20 deep in each other (limit nesting); what is beyond is left out" {
		t.Errorf("warnings %s", got)
	}
}

// A form whose content is not all there is told of, once for each page; an
// image that cannot be decoded is none.
func TestDamagedForm(t *testing.T) {
	form, image := object.Ref{Number: 5}, object.Ref{Number: 6}
	broken := func(subtype object.Name) *object.Stream {
		return &object.Stream{Dict: object.Dict{"Subtype": subtype}, Handle: errors.New("the bytes stop")}
	}
	d := sheet{
		content:   "/F 10 Tf BT 50 700 Td (page) Tj ET /I Do",
		resources: object.Dict{"XObject": object.Dict{"X": form, "I": image}},
		objects:   map[object.Ref]object.Object{form: broken("Form"), image: broken("Image")},
	}
	if got := kinds(d.document(t)); got != "" {
		t.Errorf("image: %s", got)
	}
	d.content += " /X Do /X Do"
	if got := kinds(d.document(t)); got != "page-cut: a drawing on the page: the bytes stop" {
		t.Errorf("form: %s", got)
	}
}

func TestAnnotationLimit(t *testing.T) {
	stamp := object.Ref{Number: 5}
	var list object.Array
	for i := range 4 {
		list = append(list, object.Dict{"Subtype": object.Name("Stamp"), "AP": object.Dict{"N": stamp}, "Rect": numbers(50, 700-20*float64(i), 150, 720-20*float64(i))})
	}
	s := sheet{
		page:    object.Dict{"Annots": list},
		objects: map[object.Ref]object.Object{stamp: stream(object.Dict{"Subtype": object.Name("Form"), "BBox": numbers(0, 0, 100, 20), "Resources": object.Dict{"Font": object.Dict{"F": simpleFont("Helvetica")}}}, "BT /F 10 Tf 5 5 Td (stamp) Tj ET")},
		limits:  object.Limits{AnnotationsPerPage: 4},
	}
	if d := s.document(t); text(d.Pages[0]) != "stamp\nstamp\nstamp\nstamp" || len(d.Warnings) != 0 {
		t.Errorf("all: %q, %s", text(d.Pages[0]), kinds(d))
	}
	s.limits.AnnotationsPerPage = 3
	if d := s.document(t); text(d.Pages[0]) != "stamp\nstamp\nstamp" || kinds(d) != "limit: the page has more than 3 annotations (limit annotations-per-page)" {
		t.Errorf("one more: %q, %s", text(d.Pages[0]), kinds(d))
	}
}

func TestFontLimit(t *testing.T) {
	s := sheet{
		content: "BT /X 10 Tf 50 700 Td (one) Tj /Y 10 Tf 0 -20 Td (two) Tj ET",
		fonts:   object.Dict{"X": object.Ref{Number: 5}, "Y": object.Ref{Number: 6}},
		objects: map[object.Ref]object.Object{{Number: 5}: simpleFont("Courier"), {Number: 6}: simpleFont("Courier-Bold")},
		limits:  object.Limits{Fonts: 2},
	}
	if d := s.document(t); runs(d.Pages[0]) != "one\n*two*" || len(d.Warnings) != 0 {
		t.Errorf("both: %q, %s", runs(d.Pages[0]), kinds(d))
	}
	s.limits.Fonts = 1
	if d := s.document(t); runs(d.Pages[0]) != "one\ntwo" || kinds(d) != "limit: the file has more than 1 fonts, or as many by what they take (limit fonts); text in the others is read with a substitute" {
		t.Errorf("one: %q, %s", runs(d.Pages[0]), kinds(d))
	}
}

// A font with large tables counts as several.
func TestFontLimitByRoom(t *testing.T) {
	s := sheet{
		content: "BT /X 10 Tf 50 700 Td <0041> Tj /Y 10 Tf 0 -20 Td (two) Tj ET",
		fonts:   object.Dict{"X": object.Ref{Number: 5}, "Y": object.Ref{Number: 6}},
		limits:  object.Limits{Fonts: 4},
	}
	for _, c := range []struct {
		widths int
		told   bool
	}{{100, false}, {2000, true}} {
		wide := object.Dict{
			"Subtype": object.Name("Type0"), "BaseFont": object.Name("Some"), "Encoding": object.Name("Identity-H"), "ToUnicode": object.Name("Identity-H"),
			"DescendantFonts": object.Array{object.Dict{"FontDescriptor": object.Dict{}, "W": object.Array{int64(0), int64(c.widths), 500.0}}},
		}
		s.objects = map[object.Ref]object.Object{{Number: 5}: wide, {Number: 6}: simpleFont("Courier")}
		if d := s.document(t); strings.Contains(kinds(d), "limit fonts") != c.told {
			t.Errorf("%d widths: %s", c.widths, kinds(d))
		}
	}
}

// Streams of a page's content are joined until nothing is left to decode them
// with.
func TestContentsUpToTheLimit(t *testing.T) {
	over := &object.Stream{Dict: object.Dict{}, Handle: error(&object.LimitError{Limit: "DocumentFloor", Max: 7})}
	s := sheet{page: object.Dict{"Contents": object.Array{
		stream(nil, "BT /F 10 Tf 50 700 Td (one) Tj"), over, over, stream(nil, "T* (two) Tj ET")}}}
	d := s.document(t)
	if text(d.Pages[0]) != "one" || kinds(d) != "limit: the streams of the file decode to more than 7 bytes all together (limit document-floor)" {
		t.Errorf("%q, %s", text(d.Pages[0]), kinds(d))
	}
}

// A map of characters that is too long is told of: the text that it is for may
// be read wrongly.
func TestCMapLimit(t *testing.T) {
	font := simpleFont("Helvetica")
	cmap := "1 beginbfchar <61> <0062> endbfchar"
	font["ToUnicode"] = stream(nil, cmap)
	s := sheet{content: "BT /X 10 Tf 50 700 Td (a) Tj ET", fonts: object.Dict{"X": font}, limits: object.Limits{CMapBytes: int64(len(cmap))}}
	if d := s.document(t); text(d.Pages[0]) != "b" || len(d.Warnings) != 0 {
		t.Errorf("fits: %q, %s", text(d.Pages[0]), kinds(d))
	}
	s.limits.CMapBytes--
	if d := s.document(t); text(d.Pages[0]) != "a" || kinds(d) != "limit: the table of a font's characters has more than 34 bytes (limit cmap-bytes); what is beyond is left out" {
		t.Errorf("too long: %q, %s", text(d.Pages[0]), kinds(d))
	}
}

// Fonts that cannot be shared are bounded by what loading them costs.
func TestFontsOfGraphicsStates(t *testing.T) {
	s := sheet{content: "BT /F 10 Tf 50 700 Td (before) Tj " + strings.Repeat("/G gs ", 5000) + "(after) Tj ET",
		resources: object.Dict{"ExtGState": object.Dict{"G": object.Dict{"Font": object.Array{simpleFont("Courier"), int64(10)}}}}}
	if d := s.document(t); text(d.Pages[0]) != "before" || kinds(d) != "limit: the page has more than 4000000 operators (limit operators-per-page)" {
		t.Errorf("%q, %s", text(d.Pages[0]), kinds(d))
	}
	s.resources["ExtGState"] = object.Dict{"G": object.Dict{"Font": object.Array{object.Ref{Number: 5}, int64(10)}}}
	s.objects = map[object.Ref]object.Object{{Number: 5}: simpleFont("Courier")}
	if d := s.document(t); text(d.Pages[0]) != "beforeafter" || len(d.Warnings) != 0 {
		t.Errorf("shared: %q, %s", text(d.Pages[0]), kinds(d))
	}
}
