package date

import "strings"

// edtf is a point's date, EDTF level 0; "" without a year.
func (p Point) edtf() string {
	if p.Year == 0 {
		return ""
	}
	var room [21]byte // two days
	if p.Month == 0 {
		return string(appendYear(room[:0], p.Year))
	}
	if len(p.Days) == 0 {
		return string(p.appendMonth(room[:0]))
	}
	first, last := p.Days[0], p.Days[len(p.Days)-1]
	day := append2(append(p.appendMonth(room[:0]), '-'), first)
	if first != last && (p.Through || consecutive(p.Days)) {
		day = append2(append(p.appendMonth(append(day, '/')), '-'), last)
	}
	// 'On 3 and 10 July': EDTF level 0 has no sets; the first day stands.
	return string(day)
}

// appendMonth appends year and month in four and two figures.
func (p *Point) appendMonth(b []byte) []byte {
	return append2(append(appendYear(b, p.Year), '-'), p.Month)
}

func appendYear(b []byte, year int) []byte { return append2(append2(b, year/100), year%100) }

// append2 appends a number from 0 to 99 in two figures.
func append2(b []byte, n int) []byte { return append(b, byte('0'+n/10), byte('0'+n%10)) }

func consecutive(days []int) bool {
	for i := 1; i < len(days); i++ {
		if days[i] != days[i-1]+1 {
			return false
		}
	}
	return true
}

// first and last are the ends of a point that spans days.
func (p Point) first() string { from, _, _ := strings.Cut(p.edtf(), "/"); return from }

func (p Point) last() string {
	from, to, ok := strings.Cut(p.edtf(), "/")
	if ok {
		return to
	}
	return from
}

func (s Span) edtf() string {
	if !s.IsSpan {
		return s.A.edtf()
	}
	from, to := s.A.first(), s.B.last()
	if from == "" || to == "" {
		return ""
	}
	return from + "/" + to
}
