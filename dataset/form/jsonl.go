package form

import (
	"bytes"
	"encoding/json"
	"strconv"

	"recount.invalid/recount/dataset/shape"
)

// jsonSink writes a JSON Lines file per table: an object per row, its keys
// in the order of the columns, null where a value is absent.
type jsonSink struct {
	*fileSet
	scratch bytes.Buffer
}

func openJSONLines(dir string, tables []*shape.Table, _ Options) (Sink, error) {
	files, err := openTableFiles(dir, "jsonl", tables)
	if err != nil {
		return nil, err
	}
	return &jsonSink{fileSet: files}, nil
}

// Write is Sink's.
func (s *jsonSink) Write(table int, r shape.Row) error {
	w := s.writers[table]
	for i, c := range r {
		col := s.tables[table].Columns[i]
		w.WriteByte("{,"[min(i, 1)])
		w.WriteByte('"')
		w.WriteString(col.Name) // our own names need no escapes
		w.WriteString(`":`)
		switch {
		case !c.Set:
			w.WriteString("null")
		case col.Type == shape.Integer || col.Type == shape.Score:
			w.WriteString(strconv.FormatInt(c.Int, 10))
		case col.Type == shape.Number:
			w.WriteString(c.Text)
		default:
			if err := s.quote(c.Text); err != nil {
				return err
			}
			w.Write(s.scratch.Bytes())
		}
	}
	_, err := w.WriteString("}\n")
	return err
}

// quote puts a text as a JSON string into scratch.
func (s *jsonSink) quote(v string) error {
	s.scratch.Reset()
	enc := json.NewEncoder(&s.scratch)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return err
	}
	s.scratch.Truncate(s.scratch.Len() - 1) // the encoder's line feed
	return nil
}
