//go:build !lean

package workbook

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
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
// much of each sheet that it writes in memory, so that each is written by itself, some
// of its rows at a time (see pieces).
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

// write writes a sheet with its rows into a temporary file and gives its part; without
// one, it gives all parts of a workbook that are no sheets.
func (w *Writer) write(t *temporary, names []string, filled int) (parts []*part, err error) {
	if filled >= 0 {
		in, err := t.fill(w.sheets[filled], &pieces{names: names, filled: filled, dir: w.dir})
		if err != nil {
			return nil, err
		}
		return []*part{{in.File[0]}}, nil
	}
	book, _, err := newBook(w.dir, names)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, book.Close()) }()
	in, err := t.save(book)
	if err != nil {
		return nil, err
	}
	for _, f := range in.File {
		if !strings.HasPrefix(f.Name, sheetParts) {
			parts = append(parts, &part{f})
		}
	}
	return parts, nil
}

// newBook makes a workbook with empty sheets of these names, and the style of their
// heads.
func newBook(dir string, names []string) (book *excelize.File, style int, err error) {
	book = excelize.NewFile(excelize.Options{TmpDir: dir})
	defer func() {
		if err != nil {
			err = errors.Join(err, book.Close())
		}
	}()
	if style, err = book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}}); err != nil {
		return nil, 0, err
	}
	for i, name := range names {
		if i == 0 {
			// A new workbook has a sheet already.
			err = book.SetSheetName(book.GetSheetName(0), name)
		} else {
			_, err = book.NewSheet(name)
		}
		if err != nil {
			return nil, 0, err
		}
	}
	return book, style, nil
}

// sheetParts is where the parts of a workbook lie that are sheets.
const sheetParts = "xl/worksheets/sheet"

// sheetPart is the name of a sheet's part, of those from 0 on.
func sheetPart(i int) string { return fmt.Sprintf("%s%d.xml", sheetParts, i+1) }

// write puts the head and the rows into the sheet's part.
func (s *Sheet) write(p *pieces) error {
	err := p.begin()
	if err == nil {
		head := make([]any, len(s.columns))
		for i, c := range s.columns {
			head[i] = excelize.Cell{StyleID: p.style, Value: c}
		}
		err = p.add(head)
	}
	if err == nil {
		err = s.spool.each(p.add)
	}
	if err != nil {
		return errors.Join(err, p.abort())
	}
	return p.close()
}

// temporary is a workbook that is taken apart again.
type temporary struct{ file *os.File }

func newTemporary(dir string) (*temporary, error) {
	f, err := os.CreateTemp(dir, ".xlsx-*")
	return &temporary{f}, err
}

// fill writes the part of a sheet alone and opens it again.
func (t *temporary) fill(s *Sheet, p *pieces) (*zip.Reader, error) {
	out := zip.NewWriter(t.file)
	var err error
	if p.out, err = out.Create(sheetPart(p.filled)); err != nil {
		return nil, err
	}
	if err := errors.Join(s.write(p), out.Close()); err != nil {
		return nil, err
	}
	return t.open()
}

// save writes the workbook and opens it again. The library would put it together in
// memory by itself.
func (t *temporary) save(book *excelize.File) (*zip.Reader, error) {
	book.SetZipWriter(func(io.Writer) excelize.ZipWriter { return zip.NewWriter(t.file) })
	if err := book.Write(io.Discard); err != nil {
		return nil, err
	}
	return t.open()
}

func (t *temporary) open() (*zip.Reader, error) {
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
