package fontfile

import "testing"

func TestInk(t *testing.T) {
	glyf := append(be16(1, 10, 10, 60, 20), be16(1, 10, 10, 10, 20)...)
	short := ReadOutlines(sfnt(map[string][]byte{"glyf": glyf, "loca": be16(0, 0, 5, 10), "head": make([]byte, 54)}))
	head := make([]byte, 54)
	head[51] = 1
	long := ReadOutlines(sfnt(map[string][]byte{"glyf": glyf, "loca": be32(0, 0, 10, 20), "head": head}))
	for _, o := range []*Outlines{short, long} {
		for g, want := range []bool{false, true, false} {
			if ink, known := o.Ink(g); ink != want || !known {
				t.Errorf("glyph %d: %v, %v", g, ink, known)
			}
		}
		if _, known := o.Ink(3); known {
			t.Error("a glyph beyond the last is known")
		}
	}
	for _, c := range []struct {
		code []byte
		want bool
	}{
		{[]byte{14}, false},
		{[]byte{139, 14}, false},
		{[]byte{255, 0, 5, 6, 7, 14}, false},
		{[]byte{28, 5, 6, 139, 22, 14}, false},
		{[]byte{139, 10, 14}, false},
		{[]byte{247, 7, 14}, false},
		{[]byte{139, 139, 21, 239, 6, 14}, true},
		{[]byte{139, 139, 21, 139, 29, 14}, true},
		{[]byte{139, 12, 35, 14}, true},
		{[]byte{139, 12, 3, 14}, false},
		{[]byte{139, 139, 1, 19, 128, 14}, true},
	} {
		if got := draws(c.code); got != c.want {
			t.Errorf("%v: %v", c.code, got)
		}
	}
	o := ReadOutlines(cff(false, []int{34}, []byte{65}))
	if ink, known := o.Ink(1); ink || !known {
		t.Errorf("a CFF glyph that ends at once: %v, %v", ink, known)
	}
	if ReadOutlines([]byte("none")) != nil || ReadOutlines(nil) != nil {
		t.Error("outlines of no program")
	}
}
