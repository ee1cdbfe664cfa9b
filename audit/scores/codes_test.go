package scores

import (
	"slices"
	"strings"
	"testing"
)

// Among codes of two letters 'ID' and 'IN' are countries, where what stands below them are
// scores.
func TestCodesThatAreWords(t *testing.T) {
	const clean = `No.;Commitment;AR;AU;BR;IN;ID;IT;Mean
2031-7;Tax;1;1;0;1;1;1;0,83
2031-12;Trade;1;-1;1;1;-1;0;0,17
2031-19;Labour;1;1;1;1;1;0;0,83
2031-23;Youth;1;1;1;0;-1;1;0,50
2031-31;Roads;-1;1;0;0;n/a;1;0,20
;By member;0,60;0,60;0,60;0,60;0,00;0,60;0,50
`
	if got := saidOf(t, clean); len(got) > 0 {
		t.Errorf("clean: %q", got)
	}
	r := read(t, clean)
	if c := r.Commitments[0]; c.ID != "2031-7" || len(c.Assessment.Scores) != 6 || c.Assessment.Scores[4].Member != "IDN" {
		t.Errorf("read as %+v", c)
	}
	if got, want := saidOf(t, strings.Replace(clean, "0;0,83", "0;0,67", 1)), []string{"average-stated row 4 "}; !slices.Equal(got, want) {
		t.Errorf("a wrong average: %q, want %q", got, want)
	}
	// Without serials, the codes alone.
	bare := strings.NewReplacer("No.;", "", "2031-7;", "", "2031-12;", "", "2031-19;", "", "2031-23;", "", "2031-31;", "", "\n;", "\n").Replace(clean)
	if got := saidOf(t, bare); len(got) > 0 {
		t.Errorf("bare: %q", got)
	}
	if r := read(t, bare); len(r.Commitments) != 5 || len(r.Commitments[0].Assessment.Scores) != 6 {
		t.Errorf("bare: read as %+v", r.Commitments)
	}
	// Near misses: serials below 'ID', in figures or in words.
	for _, ids := range [][5]string{{"1", "2", "3", "4", "5"}, {"1a", "1b", "0", "1c", "1d"}, {"1", "1", "1", "1", "1"}} {
		text := "ID;AR;AU;BR;IN;IT;Mean\n" + ids[0] + ";1;1;0;1;1;0,80\n" + ids[1] + ";1;-1;1;1;0;0,40\n" + ids[2] + ";1;1;1;1;0;0,80\n" +
			ids[3] + ";1;1;1;0;1;0,80\n" + ids[4] + ";-1;1;0;0;1;0,20\n"
		if c := read(t, text).Commitments[0]; c.ID != ids[0] || len(c.Assessment.Scores) != 5 {
			t.Errorf("%q: read as %+v", ids, c)
		}
	}
}
