//go:build !lean

package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/xuri/excelize/v2"
)

// pieceBytes is how many bytes of cells, roughly, the library is given of a sheet at a
// time. What it makes of a sheet it keeps in memory up to 16 MB, in a buffer that may
// have three times as much while it grows.
const pieceBytes = 1 << 20

// cellBytes is what a cell takes in a sheet's part beside its text, roughly.
const cellBytes = 40

// pieces writes a sheet's part from those that the library makes of some of its rows.
type pieces struct {
	out    io.Writer
	names  []string // of all sheets
	filled int      // which one it is
	dir    string
	book   *excelize.File // of the rows that are being gathered; nil for none
	stream *excelize.StreamWriter
	style  int // of the head
	rows   int
	bytes  int    // of the rows of the book
	tail   []byte // what stands behind the last row; nil before the first piece
}

// add adds a row.
func (p *pieces) add(cells []any) (err error) {
	if p.book == nil {
		if err := p.begin(); err != nil {
			return err
		}
	}
	p.rows++
	for _, c := range cells {
		text, _ := c.(string)
		p.bytes += cellBytes + len(text)
	}
	if err := p.stream.SetRow(fmt.Sprintf("A%d", p.rows), cells); err != nil {
		return err
	}
	if p.bytes < pieceBytes {
		return nil
	}
	return p.flush()
}

func (p *pieces) begin() (err error) {
	p.bytes = 0
	if p.book, p.style, err = newBook(p.dir, p.names); err != nil {
		return err
	}
	if p.stream, err = p.book.NewStreamWriter(p.names[p.filled]); err != nil {
		return err
	}
	return p.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

// errPart says that the library made something else of a sheet.
var errPart = errors.New("a sheet's part has no rows")

// flush writes the rows that were gathered: of the first piece what stands before
// them too.
func (p *pieces) flush() error {
	err := p.stream.Flush()
	made := &onePart{name: sheetPart(p.filled)}
	if err == nil {
		p.book.SetZipWriter(func(io.Writer) excelize.ZipWriter { return made })
		err = p.book.Write(io.Discard)
	}
	err = errors.Join(err, p.book.Close())
	p.book, p.stream = nil, nil
	if err != nil {
		return err
	}
	part := made.content.Bytes()
	const first, behind = "<sheetData>", "</sheetData>"
	from, to := bytes.Index(part, []byte(first)), bytes.LastIndex(part, []byte(behind))
	if from < 0 || to < 0 {
		return errPart
	}
	if from += len(first); p.tail == nil {
		from = 0
	}
	p.tail = bytes.Clone(part[to:])
	_, err = p.out.Write(part[from:to])
	return err
}

// close writes what is left.
func (p *pieces) close() error {
	if p.book != nil {
		if err := p.flush(); err != nil {
			return err
		}
	}
	_, err := p.out.Write(p.tail)
	return err
}

// abort lets go of a book that was begun.
func (p *pieces) abort() error {
	if p.book == nil {
		return nil
	}
	return p.book.Close()
}

// onePart takes one part of a workbook, and none of the others.
type onePart struct {
	name    string
	content bytes.Buffer
}

// Create is excelize.ZipWriter's.
func (o *onePart) Create(name string) (io.Writer, error) {
	if name == o.name {
		return &o.content, nil
	}
	return io.Discard, nil
}

// AddFS is excelize.ZipWriter's.
func (o *onePart) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close is excelize.ZipWriter's.
func (o *onePart) Close() error { return nil }
