package parse

import (
	"fmt"
	"strings"
	"testing"
)

// One note was recognised of many that the text marks: the rest must be doubted.
func TestHardlyAnyNotes(t *testing.T) {
	build := func(marks, notes int) string {
		s := verdictSheet()
		for n := 1; n <= marks; n++ {
			s.para(fmt.Sprintf("On %d July 2009, Canada put up one gauge.[%d]", n, n))
		}
		s.para("On 20 July 2009, Canada took down a gauge.^1^")
		var foot []string
		for n := 1; n <= notes; n++ {
			foot = append(foot, fmt.Sprintf("^%d^ Gauge of the Pier, Harbour Office (Lind) 3 May 2030. https://harbour.example/gauge", n))
		}
		s.foot(foot...)
		return warningKinds(s.parse(t))
	}
	if kinds := build(7, 1); !strings.Contains(kinds, "notes-missing") {
		t.Errorf("no doubt: %s", kinds)
	}
	for _, c := range [][2]int{{2, 1}, {7, 7}} {
		if kinds := build(c[0], c[1]); strings.Contains(kinds, "notes-missing") {
			t.Errorf("%v: %s", c, kinds)
		}
	}
}
