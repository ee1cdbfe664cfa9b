package audit

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// Figures of published releases: who they are of is left out.
func TestFiguresOfReleases(t *testing.T) {
	for _, test := range []struct {
		name string
		rows string // group, n, percent
		want int
		has  string
	}{
		{"by way of the rounded mean", "S 13 93;S 13 89;S 12 92;S 11 59;S 13 46;S 20 95;S 20 53;S 20 48", 0, ""},
		{"one commitment fewer for all", "B 16 90;B 16 87;B 16 67;B 8 44", 1, "all 3 of 15"},
		{"one commitment fewer for one", "O 19 94;O 19 89;O 19 87;O 19 71;O 19 66", 1, "was one not assessed"},
		{"the exact mean, half up", "A 20 100;A 20 90;A 20 88;A 20 80;A 20 63;A 20 53", 0, ""},
		{"the scale from -100", "K 13 85;K 13 62;K 13 38;K 13 15;K 13 8;K 11 -9", 0, ""},
		{"nothing fits", "X 7 60;X 7 61;X 7 62", 0, ""},
		{"one alone", "Y 4 60", 1, "no 4 scores"},
		{"too many cells", "Z 250 60", 0, ""},
		{"a number that cannot be read", "Z ? 60", 0, ""},
	} {
		table := model.Table{Rows: [][]string{{"summit", "n", "percent"}}}
		for r := range strings.SplitSeq(test.rows, ";") {
			table.Rows = append(table.Rows, strings.Fields(r))
		}
		res := run(t, &model.Report{Tables: []model.Table{table}}, Options{Only: []string{"percent-attainable"}})
		text := ""
		for _, f := range res.Findings {
			text += f.Message
		}
		if len(res.Findings) != test.want || !strings.Contains(text, test.has) {
			t.Errorf("%s: %d findings, want %d: %s", test.name, len(res.Findings), test.want, text)
		}
	}
}

// A report without a summary table: the number of commitments is in its text.
func TestFiguresOfARanking(t *testing.T) {
	p := func(n int64) *model.Decimal { return &model.Decimal{Units: n} }
	ranking := func(texts string, percents ...int64) *model.Report {
		r := titlePage(model.Info{Title: "2031 Norport Final Compliance Report", Forum: "G7", Stage: "final", Summit: model.Summit{Name: "Norport", Year: 2031}}, 0, texts)
		k := model.Ranking{}
		for i, n := range percents {
			k.Entries = append(k.Entries, model.RankedEntry{Label: []string{"Canada", "France", "Italy", "Japan"}[i], Member: []string{"CAN", "FRA", "ITA", "JPN"}[i], Percent: p(n)})
		}
		r.Rankings = []model.Ranking{k}
		return r
	}
	for _, test := range []struct {
		report *model.Report
		want   int
	}{
		{ranking("It reviews 19 selected commitments.", 94, 89, 87, 71), 1},
		{ranking("It reviews 18 selected commitments.", 94, 89, 86, 72), 0},
		{ranking("It says nothing.", 94, 89, 87, 71), 0},
	} {
		if res := run(t, test.report, Options{Only: []string{"percent-attainable"}}); len(res.Findings) != test.want {
			t.Errorf("%d findings, want %d: %+v", len(res.Findings), test.want, res.Findings)
		}
	}
}
