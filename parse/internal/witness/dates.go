package witness

import (
	"fmt"

	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/parse/internal/sheet"
)

// checkDates doubts each paragraph of a member's section that has a marker and
// names a date in its first sentence, where no date of the action was read: the
// date may stand in a place that is not understood. A paragraph without any
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
				dates := date.FindDates(r.Vocab, r.FirstSentence(a.Text))
				if len(dates) == 0 {
					continue
				}
				undated++
				r.Doubt("date-none", "no date of the action was read, though the first sentence names "+dates[0].Text, a.At, sheet.PointerTo("commitments", i, "verdicts", j, "actions", k))
			}
		}
	}
	if paragraphs > 0 {
		r.said(check, undated == 0, fmt.Sprintf("%d paragraphs of evidence", paragraphs), fmt.Sprintf("%d that name a date of which none was read", undated))
	}
}
