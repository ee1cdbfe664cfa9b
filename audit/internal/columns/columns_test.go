package columns_test

import (
	"context"
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/model"
)

// Tables are made up here by arithmetic of their own, with columns that say nothing among
// those that follow from one another.

const tables = 40

func places(v *big.Rat, n int) string { return strings.Replace(v.FloatString(n), "-0.00", "0.00", 1) }

// made is a table with its total at the foot; columns says where each stands.
type made struct {
	rows    [][]string
	columns map[string]int
}

// distribution makes a table of how many scores there are of each, with what follows.
func distribution(rnd *rand.Rand) made {
	type line struct {
		name                string
		full, partial, none int
		interim             int // times 100
	}
	var lines []line
	sums := line{name: "Total"}
	for i := range 8 + rnd.IntN(20) {
		l := line{fmt.Sprintf("Area %c%d", 'A'+rune(i%26), i), 1 + rnd.IntN(18), rnd.IntN(12), rnd.IntN(9), rnd.IntN(180) - 80}
		sums.full, sums.partial, sums.none = sums.full+l.full, sums.partial+l.partial, sums.none+l.none
		lines = append(lines, l)
	}
	mean := func(l line) *big.Rat { return big.NewRat(int64(l.full-l.none), int64(l.full+l.partial+l.none)) }
	heads := []string{"Area", "Full", "Partial", "None", "Scores", "Balance", "On the scale %", "Met in full", "Before", "Change", "Place", "Year"}
	out := made{rows: [][]string{heads}, columns: map[string]int{}}
	for c, h := range heads {
		out.columns[h] = c
	}
	for _, l := range append(slices.Clone(lines), sums) {
		m := mean(l)
		n := l.full + l.partial + l.none
		above := 1
		for _, other := range lines {
			if places(mean(other), 2) != places(m, 2) && mean(other).Cmp(m) > 0 {
				above++
			}
		}
		printed, _ := new(big.Rat).SetString(places(m, 2))
		before := big.NewRat(int64(l.interim), 100)
		change := new(big.Rat).Sub(printed, before)
		sign := ""
		if change.Sign() > 0 {
			sign = "+"
		}
		percent := new(big.Rat).Mul(new(big.Rat).Add(m, big.NewRat(1, 1)), big.NewRat(50, 1))
		row := []string{l.name, fmt.Sprint(l.full), fmt.Sprint(l.partial), fmt.Sprint(l.none), fmt.Sprint(n), places(m, 2), places(percent, 0) + "%",
			fmt.Sprintf("%d of %d (%s%%)", l.full, n, places(big.NewRat(int64(100*l.full), int64(n)), 0)),
			places(before, 2), sign + places(change, 2), fmt.Sprint(above), fmt.Sprint(2001 + rnd.IntN(20))}
		if l.name == "Total" {
			for _, h := range []string{"Before", "Change", "Place", "Year"} {
				row[out.columns[h]] = ""
			}
		}
		out.rows = append(out.rows, row)
	}
	return out
}

// findings are those of a published table.
func findings(t *testing.T, rows [][]string) []string {
	t.Helper()
	return titledFindings(t, "", rows)
}

func titledFindings(t *testing.T, title string, rows [][]string) []string {
	t.Helper()
	r := &model.Report{Source: model.Source{Reader: "csv"}, Tables: []model.Table{{Title: title, Rows: rows}}}
	result, err := audit.Run(context.Background(), r, audit.Options{Only: []string{"count-stated", "percent-stated", "percent-attainable", "ranking-order"}})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range result.Findings {
		out = append(out, fmt.Sprintf("%d %s: %s", f.Row, f.Rule, f.Message))
	}
	return out
}

func TestCleanColumns(t *testing.T) {
	for seed := range uint64(tables) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		if got := findings(t, distribution(rnd).rows); len(got) > 0 {
			t.Fatalf("seed %d: %q", seed, got)
		}
	}
}

// One figure is changed, and the audit tells of its row or column once, or not at all where
// the change shows nothing; which it must tell of is said for each column.
func TestColumnsWithOneSlip(t *testing.T) {
	for head, must := range map[string]bool{"Partial": true, "Scores": true, "Balance": true, "On the scale %": true, "Met in full": true, "Change": true, "Place": true} {
		found := 0
		for seed := range uint64(tables) {
			rnd := rand.New(rand.NewPCG(seed, 2))
			m := distribution(rnd)
			r, c := 1+rnd.IntN(len(m.rows)-2), m.columns[head]
			m.rows[r][c] = changed(m.rows[r][c])
			got := findings(t, m.rows)
			for _, f := range got {
				// A wrong balance moves its percentage and its change too.
				if !strings.HasPrefix(f, fmt.Sprintf("%d ", r+1)) {
					t.Errorf("%s, seed %d, row %d: %s", head, seed, r+1, f)
				}
			}
			if len(got) > 0 {
				found++
			}
			if len(got) > 2 {
				t.Errorf("%s, seed %d: one slip is told %d times: %q", head, seed, len(got), got)
			}
		}
		if must && found < tables*8/10 {
			t.Errorf("%s: found in %d of %d tables", head, found, tables)
		}
	}
}

// changed makes a figure another one: 3 more, 0.23 more, 4 points more.
func changed(text string) string {
	if before, after, ok := strings.Cut(text, " ("); ok {
		return before + " (" + changed(strings.TrimSuffix(after, ")")) + ")"
	}
	number, percent := strings.CutSuffix(text, "%")
	d, err := model.ParseDecimal(number)
	if err != nil {
		panic(text)
	}
	more := big.NewRat(3, 1)
	switch {
	case d.Places == 2:
		more = big.NewRat(23, 100)
	case percent:
		more = big.NewRat(14, 1)
	}
	out := places(new(big.Rat).Add(d.Rat(), more), d.Places)
	if strings.HasPrefix(text, "+") && !strings.HasPrefix(out, "-") {
		out = "+" + out
	}
	if percent {
		out += "%"
	}
	return out
}

// Columns that have nothing to do with each other show nothing, whatever they are called.
func TestUnrelatedColumns(t *testing.T) {
	for seed := range uint64(tables) {
		rnd := rand.New(rand.NewPCG(seed, 3))
		rows := [][]string{{"Area", "Total", "Share %", "Rank", "Change", "Average", "A", "B", "C"}}
		for i := range 6 + rnd.IntN(15) {
			rows = append(rows, []string{fmt.Sprint("Area ", i), fmt.Sprint(rnd.IntN(40)), fmt.Sprint(rnd.IntN(100), "%"), fmt.Sprint(1 + rnd.IntN(6)),
				fmt.Sprintf("%+.2f", rnd.Float64()-0.5), fmt.Sprintf("%.2f", 2*rnd.Float64()-1), fmt.Sprint(rnd.IntN(4)), fmt.Sprint(rnd.IntN(4)), fmt.Sprint(rnd.IntN(3) - 1)})
		}
		if got := findings(t, rows); len(got) > 0 {
			t.Errorf("seed %d: %q", seed, got)
		}
	}
}
