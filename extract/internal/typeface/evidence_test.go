package typeface

import (
	"maps"
	"slices"
	"testing"

	"recount.invalid/recount/extract/internal/access"
	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/objecttest"
)

// Two hints of different witnesses are damage, one is not.
func TestHintsAreWeighed(t *testing.T) {
	widths, text := object.Array{}, map[uint32]string{}
	for c := int64(1); c < 60; c += 2 {
		widths = append(widths, c, object.Array{int64(500)})
		text[uint32(c)] = "x"
	}
	weigh := func(w object.Array, text map[uint32]string) string {
		f := loader{access.New(objecttest.Document{}.Reader(), object.Limits{}.OrDefault())}
		s := &statements{file: f, d: object.Dict{"DescendantFonts": object.Array{}}, cid: object.Dict{"W": w}, subtype: "Type0",
			composite: &Composite{toUnicode: &cmap{text: text}, width: f.cidWidths(w, 1)}}
		return s.weigh()
	}
	if got := weigh(widths, text); got != "" {
		t.Error("a sound list:", got)
	}
	moved := slices.Clone(widths)
	moved[20] = int64(821)
	if got := weigh(moved, text); got != lostWidth {
		t.Errorf("an index of the list lost a figure: %q", got)
	}
	all := maps.Clone(text)
	all[821] = "y"
	if got := weigh(moved, all); got != "" {
		t.Error("a list out of order of characters that the map has:", got)
	}
	more := append(slices.Clone(widths), int64(900), object.Array{int64(500)})
	if got := weigh(more, text); got != "" {
		t.Error("a width more than the map has characters:", got)
	}
}
