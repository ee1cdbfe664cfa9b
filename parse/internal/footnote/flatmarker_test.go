package footnote

import (
	"fmt"
	"testing"
)

// A figure inside an address is no marker, whatever word it ends; one behind a
// word, a mark or an address is.
func TestGluedFigures(t *testing.T) {
	for s, want := range map[string]string{
		"nets for the keepers12 and a lamp.13":              "[12 13]",
		"the lamp.”12,13":                                   "[12 13]",
		"2017. https://www.harbour-lamps2017.example/a.htm": "[]",
		"www.lamps7.example, the keepers8 said":             "[8]",
		"as www.harbour.example/lamps9 has it":              "[9]",
		"the keepers4 of http://lamps.example/a5/b":         "[4]",
		"keepers4 and lamps.":                               "[4]",
	} {
		var got []int
		for _, m := range gluedFigures(s) {
			got = append(got, m.Number)
		}
		if fmt.Sprint(got) != want {
			t.Errorf("%q: %v, want %s", s, got, want)
		}
	}
}
