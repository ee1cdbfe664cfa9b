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

// Scores whose members are rows stand beside how often each was given; counts alone are no
// scores.
func TestTurnedWithCounts(t *testing.T) {
	const text = "Member\tA\tB\tC\tD\tE\tFull (+1)\tPartial (0)\tNone (-1)\tn/a\tSum\tAverage\tPlace\n" +
		"Canada\t1\t1\t0\t1\t-1\t3\t1\t1\t0\t2\t0.40\t3\nFrance\t0\t0\t1\t1\t0\t2\t3\t0\t0\t2\t0.40\t3\n" +
		"Germany\t1\t1\t1\t1\tn/a\t4\t0\t0\t1\t4\t1.00\t1\nItaly\t-1\t-1\t0\t0\t0\t0\t3\t2\t0\t-2\t-0.40\t6\n" +
		"Japan\t1\t1\t1\t0\t0\t3\t2\t0\t0\t3\t0.60\t2\nUnited Kingdom\t0\t1\t0\t0\t0\t1\t4\t0\t0\t1\t0.20\t5\n"
	for _, c := range []struct {
		edit []string
		want []string
	}{
		{nil, nil},
		{[]string{"\t0\t3\t2\t0\t-2", "\t0\t4\t2\t0\t-2"}, []string{"count-stated ITA"}},
		{[]string{"2\t0.40\t3\nFrance", "1\t0.40\t3\nFrance"}, []string{"count-stated CAN"}},
		{[]string{"0.20\t5", "0.20\t4"}, []string{"ranking-order GBR"}},
	} {
		if got := saidOf(t, strings.NewReplacer(c.edit...).Replace(text)); len(got) != len(c.want) {
			t.Errorf("%q: %q, want %q", c.edit, got, c.want)
		}
	}
	// Near miss: the counts are not those of the columns beside them.
	other := "Member\tA\tB\tC\tFull (+1)\tPartial (0)\tNone (-1)\nCanada\t1\t0\t1\t9\t4\t2\nFrance\t0\t0\t1\t3\t8\t4\nItaly\t1\t1\t0\t5\t5\t5\nJapan\t0\t1\t0\t6\t2\t7\n"
	if r, err := Read("t.tsv", strings.NewReader(other), "", vocabulary.Default()); err == nil {
		t.Errorf("counts of something else are read as scores: %d rows", len(r.Commitments))
	}
}

// Rows of one id are told apart by a column of the stage, or by any that has another value
// each time.
func TestIdsToldApart(t *testing.T) {
	table := func(head string, values ...string) string {
		out := "id," + head + ",Canada,France,Italy,average\n"
		for i := range 8 {
			out += "2031-" + string(rune('1'+i/2)) + "," + values[i%len(values)] + ",1,0," + string(rune('0'+i%2)) + []string{",0.33\n", ",0.67\n"}[i%2]
		}
		return out
	}
	for _, c := range []struct {
		text string
		want int
	}{
		{table("stage", "interim", "final"), 0},
		{table("release", "v1", "v2"), 0},
		{table("note", "x", "x"), 4},
		{table("remark", "one", "two", "three", "four", "five", "six", "seven", "eight"), 4},
		{"id,stage,Canada,France,Italy,average\n1,interim,1,0,1,0.67\n2,interim,0,0,1,0.33\n2,final,1,1,1,1.00\n", 0},
		{"id,who,Canada,France,Italy,average\n1,Ann,1,0,1,0.67\n2,Ann,0,0,1,0.33\n2,Bob,1,1,1,1.00\n", 1},
	} {
		if got := saidOf(t, c.text); len(got) != c.want {
			t.Errorf("%d, want %d: %q\n%s", len(got), c.want, got, c.text)
		}
	}
	// A long table whose versions no head names.
	long, other := "id,issue,member,score,mean\n", "id,issue,member,score,mean\n"
	for i := range 4 {
		for _, v := range []string{"first", "second"} {
			for k, m := range []string{"Canada", "France", "Italy"} {
				score, mean := "1", "0.67"
				if k == i%3 {
					score = "0"
				}
				long += "2031-" + string(rune('1'+i)) + "," + v + "," + m + "," + score + "," + mean + "\n"
				other += "2031-" + string(rune('1'+i)) + ",same," + m + "," + score + "," + mean + "\n"
			}
		}
	}
	if got := saidOf(t, long); len(got) > 0 {
		t.Errorf("versions: %q", got)
	}
	if got := saidOf(t, other); len(got) == 0 {
		t.Error("every member twice, and nothing is said")
	}
}

// Averages of the members of a forum are compared with their scores, and not those of
// others.
func TestGroupAverages(t *testing.T) {
	table := func(head, cell string) string {
		members := "Canada,France,Germany,Italy,Japan,UK,US,Russia,China"
		out := "id," + members + ",Average," + head + "\n"
		for i, row := range []string{"1,1,0,0,1,1,0,-1,-1|0.22|0.57", "0,0,0,1,1,1,1,0,1|0.56|0.57", "1,1,1,1,1,1,0,1,1|0.89|0.86", "0,-1,0,0,1,0,0,1,1|0.22|0.00", "1,0,1,0,1,0,0,0,-1|0.22|0.43", "1,1,1,1,0,0,1,-1,0|0.44|0.71", "0,0,1,0,0,0,1,1,1|0.44|0.29", "-1,0,0,0,0,0,1,1,1|0.22|0.00"} {
			p := strings.Split(row, "|")
			if i == 6 {
				p[2] = cell
			}
			out += "2009-" + string(rune('1'+i)) + "," + p[0] + "," + p[1] + "," + p[2] + "\n"
		}
		return out
	}
	for _, c := range []struct {
		head, cell string
		want       int
	}{{"G7", "0.29", 0}, {"G7", "0.38", 1}, {"Mean of the G7", "0.28", 1}, {"Before", "0.38", 0}, {"G7 pledges", "0.38", 0}} {
		if got := saidOf(t, table(c.head, c.cell)); len(got) != c.want {
			t.Errorf("%s %s: %q", c.head, c.cell, got)
		}
	}
}
