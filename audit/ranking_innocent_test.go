package audit

import (
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// Lists of figures that have an order of their own are no rankings, though their figures
// may fall for a while; the same lines with places are.
func TestListsThatAreNoRankings(t *testing.T) {
	for name, lines := range map[string]string{
		"years before the names of summits":     "2013 Norport 0.36|2014 Easthaven 0.42|2015 Aldermere 0.48|2016 Tarn 0.41|2017 Westhaven 0.54",
		"years, the latest first":               "2017 Norport 0.60|2016 Easthaven 0.50|2015 Aldermere 0.45|2014 Tarn 0.47|2013 Westhaven 0.30",
		"a year twice":                          "2013 Norport 0.60|2013 Easthaven 0.50|2014 Aldermere 0.45|2015 Tarn 0.47|2016 Westhaven 0.30",
		"years in the labels":                   "0 Norport 2013 0.60|0 Easthaven 2014 0.50|0 Aldermere 2015 0.45|0 Tarn 2016 0.47|0 Westhaven 2017 0.30",
		"years in no order":                     "0 Norport 2013 0.60|0 Easthaven 2017 0.50|0 Aldermere 2015 0.45|0 Tarn 2016 0.47|0 Westhaven 2014 0.30",
		"cycles":                                "0 2013–14 0.60|0 2014–15 0.50|0 2015–16 0.45|0 2016–17 0.47|0 2017–18 0.30",
		"summits that are known, without years": "0 Kananaskis 0.60|0 Evian 0.50|0 Sea Island 0.45|0 Gleneagles 0.47|0 Heiligendamm 0.30",
		"days":                                  "0 12 May 2031 0.60|0 3 June 2031 0.50|0 1 July 2031 0.45|0 30 July 2031 0.47|0 4 August 2031 0.30",
		"serials before the names":              "12 Nets 0.60|40 Dykes 0.50|93 Reefs 0.45|97 Boats 0.47|101 Buoys 0.30",
		"a later page of places":                "11 Nets 0.60|12 Dykes 0.50|13 Reefs 0.45|14 Boats 0.47|15 Buoys 0.30",
		"numbers in the labels":                 "0 1. Nets 0.60|0 2. Dykes 0.50|0 3. Reefs 0.45|0 4. Boats 0.47|0 5. Buoys 0.30",
		"the alphabet":                          "0 Canada 0.60|0 France 0.50|0 Germany 0.45|0 Italy 0.47|0 Japan 0.30",
		"the alphabet, then a union":            "0 Brazil 0.60|0 Canada 0.55|0 France 0.50|0 Germany 0.45|0 Italy 0.47|0 European Union 0.30",
		"a union before the alphabet":           "0 European Union 0.60|0 Brazil 0.55|0 Canada 0.50|0 France 0.45|0 Germany 0.47|0 Italy 0.30",
		"numbers before the alphabet":           "1 Canada 0.60|2 France 0.50|3 Germany 0.45|4 Italy 0.47|5 Japan 0.30",
		"as the table has the members":          "1 Canada 0.60|2 France 0.50|3 Germany 0.45|4 Italy 0.47|5 Japan 0.30",
		"two groups":                            "0 Mexico 0.60|0 Canada 0.50|0 Japan 0.20|0 Turkey 0.70|0 Brazil 0.40|0 India 0.10",
		"two groups, the second higher":         "1 Mexico 0.60|2 Canada 0.50|3 Japan 0.20|4 Turkey 0.70|5 Brazil 0.40|6 India 0.10",
		"commitments as the chapters are":       "1 Reef Mapping 0.60|2 Port Fees 0.20|3 Rural Broadband 0.30",
		"in no order":                           "0 Nets 0.30|0 Dykes 0.50|0 Reefs 0.10|0 Boats 0.47|0 Buoys 0.30",
		"few":                                   "0 Nets 0.60|0 Dykes 0.20|0 Boats 0.30",
		"few with numbers":                      "1 Nets 0.60|2 Dykes 0.20|3 Boats 0.30",
		"few that rise":                         "1 Nets 0.20|2 Dykes 0.60|3 Boats 0.50",
	} {
		if got := rankedLines(t, lines); len(got) > 0 {
			t.Errorf("%s: %q", name, got)
		}
	}
	for name, lines := range map[string]string{
		"places":                 "1 Nets 0.60|2 Wells 0.50|3 Reefs 0.45|4 Boats 0.47|5 Dykes 0.30",
		"no places":              "0 Nets 0.60|0 Wells 0.50|0 Reefs 0.45|0 Boats 0.47|0 Dykes 0.30",
		"a shared place":         "1 Nets 0.60|1 Wells 0.60|3 Reefs 0.45|4 Boats 0.47|5 Dykes 0.30",
		"members with places":    "1 Canada 0.75|2 Japan 0.50|3 Italy 0.00|4 France 0.50|5 Germany 0.00",
		"members without places": "0 Canada 0.75|0 Japan 0.50|0 Italy 0.00|0 France 0.50|0 Germany 0.00",
		"one place for two":      "1 Nets 0.60|1 Wells 0.50|3 Reefs 0.45|4 Boats 0.40|5 Dykes 0.30",
	} {
		if got := rankedLines(t, lines); len(got) != 1 {
			t.Errorf("%s: %q, want one", name, got)
		}
	}
}

// rankedLines gives what ranking-order finds of the order of a ranking whose lines are "place label
// figure", 0 for no place.
func rankedLines(t *testing.T, lines string) []string {
	t.Helper()
	r := proseReport(t)
	r.Rankings = []model.Ranking{rankingOf(t, lines)}
	var out []string
	for _, f := range run(t, r, Options{Only: []string{"ranking-order"}}).Findings {
		if !strings.HasPrefix(f.Message, "The ranking has ") { // a figure, not a place
			out = append(out, f.Message)
		}
	}
	return out
}

// rankingOf makes such a ranking.
func rankingOf(t *testing.T, lines string) model.Ranking {
	t.Helper()
	k := model.Ranking{Title: "Table 3: Compliance"}
	for l := range strings.SplitSeq(lines, "|") {
		head, rest, _ := strings.Cut(l, " ")
		at := strings.LastIndex(rest, " ")
		e := model.RankedEntry{Label: rest[:at], Value: printedNumber(t, rest[at+1:])}
		if _, err := fmt.Sscan(head, &e.Rank); err != nil {
			t.Fatal(err)
		}
		e.Member = map[string]string{"Canada": "CAN", "France": "FRA", "Germany": "DEU", "Italy": "ITA", "Japan": "JPN", "Brazil": "BRA", "Mexico": "MEX", "India": "IND", "Turkey": "TUR", "European Union": "EU"}[e.Label]
		k.Entries = append(k.Entries, e)
	}
	return k
}

// A list of members by something else than their averages is no ranking of them.
func TestRankingsOfAnotherMeasure(t *testing.T) {
	for name, tc := range map[string]struct {
		lines string
		want  int
	}{
		"money":                        {"0 Canada 3.0|0 Germany 0.9|0 France 0.6|0 Italy 0.5|0 Japan 0.4", 0},
		"money on the scale":           {"0 Japan 0.9|0 Germany 0.8|0 France 0.6|0 Italy 0.4|0 Canada 0.3", 0},
		"money with places":            {"1 Japan 0.9|2 Germany 0.8|3 France 0.5|4 Italy 0.4|5 Canada 0.3", 0},
		"another index in wrong order": {"1 Japan 0.90|2 Germany 0.80|3 Italy 0.40|4 France 0.50|5 Canada 0.30", 0},
		"one figure off the scale":     {"1 Canada 0.75|2 Japan 0.50|3 France 0.50|4 Italy 0.00|5 Germany -1.20", 0},
		"an average":                   {"1 Canada 0.75|2 Japan 0.50|3 France 0.25|4 Italy 0.00|5 Germany 0.00", 1},
		"two averages":                 {"1 Canada 0.80|2 Japan 0.50|3 France 0.50|4 Italy 0.10|5 Germany 0.00", 2},
	} {
		r := proseReport(t)
		r.Rankings = []model.Ranking{rankingOf(t, tc.lines)}
		if got := run(t, r, Options{Only: []string{"ranking-order"}}).Findings; len(got) != tc.want {
			t.Errorf("%s: %v, want %d", name, got, tc.want)
		}
	}
}
