package scores

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/vocabulary"
)

// figuresSaid reads a file of figures and audits it.
func figuresSaid(t *testing.T, text string) []string {
	t.Helper()
	if _, err := ReadAll("t.csv", strings.NewReader(text), "", vocabulary.Default()); !errors.Is(err, ErrNotScores) {
		t.Fatalf("read as scores: %v\n%s", err, text)
	}
	r, err := ReadFigures("t.csv", strings.NewReader(text), vocabulary.Default())
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	res, err := audit.Run(context.Background(), r, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	out := []string{}
	for _, f := range res.Findings {
		out = append(out, fmt.Sprintf("%s row %d", f.Rule, f.Row))
	}
	return out
}

// Averages or percentages under the members are no scores, and are read as figures.
func TestAveragesAlone(t *testing.T) {
	for name, text := range map[string]string{
		"averages by year": "Year;N;CAN;FRA;DEU;ITA;Mean\n2031;19;0.89;0.42;0.42;0.37;0.53\n2032;6;0.50;0.67;0.33;0.17;0.42\n" +
			"2033;7;0.29;0.14;0.29;0.00;0.18\n2034;6;0.50;0.33;-0.33;0.33;0.21\n2035;12;0.50;0.67;0.83;0.42;0.61\n",
		"decimal commas": "Year;N;CAN;FRA;DEU;ITA;Mean\n2031;19;0,89;0,42;0,42;0,37;0,53\n2032;6;0,50;0,67;0,33;0,17;0,42\n" +
			"2033;7;0,29;0,14;0,29;0,00;0,18\n2034;6;0,50;0,33;-0,33;0,33;0,21\n2035;12;0,50;0,67;0,83;0,42;0,61\n",
		"percentages": "Summit,N,Canada,France,Germany,Mean of the three\nA,8,50,81,56,62.3\nB,7,57,50,93,66.7\nC,15,83,97,53,77.7\nD,15,90,93,57,80.0\nE,13,73,54,69,65.3\n",
		"signs":       "Pays;2031;2032;2033;Moyenne\nAllemagne;75 %;67 %;67 %;70 %\nCanada;89 %;80 %;78 %;82 %\nFrance;64 %;62 %;68 %;65 %\nItalie;59 %;43 %;59 %;54 %\n",
		"areas":       "Area,2031 N,2031,2032 N,2032\nEnergy,4,0.19,2,0.50\nHealth,3,0.07,4,0.22\nTrade,2,0.83,5,0.40\nDebt,3,0.04,4,0.61\nAll areas,12,0.24,15,0.40\n",
	} {
		if got := figuresSaid(t, text); len(got) > 0 {
			t.Errorf("%s: %q", name, got)
		}
	}
	// Near misses: halves are scores of another scale, and amounts are no averages.
	halves := "id,Canada,France,Italy,Japan,Average\n1,0.5,1,0.5,0,0.50\n2,-0.5,1,0.5,0,0.25\n3,1,1,-0.5,0.5,0.50\n"
	if got := saidOf(t, halves); !slices.Equal(got, []string{"score-illegible row 0 "}) {
		t.Errorf("halves: %q", got)
	}
	trade := "Year,Canada,France,Germany,Italy\n2031,1200.5,3400.1,9000.2,300\n2032,1300.5,3500.1,9100.2,310\n2033,1400.5,3600.1,9200.2,320\n2034,1500.5,3700.1,9300.2,330\n"
	if _, err := ReadFigures("t.csv", strings.NewReader(trade), vocabulary.Default()); !errors.Is(err, ErrNotScores) {
		t.Errorf("trade: %v", err)
	}
}

// What tables say of how many is added up.
func TestSharesAlone(t *testing.T) {
	const clean = `Country,Kept,Half kept,Broken
Britain,11 of 14 (79%),2 of 14 (14%),1 of 14 (7%)
Canada,10 of 14 (71%),3 of 14 (21%),1 of 14 (7%)
France,8 of 14 (57%),4 of 14 (29%),2 of 14 (14%)
Germany,9 of 12 (75%),2 of 12 (17%),1 of 12 (8%)
Italy,4 of 14 (29%),6 of 14 (43%),4 of 14 (29%)
Japan,7 of 14 (50%),5 of 14 (36%),2 of 14 (14%)
Total,49 of 82 (60%),22 of 82 (27%),11 of 82 (13%)
`
	for _, c := range []struct {
		name string
		edit []string
		want []string
	}{
		{"clean", nil, nil},
		{"a percentage", []string{"8 of 14 (57%)", "8 of 14 (75%)"}, []string{"count-stated row 4"}},
		{"a count", []string{"6 of 14 (43%)", "5 of 14 (36%)"}, []string{"count-stated row 6"}},
		{"a total", []string{"11 of 82 (13%)", "12 of 82 (15%)"}, []string{"count-stated row 0"}},
	} {
		if got := figuresSaid(t, strings.NewReplacer(c.edit...).Replace(clean)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
