package audit

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

func TestCleanReportHasNoFinding(t *testing.T) {
	res := run(t, cleanReport(), Options{})
	if got := keys(res); len(got) > 0 {
		t.Errorf("findings on a clean report: %q", got)
	}
	// What was compared, counted by hand: 17 assessed members of 18.
	for rule, want := range map[string]int{
		"score-heading-table": 17, "score-closing-heading": 17, "score-wording": 34, "score-column": 17,
		"score-section-missing": 17, "score-row-missing": 17, "score-illegible": 36 + 3 + 3 + 6 + 1,
		"score-scale":           17*3 + 17,
		"average-stated":        3,
		"average-unattainable":  3,
		"percent-stated":        3,
		"matrix-row-average":    3,
		"matrix-column-average": 6,
		"matrix-overall":        1,
		"matrix-chapter":        18,
		"footnote-gap":          33, "footnote-duplicate": 33,
		"footnote-without-note": 34, "footnote-unreferenced": 34, "action-without-footnote": 34,
		"row-duplicate": 0,
	} {
		if c := countOf(res, rule); c.Checked != want || c.Undecided != 0 {
			t.Errorf("%s: %d checked, %d undecided, want %d and 0: %v", rule, c.Checked, c.Undecided, want, c.Reasons)
		}
	}
}

// Each case changes one thing in the clean report. want is everything that the
// audit may say then: a mutation that is found under two names is reported
// twice, which is as wrong as not at all.
func TestMutations(t *testing.T) {
	for _, test := range []struct {
		name   string
		mutate func(r *model.Report)
		want   []string
	}{
		// Scores.
		{"heading changed", func(r *model.Report) {
			verdict(r, 1, "IND").HeadingScore = ptr(1)
		}, []string{"score-heading-table c1 IND"}},
		{"heading and average changed alike; closing sentence and summary as the table", func(r *model.Report) {
			verdict(r, 1, "IND").HeadingScore = ptr(1)
			setAverage(r, 1, "+0.50 (75%)")
		}, []string{"average-stated c1", "score-heading-table c1 IND"}},
		{"heading and average changed alike, no summary", func(r *model.Report) {
			noMatrix(r)
			verdict(r, 1, "IND").HeadingScore = ptr(1)
			setAverage(r, 1, "+0.50 (75%)")
		}, []string{"score-heading-table c1 IND"}},
		{"heading, closing and average changed alike", func(r *model.Report) {
			verdict(r, 1, "IND").HeadingScore = ptr(1)
			verdict(r, 1, "IND").ConcludingScore = ptr(1)
			setAverage(r, 1, "+0.50 (75%)")
		}, []string{"score-heading-table c1 IND"}},
		{"table changed", func(r *model.Report) {
			noMatrix(r)
			setScore(r, 1, "IND", 1)
		}, []string{"score-heading-table c1 IND"}},
		{"table changed, summary as the heading", func(r *model.Report) {
			setScore(r, 1, "IND", 1)
		}, []string{"score-heading-table c1 IND"}},
		{"closing sentence changed", func(r *model.Report) {
			verdict(r, 3, "KOR").ConcludingScore = ptr(0)
		}, []string{"score-closing-heading c3 KOR"}},
		{"heading and closing changed", func(r *model.Report) {
			verdict(r, 3, "KOR").HeadingScore = ptr(0)
			verdict(r, 3, "KOR").ConcludingScore = ptr(0)
		}, []string{"score-heading-table c3 KOR"}},
		{"closing sentence about another member", func(r *model.Report) {
			verdict(r, 3, "KOR").ConcludingScore = ptr(0)
			verdict(r, 3, "KOR").Concluding.Text = "Thus, Mexico receives a score of 0."
		}, nil},
		{"opening says partial of +1", func(r *model.Report) {
			verdict(r, 1, "ARG").Opening.Compliance = "partial"
		}, []string{"score-wording c1 ARG"}},
		{"opening and closing say partial of +1", func(r *model.Report) {
			verdict(r, 1, "ARG").Opening.Compliance = "partial"
			verdict(r, 1, "ARG").Closing.Compliance = "partial"
		}, []string{"score-wording c1 ARG"}},
		{"opening says neither", func(r *model.Report) {
			verdict(r, 1, "ARG").Opening.Compliance = ""
		}, nil},
		{"score in another column", func(r *model.Report) {
			r.Commitments[0].Assessment.Scores[0].Column = "partial"
		}, []string{"score-column c1 ARG"}},
		{"score differs from its column and the heading", func(r *model.Report) {
			noMatrix(r)
			s := &r.Commitments[0].Assessment.Scores[0]
			s.Score, s.Text = ptr(0), "0"
		}, []string{"score-heading-table c1 ARG"}},
		{"all scores in another column: heads misread", func(r *model.Report) {
			for i := range r.Commitments[2].Assessment.Scores {
				r.Commitments[2].Assessment.Scores[i].Column = "none"
			}
		}, nil},
		{"score beyond the scale", func(r *model.Report) {
			noMatrix(r)
			setScore(r, 3, "KOR", 2)
		}, []string{"score-scale c3 KOR"}},
		{"a column of numbers read as a member's", func(r *model.Report) {
			onlyMatrix(r)
			m := &r.Matrices[0]
			m.Members, m.Names = append([]string{""}, m.Members...), append([]string{"Member"}, m.Names...)
			for i := range m.Rows {
				m.Rows[i].Scores = append([]*int{ptr(i + 1)}, m.Rows[i].Scores...)
				if len(m.Rows[i].Cells) > 0 {
					m.Rows[i].Cells = append([]string{fmt.Sprint(i + 1)}, m.Rows[i].Cells...)
				}
			}
		}, nil},
		{"section read as background", func(r *model.Report) {
			c := &r.Commitments[0]
			c.Background = append(c.Background, model.Text{Text: "India has partially complied with its commitment."})
			c.Verdicts = append(c.Verdicts[:1], c.Verdicts[2:]...)
			r.Footnotes = append(r.Footnotes[:2], r.Footnotes[4:]...)
		}, []string{"footnote-gap c1 n23"}},
		{"score beyond the scale in the summary", func(r *model.Report) {
			onlyMatrix(r)
			setCell(r, 3, "KOR", 2)
		}, []string{"score-scale c3 KOR"}},
		{"no level for 0 in table and guidelines", func(r *model.Report) {
			c := &r.Commitments[0]
			c.Rubric = append(c.Rubric[:1], c.Rubric[2])
			c.Guidelines = c.Rubric
		}, []string{"score-scale c1"}},
		{"no level for 0 in the table, which may have lost a row in reading", func(r *model.Report) {
			r.Commitments[0].Rubric = append(r.Commitments[0].Rubric[:1], r.Commitments[0].Rubric[2])
		}, nil},
		{"no level for -1, which nobody has", func(r *model.Report) {
			r.Commitments[2].Rubric = r.Commitments[2].Rubric[1:]
		}, nil},
		{"level without a score: rubric not read in full", func(r *model.Report) {
			r.Commitments[0].Rubric[1].Score = nil
		}, nil},
		{"section taken out", func(r *model.Report) {
			r.Commitments[0].Verdicts = append(r.Commitments[0].Verdicts[:1], r.Commitments[0].Verdicts[2:]...)
			r.Footnotes = append(r.Footnotes[:2], r.Footnotes[4:]...)
		}, []string{"footnote-gap c1 n23"}},
		{"section taken out, its notes never counted", func(r *model.Report) {
			r.Commitments[0].Verdicts = append(r.Commitments[0].Verdicts[:1], r.Commitments[0].Verdicts[2:]...)
			r.Footnotes = append(r.Footnotes[:2], r.Footnotes[4:]...)
			for i := range r.Footnotes[2:] {
				r.Footnotes[2+i].Number -= 2
			}
			for i := range r.Commitments {
				for j := range r.Commitments[i].Verdicts {
					for _, a := range r.Commitments[i].Verdicts[j].Actions {
						for k := range a.Footnotes {
							if a.Footnotes[k].Number > 22 {
								a.Footnotes[k].Number -= 2
							}
						}
					}
				}
			}
		}, []string{"score-section-missing c1 IND"}},
		{"section taken out behind one that breaks off", func(r *model.Report) {
			v := verdict(r, 1, "ARG")
			v.Closing, v.Concluding, v.ConcludingScore = nil, nil, nil
			r.Commitments[0].Verdicts = append(r.Commitments[0].Verdicts[:1], r.Commitments[0].Verdicts[2:]...)
			r.Footnotes = append(r.Footnotes[:2], r.Footnotes[4:]...)
		}, []string{"footnote-gap c1 n23"}},
		{"closing sentence that may be the next section's", func(r *model.Report) {
			verdict(r, 1, "ARG").ConcludingScore = ptr(0)
			verdict(r, 1, "ARG").Concluding = &model.Text{Text: "The score awarded is therefore 0."}
			r.Commitments[0].Verdicts = append(r.Commitments[0].Verdicts[:1], r.Commitments[0].Verdicts[2:]...)
			r.Footnotes = append(r.Footnotes[:2], r.Footnotes[4:]...)
		}, []string{"footnote-gap c1 n23"}},
		{"closing sentence of its own before a section that is missing", func(r *model.Report) {
			verdict(r, 1, "ARG").ConcludingScore = ptr(0)
			verdict(r, 1, "ARG").Concluding = &model.Text{Text: "Thus, Argentina receives a score of 0."}
			r.Commitments[0].Verdicts = append(r.Commitments[0].Verdicts[:1], r.Commitments[0].Verdicts[2:]...)
			r.Footnotes = append(r.Footnotes[:2], r.Footnotes[4:]...)
		}, []string{"footnote-gap c1 n23", "score-closing-heading c1 ARG"}},
		{"cell of the summary under another name", func(r *model.Report) {
			for i := range r.Commitments {
				r.Commitments[i].ID, r.Commitments[i].IssueArea, r.Commitments[i].Title = "", "Harbour Lights", ""
				r.Matrices[0].Rows[i].Label = "Grain Stores"
			}
			setCell(r, 1, "MEX", 0)
		}, []string{"matrix-row-average c1 MEX"}},
		{"row taken out", func(r *model.Report) {
			noMatrix(r)
			a := r.Commitments[0].Assessment
			a.Scores = append(a.Scores[:1], a.Scores[2:]...)
		}, []string{"score-row-missing c1 IND"}},
		{"row taken out where text could not be placed", func(r *model.Report) {
			noMatrix(r)
			a := r.Commitments[0].Assessment
			a.Scores = append(a.Scores[:1], a.Scores[2:]...)
			r.Warnings = append(r.Warnings, model.Warning{Kind: "text", Text: "I n d i a 0", At: a.At})
		}, nil},
		{"section taken out where chapters are in doubt", func(r *model.Report) {
			r.Commitments[0].Verdicts = r.Commitments[0].Verdicts[1:]
			r.Footnotes = r.Footnotes[2:]
			r.Warnings = append(r.Warnings, model.Warning{Kind: "chapter-without-heading", Text: "a chapter begins without a heading"})
		}, nil},
		{"average wrong where text of the table could not be placed", func(r *model.Report) {
			setAverage(r, 1, "+0.50 (75%)")
			r.Warnings = append(r.Warnings, model.Warning{Kind: "assessment-row", Text: "I n d i a", At: r.Commitments[0].Assessment.At})
		}, nil},
		{"three sections of six taken out: text read in a wrong order", func(r *model.Report) {
			r.Commitments[2].Verdicts = r.Commitments[2].Verdicts[3:]
			r.Footnotes = append(r.Footnotes[:22], r.Footnotes[28:]...)
		}, []string{"footnote-gap c3 n43"}},
		{"a section of another chapter", func(r *model.Report) {
			r.Commitments[1].Verdicts = append(r.Commitments[1].Verdicts, *verdict(r, 1, "ARG"))
		}, nil},
		{"most headings differ", func(r *model.Report) {
			for i := range 4 {
				r.Commitments[2].Verdicts[i].HeadingScore = ptr(-1)
			}
		}, nil},
		{"file ends before two sections", func(r *model.Report) {
			v := r.Commitments[2].Verdicts
			r.Commitments[2].Verdicts = v[:len(v)-2]
			r.Footnotes = r.Footnotes[:len(r.Footnotes)-4]
		}, nil},
		{"half a score", func(r *model.Report) {
			noMatrix(r)
			s := &r.Commitments[0].Assessment.Scores[3]
			s.Score, s.Text, s.Column = nil, "-", ""
		}, []string{"score-illegible c1 MEX"}},
		{"dash for not assessed, average without it", func(r *model.Report) {
			r.Commitments[1].Assessment.Scores[4].Text = "–"
		}, nil},

		// Averages: the exact mean is 1/3, 66.67 %.
		{"average wrong", func(r *model.Report) { setAverage(r, 1, "+0.50 (75%)") }, []string{"average-stated c1"}},
		{"average that six scores cannot have", func(r *model.Report) {
			setAverage(r, 1, "+0.35 (67%)")
		}, []string{"average-stated c1", "average-unattainable c1"}},
		{"average that five scores have and six have not", func(r *model.Report) {
			setAverage(r, 2, "+0.17 (58%)")
		}, []string{"average-stated c2", "average-unattainable c2"}},
		{"percentage cut off", func(r *model.Report) { setAverage(r, 1, "+0.333 (66%)") }, []string{"percent-stated c1"}},
		{"percentage rounded from the printed average on a tie", func(r *model.Report) { setAverage(r, 3, "+0.83 (91%)") }, nil},
		{"sign lost", func(r *model.Report) { setAverage(r, 1, "-0.33 (67%)") }, []string{"average-stated c1"}},
		{"average and percentage of one slip", func(r *model.Report) { setAverage(r, 1, "+0.67 (83%)") }, []string{"average-stated c1"}},
		{"percentage wrong", func(r *model.Report) { setAverage(r, 1, "+0.33 (69%)") }, []string{"percent-stated c1"}},
		{"percentage of the printed mean", func(r *model.Report) { setAverage(r, 1, "+0.33 (66.5%)") }, nil},
		{"percentage of the exact mean", func(r *model.Report) { setAverage(r, 1, "+0.33 (66.7%)") }, nil},
		{"one decimal", func(r *model.Report) { setAverage(r, 1, "+0.3 (67%)") }, nil},
		{"average alone", func(r *model.Report) { setAverage(r, 1, "+0.33") }, nil},
		{"percentage alone", func(r *model.Report) { setAverage(r, 1, "67%") }, nil},
		{"percentage alone, mean times 100, scale known from others", func(r *model.Report) {
			setAverage(r, 1, "33%")
		}, []string{"average-stated c1"}},
		{"percentage alone, wrong", func(r *model.Report) { setAverage(r, 1, "58%") }, []string{"average-stated c1"}},
		{"percentage alone that six scores cannot have", func(r *model.Report) {
			setAverage(r, 1, "62%")
		}, []string{"average-stated c1", "average-unattainable c1"}},
		{"percentages alone, all means times 100", func(r *model.Report) {
			noMatrix(r)
			setAverage(r, 1, "33%")
			setAverage(r, 2, "0%")
			setAverage(r, 3, "83%")
		}, nil},
		// 0.4 for 0.40 would stand for everything from 0.35 to 0.45, and so
		// for 1/3 + 0.02 too.
		{"zero lost by a program, words kept", func(r *model.Report) {
			setAverage(r, 2, "+0.10 (50%)")
			*r.Commitments[1].Assessment.Average.Value = model.Decimal{Units: 1, Places: 1}
			setAverage(r, 3, "+0.80 (92%)")
			*r.Commitments[2].Assessment.Average.Value = model.Decimal{Units: 8, Places: 1}
		}, []string{"average-stated c2", "average-stated c3", "average-unattainable c2", "average-unattainable c3"}},
		{"zeros lost by a program, no words", func(r *model.Report) {
			lostZeros(r)
			*r.Matrices[0].Rows[2].Average.Value = model.Decimal{Units: 8, Places: 1} // 5/6 is 0.83
		}, []string{"matrix-row-average c3"}},
		{"zeros lost by a program, nothing wrong", lostZeros, nil},
		{"whole number beside decimals", func(r *model.Report) { setAverage(r, 2, "0 (50%)") }, nil},
		{"whole number beside decimals, wrong", func(r *model.Report) { setAverage(r, 1, "0 (67%)") }, []string{"average-stated c1"}},
		{"average with an illegible score", func(r *model.Report) {
			noMatrix(r)
			s := &r.Commitments[0].Assessment.Scores[3]
			s.Score, s.Text, s.Column = nil, "+", ""
		}, []string{"score-illegible c1 MEX"}},
		{"average that no reading of an illegible score gives", func(r *model.Report) {
			noMatrix(r)
			setAverage(r, 1, "+0.20 (60%)")
			s := &r.Commitments[0].Assessment.Scores[3]
			s.Score, s.Text, s.Column = nil, "+", ""
		}, []string{"average-unattainable c1", "score-illegible c1 MEX"}},

		// Without Argentina: 1/5, 0/4, 4/5. The second holds either way, so
		// that a fourth commitment is needed.
		{"one member left out of all averages", func(r *model.Report) {
			noMatrix(r)
			setAverage(r, 1, "+0.20 (60%)")
			setAverage(r, 3, "+0.80 (90%)")
			fourth := r.Commitments[2]
			fourth.Number, fourth.ID, fourth.Verdicts = 4, "2031-16", nil
			r.Commitments = append(r.Commitments, fourth)
		}, nil},
		{"one member left out of two averages of three", func(r *model.Report) {
			noMatrix(r)
			setAverage(r, 1, "+0.20 (60%)")
			setAverage(r, 3, "+0.80 (90%)")
		}, []string{"average-stated c1", "average-stated c3", "average-unattainable c1", "average-unattainable c3"}},

		// Summary tables.
		{"summary cell changed, chapters there", func(r *model.Report) {
			setCell(r, 1, "MEX", 0)
		}, []string{"matrix-chapter c1 MEX"}},
		{"summary cell changed, no chapters", func(r *model.Report) {
			onlyMatrix(r)
			setCell(r, 1, "MEX", 0)
		}, []string{"matrix-row-average c1 MEX"}},
		{"row average changed", func(r *model.Report) {
			r.Matrices[0].Rows[0].Average = average("+0.43 (72%)")
		}, []string{"matrix-row-average c1"}},
		{"row percentage changed", func(r *model.Report) {
			r.Matrices[0].Rows[0].Average = average("+0.33 (76%)")
		}, []string{"matrix-row-average c1"}},
		{"column average changed", func(r *model.Report) { setColumn(r, "ZAF", "+0.38 (69%)") }, []string{"matrix-column-average ZAF"}},
		{"overall of the rows", func(r *model.Report) { r.Matrices[0].Overall = average("+0.39 (69%)") }, nil},
		{"overall of the columns", func(r *model.Report) { r.Matrices[0].Overall = average("+0.42 (71%)") }, nil},
		{"overall wrong", func(r *model.Report) { r.Matrices[0].Overall = average("+0.45 (73%)") }, []string{"matrix-overall"}},
		{"overall percentage wrong", func(r *model.Report) { r.Matrices[0].Overall = average("+0.41 (74%)") }, []string{"matrix-overall"}},
		{"averages shifted to the right", func(r *model.Report) {
			m := &r.Matrices[0]
			var shifted []model.ColumnAverage
			for k := 1; k < len(cleanMembers); k++ {
				a := average(cleanColumns[k-1])
				shifted = append(shifted, model.ColumnAverage{Member: cleanMembers[k], Text: a.Text, Value: a.Value, Percent: a.Percent})
			}
			m.ColumnAverages = shifted
			m.Overall = average(cleanColumns[len(cleanColumns)-1])
		}, []string{"matrix-column-average"}},
		{"averages shifted to the left", func(r *model.Report) {
			m := &r.Matrices[0]
			var shifted []model.ColumnAverage
			for k := 0; k+1 < len(cleanMembers); k++ {
				a := average(cleanColumns[k+1])
				shifted = append(shifted, model.ColumnAverage{Member: cleanMembers[k], Text: a.Text, Value: a.Value, Percent: a.Percent})
			}
			m.ColumnAverages = shifted
		}, []string{"matrix-column-average"}},
		{"percentages shifted, averages in place", func(r *model.Report) {
			m := &r.Matrices[0]
			for k := len(cleanMembers) - 1; k > 0; k-- {
				m.ColumnAverages[k].Percent = m.ColumnAverages[k-1].Percent
				m.ColumnAverages[k].Text = ""
			}
			m.ColumnAverages[0].Percent = nil
		}, []string{"matrix-column-average"}},
		{"percentages shifted, one average wrong", func(r *model.Report) {
			m := &r.Matrices[0]
			for k := len(cleanMembers) - 1; k > 0; k-- {
				m.ColumnAverages[k].Percent = m.ColumnAverages[k-1].Percent
				m.ColumnAverages[k].Text = ""
			}
			m.ColumnAverages[0].Percent = nil
			m.ColumnAverages[4].Value.Units = 55
		}, []string{"matrix-column-average", "matrix-column-average TUR"}},
		{"averages of something else", func(r *model.Report) {
			for _, m := range cleanMembers {
				setColumn(r, m, "+0.11 (56%)")
			}
		}, nil},
		{"summary of the interim stage", func(r *model.Report) {
			r.Matrices[0].Title = "Table B: Interim Scores"
			for k := range cleanMembers {
				r.Matrices[0].Rows[0].Scores[k] = ptr(0)
				r.Matrices[0].Rows[0].Cells[k] = "0"
			}
			r.Matrices[0].Rows[0].Average = average("0.00 (50%)")
			r.Matrices[0].ColumnAverages = nil
			r.Matrices[0].Overall = nil
		}, nil},
		{"serial without its year in the chapters", func(r *model.Report) {
			for i := range r.Commitments {
				_, r.Commitments[i].ID, _ = strings.Cut(r.Commitments[i].ID, "-")
			}
			setCell(r, 1, "MEX", 0)
		}, []string{"matrix-chapter c1 MEX"}},
		{"summary row of another commitment", func(r *model.Report) {
			r.Matrices[0].Rows[0].ID = "2031-77"
			setCell(r, 1, "MEX", 0)
			r.Matrices[0].Rows[0].Average = average("+0.50 (75%)")
			r.Matrices[0].ColumnAverages = nil
			r.Matrices[0].Overall = nil
		}, nil},
		{"summary row with an average among its scores: misread", func(r *model.Report) {
			m := &r.Matrices[0]
			setCell(r, 1, "MEX", 0)
			m.Rows[0].Scores[5], m.Rows[0].Cells[5] = nil, "+0.33"
		}, []string{"score-illegible c1 ZAF"}},
		{"average illegible", func(r *model.Report) {
			r.Commitments[0].Assessment.Average = &model.Average{Text: "+0.5O"}
		}, []string{"score-illegible c1"}},
		{"average of a row illegible", func(r *model.Report) {
			r.Matrices[0].Rows[1].Average = &model.Average{Text: "0.3?"}
		}, []string{"score-illegible c2"}},
		{"average of a column illegible", func(r *model.Report) {
			a := &r.Matrices[0].ColumnAverages[0]
			a.Text, a.Value, a.Percent = "0.S0", nil, nil
		}, []string{"score-illegible " + cleanReport().Matrices[0].ColumnAverages[0].Member}},
		{"average of a row that says there is none", func(r *model.Report) {
			r.Matrices[0].Rows[1].Average = &model.Average{Text: "n/a"}
		}, nil},
		{"summary with a row that could not be read", func(r *model.Report) {
			m := &r.Matrices[0]
			m.Rows = m.Rows[1:]
			r.Warnings = append(r.Warnings, model.Warning{Kind: "matrix-row", Text: "Harbours +1 0", At: m.At})
		}, nil},
		{"n/a in the summary beside a score", func(r *model.Report) {
			m := &r.Matrices[0]
			m.Rows[0].Scores[3], m.Rows[0].Cells[3] = nil, "n/a"
			m.Rows[0].Average, m.ColumnAverages, m.Overall = nil, nil, nil
		}, []string{"matrix-chapter c1 MEX"}},
		{"blank in the summary beside a score", func(r *model.Report) {
			m := &r.Matrices[0]
			m.Rows[0].Scores[3], m.Rows[0].Cells[3] = nil, ""
			m.Rows[0].Average, m.ColumnAverages, m.Overall = nil, nil, nil
		}, nil},
		{"summary row one column off", func(r *model.Report) {
			m := &r.Matrices[0]
			m.ColumnAverages, m.Overall, m.Rows[0].Average = nil, nil, nil
			row := cleanScores[0]
			for k := range row {
				m.Rows[0].Scores[k], m.Rows[0].Cells[k] = scoreOf(row[max(k-1, 0)])
			}
		}, []string{"matrix-chapter c1"}},

		// Footnotes run from 21 to 54; 22 is the second one.
		{"number left out", func(r *model.Report) {
			for i := 10; i < len(r.Footnotes); i++ {
				r.Footnotes[i].Number++
			}
			shiftMarkers(r, 31, 1)
		}, []string{"footnote-gap c1 n31"}},
		{"note lost", func(r *model.Report) {
			r.Footnotes = append(r.Footnotes[:10], r.Footnotes[11:]...)
		}, []string{"footnote-without-note c1 ZAF n31"}},
		{"marker lost", func(r *model.Report) {
			verdict(r, 1, "ZAF").Actions[0].Footnotes = nil
		}, []string{"footnote-unreferenced c1 ZAF n31"}},
		{"marker in text that could not be placed", func(r *model.Report) {
			v := verdict(r, 1, "ZAF")
			v.Actions = v.Actions[1:]
			r.Warnings = append(r.Warnings, model.Warning{Kind: "text", Text: "On 1 May 2031, South Africa opened pier 131.31"})
		}, nil},
		{"note in text that could not be placed", func(r *model.Report) {
			r.Footnotes = append(r.Footnotes[:10], r.Footnotes[11:]...)
			r.Warnings = append(r.Warnings, model.Warning{Kind: "text", Text: "31 Notice of pier 31, Harbour Office."})
		}, nil},
		{"markers of a whole section lost", func(r *model.Report) {
			for _, m := range []string{"ZAF", "TUR"} {
				for k := range verdict(r, 1, m).Actions {
					verdict(r, 1, m).Actions[k].Footnotes = nil
				}
			}
		}, []string{
			"action-without-footnote c1 TUR", "action-without-footnote c1 TUR",
			"action-without-footnote c1 ZAF", "action-without-footnote c1 ZAF", "footnote-unreferenced c1 n29",
		}},
		{"five notes lost", func(r *model.Report) {
			r.Footnotes = append(r.Footnotes[:4], r.Footnotes[9:]...)
		}, []string{"footnote-without-note c1 KOR n25"}},
		{"marker with a wrong number", func(r *model.Report) {
			verdict(r, 1, "ZAF").Actions[0].Footnotes[0].Number = 13
		}, []string{"footnote-without-note c1 ZAF n13"}},
		{"note with the number before", func(r *model.Report) {
			r.Footnotes[10].Number = 30
		}, []string{"footnote-duplicate c1 n30"}},
		{"note with a wrong number", func(r *model.Report) {
			r.Footnotes[10].Number = 131
		}, []string{"footnote-gap c1 n31"}},
		{"two notes in reverse order", func(r *model.Report) {
			r.Footnotes[10].Number, r.Footnotes[11].Number = 32, 31
		}, nil},
		{"numbers start again in each chapter", func(r *model.Report) { restart(r) }, nil},
		{"numbers start again, one note twice", func(r *model.Report) {
			restart(r)
			r.Footnotes[14].Number = 2 // the third note of chapter 2
		}, []string{"footnote-duplicate c2 n2"}},
		{"excerpt with a long leap", func(r *model.Report) {
			for i := 12; i < len(r.Footnotes); i++ {
				r.Footnotes[i].Number += 700
			}
			shiftMarkers(r, 33, 700)
		}, nil},
		{"raised figure far from the notes", func(r *model.Report) {
			r.Commitments[0].Background = []model.Text{{Text: "Quays of 40 m", Footnotes: []model.Ref{{Number: 2, Offset: 13}}}}
		}, nil},
		{"no markers recognised", func(r *model.Report) {
			for i := range r.Commitments {
				for j := range r.Commitments[i].Verdicts {
					for k := range r.Commitments[i].Verdicts[j].Actions {
						r.Commitments[i].Verdicts[j].Actions[k].Footnotes = nil
					}
				}
			}
		}, nil},
		{"action without a source", func(r *model.Report) {
			v := verdict(r, 2, "IND")
			v.Actions = append(v.Actions, model.Action{Date: "2031-05-03", DateText: "3 May 2031", Text: "On 3 May 2031, India painted a pier."})
		}, []string{"action-without-footnote c2 IND"}},
		{"action whose source follows in the next paragraph", func(r *model.Report) {
			v := verdict(r, 2, "IND")
			v.Actions[0].Footnotes, v.Actions[1].Footnotes = nil, append(v.Actions[0].Footnotes, v.Actions[1].Footnotes...)
			v.Actions[1].Date, v.Actions[1].DateText = "", ""
		}, []string{"action-without-footnote c2 IND"}},
		{"undated remark without a source", func(r *model.Report) {
			v := verdict(r, 2, "IND")
			v.Actions = append(v.Actions, model.Action{Text: "No further piers were painted."})
		}, nil},
	} {
		t.Run(strings.ReplaceAll(test.name, " ", "_"), func(t *testing.T) {
			r := cleanReport()
			test.mutate(r)
			res := run(t, r, Options{})
			want := test.want
			if want == nil {
				want = []string{}
			}
			if got := keys(res); !reflect.DeepEqual(got, want) {
				t.Errorf("findings %q, want %q", got, want)
				for _, f := range res.Findings {
					t.Logf("%s: %s | %s | %q", f.Rule, f.Message, f.Computed, f.Explanations)
				}
			}
			for _, f := range res.Findings {
				if f.Message == "" || f.Quote == "" || len(f.At) == 0 {
					t.Errorf("%s carries no message, quotation or place: %+v", f.Rule, f)
				}
			}
		})
	}
}

// lostZeros writes the report's means as a program does, and takes the printed
// words away.
func lostZeros(r *model.Report) {
	lose := func(d *model.Decimal) {
		for d.Places > 0 && d.Units%10 == 0 {
			d.Units, d.Places = d.Units/10, d.Places-1
		}
	}
	for i := range r.Commitments {
		a := r.Commitments[i].Assessment.Average
		lose(a.Value)
		a.Text = ""
	}
	m := &r.Matrices[0]
	for i := range m.Rows {
		lose(m.Rows[i].Average.Value)
		m.Rows[i].Average.Text = ""
	}
	for i := range m.ColumnAverages {
		lose(m.ColumnAverages[i].Value)
		m.ColumnAverages[i].Text = ""
	}
	lose(m.Overall.Value)
	m.Overall.Text = ""
}

// shiftMarkers adds by to every marker from first on.
func shiftMarkers(r *model.Report, first, by int) {
	for i := range r.Commitments {
		for j := range r.Commitments[i].Verdicts {
			for k := range r.Commitments[i].Verdicts[j].Actions {
				for n := range r.Commitments[i].Verdicts[j].Actions[k].Footnotes {
					if ref := &r.Commitments[i].Verdicts[j].Actions[k].Footnotes[n]; ref.Number >= first {
						ref.Number += by
					}
				}
			}
		}
	}
}

// restart numbers the notes and markers of each chapter from 1.
func restart(r *model.Report) {
	base := map[int]int{}
	for i := range r.Footnotes {
		n := &r.Footnotes[i]
		if base[n.Commitment] == 0 {
			base[n.Commitment] = n.Number - 1
		}
		n.Number -= base[n.Commitment]
	}
	for i := range r.Commitments {
		c := &r.Commitments[i]
		for j := range c.Verdicts {
			for k := range c.Verdicts[j].Actions {
				for n := range c.Verdicts[j].Actions[k].Footnotes {
					c.Verdicts[j].Actions[k].Footnotes[n].Number -= base[c.Number]
				}
			}
		}
	}
}
