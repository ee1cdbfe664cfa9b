package footnote

import (
	"math"
	"slices"
	"unicode/utf8"

	"recount.invalid/recount/notation/join"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
	"recount.invalid/recount/vocabulary"
)

// takeListedNotes moves the notes at a chapter's end into the zones that are
// set as a plain numbered list in the size of the text: lines under a heading
// of notes that count up and whose figures stand raised in the text. They end
// where something is set as a heading.
func (r *Reader) takeListedNotes() {
	if r.RaisedNotes {
		return
	}
	for pi, p := range r.Pages {
		for i := 0; i < len(p.Body); i++ {
			if r.notesHeading(p.Body[i]) {
				r.takeNoteList(pi, i+1)
			}
		}
	}
}

func (r *Reader) notesHeading(l *sheet.Line) bool {
	kind, ok := r.Vocab.Heading(l.Printed)
	return ok && kind == vocabulary.HeadingNotes
}

// minListedNotes is how many numbered lines make a list of notes; fewer do where they
// cite an address.
const minListedNotes = 2

// takeNoteList moves the list of notes that begins at line i of the page with
// index pi, over as many pages as it has.
func (r *Reader) takeNoteList(pi, i int) {
	var spans []bodySpan
	count := 0
	starts := map[*sheet.Line]int{}
	last := 0
	size := 0.0
	var first, above *sheet.Line
	var joined []joinedFoot
	defer func() {
		for _, f := range joined {
			f.part()
		}
	}()
	for from := i; pi < len(r.Pages); pi, from = pi+1, 0 {
		p := r.Pages[pi]
		if f, ok := r.joinFoot(p, from, last); ok {
			joined = append(joined, f)
		}
		k := from
		for ; k < len(p.Body); k++ {
			l := p.Body[k]
			if n := r.subheadsNotes(p, k, last, size); n > 0 {
				if k > from {
					spans = append(spans, bodySpan{p, from, k})
				}
				k += n
				from, last, first, above = k, 0, nil, nil
				l = p.Body[k]
			}
			if size == 0 {
				size = l.Size
			}
			_, section := r.Vocab.Heading(l.Printed)
			if section || l.Bold || !layout.SameSize(l.Size, size) || p.InTable(l) {
				break
			}
			if n, rest, ok := sheet.LeadingFigure(l.Printed); ok && rest != "" && r.hasMarker(n) && (last == 0 || r.listGoesOn(last, n, rest, above, l, first)) {
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
		if k < len(p.Body) {
			break
		}
	}
	if count < minListedNotes && (count == 0 || !cite(linesOf(spans), starts)) {
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
func (r *Reader) subheadsNotes(p *sheet.Page, k, last int, size float64) int {
	n, part := 0, false
	for ; k+n < len(p.Body) && n <= maxSubhead; n++ {
		l := p.Body[k+n]
		if p.InTable(l) {
			return 0
		}
		_, section := r.Vocab.Heading(l.Printed)
		part = part || section
		if !l.Bold && (size == 0 || layout.SameSize(l.Size, size)) {
			break
		}
	}
	if n == 0 || n > maxSubhead || k+n >= len(p.Body) {
		return 0
	}
	first := p.Body[k+n]
	next, rest, ok := sheet.LeadingFigure(first.Printed)
	switch {
	case !ok || rest == "" || !r.hasMarker(next) || size > 0 && !layout.SameSize(first.Size, size):
		return 0
	case last > 0 && next > last && next <= last+1+maxListSkip && (!part || r.citesSoon(p.Body[k+n:])):
		return n
	case next == 1 && r.citesSoon(p.Body[k+n:]):
		return n // an enumeration in the text begins like that too
	}
	return 0
}

// maxCitation is within how many lines a note has its address.
const maxCitation = 6

// citesSoon reports whether a note that begins with the first of some lines
// cites an address.
func (r *Reader) citesSoon(ls []*sheet.Line) bool {
	for i, l := range ls[:min(len(ls), maxCitation)] {
		if _, rest, numbered := sheet.LeadingFigure(l.Printed); i > 0 && numbered && rest != "" && !r.dateGoesOn(rest) {
			return false
		}
		if join.HasAddress(l.Printed) {
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
func (r *Reader) listGoesOn(last, n int, rest string, above, l, first *sheet.Line) bool {
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
	return script.Opens(opening) && math.Abs(l.Box.X0()-first.Box.X0()) <= listColumn*l.Size &&
		noteEnds(above)
}

// listColumn is how far, in its size, a list's figure may stand from the column
// of the first: "9." and "10." are set flush at the left or at the full stop.
const listColumn = 0.7

// moveNotes moves lines of the bodies into the zones of their pages.
func (r *Reader) moveNotes(spans []bodySpan, starts map[*sheet.Line]int) {
	for l, n := range starts {
		r.listed[l] = n
	}
	for _, s := range slices.Backward(spans) { // a page may have several
		s.page.Zone = append(append([]*sheet.Line{}, s.page.Body[s.from:s.to]...), s.page.Zone...)
		s.page.Body = append(append([]*sheet.Line{}, s.page.Body[:s.from]...), s.page.Body[s.to:]...)
	}
}

// bodySpan are the lines from .. to-1 of a page's body.
type bodySpan struct {
	page     *sheet.Page
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
func (r *Reader) takeUnheadedNotes() {
	if r.RaisedNotes {
		return
	}
	marked := map[int]bool{} // by the markers since the last list
	for pi, p := range r.Pages {
		for i := 0; i < len(p.Body); i++ {
			l := p.Body[i]
			if n, rest, ok := sheet.LeadingFigure(l.Printed); ok && rest != "" && marked[n] && !p.InTable(l) {
				if spans, lines, starts := r.numberedFrom(pi, i); areNotes(starts, marked) && cite(lines, starts) && cite(linesOf(spans), starts) {
					r.moveNotes(spans, starts)
					clear(marked)
					i-- // the line that has moved up to here
					continue
				}
			}
			for k := 1; k < len(l.Runs); k++ {
				if nums, ok := r.MarkerNumbers(l, k); ok {
					for _, n := range nums {
						marked[n] = true
					}
				}
			}
			for _, run := range l.Runs {
				for _, m := range gluedFigures(run.Text) {
					if r.gluedMarks[m.Number] {
						marked[m.Number] = true
					}
				}
			}
		}
		for _, l := range p.Zone {
			if n, _, ok := sheet.LeadingFigure(l.Printed); ok {
				delete(marked, n)
			}
		}
	}
}

// numberedFrom follows a list of numbers that count up from line i of the page
// with index pi, over as many pages as it has, and on into the zones of these
// pages. spans are its lines in the bodies, lines all of them, and starts has
// those with the numbers.
func (r *Reader) numberedFrom(pi, i int) (spans []bodySpan, lines []*sheet.Line, starts map[*sheet.Line]int) {
	starts = map[*sheet.Line]int{}
	size := r.Pages[pi].Body[i].Size
	last, since := 0, 0
	first := r.Pages[pi].Body[i]
	var prior *sheet.Line
	zone := func(p *sheet.Page) (goesOn bool) {
		for _, l := range p.Zone {
			if n, ok := r.NoteStart(l, last); ok {
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
	for from := i; pi < len(r.Pages); pi, from = pi+1, 0 {
		p := r.Pages[pi]
		k := from
		above := from == 0 && len(p.Zone) > 0 && (len(p.Body) == 0 || p.Zone[0].Baseline < p.Body[0].Baseline)
		if above && zone(p) {
			since = 0
		}
		for ; k < len(p.Body) && since <= maxNoteLines; k++ {
			l := p.Body[k]
			if _, section := r.Vocab.Heading(l.Printed); section || l.Bold || !layout.SameSize(l.Size, size) || p.InTable(l) {
				break
			}
			since++
			if n, rest, ok := sheet.LeadingFigure(l.Printed); ok && rest != "" && (last == 0 || r.listGoesOn(last, n, rest, prior, l, first)) {
				starts[l], last, since = n, n, 0
			}
			prior = l
		}
		if k > from {
			spans = append(spans, bodySpan{p, from, k})
			lines = append(lines, p.Body[from:k]...)
		}
		if k < len(p.Body) {
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
func areNotes(starts map[*sheet.Line]int, marked map[int]bool) bool {
	listed := 0
	for _, n := range starts {
		if marked[n] {
			listed++
		}
	}
	return listed >= minUnheaded && 10*listed >= 9*len(marked) && 10*listed >= 9*len(starts)
}

func linesOf(spans []bodySpan) []*sheet.Line {
	var out []*sheet.Line
	for _, s := range spans {
		out = append(out, s.page.Body[s.from:s.to]...)
	}
	return out
}

// cite reports whether most of the notes of a list cite an address.
func cite(lines []*sheet.Line, starts map[*sheet.Line]int) bool {
	cited, numbered, open := 0, 0, false
	for _, l := range lines {
		if starts[l] > 0 {
			numbered++
			open = true
		}
		if open && join.HasAddress(l.Printed) {
			cited++
			open = false // one is counted for each note
		}
	}
	return 2*cited >= numbered
}
