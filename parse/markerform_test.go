package parse

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/footnote"
)

// formSheet has a section of Canada with five markers in the form of mark, and
// one of France with two; the notes stand at each section's end, in small type.
func formSheet(mark, note func(n int) string) *drawnSheet {
	s := verdictSheet()
	notes := func(ns ...int) {
		for _, n := range ns {
			s.put(sheetLeft, 8, note(n)+fmt.Sprintf(" Gauge %d, Harbour Office.", n))
		}
		s.y += 10
	}
	s.para("On 3 July 2009, Canada put up one gauge." + mark(1))
	s.para("On 4 July 2009, Canada read it," + mark(2) + " wrote it down and closed the book." + mark(3) + mark(4))
	s.para("On 5 July 2009, Canada put up a sign." + mark(5))
	notes(1, 2, 3, 4, 5)
	s.put(sheetLeft, 11, "*France: 0*")
	s.y += 6
	s.para("France has partially complied with its commitment.")
	s.para("On 6 July 2009, France put up a lamp." + mark(6))
	s.para("On 7 July 2009, France lit the lamp." + mark(7))
	notes(6, 7)
	s.put(sheetLeft, 11, "*Japan: −1*")
	s.y += 6
	return s.para("Japan has not complied with its commitment.", "Nothing was found that it has done in the period.")
}

// marksOf gives each member's actions with their markers.
func marksOf(rep *model.Report) string {
	var b strings.Builder
	for _, c := range rep.Commitments {
		for _, v := range c.Verdicts {
			b.WriteString(v.Member)
			for _, a := range v.Actions {
				b.WriteString(" ")
				for _, f := range a.Footnotes {
					fmt.Fprintf(&b, "%d.", f.Number)
				}
			}
			b.WriteString("; ")
		}
	}
	return b.String()
}

func TestMarkerForms(t *testing.T) {
	in := func(form string, words ...string) func(int) string {
		return func(n int) string {
			if words != nil {
				return strings.ReplaceAll(form, "N", words[n-1])
			}
			return strings.ReplaceAll(form, "N", fmt.Sprint(n))
		}
	}
	roman := []string{"i", "ii", "iii", "iv", "v", "vi", "vii"}
	letters := []string{"a", "b", "c", "d", "e", "f", "g"}
	figures := []string{"¹", "²", "³", "⁴", "⁵", "⁶", "⁷"}
	for _, c := range []struct {
		name       string
		mark, note func(int) string
	}{
		{"brackets", in("[N]"), in("[N]")},
		{"brackets, raised", in("^[N]^"), in("^[N]^")},
		{"brackets, notes in full size", in("^[N]^"), in("[N]")},
		{"brackets, plain notes", in("^[N]^"), in("^N^")},
		{"parentheses", in("^(N)^"), in("^(N)^")},
		{"one parenthesis", in("^N)^"), in("N)")},
		{"full stop", in("^N.^"), in("^N.^")},
		{"full stop, notes in full size", in("^N.^"), in("N.")},
		{"Roman", in("^N^", roman...), in("^N^", roman...)},
		{"Roman in brackets", in("[N]", roman...), in("[N]", roman...)},
		{"letters", in("^N^", letters...), in("^N^", letters...)},
		{"letters in brackets", in("[N]", letters...), in("[N]", letters...)},
		{"letters in parentheses", in("^(N)^", letters...), in("^(N)^", letters...)},
		{"superscript characters", in("N", figures...), in("N", figures...)},
	} {
		rep := formSheet(c.mark, c.note).parse(t)
		if got, want := marksOf(rep), "CAN 1. 2.3.4. 5.; FRA 6. 7.; JPN ; "; got != want {
			t.Errorf("%s: markers %s, not %s (%s)", c.name, got, want, warningKinds(rep))
		}
		if len(rep.Footnotes) != 7 || rep.Footnotes[0].Text != "Gauge 1, Harbour Office." || rep.Footnotes[6].Number != 7 {
			t.Errorf("%s: notes %+v", c.name, rep.Footnotes)
		}
		if a := rep.Commitments[0].Verdicts[0].Actions; len(a) != 3 || a[1].Text != "On 4 July 2009, Canada read it, wrote it down and closed the book." {
			t.Errorf("%s: actions %+v", c.name, a)
		}
	}
}

// A line of a note that begins with a year begins no note, where the notes' numbers
// stand in full size as where they are raised.
func TestYearWithAFullStopIsNoNote(t *testing.T) {
	for _, note := range []string{"^%d.^", "%d."} {
		s := markedActions(verdictSheet(), func(n int) string { return fmt.Sprintf("^%d.^", n) })
		for n := 1; n <= 6; n++ {
			s.put(sheetLeft, 8, fmt.Sprintf(note, n)+fmt.Sprintf(" Gauge %d, Harbour Office (Lind), 3 May", n))
			s.put(sheetLeft, 8, "2009. Accessed 4 June 2009.")
		}
		if got, want := numbersOfNotes(t, s), "CAN 1. 2. 3. 4.; FRA 5. 6.; 1.2.3.4.5.6."; got != want {
			t.Errorf("%s: %s, not %s", note, got, want)
		}
	}
}

func TestMarkersInOneBracketAndSpans(t *testing.T) {
	for _, c := range []struct{ marks, want string }{
		{"[1], [2]", "1.2."}, {"[1, 2]", "1.2."}, {"[1][2]", "1.2."}, {"[1]–[3]", "1.2.3."}, {"[1] – [3]", "1.2.3."}, {"[1–3]", "1.2.3."}, {"[1]; [3]", "1.3."},
	} {
		s := verdictSheet()
		s.para("On 3 July 2009, Canada put up one gauge." + c.marks)
		s.para("On 4 July 2009, Canada read it.[4]")
		s.foot("[1] One, Harbour Office.", "[2] Two, Harbour Office.", "[3] Three, Harbour Office.", "[4] Four, Harbour Office.")
		rep := s.parse(t)
		if got, want := marksOf(rep), "CAN "+c.want+" 4.; "; got != want || len(rep.Footnotes) != 4 {
			t.Errorf("%s: markers %s, not %s; %d notes", c.marks, got, want, len(rep.Footnotes))
		}
	}
}

// A marker that had no room behind its word begins the next line, alone or with
// the next sentence behind it. Behind a short line a bracket is something else.
func TestBracketedMarkerOnTheNextLine(t *testing.T) {
	long := "On 3 July 2009, Canada put up one gauge in the harbour of the north, where the office reads it well in each season."
	short := "On 3 July 2009, Canada put up one."
	for _, c := range []struct {
		lines []string
		want  string
	}{
		{[]string{long, "[2]"}, long},
		{[]string{long, "[2] It told the keepers."}, long + " It told the keepers."},
		{[]string{short, "[2] It told the keepers."}, short + "|[2] It told the keepers."},
	} {
		s := verdictSheet()
		s.para("On 2 July 2009, Canada bought the gauges for the harbours of the north from the makers of the south of it, it said.[1]")
		s.para(c.lines...)
		s.para("On 4 July 2009, Canada read it.[3]")
		s.para("On 5 July 2009, Canada read it again.[4]")
		s.foot("[1] One, Harbour Office.", "[2] Two, Harbour Office.", "[3] Three, Harbour Office.", "[4] Four, Harbour Office.")
		rep := s.parse(t)
		a := rep.Commitments[0].Verdicts[0].Actions
		var texts []string
		for _, x := range a[1 : len(a)-2] {
			texts = append(texts, x.Text)
		}
		if got, marked := strings.Join(texts, "|"), len(a[1].Footnotes) == 1; got != c.want || marked != (c.lines[0] == long) {
			t.Errorf("%q: %s %q", c.lines, marksOf(rep), got)
		}
	}
}

// In a document of bracketed markers other brackets stay text, and so do all in
// one without such notes.
func TestBracketsThatAreNoMarkers(t *testing.T) {
	note := func(s *drawnSheet) *drawnSheet {
		return s.foot("[1] One, Harbour Office [17].", "[2] Two, Harbour Office.", "[3] Three, Harbour Office.", "[4] Four, Harbour Office.")
	}
	for _, text := range []string{
		"On 3 July 2009, Canada read Article [4] of the act.",
		"On 3 July 2009, Canada kept the promise of its serial [2009-38].",
		"On 3 July 2009, Canada kept the promise “in full.”[38]",
		"On 3 July 2009, Canada “lit them [the lamps].”",
		"On 3 July 2009, Canada wrote the first report [2005].",
		"On 3 July 2009, Canada sent out [3 to 4] boats.",
	} {
		s := verdictSheet()
		s.para("On 1 July 2009, Canada put up one gauge.[1] It read it.[2]")
		s.para(text)
		s.para("On 4 July 2009, Canada read it once more.[3] It wrote it down.[4]")
		rep := note(s).parse(t)
		a := rep.Commitments[0].Verdicts[0].Actions
		if len(a) != 3 || a[1].Text != text || len(a[1].Footnotes) != 0 || len(a[2].Footnotes) != 2 {
			t.Errorf("%q: %s %+v", text, marksOf(rep), a)
		}
		if len(rep.Footnotes) != 4 || rep.Footnotes[0].Text != "One, Harbour Office [17]." {
			t.Errorf("%q: notes %+v", text, rep.Footnotes)
		}
	}
	// A serial behind a promise, though it would go on with the count.
	for _, serial := range []string{" [2]", " [2009-2]"} {
		s := newSheet().page()
		s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
		s.y += 10
		s.para("“We will put a tide gauge into every harbour.”" + serial)
		s.put(sheetLeft, 12, "*Assessment*")
		s.y += 12
		s.ruled([]float64{72, 200, 300}, []string{"Country", "Score"}, []string{"Canada", "+1"}, []string{"France", "0"}, []string{"Japan", "−1"}, []string{"Average", "0.00"})
		s.line("*Canada: +1*").para("Canada has fully complied with its commitment.")
		s.para("On 3 July 2009, Canada put up one gauge.[1] It read it.[2]")
		s.para("On 4 July 2009, Canada read it once more.[3] It wrote it down.[4]")
		rep := note(s).parse(t)
		if got := marksOf(rep); got != "CAN 1.2. 3.4.; " || len(rep.Footnotes) != 4 || len(rep.Commitments[0].Footnotes) != 0 {
			t.Errorf("%q: %s %+v", serial, got, rep.Commitments[0])
		}
	}
	// Without notes that count with them, brackets are the document's own.
	s := verdictSheet()
	s.para("On 3 July 2009, Canada put up gauges at its piers[1], in its bays[2] and in its rivers[3].")
	s.para("On 4 July 2009, Canada read them.^1^")
	s.foot("^1^ One, Harbour Office.")
	rep := s.parse(t)
	if a := rep.Commitments[0].Verdicts[0].Actions; len(a) != 2 || !strings.Contains(a[0].Text, "piers[1], in its bays[2]") || len(a[1].Footnotes) != 1 {
		t.Errorf("%s %+v", marksOf(rep), a)
	}
	// Raised letters that do not count up, and exponents.
	s = verdictSheet()
	s.para("On 3 July 2009, the 11^th^ harbour of Canada grew by 20 km² and n^i^ places, a^a^ and b^c^.^1^")
	s.para("On 4 July 2009, Canada read 1 m² of it.^2^")
	s.foot("^1^ One, Harbour Office.", "^2^ Two, Harbour Office.")
	if rep := s.parse(t); marksOf(rep) != "CAN 1. 2.; " || !strings.Contains(rep.Commitments[0].Verdicts[0].Actions[0].Text, "20 km² and ni places") {
		t.Errorf("%s %+v", marksOf(rep), rep.Commitments[0].Verdicts[0].Actions)
	}
}

// Where markers stand behind a space throughout, they leave none behind; the
// number of an article is none.
func TestBracketedMarkersBehindSpaces(t *testing.T) {
	s := verdictSheet()
	s.para("On 3 July 2009, Canada put up one gauge [1]. It read it in Ottawa [2].")
	s.para("On 4 July 2009, Canada kept Article [4] and Article [1] of the act [3] and read it.")
	s.para("On 5 July 2009, Canada read it as before [1, 4].")
	s.foot("[1] One, Harbour Office.", "[2] Two, Harbour Office.", "[3] Three, Harbour Office.", "[4] Four, Harbour Office.")
	rep := s.parse(t)
	a := rep.Commitments[0].Verdicts[0].Actions
	if got := marksOf(rep); got != "CAN 1.2. 3. 1.4.; " || a[0].Text != "On 3 July 2009, Canada put up one gauge. It read it in Ottawa." || a[1].Text != "On 4 July 2009, Canada kept Article [4] and Article [1] of the act and read it." {
		t.Errorf("%s, %+v", got, a)
	}
}

// A number without a marker is left out of the count, one without a note keeps
// its marker.
func TestBracketedMarkersWithGaps(t *testing.T) {
	s := verdictSheet()
	s.para("On 3 July 2009, Canada put up one gauge.[1] It read it.[3]")
	s.para("On 4 July 2009, Canada read it again.[4][5]")
	s.para("On 5 July 2009, Canada read it as before.[1]")
	s.para("On 6 July 2009, Canada took it down.[6]")
	s.foot("[1] One, Harbour Office.", "[2] Two, Harbour Office.", "[3] Three, Harbour Office.", "[4] Four, Harbour Office.", "[6] Six, Harbour Office.")
	rep := s.parse(t)
	if got := marksOf(rep); got != "CAN 1.3. 4.5. 1. 6.; " || len(rep.Footnotes) != 5 {
		t.Errorf("%s, notes %+v", got, rep.Footnotes)
	}
}

// Notes in the size of the text at the chapter's end.
func TestBracketedNotesInTheSizeOfTheText(t *testing.T) {
	s := verdictSheet()
	for n := 1; n <= 4; n++ {
		s.para(fmt.Sprintf("On %d July 2009, Canada put up a gauge and read it.[%d]", n, n))
	}
	s.para("Thus, Canada receives a score of +1.")
	for n := 1; n <= 4; n++ {
		s.para(fmt.Sprintf("[%d] Gauge %d, Harbour Office.", n, n))
	}
	rep := s.parse(t)
	if got := marksOf(rep); got != "CAN 1. 2. 3. 4.; " || len(rep.Footnotes) != 4 || rep.Footnotes[3].Text != "Gauge 4, Harbour Office." {
		t.Errorf("%s, notes %+v", got, rep.Footnotes)
	}
}

func TestRomanAndLetterNumbers(t *testing.T) {
	for n, s := range map[int]string{1: "i", 4: "iv", 9: "ix", 14: "xiv", 48: "xlviii", 99: "xcix", 120: "cxx"} {
		if got := footnote.RomanValue(s); got != n {
			t.Errorf("%s is %d, not %d", s, got, n)
		}
	}
	for _, s := range []string{"iiii", "vx", "word", "ic", "vv", ""} {
		if got := footnote.RomanValue(s); got != 0 {
			t.Errorf("%q is %d", s, got)
		}
	}
	for n, s := range map[int]string{1: "a", 26: "z", 27: "aa", 52: "zz", 0: "ab"} {
		if got := footnote.LetterNumber(s); got != n {
			t.Errorf("%s is %d, not %d", s, got, n)
		}
	}
}

// Enumerations in the text, 'are: 1) the mill', are no markers of a document
// whose markers are raised figures.
func TestEnumerationsAreNoSecondForm(t *testing.T) {
	s := verdictSheet()
	for i := 1; i <= 9; i++ {
		s.para("The office read a gauge; its aims are: 1) the mill, 2) the pier and 3) the gate.^" + strconv.Itoa(i) + "^")
	}
	var got []int
	for _, v := range s.parse(t).Commitments[0].Verdicts {
		for _, a := range v.Actions {
			for _, f := range a.Footnotes {
				got = append(got, f.Number)
			}
		}
	}
	if want := []int{1, 2, 3, 4, 5, 6, 7, 8, 9}; !slices.Equal(got, want) {
		t.Errorf("markers %v, want %v", got, want)
	}
}
