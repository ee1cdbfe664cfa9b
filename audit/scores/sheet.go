package scores

import (
	"fmt"
	"io"

	"recount.invalid/recount/internal/workbook"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// sheetRows are the rows of a sheet as the records of a table.
type sheetRows struct {
	rest  [][]string
	shown int
}

// Read gives the next row.
func (s *sheetRows) Read() ([]string, error) {
	if len(s.rest) == 0 {
		return nil, io.EOF
	}
	row := s.rest[0]
	s.rest = s.rest[1:]
	s.shown++
	return row, nil
}

// Shown is the number of the row, from the sheet's first.
func (s *sheetRows) Shown() int { return s.shown }

// readWorkbook reads the sheet of the name, or the only one with scores of
// those that are shown.
func readWorkbook(report *model.Report, data []byte, sheet string, words *vocabulary.Vocabulary) error {
	book, err := workbook.Open(data)
	if err != nil {
		return err
	}
	sheets := book.Sheets()
	if sheet != "" {
		sheets = []string{sheet}
	}
	var names []string
	var found model.Report
	for _, name := range sheets {
		table, err := book.Rows(name)
		if err != nil {
			return err
		}
		tried := *report
		ok, err := readTable(&tried, func() rows { return &sheetRows{rest: table} }, false, words)
		if err != nil {
			return err
		}
		if ok {
			names, found = append(names, name), tried
		}
	}
	switch {
	case len(names) == 0 && len(sheets) > 1:
		return fmt.Errorf("%w; its sheets are %s", ErrNotScores, workbook.Names(sheets))
	case len(names) == 0:
		return ErrNotScores
	case len(names) > 1:
		return fmt.Errorf("%w: %s", ErrSheets, workbook.Names(names))
	}
	*report = found
	return nil
}
