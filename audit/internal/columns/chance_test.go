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

// A row that says of how many the averages of its column are is no part of their means, and
// what stands under an average there may be the sum.
func TestRowOfCounts(t *testing.T) {
	rows := func(name, mean, all string) [][]string {
		return [][]string{
			{"Member", "2006", "2007", "2008", "2009", "Over all years"},
			{name, "20", "23", "18", "24", all},
			{"Ada", "0.40", "0.39", "0.61", "0.63", "0.51"}, {"Bob", "0.85", "0.43", "0.44", "0.67", "0.60"}, {"Cyd", "0.50", "0.87", "0.78", "0.33", "0.62"},
			{"Dee", "0.35", "0.39", "0.22", "0.38", "0.34"}, {"Eve", "0.40", "0.43", "0.72", "0.50", mean}, {"Fay", "0.80", "0.30", "0.56", "0.67", "0.58"},
			{"Gil", "-0.60", "0.30", "0.89", "0.75", "0.34"}, {"Hal", "0.35", "0.00", "-0.28", "0.21", "0.07"},
		}
	}
	for _, c := range []struct {
		name, mean, all string
		want            int
	}{
		{"N (commitments)", "0.51", "85", 0}, {"N (commitments)", "0.51", "21.25", 0}, {"Asked", "0.51", "85", 0},
		{"N (commitments)", "0.61", "85", 1}, {"Asked", "0.61", "21.25", 1},
	} {
		if got := findings(t, rows(c.name, c.mean, c.all)); len(got) != c.want {
			t.Errorf("%v: %q", c, got)
		}
	}
}

// Means by counts that a third of the closing rows' figures are not accuse none; one that is
// off among many is told.
func TestClosingsOfSomethingElse(t *testing.T) {
	for _, c := range []struct{ off, want int }{{0, 0}, {1, 1}, {4, 0}, {6, 0}} {
		rows := [][]string{{"Section"}, {"A"}, {"B"}, {"C"}, {"Average"}}
		for m := range 12 {
			a, b, d := 10+7*m%50, 90-11*m%60, 30+5*m
			mean := (a+b+d)*10/3 + 0
			if m < c.off {
				mean += 170 + 13*m
			}
			for i, v := range []int{a * 10, b * 10, d * 10, mean} {
				rows[i+1] = append(rows[i+1], fmt.Sprintf("%.2f", float64(v)/1000))
			}
			rows[0] = append(rows[0], fmt.Sprint("Kind ", m))
		}
		if got := findings(t, rows); len(got) != c.want {
			t.Errorf("%d off: %q", c.off, got)
		}
	}
}
