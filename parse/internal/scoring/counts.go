package scoring

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/sheet"
)

// A table may count a member's scores rather than give them: how many were +1, 0 and −1, or
// how many commitments of an area were kept. Its figures are read as scores as long as they
// are small, and a 2 among them would be called a score out of the scale.

// countsIn is what tells counts from scores below the head of a table.
type countsIn struct {
	levels map[string]bool // the levels that rows are labelled as
	above  int             // whole numbers above the scale in members' columns of rows that sum nothing up
	sums   int             // such numbers elsewhere: totals
	cells  int             // figures in members' columns
	scores bool            // a figure has a sign, or decimals as averages of scores do
}

// countsOf looks for counts in a table with members over its columns.
func (r *Reader) countsOf(t *sheet.Table, head int, members map[int]string) countsIn {
	out := countsIn{levels: map[string]bool{}}
	first := t.Cols
	for col := range members {
		first = min(first, col)
	}
	for row := head + 1; row < t.Rows; row++ {
		label := ""
		for _, c := range t.Row(row) {
			text := strings.TrimSpace(c.Text.Text)
			if c.Col < first {
				label = strings.TrimSpace(label + " " + text)
				continue
			}
			n, err := model.ParseDecimal(text)
			if err != nil || n.Places > 0 || script.BeginsSigned(text) {
				_, average := scoretext.ParseAverage(r.Vocab, text) // with a percentage too
				out.scores = out.scores || err == nil || average
				continue
			}
			named := members[c.Col] != ""
			switch {
			case n.Units > 1 && named && !r.Vocab.AverageLabel(label):
				out.above++
				out.cells++
			case n.Units > 1:
				out.sums++
			case named:
				out.cells++
			}
		}
		if kind, ok := r.ColumnKind(label); ok && levelColumn(kind) {
			out.levels[kind] = true
		}
	}
	return out
}

// areCounts reports whether figures below members' names are counts for certain: each row is
// labelled as a level, or many of them, without a sign anywhere, are above the scale.
func (c countsIn) areCounts() bool {
	return len(c.levels) > 1 || !c.scores && c.above > 1 && countsShare*c.above >= c.cells
}

// countsShare is of how many figures one at least is above the scale where they are counts.
const countsShare = 5

// doubtCounts says of a matrix of which nothing tells whether its figures are scores: none
// has a sign, none is an average, and some are above the scale or sum others up.
func (r *Reader) doubtCounts(t *sheet.Table, head int, members map[int]string) {
	if c := r.countsOf(t, head, members); !c.scores && c.above+c.sums > 0 {
		r.Warn("scores-or-counts", "figures of the matrix may be counts rather than scores", t.Where())
	}
}
