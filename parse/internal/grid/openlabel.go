package grid

import (
	"math"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
)

// rowBehindLabel gives the row of figures that follows the lines from n on, which
// are parts of labels: alone in the first column, close together, and too few
// to be anything but the end of the row above and the beginning of the next. It
// gives n where line n is none.
func (r *Reader) rowBehindLabel(ls []*sheet.Line, n int, columns []model.Box) int {
	if len(columns) < sheet.MinMatrixMembers {
		return n
	}
	for k := n; k < len(ls) && k-n <= maxLabelLines; k++ {
		l := ls[k]
		if k > n && lead(ls[k-1], l) > 1.6*l.Size {
			return n
		}
		if inLabels := len(Pieces(l)) == 1 && !l.Bold && !sheet.IsCaption(l.Printed) && sheet.HasLetter(l.Printed) && l.Box.X1() < columns[1].X0(); inLabels {
			continue
		}
		if k > n && r.scoreRow(l) && !r.IsMember(ls[k-1].Printed) {
			return k
		}
		return n
	}
	return n
}

// maxLabelLines is how many lines of labels stand between the figures of two
// rows at most.
const maxLabelLines = 3

// labelLines goes down from the last score row over the rest of its label.
func (r *Reader) labelLines(ls []*sheet.Line, last int) int {
	if r.centredAverage(ls, last) {
		return last + 1
	}
	end := last
	for k := last + 1; k < len(ls) && k-last <= 3; k++ {
		l := ls[k]
		if r.completesRow(ls, ls[last], k) {
			end = k
			continue
		}
		if lead(ls[k-1], l) > 1.35*l.Size || len(Pieces(l)) > 1 || l.Chars > 60 {
			break
		}
		if label, ok := labelPiece(ls[last]); l.Bold || ok && math.Abs(l.Box.X0()-label.X0()) > 0.4*l.Size {
			break
		}
		if _, _, ok := sheet.LeadingFigure(l.Printed); ok {
			break
		}
		end = k
	}
	return end
}

// continuesLabel reports whether a line close above the first score row is the
// upper part of its label, centred beside it, rather than a head.
func continuesLabel(row, l *sheet.Line) bool {
	if len(Pieces(l)) != 1 || l.Bold != row.Bold {
		return false
	}
	d := row.Baseline - l.Baseline
	if d < 0.8*row.Size {
		return true
	}
	label, ok := labelPiece(row)
	return ok && d < 3*row.Size && math.Abs(l.Box.X0()-label.X0()) < 0.4*l.Size
}

// aboveInLabel reports whether a line is the one above another of the same
// label, where the row's figures stand beside a label of many lines and have
// none of it on their own line.
func aboveInLabel(label, l *sheet.Line) bool {
	d := label.Baseline - l.Baseline
	return len(Pieces(l)) == 1 && l.Bold == label.Bold && d > 0 && d < 1.35*l.Size && math.Abs(l.Box.X0()-label.Box.X0()) < 0.2*l.Size
}
