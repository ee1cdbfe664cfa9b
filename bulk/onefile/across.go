package onefile

import (
	"context"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/bulk"
	"recount.invalid/recount/dataset"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// Across holds the reports of a data set against each other, as audit does with
// files that are named together, and gives the rows of table findings that come of
// it, a list for each report.
func Across(words *vocabulary.Vocabulary) bulk.Across {
	return func(ctx context.Context, held []*model.Report) ([][]dataset.TableRow, error) {
		opt := audit.Options{Only: audit.AcrossRules(), Vocabulary: words}
		results := make([]audit.Result, len(held))
		for i, r := range held {
			var err error
			if results[i], err = audit.Run(ctx, r, opt); err != nil {
				return nil, err
			}
		}
		if err := audit.RunAcross(ctx, held, results, nil, opt); err != nil {
			return nil, err
		}
		out := make([][]dataset.TableRow, len(held))
		for i, r := range held {
			out[i] = dataset.AcrossRows(r, &results[i], words)
		}
		return out, nil
	}
}
