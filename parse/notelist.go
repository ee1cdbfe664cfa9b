package parse

import (
	"math"
	"slices"
	"unicode/utf8"

	"recount.invalid/recount/notation"
	"recount.invalid/recount/parse/layout"
	"recount.invalid/recount/vocabulary"
)

// takeListedNotes moves the notes at a chapter's end into the zones that are
// set as a plain numbered list in the size of the text: lines under a heading
// of notes that count up and whose figures stand raised in the text. They end
// where something is set as a heading.
func (r *reading) takeListedNotes() {
	if r.raisedNotes {
		return
	}
	for pi, p := range r.pages {
		for i := 0; i < len(p.body); i++ {
			if r.notesHeading(p.body[i]) {
				r.takeNoteList(pi, i+1)
			}
		}
	}
}

func (r *reading) notesHeading(l *line) bool {
	kind, ok := r.vocab.Heading(l.text)
	return ok && kind == vocabulary.HeadingNotes
}

// minListedNotes is how many numbered lines make a list of notes.
const minListedNotes = 2

// takeNoteList moves the list of notes that begins at line i of the page with
// index pi, over as many pages as it has.
func (r *reading) takeNoteList(pi, i int) {
	var spans []bodySpan
	count := 0
	starts := map[*line]int{}
	last := 0
	size := 0.0
	var first, above *line
	var joined []joinedFoot
	defer func() {
		for _, f := range joined {
			f.part()
		}
	}()
	for from := i; pi < len(r.pages); pi, from = pi+1, 0 {
		p := r.pages[pi]
		if f, ok := r.joinFoot(p, from, last); ok {
			joined = append(joined, f)
		}
		k := from
		for ; k < len(p.body); k++ {
			l := p.body[k]
			if n := r.subheadsNotes(p, k, last, size); n > 0 {
				if k > from {
					spans = append(spans, bodySpan{p, from, k})
				}
				k += n
				from, last, first, above = k, 0, nil, nil
				l = p.body[k]
			}
			if size == 0 {
				size = l.Size
			}
			_, section := r.vocab.Heading(l.text)
			if section || l.bold || !layout.SameSize(l.Size, size) || p.inTable(l) {
				break
			}
			if n, rest, ok := leadingFigure(l.text); ok && rest != "" && r.hasMarker(n) && (last == 0 || r.listGoesOn(last, n, rest, above, l, first)) {
				starts[l], last = n, n
				count++
				first = l
			} else if last == 0 {
				return // text under the heading, not a list
			}
			above = l
		}
		if k > from {
			spans = append(spans, bodySpan{p, from, k})
		}
		if k < len(p.body) {
			break
		}
	}
	if count < minListedNotes {
		return
	}
	r.moveNotes(spans, starts)
}

// maxSubhead is how many lines the heading of a chapter's notes has at most.
const maxSubhead = 3

// subheadsNotes gives how many lines from line k of a page's body head the
// notes of one chapter in a list of notes: they are set as a heading, and right
// below them the list goes on with the number that is due behind last, or begins
// again with a note that cites an address. That takes an address in any case
// where another part of the report begins with such a heading ("Preface"). 0 is
// none.
func (r *reading) subheadsNotes(p *pageState, k, last int, size float64) int {
	n, part := 0, false
	for ; k+n < len(p.body) && n <= maxSubhead; n++ {
		l := p.body[k+n]
		if p.inTable(l) {
			return 0
		}
		_, section := r.vocab.Heading(l.text)
		part = part || section
		if !l.bold && (size == 0 || layout.SameSize(l.Size, size)) {
			break
		}
	}
	if n == 0 || n > maxSubhead || k+n >= len(p.body) {
		return 0
	}
	first := p.body[k+n]
	next, rest, ok := leadingFigure(first.text)
	switch {
	case !ok || rest == "" || !r.hasMarker(next) || size > 0 && !layout.SameSize(first.Size, size):
		return 0
	case last > 0 && next > last && next <= last+1+maxListSkip && (!part || citesSoon(p.body[k+n:])):
		return n
	case next == 1 && citesSoon(p.body[k+n:]):
		return n // an enumeration in the text begins like that too
	}
	return 0
}

// maxCitation is within how many lines a note has its address.
const maxCitation = 6

// citesSoon reports whether a note that begins with the first of some lines
// cites an address.
func citesSoon(ls []*line) bool {
	for i, l := range ls[:min(len(ls), maxCitation)] {
		if _, rest, numbered := leadingFigure(l.text); i > 0 && numbered && rest != "" {
			return false
		}
		if notation.HasAddress(l.text) {
			return true
		}
	}
	return false
}

// maxListSkip is how many numbers a list of notes leaves out at once.
const maxListSkip = 2

// listGoesOn reports whether a line that begins with the figure n is the next
// note of a list whose last one is last and not with the day of a date. The
// number that is due needs no more;
// one that leaves numbers out or stands a second time is a note's where a
// marker has it, where it stands in the column of the list's first figure, and
// where the line above has come to an end as notes do.
func (r *reading) listGoesOn(last, n int, rest string, above, l, first *line) bool {
	if r.dateGoesOn(rest) {
		return false
	}
	if n == last+1 {
		return true
	}
	if n < last || n > last+1+maxListSkip || !r.hasMarker(n) || above == nil || first == nil {
		return false
	}
	opening, _ := utf8.DecodeRuneInString(rest)
	return notation.Opens(opening) && math.Abs(l.Box.X0()-first.Box.X0()) <= listColumn*l.Size &&
		noteEnds(above)
}

// listColumn is how far, in its size, a list's figure may stand from the column
// of the first: "9." and "10." are set flush at the left or at the full stop.
const listColumn = 0.7

// moveNotes moves lines of the bodies into the zones of their pages.
func (r *reading) moveNotes(spans []bodySpan, starts map[*line]int) {
	for l, n := range starts {
		r.listed[l] = n
	}
	for _, s := range slices.Backward(spans) { // a page may have several
		s.page.zone = append(append([]*line{}, s.page.body[s.from:s.to]...), s.page.zone...)
		s.page.body = append(append([]*line{}, s.page.body[:s.from]...), s.page.body[s.to:]...)
	}
}

// bodySpan are the lines from .. to-1 of a page's body.
type bodySpan struct {
	page     *pageState
	from, to int
}

// minUnheaded is how many notes in a row make a list that no heading announces.
const minUnheaded = 3

// takeUnheadedNotes moves the notes at a chapter's or the document's end that
// are set as a plain numbered list and have no heading. Enumerations in the
// text look the same but for what they say, so that the evidence is stronger
// here: lines that count up, among whose numbers are nearly all markers that
// stand between them and the list before, and of which most cite an address.
// Notes that are in the zones already are no longer waited for; where a list
// goes on in a zone, what stands there is evidence too.
func (r *reading) takeUnheadedNotes() {
	if r.raisedNotes {
		return
	}
	marked := map[int]bool{} // by the markers since the last list
	for pi, p := range r.pages {
		for i := 0; i < len(p.body); i++ {
			l := p.body[i]
			if n, rest, ok := leadingFigure(l.text); ok && rest != "" && marked[n] && !p.inTable(l) {
				if spans, lines, starts := r.numberedFrom(pi, i); areNotes(starts, marked) && cite(lines, starts) && cite(linesOf(spans), starts) {
					r.moveNotes(spans, starts)
					clear(marked)
					i-- // the line that has moved up to here
					continue
				}
			}
			for k := 1; k < len(l.Runs); k++ {
				if nums, ok := r.markerNumbers(l, k); ok {
					for _, n := range nums {
						marked[n] = true
					}
				}
			}
			for _, run := range l.Runs {
				for _, m := range gluedFigures(run.Text) {
					if r.gluedMarks[m.number] {
						marked[m.number] = true
					}
				}
			}
		}
		for _, l := range p.zone {
			if n, _, ok := leadingFigure(l.text); ok {
				delete(marked, n)
			}
		}
	}
}

// numberedFrom follows a list of numbers that count up from line i of the page
// with index pi, over as many pages as it has, and on into the zones of these
// pages. spans are its lines in the bodies, lines all of them, and starts has
// those with the numbers.
func (r *reading) numberedFrom(pi, i int) (spans []bodySpan, lines []*line, starts map[*line]int) {
	starts = map[*line]int{}
	size := r.pages[pi].body[i].Size
	last, since := 0, 0
	first := r.pages[pi].body[i]
	var prior *line
	zone := func(p *pageState) (goesOn bool) {
		for _, l := range p.zone {
			if n, ok := r.noteStart(l, last); ok {
				if n != last+1 {
					break // notes of their own, below an enumeration
				}
				starts[l], last, goesOn = n, n, true
			}
			if goesOn {
				lines = append(lines, l)
			}
		}
		return goesOn
	}
	for from := i; pi < len(r.pages); pi, from = pi+1, 0 {
		p := r.pages[pi]
		k := from
		above := from == 0 && len(p.zone) > 0 && (len(p.body) == 0 || p.zone[0].Baseline < p.body[0].Baseline)
		if above && zone(p) {
			since = 0
		}
		for ; k < len(p.body) && since <= maxNoteLines; k++ {
			l := p.body[k]
			if _, section := r.vocab.Heading(l.text); section || l.bold || !layout.SameSize(l.Size, size) || p.inTable(l) {
				break
			}
			since++
			if n, rest, ok := leadingFigure(l.text); ok && rest != "" && (last == 0 || r.listGoesOn(last, n, rest, prior, l, first)) {
				starts[l], last, since = n, n, 0
			}
			prior = l
		}
		if k > from {
			spans = append(spans, bodySpan{p, from, k})
			lines = append(lines, p.body[from:k]...)
		}
		if k < len(p.body) {
			break
		}
		if !above && zone(p) {
			since = 0
		}
	}
	return spans, lines, starts
}

// areNotes reports whether nearly all of the marked numbers are among those of
// a list.
func areNotes(starts map[*line]int, marked map[int]bool) bool {
	listed := 0
	for _, n := range starts {
		if marked[n] {
			listed++
		}
	}
	return listed >= minUnheaded && 10*listed >= 9*len(marked) && 10*listed >= 9*len(starts)
}

func linesOf(spans []bodySpan) []*line {
	var out []*line
	for _, s := range spans {
		out = append(out, s.page.body[s.from:s.to]...)
	}
	return out
}

// cite reports whether most of the notes of a list cite an address.
func cite(lines []*line, starts map[*line]int) bool {
	cited, numbered, open := 0, 0, false
	for _, l := range lines {
		if starts[l] > 0 {
			numbered++
			open = true
		}
		if open && notation.HasAddress(l.text) {
			cited++
			open = false // one is counted for each note
		}
	}
	return 2*cited >= numbered
}
