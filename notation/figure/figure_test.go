package figure

import (
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

func TestFindFigures(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The hosts had the highest compliance at +0.60 (80%), followed by Japan at +0.40 (70%).",
			"+0.60 (80%)=0.60/80: The hosts had the highest compliance at; +0.40 (70%)=0.40/70: followed by Japan at"},
		{"At +0.90 (95%), the promise on nets, ropes and boats had the highest score, followed by tides at +0.50 (75%).",
			"+0.90 (95%)=0.90/95: At the promise on nets, ropes and boats had the highest score; +0.50 (75%)=0.50/75: followed by tides at"},
		{"Atlantis had the lowest compliance, with a score of −0.10 (45%).", "−0.10 (45%)=-0.10/45: Atlantis had the lowest compliance, with a score of"},
		{"Average compliance was 62 per cent.", "62 per cent=-/62: Average compliance was"},
		{"The average score fell from 0.45 to –0.10.", "0.45=0.45/-: The average score fell from; –0.10=-0.10/-: to"},
		{"Members complied 47% of the time.", "47%=-/47: Members complied"},
		{"The difference between the best and worst compliance is 1.4.", "1.4=1.4/-: The difference between the best and worst compliance is"},
		{"Compliance stood at 73% (+0.45).", "73% (+0.45)=0.45/73: Compliance stood at"},
		{"Canada’s score of +1 stands.", "+1=1/-: Canada’s score of"},
		{"Hares had the highest compliance at 100%, followed by cats, dogs and hens at 75%.",
			"100%=-/100: Hares had the highest compliance at; 75%=-/75: followed by cats, dogs and hens at"},
		{"For the summit before it had been +0.28.", "+0.28=0.28/-: For the summit before it had been"},
		{"At the other end is Atlantis at −0.50.", "−0.50=-0.50/-: At the other end is Atlantis at"},
		{"The sea rose by +0.28 metres, prices by +0.50 percentage points.", ""},
		{"The sea has 0.67 each.", ""},
		{"The average was +0.50, or 75%.", "+0.50, or 75%=0.50/75: The average was"},
		{"The average was +0.50 (or 75%).", "+0.50 (or 75%)=0.50/75: The average was"},
		{"The average was 0.45.", "0.45=0.45/-: The average was"},
		{"The average was −0,50 (25%).", "−0,50 (25%)=-0.50/25: The average was"},
		{"The average was 0,33 and compliance 66,5%.", "0,33=0.33/-: The average was; 66,5%=-/66.5: and compliance"},
		{"The average of the scores of 1,000 mills was read.", ""},
		{"The average of the scores −1,0,+1 was read.", ""},
		{"At 0.00, the promise on nets and the means of mending the ropes of every boat in all the member states of the league had the best score.",
			"0.00=0.00/-: At the promise on nets and the means of mending the ropes of every boat in all the member states of the league had the best score"},
	} {
		var got []string
		for _, f := range FindFigures(testVocab, c.text) {
			value, percent := "-", "-"
			if f.Value != nil {
				value = f.Value.String()
			}
			if f.Percent != nil {
				percent = f.Percent.String()
			}
			got = append(got, fmt.Sprintf("%s=%s/%s: %s", f.Text, value, percent, f.About))
			if f.Sentence != c.text {
				t.Errorf("FindFigures(%q): sentence %q", c.text, f.Sentence)
			}
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("FindFigures(%q) =\n %s\nwant\n %s", c.text, g, c.want)
		}
	}
	two := FindFigures(testVocab, "Nets had the highest score, +0.50. Ropes had the lowest, at –0.67. Prices fell by 0.67 points a day. Boats fell 40%.")
	if len(two) != 2 || two[1].Text != "–0.67" || two[1].Sentence != "Ropes had the lowest, at –0.67." {
		t.Errorf("a ranking over two sentences: %+v", two)
	}
	for _, text := range []string{
		"The lowest rope was at 0.67.", "Catches were cut by an average of 45%.", "Wages rose to 0.45 on average.", "", "Canada will reduce emissions by 45%.", "Canada complied with its promise to cut catches by 45%.", "Version 0.65 (beta) of the net.",
		"Members spend 0.7% of GNI on nets, a score of years ago.", "The net measures 0.65 metres.", "It spent $0.45 and 2.0.1 and 12.5 tonnes.",
		"Complied with its pledge to raise boats to 30% by 2030.", "In 2010 (92 boats) it sailed.", "Table 1.2 lists the ports.", "It sold 40% of the boats.",
		"Table 1.1 lists the compliance scores.", "The score is in section 1.2 of the book.",
	} {
		if got := FindFigures(testVocab, text); len(got) > 0 {
			t.Errorf("FindFigures(%q) = %q %q; want none", text, got[0].Text, got[0].About)
		}
	}
}

// A whole number of the scale before its own percentage is an average.
func TestZeroBeforeItsPercentage(t *testing.T) {
	for text, want := range map[string]string{
		"Japan and Korea have 0 (50%).":           "0 (50%)",
		"Japan has 0 (50 per cent) and Korea +1.": "0 (50 per cent)",
		"Japan mended 10 (50%) of its nets.":      "",
		"Japan has 0 nets (50%) left of its ten.": "",
	} {
		var got []string
		for _, f := range FindFigures(testVocab, text) {
			if f.Value != nil && f.Percent != nil {
				got = append(got, f.Text)
			}
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}

// Behind paragraphs with figures, a sentence about a member needs no word for them.
func TestFiguresBehindParagraphsWithFigures(t *testing.T) {
	for text, want := range map[string]string{
		"Among the countries Canada leads with a perfect 1.00. France stands at 0.33, and Italy, as host, at 0.00.": "1.00 0.33 0.00",
		"By subject, nets were the best kept of the three promises (0.78), before quays with 0.67.":                 "0.78 0.67",
		"By issue the inspection of barges did best, with 0.78.":                                                    "0.78",
		"Safe wells come first, at 0.56.":                                                                           "0.56",
		"In the first harbour the water stands at 0.56.":                                                            "",
		"Safe wells come first: they are 0.56 metres deep.":                                                         "",
		"The second of the harbours has 0.78 metres of silt.":                                                       "",
		"Hare’s promises cost 0.33 of its income tax.":                                                              "",
		"The harbours stand at 0.33.":                                                                               "",
		"Canada pays 0.33 percent of its income for nets.":                                                          "",
		"Canada’s spending stands at 0.33.":                                                                         "",
		"Canada has 3 harbours and France 0.5 of one.":                                                              "",
	} {
		for _, told := range []bool{true, false} {
			var got []string
			for _, f := range FindMoreFigures(testVocab, text, Told{Figures: told}) {
				got = append(got, f.Text)
			}
			if got := strings.Join(got, " "); told && got != want || !told && got != "" {
				t.Errorf("%q (%v): %q, not %q", text, told, got, want)
			}
		}
	}
}

// Percentages that stand by themselves behind others are figures where the tables have
// them; the ends of a scale are none.
func TestPercentagesBehindOthers(t *testing.T) {
	known := func(d *model.Decimal) bool {
		return d.String() == "62.5" || d.String() == "50" || d.String() == "-33.3"
	}
	for text, want := range map[string]string{
		"By issue, the commitment on nets comes first, with 62.5%.":                "62.5%",
		"Nets and ropes follow with 50% each.":                                     "50%",
		"Japan is last with –33.3%, as it was a year ago.":                         "–33.3%",
		"Canada and Japan both have 62.5%.":                                        "62.5%",
		"Canada and Japan both have 61.5%.":                                        "",
		"Canada has 50% of the nets.":                                              "",
		"Canada built nets for 50% of the harbours.":                               "",
		"Canada cut tariffs, and Japan stands at 50%.":                             "",
		"In the harbours the water stands at 50%.":                                 "",
		"Compliance is shown on a scale that goes from –100% to +100%.":            "",
		"On a scale from 0% to 100%, Canada has complied 50% of the time.":         "50%",
		"Compliance scores went from 0% to 100%, and Canada had the last of them.": "0% 100%",
	} {
		var got []string
		for _, f := range FindMoreFigures(testVocab, text, Told{Figures: true, Percents: true, Known: known}) {
			got = append(got, f.Text)
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}
