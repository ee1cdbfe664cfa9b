package rubric_test

import (
	"fmt"

	"recount.invalid/recount/audit/rubric"
	"recount.invalid/recount/audit/rubric/part"
	"recount.invalid/recount/model"
)

// A scoring table is read as conditions, walked, and held against a member's
// conclusion.
func Example() {
	parts, size := part.Components([]string{"Members promise to 1) dig wells, 2) lay pipes and 3) teach plumbers."})
	table := []model.Level{}
	for score, text := range []string{
		"The member has shown weak action in a single dimension, or no action.",
		"The member has shown strong action in one or two dimensions, or weak action in all three dimensions.",
		"The member has shown strong action in all three dimensions.",
	} {
		s := score - 1
		table = append(table, model.Level{Score: &s, Text: text})
	}
	r := rubric.Read(table, parts, size)
	fmt.Println("counts", r.Unit, "of", r.Size)
	for _, s := range r.Gaps() {
		fmt.Println("no level for", r.Describe(s))
	}

	c := rubric.ReadClosing("Norland took strong action to dig wells and lay pipes but has not taught plumbers.", parts, size)
	fmt.Println(c.Describe(parts))
	for score := 1; score >= -1; score-- {
		fmt.Printf("%+d %s\n", score, c.Reaches(r, score, 5))
	}
	// Output:
	// counts dimensions of 3
	// no level for weak action in 2 dimensions and no strong action
	// strong action: 1) dig wells, 2) lay pipes; not addressed: 3) teach plumbers
	// +1 unsupported
	// +0 supported
	// -1 unsupported
}
