package extract

import (
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/extract/object"
)

// lettersOf is a composite font whose program, which is in the file, names no glyphs and
// draws the letters of a text, with a map that calls them by those of another; packed
// says that the map has a checksum.
func lettersOf(drawn, called string, packed bool) object.Dict {
	heights := [][2]int{{}}
	var pairs []string
	names := []rune(called)
	for i, r := range []rune(drawn) {
		h := [2]int{-10, 660}
		switch {
		case strings.ContainsRune("acemnorsuvwx", r):
			h = [2]int{-10, 460}
		case strings.ContainsRune("gpqy", r):
			h = [2]int{-220, 460}
		case r == '.':
			h = [2]int{-10, 90}
		}
		heights = append(heights, h)
		pairs = append(pairs, fmt.Sprintf("%04X", i+1), fmt.Sprintf("%04X", names[i]))
	}
	toUnicode := bfchars(pairs...)
	if packed {
		toUnicode.Dict["Filter"] = object.Name("FlateDecode")
	}
	program := boxed(heights...)
	return object.Dict{"Subtype": object.Name("Type0"), "Encoding": object.Name("Identity-H"), "ToUnicode": toUnicode,
		"DescendantFonts": object.Array{object.Dict{"Subtype": object.Name("CIDFontType2"),
			"FontDescriptor": object.Dict{"FontFile2": stream(object.Dict{"Length1": int64(len(program))}, program)}}}}
}

// A letter that a map without a checksum calls by one that is drawn otherwise has lost a
// bit; what faces draw by themselves has not.
func TestLettersAreDrawnAsTheyAreCalled(t *testing.T) {
	const all = "ABCDEFGabcdefghijklmnopqrsuvwxy."
	for _, c := range []struct {
		name, drawn, called string
		packed, told        bool
	}{
		{"as they are drawn", all, all, false, false},
		{"a small letter as a capital", all, strings.Replace(all, "s", "S", 1), false, true},
		{"a small letter as one that is farther off than a figure", all, strings.Replace(all, "a", "H", 1), false, false},
		{"a small letter as a high one", all, strings.Replace(all, "a", "h", 1), false, true},
		{"a letter as one of another writing", all, strings.Replace(all, "r", "\u0972", 1), false, true},
		{"a map with a checksum", all, strings.Replace(all, "s", "S", 1), true, false},
		{"a second form of a letter", all + "s", all + "S", false, false},
		{"two letters of another form", all, strings.NewReplacer("s", "S", "r", "R").Replace(all), false, false},
		{"a letter of another writing that stands for none", all + "x", all + "\u03bc", false, false},
		{"words of two writings", all + "xx", all + "\u0430\u0435", false, false},
		{"few letters", "ABCabcgpq", "ABCabCgpq", false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := kindsOf(withFont(lettersOf(c.drawn, c.called, c.packed), in10("00010002")).document(t))
			if strings.Contains(got, KindDamaged) != c.told {
				t.Errorf("warnings: %q, told should be %v", got, c.told)
			}
		})
	}
}
