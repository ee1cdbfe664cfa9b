package audit

import "recount.invalid/recount/model"

// A marker that was lost, in print or in reading, leaves an action without a
// footnote and a note without a marker. That is one cause: the note is
// reported (footnote-unreferenced), with the action beside it.

// lostMarker is an action without a marker and the first of the notes that
// have none and whose numbers lie between the markers before and behind it.
type lostMarker struct {
	action *model.Action
	member string
	note   int
}

// lostMarkers gives them, by the scope and the number of each such note.
func (p *Pass) lostMarkers() (byNote map[[2]int]lostMarker, ofAction map[*model.Action]bool) {
	l := markersLost.of(p)
	return l.byNote, l.ofAction
}

// lost are the lost markers by note and by action.
type lost struct {
	byNote   map[[2]int]lostMarker
	ofAction map[*model.Action]bool
}

var markersLost = keep(func(p *Pass) lost {
	byNote, ofAction := findLostMarkers(p)
	return lost{byNote, ofAction}
})

func findLostMarkers(p *Pass) (byNote map[[2]int]lostMarker, ofAction map[*model.Action]bool) {
	n, cited := p.numbering(), p.cited()
	byNote, ofAction = map[[2]int]lostMarker{}, map[*model.Action]bool{}
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		scope := n.scope(c.Number)
		prev := 0
		var waiting []lostMarker
		see := func(refs []model.Ref) {
			for _, r := range refs {
				if len(waiting) == 1 && prev > 0 {
					for k := prev + 1; k < r.Number && k <= prev+maxGap; k++ {
						if n.has[scope][k] && !cited[scope][k] {
							waiting[0].note = k
							byNote[[2]int{scope, k}] = waiting[0]
							ofAction[waiting[0].action] = true
						}
					}
				}
				waiting = nil
				prev = r.Number
			}
		}
		for j := range c.Verdicts {
			v := &c.Verdicts[j]
			if v.Opening != nil {
				see(v.Opening.Footnotes)
			}
			for k := range v.Actions {
				a := &v.Actions[k]
				if len(a.Footnotes) == 0 && (a.Date != "" || a.DateText != "") {
					waiting = append(waiting, lostMarker{action: a, member: v.Member})
				}
				see(a.Footnotes)
			}
			if v.Closing != nil {
				see(v.Closing.Footnotes)
			}
		}
	}
	return byNote, ofAction
}
