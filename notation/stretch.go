package notation

import "recount.invalid/recount/vocabulary"

// endsWhatBegan reads 'opened on 3 May and ended on DATE': the day on which ends what
// the same sentence says began on another. prep is the token before the date. The
// action is told of by the day on which it began.
func (d *dateReader) endsWhatBegan(prep int) bool {
	if !d.v.Has(vocabulary.EndingWords, d.word(prep-1)) {
		return false
	}
	for k := prep - 2; k > 0; k-- {
		if !d.v.Has(vocabulary.TimeBefore, d.word(k)) || !d.v.Has(vocabulary.BeginningWords, d.word(k-1)) {
			continue
		}
		next := d.at(k + 1)
		return next.kind == numberToken || next.month > 0 || d.v.Has(vocabulary.Weekdays, d.word(k+1))
	}
	return false
}
