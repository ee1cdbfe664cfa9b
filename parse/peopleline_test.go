package parse

import (
	"testing"
)

func TestPeopleBelowAChaptersHeading(t *testing.T) {
	chapters := func(size float64, people string) *drawnSheet {
		s := newSheet()
		for _, topic := range []string{"Harbours: Tide Gauges", "Sea: Lamps"} {
			s.page()
			s.put(200, size, "*"+topic+"*")
			s.y += 6
			s.put(220, 9, "_"+people+"_")
			s.y += 10
			s.put(sheetLeft, 12, "*Commitment*")
			s.para("“We will put one into every harbour.”")
			s.put(sheetLeft, 12, "*Background*")
			s.para("The harbours are old.")
			s.put(sheetLeft, 12, "*Assessment*")
			s.y += 12
			s.ruled([]float64{72, 200, 300}, []string{"", "Score"}, []string{"Canada", "+1"}, []string{"France", "0"}, []string{"Japan", "−1"})
			for _, m := range []string{"Canada: +1", "France: 0", "Japan: −1"} {
				s.put(sheetLeft, 12, "*"+m+"*")
				s.para("It has acted.")
				s.para("Analyst: Bo Ness")
			}
		}
		return s
	}
	rep := chapters(16, "Team Leader: Ada Hare").parse(t)
	if len(rep.Commitments) != 2 {
		t.Fatalf("%d chapters", len(rep.Commitments))
	}
	for _, c := range rep.Commitments {
		if c.Title == "" || c.LeadAnalyst != "Ada Hare" || len(c.Verdicts) != 3 || c.Verdicts[2].Analyst != "Bo Ness" {
			t.Errorf("%q %q %q, %+v", c.IssueArea, c.Title, c.LeadAnalyst, c.Verdicts)
		}
	}
	// A heading that is set as the parts are may belong to what stands before.
	for _, c := range chapters(12, "Team Leader: Ada Hare").parse(t).Commitments {
		if c.Heading != nil {
			t.Errorf("a heading: %+v", c.Heading)
		}
	}
	// A lead analyst who is named is the lead analyst.
	for _, c := range chapters(16, "Lead Analyst: Cy Fell Team Leader: Ada Hare").parse(t).Commitments {
		if c.LeadAnalyst != "Cy Fell" {
			t.Errorf("lead analyst %q", c.LeadAnalyst)
		}
	}
	// Those who helped do not lead; all of them are named.
	for _, c := range chapters(16, "Lead Analyst – Cy Fell; with Ada Hare and Di Low").parse(t).Commitments {
		if c.LeadAnalyst != "Cy Fell" || len(c.People) != 1 || c.People[0].Name != "Cy Fell; with Ada Hare and Di Low" {
			t.Errorf("lead analyst %q, people %+v", c.LeadAnalyst, c.People)
		}
	}
}

// Those who wrote the sections may be named right below a chapter's heading.
func TestAnalystsBelowAChaptersHeading(t *testing.T) {
	for _, above := range []bool{true, false} {
		s := newSheet()
		for _, topic := range []string{"I. Harbours: Tide Gauges", "II. Sea: Lamps"} {
			s.page()
			if above {
				s.put(200, 16, "*"+topic+"*")
			}
			s.para("Analysts: Bo Ness (Canada, France), Ada Hare (Japan)")
			s.put(sheetLeft, 12, "*Commitment*")
			s.para("“We will put one into every harbour.”")
			s.put(sheetLeft, 12, "*Assessment*")
			s.y += 12
			s.ruled([]float64{72, 200, 300}, []string{"", "Score"}, []string{"Canada", "+1"}, []string{"France", "0"}, []string{"Japan", "−1"})
			for _, m := range []string{"Canada: +1", "France: 0", "Japan: −1"} {
				s.put(sheetLeft, 12, "*"+m+"*")
				s.para("It has acted.")
			}
		}
		rep := s.parse(t)
		if len(rep.Commitments) != 2 {
			t.Fatalf("%d chapters", len(rep.Commitments))
		}
		for i, c := range rep.Commitments {
			if (c.Heading != nil) != above || c.Number != i+1 || len(c.Verdicts) != 3 {
				t.Errorf("%t: %d %+v, %d sections", above, c.Number, c.Heading, len(c.Verdicts))
			}
			if above && (c.Title == "" || len(c.People) != 1 || c.Verdicts[2].Analyst != "") {
				t.Errorf("%q, people %+v", c.Title, c.People)
			}
		}
	}
}
