package dataset

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"

	"recount.invalid/recount/internal/atomicfile"
	"recount.invalid/recount/internal/workbook"
)

// xlsxFile is the name of the workbook in the data set's folder.
const xlsxFile = "recount.xlsx"

// xlsxTables are the tables that are sheets of the workbook, in its order.
// Actions, citations and what else is long text is left to the other formats.
var xlsxTables = []int{
	tablePanel, tablePromises, tableSummits, tableMembers, tableConflicts, tableCorrections, tableCommitments, tableAverages, tableFindings,
	tableReports, tableFiles, tableProblems,
}

// xlsxSink writes one workbook: a sheet that explains the columns, then a
// sheet for each table.
type xlsxSink struct {
	dir    string
	book   *workbook.Writer
	sheets map[int]*workbook.Sheet
}

func openXLSX(dir string, _ Options) (sink, error) {
	book, err := workbook.NewWriter()
	if err != nil {
		return nil, err
	}
	s := &xlsxSink{dir: dir, book: book, sheets: map[int]*workbook.Sheet{}}
	if err := s.begin(); err != nil {
		return nil, errors.Join(err, book.Close())
	}
	return s, nil
}

func (s *xlsxSink) begin() error {
	codebook, err := s.book.Sheet("codebook", []string{"table", "column", "type", "values", "meaning"})
	if err != nil {
		return err
	}
	for _, i := range xlsxTables {
		t := tables[i]
		if err := codebook.Row([]any{t.Name, "", "", "", t.Doc}); err != nil {
			return err
		}
		for _, c := range t.Columns {
			if err := codebook.Row([]any{t.Name, c.Name, typeWords[c.Type], valuesOf(c), c.Doc}); err != nil {
				return err
			}
		}
	}
	for _, i := range xlsxTables {
		t := tables[i]
		names := make([]string, len(t.Columns))
		for j, c := range t.Columns {
			names[j] = c.Name
		}
		if s.sheets[i], err = s.book.Sheet(t.Name, names); err != nil {
			return err
		}
	}
	return nil
}

func (s *xlsxSink) write(table int, r Row) error {
	sheet := s.sheets[table]
	if sheet == nil {
		return nil
	}
	cells := make([]any, len(r))
	for i, c := range r {
		if !c.Set {
			continue
		}
		switch tables[table].Columns[i].Type {
		case Integer, Score:
			cells[i] = c.Int
		case Number:
			n, err := strconv.ParseFloat(c.Text, 64)
			if err != nil {
				return err
			}
			cells[i] = n
		default:
			cells[i] = c.Text
		}
	}
	if err := sheet.Row(cells); err != nil {
		return fmt.Errorf("%s, sheet %s: %w; leave the workbook out with --format", xlsxFile, tables[table].Name, err)
	}
	return nil
}

func (s *xlsxSink) close() error {
	err := atomicfile.Write(filepath.Join(s.dir, xlsxFile), func(out io.Writer) error { return s.book.Save(out) })
	return errors.Join(err, s.book.Close())
}
