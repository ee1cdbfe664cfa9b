package form

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"recount.invalid/recount/dataset/shape"
)

// TestParquetGroups: a row group ends when it holds much text, so that long texts
// do not fill the memory, and no row is lost at its end.
func TestParquetGroups(t *testing.T) {
	tables := []*shape.Table{{Name: "notes", Key: []string{"id"}, Columns: []shape.Column{
		{Name: "id", Type: shape.Integer, Required: true}, {Name: "text", Type: shape.String},
	}}}
	for _, c := range []struct{ rows, length, groups int }{
		{100, 10, 1},
		{5, rowGroupBytes, 5},
		{9, rowGroupBytes / 2, 5},
	} {
		dir := t.TempDir()
		sinks, err := Open(dir, []string{"parquet"}, tables, Options{})
		if err != nil {
			t.Fatal(err)
		}
		s := sinks[0]
		text := strings.Repeat("x", c.length)
		for i := range c.rows {
			if err := s.Write(0, shape.Row{{Set: true, Int: int64(i)}, {Set: true, Text: text}}); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		f, err := os.Open(filepath.Join(dir, "parquet", "notes.parquet"))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		info, err := f.Stat()
		if err != nil {
			t.Fatal(err)
		}
		got, err := parquet.OpenFile(f, info.Size())
		if err != nil {
			t.Fatal(err)
		}
		if len(got.RowGroups()) != c.groups || got.NumRows() != int64(c.rows) {
			t.Errorf("%d rows of %d bytes: %d rows in %d groups, want %d groups", c.rows, c.length, got.NumRows(), len(got.RowGroups()), c.groups)
		}
	}
}
