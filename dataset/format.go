package dataset

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// sink takes rows table by table or mixed, in the order of the data set.
type sink interface {
	// write takes one row of the table of that index.
	write(table int, r Row) error
	// close ends all files; it is called once.
	close() error
}

// format is one form in which the tables are written.
type format struct {
	name string
	// open starts writing below dir.
	open func(dir string, o Options) (sink, error)
}

// formats are the forms by name, in the order in which they are written.
var formats = []format{
	{"csv", openCSV},
	{"jsonl", openJSONLines},
	{"parquet", openParquet},
	{"sqlite", openSQLite},
	{"xlsx", openXLSX},
	{"dta", openDTA},
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

// fileSet is a buffered file per table, below a folder of the format's
// name.
type fileSet struct {
	files   []*os.File
	writers []*bufio.Writer
}

// tablePath is where a format keeps a table, seen from the data set's folder.
func tablePath(format, table string) string {
	return format + "/" + table + "." + format
}

func openTableFiles(dir, format string) (*fileSet, error) {
	if err := os.MkdirAll(filepath.Join(dir, format), 0o755); err != nil {
		return nil, err
	}
	t := &fileSet{}
	for _, table := range tables {
		f, err := os.Create(filepath.Join(dir, filepath.FromSlash(tablePath(format, table.Name))))
		if err != nil {
			return nil, errors.Join(err, t.close())
		}
		t.files = append(t.files, f)
		t.writers = append(t.writers, bufio.NewWriterSize(f, 1<<16))
	}
	return t, nil
}

func (t *fileSet) close() error {
	var errs []error
	for i, f := range t.files {
		errs = append(errs, t.writers[i].Flush(), f.Close())
	}
	return errors.Join(errs...)
}
