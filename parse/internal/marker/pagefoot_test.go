package marker

import (
	"slices"
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
)

func linesOf(texts ...string) (ls []*sheet.Line) {
	for _, s := range texts {
		ls = append(ls, &sheet.Line{Printed: s})
	}
	return ls
}

// Numbers that a table has above the notes do not keep these from counting up.
func TestNotesCountUpBelowATable(t *testing.T) {
	marked := map[int]bool{1: true, 2: true, 7: true}
	for _, tc := range []struct {
		name  string
		lines []*sheet.Line
		want  int
	}{
		{"behind a blank", linesOf("1 The List of Nets", "research.example/list", "2 Coding Manual"), 2},
		{"touching their text", linesOf("1The List of Nets", "research.example/list", "2Coding Manual"), 2},
		{"below heads of columns", linesOf("1. Nets 2. Quays", "Hare 0", "Thule +1", "1 The List", "2 Coding Manual"), 2},
		{"a number of another row", linesOf("7 Nets", "1 The List", "2 Coding Manual"), 2},
		{"no marker", linesOf("3 Nets", "4 Quays"), 0},
		{"words", linesOf("Hare 0", "1st of May", "2 "), 0},
	} {
		if got := countsMarked(tc.lines, marked); got != tc.want {
			t.Errorf("%s: %d, want %d", tc.name, got, tc.want)
		}
	}
}

// Of many rules from edge to edge the lowest alone can be the one above the notes.
func TestRulesBetweenRowsAreNoSeparators(t *testing.T) {
	rule := func(y, x0, x1 float64) model.Rule { return model.Rule{Box: model.Box{x0, y, x1, y + 0.5}} }
	m := &sheet.Margins{Left: 70, Right: 540}
	for _, tc := range []struct {
		name  string
		rules []model.Rule
		want  []float64
	}{
		{"a short rule below a table", []model.Rule{rule(300, 70, 540), rule(320, 70, 540), rule(340, 70, 540), rule(360, 70, 540), rule(380, 70, 540), rule(600, 70, 210)}, []float64{600.25, 380.25}},
		{"a rule as wide as the table's", []model.Rule{rule(300, 70, 540), rule(320, 70, 540), rule(340, 70, 540), rule(360, 70, 540), rule(600, 70, 540)}, []float64{600.25}},
		{"a rule of each kind", []model.Rule{rule(120, 70, 540), rule(600, 70, 540), rule(740, 70, 540)}, []float64{740.25, 600.25, 120.25}},
	} {
		page := &sheet.Page{Page: &model.Page{Height: 792, Width: 612}, Size: 11, Ruling: tc.rules}
		if got := Separators(page, m); !slices.Equal(got, tc.want) {
			t.Errorf("%s: %v, want %v", tc.name, got, tc.want)
		}
	}
}
