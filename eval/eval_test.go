package eval

import (
	"context"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"recount.invalid/recount/fixtures"
	"recount.invalid/recount/model"
)

// TestNothingHasFallen measures everything and holds it against what was
// reached before. When figures rise, 'make eval' takes the new ones down.
func TestNothingHasFallen(t *testing.T) {
	if testing.Short() {
		t.Skip("needs the time to measure a hundred reports: run without -short")
	}
	b, err := os.ReadFile("baseline.json")
	if err != nil {
		t.Fatalf("run 'make eval' first: %v", err)
	}
	var was Baseline
	if err := json.Unmarshal(b, &was); err != nil {
		t.Fatal(err)
	}
	res, err := Run(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range was.Fallen(NewBaseline(res)) {
		t.Error(line)
	}
}

func truth(t *testing.T) *model.Report {
	t.Helper()
	f, err := fixtures.Generate(fixtures.Options{Seed: 4, Members: 5, NearMisses: true})
	if err != nil {
		t.Fatal(err)
	}
	return f.Truth
}

func TestTruthIsAllRight(t *testing.T) {
	s := Compare("", truth(t), truth(t))
	if all := s.All(); all.Right != all.Total || all.Total < 300 {
		t.Errorf("%d of %d right; misses %v", all.Right, all.Total, s.Misses)
	}
}

// TestOneChangeIsSeen changes one value at a time; the comparison must count
// the field and name it.
func TestOneChangeIsSeen(t *testing.T) {
	cases := []struct {
		field  string
		change func(*model.Report)
	}{
		{"cover.stage", func(r *model.Report) { r.Report.Stage = "half" }},
		{"chapter.title", func(r *model.Report) { r.Commitments[1].Title += "s" }},
		{"score.table", func(r *model.Report) {
			v := 1 - *r.Commitments[0].Assessment.Scores[0].Score
			r.Commitments[0].Assessment.Scores[0].Score = &v
		}},
		{"score.none_spurious", func(r *model.Report) {
			a := r.Commitments[0].Assessment
			a.Scores = append(a.Scores, model.Score{Member: "ITA"})
		}},
		{"average.value", func(r *model.Report) { r.Commitments[0].Assessment.Average.Value.Units++ }},
		{"average.percent", func(r *model.Report) { r.Commitments[0].Assessment.Average.Percent = nil }},
		{"verdict.found", func(r *model.Report) {
			c := &r.Commitments[0]
			c.Verdicts[0].Member = "XXX"
		}},
		{"action.date", func(r *model.Report) { action(r).Date = "1999" }},
		{"action.text", func(r *model.Report) { action(r).Text += " " }},
		{"marker.offsets", func(r *model.Report) { action(r).Footnotes[0].Offset++ }},
		{"marker.numbers", func(r *model.Report) { action(r).Footnotes[0].Number++ }},
		{"footnote.url", func(r *model.Report) { r.Footnotes[3].URL = r.Footnotes[3].URL[1:] }},
		{"footnote.found", func(r *model.Report) { r.Footnotes[3].Number = 9999 }},
		{"footnote.none_spurious", func(r *model.Report) { r.Footnotes = append(r.Footnotes, model.Footnote{Number: 77777}) }},
		{"matrix.cell", func(r *model.Report) { r.Matrices[0].Rows[1].Scores[0] = nil }},
		{"matrix.members", func(r *model.Report) { r.Matrices[0].Members[0] = "XXX" }},
		{"matrix.overall_value", func(r *model.Report) { r.Matrices[0].Overall = nil }},
		{"front.figure", func(r *model.Report) { r.Figures = r.Figures[1:] }},
		{"front.list_text", func(r *model.Report) { r.CommitmentsList[0].Text = "" }},
		{"at.action", func(r *model.Report) { action(r).At[0].Page++ }},
		{"chapter.count", func(r *model.Report) { r.Commitments = append(r.Commitments, model.Commitment{}) }},
	}
	want := truth(t)
	for _, c := range cases {
		got := truth(t)
		c.change(got)
		s := Compare("", want, got)
		f := s.Fields[c.field]
		if f.Right == f.Total {
			t.Errorf("%s: the change is not seen; misses: %v", c.field, s.Misses)
		}
	}
}

// action is the first action with a marker and more than one word.
func action(r *model.Report) *model.Action {
	for i := range r.Commitments {
		for j := range r.Commitments[i].Verdicts {
			v := &r.Commitments[i].Verdicts[j]
			for k := range v.Actions {
				if len(v.Actions[k].Footnotes) > 0 && v.Actions[k].Date != "" {
					return &v.Actions[k]
				}
			}
		}
	}
	return &model.Action{}
}

func TestReportThatCannotBeReadIsAllWrong(t *testing.T) {
	s := Compare("", truth(t), nil)
	for _, g := range []string{"dates", "citations", "matrices", "averages"} {
		if x := s.Group(g); x.Right > x.Total/2 {
			t.Errorf("%s: %d of %d right without a report", g, x.Right, x.Total)
		}
	}
}

func TestFallenNamesWhatFell(t *testing.T) {
	was := &Baseline{
		Fields: map[string]Tally{"a": {9, 10}, "b": {5, 5}},
		Rules:  map[string]RuleScore{"r": {Planted: 4, Found: 4}},
	}
	same := &Baseline{
		Fields: map[string]Tally{"a": {90, 100}, "b": {6, 6}, "new": {0, 3}},
		Rules:  map[string]RuleScore{"r": {Planted: 8, Found: 8}},
	}
	if got := was.Fallen(same); len(got) != 0 {
		t.Errorf("nothing fell, but: %v", got)
	}
	lower := &Baseline{
		Fields: map[string]Tally{"a": {8, 10}, "b": {5, 5}},
		Rules:  map[string]RuleScore{"r": {Planted: 4, Found: 3, False: 1}},
	}
	if got := was.Fallen(lower); len(got) != 3 {
		t.Errorf("three figures fell, but: %v", got)
	}
}

// TestPageKeepsWhatIsWrittenByHand: first readings are never lost to 'make eval'.
func TestPageKeepsWhatIsWrittenByHand(t *testing.T) {
	page, err := os.ReadFile("../docs/accuracy.md")
	if err != nil {
		t.Fatal(err)
	}
	got, err := Page(string(page), ownReports+"\nnew\n")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(got, "# Accuracy\n\n## First readings of reports by strangers\n") ||
		!strings.Contains(got, "\n| before | a3eaccc |") || !strings.HasSuffix(got, ownReports+"\nnew\n") {
		t.Errorf("got %s", got)
	}
	if _, err := Page("# Accuracy\n", ""); err == nil {
		t.Error("a page without the heading is overwritten")
	}
}
