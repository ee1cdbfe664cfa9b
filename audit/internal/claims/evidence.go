package claims

import (
	"math/big"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// Evidence is what the tables say of one subject of the prose.
type Evidence struct {
	Label  string // name by which a finding calls the subject
	Id     string
	Scores reckon.Tally
	Means  []*big.Rat // exact means by every accepted convention, the plain mean first
	// Percents are what a percentage may also be: means of percentages.
	Percents []*big.Rat
	Printed  []model.Average // as printed in tables and rankings
	Where    []string        // "table", "chapter" or "ranking", parallel to printed
	// TwoMeans says that the summary table and the chapter's own have scores
	// with different means: one of them differs, or was not read in full.
	TwoMeans bool
}

// Best is the mean by which subjects are ordered: the exact one, otherwise
// the one printed.
func (e *Evidence) Best() *big.Rat {
	if len(e.Means) > 0 {
		return e.Means[0]
	}
	for _, a := range e.Printed {
		if a.Value != nil {
			return a.Value.Rat()
		}
	}
	for _, a := range e.Printed {
		if a.Percent != nil {
			return reckon.FromPercent(a.Percent.Rat())
		}
	}
	return nil
}

// ContradictsItself says whether what is printed in the table is not what its
// scores give: the prose can then not be measured by either.
func (e *Evidence) ContradictsItself() bool {
	if len(e.Means) == 0 {
		return false
	}
	for i, a := range e.Printed {
		if e.Where[i] != "table" {
			continue
		}
		if a.Value != nil && !holdsAny(*a.Value, e.Means) {
			return true
		}
		if a.Percent != nil {
			ok := false
			for _, m := range e.Means {
				ok = ok || reckon.PercentHolds(*a.Percent, m, a.Value)
			}
			if !ok {
				return true
			}
		}
	}
	return false
}

func holdsAny(d model.Decimal, means []*big.Rat) bool {
	for _, m := range means {
		if reckon.Holds(d, m) {
			return true
		}
	}
	return false
}

// ValueHolds reports whether a mean in prose is the table's or the scores'.
func (e *Evidence) ValueHolds(d model.Decimal) bool {
	if holdsAny(d, e.Means) {
		return true
	}
	for _, a := range e.Printed {
		if a.Value != nil && reckon.Holds(d, a.Value.Rat()) {
			return true
		}
	}
	return false
}

// percentHolds is the same for a percentage; value is the mean printed beside
// it in the prose, or nil.
func (e *Evidence) percentHolds(d model.Decimal, value *model.Decimal) bool {
	for _, m := range e.Means {
		if reckon.PercentHolds(d, m, nil) {
			return true
		}
	}
	if holdsAny(d, e.Percents) {
		return true
	}
	for _, a := range e.Printed {
		if a.Percent != nil && reckon.Holds(d, a.Percent.Rat()) || a.Value != nil && reckon.PercentHolds(d, nil, a.Value) {
			return true
		}
	}
	// A mean of +1 or 0 without decimals may be rounded from far off, its percentage not.
	return value != nil && value.Places > 0 && e.ValueHolds(*value) && reckon.PercentHolds(d, nil, value)
}

// Holds compares a whole figure and says which half fails.
func (e *Evidence) Holds(f *prose.Figure) (value, percent bool) {
	value, percent = true, true
	if f.Value != nil {
		value = e.ValueHolds(*f.Value)
	}
	if f.Percent != nil {
		percent = e.percentHolds(*f.Percent, f.Value)
	}
	return value, percent
}

// Print adds an average that is printed of the subject, and where; one without a figure is
// none.
func (e *Evidence) Print(a *model.Average, where string) {
	if a != nil && (a.Value != nil || a.Percent != nil) {
		e.Printed = append(e.Printed, *a)
		e.Where = append(e.Where, where)
	}
}
