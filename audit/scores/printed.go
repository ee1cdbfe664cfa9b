package scores

import (
	"slices"
	"strings"

	"recount.invalid/recount/model"
)

// mostPrintedCells bounds a table that is kept as it stands.
const mostPrintedCells = 1 << 17

// keepPrinted keeps with a report the table of which it was read.
func keepPrinted(report *model.Report, from rows) {
	grid, shown, ok := readGrid(from)
	if !ok {
		return
	}
	at := printedHead(report, grid, shown)
	if at < 0 {
		return
	}
	width := 0
	for _, row := range grid[at:] {
		width = max(width, len(row))
	}
	if width*(len(grid)-at) > mostPrintedCells {
		return
	}
	t := &model.Table{SheetRows: shown[at:]}
	for _, row := range grid[at:] {
		line := make([]string, width)
		for c, text := range row {
			line[c] = strings.TrimSpace(seen(text))
		}
		t.Rows = append(t.Rows, line)
	}
	report.SetPrinted(t)
}

// printedHead is the record of the head: so far above the first row of scores as its number
// says, or the first with more than a title; −1 where there is none.
func printedHead(report *model.Report, grid [][]string, shown []int) int {
	turned := slices.ContainsFunc(report.Warnings, func(w model.Warning) bool { return w.Kind == KindTurned })
	if len(report.Commitments) > 0 && !turned {
		c := &report.Commitments[0]
		row := c.SheetRow
		if row == 0 {
			row = c.Row
		}
		if k := slices.Index(shown, row); k >= c.Row-1 {
			return k - (c.Row - 1)
		}
		return -1
	}
	return slices.IndexFunc(grid[:min(len(grid), maxTitles+1)], func(row []string) bool { return filledCells(row) > mostFigureTitleCells })
}
