package marker

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/join"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// markerRune stands in for one marker while lines are joined. It is a Unicode
// noncharacter, which no text contains.
const markerRune = '\uFDD0'

// unitBefore are the words after which a raised 2 or 3 is an exponent.
var unitBefore = map[string]bool{"m": true, "km": true, "cm": true, "mm": true, "ft": true, "mi": true, "nm": true}

// MarkerNumbers decides whether a run of a line is a marker, and gives the
// numbers that it names ("12", "12,13", "12–14"). The decision is made here
// and nowhere else: raised by geometry, nothing but figures and what stands
// between them, and not the exponent of a unit.
func (r *Reader) MarkerNumbers(l *sheet.Line, i int) ([]int, bool) {
	run := l.Runs[i]
	raised := layout.IsRaised(l.Line, run)
	if !raised && !layout.SuperscriptFigures(run.Text) {
		return nil, false
	}
	at := printedAt(l, i)
	if parts := r.glued[at]; parts != nil {
		return parts, true
	}
	nums, ok := sheet.FiguresList(run.Text)
	if !ok || r.Exponents[at] || slices.Contains(nums, 0) { // notes are counted from 1: a score in small figures
		return nil, false
	}
	return nums, true
}

// printedAt is the run of the page's line that run i of a line is, where the
// line is a copy cut finer for the columns of a table.
func printedAt(l *sheet.Line, i int) Place {
	for cuts := 0; l.Origin != nil && cuts < maxCuts; cuts++ {
		at := l.Runs[i].Box
		l = l.Origin
		for k := range l.Runs {
			if sheet.HoldsCentre(l.Runs[k].Box, at) {
				i = k
				break
			}
		}
		i = min(i, len(l.Runs)-1)
	}
	return Place{l, i}
}

// maxCuts bounds how often a line is cut again.
const maxCuts = 4

// FindGlued takes raised figures apart that are two or three markers set
// without anything between them ("3" and "4" as "34"): their parts go on with
// the count, which the whole does not, and each of them has its note. A number
// longer than a marker has digits can be nothing else ("120121"), so its parts
// need only count on from each other.
func (r *Reader) FindGlued() {
	last := 0
	for _, p := range r.Pages {
		for _, l := range p.Body {
			for i := 1; i < len(l.Runs); i++ {
				if run := l.Runs[i]; layout.IsRaised(l.Line, run) && len(run.Text) > sheet.MaxMarkerDigits && len(run.Text) <= 3*sheet.MaxMarkerDigits {
					if parts := r.ungluedLong(run.Text, last); parts != nil {
						r.glued[Place{l, i}] = parts
						last = parts[len(parts)-1]
						continue
					}
				}
				nums, ok := r.MarkerNumbers(l, i)
				if !ok {
					continue
				}
				if len(nums) == 1 && nums[0] != last+1 {
					if parts := Unglued(strconv.Itoa(nums[0]), last, r.NoteNumbers); parts != nil {
						r.glued[Place{l, i}] = parts
						nums = parts
					}
				}
				last = nums[len(nums)-1]
			}
		}
	}
}

// maxTouching is how many markers touch at most.
const maxTouching = 3

// Unglued reads a number as markers that count on from last and have notes; nil
// where it cannot be read so. One number without a note may be left out between them.
func Unglued(rest string, last int, notes map[int]int) []int {
	var parts []int
	for next := last + 1; rest != ""; next++ {
		if notes[next] == 0 {
			next++
		}
		after, ok := strings.CutPrefix(rest, strconv.Itoa(next))
		if !ok || len(parts) == maxTouching || notes[next] == 0 {
			return nil
		}
		parts = append(parts, next)
		rest = after
	}
	return parts
}

// ungluedLong reads figures that are too long for one marker as markers that
// count on from last or, where they do not, from each other.
func (r *Reader) ungluedLong(figures string, last int) []int {
	if parts := Unglued(figures, last, r.NoteNumbers); parts != nil {
		return parts
	}
	for n := 1; n <= sheet.MaxMarkerDigits && 2*n <= len(figures); n++ {
		first, err := strconv.Atoi(figures[:n])
		if err != nil {
			return nil
		}
		if parts := Unglued(figures, first-1, r.NoteNumbers); parts != nil {
			return parts
		}
	}
	return nil
}

// Place is a run of a line.
type Place struct {
	L   *sheet.Line
	Run int
}

// ExponentLike reports whether a raised figure can be the exponent of a unit:
// a 2 or 3 right behind one.
func ExponentLike(l *sheet.Line, i int, nums []int) bool {
	if len(nums) != 1 || nums[0] != 2 && nums[0] != 3 || i == 0 || l.Runs[i].Space {
		return false
	}
	return EndsInUnit(l.Runs[i-1].Text)
}

// EndsInUnit reports whether the last word of a text is a unit.
func EndsInUnit(s string) bool {
	k := strings.LastIndexFunc(s, func(c rune) bool { return !unicode.IsLetter(c) })
	return unitBefore[s[k+1:]]
}

// WholeLines are the pieces that are whole lines.
func WholeLines(ls []*sheet.Line) []sheet.Part {
	ps := make([]sheet.Part, len(ls))
	for i, l := range ls {
		ps[i] = sheet.Part{L: l, From: 0, To: len(l.Runs)}
	}
	return ps
}

// betweenMarkers reports whether a run is the raised comma between two
// markers.
func (r *Reader) betweenMarkers(l *sheet.Line, i int) bool {
	run := l.Runs[i]
	if i == 0 || i+1 >= len(l.Runs) || strings.Trim(run.Text, ",; ") != "" || !layout.IsRaised(l.Line, run) {
		return false
	}
	_, before := r.MarkerNumbers(l, i-1)
	_, behind := r.MarkerNumbers(l, i+1)
	return before && behind
}

// Raw is a part's text with a markerRune for each marker, and the markers.
func (r *Reader) Raw(p sheet.Part) (string, []model.Ref) {
	if p.To-p.From == 1 && r.Flat[p.L] == nil {
		// Most lines are one run of plain text.
		run := &p.L.Runs[p.From]
		if !layout.IsRaised(p.L.Line, *run) && !layout.SuperscriptFigures(run.Text) {
			return run.Text, nil
		}
	}
	var b strings.Builder
	var refs []model.Ref
	for i := p.From; i < p.To; i++ {
		run := &p.L.Runs[i]
		if i > p.From && run.Space {
			b.WriteByte(' ')
		}
		if nums, ok := r.MarkerNumbers(p.L, i); ok {
			for _, n := range nums {
				b.WriteRune(markerRune)
				refs = append(refs, model.Ref{Number: n, At: model.At{{Page: p.L.Page, Box: run.Box}}})
			}
			continue
		}
		if r.betweenMarkers(p.L, i) {
			continue
		}
		text := run.Text
		done := 0
		for _, m := range r.Flat[p.L] {
			if m.Run == i {
				b.WriteString(text[done:m.From])
				b.WriteRune(markerRune)
				refs = append(refs, model.Ref{Number: m.Number, At: CellPlace(p.L, i)})
				done = m.To
			}
		}
		b.WriteString(text[done:])
	}
	return b.String(), refs
}

// Text joins parts into a paragraph by the contract's rule: markers out, line
// breaks to spaces, hyphens by evidence, spaces folded.
func (r *Reader) Text(parts []sheet.Part) model.Text {
	t, doubts := r.TextOf(parts)
	r.WarnHyphens(doubts, t.At)
	return t
}

// TextOf is text without a word about hyphens in doubt.
func (r *Reader) TextOf(parts []sheet.Part) (model.Text, []string) {
	lines := make([]string, 0, len(parts))
	var refs []model.Ref
	var at model.At
	for _, p := range parts {
		s, rs := r.Raw(p)
		lines = append(lines, s)
		refs = append(refs, rs...)
		at = at.Add(p.L.Page, p.Box())
	}
	joined, doubts := join.Lines(r.Vocab, lines, r.Words)
	t := takeMarkers(joined, refs)
	t.At = at
	return t, doubts
}

// WarnHyphens says at which line ends the document gives no evidence whether
// the hyphen is the word's or the typesetter's.
func (r *Reader) WarnHyphens(doubts []string, at model.At) {
	if len(doubts) > 0 {
		r.Warn("hyphen-undecided", "nothing in the document shows whether the hyphen or dash at a line's end belongs to what is joined by it: "+strings.Join(doubts, ", "), at)
	}
}

// takeMarkers takes the markerRunes out of s, folds spaces and gives each
// marker its offset in what is left.
func takeMarkers(s string, refs []model.Ref) model.Text {
	if !strings.ContainsRune(s, markerRune) && script.FoldSpaces(s) == s {
		return model.Text{Text: s, Footnotes: refs}
	}
	var b strings.Builder
	b.Grow(len(s))
	n, next := 0, 0
	space := false
	marked := false // a marker stands right before
	for _, c := range s {
		if c == markerRune {
			if next < len(refs) {
				refs[next].Offset = n
				next++
			}
			marked = true
			continue
		}
		if unicode.IsSpace(c) {
			space, marked = n > 0, false
			continue
		}
		if marked && strings.ContainsRune(".,;:", c) {
			space = false // the space was the marker's
		}
		marked = false
		if space {
			b.WriteByte(' ')
			n++
			space = false
		}
		b.WriteRune(c)
		n++
	}
	return model.Text{Text: b.String(), Footnotes: refs}
}

// CutText gives the code points from..to of t with the markers that stand
// there; to < 0 means to the end.
func CutText(t model.Text, from, to int) model.Text {
	rs := []rune(t.Text)
	if to < 0 || to > len(rs) {
		to = len(rs)
	}
	for from < to && unicode.IsSpace(rs[from]) {
		from++
	}
	for to > from && unicode.IsSpace(rs[to-1]) {
		to--
	}
	out := model.Text{Text: string(rs[from:to]), At: t.At}
	for _, f := range t.Footnotes {
		if f.Offset >= from && f.Offset <= to {
			f.Offset -= from
			out.Footnotes = append(out.Footnotes, f)
		}
	}
	return out
}

// AppendText joins b to a with a separator; the markers of b move along.
func AppendText(a, b model.Text, sep string) model.Text {
	if a.Text == "" {
		return b
	}
	shift := utf8.RuneCountInString(a.Text) + utf8.RuneCountInString(sep)
	out := model.Text{Text: a.Text + sep + b.Text}
	out.Footnotes = append(out.Footnotes, a.Footnotes...)
	for _, f := range b.Footnotes {
		f.Offset += shift
		out.Footnotes = append(out.Footnotes, f)
	}
	out.At = append(model.At{}, a.At...)
	out.At = out.At.Join(b.At)
	return out
}

// CellPlace is where one run of a line stands.
func CellPlace(l *sheet.Line, i int) model.At {
	return model.At{{Page: l.Page, Box: l.Runs[i].Box}}
}
