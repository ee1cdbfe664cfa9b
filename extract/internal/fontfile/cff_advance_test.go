package fontfile

import (
	"slices"
	"testing"
)

func TestCharStringWidth(t *testing.T) {
	n := func(v int) []byte { return []byte{28, byte(v >> 8), byte(v)} }
	for _, c := range []struct {
		name   string
		in     []byte
		w      float64
		stated bool
		ok     bool
	}{
		{"a blank", []byte{14}, 0, false, true},
		{"a blank with a width", append(n(-30), 14), -30, true, true},
		{"moved both ways", slices.Concat(n(1), n(2), []byte{21}), 1, false, true},
		{"moved both ways with a width", slices.Concat(n(250), n(1), n(2), []byte{21}), 250, true, true},
		{"moved one way", slices.Concat(n(2), []byte{22}), 2, false, true},
		{"moved one way with a width", slices.Concat(n(50), n(2), []byte{4}), 50, true, true},
		{"stems", slices.Concat(n(1), n(2), []byte{1}), 1, false, true},
		{"stems with a width", slices.Concat(n(17), n(1), n(2), []byte{18}), 17, true, true},
		{"small numbers", []byte{139 + 60, 139, 22}, 60, true, true},
		{"a subroutine", append(n(3), 10), 0, false, false},
		{"nothing", nil, 0, false, false},
	} {
		w, stated, ok := charStringWidth(c.in)
		if ok != c.ok || stated != c.stated || stated && w != c.w {
			t.Errorf("%s: %v %v %v", c.name, w, stated, ok)
		}
	}
}

func TestCFFAdvances(t *testing.T) {
	// A private dictionary with usual width 500 and nominal width 600, in front of
	// the glyphs.
	private := slices.Concat(int5(500), []byte{opDefaultWidth}, int5(600), []byte{opNominalWidth})
	glyphs := cffIndex([]byte{14}, []byte{139 - 100, 14}, []byte{10})
	head := []byte{1, 0, 4, 2}
	name, none := cffIndex([]byte("Own")), cffIndex()
	dict := func(charStrings, at int) []byte {
		return slices.Concat(int5(charStrings), []byte{opCharStrings}, int5(len(private)), int5(at), []byte{opPrivate})
	}
	start := len(head) + len(name) + len(cffIndex(dict(0, 0))) + len(none) + len(none)
	program := slices.Concat(head, name, cffIndex(dict(start+len(private), start)), none, none, private, glyphs)
	a := ReadAdvances(program)
	for g, want := range []float64{500, 500} {
		if got, ok := a.Of(g); !ok || got != want {
			t.Errorf("glyph %d: %v %v", g, got, ok)
		}
	}
	if got, ok := a.Of(2); ok {
		t.Error("a glyph that begins with a subroutine:", got)
	}
	if a := ReadAdvances([]byte("no program")); a != nil {
		t.Error(a)
	}
}
