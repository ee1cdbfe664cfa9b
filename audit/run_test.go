package audit

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"recount.invalid/recount/audit/internal/figures"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/model"
)

func TestRunSelects(t *testing.T) {
	r := cleanReport()
	setAverage(r, 1, "+0.40 (70%)")
	res, err := Run(context.Background(), r, Options{Only: []string{"average-stated", "score-scale"}, Skip: []string{"score-scale"}})
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Rules) != 1 || res.Rules[0].Rule != "average-stated" || res.Rules[0].Failed != 1 {
		t.Errorf("rules %+v", res.Rules)
	}
	var unknown *rule.UnknownRuleError
	if _, err := Run(context.Background(), r, Options{Skip: []string{"no-such"}}); !errors.As(err, &unknown) || unknown.ID != "no-such" {
		t.Errorf("error %v, want an UnknownRuleError", err)
	}
}

// A case that a rule leaves to a stronger one is reported when that one does
// not run.
func TestNothingVanishesWithARule(t *testing.T) {
	r := cleanReport()
	setScore(r, 1, "IND", 1)
	if got := keys(run(t, r, Options{Only: []string{"average-stated"}})); len(got) != 1 {
		t.Errorf("average-stated alone: %q", got)
	}
	r = cleanReport()
	verdict(r, 1, "IND").HeadingScore = ptr(1)
	if got := keys(run(t, r, Options{Only: []string{"score-closing-heading"}})); len(got) != 1 {
		t.Errorf("score-closing-heading alone: %q", got)
	}
}

func TestRunStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Run(ctx, cleanReport(), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

// Rules must take a report in which anything is missing.
func TestRulesTakeReportsWithHoles(t *testing.T) {
	for name, r := range map[string]*model.Report{
		"empty": {},
		"hollow": {
			Commitments: []model.Commitment{{}, {Assessment: &model.Assessment{}, Verdicts: []model.Verdict{{}}}},
			Footnotes:   []model.Footnote{{}, {}}, Matrices: []model.Matrix{{}, {Rows: []model.MatrixRow{{}}, Members: []string{"", ""}}},
			Rankings: []model.Ranking{{Entries: []model.RankedEntry{{}}}}, Figures: []model.Figure{{}},
		},
		"ragged": {Matrices: []model.Matrix{{
			Members:        []string{"ARG"},
			Rows:           []model.MatrixRow{{Scores: []*int{ptr(1), ptr(0), nil}, Average: average("+0.50 (75%)")}, {}},
			ColumnAverages: []model.ColumnAverage{{Member: "ARG", Value: average("+1.00").Value}, {Member: "IND", Value: average("0.00").Value}},
			Overall:        average("+0.90"),
		}}},
		"far numbers": {Footnotes: []model.Footnote{{Number: 1}, {Number: 1 << 40}, {Number: -3}}},
	} {
		res, err := Run(context.Background(), r, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range res.Rules {
			for _, why := range c.Reasons {
				if strings.Contains(why.Text, "failed on this report") {
					t.Errorf("%s: %s: %s", name, c.Rule, why.Text)
				}
			}
		}
		for _, f := range res.Findings {
			if f.Severity == rule.Error {
				t.Errorf("%s: accused: %+v", name, f)
			}
		}
	}
}

func TestFindingJSON(t *testing.T) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	f := rule.Finding{Rule: "average-stated", Severity: rule.Error, Message: "m", Commitment: 6, Stated: "+0.40"}
	if err := enc.Encode(f); err != nil {
		t.Fatal(err)
	}
	want := `{"rule":"average-stated","severity":"error","message":"m","commitment":6,"commitment_id":null,"member":null,"footnote":null,"row":null,"stated":"+0.40","computed":null,"explanations":[],"quote":null,"at":[]}`
	if got := strings.TrimSpace(b.String()); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	var back rule.Finding
	if err := json.Unmarshal(b.Bytes(), &back); err != nil {
		t.Fatal(err)
	}
	if back.Commitment != 6 || back.Stated != "+0.40" || back.Member != "" {
		t.Errorf("read back %+v", back)
	}
}

func TestOrderDoesNotDependOnRules(t *testing.T) {
	r := cleanReport()
	for i := range r.Commitments {
		for j := range r.Commitments[i].Verdicts {
			r.Commitments[i].Verdicts[j].ConcludingScore = ptr(0)
		}
	}
	res := run(t, r, Options{})
	if len(res.Findings) < 4 {
		t.Fatalf("only %d findings", len(res.Findings))
	}
	for i := 1; i < len(res.Findings); i++ {
		if rule.Less(res.Findings[i], res.Findings[i-1]) {
			t.Errorf("finding %d stands before finding %d", i, i-1)
		}
	}
}

func TestWaivers(t *testing.T) {
	list := `waivers:
  - rule: average-stated
    commitment: 1
    reason: corrected in the errata
  - rule: average-stated
    file: other.pdf
    reason: another file
  - rule: score-wording
    commitment: 2031-9
    member: IND
    reason: agreed with the editors
`
	ws, err := ReadWaivers(strings.NewReader(list))
	if err != nil {
		t.Fatal(err)
	}
	r := cleanReport()
	setAverage(r, 1, "+0.50 (75%)")
	setAverage(r, 3, "+0.50 (75%)")
	res := run(t, r, Options{Waivers: ws})
	if got := keys(res); len(got) != 1 || got[0] != "average-stated c3" {
		t.Errorf("findings %q", got)
	}
	if c := countOf(res, "average-stated"); c.Failed != 1 || c.Waived != 1 {
		t.Errorf("count %+v", c)
	}
	stale := StaleWaivers(ws, []Result{res})
	if len(stale) != 1 || stale[0].Rule != "score-wording" {
		t.Errorf("stale %v: the first was used, the second is about a file that was not audited", stale)
	}
	for name, text := range map[string]string{
		"no reason": "waivers:\n  - rule: average-stated\n    commitment: 1\n",
		"no place":  "waivers:\n  - rule: average-stated\n    reason: all of them\n",
		"no rule":   "waivers:\n  - commitment: 1\n    reason: it is so\n",
		"unknown":   "waivers:\n  - rule: averages\n    commitment: 1\n    reason: it is so\n",
		"bad key":   "waivers:\n  - rule: average-stated\n    comitment: 1\n    reason: it is so\n",
	} {
		if _, err := ReadWaivers(strings.NewReader(text)); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestARuleThatDoesNotLookAtTheClockIsLeft(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	over, never := errors.New("over"), make(chan struct{})
	t.Cleanup(func() { close(never) })
	endless := rule.Rule{ID: "endless", Run: func(*rule.Pass) { cancel(over); <-never }}
	res, err := runWithin(ctx, cleanReport(), []rule.Rule{endless}, Options{})
	if !errors.Is(err, over) || res.Rules == nil || len(res.Findings) != 0 {
		t.Errorf("got %d rules, %d findings, %v", len(res.Rules), len(res.Findings), err)
	}
}

func TestEndOf(t *testing.T) {
	for _, c := range []struct {
		s    string
		n    int
		want string
	}{{"about", 9, "about"}, {"about", 3, "out"}, {"Köln", 3, "ln"}, {"Köln", 4, "öln"}, {"", 2, ""}} {
		if got := figures.EndOf(c.s, c.n); got != c.want {
			t.Errorf("endOf(%q, %d) = %q, want %q", c.s, c.n, got, c.want)
		}
	}
}
