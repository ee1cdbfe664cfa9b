package front

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/date"
)

// readHeadPeriod takes the period that a running head prints, as chapters do that are files of
// their own: "2031 G7 Norport Summit Final Report, 4 May 2031 to 1 March 2032". Beside the
// cover's it is kept where it is another one. It reports whether the head prints one: its
// dates are then no day of publication.
func (r *Reader) readHeadPeriod(h model.RunningHead) bool {
	q, ok := date.ParsePeriod(r.Vocab, r.printedHead(h))
	if !ok {
		return false
	}
	info := &r.Rep.Report
	if l := r.headLine(h); l != nil {
		q.At = model.At{{Page: l.Page, Box: l.Box}}
	}
	switch {
	case info.Period == nil:
		info.Period = &q
	case info.Period.From == q.From && info.Period.To == q.To:
		return true
	}
	info.Periods = append(info.Periods, q)
	return true
}
