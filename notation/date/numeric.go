package date

import (
	"strconv"
	"strings"
)

// iso reads 2024-07-03 and 2024/07/03.
func (d *Reader) iso(i int) (p Point, ok bool) {
	y := d.At(i)
	sep := d.At(i + 1).Text
	if !y.IsYear() || sep != "-" && sep != "/" || !d.Mark(i+3, sep) {
		return p, false
	}
	m, day := d.At(i+2), d.At(i+4)
	if len(m.Text) != 2 || len(day.Text) != 2 || m.Number < 1 || m.Number > 12 || !day.isDay() {
		return p, false
	}
	if d.At(i+1).Start != y.End || m.Start != d.At(i+1).End || day.Start != d.At(i+3).End {
		return p, false
	}
	return Point{Days: []int{day.Number}, Month: m.Number, Year: y.Number, From: i, To: i + 5}, true
}

// numeric reads 3.7.2024, which is day and month wherever full stops are used,
// and 15/7/2024 or 7/15/2024 where one of the two can only be the day. Where
// both could be it is no date.
func (d *Reader) numeric(i int) (p Point, ok bool) {
	t := d.At(i)
	if t.Kind != NumberToken {
		return p, false
	}
	if strings.Count(t.Text, ".") == 2 && !t.Ordinal && t.End-t.Start == len(t.Text) {
		parts := strings.Split(t.Text, ".")
		return dayMonthYear(parts[0], parts[1], parts[2], i, i+1)
	}
	if !d.Mark(i+1, "/") || !d.Mark(i+3, "/") {
		return p, false
	}
	m, y := d.At(i+2), d.At(i+4)
	if m.Number < 0 || !y.IsYear() || y.End-t.Start != len(t.Text)+len(m.Text)+6 {
		return p, false
	}
	switch {
	case t.Number > 12 && m.Number <= 12:
		return dayMonthYear(t.Text, m.Text, y.Text, i, i+5)
	case m.Number > 12 && t.Number <= 12:
		return dayMonthYear(m.Text, t.Text, y.Text, i, i+5)
	}
	return p, false
}

// dayMonthYear makes a point of three numbers.
func dayMonthYear(day, month, year string, from, to int) (p Point, ok bool) {
	n, errDay := strconv.Atoi(day)
	m, errMonth := strconv.Atoi(month)
	y, errYear := strconv.Atoi(year)
	if errDay != nil || errMonth != nil || errYear != nil || n < 1 || n > maxDay || m < 1 || m > 12 || len(year) != 4 || y < firstYear || y > lastYear {
		return p, false
	}
	return Point{Days: []int{n}, Month: m, Year: y, From: from, To: to}, true
}
