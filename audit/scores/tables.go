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
	file := filepath.Base(name)
	data, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err == nil && len(data) > maxBytes {
		err = ErrTooLarge
	}
	if err != nil {
		return nil, &Error{File: file, Err: err}
	}
	sum := sha256.Sum256(data)
	report := &model.Report{Schema: model.SchemaReport, Source: model.Source{File: file, SHA256: hex.EncodeToString(sum[:]), Reader: "csv"}}
	if workbook.Is(data) {
		report.Source.Reader = "xlsx"
		book, err := workbook.Open(data)
		if err != nil {
			return nil, &Error{File: file, Err: err}
		}
		for _, sheet := range book.Sheets() {
			table, err := book.Rows(sheet)
			if err != nil {
				return nil, &Error{File: file, Err: err}
			}
			addFigures(report, sheet, &sheetRows{rest: table}, words)
		}
	} else {
		text, _ := decode(data)
		text = plainLines(text)
		for _, separator := range separators {
			if addFigures(report, "", newReader(tidyQuotes(text, byte(separator)), separator), words) {
				break
			}
		}
	}
	if len(report.Tables) == 0 {
		return nil, &Error{File: file, Err: ErrNotScores}
	}
	return report, nil
}

// addFigures adds a table whose first row has a head of figures; short rows are
// filled up.
func addFigures(report *model.Report, title string, from rows, words *vocabulary.Vocabulary) bool {
	var table [][]string
	cells := 0
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
		if len(table) == 0 && (len(row) < 3 || !slices.ContainsFunc(row, func(h string) bool { return words.HasHead(seen(h), figureHeads...) })) {
			return false
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
		table = append(table, row)
	}
	if len(table) < 2 {
		return false
	}
	report.Tables = append(report.Tables, model.Table{Title: title, Rows: table})
	return true
}
