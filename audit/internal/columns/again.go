package columns

import (
	"fmt"
	"slices"

	"recount.invalid/recount/vocabulary"
)

// A member has one row in a table of averages. A second one that repeats most of its figures
// is a slip; which of two that differ is right cannot be told.

const (
	// fewestMembers is how many members must have a row each, beside the one that has two.
	fewestMembers = 5
	// fewestRepeated is how many figures of the first row the second must repeat, for each
	// that it does not.
	fewestRepeated = 3
)

// findAgain marks the second row of the one member that has two.
func (g *grid) findAgain(words *vocabulary.Vocabulary) {
	of := map[string][]int{}
	twice := ""
	for i, r := range g.rows {
		code, ok := words.Member(r.label)
		if !ok || r.counts || r.closes {
			continue
		}
		if of[code] = append(of[code], i); len(of[code]) > 1 {
			if twice != "" || len(of[code]) > 2 {
				return
			}
			twice = code
		}
	}
	if twice == "" || len(of) <= fewestMembers {
		return
	}
	first, second := of[twice][0], of[twice][1]
	same, other := 0, 0
	for c := range g.heads {
		a, b := g.rows[first].cells[c], g.rows[second].cells[c]
		switch {
		case g.barred[c] || a.value == nil || b.value == nil:
			if (a.value == nil) != (b.value == nil) || a.value == nil && c > 0 && !g.barred[c] && a.text != b.text {
				return // another stage, another source
			}
		case a.value.Rat().Cmp(b.value.Rat()) == 0:
			same++
		default:
			other++
		}
	}
	if same < fewestRepeated*max(other, 1) {
		return
	}
	g.rows[second].again = true
	g.first = first
}

// sayAgain says that a member has two rows; nothing else is said of the second.
func (g *grid) sayAgain(all []told) []told {
	second := slices.IndexFunc(g.rows, func(r row) bool { return r.again })
	if second < 0 {
		return all
	}
	a, b := g.rows[g.first], g.rows[second]
	all = slices.DeleteFunc(all, func(t told) bool { return t.finding != nil && t.finding.Row == b.number })
	f := g.finding(b, 0)
	f.Stated, f.Quote = b.label, b.label
	f.Computed = "one row"
	f.Message = fmt.Sprintf("%s stands twice in the table, in rows %d and %d", rowName(b), a.number, b.number)
	var differ []string
	for c := range g.heads {
		if x, y := a.cells[c].value, b.cells[c].value; !g.barred[c] && x != nil && y != nil && x.Rat().Cmp(y.Rat()) != 0 {
			differ = append(differ, fmt.Sprintf("%s (%s and %s)", g.name(c), a.cells[c].text, b.cells[c].text))
		}
	}
	if len(differ) == 0 {
		f.Message += ", with the same figures."
	} else {
		f.Message += fmt.Sprintf(", with the same figures but for %s.", differ[0])
		if len(differ) > 1 {
			f.Message = fmt.Sprintf("%s and %d more.", f.Message[:len(f.Message)-1], len(differ)-1)
		}
	}
	return append(all, told{rule: "row-duplicate", finding: &f})
}
