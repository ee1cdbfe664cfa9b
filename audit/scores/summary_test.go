package scores

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
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
	// The averages of the members and of the section hold.
	if got, want := findings(t, r), []string{"0 file-incomplete "}; !slices.Equal(got, want) {
		t.Errorf("findings %q, want %q", got, want)
	}
}

func TestReadFigures(t *testing.T) {
	r, err := ReadFigures("dir/counts.csv", strings.NewReader("area;2030;2031;total\nreefs;3;4;7\n\nports;1;;1\n"))
	if err != nil || len(r.Tables) != 1 || len(r.Tables[0].Rows) != 3 || r.Source.File != "counts.csv" || len(r.Tables[0].Rows[2]) != 4 {
		t.Errorf("%+v, %v", r, err)
	}
	for _, text := range []string{"", "a,b\n1,2\n", "name,street,town\nx,y,z\n", "total,a,b\n"} {
		if _, err := ReadFigures("x.csv", strings.NewReader(text)); !errors.Is(err, ErrNotScores) {
			t.Errorf("%q: %v", text, err)
		}
	}
}
