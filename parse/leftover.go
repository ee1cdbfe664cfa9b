package parse

import (
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/sheet"
)

// reportLeftovers turns what no stage has placed into warnings, so that
// nothing of the document vanishes.
func (r *reading) reportLeftovers() error {
	r.KeepSignNotes()
	r.WarnNotesMissing()
	for _, b := range r.Blocks {
		if b.Used {
			continue
		}
		t := r.Content(b)
		r.Warn("unplaced", t.Text, t.At)
	}
	for _, p := range r.Pages {
		for _, t := range p.Tables {
			placed := map[*sheet.Line]map[int]bool{}
			whole := map[*sheet.Line]bool{} // cut finer, all pieces placed
			for _, c := range t.Cells {
				for _, pt := range c.Parts {
					if o := pt.L.Origin; o != nil {
						placed[o] = nil
						whole[o] = true
						continue
					}
					if placed[pt.L] == nil {
						placed[pt.L] = map[int]bool{}
					}
					for i := pt.From; i < pt.To; i++ {
						placed[pt.L][i] = true
					}
				}
			}
			for _, l := range t.Lines {
				if l.Page != p.Number {
					continue // where it goes on is a table of its page too
				}
				for i, run := range l.Runs {
					if !whole[l] && !placed[l][i] {
						r.Warn("unplaced", run.Text, marker.CellPlace(l, i))
					}
				}
			}
		}
	}
	return nil
}
