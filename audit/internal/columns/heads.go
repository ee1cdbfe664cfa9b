package columns

import (
	"strings"

	"recount.invalid/recount/model"
)

// A head may have two lines: above, what several columns are of ('Interim', 'Final'), below,
// what each of them holds ('Score', '%', 'N').

// fewestGrouped is by how many heads the lower line has more at least.
const fewestGrouped = 2

// headRow is the row of the table that names the columns: the second, where the first has
// names for several of them each.
func headRow(t *model.Table) int {
	if len(t.Rows) < 3 || strings.TrimSpace(t.Rows[0][0]) != "" || strings.TrimSpace(t.Rows[1][0]) == "" {
		return 0
	}
	above, aboveNumbers := filled(t.Rows[0])
	below, belowNumbers := filled(t.Rows[1])
	first, firstNumbers := filled(t.Rows[2])
	if above == 0 || aboveNumbers > 0 || below < above+fewestGrouped || below < len(t.Rows[1])-1 || 2*belowNumbers >= below || 2*firstNumbers < first {
		return 0
	}
	return 1
}

// filled is how many cells of a row are filled, and how many of these are numbers.
func filled(row []string) (cells, numbers int) {
	for _, text := range row {
		if strings.TrimSpace(text) == "" {
			continue
		}
		cells++
		if readCell(text, true).value != nil || readCell(text, false).value != nil {
			numbers++
		}
	}
	return cells, numbers
}

// namesOf is what the columns are called where they are told of: by their heads, and by
// those above them too where two are alike.
func namesOf(t *model.Table, head int) []string {
	alike := map[string]int{}
	for _, h := range t.Rows[head] {
		alike[strings.TrimSpace(h)]++
	}
	var out []string
	group := ""
	for c, h := range t.Rows[head] {
		h = strings.TrimSpace(h)
		if head > 0 && c < len(t.Rows[head-1]) {
			if above := strings.TrimSpace(t.Rows[head-1][c]); above != "" {
				group = above
			}
		}
		if alike[h] > 1 && group != "" {
			h = group + " " + h
		}
		out = append(out, h)
	}
	return out
}
