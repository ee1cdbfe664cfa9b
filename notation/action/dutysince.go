package action

import "recount.invalid/recount/vocabulary"

// dutySince reads 'Boats must carry a lamp from DATE on': a duty that holds from a day
// on began with it, where the sentence names no other and nobody's wish or report
// stands before it. 'From' alone may be the day on which a deadline begins to run or
// from which something is to be told.
func (d *reader) dutySince(prep, end int) bool {
	switch d.Word(prep) {
	case "since":
	case "from":
		if !d.v.Has(vocabulary.OnwardWords, d.Word(end)) || !d.boundary(end+1) && d.Word(end+1) != "" && !d.Mark(end+1, ".") {
			return false
		}
	default:
		return false
	}
	duty := -1
	for k := 0; k < prep; k++ {
		w := d.Word(k)
		switch {
		case d.v.Has(vocabulary.DutyWords, w):
			if duty >= 0 {
				return false
			}
			duty = k
		case d.aheadAt(k), d.boundary(k), d.v.Has(vocabulary.ReportWords, w), d.v.Has(vocabulary.AimWords, w), d.v.Has(vocabulary.AnswerWords, w):
			return false
		}
	}
	if duty <= 0 || !d.ownClause(duty) || d.relativeBefore(duty) {
		return false
	}
	for _, other := range d.All() {
		if other.From < prep {
			return false
		}
	}
	return true
}
