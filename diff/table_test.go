package diff_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/audit/scores"
	"recount.invalid/recount/diff"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// published is a report of two chapters and a third row of its summary table.
func published() *model.Report {
	n := func(v int) *int { return &v }
	d := func(units int64) *model.Decimal { return &model.Decimal{Units: units, Places: 2} }
	row := func(a, b, c int) []model.Score {
		return []model.Score{{Member: "CAN", Name: "Canada", Score: n(a)}, {Member: "FRA", Name: "France", Score: n(b)}, {Member: "ITA", Name: "Italy", Score: n(c)}}
	}
	return &model.Report{
		Schema: model.SchemaReport, Report: model.Info{Title: "2031 Norport Final Compliance Report", Forum: "G7", Summit: model.Summit{Name: "Norport", Year: 2031}, Stage: "final"},
		Commitments: []model.Commitment{
			{Number: 1, ID: "[4]", Text: "We will mend the reefs.", Assessment: &model.Assessment{Scores: row(1, 1, 0), Average: &model.Average{Text: "+0.67 (83%)", Value: d(67), Percent: &model.Decimal{Units: 83}}},
				Verdicts: []model.Verdict{{Member: "CAN", HeadingScore: n(1)}}},
			{Number: 2, Text: "We will count the boats in every port.", Assessment: &model.Assessment{Scores: row(0, 0, 0), Average: &model.Average{Text: "0.00 (50%)", Value: d(0)}}},
		},
		Matrices: []model.Matrix{{Members: []string{"CAN", "FRA", "ITA"}, Rows: []model.MatrixRow{
			{Number: 1, Scores: []*int{n(1), n(1), n(0)}}, {Number: 2, Scores: []*int{n(0), n(0), n(0)}},
			{Number: 3, ID: "2031-9", Label: "Lamps", Scores: []*int{n(1), n(1), n(1)}, Average: &model.Average{Text: "+1.00", Value: d(100)}},
		}}},
	}
}

func tableOf(t *testing.T, csv string) *model.Report {
	t.Helper()
	r, err := scores.Read("scores.csv", strings.NewReader("id,text,average,Canada,France,Italy\n"+csv), "", vocabulary.Default())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// said is what a comparison names, in short.
func said(r *diff.Result) []string {
	var out []string
	for _, c := range r.Commitments {
		out = append(out, fmt.Sprintf("%s %s/%d", c.Kind, c.Commitment.ID, c.Commitment.Row))
	}
	for _, s := range r.Scores {
		out = append(out, fmt.Sprintf("score %s %s", s.Commitment.ID, s.Member))
	}
	for _, a := range r.Averages {
		out = append(out, fmt.Sprintf("average %s %s > %s", a.Commitment.ID, a.From, a.To))
	}
	for _, f := range r.Info {
		out = append(out, "info "+f.Field)
	}
	return out
}

func TestTableAgainstReport(t *testing.T) {
	const same = "2031-4,We will mend the reefs.,0.6667,1,1,0\n2031-7,We will count the boats in every port.,0,0,0,0\n2031-9,,1,1,1,1\n"
	for _, test := range []struct {
		name, csv string
		want      []string
	}{
		{"the same, other summits beside", "2030-1,We will sing.,0,0,0,0\n" + same, nil},
		{"joined by words, a score and an average", "2031-4,We will mend the reefs.,0.33,1,0,0\n,We will count the boats in every port.,0,0,0,0\n2031-9,,1,1,1,1\n", []string{"score [4] FRA", "average [4] 0.33 > +0.67 (83%)"}},
		{"rows without a partner on either side", "2031-4,We will mend the reefs.,0.67,1,1,0\n2031-8,We will hum.,1,1,1,1\n2031-9,,1,1,1,1\n", []string{"removed 2031-8/3", "added /0"}},
		{"other words", "2031-4,We shall mend the reefs.,0.67,1,1,0\n2031-7,We will count the boats in every port.,0,0,0,0\n2031-9,,1,1,1,1\n", []string{"reworded [4]/0"}},
	} {
		r := compare(t, tableOf(t, test.csv), published())
		if got := said(r); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
	// The other way round, the report is the older.
	r := compare(t, published(), tableOf(t, "2031-4,We will mend the reefs.,0.67,1,1,-1\n2031-7,We will count the boats in every port.,0,0,0,0\n2031-9,,1,1,1,1\n"))
	if got, want := said(r), []string{"score 2031-4 ITA"}; !slices.Equal(got, want) {
		t.Errorf("report first: %q, want %q", got, want)
	}
}

// Serials without their year, which a column says or nobody; dashes and noughts.
func TestSerialsOfTables(t *testing.T) {
	const rows = "4|We will mend the reefs.|0.67|1|1|0;7|We will count the boats in every port.|0|0|0|0;9||1|1|1|1"
	for _, test := range []struct {
		name, head string
		row        func(cells []string) []string
		below      string
		want       []string
	}{
		{"a column of years", "year,id,text,average,Canada,France,Italy", func(c []string) []string { return append([]string{"2031"}, c...) }, "2030,4,We will sing.,0,0,0,0\n", nil},
		{"no year at all", "id,text,average,Canada,France,Italy", func(c []string) []string { return c }, "", nil},
		{"dashes and noughts", "id,text,average,Canada,France,Italy", func(c []string) []string { c[0] = "2031\u201300" + c[0]; return c }, "2030\u20131,We will sing.,0,0,0,0\n", nil},
		{"one more commitment of the year", "id,text,average,Canada,France,Italy", func(c []string) []string { return c }, "11,We will hum.,0,0,0,0\n", []string{"removed 11/5"}},
	} {
		csv := test.head + "\n"
		for _, row := range strings.Split(rows, ";") {
			csv += strings.Join(test.row(strings.Split(row, "|")), ",") + "\n"
		}
		table, err := scores.Read("published.csv", strings.NewReader(csv+test.below), "", vocabulary.Default())
		if err != nil {
			t.Fatal(err)
		}
		if got := said(compare(t, table, published())); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// A year with two summits is told apart by the letter of the serial.
func TestTableOfTwoSummitsInAYear(t *testing.T) {
	report := published()
	report.Commitments[0].ID, report.Commitments[1].ID, report.Matrices[0].Rows[2].ID = "2031P-4", "2031P-7", "2031P-9"
	r := compare(t, tableOf(t, "2031L-4,We will sing.,0,0,0,0\n2031P-4,We will mend the reefs.,0.67,1,1,0\n2031p-7 ,We will count the boats in every port.,0,0,0,0\n2031P-9,,1,1,1,1\n"), report)
	if got := said(r); len(got) > 0 {
		t.Errorf("%q", got)
	}
}

func TestTwoTables(t *testing.T) {
	r := compare(t, tableOf(t, "2031-4,We will mend the reefs.,0.67,1,1,0\n2031-5,We will hum.,1,1,1,1\n"), tableOf(t, "2031-4,We will mend the reefs.,0.33,1,0,0\n2031-5,We will hum.,1,1,1,1\n2031-6,We will sing.,1,1,1,1\n"))
	if got, want := said(r), []string{"added 2031-6/4", "score 2031-4 FRA", "average 2031-4 0.67 > 0.33"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// A text without its full stop and an average rounded by another way are no change between a
// table and its report; other words and another mean are.
func TestTableInOtherForms(t *testing.T) {
	const heads = "id,text,average,Canada,France,Italy,Germany,Japan,Russia,UK,US\n"
	read := func(text, average, cells string) *model.Report {
		r, err := scores.Read("scores.csv", strings.NewReader(heads+"2031-4,"+text+","+average+","+cells+"\n"), "", vocabulary.Default())
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	whole := read("We will mend ten reefs.", "0.63", "1,1,1,1,1,0,0,0") // 5/8
	whole.Report = model.Info{Forum: "G8", Summit: model.Summit{Name: "Norport", Year: 2031}, Stage: "final"}
	whole.Commitments[0].Row = 0
	for _, c := range []struct {
		text, average, cells string
		want                 []string
	}{
		{"we will mend 10 reefs", "0.62", "1,1,1,1,1,0,0,0", nil},
		{"We will mend two reefs", "0.62", "1,1,1,1,1,0,0,0", []string{"reworded 2031-4/0"}},
		{"We will mend ten reefs.", "0.64", "1,1,1,1,1,0,0,0", []string{"average 2031-4 0.64 > 0.63"}},
		{"We will mend ten reefs.", "0.62", "1,1,1,1,1,1,-1,0", []string{"score 2031-4 RUS", "score 2031-4 GBR", "average 2031-4 0.62 > 0.63"}},
	} {
		res, err := diff.Compare(context.Background(), read(c.text, c.average, c.cells), whole, audit.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := said(res); !slices.Equal(got, c.want) {
			t.Errorf("%s, %s: %v, want %v", c.text, c.average, got, c.want)
		}
	}
}
