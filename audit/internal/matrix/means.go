package matrix

import (
	"math/big"

	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// OverallMeans gives the means that an overall average may state: of all
// scores (always first), of the rows' averages and of the columns', from
// exact and from printed figures.
func OverallMeans(m *model.Matrix, words *vocabulary.Vocabulary) []reckon.Neighbour {
	var rows, rowsPrinted, cols, colsPrinted []*big.Rat
	sum, n := 0, 0
	for i := range m.Rows {
		t := tallies.OfRow(m, i, words)
		if mean, ok := t.Mean(); ok {
			rows = append(rows, mean)
			sum += t.Sum()
			n += len(t.Scores)
		}
		if a := m.Rows[i].Average; a != nil && a.Value != nil {
			rowsPrinted = append(rowsPrinted, a.Value.Rat())
		}
	}
	for c := range m.Members {
		if mean, ok := tallies.OfColumn(m, c, words).Mean(); ok {
			cols = append(cols, mean)
		}
	}
	for _, a := range m.ColumnAverages {
		if a.Value != nil {
			colsPrinted = append(colsPrinted, a.Value.Rat())
		}
	}
	var out []reckon.Neighbour
	if n > 0 {
		out = append(out, reckon.Neighbour{Label: "all scores", Mean: big.NewRat(int64(sum), int64(n))})
	}
	for _, c := range []struct {
		label  string
		values []*big.Rat
		need   int
	}{
		{"mean of the rows", rows, 1}, {"mean of the rows as printed", rowsPrinted, len(rows)},
		{"mean of the columns", cols, 1}, {"mean of the columns as printed", colsPrinted, len(cols)},
	} {
		if mean, ok := reckon.MeanOf(c.values); ok && len(c.values) >= c.need {
			out = append(out, reckon.Neighbour{Label: c.label, Mean: mean})
		}
	}
	return out
}

// OverallWrong gives the part of the overall figure that no accepted mean
// gives; the zero figure where everything holds.
func OverallWrong(m *model.Matrix, o *model.Average, words *vocabulary.Vocabulary) reckon.Figure {
	wrong := reckon.Figure{Value: o.Value, Percent: o.Percent}
	for _, c := range OverallMeans(m, words) {
		if wrong.Value != nil && reckon.Holds(*wrong.Value, c.Mean) {
			wrong.Value = nil
		}
		if wrong.Percent != nil && reckon.PercentHolds(*wrong.Percent, c.Mean, o.Value) {
			wrong.Percent = nil
		}
	}
	if wrong.Percent != nil {
		for _, mean := range MeansOfPercents(m) {
			if reckon.Holds(*wrong.Percent, mean) {
				wrong.Percent = nil
				break
			}
		}
	}
	return wrong
}

// MeansOfPercents gives the means of the percentages that a table prints for
// its rows and for its columns, which older reports state as the overall one.
func MeansOfPercents(m *model.Matrix) []*big.Rat {
	return PrintedMeans(m, func(a *model.Average) *model.Decimal { return a.Percent })
}

// PrintedMeans gives the means of one figure of the averages that a table prints for its
// rows and for its columns, where every row or every column has it.
func PrintedMeans(m *model.Matrix, figure func(*model.Average) *model.Decimal) (out []*big.Rat) {
	var rows, columns []*big.Rat
	for i := range m.Rows {
		if a := m.Rows[i].Average; a != nil && figure(a) != nil {
			rows = append(rows, figure(a).Rat())
		}
	}
	for _, a := range m.ColumnAverages {
		if d := figure(&model.Average{Value: a.Value, Percent: a.Percent}); d != nil {
			columns = append(columns, d.Rat())
		}
	}
	if mean, ok := reckon.MeanOf(rows); ok && len(rows) == len(m.Rows) {
		out = append(out, mean)
	}
	if mean, ok := reckon.MeanOf(columns); ok && len(columns) == len(m.Members) {
		out = append(out, mean)
	}
	return out
}
