package figures

import (
	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/prose"
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
