package scores

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/internal/workbook"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// sheet is a sheet of a workbook that a test makes; a string that begins with a
// sign of equality is a formula.
type sheet struct {
	name string
	rows [][]any
}

func book(t testing.TB, o excelize.Options, sheets ...sheet) []byte {
	t.Helper()
	f := excelize.NewFile()
	for i, s := range sheets {
		if i == 0 {
			if err := f.SetSheetName("Sheet1", s.name); err != nil {
				t.Fatal(err)
			}
		} else if _, err := f.NewSheet(s.name); err != nil {
			t.Fatal(err)
		}
		for y, row := range s.rows {
			for x, cell := range row {
				at, err := excelize.CoordinatesToCellName(x+1, y+1)
				if err != nil {
					t.Fatal(err)
				}
				text, _ := cell.(string)
				if formula, ok := strings.CutPrefix(text, "="); ok {
					err = f.SetCellFormula(s.name, at, formula)
				} else if cell != nil {
					err = f.SetCellValue(s.name, at, cell)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out, o); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func readBook(data []byte, name string) (*model.Report, error) {
	return Read("published.xlsx", bytes.NewReader(data), name, vocabulary.Default())
}

func lines(r *model.Report) []string {
	var out []string
	for _, c := range r.Commitments {
		out = append(out, line(c))
	}
	return out
}

var (
	wide = sheet{"Scores", [][]any{
		{"Scores of 2031"},
		{"id", "average", "Canada", "France", "Italy"},
		{"Health (N=2)", 0.42, 0.5, 0.5, 0.0},
		{"2031-1", 0.33, 1, 0, 0},
		{"2031-2", 0.5, 1, "\u22121", nil, "a note"},
		{},
		{"Trade"},
		{"2031-3", 1, 1, nil, 1},
		{"2031-4"},
		{"Overall (N=4)", 0.61, 1, 0, 0.5},
	}}
	prose = sheet{"Read me", [][]any{{"These are scores of Canada and France."}, {"Canada", "France"}, {"C$", "EUR"}}}
	long  = sheet{"Long", [][]any{
		{"commitment_id", "country", "score"},
		{"2031-1", "Canada", 1},
		{"2031-1", "FRA", -1},
		{"2031-1", "Average", 0.5},
		{nil, nil, nil},
		{"2031-2", "Canada", 0},
		{"2031-2", "Ruritania", 1},
	}}
	wideLines = []string{"2031-1 0.33 CAN+1 FRA+0 ITA+0", "2031-2 0.50 CAN+1 FRA-1", "2031-3 1.00 CAN+1 ITA+1", "2031-4"}
	longLines = []string{"2031-1 0.5 CAN+1 FRA-1", "2031-2 CAN+0 +1"}
)

func TestReadWorkbook(t *testing.T) {
	for _, test := range []struct {
		name, sheet string
		data        []byte
		want        []string
	}{
		{"wide", "", book(t, excelize.Options{}, wide), wideLines},
		{"the only one with scores", "", book(t, excelize.Options{}, prose, wide), wideLines},
		{"long", "", book(t, excelize.Options{}, long), longLines},
		{"a name", "long ", book(t, excelize.Options{}, wide, long), longLines},
		{"no averages", "", book(t, excelize.Options{}, sheet{"S", [][]any{{"id", "Canada", "France"}, {"x", 1, 0}, {"y", nil, -1}}}), []string{"x CAN+1 FRA+0", "y FRA-1"}},
		{"a formula without a value", "", book(t, excelize.Options{}, sheet{"S", [][]any{{"id", "average", "Canada", "France"}, {"x", 0.5, "=1+0", 0}}}), []string{"x 0.5 CAN?=1+0 FRA+0"}},
	} {
		r, err := readBook(test.data, test.sheet)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if got := lines(r); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
	r, err := readBook(book(t, excelize.Options{}, wide), "")
	if err != nil {
		t.Fatal(err)
	}
	var areas []string
	for _, c := range r.Commitments {
		areas = append(areas, c.IssueArea)
	}
	if want := []string{"Health", "Health", "Trade", "Trade"}; !slices.Equal(areas, want) {
		t.Errorf("areas %q, want %q", areas, want)
	}
	// The section's own averages are kept, as the sheet shows the rows.
	if s := r.Summaries; len(s) == 0 || s[0].Section != "Health" || s[0].Count != 2 || s[0].Row != 2 || s[0].SheetRow != 3 || len(s[0].Averages) != 3 || s[0].Average.Text != "0.42" {
		t.Errorf("summaries %+v", s)
	}
	// 2031-2 is (1-1)/2 = 0 and not 0.5.
	if got, want := findings(t, r), []string{"4 average-stated 2031-2"}; !slices.Equal(got, want) {
		t.Errorf("findings %q, want %q", got, want)
	}
}

// A workbook shows 0.333 as 0.33, and 0.5 as 1 where its format says so.
func TestReadFormats(t *testing.T) {
	f := excelize.NewFile()
	for at, cell := range map[string]struct {
		value  any
		format string
	}{
		"A1": {"id", ""}, "B1": {"average", ""}, "C1": {"Canada", ""}, "D1": {"France", ""}, "E1": {"Italy", ""},
		"A2": {"x", ""}, "B2": {1.0 / 3, "0.00"}, "C2": {1, `+0;-0;0`}, "D2": {0, `0;-0;"-"`}, "E2": {0.5, "0"},
		"A3": {"y", ""}, "B3": {2.0 / 3, "0"}, "C3": {-1, "0;(0)"}, "D3": {1, "0.0"},
		"A4": {"z", ""}, "B4": {0.875, "0%"}, "C4": {1, ""}, "D4": {1, ""},
	} {
		if err := f.SetCellValue("Sheet1", at, cell.value); err != nil {
			t.Fatal(err)
		}
		if cell.format == "" {
			continue
		}
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &cell.format})
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("Sheet1", at, at, style); err != nil {
			t.Fatal(err)
		}
	}
	var data bytes.Buffer
	if err := f.Write(&data); err != nil {
		t.Fatal(err)
	}
	r, err := readBook(data.Bytes(), "")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := lines(r), []string{"x 0.33 CAN+1 FRA+0 ITA?0.5", "y 0.6667 CAN-1 FRA+1", "z CAN+1 FRA+1"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if p := r.Commitments[2].Assessment.Average.Percent; p == nil || p.String() != "88" {
		t.Errorf("percent %v, want 88", p)
	}
}

func TestReadWorkbookRefuses(t *testing.T) {
	good := book(t, excelize.Options{}, wide)
	for _, test := range []struct {
		name, sheet string
		data        []byte
		want        error
		says        string
	}{
		{"two sheets", "", book(t, excelize.Options{}, wide, long, prose), ErrSheets, "“Scores”, “Long”"},
		{"no such sheet", "Skores", book(t, excelize.Options{}, wide, prose), workbook.ErrNoSheet, "“Scores”, “Read me”"},
		{"no scores", "", book(t, excelize.Options{}, prose), ErrNotScores, ""},
		{"no scores in two", "", book(t, excelize.Options{}, prose, sheet{"More", nil}), ErrNotScores, "“Read me”, “More”"},
		{"a password", "", book(t, excelize.Options{Password: "secret"}, wide), workbook.ErrPassword, ""},
		{"cut off", "", good[:len(good)/2], workbook.ErrDamaged, ""},
		{"a part is broken", "", breakPart(t, good), workbook.ErrDamaged, ""},
		{"trade by country", "", book(t, excelize.Options{}, sheet{"S", [][]any{{"year", "Canada", "France"}, {2030, 512.5, 801}, {2031, 1, 820}}}), ErrNotScores, ""},
		{"rating of others", "", book(t, excelize.Options{}, sheet{"S", [][]any{{"state", "score"}, {"solid", 1}, {"liquid", 0}}}), ErrNotScores, ""},
		{"long, no scores", "", book(t, excelize.Options{}, sheet{"S", [][]any{{"country", "score"}, {"Canada", 87.2}, {"France", 1}, {"Italy", 55}}}), ErrNotScores, ""},
	} {
		_, err := readBook(test.data, test.sheet)
		var e *Error
		if !errors.Is(err, test.want) || !errors.As(err, &e) || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: error %v, want %v with %q", test.name, err, test.want, test.says)
		}
	}
}

// Every sheet with scores is a table of its own; one with figures of the others is none.
func TestReadSheets(t *testing.T) {
	summary := sheet{"Summary", [][]any{{"Summit", "Canada", "France", "Italy", "Average"}, {"2031", 0.5, 0.25, 0.0, 0.25}, {"2032", 1, 0.75, 0.5, 0.75}}}
	more := sheet{"More", [][]any{{"id", "average", "Canada", "France"}, {"2032-1", 0.5, 1, 0}}}
	all := func(data []byte, name string) []*model.Report {
		t.Helper()
		reports, err := ReadAll("t.xlsx", bytes.NewReader(data), name, vocabulary.Default())
		if err != nil {
			t.Fatal(err)
		}
		return reports
	}
	reports := all(book(t, excelize.Options{}, prose, summary, wide, more), "")
	if len(reports) != 2 || reports[0].Source.Sheet != "Scores" || reports[1].Source.Sheet != "More" || reports[0].Source.Identity() == reports[1].Source.Identity() {
		t.Fatalf("%d tables: %+v", len(reports), reports[0].Source)
	}
	if w := reports[0].Warnings; len(w) == 0 || w[len(w)-1].Kind != KindSheet || !strings.Contains(w[len(w)-1].Text, "Summary") {
		t.Errorf("warnings %+v", w)
	}
	few := sheet{"By member", [][]any{{"member", "2031", "2032", "2033"}, {"Canada", 0, 0.5, 1}, {"France", 0.5, 0, 1}, {"Italy", 1, 0, -1}, {"Japan", 1, 1, -0.5}}}
	if r := all(book(t, excelize.Options{}, wide, few), ""); len(r) != 1 || r[0].Source.Sheet != "" {
		t.Errorf("averages of two scores each: %d tables", len(r))
	}
	if r := all(book(t, excelize.Options{}, few), ""); len(r) != 1 {
		t.Errorf("halves alone: %d tables", len(r))
	}
	if r := all(book(t, excelize.Options{}, wide, more), "more"); len(r) != 1 || r[0].Source.Sheet != "" || len(r[0].Commitments) != 1 {
		t.Errorf("one sheet: %+v", r[0])
	}
	if r := all(book(t, excelize.Options{}, prose, more), ""); len(r) != 1 || r[0].Source.Sheet != "" {
		t.Errorf("the only sheet with scores: %+v", r[0].Source)
	}
}

// A row of averages that names another sheet is held against its scores.
func TestSummarySheet(t *testing.T) {
	first := sheet{"Norport", [][]any{{"Commitment", "Canada", "France", "Italy", "Average"}, {"Nets", 1, 0, -1, 0}, {"Reefs", 1, 1, 0, 0.67}, {"Tides", 1, 0, 0, 0.33}, {"Average", 1, 0.33, -0.33, 0.33}}}
	second := sheet{"Southport", [][]any{{"Commitment", "Canada", "France", "Italy", "Average"}, {"Sails", 0, 0, 1, 0.33}, {"Ropes", 1, 1, 1, 1}, {"Masts", 1, 0, 1, 0.67}, {"Average", 0.67, 0.33, 1, 0.67}}}
	for _, c := range []struct {
		canada float64
		want   []string
	}{{1, nil}, {0.67, []string{"matrix-column-average row 0 CAN"}}} {
		summary := sheet{"Summary", [][]any{{"Summit", "Canada", "France", "Italy", "Average"}, {"2031 Norport", c.canada, 0.33, -0.33, 0.33}, {"2032 Southport", 0.67, 0.33, 1, 0.67}, {"Mean", 0.83, 0.33, 0.33, 0.5}}}
		reports, err := ReadAll("t.xlsx", bytes.NewReader(book(t, excelize.Options{}, summary, first, second)), "", vocabulary.Default())
		if err != nil || len(reports) != 2 {
			t.Fatal(err, len(reports))
		}
		var got []string
		for _, r := range reports {
			res, err := audit.Run(context.Background(), r, audit.Options{})
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range res.Findings {
				if x.Severity != audit.Note {
					got = append(got, fmt.Sprintf("%s row %d %s", x.Rule, x.Row, x.Member))
				}
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%v: %q, want %q", c.canada, got, c.want)
		}
	}
}

// breakPart puts a fault into the XML of a workbook's sheet.
func breakPart(t *testing.T, data []byte) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	const name = "xl/worksheets/sheet1.xml"
	part, _ := f.Pkg.Load(name)
	f.Pkg.Store(name, bytes.Replace(part.([]byte), []byte("</row>"), []byte("</row"), 1))
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestReadLong(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"an average per row", "id,country,score,average\nx,Canada,1,0.50\nx,France,0,0.50\ny,Canada,-1,-1.00\ny,France,,-1.00\n", []string{"x 0.50 CAN+1 FRA+0", "y -1.00 CAN-1"}},
		{"averages that differ", "id,country,score,average\nx,Canada,1,0.50\nx,France,0,0.75\n", []string{"x CAN+1 FRA+0"}},
		{"two scores", "id,country,score\nx,Canada,1\nx,France,0\nx,France,0\nx,Canada,0\n", []string{"x CAN?1 / 0 FRA+0"}},
		{"number 1 of every year", "year,id,country,score\n2030,1,Canada,1\n2031,1,Canada,0\n2030,1,France,1\n", []string{"1 CAN+1 FRA+1", "1 CAN+0"}},
		{"an id for each commitment", "id,country,score\nx,Canada,1\n,France,0\ny,Canada,0\n,France,0\n", []string{"x CAN+1 FRA+0", "y CAN+0 FRA+0"}},
		{"codes of two letters", "id;iso2;score\nx;CA;1\nx;FR;0\n", []string{"x CAN+1 FRA+0"}},
		{"sections and totals", "id,country,score\nHealth (N=1),,\nx,Canada,1\nx,France,0\nx,Total,1\nTotal,,1\n", []string{"x CAN+1 FRA+0"}},
	} {
		r := read(t, test.text)
		if got := lines(r); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestSections(t *testing.T) {
	const head = "id,text,average,Canada,France\n"
	for row, want := range map[string]string{
		"Health (N=70),,,,":          "section",
		"Health (n = 70),,0.5,1,0.2": "section",
		",Trade and Aid,,,":          "section",
		"2031-5,,,,":                 "commitment",
		"Health (N=70)b,x,0.5,1,0":   "commitment",
		"x,Total ban on nets,1,1,1":  "commitment",
		"Overall (N=100),,0.5,1,0":   "summary",
		"Total (N=2):,,0.5,1,0":      "summary",
		"Overall Average,,0.5,1,0":   "summary",
	} {
		r := read(t, head+"a,b,1.00,1,1\n"+row+"\nc,d,1.00,1,1\n")
		got := "section"
		switch {
		case len(r.Commitments) == 3:
			got = "commitment"
		case r.Commitments[1].IssueArea == "":
			got = "summary"
		}
		if got != want {
			t.Errorf("%s: %s, want %s", row, got, want)
		}
	}
}

// A sheet of figures beside sheets with scores is a table of its own; one whose rows sum
// up other sheets, and one of words, are none.
func TestFigureSheets(t *testing.T) {
	year := func(name string) sheet {
		return sheet{name, [][]any{{"id", "Canada", "France", "Italy", "Average"}, {name + "-1", 1, 0, 0, 0.33}, {name + "-2", 1, 1, 0, 0.67}}}
	}
	summary := sheet{"Summary", [][]any{{"Summit", "Commitments", "Average", "Percent"}, {"Norport", 2, 0.5, 75}, {"Southport", 2, 0.5, 75}, {"Total", 4, 0.5, 75}}}
	members := sheet{"Members", [][]any{{"Summit", "Canada", "France", "Italy", "Average"}, {"2031", 1, 0.5, 0.25, 0.5}, {"2032", 0.75, 0.5, 0.25, 0.5}}}
	words := sheet{"Notes", [][]any{{"Term", "Meaning", "Source"}, {"n/a", "not assessed", "manual"}}}
	for _, c := range []struct {
		name   string
		sheets []sheet
		want   []string
	}{
		{"a summary of figures", []sheet{year("2031"), year("2032"), summary}, []string{"Summary"}},
		{"one sheet with scores", []sheet{year("2031"), summary}, []string{"Summary"}},
		{"averages of other sheets", []sheet{year("2031"), year("2032"), members}, nil},
		{"words", []sheet{year("2031"), words}, nil},
		{"scores alone", []sheet{year("2031"), year("2032")}, nil},
	} {
		reports, err := ReadFigureSheets("published.xlsx", bytes.NewReader(book(t, excelize.Options{}, c.sheets...)), vocabulary.Default())
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range reports {
			got = append(got, r.Source.Sheet)
			if len(r.Tables) != 1 || len(r.Commitments) > 0 {
				t.Errorf("%s: %d tables, %d commitments", c.name, len(r.Tables), len(r.Commitments))
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	if reports, err := ReadFigureSheets("t.csv", strings.NewReader("a,b\n1,2\n"), vocabulary.Default()); err != nil || len(reports) > 0 {
		t.Errorf("a CSV: %v, %v", reports, err)
	}
}
