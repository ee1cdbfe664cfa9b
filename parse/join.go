package parse

import (
	"strings"

	"recount.invalid/recount/internal/parallel"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
)

// joinReferences reads the footnotes, says to which chapter each belongs, and
// gives chapters the serials of the front list.
func (r *reading) joinReferences() error {
	r.readPeriodsInText()
	r.decideSerials()
	ids := map[int]string{}
	for _, p := range r.rep.CommitmentsList {
		ids[p.Number] = p.ID
	}
	for i := range r.rep.Commitments {
		if c := &r.rep.Commitments[i]; c.ID == "" {
			c.ID = ids[c.Number]
		}
	}
	for i := range r.rep.Matrices {
		for j := range r.rep.Matrices[i].Rows {
			if row := &r.rep.Matrices[i].Rows[j]; row.ID == "" {
				row.ID = ids[row.Number]
			}
		}
	}
	marked := make([]map[int][]model.Place, len(r.chapters)) // by number
	for i, c := range r.chapters {
		marked[i] = map[int][]model.Place{}
		eachRef(c.rep, func(f model.Ref) {
			if len(f.At) > 0 {
				marked[i][f.Number] = append(marked[i][f.Number], f.At[0])
			}
		})
	}
	notes := make([]notation.Note, len(r.notes))
	parallel.Each(r.jobs, len(r.notes), func(i int) {
		if r.stopped() {
			return
		}
		notes[i] = r.footnote(r.notes[i])
		notes[i].Commitment = r.chapterOfNote(r.notes[i], marked)
	})
	// A note without a marker of its own stands with its neighbours in the
	// count.
	for i := 1; i+1 < len(notes); i++ {
		before, n, behind := &notes[i-1], &notes[i], &notes[i+1]
		if before.Commitment == behind.Commitment && before.Number < n.Number && n.Number < behind.Number {
			n.Commitment = before.Commitment
		}
	}
	notation.SettlePlaces(r.vocab, notes)
	for i := range notes {
		r.warnHyphens(notes[i].Hyphens, notes[i].At)
		if d := notes[i].Dates; len(d) > 0 {
			r.warn("note-date-undecided", "two dates of the note can be its day of publication: "+strings.Join(d, ", "), notes[i].At, d...)
		}
		r.rep.Footnotes = append(r.rep.Footnotes, notes[i].Footnote)
	}
	return nil
}

// chapterOfNote is the number of the chapter whose marker stands on the
// note's page, above the note, or on the page before; without one, the chapter that has reached
// the note's page and has the marker at all; without that, the last chapter
// that began on or before the page. 0 is outside the chapters.
func (r *reading) chapterOfNote(n *note, marked []map[int][]model.Place) int {
	best, rank := 0, 0
	top := n.parts[0].l.Box.Top()
	for i, c := range r.chapters {
		if c.pages[0] == 0 || c.pages[0] > n.page {
			continue
		}
		k := 1
		if n.page > c.pages[1]+1 {
			k = 0
		}
		for _, m := range marked[i][n.number] {
			switch {
			case m.Page == n.page && m.Box.Top() < top:
				k = 4
			case m.Page == n.page-1:
				k = max(k, 3)
			case m.Page < n.page:
				k = max(k, 2)
			}
		}
		if k > 0 && k >= rank {
			best, rank = c.number, k
		}
	}
	return best
}

// eachRef calls f for every marker of a chapter.
func eachRef(c *model.Commitment, f func(model.Ref)) {
	texts := func(ts []model.Text) {
		for _, t := range ts {
			refs(t.Footnotes, f)
		}
	}
	if c.Heading != nil {
		refs(c.Heading.Footnotes, f)
	}
	refs(c.Footnotes, f)
	if a := c.Assessment; a != nil {
		texts(a.Heads)
		refs(a.Footnotes, f)
		for _, s := range a.Scores {
			refs(s.Footnotes, f)
		}
	}
	texts(c.Background)
	texts(c.Features)
	for _, d := range c.Definitions {
		refs(d.Footnotes, f)
	}
	for _, l := range c.Guidelines {
		refs(l.Footnotes, f)
	}
	for _, l := range c.Rubric {
		refs(l.Footnotes, f)
	}
	for _, s := range c.Other {
		texts(s.Paragraphs)
	}
	for _, v := range c.Verdicts {
		if v.Heading != nil {
			refs(v.Heading.Footnotes, f)
		}
		for _, s := range []*model.Statement{v.Opening, v.Closing} {
			if s != nil {
				refs(s.Footnotes, f)
			}
		}
		if v.Concluding != nil && v.Closing == nil {
			refs(v.Concluding.Footnotes, f)
		}
		for _, a := range v.Actions {
			refs(a.Footnotes, f)
		}
	}
}

// readPeriodsInText finds statements of the compliance period in the front
// matter's prose.
func (r *reading) readPeriodsInText() {
	info := &r.rep.Report
	for _, s := range r.rep.Sections {
		for _, t := range s.Paragraphs {
			if p, ok := notation.ParsePeriod(r.vocab, t.Text); ok {
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
