package scores

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/vocabulary"
)

// A summary belongs to its section or to the whole table; sums are told of and
// not taken for averages.
func TestSummaries(t *testing.T) {
	r := read(t, strings.Join([]string{
		"group,issue,average,Canada,France,Italy",
		"Health,Wells,0.33,1,0,0",
		"Health,Nets,0.67,1,1,0",
		"Health,GROUP,0.5,,,",
		"Trade,Ports,0,0,0,0",
		"Average (N=3),,0.33,0.67,0.33,0",
		"Total,,1,2,1,0",
	}, "\n"))
	var got []string
	for _, s := range r.Summaries {
		got = append(got, fmt.Sprintf("%d %s/%s %d %d", s.Row, s.Section, s.Label, s.Count, len(s.Averages)))
	}
	if want := []string{"4 Health/GROUP 0 0", "6 /Average 3 3", "7 /Total 0 3"}; !slices.Equal(got, want) {
		t.Errorf("summaries %q, want %q", got, want)
	}
	if len(r.Commitments) != 3 {
		t.Errorf("%d rows", len(r.Commitments))
	}
	// The averages of the members and of the section hold, and so do the sums.
	if got, want := findings(t, r), []string{}; !slices.Equal(got, want) {
		t.Errorf("findings %q, want %q", got, want)
	}
}

func TestReadFigures(t *testing.T) {
	r, err := ReadFigures("dir/counts.csv", strings.NewReader("area;2030;2031;total\nreefs;3;4;7\n\nports;1;;1\n"), vocabulary.Default())
	if err != nil || len(r.Tables) != 1 || len(r.Tables[0].Rows) != 3 || r.Source.File != "counts.csv" || len(r.Tables[0].Rows[2]) != 4 {
		t.Errorf("%+v, %v", r, err)
	}
	for _, text := range []string{"", "a,b\n1,2\n", "name,street,town\nx,y,z\n", "total,a,b\n"} {
		if _, err := ReadFigures("x.csv", strings.NewReader(text), vocabulary.Default()); !errors.Is(err, ErrNotScores) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// What stands below the scores is told apart by its label: sums and numbers of
// scores are compared, spreads and shares are no rows of scores.
func TestRowsBelowTheScores(t *testing.T) {
	const table = "id,Canada,France,Italy,Japan,UK,average\na,1,0,1,0,1,0.60\nb,0,0,0,0,1,0.20\nc,1,1,1,,1,1.00\n"
	for text, want := range map[string][]string{
		table + "Sum,2,1,2,0,3,8\nN,3,3,3,2,3,14\nAverage,0.67,0.33,0.67,0,1,0.57\n": {},
		table + "Sum,2,1,2,0,4,8\n":               {"5 count-stated "},
		table + "Total,0.67,0.33,0.67,0,1,0.57\n": {},
		table + "Standard deviation,0.58,0.58,0.58,0,0,0.40\nMin,0,0,0,0,1,0.20\nMedian,1,0,1,0,1,0.60\n% full,67%,33%,67%,0%,100%,57%\n": {},
	} {
		r := read(t, text)
		if len(r.Commitments) != 3 {
			t.Errorf("%d rows of scores in\n%s", len(r.Commitments), text)
		}
		if got := findings(t, r); !slices.Equal(got, want) {
			t.Errorf("findings %q, want %q in\n%s", got, want, text)
		}
	}
}

// Averages in the middle of a table are those of the rows above them.
func TestAveragesInTheMiddle(t *testing.T) {
	const half = "a,1,0,1,0.67\nb,0,0,0,0.00\nAverage,0.5,0,0.5,0.33\nc,1,1,1,1.00\nd,1,0,0,0.33\n"
	for text, want := range map[string][]string{
		half + "Average,1,0.5,0.5,0.67\nOverall,0.75,0.25,0.5,0.5\n":  {},
		half + "Average,1,0.5,0.75,0.67\nOverall,0.75,0.25,0.5,0.5\n": {"7 matrix-column-average "},
	} {
		if got := findings(t, read(t, "id,Canada,France,Italy,average\n"+text)); !slices.Equal(got, want) {
			t.Errorf("findings %q, want %q in\n%s", got, want, text)
		}
	}
}
