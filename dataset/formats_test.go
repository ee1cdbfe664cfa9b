package dataset_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"recount.invalid/recount/dataset"
	"recount.invalid/recount/internal/workbook"
)

// The workbook explains its columns first and holds the rows of the CSV.
func TestWorkbook(t *testing.T) {
	dir, _ := made(t, dataset.Options{Formats: []string{"csv", "xlsx"}}, 31)
	data, err := os.ReadFile(filepath.Join(dir, "recount.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	book, err := workbook.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	if sheets := book.Sheets(); sheets[0] != "codebook" || sheets[1] != "panel" {
		t.Errorf("sheets %v", sheets)
	}
	rows, err := book.Rows("panel")
	if err != nil {
		t.Fatal(err)
	}
	header, want := table(t, filepath.Join(dir, "csv/panel.csv"))
	if len(rows) != len(want)+1 || strings.Join(rows[0], ",") != strings.Join(header, ",") {
		t.Fatalf("%d rows, want %d and the head", len(rows), len(want))
	}
	for i, r := range want {
		for j, cell := range r {
			got := ""
			if j < len(rows[i+1]) {
				got = rows[i+1][j]
			}
			// A number loses the zeros at its end.
			if got != cell && got != strings.TrimRight(strings.TrimRight(cell, "0"), ".") {
				t.Errorf("row %d, %s: %q, want %q", i, header[j], got, cell)
			}
		}
	}
}

// For spreadsheets there is a byte order mark. A text that would be a formula is
// guarded for everybody; a number is not.
func TestCSVForSpreadsheets(t *testing.T) {
	for _, marked := range []bool{false, true} {
		r := reportOf("G7", 2022, "Elmau", "final", chapterOf(1, "2022-12", "=Water", "", "- We will drill.", score("CAN", -1)))
		r.Commitments[0].Assessment.Scores[0].Text = "-1"
		dir, _ := written(t, dataset.Options{Formats: []string{"csv"}, ForSpreadsheets: marked}, r)
		text := content(t, dir, "csv/commitments.csv")
		if got := strings.HasPrefix(text, "\ufeff"); got != marked {
			t.Errorf("byte order mark: %t", got)
		}
		for _, cell := range []string{",'=Water,", ",'- We will drill.,"} {
			if !strings.Contains(text, cell) {
				t.Errorf("%s is missing in\n%s", cell, text)
			}
		}
		scores := content(t, dir, "csv/scores.csv")
		if !strings.Contains(scores, ",-1,scored,") {
			t.Errorf("the score is no number:\n%s", scores)
		}
	}
}

// Datasette finds a table's full-text index by the table's name in brackets,
// and metadata.json describes what is there.
func TestDatasette(t *testing.T) {
	dir, _ := made(t, dataset.Options{Formats: []string{"sqlite"}}, 32)
	if n := number(t, dir, `SELECT count(*) FROM sqlite_master WHERE sql LIKE '%VIRTUAL TABLE%USING FTS%content=[actions]%'`); n != 1 {
		t.Errorf("%d indexes of actions are found", n)
	}
	if n := number(t, dir, `SELECT count(*) FROM actions_search WHERE actions_search MATCH 'the'`); n == 0 {
		t.Error("the index finds nothing")
	}
	var info struct {
		Databases map[string]struct {
			Tables  map[string]struct{ Columns map[string]string }
			Queries map[string]struct{ SQL string }
		}
	}
	if err := json.Unmarshal([]byte(content(t, dir, "metadata.json")), &info); err != nil {
		t.Fatal(err)
	}
	for _, tab := range dataset.Tables() {
		if got := len(info.Databases["recount"].Tables[tab.Name].Columns); got != len(tab.Columns) {
			t.Errorf("%s: %d columns are described", tab.Name, got)
		}
	}
	for name, q := range info.Databases["recount"].Queries {
		if n := number(t, dir, "SELECT count(*) FROM ("+strings.ReplaceAll(q.SQL, ":folder", "'https://example.org/'")+")"); n == 0 {
			t.Errorf("query %s gives nothing", name)
		}
	}
}

// The wide table has one row for a promise, and columns that every program
// takes as names.
func TestWideKey(t *testing.T) {
	turkey := chapterOf(1, "2024-5", "Trade", "", "We will trade.", score("TUR", 1), score("SAU", 0))
	interim := reportOf("G20", 2024, "Rio de Janeiro", "interim", turkey)
	final := reportOf("G20", 2024, "Rio de Janeiro", "final", turkey)
	dir, _ := written(t, dataset.Options{Formats: []string{"csv"}}, interim, final)
	header, rows := table(t, filepath.Join(dir, "wide.csv"))
	if len(rows) != 1 || rows[0][column(t, header, "promise_id")] != "g20-2024-rio-de-janeiro.s5" || rows[0][column(t, header, "turkiye")] != "1" {
		t.Errorf("%v\n%v", header, rows)
	}
	for _, name := range header {
		for _, r := range name {
			if r != '_' && (r < 'a' || r > 'z') {
				t.Errorf("column %q", name)
			}
		}
	}
}
