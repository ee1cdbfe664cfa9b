package form

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"

	"recount.invalid/recount/dataset/shape"
)

// rowGroup and rowGroupBytes are how many rows of a table, and how many bytes of
// text in them, are kept in memory before they are written: long enough for good
// compression, short enough for bounded memory.
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

// parquetWriter writes rows of a table.
type parquetWriter struct {
	table   *shape.Table
	out     *parquet.GenericWriter[any]
	kept    int // bytes of text of the row group that is being filled
	scratch parquet.Row
}

// saveParquet gives what writes tables as Parquet files, compressed with Zstandard.
func saveParquet() (saveTable, error) {
	codec, err := newZstdCodec()
	return func(file *os.File, rows *waiting) error { return writeParquet(file, rows, codec) }, err
}

func writeParquet(file *os.File, rows *waiting, codec *zstdCodec) error {
	t := rows.table
	columns, err := columnDocs(t)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriterSize(file, 1<<16)
	w := &parquetWriter{table: t, out: parquet.NewGenericWriter[any](buffered,
		parquetSchema(t),
		parquet.Compression(codec),
		parquet.MaxRowsPerRowGroup(rowGroup),
		parquet.CreatedBy("recount", "1", "dataset"),
		parquet.KeyValueMetadata("description", t.Doc),
		parquet.KeyValueMetadata("columns", columns),
	)}
	return errors.Join(rows.each(w.write), w.out.Close(), buffered.Flush())
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

func (w *parquetWriter) write(r shape.Row) error {
	w.scratch = w.scratch[:0]
	for i, c := range r {
		col := w.table.Columns[i]
		if !c.Set {
			w.scratch = append(w.scratch, parquet.NullValue().Level(0, 0, i))
			continue
		}
		v, err := parquetValue(col.Type, c)
		if err != nil {
			return fmt.Errorf("table %s, column %s: %w", w.table.Name, col.Name, err)
		}
		level := 1
		if col.Required {
			level = 0
		}
		w.scratch = append(w.scratch, v.Level(0, level, i))
		w.kept += len(c.Text)
	}
	if _, err := w.out.WriteRows([]parquet.Row{w.scratch}); err != nil {
		return err
	}
	if w.kept < rowGroupBytes {
		return nil
	}
	w.kept = 0
	return w.out.Flush()
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
