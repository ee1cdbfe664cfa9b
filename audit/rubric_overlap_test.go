package audit

import (
	"testing"

	"recount.invalid/recount/model"
)

// Two levels are said to cover the same only where all they say is understood, and the
// higher one may cover as little as that.
func TestOverlapsThatAreNone(t *testing.T) {
	const parts = "The parts are: (1) laws on hedges, (2) courses for owners."
	for _, test := range []struct {
		name     string
		features string
		levels   [3]string
		want     int
	}{
		{"a real one", "", [3]string{"The member takes three or more actions.", "The member takes one to three actions.", "The member takes no action."}, 1},
		{"each of all", "Three services are expected: mapping, pruning, counting.", [3]string{
			"Norland offers each of the three services to a neighbour.",
			"Norland offers one or two of the three services to a neighbour.",
			"Norland offers none of the three services to a neighbour."}, 0},
		{"one and not the other", parts, [3]string{
			"Norland acts on both parts.",
			"Norland acts on one part, be it (1) or (2), and not on the other. An action that is merely repeated does not turn one part into two.",
			"Norland acts on neither part."}, 0},
		{"what is left says which", "Parts of the promise: (a) food, (b) seed, (c) tools, (d) roads.", [3]string{
			"Norland acts on all four parts. At least one action has been found for food, one for seed, one for tools and one for roads.",
			"Norland acts on two or three of the four parts. The remaining part or parts have been left as they were, without any action.",
			"Norland leaves all four parts aside, or it acts on just one of them."}, 0},
	} {
		c := model.Commitment{Number: 1, Rubric: rubricOf(test.levels)}
		if test.features != "" {
			c.Features = []model.Text{{Text: test.features}}
		}
		res := run(t, &model.Report{Commitments: []model.Commitment{c}}, Options{Only: []string{"rubric-overlap"}})
		if len(res.Findings) != test.want {
			t.Errorf("%s: %+v, want %d", test.name, res.Findings, test.want)
		}
	}
}
