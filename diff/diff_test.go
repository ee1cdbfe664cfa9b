package diff_test

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/diff"
	"recount.invalid/recount/fixtures"
	"recount.invalid/recount/model"
)

// report makes a report with known truth; every call makes a new one, so
// that a test can change it.
func report(t *testing.T, seed uint64) *model.Report {
	t.Helper()
	fx, err := fixtures.Generate(fixtures.Options{Seed: seed, Commitments: 2, Members: 4})
	if err != nil {
		t.Fatal(err)
	}
	return fx.Truth
}

func compare(t *testing.T, old, now *model.Report) *diff.Result {
	t.Helper()
	r, err := diff.Compare(context.Background(), old, now, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestNothingChanged(t *testing.T) {
	r := compare(t, report(t, 1), report(t, 1))
	if !r.Empty() || !r.Versions || r.Renumbered != 0 {
		t.Errorf("%+v", r)
	}
	var b bytes.Buffer
	if err := diff.WriteText(&b, r); err != nil || !strings.Contains(b.String(), "Nothing changed.") {
		t.Errorf("%v: %s", err, b.String())
	}
}

// Each change of one thing is told as that thing and nothing else.
func TestOneChange(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*model.Report)
		check  func(*diff.Result) bool
	}{
		"a score in the table": {
			func(r *model.Report) {
				s := &r.Commitments[1].Assessment.Scores[2]
				n := -*s.Score // the matrix shares the old one
				s.Score = &n
			},
			func(d *diff.Result) bool {
				return len(d.Scores) == 1 && d.Scores[0].StatedIn == "table" && d.Scores[0].Commitment.Number == 2 &&
					*d.Scores[0].From == -*d.Scores[0].To && len(d.Actions)+len(d.Footnotes)+len(d.Averages) == 0
			},
		},
		"a score that is not assessed any more": {
			func(r *model.Report) { r.Commitments[0].Assessment.Scores[0].Score = nil },
			func(d *diff.Result) bool {
				return len(d.Scores) == 1 && d.Scores[0].To == nil && d.Scores[0].From != nil
			},
		},
		"an average": {
			func(r *model.Report) {
				a := *r.Commitments[0].Assessment.Average
				a.Text, a.Value = "+9.99", &model.Decimal{Units: 999, Places: 2}
				r.Commitments[0].Assessment.Average = &a
			},
			func(d *diff.Result) bool {
				return len(d.Averages) == 1 && d.Averages[0].To == "+9.99" && len(d.Scores) == 0
			},
		},
		"the same average set otherwise": {
			func(r *model.Report) { r.Commitments[0].Assessment.Average.Text += " " },
			func(d *diff.Result) bool { return d.Empty() },
		},
		"an action gone": {
			func(r *model.Report) {
				v := acting(r)
				v.Actions = v.Actions[1:]
			},
			func(d *diff.Result) bool {
				return len(d.Actions) == 1 && d.Actions[0].Kind == diff.Removed && len(d.Scores) == 0
			},
		},
		"a word in an action": {
			func(r *model.Report) {
				a := &acting(r).Actions[0]
				a.Text = strings.Replace(a.Text, "the ", "a new ", 1) + " So it was."
			},
			func(d *diff.Result) bool {
				return len(d.Actions) == 1 && d.Actions[0].Kind == diff.Reworded
			},
		},
		"the period": {
			func(r *model.Report) {
				p := *r.Report.Period
				p.To = "2099-01-01"
				r.Report.Period = &p
			},
			func(d *diff.Result) bool { return len(d.Info) == 1 && d.Info[0].Field == "period" },
		},
		"all footnotes renumbered": {
			func(r *model.Report) {
				for i := range r.Footnotes {
					r.Footnotes[i].Number += 100
				}
			},
			func(d *diff.Result) bool { return len(d.Footnotes) == 0 && d.Renumbered > 0 },
		},
		"the commitments renumbered": {
			func(r *model.Report) {
				for i := range r.Commitments {
					r.Commitments[i].Number += 10
				}
				r.Matrices = nil
			},
			func(d *diff.Result) bool { return len(d.Commitments) == 0 && len(d.Actions) == 0 },
		},
		"a commitment gone": {
			func(r *model.Report) { r.Commitments = r.Commitments[:1] },
			func(d *diff.Result) bool {
				return len(d.Commitments) == 1 && d.Commitments[0].Kind == diff.Removed && d.Commitments[0].Commitment.Number == 2
			},
		},
	} {
		old, now := report(t, 2), report(t, 2)
		flipZeros(old)
		flipZeros(now)
		c.change(now)
		if r := compare(t, old, now); !c.check(r) {
			t.Errorf("%s: %s", name, asJSON(t, r))
		}
	}
}

// acting is a member's section with an action.
func acting(r *model.Report) *model.Verdict {
	for i := range r.Commitments[0].Verdicts {
		if v := &r.Commitments[0].Verdicts[i]; len(v.Actions) > 0 {
			return v
		}
	}
	return nil
}

// flipZeros makes every score one that has an opposite.
func flipZeros(r *model.Report) {
	for _, c := range r.Commitments {
		for _, s := range c.Assessment.Scores {
			if s.Score != nil && *s.Score == 0 {
				*s.Score = 1
			}
		}
	}
}

func asJSON(t *testing.T, r *diff.Result) string {
	t.Helper()
	b, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b[:min(len(b), 3000)])
}

func TestFindingsAppearAndGo(t *testing.T) {
	old, now := report(t, 3), report(t, 3)
	flipZeros(now)
	a := *now.Commitments[0].Assessment.Average
	a.Value = &model.Decimal{Units: -33, Places: 2}
	now.Commitments[0].Assessment.Average = &a
	appeared := compare(t, old, now).Findings
	if len(appeared) == 0 || appeared[0].Kind != diff.Added {
		t.Errorf("%+v", appeared)
	}
	went := compare(t, now, old).Findings
	if len(went) != len(appeared) || went[0].Kind != diff.Removed {
		t.Errorf("%d went, %d appeared", len(went), len(appeared))
	}
}

func TestNotVersions(t *testing.T) {
	old := report(t, 4)
	other := report(t, 5)
	other.Report = old.Report // the same cover, other commitments
	for i := range other.Commitments {
		other.Commitments[i].ID, other.Commitments[i].IssueArea = "", "Something else"
	}
	if r := compare(t, old, other); r.Versions || !strings.Contains(r.Reason, "commitments") {
		t.Errorf("other commitments: versions %v, %q", r.Versions, r.Reason)
	}
	later := report(t, 4)
	later.Report.Summit.Year++
	if r := compare(t, old, later); r.Versions || !strings.Contains(r.Reason, "year") {
		t.Errorf("another year: versions %v, %q", r.Versions, r.Reason)
	}
}

func TestWording(t *testing.T) {
	for _, c := range []struct{ old, now, want string }{
		{"a b c", "a b c", "a b c"},
		{"a b c", "a x c", "a [b] {x} c"},
		{"", "new words", "{new words}"},
		{"old words", "", "[old words]"},
		{"one two three four", "two three five four", "[one] two three {five} four"},
	} {
		var parts []string
		for _, p := range diff.Wording(c.old, c.now) {
			switch p.Kind {
			case diff.Removed:
				parts = append(parts, "["+p.Text+"]")
			case diff.Added:
				parts = append(parts, "{"+p.Text+"}")
			default:
				parts = append(parts, p.Text)
			}
		}
		if got := strings.Join(parts, " "); got != c.want {
			t.Errorf("%q, %q: %q, want %q", c.old, c.now, got, c.want)
		}
	}
}

// The page shows what was and what is, and takes no text for markup.
func TestHTML(t *testing.T) {
	old, now := report(t, 6), report(t, 6)
	acting(now).Actions[0].Text += " <script>alert(1)</script>"
	var b bytes.Buffer
	if err := diff.WriteHTML(&b, compare(t, old, now)); err != nil {
		t.Fatal(err)
	}
	if s := b.String(); strings.Contains(s, "<script>") || !strings.Contains(s, "<ins>&lt;script&gt;") {
		t.Error("the text is not shown as text")
	}
}
