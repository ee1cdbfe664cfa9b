package columns_test

import (
	"context"
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/model"
)

// Tables of averages alone: of each year how many commitments, what every member has, their
// mean and its change; of each area, by years, how many commitments and their mean, and the
// mean of the years.

// sumOf is what the scores add up to of a member who keeps its word more or less often.
func sumOf(rnd *rand.Rand, n int) (sum int64) {
	for range n {
		sum += int64(min(1, rnd.IntN(5)-1) * (1 - 2*rnd.IntN(2)*rnd.IntN(2)))
	}
	return max(-int64(n), min(int64(n), sum))
}

func rat(text string) *big.Rat {
	v, ok := new(big.Rat).SetString(text)
	if !ok {
		panic(text)
	}
	return v
}

func meanOf(all []*big.Rat) *big.Rat {
	v := new(big.Rat)
	for _, one := range all {
		v.Add(v, one)
	}
	return v.Quo(v, big.NewRat(int64(len(all)), 1))
}

func signedText(v *big.Rat) string {
	text := places(v, 2)
	if v.Sign() > 0 && text != "0.00" {
		return "+" + text
	}
	return text
}

// years makes a table of years; a member may not have been there at first, and the means
// are of exact or of printed figures.
func years(rnd *rand.Rand) made {
	heads := []string{"Year", "N"}
	members := 5 + rnd.IntN(6)
	for m := range members {
		heads = append(heads, fmt.Sprintf("Member %c", 'A'+rune(m)))
	}
	heads = append(heads, "Mean", "Change")
	out := made{rows: [][]string{heads}, columns: map[string]int{}}
	for c, h := range heads {
		out.columns[h] = c
	}
	exact, late := rnd.IntN(2) == 0, rnd.IntN(3)
	var before *big.Rat
	for y := range 10 + rnd.IntN(10) {
		n := 5 + rnd.IntN(20)
		row := []string{fmt.Sprint(1990 + y), fmt.Sprint(n)}
		var all []*big.Rat
		for m := range members {
			if m == members-1 && y < late {
				row = append(row, "")
				continue
			}
			of := n
			if rnd.IntN(60) == 0 {
				of-- // not assessed once
			}
			v := big.NewRat(sumOf(rnd, of), int64(of))
			row = append(row, places(v, 2))
			if !exact {
				v = rat(places(v, 2))
			}
			all = append(all, v)
		}
		mean := meanOf(all)
		printed, change := places(mean, 2), ""
		if !exact {
			mean = rat(printed)
		}
		if before != nil {
			change = signedText(new(big.Rat).Sub(mean, before))
		}
		before = mean
		out.rows = append(out.rows, append(row, printed, change))
	}
	return out
}

func TestCleanAverages(t *testing.T) {
	for seed := range uint64(tables) {
		rnd := rand.New(rand.NewPCG(seed, 11))
		if got := findings(t, years(rnd).rows); len(got) > 0 {
			t.Fatalf("seed %d: %q", seed, got)
		}
		if got := findings(t, areas(rnd).rows); len(got) > 0 {
			t.Fatalf("seed %d: %q", seed, got)
		}
	}
}

func TestAveragesWithOneSlip(t *testing.T) {
	for head, least := range map[string]int{"Mean": 90, "Change": 90, "Member B": 40} {
		found := 0
		for seed := range uint64(tables) {
			rnd := rand.New(rand.NewPCG(seed, 12))
			m := years(rnd)
			r, c := 3+rnd.IntN(len(m.rows)-5), m.columns[head]
			m.rows[r][c] = changed(m.rows[r][c])
			if head != "Mean" && head != "Change" {
				m.rows[r][c] = signedText(new(big.Rat).Sub(rat(m.rows[r][c]), big.NewRat(19, 100)))
			}
			got := findings(t, m.rows)
			for _, f := range got {
				if !strings.HasPrefix(f, fmt.Sprintf("%d ", r+1)) {
					t.Errorf("%s, seed %d, row %d: %s", head, seed, r+1, f)
				}
			}
			if len(got) > 1 {
				t.Errorf("%s, seed %d: one slip is told %d times: %q", head, seed, len(got), got)
			}
			if len(got) > 0 {
				found++
			}
		}
		if found*100 < tables*least {
			t.Errorf("%s: found in %d of %d tables", head, found, tables)
		}
	}
}

// areas makes a table of areas by years, with how many commitments each has.
func areas(rnd *rand.Rand) made {
	heads := []string{"Area"}
	span := 3 + rnd.IntN(3)
	for y := range span {
		heads = append(heads, fmt.Sprint(2001+y, " N"), fmt.Sprint(2001+y))
	}
	heads = append(heads, "All N", "All")
	out := made{rows: [][]string{heads}, columns: map[string]int{"All": len(heads) - 1, "All N": len(heads) - 2, "2002": 4}}
	for a := range 8 + rnd.IntN(6) {
		row := []string{fmt.Sprintf("Area %c", 'A'+rune(a))}
		count, sum := 0, new(big.Rat)
		for range span {
			n := 1 + rnd.IntN(6)
			v := rat(places(big.NewRat(sumOf(rnd, n*8), int64(n*8)), 2))
			row = append(row, fmt.Sprint(n), places(v, 2))
			count += n
			sum.Add(sum, v.Mul(v, big.NewRat(int64(n), 1)))
		}
		out.rows = append(out.rows, append(row, fmt.Sprint(count), places(sum.Quo(sum, big.NewRat(int64(count), 1)), 2)))
	}
	return out
}

func TestAreasWithOneSlip(t *testing.T) {
	for _, head := range []string{"All", "All N"} {
		found := 0
		for seed := range uint64(tables) {
			rnd := rand.New(rand.NewPCG(seed, 13))
			m := areas(rnd)
			r, c := 1+rnd.IntN(len(m.rows)-1), m.columns[head]
			m.rows[r][c] = changed(m.rows[r][c])
			got := findings(t, m.rows)
			for _, f := range got {
				if !strings.HasPrefix(f, fmt.Sprintf("%d ", r+1)) {
					t.Errorf("%s, seed %d, row %d: %s", head, seed, r+1, f)
				}
			}
			if len(got) > 0 {
				found++
			}
		}
		if found < tables*9/10 {
			t.Errorf("%s: found in %d of %d tables", head, found, tables)
		}
	}
}

// A title may say for how many members every commitment was scored.
func TestImpossibleByTitle(t *testing.T) {
	rows := func(cell string) [][]string {
		return [][]string{
			{"Field", "1991 N", "1991", "1992 N", "1992"},
			{"Roads", "1", "0.33", "2", "0.22"}, {"Ports", "1", cell, "1", "0.11"}, {"Mail", "2", "0.44", "1", "0.89"},
			{"Rail", "1", "-0.22", "2", "0.61"}, {"Coal", "2", "0.28", "1", "0.67"}, {"Iron", "1", "0.78", "1", "0.56"},
		}
	}
	for _, c := range []struct {
		title, cell string
		want        int
	}{
		{"Means by field, nine members, all scored", "0.60", 1},
		{"Means by field, 9 countries, all scored", "0.60", 1},
		{"Means by field, nine members, all scored", "0.56", 0},
		{"Means by field, nine members, all scored", "0.63", 0}, // of eight: one was not assessed
		{"Means by field", "0.60", 0},
		{"Means by field, eight members", "0.60", 0},
		{"Means by field, nine members, then eight members", "0.60", 0},
	} {
		if got := titledFindings(t, c.title, rows(c.cell)); len(got) != c.want {
			t.Errorf("%s, %s: %q", c.title, c.cell, got)
		}
	}
}

// A number that a spreadsheet takes for a text is left out by its formulas.
func TestMinusSignInOneCell(t *testing.T) {
	rows := [][]string{
		{"Promise", "Aland", "Borduria", "Caledonia", "Dalmatia", "Elbonia", "Mean"},
		{"Roads", "1", "0", "0", "1", "1", "0.60"}, {"Ports", "0", "-1", "1", "0", "1", "0.20"}, {"Mail", "1", "1", "-1", "1", "1", "0.60"},
		{"Rail", "1", "1", "\u22121", "1", "0", "0.75"}, {"Coal", "1", "1", "0", "1", "1", "0.80"}, {"Iron", "1", "-1", "1", "1", "1", "0.60"},
	}
	r := &model.Report{Source: model.Source{Reader: "xlsx"}, Tables: []model.Table{{Rows: rows}}}
	result, err := audit.Run(context.Background(), r, audit.Options{Only: []string{"count-stated"}})
	if err != nil || len(result.Findings) != 1 || len(result.Findings[0].Explanations) != 1 || !strings.Contains(result.Findings[0].Explanations[0], "U+2212") {
		t.Errorf("%v %+v", err, result.Findings)
	}
}

// A dash among counts is none of them: an average over all columns follows, and one over
// those with a count too.
func TestDashAmongCounts(t *testing.T) {
	for _, over := range []int64{3, 0} {
		rows := [][]string{{"Area", "2010", "2011", "2012", "Average per summit"}}
		for i := range int64(9) {
			counts := []int64{1 + i%4, 2 + i%3, 1 + i/2}
			if i == 4 {
				counts[1] = 0
			}
			row := []string{fmt.Sprintf("Area %d", i)}
			sum, n := int64(0), int64(0)
			for _, c := range counts {
				if text := fmt.Sprint(c); c > 0 {
					row, n = append(row, text), n+1
				} else {
					row = append(row, "–")
				}
				sum += c
			}
			if over > 0 {
				n = over
			}
			rows = append(rows, append(row, places(big.NewRat(sum, n), 1)))
		}
		rows = append(rows, []string{"Share", "40.1%", "30.2%", "29.7%", ""}) // says nothing of the counts above
		if got := findings(t, rows); len(got) > 0 {
			t.Errorf("over %d: %q", over, got)
		}
	}
}
