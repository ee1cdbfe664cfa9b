package figures

import (
	"math/big"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
)

// A figure that is stated of several in a list is the figure of each of them, or one of all of
// them taken together, and no word need say which: "France, Germany and Italy reach +0.42".

// together is why a figure is not held against each of several.
const together = "the figure may be that of the subjects taken together"

// mayBeJoint reports whether a figure that some of several subjects do not have may be one of all of
// them: few have it themselves, and no word says it of each. Where the sentence speaks of
// them together, one who has it shows that it is of each; elsewhere half of them do. Where
// all have one and the same, that is theirs together as well.
func mayBeJoint(x *claims.ProseEvidence, c *prose.Claim, right int, wrong []prose.Subject) bool {
	switch {
	case len(c.Subjects) < 2:
		return false
	case c.Together():
		return right == 0
	case right == 0 && sameFigures(x, wrong):
		return false
	}
	return right < len(wrong) && !c.OfEach()
}

// jointly reports whether a figure that is stated of several subjects is their
// average taken together: the mean of their means, exact or as printed, or the
// mean of all their scores.
func jointly(x *claims.ProseEvidence, c *prose.Claim) bool {
	if len(c.Subjects) < 2 || c.Figure == nil {
		return false
	}
	var means, values, percents []*big.Rat
	all := reckon.Tally{}
	for _, s := range c.Subjects {
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
	var joint claims.Evidence
	for _, list := range [][]*big.Rat{means, values} {
		if m, ok := reckon.MeanOf(list); ok && len(list) == len(c.Subjects) {
			joint.Means = append(joint.Means, m)
		}
	}
	if m, ok := all.Mean(); ok {
		joint.Means = append(joint.Means, m)
	}
	if m, ok := reckon.MeanOf(percents); ok && len(percents) == len(c.Subjects) {
		joint.Percents = append(joint.Percents, m)
	}
	value, percent := joint.Holds(c.Figure)
	return value && percent
}
