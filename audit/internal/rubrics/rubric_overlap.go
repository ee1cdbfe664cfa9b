package rubrics

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/audit/rubric"
	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/internal/lazyregexp"
)

var _ = rule.Register(rule.Rule{
	ID:       "rubric-overlap",
	Severity: rule.Warning,
	Title:    "a combination of actions that two levels of the rubric cover",
	Checks: "Walks every combination of strong and weak actions (or of dimensions), of two things, or of values of the one quantity in which the levels differ, through the levels of each text " +
		"and names those that two levels certainly claim.",
	Why:     "The same record may be given either of two scores.",
	Example: "+1 for 'three or more strong actions', 0 for 'one to three strong actions': three strong actions earn both. Near miss: +1 for 'at least three strong actions', 0 for 'at least one strong action'.",
	Convention: "A scale is read from the top down. A lower level that only sets a minimum leaves to the higher level what that claims; " +
		"an overlap is reported where the lower level names an upper limit and the higher one begins below it. " +
		"A clause about weak action alone makes no claim on a record with strong action.",
	Since: "0.1.0",
	Run:   runRubricOverlap,
})

var (
	// reAllOf finds that a level asks for everything.
	reAllOf = lazyregexp.New(`(?i)\b(?:each|every(?:\s+one)?|all)\s+(?:of\s+)?(?:the|these|those|its|two|three|four|five|six|seven|eight|nine|ten|[0-9]+)\b`)
	// reNothing finds that a level takes in that there is nothing.
	reNothing = lazyregexp.New(`(?i)\b(?:no|none|neither|nothing|nor|any|up\s+to|at\s+most|no\s+more|fewer|less|zero|0|without)\b`)
)

// saysOtherwise reports whether the higher of two levels asks for everything, or says of
// nothing that it takes in nothing, and was yet understood to cover less: it was then not
// understood.
func saysOtherwise(o rubric.Overlap) bool {
	words := strings.Join(o.Upper.Words(o.State), " ")
	if o.State == (condition.State{}) {
		return !reNothing.MatchString(words)
	}
	return reAllOf.MatchString(words) && !strings.Contains(strings.ToLower(words), " or ")
}

func runRubricOverlap(p *rule.Pass) {
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		for _, n := range Rubric(p, c).Each {
			if reason := n.Unusable; reason != "" {
				p.Undecided(1, reason)
				continue
			}
			overlaps, how := n.Reading.Overlaps(), ""
			if len(overlaps) == 0 {
				_, overlaps = n.Reading.UpTo()
				how = " 'Up to' is taken to include none at all; where it does not, a combination has no level (rubric-gap)."
			}
			if len(overlaps) > 0 && (len(n.Reading.Missed) > 0 || slices.ContainsFunc(overlaps, saysOtherwise)) {
				// What is not understood may say which of the two it is.
				p.Undecided(1, "two levels may cover the same, but a phrase of the text is not understood")
				continue
			}
			p.Checked(1)
			// One cause is one finding: overlaps are gathered by the two
			// levels that they concern.
			type pair struct{ upper, lower int }
			states := map[pair][]condition.State{}
			var order []pair
			for _, o := range overlaps {
				k := pair{o.Upper.Score, o.Lower.Score}
				if states[k] == nil {
					order = append(order, k)
				}
				states[k] = append(states[k], o.State)
			}
			for _, k := range order {
				upper, _ := n.Reading.Level(k.upper)
				lower, _ := n.Reading.Level(k.lower)
				s := states[k][0]
				p.Found(rule.Finding{
					Message:    fmt.Sprintf("Two levels of %s, %s and %s, both cover %s.", n.Name, reckon.SignedScore(k.upper), reckon.SignedScore(k.lower), stateList(n.Reading, states[k])) + how,
					Commitment: c.Number, CommitmentID: c.ID,
					Computed: fmt.Sprintf("%d of %d combinations belong to both levels; %s; %s", len(states[k]), len(n.Reading.States()), n.Reading.Walked(), n.Coverage()),
					Quote: reckon.SignedScore(k.upper) + ": " + WordList(upper.Words(s)) + " / " +
						reckon.SignedScore(k.lower) + ": " + WordList(lower.Words(s)),
					At: LevelAt(n.Levels, k.upper).Join(LevelAt(n.Levels, k.lower)),
				})
			}
		}
	}
}
