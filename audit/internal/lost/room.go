package lost

import (
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/model"
)

// Where sections follow each other down the page, one that is missing behind a
// section that leaves room on its page was not lost with the next page: it
// would have begun there.

// roomNeeded is how much of the page must be left below a section, in points:
// more than a heading and the paragraphs that are kept with it.
const roomNeeded = 180

// sectionFlow is how the sections of a report are set, for placing the end of
// one.
type sectionFlow struct {
	// runs says that sections follow each other on the page, and that each
	// that begins a page did so because the page before was full.
	runs bool
	// foot is how far down the text of a page reaches, in points from the top.
	foot float64
	// notes is where the notes of a page begin.
	notes map[int]float64
}

func newSectionFlow(r *model.Report) *sectionFlow {
	s := &sectionFlow{notes: map[int]float64{}}
	for i := range r.Commitments {
		for j := range r.Commitments[i].Verdicts {
			for at := range rule.VerdictAt(&r.Commitments[i].Verdicts[j]) {
				for k := range at {
					s.foot = max(s.foot, at[k].Box.Bottom())
				}
			}
		}
	}
	for i := range r.Footnotes {
		for _, a := range r.Footnotes[i].At {
			if top, ok := s.notes[a.Page]; !ok || a.Box.Top() < top {
				s.notes[a.Page] = a.Box.Top()
			}
		}
	}
	below, apart := 0, 0
	for i := range r.Commitments {
		vs := r.Commitments[i].Verdicts
		for j := 1; j < len(vs); j++ {
			_, end := rule.VerdictSpan(&vs[j-1])
			start, _ := rule.VerdictSpan(&vs[j])
			switch {
			case end == 0 || start == 0:
			case start == end:
				below++
			case s.room(&vs[j-1]):
				apart++
			}
		}
	}
	s.runs = below > 1 && apart == 0
	return s
}

// room reports whether a section leaves room for another one's beginning
// below its end.
func (s *sectionFlow) room(v *model.Verdict) bool {
	_, page := rule.VerdictSpan(v)
	end := 0.0
	for at := range rule.VerdictAt(v) {
		for k := range at {
			if at[k].Page == page {
				end = max(end, at[k].Box.Bottom())
			}
		}
	}
	limit := s.foot
	if top, ok := s.notes[page]; ok && top > end {
		limit = min(limit, top)
	} else if ok {
		return false // notes stand above or beside the end: not notes at the foot
	}
	return end > 0 && limit-end > roomNeeded
}

// WouldFollow reports whether another section, had it been printed, would have
// begun on the page on which this one ends.
func WouldFollow(p *rule.Pass, v *model.Verdict) bool {
	s := flowOf(p)
	return s.runs && s.room(v)
}

var flowOfSections = rule.Keep(func(p *rule.Pass) *sectionFlow { return newSectionFlow(p.Report) })

func flowOf(p *rule.Pass) *sectionFlow { return flowOfSections.Of(p) }
