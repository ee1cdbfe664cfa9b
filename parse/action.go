package parse

import (
	"recount/model"
)

// readAction reads one paragraph of evidence. year is the year of the last
// dated action (or of the period's start), by which a date that is printed
// without one is completed; it moves on with each date.
func (r *reading) readAction(t model.Text, year *string) model.Action {
	a := model.Action{Text: t.Text, Footnotes: t.Footnotes, At: t.At, Amounts: findAmounts(r.vocab, t.Text)}
	if a.Footnotes == nil {
		a.Footnotes = []model.Ref{}
	}
	hint := func(month, day int) string { return *year }
	if d, ok := leadingDate(r.vocab, t.Text, hint); ok {
		a.Date, a.DateText = d.EDTF, d.Text
		if len(d.EDTF) >= 4 {
			*year = d.EDTF[:4]
		}
		if d.EDTF == "" {
			r.warn("date-unread", "a date without a year that nothing near it gives: "+d.Text, t.At)
		}
	}
	return a
}

func yearOfPeriod(p *model.Period) string {
	if p == nil || len(p.From) < 4 || len(p.To) < 4 || p.From[:4] != p.To[:4] {
		return ""
	}
	return p.From[:4]
}
