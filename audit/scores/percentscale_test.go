package scores_test

import (
	"context"
	"strings"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/audit/scores"
	"recount.invalid/recount/vocabulary"
)

// Beside the averages of members stand their percentages: a single one on the other scale is
// wrong, several are not, and what is uncertain of one member says nothing of the others.
func TestOnePercentageOnTheOtherScale(t *testing.T) {
	const table = `Member,7-1,7-2,7-3,7-4,7-5,7-6,7-7,7-8,7-9,7-10,Average,Percent
Argentina,1,1,1,1,1,1,1,1,0,1,0.90,95
Australia,1,1,1,0,1,1,1,1,0,0,0.70,85
Brazil,0,1,-1,1,-1,-1,-1,1,1,1,0.10,55
Canada,0,1,1,-1,1,0,1,1,1,-1,0.40,70
China,1,1,0,1,1,0,1,1,1,0,0.70,85
France,1,0,1,1,-1,0,1,1,1,-1,0.40,70
Germany,1,1,1,1,1,1,0,0,0,0,0.60,80
India,0,1,0,1,1,1,1,0,1,1,0.70,85
Italy,1,0,0,-1,0,0,0,0,1,1,0.20,60
Japan,1,1,1,1,0,0,1,1,1,0,0.70,85
Mexico,0,1,1,0,1,1,1,-1,-1,1,0.40,70
`
	for _, c := range []struct {
		name string
		edit []string
		want []string // members with a wrong average or percentage
	}{
		{"clean", nil, nil},
		{"one", []string{"0,1,1,0,1,1,1,0,0.70,85", "0,1,1,0,1,1,1,0,0.70,70"}, []string{"CHN"}},
		{"one beside a member who stands twice", []string{"0,1,1,0,1,1,1,0,0.70,85", "0,1,1,0,1,1,1,0,0.70,70", "Mexico", "Japan"}, []string{"CHN"}},
		{"a member who stands twice", []string{"Mexico", "Japan"}, nil},
		{"two", []string{"0,1,1,0,1,1,1,0,0.70,85", "0,1,1,0,1,1,1,0,0.70,70", "0,0,0,0,0.60,80", "0,0,0,0,0.60,60"}, nil},
		{"all", []string{",95", ",90", ",85", ",70", ",55", ",10", ",70", ",40", ",80", ",60", ",60\n", ",20\n"}, nil},
	} {
		text := strings.NewReplacer(c.edit...).Replace(table)
		report, err := scores.Read("t.csv", strings.NewReader(text), "", vocabulary.Default())
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		result, err := audit.Run(context.Background(), report, audit.Options{Only: []string{"matrix-column-average"}})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range result.Findings {
			got = append(got, f.Member)
		}
		if strings.Join(got, " ") != strings.Join(c.want, " ") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
