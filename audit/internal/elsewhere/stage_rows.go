package elsewhere

import (
	"strings"
	"unicode"

	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
)

var (
	// reRowSerial finds a serial in brackets behind the title of a row, reSerialFirst one
	// before it, and reRowNumber a number there.
	reRowSerial   = lazyregexp.New(`[\[(]\s*((?:(?:19|20)[0-9]{2}[-/])?[0-9]{1,3})\s*[\])]\s*$`)
	reSerialFirst = lazyregexp.New(`^\s*(?:[\[(]\s*((?:(?:19|20)[0-9]{2}[-/])?[0-9]{1,3})\s*[\])]|((?:19|20)[0-9]{2}[-/][0-9]{1,3}))(?:\s*[:.]?\s+|$)`)
	reRowNumber   = lazyregexp.New(`^\s*(?:(?:No|Nr)\.?\s*)?([0-9]{1,3})[.):]?\s+`)
)

// rowLabel is what a row says of which commitment it is of.
type rowLabel struct {
	serial string
	number int
	title  string // what is left
}

func readRowLabel(text string) rowLabel {
	var l rowLabel
	if m := reRowSerial.FindStringSubmatchIndex(text); m != nil {
		l.serial, text = text[m[2]:m[3]], text[:m[0]]
	}
	number := func() {
		if m := reRowNumber.FindStringSubmatchIndex(text + " "); m != nil && l.number == 0 {
			l.number, text = rule.Atoi(text[m[2]:m[3]]), strings.TrimSpace((text + " ")[m[1]:])
		}
	}
	// "3. [66] Energy", "[66] Energy", "2031-66 Energy"
	number()
	if m := reSerialFirst.FindStringSubmatchIndex(text); m != nil && l.serial == "" {
		for _, g := range []int{2, 4} {
			if m[g] >= 0 {
				l.serial = text[m[g]:m[g+1]]
			}
		}
		text = text[m[1]:]
		number()
	}
	l.title = text
	return l
}

// commitmentOfRow is the number of the one commitment that a row names: by its serial and
// a word of its title, by its title, or by less of it; 0 for none.
func commitmentOfRow(r *model.Report, text string) int {
	l := readRowLabel(text)
	named := strings.ContainsFunc(l.title, unicode.IsLetter)
	found := 0
	for i := range r.Commitments {
		c := &r.Commitments[i]
		bySerial := l.serial != "" && c.ID != "" && tallies.SameSerial(l.serial, c.ID)
		switch {
		case l.serial != "" && c.ID != "" && !bySerial:
			continue
		case !named:
			if l.number != 0 && c.Number != l.number || l.number == 0 && !bySerial {
				continue
			}
		case likeTitle(c, l.title) < sameTitle && !(bySerial && likeTitle(c, l.title) > 0):
			continue
		}
		if found != 0 {
			return 0
		}
		found = c.Number
	}
	if found == 0 && named {
		return commitmentOfArea(r, l)
	}
	return found
}

// likeTitle is how alike the title of a row and what a commitment is called or says are.
func likeTitle(c *model.Commitment, title string) float64 {
	return max(across.Alike(title, c.Title), across.Alike(title, c.IssueArea+" "+c.Title), across.Alike(title, c.Text))
}

// commitmentOfArea is the number of the one commitment that a row names by its issue area
// alone, or as the report's own summary table does; beside a number ("1. Macroeconomics") a
// word of its name is enough where no other commitment has as many. 0 for none.
func commitmentOfArea(r *model.Report, l rowLabel) int {
	found, mine, best := 0, 0.0, 0.0
	for i := range r.Commitments {
		c := &r.Commitments[i]
		whole := across.Alike(l.title, c.IssueArea)
		for k := range r.Matrices {
			for n := range r.Matrices[k].Rows {
				if row := &r.Matrices[k].Rows[n]; row.Number == c.Number && row.Number != 0 {
					whole = max(whole, across.Alike(l.title, row.Label))
				}
			}
		}
		alike := max(whole, likeTitle(c, l.title))
		ofIt := whole >= sameTitle && (l.number == 0 || l.number == c.Number) || alike > 0 && l.number != 0 && l.number == c.Number
		if l.serial != "" && c.ID != "" && !tallies.SameSerial(l.serial, c.ID) {
			ofIt = false
		}
		switch {
		case !ofIt:
			best = max(best, alike)
		case found != 0:
			return 0
		default:
			found, mine = c.Number, alike
		}
	}
	if best > mine || best == mine && l.number == 0 {
		return 0 // another is named as well
	}
	return found
}
