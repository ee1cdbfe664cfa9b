package citation

import "recount.invalid/recount/vocabulary"

// placeHabit is what the notes of a document, or of one of its chapters, have where
// places stand, by their form.
type placeHabit struct {
	alike, known map[slotShape]int // names that may be places, and those that are known
	issued       map[slotShape]int // notes whose publisher stands before the title
}

// SettlePlaces decides on the places between marks that their notes leave
// open: by the places that stand in brackets elsewhere, and by the other notes
// of the same form, whose places are known, or whose publishers stand before the
// title, so that none stands behind it. Where a note has several names that may
// be its place, the habit of its chapter decides.
func SettlePlaces(v *vocabulary.Vocabulary, notes []Note) {
	bracketed := map[string]bool{}
	for _, n := range notes {
		if n.Place != "" && (len(n.Slots) == 0 || n.Slots[0].shape.order == placeApart && v.Has(vocabulary.Places, n.Place)) {
			bracketed[n.Place] = true
		}
	}
	knows := func(s *PlaceSlot) bool { return v.Has(vocabulary.Places, s.name) || bracketed[s.name] }
	all := newPlaceHabit()
	chapters := map[int]*placeHabit{}
	authored := map[slotShape]bool{} // forms in which an author stands before the title
	for i := range notes {
		n := &notes[i]
		own := chapters[n.Commitment]
		if own == nil {
			own = newPlaceHabit()
			chapters[n.Commitment] = own
		}
		placed := false // a known name is the note's place, and no other
		for _, s := range n.Slots {
			placed = placed || knows(s)
		}
		if n.Place != "" && len(n.Slots) == 0 {
			own.known[slotShape{order: placeInBrackets}]++
		}
		for _, s := range n.Slots {
			if s.shape.before == '"' && namesBody(v, s.name) { // 'Author, “Title,” Publisher, date'
				authored[s.shape] = true
			}
			if !placed || knows(s) {
				all.count(v, s, knows(s))
				own.count(v, s, knows(s))
			}
		}
	}
	for i := range notes {
		n := &notes[i]
		if len(n.Slots) == 0 {
			continue
		}
		if s := n.Slots[0]; s.shape.order == placeApart {
			if !s.shape.quoted && !knows(s) && all.known[s.shape] < minAlike {
				n.Place = "" // nothing shows that it is a place; Unread says so
			}
			continue
		}
		if n.Place != "" {
			continue
		}
		own := chapters[n.Commitment]
		var best *PlaceSlot
		top := 0
		for _, s := range n.Slots {
			sum, shape := s.sum, s.shape
			if knows(s) {
				sum += weigh(knownPlace)
			}
			if all.bears(shape, authored[shape]) && (knows(s) || !own.elsewhere(shape)) {
				sum += weigh(placedAlike)
			} else {
				// Too few notes of the form bear it out: Unread tells of it.
				s.near = own.known[shape] > 0 && sum+weigh(placedAlike) >= placeFloor
				if s.onlyAlike {
					continue
				}
			}
			if sum < placeFloor {
				continue
			}
			rank := own.known[shape]
			if knows(s) {
				rank += len(notes) // before all that is not known
			}
			if best == nil || rank > top {
				best, top = s, rank
			}
		}
		if best != nil {
			n.Place, n.Title, n.Publisher = best.name, best.title, best.publisher
		}
	}
}

func newPlaceHabit() *placeHabit {
	return &placeHabit{alike: map[slotShape]int{}, known: map[slotShape]int{}, issued: map[slotShape]int{}}
}

// count takes a name that may be the place of a note.
func (h *placeHabit) count(v *vocabulary.Vocabulary, s *PlaceSlot, known bool) {
	if s.shape.before == '"' && !namesBody(v, s.name) && namesBody(v, s.publisher) {
		h.issued[s.shape]++
	}
	if s.sum+weigh(placedAlike) < placeFloor {
		return
	}
	h.alike[s.shape]++
	if known {
		h.known[s.shape]++
	}
}

// bears reports whether enough notes of a form have known places for the others to
// have one too.
func (h *placeHabit) bears(shape slotShape, authored bool) bool {
	borne := h.known[shape]
	if !authored {
		borne = max(borne, h.issued[shape])
	}
	share := alikeShare
	if shape.order == placeSecond && shape.before == ',' {
		share = titleShare
	}
	return borne >= minAlike && share*borne >= h.alike[shape]
}

// elsewhere reports whether places stand in another form than this one, in which
// none does.
func (h *placeHabit) elsewhere(shape slotShape) bool {
	if h.known[shape] > 0 || h.issued[shape] > 0 {
		return false
	}
	for other, n := range h.known {
		if other != shape && n >= minAlike {
			return true
		}
	}
	return false
}
