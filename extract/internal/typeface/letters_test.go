package typeface

import "testing"

func TestFigureAway(t *testing.T) {
	for _, c := range []struct {
		s, t string
		want bool
	}{
		{"S", "s", true}, {"s", "s", false}, {"a", "H", false}, {"k", "o", true}, {"\uf046", "F", true},
		{"fh", "fi", true}, {"fi", "fl", true}, {"fi", "ffi", false}, {"ab", "cd", false}, {"-", "\u002d", false}, {"\u2010", "\u2011", false}, {"-", "\u00ad", false}, {"", "", false},
	} {
		if got := figureAway(c.s, c.t); got != c.want {
			t.Errorf("%q, %q: %v", c.s, c.t, got)
		}
	}
}
