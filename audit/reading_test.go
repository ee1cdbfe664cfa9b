package audit

import (
	"strings"
	"testing"
)

func TestReadingsSayWhatTheAnswerRestsOn(t *testing.T) {
	r := chapterReport()
	verdict(r, 1, "CAN").Closing.Text = "Canada has fully complied. Canada took strong action to repair lighthouses and to staff them but has not adequately electrified the lamps."
	verdict(r, 1, "ITA").Closing.Text = "Italy has partially complied. Italy is fond of the sea."
	res := run(t, r, Options{Only: []string{"rubric-unsupported"}})
	if len(res.Readings) != len(r.Commitments[0].Verdicts) {
		t.Fatalf("%d readings of %d conclusions", len(res.Readings), len(r.Commitments[0].Verdicts))
	}
	counts := map[string]int{}
	for _, g := range res.Readings {
		counts[g.Answer]++
		if g.Commitment != 2 || g.CommitmentID != "2005-77" || g.Name == "" || g.Score == nil || g.Because == "" || len(g.At) == 0 {
			t.Errorf("incomplete: %+v", g)
		}
		switch g.Member {
		case "CAN":
			if g.Answer != "unsupported" || *g.Score != 1 ||
				g.Quote != "Canada took strong action to repair lighthouses and to staff them; has not adequately electrified the lamps" ||
				!strings.Contains(g.Because, "not sufficient: 3) electrify the lamps") ||
				strings.Join(g.Asks, "|") != "with strong action in all three dimensions" {
				t.Errorf("%+v", g)
			}
		case "ITA":
			if g.Answer != "undecided" || !strings.Contains(g.Because, "no dimension and no number") || g.Quote != verdict(r, 1, "ITA").Closing.Text {
				t.Errorf("%+v", g)
			}
		}
	}
	if c := countOf(res, "rubric-unsupported"); counts["supported"] != c.Checked-1 || counts["unsupported"] != c.Failed || counts["undecided"] != c.Undecided {
		t.Errorf("readings %v, counters %+v", counts, c)
	}
	if len(res.Rubrics) != 2 {
		t.Fatalf("coverage of %d texts, want guidelines and table", len(res.Rubrics))
	}
	for _, c := range res.Rubrics {
		if c.Phrases == 0 || c.Understood != c.Phrases || len(c.Missed) > 0 || c.Unusable != "" || len(c.At) == 0 {
			t.Errorf("%+v", c)
		}
	}
}

func TestCoverageNamesWhatIsNotUnderstood(t *testing.T) {
	r := chapterReport()
	setLevel(r.Commitments[0].Rubric, 0, "The member shows several weak actions in the dimensions that matter most.")
	for _, c := range run(t, r, Options{Only: []string{"rubric-unsupported"}}).Rubrics {
		if c.Text != "the scoring table" {
			continue
		}
		if c.Understood >= c.Phrases || len(c.Missed) != c.Phrases-c.Understood || !strings.Contains(c.Missed[0], "several weak actions") {
			t.Errorf("%+v", c)
		}
		return
	}
	t.Error("no coverage of the scoring table")
}
