package form

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"recount.invalid/recount/dataset/shape"
)

// Options say how tables are written.
type Options struct {
	// ForSpreadsheets makes CSV that spreadsheet programs open rightly: with a
	// byte order mark.
	ForSpreadsheets bool
}

// Sink takes rows table by table or mixed, in the order of the data set.
type Sink interface {
	// Write takes one row of the table of that index.
	Write(table int, r shape.Row) error
	// Close ends all files; it is called once.
	Close() error
}

// format is one form in which the tables are written.
type format struct {
	name string
	// open starts writing below dir, for a form that takes the rows as they come.
	open func(dir string, tables []*shape.Table, o Options) (Sink, error)
	// later gives what writes tables all of whose rows are known, for the others.
	later func() (saveTable, error)
}

// formats are the forms by name, in the order in which they are written.
var formats = []format{
	{name: "csv", open: openCSV},
	{name: "jsonl", open: openJSONLines},
	{name: "parquet", later: saveParquet},
	{name: "sqlite", open: openSQLite},
	{name: "xlsx", open: openXLSX},
	{name: "dta", later: func() (saveTable, error) { return saveDTA, nil }},
}

// Formats are the names of the forms in which a data set can be written.
func Formats() []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return names
}

// UnknownFormatError says that a form was asked for that does not exist.
type UnknownFormatError struct{ Name string }

func (e *UnknownFormatError) Error() string {
	return fmt.Sprintf("no data set format is called %q", e.Name)
}

// Open begins to write tables in the named forms, all where none is named, below
// dir. What each Sink writes it writes in the order of its rows. The error is an
// *UnknownFormatError before anything is written, otherwise the file system's or a
// library's; what was opened then is closed again.
func Open(dir string, names []string, tables []*shape.Table, o Options) ([]Sink, error) {
	for _, name := range names {
		if !slices.Contains(Formats(), name) {
			return nil, &UnknownFormatError{Name: name}
		}
	}
	var sinks []Sink
	var later []format
	for _, f := range formats {
		if len(names) > 0 && !slices.Contains(names, f.name) {
			continue
		}
		if f.open == nil {
			later = append(later, f)
			continue
		}
		s, err := f.open(dir, tables, o)
		if err != nil {
			return nil, errors.Join(err, closeAll(sinks))
		}
		sinks = append(sinks, s)
	}
	if len(later) == 0 {
		return sinks, nil
	}
	s, err := openWaiting(dir, tables, later)
	if err != nil {
		return nil, errors.Join(err, closeAll(sinks))
	}
	return append(sinks, s), nil
}

func closeAll(sinks []Sink) error {
	var errs []error
	for _, s := range sinks {
		errs = append(errs, s.Close())
	}
	return errors.Join(errs...)
}

// fileSet is a buffered file per table, below a folder of the format's
// name.
type fileSet struct {
	tables  []*shape.Table
	files   []*os.File
	writers []*bufio.Writer
}

// TablePath is where a format keeps a table, seen from the data set's folder.
func TablePath(format, table string) string {
	return format + "/" + table + "." + format
}

func openTableFiles(dir, format string, tables []*shape.Table) (*fileSet, error) {
	if err := os.MkdirAll(filepath.Join(dir, format), 0o755); err != nil {
		return nil, err
	}
	t := &fileSet{tables: tables}
	for _, table := range tables {
		f, err := os.Create(filepath.Join(dir, filepath.FromSlash(TablePath(format, table.Name))))
		if err != nil {
			return nil, errors.Join(err, t.Close())
		}
		t.files = append(t.files, f)
		t.writers = append(t.writers, bufio.NewWriterSize(f, 1<<16))
	}
	return t, nil
}

// Close is Sink's.
func (t *fileSet) Close() error {
	var errs []error
	for i, f := range t.files {
		errs = append(errs, t.writers[i].Flush(), f.Close())
	}
	return errors.Join(errs...)
}
