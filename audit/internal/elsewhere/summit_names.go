package elsewhere

import (
	"slices"
	"strconv"
	"strings"

	"recount.invalid/recount/audit/internal/calendar"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/model"
)

// A table over several summits may give their names alone, or the years in a column of their
// own beside the names.

// SummitTable is SummitRows of a table whose heads may be names of summits without a year:
// the year stands in a row or a column of its own, or is that of the one summit of the name
// that the report, the other files or the list of summits have.
func SummitTable(p *rule.Pass, rows [][]string) ([][]string, map[int]SummitHead) {
	if out, columns := SummitRows(rows); columns != nil {
		return out, columns
	}
	if len(rows) < fewestSummits || len(rows) > mostSummitRows {
		return nil, nil
	}
	for _, row := range rows {
		if len(row) != len(rows[0]) {
			return nil, nil
		}
	}
	for _, way := range []struct{ turned bool }{{false}, {true}} {
		of := rows
		if way.turned {
			of = transposed(rows)
		}
		if merged := yearsMerged(of); merged != nil {
			return SummitRows(merged)
		}
		if named := headsNamed(p, of); named != nil {
			return SummitRows(named)
		}
	}
	return nil, nil
}

func transposed(rows [][]string) [][]string {
	out := make([][]string, len(rows[0]))
	for c := range out {
		for _, row := range rows {
			out[c] = append(out[c], row[c])
		}
	}
	return out
}

// yearsMerged puts a row of years under names into the heads, where each head but the first
// has one; nil where there is no such row.
func yearsMerged(rows [][]string) [][]string {
	if len(rows) < 3 || len(rows[0]) < fewestSummits+1 || hasDigits(strings.Join(rows[0][1:], "")) {
		return nil
	}
	years := rows[1]
	seen, n := map[string]bool{}, 0
	for c, cell := range years {
		cell = strings.TrimSpace(cell)
		if c == 0 || cell == "" && c == len(years)-1 && n > 0 {
			continue // of all of them
		}
		name := strings.TrimSpace(rows[0][c])
		if len(cell) != 4 || !ReYearAlone.MatchString(cell) || name == "" || seen[cell] {
			return nil
		}
		seen[cell] = true
		n++
	}
	if n < fewestSummits {
		return nil
	}
	head := slices.Clone(rows[0])
	for c := range head {
		if cell := strings.TrimSpace(years[c]); c > 0 && cell != "" {
			head[c] = strings.TrimSpace(head[c]) + " " + cell
		}
	}
	return append([][]string{head}, rows[2:]...)
}

// headsNamed puts the years behind heads that are the names of summits; nil where there are
// not two such heads, or two have one year.
func headsNamed(p *rule.Pass, rows [][]string) [][]string {
	head := slices.Clone(rows[0])
	seen := map[int]bool{}
	for c, text := range head {
		if c == 0 {
			continue
		}
		year := yearOfName(p, text)
		if year == 0 {
			continue
		}
		if seen[year] {
			return nil
		}
		seen[year] = true
		head[c] = strings.TrimSpace(text) + " " + strconv.Itoa(year)
	}
	if len(seen) < fewestSummits {
		return nil
	}
	return append([][]string{head}, rows[1:]...)
}

// mostNameWords is how many words the name of a summit has at the most, with "Summit".
const mostNameWords = 4

// yearOfName is the year of the one summit of the report's forum that a text names and nothing
// else; 0 where there is none, or several are.
func yearOfName(p *rule.Pass, text string) int {
	name := bareName(p, text)
	if name == "" {
		return 0
	}
	info := &p.Report.Report
	years := map[int]bool{}
	if info.Summit.Year != 0 && strings.EqualFold(info.Summit.Name, name) {
		years[info.Summit.Year] = true
	}
	for _, o := range p.ReportsOfForum(info.Forum) {
		if o.Year != 0 && strings.EqualFold(o.Name, name) {
			years[o.Year] = true
		}
	}
	for _, s := range calendar.Known() {
		if info.Forum != "" && p.Vocabulary.SameForum(s.Forum, info.Forum) && s.Called(name) {
			years[s.Year] = true
		}
	}
	if len(years) != 1 {
		return 0
	}
	for y := range years {
		return y
	}
	return 0
}

// bareName is a head without the words of a summit's title.
func bareName(p *rule.Pass, text string) string {
	words := strings.Fields(text)
	if len(words) == 0 || len(words) > mostNameWords || hasDigits(text) {
		return ""
	}
	words = slices.DeleteFunc(words, func(w string) bool { return strings.EqualFold(w, "summit") || p.NamesForum(w) })
	return strings.Trim(strings.Join(words, " "), ".,:*†‡")
}

// NamesOwnSummit reports whether a head of a table's rows or columns is the name of the
// report's own summit and nothing else: with other files it may be a table over several.
func NamesOwnSummit(p *rule.Pass, t *model.Table) bool {
	own := p.Report.Report.Summit.Name
	if own == "" || len(t.Rows) < 2 || len(t.Rows) > mostSummitRows {
		return false
	}
	for r, row := range t.Rows {
		for c, cell := range row {
			if (r == 0) != (c == 0) && strings.EqualFold(bareName(p, cell), own) {
				return true
			}
		}
	}
	return false
}

// IsSummit reports whether a label is a summit and nothing else: by a year in it, or by the
// name of one summit of the forum that is known.
func IsSummit(p *rule.Pass, label string) bool {
	_, ok := SummitHeadOf(label)
	return ok || yearOfName(p, label) != 0
}
