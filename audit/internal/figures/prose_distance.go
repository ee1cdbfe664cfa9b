package figures

import (
	"fmt"
	"math/big"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/prose/tally"
)

// proseDistances compares the distances between two averages that a passage states.
func proseDistances(p *rule.Pass, x *claims.ProseEvidence, rd claims.ProseReading) {
	for _, st := range rd.Tallies {
		d := st.Distance
		if d == nil {
			continue
		}
		if st.Doubt != "" {
			p.Undecided(1, st.Doubt)
			continue
		}
		all, why := universe(x, d.Kind)
		if why == "" && d.Or != nil && claims.WideScale(p) {
			why = "which scale the points are of is not certain"
		}
		if why != "" {
			p.Undecided(1, why)
			continue
		}
		right, known, computed := distanceHolds(x, d, all)
		switch {
		case !known:
			p.Undecided(1, "what the figure is about was found in no table")
		case right:
			p.Checked(1)
		case rule.WarnedAt(p.Report, rd.At):
			p.Undecided(1, rule.ProseInDoubt)
		default:
			if why := framed(p, &rd, st.Sentence); why != "" {
				p.Undecided(1, why)
				continue
			}
			p.Checked(1)
			p.Found(rule.Finding{
				Message: fmt.Sprintf("The text says “%s”; in the tables %s.", st.Text, computed),
				Stated:  st.Text, Computed: computed, Quote: st.Sentence, At: rd.At,
			})
		}
	}
}

// distanceHolds reports whether all subjects stand as far apart as stated.
func distanceHolds(x *claims.ProseEvidence, d *tally.Distance, all []prose.Subject) (right, known bool, computed string) {
	for _, a := range d.Of {
		ea := x.Of[a]
		if ea == nil || ea.Best() == nil {
			return false, false, ""
		}
		to := d.To
		if d.End != prose.NoRank {
			to = []prose.Subject{end(x, all, d.End)}
		} else if len(to) == 0 {
			to = nextTo(x, a, all, d.Below)
		}
		if len(to) == 0 {
			return false, false, ""
		}
		for _, b := range to {
			eb := x.Of[b]
			if eb == nil || eb.Best() == nil || b.Kind != a.Kind {
				return false, false, ""
			}
			off := new(big.Rat).Sub(ea.Best(), eb.Best())
			if d.Below || d.Apart && off.Sign() < 0 {
				off.Neg(off)
			}
			if !within(off, d.By, d.Within) && (d.Or == nil || !within(off, d.Or, d.Within)) {
				return false, true, fmt.Sprintf("%s has %s and %s has %s", ea.Label, figureOf(ea), eb.Label, figureOf(eb))
			}
		}
	}
	return true, true, ""
}

// within reports whether two numbers are no farther apart than a third.
func within(a, b, most *big.Rat) bool {
	off := new(big.Rat).Sub(a, b)
	return off.Abs(off).Cmp(most) <= 0
}

// nextTo gives the nearest subject above another one, or below it.
func nextTo(x *claims.ProseEvidence, s prose.Subject, all []prose.Subject, above bool) []prose.Subject {
	var next *prose.Subject
	sign := -1
	if above {
		sign = 1
	}
	for i, o := range all {
		if x.Of[o].Best().Cmp(x.Of[s].Best())*sign > 0 && (next == nil || x.Of[o].Best().Cmp(x.Of[*next].Best())*sign < 0) {
			next = &all[i]
		}
	}
	if next == nil {
		return nil
	}
	return []prose.Subject{*next}
}
