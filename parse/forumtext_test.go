package parse

import "testing"

// A forum that no title names stands beside the word 'summit' in the text before the chapters.
func TestForumOfTheText(t *testing.T) {
	for _, c := range []struct{ text, forum string }{
		{"This report assesses three commitments of the G8 Summit at Cologne in the period that ended in May.", "G8"},
		{"Of the commitments of the Group of Eight Summit at Cologne three are assessed in this report.", "G8"},
		// Near misses: a group's name, another summit's paragraph, two forums.
		{"The G8 Study Office assesses three commitments that the leaders made at Cologne in this report.", ""},
		{"This report assesses three commitments; those of the G8 Summit at Lind are in a report of their own.", ""},
		{"The G8 Summit at Cologne and the G20 summit that followed it are the subjects of this report.", ""},
	} {
		s := newSheet().page()
		s.y = 120
		s.put(150, 18, "*Cologne Final Compliance Results*")
		s.y += 20
		s.put(180, 11, "11 July 2031 to 31 May 2032")
		s.y += 20
		s.put(220, 11, "20 June 2032")
		s.page()
		s.put(72, 11, c.text)
		s.chapterHead()
		if rep := s.parse(t); rep.Report.Forum != c.forum {
			t.Errorf("%q: forum %q, want %q", c.text, rep.Report.Forum, c.forum)
		}
	}
}
