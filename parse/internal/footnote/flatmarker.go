package footnote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/join"
	"recount.invalid/recount/parse/internal/sheet"
)

// flatAhead is by how much a flat marker's number may run ahead of the one
// before: notes can be missing.
const flatAhead = 3

// findFlatMarkers looks for markers in a document that has notes and (next
// to) no raised figures. There a figure glued to a word, a quotation mark or
// a full stop is a marker when a note has its number and it continues the
// count; everything else stays text.
func (r *Reader) findFlatMarkers() {
	raised := 0
	for n := range r.NoteNumbers {
		if r.marks[n] > 0 {
			raised++
		}
	}
	if len(r.NoteNumbers) < 3 || raised*5 > len(r.NoteNumbers) {
		return
	}
	r.Flat = map[*sheet.Line][]sheet.FlatMark{}
	last, found := 0, 0
	if len(r.Notes) > 0 {
		last = r.Notes[0].Number - 1
	}
	for _, p := range r.Pages {
		for _, l := range p.Body {
			for i, run := range l.Runs {
				for _, m := range gluedFigures(run.Text) {
					restart := m.Number == 1 && r.NoteNumbers[1] > 1 && last > 1
					if r.NoteNumbers[m.Number] == 0 || !restart && (m.Number <= last || m.Number > last+flatAhead) {
						continue
					}
					m.Run = i
					r.Flat[l] = append(r.Flat[l], m)
					last = m.Number
					found++
				}
			}
		}
	}
	if found > 0 {
		r.Warn("markers-flat", "the footnote markers are not raised; figures glued to words were taken for markers where they continue the count", model.At{})
	}
}

// gluedFigures finds the figures at the end of words: "ladders12", "ice.”12",
// "ice.12,13". Inside an address they are part of it ("www.harbour2017.example/a").
func gluedFigures(s string) []sheet.FlatMark {
	var out []sheet.FlatMark
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
		chained := len(out) > 0 && out[len(out)-1].To == from-1 && s[from-1] == ','
		if !chained && !gluesMarker(s[:from], before) {
			continue
		}
		if to < len(s) && (unicode.IsLetter(next) || next == '%' || next == '-' || next == '–' || next == '/') {
			continue
		}
		if to-from > 4 || insideAddress(s, from, to) {
			continue
		}
		n := 0
		for _, c := range s[from:to] {
			n = n*10 + int(c-'0')
		}
		if chained {
			from-- // the comma belongs to the markers
		}
		out = append(out, sheet.FlatMark{From: from, To: to, Number: n})
	}
	return out
}

// insideAddress reports whether an address stands round s[from:to] that goes on
// behind it. What ends an address may be a marker all the same.
func insideAddress(s string, from, to int) bool {
	from = strings.LastIndexFunc(s[:from], unicode.IsSpace) + 1
	end := strings.IndexFunc(s[to:], unicode.IsSpace)
	if end < 0 {
		end = len(s) - to
	}
	return strings.ContainsFunc(s[to:to+end], unicode.IsLetter) && join.HasAddress(s[from:to+end])
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
