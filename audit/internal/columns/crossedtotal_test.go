package columns_test

import (
	"strings"
	"testing"
)

// A total of a column that is wrong makes the row of totals add up to another number than
// the sums of all rows: it is told of, and not the number that is right.
func TestTotalThatIsOff(t *testing.T) {
	rows := func(last ...string) [][]string {
		return append([][]string{
			{"Field", "1991 N", "1991", "1992 N", "1992", "All N"},
			{"Roads", "4", "0.19", "2", "0.50", "6"}, {"Ports", "3", "0.07", "4", "0.22", "7"}, {"Mail", "2", "0.67", "1", "0.22", "3"},
			{"Rail", "2", "0.83", "5", "0.40", "7"}, {"Coal", "1", "0.56", "2", "0.67", "3"}, {"Iron", "3", "0.04", "4", "0.61", "7"},
		}, last)
	}
	for _, c := range []struct {
		last []string
		want string
	}{
		{[]string{"All fields", "15", "", "18", "", "33"}, ""},
		{[]string{"All fields", "15", "", "17", "", "33"}, "8 count-stated: “1992 N” of “All fields”"},
		{[]string{"All fields", "15", "", "18", "", "34"}, "8 count-stated: “All N” of “All fields”"},
	} {
		got := findings(t, rows(c.last...))
		if c.want == "" && len(got) > 0 || c.want != "" && (len(got) != 1 || !strings.HasPrefix(got[0], c.want)) {
			t.Errorf("%q: %q", c.last, got)
		}
	}
}
