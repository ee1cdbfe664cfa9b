package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
)

// flatMark is a marker that was set as full-size figures: bytes from..to of a
// run's text.
type flatMark struct {
	run, from, to int
	number        int
}

// flatAhead is by how much a flat marker's number may run ahead of the one
// before: notes can be missing.
const flatAhead = 3

// findFlatMarkers looks for markers in a document that has notes and (next
// to) no raised figures. There a figure glued to a word, a quotation mark or
// a full stop is a marker when a note has its number and it continues the
// count; everything else stays text.
func (r *reading) findFlatMarkers() {
	raised := 0
	for n := range r.noteNumbers {
		if r.marks[n] > 0 {
			raised++
		}
	}
	if len(r.noteNumbers) < 3 || raised*5 > len(r.noteNumbers) {
		return
	}
	r.flat = map[*line][]flatMark{}
	last, found := 0, 0
	if len(r.notes) > 0 {
		last = r.notes[0].number - 1
	}
	for _, p := range r.pages {
		for _, l := range p.body {
			for i, run := range l.Runs {
				for _, m := range gluedFigures(run.Text) {
					restart := m.number == 1 && r.noteNumbers[1] > 1 && last > 1
					if r.noteNumbers[m.number] == 0 || !restart && (m.number <= last || m.number > last+flatAhead) {
						continue
					}
					m.run = i
					r.flat[l] = append(r.flat[l], m)
					last = m.number
					found++
				}
			}
		}
	}
	if found > 0 {
		r.warn("markers-flat", "the footnote markers are not raised; figures glued to words were taken for markers where they continue the count", model.At{})
	}
}

// gluedFigures finds the figures at the end of words: "ladders12", "ice.”12",
// "ice.12,13".
func gluedFigures(s string) []flatMark {
	var out []flatMark
	for i := 0; i < len(s); {
		if s[i] < '0' || s[i] > '9' {
			i++
			continue
		}
		from := i
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		to := i
		before, _ := utf8.DecodeLastRuneInString(s[:from])
		next, _ := utf8.DecodeRuneInString(s[to:])
		chained := len(out) > 0 && out[len(out)-1].to == from-1 && s[from-1] == ','
		if !chained && !gluesMarker(s[:from], before) {
			continue
		}
		if to < len(s) && (unicode.IsLetter(next) || next == '%' || next == '-' || next == '–' || next == '/') {
			continue
		}
		if to-from > 4 {
			continue
		}
		n := 0
		for _, c := range s[from:to] {
			n = n*10 + int(c-'0')
		}
		if chained {
			from-- // the comma belongs to the markers
		}
		out = append(out, flatMark{from: from, to: to, number: n})
	}
	return out
}

// gluesMarker reports whether a figure behind s, whose last rune is before,
// can be a marker: behind a small letter, a closing mark, or a full stop or
// comma that stands behind a word and not inside a number.
func gluesMarker(s string, before rune) bool {
	switch {
	case unicode.IsLower(before):
		return true
	case strings.ContainsRune("”’\"')]!?;:", before):
		return true
	case before == '.' || before == ',':
		c, _ := utf8.DecodeLastRuneInString(s[:len(s)-1])
		return unicode.IsLetter(c) || strings.ContainsRune("”’\"')]", c)
	}
	return false
}
