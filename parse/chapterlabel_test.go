package parse

import (
	"testing"
)

// The chapter's word and number stand over its title, and parts of unknown names
// before the first known one.
func TestLabelOverTheTitle(t *testing.T) {
	s := newSheet().page().put(sheetLeft, 10, "*COMMITMENT 4*").put(sheetLeft, 16, "*Harbours: Tide Gauges*")
	s.y += 10
	s.para("“We will put a tide gauge into every harbour.”")
	s.put(sheetLeft, 12, "*Assessment*")
	s.ruled([]float64{72, 200, 300, 400, 520},
		[]string{"", "No Compliance", "Partial Compliance", "Full Compliance"},
		[]string{"Canada", "", "", "+1"}, []string{"France", "", "0", ""}, []string{"Japan", "−1", "", ""}, []string{"Average", "", "0.00 (50%)", ""})
	rep := s.parse(t)
	if len(rep.Commitments) != 1 {
		t.Fatalf("%d chapters", len(rep.Commitments))
	}
	if c := rep.Commitments[0]; c.Number != 4 || c.IssueArea != "Harbours" || c.Title != "Tide Gauges" {
		t.Errorf("%d %q %q", c.Number, c.IssueArea, c.Title)
	}
}

func TestContentsTellTheChapter(t *testing.T) {
	s := newSheet().page().put(sheetLeft, 14, "*Contents*").line("1. Harbours: Tide Gauges ........ 2").line("2. Lights: New Lamps ........ 9")
	s.page().put(sheetLeft, 16, "*1. Harbours: Tide Gauges*")
	s.y += 10
	s.para("“We will put a tide gauge into every harbour.”")
	s.put(sheetLeft, 12, "*How It Began*").para("The harbours had no gauges.").put(sheetLeft, 12, "*Who Counts*").para("The members count them.")
	s.ruled([]float64{72, 300, 520}, []string{"Gauge", "Harbour"}, []string{"old", "North"}, []string{"new", "South"})
	s.put(sheetLeft, 12, "*Assessment*")
	s.ruled([]float64{72, 200, 300, 400, 520},
		[]string{"", "No Compliance", "Partial Compliance", "Full Compliance"},
		[]string{"Canada", "", "", "+1"}, []string{"France", "", "0", ""}, []string{"Japan", "−1", "", ""}, []string{"Average", "", "0.00 (50%)", ""})
	rep := s.parse(t)
	if len(rep.Commitments) != 1 || rep.Commitments[0].Title != "Tide Gauges" {
		t.Fatalf("%+v", rep.Commitments)
	}
}

// The serial may stand behind the chapter's word and number, and the title below
// them may be set in two weights, of which its second line goes on with one.
func TestSerialInTheLabelAndTitleInTwoWeights(t *testing.T) {
	for label, want := range map[string]string{"Commitment 4 | 2031-12": "2031-12", "Commitment 4 [2031-12]": "2031-12", "Commitment 4": ""} {
		s := newSheet().page().put(sheetLeft, 9, label)
		s.put(sheetLeft, 20, "Harbours: *Tide Gauges for*").put(sheetLeft, 20, "*Everybody*")
		s.y += 10
		s.para("“We will put a tide gauge into every harbour.”")
		s.put(sheetLeft, 12, "*Assessment*")
		s.ruled([]float64{72, 200, 300, 400, 520},
			[]string{"", "No Compliance", "Partial Compliance", "Full Compliance"},
			[]string{"Canada", "", "", "+1"}, []string{"France", "", "0", ""}, []string{"Japan", "−1", "", ""}, []string{"Average", "", "0.00 (50%)", ""})
		rep := s.parse(t)
		if len(rep.Commitments) != 1 {
			t.Fatalf("%q: %d chapters", label, len(rep.Commitments))
		}
		if c := rep.Commitments[0]; c.Number != 4 || c.ID != want || c.IssueArea != "Harbours" || c.Title != "Tide Gauges for Everybody" {
			t.Errorf("%q: %d %q %q %q", label, c.Number, c.ID, c.IssueArea, c.Title)
		}
	}
}

// The number of a chapter stands alone on a line above its title, set like it; a figure
// above plain text is no heading.
func TestNumberOverTheTitle(t *testing.T) {
	for _, tc := range []struct{ number, head, title string }{
		{"*4*", "*Harbours: Tide Gauges*", "Tide Gauges"},
		{"*4.*", "*Harbours: Tide Gauges*", "Tide Gauges"},
		{"4", "Of the harbours, four had gauges.", ""},
	} {
		s := newSheet().page()
		size := 16.0
		if tc.title == "" {
			size = s.size
		}
		s.put(sheetLeft, size, tc.number).put(sheetLeft, size, tc.head)
		s.y += 10
		s.put(sheetLeft, 12, "*Commitment*").para("“We will put a tide gauge into every harbour.”")
		s.put(sheetLeft, 12, "*Assessment*")
		s.ruled([]float64{72, 200, 300, 400, 520},
			[]string{"", "No Compliance", "Partial Compliance", "Full Compliance"},
			[]string{"Canada", "", "", "+1"}, []string{"France", "", "0", ""}, []string{"Japan", "−1", "", ""}, []string{"Average", "", "0.00 (50%)", ""})
		rep := s.parse(t)
		if len(rep.Commitments) != 1 || rep.Commitments[0].Title != tc.title {
			t.Errorf("%s %s: %+v", tc.number, tc.head, rep.Commitments)
		}
	}
}
