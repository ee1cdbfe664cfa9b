package corrections_test

import (
	"strings"
	"testing"

	"recount.invalid/recount/corrections"
	"recount.invalid/recount/model"
)

func row(path, was, now, why string) corrections.Correction {
	return corrections.Correction{Report: "wells.pdf", Path: path, Was: was, Now: now, Why: why}
}

func apply(t *testing.T, r *model.Report, rows ...corrections.Correction) (*model.Report, []corrections.Outcome) {
	t.Helper()
	got, out, err := corrections.Apply(r, rows)
	if err != nil {
		t.Fatal(err)
	}
	if len(out) != len(rows) {
		t.Fatalf("%d outcomes of %d rows", len(out), len(rows))
	}
	return got, out
}

// A value that is corrected again has one correction, and one that is put back
// has none.
func TestCorrectedAgain(t *testing.T) {
	const path = "2022-12/FRA/score"
	got, _ := apply(t, report(), row(path, "0", "1", "first"), row(path, "1", "-1", "second"))
	if s := got.Commitments[0].Assessment.Scores[1].Score; *s != -1 || len(got.Corrections) != 1 ||
		got.Corrections[0].Was != "0" || got.Corrections[0].Now != "-1" || got.Corrections[0].Why != "second" {
		t.Errorf("%d %+v", *s, got.Corrections)
	}
	again, out := apply(t, got, row(path, "0", "1", "first"), row(path, "1", "-1", "second"))
	if len(again.Corrections) != 1 || !out[0].Already || !out[1].Already {
		t.Errorf("again: %+v", out)
	}
	back, out := apply(t, report(), row(path, "0", "1", ""), row(path, "1", "0", ""))
	if len(back.Corrections) != 0 || len(back.Warnings) != 0 || out[0].Problem != "" {
		t.Errorf("put back: %+v %+v", back.Corrections, out)
	}
	// Rows that do not go on from one another are not joined.
	_, out = apply(t, report(), row(path, "0", "1", ""), row(path, "0", "-1", ""))
	if out[0].Problem != "" || !strings.Contains(out[1].Problem, `"1" stands there`) {
		t.Errorf("two from one value: %+v", out)
	}
}

// doubted is a report with a doubt about a score's row, an action and the file.
func doubted() *model.Report {
	r := report()
	r.Commitments[0].Verdicts[0].Actions = []model.Action{{Date: "2022-05-01", Text: "On 1 May it dug."}, {Date: "2022-06-01", Text: "On 1 June it dug on."}}
	r.Warnings = []model.Warning{{Kind: "x", Text: "close", About: []string{
		"/commitments/0/assessment/scores/1", "/commitments/0/verdicts/0/actions/1", "/source",
	}}}
	return r
}

func TestLookedAt(t *testing.T) {
	r := doubted()
	const action = "/commitments/0/verdicts/0/actions/1"
	sum, ok := corrections.Fingerprint(r, action)
	if !ok || len(sum) != 13 {
		t.Fatal(sum, ok)
	}
	moved := doubted()
	v := &moved.Commitments[0].Verdicts[0]
	v.Actions = append([]model.Action{{Text: "found since"}}, v.Actions...)
	v.Actions[2].At = model.At{{Page: 4}}
	moved.Warnings[0].About[1] = "/commitments/0/verdicts/0/actions/2"
	for _, c := range []struct {
		what           string
		report         *model.Report
		row            corrections.Correction
		left           int
		stale, problem bool
	}{
		{"a score by its key", doubted(), row("2022-12/FRA/score", "0", "0", ""), 2, false, false},
		{"a score that is read otherwise now", doubted(), row("2022-12/FRA/score", "1", "1", ""), 3, false, true},
		{"an action", doubted(), row(action, sum, sum, ""), 2, false, false},
		{"an action that moved", moved, row(action, sum, sum, ""), 2, false, false},
		{"another action", doubted(), row("/commitments/0/verdicts/0/actions/0", sum, sum, ""), 2, false, false},
		{"an object that is read otherwise now", doubted(), row("/commitments/0/assessment", sum, sum, ""), 3, true, false},
		{"what holds the doubted", doubted(), row("/commitments/0/verdicts/0/actions", "#000000000000", "#000000000000", ""), 3, true, false},
		{"the file", doubted(), row("/source", "#1", "#1", ""), 2, false, false},
		{"an open comment", doubted(), row("2022-12/FRA/score", "0", "0", "Open: ask the publisher"), 3, true, false},
		{"a correction", doubted(), row("2022-12/FRA/score", "0", "1", ""), 2, false, false},
	} {
		got, out := apply(t, c.report, c.row)
		if len(got.Warnings[0].About) != c.left || out[0].Stale != c.stale || (out[0].Problem != "") != c.problem {
			t.Errorf("%s: left %v, %+v", c.what, got.Warnings[0].About, out[0])
		}
		if isChange := c.row.Was != c.row.Now; (len(got.Corrections) > 0) != isChange {
			t.Errorf("%s: %d corrections", c.what, len(got.Corrections))
		}
	}
}

// A chapter or a section that was looked at says nothing of what stands in it, and
// what is corrected there does not ask for another look.
func TestChapterIsLookedAtByItself(t *testing.T) {
	r := doubted()
	r.Warnings[0].About = []string{"/commitments/0", "/commitments/0/verdicts/0", "/commitments/0/verdicts/0/actions/1"}
	chapter, _ := corrections.Fingerprint(r, "/commitments/0")
	section, _ := corrections.Fingerprint(r, "/commitments/0/verdicts/0")
	got, out := apply(t, r, row("/commitments/0", chapter, chapter, ""), row("/commitments/0/verdicts/0", section, section, ""),
		row("/commitments/0/verdicts/0/actions/0/date", "2022-05-01", "2022-05-02", ""))
	if about := got.Warnings[0].About; out[0].Stale || out[1].Stale || len(about) != 1 || about[0] != "/commitments/0/verdicts/0/actions/1" {
		t.Errorf("%v %+v", about, out)
	}
	if !corrections.Covers("/commitments/0/assessment", "/commitments/0/assessment/scores/3/score") {
		t.Error("a table does not cover its scores")
	}
}

func TestAdding(t *testing.T) {
	for _, c := range []struct {
		path, was, now, problem string
		want                    model.Action
	}{
		{"2022-12/CAN/action", "", "It dug a well.", "", model.Action{Text: "It dug a well.", Footnotes: []model.Ref{}}},
		{"/commitments/0/verdicts/0/actions/-", "", `{"date":"2022-05-03","text":"On 3 May 2022, it dug.","footnotes":[{"number":7,"offset":22}]}`, "",
			model.Action{Date: "2022-05-03", Text: "On 3 May 2022, it dug.", Footnotes: []model.Ref{{Number: 7, Offset: 22}}}},
		{"2022-12/CAN/action", "", `{"day":"3 May"}`, "cannot be read", model.Action{}},
		{"2022-12/CAN/action", "", `{"date":"2022-05-03"}`, "nothing is said", model.Action{}},
		{"2022-12/CAN/action", "x", "y", "was is to be empty", model.Action{}},
		{"/commitments/0/background/-", "", "y", "nothing can be added", model.Action{}},
		{"/commitments/0/verdicts/9/actions/-", "", "y", "names nothing", model.Action{}},
		{"2022-12/FRA/action", "", "y", "no value", model.Action{}},
	} {
		got, out := apply(t, report(), row(c.path, c.was, c.now, "page 3"))
		if (c.problem == "") != (out[0].Problem == "") || !strings.Contains(out[0].Problem, c.problem) {
			t.Errorf("%s %s: %q", c.path, c.now, out[0].Problem)
			continue
		}
		if c.problem != "" {
			continue
		}
		actions := got.Commitments[0].Verdicts[0].Actions
		if len(actions) != 1 || actions[0].Text != c.want.Text || actions[0].Date != c.want.Date || len(actions[0].Footnotes) != len(c.want.Footnotes) {
			t.Errorf("%s: %+v", c.path, actions)
		}
		if len(got.Corrections) != 1 || got.Corrections[0].Path != "/commitments/0/verdicts/0/actions/0" {
			t.Errorf("%+v", got.Corrections)
		}
		again, out := apply(t, got, row(c.path, c.was, c.now, "page 3"))
		if !out[0].Already || len(again.Commitments[0].Verdicts[0].Actions) != 1 {
			t.Errorf("again: %+v", out[0])
		}
	}
}

func TestKeyOf(t *testing.T) {
	r := report()
	for pointer, want := range map[string]string{
		"/commitments/0/assessment/scores/1/score":   "2022-12/FRA/score",
		"/commitments/0/assessment/scores/1/name":    "/commitments/0/assessment/scores/1/name",
		"/commitments/0/verdicts/0/heading_score":    "2022-12/CAN/heading_score",
		"/commitments/0/verdicts/0/actions/-":        "2022-12/CAN/action",
		"/commitments/0/assessment/average/value":    "2022-12/average",
		"/commitments/0/title":                       "2022-12/title",
		"/matrices/0/rows/0/scores/0":                "2022-12/CAN/matrix_score",
		"/commitments/0/verdicts/0/actions/0/date":   "/commitments/0/verdicts/0/actions/0/date",
		"/commitments/7/assessment/scores/1/score":   "/commitments/7/assessment/scores/1/score",
		"/commitments/0/assessment/scores/x/score":   "/commitments/0/assessment/scores/x/score",
		"/matrices/0/rows/0/scores/9":                "/matrices/0/rows/0/scores/9",
		"/report/title":                              "/report/title",
		"/commitments/0/verdicts/0/actions/0/text/x": "/commitments/0/verdicts/0/actions/0/text/x",
	} {
		if got := corrections.KeyOf(r, pointer); got != want {
			t.Errorf("%s: %s, want %s", pointer, got, want)
		}
	}
}
