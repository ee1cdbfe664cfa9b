package footnote

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/grid"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// SplitFootnoteZones takes the notes at the foot of each page apart from the
// body. The evidence is a short rule at the left margin above small text, or
// a small line that starts with a raised figure; a zone may begin with the
// rest of a note from the page before.
func (r *Reader) SplitFootnoteZones() error {
	for _, p := range r.Pages {
		marker.JoinWrappedMarkers(p)
	}
	r.FindTouching()
	r.marks = r.bodyMarkers()
	r.RaisedNotes = r.notesAreRaised()
	if !r.RaisedNotes {
		r.markedOn = r.markersByPage()
	}
	r.findGluedMarks()
	r.takeSectionNotes()
	last := 0
	carry := false
	for _, p := range r.Pages {
		p.Signs = signMarks(p, marker.Foot(p))
		zone := map[*sheet.Line]bool{}
		for _, ls := range marker.Feet(p) {
			at := r.signZone(p, ls, r.zoneStart(p, ls, last, carry), p.Signs)
			if at < 0 {
				continue
			}
			for _, l := range ls[at:] {
				zone[l] = true
			}
			p.Zone = append(p.Zone, ls[at:]...)
		}
		if len(zone) == 0 {
			carry = false
			continue
		}
		kept := p.Body[:0:0]
		for _, l := range p.Body {
			if !zone[l] {
				kept = append(kept, l)
			}
		}
		p.Body = kept
		for _, l := range p.Zone {
			if n, ok := r.NoteStart(l, last); ok {
				last = n
			}
		}
		carry = true
		r.carryEndnote(p, len(p.Body), p.Zone[len(p.Zone)-1].Size)
	}
	r.takeEndnotes()
	r.takeListedNotes()
	r.takeUnheadedNotes()
	r.takeCountedNotes()
	r.divideRunInNotes()
	return nil
}

// markersByPage gives, for each page, the figures that can be markers: raised,
// or glued to words in a document that raises none.
func (r *Reader) markersByPage() map[int]map[int]bool {
	out := map[int]map[int]bool{}
	for _, p := range r.Pages {
		on := map[int]bool{}
		for _, l := range p.Body {
			for i, run := range l.Runs {
				if nums, ok := r.MarkerNumbers(l, i); ok && i > 0 {
					for _, n := range nums {
						on[n] = true
					}
				}
				for _, m := range gluedFigures(run.Text) {
					on[m.Number] = true
				}
			}
		}
		out[p.Number] = on
	}
	return out
}

// notesAreRaised reports whether the document raises the numbers of its
// notes, so that a full-size figure at a line's start is none of them. Markers
// that a line's end has parted from their word begin lines too, so that raised
// figures must not be outnumbered by full-size ones that count up and that
// stand raised elsewhere.
func (r *Reader) notesAreRaised() bool {
	raised, flat := map[int]bool{}, map[int]bool{}
	for _, p := range r.Pages {
		for _, l := range slices.Concat(p.Body, p.Zone) {
			if n, ok := sheet.RaisedStart(l); ok && len(l.Runs) > 1 {
				raised[n] = true
			} else if n, rest, ok := sheet.LeadingFigure(l.Printed); ok && rest != "" {
				flat[n] = true
			}
		}
	}
	counted := 0
	for n := range flat {
		if (raised[n] || r.marks[n] > 0) && (flat[n-1] || flat[n+1]) {
			counted++
		}
	}
	return len(raised) >= 3 && len(raised) >= counted
}

// bodyMarkers counts the raised figures of the document. A 2 or 3 behind a
// unit is a marker only where it is the next in the count, and the one after
// it is not that number again; elsewhere it is an exponent.
func (r *Reader) bodyMarkers() map[int]int {
	type raised struct {
		at   marker.Place
		nums []int
	}
	r.Exponents = map[marker.Place]bool{}
	var all []raised
	for _, p := range r.Pages {
		for _, l := range p.Body {
			for i := 1; i < len(l.Runs); i++ {
				if nums, ok := r.MarkerNumbers(l, i); ok {
					all = append(all, raised{marker.Place{L: l, Run: i}, nums})
				}
			}
		}
	}
	marks := map[int]int{}
	last := 0
	for k, m := range all {
		if marker.ExponentLike(m.at.L, m.at.Run, m.nums) {
			again := k+1 < len(all) && all[k+1].nums[0] == m.nums[0]
			if m.nums[0] != last+1 || again {
				r.Exponents[m.at] = true
				continue
			}
		}
		for _, n := range m.nums {
			marks[n]++
		}
		last = m.nums[len(m.nums)-1]
	}
	return marks
}

// zoneStart gives the index into lines, those of the page or of one of its
// columns from top to bottom, at which the footnote zone begins, or -1.
func (r *Reader) zoneStart(p *sheet.Page, ls []*sheet.Line, last int, carry bool) int {
	count := len(ls)
	if count == 0 {
		return -1
	}
	tableBottom := 0.0
	for _, t := range p.Tables {
		if t.Over(ls[0]) {
			tableBottom = max(tableBottom, t.Box.Bottom())
		}
	}
	small := count
	for small > 0 && ls[small-1].Size < ls[small-1].BodySize()*layout.SmallRatio && ls[small-1].Baseline > tableBottom {
		small--
	}
	// A rule between body and notes.
	for _, y := range marker.Separators(p, ls[0].Margins()) {
		k := sort.Search(count, func(i int) bool { return ls[i].Box.CentreY() > y })
		if k == count || ls[k].Baseline < tableBottom {
			continue
		}
		_, starts := r.NoteStart(ls[k], last)
		if k >= small && (starts || carry || r.anyRaisedStart(ls[k:])) || starts && r.sameOrSmaller(ls[k:], ls[k].BodySize()) {
			return k
		}
	}
	if small == 0 && carry {
		return 0 // nothing of the body's size: the page goes on with notes
	}
	// No rule: a small suffix with a note's start in it.
	for i := small; i < count; i++ {
		n, ok := r.NoteStart(ls[i], last)
		if !ok && carry && r.goesOnInside(ls[i], last) {
			return small // the page goes on with notes that run on from each other
		}
		if !ok {
			continue
		}
		if _, raised := sheet.RaisedStart(ls[i]); !raised && !r.markedOn[p.Number][n] && !r.markedOn[p.Number-1][n] {
			continue
		}
		if i > small && carry && (small == 0 || ls[small].Baseline-ls[small-1].Baseline > 1.6*ls[small].BodySize()) {
			return small
		}
		return i
	}
	return -1
}

func (r *Reader) sameOrSmaller(ls []*sheet.Line, size float64) bool {
	for _, l := range ls {
		if l.Size > size*1.03 {
			return false
		}
	}
	return true
}

func (r *Reader) anyRaisedStart(ls []*sheet.Line) bool {
	for _, l := range ls {
		if _, ok := sheet.RaisedStart(l); ok {
			return true
		}
	}
	return false
}

// NoteStart reads the number with which a note begins: a raised figure, or, in
// a document that does not raise them, a full-size one that continues the
// count after last or that a marker on its page or the one before asks for; both must
// hold for one that touches the text.
func (r *Reader) NoteStart(l *sheet.Line, last int) (int, bool) {
	if n, ok := sheet.RaisedStart(l); ok && len(l.Runs) > 1 {
		return n, true
	}
	if n, ok := sheet.SpacedFigure(l); ok && last > 0 && n == last+1 {
		return n, true
	}
	if n := r.listed[l]; n > 0 {
		return n, true
	}
	if n := loneNumber(l); last > 0 && n == last+1 && r.marks[n] > 0 {
		return n, true
	}
	if r.RaisedNotes {
		return 0, false
	}
	if n, _, ok := sheet.GluedFigure(l.Printed); ok {
		return n, last > 0 && n == last+1 && (r.markedOn[l.Page][n] || r.markedOn[l.Page-1][n])
	}
	n, rest, ok := sheet.LeadingFigure(l.Printed)
	if !ok || rest == "" || r.dateGoesOn(rest) {
		return 0, false
	}
	if last > 0 && n == last+1 || r.markedOn[l.Page][n] || r.markedOn[l.Page-1][n] {
		return n, true
	}
	// A count that leaves numbers out: "10." above "12.".
	opening, _ := utf8.DecodeRuneInString(rest)
	if last > 0 && n > last && n <= last+1+maxListSkip && r.marks[n] > 0 && script.Opens(opening) && !script.IsBlank(figureEnd(l.Printed)) {
		return n, true
	}
	return 0, false
}

// figureEnd is what stands right behind the figure that begins a line.
func figureEnd(s string) rune {
	c, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "([0123456789"))
	return c
}

// dateGoesOn reports whether what stands behind a figure at a line's start is
// the rest of a date that ends there ("Access Date:" above "20 July 2023.
// https://…"): the day may be the number of the note that is due. Behind a
// date a note's title goes on with a word ("20 July 2023 Bulletin").
func (r *Reader) dateGoesOn(rest string) bool {
	month, behind, _ := strings.Cut(rest, " ")
	if _, ok := r.Vocab.Month(month); !ok || len(behind) < 4 || sheet.YearWord(behind[:4]) == 0 {
		return false
	}
	return len(behind) == 4 || strings.IndexByte(".,;:)", behind[4]) >= 0
}

// loneNumber is the number that is all of a line, or 0: a note's, whose text
// stands in the next line.
func loneNumber(l *sheet.Line) int {
	if len(l.Runs) != 1 {
		return 0
	}
	nums, ok := sheet.FiguresList(l.Printed)
	if !ok || len(nums) != 1 {
		return 0
	}
	return nums[0]
}

// takeEndnotes moves notes that stand at a chapter's end, anywhere on a page,
// into the zones: three or more lines in a row of the document's order that
// begin with raised figures counting up, and what stands between them. Where
// that is text on a later page, they are notes at the feet of the pages, which
// neither a rule nor their size has shown to be notes.
func (r *Reader) takeEndnotes() {
	type start struct {
		page  *sheet.Page
		line  *sheet.Line
		n, to int // the numbers of the notes that begin in it and behind it
	}
	// Lines are held, not their places: what is taken moves those behind it. -1 is a
	// line that was taken with others.
	index := func(s start) int { return slices.Index(s.page.Body, s.line) }
	var starts []start
	for _, p := range r.Pages {
		last := 0 // the line of the last start
		for i, l := range p.Body {
			if p.InTable(l) || len(l.Runs) < 2 {
				continue
			}
			if n, ok := sheet.RaisedStart(l); ok {
				starts = append(starts, start{p, l, n, n})
				last = i
			}
			if k := len(starts) - 1; k >= 0 && starts[k].page == p && i-last <= maxNoteLines {
				for r.goesOnInside(l, starts[k].to) {
					starts[k].to++ // notes that run on from each other
				}
			}
		}
	}
	for i := 0; i < len(starts); {
		j := i + 1
		if index(starts[i]) < 0 {
			i = j
			continue
		}
		for j < len(starts) && (starts[j].n == starts[j-1].n+1 || starts[j].n == starts[j-1].to+1) && index(starts[j]) >= 0 {
			j++
		}
		if j-i >= 3 {
			first, lastStart := starts[i], starts[j-1]
			size := first.line.Size
			feet := false // the notes stand at the feet of pages of text
			for _, p := range r.Pages {
				if p.Number < first.page.Number || p.Number > lastStart.page.Number {
					continue
				}
				from, to := len(p.Body), len(p.Body)
				for k := j - 1; k >= i; k-- {
					if starts[k].page == p {
						from = index(starts[k])
					}
				}
				if p != first.page && !feet {
					if feet = r.isText(p.Body[:from]); !feet {
						from = 0
					}
				}
				if p == lastStart.page && !feet {
					to = noteSized(p, index(lastStart)+1, size)
					r.carryEndnote(p, to, size)
				}
				begins := map[*sheet.Line]bool{}
				for _, s := range starts[i:j] {
					begins[s.line] = true
				}
				taken, left := partNotes(p, p.Body[from:to], begins, size)
				p.Zone = append(taken, p.Zone...)
				p.Body = slices.Concat(p.Body[:from], left, p.Body[to:])
			}
		}
		i = j
	}
}

// partNotes parts the lines of notes from what stands among them and is plainly none
// of theirs: a table, or a heading larger than the notes, and what follows either, up to
// the next line with which a note begins.
func partNotes(p *sheet.Page, ls []*sheet.Line, begins map[*sheet.Line]bool, size float64) (notes, left []*sheet.Line) {
	of := true // of a note
	for _, l := range ls {
		switch {
		case begins[l]:
			of = true
		case p.InTable(l), l.Bold && l.Size > size && !layout.SameSize(l.Size, size) && sheet.HasLetter(l.Printed):
			of = false
		}
		if of {
			notes = append(notes, l)
		} else {
			left = append(left, l)
		}
	}
	return notes, left
}

// isText reports whether lines that stand before a note on its page are text
// of the page rather than the rest of the note before: they have markers or
// headings among them, or are more than a note has.
func (r *Reader) isText(ls []*sheet.Line) bool {
	if len(ls) > maxNoteLines {
		return true
	}
	for _, l := range ls {
		if l.Bold && sheet.HasLetter(l.Printed) {
			return true
		}
		for i := 1; i < len(l.Runs); i++ {
			if _, marker := r.MarkerNumbers(l, i); marker {
				return true
			}
		}
	}
	return false
}

// maxNoteLines bounds the lines of a note that runs over a page's end.
const maxNoteLines = 25

// noteSized goes on from line i while lines are set in a size, and gives the
// first that is not. A line that begins in bold heads something.
func noteSized(p *sheet.Page, i int, size float64) int {
	for i < len(p.Body) && layout.SameSize(p.Body[i].Size, size) && !p.Body[i].Runs[0].Bold && !p.InTable(p.Body[i]) {
		i++
	}
	return i
}

// carryEndnote moves the rest of a chapter's last endnote, which runs over the
// end of page p, from the top of the next page: lines smaller than the text,
// set as the note is.
func (r *Reader) carryEndnote(p *sheet.Page, to int, size float64) {
	if to < len(p.Body) || p.Number >= len(r.Pages) || size > p.Size*layout.SmallRatio {
		return
	}
	next := r.Pages[p.Number]
	n := noteSized(next, 0, size)
	for i, l := range next.Body[:n] {
		if head, _ := r.Raw(grid.Pieces(l)[0]); r.ScoredMember(head) {
			n = i // a member's section begins, in a heading as small as the notes
			break
		}
	}
	if n > 0 && n < len(next.Body) {
		next.Zone = append(append([]*sheet.Line{}, next.Body[:n]...), next.Zone...)
		next.Body = next.Body[n:]
	}
}
