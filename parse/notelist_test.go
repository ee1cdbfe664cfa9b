package parse

import (
	"fmt"
	"testing"
)

// A list of notes whose count leaves a number out, or has one twice, is one
// list; a line that only begins with a later number is none of its notes.
func TestNotesWhoseCountIsBroken(t *testing.T) {
	for _, c := range []struct {
		name    string
		markers []int
		notes   []string
		want    []int
	}{
		{"one left out", []int{1, 2, 4, 5}, []string{"1. One Gauge, Harbour Office, May 3, 2001.", "2. Two Gauges, Harbour Office, May 4, 2001.", "4. Four Gauges, Harbour Office, May 5, 2001.", "5. Five Gauges, Harbour Office, May 6, 2001."}, []int{1, 2, 4, 5}},
		{"one twice", []int{1, 2, 2, 3}, []string{"1. One Gauge, Harbour Office, May 3, 2001.", "2. Two Gauges, Harbour Office, May 4, 2001.", "2. Four Gauges, Harbour Office, May 5, 2001.", "3. Five Gauges, Harbour Office, May 6, 2001."}, []int{1, 2, 2, 3}},
		{"the day of a date", []int{1, 2, 3, 4}, []string{"1. One Gauge, Harbour Office, May 3, 2001.", "2. Two Gauges of the Harbours, Harbour Office,", "4 May 2001. Read by all.", "3. Four Gauges, Harbour Office, May 5, 2001.", "4. Five Gauges, Harbour Office, May 6, 2001."}, []int{1, 2, 3, 4}},
	} {
		s := verdictSheet()
		for _, n := range c.markers {
			s.para(fmt.Sprintf("The office read a gauge of the northern harbours in May 2001.^%d^", n))
		}
		s.line("*Notes*")
		for _, n := range c.notes {
			s.para(n)
		}
		rep := s.parse(t)
		var got []int
		for _, n := range rep.Footnotes {
			got = append(got, n.Number)
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: notes %v, want %v", c.name, got, c.want)
		}
	}
}
