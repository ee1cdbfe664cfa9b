package columns_test

import (
	"strings"
	"testing"
)

// Of two columns that give the places alike, the one is meant that the column is named after.
func TestPlaceByTheColumnItIsNamedAfter(t *testing.T) {
	rows := [][]string{{"Member", "Interim", "Final", "Place (final)"}}
	for i, name := range []string{"Canada", "France", "Germany", "Italy", "Japan", "Russia", "United Kingdom", "United States"} {
		interim := []string{"0.39", "0.21", "0.44", "-0.17", "0.22", "-0.24", "0.56", "0.28"}[i]
		final := []string{"0.50", "0.35", "0.56", "-0.06", "0.28", "-0.18", "0.67", "0.44"}[i]
		rows = append(rows, []string{name, interim, final, []string{"3", "4", "2", "7", "6", "8", "1", "4"}[i]})
	}
	got := findings(t, rows)
	if len(got) != 1 || !strings.Contains(got[0], "“France”") || !strings.Contains(got[0], "the place by “Final” is 5") {
		t.Errorf("%q", got)
	}
}
