package audit

import (
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// The report's own column of a table over several summits, wherever it stands. Its summary
// gives KOR 1, ARG 2/3, TUR 1/2, IND 1/3, ZAF 1/3, MEX -1/3, and +0.41 of all scores.
func TestOwnColumnOverSummits(t *testing.T) {
	right := []string{"Argentina|+0.50|+0.67", "India|-0.10|+0.33", "Korea|+0.20|+1.00", "Mexico|+0.40|-0.33", "South Africa|+0.90|+0.33", "Türkiye|0.00|+0.50", "Average|+0.32|+0.41"}
	const head = "Member|2029 Easthaven|2031 Norport"
	with := func(i int, line string) []string {
		out := append([]string(nil), right...)
		out[i] = line
		return out
	}
	for _, c := range []struct {
		name, head string
		lines      []string
		want       string // the members of the findings
	}{
		{"right", head, right, ""},
		{"a figure that is not the summary's", head, with(2, "Korea|+0.20|+0.80"), "KOR"},
		{"rounded on", head, with(0, "Argentina|+0.50|+0.7"), ""},
		{"the foot", head, with(6, "Average|+0.32|+0.14"), "-"},
		{"the mean of the members", head, with(6, "Average|+0.32|+0.42"), ""},
		{"the foot beside a wrong figure", head, []string{"Argentina|+0.50|+0.67", "India|-0.10|+0.33", "Korea|+0.20|+0.80", "Mexico|+0.40|-0.33", "South Africa|+0.90|+0.33", "Türkiye|0.00|+0.50", "Average|+0.32|+0.14"}, "KOR"},
		{"another summit's figure", head, with(2, "Korea|+0.99|+1.00"), ""},
		{"another summit of the year", "Member|2029 Easthaven|2031 Westhaven", with(2, "Korea|+0.20|+0.80"), ""},
		{"the interim scores", "Member|2029 Easthaven|2031 Norport Interim", with(2, "Korea|+0.20|+0.80"), ""},
		{"two columns of the summit", "Member|2031 Norport|2031 Norport", with(2, "Korea|+0.20|+0.80"), ""},
		{"figures of something else", head, []string{"Argentina|+0.50|+0.60", "India|-0.10|+0.30", "Korea|+0.20|+0.80", "Mexico|+0.40|-0.33", "South Africa|+0.90|+0.33", "Türkiye|0.00|+0.50"}, ""},
		{"ranks by the last column", "Rank|Member|2029 Easthaven|2031 Norport",
			[]string{"1|Korea|+0.20|+1.00", "2|Türkiye|0.00|+0.50", "3|Argentina|+0.50|+0.67", "4|India|-0.10|+0.33", "4|South Africa|+0.90|+0.33", "6|Mexico|+0.40|-0.33"}, "ARG"},
		{"ranks by the first column", "Rank|Member|2029 Easthaven|2031 Norport",
			[]string{"1|South Africa|+0.90|+0.33", "2|Argentina|+0.50|+0.67", "3|Mexico|+0.40|-0.33", "4|Korea|+0.20|+1.00", "5|Türkiye|0.00|+0.50", "6|India|-0.10|+0.33"}, ""},
	} {
		for _, turned := range []bool{false, true} {
			if turned && strings.HasPrefix(c.head, "Rank") {
				continue
			}
			r := rankedReport("Table 5: Compliance by Member", c.head, c.lines...)
			if turned {
				rows := r.Tables[0].Rows
				around := make([][]string, len(rows[0]))
				for k := range around {
					for _, row := range rows {
						around[k] = append(around[k], row[k])
					}
				}
				r.Tables[0].Rows = around
			}
			var got []string
			for _, f := range run(t, r, Options{Only: []string{"ranking-order"}}).Findings {
				who := f.Member
				if who == "" {
					who = "-"
				}
				got = append(got, who)
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("%s, turned %v: %q, want %q", c.name, turned, got, c.want)
			}
		}
	}
}

// A mean and a percentage beside each other in such a table.
func TestPairsOverSummits(t *testing.T) {
	right := []string{"Argentina|+0.50 (75%)|+0.67 (83%)", "India|−0.10 (45%)|+0.33 (67%)", "Korea|+0.20 (60%)|+1.00 (100%)", "Mexico|+0.40 (70%)|−0.33 (33%)"}
	for _, c := range []struct {
		name string
		line string
		want []string
	}{
		{"right", right[0], nil},
		{"a slip", "Argentina|+0.50 (57%)|+0.67 (83%)", []string{"ARG"}},
		{"from the exact mean", "Argentina|+0.50 (75%)|+0.67 (84%)", nil}, // 0.674 is 83.7 %
		{"not from any mean", "Argentina|+0.50 (75%)|+0.67 (85%)", []string{"ARG"}},
	} {
		r := rankedReport("Table 5: Compliance by Member", "Member|2029 Easthaven|2031 Norport", append([]string{c.line}, right[1:]...)...)
		var got []string
		for _, f := range run(t, r, Options{Only: []string{"percent-stated"}}).Findings {
			got = append(got, f.Member)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	// A slip in the report's own column that the summary shows is one finding, of the other rule.
	slip := rankedReport("Table 5", "Member|2029 Easthaven|2031 Norport", append([]string{"Argentina|+0.50 (75%)|+0.76 (83%)"}, right[1:]...)...)
	if res := run(t, slip, Options{Only: []string{"percent-stated", "ranking-order"}}); len(res.Findings) != 1 || res.Findings[0].Rule != "ranking-order" {
		t.Errorf("%+v", res.Findings)
	}
	// The averages times 100, or shares: nothing is called wrong.
	r := rankedReport("Table 5", "Member|2029 Easthaven|2031 Norport", "Argentina|+0.50 (50%)|+0.67 (67%)", "India|+0.10 (10%)|+0.33 (33%)", "Korea|+0.20 (20%)|+1.00 (100%)")
	if res := run(t, r, Options{Only: []string{"percent-stated"}}); len(res.Findings) > 0 {
		t.Errorf("%+v", res.Findings)
	}
}

// A table with a row for each summit is held against those summits' reports, too.
func TestTurnedTableOverSummits(t *testing.T) {
	quay := source("quay.pdf", "final", wells, ports, ships) // CAN 2/3, FRA 1/3, ITA 0
	quay.Report.Summit = model.Summit{Name: "Quay", Year: 2030}
	for row, want := range map[string]bool{"Quay 2030|+0.67|+0.53|0.00|+0.40": true, "Quay 2030|+0.67|+0.33|0.00|+0.33": false} {
		r := source("now.pdf", "final", wells, ports)
		r.Tables = []model.Table{{Title: "Table 5: Compliance by Summit", At: model.At{{Page: 9}}, Rows: [][]string{
			strings.Split("Summit|Canada|France|Italy|Average", "|"), strings.Split(row, "|"), strings.Split("Pier 2031|+1.00|+0.50|0.00|+0.50", "|")}}}
		got := strings.Join(heldAcross(t, []*model.Report{r, quay}, nil), "\n")
		if found := strings.Contains(got, "The average of France at “Quay 2030” is stated as +0.53"); found != want || !want && got != "" {
			t.Errorf("%s: %q", row, got)
		}
	}
}
