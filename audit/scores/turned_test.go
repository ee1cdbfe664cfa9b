package scores

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/vocabulary"
)

// around turns a table and writes it with titles above, as some keep it.
func around(f *footed, titles ...string) string {
	rows := f.rows()
	rows = rows[:f.size+1+2] // without notes; the number of rows is that of the table
	var b strings.Builder
	for _, t := range titles {
		b.WriteString(t + "\n")
	}
	for c := range rows[0] {
		var line []string
		for _, row := range rows {
			line = append(line, row[c])
		}
		b.WriteString(strings.Join(line, "\t") + "\n")
	}
	return b.String()
}

// The same slips are found in a table whose rows are members.
func TestTurnedTables(t *testing.T) {
	for seed := range uint64(40) {
		rnd := rand.New(rand.NewPCG(seed, 43))
		f := newFooted(rnd)
		for len(f.members) < 4 {
			f = newFooted(rnd)
		}
		upright := f.text()
		if got := saidOf(t, around(f, "Scores by member")); len(got) > 0 {
			t.Errorf("%d: clean: %q\n%s", seed, got, around(f))
		}
		f.all = wrongBy(f.all, 37)
		f.means[1] = wrongBy(f.means[1], 37)
		want := saidOf(t, f.text())
		if got := saidOf(t, around(f)); len(want) == 0 || !slices.Equal(got, want) {
			t.Errorf("%d: turned %q, upright %q\n%s", seed, got, want, upright)
		}
	}
}

func TestTurnedTableNamesTheColumn(t *testing.T) {
	const text = "Country,2031-1,2031-2,2031-3,Rank,Average\nCanada,1,0,1,1,0.67\nFrance,0,0,1,2,0.33\nItaly,-1,0,1,3,0.00\nAverage,0.00,0.50,1.00,,0.33\n"
	r, err := Read("t.csv", strings.NewReader(text), "", vocabulary.Default())
	if err != nil {
		t.Fatal(err)
	}
	res, err := audit.Run(context.Background(), r, audit.Options{Only: []string{"average-stated", "matrix-overall", "matrix-column-average"}})
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Findings) != 1 || !strings.Contains(res.Findings[0].Message, "row 3 is its column C") || res.Findings[0].CommitmentID != "2031-2" {
		t.Errorf("%+v", res.Findings)
	}
}

// Blocks of members, each below its own head, are turned one by one.
func TestTurnedBlocks(t *testing.T) {
	const text = `Scores by member

Norport 2031 (N=3)
Member,2031-1,2031-2,2031-3,Average
Canada,1,0,1,0.67
France,0,0,1,0.33
Italy,-1,0,1,0.00
Average,0.00,0.00,1.00,0.33

Southport 2032 (N=4)
Member,2032-1,2032-2,2032-3,2032-4,Average
Italy,1,0,1,1,0.75
Canada,1,0,1,1,0.75
Japan,-1,0,1,0,0.00
France,0,0,1,0,0.25
Average,0.25,0.00,1.00,0.50,0.44
`
	for _, c := range []struct{ was, is, want string }{
		{"", "", ""},
		{"(N=4)", "(N=5)", "count-stated row 6 "},
		{"France,0,0,1,0,0.25", "France,0,0,1,0,0.52", "matrix-column-average row 12 FRA"},
		{"0.25,0.00,1.00", "0.25,0.00,0.10", "average-stated row 10 "},
		{"0.00,0.00,1.00,0.33", "0.00,0.00,0.10,0.33", "average-stated row 4 "},
	} {
		if got := strings.Join(saidOf(t, strings.Replace(text, c.was, c.is, 1)), "; "); got != c.want {
			t.Errorf("%s: %q, want %q", c.is, got, c.want)
		}
	}
}

// Tables of members that hold no scores are not taken for scores.
func TestTablesThatAreNotTurned(t *testing.T) {
	for name, text := range map[string]string{
		"amounts":         "Country,2030,2031\nCanada,1200,1300\nFrance,800,900\nItaly,700,640\n",
		"averages":        "Country,2030,2031\nCanada,0.45,0.52\nFrance,0.33,0.40\nItaly,0.20,0.31\n",
		"a ranking":       "Rank,Country,Average\n1,Canada,0.67\n2,France,0.33\n3,Italy,0.00\n",
		"two members":     "Country,2031-1,2031-2\nCanada,1,0\nFrance,0,1\n",
		"long lists":      "Canada,1,0\nFrance,0,1\nItaly,1,1\nCanada,0,0\nFrance,0,1\nItaly,1,1\n",
		"members twice":   "Country,2031-1,2031-2\nCanada,1,0\nFrance,0,1\nItaly,1,1\nCanada,0,0\n",
		"no head of rows": "Canada,1,0\nFrance,0,1\nItaly,1,1\n",
	} {
		if r, err := Read("t.csv", strings.NewReader(text), "", vocabulary.Default()); !errors.Is(err, ErrNotScores) {
			t.Errorf("%s: %v, %+v", name, err, r)
		}
	}
}
