package parse

import (
	"strings"
	"testing"
)

// openingSheet is a chapter of five sections, whose last begins at the foot of a page:
// head is its opening, on two lines, next what stands on the page behind.
func openingSheet(opening func(member string) []string, last, next []string) *drawnSheet {
	s := newSheet().page()
	s.chapterHead()
	for _, m := range []string{"Canada", "France", "Japan", "Germany", "Italy"} {
		s.y += 12
		s.para("*" + m + ": +1*")
		s.para(opening(m)...)
		s.para("On 3 July 2031, the port of Lind was given ten nets and the wells of the town were mended.^1^")
	}
	s.page()
	s.y = 600
	s.para("*United States: 0*")
	s.para(last...)
	s.page()
	s.para(next...)
	s.para("Thus, the United States receives a score of 0.")
	return s
}

func TestOpeningAtThePagesEnd(t *testing.T) {
	alone := func(m string) []string {
		return []string{m + " has fully complied with its commitment to tide gauges."}
	}
	going := func(m string) []string {
		return []string{m + " has fully complied with its commitment. It has put gauges into harbours that had none of", "them and has read them every day."}
	}
	// A line that runs to the margin.
	full := []string{"The United States has partially complied with its commitment to put a gauge into every harbour it has."}
	// A sentence that breaks off there.
	cut := []string{"The United States has spoken of its harbours with the mayors of them all, but has not been ready for"}
	next := []string{"The Bureau of Harbours held its forum on nets for the ten mayors of the harbours in Lind", "on 25 January 2032, and showed ten films.^2^"}
	for name, c := range map[string]struct {
		opening func(string) []string
		last    []string
		next    []string
		want    string // how the first action of the last section ends
		doubt   bool
	}{
		"openings stand alone":                {alone, full, next, "ten films.", false},
		"openings go on":                      {going, full, next, "", true},
		"a sentence of the member in mid-air": {alone, cut, []string{"The United States has taken one step of the two, and has partially complied with its commitment."}, "ready for", true},
		"a name in mid-air":                   {alone, cut, []string{"The Harbour Office to see them, and for the nets that were lost in the year before."}, "year before.", false},
	} {
		rep := openingSheet(c.opening, c.last, c.next).parse(t)
		if len(rep.Commitments) != 1 || len(rep.Commitments[0].Verdicts) != 6 {
			t.Fatalf("%s: %d commitments", name, len(rep.Commitments))
		}
		v := rep.Commitments[0].Verdicts[5]
		doubted := hasKind(rep, "paragraph-over-page")
		got := ""
		if len(v.Actions) > 0 {
			got = v.Actions[0].Text
		}
		if (c.want == "") != (got == "") || !strings.HasSuffix(got, c.want) || doubted != c.doubt {
			t.Errorf("%s: %q, doubted %v", name, got, doubted)
		}
	}
}
