package corrections_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"recount.invalid/recount/corrections"
	"recount.invalid/recount/model"
)

func report() *model.Report {
	one, zero := 1, 0
	value, percent := model.Decimal{Units: 50, Places: 2}, model.Decimal{Units: 75}
	return &model.Report{
		Schema: model.SchemaReport,
		Source: model.Source{File: "wells.pdf", SHA256: strings.Repeat("a1", 32)},
		Commitments: []model.Commitment{{
			Number: 1, ID: "2022-12", Title: "Wels",
			Assessment: &model.Assessment{
				Scores:  []model.Score{{Member: "CAN", Name: "Canada", Score: &one}, {Member: "FRA", Name: "France", Score: &zero}},
				Average: &model.Average{Text: "+0.50 (75%)", Value: &value, Percent: &percent},
			},
			Verdicts: []model.Verdict{{Member: "CAN", Name: "Canada", HeadingScore: &one, Actions: []model.Action{}}},
		}},
		Matrices: []model.Matrix{{Members: []string{"CAN"}, Rows: []model.MatrixRow{{Number: 1, ID: "2022-12", Scores: []*int{&one}}}}},
	}
}

func TestApply(t *testing.T) {
	for _, c := range []struct {
		path, was, now string
		problem        string // a part of it; empty where it is applied
		check          func(*model.Report) bool
	}{
		{"/commitments/0/assessment/scores/1/score", "0", "−1", "", func(r *model.Report) bool { return *r.Commitments[0].Assessment.Scores[1].Score == -1 }},
		{"2022-12/FRA/score", "0", "", "", func(r *model.Report) bool { return r.Commitments[0].Assessment.Scores[1].Score == nil }},
		{"2022-12/CAN/heading_score", "+1", "0", "", func(r *model.Report) bool { return *r.Commitments[0].Verdicts[0].HeadingScore == 0 }},
		{"2022-12/CAN/concluding_score", "", "1", "", func(r *model.Report) bool { return *r.Commitments[0].Verdicts[0].ConcludingScore == 1 }},
		{"2022-12/CAN/matrix_score", "1", "0", "", func(r *model.Report) bool { return *r.Matrices[0].Rows[0].Scores[0] == 0 }},
		{"2022-12/title", "Wels", "Wells", "", func(r *model.Report) bool { return r.Commitments[0].Title == "Wells" }},
		{"2022-12/issue_area", "", "2030", "", func(r *model.Report) bool { return r.Commitments[0].IssueArea == "2030" }},
		{"2022-12/average", "0.50", "0.60", "", func(r *model.Report) bool { return r.Commitments[0].Assessment.Average.Value.String() == "0.60" }},
		{"/report/period/from", "", "2022-05-01", "", func(r *model.Report) bool { return r.Report.Period.From == "2022-05-01" }},
		{"/report/period/colour", "", "red", "cannot stand there", nil},
		{"/commitments/0/rubric/0/text", "", "red", "names nothing", nil},
		{"2022-12/FRA/score", "1", "0", `"0" stands there`, nil},
		{"2022-12/FRA/heading_score", "1", "0", "no value", nil},
		{"2022-13/FRA/score", "1", "0", "no value", nil},
		{"2022-12/FRA/score", "0", "high", "cannot stand there", nil},
		{"/commitments/0/assessment", "", "1", "an object", nil},
		{"/commitments/0/colour", "", "red", "cannot stand there", nil},
		{"/commitments/7/title", "", "x", "names nothing", nil},
		{"/source/sha256", strings.Repeat("a1", 32), "0", "not corrected", nil},
		{"title", "Wels", "Wells", "neither", nil},
	} {
		r := report()
		got, outcomes, err := corrections.Apply(r, []corrections.Correction{
			{Report: "wells.pdf", Path: c.path, Was: c.was, Now: c.now, Why: "typing"}, {Report: "others.pdf", Path: c.path, Was: c.was, Now: c.now},
		})
		if err != nil || len(outcomes) != 1 {
			t.Errorf("%s: %v, %d outcomes", c.path, err, len(outcomes))
			continue
		}
		if o := outcomes[0]; (o.Problem == "") != (c.problem == "") || !strings.Contains(o.Problem, c.problem) {
			t.Errorf("%s: problem %q, want %q", c.path, o.Problem, c.problem)
			continue
		}
		if c.problem != "" {
			if len(got.Corrections) != 0 || len(got.Warnings) != 1 || got.Warnings[0].Kind != corrections.KindCorrection {
				t.Errorf("%s: %v %v", c.path, got.Corrections, got.Warnings)
			}
			continue
		}
		if !c.check(got) || !reflect.DeepEqual(r, report()) {
			t.Errorf("%s: not set, or set in the report that was given", c.path)
		}
		if len(got.Corrections) != 1 || got.Corrections[0].Was != c.was || got.Corrections[0].Why != "typing" || len(got.Warnings) != 0 {
			t.Errorf("%s: %v %v", c.path, got.Corrections, got.Warnings)
		}
		// Once more: the report has it already.
		again, outcomes, err := corrections.Apply(got, []corrections.Correction{{Report: "wells.pdf", Path: c.path, Was: c.was, Now: c.now}})
		if err != nil || !outcomes[0].Already || len(again.Corrections) != 1 || len(again.Warnings) != 0 {
			t.Errorf("%s again: %v %v", c.path, err, outcomes)
		}
	}
}

func TestWhichReport(t *testing.T) {
	s := report().Source
	for name, want := range map[string]bool{
		"wells.pdf": true, "in/wells.pdf": true, `C:\in\wells.pdf`: true, "rep_a1a1a1a1a1a1": true, strings.Repeat("a1", 32): true,
		"": false, "rep_": false, "rep_a1": false, "rep_b1a1a1a1a1a1": false, "wells": false,
	} {
		if got := (corrections.Correction{Report: name}).Of(s); got != want {
			t.Errorf("%q: %t", name, got)
		}
	}
}

func TestRead(t *testing.T) {
	for what, file := range map[string]string{
		"CSV":        "report,path,was,now,by,on,why\nwells.pdf,2022-12/FRA/score,0,'-1,Ada,2024-05-01,\"page 3, top\"\n",
		"semicolons": "\ufeffpath;report;now;was;why;by;on\r\n2022-12/FRA/score;wells.pdf;-1;0;page 3, top;Ada;2024-05-01\r\n\r\n",
		"YAML": "corrections:\n  - report: wells.pdf\n    path: 2022-12/FRA/score\n    was: \"0\"\n    now: \"-1\"\n" +
			"    by: Ada\n    on: \"2024-05-01\"\n    why: page 3, top\n",
	} {
		got, err := corrections.Read(strings.NewReader(file))
		want := corrections.Correction{Report: "wells.pdf", Path: "2022-12/FRA/score", Was: "0", Now: "-1", By: "Ada", On: "2024-05-01", Why: "page 3, top"}
		if err != nil || len(got) != 1 || got[0] != want {
			t.Errorf("%s: %v %+v", what, err, got)
		}
	}
	for _, file := range []string{"", "a,b\n1,2\n", "report,path,was\nx,y,z\n"} {
		if _, err := corrections.Read(strings.NewReader(file)); !errors.Is(err, corrections.ErrColumns) {
			t.Errorf("%q: %v", file, err)
		}
	}
}

// The apostrophe of a guard is taken off, that of a text is not.
func TestGuards(t *testing.T) {
	list, err := corrections.Read(strings.NewReader("report,path,was,now\nr.pdf,x,'-1,'=2\nr.pdf,y,'t Hooft,'quoted'\nr.pdf,z,''=1,'\n"))
	want := []corrections.Correction{
		{Report: "r.pdf", Path: "x", Was: "-1", Now: "=2"}, {Report: "r.pdf", Path: "y", Was: "'t Hooft", Now: "'quoted'"},
		{Report: "r.pdf", Path: "z", Was: "'=1", Now: "'"},
	}
	if err != nil || !reflect.DeepEqual(list, want) {
		t.Errorf("%+v, %v", list, err)
	}
}
