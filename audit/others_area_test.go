package audit

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// Rows of a table of stages that name their commitments by number, area or serial. The interim
// report has wells +0.33, ports 0.00, ships 0.00.
func TestRowsOfAreas(t *testing.T) {
	for _, c := range []struct {
		name string
		rows []string
		want string // in the one finding; "" for none
	}{
		{"numbers and areas", []string{"1. Water|+0.43 (72%)|+0.67 (83%)|+0.24", "2. Trade|0.00 (50%)|+0.33|+0.33"}, "commitment 1 is stated as +0.43 (72%)"},
		{"areas", []string{"Water|+0.33|+0.67|+0.33", "Trade|−0.20|+0.33|+0.53"}, "commitment 2 is stated as -0.20"},
		{"serials before the areas", []string{"2031-7 Water|+0.33|+0.67|+0.33", "2031-8 Trade|+0.20|+0.33|+0.13"}, "commitment 2 is stated as +0.20"},
		{"as the summary table", []string{"Harbour wells|+0.53|+0.67|+0.14"}, "commitment 1 is stated as +0.53"},
		{"all right, a minus before nothing, a row without a figure", []string{"1. Water|+0.33 (67%)|+0.67 (83%)|+0.50", "2. Trade|−0.00 (50%)|+0.33|+0.33", "3. Ships|n/a|+0.33|n/a"}, ""},
		{"a rounding", []string{"1. Water|+0.3|+0.67|+0.33"}, ""},
		{"the number of one, the area of another", []string{"1. Trade|+0.53|+0.67|+0.14"}, ""},
		{"another serial", []string{"2031-9 Water|+0.53|+0.67|+0.14"}, ""},
		{"an area of nobody", []string{"4. Energy|+0.53|+0.67|+0.14"}, ""},
	} {
		reports := finalBeside()
		reports[0].Tables = []model.Table{grid("Table 4: Interim and Final Averages", append([]string{"Commitment|Interim|Final|Change"}, c.rows...)...)}
		reports[0].Matrices = []model.Matrix{{Rows: []model.MatrixRow{{Number: 1, Label: "Harbour wells"}}}}
		for i, title := range []string{"Drilled Wells", "Ports for All", "Ships"} {
			reports[0].Commitments[i].Title = title
			reports[0].Commitments[i].IssueArea = []string{"Water", "Trade", "Transport"}[i]
		}
		got := withoutRule(strings.Join(heldAcross(t, reports, nil), "\n"), "undecided")
		if c.want == "" && got != "" || !strings.Contains(got, c.want) || strings.Contains(got, "\n") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A table of summits with columns for the stages. Quay has +0.33 (67%) of all and three
// commitments at its end; Pier the first two, +0.50 (75%).
func TestStagesOfSummits(t *testing.T) {
	for _, c := range []struct {
		name, head, quay, pier string
		want                   string // in the one finding; "" for none
	}{
		{"right", "Summit|Commitments|Interim|Final", "Quay 2030|3|+0.10 (55%)|+0.33 (67%)", "Pier 2031|2|+0.20 (60%)|+0.50 (75%)", ""},
		{"the final average", "Summit|Commitments|Interim|Final", "Quay 2030|3|+0.10 (55%)|+0.43 (72%)", "Pier 2031|2|+0.20 (60%)|+0.50 (75%)", "The average of all at “Quay 2030” is stated as +0.43 (72%)"},
		{"the number", "Summit|Commitments|Interim|Final", "Quay 2030|4|+0.10 (55%)|+0.33 (67%)", "Pier 2031|2|+0.20 (60%)|+0.50 (75%)", "is stated as 4"},
		{"words of the average", "Summit|Commitments assessed|Average (final report)", "Quay 2030|3|+0.43", "Pier 2031|2|+0.50", "stated as +0.43"},
		{"an interim average, of which there is no report", "Summit|Commitments|Interim|Final", "Quay 2030|3|+0.90 (95%)|+0.33 (67%)", "Pier 2031|2|+0.20 (60%)|+0.50 (75%)", ""},
		{"a change", "Summit|Commitments|Final|Change since interim", "Quay 2030|3|+0.33|+0.80", "Pier 2031|2|+0.50|+0.10", ""},
		{"of something else", "Summit|Commitments|Interim|Final", "Quay 2030|3|+0.10|+0.43", "Pier 2031|2|+0.20|+0.90", ""},
		{"a summit without a report", "Summit|Commitments|Interim|Final", "Shore 2028|9|+0.10|+0.43", "Pier 2031|2|+0.20|+0.50", ""},
	} {
		quay := source("quay.pdf", "final", wells, ports, ships)
		quay.Report.Summit = model.Summit{Name: "Quay", Year: 2030}
		now := source("pier.pdf", "final", wells, ports)
		now.Tables = []model.Table{grid("Table 3: Averages of Two Summits", c.head, c.quay, c.pier)}
		got := withoutRule(strings.Join(heldAcross(t, []*model.Report{now, quay}, nil), "\n"), "undecided")
		if c.want == "" && got != "" || !strings.Contains(got, c.want) || strings.Contains(got, "\n") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// The end alone of the interim report's period; it covers 4 May 2031 to 31 January 2032.
func TestEndOfAnotherStagesPeriod(t *testing.T) {
	for text, found := range map[string]bool{
		"It covers 4 May 2031 to 20 May 2032 and follows the interim report of 2 March 2032, which covered the period to 15 January 2032.": true,
		"The interim report considered actions up to 15 January 2032.":                                                                     true,
		"An interim report was published in March. It covered the period until 15 January 2032.":                                           true,
		"The interim report, which covered the period to 31 January 2032, came first.":                                                     false,
		"It follows the interim report and covers the period to 15 January 2032.":                                                          false,
		"The interim report will cover the period to 15 January 2032.":                                                                     false,
		"The interim report was open to comments until 15 January 2032.":                                                                   false,
		"The interim report on the 2030 Quay Summit covered the period to 15 January 2031.":                                                false,
	} {
		got := strings.Join(heldAcross(t, finalBeside(text), nil), "\n")
		if strings.Contains(got, "is said to go to 15 January 2032; interim.pdf states 4 May 2031 to 31 January 2032.") != found || !found && got != "" {
			t.Errorf("%s: %q", text, got)
		}
	}
}

// What is said of the report before, which is that on Quay, and of how many commitments were
// made there.
func TestReportBefore(t *testing.T) {
	for text, want := range map[string]string{
		"The period is longer than in the last report, which covered 4 May 2030 to 20 May 2031, so that time was not short.": "The period of the report before this one is stated as 4 May 2030 to 20 May 2031",
		"Last year's report covered 4 May 2030 to 20 May 2031.":                                                              "The period of the report before this one",
		"The last report covered 4 May 2030 to 2 May 2031.":                                                                  "",
		"The last report covered 4 May 2028 to 2 June 2029.":                                                                 "",
		"Since the last report members had from 4 May 2030 to 20 May 2031.":                                                  "",
		"The last interim report covered 4 May 2030 to 20 January 2031.":                                                     "",
		"The report on the Quay Summit selected three of 112 commitments and looked at actions.":                             "The number of commitments made at the Quay summit is stated as 112; quay.pdf has 118.",
		"The report on the Quay Summit selected three of 118 commitments and looked at actions.":                             "",
		"The report on the Quay Summit selected three of 12 commitments on trade.":                                           "",
		"The report on the Reeds Summit selected three of 112 commitments and looked at all of them.":                        "",
	} {
		quay := source("quay.pdf", "final", wells, ports, ships)
		quay.Report.Summit = model.Summit{Name: "Quay", Year: 2030}
		quay.Report.Period = periodOf("2030-05-04", "2031-05-02", "4 May 2030 to 2 May 2031")
		quay.Report.PreparedBy = []string{"Ada Merriweather"}
		quay.Sections = []model.Section{{Heading: "Preface", At: model.At{{Page: 1}}, Paragraphs: []model.Text{{Text: "Three of the 118 commitments were selected.", At: model.At{{Page: 1}}}}}}
		now := source("pier.pdf", "final", wells, ports)
		now.Report.PreparedBy = quay.Report.PreparedBy
		now.Sections = []model.Section{{Heading: "Preface", At: model.At{{Page: 1}}, Paragraphs: []model.Text{{Text: text, At: model.At{{Page: 1}}}}}}
		got := withoutRule(strings.Join(heldAcross(t, []*model.Report{now, quay}, nil), "\n"), "undecided")
		if want == "" && got != "" || !strings.Contains(got, want) || strings.Contains(got, "\n") {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
