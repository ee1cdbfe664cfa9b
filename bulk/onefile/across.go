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
// files that are named together, and gives the rows of table findings that come of it.
func Across(words *vocabulary.Vocabulary) bulk.Across {
	return func(ctx context.Context, held *bulk.Held, give func(i int, rows []dataset.TableRow) error) error {
		opt := audit.Options{Only: audit.AcrossRules(), Vocabulary: words}
		return audit.Across(ctx, held, nobody{}, opt, func(i int, found audit.Result) error {
			r, err := held.Report(i)
			if err != nil {
				return err
			}
			return give(i, dataset.AcrossRows(r, &found, words))
		})
	}
}

// nobody is no report at all.
type nobody struct{}

func (nobody) Len() int { return 0 }

func (nobody) Report(int) (*model.Report, error) { return nil, nil }
