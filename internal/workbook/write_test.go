package workbook_test

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"recount.invalid/recount/internal/workbook"
)

func TestWriterIsRead(t *testing.T) {
	w, err := workbook.NewWriter(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("\U0001F600", 20000)
	for _, name := range []string{"one", "two"} {
		s, err := w.Sheet(name, []string{"key", "serial", "score", "mean"})
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range [][]any{{name, "1985-1", int64(-1), 0.375}, {"=1+1", "+1", nil, nil}, {long, "", nil, nil}} {
			if err := s.Row(row); err != nil {
				t.Fatal(err)
			}
		}
	}
	var out bytes.Buffer
	if err := w.Save(&out); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	book, err := workbook.Open(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(book.Sheets(), " "); got != "one two" {
		t.Errorf("sheets %s", got)
	}
	rows, err := book.Rows("two")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Join(rows[0], "|") != "key|serial|score|mean" || strings.Join(rows[1], "|") != "two|1985-1|-1|0.375" || strings.Join(rows[2][:2], "|") != "=1+1|+1" {
		t.Errorf("%v", rows[:3])
	}
	if cell := rows[3][0]; !strings.HasSuffix(cell, " [cut]") || strings.ContainsRune(cell, '\ufffd') {
		t.Errorf("a long text ends in %q", cell[len(cell)-12:])
	}
}

// TestLongSheet: a sheet that is made of several pieces is one, with all rows in their
// order and one head.
func TestLongSheet(t *testing.T) {
	w, err := workbook.NewWriter(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	s, err := w.Sheet("long", []string{"n", "text"})
	if err != nil {
		t.Fatal(err)
	}
	const rows = 700
	text := strings.Repeat("</sheetData> & <sheetData> ", 200)
	for i := range rows {
		if err := s.Row([]any{int64(i), text}); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := w.Save(&out); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	book, err := workbook.Open(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	got, err := book.Rows("long")
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != rows+1 || got[0][0] != "n" {
		t.Fatalf("%d rows, want %d; the first is %v", len(got), rows+1, got[0])
	}
	for i, row := range got[1:] {
		if row[0] != strconv.Itoa(i) || strings.TrimSpace(row[1]) != strings.TrimSpace(text) {
			t.Fatalf("row %d is %.40q", i, row)
		}
	}
}
