package audit

import (
	"strings"
	"testing"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/model"
)

// rankedReport is the clean report with a table of ranked members; its summary gives
// KOR 1, ARG 2/3, TUR 1/2, IND 1/3, ZAF 1/3, MEX -1/3.
func rankedReport(title string, head string, lines ...string) *model.Report {
	r := cleanReport()
	r.Report.Summit = model.Summit{Name: "Norport", Year: 2031}
	t := model.Table{Title: title, At: model.At{{Page: 8, Box: model.Box{72, 90, 500, 300}}}}
	for _, l := range append([]string{head}, lines...) {
		t.Rows = append(t.Rows, strings.Split(l, "|"))
	}
	r.Tables = []model.Table{t}
	r.Warnings = []model.Warning{{Kind: rule.UnknownTable, At: t.At}} // as every such table has
	return r
}

func TestRankedTables(t *testing.T) {
	right := []string{"1|Korea|+1.00|+0.20", "2|Argentina|+0.67|+0.50", "3|Türkiye|+0.50|0.00", "4|India|+0.33|-0.10", "4|South Africa|+0.33|+0.90", "6|Mexico|-0.33|+0.40", "Average|+0.41|+0.30"}
	const head = "Rank|Member|2031 Norport|2029 Easthaven"
	swapped := func(i, j int) []string {
		out := append([]string(nil), right...)
		a, b := strings.SplitN(out[i], "|", 2), strings.SplitN(out[j], "|", 2)
		out[i], out[j] = a[0]+"|"+b[1], b[0]+"|"+a[1]
		return out
	}
	with := func(i int, line string) []string {
		out := append([]string(nil), right...)
		out[i] = line
		return out
	}
	glued := append([]string(nil), swapped(1, 2)...)
	glued[0], glued[2] = "1 Korea +1.00 +0.20", "3 Argentina +0.67 (83%) +0.50"
	for _, c := range []struct {
		name  string
		lines []string
		title string
		head  string
		want  int
	}{
		{"right", right, "Table 4: Compliance by Member", head, 0},
		{"two changed places", swapped(1, 2), "Table 4: Compliance by Member", head, 1},
		{"rows whose cells are one", glued, "Table 4: Compliance by Member", head, 1},
		{"a figure that is not the summary's", with(2, "3|Türkiye|+0.60|0.00"), "Table 4: Compliance by Member", head, 1},
		{"a lower figure among equal ranks", []string{"1|Korea|+1.00|+0.20", "2|Argentina|+0.67|+0.50", "3|Türkiye|+0.50|0.00", "4|India|+0.33|-0.10", "4|Mexico|-0.33|+0.40", "4|South Africa|+0.33|+0.90"}, "Table 4", head, 1},
		{"ties in another order", swapped(3, 4), "Table 4: Compliance by Member", head, 0},
		{"ordered by the other summit", []string{"1|South Africa|+0.33|+0.90", "2|Argentina|+0.67|+0.50", "3|Mexico|-0.33|+0.40", "4|Korea|+1.00|+0.20", "5|Türkiye|+0.50|0.00", "6|India|+0.33|-0.10"}, "Table 4", head, 0},
		{"the other summit first", swapped(1, 2), "Table 4", "Rank|Member|2029 Easthaven|2031 Norport", 0},
		{"another stage", swapped(1, 2), "Table 4", "Rank|Member|2031 Interim|2029 Easthaven", 0},
		{"ranks that fall", with(2, "1|Türkiye|+0.80|0.00"), "Table 4", head, 0},
		{"figures of something else", []string{"1|Korea|0.90|1", "2|Argentina|0.10|1", "3|Türkiye|0.20|1", "4|India|0.05|1", "5|Mexico|0.02|1"}, "Table 4", "Rank|Member|Share|Year", 0},
	} {
		r := rankedReport(c.title, c.head, c.lines...)
		res := run(t, r, Options{Only: []string{"ranking-order"}})
		if len(res.Findings) != c.want {
			t.Errorf("%s: %d findings, want %d: %+v", c.name, len(res.Findings), c.want, res.Findings)
		}
	}
}

// A table without ranks whose title or page says that it is in order.
func TestTablesInOrder(t *testing.T) {
	right := []string{"Korea|+1.00|+0.20", "Argentina|+0.67|+0.50", "Türkiye|+0.50|0.00", "India|+0.33|-0.10", "South Africa|+0.33|+0.90", "Mexico|-0.33|+0.40"}
	swapped := append([]string(nil), right...)
	swapped[3], swapped[5] = swapped[5], swapped[3]
	byName := []string{"Argentina|+0.67|+0.50", "India|+0.33|-0.10", "Korea|+1.00|+0.20", "Mexico|-0.33|+0.40", "South Africa|+0.33|+0.90"}
	const said, head = "Members are listed from the highest score to the lowest.", "Member|Norport 2031-32|Easthaven 2029-30"
	for _, c := range []struct {
		name, title, head, said string
		lines                   []string
		want                    int
	}{
		{"right", "Table 4: Members by Score", head, said, right, 0},
		{"one out of place, by the title", "Table 4: Members by Score", head, "", swapped, 1},
		{"one out of place, by a sentence", "Table 4", head, said, swapped, 1},
		{"nothing says that it is in order", "Table 4", head, "", swapped, 0},
		{"a sentence on commitments", "Table 4", head, "Commitments are listed from the highest score to the lowest.", swapped, 0},
		{"in the order of the names", "Table 4: Scores by Member", head, said, byName, 0},
		{"the other summit first", "Table 4: Members by Score", "Member|Easthaven 2029-30|Norport 2031-32", said, swapped, 0},
	} {
		r := rankedReport(c.title, c.head, c.lines...)
		r.Sections = []model.Section{{Paragraphs: []model.Text{{Text: c.said, At: model.At{{Page: 8, Box: model.Box{72, 320, 500, 340}}}}}}}
		res := run(t, r, Options{Only: []string{"ranking-order"}})
		if len(res.Findings) != c.want {
			t.Errorf("%s: %d findings, want %d: %+v", c.name, len(res.Findings), c.want, res.Findings)
		}
	}
}
