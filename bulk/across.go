package bulk

import (
	"context"
	"maps"
	"slices"

	"recount.invalid/recount/dataset"
	"recount.invalid/recount/model"
)

// Across gives the rows that come of holding reports against each other, a list for
// each report.
type Across func(ctx context.Context, held []*model.Report) ([][]dataset.TableRow, error)

// heldReports are what is held against each other of each file of the manifest.
type heldReports map[int][]*model.Report

// rows gives the rows of each file that come of it. A report that is there as
// JSON and as PDF is held once.
func (h heldReports) rows(ctx context.Context, hold Across) (map[int][]dataset.TableRow, error) {
	if hold == nil {
		return nil, nil
	}
	var all []*model.Report
	var file []int
	seen := map[string]bool{}
	for _, i := range slices.Sorted(maps.Keys(h)) {
		for _, r := range h[i] {
			if !seen[r.Source.SHA256] {
				seen[r.Source.SHA256] = true
				all, file = append(all, r), append(file, i)
			}
		}
	}
	rows, err := hold(ctx, all)
	if err != nil {
		return nil, err
	}
	out := map[int][]dataset.TableRow{}
	for k := range rows {
		out[file[k]] = append(out[file[k]], rows[k]...)
	}
	return out, nil
}
