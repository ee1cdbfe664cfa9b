package parse

import (
	"fmt"
	"strings"
	"testing"
)

// A number that is given to two notes makes two notes; a figure that wraps to
// the beginning of a line makes none.
func TestNumberGivenTwice(t *testing.T) {
	build := func(markers, third string) string {
		s := newSheet().page().chapterHead()
		s.put(sheetLeft, 12, "*Canada: +1*")
		s.para("Canada has fully complied with its commitment.")
		s.para("On 4 May 2030, the keepers put a gauge into the water.^1^")
		s.para("On 5 May 2030, the pier was closed to the public." + markers)
		s.para("On 6 May 2030, the keepers were told how to read it.^3^")
		s.foot("1 The Gauge. Harbour Office. May 4, 2030. http://harbour.example/one (accessed June 3, 2030)",
			"2 The Pier. Harbour Office. May 5, 2030. http://harbour.example/two (accessed June 3, 2030)",
			third,
			"3 The Keepers. Harbour Office. May 6, 2030. http://harbour.example/three (accessed June 3, 2030)")
		var out []string
		for _, n := range s.parse(t).Footnotes {
			out = append(out, fmt.Sprint(n.Number, " ", n.URL))
		}
		return strings.Join(out, "; ")
	}
	const twice = "2 The Closing. Pier Post. May 5, 2030. http://post.example/closing (accessed June 3, 2030)"
	want := "1 http://harbour.example/one; 2 http://harbour.example/two; 2 http://post.example/closing; 3 http://harbour.example/three"
	if got := build("^2^ ^2^", twice); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	want = "1 http://harbour.example/one; 2 http://harbour.example/two; 3 http://harbour.example/three"
	for name, got := range map[string]string{
		"one marker":       build("^2^", twice),
		"no note's begin":  build("^2^ ^2^", "2 of the piers were closed as well."),
		"day of the month": build("^2^ ^2^", "2 June 2030. Second edition."),
	} {
		if got != want {
			t.Errorf("%s: %s\nwant %s", name, got, want)
		}
	}
}
