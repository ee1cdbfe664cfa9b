package parse

import (
	"sort"
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
	"recount.invalid/recount/parse/layout"
)

// splitFootnoteZones takes the notes at the foot of each page apart from the
// body. The evidence is a short rule at the left margin above small text, or
// a small line that starts with a raised figure; a zone may begin with the
// rest of a note from the page before.
func (r *reading) splitFootnoteZones() error {
	for _, p := range r.pages {
		p.joinWrappedMarkers()
	}
	r.marks = r.bodyMarkers()
	r.listed = map[*line]int{}
	r.raisedNotes = r.notesAreRaised()
	if !r.raisedNotes {
		r.markedOn = r.markersByPage()
	}
	r.findGluedMarks()
	r.takeSectionNotes()
	last := 0
	carry := false
	for _, p := range r.pages {
		p.signs = p.signMarks(foot(p))
		zone := map[*line]bool{}
		for _, ls := range p.feet() {
			at := r.signZone(p, ls, r.zoneStart(p, ls, last, carry), p.signs)
			if at < 0 {
				continue
			}
			for _, l := range ls[at:] {
				zone[l] = true
			}
			p.zone = append(p.zone, ls[at:]...)
		}
		if len(zone) == 0 {
			carry = false
			continue
		}
		kept := p.body[:0:0]
		for _, l := range p.body {
			if !zone[l] {
				kept = append(kept, l)
			}
		}
		p.body = kept
		for _, l := range p.zone {
			if n, ok := r.noteStart(l, last); ok {
				last = n
			}
		}
		carry = true
		r.carryEndnote(p, len(p.body), p.zone[len(p.zone)-1].Size)
	}
	r.takeEndnotes()
	r.takeListedNotes()
	r.takeUnheadedNotes()
	return nil
}

// markersByPage gives, for each page, the figures that can be markers: raised,
// or glued to words in a document that raises none.
func (r *reading) markersByPage() map[int]map[int]bool {
	out := map[int]map[int]bool{}
	for _, p := range r.pages {
		on := map[int]bool{}
		for _, l := range p.body {
			for i, run := range l.Runs {
				if nums, ok := r.markerNumbers(l, i); ok && i > 0 {
					for _, n := range nums {
						on[n] = true
					}
				}
				for _, m := range gluedFigures(run.Text) {
					on[m.number] = true
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
func (r *reading) notesAreRaised() bool {
	raised, flat := map[int]bool{}, map[int]bool{}
	for _, p := range r.pages {
		for _, l := range p.body {
			if n, ok := raisedStart(l); ok && len(l.Runs) > 1 {
				raised[n] = true
			} else if n, rest, ok := leadingFigure(l.text); ok && rest != "" {
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
func (r *reading) bodyMarkers() map[int]int {
	type raised struct {
		at   place
		nums []int
	}
	r.exponents = map[place]bool{}
	var all []raised
	for _, p := range r.pages {
		for _, l := range p.body {
			for i := 1; i < len(l.Runs); i++ {
				if nums, ok := r.markerNumbers(l, i); ok {
					all = append(all, raised{place{l, i}, nums})
				}
			}
		}
	}
	marks := map[int]int{}
	last := 0
	for k, m := range all {
		if exponentLike(m.at.l, m.at.run, m.nums) {
			again := k+1 < len(all) && all[k+1].nums[0] == m.nums[0]
			if m.nums[0] != last+1 || again {
				r.exponents[m.at] = true
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

// foot gives the page's body lines outside tables from top to bottom.
func foot(p *pageState) []*line { return p.topDown(p.body) }

// topDown gives those of some lines that are outside tables from top to bottom.
func (p *pageState) topDown(lines []*line) []*line {
	ls := make([]*line, 0, len(lines))
	for _, l := range lines {
		if l.Dir == model.Rightward && !p.inTable(l) {
			ls = append(ls, l)
		}
	}
	sort.SliceStable(ls, func(i, j int) bool { return ls[i].Baseline < ls[j].Baseline })
	return ls
}

// zoneStart gives the index into lines, those of the page or of one of its
// columns from top to bottom, at which the footnote zone begins, or -1.
func (r *reading) zoneStart(p *pageState, ls []*line, last int, carry bool) int {
	count := len(ls)
	if count == 0 {
		return -1
	}
	tableBottom := 0.0
	for _, t := range p.tables {
		if t.over(ls[0]) {
			tableBottom = max(tableBottom, t.box.Bottom())
		}
	}
	small := count
	for small > 0 && ls[small-1].Size < ls[small-1].bodySize()*layout.SmallRatio && ls[small-1].Baseline > tableBottom {
		small--
	}
	// A rule between body and notes.
	for _, y := range p.separators(ls[0].margins()) {
		k := sort.Search(count, func(i int) bool { return ls[i].Box.CentreY() > y })
		if k == count || ls[k].Baseline < tableBottom {
			continue
		}
		_, starts := r.noteStart(ls[k], last)
		if k >= small && (starts || carry || r.anyRaisedStart(ls[k:])) || starts && r.sameOrSmaller(ls[k:], ls[k].bodySize()) {
			return k
		}
	}
	if small == 0 && carry {
		return 0 // nothing of the body's size: the page goes on with notes
	}
	// No rule: a small suffix with a note's start in it.
	for i := small; i < count; i++ {
		n, ok := r.noteStart(ls[i], last)
		if !ok {
			continue
		}
		if _, raised := raisedStart(ls[i]); !raised && !r.markedOn[p.Number][n] && !r.markedOn[p.Number-1][n] {
			continue
		}
		if i > small && carry && (small == 0 || ls[small].Baseline-ls[small-1].Baseline > 1.6*ls[small].bodySize()) {
			return small
		}
		return i
	}
	return -1
}

// aboveNotes leaves the notes out of a page's lines, before its tables are
// known: notes of unraised numbers, each behind a gap, are set as the entries
// of a list or the levels of a scoring table are. The evidence is a rule that
// stands alone, only small lines below it, and among them one that begins with
// a figure which is raised above the rule. Without a rule it takes two such
// lines that count up, or three that count up as markers on the pages before do.
func (r *reading) aboveNotes(p *pageState, ls []*line) []*line {
	small := len(ls)
	for small > 0 && ls[small-1].Size < ls[small-1].bodySize()*layout.SmallRatio {
		small--
	}
	if len(ls) == 0 {
		return ls
	}
	for _, y := range p.separators(ls[0].margins()) {
		k := sort.Search(len(ls), func(i int) bool { return ls[i].Box.CentreY() > y })
		if k >= small && k < len(ls) && countsMarked(ls[k:], r.markedAbove(ls[:k])) > 0 {
			return ls[:k]
		}
	}
	if small < len(ls) && (countsMarked(ls[small:], r.markedAbove(ls[:small])) > 1 || countsMarked(ls[small:], r.marked) >= leastEndnotes) {
		return ls[:small]
	}
	return ls
}

// leastEndnotes is how many small lines in a row begin with the numbers of
// markers on earlier pages where they are a chapter's notes.
const leastEndnotes = 3

// markedAbove gives the figures that stand raised in some lines.
func (r *reading) markedAbove(ls []*line) map[int]bool {
	marked := map[int]bool{}
	r.addMarked(marked, ls)
	return marked
}

func (r *reading) addMarked(marked map[int]bool, ls []*line) {
	for _, l := range ls {
		for i := 1; i < len(l.Runs); i++ {
			if nums, ok := r.markerNumbers(l, i); ok {
				for _, n := range nums {
					marked[n] = true
				}
			}
		}
	}
}

// countsMarked gives the number of lines that begin with figures which count up
// and are marked.
func countsMarked(ls []*line, marked map[int]bool) int {
	if len(marked) == 0 {
		return 0
	}
	count, last := 0, 0
	for _, l := range ls {
		if n, rest, ok := leadingFigure(l.text); ok && rest != "" && marked[n] && (last == 0 || n == last+1) {
			count++
			last = n
		}
	}
	return count
}

func (r *reading) sameOrSmaller(ls []*line, size float64) bool {
	for _, l := range ls {
		if l.Size > size*1.03 {
			return false
		}
	}
	return true
}

func (r *reading) anyRaisedStart(ls []*line) bool {
	for _, l := range ls {
		if _, ok := raisedStart(l); ok {
			return true
		}
	}
	return false
}

// separators are the heights of the short horizontal rules that stand alone
// at the left margin of the page or of a column, lowest first.
func (p *pageState) separators(m *margins) []float64 {
	var ys []float64
	width := m.right - m.left
	for _, rule := range p.rules {
		b := rule.Box
		if !rule.Horizontal() || b.Width() < 2*p.size || b.Width() > width*1.1 {
			continue
		}
		if b.X0() > m.left+2*p.size || b.X1() < m.left || p.ruleInTable(rule) || b.Top() < p.Height*0.08 {
			continue
		}
		ys = append(ys, b.CentreY())
	}
	sort.Sort(sort.Reverse(sort.Float64Slice(ys)))
	return ys
}

// raisedStart reads a raised figure at the very start of a line.
func raisedStart(l *line) (int, bool) {
	run := l.Runs[0]
	if !layout.IsRaised(l.Line, run) && !layout.SuperscriptFigures(run.Text) {
		return 0, false
	}
	nums, ok := figuresList(run.Text)
	if !ok || len(nums) != 1 {
		return 0, false
	}
	return nums[0], true
}

// noteStart reads the number with which a note begins: a raised figure, or, in
// a document that does not raise them, a full-size one that continues the
// count after last or that a marker on its page or the one before asks for.
func (r *reading) noteStart(l *line, last int) (int, bool) {
	if n, ok := raisedStart(l); ok && len(l.Runs) > 1 {
		return n, true
	}
	if n, ok := spacedFigure(l); ok && last > 0 && n == last+1 {
		return n, true
	}
	if n := r.listed[l]; n > 0 {
		return n, true
	}
	if n := loneNumber(l); last > 0 && n == last+1 && r.marks[n] > 0 {
		return n, true
	}
	if r.raisedNotes {
		return 0, false
	}
	n, rest, ok := leadingFigure(l.text)
	if !ok || rest == "" || r.dateGoesOn(rest) {
		return 0, false
	}
	if last > 0 && n == last+1 || r.markedOn[l.Page][n] || r.markedOn[l.Page-1][n] {
		return n, true
	}
	// A count that leaves numbers out: "10." above "12.".
	opening, _ := utf8.DecodeRuneInString(rest)
	if last > 0 && n > last && n <= last+1+maxListSkip && r.marks[n] > 0 && notation.Opens(opening) && !notation.IsBlank(figureEnd(l.text)) {
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
func (r *reading) dateGoesOn(rest string) bool {
	month, behind, _ := strings.Cut(rest, " ")
	if _, ok := r.vocab.Month(month); !ok || len(behind) < 4 || yearWord(behind[:4]) == 0 {
		return false
	}
	return len(behind) == 4 || strings.IndexByte(".,;:)", behind[4]) >= 0
}

// loneNumber is the number that is all of a line, or 0: a note's, whose text
// stands in the next line.
func loneNumber(l *line) int {
	if len(l.Runs) != 1 {
		return 0
	}
	nums, ok := figuresList(l.text)
	if !ok || len(nums) != 1 {
		return 0
	}
	return nums[0]
}

// leadingFigure splits "12 Title", "12. Title", "[12] Title", "12) Title".
func leadingFigure(s string) (n int, rest string, ok bool) {
	i := 0
	if i < len(s) && (s[i] == '[' || s[i] == '(') {
		i++
	}
	from := i
	for i < len(s) && i-from < 5 && s[i] >= '0' && s[i] <= '9' {
		n = n*10 + int(s[i]-'0')
		i++
	}
	if i == from || i == len(s) {
		return 0, "", false
	}
	for i < len(s) && (s[i] == '.' || s[i] == ')' || s[i] == ']' || s[i] == ':') {
		i++
	}
	if i < len(s) && s[i] != ' ' {
		return 0, "", false
	}
	for i < len(s) && s[i] == ' ' {
		i++
	}
	return n, s[i:], true
}

// takeEndnotes moves notes that stand at a chapter's end, anywhere on a page,
// into the zones: three or more lines in a row of the document's order that
// begin with raised figures counting up, and what stands between them. Where
// that is text on a later page, they are notes at the feet of the pages, which
// neither a rule nor their size has shown to be notes.
func (r *reading) takeEndnotes() {
	type start struct {
		page  *pageState
		index int
		n     int
	}
	var starts []start
	for _, p := range r.pages {
		for i, l := range p.body {
			if p.inTable(l) || len(l.Runs) < 2 {
				continue
			}
			if n, ok := raisedStart(l); ok {
				starts = append(starts, start{p, i, n})
			}
		}
	}
	for i := 0; i < len(starts); {
		j := i + 1
		for j < len(starts) && starts[j].n == starts[j-1].n+1 {
			j++
		}
		if j-i >= 3 {
			first, lastStart := starts[i], starts[j-1]
			size := first.page.body[first.index].Size
			feet := false // the notes stand at the feet of pages of text
			for _, p := range r.pages {
				if p.Number < first.page.Number || p.Number > lastStart.page.Number {
					continue
				}
				from, to := len(p.body), len(p.body)
				for k := j - 1; k >= i; k-- {
					if starts[k].page == p {
						from = starts[k].index
					}
				}
				if p != first.page && !feet {
					if feet = r.isText(p.body[:from]); !feet {
						from = 0
					}
				}
				if p == lastStart.page && !feet {
					to = p.noteSized(lastStart.index+1, size)
					r.carryEndnote(p, to, size)
				}
				p.zone = append(append([]*line{}, p.body[from:to]...), p.zone...)
				p.body = append(append([]*line{}, p.body[:from]...), p.body[to:]...)
				// Indices of later runs of notes on this page have moved.
				for k := j; k < len(starts); k++ {
					if starts[k].page == p && starts[k].index >= to {
						starts[k].index -= to - from
					}
				}
			}
		}
		i = j
	}
}

// isText reports whether lines that stand before a note on its page are text
// of the page rather than the rest of the note before: they have markers or
// headings among them, or are more than a note has.
func (r *reading) isText(ls []*line) bool {
	if len(ls) > maxNoteLines {
		return true
	}
	for _, l := range ls {
		if l.bold && hasLetter(l.text) {
			return true
		}
		for i := 1; i < len(l.Runs); i++ {
			if _, marker := r.markerNumbers(l, i); marker {
				return true
			}
		}
	}
	return false
}

// maxNoteLines bounds the lines of a note that runs over a page's end.
const maxNoteLines = 25

// noteSized goes on from line i while lines are set in a size, and gives the
// first that is not.
func (p *pageState) noteSized(i int, size float64) int {
	for i < len(p.body) && layout.SameSize(p.body[i].Size, size) && !p.body[i].bold && !p.inTable(p.body[i]) {
		i++
	}
	return i
}

// carryEndnote moves the rest of a chapter's last endnote, which runs over the
// end of page p, from the top of the next page: lines smaller than the text,
// set as the note is.
func (r *reading) carryEndnote(p *pageState, to int, size float64) {
	if to < len(p.body) || p.Number >= len(r.pages) || size > p.size*layout.SmallRatio {
		return
	}
	next := r.pages[p.Number]
	if n := next.noteSized(0, size); n > 0 && n < len(next.body) {
		next.zone = append(append([]*line{}, next.body[:n]...), next.zone...)
		next.body = next.body[n:]
	}
}
