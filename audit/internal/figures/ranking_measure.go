package figures

import (
	"math/big"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/model"
)

// otherMeasure is why a ranking is held against nothing.
const otherMeasure = "a ranking whose figures are not those of the tables"

// ofAverages reports whether the lines of a ranking give averages of compliance: members are
// ranked by what they paid, or by another report, in tables of the same form. A figure off the
// scale is none, and of the lines whose average the tables give most must have it. known is how
// many these are.
func ofAverages(x *claims.ProseEvidence, entries []model.RankedEntry) (known int, ok bool) {
	theirs := 0
	for _, e := range entries {
		if e.Value != nil && elsewhere.OutsideScale(e.Value.Rat()) || e.Percent != nil && outsidePercent(e.Percent.Rat()) {
			return 0, false
		}
		if ev := tableSays(x, e); ev != nil && (e.Value != nil || e.Percent != nil) {
			known++
			if isFigureOf(ev, e) {
				theirs++
			}
		}
	}
	return known, known == 0 || 2*theirs > known
}

// isFigureOf reports whether one of a line's figures is one that the tables state or give.
func isFigureOf(ev *claims.Evidence, e model.RankedEntry) bool {
	if e.Value != nil {
		return ev.ValueHolds(*e.Value)
	}
	_, percent := ev.Holds(&prose.Figure{Percent: e.Percent})
	return percent || ev.TimesHundred(*e.Percent, nil)
}

// outsidePercent reports whether a percentage is off both scales of compliance.
func outsidePercent(percent *big.Rat) bool {
	return new(big.Rat).Abs(percent).Cmp(big.NewRat(100, 1)) > 0
}
