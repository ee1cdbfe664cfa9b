package parse

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/layout"
)

// takeSectionNotes moves notes into the zones that stand between the text of
// one page: at the end of a section, with the next one below. They begin with
// raised figures that the text is marked with, and are smaller than the text.
// What stands at a page's foot is left to its zone.
func (r *reading) takeSectionNotes() {
	for _, p := range r.pages {
		foot := len(p.body) // of the page's last lines in the size of the text
		for foot > 0 && !p.isTextLine(p.body[foot-1]) {
			foot--
		}
		kept := p.body[:0:0]
		for i := 0; i < len(p.body); {
			end := i
			if i < foot {
				end = r.sectionNotes(p, i)
			}
			if end > i {
				p.zone = append(p.zone, p.body[i:end]...)
				i = end
				continue
			}
			kept = append(kept, p.body[i])
			i++
		}
		p.body = kept
	}
}

// isTextLine reports whether a line is set in the size of the text or larger,
// outside tables.
func (p *pageState) isTextLine(l *line) bool {
	return l.Dir == model.Rightward && l.Size >= l.bodySize()*layout.SmallRatio && !p.inTable(l)
}

// sectionNotes gives the end of the notes that begin at line i of a page's
// body, or i where none do: more than half of them are marked in the text.
func (r *reading) sectionNotes(p *pageState, i int) int {
	first := p.body[i]
	if _, ok := raisedStart(first); !ok || len(first.Runs) < 2 || p.isTextLine(first) || p.inTable(first) {
		return i
	}
	end, last := p.noteSized(i, first.Size), 0
	marked, all := 0, 0
	for k, l := range p.body[i:end] {
		if k > 0 && l.Baseline-p.body[i+k-1].Baseline > maxNoteLead*l.Size {
			end = i + k
			break
		}
		n, ok := raisedStart(l)
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
