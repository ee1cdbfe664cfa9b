package parse

import (
	"slices"
	"strings"

	"recount.invalid/recount/internal/parallel"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/citation"
	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/parse/internal/footnote"
	"recount.invalid/recount/parse/internal/sheet"
)

// joinReferences reads the footnotes, says to which chapter each belongs, and
// gives chapters the serials of the front list.
func (r *reading) joinReferences() error {
	r.readPeriodsInText()
	r.DecideSerials()
	r.WithoutRubric()
	r.LevelsMissing()
	ids := map[int]string{}
	for _, p := range r.Rep.CommitmentsList {
		ids[p.Number] = p.ID
	}
	for i := range r.Rep.Commitments {
		if c := &r.Rep.Commitments[i]; c.ID == "" {
			c.ID = ids[c.Number]
		}
	}
	for i := range r.Rep.Matrices {
		for j := range r.Rep.Matrices[i].Rows {
			if row := &r.Rep.Matrices[i].Rows[j]; row.ID == "" {
				row.ID = ids[row.Number]
			}
		}
	}
	marked := make([]map[int][]model.Place, len(r.Chapters)) // by number
	for i, c := range r.Chapters {
		marked[i] = map[int][]model.Place{}
		footnote.EachRef(c.Rep, func(f model.Ref) {
			if len(f.At) > 0 {
				marked[i][f.Number] = append(marked[i][f.Number], f.At[0])
			}
		})
	}
	r.LearnAccessWords()
	notes := make([]citation.Note, len(r.Notes))
	parallel.Each(r.Jobs, len(r.Notes), func(i int) {
		if r.Stopped() {
			return
		}
		notes[i] = r.Footnote(r.Notes[i])
		notes[i].Commitment = r.chapterOfNote(r.Notes[i], marked)
	})
	// A note without a marker of its own stands with its neighbours in the
	// count.
	for i := 1; i+1 < len(notes); i++ {
		before, n, behind := &notes[i-1], &notes[i], &notes[i+1]
		if before.Commitment == behind.Commitment && before.Number < n.Number && n.Number < behind.Number {
			n.Commitment = before.Commitment
		}
	}
	r.settleNoteGroups(notes, marked)
	citation.SettlePlaces(r.Vocab, notes)
	r.Rep.Footnotes = slices.Grow(r.Rep.Footnotes, len(notes))
	for i := range notes {
		r.WarnHyphens(notes[i].Hyphens, notes[i].At)
		if d := notes[i].Dates; len(d) > 0 {
			r.Warn("note-date-undecided", "two dates of the note can be its day of publication: "+strings.Join(d, ", "), notes[i].At, d...)
		}
		r.Rep.Footnotes = append(r.Rep.Footnotes, notes[i].Footnote)
		dates, places := notes[i].Unread(r.Vocab)
		if len(dates) > 0 {
			r.Doubt("note-date-unread", "no day of publication was read of the note, which has: "+strings.Join(dates, ", "), notes[i].At, sheet.PointerTo("footnotes", i))
		}
		if len(places) > 0 {
			r.Doubt("note-place-unread", "no place was read of the note, which has: "+strings.Join(places, ", "), notes[i].At, sheet.PointerTo("footnotes", i))
		}
	}
	return nil
}

// chapterOfNote is the number of the chapter whose marker stands on the
// note's page, above the note, or on the page before; without one, the chapter that has reached
// the note's page and has the marker at all; without that, the last chapter
// that began on or before the page. 0 is outside the chapters.
func (r *reading) chapterOfNote(n *footnote.Note, marked []map[int][]model.Place) int {
	best, rank := 0, 0
	top := n.Parts[0].L.Box.Top()
	for i, c := range r.Chapters {
		if c.Pages[0] == 0 || c.Pages[0] > n.Page {
			continue
		}
		k := 1
		if n.Page > c.Pages[1]+1 {
			k = 0
		}
		for _, m := range marked[i][n.Number] {
			switch {
			case m.Page == n.Page && m.Box.Top() < top:
				k = 4
			case m.Page == n.Page-1:
				k = max(k, 3)
			case m.Page < n.Page:
				k = max(k, 2)
			}
		}
		if k > 0 && k >= rank {
			best, rank = c.Number, k
		}
	}
	return best
}

// readPeriodsInText finds statements of the compliance period in the front
// matter's prose.
func (r *reading) readPeriodsInText() {
	info := &r.Rep.Report
	for _, s := range r.Rep.Sections {
		for _, t := range s.Paragraphs {
			if p, ok := date.ParsePeriod(r.Vocab, t.Text); ok {
				p.At = t.At
				info.Periods = append(info.Periods, p)
				if info.Period == nil {
					first := p
					info.Period = &first
				}
			}
		}
	}
}
