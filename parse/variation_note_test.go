package parse

import (
	"strings"
	"testing"
)

// The notes here are marked in other ways than by figures that run through the
// report. Each hit stands beside a near miss.

func TestNotesBySigns(t *testing.T) {
	for _, c := range []struct{ mark, note string }{
		{"^*^", "^*^ Islands are not counted."}, {"^†^", "† Islands are not counted."}, {"*", "* Islands are not counted."},
		{"^a^", "^a^ Islands are not counted."}, {"^b^", "b. Islands are not counted."}, {"^**^", "** Islands are not counted."},
	} {
		// The sheet's own marks for bold are no part of a text.
		star := strings.NewReplacer("*", "∗")
		s := verdictSheet()
		s.para("On 3 July 2009, Canada put up one gauge" + star.Replace(c.mark) + " and read it.^1^")
		s.foot(star.Replace(c.note), "^1^ One gauge, Harbour Office.")
		rep := s.parse(t)
		a := rep.Commitments[0].Verdicts[0].Actions
		if len(a) != 1 || a[0].Text != "On 3 July 2009, Canada put up one gauge and read it." || len(a[0].Footnotes) != 1 {
			t.Errorf("%+v: actions %+v", c, a)
		}
		if len(rep.Footnotes) != 1 || rep.Footnotes[0].Text != "One gauge, Harbour Office." {
			t.Errorf("%+v: notes %+v", c, rep.Footnotes)
		}
		if n := len(rep.Sections); n == 0 || !strings.HasSuffix(rep.Sections[n-1].Paragraphs[0].Text, "Islands are not counted.") {
			t.Errorf("%+v: the note is lost: %+v", c, rep.Sections)
		}
	}
	// A sign that the text is not marked with, and a line that begins with a
	// word of one letter, begin no note.
	s := verdictSheet()
	s.para("On 3 July 2009, Canada put up one gauge.^1^")
	s.foot("^1^ One gauge, Harbour Office, with", "a list of harbours, and", "† a list of bays.")
	if rep := s.parse(t); len(rep.Footnotes) != 1 || rep.Footnotes[0].Text != "One gauge, Harbour Office, with a list of harbours, and † a list of bays." {
		t.Errorf("notes %+v, warnings %s", rep.Footnotes, warningKinds(rep))
	}
}

// Of notes with full-size numbers one is missing: the others are notes all the
// same. A number in a note's text is none, even where the text has such a
// marker.
func TestUnraisedNotesWithAGap(t *testing.T) {
	sheet := func(foot ...string) *drawnSheet {
		s := verdictSheet()
		s.para("On 3 July 2009, Canada put up one gauge.^1^ It put up another.^2^")
		s.para("On 4 July 2009, Canada read the first gauge.^3^ It read the other.^4^ It read both.^5^")
		return s.foot(foot...)
	}
	rep := sheet("1. One gauge, Harbour Office.", "3. Three gauges, Harbour Office.", "4. Four gauges, Harbour Office.", "5. Five gauges, Harbour Office.").parse(t)
	if n := rep.Footnotes; len(n) != 4 || n[1].Number != 3 || n[1].Text != "Three gauges, Harbour Office." {
		t.Errorf("notes %+v", n)
	}
	rep = sheet("1. One gauge, Harbour Office, with", "4 gauges for each bay.", "2. Two gauges, Harbour Office.", "3. Three gauges, Harbour Office.",
		"4. Four gauges, Harbour Office.", "5. Five gauges, Harbour Office.").parse(t)
	if n := rep.Footnotes; len(n) != 5 || n[0].Text != "One gauge, Harbour Office, with 4 gauges for each bay." {
		t.Errorf("notes %+v", n)
	}
}

// Notes that stand at a chapter's end belong to the markers above them, though
// the next chapter begins on the same page with the same numbers.
func TestRestartingEndnotesOnTheNextChaptersPage(t *testing.T) {
	s := newSheet()
	chapter := func(area string) {
		s.put(sheetLeft, 16, "*"+area+"*")
		s.y += 10
		s.put(sheetLeft, 12, "*Commitment*")
		s.para("“We will put one into every harbour.”")
		s.put(sheetLeft, 12, "*Assessment*")
		s.y += 12
		s.ruled([]float64{72, 200, 300}, []string{"Country", "Score"}, []string{"Canada", "+1"}, []string{"France", "0"}, []string{"Japan", "−1"}, []string{"Average", "0.00"})
		s.line("*Canada: +1*").para("Canada has fully complied with its commitment.")
		for _, m := range []string{"1", "2", "3"} {
			s.para("On 3 July 2009, Canada put up one more.^" + m + "^")
		}
	}
	notes := func(area string) {
		for _, m := range []string{"1", "2", "3"} {
			s.put(sheetLeft, 8, "^"+m+"^ "+area+" News, Harbour Office.")
		}
		s.y += 20
	}
	s.page()
	chapter("1. Piers: Wood")
	s.page()
	notes("Pier")
	chapter("2. Lamps: Oil")
	s.page()
	notes("Lamp")
	rep := s.parse(t)
	if len(rep.Footnotes) != 6 {
		t.Fatalf("notes %+v", rep.Footnotes)
	}
	for i, f := range rep.Footnotes {
		if want := i/3 + 1; f.Commitment != want {
			t.Errorf("note %d %q: commitment %d, not %d", f.Number, f.Text, f.Commitment, want)
		}
	}
}

// A browser lets a marker that has no room behind its word begin the next line.
func TestMarkerOnALineOfItsOwn(t *testing.T) {
	sheet := func(long string) *drawnSheet {
		s := verdictSheet()
		s.y += 4
		s.line("On 3 July 2009, Canada put up one gauge in the harbour of the north, where the office")
		s.line(long).put(sheetLeft, 7, "2")
		s.y += 8
		s.para("On 4 July 2009, Canada read the gauges of all of the harbours of the north and of the", "south.^3^ It told the keepers of them.")
		return s.foot("^2^ Two gauges, Harbour Office.", "^3^ Three gauges, Harbour Office.")
	}
	rep := sheet("reads it in each of the seasons of the year, and the keepers of the towns see it well.").parse(t)
	a := rep.Commitments[0].Verdicts[0].Actions
	if len(a) != 2 || len(a[0].Footnotes) != 1 || a[0].Footnotes[0].Number != 2 || !strings.HasSuffix(a[0].Text, "see it well.") {
		t.Errorf("actions %+v", a)
	}
	// Behind a short line a figure is something else.
	rep = sheet("reads it.").parse(t)
	for _, a := range rep.Commitments[0].Verdicts[0].Actions {
		if len(a.Footnotes) == 1 && a.Footnotes[0].Number == 2 {
			t.Errorf("a marker from %+v", a)
		}
	}
}
