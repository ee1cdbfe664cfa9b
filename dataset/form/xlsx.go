package form

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"

	"recount.invalid/recount/dataset/shape"
	"recount.invalid/recount/internal/atomicfile"
	"recount.invalid/recount/internal/workbook"
)

// XLSXFile is the name of the workbook in the data set's folder.
const XLSXFile = "recount.xlsx"

// xlsxTables are the tables that are sheets of the workbook, in its order.
// Actions, citations and what else is long text is left to the other formats.
var xlsxTables = []string{
	"panel", "promises", "summits", "members", "conflicts", "corrections", "commitments", "averages", "findings", "reports", "files", "problems",
}

// xlsxSink writes one workbook: a sheet that explains the columns, then a
// sheet for each table.
type xlsxSink struct {
	tables []*shape.Table
	dir    string
	book   *workbook.Writer
	sheets map[int]*workbook.Sheet
}

func openXLSX(dir string, tables []*shape.Table, _ Options) (Sink, error) {
	book, err := workbook.NewWriter(dir)
	if err != nil {
		return nil, err
	}
	s := &xlsxSink{tables: tables, dir: dir, book: book, sheets: map[int]*workbook.Sheet{}}
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
	for _, i := range s.chosen() {
		t := s.tables[i]
		if err := codebook.Row([]any{t.Name, "", "", "", t.Doc}); err != nil {
			return err
		}
		for _, c := range t.Columns {
			if err := codebook.Row([]any{t.Name, c.Name, shape.TypeWords[c.Type], c.ValuesText(), c.Doc}); err != nil {
				return err
			}
		}
	}
	for _, i := range s.chosen() {
		t := s.tables[i]
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

// chosen are the indexes of the tables that are sheets, in their order.
func (s *xlsxSink) chosen() []int {
	var out []int
	for _, name := range xlsxTables {
		if i := slices.IndexFunc(s.tables, func(t *shape.Table) bool { return t.Name == name }); i >= 0 {
			out = append(out, i)
		}
	}
	return out
}

// Write is Sink's.
func (s *xlsxSink) Write(table int, r shape.Row) error {
	sheet := s.sheets[table]
	if sheet == nil {
		return nil
	}
	cells := make([]any, len(r))
	for i, c := range r {
		if !c.Set {
			continue
		}
		switch s.tables[table].Columns[i].Type {
		case shape.Integer, shape.Score:
			cells[i] = c.Int
		case shape.Number:
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
		return fmt.Errorf("%s, sheet %s: %w; leave the workbook out with --format", XLSXFile, s.tables[table].Name, err)
	}
	return nil
}

// Close is Sink's.
func (s *xlsxSink) Close() error {
	err := atomicfile.Write(filepath.Join(s.dir, XLSXFile), func(out io.Writer) error { return s.book.Save(out) })
	return errors.Join(err, s.book.Close())
}
