package scores

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/vocabulary"
)

// One table in the many forms in which people keep tables: of the clean one nothing
// may be said, and of one in which one average is wrong that one thing, whatever the
// form.

// formMembers and formScores are the table; 9 is a member that was not assessed.
var (
	formMembers = []string{"Canada", "France", "Germany", "Italy", "Japan", "United Kingdom", "United States", "European Union"}
	formScores  = [][]int{
		{1, 1, 1, -1, 1, 1, 0, 9}, {0, 1, 9, 0, -1, 1, 0, 0}, {1, 1, 0, 0, -1, 1, -1, 9}, {1, 0, 0, 1, 1, 1, -1, 1},
		{0, 0, 1, -1, 0, 1, 1, -1}, {1, -1, 9, 1, 1, 0, -1, 9}, {1, 1, 1, 1, 1, 1, 1, 1}, {-1, 0, 0, 0, 1, 1, 0, 9},
		{1, 0, 1, -1, -1, 1, 0, 1}, {0, 0, 1, 0, -1, 0, 0, 9}, {1, 1, 9, -1, 0, 1, -1, 1}, {1, 0, 1, 0, 0, 1, 1, 1},
	}
)

// formRow is a row as the forms write it: its scores, and the mean that is stated.
type formRow struct {
	id     string
	scores []int
	mean   *big.Rat
}

// formRows are the rows; the average of the row wrong is not its own (−1 for none).
func formRows(wrong int) []formRow {
	var out []formRow
	for i, scores := range formScores {
		r := formRow{fmt.Sprintf("%d-%d", 2031+i/4, 1+i%4), scores, rowMean(scores)}
		if i == wrong {
			r.mean = new(big.Rat).Sub(r.mean, big.NewRat(37, 100))
		}
		out = append(out, r)
	}
	return out
}

func rowMean(scores []int) *big.Rat {
	sum, n := 0, 0
	for _, s := range scores {
		if s != notAssessed {
			sum, n = sum+s, n+1
		}
	}
	return big.NewRat(int64(sum), int64(n))
}

func columnMean(m int, rows [][]int) *big.Rat {
	var column []int
	for _, r := range rows {
		column = append(column, r[m])
	}
	return rowMean(column)
}

// cellOf writes a score, and nothing or another text for none.
func cellOf(none string, of map[int]string) func(int) string {
	return func(s int) string {
		switch text, ok := of[s]; {
		case s == notAssessed:
			return none
		case ok:
			return text
		}
		return fmt.Sprint(s)
	}
}

var plainCell = cellOf("", nil)

func percentOf(mean *big.Rat) string { return wholePercent(reckon.Percent(mean)) }

// formText writes a table: head, a line for each row, and what stands below.
func formText(separator string, head []string, rows []formRow, line func(formRow) []string, below ...[]string) string {
	var b strings.Builder
	put := func(cells []string) { b.WriteString(strings.Join(cells, separator) + "\n") }
	put(head)
	for _, r := range rows {
		put(line(r))
	}
	for _, cells := range below {
		put(cells)
	}
	return b.String()
}

// usualForm is the table with the id first and the average last.
func usualForm(cell func(int) string, average func(*big.Rat) string) func([]formRow) string {
	return func(rows []formRow) string {
		return formText(",", slices.Concat([]string{"id"}, formMembers, []string{"average"}), rows, func(r formRow) []string {
			return slices.Concat([]string{r.id}, cellsOf(r, cell), []string{average(r.mean)})
		})
	}
}

func cellsOf(r formRow, cell func(int) string) []string {
	var out []string
	for _, s := range r.scores {
		out = append(out, cell(s))
	}
	return out
}

// membersFoot are the members' averages over all rows.
func membersFoot(label string, write func(*big.Rat) string) []string {
	out := []string{label}
	for m := range formMembers {
		out = append(out, write(columnMean(m, formScores)))
	}
	return append(out, write(rowMean(slices.Concat(formScores...))))
}

// tableForms are the forms. notes is how many findings of severity note or warning
// the clean table has: a convention or a sign that is named once.
var tableForms = []struct {
	name  string
	write func([]formRow) string
	notes int
}{
	{"plain", usualForm(plainCell, twoPlaces), 0},
	{"a mark of the encoding, and lines of Windows", func(rows []formRow) string {
		return "\ufeff" + strings.ReplaceAll(usualForm(plainCell, twoPlaces)(rows), "\n", "\r\n")
	}, 0},
	{"UTF-16", func(rows []formRow) string {
		out := []byte("\xff\xfe")
		for _, u := range utf16.Encode([]rune(usualForm(plainCell, twoPlaces)(rows))) {
			out = append(out, byte(u), byte(u>>8))
		}
		return string(out)
	}, 0},
	{"semicolons and decimal commas", func(rows []formRow) string {
		return strings.NewReplacer(",", ";", ".", ",").Replace(usualForm(plainCell, twoPlaces)(rows))
	}, 0},
	{"tabs", func(rows []formRow) string {
		return strings.ReplaceAll(usualForm(plainCell, twoPlaces)(rows), ",", "\t")
	}, 0},
	{"a line that names the separator", func(rows []formRow) string {
		return "sep=;\n" + strings.ReplaceAll(usualForm(plainCell, twoPlaces)(rows), ",", ";")
	}, 0},
	{"the sign U+2212", usualForm(cellOf("", map[int]string{-1: "\u22121"}), func(m *big.Rat) string { return strings.Replace(twoPlaces(m), "-", "\u2212", 1) }), 0},
	{"a dash for a minus", usualForm(cellOf("", map[int]string{-1: "\u20131"}), twoPlaces), 0},
	{"signs of plus", usualForm(cellOf("", map[int]string{1: "+1"}), func(m *big.Rat) string { return strings.Replace("+"+twoPlaces(m), "+-", "-", 1) }), 0},
	{"n/a", usualForm(cellOf("n/a", nil), twoPlaces), 0},
	{"NA", usualForm(cellOf("NA", nil), twoPlaces), 0},
	{"words for none", usualForm(cellOf("not assessed", nil), twoPlaces), 0},
	{"a dash for none", usualForm(cellOf("\u2013", nil), twoPlaces), 1},
	{"a hyphen for none", usualForm(cellOf("-", nil), twoPlaces), 1},
	{"percentages", usualForm(plainCell, percentOf), 0},
	{"percentages without a sign", usualForm(plainCell, func(m *big.Rat) string { return strings.TrimSuffix(percentOf(m), "%") }), 0},
	{"means and percentages in one cell", usualForm(plainCell, func(m *big.Rat) string { return twoPlaces(m) + " (" + percentOf(m) + ")" }), 0},
	{"three decimals", usualForm(plainCell, func(m *big.Rat) string { return m.FloatString(3) }), 0},
	{"all digits of a program", usualForm(cellOf("NA", nil), func(m *big.Rat) string { return m.FloatString(15) }), 0},
	{"scores of a program", usualForm(cellOf("", map[int]string{-1: "-1.0", 0: "0.0", 1: "1.0"}), twoPlaces), 0},
	{"quoted", usualForm(func(s int) string { return `"` + plainCell(s) + `"` }, twoPlaces), 0},
	{"blanks around", usualForm(func(s int) string { return " " + plainCell(s) + " " }, twoPlaces), 0},
	{"scores in words", usualForm(cellOf("", map[int]string{-1: "none", 0: "partial", 1: "full"}), twoPlaces), 0},
	{"scores in the words of reports", usualForm(cellOf("n/a", map[int]string{-1: "Lack of Compliance", 0: "Work in Progress", 1: "Full Compliance"}), twoPlaces), 0},
	{"scores as percentages", usualForm(cellOf("", map[int]string{-1: "0%", 0: "50%", 1: "100%"}), percentOf), 0},
	{"scores as percentages of the old scale", usualForm(cellOf("", map[int]string{-1: "-100%", 0: "0%", 1: "100%"}), twoPlaces), 0},
	{"averages first", func(rows []formRow) string {
		return formText(",", slices.Concat([]string{"id", "average"}, formMembers), rows, func(r formRow) []string {
			return slices.Concat([]string{r.id, twoPlaces(r.mean)}, cellsOf(r, plainCell))
		})
	}, 0},
	{"two columns of averages", func(rows []formRow) string {
		return formText(",", slices.Concat([]string{"id"}, formMembers, []string{"average", "percent"}), rows, func(r formRow) []string {
			return slices.Concat([]string{r.id}, cellsOf(r, plainCell), []string{twoPlaces(r.mean), percentOf(r.mean)})
		})
	}, 0},
	{"a number of members, a sum, a rank, a year", func(rows []formRow) string {
		return formText(",", slices.Concat([]string{"rank", "year", "id"}, formMembers, []string{"N", "sum", "average"}), rows, func(r formRow) []string {
			n, sum := 0, 0
			for _, s := range r.scores {
				if s != notAssessed {
					n, sum = n+1, sum+s
				}
			}
			return slices.Concat([]string{"1", r.id[:4], r.id}, cellsOf(r, plainCell), []string{fmt.Sprint(n), fmt.Sprint(sum), twoPlaces(r.mean)})
		})
	}, 0},
	{"an average of a group beside", func(rows []formRow) string {
		return formText(",", slices.Concat([]string{"id"}, formMembers, []string{"G7 average", "average"}), rows, func(r formRow) []string {
			return slices.Concat([]string{r.id}, cellsOf(r, plainCell), []string{twoPlaces(rowMean(r.scores[:7])), twoPlaces(r.mean)})
		})
	}, 0},
	{"heads of a statistics program", func(rows []formRow) string {
		var heads []string
		for _, m := range formMembers {
			heads = append(heads, strings.ReplaceAll(strings.ToLower(m), " ", "."))
		}
		return formText(",", slices.Concat([]string{"", "id", "text"}, heads, []string{"average"}), rows, func(r formRow) []string {
			return slices.Concat([]string{"1", r.id, `"We will, all of us, do it."`}, cellsOf(r, cellOf("NA", nil)), []string{m15(r.mean)})
		})
	}, 0},
	{"titles above, notes below", func(rows []formRow) string {
		return "Scores of three summits\nas of 2034\n\n" + usualForm(plainCell, twoPlaces)(rows) + "\nNote: scores of the final reports.\n* not assessed\n"
	}, 0},
	{"averages of the members at the foot", func(rows []formRow) string {
		return usualForm(plainCell, twoPlaces)(rows) + strings.Join(membersFoot("Average", twoPlaces), ",") + "\n" + strings.Join(membersFoot("Percent", percentOf), ",") + "\n"
	}, 0},
	{"long", func(rows []formRow) string {
		var b strings.Builder
		b.WriteString("commitment_id,country,score\n")
		for _, r := range rows {
			for m, s := range r.scores {
				fmt.Fprintf(&b, "%s,%s,%s\n", r.id, formMembers[m], plainCell(s))
			}
			fmt.Fprintf(&b, "%s,Average,%s\n", r.id, twoPlaces(r.mean))
		}
		return b.String()
	}, 0},
	{"the other way round", func(rows []formRow) string {
		head, foot := []string{"Member"}, []string{"Average"}
		for _, r := range rows {
			head, foot = append(head, r.id), append(foot, twoPlaces(r.mean))
		}
		lines := []string{strings.Join(head, ",")}
		for m, name := range formMembers {
			line := []string{name}
			for _, r := range rows {
				line = append(line, plainCell(r.scores[m]))
			}
			lines = append(lines, strings.Join(line, ","))
		}
		return strings.Join(append(lines, strings.Join(foot, ",")), "\n") + "\n"
	}, 0},
	{"the scale from −100", usualForm(plainCell, func(m *big.Rat) string { return wholePercent(new(big.Rat).Mul(m, big.NewRat(100, 1))) }), 1},
}

func m15(m *big.Rat) string { return m.FloatString(15) }

// formFindings gives what is said of a table in one of the forms: errors, and others.
func formFindings(t *testing.T, name string, data []byte) (errors []string, others int, compared int) {
	t.Helper()
	r, err := Read(name, strings.NewReader(string(data)), "", vocabulary.Default())
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	res, err := audit.Run(context.Background(), r, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range res.Findings {
		if f.Severity == audit.Error {
			errors = append(errors, f.Rule+" "+f.CommitmentID)
		} else {
			others++
		}
	}
	for _, c := range res.Rules {
		if c.Rule == "average-stated" {
			compared = c.Checked + c.Undecided
		}
	}
	return errors, others, compared
}

func TestFormsOfTables(t *testing.T) {
	const wrong = 6 // +1 for all: its wrong average is +0.63
	for _, form := range tableForms {
		t.Run(form.name, func(t *testing.T) {
			text := form.write(formRows(-1))
			errors, others, compared := formFindings(t, "t.csv", []byte(text))
			if len(errors) > 0 || others != form.notes || compared != len(formScores) {
				t.Errorf("%d averages compared, errors %q and %d other findings on the clean table\n%s", compared, errors, others, text)
			}
			text = form.write(formRows(wrong))
			errors, others, _ = formFindings(t, "t.csv", []byte(text))
			want := []string{"average-stated " + formRows(wrong)[wrong].id}
			if !slices.Equal(errors, want) || others != form.notes {
				t.Errorf("errors %q and %d other findings, want %q, on\n%s", errors, others, want, text)
			}
		})
	}
}

// bookForms are what workbooks have besides: each changes the sheet "Scores", whose
// head stands in row 1 and whose scores begin in B2, and gives the file.
var bookForms = []struct {
	name   string
	change func(f *excelize.File) error
}{
	{"plain", func(*excelize.File) error { return nil }},
	{"percentages by their format", func(f *excelize.File) error {
		style, err := f.NewStyle(&excelize.Style{NumFmt: 9})
		if err != nil {
			return err
		}
		for i := range formScores {
			at := fmt.Sprintf("J%d", i+2)
			text, err := f.GetCellValue("Scores", at)
			if err != nil {
				return err
			}
			percent, _ := new(big.Rat).Quo(reckon.Percent(rat(text)), big.NewRat(100, 1)).Float64()
			if err := f.SetCellValue("Scores", at, percent); err != nil {
				return err
			}
		}
		return f.SetCellStyle("Scores", "J2", "J13", style)
	}},
	{"shown without decimals", func(f *excelize.File) error {
		style, err := f.NewStyle(&excelize.Style{NumFmt: 1})
		if err != nil {
			return err
		}
		return f.SetCellStyle("Scores", "J2", "J13", style)
	}},
	{"numbers stored as text", func(f *excelize.File) error {
		for i := range formScores {
			for _, column := range []string{"B", "C", "J"} {
				at := fmt.Sprintf("%s%d", column, i+2)
				text, err := f.GetCellValue("Scores", at)
				if err != nil {
					return err
				}
				if err := f.SetCellStr("Scores", at, text); err != nil {
					return err
				}
			}
		}
		return nil
	}},
	{"a hidden row, a hidden column", func(f *excelize.File) error {
		if err := f.SetColVisible("Scores", "C", false); err != nil {
			return err
		}
		return f.SetRowVisible("Scores", 4, false)
	}},
	{"a sheet of notes before, a chart's numbers behind", func(f *excelize.File) error {
		if _, err := f.NewSheet("Chart"); err != nil {
			return err
		}
		for i, v := range []any{"year", 2031, 2032, 2033} {
			if err := f.SetCellValue("Chart", fmt.Sprintf("A%d", i+1), v); err != nil {
				return err
			}
		}
		return nil
	}},
	{"a hidden copy", func(f *excelize.File) error {
		at, err := f.NewSheet("Old")
		if err != nil {
			return err
		}
		if err := f.CopySheet(0, at); err != nil {
			return err
		}
		return f.SetSheetVisible("Old", false)
	}},
	{"a title over merged cells, the table further down and to the right", func(f *excelize.File) error {
		if err := f.InsertRows("Scores", 1, 3); err != nil {
			return err
		}
		if err := f.InsertCols("Scores", "A", 1); err != nil {
			return err
		}
		if err := f.SetCellValue("Scores", "B1", "Compliance scores of three summits"); err != nil {
			return err
		}
		return f.MergeCell("Scores", "B1", "K1")
	}},
	{"a merged area beside its rows", func(f *excelize.File) error {
		if err := f.InsertCols("Scores", "A", 1); err != nil {
			return err
		}
		if err := f.SetCellValue("Scores", "A1", "area"); err != nil {
			return err
		}
		for k, area := range []string{"Health", "Trade", "Energy"} {
			first := 2 + 4*k
			if err := f.SetCellValue("Scores", fmt.Sprintf("A%d", first), area); err != nil {
				return err
			}
			if err := f.MergeCell("Scores", fmt.Sprintf("A%d", first), fmt.Sprintf("A%d", first+3)); err != nil {
				return err
			}
		}
		return nil
	}},
	{"a remark behind the table", func(f *excelize.File) error { return f.SetCellValue("Scores", "L5", "checked by hand") }},
	{"an id that became a date", func(f *excelize.File) error {
		style, err := f.NewStyle(&excelize.Style{NumFmt: 17}) // mmm-yy
		if err != nil {
			return err
		}
		if err := f.SetCellValue("Scores", "A2", 47849); err != nil {
			return err
		}
		return f.SetCellStyle("Scores", "A2", "A2", style)
	}},
	{"empty formatted rows below", func(f *excelize.File) error {
		style, err := f.NewStyle(&excelize.Style{NumFmt: 2})
		if err != nil {
			return err
		}
		return f.SetCellStyle("Scores", "A14", "J60", style)
	}},
}

func TestFormsOfWorkbooks(t *testing.T) {
	const wrong = 6
	for _, form := range bookForms {
		for _, slip := range []int{-1, wrong} {
			f := excelize.NewFile()
			check := func(err error) {
				t.Helper()
				if err != nil {
					t.Fatalf("%s: %v", form.name, err)
				}
			}
			check(f.SetSheetName("Sheet1", "Scores"))
			set := func(x, y int, v any) {
				at, err := excelize.CoordinatesToCellName(x, y)
				check(err)
				check(f.SetCellValue("Scores", at, v))
			}
			for x, h := range slices.Concat([]string{"id"}, formMembers, []string{"average"}) {
				set(x+1, 1, h)
			}
			for y, r := range formRows(slip) {
				set(1, y+2, r.id)
				for x, s := range r.scores {
					if s != notAssessed {
						set(x+2, y+2, s)
					}
				}
				mean, _ := r.mean.Float64()
				set(10, y+2, mean)
			}
			check(form.change(f))
			data, err := f.WriteToBuffer()
			check(err)
			errors, others, compared := formFindings(t, "t.xlsx", data.Bytes())
			var want []string
			if slip >= 0 {
				want = []string{"average-stated " + formRows(slip)[slip].id}
			}
			if !slices.Equal(errors, want) || others != 0 || compared != len(formScores) {
				t.Errorf("%s (slip %d): %d averages compared, errors %q and %d other findings, want %q", form.name, slip, compared, errors, others, want)
			}
		}
	}
}
