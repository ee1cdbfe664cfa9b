package audit

import (
	"reflect"
	"strings"
	"testing"

	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

func TestExplain(t *testing.T) {
	tallyOf := func(blank int, scores ...int) reckon.Tally {
		out := reckon.Tally{Noun: "member", Blank: blank}
		for i, s := range scores {
			out.Scores = append(out.Scores, reckon.MemberScore{Member: cleanMembers[i], Name: cleanNames[i], Score: s})
		}
		return out
	}
	value := func(s string) reckon.Figure { return reckon.Figure{Value: average(s).Value} }
	for _, test := range []struct {
		name string
		f    reckon.Figure
		t    reckon.Tally
		want []string // beginnings
	}{
		{"sign", value("-0.67"), tallyOf(0, 1, 1, 1, 1, 0, 0), []string{"the sign lost or added: 4/6"}},
		// 4/6 is 0.666…
		{"cut off", value("0.66"), tallyOf(0, 1, 1, 1, 1, 0, 0), []string{"cut off instead of rounded: 4/6"}},
		// 4/5: without one of the two with 0
		{"left out", value("0.80"), tallyOf(0, 1, 1, 1, 1, 0, 0), []string{"one member with 0 left out (Türkiye or South Africa): 4/5"}},
		// 5/6: one of the two with 0 counted as +1
		{"one score", value("0.83"), tallyOf(0, 1, 1, 1, 1, 0, 0), []string{"+1 instead of 0 for one member (Türkiye or South Africa): 5/6"}},
		// 2/6 from 4/6 needs two levels of one member
		{"one score, two levels", value("0.33"), tallyOf(0, 1, 1, 1, 1, 0, 0), []string{"-1 instead of +1 for one member (Argentina, India, Korea or Mexico): 2/6"}},
		// 3/5 with two members without a score: 3/7
		{"blank counted", value("0.43"), tallyOf(2, 1, 1, 1, 0, 0), []string{"2 members without a score counted as 0: 3/7"}},
		// 5/4 cannot be; 5/5 divided by 6 is 0.83
		{"divisor", value("0.83"), tallyOf(0, 1, 1, 1, 1, 1), []string{"divided by 6 instead of 5: 5/6"}},
		{"mean times 100", reckon.Figure{Percent: average("67%").Percent}, tallyOf(0, 1, 1, 1, 1, 0, 0), []string{"the mean itself times 100"}},
		{"nothing simple", value("0.11"), tallyOf(0, 1, 1, 1, 1, 0, 0), nil},
	} {
		got := reckon.Explain(test.f, test.t, nil)
		ok := len(got) >= len(test.want) && (len(test.want) > 0 || len(got) == 0)
		for i := range test.want {
			ok = ok && strings.HasPrefix(got[i], test.want[i])
		}
		if !ok {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// An explanation must name the slip that was really made.
func TestMutationsAreExplained(t *testing.T) {
	for _, test := range []struct {
		name   string
		mutate func(r *model.Report)
		want   string
	}{
		{"sign", func(r *model.Report) { setAverage(r, 1, "-0.33 (67%)") }, "the sign lost or added: 2/6 = +0.333…"},
		{"neighbour", func(r *model.Report) { setAverage(r, 2, "+0.83 (50%)") }, "a neighbour's figure: commitment 3 has +0.833…"},
		{"shift", func(r *model.Report) {
			for k := 1; k < len(cleanMembers); k++ {
				setColumn(r, cleanMembers[k], cleanColumns[k-1])
			}
			r.Matrices[0].ColumnAverages = r.Matrices[0].ColumnAverages[1:]
		}, "a shift by 1 column to the right"},
		{"cell", func(r *model.Report) { onlyMatrix(r); setCell(r, 1, "MEX", 0) },
			"-1 instead of 0 for Mexico: then the averages of the row and of the column hold"},
		{"row left out", func(r *model.Report) { r.Matrices[0].Overall = average("+0.58 (79%)") },
			"without commitment 2: +0.583…"},
		{"heading", func(r *model.Report) { setScore(r, 1, "IND", 1); noMatrix(r) }, "the closing sentence has the heading's 0"},
		{"marker", func(r *model.Report) { verdict(r, 1, "ZAF").Actions[0].Footnotes[0].Number = 13 }, "the marker 13 is 31"},
		{"note", func(r *model.Report) { r.Footnotes[10].Number = 30 }, "the second note numbered 30 is note 31"},
	} {
		r := cleanReport()
		test.mutate(r)
		res := run(t, r, Options{})
		found := false
		var all []string
		for _, f := range res.Findings {
			for _, e := range f.Explanations {
				all = append(all, e)
				found = found || e == test.want
			}
		}
		if !found {
			t.Errorf("%s: %q, want %q among them", test.name, all, test.want)
		}
	}
}

func TestSlipIsOneFindingWithEveryPlace(t *testing.T) {
	r := cleanReport()
	for k := 1; k < len(cleanMembers); k++ {
		setColumn(r, cleanMembers[k], cleanColumns[k-1])
	}
	r.Matrices[0].ColumnAverages = r.Matrices[0].ColumnAverages[1:]
	res := run(t, r, Options{})
	if got, want := keys(res), []string{"matrix-column-average"}; !reflect.DeepEqual(got, want) {
		t.Fatalf("findings %q, want %q", got, want)
	}
	f := res.Findings[0]
	if want := "The row of averages and percentages in “Table 1: Final Scores” is printed 1 column too far to the right: 5 of 5 figures are those of the column that lies 1 column to the left."; f.Message != want {
		t.Errorf("message %q, want %q", f.Message, want)
	}
	if len(f.At) == 0 {
		t.Error("no place")
	}
}
