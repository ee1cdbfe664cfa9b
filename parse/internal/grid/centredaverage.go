package grid

import (
	"math"

	"recount.invalid/recount/parse/internal/sheet"
)

// centredAverage reports whether line i is the middle one of three that are one
// row of averages without a rule around it: the label beside a figure over its
// percentage ("Average" between "+0.50" and "(75%)"), or a figure beside a label
// in two lines. Processors centre what is shorter.
func (r *Reader) centredAverage(ls []*sheet.Line, i int) bool {
	if i == 0 || i+1 >= len(ls) {
		return false
	}
	above, middle, below := ls[i-1], ls[i], ls[i+1]
	up, down := middle.Baseline-above.Baseline, below.Baseline-middle.Baseline
	if up < 0.3*middle.Size || up > 0.95*middle.Size || math.Abs(up-down) > 0.2*middle.Size {
		return false // whole lines, which stand below each other
	}
	if len(Pieces(above)) != 1 || len(Pieces(middle)) != 1 || len(Pieces(below)) != 1 {
		return false
	}
	beside := func(label, figure *sheet.Line) bool { return figure.Box.X0() > label.Box.X1() }
	if sheet.HasLetter(middle.Printed) {
		return beside(middle, above) && beside(middle, below) && r.AveragesRow(middle.Printed, []string{above.Printed + " " + below.Printed})
	}
	return beside(above, middle) && beside(below, middle) && math.Abs(above.Box.X0()-below.Box.X0()) < 0.3*middle.Size &&
		r.AveragesRow(above.Printed+" "+below.Printed, []string{middle.Printed})
}
