package native

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// The ends of revisions are found wherever they stand to the borders of the parts that
// a file is read in; the last mark, which only white space follows, is none.
func TestRevisionEnds(t *testing.T) {
	for _, c := range []struct {
		name string
		text string
		ends []int64
	}{
		{"nothing", "", nil},
		{"no mark", strings.Repeat("x", 200<<10), nil},
		{"one, at the end", strings.Repeat("x", 100<<10) + "%%EOF\r\n", nil},
		{"white space behind it", "x%%EOF" + strings.Repeat(" \n", 100<<10), nil},
		{"two", "x%%EOF\nobj\n%%EOF\n", []int64{6}},
		{"one mark right behind another", "x%%EOF%%EOF", nil},
		{"three, the last first", "x%%EOF y%%EOF " + strings.Repeat("z", 70<<10) + "%%EOF", []int64{13, 6}},
		{"more than are looked at", strings.Repeat("x%%EOF", 40) + "x", lastEnds(40, 16)},
	} {
		got := revisionEnds(strings.NewReader(c.text), int64(len(c.text)))
		if !slices.Equal(got, c.ends) {
			t.Errorf("%s: %v, want %v", c.name, got, c.ends)
		}
	}
	for behind := 64<<10 - 8; behind < 64<<10+8; behind++ {
		file := slices.Concat([]byte("some text %%EOF"), bytes.Repeat([]byte("y"), behind))
		if got := revisionEnds(bytes.NewReader(file), int64(len(file))); !slices.Equal(got, []int64{15}) {
			t.Errorf("%d bytes behind the mark: %v, want [15]", behind, got)
		}
	}
}

// lastEnds are the ends of "x%%EOF" repeated so often, the last first.
func lastEnds(repeated, most int) (ends []int64) {
	for i := repeated; len(ends) < most; i-- {
		ends = append(ends, int64(i*6))
	}
	return ends
}
