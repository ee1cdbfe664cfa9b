package audit

import (
	"strings"
	"testing"
)

// The ends of a ranking in other words than superlatives, and a place behind its figure.
func TestProseEndsOfARanking(t *testing.T) {
	for text, want := range map[string]string{
		"Canada heads the list at +0.75 in compliance.":                              "",
		"France heads the list at +0.50 in compliance.":                              "ranking-order FRA highest",
		"France finished alone in first place with a modest +0.50 in compliance.":    "ranking-order FRA highest",
		"France was in the lead for compliance at +0.50.":                            "ranking-order FRA highest",
		"France was in the lead on port fees at +0.50 in compliance.":                "",
		"France headed the list of donors at +0.50 in compliance.":                   "",
		"France headed the list at the last summit at +0.50 in compliance.":          "",
		"Germany and Italy bring up the rear in compliance at 0.00 each.":            "",
		"Germany brings up the rear in compliance at 0.00.":                          "ranking-order - lowest: Germany",
		"Germany brings up the rear on trade in compliance at 0.00.":                 "",
		"Germany closes the table in compliance with 0.00.":                          "ranking-order - lowest: Germany",
		"Germany closes the table of growth with 0.00 compliance.":                   "",
		"Germany and Italy are placed last with 0.00 in compliance.":                 "",
		"Japan is placed last at 75% in compliance.":                                 "ranking-order JPN lowest",
		"Port fees is in the lead at +0.80, followed by rural broadband at −0.20.":   "ranking-order 2 highest",
		"Japan, at +0.50, was the lowest of the five members.":                       "ranking-order JPN lowest",
		"Japan, at +0.50, was the lowest of the four members.":                       "",
		"Japan, at +0.50, was the lowest, and only France did worse.":                "ranking-order JPN lowest",
		"Japan, at +0.50 for compliance, was the lowest, and only France did worse.": "",
		"Japan's +0.50 for compliance was the lowest mark, France's the best.":       "",
		"Japan scored +0.50 (75%), the lowest score that it has had.":                "",
		"Japan scored +0.50 (75%), the lowest score without a parliament.":           "",
		"Japan scored +0.50 (75%), the lowest since 2020.":                           "",
		"Japan scored +0.50 (75%), the best result of an island.":                    "",
		"Japan scored +0.50 (75%), the highest average of all.":                      "ranking-order JPN highest",
		"Japan nearly brought up the rear in compliance with +0.50 (75%).":           "",
		"Japan no longer brings up the rear in compliance with +0.50 (75%).":         "",
		"Japan narrowly avoided the lowest compliance with +0.50 (75%).":             "",
		"Japan closes the ranking of its own region in compliance with +0.50 (75%).": "",
		"Germany, with Italy, brings up the rear in compliance with 0.00.":           "",
		"Compliance was poorest on rural broadband (−0.20).":                         "",
	} {
		got, _, all := runRules(t, proseReport(t, "Compliance varied. "+text), "prose-figure", "ranking-order")
		if strings.Join(got, "; ") != want {
			t.Errorf("%s\n  %v, want %v\n  %v", text, got, want, all)
		}
	}
}

// An organisation is none of the countries among which a place is one.
func TestProseLowestOfTheCountries(t *testing.T) {
	for text, want := range map[string]string{
		"Germany, at 0.00, was the lowest of the four countries.":  "",
		"Germany, at 0.00, was the lowest of the three countries.": "",
		"Germany, at 0.00, was the lowest of the five members.":    "ranking-order - lowest: Germany",
		"Japan, at +0.50, was the lowest of the four countries.":   "ranking-order JPN lowest",
	} {
		r := proseReport(t, "Compliance varied. "+text)
		r.Matrices[0].Members[3], r.Matrices[0].Names[3] = "EU", "European Union"
		r.Matrices[0].ColumnAverages[3].Member = "EU"
		got, _, all := runRules(t, r, "prose-figure", "ranking-order")
		if strings.Join(got, "; ") != want {
			t.Errorf("%s\n  %v, want %v\n  %v", text, got, want, all)
		}
	}
}
