package parse

// reportLeftovers turns what no stage has placed into warnings, so that
// nothing of the document vanishes.
func (r *reading) reportLeftovers() error {
	r.keepSignNotes()
	r.warnNotesMissing()
	for _, b := range r.blocks {
		if b.used {
			continue
		}
		t := r.content(b)
		r.warn("unplaced", t.Text, t.At)
	}
	for _, p := range r.pages {
		for _, t := range p.tables {
			placed := map[*line]map[int]bool{}
			whole := map[*line]bool{} // cut finer, all pieces placed
			for _, c := range t.cells {
				for _, pt := range c.parts {
					if o := pt.l.origin; o != nil {
						placed[o] = nil
						whole[o] = true
						continue
					}
					if placed[pt.l] == nil {
						placed[pt.l] = map[int]bool{}
					}
					for i := pt.from; i < pt.to; i++ {
						placed[pt.l][i] = true
					}
				}
			}
			for _, l := range t.lines {
				if l.Page != p.Number {
					continue // where it goes on is a table of its page too
				}
				for i, run := range l.Runs {
					if !whole[l] && !placed[l][i] {
						r.warn("unplaced", run.Text, cellPlace(l, i))
					}
				}
			}
		}
	}
	return nil
}
