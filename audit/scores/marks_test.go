package scores

import (
	"slices"
	"strings"
	"testing"
)

// Marks of notes behind scores, figures and names say nothing of them.
func TestMarksOfNotes(t *testing.T) {
	const clean = `id,Canada,France,Italy,Japan,Average,%
2031-1,1,0,1,1,0.75,88%
2031-2,0,-1,1,0,0.00,50%
2031-3,-1,-1,0,n/a,-0.67,17%
2031-4,1,1,1,1,1.00,100%
Average,0.25,-0.25,0.75,0.67,0.27,64%
`
	for _, c := range []struct {
		name string
		edit []string
		want []string
	}{
		{"signs", []string{"2031-2,0", "2031-2,0*", "2031-4,1", "2031-4,1†", "n/a", "n/a‡", "0.75,88%", "0.75*,88%§"}, nil},
		{"brackets", []string{"2031-2,0", "2031-2,0[1]", "2031-4,1", "2031-4,1 (a)", "n/a", "n/a [2]", "0.27,64%", "0.27 [3],64% (b)"}, nil},
		{"raised", []string{"2031-2,0", "2031-2,0²", "2031-4,1", "2031-4,+1¹²", "n/a", "n/a³"}, nil},
		{"heads", []string{"Canada", "Canada[1]", "France", "France*", "Italy", "Italy (a)", "Average,%", "Average[2],%*"}, nil},
		{"a row of averages", []string{"0.25,-0.25", "0.25*,-0.25[1]"}, nil},
		{"a wrong average beside a mark", []string{"2031-2,0,-1,1,0,0.00,50%", "2031-2,0*,-1,1,0,0.25,63%"}, []string{"average-stated row 3 "}},
		{"notes below", []string{"64%\n", "64%\n[1],Revised.,,,,,\n[2],Revised again.,,,,,\n"}, nil},
		// Near misses: these may be other scores.
		{"a figure", []string{"2031-2,0,", "2031-2,0 1,"}, []string{"score-illegible row 3 CAN"}},
		{"two scores", []string{"2031-2,0,", "2031-2,0 (1),"}, []string{"score-illegible row 3 CAN"}},
		{"a question", []string{"2031-2,0,", "2031-2,0?,"}, []string{"score-illegible row 3 CAN"}},
		{"a sign and a mark", []string{"2031-2,0,", "2031-2,-*,"}, []string{"score-illegible row 3 CAN"}},
		{"ids that are no notes", []string{"2031-4,1,1,1,1,1.00,100%\nAverage,0.25,-0.25,0.75,0.67,0.27,64%", "2031-4,1,1,1,1,1.00,100%\n1,,,,,,\n2,,,,,,"}, nil},
	} {
		got := saidOf(t, strings.NewReplacer(c.edit...).Replace(clean))
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	r := read(t, strings.Replace(clean, "2031-2,0", "2031-2,0[1]", 1))
	if s := r.Commitments[1].Assessment.Scores[0]; s.Score == nil || *s.Score != 0 || s.Text != "0[1]" {
		t.Errorf("the cell is %+v", s)
	}
}
