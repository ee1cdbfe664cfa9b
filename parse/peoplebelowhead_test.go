package parse

import "testing"

// Those named right below a heading that the contents have are the chapter's,
// whatever they are called; below a member's section they are its analysts.
func TestAnalystsBelowAHeadingOfTheContents(t *testing.T) {
	s := newSheet().page()
	s.put(sheetLeft, 14, "*2031 G7 Lind Summit Final Compliance Report*")
	s.y += 10
	s.para("1 July 2031 to 1 June 2032")
	s.put(sheetLeft, 13, "*Contents*")
	s.y += 6
	for _, l := range []string{"I. Harbours: Tide Gauges......2", "II. Safety: Pilots......3"} {
		s.put(sheetLeft, 11, l)
	}
	for _, head := range []string{"I. Harbours: Tide Gauges", "II. Safety: Pilots"} {
		s.page()
		s.put(sheetLeft, 14, "*"+head+"*")
		s.y += 6
		s.line("Analysts: Ada Hare (Canada), Ben Wolf (France)")
		s.put(sheetLeft, 11, "*The Commitment*")
		s.y += 4
		s.para("“We will put a gauge into every harbour of ours.”")
		s.put(sheetLeft, 11, "*Background*")
		s.y += 4
		s.para("The harbours are old.")
		for _, m := range []string{"Canada", "France"} {
			s.put(sheetLeft, 11, "*"+m+": +1*")
			s.para(m + " has fully complied with its commitment.")
			s.para("Thus, " + m + " receives a score of +1.")
			s.line("Analyst: Ida Moor")
		}
	}
	rep := s.parse(t)
	if len(rep.Commitments) != 2 {
		t.Fatalf("%d chapters", len(rep.Commitments))
	}
	for i, title := range []string{"Tide Gauges", "Pilots"} {
		c := rep.Commitments[i]
		if c.Title != title || len(c.People) != 1 || len(c.Verdicts) != 2 {
			t.Errorf("%q, people %+v, %d sections", c.Title, c.People, len(c.Verdicts))
			continue
		}
		for _, v := range c.Verdicts {
			if v.Analyst != "Ida Moor" {
				t.Errorf("%s of %s is by %q", v.Name, title, v.Analyst)
			}
		}
	}
}

// The same holds where a promise and its source stand between, below a heading with a
// number; below a member's section without conclusion they stay its analysts, so that
// the heading of the next chapter is not taken from above it.
func TestAnalystsBelowThePromise(t *testing.T) {
	for _, word := range []string{"Commitment 1. ", "Commitment 2. ", "1. ", "2. "} {
		other := map[string]string{"Commitment 1. ": "Commitment 2. ", "Commitment 2. ": "Commitment 3. ", "1. ": "2. ", "2. ": "3. "}[word]
		s := newSheet()
		for _, head := range []string{word + "Harbours: Tide Gauges [31]", other + "Safety: Pilots [32]"} {
			s.page()
			s.put(sheetLeft, 14, "*"+head+"*")
			s.y += 6
			s.para("“We will put a gauge into every harbour of ours.”")
			s.para("Larkhaven Declaration of the Harbours")
			s.y += 4
			s.line("Analysts: Ada Hare, Ben Wolf")
			s.put(sheetLeft, 11, "*Background*")
			s.y += 4
			s.para("The harbours are old.")
			for _, m := range []string{"Canada", "France"} {
				s.put(sheetLeft, 11, "*"+m+": +1*")
				s.para(m + " has fully complied with its commitment.")
				s.para("Thus, " + m + " receives a score of +1.")
			}
		}
		rep := s.parse(t)
		if len(rep.Commitments) != 2 {
			t.Fatalf("%q: %d chapters", word, len(rep.Commitments))
		}
		for i, title := range []string{"Tide Gauges", "Pilots"} {
			c := rep.Commitments[i]
			if c.Title != title || c.ID != []string{"31", "32"}[i] || len(c.Verdicts) != 2 || c.Verdicts[1].Analyst != "" {
				t.Errorf("%q: %q %q, %d sections, %+v", word, c.ID, c.Title, len(c.Verdicts), c.People)
			}
		}
	}
}

// Those whom a heading behind the last member's section lists are the report's, and not
// the section's analysts.
func TestPeopleBehindTheLastSection(t *testing.T) {
	for _, head := range []string{"Annex: Research Team", "Credits", "Who Worked on this Report"} {
		s := newSheet().page().chapterHead()
		for _, m := range []string{"Canada", "France", "Japan"} {
			s.put(sheetLeft, 11, "*"+m+": +1*")
			s.y += 6
			s.para(m + " has fully complied with its commitment.")
			s.para("Thus, " + m + " receives a score of +1.")
			s.line("Analyst: Ida Moor")
			s.y += 6
		}
		s.page()
		s.put(sheetLeft, 14, "*"+head+"*")
		s.y += 6
		s.line("Chair: Professor Ada Hare")
		s.line("Lead Analysts: Bo Ness, Cy Lind")
		s.line("Analysts: Ida Moor, Jo Pike")
		for _, v := range s.parse(t).Commitments[0].Verdicts {
			if v.Analyst != "Ida Moor" {
				t.Errorf("%s: %s is by %q", head, v.Name, v.Analyst)
			}
		}
	}
}

// The team that stands in brackets behind a name is no part of it.
func TestLeadAnalystOfATeam(t *testing.T) {
	for name, want := range map[string]string{
		"Ada Hare (Lind team)": "Ada Hare", "Ada Hare (Hare Bay Group)": "Ada Hare", "Ada Hare": "Ada Hare",
		"Ada Hare (née Moor)": "Ada Hare (née Moor)", "Ada Hare (Lind team), Bo Ness (Hare team)": "Ada Hare, Bo Ness", "Ada Hare (Lind": "Ada Hare (Lind",
	} {
		s := newSheet().page().chapterHead()
		s.line("Lead Analyst: " + name)
		s.put(sheetLeft, 11, "*Canada: +1*")
		s.y += 6
		s.para("Canada has fully complied with its commitment.")
		if got := s.parse(t).Commitments[0].LeadAnalyst; got != want {
			t.Errorf("%q: %q", name, got)
		}
	}
}
