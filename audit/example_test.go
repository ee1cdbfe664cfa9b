package audit_test

import (
	"context"
	"fmt"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/model"
)

// One table of scores, counted again. Scores are pointers because a member may
// be not assessed; figures keep the decimals that were printed.
func ExampleRun() {
	full, partial, failure := 1, 0, -1
	stated, err := model.ParseDecimal("+0.67")
	if err != nil {
		fmt.Println(err)
		return
	}
	report := &model.Report{Commitments: []model.Commitment{{
		Number: 1,
		Assessment: &model.Assessment{
			Scores: []model.Score{
				{Member: "CAN", Name: "Canada", Score: &full},
				{Member: "FRA", Name: "France", Score: &partial},
				{Member: "DEU", Name: "Germany", Score: &failure},
			},
			Average: &model.Average{Text: "+0.67", Value: &stated},
		},
	}}}
	result, err := audit.Run(context.Background(), report, audit.Options{Only: []string{"average-stated"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range result.Findings {
		fmt.Println(f.Severity, f.Rule)
		fmt.Println(f.Message)
		fmt.Println("counted", f.Computed)
	}
	// Output:
	// error average-stated
	// The average is stated as +0.67; the mean of the 3 scores is 0/3 = 0.
	// counted 0.00 (0/3 = 0)
}
