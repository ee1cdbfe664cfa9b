package scores

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"recount.invalid/recount/internal/workbook"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// figureHeads are the kinds of head of which a table without scores has one at least:
// totals of counts, or figures and how many cells they are of.
var figureHeads = []vocabulary.HeadKind{vocabulary.HeadTotal, vocabulary.HeadAverage, vocabulary.HeadPercent, vocabulary.HeadCompliancePercent}

// mostTableCells bounds a table of figures.
const mostTableCells = 1 << 20

// ReadFigures reads a file that Read has refused with ErrNotScores as tables of
// figures without scores: counts with a total, or percentages with the number of
// cells that they are of. Cells are kept as they stand. The error is an *Error,
// ErrNotScores where the file has no such table.
func ReadFigures(name string, r io.Reader, words *vocabulary.Vocabulary) (*model.Report, error) {
	report, data, err := figuresOf(name, r)
	if err != nil {
		return nil, err
	}
	if workbook.Is(data) {
		sheets, err := sheetsOf(data)
		if err != nil {
			return nil, &Error{File: report.Source.File, Err: err}
		}
		for _, s := range sheets {
			addFigures(report, s.name, &sheetRows{rest: s.rows}, words)
		}
	} else {
		text, _ := decode(data)
		text = plainLines(text)
		for _, separator := range evenest(text) {
			tidy := tidyQuotes(text, byte(separator))
			var from rows = newReader(tidy, separator)
			if numbersRows(newReader(tidy, separator)) {
				from = &numberedRows{rows: from}
			}
			if addFigures(report, "", from, words) {
				break
			}
		}
	}
	if len(report.Tables) == 0 {
		return nil, &Error{File: report.Source.File, Err: ErrNotScores}
	}
	return report, nil
}

// evenest are the separators of a text, first those by which most of its records are as long
// as each other: what divides cells in all rows divides numbers in some.
func evenest(text []byte) []rune {
	even := map[rune]int{}
	for _, separator := range separators {
		from, wide := newReader(tidyQuotes(text, byte(separator)), separator), map[int]int{}
		for n := 0; n < maxRecords; n++ {
			record, err := from.Read()
			if err != nil {
				break
			}
			if len(record) > 1 {
				wide[len(record)]++
			}
		}
		for _, n := range wide {
			even[separator] = max(even[separator], n)
		}
	}
	out := slices.Clone(separators)
	slices.SortStableFunc(out, func(a, b rune) int { return even[b] - even[a] })
	return out
}

// ReadFigureSheets reads the sheets of a workbook that stand beside those with scores as
// tables of figures, each a report of its own, and the averages of the stages of a table
// that has several side by side, with what changed between them. A sheet whose rows sum up
// others is read with these. The error is an *Error.
func ReadFigureSheets(name string, r io.Reader, words *vocabulary.Vocabulary) ([]*model.Report, error) {
	report, data, err := figuresOf(name, r)
	if err != nil {
		return nil, err
	}
	if !workbook.Is(data) {
		text, _ := decode(data)
		text = plainLines(text)
		for _, separator := range separators {
			open := func() rows { return newReader(tidyQuotes(text, byte(separator)), separator) }
			if readStages(*report, open, separator == ';', words) == nil {
				continue
			}
			if stageFigures(report, open, words) {
				return []*model.Report{report}, nil
			}
			break
		}
		return nil, nil
	}
	sheets, err := sheetsOf(data)
	if err != nil {
		return nil, &Error{File: report.Source.File, Err: err}
	}
	var others []namedSheet
	var summaries []*model.Report // of the others, nil where nothing is under members
	var scored []string
	var out []*model.Report
	for _, s := range sheets {
		var tried model.Report
		open := func() rows { return &sheetRows{rest: s.rows} }
		if readStages(tried, open, false, words) != nil {
			scored = append(scored, s.name)
			own := *report
			if own.Source.Sheet = s.name; stageFigures(&own, open, words) {
				out = append(out, &own)
			}
			continue
		}
		ok, err := readTable(&tried, func() rows { return &sheetRows{rest: s.rows} }, false, words)
		switch {
		case err != nil:
			return nil, &Error{File: report.Source.File, Err: err}
		case ok && mostlyScores(&tried) && betweenScores(&tried):
			// Averages of so few scores each that they may be of any of them: what sums
			// these up need not be their own mean.
		case ok && mostlyScores(&tried):
			scored = append(scored, s.name)
		case ok:
			others, summaries = append(others, s), append(summaries, &tried)
		default:
			others, summaries = append(others, s), append(summaries, nil)
		}
	}
	for k, s := range others {
		if summaries[k] != nil && (len(scored) == 0 || namesSheets(summaries[k], scored)) {
			continue
		}
		own := *report
		own.Source.Sheet = s.name
		if addFigures(&own, s.name, &sheetRows{rest: s.rows}, words) {
			out = append(out, &own)
		}
	}
	return out, nil
}

// figuresOf begins the report of a file, and reads its bytes.
func figuresOf(name string, r io.Reader) (*model.Report, []byte, error) {
	file := filepath.Base(name)
	data, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err == nil && len(data) > maxBytes {
		err = ErrTooLarge
	}
	if err != nil {
		return nil, nil, &Error{File: file, Err: err}
	}
	sum := sha256.Sum256(data)
	report := &model.Report{Schema: model.SchemaReport, Source: model.Source{File: file, SHA256: hex.EncodeToString(sum[:]), Reader: "csv"}}
	if workbook.Is(data) {
		report.Source.Reader = "xlsx"
	}
	return report, data, nil
}

// namedSheet is a sheet of a workbook.
type namedSheet struct {
	name string
	rows [][]string
}

// sheetsOf are the sheets of a workbook that are shown.
func sheetsOf(data []byte) ([]namedSheet, error) {
	book, err := workbook.Open(data)
	if err != nil {
		return nil, err
	}
	var out []namedSheet
	for _, name := range book.Sheets() {
		table, err := book.Rows(name)
		if err != nil {
			return nil, err
		}
		out = append(out, namedSheet{name, table})
	}
	return out, nil
}

// mostFigureTitleCells is how many cells a title above a table of figures has at most.
const mostFigureTitleCells = 2

// addFigures adds a table that shows itself to be one of figures: by a head, by a row that
// closes others, or by shares; short rows are filled up. Titles may stand above its head.
func addFigures(report *model.Report, title string, from rows, words *vocabulary.Vocabulary) bool {
	var table [][]string
	var shown []int
	cells, titles := 0, 0
	for {
		row, err := from.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return false
		}
		unguard(row)
		if blankRecord(row) {
			continue
		}
		if len(table) == 0 && filledCells(row) <= mostFigureTitleCells {
			if titles++; titles > maxTitles {
				return false
			}
			// What a line above the head says of how many scores each figure is of is wanted
			// more than the name of a sheet.
			if text, alone := loneCell(row); alone && words.EveryoneAssessed(text) {
				title = text
			}
			continue
		}
		row = slices.Clone(row)
		for i := range row {
			row[i] = strings.TrimSpace(seen(row[i]))
		}
		for len(table) > 0 && len(row) < len(table[0]) {
			row = append(row, "")
		}
		if cells += len(row); cells > mostTableCells {
			return false
		}
		table, shown = append(table, row), append(shown, from.Shown())
	}
	if len(table) < 2 || !ofFigures(table, words) {
		return false
	}
	table = withCounts(evenRows(table), words)
	t := model.Table{Title: title, Rows: table}
	for i, n := range shown {
		if n != i+1 {
			t.SheetRows = shown
			break
		}
	}
	report.Tables = append(report.Tables, t)
	return true
}

// evenRows makes all rows of a table as long as its head, which is made longer where most
// rows have columns that it leaves out: what is behind it in others are cells of no column.
func evenRows(table [][]string) [][]string {
	width, wider := len(table[0]), make(map[int]int)
	for r, row := range table {
		for len(row) > len(table[0]) && row[len(row)-1] == "" {
			row = row[:len(row)-1]
		}
		table[r] = row
		for w := width + 1; w <= min(len(row), width+mostUnnamed); w++ {
			wider[w]++
		}
	}
	for n := wider[width+1]; n >= fewestUnnamed && 10*n >= unnamedInTen*(len(table)-1); n = wider[width+1] {
		width++
	}
	for r := range table {
		for len(table[r]) < width {
			table[r] = append(table[r], "")
		}
	}
	return table
}

func filledCells(row []string) (n int) {
	for _, cell := range row {
		if seen(cell) != "" {
			n++
		}
	}
	return n
}

// fewestShares is how many percentages of one column make a table one of shares.
const fewestShares = 4

// ofFigures reports whether a table has a head of figures, a row of figures that is
// labelled as the total or the average of others, or a column of percentages.
func ofFigures(table [][]string, words *vocabulary.Vocabulary) bool {
	head := table[0]
	if slices.ContainsFunc(head, func(h string) bool {
		return words.HasHead(h, figureHeads...) || words.AverageLabel(h) || strings.Contains(h, "%")
	}) || comparesMembers(table, words) || sharesEverywhere(table, words) {
		return true
	}
	shares := make([]int, len(head))
	for _, row := range table[1:] {
		figures, closes := 0, false
		for c, cell := range row {
			number, isShare := strings.CutSuffix(cell, "%")
			if _, err := model.ParseDecimal(strings.TrimSpace(number)); err != nil {
				label, _ := cutSize(strings.TrimRight(cell, ":"))
				closes = closes || c < mostFigureTitleCells && (words.HasHead(label, vocabulary.HeadTotal, vocabulary.HeadWeakTotal) || words.AverageLabel(label))
				continue
			}
			if figures++; isShare && c < len(head) {
				shares[c]++
			}
		}
		if closes && figures >= mostFigureTitleCells {
			return true
		}
	}
	return slices.Max(shares) >= fewestShares
}
