package audit

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// publishedRules are the rules on tables of published scores.
var publishedRules = []string{"average-stated", "average-unattainable", "matrix-overall", "matrix-column-average", "mean-convention", "count-stated", "percent-attainable"}

// published makes a table of published scores of three members; a line is
// "section|average|CAN FRA ITA", a score "." is blank.
func published(lines ...string) *model.Report {
	r := &model.Report{Schema: model.SchemaReport}
	for i, l := range lines {
		part := strings.Split(l, "|")
		c := model.Commitment{Number: i + 1, Row: i + 2, ID: fmt.Sprintf("2031-%d", i+1), IssueArea: part[0], Assessment: &model.Assessment{}}
		if part[1] != "" {
			c.Assessment.Average = average(part[1])
		}
		for k, s := range strings.Fields(part[2]) {
			score := model.Score{Member: []string{"CAN", "FRA", "ITA"}[k]}
			switch s {
			case ".":
			case "?":
				score.Text = "-"
			default:
				n := map[string]int{"+": 1, "0": 0, "-": -1}[s]
				score.Score, score.Text = &n, reckon.SignedScore(n)
			}
			c.Assessment.Scores = append(c.Assessment.Scores, score)
		}
		r.Commitments = append(r.Commitments, c)
	}
	return r
}

// summary adds a row that sums up: "CAN FRA ITA all" as printed.
func summary(r *model.Report, section, label string, count int, figures string) *model.Report {
	s := model.Summary{Section: section, Label: label, Count: count, Row: 20 + len(r.Summaries)}
	for k, text := range strings.Fields(figures) {
		a := average(text)
		if k < 3 {
			s.Averages = append(s.Averages, model.ColumnAverage{Member: []string{"CAN", "FRA", "ITA"}[k], Text: a.Text, Value: a.Value, Percent: a.Percent})
		} else {
			s.Average = a
		}
	}
	r.Summaries = append(r.Summaries, s)
	return r
}

// The rows of the tests, with sums counted by hand: CAN 3/4, FRA 1/4, ITA 0/3
// in Health and CAN 2/2, FRA 1/2, ITA 1/2 in Trade.
func publishedRows() *model.Report {
	return published("Health|0.67|+ + 0", "Health|0.33|+ 0 0", "Health|0|0 0 .", "Health|0.33|+ 0 0", "Trade|1|+ + +", "Trade|0.33|+ 0 0")
}

func TestSummaryRows(t *testing.T) {
	for _, test := range []struct {
		name   string
		report *model.Report
		want   []string
		has    string
	}{
		{"everything holds", summary(summary(publishedRows(), "Health", "Health", 4, "0.75 0.25 0 0.36"), "Trade", "Trade", 2, "1 0.5 0.5 0.67"), nil, ""},
		{"a formula that ends a row early", summary(publishedRows(), "Health", "Health", 4, "0.67 0.25 0 0.36"), []string{"matrix-column-average CAN row20"}, "fits without the last row"},
		{"a sum over all rows below the last section", summary(publishedRows(), "Trade", "Average", 6, "0.83 0.33 0.2 0.47"), nil, ""},
		{"a number of rows that is not there", summary(publishedRows(), "Health", "Health", 5, "0.9 0.9 0.9 0.9"), []string{"count-stated row20"}, "said to have 5"},
		{"averages of something else", summary(publishedRows(), "Health", "Health", 0, "0.9 0.8 0.7 0.6"), nil, ""},
		{"means of rows", summary(summary(summary(publishedRows(), "Health", "Health", 0, "0.75 0.25 0 0.33"), "Trade", "Trade", 0, "1 0.5 0.5 0.67"), "", "Overall", 0, "0.83 0.33 0.2 0.44"), []string{"mean-convention row20"}, "the mean of the rows"},
		{"a row of totals", summary(publishedRows(), "", "Total", 0, "5 2 1 8"), nil, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			res := run(t, test.report, Options{Only: publishedRules})
			if got := keys(res); len(got)+len(test.want) > 0 && !reflect.DeepEqual(got, test.want) {
				t.Errorf("findings %q, want %q", got, test.want)
			}
			text := ""
			for _, f := range res.Findings {
				text += f.Message + f.Stated + strings.Join(f.Explanations, "; ")
			}
			if !strings.Contains(text, test.has) {
				t.Errorf("%q is not in %q", test.has, text)
			}
		})
	}
}

// The members without a score: 2/2 = 1 and 2/3 = 0.67, and so on.
func TestBlanksCountedAsZero(t *testing.T) {
	zeros := []string{"A|0.67|+ + .", "A|0.33|. + .", "A|0.33|+ . 0", "A|-0.67|- . -", "A|0.33|+ 0 0"}
	for _, test := range []struct {
		name  string
		lines []string
		want  []string
	}{
		{"all", zeros, []string{"mean-convention"}},
		{"two only, and nothing refutes it", []string{"A|0.67|+ + .", "A|0.33|. + .", "A|0.33|+ 0 0"}, []string{"mean-convention"}},
		{"two only, and one refutes it", []string{"A|0.67|+ + .", "A|0.33|. + .", "A|0.50|+ 0 ."}, []string{"average-stated r2", "average-stated r3"}},
		{"one that cannot be read", append(append([]string{}, zeros...), "A|0.25|? + ."), []string{"mean-convention", "average-unattainable r7"}},
		{"one that cannot be read and can be 0", append(append([]string{}, zeros...), "A|0.67|? + ."), []string{"mean-convention"}},
		{"cut off throughout", []string{"A|0.66|+ + 0", "A|-0.66|- - 0", "A|0.66|0 + +", "A|0.33|+ 0 0"}, []string{"mean-convention"}},
		{"cut off, and one is rounded", []string{"A|0.66|+ + 0", "A|-0.66|- - 0", "A|0.66|0 + +", "A|0.67|+ 0 +"}, []string{"mean-convention r2"}},
		{"two are cut off, and one is rounded", []string{"A|0.66|+ + 0", "A|-0.66|- - 0", "A|0.67|+ 0 +"}, []string{"average-stated r2", "average-stated r3"}},
		{"usual ones beside", append(append([]string{}, zeros[:3]...), "A|1|+ + .", "A|0.5|+ 0 ."), []string{"mean-convention r2"}},
		{"a usual one between", []string{zeros[0], zeros[1], "A|0.5|+ 0 .", zeros[3]}, []string{"average-stated r2", "average-stated r3", "average-stated r5"}},
		{"a wrong one in a stretch of them", []string{zeros[0], zeros[1], "A|0.9|+ 0 .", zeros[3], "A|1|+ + .", "A|0.5|+ 0 ."}, []string{"mean-convention r2", "average-stated r4"}},
		{"most of them averages of something else", []string{"A|0.9|+ + 0", "A|0.8|+ 0 0", "A|0.7|0 0 0", "A|0.6|- 0 0", "A|0.33|+ 0 0"}, nil},
		{"three of five wrong", []string{"A|0.9|+ + 0", "A|0.8|+ 0 0", "A|0.7|0 0 0", "A|0.33|+ 0 0", "A|0.33|+ 0 0"}, nil},
		{"two of five wrong", []string{"A|0.9|+ + 0", "A|0.8|+ 0 0", "A|0.33|+ 0 0", "A|0.33|+ 0 0", "A|0.33|+ 0 0"}, []string{"average-stated r2", "average-stated r3"}},
		{"both of two wrong", []string{"A|0.9|+ + 0", "A|0.8|+ 0 0"}, nil},
		{"the only one wrong", []string{"A|0.9|+ + 0"}, []string{"average-stated r2"}},
		{"most of a section averages of something else", []string{"A|0.67|+ + 0", "A|0.33|+ 0 0", "A|0.33|0 0 +", "A|0.67|+ 0 +", "B|0.9|+ + 0", "B|0.8|+ 0 0", "B|0.7|0 0 0"}, nil},
		{"one of a section wrong", []string{"A|0.67|+ + 0", "A|0.33|+ 0 0", "A|0.33|0 0 +", "A|0.67|+ 0 +", "B|0.9|+ + 0", "B|0.33|+ 0 0", "B|0|0 0 0"}, []string{"average-stated r6"}},
		{"one that holds in no way", append(append([]string{}, zeros...), "A|0.9|+ 0 ."), []string{"mean-convention", "average-stated r7"}},
	} {
		r := published(test.lines...)
		var got []string
		for _, f := range run(t, r, Options{Only: publishedRules}).Findings {
			k := f.Rule
			if f.Row > 0 {
				k += fmt.Sprintf(" r%d", f.Row)
			}
			got = append(got, k)
		}
		if !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: findings %q, want %q", test.name, got, test.want)
		}
	}
}

// What the stated average says of a cell that cannot be read.
func TestImpliedScore(t *testing.T) {
	for line, want := range map[string]string{
		"A|0.33|+ ? 0":  "fits 0 (1/3",
		"A|0.50|+ ? 0":  "fits not assessed (1/2",
		"A|-0.90|+ ? 0": "fits no value",
		"A||+ ? 0":      "",
	} {
		res := run(t, published(line), Options{Only: []string{"score-illegible"}})
		if len(res.Findings) != 1 || want == "" && len(res.Findings[0].Explanations) > 0 || want != "" && !strings.Contains(strings.Join(res.Findings[0].Explanations, ""), want) {
			t.Errorf("%s: %+v", line, res.Findings)
		}
	}
}
