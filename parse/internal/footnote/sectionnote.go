package footnote

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// takeSectionNotes moves notes into the zones that stand between the text of
// one page: at the end of a section, with the next one below. They begin with
// raised figures that the text is marked with, and are smaller than the text.
// What stands at the foot of the page or of one of its columns is left to its zone.
func (r *Reader) takeSectionNotes() {
	for _, p := range r.Pages {
		foot := belowText(p)
		kept := p.Body[:0:0]
		for i := 0; i < len(p.Body); {
			end := i
			if !foot[p.Body[i]] {
				end = r.sectionNotes(p, i)
			}
			if end > i {
				p.Zone = append(p.Zone, p.Body[i:end]...)
				i = end
				continue
			}
			kept = append(kept, p.Body[i])
			i++
		}
		p.Body = kept
	}
}

// belowText are the lines below the last text of the page or of its columns.
func belowText(p *sheet.Page) map[*sheet.Line]bool {
	out := map[*sheet.Line]bool{}
	for _, ls := range marker.Feet(p) {
		for i := len(ls) - 1; i >= 0 && !isTextLine(p, ls[i]); i-- {
			out[ls[i]] = true
		}
	}
	return out
}

// isTextLine reports whether a line is set in the size of the text or larger,
// outside tables.
func isTextLine(p *sheet.Page, l *sheet.Line) bool {
	return l.Dir == model.Rightward && l.Size >= l.BodySize()*layout.SmallRatio && !p.InTable(l)
}

// sectionNotes gives the end of the notes that begin at line i of a page's
// body, or i where none do: more than half of them are marked in the text.
func (r *Reader) sectionNotes(p *sheet.Page, i int) int {
	first := p.Body[i]
	if _, ok := sheet.RaisedStart(first); !ok || len(first.Runs) < 2 || isTextLine(p, first) || p.InTable(first) {
		return i
	}
	end, last := noteSized(p, i, first.Size), 0
	marked, all := 0, 0
	for k, l := range p.Body[i:end] {
		if k > 0 && l.Baseline-p.Body[i+k-1].Baseline > maxNoteLead*l.Size {
			end = i + k
			break
		}
		n, ok := sheet.RaisedStart(l)
		if !ok || len(l.Runs) < 2 {
			continue
		}
		if n < last {
			return i
		}
		last = n
		all++
		if r.marks[n] > 0 {
			marked++
		}
	}
	if 2*marked <= all {
		return i
	}
	return end
}

// maxNoteLead is how far apart, in their size, the baselines of notes are at
// most.
const maxNoteLead = 2.5
