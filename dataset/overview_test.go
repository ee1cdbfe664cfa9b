package dataset

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// The last year is always written at the axis, and the first.
func TestYearLabels(t *testing.T) {
	for _, c := range []struct {
		years []int
		apart int
		want  []int
	}{
		{[]int{1975, 1978, 1981, 1984}, 4, []int{1975, 1984}},
		{[]int{2000, 2004, 2008, 2010}, 4, []int{2000, 2004, 2010}},
		{[]int{2000, 2004, 2008}, 4, []int{2000, 2004, 2008}},
		{[]int{2000, 2001}, 4, []int{2000, 2001}},
		{[]int{2000}, 4, []int{2000}},
		{[]int{0}, 4, nil},
	} {
		var groups []group
		for _, y := range c.years {
			groups = append(groups, group{year: y})
		}
		if got := slices.Sorted(maps.Keys(yearLabels(groups, c.apart))); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.years, got, c.want)
		}
	}
}

func TestTwoLines(t *testing.T) {
	for name, want := range map[string]string{
		"Trade": "Trade",
		"Information and Communications Technology in Harbours": "Information and Communications|Technology in Harbours",
		strings.Repeat("x", 60):                                 strings.Repeat("x", 60),
	} {
		if got := strings.Join(twoLines(name), "|"); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// A line ends where years are missing, and what is a part of an assessment is
// told from the whole.
func TestLinesEndAtGaps(t *testing.T) {
	m := func(sum, n int) mean { return mean{sum, n} }
	charts := forumCharts([]group{{forum: "G7", name: "a", year: 1990, mean: m(1, 2)}, {forum: "G7", name: "b", year: 1993, mean: m(1, 2)}, {forum: "G7", name: "c", year: 2014, mean: m(1, 2)}})
	if len(charts) != 1 || len(charts[0].Lines) != 2 {
		t.Errorf("%+v", charts)
	}
}
