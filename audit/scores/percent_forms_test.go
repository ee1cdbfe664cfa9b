package scores

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/audit/reckon"
)

// percented is a table with averages and a column and a row of percentages by a name, with
// their sign or without. of makes a percentage of scores; slip is added to the percentage of
// one commitment and of one member.
func percented(name, sign string, turned bool, of func([]int) string, slip bool) string {
	members := []string{"Canada", "France", "Germany", "Italy", "Japan", "United States"}
	lines := [][]int{
		{1, 1, 0, 1, -1, 0}, {0, 1, 1, 1, 0, 0}, {-1, 0, 0, 1, -1, -1}, {1, 1, 1, 1, 1, 0},
		{0, 0, -1, 1, 0, 1}, {1, 0, 1, 1, 1, 1}, {1, 1, 0, -1, 0, 0}, {0, 1, 1, 0, 1, 1},
	}
	column := func(m int) (out []int) {
		for _, l := range lines {
			out = append(out, l[m])
		}
		return out
	}
	wrong := func(text string, is bool) string {
		if is && slip {
			text = fmt.Sprint(atoi(text) + 7)
		}
		return text + sign
	}
	rows := [][]string{append(append([]string{"id"}, members...), "Average", name)}
	for i, l := range lines {
		row := []string{fmt.Sprintf("2031-%d", i+1)}
		for _, s := range l {
			row = append(row, fmt.Sprint(s))
		}
		rows = append(rows, append(row, twoPlaces(meanOfScores(l)), wrong(of(l), i == 2)))
	}
	means, percents := []string{"Average"}, []string{name}
	for m := range members {
		means, percents = append(means, twoPlaces(meanOfScores(column(m)))), append(percents, wrong(of(column(m)), m == 4))
	}
	all := slices.Concat(lines...)
	rows = append(rows, append(means, twoPlaces(meanOfScores(all)), ""), append(percents, "", of(all)+sign))
	if turned {
		rows[0][0] = "Member"
		around := make([][]string, len(rows[0]))
		for c := range around {
			for _, row := range rows {
				around[c] = append(around[c], row[c])
			}
		}
		rows = around
	}
	var b strings.Builder
	for _, row := range rows {
		b.WriteString(strings.Join(row, ",") + "\n")
	}
	return b.String()
}

func atoi(s string) (n int) {
	fmt.Sscan(s, &n)
	return n
}

func meanOfScores(scores []int) *big.Rat {
	sum := 0
	for _, s := range scores {
		sum += s
	}
	return big.NewRat(int64(sum), int64(len(scores)))
}

// The percentages of a table, of its rows and below its columns, are compared whatever they
// are called, with a sign or without, and whichever way round the table is.
func TestPercentagesByEveryName(t *testing.T) {
	scale := func(l []int) string { return plainPercent(reckon.Percent(meanOfScores(l))) }
	share := func(l []int) string {
		full := 0
		for _, s := range l {
			full += max(s, 0)
		}
		return plainPercent(big.NewRat(int64(100*full), int64(len(l))))
	}
	hundred := func(l []int) string { return plainPercent(new(big.Rat).Mul(meanOfScores(l), big.NewRat(100, 1))) }
	for _, name := range []string{"Percent", "%", "Percentage", "In %", "Average (%)", "Average %", "Score (%)", "Compliance (%)", "Compliance Rate"} {
		for _, sign := range []string{"%", ""} {
			for _, turned := range []bool{false, true} {
				where := fmt.Sprintf("%q, sign %q, turned %v", name, sign, turned)
				if got := saidOf(t, percented(name, sign, turned, scale, false)); len(got) > 0 {
					t.Errorf("%s: clean: %q", where, got)
				}
				got := saidOf(t, percented(name, sign, turned, scale, true))
				if want := []string{"percent-stated row 4 ", "matrix-column-average row 11 JPN"}; !sameSet(got, want) {
					t.Errorf("%s: %q, want %q", where, got, want)
				}
				// What is a share is called wrong nowhere for being no percentage of an average; the
				// slips of shares, and of averages times 100, are.
				for what, of := range map[string]func([]int) string{"share": share, "times 100": hundred} {
					for _, slip := range []bool{false, true} {
						got := saidOf(t, percented(name, sign, turned, of, slip))
						if slip && what == "share" && !slices.ContainsFunc(got, func(s string) bool { return s != "count-stated row 4 " && s != "count-stated row 11 JPN" }) {
							continue
						}
						if len(got) > 0 && !(slip && what == "times 100" && sameSet(got, []string{"percent-stated row 4 ", "matrix-column-average row 11 JPN"})) {
							t.Errorf("%s: %s, slip %v: %q", where, what, slip, got)
						}
					}
				}
			}
		}
	}
}

func sameSet(a, b []string) bool {
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

func plainPercent(v *big.Rat) string { return strings.TrimSuffix(wholePercent(v), "%") }
