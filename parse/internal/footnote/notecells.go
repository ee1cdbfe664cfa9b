package footnote

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
)

// EachRef calls f for every marker of a chapter.
func EachRef(c *model.Commitment, f func(model.Ref)) {
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

// RereadCells reads the cells that have raised figures once more: when tables
// are found it is not known yet which of the figures are markers and which the
// exponent of a unit or several markers in one.
func (r *Reader) RereadCells() error {
	for _, p := range r.Pages {
		for _, t := range p.Tables {
			for _, c := range t.Cells {
				if !r.mayBeMarked(c) {
					continue
				}
				at := c.Text.At
				c.Text, _ = r.TextOf(c.Parts) // what is doubtful in it was said
				c.Text.At = at
			}
		}
	}
	return nil
}

// mayBeMarked reports whether a cell has markers, read or not yet read.
func (r *Reader) mayBeMarked(c *sheet.Cell) bool {
	if len(c.Text.Footnotes) > 0 {
		return true
	}
	for _, p := range c.Parts {
		if r.Flat[p.L] != nil {
			return true
		}
	}
	return false
}

// cellMarker is a marker of a cell.
type cellMarker struct {
	ref  model.Ref
	kept bool // in a text of the report
}

// KeepCellMarkers gives the markers of tables' cells to the rows that were
// read from them, by their place: behind a score, a member's name or a
// commitment's. What stands in no row (the head of a column, an average)
// belongs to the table. Markers of cells that became texts have their place
// there already.
func (r *Reader) KeepCellMarkers() error {
	markers := map[int][]*cellMarker{} // by page
	type key struct {
		page, number int
		box          model.Box
	}
	byKey := map[key]*cellMarker{}
	for _, p := range r.Pages {
		for _, t := range p.Tables {
			for _, c := range t.Cells {
				for _, ref := range c.Text.Footnotes {
					if len(ref.At) == 0 {
						continue
					}
					m := &cellMarker{ref: ref}
					markers[ref.At[0].Page] = append(markers[ref.At[0].Page], m)
					byKey[key{ref.At[0].Page, ref.Number, ref.At[0].Box}] = m
				}
			}
		}
	}
	if len(byKey) == 0 {
		return nil
	}
	r.EachTextRef(func(ref model.Ref) {
		if len(ref.At) > 0 {
			if m := byKey[key{ref.At[0].Page, ref.Number, ref.At[0].Box}]; m != nil {
				m.kept = true
			}
		}
	})
	give := func(at model.At, refs *[]model.Ref) {
		for _, place := range at {
			for _, m := range markers[place.Page] {
				if !m.kept && sheet.HoldsCentre(place.Box, m.ref.At[0].Box) {
					*refs, m.kept = append(*refs, m.ref), true
				}
			}
		}
	}
	// Rows first: the box of a table holds them all.
	for i := range r.Rep.Commitments {
		if a := r.Rep.Commitments[i].Assessment; a != nil {
			for j := range a.Scores {
				give(a.Scores[j].At, &a.Scores[j].Footnotes)
			}
			give(a.At, &a.Footnotes)
		}
	}
	for i := range r.Rep.Matrices {
		m := &r.Rep.Matrices[i]
		for j := range m.Rows {
			give(m.Rows[j].At, &m.Rows[j].Footnotes)
		}
		give(m.At, &m.Footnotes)
	}
	for i := range r.Rep.Rankings {
		m := &r.Rep.Rankings[i]
		for j := range m.Entries {
			give(m.Entries[j].At, &m.Entries[j].Footnotes)
		}
		give(m.At, &m.Footnotes)
	}
	for i := range r.Rep.CommitmentsList {
		give(r.Rep.CommitmentsList[i].At, &r.Rep.CommitmentsList[i].Footnotes)
	}
	for i := range r.Rep.Tables {
		give(r.Rep.Tables[i].At, &r.Rep.Tables[i].Footnotes)
	}
	return nil
}

// EachTextRef calls f for every marker of a text of the report, in chapters or
// outside.
func (r *Reader) EachTextRef(f func(model.Ref)) {
	for i := range r.Rep.Commitments {
		EachRef(&r.Rep.Commitments[i], f)
	}
	texts := func(ts []model.Text) {
		for _, t := range ts {
			for _, ref := range t.Footnotes {
				f(ref)
			}
		}
	}
	for _, s := range r.Rep.Sections {
		texts(s.Paragraphs)
	}
	texts(r.Rep.Report.Cover)
	for _, m := range r.Rep.Matrices {
		texts(m.Heads)
		texts(m.Notes)
		refs(m.Footnotes, f)
		for _, row := range m.Rows {
			refs(row.Footnotes, f)
		}
	}
	for _, m := range r.Rep.Rankings {
		texts(m.Heads)
		refs(m.Footnotes, f)
		for _, e := range m.Entries {
			refs(e.Footnotes, f)
		}
	}
	for _, l := range r.Rep.CommitmentsList {
		refs(l.Footnotes, f)
	}
	for _, t := range r.Rep.Tables {
		refs(t.Footnotes, f)
	}
}

func refs(rs []model.Ref, f func(model.Ref)) {
	for _, ref := range rs {
		f(ref)
	}
}
