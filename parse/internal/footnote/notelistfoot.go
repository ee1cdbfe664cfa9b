package footnote

import (
	"slices"

	"recount.invalid/recount/parse/internal/sheet"
)

// joinedFoot is a page whose notes at the foot stand in the body again while a
// list of notes is followed over it.
type joinedFoot struct {
	page *sheet.Page
	foot map[*sheet.Line]bool
}

// joinFoot puts the notes at the foot of a page back behind its body where a
// list of notes that is followed from line from on goes on with them: what is
// set small at the foot of a page looks like its footnotes, and on the last
// pages of a report it is the rest of the list. The evidence is that the foot
// stands below all of the body and begins with the number that is due behind
// the last one above it, or right below the heading of the list.
func (r *Reader) joinFoot(p *sheet.Page, from, last int) (joinedFoot, bool) {
	if len(p.Zone) == 0 || len(p.Body) == 0 {
		return joinedFoot{}, false
	}
	text := false
	for _, l := range p.Body[from:] {
		if n, rest, ok := sheet.LeadingFigure(l.Printed); ok && rest != "" && !l.Bold && r.hasMarker(n) && (last == 0 || n == last+1) {
			last = n
		}
		text = text || !l.Bold
	}
	n, rest, ok := sheet.LeadingFigure(p.Zone[0].Printed)
	if !ok || rest == "" || !r.hasMarker(n) || last > 0 && n != last+1 || last == 0 && text {
		return joinedFoot{}, false
	}
	for _, l := range p.Body {
		if l.Baseline >= p.Zone[0].Baseline {
			return joinedFoot{}, false
		}
	}
	f := joinedFoot{page: p, foot: map[*sheet.Line]bool{}}
	for _, l := range p.Zone {
		f.foot[l] = true
	}
	p.Body, p.Zone = slices.Concat(p.Body, p.Zone), nil
	return f, true
}

// part takes the lines that the list has left in the body back to the foot.
func (f joinedFoot) part() {
	kept := f.page.Body[:0:0]
	for _, l := range f.page.Body {
		if f.foot[l] {
			f.page.Zone = append(f.page.Zone, l)
			continue
		}
		kept = append(kept, l)
	}
	f.page.Body = kept
}
