package form

import (
	"bufio"
	"strings"

	"recount.invalid/recount/dataset/shape"
)

// csvSink writes a CSV file per table: UTF-8 without byte order mark, RFC
// 4180. encoding/csv is not used because it turns a line feed inside a field
// into CR LF where records end so, which changes the text, and because it
// cannot tell an empty text ("") from an absent value (nothing).
//
// A text that a spreadsheet program would take for a formula is guarded
// (guardFormula), for whomever the file is; for such programs
// (Options.ForSpreadsheets) it begins with a byte order mark.
type csvSink struct{ *fileSet }

func openCSV(dir string, tables []*shape.Table, o Options) (Sink, error) {
	files, err := openTableFiles(dir, "csv", tables)
	if err != nil {
		return nil, err
	}
	s := csvSink{files}
	for i, t := range tables {
		if o.ForSpreadsheets {
			s.writers[i].WriteString("\ufeff")
		}
		names := make(shape.Row, len(t.Columns))
		for j, c := range t.Columns {
			names[j] = shape.Cell{Set: true, Text: c.Name}
		}
		if err := writeCSV(s.writers[i], t, names, true); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// Write is Sink's.
func (s csvSink) Write(table int, r shape.Row) error {
	return writeCSV(s.writers[table], s.tables[table], r, false)
}

// writeCSV writes a record; a header's cells are all texts.
func writeCSV(w *bufio.Writer, t *shape.Table, r shape.Row, header bool) error {
	for i, c := range r {
		if i > 0 {
			w.WriteByte(',')
		}
		if !c.Set {
			continue
		}
		typ := t.Columns[i].Type
		if header {
			typ = shape.String
		}
		field := c.String(typ)
		if typ == shape.String && !header {
			field = guardFormula(field)
		}
		csvField(w, field)
	}
	// A bufio.Writer keeps its first error and gives it here.
	_, err := w.WriteString("\r\n")
	return err
}

func csvField(w *bufio.Writer, s string) {
	if s != "" && !strings.ContainsAny(s, ",\"\r\n") && s[0] != ' ' && s[len(s)-1] != ' ' {
		w.WriteString(s)
		return
	}
	w.WriteByte('"')
	w.WriteString(strings.ReplaceAll(s, `"`, `""`))
	w.WriteByte('"')
}

// WriteRecord writes a record of texts in the same form; an empty one is an
// absent value.
func WriteRecord(w *bufio.Writer, fields []string) {
	for i, f := range fields {
		if i > 0 {
			w.WriteByte(',')
		}
		if f != "" {
			csvField(w, guardFormula(f))
		}
	}
	w.WriteString("\r\n")
}
