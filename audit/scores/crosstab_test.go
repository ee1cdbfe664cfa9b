package scores

import (
	"slices"
	"strings"
	"testing"
)

// A table of counts may have percentages of the row and of the column below each. What most
// cells of a kind are, the others are held against; totals are the sums of the counts.
func TestCountsWithTheirPercentages(t *testing.T) {
	const table = "Wertung;;Kanada;Italien;Japan;Gesamt\n" +
		"nicht (-1);Anzahl;2;3;5;10\n;% der Zeile;20,0%;30,0%;50,0%;100,0%\n;% der Spalte;10,0%;15,0%;25,0%;16,7%\n" +
		"teils (0);Anzahl;8;7;5;20\n;% der Zeile;40,0%;35,0%;25,0%;100,0%\n;% der Spalte;40,0%;35,0%;25,0%;33,3%\n" +
		"voll (+1);Anzahl;10;10;10;30\n;% der Zeile;33,3%;33,3%;33,3%;100,0%\n;% der Spalte;50,0%;50,0%;50,0%;50,0%\n" +
		"Gesamt;Anzahl;20;20;20;60\n;% der Zeile;33,3%;33,3%;33,3%;100,0%\n;% der Spalte;100,0%;100,0%;100,0%;100,0%\n"
	for _, c := range []struct {
		old, by string
		want    []string
	}{
		{"", "", nil},
		{"10,0%;15,0%;25,0%;16,7%", "10,0%;13,0%;25,0%;16,7%", []string{"4 count-stated"}},
		{"20,0%;30,0%;50,0%", "20,0%;30,0%;55,0%", []string{"3 count-stated"}},
		{"8;7;5;20", "8;7;5;22", []string{"5 count-stated"}},
		{"2;3;5;10", "2;4;5;10", []string{"2 count-stated"}},
		{"Kanada;Italien;Japan;Gesamt", "Kanada;Italien;Japan;Korea", nil}, // no totals
		{"% der Spalte;10,0%", "Rang;10,0%", nil},                          // other kinds of rows
	} {
		text := table
		if c.old != "" {
			text = strings.Replace(table, c.old, c.by, 1)
		}
		if got := figureFindings(t, text); !slices.Equal(got, c.want) {
			t.Errorf("%s: findings %q, want %q", c.by, got, c.want)
		}
	}
}
