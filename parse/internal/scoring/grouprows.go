package scoring

import (
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/parse/internal/grid"
	"recount.invalid/recount/parse/internal/sheet"
)

// averagesRun are rows of averages of a matrix with nothing between them.
type averagesRun struct {
	rows   []averagesOf
	scored bool // rows with scores stand below it
}

// averagesOf is what a row of averages has.
type averagesOf struct {
	row    int
	label  string
	filled int  // averages below members
	tail   bool // an average behind or before them
	value  bool // one of them is no percentage
}

// groupAverages gives the rows of averages of a matrix that are those of a group of its
// rows: below them stand rows with scores, and behind these averages that cover as
// much ('Group average … 0.50', and at the end 'Country Average … 0.54'), or they stand
// in the same words right over those. A table that ends in scores has averages of
// groups where two of them are called alike.
func (r *Reader) groupAverages(t *sheet.Table, head int, m matrixLayout, others map[int]bool) map[int]bool {
	runs := r.averageRuns(t, head, m, others)
	groups := map[int]bool{}
	if len(runs) < 2 {
		return groups
	}
	called := map[string]int{}
	for _, run := range runs {
		called[run.rows[0].label]++
	}
	last := runs[len(runs)-1]
	for _, run := range runs {
		of := run.rows[0]
		alike := called[of.label] > 1 && of.tail && of.filled == 0
		covered := !last.scored && run.scored && last.covers(of)
		if alike && last.scored || covered {
			for _, a := range run.rows {
				groups[a.row] = true
			}
		}
	}
	if last.scored || len(groups) == 0 {
		return groups
	}
	// Right over the averages of all the last group has its own.
	for k, of := range last.rows[:len(last.rows)-1] {
		rest := averagesRun{rows: last.rows[k+1:]}
		if !rest.covers(of) || !of.value {
			break
		}
		groups[of.row] = true
	}
	return groups
}

// covers reports whether some row of a run has what a row of averages has.
func (run averagesRun) covers(of averagesOf) bool {
	filled, tail := 0, false
	for _, a := range run.rows {
		if a.value == of.value {
			filled, tail = max(filled, a.filled), tail || a.tail
		}
	}
	return filled >= of.filled && (tail || !of.tail)
}

// averageRuns finds the rows of averages of a matrix.
func (r *Reader) averageRuns(t *sheet.Table, head int, in matrixLayout, others map[int]bool) []averagesRun {
	var runs []averagesRun
	open := false
	for row := head + 1; row < t.Rows; row++ {
		of := averagesOf{row: row}
		scores, read := 0, 0
		for _, c := range t.Row(row) {
			switch {
			case c.Text.Text == "":
			case in.averages[c.Col] || c.Col > in.last:
				if avg, ok := r.averageIn([]*sheet.Cell{c}, in.percents); ok {
					of.tail, of.value = true, of.value || avg.Value != nil
				}
			case c.Col < in.first:
				if of.label != "" {
					of.label += " "
				}
				of.label += c.Text.Text
			default:
				read++
				if _, ok, na := in.score.cell(c); ok || na {
					scores++
				} else if avg, ok := scoretext.ParseAverage(r.Vocab, c.Text.Text); ok {
					of.filled, of.value = of.filled+1, of.value || avg.Value != nil
				}
			}
		}
		if others[row] {
			continue
		}
		if (of.tail || of.filled > 0) && r.AveragesRow(of.label, grid.CellTexts(t.Row(row)[1:])) {
			of.filled = read
			if !open {
				runs = append(runs, averagesRun{})
				open = true
			}
			runs[len(runs)-1].rows = append(runs[len(runs)-1].rows, of)
			continue
		}
		if scores*2 > len(in.cols) {
			open = false
			for i := range runs {
				runs[i].scored = true
			}
		}
	}
	return runs
}
