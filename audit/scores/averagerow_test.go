package scores

import (
	"slices"
	"testing"
)

// Rows of averages are told by what they hold, in whatever language their label is.
func TestRowsOfAverages(t *testing.T) {
	const head = "id,commitment,Canada,France,Italy,Japan,average\n"
	const rows = "2031-1,Wells,1,0,0,1,0.50\n2031-2,Nets,1,1,0,1,0.75\n2031-3,Ports,0,-1,0,1,0.00\n2031-4,Roads,1,1,1,1,1.00\n"
	for text, want := range map[string]struct {
		rows     int
		findings []string
	}{
		head + rows + ",Durchschnitt,0.75,0.25,0.25,1.00,0.56\n":                            {4, nil},
		head + rows + ",Moyenne,0.75,0.25,0.50,1.00,0.56\n":                                 {4, []string{"6 matrix-column-average "}},
		head + rows + ",Average,0.75,0.25,0.25,1.00,0.56\n,Per cent,88%,63%,63%,100%,78%\n": {4, nil},
		head + rows + ",Average,0.75,0.25,0.25,1.00,0.56\n,Per cent,88%,63%,72%,100%,78%\n": {4, []string{"7 matrix-column-average "}},
		head + rows + ",Ø,0.75 (88%),0.25 (63%),0.25 (63%),1.00 (100%),0.56 (78%)\n":        {4, nil},
		// A commitment has a number of its own, whatever its cells hold; and where all cells
		// are fractions, they are scores.
		head + rows + "2031-5,Tents,0.5,0.5,0.5,0.5,0.50\n":                            {5, []string{"0 score-illegible "}},
		head + "2031-1,Wells,0.5,0.5,0.0,1.0,0.50\n2031-2,Nets,0.5,0.0,0.0,1.0,0.38\n": {2, []string{"0 score-illegible "}},
		head + rows + ",Tents,0.5,1,0,1,0.63\n":                                        {5, []string{"6 score-illegible "}},
	} {
		r := read(t, text)
		if len(r.Commitments) != want.rows {
			t.Errorf("%d rows of scores in\n%s", len(r.Commitments), text)
		}
		if got := findings(t, r); !slices.Equal(got, want.findings) && len(got)+len(want.findings) > 0 {
			t.Errorf("findings %q, want %q in\n%s", got, want.findings, text)
		}
	}
}

// Averages of sections stand below them under a label that names the section, and
// those of a year beside the year.
func TestAveragesBelowSections(t *testing.T) {
	section := func(name string, slip string) string {
		return name + " (N=2),,,,,\n" + name + "-a,Wells,1,0,1,0.67\n" + name + "-b,Nets,0,0,1,0.33\n,Average " + name + ",0.50,0.00,1.00," + slip + "\n"
	}
	clean := "code,commitment,Canada,France,Italy,average\n" + section("Health", "0.50") + section("Trade", "0.50") + section("Seas", "0.50")
	if got := findings(t, read(t, clean)); len(got) > 0 {
		t.Errorf("findings %q in a clean table", got)
	}
	if got, want := findings(t, read(t, clean+section("Forests", "0.60"))), []string{"17 matrix-overall "}; !slices.Equal(got, want) {
		t.Errorf("findings %q, want %q", got, want)
	}
}

func TestKindOfNumber(t *testing.T) {
	for text, want := range map[string]numberKind{
		"": numberBlank, "n/a": numberBlank, "–": numberBlank, "1": numberScore, "−1": numberScore, "+0": numberScore, "2": numberNone, "0,25": numberFraction, "-.5": numberFraction,
		"75%": numberFraction, "+0.50 (75%)": numberFraction, "0.5 (x)": numberFraction, "0.5 (xyz)": numberNone, "0.33*": numberFraction, "0[1]": numberScore, "1.00": numberFraction, "14.36": numberNone, "full": numberNone,
	} {
		if got := kindOfNumber(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}
