package audit

import "testing"

// A number of commitments of which a part is taken is that of all that were made; the report
// of the test has four.
func TestCountsOfWholes(t *testing.T) {
	for _, s := range []string{
		"Three of the 213 commitments were selected, and nine members were assessed.",
		"Four of the 213 commitments were selected.",
		"Of the 213 commitments, four were selected for assessment.",
		"Four of 213 commitments were assessed.",
		"Four of the 213 priority commitments were assessed.",
		"From the 213 commitments, four were assessed.",
		"Four out of the 213 commitments were selected.",
		"Only four of these 213 commitments were assessed.",
		"The 213 commitments were assessed for their ambition before four were selected.",
		"Among the 213 commitments four were selected for monitoring.",
		"Some of the 213 commitments were selected by lot.",
		"About 2% of the 213 commitments were assessed.",
		"Two per cent of the 213 commitments were selected.",
		"A part of the 213 commitments was assessed.",
		"Not all of the 213 commitments were assessed.",
		"Fewer than all 213 commitments were assessed.",
		"Half of the 8 commitments were assessed.",
		"One in fifty of the 213 commitments was selected.",
		"A selection from the 213 commitments was assessed.",
		"The selection was made from 213 commitments assessed for their wording.",
		"The four commitments selected are listed in Table 1; the 209 commitments not selected are in an annex.",
		"The remaining 209 commitments were not assessed.",
		"The other 209 commitments were not selected.",
		"209 commitments were not assessed.",
		"Each of the 213 commitments was assessed for its ambition.",
		"The four commitments were selected by the directors.",
	} {
		for _, f := range run(t, proseReport(t, s), Options{Only: []string{"count-stated", "front-matter"}}).Findings {
			t.Errorf("%s: %s", s, f.Message)
		}
	}
	for _, s := range []string{
		"Three of the twelve selected commitments are on trade.",
		"The thirteen selected commitments are listed below.",
		"The 13 commitments were selected by the directors.",
		"All 13 commitments were assessed.",
		"All of the 13 commitments were assessed.",
	} {
		if got := run(t, proseReport(t, s), Options{Only: []string{"count-stated", "front-matter"}}).Findings; len(got) != 1 {
			t.Errorf("%s: %+v, want one", s, got)
		}
	}
}
