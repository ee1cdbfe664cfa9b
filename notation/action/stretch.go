package action

import (
	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/vocabulary"
)

// endsWhatBegan reads 'opened on 3 May and ended on DATE': the day on which ends what
// the same sentence says began on another. prep is the token before the date. The
// action is told of by the day on which it began.
func (d *reader) endsWhatBegan(prep int) bool {
	if !d.v.Has(vocabulary.EndingWords, d.Word(prep-1)) {
		return false
	}
	for k := prep - 2; k > 0; k-- {
		if !d.v.Has(vocabulary.TimeBefore, d.Word(k)) || !d.v.Has(vocabulary.BeginningWords, d.Word(k-1)) {
			continue
		}
		next := d.At(k + 1)
		return next.Kind == date.NumberToken || next.Month > 0 || d.v.Has(vocabulary.Weekdays, d.Word(k+1))
	}
	return false
}
