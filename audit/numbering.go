package audit

import (
	"strconv"
	"strings"

	"recount.invalid/recount/model"
)

// maxGap is the longest stretch of missing footnote numbers that is taken for
// a slip. A longer one is a sign that the file is an excerpt, or that pages
// of it could not be read.
const maxGap = 10

// longestWalk bounds the search for numbers that stand out of order: a leap
// beyond it is one gap.
const longestWalk = 1000

// highestNote is the highest number that is taken for a footnote's.
const highestNote = 1 << 20

// noteGap is a stretch of numbers that no note has.
type noteGap struct {
	from, to int // first and last missing number
	before   int // index of the note that stands where from is expected
	// instead says that the note there stands for the missing number: the
	// numbers go on behind it as if it had that.
	instead bool
}

// noteTwice is a number that two notes have.
type noteTwice struct {
	first, second int // indexes of notes
	expected      int // the number that is missing there, 0 for none
}

// numbering is how the notes of a report are numbered: which notes belong
// together, where a number is missing and where one stands twice.
type numbering struct {
	notes []*model.Footnote
	// restarts says that the numbers start again in the course of the
	// document; markers then belong to the notes of their own chapter.
	restarts bool
	checked  int // transitions from one note to the next
	gaps     []noteGap
	twice    []noteTwice
	// standsFor holds, for a misnumbered note's index, the number that is
	// expected in its place.
	standsFor map[int]int
	has       map[int]map[int]bool // numbers by chapter (0 where numbering runs on)
	low, high map[int]int
}

// numberNotes walks through the notes in document order. A walk rather than a
// set, because numbers may start anywhere (an excerpt) and may start again
// (in each chapter).
func numberNotes(r *model.Report) *numbering {
	notes := make([]*model.Footnote, 0, len(r.Footnotes))
	for i := range r.Footnotes {
		if n := r.Footnotes[i].Number; 0 < n && n <= highestNote {
			notes = append(notes, &r.Footnotes[i])
		}
	}
	n := &numbering{
		notes: notes, standsFor: map[int]int{},
		has: map[int]map[int]bool{}, low: map[int]int{}, high: map[int]int{},
	}
	seen := map[int]int{} // number → index, of the current run
	all := map[int]bool{} // numbers of the run that starts at i, to know what comes later
	number := func(i int) int {
		if i < len(n.notes) {
			return n.notes[i].Number
		}
		return 0
	}
	prev := 0
	for i := range n.notes {
		k := n.notes[i].Number
		next := number(i + 1)
		if i == 0 || n.startsAgain(i, prev) {
			n.restarts = n.restarts || i > 0
			seen = map[int]int{k: i}
			all = n.runFrom(i)
			prev = k
			continue
		}
		n.checked++
		first, again := seen[k]
		switch {
		case again:
			t := noteTwice{first: first, second: i}
			if next == prev+2 && !all[prev+1] {
				t.expected = prev + 1
				n.standsFor[i] = prev + 1
				prev++
			}
			n.twice = append(n.twice, t)
		case k == prev+1:
			prev = k
		case next == prev+2 && !all[prev+1]:
			// One wrong number between right ones.
			n.gaps = append(n.gaps, noteGap{from: prev + 1, to: prev + 1, before: i, instead: true})
			n.standsFor[i] = prev + 1
			prev++
		case k-prev > longestWalk:
			n.gaps = append(n.gaps, noteGap{from: prev + 1, to: k - 1, before: i})
			prev = k
		case k > prev+1:
			for from := prev + 1; from < k; from++ {
				if all[from] {
					continue // it stands further on: out of order, not missing
				}
				to := from
				for to+1 < k && !all[to+1] {
					to++
				}
				n.gaps = append(n.gaps, noteGap{from: from, to: to, before: i})
				from = to
			}
			prev = k
		}
		if _, ok := seen[k]; !ok {
			seen[k] = i
		}
	}
	for i := range n.notes {
		chapter := 0
		if n.restarts {
			chapter = n.notes[i].Commitment
		}
		if n.has[chapter] == nil {
			n.has[chapter] = map[int]bool{}
		}
		k := n.notes[i].Number
		n.has[chapter][k] = true
		if _, misnumbered := n.standsFor[i]; misnumbered {
			continue
		}
		if low, ok := n.low[chapter]; !ok || k < low {
			n.low[chapter] = k
		}
		n.high[chapter] = max(n.high[chapter], k)
	}
	return n
}

// startsAgain reports whether the numbers start again with note i: with 1, or
// lower than before and rising from there, or lower in another chapter.
func (n *numbering) startsAgain(i, prev int) bool {
	k := n.notes[i].Number
	if k >= prev {
		return false
	}
	if k == 1 {
		return true
	}
	rises := i+1 < len(n.notes) && n.notes[i+1].Number == k+1
	otherChapter := n.notes[i].Commitment != n.notes[i-1].Commitment
	return rises || otherChapter && prev-k > maxGap
}

// runFrom gives the numbers of the run that starts with note i.
func (n *numbering) runFrom(i int) map[int]bool {
	run := map[int]bool{n.notes[i].Number: true}
	top := n.notes[i].Number
	for j := i + 1; j < len(n.notes); j++ {
		if n.startsAgain(j, top) {
			break
		}
		k := n.notes[j].Number
		run[k] = true
		top = max(top, k)
	}
	return run
}

// scope is the chapter whose notes a marker of that chapter belongs to.
func (n *numbering) scope(chapter int) int {
	if n.restarts {
		return chapter
	}
	return 0
}

// expectedElsewhere reports whether a misnumbered note stands for the number.
func (n *numbering) expectedElsewhere(number, scope int) bool {
	for i, k := range n.standsFor {
		if k == number && n.scope(n.notes[i].Commitment) == scope {
			return true
		}
	}
	return false
}

// inLongGap reports whether the number lies in a gap that is too long for a
// slip.
func (n *numbering) inLongGap(number int) bool {
	for _, g := range n.gaps {
		if g.from <= number && number <= g.to && g.to-g.from+1 > maxGap {
			return true
		}
	}
	return false
}

// marker is one reference to a note.
type marker struct {
	number  int
	chapter int // number of the chapter, 0 outside
	id      string
	member  string
	text    string // the paragraph; the marker stands at offset
	offset  int    // code points
	at      model.At
}

// markers gives every marker of the report in the order of its parts.
func markers(r *model.Report) []marker {
	n := 0
	eachMarked(r, func(_ int, _, _, _ string, refs []model.Ref, _ model.At) { n += len(refs) })
	out := make([]marker, 0, n)
	eachMarked(r, func(chapter int, id, member, text string, refs []model.Ref, at model.At) {
		for i := range refs {
			ref := &refs[i]
			if ref.Number <= 0 || ref.Number > highestNote {
				continue
			}
			m := marker{number: ref.Number, chapter: chapter, id: id, member: member, text: text, offset: ref.Offset, at: ref.At}
			if len(m.at) == 0 {
				m.at = at
			}
			out = append(out, m)
		}
	})
	return out
}

// eachMarked gives every text of the report that can have markers, in the order
// of its parts: its chapter (0 outside), that one's ID, its member, its words,
// markers and place.
func eachMarked(r *model.Report, collect func(chapter int, id, member, text string, refs []model.Ref, at model.At)) {
	texts := func(chapter int, id, member string, ts ...model.Text) {
		for _, t := range ts {
			collect(chapter, id, member, t.Text, t.Footnotes, t.At)
		}
	}
	for i := range r.Commitments {
		c := &r.Commitments[i]
		if c.Heading != nil {
			texts(c.Number, c.ID, "", *c.Heading)
		}
		collect(c.Number, c.ID, "", c.Text, c.Footnotes, c.At)
		if a := c.Assessment; a != nil {
			texts(c.Number, c.ID, "", a.Heads...)
			for _, s := range a.Scores {
				collect(c.Number, c.ID, s.Member, s.Name+" "+s.Text, s.Footnotes, s.At)
			}
			collect(c.Number, c.ID, "", "", a.Footnotes, a.At)
		}
		texts(c.Number, c.ID, "", c.Background...)
		texts(c.Number, c.ID, "", c.Features...)
		for _, d := range c.Definitions {
			collect(c.Number, c.ID, "", d.Text, d.Footnotes, d.At)
		}
		for _, levels := range [][]model.Level{c.Guidelines, c.Rubric} {
			for _, l := range levels {
				collect(c.Number, c.ID, "", l.Text, l.Footnotes, l.At)
			}
		}
		for _, v := range c.Verdicts {
			if v.Heading != nil {
				texts(c.Number, c.ID, v.Member, *v.Heading)
			}
			if v.Opening != nil {
				collect(c.Number, c.ID, v.Member, v.Opening.Text, v.Opening.Footnotes, v.Opening.At)
			}
			for _, a := range v.Actions {
				collect(c.Number, c.ID, v.Member, a.Text, a.Footnotes, a.At)
			}
			if v.Closing != nil {
				collect(c.Number, c.ID, v.Member, v.Closing.Text, v.Closing.Footnotes, v.Closing.At)
			}
			if v.Concluding != nil {
				texts(c.Number, c.ID, v.Member, *v.Concluding)
			}
		}
		for _, s := range c.Other {
			texts(c.Number, c.ID, "", s.Paragraphs...)
		}
	}
	for _, s := range r.Sections {
		texts(0, "", "", s.Paragraphs...)
	}
	texts(0, "", "", r.Report.Cover...)
	for _, m := range r.Matrices {
		texts(0, "", "", m.Heads...)
		for _, row := range m.Rows {
			collect(0, row.ID, "", row.Label, row.Footnotes, row.At)
		}
		collect(0, "", "", m.Title, m.Footnotes, m.At)
		texts(0, "", "", m.Notes...)
	}
	for _, m := range r.Rankings {
		texts(0, "", "", m.Heads...)
		for _, e := range m.Entries {
			collect(0, "", e.Member, e.Label, e.Footnotes, e.At)
		}
		collect(0, "", "", m.Title, m.Footnotes, m.At)
	}
	for _, p := range r.CommitmentsList {
		collect(0, p.ID, "", p.Text, p.Footnotes, p.At)
	}
	for _, t := range r.Tables {
		collect(0, "", "", t.Title, t.Footnotes, t.At)
	}
}

// quoteWords is how many code points of text before a marker are quoted.
const quoteWords = 80

// before is the end of the text in front of an offset, from a word's start.
func before(text string, offset int) string {
	runes := []rune(text)
	offset = min(max(offset, 0), len(runes))
	start := max(offset-quoteWords, 0)
	for start > 0 && start < offset && runes[start-1] != ' ' {
		start++
	}
	return string(runes[start:offset])
}

// unplacedReason says why a footnote is left undecided.
const unplacedReason = "text that could not be placed has the number, and may be the marker or the note"

// unplacedNumber reports whether a text that the report warns of, because it
// could not be placed, has the number at the beginning or the end of a word:
// the missing marker or note may be there.
func unplacedNumber(r *model.Report, number int) bool {
	digits := strconv.Itoa(number)
	for _, w := range r.Warnings {
		if elsewhere[w.Kind] {
			continue // its text is ours, with the number that is looked for
		}
		text := w.Text
		for {
			i := strings.Index(text, digits)
			if i < 0 {
				break
			}
			end := i + len(digits)
			startsWord := i == 0 || text[i-1] < '0' || text[i-1] > '9'
			endsWord := end == len(text) || text[end] < '0' || text[end] > '9'
			if startsWord && endsWord {
				return true
			}
			text = text[end:]
		}
	}
	return false
}

// lastPage is the last page on which anything of the report stands.
func lastPage(r *model.Report) int { return r.Source.Pages }

var (
	noteNumbering = keep(func(p *Pass) *numbering { return numberNotes(p.Report) })
	noteMarkers   = keep(func(p *Pass) []marker { return markers(p.Report) })
	notesCited    = keep(func(p *Pass) map[int]map[int]bool { return citedNumbers(p.numbering(), p.markers()) })
)

func (p *Pass) numbering() *numbering { return noteNumbering.of(p) }

func (p *Pass) markers() []marker { return noteMarkers.of(p) }

// cited are the numbers that have a marker, by scope.
func (p *Pass) cited() map[int]map[int]bool { return notesCited.of(p) }
