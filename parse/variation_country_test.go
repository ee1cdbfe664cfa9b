package parse

import (
	"strings"
	"testing"
)

// countrySheet is a report with a chapter for each member, in which the
// commitments are sections.
func countrySheet(members []string, sections func(s *drawnSheet, member string)) *drawnSheet {
	s := newSheet().page()
	s.put(150, 18, "*2007 Larkhaven G8 Summit Final Compliance Report*")
	for _, m := range members {
		s.page().put(sheetLeft, 16, "*"+m+"*")
		s.y += 10
		sections(s, m)
	}
	return s
}

func countrySection(s *drawnSheet, heading, member, verb, score string) {
	s.put(sheetLeft, 12, "*"+heading+"*")
	s.para(member+" has "+verb+" with its commitment, as the office of the harbours has", "found in the spring of the year.")
	s.para("On 3 July 2007, the ministry put up a gauge in the harbour of the north and", "another one in the harbour of the south.")
	s.para("Thus, " + member + " receives a score of " + score + ".")
}

func TestReportArrangedByMember(t *testing.T) {
	members := []string{"Canada", "France", "Japan"}
	for _, forms := range [][2]string{
		{"Commitment 1: Harbours: +1", "Commitment 2: Lamps: 0"}, {"1. Harbours: Tide Gauges (+1)", "2. Lamps: Oil (0)"}, {"Commitment 1: Harbours", "Commitment 2: Lamps"},
	} {
		rep := countrySheet(members, func(s *drawnSheet, m string) {
			countrySection(s, forms[0], m, "fully complied", "+1")
			countrySection(s, forms[1], m, "partially complied", "0")
		}).parse(t)
		if len(rep.Commitments) != 2 || !strings.Contains(warningKinds(rep), "arranged-by-member") {
			t.Errorf("%q: %d commitments, warnings %s", forms, len(rep.Commitments), warningKinds(rep))
			continue
		}
		for i, c := range rep.Commitments {
			got, scores := "", ""
			for _, v := range c.Verdicts {
				got += v.Member + " "
				scores += scoresOf([]*int{v.ConcludingScore})
				if len(v.Actions) != 1 || v.Opening == nil {
					t.Errorf("%q: section %+v", forms, v)
				}
			}
			if got != "CAN FRA JPN " || scores != []string{"+++", "000"}[i] || c.Number != i+1 || c.IssueArea != []string{"Harbours", "Lamps"}[i] {
				t.Errorf("%q: number %d %q, members %s scores %s", forms, c.Number, c.IssueArea, got, scores)
			}
		}
	}
	// One chapter whose members' sections have headings of their own is no such
	// report, and neither are chapters without scores.
	s := newSheet().page().chapterHead()
	for _, m := range members {
		s.line("*" + m + "*")
		s.para(m+" has fully complied with its commitment.", "It is one of the first to do so in the year.")
		s.put(sheetLeft, 11, "*Gauges*").para("On 3 July 2007, the ministry put up a gauge.")
		s.put(sheetLeft, 11, "*Lamps*").para("On 4 July 2007, the ministry put up a lamp.")
		s.para("Thus, " + m + " receives a score of +1.")
	}
	rep := s.parse(t)
	if strings.Contains(warningKinds(rep), "arranged-by-member") || len(rep.Commitments) != 1 || len(rep.Commitments[0].Verdicts) != 3 {
		t.Errorf("a chapter: %d commitments, warnings %s", len(rep.Commitments), warningKinds(rep))
	}
}
