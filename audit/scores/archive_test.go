package scores

import (
	"context"
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// Tables as researchers keep them are made up here at random, in every convention
// that is in use, and one thing is planted in each: what the audit says of the
// clean table must be nothing, and of the other one the slip and nothing else.

// rowWay is how an archive makes the average of a row.
type rowWay struct {
	name  string
	print func(sum, assessed, members int) string
	note  bool // the audit names the convention
}

var rowWays = []rowWay{
	{"usual", func(sum, n, _ int) string { return twoPlaces(big.NewRat(int64(sum), int64(n))) }, false},
	{"n/a as 0", func(sum, _, all int) string { return twoPlaces(big.NewRat(int64(sum), int64(all))) }, true},
	{"percent", func(sum, n, _ int) string { return wholePercent(reckon.Percent(big.NewRat(int64(sum), int64(n)))) }, false},
	{"percent of the rounded mean", func(sum, n, _ int) string {
		mean := rat(twoPlaces(big.NewRat(int64(sum), int64(n))))
		return twoPlaces(mean) + " (" + wholePercent(reckon.Percent(mean)) + ")"
	}, false},
	{"scale −100…+100", func(sum, n, _ int) string {
		return wholePercent(new(big.Rat).Mul(big.NewRat(int64(sum), int64(n)), big.NewRat(100, 1)))
	}, false},
}

func twoPlaces(v *big.Rat) string { return strings.Replace(v.FloatString(2), "-0.00", "0.00", 1) }

func wholePercent(v *big.Rat) string { return strings.Replace(v.FloatString(0), "-0", "0", 1) + "%" }

func rat(s string) *big.Rat {
	d, err := model.ParseDecimal(s)
	if err != nil {
		panic(err)
	}
	return d.Rat()
}

// sumWay is how an archive makes one average of many rows.
type sumWay struct {
	name string
	mean func(a *archive, rows []int) *big.Rat
}

var sumWays = []sumWay{
	{"pooled", (*archive).pooled},
	{"mean of the rows", func(a *archive, rows []int) *big.Rat {
		var all []*big.Rat
		for _, r := range rows {
			all = append(all, a.pooled([]int{r}))
		}
		return meanOf(all)
	}},
	{"mean of the rows as printed", func(a *archive, rows []int) *big.Rat {
		var all []*big.Rat
		for _, r := range rows {
			all = append(all, rat(a.averages[r]))
		}
		return meanOf(all)
	}},
	{"mean of the members", func(a *archive, rows []int) *big.Rat {
		var all []*big.Rat
		for m := range a.members {
			all = append(all, a.member(m, rows))
		}
		return meanOf(all)
	}},
}

func meanOf(values []*big.Rat) *big.Rat {
	m, ok := reckon.MeanOf(values)
	if !ok {
		panic("no values")
	}
	return m
}

// notAssessed stands for a cell without a score.
const notAssessed = 9

var cellTexts = []string{"", "n/a", "N/A", "na", "n.a."}

type archive struct {
	members   []string
	scores    [][]int
	blank     string // how a cell without a score is written
	averages  []string
	sections  [][]int // the rows of each
	sums      []string
	ofMember  [][]string // a section's averages of the members
	counts    []int
	overall   string
	allOf     []string // the members' averages over all
	shape     int      // heads of sections, an area column, feet, blocks with heads of their own
	way       rowWay
	sum       sumWay
	illegible [2]int // a cell whose digit is lost; row −1 for none
}

func (a *archive) pooled(rows []int) *big.Rat {
	sum, n := 0, 0
	for _, r := range rows {
		for _, s := range a.scores[r] {
			if s != notAssessed {
				sum, n = sum+s, n+1
			}
		}
	}
	return big.NewRat(int64(sum), int64(n))
}

func (a *archive) member(m int, rows []int) *big.Rat {
	sum, n := 0, 0
	for _, r := range rows {
		if s := a.scores[r][m]; s != notAssessed {
			sum, n = sum+s, n+1
		}
	}
	return big.NewRat(int64(sum), int64(n))
}

// newArchive makes up a table of unequal sections.
func newArchive(rnd *rand.Rand, way rowWay, sum sumWay) *archive {
	names := []string{"Canada", "France", "Germany", "Italy", "Japan", "United Kingdom", "United States", "Russia", "European Union"}
	a := &archive{members: names[:6+rnd.IntN(4)], blank: cellTexts[rnd.IntN(len(cellTexts))], way: way, sum: sum, shape: rnd.IntN(3), illegible: [2]int{-1, -1}}
	for range 2 + rnd.IntN(4) {
		var rows []int
		for range 3 + rnd.IntN(7) {
			rows = append(rows, len(a.scores))
			line := make([]int, len(a.members))
			for m := range line {
				line[m] = rnd.IntN(3) - 1
				if m > 1 && rnd.IntN(6) == 0 { // two members are assessed always
					line[m] = notAssessed
				}
			}
			a.scores = append(a.scores, line)
		}
		// Every member is assessed in the section once.
		for m := range a.members {
			a.scores[rows[0]][m] = rnd.IntN(3) - 1
		}
		a.sections = append(a.sections, rows)
	}
	for _, line := range a.scores {
		sum, n := 0, 0
		for _, s := range line {
			if s != notAssessed {
				sum, n = sum+s, n+1
			}
		}
		a.averages = append(a.averages, way.print(sum, n, len(line)))
	}
	var all []int
	for _, rows := range a.sections {
		all = append(all, rows...)
		var of []string
		for m := range a.members {
			of = append(of, twoPlaces(a.member(m, rows)))
		}
		a.ofMember = append(a.ofMember, of)
		a.counts = append(a.counts, len(rows))
		if a.inMeans() {
			a.sums = append(a.sums, sum.mean(a, rows).FloatString(3))
		} else {
			a.sums = append(a.sums, "")
		}
	}
	for m := range a.members {
		a.allOf = append(a.allOf, twoPlaces(a.member(m, all)))
	}
	if a.inMeans() {
		a.overall = sum.mean(a, all).FloatString(3)
	}
	return a
}

// inMeans says that the averages are means and not percentages.
func (a *archive) inMeans() bool { return a.way.name == "usual" || a.way.name == "n/a as 0" }

var areaNames = []string{"Health", "Trade", "Energy", "Oceans", "Finance"}

// blocks is the shape in which each section has its head again, with the members in
// another order.
const blocks = 3

// turnedBy are cells that begin with another one of them.
func turnedBy(cells []string, k int) []string {
	k %= len(cells)
	return slices.Concat(cells[k:], cells[:k])
}

// text is the table as a CSV, and the record of each row and section.
func (a *archive) text() (csv string, rowAt, sectionAt []int) {
	var b strings.Builder
	record := 0
	put := func(cells ...string) int {
		record++
		for i, c := range cells {
			cells[i] = `"` + c + `"`
		}
		b.WriteString(strings.Join(cells, ",") + "\n")
		return record
	}
	if a.shape == blocks {
		b.WriteString(areaNames[0] + "\n") // a title above the head is no record
	}
	put(slices.Concat([]string{"area", "id"}, a.members, []string{"average"})...)
	rowAt, sectionAt = make([]int, len(a.scores)), make([]int, len(a.sections))
	for k, rows := range a.sections {
		area := ""
		if a.shape == 1 {
			area = areaNames[k]
		}
		if a.shape == blocks && k > 0 {
			put(areaNames[k])
			put(slices.Concat([]string{"area", "id"}, turnedBy(a.members, k), []string{"average"})...)
		}
		if a.shape == 0 {
			sectionAt[k] = put(slices.Concat([]string{"", fmt.Sprintf("%s (N=%d)", areaNames[k], a.counts[k])}, a.ofMember[k], []string{a.sums[k]})...)
		}
		for i, r := range rows {
			cells := []string{}
			for m, s := range a.scores[r] {
				switch {
				case a.illegible == [2]int{r, m}:
					cells = append(cells, "-")
				case s == notAssessed:
					cells = append(cells, a.blank)
				default:
					cells = append(cells, fmt.Sprint(s))
				}
			}
			if a.shape == blocks {
				cells = turnedBy(cells, k)
			}
			cells = append([]string{area, fmt.Sprintf("20%02d-%d", 31+k, i+1)}, cells...)
			rowAt[r] = put(append(cells, a.averages[r])...)
		}
		if a.shape == 1 {
			sectionAt[k] = put(slices.Concat([]string{area, fmt.Sprintf("Average (N=%d)", a.counts[k])}, a.ofMember[k], []string{a.sums[k]})...)
		}
		if a.shape == blocks {
			sectionAt[k] = put(slices.Concat([]string{"", fmt.Sprintf("Average (N=%d)", a.counts[k])}, turnedBy(a.ofMember[k], k), []string{a.sums[k]})...)
		}
	}
	all := a.allOf
	if a.shape == blocks {
		all = turnedBy(all, len(a.sections)-1)
	}
	put(slices.Concat([]string{"", fmt.Sprintf("Overall (N=%d)", len(a.scores))}, all, []string{a.overall})...)
	return b.String(), rowAt, sectionAt
}

// said is what the audit says of a table, without the convention of the whole.
func (a *archive) said(t *testing.T) (out []string, conventions int) {
	t.Helper()
	csv, _, _ := a.text()
	r, err := Read("t.csv", strings.NewReader(csv), "", vocabulary.Default())
	if err != nil {
		t.Fatalf("%v\n%s", err, csv)
	}
	res, err := audit.Run(context.Background(), r, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range res.Findings {
		if f.Rule == "mean-convention" {
			conventions++
			continue
		}
		out = append(out, fmt.Sprintf("%s row %d %s", f.Rule, f.Row, f.Member))
	}
	return out, conventions
}

// archives gives tables of every pair of conventions.
func archives(t *testing.T, f func(t *testing.T, rnd *rand.Rand, a *archive)) {
	for _, way := range rowWays {
		for _, sum := range sumWays {
			t.Run(way.name+", "+sum.name, func(t *testing.T) {
				for seed := range uint64(6) {
					rnd := rand.New(rand.NewPCG(seed, 14))
					f(t, rnd, newArchive(rnd, way, sum))
				}
				for seed := range uint64(4) {
					rnd := rand.New(rand.NewPCG(seed, 15))
					a := newArchive(rnd, way, sum)
					a.shape = blocks
					f(t, rnd, a)
				}
			})
		}
	}
}

func TestCleanArchives(t *testing.T) {
	archives(t, func(t *testing.T, _ *rand.Rand, a *archive) {
		got, notes := a.said(t)
		csv, _, _ := a.text()
		if len(got) > 0 {
			t.Errorf("findings %q on\n%s", got, csv)
		}
		if notes == 0 && a.way.note {
			t.Errorf("the convention is not named of\n%s", csv)
		}
	})
}

// slips are planted in a clean table; each gives the one finding that is wanted.
var archiveSlips = []struct {
	name  string
	plant func(rnd *rand.Rand, a *archive) (want func(rowAt, sectionAt []int) string)
}{
	{"a row's average", func(rnd *rand.Rand, a *archive) func([]int, []int) string {
		r := rnd.IntN(len(a.scores))
		a.averages[r] = strings.Replace(wrongBy(a.averages[r], 37), " ", " ", 1)
		return func(rowAt, _ []int) string { return fmt.Sprintf("average-stated row %d ", rowAt[r]) }
	}},
	{"the number of rows", func(rnd *rand.Rand, a *archive) func([]int, []int) string {
		if a.shape == 2 {
			return nil
		}
		k := rnd.IntN(len(a.sections))
		a.counts[k]++
		return func(_, sectionAt []int) string { return fmt.Sprintf("count-stated row %d ", sectionAt[k]) }
	}},
	{"a formula that ends a row early", func(rnd *rand.Rand, a *archive) func([]int, []int) string {
		if a.shape == 2 {
			return nil
		}
		for k, rows := range a.sections {
			for m := range a.members {
				cut := rows[:len(rows)-1]
				whole, short := a.member(m, rows), a.member(m, cut)
				zeros := new(big.Rat).SetFrac64(int64(a.sumOf(m, rows)), int64(len(rows)))
				if twoPlaces(short) == twoPlaces(whole) || twoPlaces(short) == twoPlaces(zeros) || a.scores[rows[len(rows)-1]][m] == notAssessed {
					continue
				}
				a.ofMember[k][m] = twoPlaces(short)
				code, _ := vocabulary.Default().Member(a.members[m])
				return func(_, sectionAt []int) string {
					return fmt.Sprintf("matrix-column-average row %d %s", sectionAt[k], code)
				}
			}
		}
		return nil
	}},
	{"a cell without its digit", func(rnd *rand.Rand, a *archive) func([]int, []int) string {
		r := rnd.IntN(len(a.scores))
		a.illegible = [2]int{r, 0}
		code, _ := vocabulary.Default().Member(a.members[0])
		return func(rowAt, _ []int) string { return fmt.Sprintf("score-illegible row %d %s", rowAt[r], code) }
	}},
}

func (a *archive) sumOf(m int, rows []int) int {
	sum := 0
	for _, r := range rows {
		if s := a.scores[r][m]; s != notAssessed {
			sum += s
		}
	}
	return sum
}

// wrongBy moves a figure by so many hundredths, or percent, towards the middle.
func wrongBy(text string, by int64) string {
	number, rest := strings.TrimSuffix(text, "%"), ""
	if strings.HasSuffix(text, "%") {
		rest = "%"
	}
	if value, percent, found := strings.Cut(text, " ("); found {
		number, rest = value, " ("+percent
	}
	v := rat(number)
	step := big.NewRat(by, 100)
	if rest == "%" {
		step = big.NewRat(by, 1)
	}
	if v.Sign() > 0 {
		step.Neg(step)
	}
	v = new(big.Rat).Add(v, step)
	if rest == "%" {
		return v.FloatString(0) + rest
	}
	return twoPlaces(v) + rest
}

func TestArchivesWithOneSlip(t *testing.T) {
	for _, slip := range archiveSlips {
		t.Run(slip.name, func(t *testing.T) {
			found, planted := 0, 0
			archives(t, func(t *testing.T, rnd *rand.Rand, a *archive) {
				want := slip.plant(rnd, a)
				if want == nil {
					return
				}
				planted++
				csv, rowAt, sectionAt := a.text()
				got, _ := a.said(t)
				wanted := want(rowAt, sectionAt)
				if slices.Contains(got, wanted) {
					found++
				}
				for _, g := range got {
					if g != wanted {
						t.Errorf("%s, wanted %s, of\n%s", g, wanted, csv)
					}
				}
				if !slices.Contains(got, wanted) {
					t.Errorf("missed %s in\n%s", wanted, csv)
				}
			})
			t.Logf("%d of %d found", found, planted)
		})
	}
}
