package audit

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// finalBeside is a final report whose front says such things, and the interim report of the
// same commitments.
func finalBeside(paragraphs ...string) []*model.Report {
	now := source("final.pdf", "final", wells, ports, ships)
	now.Report.Period = periodOf("2031-05-04", "2032-05-20", "4 May 2031 to 20 May 2032")
	sec := model.Section{Heading: "Preface", At: model.At{{Page: 1}}}
	for _, t := range paragraphs {
		sec.Paragraphs = append(sec.Paragraphs, model.Text{Text: t, At: model.At{{Page: 1}}})
	}
	now.Sections = append(now.Sections, sec)
	then := source("interim.pdf", "interim", "2031-7|We will drill wells in every harbour.|0.33|+ 0 0", "2031-8|We will build ports for all.|0.00|+ 0 -", ships)
	then.Report.Period = periodOf("2031-05-04", "2032-01-31", "4 May 2031 to 31 January 2032")
	return []*model.Report{now, then}
}

// stating adds periods to a report, as they stand in its text.
func stating(reports []*model.Report, periods ...*model.Period) []*model.Report {
	for _, q := range periods {
		reports[0].Report.Periods = append(reports[0].Report.Periods, *q)
	}
	return reports
}

func TestPeriodOfAnotherStage(t *testing.T) {
	wrong, right := periodOf("2031-05-04", "2032-01-15", "4 May 2031 to 15 January 2032"), periodOf("2031-05-04", "2032-01-31", "4 May 2031 to 31 January 2032")
	month := periodOf("2031-05", "2032-01", "May 2031 to January 2032")
	for _, c := range []struct {
		text   string
		period *model.Period
		found  bool
	}{
		{"The interim report covered the period from 4 May 2031 to 15 January 2032.", wrong, true},
		{"An interim report was published in March. It covered the period from 4 May 2031 to 15 January 2032.", wrong, true},
		{"An interim report came first. The report covered 4 May 2031 to 15 January 2032.", wrong, true},
		{"An interim report came first. Its period was 4 May 2031 to 15 January 2032.", wrong, true},
		{"The interim report covered the period from 4 May 2031 to 31 January 2032.", right, false},
		{"The interim report covered May 2031 to January 2032.", month, false},
		{"The interim report was to be of the period from 4 May 2031 to 15 January 2032, as was planned.", wrong, false},
		{"The first report covered 4 May 2031 to 15 January 2032.", wrong, false},
	} {
		reports := stating(finalBeside(c.text), c.period)
		if res := run(t, reports[0], Options{Only: []string{"front-matter"}}); len(res.Findings) > 0 {
			t.Errorf("%s: a second period of the report itself: %+v", c.text, res.Findings)
		}
		got := strings.Join(heldAcross(t, reports, nil), "\n")
		if found := strings.Contains(got, "The interim stage's compliance period is stated as 4 May 2031 to 15 January 2032; interim.pdf states 4 May 2031 to 31 January 2032."); found != c.found || !found && got != "" {
			t.Errorf("%s: %s", c.text, got)
		}
	}
	// "This report" is the one that speaks: two periods of its own.
	reports := stating(finalBeside("An interim report came first. This report covers 4 May 2031 to 15 January 2032."), wrong)
	if res := run(t, reports[0], Options{Only: []string{"front-matter"}}); len(res.Findings) != 1 {
		t.Errorf("the report's own period: %+v", res.Findings)
	}
}

func TestNumberOfAnotherStage(t *testing.T) {
	for text, found := range map[string]bool{
		"The interim report assessed four commitments.":                                    true,
		"An interim report was published in March. It assessed four selected commitments.": true,
		"The interim report assessed three commitments.":                                   false,
		"The interim report assessed two commitments on trade.":                            false,
		"The interim report will assess four commitments.":                                 false,
	} {
		got := strings.Join(heldAcross(t, finalBeside(text), nil), "\n")
		if strings.Contains(got, "is said to have assessed 4 commitments; interim.pdf has 3.") != found || !found && got != "" {
			t.Errorf("%s: %s", text, got)
		}
	}
}

// The period of a chapter's own file is that of the whole report.
func TestPeriodOfAChapter(t *testing.T) {
	whole := finalBeside()[0]
	for _, c := range []struct {
		to    string
		found bool
	}{{"2032-05-30", true}, {"2032-05-20", false}, {"2032-05", false}} {
		chapter := source("wells.pdf", "final", wells)
		chapter.Report.Period = periodOf("2031-05-04", c.to, "4 May 2031 to "+c.to)
		got := strings.Join(heldAcross(t, []*model.Report{chapter, whole}, nil), "\n")
		if found := strings.Contains(got, "wells.pdf other-source: The compliance period is stated as"); found != c.found || !found && got != "" {
			t.Errorf("%s: %s", c.to, got)
		}
	}
}

// grid is a table of lines "cell|cell".
func grid(title string, lines ...string) model.Table {
	t := model.Table{Title: title, At: model.At{{Page: 5}}}
	for _, l := range lines {
		t.Rows = append(t.Rows, strings.Split(l, "|"))
	}
	return t
}

// Tables that set the stages beside each other, in several layouts. The interim report has
// wells +0.33, ports 0.00, ships 0.00; CAN 2/3, FRA 0, ITA -1/3; +0.11 of all.
// A sentence about several subjects gives each one's figure at the other stage beside its
// own: CAN +1 then and now, FRA +0.33 now and 0.00 then, ITA 0.00 and −0.33.
func TestFiguresOfAStageInOneSentence(t *testing.T) {
	lead := "Average compliance was +0.33 (67%). "
	for text, want := range map[string]string{
		"Canada reached 83%, from 99% in the interim report, and France stands at 67%, after 50% in the interim report.":                  "CAN is stated as 99%",
		"Canada scored +0.67 (83%), up from +1.00 (100%) at the interim stage; France scored +0.33, up from −0.33 at the interim stage.":  "FRA is stated as -0.33",
		"Canada scored +0.67 (83%), down from +1.00 (100%) at the interim stage; France scored +0.33, up from 0.00 at the interim stage.": "",
		"Canada scored 83% (100% in the interim report) and France 67% (49% in the interim report).":                                      "FRA is stated as 49%",
		// The report's own figure is not that of its tables: whose it is, is not certain.
		"Canada scored +0.33, up from +0.50 at the interim stage; France scored +0.67, up from +0.50 at the interim stage.": "",
		// Another report's.
		"Canada scored +0.67, up from +0.50 in an earlier report; France scored +0.33, up from +0.50 in an earlier report.": "",
	} {
		reports := finalBeside(lead + text)
		reports[0].Sections[0].Heading = "Summary"
		reports[1] = source("interim.pdf", "interim", "2031-7|We will drill wells in every harbour.|0.33|+ 0 0", "2031-8|We will build ports for all.|0.33|+ 0 0", "2031-9|We will mend the ships of the fleet.|0|+ 0 -")
		got := strings.Join(heldAcross(t, reports, nil), "\n")
		if want == "" && got != "" || want != "" && !strings.Contains(got, "The interim stage's figure for "+want) || strings.Contains(got, "\n") {
			t.Errorf("%s: %s, want %q", text, got, want)
		}
	}
}

func TestTableOfStages(t *testing.T) {
	for _, c := range []struct {
		name  string
		table model.Table
		want  string // what the finding is of; "" for none
	}{
		{"commitments", grid("Table 3: Averages", "Commitment|Interim|Final|Change", "1. Wells [7]|+0.33 (67%)|+0.67 (83%)|+0.33", "2. Ports [8]|+0.33 (67%)|+0.33 (67%)|0.00", "Overall|+0.11 (56%)|+0.33 (67%)|+0.22"), "commitment 2"},
		{"right", grid("Table 3: Averages", "Commitment|Interim|Final|Change", "1. Wells [7]|+0.33 (67%)|+0.67 (83%)|+0.33", "2. Ports [8]|0.00 (50%)|+0.33 (67%)|+0.33", "Overall|+0.11 (56%)|+0.33 (67%)|+0.22"), ""},
		{"the change is no average", grid("Table 3", "Commitment|Final|Change since interim", "1. Wells|+0.67|+0.50", "2. Ports|+0.33|+0.40"), ""},
		{"places are none", grid("Table 3", "Member|Interim rank|Final rank", "Canada|1|1", "France|1|2", "Italy|3|3"), ""},
		{"members", grid("Table 3", "Member|Interim Average|Final Average", "Canada|+0.67|+0.67", "France|+0.33|+0.33", "Italy|-0.33|0.00"), "FRA"},
		{"members, percentages", grid("Table 3", "Member|Interim %|Final %", "Canada|83|83", "France|50|67", "Italy|38|50"), "ITA"},
		{"means and percentages", grid("Table 3", "Member|Interim average|Interim %|Final average", "Canada|+0.67|83%|+0.67", "France|0.00|55%|+0.33", "Italy|-0.33|33%|0.00"), "FRA"},
		{"a head of two lines", grid("Table 3", "Member|Interim||Final|", "|Average|Percent|Average|Percent", "Canada|+0.67|83%|+0.67|83%", "France|0.00|50%|+0.33|67%", "Italy|-0.38|33%|0.00|50%"), "ITA"},
		{"turned", grid("Table 3", "Stage|Canada|France|Italy|Overall", "Interim|+0.67|0.00|-0.33|+0.21", "Final|+0.67|+0.33|0.00|+0.33"), "is stated as +0.21"},
		{"of another summit", grid("Table 3: Interim and Final Averages of the 2030 Quay Summit", "Member|Interim|Final", "Canada|+0.20|+0.67", "France|+0.35|+0.33", "Italy|-0.10|0.00"), ""},
		{"titles alone", grid("Table 3", "Commitment|Interim|Final", "Wells|+0.43|+0.67", "Ports for All|0.00|+0.33"), "commitment 1"},
		{"titles of nobody", grid("Table 3", "Commitment|Interim|Final", "Kelp|+0.43|+0.67", "Roofs|0.50|+0.33"), ""},
	} {
		reports := finalBeside()
		reports[0].Tables = []model.Table{c.table}
		for i, title := range []string{"Wells", "Ports for All", "Ships"} {
			reports[0].Commitments[i].Title = title
		}
		got := heldAcross(t, reports, nil)
		if c.want == "" && len(got) > 0 || c.want != "" && (len(got) != 1 || !strings.Contains(got[0], c.want) || !strings.Contains(got[0], "interim.pdf gives")) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Rows of all members in a table over several summits, and what the text says of another.
// Quay has CAN 2/3, FRA 1/3, ITA 0, +0.33 (67%) of all, three commitments; Pier the first two.
func TestAllOverSummits(t *testing.T) {
	quay := source("quay.pdf", "final", wells, ports, ships)
	quay.Report.Summit = model.Summit{Name: "Quay", Year: 2030}
	chapter := source("quay-1.pdf", "final", wells)
	chapter.Report.Summit = quay.Report.Summit
	const head = "Member|2030 Quay|2031 Pier"
	members := []string{"Canada|+0.67|+1.00", "France|+0.33|+0.50", "Italy|0.00|0.00"}
	with := func(lines ...string) model.Table {
		return grid("Table 5: Compliance by Member", append(append([]string{head}, members...), lines...)...)
	}
	for _, c := range []struct {
		name  string
		table model.Table
		want  string // in the one finding; "" for none
	}{
		{"right", with("Average*|+0.33|+0.50", "Percent|67%|75%", "Commitments (N)|3|2"), ""},
		{"the average and its percentage", with("Average*|+0.43|+0.50", "Percent|72%|75%", "Commitments (N)|3|2"), "stated as +0.43 (72%)"},
		{"the percentage alone", with("Percent|76%|75%"), "stated as 76%"},
		{"both in a cell", with("Overall|+0.43 (72%)|+0.50 (75%)"), "stated as +0.43 (72%)"},
		{"the number", with("Number of commitments|4|2"), "number of commitments at “2030 Quay” is stated as 4"},
		{"the number of those assessed", with("Commitments assessed|4|2"), "stated as 4"},
		{"all that were made", with("Commitments|213|190"), "undecided: the row's figure"},
		{"a member", grid("Table 5", head, members[0], "France|+0.53|+0.50", members[2], "Average|+0.33|+0.50"), "The average of France"},
		{"turned", grid("Table 5", "Summit|Canada|France|Italy|Average|%|Commitments assessed", "Quay 2030|+0.67|+0.33|0.00|+0.43|72|3", "Pier 2031|+1.00|+0.50|0.00|+0.50|75|2"), "stated as +0.43 (72%)"},
		{"turned, with a row of all", grid("Table 5", "Summit|Average|Commitments assessed", "Shore 2028|+0.21|4", "Dune 2029|+0.21|4", "Quay 2030|+0.43|3", "Pier 2031|+0.50|2", "All|+0.34|13"), "stated as +0.43"},
		{"another group's", grid("Table 5", head, "Canada|+0.17|+1.00", "France|+0.63|+0.50", "Italy|0.50|0.00", "Average|+0.43|+0.50", "Commitments assessed|9|2"), "undecided: most figures of the other summit"},
	} {
		now := source("pier.pdf", "final", wells, ports)
		now.Tables = []model.Table{c.table}
		got := heldAcross(t, []*model.Report{now, quay, chapter}, nil)
		if c.want == "" && len(got) > 0 || c.want != "" && (len(got) != 1 || !strings.Contains(got[0], c.want)) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// What the preface says of the report on another summit: it has three commitments and a
// period of its own.
func TestFrontOfAnotherSummit(t *testing.T) {
	quay := source("quay.pdf", "final", wells, ports, ships)
	quay.Report.Summit = model.Summit{Name: "St. Quay", Year: 2030}
	quay.Report.Period = periodOf("2030-05-04", "2031-05-02", "4 May 2030 to 2 May 2031")
	quay.Report.PreparedBy = []string{"Ada Merriweather"}
	const right = "Our final report on the St. Quay Summit covered the period from 4 May 2030 to 2 May 2031. "
	const period, number = "final.pdf other-stage: The period of the final report on the St. Quay summit is stated as ", "final.pdf other-stage: The number of commitments in the final report on the St. Quay summit is stated as 4; quay.pdf has 3."
	for text, want := range map[string]string{
		right + "It assessed three commitments.": "",
		right + "It assessed four commitments.":  number,
		"Readers may turn to our report on the St. Quay Summit, which assessed three commitments and covered 4 May 2030 to 20 May 2031.": period + "4 May 2030 to 20 May 2031; quay.pdf states 4 May 2030 to 2 May 2031.",
		"The 2030 St. Quay Final Compliance Report assessed three commitments between 4 May 2030 and 20 May 2031.":                       period,
		"The St. Quay report assessed three commitments. It ran from 4 May 2030 to 20 May 2031.":                                         period,
		"Our interim report on the St. Quay Summit assessed three commitments between 4 May 2030 and 20 January 2031.":                   "",
		"The St. Quay Summit assessed three commitments and its host held office from 1 January 2030 to 31 December 2030.":               "",
		"Since the St. Quay Summit three selected commitments are compared; this report covers 4 May 2031 to 20 May 2032.":               "",
		"Our report on the Moles Summit assessed nine commitments between 4 May 2030 and 20 May 2031.":                                   "",
		"The Pier Summit follows the St. Quay Summit, of which three commitments were assessed from 4 May 2030 to 20 May 2031.":          "",
		"The report on the St. Quay Summit assessed three commitments and two commitments on trade.":                                     "",
		"The report on the St. Quay Summit assessed three of the 90 commitments.":                                                        "",
		"This report assesses nine members on two of them, two fewer than the four of the final report on St. Quay.":                     number,
		"It considers two commitments, against four in the final report on St. Quay.":                                                    number,
		"It considers two commitments, compared with three in the final report on St. Quay.":                                             "",
		"This report assesses nine members on two of them, one fewer than the three of the final report on St. Quay.":                    "",
		"This report has nine members, five more than the four of the final report on St. Quay.":                                         "",
		"It considers trade, two pages longer than the four of the final report on St. Quay.":                                            "",
		"It was written by nine analysts, after four for the final report on St. Quay.":                                                  "",
		"This report differs from the final report on St. Quay. It covers 4 May 2030 to 20 May 2031.":                                    "",
		right + "A report on the St. Quay Summit will assess four commitments.":                                                          "",
	} {
		reports := finalBeside(text)
		if strings.Contains(text, " two ") {
			reports[0].Commitments = reports[0].Commitments[:2]
			reports[0].Report.PreparedBy = quay.Report.PreparedBy
		}
		got := strings.Join(heldAcross(t, []*model.Report{reports[0], quay}, nil), "\n")
		if want == "" && got != "" || !strings.HasPrefix(got, want) || strings.Contains(got, "\n") {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// What two reports' tables state of a summit that has no report among the files.
func TestTablesOfAThirdSummit(t *testing.T) {
	const quayRow, molesRow = "Quay 2030|4|+0.38|69%", "Moles 2029|5|+0.45|73%"
	earlier := func(stage string, rows ...string) *model.Report {
		r := source("earlier-"+stage+".pdf", stage, wells, ports, ships)
		r.Tables = []model.Table{grid("Table E: Averages by Summit", append([]string{"Summit|Commitments assessed|Average|Percent", "Pier 2031|3|+0.33|67%"}, rows...)...)}
		return r
	}
	later := func(lines ...string) *model.Report {
		r := source("later.pdf", "final", "2032-1|We will plant reeds.|0.33|+ 0 0", "2032-2|We will dredge.|0.67|+ + 0")
		r.Report.Summit = model.Summit{Name: "Jetty", Year: 2032}
		r.Tables = []model.Table{grid(lines[0], append([]string{"Summit|Commitments assessed|Average|Percent"}, lines[1:]...)...)}
		return r
	}
	const title = "Table C: Averages by Summit"
	for _, c := range []struct {
		name    string
		reports []*model.Report
		want    string
	}{
		{"the same", []*model.Report{later(title, molesRow, quayRow, "Jetty 2032|2|+0.50|75%"), earlier("final", quayRow, molesRow)}, ""},
		{"an average that differs", []*model.Report{later(title, "Moles 2029|5|+0.54|77%", quayRow, "Jetty 2032|2|+0.50|75%"), earlier("final", quayRow, molesRow)},
			"later.pdf other-stage: The average of all at “Moles 2029” is stated as +0.54 (77%) here (a table on page 5), as +0.45 (73%) in earlier-final.pdf (a table on page 5); the report on that summit is not among the files"},
		{"a number that differs", []*model.Report{later(title, "Moles 2029|6|+0.45|73%", quayRow, "Jetty 2032|2|+0.50|75%"), earlier("final", quayRow, molesRow)},
			"later.pdf other-stage: The number of commitments at “Moles 2029” is stated as 6 here"},
		{"told once", []*model.Report{later(title, "Moles 2029|5|+0.54|77%", quayRow, "Jetty 2032|2|+0.50|75%"), earlier("final", quayRow, molesRow), earlier("interim", quayRow, molesRow)},
			"later.pdf other-stage: The average of all at “Moles 2029”"},
		{"other roundings", []*model.Report{later(title, "Moles 2029|5|+0.46|72.5%", "Quay 2030|4|+0.4|68%", "Jetty 2032|2|+0.50|75%"), earlier("final", quayRow, molesRow)}, ""},
		{"a mean and a percentage", []*model.Report{later(title, "Moles 2029|5|73%|73%", "Quay 2030|4|+0.38|", "Jetty 2032|2|+0.50|75%"), earlier("final", quayRow, "Moles 2029|5|+0.45|")}, ""},
		{"another place of the year", []*model.Report{later(title, "Dunes 2029|5|+0.54|77%", quayRow, "Jetty 2032|2|+0.50|75%"), earlier("final", quayRow, molesRow)}, ""},
		{"two summits of one year", []*model.Report{later(title, "2029 I|5|+0.54|77%", "2029 II|5|+0.44|72%", quayRow, "Jetty 2032|2|+0.50|75%"), earlier("final", quayRow, "2029|5|+0.45|73%")}, ""},
		{"another stage", []*model.Report{later("Table C: Interim Averages by Summit", "Moles 2029|5|+0.54|77%", quayRow, "Jetty 2032|2|+0.50|75%"), earlier("final", quayRow, molesRow)}, ""},
		{"another group's", []*model.Report{later(title, "Moles 2029|5|+0.54|77%", "Quay 2030|9|+0.18|59%", "Jetty 2032|2|+0.50|75%"), earlier("final", quayRow, molesRow)}, ""},
	} {
		got := withoutRule(strings.Join(heldAcross(t, c.reports, nil), "\n"), "undecided")
		if c.want == "" && got != "" || !strings.HasPrefix(got, c.want) || strings.Contains(got, "\n") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestOtherSummitInText(t *testing.T) {
	quay := source("quay.pdf", "final", wells, ports, ships)
	quay.Report.Summit = model.Summit{Name: "Quay", Year: 2030}
	for _, c := range []struct {
		text  string
		found string // the figure; "" for none
	}{
		{"Average compliance is +0.50 (75%), an increase over the 76% of the Quay Summit.", "76%"},
		{"Average compliance is +0.50 (75%), an increase over the 67% of the Quay Summit.", ""},
		{"Average compliance is +0.50 (75%), up from +0.43 (72%) at the 2030 Quay Summit.", "+0.43 (72%)"},
		{"Average compliance is +0.50 (75%), above Quay's 72%.", "72%"},
		{"Average compliance is +0.50 (75%), up from 72% at the 2026 Quay Summit.", ""},
		{"Canada kept the +0.76 of Quay, and France rose to +0.50.", "+0.76"},
		{"Canada kept the +0.67 of Quay, and France rose to +0.50.", ""},
		{"Average compliance is +0.50 (75%), an increase over the 76% of the Shore Summit.", ""},
		{"Average compliance is +0.50 (75%). This is an increase over the 76% of the Quay Summit and a decrease from the 80% of the Shore Summit.", "76%"},
		{"Average compliance is +0.50 (75%). This is an increase over the 67% of the Quay Summit.", ""},
		{"Compliance with the wells is +0.67 (83%). This is an increase over the 76% of the Quay Summit.", ""},
		{"Canada has +1.00 (100%). This is an increase over the 76% of the Quay Summit.", ""},
		{"Average compliance is +0.45 (73%). This is an increase over the 76% of the Quay Summit.", ""},
		{"Average compliance is +0.50 (75%). This is an increase over the 76% of those on trade of the Quay Summit.", ""},
	} {
		now := source("pier.pdf", "final", wells, ports)
		now.Report.PreparedBy, quay.Report.PreparedBy = []string{"Ada Merriweather"}, []string{"Ada Merriweather", "Bo Lindgren"}
		now.Sections = []model.Section{{Heading: "Summary", Paragraphs: []model.Text{{Text: c.text, At: model.At{{Page: 2}}}}}}
		got := strings.Join(heldAcross(t, []*model.Report{now, quay}, nil), "\n")
		if c.found == "" && got != "" || c.found != "" && !strings.Contains(got, "is stated as "+c.found+"; quay.pdf") {
			t.Errorf("%s: %q", c.text, got)
		}
	}
}

// A phrase that one text has and the other has not, and another serial.
func TestOtherWords(t *testing.T) {
	const text = "We will drill wells in every harbour, without prejudice to the rights of the owners, and report each year."
	short := strings.Replace(text, ", without prejudice to the rights of the owners,", "", 1)
	line := func(id, words string) string { return id + "|" + words + "|0.67|+ + 0" }
	whole := source("whole.pdf", "final", line("2031-7", text), ports)
	for _, c := range []struct {
		name, file, stage, words, id string
		want                         string
	}{
		{"a table", "", "", short, "2031-7", "scores.csv other-source: The text of the commitment is another one than in whole.pdf, page 3: it is without “without prejudice to the rights of the owners”."},
		{"a chapter", "wells.pdf", "final", short, "2031-7", "wells.pdf other-source: The text of the commitment is another one than in whole.pdf, page 3: it is without “without prejudice to the rights of the owners”."},
		{"the interim report", "interim.pdf", "interim", short, "2031-7", "whole.pdf other-stage: The text of the commitment is another one than in interim.pdf, page 3: it has “without prejudice to the rights of the owners” besides."},
		{"a serial of the interim report", "interim.pdf", "interim", text, "2031-70", "whole.pdf other-stage: The serial of the commitment is 2031-7 here, 2031-70 in interim.pdf, page 3; its words are the same."},
		{"a serial of a table", "", "", text, "2031-17", "scores.csv other-source: The serial of the commitment is 2031-17 here, 2031-7 in whole.pdf, page 3; its words are the same."},
		{"the same", "interim.pdf", "interim", text, "2031-7", ""},
	} {
		there := tableOf(line(c.id, c.words), ports)
		if c.file != "" {
			there = source(c.file, c.stage, line(c.id, c.words))
		}
		if got := strings.Join(heldAcross(t, []*model.Report{there, whole}, nil), "\n"); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// 5/8 is 0.63 and 0.62, by two ways of rounding halves.
func TestAveragesOfOneMean(t *testing.T) {
	line := func(average string) string {
		return "2031-7|We will drill wells in every harbour.|" + average + "|+ + 0"
	}
	eight := func(average string) *model.Report {
		r := source("whole.pdf", "final", line(average))
		c := &r.Commitments[0]
		for _, code := range []string{"DEU", "JPN", "GBR", "USA", "EU"} {
			one := 1
			if code == "EU" || code == "USA" {
				one = 0
			}
			c.Assessment.Scores = append(c.Assessment.Scores, model.Score{Member: code, Name: code, Score: &one})
		}
		return r
	}
	for average, found := range map[string]bool{"0.62": false, "0.63": false, "0.625": false, "0.6": false, "0.61": true, "0.64": true} {
		table := eight(average)
		table.Source, table.Report = model.Source{File: "scores.csv", SHA256: "scores.csv"}, model.Info{}
		table.Commitments[0].Row, table.Commitments[0].At = 2, nil
		if got := heldAcross(t, []*model.Report{table, eight("0.63")}, nil); (len(got) > 0) != found {
			t.Errorf("%s: %q", average, got)
		}
	}
}

// A figure of another summit's report is no figure of this one.
func TestFigureOfAnotherReport(t *testing.T) {
	for text, found := range map[string]bool{
		"Canada had stood at 0.00 (50%) in the Quay report.": false,
		"Canada had stood at 0.00 (50%) at the Quay Summit.": false,
		"Canada stood at 0.00 (50%).":                        true,
		"Canada stands at 0.00 (50%) in the Pier report.":    true,
	} {
		r := source("pier.pdf", "final", wells, ports)
		r.Matrices = []model.Matrix{{Title: "Table 2: Scores", Members: []string{"CAN", "FRA", "ITA"}, At: model.At{{Page: 2}}}}
		for i := range r.Commitments {
			row := model.MatrixRow{Number: i + 1, At: model.At{{Page: 2}}}
			for _, s := range r.Commitments[i].Assessment.Scores {
				row.Scores = append(row.Scores, s.Score)
			}
			r.Matrices[0].Rows = append(r.Matrices[0].Rows, row)
		}
		r.Sections = []model.Section{{Heading: "Summary", Paragraphs: []model.Text{{Text: text, At: model.At{{Page: 2}}}}}}
		if res := run(t, r, Options{Only: []string{"prose-figure"}}); (len(res.Findings) > 0) != found {
			t.Errorf("%s: %+v", text, res.Findings)
		}
	}
}
