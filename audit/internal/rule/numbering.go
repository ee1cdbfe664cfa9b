package rule

import (
	"strconv"
	"strings"

	"recount.invalid/recount/model"
)

// citedNumbers gives the numbers that have a marker, by scope.
func citedNumbers(n *Numbering, ms []Marker) map[int]map[int]bool {
	cited := map[int]map[int]bool{}
	for _, m := range ms {
		scope := n.Scope(m.Chapter)
		if cited[scope] == nil {
			size := 0
			if !n.Restarts {
				size = len(n.Notes)
			}
			cited[scope] = make(map[int]bool, size)
		}
		cited[scope][m.Number] = true
	}
	return cited
}

// MaxGap is the longest stretch of missing footnote numbers that is taken for
// a slip. A longer one is a sign that the file is an excerpt, or that pages
// of it could not be read.
const MaxGap = 10

// LongestWalk bounds the search for numbers that stand out of order: a leap
// beyond it is one gap.
const LongestWalk = 1000

// highestNote is the highest number that is taken for a footnote's.
const highestNote = 1 << 20

// noteGap is a stretch of numbers that no note has.
type noteGap struct {
	From, To int // first and last missing number
	Before   int // index of the note that stands where from is expected
	// Instead says that the note there stands for the missing number: the
	// numbers go on behind it as if it had that.
	Instead bool
}

// noteTwice is a number that two notes have.
type noteTwice struct {
	First, Second int // indexes of notes
	Expected      int // the number that is missing there, 0 for none
}

// Numbering is how the notes of a report are numbered: which notes belong
// together, where a number is missing and where one stands twice.
type Numbering struct {
	Notes []*model.Footnote
	// Restarts says that the numbers start again in the course of the
	// document; markers then belong to the notes of their own chapter.
	Restarts bool
	Checked  int // transitions from one note to the next
	Gaps     []noteGap
	Twice    []noteTwice
	// StandsFor holds, for a misnumbered note's index, the number that is
	// expected in its place.
	StandsFor map[int]int
	Has       map[int]map[int]bool // numbers by chapter (0 where numbering runs on)
	Low, High map[int]int
}

// numberNotes walks through the notes in document order. A walk rather than a
// set, because numbers may start anywhere (an excerpt) and may start again
// (in each chapter).
func numberNotes(r *model.Report) *Numbering {
	notes := make([]*model.Footnote, 0, len(r.Footnotes))
	for i := range r.Footnotes {
		if n := r.Footnotes[i].Number; 0 < n && n <= highestNote {
			notes = append(notes, &r.Footnotes[i])
		}
	}
	n := &Numbering{
		Notes: notes, StandsFor: map[int]int{},
		Has: map[int]map[int]bool{}, Low: map[int]int{}, High: map[int]int{},
	}
	seen := map[int]int{} // number → index, of the current run
	all := map[int]bool{} // numbers of the run that starts at i, to know what comes later
	number := func(i int) int {
		if i < len(n.Notes) {
			return n.Notes[i].Number
		}
		return 0
	}
	prev := 0
	for i := range n.Notes {
		k := n.Notes[i].Number
		next := number(i + 1)
		if i == 0 || n.startsAgain(i, prev) {
			n.Restarts = n.Restarts || i > 0
			seen = map[int]int{k: i}
			all = n.runFrom(i)
			prev = k
			continue
		}
		n.Checked++
		first, again := seen[k]
		switch {
		case again:
			t := noteTwice{First: first, Second: i}
			if next == prev+2 && !all[prev+1] {
				t.Expected = prev + 1
				n.StandsFor[i] = prev + 1
				prev++
			}
			n.Twice = append(n.Twice, t)
		case k == prev+1:
			prev = k
		case next == prev+2 && !all[prev+1]:
			// One wrong number between right ones.
			n.Gaps = append(n.Gaps, noteGap{From: prev + 1, To: prev + 1, Before: i, Instead: true})
			n.StandsFor[i] = prev + 1
			prev++
		case k-prev > LongestWalk:
			n.Gaps = append(n.Gaps, noteGap{From: prev + 1, To: k - 1, Before: i})
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
				n.Gaps = append(n.Gaps, noteGap{From: from, To: to, Before: i})
				from = to
			}
			prev = k
		}
		if _, ok := seen[k]; !ok {
			seen[k] = i
		}
	}
	for i := range n.Notes {
		chapter := 0
		if n.Restarts {
			chapter = n.Notes[i].Commitment
		}
		if n.Has[chapter] == nil {
			n.Has[chapter] = map[int]bool{}
		}
		k := n.Notes[i].Number
		n.Has[chapter][k] = true
		if _, misnumbered := n.StandsFor[i]; misnumbered {
			continue
		}
		if low, ok := n.Low[chapter]; !ok || k < low {
			n.Low[chapter] = k
		}
		n.High[chapter] = max(n.High[chapter], k)
	}
	return n
}

// startsAgain reports whether the numbers start again with note i: with 1, or
// lower than before and rising from there, or lower in another chapter.
func (n *Numbering) startsAgain(i, prev int) bool {
	k := n.Notes[i].Number
	if k >= prev {
		return false
	}
	if k == 1 {
		return true
	}
	rises := i+1 < len(n.Notes) && n.Notes[i+1].Number == k+1
	otherChapter := n.Notes[i].Commitment != n.Notes[i-1].Commitment
	return rises || otherChapter && prev-k > MaxGap
}

// runFrom gives the numbers of the run that starts with note i.
func (n *Numbering) runFrom(i int) map[int]bool {
	run := map[int]bool{n.Notes[i].Number: true}
	top := n.Notes[i].Number
	for j := i + 1; j < len(n.Notes); j++ {
		if n.startsAgain(j, top) {
			break
		}
		k := n.Notes[j].Number
		run[k] = true
		top = max(top, k)
	}
	return run
}

// Scope is the chapter whose notes a marker of that chapter belongs to.
func (n *Numbering) Scope(chapter int) int {
	if n.Restarts {
		return chapter
	}
	return 0
}

// ExpectedElsewhere reports whether a misnumbered note stands for the number.
func (n *Numbering) ExpectedElsewhere(number, scope int) bool {
	for i, k := range n.StandsFor {
		if k == number && n.Scope(n.Notes[i].Commitment) == scope {
			return true
		}
	}
	return false
}

// InLongGap reports whether the number lies in a gap that is too long for a
// slip.
func (n *Numbering) InLongGap(number int) bool {
	for _, g := range n.Gaps {
		if g.From <= number && number <= g.To && g.To-g.From+1 > MaxGap {
			return true
		}
	}
	return false
}

// Marker is one reference to a note.
type Marker struct {
	Number  int
	Chapter int // number of the chapter, 0 outside
	Id      string
	Member  string
	Text    string // the paragraph; the marker stands at offset
	Offset  int    // code points
	At      model.At
}

// markers gives every marker of the report in the order of its parts.
func markers(r *model.Report) []Marker {
	n := 0
	eachMarked(r, func(_ int, _, _, _ string, refs []model.Ref, _ model.At) { n += len(refs) })
	out := make([]Marker, 0, n)
	eachMarked(r, func(chapter int, id, member, text string, refs []model.Ref, at model.At) {
		for i := range refs {
			ref := &refs[i]
			if ref.Number <= 0 || ref.Number > highestNote {
				continue
			}
			m := Marker{Number: ref.Number, Chapter: chapter, Id: id, Member: member, Text: text, Offset: ref.Offset, At: ref.At}
			if len(m.At) == 0 {
				m.At = at
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

// Before is the end of the text in front of an offset, from a word's start.
func Before(text string, offset int) string {
	runes := []rune(text)
	offset = min(max(offset, 0), len(runes))
	start := max(offset-quoteWords, 0)
	for start > 0 && start < offset && runes[start-1] != ' ' {
		start++
	}
	return string(runes[start:offset])
}

// UnplacedReason says why a footnote is left undecided.
const UnplacedReason = "text that could not be placed has the number, and may be the marker or the note"

// UnplacedNumber reports whether a text that the report warns of, because it
// could not be placed, has the number at the beginning or the end of a word:
// the missing marker or note may be there.
func UnplacedNumber(r *model.Report, number int) bool {
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

// LastPage is the last page on which anything of the report stands.
func LastPage(r *model.Report) int { return r.Source.Pages }

var (
	noteNumbering = Keep(func(p *Pass) *Numbering { return numberNotes(p.Report) })
	noteMarkers   = Keep(func(p *Pass) []Marker { return markers(p.Report) })
	notesCited    = Keep(func(p *Pass) map[int]map[int]bool { return citedNumbers(p.Numbering(), p.Markers()) })
)

// Numbering is how the report's notes are numbered.
func (p *Pass) Numbering() *Numbering { return noteNumbering.Of(p) }

// Markers are the report's markers, in its order.
func (p *Pass) Markers() []Marker { return noteMarkers.Of(p) }

// Cited are the numbers that have a marker, by scope.
func (p *Pass) Cited() map[int]map[int]bool { return notesCited.Of(p) }
