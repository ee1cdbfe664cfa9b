package witness

import (
	"fmt"
	"slices"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/footnote"
	"recount.invalid/recount/parse/internal/sheet"
)

// markerAt is a marker in a paragraph that a pointer names.
type markerAt struct {
	number  int
	chapter int // its number
	pointer string
	at      model.At
}

// checkNotes holds the sequence of the notes against the markers, chapter by
// chapter where each counts anew. A number that the sequence leaves out was
// lost by the reading or by the print: the note before it may have swallowed
// the note, the paragraphs with its neighbours the marker.
func (r *Reader) checkNotes(check string) {
	notes := r.Rep.Footnotes
	var markers []markerAt
	for i := range r.Rep.Commitments {
		c := &r.Rep.Commitments[i]
		for _, m := range chapterMarkers(sheet.PointerTo("commitments", i), c) {
			m.chapter = c.Number
			markers = append(markers, m)
		}
	}
	if len(notes) == 0 && len(markers) == 0 {
		r.unsaid(check, "neither notes nor markers were found")
		return
	}
	perChapter := restarts(notes)
	r.checkGaps(check, notes)
	// A number alone does not say whose it is where each chapter counts anew.
	key := func(chapter, number int) [2]int {
		if !perChapter {
			chapter = 0
		}
		return [2]int{chapter, number}
	}
	has, marked := map[[2]int]bool{}, map[[2]int]bool{}
	counted := map[int]bool{} // chapters with notes of their own
	for i := range notes {
		has[key(notes[i].Commitment, notes[i].Number)] = true
		counted[key(notes[i].Commitment, 0)[0]] = true
	}
	asked, bare := map[[2]int]bool{}, map[[2]int]bool{} // numbers of markers; those without a note
	for _, m := range markers {
		k := key(m.chapter, m.number)
		marked[k], asked[k] = true, true
		if !has[k] {
			bare[k] = true
		}
		switch {
		case has[k]:
		case !perChapter || counted[k[0]]:
			r.Doubt("marker-without-note", fmt.Sprintf("no note %d was found, as a marker says", m.number), m.at, m.pointer)
		default: // its chapter's notes may stand with another's
			r.Warn("marker-without-note", fmt.Sprintf("no note %d was found, as a marker says", m.number), m.at)
		}
	}
	r.tellOtherMarkers(markers, func(chapter, number int) bool { return has[key(chapter, number)] })
	r.checkLost(check, len(notes), len(asked), len(bare))
	if perChapter {
		return // markers outside the members' sections are not told by chapter
	}
	r.EachTextRef(func(f model.Ref) { marked[key(0, f.Number)] = true })
	lost := 0
	paragraphs := r.sectionParagraphs()
	for i := range notes {
		n := notes[i].Number
		if n <= 0 || marked[key(0, n)] {
			continue
		}
		lost++
		about := append([]string{sheet.PointerTo("footnotes", i)}, betweenMarkers(paragraphs, markers, n)...)
		r.Doubt("note-without-marker", fmt.Sprintf("no marker was found of note %d", n), notes[i].At, about...)
	}
	r.said(check, lost == 0, fmt.Sprintf("%d notes", len(notes)), fmt.Sprintf("%d of them without a marker that was found", lost))
	if lost >= minLost && 3*lost >= len(notes) {
		about := make([]string, len(r.Rep.Commitments))
		for i := range about {
			about[i] = sheet.PointerTo("commitments", i)
		}
		r.Doubt("note-without-marker", fmt.Sprintf("no markers were found of %d of the %d notes", lost, len(notes)), nil, about...)
	}
}

// tellOtherMarkers tells of the markers outside the members' sections that have no
// note. Nothing of the report is in doubt by them but the note, which is not there.
func (r *Reader) tellOtherMarkers(told []markerAt, has func(chapter, number int) bool) {
	type key struct{ chapter, number int }
	done := map[key]bool{}
	for _, m := range told {
		done[key{m.chapter, m.number}] = true
	}
	for i := range r.Rep.Commitments {
		c := &r.Rep.Commitments[i]
		footnote.EachRef(c, func(f model.Ref) {
			k := key{c.Number, f.Number}
			if done[k] || has(c.Number, f.Number) {
				return
			}
			done[k] = true
			r.Warn("marker-without-note", fmt.Sprintf("no note %d was found, as a marker says", f.Number), f.At)
		})
	}
}

// sectionParagraphs are the pointers to the paragraphs of the members' sections,
// in the order of the document.
func (r *Reader) sectionParagraphs() []string {
	var out []string
	for i := range r.Rep.Commitments {
		c := &r.Rep.Commitments[i]
		for j := range c.Verdicts {
			q := sheet.PointerTo("commitments", i) + sheet.PointerTo("verdicts", j)
			out = append(out, q+"/opening")
			for k := range c.Verdicts[j].Actions {
				out = append(out, q+sheet.PointerTo("actions", k))
			}
			out = append(out, q+"/closing")
		}
	}
	return out
}

// maxBetween is how many paragraphs between two markers may be named at most:
// further apart they say next to nothing of where a third one is.
const maxBetween = 12

// betweenMarkers are the pointers to the paragraphs in which the marker n must
// stand: those with the nearest markers before and behind it in the count, and
// those between them.
func betweenMarkers(paragraphs []string, markers []markerAt, n int) []string {
	var before, behind *markerAt
	for i := range markers {
		m := &markers[i]
		if m.number < n && (before == nil || m.number >= before.number) {
			before = m
		}
		if m.number > n && (behind == nil || m.number < behind.number) {
			behind = m
		}
	}
	var out []string
	if before != nil && behind != nil {
		from := slices.Index(paragraphs, before.pointer)
		if to := slices.Index(paragraphs, behind.pointer); from >= 0 && to > from && to-from <= maxBetween {
			return append(out, paragraphs[from:to+1]...)
		}
	}
	for _, m := range []*markerAt{before, behind} {
		if m != nil && (m.number == n-1 || m.number == n+1) && (len(out) == 0 || out[0] != m.pointer) {
			out = append(out, m.pointer)
		}
	}
	return out
}

// checkGaps doubts the note before each number that is left out.
func (r *Reader) checkGaps(check string, notes []model.Footnote) {
	gaps := 0
	for i := 1; i < len(notes); i++ {
		a, b := &notes[i-1], &notes[i]
		if b.Number <= a.Number+1 || b.Number-a.Number > maxGap {
			continue
		}
		gaps++
		r.Doubt("note-gap", fmt.Sprintf("behind note %d stands note %d", a.Number, b.Number), a.At, sheet.PointerTo("footnotes", i-1))
	}
	if gaps > 0 {
		r.said(check, false, "numbers that go on", fmt.Sprintf("%d gaps", gaps))
	}
}

// minLost is how many numbers of markers have no note where notes were lost by
// the reading: a report that leaves out a note leaves out one or two.
const minLost = 3

// checkLost doubts the notes as such where a tenth of the numbers that markers
// have, or more, are of no note: what was not read has no place of its own.
// Where there is no note at all that is said already (WarnNotesMissing).
func (r *Reader) checkLost(check string, notes, asked, bare int) {
	if bare == 0 {
		return
	}
	r.said(check, false, fmt.Sprintf("%d numbers of markers", asked), fmt.Sprintf("%d of them without a note that was found", bare))
	if notes > 0 && bare >= minLost && 10*bare >= asked {
		r.Doubt("notes-lost", fmt.Sprintf("no notes were found of %d of the %d numbers that markers have", bare, asked), nil, "/footnotes")
	}
}

// maxGap is the widest step in the numbers of notes that is a gap: a wider one
// is another count.
const maxGap = 30

// restarts reports whether the count of the notes begins again somewhere.
func restarts(notes []model.Footnote) bool {
	seen := map[int]bool{}
	for i := range notes {
		if n := notes[i].Number; n > 0 && n <= 3 {
			if seen[n] {
				return true
			}
			seen[n] = true
		}
	}
	return false
}

// chapterMarkers are the markers of a chapter with what holds them, in order.
func chapterMarkers(p string, c *model.Commitment) []markerAt {
	var out []markerAt
	add := func(pointer string, at model.At, refs []model.Ref) {
		for _, f := range refs {
			out = append(out, markerAt{number: f.Number, pointer: pointer, at: at})
		}
	}
	for j := range c.Verdicts {
		v, q := &c.Verdicts[j], p+sheet.PointerTo("verdicts", j)
		if v.Opening != nil {
			add(q+"/opening", v.Opening.At, v.Opening.Footnotes)
		}
		for k := range v.Actions {
			add(q+sheet.PointerTo("actions", k), v.Actions[k].At, v.Actions[k].Footnotes)
		}
		if v.Closing != nil {
			add(q+"/closing", v.Closing.At, v.Closing.Footnotes)
		}
	}
	return out
}
