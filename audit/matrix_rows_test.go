package audit

import (
	"reflect"
	"strings"
	"testing"

	"recount.invalid/recount/audit/internal/matrix"
	"recount.invalid/recount/model"
)

// turn moves the scores of a row of the summary one column to the right, the
// last one to the front.
func turn(r *model.Report, row int) {
	x := &r.Matrices[0].Rows[row-1]
	moved := matrix.MovedBack(x, -1)
	x.Scores, x.Cells = moved.Scores, moved.Cells
}

func TestTurnedRowIsOneFinding(t *testing.T) {
	r := cleanReport()
	onlyMatrix(r)
	before := matrix.RowText(&r.Matrices[0], &r.Matrices[0].Rows[0])
	turn(r, 1)
	if after := matrix.RowText(&r.Matrices[0], &r.Matrices[0].Rows[0]); !strings.HasSuffix(before, "+1 0 +1 -1 0 +1") || !strings.HasSuffix(after, "+1 +1 0 +1 -1 0") {
		t.Fatalf("the row was not turned: %q, %q", before, after)
	}
	res := run(t, r, Options{})
	if got, want := keys(res), []string{"matrix-column-average c1"}; !reflect.DeepEqual(got, want) {
		t.Fatalf("findings %q, want %q", got, want)
	}
	f := res.Findings[0]
	if len(f.Explanations) != 1 || f.Explanations[0] != "a shift of the row by 1 column to the right" || f.Computed != before || len(f.At) == 0 ||
		!strings.HasPrefix(f.Message, "5 figures of the columns' averages") {
		t.Errorf("%+v", f)
	}
}

// With chapters, what the row's columns fail by is the row's cause.
func TestTurnedRowBesideItsChapter(t *testing.T) {
	r := cleanReport()
	turn(r, 1)
	res := run(t, r, Options{})
	if got, want := keys(res), []string{"matrix-chapter c1"}; !reflect.DeepEqual(got, want) {
		t.Fatalf("findings %q, want %q", got, want)
	}
	if c := countOf(res, "matrix-column-average"); c.Undecided != 5 || c.Checked != 1 {
		t.Errorf("columns: %+v", c)
	}
}

// Two columns that fail are two slips, whatever a turned row would do.
func TestFewColumnsAreNoTurnedRow(t *testing.T) {
	r := cleanReport()
	onlyMatrix(r)
	setColumn(r, "ARG", "+0.33 (67%)")
	setColumn(r, "IND", "+0.67 (83%)")
	if got, want := keys(run(t, r, Options{Only: []string{"matrix-column-average"}})), []string{"matrix-column-average ARG", "matrix-column-average IND"}; !reflect.DeepEqual(got, want) {
		t.Errorf("findings %q, want %q", got, want)
	}
}

// A summary without the row of a chapter that is there was probably not read
// in full: what its columns and the text give is not held against them.
func TestLostRowAccusesNobody(t *testing.T) {
	for lost := range cleanScores {
		r := cleanReport()
		m := &r.Matrices[0]
		m.Rows = append(m.Rows[:lost], m.Rows[lost+1:]...)
		r.Sections = []model.Section{{Heading: "Results", Paragraphs: []model.Text{{Text: "All three commitments assessed in this report are new. Members achieved average compliance of +0.41 (71%)."}}}}
		res := run(t, r, Options{})
		if got := keys(res); len(got) > 0 {
			t.Errorf("row %d lost: findings %q", lost+1, got)
		}
		if countOf(res, "matrix-column-average").Undecided == 0 {
			t.Errorf("row %d lost: the columns are decided", lost+1)
		}
		// Without the first row the printed averages 0.00 and +0.83 happen to
		// have the mean 0.415, which +0.41 holds for.
		if lost > 0 && countOf(res, "matrix-overall").Undecided == 0 {
			t.Errorf("row %d lost: the overall average is decided", lost+1)
		}
	}
}

// A date outside the period is one slip: what else it does not fit follows.
func TestDateOutsideIsOneFinding(t *testing.T) {
	r := chapterReport()
	v := verdict(r, 1, "CAN")
	for k := range v.Actions {
		for _, ref := range v.Actions[k].Footnotes {
			for i := range r.Footnotes {
				if r.Footnotes[i].Number == ref.Number {
					r.Footnotes[i].Published = v.Actions[k].Date
				}
			}
		}
	}
	if got := keys(run(t, r, Options{Only: languageRules})); len(got) > 0 {
		t.Fatalf("before: %q", got)
	}
	a := &v.Actions[len(v.Actions)-1]
	was := a.Date
	a.Date = "2003" + was[4:]
	a.Text = strings.Replace(a.Text, a.DateText, strings.Replace(a.DateText, was[:4], "2003", 1), 1)
	a.DateText = strings.Replace(a.DateText, was[:4], "2003", 1)
	res := run(t, r, Options{Only: languageRules})
	if got, want := keys(res), []string{"date-outside-period c2 CAN"}; !reflect.DeepEqual(got, want) {
		t.Errorf("findings %q, want %q", got, want)
	}
	// Without that rule the others speak.
	if got := keys(run(t, r, Options{Only: []string{"date-order", "citation-date-mismatch"}})); len(got) != 2 {
		t.Errorf("alone: %q", got)
	}
}

// A level that breaks off while the others are whole was not read to its end.
func TestBrokenLevelIsNoConflict(t *testing.T) {
	r := chapterReport()
	setLevel(r.Commitments[0].Guidelines, 0, "Partial compliance (0) goes to members with strong action in one or")
	res := run(t, r, Options{Only: languageRules})
	for _, f := range res.Findings {
		if strings.HasPrefix(f.Rule, "rubric-") {
			t.Errorf("%s: %s", f.Rule, f.Message)
		}
	}
	if countOf(res, "rubric-conflict").Undecided == 0 || countOf(res, "rubric-gap").Undecided == 0 {
		t.Error("nothing undecided")
	}
}
