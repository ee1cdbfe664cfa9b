package scores

import (
	"context"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/vocabulary"
)

// asZero is a table that counts members without a score as 0; the average of
// record 6 holds neither way.
const asZero = `id,Canada,France,Japan,UK,average
1,1,n/a,1,0,0.50
2,1,1,n/a,1,0.75
3,-1,0,n/a,n/a,-0.25
4,1,1,1,1,1.00
5,n/a,1,1,0,-0.50
`

func TestBlanksCountedAsZeroThroughout(t *testing.T) {
	for name, c := range map[string]struct {
		table string
		want  []int // records with an error
	}{
		"a convention":                {asZero, []int{6}},
		"one average holds otherwise": {asZero + "6,1,n/a,1,1,1.00\n", []int{2, 3, 4, 6}},
		"two are slips":               {strings.Replace(asZero, "0.75", "1.00", 1), []int{2, 4, 6}},
		"one holds both ways":         {asZero + "6,1,n/a,-1,0,0.00\n", []int{6}},
	} {
		r, err := Read("t.csv", strings.NewReader(c.table), "", vocabulary.Default())
		if err != nil {
			t.Fatal(err)
		}
		result, err := audit.Run(context.Background(), r, audit.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var got []int
		for _, f := range result.Findings {
			if f.Severity == audit.Error {
				got = append(got, f.Row)
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: errors in records %v, want %v", name, got, c.want)
		}
	}
}
