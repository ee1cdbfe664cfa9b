package scores

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"
)

// Tables that were put together from several, or have rows and columns beside the
// scores: nothing of them is a slip, whatever a count of every row would say. others
// is how many notes and warnings there are: what is unusual is named once.
func TestMixedTables(t *testing.T) {
	rows := formRows(-1)
	early := func(r formRow) bool { return strings.HasPrefix(r.id, "2031") }
	head := slices.Concat([]string{"id"}, formMembers, []string{"average"})
	line := func(average func(formRow) string) func(formRow) []string {
		return func(r formRow) []string {
			return slices.Concat([]string{r.id}, cellsOf(r, plainCell), []string{average(r)})
		}
	}
	usual := line(func(r formRow) string { return twoPlaces(r.mean) })
	table := func(average func(formRow) string, below ...[]string) string {
		return formText(",", head, rows, line(average), below...)
	}
	hundred := func(m *big.Rat) string { return wholePercent(new(big.Rat).Mul(m, big.NewRat(100, 1))) }
	foot := func(label string, of [][]int) []string {
		out := []string{label}
		for m := range formMembers {
			out = append(out, twoPlaces(columnMean(m, of)))
		}
		return append(out, twoPlaces(rowMean(slices.Concat(of...))))
	}
	years := [][][]int{formScores[:4], formScores[4:8], formScores[8:]}
	// meansOf are the means of the years' averages, which differ from those of all
	// rows for the members that were not assessed everywhere.
	meansOf := func(label string) []string {
		out := []string{label}
		for m := range formMembers {
			var of []*big.Rat
			for _, y := range years {
				of = append(of, columnMean(m, y))
			}
			out = append(out, twoPlaces(meanOf(of)))
		}
		var of []*big.Rat
		for _, y := range years {
			of = append(of, rowMean(slices.Concat(y...)))
		}
		return append(out, twoPlaces(meanOf(of)))
	}
	ranks := []string{"Rank"}
	for m := range formMembers {
		ranks = append(ranks, fmt.Sprint(m+1))
	}
	areas := []string{"Health", "Trade", "Energy"}
	withAreas := formText(",", slices.Concat([]string{"id", "area"}, formMembers, []string{"average"}), rows, func(r formRow) []string {
		cells := usual(r)
		return slices.Concat([]string{cells[0], areas[cells[0][3]-'1']}, cells[1:])
	})
	for k, area := range areas {
		cells := foot(area+" average", years[k])
		withAreas += strings.Join(slices.Concat([]string{cells[0], ""}, cells[1:]), ",") + "\n"
	}
	inBlocks := strings.Join(head, ",") + "\n"
	for k := range years {
		for _, r := range rows[4*k : 4*k+4] {
			inBlocks += strings.Join(usual(r), ",") + "\n"
		}
		inBlocks += strings.Join(foot(fmt.Sprintf("Average %d", 2031+k), years[k]), ",") + "\n"
	}
	for _, c := range []struct {
		name, text string
		others     int
	}{
		{"the scale from −100 in one year", table(func(r formRow) string {
			if early(r) {
				return hundred(r.mean)
			}
			return percentOf(r.mean)
		}), 1},
		{"members without a score as 0 in one year", table(func(r formRow) string {
			if !early(r) {
				return twoPlaces(r.mean)
			}
			sum := 0
			for _, s := range r.scores {
				if s != notAssessed {
					sum += s
				}
			}
			return twoPlaces(big.NewRat(int64(sum), int64(len(r.scores))))
		}), 1},
		{"percentages without a sign in one year", table(func(r formRow) string {
			if early(r) {
				return strings.TrimSuffix(percentOf(r.mean), "%")
			}
			return twoPlaces(r.mean)
		}), 0},
		{"one member left out of each row, another each time", table(func(r formRow) string {
			k := int(r.id[5] - '0')
			return twoPlaces(rowMean(slices.Delete(slices.Clone(r.scores), k, k+1)))
		}), 0},
		{"weighted averages", table(func(r formRow) string { return twoPlaces(new(big.Rat).Mul(r.mean, big.NewRat(9, 10))) }), 0},
		{"averages of years below", table(func(r formRow) string { return twoPlaces(r.mean) },
			foot("2031 average", years[0]), foot("2032 average", years[1]), foot("2033 average", years[2]), foot("Overall", formScores)), 0},
		{"the average of another year below", table(func(r formRow) string { return twoPlaces(r.mean) }, foot("2030 average", years[1]), foot("Average", formScores)), 0},
		{"averages of years between", inBlocks + strings.Join(foot("Overall", formScores), ",") + "\n", 0},
		{"an overall row of means of the years", inBlocks + strings.Join(meansOf("Overall"), ",") + "\n", 0},
		{"averages of areas below", withAreas, 0},
		{"ranks below", table(func(r formRow) string { return twoPlaces(r.mean) }, foot("Average", formScores), append(ranks, "")), 0},
		{"scores between the scores", strings.ReplaceAll(table(func(r formRow) string { return twoPlaces(r.mean) }), "-1,", "-0.5,"), 1},
	} {
		errors, others, compared := formFindings(t, "t.csv", []byte(c.text))
		if len(errors) > 0 || others != c.others || compared == 0 {
			t.Errorf("%s: errors %q, %d other findings, want %d; %d compared\n%s", c.name, errors, others, c.others, compared, c.text)
		}
	}
	// What is wrong in such a table is found all the same.
	for _, c := range []struct{ name, text, want string }{
		{"an average of a year", strings.Replace(inBlocks, foot("Average 2032", years[1])[1]+","+foot("x", years[1])[2]+",", "-0.99,"+foot("x", years[1])[2]+",", 1), "matrix-column-average "},
		{"an average of an area", strings.Replace(withAreas, "Trade average,,"+foot("x", years[1])[1], "Trade average,,-0.99", 1), "matrix-column-average "},
	} {
		if errors, _, _ := formFindings(t, "t.csv", []byte(c.text)); !slices.Equal(errors, []string{c.want}) {
			t.Errorf("%s: errors %q\n%s", c.name, errors, c.text)
		}
	}
}
