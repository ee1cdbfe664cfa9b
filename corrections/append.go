package corrections

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"recount.invalid/recount/internal/atomicfile"
)

// columns are those of a file that is made, in their order.
var columns = []string{"report", "path", "was", "now", "by", "on", "why"}

// ErrNotCSV is returned for a file that rows cannot be added to.
var ErrNotCSV = errors.New("rows are added to a CSV only")

// one keeps two windows of one process apart; lockFolder two processes.
var one sync.Mutex

// Append adds rows to a CSV of corrections, which is made where there is none.
// What stands in it stays as it is, byte for byte, unless it lacks a column. A
// reader sees the file before or after, never half of it. Nobody else who
// appends writes in between: allow, where it is not nil, sees what is in the file
// and may refuse. The error is that of allow, of reading or of writing.
func Append(path string, rows []Correction, allow func(there []Correction) error) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target // a link is kept, what it leads to is replaced
	}
	one.Lock()
	defer one.Unlock()
	unlock, err := lockFolder(filepath.Dir(path))
	if err != nil {
		return fmt.Errorf("lock the folder of %s: %w", filepath.Base(path), err)
	}
	defer unlock()
	data, err := readFile(path)
	if err != nil {
		return err
	}
	there := []Correction{}
	if len(data) > 0 {
		if there, err = Read(bytes.NewReader(data)); err != nil {
			return err
		}
	}
	if allow != nil {
		if err := allow(there); err != nil {
			return err
		}
	}
	if len(rows) == 0 {
		return nil
	}
	if len(there)+len(rows) > maxRecords {
		return ErrTooLarge
	}
	data, err = appended(data, rows)
	if err != nil {
		return err
	}
	if len(data) > maxBytes {
		return ErrTooLarge
	}
	return atomicfile.Write(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// readFile gives a file's bytes, none where there is no file.
func readFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	data, err := io.ReadAll(io.LimitReader(f, maxBytes+1))
	if err == nil && len(data) > maxBytes {
		err = ErrTooLarge
	}
	return data, err
}

// appended is a file with rows behind what it has.
func appended(data []byte, rows []Correction) ([]byte, error) {
	bare := bytes.TrimPrefix(data, []byte("\ufeff"))
	if len(bytes.TrimSpace(bare)) == 0 {
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		if err := w.Write(columns); err != nil {
			return nil, err
		}
		return writeRows(w, &b, columns, rows)
	}
	if isYAML(bare) {
		return nil, ErrNotCSV
	}
	comma := commaOf(bare)
	in := csv.NewReader(bytes.NewReader(bare))
	in.Comma = comma
	records, err := in.ReadAll()
	if err != nil {
		return nil, err
	}
	head := records[0]
	names := make([]string, len(head))
	for i, name := range head {
		names[i] = strings.ToLower(strings.TrimSpace(name))
	}
	lacking := lacks(names)
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = comma
	w.UseCRLF = bytes.Contains(bare, []byte("\r\n"))
	if len(lacking) == 0 {
		b.Write(data)
		if !bytes.HasSuffix(data, []byte("\n")) {
			b.WriteString("\n")
		}
	} else {
		// The columns of who, when and why are put behind the others.
		for i, record := range records {
			more := make([]string, len(lacking))
			if i == 0 {
				more = lacking
			}
			if err := w.Write(append(record, more...)); err != nil {
				return nil, err
			}
		}
		names = append(names, lacking...)
	}
	return writeRows(w, &b, names, rows)
}

// Encode gives a file of corrections.
func Encode(rows []Correction) ([]byte, error) { return appended(nil, rows) }

// lacks names the columns that a head does not have.
func lacks(names []string) (out []string) {
	has := map[string]bool{}
	for _, name := range names {
		has[name] = true
	}
	for _, name := range columns {
		if !has[name] {
			out = append(out, name)
		}
	}
	return out
}

func writeRows(w *csv.Writer, b *bytes.Buffer, names []string, rows []Correction) ([]byte, error) {
	for _, c := range rows {
		cells := map[string]string{"report": c.Report, "path": c.Path, "was": c.Was, "now": c.Now, "by": c.By, "on": c.On, "why": c.Why}
		record := make([]string, len(names))
		for i, name := range names {
			record[i] = guarded(strings.TrimSpace(cells[name]))
		}
		if err := w.Write(record); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// guarded puts an apostrophe before what a spreadsheet program would take for a
// formula, or what Read would take for guarded; a number needs none.
func guarded(s string) string {
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return s
	}
	if s != "" && strings.ContainsRune("=@+-", rune(s[0])) || unguarded(s) != s {
		return "'" + s
	}
	return s
}
