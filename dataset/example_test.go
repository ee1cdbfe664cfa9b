package dataset_test

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/dataset"
	"recount.invalid/recount/model"
)

// A data set of one report, as CSV alone. Reports are announced first, because
// which of several versions counts is known when all are.
func Example() {
	full, none := 1, -1
	report := &model.Report{
		Source: model.Source{File: "report.pdf", SHA256: "5f0c4d0e6a8f9b7c5f0c4d0e6a8f9b7c5f0c4d0e6a8f9b7c5f0c4d0e6a8f9b7c"},
		Report: model.Info{Forum: "G7"},
		Commitments: []model.Commitment{{
			Number: 1, Text: "We will put a tide gauge into every harbour.",
			Assessment: &model.Assessment{Scores: []model.Score{
				{Member: "CAN", Name: "Canada", Score: &full},
				{Member: "FRA", Name: "France", Score: &none},
			}},
		}},
	}
	result, err := audit.Run(context.Background(), report, audit.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = os.RemoveAll(dir) }()

	rows := dataset.RowsOf(report, &result, nil)
	w, err := dataset.Create(dir, dataset.Options{Formats: []string{"csv"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	w.Announce("report.pdf", rows)
	if err := w.Report("report.pdf", rows); err != nil {
		fmt.Println(err)
		return
	}
	if err := w.Close(); err != nil {
		fmt.Println(err)
		return
	}
	file, err := os.Open(filepath.Join(dir, "csv", "scores.csv"))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = file.Close() }() // opened for reading only
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		fmt.Println(err)
		return
	}
	member, score := slices.Index(records[0], "member"), slices.Index(records[0], "score")
	for _, r := range records {
		fmt.Println(r[member], r[score])
	}
	// Output:
	// member score
	// CAN 1
	// FRA -1
}
