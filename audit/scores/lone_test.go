package scores

import (
	"slices"
	"strings"
	"testing"
)

// Heads of sections, titles and notes that stand alone in their line, without separators
// behind them, are no damaged records.
func TestTextsAloneInTheirLine(t *testing.T) {
	const clean = `"The summit of 2031 (final report, N=7)"
Engagement,Canada,France,Italy,Japan,Moyenne
Economy (N=3)
Tax,1,0,1,1,0.75
Trade,0,-1,1,0,0.00
Debt,-1,-1,0,n.d.,-0.67
Moyenne de la section,,,,,0.03
Health (N=4)
Vaccines,1,1,1,1,1.00
Ageing,1,0,0,1,0.50
Malaria,0,0,1,1,0.50
Water ¹,1,1,0,-1,0.25
Moyenne de la section,,,,,0.56
Ensemble (N=7),0.43,0.00,0.57,0.50,0.33
1 Only the second of two parts.
"2 Not all members took part, as the host said."
`
	for _, c := range []struct {
		name string
		edit []string
		want []string
	}{
		{"clean", nil, nil},
		{"heads without sizes", []string{" (N=3)", "", " (N=4)", ""}, nil},
		{"numbers in brackets and without", []string{" (N=3)", " [n = 3]", " (N=4)", " N=4"}, nil},
		{"a note within", []string{"Vaccines", "Of these only some were promised in the document itself.\nVaccines"}, nil},
		{"filled up", []string{"(N=3)\n", "(N=3),,,,,\n", "(N=4)\n", "(N=4),,,,,\n", "parts.\n", "parts.,,,,,\n"}, nil},
		{"a size", []string{"Health (N=4)", "Health (N=5)"}, []string{"count-stated row 7 "}},
		{"the title's size", []string{"report, N=7", "report, N=8"}, []string{"count-stated row 1 "}},
		{"a section's average", []string{",0.56", ",0.65"}, []string{"matrix-overall row 12 "}},
		{"an average", []string{"1,0,1,1,0.75", "1,0,1,1,0.57"}, []string{"average-stated row 3 "}},
		// Near misses: what may be members, or all that was promised, or a row that was cut off.
		{"members in the title", []string{"report, N=7", "report, N=4"}, nil},
		{"promises in the title", []string{"report, N=7", "report, N=112"}, nil},
		{"cut off", []string{"Moyenne de la section,,,,,0.56\nEnsemble (N=7),0.43,0.00,0.57,0.50,0.33\n1 Only the second of two parts.\n\"2 Not all members took part, as the host said.\"\n", "Clean wa"},
			[]string{"file-incomplete row 0 "}},
	} {
		got := saidOf(t, strings.NewReplacer(c.edit...).Replace(clean))
		slices.Sort(got)
		slices.Sort(c.want)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
