package dataset_test

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/dataset"
	"recount.invalid/recount/fixtures"
	"recount.invalid/recount/model"
)

// made writes a data set of generated reports whose truth is known, and
// gives its folder and the reports.
func made(t *testing.T, o dataset.Options, seeds ...uint64) (string, []*model.Report) {
	t.Helper()
	var reports []*model.Report
	for _, seed := range seeds {
		fx, err := fixtures.Generate(fixtures.Options{Seed: seed, Commitments: 2, Members: 4})
		if err != nil {
			t.Fatal(err)
		}
		reports = append(reports, fx.Truth)
	}
	dir, _ := written(t, o, reports...)
	return dir, reports
}

// written writes a data set of reports and of a file that was not read; it
// gives the folder and what the terminal shows.
func written(t *testing.T, o dataset.Options, reports ...*model.Report) (dir, summary string) {
	t.Helper()
	dir = t.TempDir()
	w, err := dataset.Create(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	var files []dataset.File
	var rows [][]dataset.TableRow
	for i, r := range reports {
		r.Source.SHA256 = strings.Repeat(string("0123456789abcdef"[i]), 64)
		result, err := audit.Run(context.Background(), r, audit.Options{})
		if err != nil {
			t.Fatal(err)
		}
		name := string(rune('a'+i)) + "/report.pdf"
		rows = append(rows, dataset.RowsOf(r, &result, nil))
		w.Announce(name, rows[i])
		files = append(files, dataset.File{Path: name, SHA256: r.Source.SHA256, Bytes: 10, Status: dataset.StatusRead})
	}
	for i, f := range files {
		if err := w.Report(f.Path, rows[i]); err != nil {
			t.Fatal(err)
		}
	}
	files = append(files, dataset.File{Path: "z.pdf", Status: dataset.StatusUnreadable, Reason: "broken", Advice: "mend it"})
	for _, f := range files {
		if err := w.File(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := w.WriteSummary(&out); err != nil {
		t.Fatal(err)
	}
	return dir, out.String()
}

// table reads a CSV table with the standard library's reader: the header and
// the records.
func table(t *testing.T, path string) ([]string, [][]string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return records[0], records[1:]
}

func column(t *testing.T, header []string, name string) int {
	t.Helper()
	for i, h := range header {
		if h == name {
			return i
		}
	}
	t.Fatalf("no column %s in %v", name, header)
	return -1
}

// The expected numbers are counted in the reports, without package dataset.
func TestTablesHoldWhatTheReportsHold(t *testing.T) {
	dir, reports := made(t, dataset.Options{Formats: []string{"csv"}}, 1, 2)
	actions, notes, tableScores := 0, 0, map[string]int{}
	texts := map[string]bool{}
	for _, r := range reports {
		notes += len(r.Footnotes)
		for _, c := range r.Commitments {
			for _, s := range c.Assessment.Scores {
				if s.Score != nil {
					tableScores[s.Member] += *s.Score
				}
			}
			for _, v := range c.Verdicts {
				actions += len(v.Actions)
				for _, a := range v.Actions {
					texts[a.Text] = true
				}
			}
		}
	}
	header, rows := table(t, filepath.Join(dir, "csv/actions.csv"))
	if len(rows) != actions || actions == 0 {
		t.Errorf("%d actions, want %d", len(rows), actions)
	}
	for _, r := range rows {
		if !texts[r[column(t, header, "text")]] {
			t.Errorf("text of no action: %q", r[column(t, header, "text")])
		}
	}
	if _, rows := table(t, filepath.Join(dir, "csv/citations.csv")); len(rows) != notes || notes == 0 {
		t.Errorf("%d citations, want %d", len(rows), notes)
	}
	header, rows = table(t, filepath.Join(dir, "csv/scores.csv"))
	got := map[string]int{}
	for _, r := range rows {
		if r[column(t, header, "stated_in")] != "table" {
			continue
		}
		switch r[column(t, header, "score")] {
		case "1":
			got[r[column(t, header, "member")]]++
		case "-1":
			got[r[column(t, header, "member")]]--
		}
	}
	for member, sum := range tableScores {
		if got[member] != sum {
			t.Errorf("scores of %s add up to %d, want %d", member, got[member], sum)
		}
	}
}

// A spreadsheet must not take an id for a number or a date, and ids must not
// repeat.
func TestIds(t *testing.T) {
	dir, _ := made(t, dataset.Options{Formats: []string{"csv"}}, 3, 4)
	likeNumber := regexp.MustCompile(`^[-+]?[0-9.,]+([eE][-+]?[0-9]+)?$|^\w{1,9}[-/ .]\d+$`)
	for _, tab := range dataset.Tables() {
		_, rows := table(t, filepath.Join(dir, "csv", tab.Name+".csv"))
		seen := map[string]bool{}
		for _, r := range rows {
			if seen[r[0]] {
				t.Errorf("%s: id %s twice", tab.Name, r[0])
			}
			seen[r[0]] = true
			if likeNumber.MatchString(r[0]) {
				t.Errorf("%s: id %s looks like a number or a date", tab.Name, r[0])
			}
		}
	}
}

func TestSameRowsSameBytes(t *testing.T) {
	first, _ := made(t, dataset.Options{}, 5, 6)
	second, _ := made(t, dataset.Options{}, 5, 6)
	a, err := os.ReadFile(filepath.Join(first, "SHA256SUMS"))
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(second, "SHA256SUMS"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) {
		t.Errorf("the sums differ:\n%s\n%s", a, b)
	}
	for _, name := range []string{"recount.sqlite", "parquet/actions.parquet", "wide.csv", "overview.html", "examples/averages.R"} {
		if !strings.Contains(string(a), "  "+name+"\n") {
			t.Errorf("no sum of %s", name)
		}
	}
}

// All forms hold the same values; the database is read through SQL.
func TestSQLiteHoldsTheCSV(t *testing.T) {
	dir, _ := made(t, dataset.Options{}, 7)
	db, err := sql.Open("sqlite", filepath.Join(dir, "recount.sqlite"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	for _, tab := range dataset.Tables() {
		header, rows := table(t, filepath.Join(dir, "csv", tab.Name+".csv"))
		key, last := header[0], header[len(header)-1]
		for _, r := range rows {
			var got sql.NullString
			err := db.QueryRow(`SELECT "`+last+`" FROM "`+tab.Name+`" WHERE "`+key+`" = ?`, r[0]).Scan(&got)
			if err != nil || got.String != r[len(r)-1] {
				t.Errorf("%s %s: %s is %q in SQLite (%v), %q in CSV", tab.Name, r[0], last, got.String, err, r[len(r)-1])
			}
		}
	}
	var hits int
	if err := db.QueryRow(`SELECT count(*) FROM actions_search WHERE actions_search MATCH 'on'`).Scan(&hits); err != nil || hits == 0 {
		t.Errorf("full-text search found %d, %v", hits, err)
	}
	for _, view := range []string{"compliance", "averages_by_summit", "averages_by_report", "averages_by_member", "averages_by_issue_area", "score_disagreements", "averages_that_differ", "sources_of_actions"} {
		var n int
		if err := db.QueryRow("SELECT count(*) FROM " + view).Scan(&n); err != nil {
			t.Errorf("view %s: %v", view, err)
		}
	}
}

// The file is opened by the program that its users have.
func TestSQLiteCommandLine(t *testing.T) {
	sqlite, err := exec.LookPath("sqlite3")
	if err != nil {
		t.Skip("needs the program sqlite3 (Debian package sqlite3)")
	}
	dir, reports := made(t, dataset.Options{Formats: []string{"sqlite"}}, 8)
	query := func(q string) string {
		out, err := exec.Command(sqlite, "-readonly", filepath.Join(dir, "recount.sqlite"), q).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		return strings.TrimSpace(string(out))
	}
	if got := query("PRAGMA integrity_check"); got != "ok" {
		t.Errorf("integrity: %s", got)
	}
	if got := query("PRAGMA foreign_key_check"); got != "" {
		t.Errorf("foreign keys: %s", got)
	}
	if got, want := query("SELECT title FROM reports"), reports[0].Report.Title; got != want {
		t.Errorf("title %q, want %q", got, want)
	}
}

// A foreign key that does not hold must not be published.
func TestBrokenKeyIsRefused(t *testing.T) {
	w, err := dataset.Create(t.TempDir(), dataset.Options{Formats: []string{"sqlite"}})
	if err != nil {
		t.Fatal(err)
	}
	fx, err := fixtures.Generate(fixtures.Options{Seed: 9, Commitments: 1, Members: 2})
	if err != nil {
		t.Fatal(err)
	}
	fx.Truth.Source.SHA256 = strings.Repeat("e", 64)
	rows := dataset.RowsOf(fx.Truth, &audit.Result{}, nil)
	w.Announce("a.pdf", rows[1:])
	if err := w.Report("a.pdf", rows[1:]); err != nil { // the report's own row left out
		t.Fatal(err)
	}
	if err := w.Close(); err == nil || !strings.Contains(err.Error(), "was not found") {
		t.Errorf("rows that refer to a report that is not there: %v", err)
	}
}

func TestDataPackageDescribesTheFiles(t *testing.T) {
	dir, _ := made(t, dataset.Options{}, 10)
	data, err := os.ReadFile(filepath.Join(dir, "datapackage.json"))
	if err != nil {
		t.Fatal(err)
	}
	var p struct {
		Resources []struct {
			Name, Path string
			Bytes      int64
			Schema     *struct {
				Fields []struct{ Name, Type string }
			}
		}
	}
	if err := json.Unmarshal(data, &p); err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, r := range p.Resources {
		if names[r.Name] {
			t.Errorf("resource %s twice", r.Name)
		}
		names[r.Name] = true
		info, err := os.Stat(filepath.Join(dir, r.Path))
		if err != nil || info.Size() != r.Bytes {
			t.Errorf("%s: %v, %d bytes described", r.Path, err, r.Bytes)
		}
		if r.Schema == nil {
			continue
		}
		header, _ := table(t, filepath.Join(dir, r.Path))
		for i, f := range r.Schema.Fields {
			if header[i] != f.Name {
				t.Errorf("%s: field %d is %s, in the file %s", r.Name, i, f.Name, header[i])
			}
		}
	}
	for _, tab := range dataset.Tables() {
		if !names[tab.Name] {
			t.Errorf("table %s is not described", tab.Name)
		}
	}
}

// The wide table begins as the shared tables of the field do.
func TestWideTable(t *testing.T) {
	dir, reports := made(t, dataset.Options{Formats: []string{"csv"}}, 11)
	header, rows := table(t, filepath.Join(dir, "wide.csv"))
	want := []string{"area", "id", "year", "text", "average", "canada", "france", "germany", "italy", "japan", "russia", "uk", "us", "eu"}
	if len(header) < len(want) || strings.Join(header[:len(want)], ",") != strings.Join(want, ",") {
		t.Errorf("header %v", header)
	}
	if len(rows) < len(reports[0].Commitments) {
		t.Errorf("%d rows, want at least %d", len(rows), len(reports[0].Commitments))
	}
	canada := column(t, header, "canada")
	for i, c := range reports[0].Commitments {
		for _, s := range c.Assessment.Scores {
			if s.Member != "CAN" || s.Score == nil {
				continue
			}
			want := map[int]string{-1: "-1", 0: "0", 1: "1"}[*s.Score]
			if rows[i][canada] != want {
				t.Errorf("commitment %d: Canada %q, want %q", c.Number, rows[i][canada], want)
			}
		}
	}
}
