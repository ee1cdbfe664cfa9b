package parse

import "slices"

// joinedFoot is a page whose notes at the foot stand in the body again while a
// list of notes is followed over it.
type joinedFoot struct {
	page *pageState
	foot map[*line]bool
}

// joinFoot puts the notes at the foot of a page back behind its body where a
// list of notes that is followed from line from on goes on with them: what is
// set small at the foot of a page looks like its footnotes, and on the last
// pages of a report it is the rest of the list. The evidence is that the foot
// stands below all of the body and begins with the number that is due behind
// the last one above it, or right below the heading of the list.
func (r *reading) joinFoot(p *pageState, from, last int) (joinedFoot, bool) {
	if len(p.zone) == 0 || len(p.body) == 0 {
		return joinedFoot{}, false
	}
	text := false
	for _, l := range p.body[from:] {
		if n, rest, ok := leadingFigure(l.text); ok && rest != "" && !l.bold && r.hasMarker(n) && (last == 0 || n == last+1) {
			last = n
		}
		text = text || !l.bold
	}
	n, rest, ok := leadingFigure(p.zone[0].text)
	if !ok || rest == "" || !r.hasMarker(n) || last > 0 && n != last+1 || last == 0 && text {
		return joinedFoot{}, false
	}
	for _, l := range p.body {
		if l.Baseline >= p.zone[0].Baseline {
			return joinedFoot{}, false
		}
	}
	f := joinedFoot{page: p, foot: map[*line]bool{}}
	for _, l := range p.zone {
		f.foot[l] = true
	}
	p.body, p.zone = slices.Concat(p.body, p.zone), nil
	return f, true
}

// part takes the lines that the list has left in the body back to the foot.
func (f joinedFoot) part() {
	kept := f.page.body[:0:0]
	for _, l := range f.page.body {
		if f.foot[l] {
			f.page.zone = append(f.page.zone, l)
			continue
		}
		kept = append(kept, l)
	}
	f.page.body = kept
}
