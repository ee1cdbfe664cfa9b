package scores_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/audit/scores"
	"recount.invalid/recount/vocabulary"
)

// Figures beside scores are held against the scores and one another; whoever is right in a
// table is accused of nothing.
func TestFiguresBesideScores(t *testing.T) {
	const table = `id,Canada,France,Germany,Italy,Japan,United States,held,mean,share_full
a,1,1,0,-1,0,1,6,0.33,0.50
b,1,0,0,n/a,0,1,5,0.40,0.40
c,0,1,1,1,0,1,6,0.67,0.67
d,-1,0,0,-1,0,1,6,-0.17,0.17
e,1,1,1,1,n/a,n/a,4,1.00,1.00
f,1,1,0,1,0,-1,6,0.33,0.50
g,n/a,1,0,-1,0,1,5,0.20,0.40
h,1,1,1,1,0,1,6,0.83,0.83
i,0,0,0,n/a,0,1,5,0.20,0.20
`
	for name, c := range map[string]struct {
		was, now string
		told     bool
	}{
		"nothing wrong":       {"", "", false},
		"a share":             {"0.67,0.67", "0.67,0.76", true},
		"one of few numbers":  {"n/a,4,1.00", "n/a,5,1.00", false}, // in so few rows it may be anything
		"a share cut to less": {"-0.17,0.17", "-0.17,0.1", false},
	} {
		text := strings.Replace(table, c.was, c.now, 1)
		report, err := scores.Read("table.csv", strings.NewReader(text), "", vocabulary.Default())
		if err != nil {
			t.Fatal(err)
		}
		result, err := audit.Run(context.Background(), report, audit.Options{Only: []string{"count-stated"}})
		if err != nil {
			t.Fatal(err)
		}
		if told := slices.ContainsFunc(result.Findings, func(f audit.Finding) bool { return f.Rule == "count-stated" }); told != c.told {
			t.Errorf("%s: told %v: %v", name, told, result.Findings)
		}
	}
}
