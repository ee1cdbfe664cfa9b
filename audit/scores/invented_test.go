package scores

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/vocabulary"
)

// invented is a table that somebody might keep, made at random: sections or summits, with
// heads and closing rows of averages, percentages, ranks, counts and sums, and columns of
// them beside the scores. Its figures are made here, by other code than what reads them, and
// all are right.
type invented struct {
	rows [][]string
	// figures are the places of averages, rows before columns.
	figures [][2]int
	places  int
}

// inventor is the chance that a table is made by, and how it is written.
type inventor struct {
	*rand.Rand
	places                  int
	plus, scorePlus, wholly bool
	minus, unassessed       string
}

var inventedForums = [][]string{
	{"Canada", "France", "Germany", "Italy", "Japan", "United Kingdom", "United States", "European Union"},
	{"Brazil", "Russia", "India", "China", "South Africa"},
	{"CAN", "FRA", "DEU", "ITA", "JPN", "RUS", "GBR", "USA", "EU"},
}

// decimal is a fraction as printed, halves away from zero.
func (v *inventor) decimal(f *big.Rat, places int, plus bool) string {
	text := strings.TrimPrefix(new(big.Rat).Abs(f).FloatString(places), "+")
	switch {
	case strings.Trim(text, "0.") == "":
		return text
	case f.Sign() < 0:
		return v.minus + text
	case plus:
		return "+" + text
	}
	return text
}

func (v *inventor) whole(n int) string {
	if n < 0 {
		return v.minus + fmt.Sprint(-n)
	}
	return fmt.Sprint(n)
}

const noScore = 9

func (v *inventor) score(s int) string {
	switch {
	case s == noScore:
		return v.unassessed
	case s == 1 && v.scorePlus:
		return "+1"
	}
	return v.whole(s)
}

// exactMean is the mean of the scores that were given, nil for none.
func exactMean(scores []int) *big.Rat {
	sum, n := 0, 0
	for _, s := range scores {
		if s != noScore {
			sum, n = sum+s, n+1
		}
	}
	if n == 0 {
		return nil
	}
	return big.NewRat(int64(sum), int64(n))
}

func (v *inventor) percent(f *big.Rat) string {
	text := v.decimal(new(big.Rat).Mul(new(big.Rat).Add(f, big.NewRat(1, 1)), big.NewRat(50, 1)), 0, false)
	if v.wholly {
		return text
	}
	return text + "%"
}

// closing are the kinds of rows below scores, by the word that they are called by.
var closing = map[string]func(v *inventor, columns [][]int) []string{
	"Average": func(v *inventor, columns [][]int) (out []string) {
		for _, c := range columns {
			out = append(out, v.decimal(exactMean(c), v.places, v.plus))
		}
		return out
	},
	"Percent": func(v *inventor, columns [][]int) (out []string) {
		for _, c := range columns {
			out = append(out, v.percent(exactMean(c)))
		}
		return out
	},
	"Rank": func(_ *inventor, columns [][]int) (out []string) {
		for _, c := range columns {
			rank := 1
			for _, other := range columns {
				if exactMean(other).Cmp(exactMean(c)) > 0 {
					rank++
				}
			}
			out = append(out, fmt.Sprint(rank))
		}
		return out
	},
	"N": func(_ *inventor, columns [][]int) (out []string) {
		for _, c := range columns {
			out = append(out, fmt.Sprint(len(c)-count(c, noScore)))
		}
		return out
	},
	"Sum": func(v *inventor, columns [][]int) (out []string) {
		for _, c := range columns {
			out = append(out, v.whole(count(c, 1)-count(c, -1)))
		}
		return out
	},
}

func count(scores []int, s int) (n int) {
	for _, t := range scores {
		if t == s {
			n++
		}
	}
	return n
}

// invent makes a table.
func invent(seed uint64) invented {
	v := &inventor{Rand: rand.New(rand.NewPCG(seed, 1)), minus: "-"}
	v.places, v.plus, v.scorePlus, v.wholly = 2+v.IntN(2), v.IntN(3) == 0, v.IntN(3) == 0, v.IntN(2) == 0
	v.unassessed = []string{"n/a", "", "NA"}[v.IntN(3)]
	if v.IntN(3) == 0 {
		v.minus = "\u2212"
	}
	members := inventedForums[v.IntN(len(inventedForums))]
	year, blocks, summits := 1996+v.IntN(20), 1+v.IntN(3), v.IntN(2) == 0
	ids, percents := v.IntN(2) == 0, v.IntN(2) == 0
	t := invented{places: v.places}
	lead := []string{}
	head := slices.Clone(members)
	if ids {
		head = slices.Insert(head, 0, "ID", "Commitment")
		lead = []string{""}
	} else {
		head = slices.Insert(head, 0, "Commitment")
	}
	width := len(head) + 1
	head = append(head, "Average")
	if percents {
		head, width = append(head, "%"), width+1
	}
	add := func(cells ...string) {
		t.rows = append(t.rows, append(cells, make([]string, max(0, width-len(cells)))...))
	}
	add(head...)
	var kinds []string
	for _, k := range []string{"Average", "Percent", "Rank", "N", "Sum"} {
		if k == "Average" || v.IntN(3) == 0 {
			kinds = append(kinds, k)
		}
	}
	number := 0
	var before [][]int
	for b := range blocks {
		size := 3 + v.IntN(6)
		name, own := fmt.Sprintf("%s harbours", []string{"Northern", "Eastern", "Southern"}[b]), ""
		if summits {
			name = fmt.Sprintf("%d %s", year+b, []string{"Kestrel Bay", "Old Quay", "Larkhaven"}[b])
		}
		switch {
		case blocks == 1:
		case !summits && v.IntN(2) == 0:
			add(fmt.Sprintf("%s (N=%d)", name, size))
		default:
			add(name)
		}
		if blocks > 1 && v.IntN(2) == 0 {
			own = " " + name
		}
		columns := make([][]int, len(members))
		for range size {
			number++
			scores := make([]int, len(members))
			for m := range scores {
				scores[m] = []int{1, 1, 1, 0, 0, -1}[v.IntN(6)]
				if m > 0 && v.IntN(25) == 0 {
					scores[m] = noScore
				}
				columns[m] = append(columns[m], scores[m])
			}
			cells := []string{fmt.Sprintf("Lanterns and nets %c%c", 'a'+number/26, 'a'+number%26)}
			if ids {
				cells = slices.Insert(cells, 0, fmt.Sprintf("%d-%d", year, 4*number+v.IntN(4)))
			}
			for _, s := range scores {
				cells = append(cells, v.score(s))
			}
			t.figures = append(t.figures, [2]int{len(t.rows), len(cells)})
			cells = append(cells, v.decimal(exactMean(scores), v.places, v.plus))
			if percents {
				cells = append(cells, v.percent(exactMean(scores)))
			}
			add(cells...)
		}
		if slices.ContainsFunc(columns, func(c []int) bool { return exactMean(c) == nil }) {
			return invent(seed + 1<<32)
		}
		for _, k := range kinds {
			if k == "Average" {
				for m := range members {
					t.figures = append(t.figures, [2]int{len(t.rows), len(lead) + 1 + m})
				}
			}
			add(slices.Concat(lead, []string{k + own}, closing[k](v, columns))...)
		}
		if summits && b > 0 && b == blocks-1 && v.IntN(2) == 0 {
			cells := slices.Concat(lead, []string{fmt.Sprintf("Change %d to %d", year+b-1, year+b)})
			for m := range columns {
				printed := func(c []int) *big.Rat {
					f, _ := new(big.Rat).SetString(strings.ReplaceAll(v.decimal(exactMean(c), v.places, false), "\u2212", "-"))
					return f
				}
				cells = append(cells, v.decimal(new(big.Rat).Sub(printed(columns[m]), printed(before[m])), v.places, true))
			}
			add(cells...)
		}
		before = columns
	}
	return t
}

// text is the table with something else in a cell.
func (t *invented) text(at [2]int, other string) string {
	var b strings.Builder
	for r, row := range t.rows {
		for c, cell := range row {
			if c > 0 {
				b.WriteByte(',')
			}
			if r > 0 && at == [2]int{r, c} {
				cell = other
			}
			b.WriteString(cell)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func accusations(t *testing.T, table string) (out []string) {
	t.Helper()
	r, err := Read("x.csv", strings.NewReader(table), "", vocabulary.Default())
	if err != nil {
		t.Fatal(errors.Join(err, errors.New(table)))
	}
	result, err := audit.Run(context.Background(), r, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range result.Findings {
		if f.Severity != audit.Note {
			out = append(out, fmt.Sprintf("row %d %s: %s", f.Row, f.Rule, f.Message))
		}
	}
	return out
}

// Tables that are right are accused of nothing, however their rows follow each other; one
// average that is wrong by far is found, and nothing beside it.
func TestInventedTables(t *testing.T) {
	found, tried := 0, 0
	for seed := range uint64(150) {
		table := invent(seed)
		if got := accusations(t, table.text([2]int{}, "")); len(got) > 0 {
			t.Errorf("seed %d: %q in\n%s", seed, got, table.text([2]int{}, ""))
			continue
		}
		at := table.figures[int(seed)%len(table.figures)]
		wrong := "0." + "77"[:2] + "7"[:table.places-2]
		if right := table.rows[at[0]][at[1]]; strings.HasPrefix(strings.TrimLeft(right, "+"), "0.7") {
			wrong = "0." + "22" + "2"[:table.places-2]
		}
		tried++
		if got := accusations(t, table.text(at, wrong)); slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, wrong) }) {
			found++
		} else {
			t.Logf("seed %d: %s in row %d is not found: %q", seed, wrong, at[0]+1, got)
		}
	}
	if found*10 < tried*9 {
		t.Errorf("%d of %d wrong averages are found", found, tried)
	}
}
