package claims

import (
	"recount.invalid/recount/audit/prose"
)

// A paragraph may give the members their averages without a word that says what the
// numbers are. That nearly all of them are the averages of the table says it: they
// then are what the paragraph is about, and the one that is another is a slip.

const (
	// fewestCalled is how many members must have the figure of the table.
	fewestCalled = 4
	// mostUncalled is how many figures may be others.
	mostUncalled = 1
)

// call takes the doubt off figures that no word calls scores, where the figures
// beside them show what they are.
func (rd *ProseReading) call(x *ProseEvidence) {
	holding, failing := map[prose.Subject]bool{}, 0
	for i := range rd.Claims {
		c := &rd.Claims[i]
		if c.Doubt != "" && c.Doubt != prose.NotCalled || c.Figure == nil || len(c.Subjects) == 0 {
			continue
		}
		held := true
		for _, s := range c.Subjects {
			// That a member's row does not count up is told elsewhere: its
			// figures say as well what the paragraph is about.
			e := x.Of[s]
			if e == nil || s.Kind != prose.Member {
				continue
			}
			if _, why := x.Usable(s); why != "" && !e.ContradictsItself() {
				continue // found in no table
			}
			if value, percent := e.Holds(c.Figure); value && percent {
				holding[s] = true
			} else if !e.ContradictsItself() {
				held = false
			}
		}
		if !held {
			failing++
		}
	}
	if len(holding) < fewestCalled || failing > mostUncalled {
		return
	}
	for i := range rd.Claims {
		if c := &rd.Claims[i]; c.Doubt == prose.NotCalled {
			c.Doubt = ""
		}
	}
}
