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

// Writer writes a workbook sheet by sheet. Texts stand in it as texts, so that
// none is ever taken for a formula, a number or a date.
type Writer struct {
	file   *excelize.File
	dir    string // where what waits to be written lies
	head   int    // the style of heads
	sheets []*Sheet
}

// Sheet is a sheet that is being written.
type Sheet struct {
	stream *excelize.StreamWriter
	rows   int
}

// NewWriter begins a workbook. What the library does not keep in memory waits in
// files in dir, where there is room for the workbook itself; the system's folder for
// such files is often small, or memory.
func NewWriter(dir string) (*Writer, error) {
	w := &Writer{file: excelize.NewFile(excelize.Options{TmpDir: dir}), dir: dir}
	var err error
	w.head, err = w.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	return w, err
}

// Sheet adds a sheet with a head, which stays in sight when the rows are
// scrolled. Names are at most 31 characters long and all different.
func (w *Writer) Sheet(name string, columns []string) (*Sheet, error) {
	if len(w.sheets) == 0 {
		// A new workbook has a sheet already.
		if err := w.file.SetSheetName(w.file.GetSheetName(0), name); err != nil {
			return nil, err
		}
	} else if _, err := w.file.NewSheet(name); err != nil {
		return nil, err
	}
	stream, err := w.file.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	if err := stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return nil, err
	}
	s := &Sheet{stream: stream}
	w.sheets = append(w.sheets, s)
	head := make([]any, len(columns))
	for i, c := range columns {
		head[i] = excelize.Cell{StyleID: w.head, Value: c}
	}
	return s, s.add(head)
}

// Row adds a row of texts, int64, float64 and nil for an empty cell.
func (s *Sheet) Row(cells []any) error {
	for i, c := range cells {
		if text, ok := c.(string); ok {
			cells[i] = fit(text)
		}
	}
	return s.add(cells)
}

func (s *Sheet) add(cells []any) error {
	if s.rows >= MaxRows {
		return ErrFull
	}
	s.rows++
	return s.stream.SetRow(fmt.Sprintf("A%d", s.rows), cells)
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

// Save ends the sheets and writes the workbook. The library puts the parts of
// a workbook in any order; here they are put in one, so that the same rows give
// the same bytes.
func (w *Writer) Save(out io.Writer) (err error) {
	for _, s := range w.sheets {
		if err := s.stream.Flush(); err != nil {
			return err
		}
	}
	unordered, err := os.CreateTemp(w.dir, ".xlsx-*")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unordered.Close(), os.Remove(unordered.Name())) }()
	// The library would put the whole workbook together in memory.
	w.file.SetZipWriter(func(io.Writer) excelize.ZipWriter {
		return zip.NewWriter(unordered)
	})
	if err := w.file.Write(io.Discard); err != nil {
		return err
	}
	size, err := unordered.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	in, err := zip.NewReader(unordered, size)
	if err != nil {
		return err
	}
	// The types of the parts come first, as all programs have it.
	const first = "[Content_Types].xml"
	slices.SortFunc(in.File, func(a, b *zip.File) int {
		switch {
		case a.Name == first:
			return -1
		case b.Name == first:
			return 1
		}
		return strings.Compare(a.Name, b.Name)
	})
	ordered := zip.NewWriter(out)
	for _, part := range in.File {
		if err := ordered.Copy(part); err != nil {
			return err
		}
	}
	return ordered.Close()
}

// Close lets go of temporary files; the Writer is of no use afterwards.
func (w *Writer) Close() error { return w.file.Close() }
