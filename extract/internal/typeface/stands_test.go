package typeface

import (
	"maps"
	"slices"
	"testing"

	"recount.invalid/recount/extract/internal/access"
	"recount.invalid/recount/extract/internal/fontfile"
	"recount.invalid/recount/extract/internal/mark"
	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/objecttest"
)

// faceOf makes a font that is not in the file, with the digits of text by code, and
// their widths.
func faceOf(text map[uint32]string, width map[uint32]float64) *Composite {
	return &Composite{toUnicode: &cmap{text: text}, width: width, dw: 1}
}

// standOf finds the raised glyphs of such a font.
func standOf(c *Composite) map[uint32]mark.Setting {
	f := loader{access.New(objecttest.Document{}.Reader(), object.Limits{})}
	return c.stand(&program{file: f}, nil)
}

func TestSuperiorFiguresAreToldByTheirWidths(t *testing.T) {
	// Plain 0, 1, 2, 7 at codes 10 to 13, superior ones at 20 to 23; of 4 the
	// subset has the superior figure alone.
	text := map[uint32]string{10: "0", 11: "1", 12: "2", 13: "7", 20: "0", 21: "1", 22: "2", 23: "7", 24: "4", 30: "a"}
	width := map[uint32]float64{10: 0.47, 11: 0.36, 12: 0.46, 13: 0.44, 20: 0.32, 21: 0.30, 22: 0.30, 23: 0.29, 24: 0.31, 30: 0.30}
	got := standOf(faceOf(text, width))
	want := map[uint32]mark.Setting{20: untold, 21: untold, 22: untold, 23: untold, 24: untold}
	if !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestOtherFiguresAreNotSuperior(t *testing.T) {
	for name, c := range map[string]*Composite{
		"one set":               faceOf(map[uint32]string{1: "1", 2: "2", 3: "3"}, map[uint32]float64{1: 0.3, 2: 0.5, 3: 0.5}),
		"old-style and tabular": faceOf(map[uint32]string{1: "1", 2: "2", 3: "3", 11: "1", 12: "2", 13: "3"}, map[uint32]float64{1: 0.56, 2: 0.56, 3: 0.56, 11: 0.3, 12: 0.48, 13: 0.46}),
		"one narrow digit":      faceOf(map[uint32]string{2: "2", 12: "2", 3: "3"}, map[uint32]float64{2: 0.5, 12: 0.3, 3: 0.5}),
		"no map":                {width: map[uint32]float64{1: 0.3}},
	} {
		if got := standOf(c); got != nil {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// drawnFace makes a font of characters and the heights between which their glyphs stand;
// the codes count from 1.
func drawnFace(glyphs ...any) ([]character, func(uint32) (fontfile.Shape, bool)) {
	var codes []character
	shapes := map[uint32]fontfile.Shape{}
	for i := 0; i < len(glyphs); i += 3 {
		code := uint32(len(codes) + 1)
		for _, r := range glyphs[i].(string) {
			codes = append(codes, character{code, r, 0.5})
		}
		shapes[code] = fontfile.Shape{Left: 50, Right: 300, Bottom: float64(glyphs[i+1].(int)), Top: float64(glyphs[i+2].(int))}
	}
	return codes, func(code uint32) (fontfile.Shape, bool) {
		s, ok := shapes[code]
		return s, ok
	}
}

func TestFiguresAreToldByWhatTheyDraw(t *testing.T) {
	for _, c := range []struct {
		name       string
		glyphs     []any
		referenced bool
		up, down   []uint32
	}{
		{"superior figures beside plain ones", []any{"1", 0, 670, "2", -10, 670, "1", 405, 812, "2", 405, 812}, false, []uint32{3, 4}, nil},
		{"a superior figure that has no plain one", []any{"H", 0, 650, "2", -10, 670, "7", 360, 690}, false, []uint32{3}, nil},
		{"nothing but superior figures", []any{"1", 360, 690, "2", 360, 690}, false, []uint32{1, 2}, nil},
		{"numerators", []any{"1", 0, 670, "1", 280, 720}, false, []uint32{2}, nil},
		{"numerators and a denominator", []any{"1", 260, 697, "2", 0, 424, "2", 272, 696}, false, []uint32{1, 3}, nil},
		{"letters with the figures", []any{"1", 0, 670, "a", -10, 460, "1", 360, 690, "a", 360, 640, "†", -200, 650, "†", 250, 690}, false, []uint32{3, 4, 6}, nil},
		{"letters alone, as ordinals have them", []any{"1", 0, 670, "t", -10, 560, "t", 420, 680}, false, []uint32{3}, nil},
		{"superior beside old-style figures", []any{"x", 0, 430, "1", 0, 440, "3", -180, 440, "6", -10, 610, "3", 360, 690}, false, []uint32{5}, nil},
		{"inferior figures", []any{"2", 0, 670, "2", -110, 240}, false, nil, []uint32{2}},
		{"old-style figures", []any{"0", -10, 440, "1", 0, 440, "2", 0, 440, "3", -180, 440, "4", -170, 440, "6", -10, 610, "7", -200, 440, "9", -190, 440}, false, nil, nil},
		{"old-style beside lining figures", []any{"0", -10, 610, "0", -10, 440, "3", -10, 610, "3", -180, 440}, false, nil, nil},
		{"figures of small capitals", []any{"1", 0, 670, "1", 0, 480, "H", 0, 670}, false, nil, nil},
		{"denominators", []any{"2", 0, 670, "2", 0, 350}, false, nil, nil},
		{"a raised hyphen is no figure", []any{"1", 0, 670, "-", 200, 260}, false, nil, nil},
		{"inferior figures without plain ones", []any{"2", -110, 240}, false, nil, nil},
		{"bitmaps without others on the base line", []any{"1", 360, 690, "2", 360, 690}, true, nil, nil},
		{"bitmaps with others on it", []any{"H", 0, 670, "2", 360, 690}, true, []uint32{2}, nil},
		{"a font whose units are others", []any{"1", 0, 1600, "7", 220, 1600, "3", -30, 1600}, false, nil, nil},
	} {
		codes, shape := drawnFace(c.glyphs...)
		var up, down []uint32
		for code, s := range stand(codes, shape, c.referenced) {
			if s.Rise > 0 {
				up = append(up, code)
			} else {
				down = append(down, code)
			}
			if s.Scale < 0.3 || s.Scale > 0.8 {
				t.Errorf("%s: code %d as %v", c.name, code, s)
			}
		}
		slices.Sort(up)
		slices.Sort(down)
		if !slices.Equal(up, c.up) || !slices.Equal(down, c.down) {
			t.Errorf("%s: raised %v, lowered %v, want %v, %v", c.name, up, down, c.up, c.down)
		}
	}
}

func TestLongProgramsAreLookedAtOnSuspicionOnly(t *testing.T) {
	for name, c := range map[string]struct {
		codes []character
		want  bool
	}{
		"figures of one width":  {[]character{{1, '1', 0.5}, {2, '2', 0.5}, {3, '3', 0.5}}, false},
		"a narrow 1":            {[]character{{1, '1', 0.3}, {2, '2', 0.5}, {3, '3', 0.5}}, false},
		"two codes of a figure": {[]character{{1, '2', 0.5}, {2, '2', 0.5}}, true},
		"narrow figures":        {[]character{{2, '2', 0.3}, {3, '3', 0.3}}, true},
		"one narrow figure":     {[]character{{2, '2', 0.35}, {3, '3', 0.5}}, true},
	} {
		if got := suspicious(c.codes); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
