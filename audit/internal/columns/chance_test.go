package columns_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// innocent makes a table of columns that have nothing to do with each other: small counts,
// single scores, places, years, percentages, averages. Its last row may have the means of the columns.
func innocent(rnd *rand.Rand) [][]string {
	width, height := 3+rnd.IntN(19), 5+rnd.IntN(20)
	rows := make([][]string, height+1)
	rows[0] = []string{"Area"}
	for r := range height {
		rows[r+1] = []string{fmt.Sprintf("Area %c", 'A'+r)}
	}
	for c := range width {
		kind := rnd.IntN(7)
		rows[0] = append(rows[0], fmt.Sprintf("%s %d", []string{"Given", "Kept", "Place", "Seen", "Part", "Level", "Asked"}[kind], c))
		order := rnd.Perm(height)
		most := 3 + rnd.IntN(12)
		for r := range height {
			text := ""
			switch kind {
			case 0:
				text = fmt.Sprint(rnd.IntN(most))
			case 1:
				text = []string{"\u22121", "0", "+1"}[rnd.IntN(3)]
			case 2:
				text = fmt.Sprint(order[r] + 1)
			case 3:
				text = fmt.Sprint(1990 + rnd.IntN(most))
			case 4:
				text = fmt.Sprintf("%d%%", rnd.IntN(101))
			case 5:
				text = fmt.Sprintf("%.2f", float64(rnd.IntN(101))/100)
			case 6:
				text = fmt.Sprintf("%+d", rnd.IntN(2*most)-most)
			}
			rows[r+1] = append(rows[r+1], text)
		}
	}
	return rows
}

// Of columns that have nothing to do with each other nothing is told, however many there are.
func TestInnocentColumns(t *testing.T) {
	told := 0
	for seed := range uint64(tables) {
		rnd := rand.New(rand.NewPCG(seed, 23))
		rows := innocent(rnd)
		if got := findings(t, rows); len(got) > 0 {
			told++
			t.Errorf("seed %d: %q", seed, got)
		}
	}
}
