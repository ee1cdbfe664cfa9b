package chapter

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/action"
	"recount.invalid/recount/notation/amount"
	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/sheet"
)

// readAction reads one paragraph of evidence in a
// member's section. years completes a date that is
// printed without its year; it moves on with each date.
func (r *Reader) readAction(t model.Text, member string, years *action.YearSense) model.Action {
	t = paragraph.WithoutBullet(t)
	a := model.Action{Text: t.Text, Footnotes: t.Footnotes, At: t.At, Amounts: amount.FindAmounts(r.Vocab, t.Text, member)}
	if p := years.Period; p != nil && len(p.From) >= 4 {
		for i := range a.Amounts {
			if m := &a.Amounts[i]; r.Vocab.OutOfUse(m.Currency, m.Text, member, sheet.YearWord(p.From[:4])) {
				m.Currency = ""
			}
		}
	}
	if r.Weighed != nil {
		years.Weighed = func(d date.Mention, names []string, weights []int) {
			w := sheet.Weighing{Question: "action date", Text: d.EDTF, Member: member, At: t.At}
			for i, n := range names {
				w.Held = append(w.Held, sheet.Evidence{Name: n, Weight: weights[i]})
			}
			r.Weighed(w)
		}
	}
	if a.Footnotes == nil {
		a.Footnotes = []model.Ref{}
	}
	if d, near, ok := action.ActionDate(r.Vocab, t.Text, years); ok {
		a.Date, a.DateText = d.EDTF, d.Text
		if len(near) > 0 {
			r.Warn("date-close", "several dates of the first sentence may be the action's", t.At, append([]string{d.Text}, texts(near)...)...)
		}
		if len(d.EDTF) >= 4 {
			years.Last = d.EDTF
		}
		if d.EDTF == "" {
			r.Warn("date-unread", "a date without a year that nothing near it gives: "+d.Text, t.At)
		}
	} else if d, ok := action.SoleDate(r.Vocab, t.Text, years); ok && len(t.Footnotes) > 0 {
		a.Date, a.DateText, years.Last = d.EDTF, d.Text, d.EDTF
		r.Warn("date-sole", "the one date of the first sentence was taken for the action's, though it may date something else: "+d.Text, t.At)
	}
	return a
}

// texts are dates as printed.
func texts(ds []date.Mention) []string {
	out := make([]string, len(ds))
	for i := range ds {
		out[i] = ds[i].Text
	}
	return out
}
