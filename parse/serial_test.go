package parse

import (
	"fmt"
	"slices"
	"strconv"
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/chapter"
)

// serialSheet is a report of two chapters; front and promise put in what the
// case has of serials.
func serialSheet(front func(s *drawnSheet), heads [2]string, labels [2]string) *drawnSheet {
	promises := [2]string{"We will put a gauge into every harbour of ours.", "We commit to train pilots for the northern straits."}
	s := newSheet().page()
	s.put(sheetLeft, 18, "*2031 Larkhaven G7 Summit Final Compliance Report*")
	s.y += 20
	s.para("1 July 2031 to 1 June 2032")
	if front != nil {
		front(s)
	}
	for i := range heads {
		s.page()
		s.put(sheetLeft, 16, "*"+heads[i]+"*")
		s.y += 10
		if labels[i] == "" {
			s.put(sheetLeft, 12, "*Commitment*")
		} else {
			s.put(sheetLeft, 12, "*"+labels[i]+"*")
		}
		s.y += 4
		s.para("“" + promises[i] + "”")
		s.put(sheetLeft, 12, "*Assessment*")
		s.y += 12
		s.ruled([]float64{72, 200, 300}, []string{"Country", "Score"}, []string{"Canada", "+1"}, []string{"France", "0"}, []string{"Japan", "−1"}, []string{"Average", "0.00"})
		s.y += 20
		s.put(sheetLeft, 12, "*Background*")
		s.y += 4
		s.para("The members have spoken of it since 2012-13, in each of their meetings.")
	}
	return s
}

func TestSerialsWhereverTheyStand(t *testing.T) {
	plain := [2]string{"1. Harbours: Tide Gauges", "2. Safety: Pilots"}
	short := [2]string{"1. Harbours: Tide Gauges [72]", "2. Safety: Pilots [118]"}
	for name, c := range map[string]struct {
		front         func(*drawnSheet)
		heads, labels [2]string
		want          []string
		doubts        int
	}{
		"beside 'Commitment'": {nil, plain, [2]string{"Commitment [2031-72]", "Commitment [2031-118]"}, []string{"2031-72", "2031-118"}, 0},
		"the fuller of two":   {nil, short, [2]string{"Commitment [2031-72]", "Commitment [2031-118]"}, []string{"2031-72", "2031-118"}, 0},
		"a list has the fuller": {func(s *drawnSheet) {
			s.para("2031-72 We will put a gauge into every harbour of ours. Larkhaven Declaration")
		}, short, [2]string{}, []string{"2031-72", "118"}, 0},
		"a list of another summit has one that ends alike": {func(s *drawnSheet) {
			s.para("2030-72 We will put a gauge into every harbour of ours. Larkhaven Declaration")
		}, short, [2]string{}, []string{"72", "118"}, 0},
		"two rows end alike": {func(s *drawnSheet) {
			s.para("2030-72 We will put a gauge into every harbour of ours. Tollness Declaration")
			s.para("2031-72 We will put a gauge into every harbour of ours. Larkhaven Declaration")
			s.para("2031-118 The ports of the east will be dredged. Larkhaven Declaration")
		}, short, [2]string{}, []string{"2031-72", "118"}, 0},
		"places in a list": {func(s *drawnSheet) {
			s.para("72. We will put a gauge into every harbour of ours. Larkhaven Declaration")
			s.para("1. 2031-7 We commit to train pilots for the northern straits. Larkhaven Declaration")
		}, [2]string{"1. Harbours: Tide Gauges [72]", "2. Safety: Pilots [7]"}, [2]string{}, []string{"72", "2031-7"}, 0},
		"a list has what may be two years": {func(s *drawnSheet) {
			s.para("2031-32 Harbours: Tide Gauges")
		}, [2]string{"1. Harbours: Tide Gauges [32]", "2. Safety: Pilots [118]"}, [2]string{}, []string{"32", "118"}, 0},
		"a list shows that it is no two years": {func(s *drawnSheet) {
			s.para("2031-32 Harbours: Tide Gauges")
			s.para("2031-118 Safety: Pilots")
		}, [2]string{"1. Harbours: Tide Gauges [32]", "2. Safety: Pilots [118]"}, [2]string{}, []string{"2031-32", "2031-118"}, 0},
		"a list of another year shows nothing": {func(s *drawnSheet) {
			s.para("2031-32 Harbours: Tide Gauges")
			s.para("2030-118 Safety: Pilots")
		}, [2]string{"1. Harbours: Tide Gauges [32]", "2. Safety: Pilots [118]"}, [2]string{}, []string{"32", "118"}, 0},
		"a list has the fuller of another": {func(s *drawnSheet) {
			s.para("2031-73 We will put a gauge into every harbour of ours. Larkhaven Declaration")
		}, short, [2]string{}, []string{"72", "118"}, 1},
		"rows in several paragraphs": {func(s *drawnSheet) {
			for _, row := range []string{"2031-118 Safety 2. We commit to train", "pilots for the", "northern straits.", "2031-72 Harbours 1. We will put", "a gauge into every", "harbour of ours."} {
				s.y += 8
				s.para(row)
			}
		}, plain, [2]string{}, []string{"2031-72", "2031-118"}, 0},
		"two that are not the same":     {nil, short, [2]string{"Commitment [2031-73]", "Commitment [2031-118]"}, []string{"72", "2031-118"}, 1},
		"in the headings alone":         {nil, short, [2]string{}, []string{"72", "118"}, 0},
		"nowhere; years are no serials": {nil, plain, [2]string{}, []string{"", ""}, 0},
		"a number beside 'Commitment'":  {nil, plain, [2]string{"Commitment 1", "Commitment 2"}, []string{"", ""}, 0},
		"in the text of a list": {func(s *drawnSheet) {
			s.para("2031-118 We commit to train pilots for the northern straits. Larkhaven Declaration")
			s.para("2031-72 We will put a gauge into every harbour of ours. Larkhaven Declaration")
		}, plain, [2]string{}, []string{"2031-72", "2031-118"}, 0},
		"in a table by title": {func(s *drawnSheet) {
			s.ruled([]float64{72, 120, 400}, []string{"Serial", "Commitment"}, []string{"2031-118", "Pilots"}, []string{"2031-72", "Tide Gauges"})
		}, plain, [2]string{}, []string{"", ""}, 0}, // a word alone may stand for anything
		"in a table by area and title": {func(s *drawnSheet) {
			s.ruled([]float64{72, 120, 400}, []string{"Serial", "Commitment"}, []string{"2031-118", "Safety: Pilots"}, []string{"2031-72", "Harbours: Tide Gauges"})
		}, plain, [2]string{}, []string{"2031-72", "2031-118"}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			rep := serialSheet(c.front, c.heads, c.labels).parse(t)
			var got []string
			for _, k := range rep.Commitments {
				got = append(got, k.ID)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("serials %q, want %q", got, c.want)
			}
			doubts := slices.DeleteFunc(slices.Clone(rep.Warnings), func(w model.Warning) bool { return w.Kind != "serial-differs" })
			if len(doubts) != c.doubts {
				t.Errorf("%d doubts, want %d: %+v", len(doubts), c.doubts, doubts)
			}
			for _, w := range doubts {
				if len(w.About) != 1 || w.About[0] != "/commitments/0/id" || len(w.Readings) != 2 {
					t.Errorf("doubt %+v", w)
				}
			}
		})
	}
}

func TestSerialWords(t *testing.T) {
	for in, want := range map[string]string{
		"[2031-72]": "2031-72", "2031-72:": "2031-72", "(2031-72)": "2031-72", "2031A-7": "2031A-7", "[134]": "134",
		"2031-72.": "2031-72", "2031": "", "134": "", "31-72": "", "2031-06-01": "", "2031-x": "", "COVID-19": "", "(2031)": "",
	} {
		if got, _ := chapter.SerialWord(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]bool{"2031-32": true, "2031-33": false, "2031-132": false, "31-32": false} {
		if chapter.YearSpan(in) != want {
			t.Errorf("%q may be two years: %v", in, !want)
		}
	}
	for _, c := range [][2]string{{"72", "2031-72"}, {"2031-72", "72"}, {"7", "2031A-7"}, {"72", "72"}} {
		if !chapter.SameSerial(c[0], c[1]) {
			t.Errorf("%q and %q are one", c[0], c[1])
		}
	}
	for _, c := range [][2]string{{"72", "2031-172"}, {"72", "73"}, {"2030-72", "2031-72"}} {
		if chapter.SameSerial(c[0], c[1]) {
			t.Errorf("%q and %q are two", c[0], c[1])
		}
	}
}

// A chapter whose promise follows its heading without a word, with the serial
// between the quotation and the source, and who led the work below it.
func TestChapterWithPeopleBelowItsHeading(t *testing.T) {
	s := newSheet()
	for i, area := range []string{"Tide Gauges", "Lamps"} {
		s.page().put(sheetLeft, 16, fmt.Sprintf("*%d. Harbours: %s*", i+1, area))
		s.y += 10
		s.para("“We will put one into every harbour.” (2031-"+strconv.Itoa(i+5)+")", "Declaration of the Northern Harbours")
		s.line("Lead Analyst: Ada Hare")
		s.put(sheetLeft, 12, "*Background*")
		s.para("The harbours are old.")
		s.put(sheetLeft, 11, "*Canada: +1*")
		s.para("Canada has fully complied with its commitment.")
		s.para("Thus, Canada receives a score of +1.")
		s.line("Analyst: Ben Wolf")
	}
	rep := s.parse(t)
	if len(rep.Commitments) != 2 {
		t.Fatalf("%d chapters", len(rep.Commitments))
	}
	for i, area := range []string{"Tide Gauges", "Lamps"} {
		c := rep.Commitments[i]
		if c.IssueArea != "Harbours" || c.Title != area || c.ID != "2031-"+strconv.Itoa(i+5) || c.Text != "We will put one into every harbour." ||
			c.SourceDocument != "Declaration of the Northern Harbours" || c.LeadAnalyst != "Ada Hare" {
			t.Errorf("%q %q %q %q %q %q", c.IssueArea, c.Title, c.ID, c.Text, c.SourceDocument, c.LeadAnalyst)
		}
	}
}
