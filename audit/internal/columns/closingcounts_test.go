package columns_test

import (
	"strings"
	"testing"
)

// counted is a table of members by how many scores of each they have, and its last row.
func counted(last ...string) [][]string {
	return append([][]string{
		{"Member", "Full", "Partial", "None", "n/a", "Stated", "Sum", "Average"},
		{"Aland", "17", "6", "1", "0", "24", "16", "0.67"}, {"Borduria", "12", "8", "3", "1", "24", "9", "0.39"},
		{"Caledonia", "14", "7", "3", "0", "24", "11", "0.46"}, {"Dalmatia", "6", "10", "7", "1", "24", "-1", "-0.04"},
		{"Elbonia", "11", "8", "4", "1", "24", "7", "0.30"}, {"Freedonia", "5", "9", "8", "2", "24", "-3", "-0.14"},
		{"Genovia", "18", "5", "1", "0", "24", "17", "0.71"}, {"Illyria", "13", "7", "4", "0", "24", "9", "0.38"},
		{"Jolliet", "15", "5", "1", "3", "24", "14", "0.67"},
	}, last)
}

func TestClosingCounts(t *testing.T) {
	for _, c := range []struct {
		rows [][]string
		want []string // how the findings begin
	}{
		{counted("All members", "111", "65", "32", "8", "216", "79", "0.38"), nil},
		{counted("All members", "113", "65", "32", "8", "216", "79", "0.38"), []string{"11 count-stated: “Full” of “All members”"}},
		{counted("All members", "12.3", "7.2", "3.6", "0.9", "24", "8.8", "0.38"), nil},                                                                                            // means
		{counted("All members", "113", "67", "32", "8", "216", "79", "0.38"), []string{"11 count-stated: “Full” of “All members”", "11 count-stated: “Partial” of “All members”"}}, // the two that do not add up, and not what they add up to
		{counted("Largest member", "18", "10", "8", "3", "24", "17", "0.71"), nil},                                                                                                 // no sums
		{counted("Average of the nine", "111", "65", "32", "8", "216", "79", "0.38"), nil},                                                                                         // sums whatever it says
	} {
		got := findings(t, c.rows)
		if len(got) != len(c.want) {
			t.Errorf("%q: %q", c.rows[len(c.rows)-1], got)
			continue
		}
		for i, want := range c.want {
			if !strings.HasPrefix(got[i], want) {
				t.Errorf("%q: %q, want %s", c.rows[len(c.rows)-1], got[i], want)
			}
		}
	}
}

// An average of which n/a was counted as 0 in one row alone looks as if it was cut off.
func TestOneRowCutOff(t *testing.T) {
	rows := counted("All members", "111", "65", "32", "8", "216", "79", "0.38")
	rows[6][7] = "-0.13"
	if got := findings(t, rows); len(got) != 1 || !strings.HasPrefix(got[0], "7 count-stated: “Average” of “Freedonia”") {
		t.Errorf("one row: %q", got)
	}
	// Where others are cut off too, all may be.
	rows[1][7], rows[9][7] = "0.66", "0.66"
	if got := findings(t, rows); len(got) != 0 {
		t.Errorf("several rows: %q", got)
	}
}

// A total that stands alone is compared where one digit is different.
func TestLoneTotal(t *testing.T) {
	for total, want := range map[string]int{"52": 0, "62": 1, "25": 0, "60": 0, "152": 0} {
		rows := [][]string{{"Summit", "N", "Aland", "Borduria"}, {"First", "8", "50", "81"}, {"Second", "7", "57", "50"}, {"Third", "15", "83", "97"},
			{"Fourth", "9", "61", "44"}, {"Fifth", "13", "73", "54"}, {"Total", total, "", ""}}
		if got := findings(t, rows); len(got) != want {
			t.Errorf("%s: %q", total, got)
		}
	}
}

// The last row may begin with the word for an average and say of what.
func TestLabelledMean(t *testing.T) {
	rows := func(last ...string) [][]string {
		return append([][]string{
			{"Country", "1991", "1992", "1993", "1994", "1995"},
			{"Aland", "75 %", "67 %", "67 %", "78 %", "65 %"}, {"Borduria", "89 %", "80 %", "78 %", "86 %", "80 %"},
			{"Caledonia", "81 %", "70 %", "78 %", "78 %", "69 %"}, {"Dalmatia", "64 %", "62 %", "68 %", "79 %", "73 %"},
		}, last)
	}
	for _, c := range []struct {
		last []string
		want int
	}{
		{[]string{"Moyenne du groupe", "77 %", "70 %", "73 %", "80 %", "72 %"}, 0},
		{[]string{"Moyenne du groupe", "77 %", "70 %", "76 %", "80 %", "72 %"}, 1},
		{[]string{"Mean of four countries", "77 %", "70 %", "76 %", "80 %", "72 %"}, 1},
		{[]string{"Meanwhile, others", "77 %", "70 %", "76 %", "80 %", "72 %"}, 0},
		{[]string{"Mean of all countries", "61 %", "66 %", "70 %", "64 %", "58 %"}, 0}, // of more than are shown
	} {
		if got := findings(t, rows(c.last...)); len(got) != c.want {
			t.Errorf("%q: %q", c.last, got)
		}
	}
}

// A count that is wrong makes the sum of its row and its average odd; it alone is told of.
func TestCountThatIsOff(t *testing.T) {
	rows := counted("Total", "111", "65", "32", "8", "216", "", "0.38")
	rows[1][1] = "16" // the average and the sums fit 17
	for i := range rows {
		rows[i] = append(rows[i][:6:6], rows[i][7]) // no sum of scores
	}
	if got := findings(t, rows); len(got) != 1 || !strings.HasPrefix(got[0], "2 count-stated: “Full” of “Aland”") {
		t.Errorf("%q", got)
	}
}
