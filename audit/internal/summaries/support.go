package summaries

import "fmt"

// What a row of figures is of is our reading of its label, its place and its heads. Where
// most figures of the row do not follow from that, it is the reading that is wrong, and not
// the figures: a row of changes below the averages is no row of slips. So is a column most
// of whose figures do not follow, where those of the other members do.

const (
	// fewestOfRow is how many figures of a row show what it is.
	fewestOfRow = 3
	// fewestOfColumn is how many figures of a member, in as many rows, show whether its
	// column was understood.
	fewestOfColumn = 4
)

// support is how many figures of one kind follow from the scores, and how many do not.
type support struct{ follow, fail int }

// see counts a figure.
func (s *support) see(f *Figure) {
	if f.Why != "" {
		return
	}
	if len(f.holdsBy()) > 0 {
		s.follow++
	} else {
		s.fail++
	}
}

// refutes reports whether the figures, if there are enough, show that they are of something
// else: not more of them follow than do not.
func (s *support) refutes(fewest int) bool {
	return s.follow+s.fail >= fewest && s.follow <= s.fail
}

// supportKey is what figures have in common that support each other: means and percentages
// are told apart, since a mean may follow where the percentages are of something else.
type supportKey struct {
	row     int // of the figures, by the place of its summary; -1 for a column
	member  string
	percent bool
}

// leaveUnsupported leaves figures undecided that do not follow, where their rows or columns
// show that they are of something else than we take them for. The figure of everything is of
// what the members' figures in its row are of.
func leaveUnsupported(all [][]Figure) {
	rows, columns := map[supportKey]*support{}, map[supportKey]*support{}
	see := func(in map[supportKey]*support, key supportKey, f *Figure) {
		if in[key] == nil {
			in[key] = &support{}
		}
		in[key].see(f)
	}
	each := func(do func(row int, f *Figure)) {
		for row := range all {
			for k := range all[row] {
				do(row, &all[row][k])
			}
		}
	}
	each(func(row int, f *Figure) {
		if f.member != "" {
			see(rows, supportKey{row, "", f.ofPercent()}, f)
		}
	})
	each(func(row int, f *Figure) {
		if f.Why != "" || len(f.holdsBy()) > 0 {
			return
		}
		if s := rows[supportKey{row, "", f.ofPercent()}]; s != nil && s.refutes(fewestOfRow) {
			f.Why = fmt.Sprintf("%s of the members' %d figures in the row follow from the rows that it seems to sum up: it may be of something else", few(s.follow), s.follow+s.fail)
		}
	})
	each(func(_ int, f *Figure) {
		if f.member != "" {
			see(columns, supportKey{-1, f.member, f.ofPercent()}, f)
		}
	})
	each(func(_ int, f *Figure) {
		if f.Why != "" || f.member == "" || len(f.holdsBy()) > 0 {
			return
		}
		if s := columns[supportKey{-1, f.member, f.ofPercent()}]; s.refutes(fewestOfColumn) {
			f.Why = fmt.Sprintf("%s of the member's %d figures follow from the scores of its column: they may be of something else", few(s.follow), s.follow+s.fail)
		}
	})
}

// ofPercent reports whether a figure is a percentage alone.
func (f *Figure) ofPercent() bool { return f.Stated.Value == nil }

// few is "only 2", or "none".
func few(n int) string {
	if n == 0 {
		return "none"
	}
	return fmt.Sprint("only ", n)
}
