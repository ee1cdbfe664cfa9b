package scores

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"testing"

	"github.com/xuri/excelize/v2"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/vocabulary"
)

// FuzzWorkbook reads workbooks of which one part, the rows of the sheet or its
// strings, is anything at all.
func FuzzWorkbook(f *testing.F) {
	rows := [][]any{{"id", "average", "Canada", "France"}, {"x", 0.5, 1, 0}, {"y", "−0.50", -1, "n/a"}}
	made := book(f, excelize.Options{}, sheet{"Scores", rows})
	const cells, words = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
	parts := unzip(f, made)
	if parts[cells] == nil || parts[words] == nil {
		f.Fatalf("the parts are %d others", len(parts))
	}
	f.Add(parts[cells], parts[words])
	f.Add([]byte(`<worksheet><sheetData><row r="9"><c r="XFD9" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>`), parts[words])
	f.Add([]byte(`<worksheet><sheetData><row><c t="s"><v>99</v></c><c t="e"><v>#REF!</v></c><c t="b"><v>1</v></c></row></sheetData></worksheet>`), []byte(`<sst/>`))
	vocabulary := vocabulary.Default()
	f.Fuzz(func(t *testing.T, sheet, shared []byte) {
		parts[cells], parts[words] = sheet, shared
		r, err := Read("f.xlsx", bytes.NewReader(rezip(t, parts)), "", vocabulary)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("error without a place: %v", err)
			}
			return
		}
		if _, err := audit.Run(context.Background(), r, audit.Options{}); err != nil {
			t.Fatal(err)
		}
	})
}

func unzip(t testing.TB, data []byte) map[string][]byte {
	t.Helper()
	container, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, part := range container.File {
		in, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		if parts[part.Name], err = io.ReadAll(in); err != nil {
			t.Fatal(err)
		}
	}
	return parts
}

func rezip(t testing.TB, parts map[string][]byte) []byte {
	t.Helper()
	var out bytes.Buffer
	container := zip.NewWriter(&out)
	for name, data := range parts {
		w, err := container.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := container.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
