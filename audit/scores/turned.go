package scores

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// Some keep a table the other way round: a row for each member, a column for each
// commitment. It is turned and then read as any other one, so that every convention
// holds for it too.

const (
	// KindTurned is the kind of the warning on a table that was turned.
	KindTurned = "turned"
	// mostTurnedCells bounds what is kept of a file to be turned.
	mostTurnedCells = 1 << 20
	// fewestTurned is how many members must stand below each other in a column.
	fewestTurned = 3
	// mostTurnedHeads is how many rows may name the commitments: serial, area, text.
	mostTurnedHeads = 4
	// mostNameColumns is how far to the right the names of the members may stand.
	mostNameColumns = 4
)

// turned gives the records of a table whose rows are members, the other way round; ok
// is false where it is none. Records begin with the head, and have at their end the
// letters of the column that they are in the file. Of a table in blocks, of which each
// has its members below a head of its own, each gives its head and its records. lines are
// the rows of the file that the columns of a table without blocks were, counts the labels of
// the records that count scores.
func turned(from rows, semicolons bool, words *vocabulary.Vocabulary) (out [][]string, lines []int, counts map[string]bool, ok bool) {
	grid, shown, ok := readGrid(from)
	if !ok {
		return nil, nil, nil, false
	}
	counts = map[string]bool{}
	column, runs := membersDown(grid, words)
	records := 0
	for k, run := range runs {
		from, to := 0, len(grid)
		if k > 0 {
			from = runs[k-1].last + 1
		}
		if k+1 < len(runs) {
			to = runs[k+1].first
		}
		block, top := turnedBlock(grid, column, run, from, to, semicolons, counts, words)
		if len(block) < 2 {
			return nil, nil, nil, false
		}
		if title := turnedTitle(grid, from, top); len(runs) > 1 && title != "" {
			out = append(out, []string{title})
		}
		if lines = []int{}; len(runs) == 1 {
			lines = shown[top:]
		}
		out, records = append(out, block...), records+len(block)-1
	}
	return out, lines, counts, records > 1
}

// turnedTitle is the name of a block: a text alone directly above it.
func turnedTitle(grid [][]string, from, top int) string {
	for r := top - 1; r >= from; r-- {
		text, alone := loneCell(grid[r])
		if !alone {
			return ""
		}
		if text != "" {
			return text
		}
	}
	return ""
}

// turnedBlock turns the rows of some members below each other, with those above that name
// the commitments and those below that sum up, none of which is before from or behind to.
func turnedBlock(grid [][]string, column int, run memberRun, from, to int, semicolons bool, counts map[string]bool, words *vocabulary.Vocabulary) (out [][]string, top int) {
	first, last := run.first, run.last
	top = first
	for top > from && first-top < mostTurnedHeads && filled(grid[top-1], column) > 1 {
		top--
	}
	bottom := last + 1
	for bottom < to && filled(grid[bottom], column) > 1 && (to == len(grid) || !namesCommitments(grid, bottom, to, column)) {
		bottom++
	}
	if top == first {
		return nil, top
	}
	block := grid[top:bottom]
	members := block[first-top : last+1-top]
	counted := map[int]bool{}
	for _, names := range block[:first-top] {
		if countsScores(names, members, words) {
			if counted = countedBeside(names, members, semicolons, words); counted == nil {
				return nil, top
			}
		}
	}
	width := 0
	for _, row := range block {
		width = max(width, len(row))
	}
	cell := func(r, c int) string {
		// The averages below the block above are no names of commitments.
		if c >= len(block[r]) || r < first-top && c != column && from > 0 && labelsSum(block[r], column, words) {
			return ""
		}
		return block[r][c]
	}
	scored := make([]bool, width)
	for c := column + 1; c < width; c++ {
		scored[c] = !counted[c] && scoresDown(members, c, semicolons, words) && !sumsUp(block[:first-top], c, words)
	}
	over := sectionsOver(block[:first-top], scored)
	head := make([]string, 0, len(block)+1)
	for r := range block {
		head = append(head, turnedHead(cell(r, column), r < first-top, r == 0 || r == over+1, words))
	}
	if over >= 0 {
		head[over] = "" // it names no commitments
	}
	out = append(out, append(head, turnedColumn))
	for c := range width {
		switch {
		case c == column, c < column && !ranks(block[:first-top], c, words):
			continue // before the members may stand their places
		case counted[c] && !countsLevel(block[:first-top], c, words):
			continue // how often there is no score
		case c > column && !counted[c] && !scoresDown(members, c, semicolons, words) && !sumsUp(block[:first-top], c, words):
			continue // a region, an amount: nothing that is scored
		}
		if over >= 0 && scored[c] && namesSection(cell(over, c)) {
			out = append(out, []string{cell(over, c)})
		}
		line := make([]string, 0, len(block)+1)
		for r := range block {
			if r == over && scored[c] {
				line = append(line, "")
				continue
			}
			line = append(line, cell(r, c))
			if counted[c] && r < first-top {
				counts[seen(cell(r, c))] = true
			}
		}
		out = append(out, append(line, columnLetters(c)))
	}
	return out, top
}

// labelsSum reports whether a row stands beside a word for averages or sums in the column of
// the members.
func labelsSum(row []string, column int, words *vocabulary.Vocabulary) bool {
	label := strings.TrimRight(seen(row[min(column, len(row)-1)]), ":")
	_, other := words.SummaryLabel(label)
	return words.AverageLabel(label) || other
}

// sectionsOver gives the row of a head that names sections of the columns, each above the
// first of several whose names stand below it, as merged cells are kept; −1 where there is none.
func sectionsOver(heads [][]string, scored []bool) int {
	for r := range max(0, len(heads)-1) {
		named, below, all, first := 0, 0, 0, false
		for c, is := range scored {
			if !is {
				continue
			}
			name := c < len(heads[r]) && seen(heads[r][c]) != ""
			if all == 0 {
				first = name
			}
			all++
			if name {
				named++
			}
			if c < len(heads[r+1]) && seen(heads[r+1][c]) != "" {
				below++
			}
		}
		if first && below == all && 2*named <= all {
			return r
		}
	}
	return -1
}

// namesSection reports whether a cell above several columns is read as the head of a section
// where it stands alone.
func namesSection(cell string) bool {
	_, sized := sizeOf(seen(cell))
	_, ok := loneSection([]string{cell})
	return seen(cell) != "" && (sized > 0 || ok)
}

// countedBeside gives the columns that count each member's scores where the scores stand
// beside them: nil where those of most members are not so many.
func countedBeside(names []string, members [][]string, semicolons bool, words *vocabulary.Vocabulary) map[int]bool {
	called, counted := map[int]int{}, map[int]bool{}
	for c, name := range names {
		if score, ok := scoreName(name, words); ok {
			called[c], counted[c] = score, true
		} else if unassessed(seen(name), words) {
			counted[c] = true
		}
	}
	held, cells := 0, 0
	for _, row := range members {
		given := map[int]int{}
		for c := range row {
			if s, _ := readScore(row[c], semicolons); s != nil && c < len(names) && seen(names[c]) != "" && !counted[c] && scoresDown(members, c, semicolons, words) {
				given[*s]++
			}
		}
		for c, score := range called {
			if n, _ := readScore(row[min(c, len(row)-1)], semicolons); n != nil {
				if cells++; *n == given[score] {
					held++
				}
			}
		}
	}
	if cells == 0 || 4*held < 3*cells {
		return nil
	}
	return counted
}

// countsLevel reports whether the head of a column names a score.
func countsLevel(heads [][]string, c int, words *vocabulary.Vocabulary) bool {
	return slices.ContainsFunc(heads, func(row []string) bool {
		if c >= len(row) {
			return false
		}
		_, ok := scoreName(row[c], words)
		return ok
	})
}

// namesCommitments reports whether a row between two blocks is of the head of the next:
// only rows that are filled stand between it and the next members, and most of its cells
// are no figures.
func namesCommitments(grid [][]string, at, to, column int) bool {
	for r := at; r < to; r++ {
		if filled(grid[r], column) <= 1 {
			return false
		}
	}
	figures, others := 0, 0
	for i := column + 1; i < len(grid[at]); i++ {
		if text := seen(grid[at][i]); text == "" {
			continue
		} else if _, _, ok := readNumber(strings.TrimSuffix(text, "%"), true); ok {
			figures++
		} else {
			others++
		}
	}
	return others > figures
}

// readGrid reads a whole file, within bounds, with the numbers under which its rows are
// shown.
func readGrid(from rows) (grid [][]string, shown []int, ok bool) {
	cells := 0
	for {
		row, err := from.Read()
		if errors.Is(err, io.EOF) {
			return grid, shown, true
		}
		if cells += 1 + len(row); err != nil || cells > mostTurnedCells {
			return nil, nil, false
		}
		unguard(row)
		grid, shown = append(grid, row), append(shown, from.Shown())
	}
}

const (
	// fewTwice is of how many members below each other one may stand twice by a slip.
	fewTwice = 4
	// mostRuns bounds the blocks of such a table.
	mostRuns = 200
)

// memberRun are rows of members below each other.
type memberRun struct{ first, last int }

// membersDown finds the column in which members stand below each other, each once or
// nearly so, and their rows: once, or in several blocks.
func membersDown(grid [][]string, words *vocabulary.Vocabulary) (column int, runs []memberRun) {
	most := 0
	for c := range mostNameColumns {
		var found []memberRun
		rows, begin, twice, known := 0, -1, 0, map[string]bool{}
		for r := 0; r <= len(grid); r++ {
			code, is := "", false
			if r < len(grid) && c < len(grid[r]) {
				code, is = memberHead(seen(grid[r][c]), words)
			}
			if is {
				if known[code] {
					twice++
				}
				if known[code] = true; begin < 0 {
					begin = r
				}
				continue
			}
			if twice*fewTwice > len(known) {
				return 0, nil // a long table, or a list
			}
			if begin >= 0 && r-begin >= fewestTurned {
				found, rows = append(found, memberRun{begin, r - 1}), rows+r-begin
			}
			begin, twice = -1, 0
			clear(known)
		}
		if rows > most && len(found) <= mostRuns {
			column, runs, most = c, found, rows
		}
	}
	return column, runs
}

// filled counts the cells of a row from a column on that are not empty.
func filled(row []string, column int) int {
	n := 0
	for i := column; i < len(row); i++ {
		if seen(row[i]) != "" {
			n++
		}
	}
	return n
}

// turnedHead is what a row of the file is called as a column of the turned table.
// Above the members it names the commitments: where its own name says nothing, or
// speaks of the members below it, the first such row has the serials or the texts.
func turnedHead(name string, above, top bool, words *vocabulary.Vocabulary) string {
	if !above || words.HasHead(seen(name), vocabulary.HeadID, vocabulary.HeadText, vocabulary.HeadCommitment, vocabulary.HeadArea) {
		return name
	}
	if _, is := memberHead(seen(name), words); top && !is {
		return "id"
	}
	return name
}

// scoresDown reports whether most cells of a column beside the members are scores.
func scoresDown(rows [][]string, c int, semicolons bool, words *vocabulary.Vocabulary) bool {
	scored, others := 0, 0
	for _, row := range rows {
		if c >= len(row) {
			continue
		}
		switch s, text := readScore(row[c], semicolons); {
		case s != nil && -1 <= *s && *s <= 1:
			scored++
		case text != "" && !unassessed(text, words):
			others++
		}
	}
	return scored > others
}

// ranks reports whether the head of a column names the places of the members.
func ranks(heads [][]string, c int, words *vocabulary.Vocabulary) bool {
	return slices.ContainsFunc(heads, func(row []string) bool { return c < len(row) && words.HasHead(seen(row[c]), vocabulary.HeadRank) })
}

// sumsUp reports whether the head of a column names averages of the members, or their
// places.
func sumsUp(heads [][]string, c int, words *vocabulary.Vocabulary) bool {
	if ranks(heads, c, words) {
		return true
	}
	for _, row := range heads {
		if c >= len(row) {
			continue
		}
		name, _ := cutSize(seen(row[c]))
		if kind, other := words.SummaryLabel(name); words.AverageLabel(name) || words.HasHead(name, averageHeads...) || words.HasHead(name, percentLabels...) || other && kind != vocabulary.SummaryCount {
			return true
		}
	}
	return false
}

// turnedColumn is the head of the column that names the file's own columns.
const turnedColumn = "column of the file"

// columnLetters is the name of a column in a spreadsheet.
func columnLetters(c int) string {
	name := ""
	for c++; c > 0; c = (c - 1) / 26 {
		name = string(rune('A'+(c-1)%26)) + name
	}
	return name
}

// turnedRows are the records of a turned table.
type turnedRows struct {
	sheetRows
	lines  []int           // the rows of the file that the columns were
	counts map[string]bool // the labels of records that count scores
}

// readTurned reads a table whose rows are members.
func readTurned(report *model.Report, from rows, semicolons bool, words *vocabulary.Vocabulary) (ok bool, err error) {
	records, lines, counts, ok := turned(from, semicolons, words)
	if !ok {
		return false, nil
	}
	ok, err = readUpright(report, func() rows { return &turnedRows{sheetRows{rest: records}, lines, counts} }, semicolons, words)
	if ok {
		report.Warnings = append(report.Warnings, model.Warning{Kind: KindTurned, Text: fmt.Sprintf(
			"the rows of the table are members: it is read turned, and what is called a row is a column of the file (%s)", strings.Join(ends(records), " to "))})
	}
	return ok, err
}

// ends are the letters of the first and the last column that were read.
func ends(records [][]string) []string {
	var out []string
	for _, r := range records {
		if last := r[len(r)-1]; len(r) > 1 && last != turnedColumn {
			out = append(out, last)
		}
	}
	slices.SortStableFunc(out, func(a, b string) int {
		if len(a) != len(b) {
			return len(a) - len(b)
		}
		return strings.Compare(a, b)
	})
	return []string{out[0], out[len(out)-1]}
}
