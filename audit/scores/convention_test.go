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
		"one average holds otherwise": {asZero + "6,1,n/a,1,1,1.00\n", []int{6}},
		"one holds otherwise between": {strings.Replace(asZero, "3,-1", "0,1,n/a,1,1,1.00\n3,-1", 1), []int{2, 3, 5, 7}},
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

// A table in another convention or with other columns than most is not accused,
// and its convention is named once.
func TestClearedByOneConvention(t *testing.T) {
	const head = "id,Canada,France,Germany,Italy,Japan,UK,US,"
	for name, c := range map[string]struct {
		table string
		want  []string
	}{
		"−100 to +100 without a sign": {head + "average\na,1,0,1,0,1,1,0,57\nb,0,0,0,0,1,-1,0,0\nc,1,1,1,1,1,1,1,100\nd,-1,-1,0,0,0,0,0,-29\nOverall,25,0,50,25,75,25,25,32\n", []string{"0 mean-convention "}},
		"one of them wrong":           {head + "average\na,1,0,1,0,1,1,0,57\nb,0,0,0,0,1,-1,0,0\nc,1,1,1,1,1,1,1,100\nd,-1,-1,0,0,0,0,0,-29\ne,1,1,0,0,0,0,0,19\n", []string{"0 mean-convention ", "6 average-stated e"}},
		"interim beside final":        {head + "interim average,final average\na,1,0,1,0,1,1,0,0.43,0.57\nb,0,0,0,0,1,-1,0,0.14,0.00\nc,1,1,1,1,1,1,1,0.86,1.00\n", []string{}},
		"final beside interim":        {head + "final average,interim average\na,1,0,1,0,1,1,0,0.57,0.43\nb,0,0,0,0,1,-1,0,0.00,0.14\nc,1,1,1,1,1,1,1,1.00,0.86\n", []string{}},
		"neither is their average":    {head + "interim average,final average\na,1,0,1,0,1,1,0,0.43,0.50\nb,0,0,0,0,1,-1,0,0.14,0.10\nc,1,1,1,1,1,1,1,0.86,0.90\n", []string{}},
		"halves of scores":            {head + "average\na,1,0.5,1,0,1,1,0,0.64\nb,0,0,0,0,1,-1,0,0\n", []string{"2 score-illegible a"}},
		"the head once more":          {head + "average\na,1,0,1,0,1,1,0,0.57\n" + head + "average\nb,0,0,0,0,1,-1,0,0\n", []string{}},
		"percentages for scores":      {head + "average\na,100%,50%,100%,50%,100%,100%,50%,79%\nb,50%,50%,50%,50%,100%,0%,50%,50%\n", []string{}},
		"other percentages":           {head + "average\na,83%,50%,100%,50%,100%,100%,50%,79%\nb,50%,50%,50%,50%,100%,0%,50%,50%\n", []string{"0 score-illegible "}},
	} {
		if got := findings(t, read(t, c.table)); !slices.Equal(got, c.want) {
			t.Errorf("%s: findings %q, want %q", name, got, c.want)
		}
	}
}
