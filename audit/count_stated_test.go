package audit

import (
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

func TestShares(t *testing.T) {
	for text, want := range map[string]int{
		"Climate is the subject of 22 of 53 commitments (43%).":         1, // 41.5
		"Banks are the subject of 5 of 120 (4%).":                       0, // 4.17
		"Of the aims, 33 of the 135 recommendations (24%) were kept.":   0,
		"Gender is named in 30 of the 429 commitments, or 7 per cent.":  0,
		"Members met 1,204 of 2,408 aims (51%).":                        1,
		"They kept nine of 21 promises (43%).":                          0, // 42.86
		"They kept nine of 21 promises (42%), cut off.":                 0,
		"They kept about 9 of 20 promises (43%).":                       0, // not exactly
		"They kept 4 to 6 of 20 (25%).":                                 0, // a range
		"A score of +0.50 of the best (75%) is a half.":                 0,
		"In 12 of 15 cases the average rose (the share of 90% before).": 0,
		"Two of three (67%) did, and 13 of 13 (100%).":                  0,
	} {
		r := &model.Report{Sections: []model.Section{{Paragraphs: []model.Text{{Text: text}}}}}
		if res := run(t, r, Options{Only: []string{"count-stated"}}); len(res.Findings) != want {
			t.Errorf("%s: %d findings, want %d: %v", text, len(res.Findings), want, res.Findings)
		}
	}
}

func TestTotalsOfCounts(t *testing.T) {
	table := func(lines ...string) [][]string {
		var out [][]string
		for _, l := range lines {
			out = append(out, strings.Split(l, "|"))
		}
		return out
	}
	for _, test := range []struct {
		name string
		rows [][]string
		want int
		has  string
	}{
		{"all add up", table("area|2030|2031|total", "reefs|3|4|7", "ports|1|0|1", "boats|2|2|4", "fish|9|1|10", "total|15|7|22"), 0, ""},
		{"one row does not", table("area|2030|2031|total", "reefs|3|4|7", "ports|1|0|2", "boats|2|2|4", "fish|9|1|10"), 1, "“ports”"},
		{"one column does not", table("area|2030|2031|2032|2033", "reefs|3|4|7|0", "ports|1|0|1|2", "boats|2|2|4|1", "fish|9|1|10|0", "Total|15|7|22|4"), 1, "“2033”"},
		{"a year without its total", table("area|2030|2031|2032|total", "reefs|3|4|7|7", "ports|1|5|1|6", "boats|2|2|4|4", "fish|9|1|10|10", "nets|1|1|0|2"), 1, "“2032”"},
		{"a total of other things", table("area|2030|2031|total", "reefs|3|4|90", "ports|1|0|80", "boats|2|2|70", "fish|9|1|60"), 0, ""},
		{"too few totals", table("area|2030|2031|total", "reefs|3|4|7", "ports|1|0|2", "boats|2|2|4"), 0, ""},
		{"ragged", table("area|2030|2031|total", "reefs|3|4|7", "ports|1|0", "boats|2|2|4", "fish|9|1|10", "nets|1|1|5"), 0, ""},
		{"years and averages are no parts", table("summit|year|first|second|total|average", "Norport|2030|1|2|3|1", "Westhaven|2031|2|2|4|2", "Aldermere|2032|5|1|6|3", "Tarn|2033|1|1|2|1"), 0, ""},
		{"nor are serials, by whatever head", table("summit|Summit.Year|Nr.|first|second|Grand_Total", "Norport|2030|4|1|2|3", "Westhaven|2031|5|2|2|4", "Aldermere|2032|6|5|1|6", "Tarn|2033|7|1|1|2"), 0, ""},
		{"near miss: years of something are parts", table("area|years of delay|days|total", "reefs|3|4|7", "ports|1|0|2", "boats|2|2|4", "fish|9|1|10"), 1, "“ports”"},
		{"near miss: one of two totals is a part", table("area|total (+)|total (-)|total", "reefs|3|4|7", "ports|1|0|2", "boats|2|2|4", "fish|9|1|10"), 1, "“ports”"},
	} {
		r := &model.Report{Tables: []model.Table{{Title: "Table 9", Rows: test.rows}}}
		res := run(t, r, Options{Only: []string{"count-stated"}})
		if len(res.Findings) != test.want || test.want > 0 && !strings.Contains(res.Findings[0].Message, test.has) {
			t.Errorf("%s: %d findings, want %d", test.name, len(res.Findings), test.want)
			for _, f := range res.Findings {
				t.Log(f.Message)
			}
		}
	}
}

// The sum of a table of counts need not be called its total, and a column of
// percentages is the share of one column in another.
func TestSharesAndSumsOfCounts(t *testing.T) {
	table := func(change func(rows [][]string)) *model.Report {
		rows := [][]string{
			{"year", "total", "ps", "percent", "reefs", "nets", "ports"},
			{"2030", "55", "11", "20%", "1", "5", "5"}, {"2031", "39", "24", "62%", "8", "14", "2"}, {"2032", "41", "23", "56%", "16", "1", "6"},
			{"2033", "105", "32", "30%", "0", "4", "28"}, {"2034", "245", "105", "43%", "0", "38", "67"}, {"2035", "212", "74", "35%", "1", "12", "61"},
		}
		change(rows)
		return &model.Report{Tables: []model.Table{{Title: "Counts", Rows: rows}}}
	}
	for name, c := range map[string]struct {
		change func(rows [][]string)
		want   []int // rows
	}{
		"clean":                       {func([][]string) {}, nil},
		"a share":                     {func(rows [][]string) { rows[4][3] = "20%" }, []int{5}},
		"a sum":                       {func(rows [][]string) { rows[2][5] = "15" }, []int{3}},
		"near miss: another rounding": {func(rows [][]string) { rows[2][3] = "61%" }, nil},
		"near miss: no shares": {func(rows [][]string) {
			for i, s := range []string{"1%", "2%", "3%", "4%", "5%", "6%"} {
				rows[i+1][3] = s
			}
		}, nil},
	} {
		var got []int
		for _, f := range run(t, table(c.change), Options{Only: []string{"count-stated"}}).Findings {
			got = append(got, f.Row)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: rows %v, want %v", name, got, c.want)
		}
	}
}
