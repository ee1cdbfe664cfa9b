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

// Tables with a foot: the members' averages, their percentages below, the average
// of everything beside them, and notes. One figure of the foot is wrong in each but
// the first, and it alone is named.

// footed is a table with a foot. The cells are kept as text, so that a test changes
// one.
type footed struct {
	members []string
	scores  [][]int
	means   []string // the foot's, of the members
	percent []string
	all     string
	allOf   string // its percentage
	size    int    // "N="
	notes   []string
	apart   bool // an empty row above the notes
	blank   string
	sep     string
}

var footedMembers = []string{"Argentina", "Brazil", "Canada", "France", "Germany", "Japan", "South Africa", "United States", "European Union"}

func newFooted(rnd *rand.Rand) *footed {
	f := &footed{members: footedMembers[:4+rnd.IntN(6)], blank: cellTexts[rnd.IntN(len(cellTexts))], sep: []string{",", ";", "\t"}[rnd.IntN(3)]}
	f.size = 6 + rnd.IntN(12)
	for range f.size {
		var line []int
		for m := range f.members {
			line = append(line, rnd.IntN(3)-1)
			if m > 1 && rnd.IntN(8) == 0 {
				line[m] = notAssessed
			}
		}
		f.scores = append(f.scores, line)
	}
	for m := range f.members {
		f.scores[0][m] = 0
		mean := f.mean(func(_, k int) bool { return k == m })
		f.means, f.percent = append(f.means, twoPlaces(mean)), append(f.percent, wholePercent(reckon.Percent(mean)))
	}
	all := f.mean(func(_, _ int) bool { return true })
	f.all, f.allOf = twoPlaces(all), wholePercent(reckon.Percent(all))
	f.notes = [][]string{nil, {"Note: n/a is said of a member that was not assessed in that year."}, {"The scores are those of the final report", "Source: the harbour office"}}[rnd.IntN(3)]
	f.apart = len(f.notes) > 1 || rnd.IntN(2) == 0
	return f
}

func (f *footed) mean(of func(r, m int) bool) *big.Rat {
	sum, n := 0, 0
	for r, line := range f.scores {
		for m, s := range line {
			if s != notAssessed && of(r, m) {
				sum, n = sum+s, n+1
			}
		}
	}
	return big.NewRat(int64(sum), int64(n))
}

func (f *footed) rows() [][]string {
	out := [][]string{slices.Concat([]string{"id"}, f.members, []string{"average", "%"})}
	for r, line := range f.scores {
		cells := []string{fmt.Sprintf("2031-%d", r+1)}
		for _, s := range line {
			if s == notAssessed {
				cells = append(cells, f.blank)
			} else {
				cells = append(cells, fmt.Sprint(s))
			}
		}
		mean := f.mean(func(k, _ int) bool { return k == r })
		out = append(out, append(cells, twoPlaces(mean), wholePercent(reckon.Percent(mean))))
	}
	out = append(out, slices.Concat([]string{fmt.Sprintf("Average (N=%d)", f.size)}, f.means, []string{f.all, f.allOf}),
		slices.Concat([]string{"Percent"}, f.percent, []string{"", ""}))
	if f.apart {
		out = append(out, nil)
	}
	for _, n := range f.notes {
		out = append(out, []string{n})
	}
	return out
}

// text is the table as a CSV; with semicolons its decimals have a comma. Short rows
// are filled up, as spreadsheets do.
func (f *footed) text() string {
	var b strings.Builder
	for _, row := range f.rows() {
		for len(row) < len(f.members)+3 {
			row = append(row, "")
		}
		for i, c := range row {
			if f.sep == ";" && strings.Trim(c, "0123456789.-") == "" {
				c = strings.ReplaceAll(c, ".", ",")
			}
			row[i] = c
		}
		b.WriteString(strings.Join(row, f.sep) + "\r\n")
	}
	return b.String()
}

func saidOf(t *testing.T, text string) []string {
	t.Helper()
	r, err := Read("t.csv", strings.NewReader(text), "", vocabulary.Default())
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	res, err := audit.Run(context.Background(), r, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	out := []string{}
	for _, x := range res.Findings {
		if x.Severity != audit.Note {
			out = append(out, fmt.Sprintf("%s row %d %s", x.Rule, x.Row, x.Member))
		}
	}
	return out
}

func TestFeetOfTables(t *testing.T) {
	code := func(f *footed, m int) string {
		c, _ := vocabulary.Default().Member(f.members[m])
		return c
	}
	for _, slip := range []struct {
		name  string
		plant func(rnd *rand.Rand, f *footed) string
	}{
		{"none", func(*rand.Rand, *footed) string { return "" }},
		{"a member's average", func(rnd *rand.Rand, f *footed) string {
			m := rnd.IntN(len(f.members))
			f.means[m] = wrongBy(f.means[m], 37)
			return fmt.Sprintf("matrix-column-average row %d %s", f.size+2, code(f, m))
		}},
		{"the average of everything", func(_ *rand.Rand, f *footed) string {
			f.all = wrongBy(f.all, 37)
			return fmt.Sprintf("matrix-overall row %d ", f.size+2)
		}},
		{"its percentage", func(_ *rand.Rand, f *footed) string {
			f.allOf = wrongBy(f.allOf, 17)
			return fmt.Sprintf("matrix-overall row %d ", f.size+2)
		}},
		{"the number of rows", func(_ *rand.Rand, f *footed) string {
			f.size++
			return fmt.Sprintf("count-stated row %d ", f.size+1)
		}},
	} {
		t.Run(slip.name, func(t *testing.T) {
			for seed := range uint64(40) {
				rnd := rand.New(rand.NewPCG(seed, 41))
				f := newFooted(rnd)
				want := []string{}
				if w := slip.plant(rnd, f); w != "" {
					want = append(want, w)
				}
				if got := saidOf(t, f.text()); !slices.Equal(got, want) {
					t.Errorf("%d: %q, want %q of\n%s", seed, got, want, f.text())
				}
			}
		})
	}
}

// What may stand below the averages, or beside them, without being wrong.
func TestFeetThatSayOtherThings(t *testing.T) {
	for name, text := range map[string]string{
		"the share of +1": "id,Canada,France,Italy,Japan,average\na-1,1,1,-1,1,0.50\na-2,1,-1,-1,1,0.00\na-3,0,1,1,1,0.75\na-4,1,0,-1,1,0.25\n" +
			"Average,0.75,0.25,-0.50,1.00,0.38\nPercent,75%,50%,25%,100%,\n",
		"all without the European Union": "id,Canada,France,Italy,European Union,average\na-1,1,1,0,-1,0.25\na-2,1,0,0,-1,0.00\na-3,0,1,1,-1,0.25\n" +
			"Average,0.67,0.67,0.33,-1.00,0.56\n",
		"the mean of the printed averages of the members": "id,Canada,France,Italy,average\na-1,1,1,0,0.67\na-2,1,0,n/a,0.50\na-3,0,1,1,0.67\na-4,1,n/a,1,1.00\n" +
			"Average,0.75,0.67,0.67,0.70\n",
		"a commitment for which nobody was assessed, below an empty row": "commitment,Canada,France,Italy,average\nWe will keep ports open.,1,1,0,0.67\nWe will keep wells clean.,1,0,0,0.33\n,,,,\nWe will keep the lights on.,,,,\n",
	} {
		if got := saidOf(t, text); len(got) > 0 {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// What stands below a table is a note where it begins as one, or where an empty
// row divides it from the table; a text directly below may have been cut off.
func TestNotesBelowTables(t *testing.T) {
	const table = "id,Canada,France,average\n2031-1,1,0,0.50\n2031-2,1,1,1.00\n"
	for below, want := range map[string]string{
		"Note: interim scores,,,":        KindNote,
		"Source: the office":             KindNote,
		"* not assessed in this year":    KindNote,
		"\nscores of the final report":   KindNote,
		"\nscores of the final report,,": KindNote,
		"2031-3":                         KindRecord,
		"scores of the final report":     KindRecord,
	} {
		r, err := Read("t.csv", strings.NewReader(table+below+"\n"), "", vocabulary.Default())
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Warnings) != 1 || r.Warnings[0].Kind != want || len(r.Commitments) != 2 {
			t.Errorf("%q: %d rows, %+v", below, len(r.Commitments), r.Warnings)
		}
	}
}
