package audit

import (
	"strings"
	"testing"
)

// Counts in running text against the table of scores: each is found where it is wrong and
// not where a reading of it is right.
func TestProseCounts(t *testing.T) {
	for _, tc := range []struct {
		text    string
		found   bool
		checked int
	}{
		{"Three members scored 0 on port fees.", false, 1},
		{"Four members scored 0 on port fees.", true, 1},
		{"Two members scored 0 on port fees, and one −1.", true, 2},
		{"Three members scored 0 on port fees and two on rural broadband.", false, 2},
		{"Three members scored 0 on port fees and three on rural broadband.", true, 2},
		{"No member received +1 for rural broadband.", true, 1},
		{"No member received −1 for reef mapping.", false, 1},
		{"All but one of the members complied fully on reef mapping.", false, 1},
		{"All but two members complied fully with the commitment on reef mapping.", true, 1},
		{"More than half of the members complied fully on vaccine storage.", false, 1},
		{"More than half of the members complied fully on port fees.", true, 1},
		{"More than half of the members complied fully on port fees by March.", false, 0},
		{"More than half of the older members complied fully on port fees.", false, 0},
		{"The other three members scored 0 on port fees.", false, 1},
		{"The other four members scored 0 on port fees.", true, 1},
		{"Only Canada scored well. The other two members scored 0 on port fees.", false, 1}, // at least two
		{"Three members scored 0.", false, 1},                                               // on port fees
		{"Five members scored −1.", true, 1},
		{"Three members have a positive average.", false, 1},
		{"Two members have a positive average.", true, 1},
		{"Two members have a positive average on port fees.", true, 1},
		{"One member is above zero on port fees.", false, 1},
		{"Two members, Germany and Italy, have an average of exactly zero.", false, 1},
		{"Two members, Germany and Japan, have an average of exactly zero.", true, 1},
		{"Two members are at exactly zero on average: Germany and Japan.", true, 1},
		{"Three members, Canada and France among them, have a positive average.", false, 1},
		{"Three members, Canada and Italy among them, have a positive average.", true, 1},
		{"Two members have +0.50.", false, 1},
		{"Three members have +0.50.", true, 1},
		{"Two members share second place with +0.50.", false, 1},
		{"Two members share third place with +0.50.", true, 1},
		{"Three members have averages of at least +0.50.", false, 1},
		{"Four members have averages of at least +0.50.", true, 1},
		{"Rural broadband is one of only two commitments below zero.", true, 1},
		{"Rural broadband is the only commitment with a negative average.", false, 1},
		{"Two of the four commitments have negative averages.", true, 1},
		{"Two of the six commitments have negative averages.", false, 0}, // of another report?
		{"Canada was the only member to score above +0.50.", false, 1},
		{"France was the only member to score above +0.50.", true, 1},
		{"Apart from Japan, the only member to score above +0.50 was France.", false, 0},
		{"Nobody is below zero on average.", false, 1},
		{"Eight of the 20 scores are 0.", true, 1},
		{"Seven of the 20 scores are 0.", false, 1},
		{"Seven of the 19 scores are 0.", false, 0},
		{"Half of all the scores are +1.", false, 1},
		{"A quarter of all the scores are +1.", true, 1},
		{"Three members scored +1 on reef mapping and 0 on port fees.", false, 0},
		{"Three members scored +1 on reef mapping, but did not comply on port fees.", false, 0},
		{"All five countries complied fully on reef mapping.", true, 1},
		{"Three members scored 0 on port fees and rural broadband.", false, 1}, // on the first
		{"Full compliance was found for four members with regard to reef mapping, and for one with regard to port fees.", false, 2},
		{"Full compliance was found for four members with regard to reef mapping, and for two with regard to port fees.", true, 2},
		{"Of the 20 scores given, ten are +1, seven are 0 and three are −1.", false, 3},
		{"Of the 20 scores given, ten are +1, six are 0 and three are −1.", true, 3},
		{"Each member receives a score of +1 for full compliance, 0 for partial compliance.", false, 0},
		{"The only two failures were Germany's and Italy's.", true, 1},
		{"Germany's only failure was for rural broadband.", false, 1},
		{"Germany's only failure was for port fees.", true, 1},
		{"Germany scored +1 only once.", false, 1},
		{"Germany scored +1 twice.", true, 1},
		{"Germany and Italy scored −1 on rural broadband.", false, 1},
		{"Germany and Italy scored −1 on port fees.", true, 1},
		{"Germany and Italy scored −1 on rural broadband but not on port fees.", false, 0},
		{"Germany and Italy are last, each with one success and one failure.", false, 1},
		{"Germany and Italy are last, each with two successes and one failure.", true, 1},
		{"Germany and Italy are last, each with two failures on trade.", false, 0},
		{"Canada, Germany and Italy are far apart, the first with three full scores, the last two with two failures.", false, 0},
		{"Canada stands first with +0.75 without a single score of −1.", false, 1},
		{"Japan stands at +0.50 without a single score of −1.", true, 1},
		{"Japan and Italy together account for two of the three failures.", false, 1},
		{"Japan and Italy account for all of the three failures.", false, 0},
		{"Canada and Italy together account for two of the three failures.", true, 1},
		{"Reef mapping was met in full by four members and in part by one.", false, 2},
		{"Reef mapping was met in full by three members and in part by two.", true, 2},
		{"Every member complied fully at least once, and none more than three times.", false, 2},
		{"Every member complied fully at least twice.", true, 1},
		{"Canada fulfilled three of the four commitments in full.", false, 1},
		{"Canada, at +0.75, fulfilled two of the four in full and failed on none of them.", true, 1},
		{"Germany fulfilled one of the four in full and failed on one of them.", false, 1},
		{"Germany fulfilled one of the four in full and failed on two of them.", true, 1},
		{"Germany fulfilled two of the six commitments in full.", false, 0}, // of another report?
		{"Germany fulfilled two of the four commitments.", false, 0},        // in part?
		{"On trade, Germany fulfilled two of the four commitments in full.", false, 0},
		{"Germany had fulfilled two of the four commitments in full.", false, 0},
		{"No member complied fully with more than three of the four commitments.", false, 1},
		{"No member complied fully with more than two of the four commitments.", true, 1},
		{"No member complied fully with more than two of the nine commitments.", false, 0},
		{"Of the four commitments, two averaged more than 50% and two less.", true, 2},
		{"Of the four commitments, two averaged more than 50% and one less.", false, 2},
		{"Of the four commitments, two averaged more than 50%, and two more.", false, 1},
		{"Of the seven commitments, four averaged more than 50% and three less.", false, 0},
		{"Only three of the 20 scores indicate non-compliance.", false, 1},
		{"Only four of the 20 scores indicate non-compliance.", true, 1},
		{"Only three of the 20 scores indicate full compliance with the law.", false, 0},
		{"Port fees (0.00), for which three members complied in part and the remaining two fully, came third.", true, 2},
		{"Port fees (0.00), on which one member complied fully and the remaining one failed to comply, came third.", false, 2},
		{"Reef mapping, on which four members complied fully, came first.", false, 1},
		{"A fund for which four members complied fully is new.", false, 0},
		{"Germany, with two failing grades out of four, is last.", true, 1},
		{"Germany, with one failing grade out of four, is last.", false, 1},
		{"Germany, with two failing grades out of nine, is last.", false, 0},
		{"Germany ended the period at 0.00 without a single failure to its name.", true, 1},
		{"France ended the period at +0.50 without a single failure to its name.", false, 1},
		{"Canada was the one member above +0.50.", false, 1},
		{"France was the one member above +0.50.", true, 1},
		{"France was the one member above +0.50 on the coast.", false, 0},
		{"In the interim report, four members scored 0 on port fees.", false, 0},
		{"Four members would have scored 0 on port fees.", false, 0},
		{"The ministers hoped that four members scored 0 on port fees.", false, 0},
		{"Canada and four other members scored 0 on port fees.", false, 0},
		{"In Europe results were poor; four members scored 0 on port fees.", false, 0},
		{"Three members had a score of +1 on reef mapping and a score of 0 on port fees.", false, 0},
	} {
		found, counts, all := runRules(t, proseReport(t, "Compliance was mixed. "+tc.text), "count-stated")
		if len(found) > 0 != tc.found || counts["count-stated"].Checked != tc.checked {
			t.Errorf("%s: %v, %d checked: %v", tc.text, found, counts["count-stated"].Checked, all)
		}
	}
}

// A table whose own average is not what its scores give may have one score that is another.
func TestProseCountsBesideADoubtedRow(t *testing.T) {
	for text, want := range map[string]string{
		"Three members scored 0 on port fees.": "1/0/0",
		"Four members scored 0 on port fees.":  "0/0/1",
		"Five members scored 0 on port fees.":  "1/1/0",
	} {
		r := proseReport(t, "Compliance was mixed. "+text)
		r.Matrices[0].Rows[1].Average.Value = printedNumber(t, "0.40")
		_, counts, _ := runRules(t, r, "count-stated")
		c := counts["count-stated"]
		if got := strings.Join([]string{itoa(c.Checked), itoa(c.Failed), itoa(c.Undecided)}, "/"); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// An organisation among the members is no country.
func TestProseCountsOfCountries(t *testing.T) {
	for text, want := range map[string]bool{
		"Every country complied fully on vaccine storage.":          false,
		"Every member complied fully on vaccine storage.":           true,
		"All four countries complied fully on vaccine storage.":     false,
		"Three of the countries complied fully on vaccine storage.": true,
	} {
		r := proseReport(t, "Compliance was mixed. "+text)
		r.Matrices[0].Members[3], r.Matrices[0].Names[3] = "EU", "European Union"
		r.Matrices[0].ColumnAverages[3].Member = "EU"
		if found, _, all := runRules(t, r, "count-stated"); len(found) > 0 != want {
			t.Errorf("%s: %v", text, all)
		}
	}
}

func itoa(n int) string { return string(rune('0' + n)) }

func TestProseDistances(t *testing.T) {
	for text, want := range map[string]int{
		"Canada finished a quarter of a point ahead of France and Japan.":                               0,
		"Canada finished half a point ahead of France.":                                                 1,
		"Canada finished half a point ahead of France on trade.":                                        0,
		"Canada was ahead of France by 0.25.":                                                           0,
		"Canada was ahead of France by 0.2.":                                                            0, // one decimal
		"Canada was ahead of France by 0.20.":                                                           1,
		"Reef mapping stands 0.80 above port fees.":                                                     0,
		"Reef mapping stands 0.60 above port fees.":                                                     1,
		"Rural broadband had the lowest average, a fifth of a point below that of the next commitment.": 0,
		"Rural broadband had the lowest average, half a point below that of the next commitment.":       1,
		"Rural broadband had the lowest average, nearly half a point below that of the next one.":       0,
		"Germany lies three quarters of a point behind Canada.":                                         0,
		"Germany lies half a point behind Canada.":                                                      1,
	} {
		found, _, all := runRules(t, proseReport(t, "Compliance was mixed. "+text), "ranking-order")
		if len(found) != want {
			t.Errorf("%s: %v %v", text, found, all)
		}
	}
}

// Pairs of means and percentages in the text show which scale its percentages are of.
func TestProseShowsItsScale(t *testing.T) {
	for text, want := range map[string]string{
		"Canada scored +0.75 (75%), France +0.50 (75%) and Japan +0.50 (75%).": "prose-figure CAN 75%",
		"Canada scored +0.75 (75%), France +0.50 (50%) and Japan +0.50 (75%).": "",
		"Canada scored +0.75 (75%).": "",
	} {
		r := proseReport(t, text)
		m := &r.Matrices[0]
		for i := range m.Rows {
			m.Rows[i].Average.Percent = nil
		}
		for i := range m.ColumnAverages {
			m.ColumnAverages[i].Percent = nil
		}
		m.Overall.Percent = nil
		if found, _, all := runRules(t, r, "prose-figure"); strings.Join(found, "; ") != want {
			t.Errorf("%s: %v %v", text, found, all)
		}
	}
}

func TestFormerAndLatter(t *testing.T) {
	for text, want := range map[string]string{
		"Canada and France led the ranking. The former scored +0.75, the latter +0.50.":      "",
		"Canada and France led the ranking. The former scored +0.75, the latter +0.40.":      "prose-figure FRA +0.40",
		"Canada and France scored well: the former averaged +0.75 and the latter +0.50.":     "",
		"Canada scored well. The former president's report had +0.50 for it.":                "",
		"Canada, France and Japan scored well: the former averaged +0.50.":                   "",
		"Port fees and reef mapping were assessed. The former scored 0.30 on average.":       "prose-figure 2 +0.30",
		"Four complied fully on reef mapping and the fifth, Germany, did so in part (0.80).": "",
		"By commitment, the best result is that for reef mapping (0.63).":                    "prose-figure 3 +0.63",
		"Germany, which has one score of +1 and one of −1, stands at 0.00 (50%).":            "",
		"Germany, which has one score of +1 and one of −1, stands at −0.25 (38%).":           "prose-figure DEU −0.25 (38%)",
		"Germany was last with 0.10.":                                           "prose-figure DEU +0.10",
		"Germany's failure on rural broadband pulled its average down to 0.00.": "",
		"Germany's failure on rural broadband pulled its average down to 0.20.": "prose-figure DEU +0.20",
		"Germany's failure on rural broadband made its average for trade 0.20.": "",
	} {
		found, _, all := runRules(t, proseReport(t, "Compliance varied. "+text), "prose-figure")
		if strings.Join(found, "; ") != want {
			t.Errorf("%s: %v %v", text, found, all)
		}
	}
}

// A superlative behind a figure belongs to it, and not to the member that comes next.
func TestPlaceOfTheFigureBefore(t *testing.T) {
	text := "Canada's +0.75 is the best result, Germany's 0.00 the worst."
	if found, _, all := runRules(t, proseReport(t, text), "ranking-order"); len(found) > 0 {
		t.Errorf("%s: %v", text, all)
	}
}
