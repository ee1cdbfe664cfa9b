package claims

import (
	"math/big"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
)

// Jointly reports whether a figure that is stated of several subjects is their
// average taken together: the mean of their means, exact or as printed, or the
// mean of all their scores.
func (x *ProseEvidence) Jointly(subjects []prose.Subject, f *prose.Figure) bool {
	if len(subjects) < 2 || f == nil {
		return false
	}
	var means, values, percents []*big.Rat
	all := reckon.Tally{}
	for _, s := range subjects {
		e, why := x.Usable(s)
		if why != "" || e.Best() == nil {
			return false
		}
		means = append(means, e.Best())
		all.Scores = append(all.Scores, e.Scores.Scores...)
		for _, a := range e.Printed {
			if a.Value != nil {
				values = append(values, a.Value.Rat())
			}
			if a.Percent != nil {
				percents = append(percents, a.Percent.Rat())
			}
			break
		}
	}
	var joint Evidence
	for _, list := range [][]*big.Rat{means, values} {
		if m, ok := reckon.MeanOf(list); ok && len(list) == len(subjects) {
			joint.Means = append(joint.Means, m)
		}
	}
	if m, ok := all.Mean(); ok {
		joint.Means = append(joint.Means, m)
	}
	if m, ok := reckon.MeanOf(percents); ok && len(percents) == len(subjects) {
		joint.Percents = append(joint.Percents, m)
	}
	value, percent := joint.Holds(f)
	return value && percent
}
