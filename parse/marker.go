package parse

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
	"recount.invalid/recount/parse/layout"
)

// markerRune stands in for one marker while lines are joined. It is a Unicode
// noncharacter, which no text contains.
const markerRune = '\uFDD0'

// maxMarkerDigits bounds the digits of one marker.
const maxMarkerDigits = 5

// maxMarkers bounds how many numbers one raised run may name.
const maxMarkers = 40

// unitBefore are the words after which a raised 2 or 3 is an exponent.
var unitBefore = map[string]bool{"m": true, "km": true, "cm": true, "mm": true, "ft": true, "mi": true, "nm": true}

// markerNumbers decides whether a run of a line is a marker, and gives the
// numbers that it names ("12", "12,13", "12–14"). The decision is made here
// and nowhere else: raised by geometry, nothing but figures and what stands
// between them, and not the exponent of a unit.
func (r *reading) markerNumbers(l *line, i int) ([]int, bool) {
	run := l.Runs[i]
	raised := layout.IsRaised(l.Line, run)
	if !raised && !layout.SuperscriptFigures(run.Text) {
		return nil, false
	}
	at := printedAt(l, i)
	if parts := r.glued[at]; parts != nil {
		return parts, true
	}
	nums, ok := figuresList(run.Text)
	if !ok || r.exponents[at] {
		return nil, false
	}
	return nums, true
}

// printedAt is the run of the page's line that run i of a line is, where the
// line is a copy cut finer for the columns of a table.
func printedAt(l *line, i int) place {
	for cuts := 0; l.origin != nil && cuts < maxCuts; cuts++ {
		at := l.Runs[i].Box
		l = l.origin
		for k := range l.Runs {
			if holdsCentre(l.Runs[k].Box, at) {
				i = k
				break
			}
		}
		i = min(i, len(l.Runs)-1)
	}
	return place{l, i}
}

// maxCuts bounds how often a line is cut again.
const maxCuts = 4

// findGlued takes raised figures apart that are two or three markers set
// without anything between them ("3" and "4" as "34"): their parts go on with
// the count, which the whole does not, and each of them has its note. A number
// longer than a marker has digits can be nothing else ("120121"), so its parts
// need only count on from each other.
func (r *reading) findGlued() {
	r.glued = map[place][]int{}
	last := 0
	for _, p := range r.pages {
		for _, l := range p.body {
			for i := 1; i < len(l.Runs); i++ {
				if run := l.Runs[i]; layout.IsRaised(l.Line, run) && len(run.Text) > maxMarkerDigits && len(run.Text) <= 3*maxMarkerDigits {
					if parts := r.ungluedLong(run.Text, last); parts != nil {
						r.glued[place{l, i}] = parts
						last = parts[len(parts)-1]
						continue
					}
				}
				nums, ok := r.markerNumbers(l, i)
				if !ok {
					continue
				}
				if len(nums) == 1 && nums[0] != last+1 {
					if parts := unglued(strconv.Itoa(nums[0]), last, r.noteNumbers); parts != nil {
						r.glued[place{l, i}] = parts
						nums = parts
					}
				}
				last = nums[len(nums)-1]
			}
		}
	}
}

// unglued reads a number as markers that count on from last and have notes; nil
// where it cannot be read so.
func unglued(rest string, last int, notes map[int]int) []int {
	var parts []int
	for next := last + 1; rest != ""; next++ {
		after, ok := strings.CutPrefix(rest, strconv.Itoa(next))
		if !ok || len(parts) == 3 || notes[next] == 0 {
			return nil
		}
		parts = append(parts, next)
		rest = after
	}
	return parts
}

// ungluedLong reads figures that are too long for one marker as markers that
// count on from last or, where they do not, from each other.
func (r *reading) ungluedLong(figures string, last int) []int {
	if parts := unglued(figures, last, r.noteNumbers); parts != nil {
		return parts
	}
	for n := 1; n <= maxMarkerDigits && 2*n <= len(figures); n++ {
		first, err := strconv.Atoi(figures[:n])
		if err != nil {
			return nil
		}
		if parts := unglued(figures, first-1, r.noteNumbers); parts != nil {
			return parts
		}
	}
	return nil
}

// place is a run of a line.
type place struct {
	l   *line
	run int
}

// exponentLike reports whether a raised figure can be the exponent of a unit:
// a 2 or 3 right behind one.
func exponentLike(l *line, i int, nums []int) bool {
	if len(nums) != 1 || nums[0] != 2 && nums[0] != 3 || i == 0 || l.Runs[i].Space {
		return false
	}
	return endsInUnit(l.Runs[i-1].Text)
}

// endsInUnit reports whether the last word of a text is a unit.
func endsInUnit(s string) bool {
	k := strings.LastIndexFunc(s, func(c rune) bool { return !unicode.IsLetter(c) })
	return unitBefore[s[k+1:]]
}

// figuresList reads "12", "12,13", "12, 13", "12-14", raised figures too.
func figuresList(s string) ([]int, bool) {
	var nums []int
	n, digits := 0, 0
	span := false
	flush := func() bool {
		if digits == 0 || digits > maxMarkerDigits {
			return false
		}
		if span && len(nums) > 0 {
			for k := nums[len(nums)-1] + 1; k < n && len(nums) < maxMarkers; k++ {
				nums = append(nums, k)
			}
		}
		nums = append(nums, n)
		n, digits, span = 0, 0, false
		return len(nums) <= maxMarkers
	}
	for _, c := range strings.TrimSpace(s) {
		c = plainFigure(c)
		switch {
		case c >= '0' && c <= '9':
			n = n*10 + int(c-'0')
			digits++
			if digits > maxMarkerDigits {
				return nil, false
			}
		case c == ',' || c == ';' || c == ' ' || c == '\u00a0':
			if digits > 0 && !flush() {
				return nil, false
			}
		case c == '-' || c == '–':
			if digits == 0 || !flush() {
				return nil, false
			}
			span = true
		default:
			return nil, false
		}
	}
	if digits > 0 && !flush() {
		return nil, false
	}
	return nums, len(nums) > 0
}

// plainFigure is the figure that a raised one of Unicode stands for; any other
// code point is itself.
func plainFigure(c rune) rune {
	if c < utf8.RuneSelf {
		return c
	}
	k := '0'
	for _, d := range layout.Superscripts {
		if d == c {
			return k
		}
		k++
	}
	return c
}

// part is a piece of a line: all of its runs, or those of one table cell.
type part struct {
	l    *line
	from int // runs from .. to-1
	to   int
}

func wholeLines(ls []*line) []part {
	ps := make([]part, len(ls))
	for i, l := range ls {
		ps[i] = part{l, 0, len(l.Runs)}
	}
	return ps
}

func (p part) box() model.Box {
	if p.from == 0 && p.to == len(p.l.Runs) {
		return p.l.Box
	}
	var b model.Box
	for _, run := range p.l.Runs[p.from:p.to] {
		b = b.Union(run.Box)
	}
	return b
}

// betweenMarkers reports whether a run is the raised comma between two
// markers.
func (r *reading) betweenMarkers(l *line, i int) bool {
	run := l.Runs[i]
	if i == 0 || i+1 >= len(l.Runs) || strings.Trim(run.Text, ",; ") != "" || !layout.IsRaised(l.Line, run) {
		return false
	}
	_, before := r.markerNumbers(l, i-1)
	_, behind := r.markerNumbers(l, i+1)
	return before && behind
}

// raw is a part's text with a markerRune for each marker, and the markers.
func (r *reading) raw(p part) (string, []model.Ref) {
	if p.to-p.from == 1 && r.flat[p.l] == nil {
		// Most lines are one run of plain text.
		run := &p.l.Runs[p.from]
		if !layout.IsRaised(p.l.Line, *run) && !layout.SuperscriptFigures(run.Text) {
			return run.Text, nil
		}
	}
	var b strings.Builder
	var refs []model.Ref
	for i := p.from; i < p.to; i++ {
		run := &p.l.Runs[i]
		if i > p.from && run.Space {
			b.WriteByte(' ')
		}
		if nums, ok := r.markerNumbers(p.l, i); ok {
			for _, n := range nums {
				b.WriteRune(markerRune)
				refs = append(refs, model.Ref{Number: n, At: model.At{{Page: p.l.Page, Box: run.Box}}})
			}
			continue
		}
		if r.betweenMarkers(p.l, i) {
			continue
		}
		text := run.Text
		done := 0
		for _, m := range r.flat[p.l] {
			if m.run == i {
				b.WriteString(text[done:m.from])
				b.WriteRune(markerRune)
				refs = append(refs, model.Ref{Number: m.number, At: cellPlace(p.l, i)})
				done = m.to
			}
		}
		b.WriteString(text[done:])
	}
	return b.String(), refs
}

// text joins parts into a paragraph by the contract's rule: markers out, line
// breaks to spaces, hyphens by evidence, spaces folded.
func (r *reading) text(parts []part) model.Text {
	t, doubts := r.textOf(parts)
	r.warnHyphens(doubts, t.At)
	return t
}

// textOf is text without a word about hyphens in doubt.
func (r *reading) textOf(parts []part) (model.Text, []string) {
	lines := make([]string, 0, len(parts))
	var refs []model.Ref
	var at model.At
	for _, p := range parts {
		s, rs := r.raw(p)
		lines = append(lines, s)
		refs = append(refs, rs...)
		at = at.Add(p.l.Page, p.box())
	}
	joined, doubts := notation.JoinLines(r.vocab, lines, r.words)
	t := takeMarkers(joined, refs)
	t.At = at
	return t, doubts
}

// warnHyphens says at which line ends the document gives no evidence whether
// the hyphen is the word's or the typesetter's.
func (r *reading) warnHyphens(doubts []string, at model.At) {
	if len(doubts) > 0 {
		r.warn("hyphen-undecided", "nothing in the document shows whether the hyphen at a line's end belongs to the word: "+strings.Join(doubts, ", "), at)
	}
}

// takeMarkers takes the markerRunes out of s, folds spaces and gives each
// marker its offset in what is left.
func takeMarkers(s string, refs []model.Ref) model.Text {
	if !strings.ContainsRune(s, markerRune) && notation.FoldSpaces(s) == s {
		return model.Text{Text: s, Footnotes: refs}
	}
	var b strings.Builder
	b.Grow(len(s))
	n, next := 0, 0
	space := false
	for _, c := range s {
		if c == markerRune {
			if next < len(refs) {
				refs[next].Offset = n
				next++
			}
			continue
		}
		if unicode.IsSpace(c) {
			space = n > 0
			continue
		}
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

// cutText gives the code points from..to of t with the markers that stand
// there; to < 0 means to the end.
func cutText(t model.Text, from, to int) model.Text {
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

// appendText joins b to a with a separator; the markers of b move along.
func appendText(a, b model.Text, sep string) model.Text {
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

// cellPlace is where one run of a line stands.
func cellPlace(l *line, i int) model.At {
	return model.At{{Page: l.Page, Box: l.Runs[i].Box}}
}
