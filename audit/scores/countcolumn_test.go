package scores

import (
	"slices"
	"testing"
)

// Columns that count the scores of their rows are compared where their heads may mean
// that and most rows have it.
func TestColumnsThatCount(t *testing.T) {
	table := func(head string, counts ...string) string {
		out := "id,commitment,Canada,France,Italy,average," + head + "\n"
		for i, row := range []string{"2031-1,Wells,1,0,1,0.67,", "2031-2,Nets,1,,0,0.50,", "2031-3,Ports,0,0,-1,-0.33,", "2031-4,Roads,1,1,1,1.00,", "2031-5,Tents,-1,,1,0.00,"} {
			out += row + counts[i] + "\n"
		}
		return out
	}
	for text, want := range map[string][]string{
		table("n", "3", "2", "3", "3", "2"):         {},
		table("N", "3", "3", "3", "3", "2"):         {"3 count-stated 2031-2"},
		table("Sum", "2", "1", "-1", "3", "1"):      {"6 count-stated 2031-5"},
		table("full", "2", "1", "0", "3", "1"):      {},
		table("page", "3", "2", "3", "3", "3"):      {}, // says nothing of scores
		table("n", "3", "3", "4", "3", "3"):         {}, // most rows have something else
		table("members", "20", "20", "20", "1", ""): {},
	} {
		if got := findings(t, read(t, text)); !slices.Equal(got, want) {
			t.Errorf("findings %q, want %q in\n%s", got, want, text)
		}
	}
}
