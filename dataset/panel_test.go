package dataset_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/dataset"
	"recount.invalid/recount/model"
)

// records reads a CSV table as maps by column.
func records(t *testing.T, dir, name string) []map[string]string {
	t.Helper()
	header, rows := table(t, filepath.Join(dir, "csv", name+".csv"))
	var out []map[string]string
	for _, r := range rows {
		m := map[string]string{}
		for i, h := range header {
			m[h] = r[i]
		}
		out = append(out, m)
	}
	return out
}

// find gives the only record whose column has the value.
func find(t *testing.T, list []map[string]string, column, value string) map[string]string {
	t.Helper()
	var found []map[string]string
	for _, r := range list {
		if r[column] == value {
			found = append(found, r)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d records with %s %q", len(found), column, value)
	}
	return found[0]
}

func score(member string, n int) model.Score {
	return model.Score{Member: member, Name: member, Score: &n, Text: fmt.Sprint(n)}
}

func chapterOf(number int, serial, area, title, text string, scores ...model.Score) model.Commitment {
	return model.Commitment{Number: number, ID: serial, IssueArea: area, Title: title, Text: text,
		At: model.At{{Page: number}}, Assessment: &model.Assessment{Scores: scores}}
}

func reportOf(forum string, year int, place, stage string, chapters ...model.Commitment) *model.Report {
	return &model.Report{
		Schema: model.SchemaReport, Source: model.Source{File: "report.pdf", Pages: 9},
		Report:      model.Info{Title: forum + " " + stage, Forum: forum, Summit: model.Summit{Name: place, Year: year}, Stage: stage},
		Commitments: chapters,
	}
}

// publishedTable is a table of published scores; each row is a chapter with
// its year.
func publishedTable(years []int, rows ...model.Commitment) *model.Report {
	for i := range rows {
		rows[i].Row, rows[i].Number = i+2, i+1
		rows[i].At = nil
		rows[i].Columns = []model.NamedValue{{Name: "year", Value: fmt.Sprint(years[i])}}
	}
	return &model.Report{
		Schema: model.SchemaReport, Source: model.Source{File: "scores.csv", Reader: "csv"}, Commitments: rows,
	}
}

// g7 are scores of the seven, the Union and Russia; "" is no score.
func g7(russia string, first, others int) []model.Score {
	scores := []model.Score{score("CAN", first)}
	for _, m := range []string{"FRA", "DEU", "ITA", "JPN", "GBR", "USA", "EU"} {
		scores = append(scores, score(m, others))
	}
	return append(scores, model.Score{Member: "RUS", Name: "Russia", Text: russia})
}

const wells = "We will drill wells."

// Interim report, final report and published table of one promise are one row
// of the panel for each member; what the table says otherwise is a conflict,
// what the interim report says is not.
func TestPanelOfSeveralSources(t *testing.T) {
	final := reportOf("G7", 2022, "Elmau", "final", chapterOf(1, "2022-12", "Water: Wells", "", wells, g7("", 1, 0)[:8]...),
		chapterOf(2, "2022-13", "Health", "Nurses", "We will train nurses.", g7("", 1, 1)[:8]...))
	interim := reportOf("G7", 2022, "Elmau", "interim", chapterOf(4, "12", "Water", "Wells", "We will drill many wells.", g7("", -1, 0)[:8]...))
	old := publishedTable([]int{1985, 1985, 2022},
		chapterOf(0, "Jan-85", "Macro", "", "We will save.", g7("", 1, 0)...),
		chapterOf(0, "1985-xx", "Trade", "", "We will trade.", g7("-", 1, 0)...),
		chapterOf(0, " 2022-12", "Water", "", "We will drill wells!", g7("", 0, 0)...))
	dir, _ := written(t, dataset.Options{Formats: []string{"csv", "sqlite"}}, final, interim, old)

	panel := records(t, dir, "panel")
	byID := map[string]map[string]string{}
	for _, r := range panel {
		byID[r["panel_id"]] = r
	}
	if len(byID) != len(panel) || len(panel) != 8+8+9+9 {
		t.Fatalf("%d rows, %d ids", len(panel), len(byID))
	}
	can := byID["g7-2022-elmau.s12.CAN"]
	for column, want := range map[string]string{
		"score": "1", "status": "scored", "interim_score": "-1", "stage": "final", "serial_normal": "2022-12", "issue_area": "Water: Wells",
		"area": "Water", "topic": "Wells", "host": "DEU", "summit_from": "2022-06-26", "alpha2": "CA", "cow": "20", "member_name": "Canada",
		"score_sum": "1", "score_count": "8", "recomputed_value": "0.125", "kind": "report", "path": "/commitments/0/assessment/scores/0",
	} {
		if can[column] != want {
			t.Errorf("%s is %q, want %q", column, can[column], want)
		}
	}
	rus := byID["g7-1985-bonn.s1.RUS"]
	if rus["review_page"] != "" {
		t.Errorf("a table of scores has a page to review: %q", rus["review_page"])
	}
	if rus["status"] != "not_member" || rus["row"] != "2" || rus["kind"] != "table" || rus["serial"] != "Jan-85" || rus["area"] != "Macroeconomics" {
		t.Errorf("Russia in 1985: %v", rus)
	}
	if got := byID["g7-1985-bonn.s1.DEU"]["cow"]; got != "260" {
		t.Errorf("Germany in 1985 has the number %s", got)
	}
	if got := byID["g7-1985-bonn.s-1985-xx.RUS"]; got["status"] != "illegible" || got["serial_normal"] != "" || got["serial_reason"] == "" {
		t.Errorf("an illegible cell: %v", got)
	}
	conflicts := records(t, dir, "conflicts")
	c := find(t, conflicts, "promise_id", "g7-2022-elmau.s12")
	if len(conflicts) != 1 || c["member"] != "CAN" || c["counts_score"] != "1" || c["other_score"] != "0" || c["other_row"] != "4" {
		t.Errorf("conflicts: %v", conflicts)
	}
	promise := find(t, records(t, dir, "promises"), "promise_id", "g7-2022-elmau.s12")
	if promise["sources"] != "3" || promise["stages"] != "final; none; interim" {
		t.Errorf("promise: %v", promise)
	}
	summit := find(t, records(t, dir, "summits"), "summit_id", "g7-2022-elmau")
	if summit["reports"] != "3" {
		t.Errorf("summit: %v", summit)
	}
	if m := find(t, records(t, dir, "members"), "member_id", "G8.RUS"); m["member_from"] != "1997" || m["member_to"] != "2013" || m["belongs"] != "1" {
		t.Errorf("member: %v", m)
	}
}

// A promise keeps its id when its PDF is saved anew, and without a serial.
func TestPromiseIDs(t *testing.T) {
	ids := func(sha string) string {
		r := reportOf("G20", 2010, "Seoul", "final",
			chapterOf(1, "", "Trade", "Doha Round", "We will conclude.", score("CAN", 1)),
			chapterOf(2, "", "", "", "We will do more of it.", score("CAN", 1)),
			chapterOf(3, "34", "Trade", "", "We will trade.", score("CAN", 1)),
			chapterOf(4, "34", "Health", "", "We will heal.", score("CAN", 1)),
			chapterOf(5, "", "", "", "", score("CAN", 1)))
		r.Source.SHA256 = sha
		result, err := audit.Run(context.Background(), r, audit.Options{})
		if err != nil {
			t.Fatal(err)
		}
		rows := dataset.RowsOf(r, &result, nil)
		dir := t.TempDir()
		w, err := dataset.Create(dir, dataset.Options{Formats: []string{"csv"}})
		if err != nil {
			t.Fatal(err)
		}
		w.Announce("report.pdf", rows)
		if err := w.Report("report.pdf", rows); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, r := range records(t, dir, "promises") {
			out = append(out, r["promise_id"])
		}
		return strings.Join(out, " ")
	}
	want := "g20-2010-seoul.c5 g20-2010-seoul.s34 g20-2010-seoul.s34.no2 g20-2010-seoul.trade-doha-round g20-2010-seoul.we-will-do-more-of-it"
	for _, sha := range []string{strings.Repeat("1", 64), strings.Repeat("2", 64)} {
		if got := ids(sha); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// In a report that has a summary table alone, area and title come from its
// labels and the words from the list of commitments.
// The box of a score in a summary table is its cell, where that is known, not
// its row.
func TestBoxOfAScoreIsItsCell(t *testing.T) {
	one := 1
	r := reportOf("G7", 2022, "Elmau", "final")
	box := func(x0, x1 float64) model.At { return model.At{{Page: 3, Box: model.Box{x0, 10, x1, 20}}} }
	r.Matrices = []model.Matrix{{Members: []string{"CAN", "FRA"}, Names: []string{"Canada", "France"}, Rows: []model.MatrixRow{
		{Number: 1, Label: "Water", Scores: []*int{&one, &one}, Cells: []string{"+1", "+1"}, CellsAt: []model.At{box(50, 60), {}}, At: box(10, 90)},
	}}}
	dir, _ := written(t, dataset.Options{Formats: []string{"csv"}}, r)
	scores := records(t, dir, "scores")
	for member, want := range map[string]string{"CAN": "50.00", "FRA": "10.00"} {
		if got := find(t, scores, "member", member)["x0"]; got != want {
			t.Errorf("%s: left edge %s, want %s", member, got, want)
		}
	}
}

func TestLabelsOfASummaryTable(t *testing.T) {
	one, none := 1, 0
	r := reportOf("G20", 2024, "Rio de Janeiro", "final")
	r.CommitmentsList = []model.ListedPromise{{Number: 1, ID: "2024-5", Text: "We will cool."}, {Number: 2, ID: "2024-6", Text: "We will count."}}
	r.Matrices = []model.Matrix{{Members: []string{"ARG", "AUS"}, Names: []string{"Argentina", "Australia"}, Rows: []model.MatrixRow{
		{Number: 1, ID: "2024-5", Label: "Climate Change: Cooling", Scores: []*int{&one, &none}, Cells: []string{"+1", "0"}},
		{Number: 2, ID: "2024-6", Label: "Fair Figures", Scores: []*int{&one, nil}, Cells: []string{"+1", "N/A"}},
	}}}
	r.Warnings = []model.Warning{{Kind: "doubt", Text: "two readings", About: []string{"/matrices/0/rows/1/scores/0"}}}
	dir, _ := written(t, dataset.Options{Formats: []string{"csv"}}, r)
	list := records(t, dir, "commitments")
	first, second := find(t, list, "serial", "2024-5"), find(t, list, "serial", "2024-6")
	if first["issue_area"] != "Climate Change" || first["title"] != "Cooling" || first["text"] != "We will cool." || first["area"] != "Climate Change" {
		t.Errorf("first: %v", first)
	}
	if second["issue_area"] != "Fair Figures" || second["title"] != "" || second["area"] != "" {
		t.Errorf("second: %v", second)
	}
	panel := records(t, dir, "panel")
	if len(panel) != 2*21 {
		t.Errorf("%d rows", len(panel))
	}
	aus := find(t, panel, "panel_id", "g20-2024-rio-de-janeiro.s6.AUS")
	arg := find(t, panel, "panel_id", "g20-2024-rio-de-janeiro.s6.ARG")
	bra := find(t, panel, "panel_id", "g20-2024-rio-de-janeiro.s6.BRA")
	if aus["status"] != "not_applicable" || arg["doubted"] != "1" || aus["doubted"] != "0" || bra["status"] != "not_assessed" || bra["stated_in"] != "" {
		t.Errorf("%v\n%v\n%v", aus, arg, bra)
	}
}
