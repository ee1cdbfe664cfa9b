package date

import (
	"slices"
	"strconv"
)

var romanMonths = []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"}

// romanMonth reads a date whose month is a Roman number between two equal marks:
// '4.II.2031', '4. II. 2031', '4/II/2031', '4-II-2031'.
func (d *Reader) romanMonth(i int) (p Point, ok bool) {
	mark, month := d.At(i+1), d.At(i+2)
	if mark.Kind != MarkToken || month.Kind != WordToken || month.Text[0] != 'I' && month.Text[0] != 'V' && month.Text[0] != 'X' {
		return p, false
	}
	if mark.Text != "." && mark.Text != "/" && mark.Text != "-" || !d.Mark(i+3, mark.Text) || mark.Start != d.At(i).End || d.At(i+3).Start != month.End {
		return p, false
	}
	year := d.At(i + 4)
	if !d.At(i).isDay() || !IsYear(year.Text) || d.continuesNumber(i+4) || month.Start-mark.End != year.Start-d.At(i+3).End {
		return p, false
	}
	n := slices.Index(romanMonths, month.Text) + 1
	y, _ := strconv.Atoi(year.Text) // glued to the full stop
	return Point{Days: []int{d.At(i).Number}, Month: n, Year: y, From: i, To: i + 5}, n > 0
}
