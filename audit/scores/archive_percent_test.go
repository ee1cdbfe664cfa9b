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
	"recount.invalid/recount/vocabulary"
)

// Archives with percentages beside, below and instead of averages: from the exact mean
// or from the mean as it is printed, of members, of sections and of the whole, in tables
// of either direction. Whatever the way, a clean table gives no error and no warning.

// percentArchive is how such a table is made.
type percentArchive struct {
	*archive
	rounded  bool // percentages are of means rounded to two decimals
	alone    bool // rows have percentages only
	zeros    bool // n/a counts as 0
	cut      bool // decimals are cut off
	sign     string
	turned   bool
	feet     bool // sections have averages and percentages below them
	percents bool // rows of percentages stand below those of averages
	whole    int  // how the averages of everything are made
	parts    int  // those over all rows are means of the sections', exact or as printed
	odd      map[[2]int]string
}

// noMember stands for a cell of somebody who was no member yet: it is empty, and counts
// for nothing whatever n/a does.
const noMember = 8

// mean is the mean of some scores; nil where there are none.
func (a *percentArchive) mean(scores []int) *big.Rat {
	sum, n := 0, 0
	for _, s := range scores {
		if s == noMember {
			continue
		}
		if s != notAssessed {
			sum += s
		}
		if s != notAssessed || a.zeros {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return big.NewRat(int64(sum), int64(n))
}

func (a *percentArchive) value(m *big.Rat) string {
	if a.cut {
		return strings.Replace(reckon.CutOff(m, 2).FloatString(2), "-0.00", "0.00", 1)
	}
	return twoPlaces(m)
}

func (a *percentArchive) percent(m *big.Rat) string {
	if a.rounded {
		m = rat(a.value(m))
	}
	p := reckon.Percent(m)
	if a.cut {
		p = reckon.CutOff(p, 0)
	}
	return p.FloatString(0) + a.sign
}

func (a *percentArchive) column(m int, rows []int) []int {
	var out []int
	for _, r := range rows {
		out = append(out, a.scores[r][m])
	}
	return out
}

// total is the mean of everything in some rows.
func (a *percentArchive) total(rows []int) *big.Rat {
	var cells []int
	var ofRows, printed, ofMembers, foot []*big.Rat
	for _, r := range rows {
		cells = append(cells, a.scores[r]...)
		m := a.mean(a.scores[r])
		ofRows, printed = append(ofRows, m), append(printed, rat(a.value(m)))
	}
	for m := range a.members {
		v := a.mean(a.column(m, rows))
		if v == nil {
			continue
		}
		ofMembers, foot = append(ofMembers, v), append(foot, rat(a.value(v)))
	}
	all := [][]*big.Rat{{a.mean(cells)}, ofRows, printed, ofMembers, foot}
	if a.alone {
		all[2] = nil
		for _, r := range rows {
			all[2] = append(all[2], reckon.FromPercent(rat(strings.TrimSuffix(a.percent(a.mean(a.scores[r])), "%"))))
		}
	}
	return meanOf(all[a.whole])
}

// grid is the table, and the place of each record.
func (a *percentArchive) grid() [][]string {
	var out [][]string
	head := slices.Concat([]string{"id", "Commitment"}, a.members)
	if !a.alone {
		head = append(head, "Average")
	}
	out = append(out, append(head, "Per cent"))
	foot := func(label string, over func(of func(rows []int) *big.Rat) *big.Rat) {
		means, percents := []string{"", label}, []string{"", "Per cent"}
		for m := range a.members {
			v := over(func(rows []int) *big.Rat { return a.mean(a.column(m, rows)) })
			if v == nil {
				means, percents = append(means, ""), append(percents, "")
				continue
			}
			means, percents = append(means, a.value(v)), append(percents, a.percent(v))
		}
		v := over(a.total)
		if !a.alone {
			means, percents = append(means, a.value(v)), append(percents, "")
		}
		means, percents = append(means, a.percent(v)), append(percents, a.percent(v))
		switch {
		case a.alone:
			percents[1] = label
			out = append(out, percents)
		case a.percents:
			out = append(out, means, percents)
		default:
			out = append(out, means)
		}
	}
	var all []int
	for k, rows := range a.sections {
		all = append(all, rows...)
		for i, r := range rows {
			cells := []string{fmt.Sprintf("20%02d-%d", 31+k, i+1), fmt.Sprintf("%s: promise %d", areaNames[k], i+1)}
			for _, s := range a.scores[r] {
				switch s {
				case notAssessed:
					cells = append(cells, "n/a")
				case noMember:
					cells = append(cells, "")
				default:
					cells = append(cells, fmt.Sprint(s))
				}
			}
			v := a.mean(a.scores[r])
			if !a.alone {
				cells = append(cells, a.value(v))
			}
			out = append(out, append(cells, a.percent(v)))
		}
		if a.feet {
			foot("Average, "+areaNames[k], func(of func([]int) *big.Rat) *big.Rat { return of(rows) })
		}
	}
	foot("Overall average", func(of func([]int) *big.Rat) *big.Rat {
		if a.parts == 0 {
			return of(all)
		}
		var parts []*big.Rat
		for _, rows := range a.sections {
			v := of(rows)
			switch {
			case v == nil:
				continue
			case a.parts == 2 && a.alone:
				v = reckon.FromPercent(rat(strings.TrimSuffix(a.percent(v), "%")))
			case a.parts == 2:
				v = rat(a.value(v))
			}
			parts = append(parts, v)
		}
		return meanOf(parts)
	})
	for at, text := range a.odd {
		out[at[0]][at[1]] = text
	}
	if a.turned {
		turned := make([][]string, len(out[0])-1)
		for i := range turned {
			for r := range out {
				turned[i] = append(turned[i], out[r][i+1])
			}
		}
		turned[0][0] = "Member"
		return turned
	}
	return out
}

func newPercentArchive(rnd *rand.Rand) *percentArchive {
	a := &percentArchive{
		archive: newArchive(rnd, rowWays[0], sumWays[0]),
		rounded: rnd.IntN(2) == 0, alone: rnd.IntN(4) == 0, zeros: rnd.IntN(3) == 0,
		turned: rnd.IntN(4) == 0, feet: rnd.IntN(2) == 0, percents: rnd.IntN(2) == 0,
		whole: rnd.IntN(5), odd: map[[2]int]string{},
	}
	// A single figure in a small table does not tell that decimals are cut off.
	a.cut = rnd.IntN(5) == 0 && !a.zeros && !(a.alone && a.rounded) && len(a.scores) >= 12
	if rnd.IntN(2) == 0 {
		a.sign = "%"
	}
	if a.turned {
		a.feet, a.alone = false, false
	}
	if a.feet {
		a.parts = rnd.IntN(3)
	}
	if rnd.IntN(2) == 0 {
		late := len(a.members) - 1
		for _, r := range a.sections[0] {
			a.scores[r][late] = noMember
		}
	}
	return a
}

func (a *percentArchive) csv() string {
	var b strings.Builder
	for _, cells := range a.grid() {
		b.WriteString(`"` + strings.Join(cells, `","`) + "\"\n")
	}
	return b.String()
}

func (a *percentArchive) way() string {
	return fmt.Sprintf("rounded %v, alone %v, zeros %v, cut %v, turned %v, feet %v, percents %v, whole %d, parts %d", a.rounded, a.alone, a.zeros, a.cut, a.turned, a.feet, a.percents, a.whole, a.parts)
}

func (a *percentArchive) said(t *testing.T) (out []string) {
	t.Helper()
	r, err := Read("t.csv", strings.NewReader(a.csv()), "", vocabulary.Default())
	if err != nil {
		t.Fatalf("%v\n%s", err, a.csv())
	}
	res, err := audit.Run(context.Background(), r, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range res.Findings {
		if f.Severity != audit.Note {
			out = append(out, fmt.Sprintf("%s row %d %s: %s", f.Rule, f.Row, f.Member, f.Message))
		}
	}
	return out
}

func TestCleanPercentArchives(t *testing.T) {
	for seed := range uint64(100) {
		a := newPercentArchive(rand.New(rand.NewPCG(seed, 35)))
		if got := a.said(t); len(got) > 0 {
			t.Errorf("seed %d: %s: %q", seed, a.way(), got)
		}
	}
}

// One figure is wrong, or a cell is lost and the whole is wrong: that is found, and
// nothing else.
func TestPercentArchivesWithOneSlip(t *testing.T) {
	planted, found := 0, 0
	for seed := range uint64(100) {
		rnd := rand.New(rand.NewPCG(seed, 36))
		a := newPercentArchive(rnd)
		if a.turned {
			continue
		}
		a.cut = false // the slip may be what hides that decimals are cut off
		grid := a.grid()
		last := len(grid) - 1
		if !a.alone && a.percents {
			last-- // the averages of the whole
		}
		m := 2 + rnd.IntN(len(a.members))
		at, want := [2]int{last, m}, "matrix-column-average"
		code, _ := vocabulary.Default().Member(a.members[m-2])
		switch rnd.IntN(3) {
		case 0:
			if a.percents && !a.alone {
				at[0]++ // its percentage
			}
		case 1:
			at[1], want, code = len(grid[0])-1, "matrix-overall", ""
			if !a.alone {
				at[1]--
			}
			a.odd[[2]int{1 + rnd.IntN(3), 2}] = "-"
		}
		text := grid[at[0]][at[1]]
		if a.alone && !strings.HasSuffix(text, "%") || at[0] > last && a.sign == "" {
			text += "%"
		}
		wrong := wrongBy(text, 31)
		if at[0] > last || a.alone {
			wrong = strings.TrimSuffix(wrong, "%") + a.sign
		}
		if v := rat(strings.TrimSuffix(text, "%")); strings.HasSuffix(text, "%") && v.Cmp(big.NewRat(50, 1)) < 0 {
			wrong = fmt.Sprint(new(big.Rat).Add(v, big.NewRat(31, 1)).FloatString(0)) + a.sign
		}
		a.odd[at] = wrong
		planted++
		hit := false
		for _, g := range a.said(t) {
			switch {
			case strings.HasPrefix(g, fmt.Sprintf("%s row %d %s:", want, at[0]+1, code)):
				hit = true
			case strings.HasPrefix(g, "score-illegible"):
			default:
				t.Errorf("seed %d: %s: %s %s→%s: %q", seed, a.way(), want, text, wrong, g)
			}
		}
		if hit {
			found++
		} else {
			t.Logf("seed %d missed: %s: %s row %d %s %s→%s", seed, a.way(), want, at[0]+1, code, text, wrong)
		}
	}
	t.Logf("%d of %d found", found, planted)
}
