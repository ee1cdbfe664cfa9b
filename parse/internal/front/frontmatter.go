package front

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/scoring"
	"recount.invalid/recount/parse/internal/sheet"
)

// ReadFrontMatter reads what stands before the first chapter: the cover, the
// list of commitments, matrices, rankings and prose.
func (r *Reader) ReadFrontMatter() error {
	r.readCover()
	var section *model.Section
	for i, b := range r.Front {
		if b.Used {
			continue
		}
		b.Used = true
		if b.Table != nil {
			r.readFrontTable(b.Table, r.tableTitle(i))
			section = nil
			continue
		}
		t := r.Content(b)
		if m := r.lastMatrix(b); m != nil {
			m.Notes = append(m.Notes, t)
			continue
		}
		if r.takeListed(b, t) {
			continue
		}
		if section == nil || r.HeadingLike(b) {
			r.Rep.Sections = append(r.Rep.Sections, model.Section{At: t.At, Paragraphs: []model.Text{}})
			section = &r.Rep.Sections[len(r.Rep.Sections)-1]
			if r.HeadingLike(b) {
				section.Heading = t.Text
				continue
			}
		}
		section.Paragraphs = append(section.Paragraphs, t)
		section.At = section.At.Join(t.At)
	}
	r.doubtLooseScores()
	return nil
}

// doubtLooseScores tells of tables whose scores were read as running text, once a page.
func (r *Reader) doubtLooseScores() {
	var texts []model.Text
	for _, s := range r.Rep.Sections {
		texts = append(texts, model.Text{Text: s.Heading, At: s.At})
		texts = append(texts, s.Paragraphs...)
	}
	told := map[int]bool{}
	for _, t := range r.LooseScores(texts) {
		if page := t.At.Page(); !told[page] {
			told[page] = true
			r.Warn(scoring.KindUnreadScores, "scores stand in a row in running text, as in a table that was not found: "+sheet.Clip(t.Text, 80), t.At)
		}
	}
}

// readFrontTable reads a table outside the chapters by what is in it.
func (r *Reader) readFrontTable(t *sheet.Table, title string) {
	switch {
	case r.IsMatrix(t):
		r.addMatrix(r.ReadMatrix(t, title))
	case r.IsRanking(t):
		r.Rep.Rankings = append(r.Rep.Rankings, r.ReadRanking(t, title))
	case len(r.RankingsBeside(t)) > 0:
		for _, part := range r.RankingsBeside(t) {
			r.Rep.Rankings = append(r.Rep.Rankings, r.ReadRanking(part, title))
		}
	case r.isCommitmentsList(t):
		r.readCommitmentsList(t)
		if title != "" {
			r.Rep.Sections = append(r.Rep.Sections, model.Section{Heading: title, Paragraphs: []model.Text{}, At: t.Where()})
		}
	default:
		r.KeepTable(t, title, true)
	}
}

// KeepTable keeps a table of no known kind cell by cell, one before the chapters
// or one in them.
func (r *Reader) KeepTable(t *sheet.Table, title string, front bool) {
	out := model.Table{Title: title, At: t.Where()}
	for row := range t.Rows {
		cells := make([]string, 0, t.Cols)
		empty := true
		for _, c := range t.Cells {
			if c.Row == row {
				cells = append(cells, c.Text.Text)
				empty = empty && c.Text.Text == ""
			}
		}
		if !empty {
			out.Rows = append(out.Rows, cells)
		}
	}
	r.Rep.Tables = append(r.Rep.Tables, out)
	kind, text := "table-unknown", "a table of no known kind: "
	if front && r.LooksScored(t) {
		kind, text = scoring.KindUnreadScores, "a table of scores was not understood: "
	}
	r.Warn(kind, text+sheet.Clip(title, 80), out.At)
}

// tableTitle is the heading that stands right above a table of the front
// matter, on its page or, at a page's top, at the end of the page before.
func (r *Reader) tableTitle(i int) string {
	t := r.Front[i].Table
	var best *paragraph.Block
	for _, b := range r.Front {
		if b.Table != nil || b.Page != t.Page || len(b.Lines) > 3 {
			continue
		}
		last := b.Lines[len(b.Lines)-1]
		if d := t.Box.Top() - last.Baseline; d < -0.5*last.Size || d > 4*last.Size {
			continue
		}
		if best == nil || last.Baseline > best.Lines[len(best.Lines)-1].Baseline {
			best = b
		}
	}
	if best == nil && i > 0 && r.Front[i-1].Table == nil && r.Front[i-1].Page != t.Page {
		best = r.Front[i-1]
	}
	if best == nil || len(best.Lines) > 3 {
		return ""
	}
	text := r.Content(best).Text
	if !r.HeadingLike(best) && !strings.HasPrefix(text, "Table") {
		return ""
	}
	// The title is the table's, not a section's of its own.
	best.Used = true
	for k := len(r.Rep.Sections) - 1; k >= 0; k-- {
		if s := r.Rep.Sections[k]; s.Heading == text && len(s.Paragraphs) == 0 {
			r.Rep.Sections = append(r.Rep.Sections[:k], r.Rep.Sections[k+1:]...)
			break
		}
	}
	return text
}

// lastMatrix is the matrix under which a small line on the same page is a
// legend, or nil.
func (r *Reader) lastMatrix(b *paragraph.Block) *model.Matrix {
	n := len(r.Rep.Matrices)
	if n == 0 || r.HeadingLike(b) {
		return nil
	}
	m := &r.Rep.Matrices[n-1]
	last := m.At[len(m.At)-1]
	if last.Page != b.Page.Number || b.Lines[0].Box.Top() < last.Box.Bottom()-b.Size || b.Lines[0].Box.Top() > last.Box.Bottom()+6*b.Size {
		return nil
	}
	return m
}
