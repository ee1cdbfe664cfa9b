package summaries

import "slices"

// fewestOnScale is how many percentages of members must be on the scale from 0 to 100, and
// not from −100, before a single one on the other scale is wrong.
const fewestOnScale = 6

// withoutOneScale takes the scale from −100 to +100 out of what is tried for the one member
// of a summary row of percentages that follows on this scale alone, where those of all
// others follow on the scale from 0 to 100 and nearly all on that alone.
func withoutOneScale(fs []Figure) {
	type scales struct{ usual, hundred []int } // figures that follow on one scale alone
	of := map[int]*scales{}
	var order []int
	for i := range fs {
		f := &fs[i]
		if f.Why != "" || f.Stated.Value != nil || f.Stated.Percent == nil {
			continue
		}
		usual, hundred := false, false
		for _, g := range f.holdsBy() {
			hundred = hundred || g.Id == TimesHundred.Id
			usual = usual || g.Id != TimesHundred.Id
		}
		row := of[f.S.Row]
		if row == nil {
			row = &scales{}
			of[f.S.Row] = row
			order = append(order, f.S.Row)
		}
		switch {
		case usual && !hundred:
			row.usual = append(row.usual, i)
		case hundred && !usual:
			row.hundred = append(row.hundred, i)
		}
	}
	for _, number := range order {
		row := of[number]
		if len(row.hundred) == 1 && len(row.usual) >= fewestOnScale {
			f := &fs[row.hundred[0]]
			f.Gives = slices.DeleteFunc(f.Gives, func(g given) bool { return g.Id == TimesHundred.Id })
		}
	}
}
