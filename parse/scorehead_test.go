package parse

import (
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// The head over all levels stands over the middle one and is read in its column; it says
// nothing of a head that names no level.
func TestHeadOverTheMiddleLevel(t *testing.T) {
	r := newReading(&model.Document{}, Options{})
	for s, want := range map[string]string{
		"Final Compliance Score Work in Progress 0": vocabulary.ColumnPartial,
		"Final Compliance Score Partial Compliance": vocabulary.ColumnPartial,
		"Compliance Score Full Compliance (+1)":     vocabulary.ColumnFull,
		"Work in Progress 0":                        vocabulary.ColumnPartial,
		"Final Compliance Score":                    vocabulary.ColumnScore,
		"Final Compliance Score Average":            "",
		"Final Compliance Score Harbours":           "",
		"Harbours Work in Progress 0":               "",
	} {
		if got, _ := r.ColumnKind(s); got != want {
			t.Errorf("%q: %q, not %q", s, got, want)
		}
	}
}
