package sheet

import (
	"strconv"
	"strings"

	"recount.invalid/recount/parse/layout"
)

// SpacedFigure reads the raised number of a note whose digits a justified line
// has set apart ("2 0"): at a line's start, single digits with a space between
// them.
func SpacedFigure(l *Line) (int, bool) {
	run := l.Runs[0]
	digits := strings.Split(run.Text, " ")
	if len(l.Runs) < 2 || len(digits) < 2 || !layout.IsRaised(l.Line, run) {
		return 0, false
	}
	for _, d := range digits {
		if len(d) != 1 || d[0] < '0' || d[0] > '9' {
			return 0, false
		}
	}
	n, err := strconv.Atoi(strings.Join(digits, ""))
	return n, err == nil
}
