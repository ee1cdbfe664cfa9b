//go:build !lean

package workbook

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// Limits of a sheet, which every spreadsheet program has.
const (
	// MaxRows is how many rows a sheet has, the head included.
	MaxRows = excelize.TotalRows
	// maxText is how long a cell's text may be, in UTF-16 code units.
	maxText = excelize.TotalCellChars
)

// cut stands at the end of a text that a cell cannot hold.
const cut = " [cut]"

// ErrFull says that a sheet has no room for another row.
var ErrFull = errors.New("the sheet is full")

// Writer writes a workbook. Texts stand in it as texts, so that none is ever taken for
// a formula, a number or a date. Its rows wait in files until it is saved.
type Writer struct {
	dir    string // where what waits to be written lies
	sheets []*Sheet
}

// Sheet is a sheet that is being written.
type Sheet struct {
	name    string
	columns []string
	spool   *spool
	rows    int
}

// NewWriter begins a workbook. What is not kept in memory waits in files in dir, where
// there is room for the workbook itself; the system's folder for such files is often
// small, or memory.
func NewWriter(dir string) (*Writer, error) { return &Writer{dir: dir}, nil }

// Sheet adds a sheet with a head, which stays in sight when the rows are
// scrolled. Names are at most 31 characters long and all different.
func (w *Writer) Sheet(name string, columns []string) (*Sheet, error) {
	rows, err := newSpool(w.dir)
	if err != nil {
		return nil, err
	}
	s := &Sheet{name: name, columns: columns, spool: rows, rows: 1}
	w.sheets = append(w.sheets, s)
	return s, nil
}

// Row adds a row of texts, int64, float64 and nil for an empty cell.
func (s *Sheet) Row(cells []any) error {
	if s.rows >= MaxRows {
		return ErrFull
	}
	s.rows++
	for i, c := range cells {
		if text, ok := c.(string); ok {
			cells[i] = fit(text)
		}
	}
	return s.spool.add(cells)
}

// fit cuts a text that a cell cannot hold.
func fit(s string) string {
	if len(s) <= maxText {
		return s
	}
	units := utf16.Encode([]rune(s))
	if len(units) <= maxText {
		return s
	}
	end := maxText - len(cut)
	const highFirst, highLast = 0xd800, 0xdbff
	if u := units[end-1]; u >= highFirst && u <= highLast {
		end-- // the first half of a character
	}
	return string(utf16.Decode(units[:end])) + cut
}

// Save writes the workbook. The library puts the parts of a workbook in any order;
// here they are put in one, so that the same rows give the same bytes. It also keeps
// much of each sheet that it writes in memory, so that each is written as one of a
// workbook with nothing else in it, and its part taken over.
func (w *Writer) Save(out io.Writer) (err error) {
	var parts []*part
	var open []*temporary
	defer func() {
		for _, t := range open {
			err = errors.Join(err, t.close())
		}
	}()
	names := make([]string, len(w.sheets))
	for i, s := range w.sheets {
		names[i] = s.name
	}
	for i := -1; i < len(w.sheets); i++ { // -1 stands for all that is not a sheet's rows
		t, err := newTemporary(w.dir)
		if err != nil {
			return err
		}
		open = append(open, t)
		found, err := w.write(t, names, i)
		if err != nil {
			return err
		}
		parts = append(parts, found...)
	}
	// The types of the parts come first, as all programs have it.
	const first = "[Content_Types].xml"
	slices.SortFunc(parts, func(a, b *part) int {
		switch {
		case a.Name == first:
			return -1
		case b.Name == first:
			return 1
		}
		return strings.Compare(a.Name, b.Name)
	})
	ordered := zip.NewWriter(out)
	for _, p := range parts {
		if err := ordered.Copy(p.File); err != nil {
			return err
		}
	}
	return ordered.Close()
}

// part is one of a workbook's files.
type part struct{ *zip.File }

// write writes a workbook with all sheets into a temporary file, one of them with its
// rows, and gives its part; without one, all parts that are no sheets.
func (w *Writer) write(t *temporary, names []string, filled int) (parts []*part, err error) {
	book := excelize.NewFile(excelize.Options{TmpDir: w.dir})
	defer func() { err = errors.Join(err, book.Close()) }()
	style, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return nil, err
	}
	for i, name := range names {
		if i == 0 {
			// A new workbook has a sheet already.
			err = book.SetSheetName(book.GetSheetName(0), name)
		} else {
			_, err = book.NewSheet(name)
		}
		if err != nil {
			return nil, err
		}
	}
	if filled >= 0 {
		if err := w.sheets[filled].write(book, style); err != nil {
			return nil, err
		}
	}
	in, err := t.save(book)
	if err != nil {
		return nil, err
	}
	for _, f := range in.File {
		n, isSheet := sheetNumber(f.Name)
		if isSheet && n == filled+1 || !isSheet && filled < 0 {
			parts = append(parts, &part{f})
		}
	}
	return parts, nil
}

// sheetNumber reads the number of a sheet, from 1, out of the name of its part.
func sheetNumber(part string) (n int, ok bool) {
	name, ok := strings.CutPrefix(part, "xl/worksheets/sheet")
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(strings.TrimSuffix(name, ".xml"))
	return n, err == nil
}

// write puts the head and the rows into the sheet of that name.
func (s *Sheet) write(book *excelize.File, style int) error {
	stream, err := book.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	if err := stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	head := make([]any, len(s.columns))
	for i, c := range s.columns {
		head[i] = excelize.Cell{StyleID: style, Value: c}
	}
	rows := 0
	add := func(cells []any) error {
		rows++
		return stream.SetRow(fmt.Sprintf("A%d", rows), cells)
	}
	if err := add(head); err != nil {
		return err
	}
	if err := s.spool.each(add); err != nil {
		return err
	}
	return stream.Flush()
}

// temporary is a workbook that is taken apart again.
type temporary struct{ file *os.File }

func newTemporary(dir string) (*temporary, error) {
	f, err := os.CreateTemp(dir, ".xlsx-*")
	return &temporary{f}, err
}

// save writes the workbook and opens it again. The library would put it together in
// memory by itself.
func (t *temporary) save(book *excelize.File) (*zip.Reader, error) {
	book.SetZipWriter(func(io.Writer) excelize.ZipWriter { return zip.NewWriter(t.file) })
	if err := book.Write(io.Discard); err != nil {
		return nil, err
	}
	size, err := t.file.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, err
	}
	return zip.NewReader(t.file, size)
}

func (t *temporary) close() error { return errors.Join(t.file.Close(), os.Remove(t.file.Name())) }

// Close lets go of temporary files; the Writer is of no use afterwards.
func (w *Writer) Close() error {
	var errs []error
	for _, s := range w.sheets {
		errs = append(errs, s.spool.close())
	}
	return errors.Join(errs...)
}
