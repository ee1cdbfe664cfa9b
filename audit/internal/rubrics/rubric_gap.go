package rubrics

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/audit/rubric"
	"recount.invalid/recount/audit/rubric/condition"
)

var _ = rule.Register(rule.Rule{
	ID:       "rubric-gap",
	Severity: rule.Warning,
	Title:    "a combination of actions that no level of the rubric covers",
	Checks: "Walks every combination of strong and weak actions (or of dimensions with strong and weak action) through the levels; " +
		"every value that is named and what lies between, where the levels differ in one quantity alone (money, shares, days, things counted); the four cases, where they name two things; " +
		"once for the interpretive guidelines and once for the scoring table, and names those that every level certainly leaves out.",
	Why:     "A member whose record is such a combination can be given no score by the rubric; whatever it is given is the analyst's own rule.",
	Example: "0 for 'five weak actions or more', −1 for 'up to three weak actions': four have no score. Near miss: 0 for 'at least three weak actions', −1 for 'fewer than three weak actions'.",
	Convention: "What one reader might count as covered is no gap; but where a text writes 'at least three' or 'all four' for +1 and 'one' for 0, two is a gap, as far as 'one' means exactly one and no other text of the commitment places two. Where 'up to four' leaves a gap without none and an overlap with none, both are named. The grid holds every count that the text names, zero and one more. A level that was understood only in part leaves all cases open; one of which the text says beside the levels how it is treated is no gap; and of two steps the later one alone is no gap. Dimensions with strong and with weak action are disjoint. " +
		"Action against the commitment overrides every count and lies outside the walk.",
	Since: "0.1.0",
	Run:   runRubricGap,
})

func runRubricGap(p *rule.Pass) {
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		for _, n := range Rubric(p, c).Each {
			if len(missingLevels(n.Levels)) > 0 {
				p.Undecided(1, "a level of the scale was not found")
				continue
			}
			if reason := n.Unusable; reason != "" {
				p.Undecided(1, reason)
				continue
			}
			p.Checked(1)
			gaps, how := n.Reading.Gaps(), ""
			if len(gaps) == 0 {
				gaps, how = unplaced(n.Reading.LiteralGaps(), n, Rubric(p, c).Each), " A number without 'at least' or 'or more' is taken at its word: it is a gap only if exactly that number is meant."
			}
			if len(gaps) == 0 {
				gaps, _ = n.Reading.UpTo()
				how = " 'Up to' is taken for one or more; where it takes in none at all, two levels cover the same (rubric-overlap)."
			}
			if len(gaps) == 0 {
				continue
			}
			p.Found(rule.Finding{
				Message:    fmt.Sprintf("No level was found in %s that covers %s.", n.Name, stateList(n.Reading, gaps)) + how,
				Commitment: c.Number, CommitmentID: c.ID,
				Computed: fmt.Sprintf("%d of %d combinations are covered by no level; %s; %s", len(gaps), len(n.Reading.States()), n.Reading.Walked(), n.Coverage()),
				Quote:    levelWords(n.Reading),
				At:       AllLevelsAt(n.Levels),
			})
		}
	}
}

// unplaced are the states that no other text of the commitment places: what that says
// shows what a number without more is to mean.
func unplaced(states []condition.State, own NamedReading, texts []NamedReading) []condition.State {
	var out []condition.State
	for _, s := range states {
		placed := false
		for _, n := range texts {
			if n.Name == own.Name || n.Unusable != "" || n.Reading.Unit != own.Reading.Unit || n.Reading.Size != own.Reading.Size {
				continue
			}
			for _, l := range n.Reading.Levels {
				placed = placed || l.Truth(s) == condition.In
			}
		}
		if !placed {
			out = append(out, s)
		}
	}
	return out
}

// stateList names up to four states and counts the rest.
func stateList(r rubric.Reading, states []condition.State) string {
	const shown = 4
	var out []string
	for i, s := range states {
		if i == shown {
			out = append(out, fmt.Sprintf("and %d more", len(states)-shown))
			break
		}
		out = append(out, r.Describe(s))
	}
	return strings.Join(out, "; ")
}

// levelWords are all clauses of a text, level by level.
func levelWords(r rubric.Reading) string {
	var out []string
	for _, l := range r.Levels {
		var words []string
		for _, c := range l.Clauses {
			words = append(words, c.Words)
		}
		out = append(out, reckon.SignedScore(l.Score)+": "+WordList(words))
	}
	return strings.Join(out, " / ")
}
