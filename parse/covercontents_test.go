package parse

import "testing"

// The contents may begin on the cover; the summit may be named by whose promises
// they are, and the title's year may be the report's.
func TestCoverWithContentsAndOwnedPlace(t *testing.T) {
	for _, c := range []struct {
		title, second, from string
		name                string
		year                int
	}{
		{"Keeping Cologne’s Commitments", "The 2032 G7 Research Group Compliance Report", "11 July 2031", "Cologne", 2031},
		{"Keeping Sea Island’s Promises", "The 2032 G7 Research Group Compliance Report", "11 July 2031", "Sea Island", 2031},
		{"Keeping Cologne’s Commitments", "The 2031 G7 Research Group Compliance Report", "11 July 2031", "Cologne", 2031},
		// Near misses: what the place owns is no promise, no place is known, and a
		// year that stands with the summit's name.
		{"Cologne’s Harbours", "The 2032 G7 Research Group Compliance Report", "11 July 2031", "", 2031},
		{"Keeping Ida’s Commitments", "The 2032 G7 Research Group Compliance Report", "11 July 2031", "", 2031},
		{"Keeping Cologne’s Commitments", "2032 G7 Lind Summit Compliance Report", "11 July 2031", "Lind", 2032},
		{"Keeping Cologne’s Commitments", "The 2032 G7 Research Group Compliance Report", "11 July 2029", "Cologne", 2032},
	} {
		s := newSheet().page()
		s.y = 120
		s.put(150, 18, "*"+c.title+"*")
		s.y += 20
		s.put(150, 14, "*"+c.second+"*")
		s.y += 20
		s.put(180, 11, c.from+" to 31 May 2032")
		s.y += 20
		s.put(220, 11, "20 June 2032")
		s.y += 30
		s.put(sheetLeft, 13, "*Contents*")
		s.y += 10
		for _, l := range []string{"Overview......2", "Table A......2", "Table B......3", "Analysts......3", "Harbours: Tide Gauges......4", "Safety: Pilots......8"} {
			s.put(sheetLeft, 11, l)
		}
		s.page()
		s.chapterHead()
		i := s.parse(t).Report
		if i.Published != "2032-06-20" || i.Period == nil || i.Summit.Name != c.name || i.Summit.Year != c.year {
			t.Errorf("%q, %q: published %q, period %+v, summit %+v", c.title, c.second, i.Published, i.Period, i.Summit)
		}
	}
}
