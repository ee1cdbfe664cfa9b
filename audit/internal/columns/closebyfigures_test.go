package columns_test

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// spans closes a table of years with rows that the span of its years labels: the mean of
// each column, and of the last one by N.
func spans(rnd *rand.Rand) made {
	m := years(rnd)
	members := m.columns["Mean"]
	label := m.rows[1][0] + "–" + m.rows[len(m.rows)-1][0]
	foot, weighted := []string{label, "Mean of years"}, []string{label, "Weighted by N"}
	m.rows[0] = slices.Insert(m.rows[0], 1, "Place")
	m.columns = map[string]int{}
	for c, h := range m.rows[0] {
		m.columns[h] = c
	}
	for k, row := range m.rows[1:] {
		m.rows[k+1] = slices.Insert(row, 1, "Town "+string(rune('A'+k)))
	}
	counts, sum, total := int64(0), new(big.Rat), new(big.Rat)
	for c := 2; c <= members+1; c++ {
		var all []*big.Rat
		for _, row := range m.rows[1:] {
			if row[c] != "" {
				all = append(all, rat(row[c]))
			}
			if c == 2 {
				n := rat(row[2])
				counts += n.Num().Int64()
				total.Add(total, n)
				sum.Add(sum, new(big.Rat).Mul(n, rat(row[members+1])))
			}
		}
		if c == 2 {
			foot, weighted = append(foot, ""), append(weighted, total.FloatString(0))
			continue
		}
		foot = append(foot, places(meanOf(all), 2))
		weighted = append(weighted, "")
	}
	weighted[len(weighted)-1] = places(sum.Quo(sum, big.NewRat(counts, 1)), 2)
	m.rows = append(m.rows, append(foot, ""), append(weighted, ""))
	return m
}

// The mean of a year is that of its members, and of no N scores; the mean of years follows
// from its column and not from its row.
func TestFootLabelledWithItsSpan(t *testing.T) {
	for seed := range uint64(tables) {
		if got := findings(t, spans(rand.New(rand.NewPCG(seed, 31))).rows); len(got) > 0 {
			t.Errorf("seed %d: %q", seed, got)
		}
	}
}

// Near misses: a mean of the foot that follows neither from its column nor from its row, and
// one of a year that its members do not give.
func TestFootLabelledWithItsSpanAndOneSlip(t *testing.T) {
	for name, row := range map[string]func(rows [][]string) int{
		"foot": func(rows [][]string) int { return len(rows) - 2 },
		"year": func(rows [][]string) int { return 4 },
	} {
		found := 0
		for seed := range uint64(tables) {
			m := spans(rand.New(rand.NewPCG(seed, 32)))
			r, c := row(m.rows), m.columns["Mean"]
			m.rows[r][c] = places(new(big.Rat).Add(rat(m.rows[r][c]), big.NewRat(27, 100)), 2)
			got := findings(t, m.rows)
			if len(got) > 0 && strings.Contains(got[0], "“Mean” of ") {
				found++
			}
		}
		if found*100 < tables*80 {
			t.Errorf("%s: found in %d of %d tables", name, found, tables)
		}
	}
}

// Near miss: an average that no columns beside it give is one of N scores.
func TestAverageBesideFiguresOfSomethingElse(t *testing.T) {
	rows := [][]string{{"Year", "Place", "N", "Lowest", "Middle", "Highest", "Mean"},
		{"2001", "A", "12", "0.08", "0.25", "0.92", "0.33"}, {"2002", "B", "13", "-0.15", "0.38", "0.77", "0.46"},
		{"2003", "C", "14", "0.14", "0.21", "0.71", "0.29"}, {"2004", "D", "15", "-0.20", "0.47", "0.60", "0.40"},
		{"2005", "E", "12", "0.00", "0.58", "0.83", "0.55"}, {"2006", "F", "11", "0.09", "0.36", "0.91", "0.45"}}
	got := findings(t, rows)
	if len(got) != 1 || !strings.HasPrefix(got[0], "6 percent-attainable") {
		t.Errorf("%q", got)
	}
}
