package bulk

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"slices"

	"recount.invalid/recount/dataset"
	"recount.invalid/recount/internal/atomicfile"
	"recount.invalid/recount/model"
)

// Outcome is what reading one file came to.
type Outcome struct {
	// Status is dataset.StatusRead, StatusUnreadable, StatusNoReport or
	// StatusOther.
	Status string `json:"status"`
	Reason string `json:"reason,omitempty"` // why it was not read
	Advice string `json:"advice,omitempty"` // what to do about it
	Pages  int    `json:"pages,omitempty"`
	// Passing says that the file's bytes do not decide this: the machine was
	// busy, somebody wrote to the file, the process was killed. It is not
	// stored, and the file is tried again.
	Passing bool `json:"passing,omitempty"`
	// Rows are the rows of the file's reports, one after the other; they are
	// stored behind the header.
	Rows []dataset.TableRow `json:"-"`
	// Held is what of the file's reports is held against other files; it is
	// stored behind the rows.
	Held []*model.Report `json:"-"`
}

// resultMagic begins a stored result; its number changes with the form.
const resultMagic = "recount result 5\n"

// maxText is how long a stored text may be, in bytes; a longer one means that
// the file is damaged.
const maxText = 1 << 28

// errResult is returned for a stored result that is damaged or of another
// form; the file is read again.
var errResult = errors.New("stored result is damaged")

// writeResult stores an outcome atomically: a line that says what it is, the
// header as JSON, the rows, and a checksum. A row is its table's index and,
// for each column, 0 for an absent value, otherwise 1 + the length of the
// text and the text, or 1 and the number; all numbers are varints. Behind the rows
// is what is held against other files, as JSON.
func writeResult(path string, o Outcome) error {
	return atomicfile.Write(path, func(w io.Writer) error { return encodeResult(w, o) })
}

func encodeResult(w io.Writer, o Outcome) error {
	sum := crc32.NewIEEE()
	out := bufio.NewWriterSize(io.MultiWriter(w, sum), 1<<16)
	header, err := json.Marshal(o)
	if err != nil {
		return err
	}
	e := encoder{out: out}
	e.out.WriteString(resultMagic)
	e.text(string(header))
	e.number(uint64(len(o.Rows)))
	for _, r := range o.Rows {
		e.number(uint64(r.Table))
		columns := dataset.Tables()[r.Table].Columns
		for i, c := range r.Row {
			e.cell(columns[i].Type, c)
		}
	}
	held, err := json.Marshal(o.Held)
	if err != nil {
		return err
	}
	e.text(string(held))
	if err := out.Flush(); err != nil {
		return err
	}
	return binary.Write(w, binary.BigEndian, sum.Sum32())
}

// encoder writes varints and texts; the buffer keeps its first error.
type encoder struct {
	out     *bufio.Writer
	scratch [binary.MaxVarintLen64]byte
}

func (e *encoder) number(n uint64) { e.out.Write(e.scratch[:binary.PutUvarint(e.scratch[:], n)]) }

func (e *encoder) text(s string) {
	e.number(uint64(len(s)) + 1)
	e.out.WriteString(s)
}

func (e *encoder) cell(t dataset.Type, c dataset.Cell) {
	switch {
	case !c.Set:
		e.number(0)
	case t == dataset.Integer || t == dataset.Score:
		e.number(1)
		e.out.Write(e.scratch[:binary.PutVarint(e.scratch[:], c.Int)])
	default:
		e.text(c.Text)
	}
}

// readResult reads what writeResult wrote. The error is errResult for a
// damaged file, otherwise that of the file system.
func readResult(path string) (Outcome, error) {
	f, err := openFile(path)
	if err != nil {
		return Outcome{}, err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	o, err := decodeResult(f)
	if err != nil {
		return Outcome{}, fmt.Errorf("%w: %w", errResult, err)
	}
	return o, nil
}

// readOutcome reads a stored outcome without its rows.
func readOutcome(path string) (Outcome, error) {
	f, err := openFile(path)
	if err != nil {
		return Outcome{}, err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	o, err := (&decoder{in: bufio.NewReader(f)}).header()
	if err != nil {
		return Outcome{}, fmt.Errorf("%w: %w", errResult, err)
	}
	return o, nil
}

func decodeResult(r io.Reader) (Outcome, error) {
	sum := crc32.NewIEEE()
	d := &decoder{in: bufio.NewReaderSize(r, 1<<16), sum: sum}
	o, err := d.header()
	if err != nil {
		return o, err
	}
	tables := dataset.Tables()
	for n := d.number(); n > 0 && d.err == nil; n-- {
		table := d.number()
		if table >= uint64(len(tables)) {
			return o, errors.New("a row of no table")
		}
		row := make(dataset.Row, len(tables[table].Columns))
		for i, c := range tables[table].Columns {
			row[i] = d.cell(c.Type)
		}
		o.Rows = append(o.Rows, dataset.TableRow{Table: int(table), Row: row})
	}
	held, _ := d.text()
	want := sum.Sum32()
	d.sum = nil
	if tail := d.bytes(4); d.err == nil && binary.BigEndian.Uint32(tail) != want {
		return o, errors.New("its checksum is wrong")
	}
	if d.err != nil {
		return o, d.err
	}
	return o, json.Unmarshal([]byte(held), &o.Held)
}

// decoder reads what encoder writes and keeps its first error.
type decoder struct {
	in   *bufio.Reader
	sum  hash.Hash32 // of the bytes that were taken; nil when it is enough
	err  error
	one  [1]byte // room for ReadByte
	room []byte  // for bytes
}

// ReadByte makes the decoder a source of varints.
func (d *decoder) ReadByte() (byte, error) {
	b, err := d.in.ReadByte()
	if err == nil && d.sum != nil {
		d.one[0] = b
		d.sum.Write(d.one[:])
	}
	return b, err
}

// header reads what stands before the rows.
func (d *decoder) header() (Outcome, error) {
	var o Outcome
	if magic := d.bytes(len(resultMagic)); string(magic) != resultMagic {
		return o, errors.New("it does not begin as a result")
	}
	header, ok := d.text()
	if !ok {
		return o, errors.Join(d.err, errors.New("it has no header"))
	}
	return o, json.Unmarshal([]byte(header), &o)
}

func (d *decoder) number() uint64 {
	if d.err != nil {
		return 0
	}
	n, err := binary.ReadUvarint(d)
	d.err = err
	return n
}

// bytes takes n bytes, which hold until more is read; n comes from a number that was
// checked.
func (d *decoder) bytes(n int) []byte {
	if d.err != nil {
		return nil
	}
	b := d.room[:0]
	// Grown as the data comes, so that a wrong length costs no memory.
	for len(b) < n {
		from, part := len(b), min(n-len(b), 1<<16)
		b = slices.Grow(b, part)[:from+part]
		if _, err := io.ReadFull(d.in, b[from:]); err != nil {
			d.err = err
			return nil
		}
	}
	d.room = b
	if d.sum != nil {
		d.sum.Write(b)
	}
	return b
}

// text reads a text; ok is false for an absent one.
func (d *decoder) text() (s string, ok bool) {
	n := d.number()
	if n == 0 || d.err != nil {
		return "", false
	}
	if n > maxText {
		d.err = errors.New("a text is too long")
		return "", false
	}
	return string(d.bytes(int(n - 1))), d.err == nil
}

func (d *decoder) cell(t dataset.Type) dataset.Cell {
	if t != dataset.Integer && t != dataset.Score {
		s, ok := d.text()
		return dataset.Cell{Set: ok, Text: s}
	}
	if d.number() == 0 || d.err != nil {
		return dataset.Cell{}
	}
	n, err := binary.ReadVarint(d)
	if err != nil {
		d.err = err
	}
	return dataset.Cell{Set: true, Int: n}
}
