package date

import (
	"strconv"

	"recount.invalid/recount/vocabulary"
)

// united reads a date whose figures have units behind them, as East Asia writes:
// '2031年5月6日', '2031년 5월 6일', '2031年5月'.
func (d *Reader) united(i int) (p Point, ok bool) {
	y, unit := d.At(i), d.At(i+1)
	if len(y.Text) != 4 || unit.Kind != WordToken || unit.Text[0] < 0x80 || !d.unit(i+1, vocabulary.DateYearUnits) || !IsYear(y.Text) {
		return p, false
	}
	month, ok := d.unitFigures(i+2, vocabulary.DateMonthUnits, 12)
	if !ok {
		return p, false
	}
	p.Year, _ = strconv.Atoi(y.Text)
	p.Month, p.From, p.To = month, i, i+4
	if day, ok := d.unitFigures(i+4, vocabulary.DateDayUnits, maxDay); ok {
		p.Days, p.To = []int{day}, i+6
	}
	return p, true
}

// unitFigures reads figures from 1 to most with a unit behind them.
func (d *Reader) unitFigures(i int, units vocabulary.List, most int) (n int, ok bool) {
	t := d.At(i)
	if t.Kind != NumberToken || len(t.Text) > 2 || !d.unit(i+1, units) {
		return 0, false
	}
	n, err := strconv.Atoi(t.Text)
	return n, err == nil && n >= 1 && n <= most
}

func (d *Reader) unit(i int, units vocabulary.List) bool {
	t := d.At(i)
	return t.Kind == WordToken && d.v.Has(units, t.Text)
}
