package form

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"

	"recount.invalid/recount/dataset/shape"
)

// rowGroup and rowGroupBytes are how many rows of a table, and how many bytes of
// text in them, are kept in memory before they are written: long enough for good
// compression, short enough for bounded memory. There are some thirty tables.
const (
	rowGroup      = 20_000
	rowGroupBytes = 2 << 20
)

// parquetTypes are the Go types whose Parquet form a column type has.
var parquetTypes = map[shape.Type]struct {
	typ reflect.Type
	tag string
}{
	shape.String:  {reflect.TypeFor[string](), ""},
	shape.Integer: {reflect.TypeFor[int64](), ""},
	shape.Score:   {reflect.TypeFor[int8](), ""},
	shape.Number:  {reflect.TypeFor[float64](), ""},
	shape.Date:    {reflect.TypeFor[int32](), ",date"},
}

// parquetSink writes a Parquet file per table, compressed with Zstandard.
type parquetSink struct {
	*fileSet
	out     []*parquet.GenericWriter[any]
	kept    []int // bytes of text of the row group that is being filled, by table
	scratch parquet.Row
}

func openParquet(dir string, tables []*shape.Table, _ Options) (Sink, error) {
	files, err := openTableFiles(dir, "parquet", tables)
	if err != nil {
		return nil, err
	}
	s := &parquetSink{fileSet: files, kept: make([]int, len(tables))}
	for i, t := range tables {
		columns, err := columnDocs(t)
		if err != nil {
			return nil, errors.Join(err, files.Close())
		}
		s.out = append(s.out, parquet.NewGenericWriter[any](files.writers[i],
			parquetSchema(t),
			parquet.Compression(&parquet.Zstd),
			parquet.MaxRowsPerRowGroup(rowGroup),
			parquet.CreatedBy("recount", "1", "dataset"),
			parquet.KeyValueMetadata("description", t.Doc),
			parquet.KeyValueMetadata("columns", columns),
		))
	}
	return s, nil
}

// columnDocs are what the columns mean, as a JSON object: Parquet has no place
// for it but the file's metadata.
func columnDocs(t *shape.Table) (string, error) {
	docs := make(map[string]string, len(t.Columns))
	for _, c := range t.Columns {
		docs[c.Name] = c.Doc
	}
	text, err := json.Marshal(docs)
	return string(text), err
}

// parquetSchema makes a table's schema by way of a struct type, the only form
// in which the library keeps the order of the columns.
func parquetSchema(t *shape.Table) *parquet.Schema {
	fields := make([]reflect.StructField, len(t.Columns))
	for i, c := range t.Columns {
		pt := parquetTypes[c.Type]
		tag := c.Name
		if !c.Required {
			tag += ",optional"
		}
		fields[i] = reflect.StructField{
			Name: "C" + strconv.Itoa(i) + strings.ToUpper(c.Name[:1]) + c.Name[1:],
			Type: pt.typ,
			Tag:  reflect.StructTag(`parquet:"` + tag + pt.tag + `"`),
		}
	}
	return parquet.NewSchema(t.Name, parquet.SchemaOf(reflect.New(reflect.StructOf(fields)).Interface()))
}

// Write is Sink's.
func (s *parquetSink) Write(table int, r shape.Row) error {
	s.scratch = s.scratch[:0]
	for i, c := range r {
		col := s.tables[table].Columns[i]
		if !c.Set {
			s.scratch = append(s.scratch, parquet.NullValue().Level(0, 0, i))
			continue
		}
		v, err := parquetValue(col.Type, c)
		if err != nil {
			return fmt.Errorf("table %s, column %s: %w", s.tables[table].Name, col.Name, err)
		}
		level := 1
		if col.Required {
			level = 0
		}
		s.scratch = append(s.scratch, v.Level(0, level, i))
		s.kept[table] += len(c.Text)
	}
	if _, err := s.out[table].WriteRows([]parquet.Row{s.scratch}); err != nil {
		return err
	}
	if s.kept[table] < rowGroupBytes {
		return nil
	}
	s.kept[table] = 0
	return s.out[table].Flush()
}

func parquetValue(t shape.Type, c shape.Cell) (parquet.Value, error) {
	switch t {
	case shape.Integer:
		return parquet.Int64Value(c.Int), nil
	case shape.Score:
		return parquet.Int32Value(int32(c.Int)), nil
	case shape.Number:
		f, err := strconv.ParseFloat(c.Text, 64)
		return parquet.DoubleValue(f), err
	case shape.Date:
		d, err := time.Parse(time.DateOnly, c.Text)
		return parquet.Int32Value(int32(d.Unix() / (24 * 60 * 60))), err
	default:
		return parquet.ByteArrayValue([]byte(c.Text)), nil
	}
}

// Close is Sink's.
func (s *parquetSink) Close() error {
	var errs []error
	for _, t := range s.out {
		errs = append(errs, t.Close())
	}
	return errors.Join(append(errs, s.fileSet.Close())...)
}
