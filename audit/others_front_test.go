package audit

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

func TestDayOfAnotherStage(t *testing.T) {
	for text, found := range map[string]bool{
		"It follows the interim report, published on 12 February 2032.":            true,
		"The interim report was released in March 2032.":                           true,
		"The interim report, dated 21 February 2032, came first.":                  false,
		"The interim report was published in February 2032.":                       false,
		"The interim report covered what was done by 12 February 2032.":            false,
		"The interim report will be published on 12 February 2032.":                false,
		"The interim report on the 2030 Quay Summit appeared on 12 February 2031.": false,
	} {
		reports := finalBeside(text)
		reports[1].Report.Published = "2032-02-21"
		got := strings.Join(heldAcross(t, reports, nil), "\n")
		if strings.Contains(got, "bears the date 2032-02-21") != found || !found && got != "" {
			t.Errorf("%s: %q", text, got)
		}
	}
}

func TestNumberOfCommitmentsMade(t *testing.T) {
	then := "The three were selected from the 250 commitments made there."
	for text, found := range map[string]bool{
		"They are drawn from the 205 commitments that the leaders made at Pier on 4 and 5 May 2031.":         true,
		"They are chosen from the 205 commitments recorded there.":                                           true,
		"They are drawn from the 250 commitments that the leaders made at Pier.":                             false,
		"They are drawn from the 25 commitments made on trade.":                                              false,
		"The summit of Quay had chosen from the 205 commitments made at the 2030 Quay Summit.":               false,
		"It assesses three of the 205 members.":                                                              false,
		"Three of the 205 commitments were selected.":                                                        true,
		"This final report assesses three of the 205 commitments which the leaders made there.":              true,
		"The leaders made 205 commitments at Pier.":                                                          true,
		"Three of the 250 commitments were selected.":                                                        false,
		"The leaders made 250 commitments, 205 of them binding. Three of the 205 commitments were selected.": false,
		"Three of the 205 commitments on trade were selected.":                                               false,
		"Three of the 205 priority commitments were selected.":                                               false,
		"Canada made 205 commitments of its own.":                                                            false,
		"Three of the 205 commitments made at the 2030 Quay Summit were selected.":                           false,
		"The interim report was on three of the 205 commitments.":                                            false,
	} {
		reports := finalBeside(text)
		reports[1].Sections = []model.Section{{Heading: "Preface", At: model.At{{Page: 1}}, Paragraphs: []model.Text{{Text: then, At: model.At{{Page: 1}}}}}}
		got := strings.Join(heldAcross(t, reports, nil), "\n")
		if strings.Contains(got, "The number of commitments made at the summit is stated as 205; interim.pdf has 250.") != found || !found && got != "" {
			t.Errorf("%s: %q", text, got)
		}
	}
}

// Tables over several summits whose heads are names. Quay has CAN 2/3, FRA 1/3, ITA 0, +0.33
// of all, three commitments; Pier CAN 1, FRA 1/2, ITA 0.
func TestTablesOfNamedSummits(t *testing.T) {
	quay := source("quay.pdf", "final", wells, ports, ships)
	quay.Report.Summit = model.Summit{Name: "Quay", Year: 2030}
	for _, c := range []struct {
		name  string
		table model.Table
		want  string
	}{
		{"members", grid("Table D", "Country|Quay|Pier", "Canada|0.67|1.00", "France|0.25|0.50", "Italy|0.00|0.00"), "The average of France at “Quay 2030” is stated as +0.25"},
		{"right", grid("Table D", "Country|Quay|Pier", "Canada|0.67|1.00", "France|0.33|0.50", "Italy|0.00|0.00"), ""},
		{"turned", grid("Table D", "Summit|Canada|France|Italy", "Quay Summit|0.67|0.25|0.00", "Pier Summit|1.00|0.50|0.00"), "The average of France"},
		{"years in a column", grid("Table C", "Summit|Year|Commitments|Average", "Reef|2029|4|0.46 (46%)", "Quay|2030|3|0.36 (36%)", "Pier|2031|2|0.50 (50%)"), "The average of all at “Quay 2030” is stated as +0.36"},
		{"years in a column, right", grid("Table C", "Summit|Year|Commitments|Average", "Reef|2029|4|0.46 (46%)", "Quay|2030|3|0.33 (33%)", "Pier|2031|2|0.50 (50%)"), ""},
		{"names of places", grid("Table E", "Harbour|Reef|Bay", "Canada|0.67|1.00", "France|0.25|0.50", "Italy|0.00|0.00"), ""},
		{"one summit alone", grid("Table E", "Country|Quay|Bay", "Canada|0.67|1.00", "France|0.25|0.50", "Italy|0.00|0.00"), ""},
	} {
		pier := source("pier.pdf", "final", "2031-7|We will plant kelp in every bay.|0.67|+ + 0", "2031-8|We will paint the roofs of all ports.|0.33|+ 0 0")
		pier.Tables = []model.Table{c.table}
		got := strings.Join(heldAcross(t, []*model.Report{pier, quay}, nil), "\n")
		if c.want == "" && got != "" || !strings.Contains(got, c.want) || strings.Contains(got, "\n") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A table has a score of a member to which the report gives none.
func TestScoreOfAMemberWithout(t *testing.T) {
	one, none := 1, 0
	score := func(member string, s *int, text string) model.Score {
		return model.Score{Member: member, Name: member, Score: s, Text: text}
	}
	for _, c := range []struct {
		name, text, average string
		here                *int
		found               bool
	}{
		{"n/a", "n/a", "0.67", &one, true},
		{"empty", "", "0.67", &one, false},
		{"illegible: the average counts it", "n/a", "0.5", &one, false},
		{"0 for no score", "n/a", "0.67", &none, false},
		{"none here either", "n/a", "0.67", nil, false},
	} {
		whole := source("final.pdf", "final", "2031-7|We will drill wells in every harbour.|"+c.average+"|+ + 0", ports, ships)
		a := whole.Commitments[0].Assessment
		a.Scores = append(a.Scores[:len(a.Scores):len(a.Scores)], score("ZAF", nil, c.text))
		rows := tableOf("2031-7|We will drill wells in every harbour.|"+c.average+"|+ + 0", ports, ships)
		b := rows.Commitments[0].Assessment
		b.Scores = append(b.Scores[:len(b.Scores):len(b.Scores)], score("ZAF", c.here, ""))
		got := strings.Join(heldAcross(t, []*model.Report{whole, rows}, nil), "\n")
		if strings.Contains(got, "ZAF +1 here; final.pdf, page 3 has “n/a”, and an average without it.") != c.found {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}
