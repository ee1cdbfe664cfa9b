package parse

import (
	"strings"

	"recount.invalid/recount/model"
)

// readFrontMatter reads what stands before the first chapter: the cover, the
// list of commitments, matrices, rankings and prose.
func (r *reading) readFrontMatter() error {
	r.readCover()
	var section *model.Section
	for i, b := range r.front {
		if b.used {
			continue
		}
		b.used = true
		if b.table != nil {
			r.readFrontTable(b.table, r.tableTitle(i))
			section = nil
			continue
		}
		t := r.content(b)
		if m := r.lastMatrix(b); m != nil {
			m.Notes = append(m.Notes, t)
			continue
		}
		if r.takeListed(b, t) {
			continue
		}
		if section == nil || r.headingLike(b) {
			r.rep.Sections = append(r.rep.Sections, model.Section{At: t.At, Paragraphs: []model.Text{}})
			section = &r.rep.Sections[len(r.rep.Sections)-1]
			if r.headingLike(b) {
				section.Heading = t.Text
				continue
			}
		}
		section.Paragraphs = append(section.Paragraphs, t)
		section.At = section.At.Join(t.At)
	}
	return nil
}

// readFrontTable reads a table outside the chapters by what is in it.
func (r *reading) readFrontTable(t *table, title string) {
	switch {
	case r.isMatrix(t):
		r.rep.Matrices = append(r.rep.Matrices, r.readMatrix(t, title))
	case r.isRanking(t):
		r.rep.Rankings = append(r.rep.Rankings, r.readRanking(t, title))
	case r.isCommitmentsList(t):
		r.readCommitmentsList(t)
		if title != "" {
			r.rep.Sections = append(r.rep.Sections, model.Section{Heading: title, Paragraphs: []model.Text{}, At: t.where()})
		}
	default:
		r.keepTable(t, title, true)
	}
}

// keepTable keeps a table of no known kind cell by cell, one before the chapters
// or one in them.
func (r *reading) keepTable(t *table, title string, front bool) {
	out := model.Table{Title: title, At: t.where()}
	for row := range t.rows {
		cells := make([]string, 0, t.cols)
		empty := true
		for _, c := range t.cells {
			if c.row == row {
				cells = append(cells, c.text.Text)
				empty = empty && c.text.Text == ""
			}
		}
		if !empty {
			out.Rows = append(out.Rows, cells)
		}
	}
	r.rep.Tables = append(r.rep.Tables, out)
	kind, text := "table-unknown", "a table of no known kind: "
	if front && r.looksScored(t) {
		kind, text = kindUnreadScores, "a table of scores was not understood: "
	}
	r.warn(kind, text+clip(title, 80), out.At)
}

// tableTitle is the heading that stands right above a table of the front
// matter, on its page or, at a page's top, at the end of the page before.
func (r *reading) tableTitle(i int) string {
	t := r.front[i].table
	var best *block
	for _, b := range r.front {
		if b.table != nil || b.page != t.page || len(b.lines) > 3 {
			continue
		}
		last := b.lines[len(b.lines)-1]
		if d := t.box.Top() - last.Baseline; d < -0.5*last.Size || d > 4*last.Size {
			continue
		}
		if best == nil || last.Baseline > best.lines[len(best.lines)-1].Baseline {
			best = b
		}
	}
	if best == nil && i > 0 && r.front[i-1].table == nil && r.front[i-1].page != t.page {
		best = r.front[i-1]
	}
	if best == nil || len(best.lines) > 3 {
		return ""
	}
	text := r.content(best).Text
	if !r.headingLike(best) && !strings.HasPrefix(text, "Table") {
		return ""
	}
	// The title is the table's, not a section's of its own.
	best.used = true
	for k := len(r.rep.Sections) - 1; k >= 0; k-- {
		if s := r.rep.Sections[k]; s.Heading == text && len(s.Paragraphs) == 0 {
			r.rep.Sections = append(r.rep.Sections[:k], r.rep.Sections[k+1:]...)
			break
		}
	}
	return text
}

// lastMatrix is the matrix under which a small line on the same page is a
// legend, or nil.
func (r *reading) lastMatrix(b *block) *model.Matrix {
	n := len(r.rep.Matrices)
	if n == 0 || r.headingLike(b) {
		return nil
	}
	m := &r.rep.Matrices[n-1]
	last := m.At[len(m.At)-1]
	if last.Page != b.page.Number || b.lines[0].Box.Top() < last.Box.Bottom()-b.size || b.lines[0].Box.Top() > last.Box.Bottom()+6*b.size {
		return nil
	}
	return m
}

// mergeTables joins a table that goes on over a page's end: the next block
// after it is a table at the top of the next page with as many columns and
// no heading between. A repeated head is taken once.
func (r *reading) mergeTables() {
	kept := r.blocks[:0:0]
	for _, b := range r.blocks {
		n := len(kept)
		if b.table != nil && n > 0 && kept[n-1].table != nil {
			a := kept[n-1]
			last := a.table.page.Number
			for _, l := range a.table.lines {
				last = max(last, l.Page)
			}
			if b.page.Number == last+1 && a.table.cols == b.table.cols && a.table.ruled == b.table.ruled {
				a.table.append(b.table)
				a.lines = append(a.lines, b.lines...)
				continue
			}
		}
		kept = append(kept, b)
	}
	r.blocks = kept
}

// append adds the rows of u below those of t.
func (t *table) append(u *table) {
	skip := 0
	for skip < u.rows && skip < t.rows && sameRow(t, u, skip) {
		skip++
	}
	for _, c := range u.cells {
		if c.row >= skip {
			c.row += t.rows - skip
			t.cells = append(t.cells, c)
		}
	}
	t.rows += u.rows - skip
	t.lines = append(t.lines, u.lines...)
	t.more = append(t.more, u.where()...)
	t.assessment = nil
}

func sameRow(t, u *table, row int) bool {
	a, b := t.row(row), u.row(row)
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].text.Text != b[i].text.Text {
			return false
		}
	}
	return true
}
