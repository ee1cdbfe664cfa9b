package footnote

import (
	"unicode/utf8"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// The numbers of notes are a count, whatever they are printed as ("4.", "[4]",
// "4" raised) and wherever they stand: at the feet of pages, behind a section,
// at the end. A line begins a note where it goes on with this count and its
// number has a marker in the text before it.

// numberedLine is a line of a body that begins with the number of a marker.
type numberedLine struct {
	page   *sheet.Page
	index  int // in the page's body
	l      *sheet.Line
	number int
	cites  bool
}

// numberedLines gives the lines of the bodies that begin with a number which
// the text before them is marked with, as notes begin. marks gives the numbers
// of the markers in a line.
func (r *Reader) numberedLines(marks func(*sheet.Line) []int) []numberedLine {
	seen := map[int]bool{}
	var out []numberedLine
	for _, p := range r.Pages {
		for i, l := range p.Body {
			if n, ok := r.beginsCounted(l); ok && seen[n] && !l.Bold && !p.InTable(l) {
				out = append(out, numberedLine{p, i, l, n, r.citesSoon(p.Body[i:])})
				continue
			}
			for _, n := range marks(l) {
				seen[n] = true
			}
		}
	}
	return out
}

// beginsCounted reads the number at a line's start, raised or not, behind which
// a note can begin.
func (r *Reader) beginsCounted(l *sheet.Line) (int, bool) {
	if n, ok := sheet.RaisedStart(l); ok && len(l.Runs) > 1 {
		return n, true
	}
	n, rest, ok := sheet.LeadingFigure(l.Printed)
	if !ok || rest == "" || r.dateGoesOn(rest) {
		return 0, false
	}
	opening, _ := utf8.DecodeRuneInString(rest)
	return n, script.Opens(opening)
}

// longestCount gives, of lines in the order of the document, those that make the
// longest count: each has the number behind that of the one before it, or leaves
// few out. Lines that cite an address count double, so that an enumeration in
// the text does not take the place of notes.
func longestCount(lines []numberedLine) []numberedLine {
	type end struct{ weight, line int }
	best := map[int]end{} // by the number that a count ends with
	before := make([]int, len(lines))
	weight := make([]int, len(lines))
	last := -1
	for i, c := range lines {
		before[i] = -1
		for n := c.number - 1; n >= c.number-1-maxListSkip; n-- {
			if e, ok := best[n]; ok && e.weight > weight[i] {
				weight[i], before[i] = e.weight, e.line
			}
		}
		weight[i]++
		if c.cites {
			weight[i]++
		}
		if e, ok := best[c.number]; !ok || weight[i] >= e.weight {
			best[c.number] = end{weight[i], i}
		}
		if last < 0 || weight[i] > weight[last] {
			last = i
		}
	}
	var out []numberedLine
	for ; last >= 0; last = before[last] {
		out = append(out, lines[last])
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// citing is how many of some lines cite an address.
func citing(lines []numberedLine) int {
	n := 0
	for _, c := range lines {
		if c.cites {
			n++
		}
	}
	return n
}

// maxCounts bounds how many counts a document has: one a chapter.
const maxCounts = 100

// takeCountedNotes moves the notes into the zones that neither their place nor
// their heading has shown: lines in the bodies that count on, most of which cite
// an address, and whose markers still wait for a note.
func (r *Reader) takeCountedNotes() {
	waiting := map[int]int{}
	for n, k := range r.marks {
		waiting[n] += k
	}
	last := 0
	for _, p := range r.Pages {
		for _, l := range p.Zone {
			if n, ok := r.NoteStart(l, last); ok {
				waiting[n]--
				last = n
			}
		}
	}
	lost := 0
	for _, k := range waiting {
		if k > 0 {
			lost++
		}
	}
	if lost < minUnheaded {
		return
	}
	lines := r.numberedLines(func(l *sheet.Line) []int {
		var out []int
		for i := 1; i < len(l.Runs); i++ {
			if nums, ok := r.MarkerNumbers(l, i); ok {
				out = append(out, nums...)
			}
		}
		return out
	})
	starts := map[*sheet.Line]int{}
	for range maxCounts {
		count := longestCount(lines)
		wanted := 0
		for _, c := range count {
			if waiting[c.number] > 0 {
				wanted++
			}
		}
		if len(count) < minUnheaded || 2*citing(count) < len(count) || 10*wanted < 9*len(count) {
			break
		}
		taken := map[*sheet.Line]bool{}
		for _, c := range count {
			starts[c.l] = c.number
			taken[c.l] = true
			waiting[c.number]--
		}
		left := lines[:0:0]
		for _, c := range lines {
			if !taken[c.l] {
				left = append(left, c)
			}
		}
		lines = left
	}
	if len(starts) > 0 {
		r.moveNotes(r.spansOf(starts), starts)
	}
}

// spansOf gives the lines of the bodies that belong to notes which begin with
// some lines.
func (r *Reader) spansOf(starts map[*sheet.Line]int) []bodySpan {
	var spans []bodySpan
	open := 0.0 // the size of the note that runs to the end of the page before
	for _, p := range r.Pages {
		i := 0
		if open > 0 {
			for i < len(p.Body) && i <= maxNoteLines && starts[p.Body[i]] == 0 && layout.SameSize(p.Body[i].Size, open) && !p.Body[i].Bold {
				i++
			}
			if i == len(p.Body) || starts[p.Body[i]] == 0 || r.isText(p.Body[:i]) {
				i = 0
			} else if i > 0 {
				spans = append(spans, bodySpan{p, 0, i})
			}
		}
		open = 0
		for i < len(p.Body) {
			if starts[p.Body[i]] == 0 {
				i++
				continue
			}
			from := i
			for since := 0; i < len(p.Body) && since <= maxNoteLines; i++ {
				if starts[p.Body[i]] > 0 {
					since = 0
				} else if !r.noteGoesOn(p, i) {
					break
				}
				since++
			}
			spans = append(spans, bodySpan{p, from, i})
			if i == len(p.Body) {
				open = p.Body[i-1].Size
			}
		}
	}
	return spans
}

// noteGoesOn reports whether line i of a page's body can belong to the note in
// the line above it: it is set alike, and nothing is between them.
func (r *Reader) noteGoesOn(p *sheet.Page, i int) bool {
	l, above := p.Body[i], p.Body[i-1]
	if _, section := r.Vocab.Heading(l.Printed); section || l.Bold || p.InTable(l) || !layout.SameSize(l.Size, above.Size) {
		return false
	}
	return l.Baseline < above.Baseline || l.Baseline-above.Baseline <= maxNoteLead*l.Size
}
