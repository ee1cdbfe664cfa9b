package extract

import (
	"fmt"
	"testing"

	"recount.invalid/recount/extract/object"
)

// Text of fields and comments that nothing shows is counted, and is no text of
// the page.
func TestTextWithoutAppearance(t *testing.T) {
	name := func(n string) object.Name { return object.Name(n) }
	widget := func(kind string, value object.Object) object.Dict {
		return object.Dict{"Subtype": name("Widget"), "FT": name(kind), "V": value}
	}
	note := func(kind string) object.Dict {
		return object.Dict{"Subtype": name(kind), "Contents": object.String("said")}
	}
	with := func(d object.Dict, key string, value object.Object) object.Dict {
		d[object.Name(key)] = value
		return d
	}
	field, long, shown, blank := object.Ref{Number: 5}, object.Ref{Number: 6}, object.Ref{Number: 7}, object.Ref{Number: 8}
	objects := map[object.Ref]object.Object{
		field: object.Dict{"FT": name("Tx"), "Parent": object.Dict{"V": object.String("typed")}},
		long:  stream(nil, "typed at length"),
		blank: stream(nil, " \n"),
		shown: stream(object.Dict{"Subtype": name("Form"), "BBox": numbers(0, 0, 100, 20),
			"Resources": object.Dict{"Font": object.Dict{"F": simpleFont("Helvetica")}}}, "BT /F 10 Tf 5 5 Td (shown) Tj ET"),
	}
	for i, c := range []struct {
		annotation object.Dict
		undrawn    bool
	}{
		{widget("Tx", object.String("typed")), true},
		{widget("Tx", object.String("\xfe\xff\x00a")), true},
		{widget("Tx", long), true},
		{widget("Tx", blank), false},
		{widget("Tx", object.String("")), false},
		{widget("Tx", object.String("\xfe\xff")), false},
		{widget("Tx", object.String("  ")), false},
		{widget("Tx", nil), false},
		{object.Dict{"Subtype": name("Widget"), "Parent": field}, true},
		{with(object.Dict{"Subtype": name("Widget"), "Parent": field}, "V", object.String("")), false},
		{object.Dict{"Subtype": name("Widget"), "V": object.String("no field")}, false},
		{widget("Ch", object.String("chosen")), true},
		{widget("Ch", object.Array{object.String(""), object.String("chosen")}), true},
		{widget("Ch", object.Array{}), false},
		{widget("Btn", name("Yes")), false},
		{widget("Btn", object.String("Yes")), false},
		{widget("Sig", object.Dict{"Contents": object.String("x")}), false},
		{note("FreeText"), true},
		{with(note("FreeText"), "Contents", nil), false},
		{with(note("FreeText"), "F", int64(2)), false},
		{with(note("FreeText"), "F", int64(32)), false},
		{with(note("FreeText"), "F", int64(4)), true}, // to be printed
		{with(note("FreeText"), "AP", object.Dict{"N": shown}), false},
		{with(note("FreeText"), "AP", object.Dict{"N": object.Ref{Number: 99}}), true},
		{with(note("FreeText"), "AP", object.Dict{"D": shown}), true},
		{note("Line"), false},
		{with(note("Line"), "Cap", true), true},
		{with(note("Line"), "Cap", false), false},
		{note("Text"), false},
		{note("Highlight"), false},
		{note("Link"), false},
		{note("Popup"), false},
	} {
		s := sheet{content: "BT /F 10 Tf 50 700 Td (page) Tj ET", objects: objects,
			page: object.Dict{"Annots": object.Array{with(c.annotation, "Rect", numbers(50, 600, 150, 620))}}}
		d := s.document(t)
		want, text0 := "", "page"
		if c.undrawn {
			want = "undrawn: 1 form fields or comments have text that nothing in the file shows on the page; it was left out"
		}
		if ap, ok := c.annotation["AP"].(object.Dict); ok && ap["N"] == shown {
			text0 = "page\nshown"
		}
		if got := kinds(d); got != want || text(d.Pages[0]) != text0 {
			t.Errorf("%d: %v: text %q, warnings %q", i, c.annotation, text(d.Pages[0]), got)
		}
	}
}

// Such fields are counted over all pages, and each of their pages is named.
func TestTextWithoutAppearanceIsCounted(t *testing.T) {
	field := object.Dict{"Subtype": object.Name("Widget"), "FT": object.Name("Tx"), "V": object.String("typed")}
	var kids object.Array
	for i := range 5 {
		p := object.Dict{"Type": object.Name("Page")}
		if i%2 == 0 {
			p["Annots"] = object.Array{field, field}
		}
		kids = append(kids, p)
	}
	d := sheet{catalog: object.Dict{"Pages": object.Dict{"Kids": kids}}}.document(t)
	if got := kinds(d); got != "undrawn: 6 form fields or comments have text that nothing in the file shows on the page; it was left out" {
		t.Errorf("warnings %s", got)
	}
	if at := fmt.Sprint(d.Warnings[0].At); at != "[{1 [0 0 0 0]} {3 [0 0 0 0]} {5 [0 0 0 0]}]" {
		t.Errorf("at %s", at)
	}
}
