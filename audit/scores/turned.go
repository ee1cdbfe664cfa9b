package scores

import (
	"errors"
	"fmt"
	"io"
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
// letters of the column that they are in the file. lines are the rows of the file that
// its columns were.
func turned(from rows, semicolons bool, words *vocabulary.Vocabulary) (out [][]string, lines []int, ok bool) {
	grid, shown, ok := readGrid(from)
	if !ok {
		return nil, nil, false
	}
	column, first, last := membersDown(grid, words)
	if last-first < fewestTurned-1 {
		return nil, nil, false
	}
	// Above stand the rows that name the commitments, below those that sum up.
	top := first
	for top > 0 && first-top < mostTurnedHeads && filled(grid[top-1], column) > 1 {
		top--
	}
	bottom := last + 1
	for bottom < len(grid) && filled(grid[bottom], column) > 1 {
		bottom++
	}
	if top == first {
		return nil, nil, false
	}
	block := grid[top:bottom]
	width := 0
	for _, row := range block {
		width = max(width, len(row))
	}
	cell := func(r, c int) string {
		if c < len(block[r]) {
			return block[r][c]
		}
		return ""
	}
	head := make([]string, 0, len(block)+1)
	for r := range block {
		head = append(head, turnedHead(cell(r, column), r < first-top, r == 0, words))
	}
	out = append(out, append(head, turnedColumn))
	for c := column + 1; c < width; c++ {
		if !scoresDown(block[first-top:last+1-top], c, semicolons, words) && !sumsUp(block[:first-top], c, words) {
			continue // a region, an amount: nothing that is scored
		}
		line := make([]string, 0, len(block)+1)
		for r := range block {
			line = append(line, cell(r, c))
		}
		out = append(out, append(line, columnLetters(c)))
	}
	return out, shown[top:bottom], len(out) > 2
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

// fewTwice is of how many members below each other one may stand twice by a slip.
const fewTwice = 4

// membersDown finds the column in which members stand below each other, each once or
// nearly so, and the first and last of their rows.
func membersDown(grid [][]string, words *vocabulary.Vocabulary) (column, first, last int) {
	first, last = 0, -1
	for c := range mostNameColumns {
		begin, twice, seenCodes := -1, 0, map[string]bool{}
		for r := 0; r <= len(grid); r++ {
			code, is := "", false
			if r < len(grid) && c < len(grid[r]) {
				code, is = words.MemberHead(seen(grid[r][c]))
			}
			if is && seenCodes[code] {
				twice++
			}
			if is {
				seenCodes[code] = true
				if begin < 0 {
					begin = r
				}
				continue
			}
			if begin >= 0 && r-begin > last-first+1 {
				column, first, last = c, begin, r-1
			}
			begin = -1
		}
		if twice*fewTwice > len(seenCodes) {
			return 0, 0, -1 // a long table, or a list
		}
	}
	return column, first, last
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
	if _, is := words.MemberHead(seen(name)); top && !is {
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
		case text != "" && !words.NotApplicable(text):
			others++
		}
	}
	return scored > others
}

// sumsUp reports whether the head of a column names averages of the members, or their
// ranks.
func sumsUp(heads [][]string, c int, words *vocabulary.Vocabulary) bool {
	for _, row := range heads {
		if c >= len(row) {
			continue
		}
		name, _ := cutSize(seen(row[c]))
		if kind, other := words.SummaryLabel(name); words.AverageLabel(name) || words.HasHead(name, averageHeads...) || words.HasHead(name, percentLabels...) || words.HasHead(name, vocabulary.HeadRank) || other && kind != vocabulary.SummaryCount {
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
	lines []int // the rows of the file that the columns were
}

// readTurned reads a table whose rows are members.
func readTurned(report *model.Report, from rows, semicolons bool, words *vocabulary.Vocabulary) (ok bool, err error) {
	records, lines, ok := turned(from, semicolons, words)
	if !ok {
		return false, nil
	}
	ok, err = readUpright(report, func() rows { return &turnedRows{sheetRows{rest: records}, lines} }, semicolons, words)
	if ok {
		report.Warnings = append(report.Warnings, model.Warning{Kind: KindTurned, Text: fmt.Sprintf(
			"the rows of the table are members: it is read turned, and what is called a row is a column of the file (%s)", strings.Join(ends(records), " to "))})
	}
	return ok, err
}

// ends are the letters of the first and the last column that were read.
func ends(records [][]string) []string {
	last := func(r []string) string { return r[len(r)-1] }
	return []string{last(records[1]), last(records[len(records)-1])}
}
