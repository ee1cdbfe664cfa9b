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

// Published tables of averages and percentages, without scores.
func TestPercentagesOfTablesWithoutScores(t *testing.T) {
	const right = "Canada 0.33 67%;France 0.06 53%;Germany 0.71 86%;Italy -0.50 25%;Japan 0.63 81%"
	for _, test := range []struct {
		name, head, rows string
		errors, without  int // findings, and figures of an unknown number of scores
	}{
		{"right", "country average percent", right, 0, 5},
		{"one of them is another's", "country average percent", strings.Replace(right, "86%", "68%", 1), 1, 5},
		{"by way of the rounded mean", "country average percent", strings.Replace(right, "81%", "82%", 1), 0, 5},
		{"shares of something else", "country average percent", "Canada 0.33 50%;France 0.06 40%;Germany 0.71 71%;Italy -0.50 10%;Japan 0.63 70%", 0, 5},
		{"too few to tell", "country average percent", "Canada 0.33 67%;France 0.06 40%;Germany 0.71 86%", 0, 3},
		{"heads as programs write them", "Country_Name Avg. per_cent", strings.Replace(right, "86%", "68%", 1), 1, 5},
		{"near miss: an average of percentages", "country average average_%", strings.Replace(right, "86%", "68%", 1), 0, 5},
		{"near miss: what is stated of something", "country stated percent", strings.Replace(right, "86%", "68%", 1), 0, 5},
		{"averages alone", "country average years", "Canada 0.33 67;France 0.06 40;Germany 0.71 86", 0, 3},
		{"with the number of commitments", "country n average", "Canada 6 0.33;France 6 0.17;Germany 6 0.67", 0, 0},
		{"averages of areas, with the number of commitments", "area n average", "Health 6 0.30;Trade 6 0.35;Energy 6 0.33", 0, 0},
	} {
		table := model.Table{Rows: [][]string{strings.Fields(test.head)}}
		for r := range strings.SplitSeq(test.rows, ";") {
			table.Rows = append(table.Rows, strings.Fields(r))
		}
		r := &model.Report{Source: model.Source{Reader: "csv"}, Tables: []model.Table{table}}
		res := run(t, r, Options{Only: []string{"percent-stated", "percent-attainable"}})
		without := 0
		for _, reason := range countOf(res, "percent-attainable").Reasons {
			if strings.Contains(reason.Text, "a column for that") {
				without += reason.Count
			}
		}
		if len(res.Findings) != test.errors || without != test.without {
			t.Errorf("%s: %d findings and %d figures without a number, want %d and %d: %+v", test.name, len(res.Findings), without, test.errors, test.without, res.Findings)
		}
	}
}
