package audit

import "recount.invalid/recount/model"

// statedPeriods is what a report says of its compliance period.
type statedPeriods struct {
	first *model.Period // the cover's, or the first in the text; nil where none is known
	span  days          // of first
	// open is the longest span that the statements give together.
	open days
	// same are statements of the same period in other places, differ those of
	// them that are the first to state other days.
	same, differ []*model.Period
	// apart and otherStage count statements of other periods.
	apart, otherStage int
}

// statedPeriods reads the statements of the period. One that shares no end with
// the first is likely about another report.
func (p *Pass) statedPeriods() statedPeriods {
	info := &p.Report.Report
	var all []*model.Period
	if info.Period != nil {
		all = append(all, info.Period)
	}
	for i := range info.Periods {
		all = append(all, &info.Periods[i])
	}
	var s statedPeriods
	for i, q := range all {
		d, ok := periodDays(*q)
		switch {
		case !ok:
			continue
		case s.first == nil:
			s.first, s.span, s.open = q, d, d
			continue
		case d == s.span:
			// The cover's statement stands in both fields.
			if i != 1 || q.Text != s.first.Text || q.At.Page() != s.first.At.Page() {
				s.same = append(s.same, q)
			}
			continue
		case d.first != s.span.first && d.last != s.span.last || d.before(s.span) || s.span.before(d):
			s.apart++
			continue
		case p.periodOfOtherStage(*q):
			s.otherStage++
			continue
		}
		s.same = append(s.same, q)
		if d.first >= s.open.first && d.last <= s.open.last && s.open != s.span {
			continue
		}
		s.open.first, s.open.last = min(s.open.first, d.first), max(s.open.last, d.last)
		s.differ = append(s.differ, q)
	}
	return s
}
