package extract

import "testing"

// face makes a font with the digits of text by code, and their widths.
func face(text map[uint32]string, width map[uint32]float64) *composite {
	return &composite{toUnicode: &cmap{text: text}, width: width, dw: 1}
}

func TestSuperiorFiguresAreToldByTheirWidths(t *testing.T) {
	// Plain 0, 1, 2, 7 at codes 10 to 13, superior ones at 20 to 23; of 4 the
	// subset has the superior figure alone.
	text := map[uint32]string{10: "0", 11: "1", 12: "2", 13: "7", 20: "0", 21: "1", 22: "2", 23: "7", 24: "4", 30: "a"}
	width := map[uint32]float64{10: 0.47, 11: 0.36, 12: 0.46, 13: 0.44, 20: 0.32, 21: 0.30, 22: 0.30, 23: 0.29, 24: 0.31, 30: 0.30}
	got := face(text, width).superior()
	want := map[uint32]string{20: "⁰", 21: "¹", 22: "²", 23: "⁷", 24: "⁴"}
	if len(got) != len(want) {
		t.Errorf("got %v, want %v", got, want)
	}
	for code, s := range want {
		if got[code] != s {
			t.Errorf("code %d: got %q, want %q", code, got[code], s)
		}
	}
}

func TestOtherFiguresAreNotSuperior(t *testing.T) {
	for name, c := range map[string]*composite{
		"one set":               face(map[uint32]string{1: "1", 2: "2", 3: "3"}, map[uint32]float64{1: 0.3, 2: 0.5, 3: 0.5}),
		"old-style and tabular": face(map[uint32]string{1: "1", 2: "2", 3: "3", 11: "1", 12: "2", 13: "3"}, map[uint32]float64{1: 0.56, 2: 0.56, 3: 0.56, 11: 0.3, 12: 0.48, 13: 0.46}),
		"one narrow digit":      face(map[uint32]string{2: "2", 12: "2", 3: "3"}, map[uint32]float64{2: 0.5, 12: 0.3, 3: 0.5}),
		"no map":                {width: map[uint32]float64{1: 0.3}},
	} {
		if got := c.superior(); got != nil {
			t.Errorf("%s: %v", name, got)
		}
	}
}
