package form

import (
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"

	"recount.invalid/recount/dataset/shape"
	"recount.invalid/recount/internal/spool"
)

// waiting are the rows of a table that wait on disk until the last one is known, and
// what was seen of its columns.
type waiting struct {
	table   *shape.Table
	records *spool.Records
	rows    uint64
	width   []int   // of texts, in bytes
	low     []int64 // of whole numbers and 0
	high    []int64
	scratch []byte
}

// add puts a row behind the others: of each cell 0 for an absent one, otherwise 1 and
// the number, or 1 + the length of the text and the text.
func (w *waiting) add(r shape.Row) error {
	w.scratch = w.scratch[:0]
	for i, c := range r {
		switch typ := w.table.Columns[i].Type; {
		case !c.Set:
			w.scratch = append(w.scratch, 0)
		case typ == shape.Integer || typ == shape.Score:
			w.low[i], w.high[i] = min(w.low[i], c.Int), max(w.high[i], c.Int)
			w.scratch = binary.AppendVarint(append(w.scratch, 1), c.Int)
		default:
			w.width[i] = max(w.width[i], len(c.Text))
			w.scratch = binary.AppendUvarint(w.scratch, uint64(len(c.Text))+1)
			w.scratch = append(w.scratch, c.Text...)
		}
	}
	w.rows++
	_, err := w.records.Add(w.scratch)
	return err
}

var errWaiting = errors.New("rows that waited on disk are damaged")

// each gives the rows in their order; one is good until the next.
func (w *waiting) each(do func(shape.Row) error) error {
	row := make(shape.Row, len(w.table.Columns))
	return w.records.Each(func(record []byte) error {
		text := string(record) // one for all cells
		at := 0
		for i, column := range w.table.Columns {
			n, width := binary.Uvarint(record[at:])
			if width <= 0 {
				return errWaiting
			}
			at += width
			row[i] = shape.Cell{Set: n > 0}
			switch {
			case n == 0:
			case column.Type == shape.Integer || column.Type == shape.Score:
				if row[i].Int, width = binary.Varint(record[at:]); width <= 0 {
					return errWaiting
				}
				at += width
			case n-1 > uint64(len(record)-at):
				return errWaiting
			default:
				row[i].Text = text[at : at+int(n-1)]
				at += int(n - 1)
			}
		}
		return do(row)
	})
}

// saveTable writes a table into a file.
type saveTable func(file *os.File, rows *waiting) error

// waitingSink is for the forms that are written one table after the other when all
// rows are known. Rows wait once for all of them. In memory is what one table's file
// needs and not, from the first row on, what some thirty need.
type waitingSink struct {
	dir    string
	forms  []string // their names
	saves  []saveTable
	tables []*waiting
}

func openWaiting(dir string, tables []*shape.Table, forms []format) (Sink, error) {
	s := &waitingSink{dir: dir}
	for _, f := range forms {
		save, err := f.later()
		if err != nil {
			return nil, err
		}
		s.forms, s.saves = append(s.forms, f.name), append(s.saves, save)
		if err := os.MkdirAll(filepath.Join(dir, f.name), 0o755); err != nil {
			return nil, err
		}
	}
	for _, t := range tables {
		n := len(t.Columns)
		// Beside the tables, not in the system's folder, which is often small.
		s.tables = append(s.tables, &waiting{table: t, records: spool.New(dir), width: make([]int, n), low: make([]int64, n), high: make([]int64, n)})
	}
	return s, nil
}

// Write is Sink's.
func (s *waitingSink) Write(table int, r shape.Row) error { return s.tables[table].add(r) }

// Close is Sink's.
func (s *waitingSink) Close() error {
	var err error
	for _, t := range s.tables {
		for i, form := range s.forms {
			if err == nil {
				err = t.save(filepath.Join(s.dir, filepath.FromSlash(TablePath(form, t.table.Name))), s.saves[i])
			}
		}
		err = errors.Join(err, t.records.Close())
	}
	return err
}

// save writes the table into a new file.
func (w *waiting) save(path string, save saveTable) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return save(file, w)
}
