package date

import (
	"strings"
	"time"
)

// spelledDay reads a date whose day is told in words, from its ordinal at token i on: 'the
// first day of July 2024', 'the twenty-third of May', 'the last day of June 2024', 'the
// first and second days of May'. Without 'day' an article stands before it and a year or
// the clause's end behind it: 'the first of May elections' and 'a third of May 2024
// exports' name no day. What is counted otherwise ('the first week of', 'the second
// Monday of') leaves the month.
func (d *Reader) spelledDay(i int) (p Point, ok bool) {
	if !d.ordinalAhead(i) {
		return p, false
	}
	first, next := d.ordinal(i)
	last := first == 0 && d.Word(i) == "last"
	if first == 0 && !last {
		return p, false
	}
	p.From = i
	if last {
		next = i + 1
	} else {
		p.Days = []int{first}
		j, through := d.rangeSep(next), true
		if j == next {
			j, through = d.listSep(next), false
		}
		if d.Word(j) == "the" {
			j++
		}
		if second, after := d.ordinal(j); j > next && second > first {
			p.Days, p.Through, next = append(p.Days, second), through, after
		}
	}
	named := d.Word(next) == "day" || d.Word(next) == "days"
	if named {
		next++
	} else if last || d.Word(i-1) != "the" {
		return p, false
	}
	if d.Word(next) != "of" || d.At(next+1).Month == 0 || d.beginsDate(next+1) {
		return p, false
	}
	p.Month = d.At(next + 1).Month
	next += 2
	if d.Mark(next, ".") && d.At(next+1).IsYear() {
		next++ // 'Sept. 2024'
	}
	p.Year, p.To = d.year(next)
	if last {
		p.Days = []int{time.Date(p.Year, time.Month(p.Month)+1, 0, 0, 0, 0, 0, time.UTC).Day()}
	}
	return p, p.Year > 0 || !last && (named || d.At(next).Kind == MarkToken)
}

// dayBehindArticle is the token of the ordinal in 'May the 3rd, 2024' and 'May the third,
// 2024', whose month stands before token i; i where there is none. Without a year 'In
// May the third boat' may follow.
func (d *Reader) dayBehindArticle(i int) (day, next int, ok bool) {
	if d.Word(i) != "the" {
		return 0, i, false
	}
	if t := d.At(i + 1); t.Ordinal && t.isDay() {
		day, next = t.Number, i+2
	} else if day, next = d.ordinal(i + 1); day == 0 {
		return 0, i, false
	}
	year, _ := d.year(next)
	return day, next, year > 0
}

// ordinal reads an ordinal in words at token i, 'third' or 'twenty-third'; 0 where
// none is.
func (d *Reader) ordinal(i int) (n, next int) {
	n, tens := d.v.OrdinalWord(d.Word(i))
	if !tens {
		return n, i + 1
	}
	j := i + 1
	if d.At(j).IsDash() {
		j++
	}
	unit, half := d.v.OrdinalWord(d.Word(j))
	if half || unit == 0 || unit > 9 || n+unit > maxDay {
		return 0, i
	}
	return n + unit, j + 1
}

// ordinalAhead spares most words the look-up.
func (d *Reader) ordinalAhead(i int) bool {
	t := d.At(i)
	if t.Kind != WordToken || len(t.Text) < len("last") {
		return false
	}
	switch strings.ToLower(t.Text[len(t.Text)-2:]) {
	case "st", "nd", "rd", "th", "ty":
		return true
	}
	return false
}
