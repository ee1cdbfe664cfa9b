package crosstabs

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// fewestSure is how many cells show what they are for each that does not.
const fewestSure = 6

// place is a cell: its group and its column.
type place struct{ group, column int }

// Reads reports whether a table is one of this form.
func Reads(t *model.Table, words *vocabulary.Vocabulary) bool { return read(t, words) != nil }

// Compare tells what does not follow in the tables of a published file.
func Compare(p *rule.Pass) {
	for i := range p.Report.Tables {
		t := &p.Report.Tables[i]
		x := read(t, p.Vocabulary)
		if x == nil {
			continue
		}
		right := x.totals(p, t)
		for kind := range x.kinds {
			if kind != x.counts {
				x.shares(p, t, kind, right)
			}
		}
	}
}

// totals compares the totals with the counts, and gives the counts with these put right.
func (x *crosstab) totals(p *rule.Pass, t *model.Table) [][]int64 {
	lastGroup, lastColumn := len(x.groups)-1, len(x.heads)-1
	var right [][]int64
	for g := range x.groups {
		var line []int64
		for _, d := range x.rows[x.row(g, x.counts)] {
			line = append(line, d.Units)
		}
		right = append(right, line)
	}
	var rows, columns []place // totals that are not the sums of their rows, of their columns
	fits := 0
	off := map[place]int64{} // by how much a total is more than its parts
	for g := range lastGroup {
		at, sum := place{g, lastColumn}, int64(0)
		for _, n := range right[g][:lastColumn] {
			sum += n
		}
		if off[at] = right[g][lastColumn] - sum; off[at] != 0 {
			rows = append(rows, at)
		} else {
			fits++
		}
	}
	for c := range lastColumn {
		at, sum := place{lastGroup, c}, int64(0)
		for g := range lastGroup {
			sum += right[g][c]
		}
		if off[at] = right[lastGroup][c] - sum; off[at] != 0 {
			columns = append(columns, at)
		} else {
			fits++
		}
	}
	odd := slices.Concat(rows, columns)
	if len(odd) > 0 && fits < len(odd)*2 {
		p.Undecided(fits+len(odd), "totals of a table of counts and percentages that are not the sums of its counts")
		return nil
	}
	p.Checked(fits + len(odd))
	if len(rows) == 1 && len(columns) == 1 && off[rows[0]] == off[columns[0]] {
		odd = []place{{rows[0].group, columns[0].column}} // the count where the two meet
		off[odd[0]] = -off[rows[0]]
	}
	for _, at := range odd {
		stated := right[at.group][at.column]
		right[at.group][at.column] -= off[at]
		what := "its parts add up to"
		if at.group != lastGroup && at.column != lastColumn {
			what = "its row and its column add up to their totals with"
		}
		x.tell(p, t, x.counts, at, fmt.Sprint(stated-off[at]), fmt.Sprintf("is stated as %d; %s %d.", stated, what, stated-off[at]))
	}
	return right
}

// shares compares the percentages of a kind: those in the row, in the column or in all, as
// most of them are.
func (x *crosstab) shares(p *rule.Pass, t *model.Table, kind int, right [][]int64) {
	if right == nil {
		return
	}
	lastGroup, lastColumn := len(x.groups)-1, len(x.heads)-1
	var best []place
	fewest, cells := -1, len(x.groups)*len(x.heads)
	way := 0
	wholes := []struct {
		text string
		of   func(at place) int64
	}{
		{"row", func(at place) int64 { return right[at.group][lastColumn] }},
		{"column", func(at place) int64 { return right[lastGroup][at.column] }},
		{"table", func(place) int64 { return right[lastGroup][lastColumn] }},
	}
	for k, whole := range wholes {
		var odd []place
		for g := range x.groups {
			for c := range x.heads {
				at := place{g, c}
				if !x.follows(kind, at, right[g][c], whole.of(at)) {
					odd = append(odd, at)
				}
			}
		}
		if fewest < 0 || len(odd) < fewest {
			best, fewest, way = odd, len(odd), k
		}
	}
	if (cells-fewest) < fewestSure*fewest || cells-fewest < fewestSure {
		p.Undecided(cells, "percentages of a table of counts that are shares of neither its rows nor its columns")
		return
	}
	p.Checked(cells)
	for _, at := range best {
		n, of := right[at.group][at.column], wholes[way].of(at)
		if x.follows(kind, at, x.rows[x.row(at.group, x.counts)][at.column].Units, of) {
			continue // of the count as it is printed, which is told of
		}
		if of == 0 {
			continue
		}
		share := big.NewRat(100*n, of)
		stated := strings.TrimSpace(x.texts[x.row(at.group, kind)][at.column])
		x.tell(p, t, kind, at, fmt.Sprintf("%d/%d = %s%%", n, of, reckon.Unsigned(share)),
			fmt.Sprintf("is stated as %s; the share in the %s is %s%%, as such cells are in %d of %d cases.", stated, wholes[way].text, reckon.Unsigned(share), cells-fewest, cells))
	}
}

// follows reports whether a percentage is that of a count in a whole.
func (x *crosstab) follows(kind int, at place, n, whole int64) bool {
	if whole <= 0 {
		return false
	}
	stated, share := *x.rows[x.row(at.group, kind)][at.column], big.NewRat(100*n, whole)
	return reckon.Holds(stated, share) || reckon.IsCutOff(stated, share)
}

// tell says that a cell is not what it should be.
func (x *crosstab) tell(p *rule.Pass, t *model.Table, kind int, at place, computed, message string) {
	r := x.row(at.group, kind)
	stated := strings.TrimSpace(x.texts[r][at.column])
	f := rule.Finding{OfFigures: true, Row: x.first + r, At: t.At, Stated: stated, Quote: stated, Computed: computed}
	f.SheetRow = t.SheetRow(f.Row)
	f.Message = fmt.Sprintf("“%s” of “%s”, “%s”, %s", strings.TrimSpace(x.heads[at.column]), x.groups[at.group], x.kinds[kind], message)
	p.Found(f)
}
