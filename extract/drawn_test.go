package extract

import (
	"context"
	"strings"
	"testing"

	"recount.invalid/recount/extract/object"
)

// counting counts what is asked of the objects.
type counting struct {
	*memory
	loads map[object.Ref]int
	data  map[*object.Stream]int
}

func (c *counting) Load(r object.Ref) (object.Object, error) {
	c.loads[r]++
	return c.memory.Load(r)
}

func (c *counting) Data(s *object.Stream) ([]byte, error) {
	c.data[s]++
	return c.memory.Data(s)
}

// What a page draws a thousand times is looked up, decoded and given its fonts
// once.
func TestDrawnAThousandTimes(t *testing.T) {
	const times = 1000
	form, image := object.Ref{Number: 5}, object.Ref{Number: 6}
	toUnicode := stream(nil, "1 beginbfchar <61> <0062> endbfchar")
	font := simpleFont("Helvetica")
	font["ToUnicode"] = toUnicode
	drawn := stream(object.Dict{"Subtype": object.Name("Form"), "Resources": object.Dict{"Font": object.Dict{"F": font}}},
		"BT /F 10 Tf 50 700 Td (a) Tj ET")
	c := &counting{loads: map[object.Ref]int{}, data: map[*object.Stream]int{}, memory: &memory{
		objects: map[object.Ref]object.Object{form: drawn, image: stream(object.Dict{"Subtype": object.Name("Image")}, "x")},
		trailer: object.Dict{"Root": object.Dict{"Pages": object.Dict{"Kids": object.Array{object.Dict{
			"Type": object.Name("Page"), "MediaBox": numbers(0, 0, 600, 800),
			"Resources": object.Dict{"XObject": object.Dict{"X": form, "I": image}},
			"Contents":  stream(nil, strings.Repeat("q 1 0 0 1 0 -0.5 cm /X Do /I Do Q\n", times)),
		}}}}},
	}}
	doc, err := readPages(context.Background(), "made.pdf", newFile(c, object.DefaultLimits()), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := text(doc.Pages[0]); !strings.HasPrefix(got, "b") {
		t.Errorf("text %q", got)
	}
	for what, n := range map[string]int{
		"form loaded": c.loads[form], "image loaded": c.loads[image], "form decoded": c.data[drawn], "its font loaded": c.data[toUnicode],
	} {
		if n != 1 {
			t.Errorf("%s %d times", what, n)
		}
	}
}

// One form within two others finds in each what it lacks itself.
func TestFormWithinTwoOthers(t *testing.T) {
	inner, left, right := object.Ref{Number: 5}, object.Ref{Number: 6}, object.Ref{Number: 7}
	around := func(base string) *object.Stream {
		return stream(object.Dict{"Subtype": object.Name("Form"), "Resources": object.Dict{
			"XObject": object.Dict{"X": inner}, "Font": object.Dict{"N": simpleFont(base)}}}, "/X Do")
	}
	wantRuns(t, sheet{
		content:   "q /L Do Q q 1 0 0 1 0 -100 cm /R Do Q q 1 0 0 1 0 -200 cm /L Do Q",
		resources: object.Dict{"XObject": object.Dict{"L": left, "R": right}},
		objects: map[object.Ref]object.Object{
			left: around("Helvetica-Bold"), right: around("Helvetica-Oblique"),
			inner: stream(object.Dict{"Subtype": object.Name("Form"), "Resources": object.Dict{"Font": object.Dict{"M": simpleFont("Courier")}}},
				"BT /N 10 Tf 50 700 Td (words) Tj ET"),
		},
	}.read(t), "*words*\n/words/\n*words*")
}

// A name means what the resources of the form that uses it say.
func TestNameInPageAndForm(t *testing.T) {
	outer, a, b := object.Ref{Number: 5}, object.Ref{Number: 6}, object.Ref{Number: 7}
	shows := func(s string) *object.Stream {
		return stream(object.Dict{"Subtype": object.Name("Form")}, "BT /F 10 Tf 50 700 Td ("+s+") Tj ET")
	}
	wantText(t, sheet{
		content:   "/X Do q 1 0 0 1 0 -100 cm /O Do Q q 1 0 0 1 0 -200 cm /X Do Q",
		resources: object.Dict{"XObject": object.Dict{"X": a, "O": outer}},
		objects: map[object.Ref]object.Object{a: shows("page"), b: shows("form"),
			outer: stream(object.Dict{"Subtype": object.Name("Form"), "Resources": object.Dict{"XObject": object.Dict{"X": b}}}, "/X Do")},
	}.read(t), "page\nform\npage")
}
