package blind

import (
	"maps"
	"slices"
	"strconv"

	"recount.invalid/recount/model"
)

// meanFields are those of an average in the matrix; the truth has percentages
// only where they are printed.
func meanFields(value, percent string) []comparer[mean, *model.Average] {
	return []comparer[mean, *model.Average]{
		{value,
			func(m mean) string { return numberOrNone(m.value) },
			func(a *model.Average) string { return decimal(a.Value) }},
		{percent,
			func(m mean) string { return numberOrOpen(m.percent) },
			func(a *model.Average) string { return decimal(a.Percent) }},
	}
}

var (
	rowMean    = meanFields("matrix.row_average", "matrix.row_percent")
	columnMean = meanFields("matrix.column_average", "matrix.column_percent")
	// The percentage of the whole is the columns' business in most styles, and
	// is not compared.
	overallMean = meanFields("matrix.overall", "")[:1]
)

// place is a cell: the commitment's number and the member.
type place struct{ number, member string }

// cellsOf gives what stands in a matrix.
func cellsOf(m *model.Matrix) map[place]string {
	out := map[place]string{}
	for _, r := range m.Rows {
		for i := range min(len(m.Members), len(r.Scores)) {
			out[place{strconv.Itoa(r.Number), m.Members[i]}] = score(r.Scores[i])
		}
	}
	return out
}

// bestMatrix finds the table that holds most of the truth: reports have
// matrices of earlier summits too. Of two that hold as much it is the one with
// the same members, then the larger.
func bestMatrix(want *Matrix, matrices []model.Matrix) int {
	best, bestFit := -1, []int(nil)
	for i := range matrices {
		cells := cellsOf(&matrices[i])
		fit := []int{0, 0, len(cells)}
		for number, row := range want.Rows {
			for member, v := range row {
				if cell(cells, place{number, member}) == numberOrNone(v) {
					fit[0]++
				}
			}
		}
		if slices.Equal(want.Members, matrices[i].Members) {
			fit[1] = 1
		}
		if best < 0 || slices.Compare(fit, bestFit) > 0 {
			best, bestFit = i, fit
		}
	}
	return best
}

func compareMatrix(s *Sheet, t *Truth, r *model.Report) {
	if t.Matrix == nil {
		return
	}
	want, got := t.Matrix, new(model.Matrix)
	s.object = "/matrices"
	if i := bestMatrix(want, r.Matrices); i >= 0 {
		got, s.object = &r.Matrices[i], matrixObject(i)
	}
	s.mark("matrix.members", "", list(want.Members, exact), list(got.Members, exact))

	cells := cellsOf(got)
	for _, number := range slices.Sorted(maps.Keys(want.Rows)) {
		row := want.Rows[number]
		for _, member := range slices.Sorted(maps.Keys(row)) {
			s.mark("matrix.cell", number+" "+member, numberOrNone(row[member]), cell(cells, place{number, member}))
		}
	}

	rows := map[string]*model.Average{}
	for i := range got.Rows {
		rows[strconv.Itoa(got.Rows[i].Number)] = got.Rows[i].Average
	}
	columns := map[string]*model.Average{}
	for _, c := range got.ColumnAverages {
		columns[c.Member] = &model.Average{Value: c.Value, Percent: c.Percent}
	}
	compareMeans(s, rowMean, want.RowAverages, rows)
	compareMeans(s, columnMean, want.ColumnAverages, columns)
	if want.Overall != nil {
		compareMeans(s, overallMean, map[string]mean{"": *want.Overall}, map[string]*model.Average{"": got.Overall})
	}
}

func compareMeans(s *Sheet, table []comparer[mean, *model.Average], want map[string]mean, got map[string]*model.Average) {
	for _, k := range slices.Sorted(maps.Keys(want)) {
		g := got[k]
		if g == nil {
			g = new(model.Average)
		}
		compareFields(s, table, k, want[k], g)
	}
}
