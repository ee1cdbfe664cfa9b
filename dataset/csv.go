package dataset

import (
	"bufio"
	"strings"
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

func openCSV(dir string, o Options) (sink, error) {
	files, err := openTableFiles(dir, "csv")
	if err != nil {
		return nil, err
	}
	s := csvSink{files}
	for i, t := range tables {
		if o.ForSpreadsheets {
			s.writers[i].WriteString("\ufeff")
		}
		names := make(Row, len(t.Columns))
		for j, c := range t.Columns {
			names[j] = words(c.Name)
		}
		if err := writeCSV(s.writers[i], t, names, true); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func (s csvSink) write(table int, r Row) error {
	return writeCSV(s.writers[table], tables[table], r, false)
}

// writeCSV writes a record; a header's cells are all texts.
func writeCSV(w *bufio.Writer, t *Table, r Row, header bool) error {
	for i, c := range r {
		if i > 0 {
			w.WriteByte(',')
		}
		if !c.Set {
			continue
		}
		typ := t.Columns[i].Type
		if header {
			typ = String
		}
		field := c.String(typ)
		if typ == String && !header {
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
