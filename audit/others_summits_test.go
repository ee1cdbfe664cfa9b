package audit

import (
	"strconv"
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// decimalOf is a figure as printed, without its sign.
func decimalOf(text string) *model.Decimal {
	whole, part, _ := strings.Cut(text, ".")
	n, err := strconv.ParseInt(whole+part, 10, 64)
	if err != nil {
		panic(err)
	}
	return &model.Decimal{Units: n, Places: len(part)}
}

// ranked is a list of summits with an average and a percentage each, as it is read: lines
// "label|average|percent".
func ranked(title string, lines ...string) model.Ranking {
	k := model.Ranking{Title: title, At: model.At{{Page: 5}}}
	for _, l := range lines {
		f := strings.Split(l, "|")
		year, err := strconv.Atoi(f[0][:min(4, len(f[0]))])
		label := f[0]
		if err == nil { // a year before the name is read as the place
			label = strings.TrimSpace(label[4:])
		}
		k.Entries = append(k.Entries, model.RankedEntry{Rank: year, Label: label, Value: decimalOf(f[1]), Percent: decimalOf(f[2])})
	}
	return k
}

// A list of summits has the form of a ranking. Quay has +0.33 (67%) of all, Moles and Shore no
// report.
func TestRankedSummits(t *testing.T) {
	const title, quay, moles, shore, dunes, own = "Table C: Averages by Summit", "Quay 2030|0.33|67", "Moles 2029|0.45|73", "Shore 2028|0.20|60", "Dunes 2027|0.10|55", "Jetty 2032|0.50|75"
	for _, c := range []struct {
		name  string
		lines []string
		want  string // in the one finding; "" for none
	}{
		{"the same", []string{dunes, shore, moles, quay, own}, ""},
		{"a summit with its report", []string{dunes, shore, moles, "Quay 2030|0.45|73", own}, "The average of all at “Quay 2030” is stated as +0.45 (73%) (a table on page 5); quay.pdf gives +0.333…."},
		{"two stages of it", []string{dunes, shore, moles, "Quay 2030 (interim)|0.11|56", "Quay 2030 (final)|0.45|73", own}, "The average of all at “Quay 2030 (final)”"},
		{"a third summit", []string{dunes, shore, "Moles 2029|0.54|77", quay, own}, "The average of all at “Moles 2029” is stated as +0.54 (77%) here (a table on page 5), as +0.45 (73%) in quay.pdf"},
		{"another rounding", []string{dunes, shore, "Moles 2029|0.46|73", quay, own}, ""},
		{"with a line of all", []string{dunes, shore, "Moles 2029|0.54|77", quay, own, "All|0.33|67"}, "“Moles 2029”"},
		{"another summit of the year", []string{dunes, shore, "Reeds 2029|0.54|77", quay, own}, ""},
		{"years as places", []string{"2027 Dunes|0.10|55", "2028 Shore|0.20|60", "2030 Quay|0.45|73", "2032 Jetty|0.50|75"}, "The average of all at “2030 Quay” is stated as +0.45 (73%) (a table on page 5); quay.pdf gives +0.333…."},
		{"years as places, another summit", []string{"2027 Dunes|0.10|55", "2028 Shore|0.20|60", "2030 Reeds|0.45|73", "2032 Jetty|0.50|75"}, ""},
		{"members", []string{"Canada|0.54|77", "France|0.33|67"}, ""},
		{"commitments with years in their names", []string{"Wells by 2030|0.45|73", "Ports|0.33|67", "Ships|0.20|60"}, ""},
		{"of the interim reports", []string{"Interim", dunes, "Quay 2030|0.45|73", own}, ""},
	} {
		then := source("quay.pdf", "final", wells, ports, ships)
		then.Report.Summit = model.Summit{Name: "Quay", Year: 2030}
		then.Rankings = []model.Ranking{ranked("Table D: Final Averages by Summit", dunes, shore, moles, quay)}
		now := source("jetty.pdf", "final", "2032-1|We will plant reeds.|0.33|+ 0 0", "2032-2|We will dredge.|0.67|+ + 0")
		now.Report.Summit = model.Summit{Name: "Jetty", Year: 2032}
		now.Report.PreparedBy, then.Report.PreparedBy = []string{"Ada Merriweather"}, []string{"Ada Merriweather"}
		head, lines := title, c.lines
		if lines[0] == "Interim" {
			head, lines = "Table C: Interim Averages by Summit", lines[1:]
		}
		now.Rankings = []model.Ranking{ranked(head, lines...)}
		got := withoutRule(strings.Join(heldAcross(t, []*model.Report{now, then}, nil), "\n"), "undecided")
		if c.want == "" && got != "" || !strings.Contains(got, c.want) || strings.Contains(got, "\n") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A member's figure at another summit stands behind its own: CAN +1.00 now and +0.67 (83%) at
// Quay, FRA +0.50 (75%) and +0.33 (67%).
func TestMemberAtAnotherSummit(t *testing.T) {
	for text, want := range map[string]string{
		"By member, Canada reaches 100%, up from 83% at Quay, and France 75%, up from 58% at Quay.": "FRA is stated as 58%",
		"Canada reaches 100%, up from 83% at Quay, and France 75%, up from 67% at Quay.":            "",
		"Canada has 100% (75% at Quay) and France 75% (67% at Quay).":                               "CAN is stated as 75%",
		"France has +0.50 (75%), compared with +0.43 (72%) at the Quay Summit.":                     "FRA is stated as +0.43 (72%)",
		"France has 75%, after 67% at Quay.":                                                        "",
		"France has 75%, after 58% at Moles.":                                                       "",
		// Whose figure it is, is not certain: two members, or not the report's own beside it.
		"Canada, as well as France, reaches 100%, up from 58% at Quay.":                        "",
		"On wells France has 100%, up from 58% at Quay.":                                       "",
		"Canada reaches 100%, and so does France, up from 58% at Quay.":                        "",
		"On wells Canada has 100%, up from 58% at Quay.":                                       "",
		"Canada has 100% on wells, up from 58% at Quay.":                                       "",
		"On wells, Canada has 100%, up from 58% at Quay, and France 75%, up from 58% at Quay.": "",
	} {
		quay := source("quay.pdf", "final", wells, ports, ships)
		quay.Report.Summit = model.Summit{Name: "Quay", Year: 2030}
		now := source("pier.pdf", "final", wells, ports)
		now.Report.PreparedBy, quay.Report.PreparedBy = []string{"Ada Merriweather"}, []string{"Ada Merriweather"}
		now.Sections = []model.Section{{Heading: "Summary", Paragraphs: []model.Text{{Text: text, At: model.At{{Page: 2}}}}}}
		got := strings.Join(heldAcross(t, []*model.Report{now, quay}, nil), "\n")
		if want == "" && got != "" || !strings.Contains(got, want) || strings.Contains(got, "\n") {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// Where most figures differ the other report is another group's, unless an author is the same
// and the figures that agree are a third.
func TestOneAuthorOfTwoSummits(t *testing.T) {
	const text = "Canada has 100%, up from 83% at Quay. France has 75%, up from 58% at Quay. Average compliance is +0.50 (75%), up from 72% at the Quay Summit."
	for author, n := range map[string]int{"Ada Merriweather": 2, "Cy Underhill": 0} {
		quay := source("quay.pdf", "final", wells, ports, ships)
		quay.Report.Summit = model.Summit{Name: "Quay", Year: 2030}
		now := source("pier.pdf", "final", wells, ports)
		now.Report.PreparedBy, quay.Report.PreparedBy = []string{author}, []string{"Ada Merriweather"}
		now.Sections = []model.Section{{Heading: "Summary", Paragraphs: []model.Text{{Text: text, At: model.At{{Page: 2}}}}}}
		got := strings.Join(heldAcross(t, []*model.Report{now, quay}, nil), "\n")
		if strings.Count(got, "is stated as") != n {
			t.Errorf("%s: %q", author, got)
		}
	}
}

// What an interim report prints beside a mean is copied with it. The interim report's mean of
// all is 7/24, wells' is 3/8.
func TestPercentCopied(t *testing.T) {
	for text, want := range map[string]string{
		"Average compliance is +0.42 (71%), up from +0.29 (64%) in the interim report.": "percentage is stated as 64% beside the mean +0.29 (the text on page 1); interim.pdf prints +0.29 (65%).",
		"Average compliance is +0.42 (71%), up from +0.29 (65%) in the interim report.": "",
		"Average compliance is +0.42 (71%), up from 64.6% in the interim report.":       "",
		"Average compliance is +0.42 (71%), up from +0.3 (65%) in the interim report.":  "",
		"Average compliance is +0.42 (71%), up from +0.29 in the interim report.":       "",
	} {
		eight := func(file, stage string, rows ...string) *model.Report {
			r := source(file, stage, wells, ports, ships)
			for i, row := range rows {
				a := r.Commitments[i].Assessment
				a.Average, a.Scores = nil, nil
				for k, code := range []string{"CAN", "FRA", "DEU", "ITA", "JPN", "GBR", "USA", "EU"} {
					score := strings.IndexByte("-0+", row[k]) - 1
					a.Scores = append(a.Scores, model.Score{Member: code, Name: code, Score: &score})
				}
			}
			return r
		}
		final := eight("final.pdf", "final", "+++00+-+", "00++-0-+", "+++00+0+")
		final.Sections = []model.Section{{Heading: "Summary", Paragraphs: []model.Text{{Text: text, At: model.At{{Page: 1}}}}}}
		interim := eight("interim.pdf", "interim", "+0+00+-+", "00+0-0-+", "+0+00+0+")
		interim.Matrices = []model.Matrix{{Title: "Table 2: Scores", Overall: &model.Average{Value: decimalOf("0.29"), Percent: decimalOf("65")}}}
		got := strings.Join(heldAcross(t, []*model.Report{final, interim}, nil), "\n")
		if want == "" && got != "" || !strings.Contains(got, want) || strings.Contains(got, "\n") {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
