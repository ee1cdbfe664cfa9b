package dates

import (
	"fmt"

	"recount.invalid/recount/audit/internal/rule"
)

var _ = rule.Register(rule.Rule{
	ID:         "date-repeated",
	Severity:   rule.Warning,
	Title:      "a date printed twice in a row",
	Checks:     "Looks in every paragraph for one date twice with nothing but a comma or a preposition between.",
	Why:        "One of the two was meant to be something else, or the sentence was put together from two.",
	Example:    "'On 4 May 2031, On 4 May 2031, the ministry …'. Near miss: 'from 4 May 2031 to 4 May 2032'.",
	Convention: "Same day, month and year, whatever the order in which they are written.",
	Since:      "0.1.0",
	Run:        runDateRepeated,
})

func runDateRepeated(p *rule.Pass) {
	texts := p.HeldTexts()
	for i, ds := range p.WrittenDates() {
		h := &texts[i]
		if len(ds) > 0 {
			p.Checked(1)
		}
		for k := 1; k < len(ds); k++ {
			a, b := ds[k-1], ds[k]
			if a.Day != b.Day || a.Month != b.Month || a.Year != b.Year || a.Last != b.Last {
				continue
			}
			if !rule.ReOnlyBetweenDates.MatchString(h.Text[a.End:b.Start]) {
				continue
			}
			f := h.Finding()
			f.Stated = h.Text[a.Start:b.End]
			f.Computed = h.Text[a.Start:a.End]
			f.Message = fmt.Sprintf("The date %s is printed twice in a row.", f.Computed)
			f.Quote = rule.Excerpt(h.Text, a.Start, b.End)
			p.Found(f)
		}
	}
}
