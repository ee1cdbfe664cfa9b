package lost

import (
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/model"
)

// A marker that was lost, in print or in reading, leaves an action without a
// footnote and a note without a marker. That is one cause: the note is
// reported (footnote-unreferenced), with the action beside it.

// lostMarker is an action without a marker and the first of the notes that
// have none and whose numbers lie between the markers before and behind it.
type lostMarker struct {
	Action *model.Action
	Member string
	note   int
}

// Markers gives them, by the scope and the number of each such note.
func Markers(p *rule.Pass) (byNote map[[2]int]lostMarker, ofAction map[*model.Action]bool) {
	l := keptLostMarkers.Of(p)
	return l.byNote, l.ofAction
}

// markers are the lost markers by note and by action.
type markers struct {
	byNote   map[[2]int]lostMarker
	ofAction map[*model.Action]bool
}

var keptLostMarkers = rule.Keep(func(p *rule.Pass) markers {
	byNote, ofAction := findLostMarkers(p)
	return markers{byNote, ofAction}
})

func findLostMarkers(p *rule.Pass) (byNote map[[2]int]lostMarker, ofAction map[*model.Action]bool) {
	n, cited := p.Numbering(), p.Cited()
	byNote, ofAction = map[[2]int]lostMarker{}, map[*model.Action]bool{}
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		scope := n.Scope(c.Number)
		prev := 0
		var waiting []lostMarker
		see := func(refs []model.Ref) {
			for _, r := range refs {
				if len(waiting) == 1 && prev > 0 {
					for k := prev + 1; k < r.Number && k <= prev+rule.MaxGap; k++ {
						if n.Has[scope][k] && !cited[scope][k] {
							waiting[0].note = k
							byNote[[2]int{scope, k}] = waiting[0]
							ofAction[waiting[0].Action] = true
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
					waiting = append(waiting, lostMarker{Action: a, Member: v.Member})
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
