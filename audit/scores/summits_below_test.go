package scores

import (
	"slices"
	"strings"
	"testing"
)

const summitsBelow = `Norport 2031,Canada,France,Italy,Japan,Average
Nets (N=2)
Lines,1,0,-1,1,0.25
Hooks,1,1,0,n/a,0.67
Nets average,,,,,0.46
Reefs (N=3)
Corals,1,1,1,1,1.00
Shoals,0,0,1,-1,0.00
Banks,1,0,1,1,0.75
Reefs average,,,,,0.58
Overall (N=5),,,,,0.53

Southport 2032,Canada,France,Italy,Japan,Average
Nets (N=3)
Floats,1,0,0,0,0.25
Cords,1,1,0,1,0.75
Knots,-1,1,0,1,0.25
Nets average,,,,,0.42
Reefs (N=2)
Corals,1,1,-1,1,0.50
Ledges,0,n/a,1,1,0.67
Reefs average,,,,,0.58
Overall (N=5),,,,,0.48

Westport 2033,Canada,France,Italy,Japan,Average
Nets (N=2)
Weights,1,0,0,1,0.50
Meshes,1,1,1,1,1.00
Nets average,,,,,0.75
Reefs (N=2)
Shelves,1,-1,-1,1,0.00
Ridges,0,1,1,1,0.75
Reefs average,,,,,0.38
Overall (N=4),,,,,0.56
`

// Each of several summits in one table has its own sections of the same names, and its own
// 'Overall'.
func TestSummitsBelowEachOther(t *testing.T) {
	// A head that is the same for all leaves the first section to name the block.
	plain := strings.NewReplacer("Norport 2031,", "Commitment,", "Southport 2032,", "Commitment,", "Westport 2033,", "Commitment,").Replace(summitsBelow)
	for _, text := range []string{summitsBelow, strings.ReplaceAll(summitsBelow, "\n\n", "\n"), plain} {
		if got := saidOf(t, text); len(got) > 0 {
			t.Errorf("clean: %q\n%s", got, text)
		}
	}
	for _, c := range []struct{ was, is, want string }{
		{"Overall (N=5),,,,,0.53", "Overall (N=5),,,,,0.35", "matrix-overall row 11 "},
		{"Overall (N=4),,,,,0.56", "Overall (N=3),,,,,0.56", "count-stated row "},
		{"Nets (N=3)", "Nets (N=4)", "count-stated row "},
		{"Nets average,,,,,0.42", "Nets average,,,,,0.24", "matrix-overall row "},
	} {
		got := saidOf(t, strings.Replace(summitsBelow, c.was, c.is, 1))
		if len(got) != 1 || !strings.HasPrefix(got[0], c.want) {
			t.Errorf("%s: %q, want %q", c.is, got, c.want)
		}
	}
}

// Near miss: the head of a section once more, as on the next page, with the number of all
// its rows; and averages of sections that are all called alike.
func TestSectionOnTwoPages(t *testing.T) {
	const pages = "Commitment,Canada,France,Italy,Japan,Average\nNets (N=4)\nLines,1,0,-1,1,0.25\nHooks,1,1,0,n/a,0.67\nNets (N=4)\nFloats,1,0,0,0,0.25\nCords,1,1,0,1,0.75\nAverage,,,,,0.48\n" +
		"Reefs (N=2)\nCorals,1,1,1,1,1.00\nShoals,0,0,1,-1,0.00\nAverage,,,,,0.50\n"
	if got := saidOf(t, pages); len(got) > 0 {
		t.Errorf("%q", got)
	}
	got := saidOf(t, strings.ReplaceAll(pages, "(N=4)", "(N=5)"))
	if !slices.Equal(got, []string{"count-stated row 2 ", "count-stated row 5 "}) {
		t.Errorf("%q", got)
	}
}
