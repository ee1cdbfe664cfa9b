package grid

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/sheet"
)

// maxStatedAverage bounds a line that states an average, in bytes: a label, a figure and
// its percentage.
const maxStatedAverage = 100

// StatedAverage reads a text that is a label of averages and its figure, and nothing
// else ('Average score: 0.750', 'G8 average +0.50 (75%)'). The figure has decimals, or
// is a percentage: a whole number behind such words may be a member's score. A sign
// apart from its figure may as well be a dash, and is not read.
func (r *Reader) StatedAverage(text string) (model.Average, bool) {
	text = strings.TrimSpace(text)
	if len(text) > maxStatedAverage || !strings.ContainsAny(text, "0123456789") {
		return model.Average{}, false
	}
	for i, c := range text {
		if c != ' ' && c != '\u00a0' && c != ':' && c != '=' {
			continue
		}
		figure := strings.TrimRight(strings.TrimLeft(text[i:], " \u00a0:="), ".")
		label := strings.TrimRight(text[:i], " \u00a0:=.…")
		if gap := strings.IndexAny(figure, " \u00a0"); gap >= 0 && script.BeginsSigned(figure) && gap < strings.IndexAny(figure, "0123456789") {
			continue
		}
		avg, ok := r.Average(figure)
		if !ok || avg.Percent == nil && (avg.Value == nil || avg.Value.Places == 0) || !sheet.HasLetter(label) || !r.AveragesRow(label, []string{figure}) {
			continue
		}
		avg.Label, avg.Text = label, figure
		return avg, true
	}
	return model.Average{}, false
}
