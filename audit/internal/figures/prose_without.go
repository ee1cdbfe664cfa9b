package figures

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/prose/tally"
	"recount.invalid/recount/audit/reckon"
)

// proseWithout compares what averages would be without some of the members or commitments. An
// average of all may be that of the scores that are left, of the members' averages or of the
// commitments'.
func proseWithout(p *rule.Pass, x *claims.ProseEvidence, rd claims.ProseReading) {
	for _, st := range rd.Tallies {
		w := st.Without
		if w == nil {
			continue
		}
		grid, why := x.Grid()
		switch {
		case st.Doubt != "":
			why = st.Doubt
		case why != "":
		case len(grid.Doubted) > 0:
			why = "the table's own average is not what its scores give"
		case w.Figure.Value == nil && claims.WideScale(p):
			why = whichScale
		}
		if why != "" {
			p.Undecided(1, why)
			continue
		}
		e := withoutThem(grid, w.Left, w.Of)
		value, percent := e.Holds(&w.Figure)
		value = value && moves(grid, w, e)
		switch {
		case w.Open && w.Of.Kind == prose.Overall && !(value && percent) && ofSomeOne(x, grid, w):
			p.Undecided(1, "whose average is meant is not certain")
		case len(e.Means) == 0:
			p.Undecided(1, "what the figure is about was found in no table")
		case value && percent:
			p.Checked(1)
		case rule.WarnedAt(p.Report, rd.At):
			p.Undecided(1, rule.ProseInDoubt)
		default:
			if why := framed(p, &rd, st.Sentence); why != "" {
				p.Undecided(1, why)
				continue
			}
			p.Checked(1)
			has := fmt.Sprintf("%s (%s%%)", reckon.Rounded(e.Means[0], 2), reckon.Rounded100(e.Means[0], 0))
			if all := withoutThem(grid, nil, w.Of); w.By != nil && len(all.Means) > 0 {
				has += " in place of " + reckon.Rounded(all.Means[0], 2)
			}
			p.Found(rule.Finding{
				Message: fmt.Sprintf("The text says “%s”; the scores that are left give %s.", st.Text, has),
				Stated:  w.Figure.Text, Computed: has, Quote: st.Sentence, At: rd.At,
			})
		}
	}
}

const whichScale = "which scale the percentage is of is not certain"

// ofSomeOne reports whether a figure is that of a single commitment, or member, without those
// that are left out.
func ofSomeOne(x *claims.ProseEvidence, grid *claims.ScoreGrid, w *tally.Without) bool {
	for _, s := range x.Order {
		if s.Kind == prose.Overall || s.Kind == w.Left[0].Kind {
			continue
		}
		e := withoutThem(grid, w.Left, s)
		if value, percent := e.Holds(&w.Figure); value && percent {
			return true
		}
	}
	return false
}

// moves reports whether the average moves as far as stated, within a hundredth for each figure
// that may be rounded.
func moves(grid *claims.ScoreGrid, w *tally.Without, e claims.Evidence) bool {
	if w.By == nil || w.By.Value == nil || w.By.Percent != nil || len(e.Means) == 0 {
		return true
	}
	whole := withoutThem(grid, nil, w.Of)
	for _, a := range e.Means {
		for _, b := range whole.Means {
			off := new(big.Rat).Sub(a, b)
			if within(off.Abs(off), new(big.Rat).Abs(w.By.Value.Rat()), new(big.Rat).Add(reckon.HalfUnit(w.By.Value.Places), big.NewRat(1, 100))) {
				return true
			}
		}
	}
	return false
}

// withoutThem is what the scores of all, or of one, give without some.
func withoutThem(grid *claims.ScoreGrid, out []prose.Subject, of prose.Subject) claims.Evidence {
	left := func(c int, m string) bool {
		return slices.ContainsFunc(out, func(s prose.Subject) bool {
			return s.Kind == prose.Member && s.Member == m || s.Kind == prose.Commitment && s.Commitment == c
		})
	}
	var all []*big.Rat
	by := map[string][]*big.Rat{}
	var members, commitments []string
	for _, c := range grid.Commitments {
		commitments = append(commitments, strconv.Itoa(c))
		for _, m := range grid.Members {
			v, ok := grid.Score[c][m]
			if !ok || left(c, m) || of.Kind == prose.Member && m != of.Member || of.Kind == prose.Commitment && c != of.Commitment {
				continue
			}
			score := big.NewRat(int64(v), 1)
			all = append(all, score)
			by[m] = append(by[m], score)
			by[strconv.Itoa(c)] = append(by[strconv.Itoa(c)], score)
		}
	}
	members = grid.Members
	var e claims.Evidence
	add := func(list []*big.Rat) {
		if m, ok := reckon.MeanOf(list); ok {
			e.Means = append(e.Means, m)
		}
	}
	add(all)
	for _, lines := range [][]string{members, commitments} {
		var exact, printed []*big.Rat
		for _, line := range lines {
			if m, ok := reckon.MeanOf(by[line]); ok {
				exact = append(exact, m)
				if d, ok := new(big.Rat).SetString(reckon.Rounded(m, 2)); ok {
					printed = append(printed, d)
				}
			}
		}
		add(exact)
		add(printed)
	}
	return e
}
