package parse

import "recount.invalid/recount/model"

// rereadCells reads the cells that have raised figures once more: when tables
// are found it is not known yet which of the figures are markers and which the
// exponent of a unit or several markers in one.
func (r *reading) rereadCells() error {
	for _, p := range r.pages {
		for _, t := range p.tables {
			for _, c := range t.cells {
				if !r.mayBeMarked(c) {
					continue
				}
				at := c.text.At
				c.text, _ = r.textOf(c.parts) // what is doubtful in it was said
				c.text.At = at
			}
		}
	}
	return nil
}

// mayBeMarked reports whether a cell has markers, read or not yet read.
func (r *reading) mayBeMarked(c *cell) bool {
	if len(c.text.Footnotes) > 0 {
		return true
	}
	for _, p := range c.parts {
		if r.flat[p.l] != nil {
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

// keepCellMarkers gives the markers of tables' cells to the rows that were
// read from them, by their place: behind a score, a member's name or a
// commitment's. What stands in no row (the head of a column, an average)
// belongs to the table. Markers of cells that became texts have their place
// there already.
func (r *reading) keepCellMarkers() error {
	markers := map[int][]*cellMarker{} // by page
	type key struct {
		page, number int
		box          model.Box
	}
	byKey := map[key]*cellMarker{}
	for _, p := range r.pages {
		for _, t := range p.tables {
			for _, c := range t.cells {
				for _, ref := range c.text.Footnotes {
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
	r.eachTextRef(func(ref model.Ref) {
		if len(ref.At) > 0 {
			if m := byKey[key{ref.At[0].Page, ref.Number, ref.At[0].Box}]; m != nil {
				m.kept = true
			}
		}
	})
	give := func(at model.At, refs *[]model.Ref) {
		for _, place := range at {
			for _, m := range markers[place.Page] {
				if !m.kept && holdsCentre(place.Box, m.ref.At[0].Box) {
					*refs, m.kept = append(*refs, m.ref), true
				}
			}
		}
	}
	// Rows first: the box of a table holds them all.
	for i := range r.rep.Commitments {
		if a := r.rep.Commitments[i].Assessment; a != nil {
			for j := range a.Scores {
				give(a.Scores[j].At, &a.Scores[j].Footnotes)
			}
			give(a.At, &a.Footnotes)
		}
	}
	for i := range r.rep.Matrices {
		m := &r.rep.Matrices[i]
		for j := range m.Rows {
			give(m.Rows[j].At, &m.Rows[j].Footnotes)
		}
		give(m.At, &m.Footnotes)
	}
	for i := range r.rep.Rankings {
		m := &r.rep.Rankings[i]
		for j := range m.Entries {
			give(m.Entries[j].At, &m.Entries[j].Footnotes)
		}
		give(m.At, &m.Footnotes)
	}
	for i := range r.rep.CommitmentsList {
		give(r.rep.CommitmentsList[i].At, &r.rep.CommitmentsList[i].Footnotes)
	}
	for i := range r.rep.Tables {
		give(r.rep.Tables[i].At, &r.rep.Tables[i].Footnotes)
	}
	return nil
}

// eachTextRef calls f for every marker of a text of the report, in chapters or
// outside.
func (r *reading) eachTextRef(f func(model.Ref)) {
	for i := range r.rep.Commitments {
		eachRef(&r.rep.Commitments[i], f)
	}
	texts := func(ts []model.Text) {
		for _, t := range ts {
			for _, ref := range t.Footnotes {
				f(ref)
			}
		}
	}
	for _, s := range r.rep.Sections {
		texts(s.Paragraphs)
	}
	texts(r.rep.Report.Cover)
	for _, m := range r.rep.Matrices {
		texts(m.Heads)
		texts(m.Notes)
		refs(m.Footnotes, f)
		for _, row := range m.Rows {
			refs(row.Footnotes, f)
		}
	}
	for _, m := range r.rep.Rankings {
		texts(m.Heads)
		refs(m.Footnotes, f)
		for _, e := range m.Entries {
			refs(e.Footnotes, f)
		}
	}
	for _, l := range r.rep.CommitmentsList {
		refs(l.Footnotes, f)
	}
	for _, t := range r.rep.Tables {
		refs(t.Footnotes, f)
	}
}

func refs(rs []model.Ref, f func(model.Ref)) {
	for _, ref := range rs {
		f(ref)
	}
}
