package witness

import (
	"fmt"

	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/parse/internal/sheet"
)

// checkDates doubts each paragraph of a member's section that has a marker and
// names a date in its first sentence, where no date of the action was read: the
// date may stand in a place that is not understood. So may a day of the period that a
// later sentence names, where the first has no date. A paragraph without any
// date is undated in print.
func (r *Reader) checkDates(check string) {
	paragraphs, undated := 0, 0
	for i := range r.Rep.Commitments {
		for j := range r.Rep.Commitments[i].Verdicts {
			v := &r.Rep.Commitments[i].Verdicts[j]
			for k := range v.Actions {
				a := &v.Actions[k]
				paragraphs++
				if a.Date != "" || len(a.Footnotes) == 0 {
					continue
				}
				named, sentence := "", "the first sentence"
				if dates := date.FindDates(r.Vocab, r.FirstSentence(a.Text)); len(dates) > 0 {
					named = dates[0].Text
				} else if named = r.dayOfPeriod(a.Text); named == "" {
					continue
				} else {
					sentence = "a later sentence"
				}
				undated++
				r.Doubt("date-none", "no date of the action was read, though "+sentence+" names "+named, a.At, sheet.PointerTo("commitments", i, "verdicts", j, "actions", k))
			}
		}
	}
	if paragraphs > 0 {
		r.said(check, undated == 0, fmt.Sprintf("%d paragraphs of evidence", paragraphs), fmt.Sprintf("%d that name a date of which none was read", undated))
	}
}

// dayOfPeriod is the first day of the compliance period that a text names; empty where
// none is.
func (r *Reader) dayOfPeriod(text string) string {
	p := r.Rep.Report.Period
	if p == nil || len(p.From) != len("2006-01-02") || len(p.To) != len("2006-01-02") {
		return ""
	}
	for _, d := range date.FindDates(r.Vocab, text) {
		if len(d.EDTF) == len("2006-01-02") && d.EDTF >= p.From && d.EDTF <= p.To {
			return d.Text
		}
	}
	return ""
}
