package parse

import (
	"slices"
	"testing"

	"recount.invalid/recount/parse/internal/front"
)

// chaptersBehind is a report with two chapters behind an introduction; contents
// gives it a table of contents.
func chaptersBehind(contents bool, numbered bool, intro func(s *drawnSheet)) *drawnSheet {
	heads := []string{"Harbours: Tide Gauges", "Safety: Pilots"}
	if numbered {
		heads = []string{"1. " + heads[0], "2. " + heads[1]}
	}
	s := newSheet().page()
	s.put(sheetLeft, 18, "*2031 Larkhaven G7 Summit Final Compliance Report*")
	s.y += 20
	s.para("1 July 2031 to 1 June 2032")
	if contents {
		s.put(sheetLeft, 16, "*Contents*")
		s.y += 4
		s.line("Introduction ............ 2").line(heads[0] + " ............ 3").para(heads[1] + " ............ 4")
	}
	s.page()
	intro(s)
	for _, h := range heads {
		s.page()
		s.put(sheetLeft, 16, "*"+h+"*")
		s.y += 10
		s.put(sheetLeft, 12, "*Commitment*")
		s.para("“We will do what we have promised in the harbours.”")
		s.put(sheetLeft, 12, "*Assessment*")
		s.y += 12
		s.ruled([]float64{72, 200, 300}, []string{"Country", "Score"}, []string{"Canada", "+1"}, []string{"France", "0"}, []string{"Japan", "−1"}, []string{"Average", "0.00"})
		s.y += 20
		s.put(sheetLeft, 12, "*Background*")
		s.para("The members have spoken of it in each of their meetings.")
		s.put(sheetLeft, 11, "*Canada: +1*")
		s.y += 4
		s.para("Canada has fully complied with its commitment.")
		s.para("Thus, Canada receives a score of +1.")
	}
	return s
}

func TestWordsOfAChapterInTheIntroduction(t *testing.T) {
	under := func(words ...string) func(*drawnSheet) {
		return func(s *drawnSheet) {
			s.put(sheetLeft, 16, "*Introduction*")
			s.y += 6
			s.para("The leaders met in Larkhaven, and this is what they did.")
			for _, w := range words {
				s.put(sheetLeft, 12, "*"+w+"*")
				s.y += 4
				s.para("Two of their commitments were looked at by six students.")
			}
		}
	}
	matrix := func(s *drawnSheet) {
		s.put(sheetLeft, 14, "*Assessment*")
		s.y += 10
		s.ruled([]float64{72, 250, 300, 350, 400, 450}, []string{"Commitment", "Canada", "France", "Japan", "Average"},
			[]string{"1 Tide Gauges", "+1", "0", "−1", "0.00"}, []string{"2 Pilots", "+1", "0", "−1", "0.00"})
	}
	for name, c := range map[string]struct {
		contents, numbered bool
		intro              func(*drawnSheet)
	}{
		"none":                           {true, true, under()},
		"the commitments":                {true, true, under("The Commitments")},
		"the score":                      {true, true, under("Final Compliance Score")},
		"three of them":                  {true, true, under("The Commitments", "Background", "Assessment")},
		"no table of contents":           {false, true, under("The Commitments")},
		"no numbers":                     {true, false, under("The Commitments")},
		"over a summary table":           {true, true, matrix},
		"over a summary table, unlisted": {false, false, matrix},
	} {
		t.Run(name, func(t *testing.T) {
			rep := chaptersBehind(c.contents, c.numbered, c.intro).parse(t)
			var got []string
			for _, k := range rep.Commitments {
				got = append(got, k.Title)
				if k.Assessment == nil || len(k.Verdicts) != 1 || len(k.Background) != 1 {
					t.Errorf("the chapter %q has not all its parts", k.Title)
				}
			}
			if !slices.Equal(got, []string{"Tide Gauges", "Pilots"}) {
				t.Errorf("chapters %q", got)
			}
		})
	}
}

// A document that is nothing but a chapter has no heading of a report over it,
// and a chapter may stand below a part's heading.
func TestChapterUnderAnotherHeading(t *testing.T) {
	s := newSheet().page()
	s.put(sheetLeft, 16, "*Introduction*")
	s.y += 6
	s.para("The leaders met in Larkhaven, and this is what they did.")
	s.put(sheetLeft, 12, "*Pilots*")
	s.y += 6
	s.put(sheetLeft, 12, "*Commitment*")
	s.y += 4
	s.para("“We will do what we have promised in the harbours.”")
	s.put(sheetLeft, 12, "*Assessment*")
	s.y += 12
	s.ruled([]float64{72, 200, 300}, []string{"Country", "Score"}, []string{"Canada", "+1"}, []string{"France", "0"}, []string{"Japan", "−1"}, []string{"Average", "0.00"})
	rep := s.parse(t)
	if len(rep.Commitments) != 1 || rep.Commitments[0].Text == "" || rep.Commitments[0].Assessment == nil {
		t.Errorf("chapters %+v", rep.Commitments)
	}
}

func TestContentsAgainstChapters(t *testing.T) {
	intro := func(s *drawnSheet) {
		s.put(sheetLeft, 16, "*Introduction*")
		s.y += 6
		s.para("The leaders met in Larkhaven.")
	}
	rep := chaptersBehind(true, true, intro).parse(t)
	for _, c := range rep.Checks {
		if c.Check == "contents" && (c.Agrees == nil || !*c.Agrees || c.Expected != "2 numbered entries") {
			t.Errorf("check %+v", c)
		}
	}
	// A chapter that is listed and stands there, without any part of one.
	s := newSheet().page()
	s.put(sheetLeft, 16, "*Contents*")
	s.y += 4
	s.line("Introduction ............ 2").line("1. Harbours: Tide Gauges ............ 3").line("2. Safety: Pilots ............ 4").para("3. Light: Lamps ............ 9")
	whole := chaptersBehind(false, true, func(s *drawnSheet) {
		s.put(sheetLeft, 16, "*3. Light: Lamps*")
		s.y += 6
		s.para("The lamps were all lit before the pilots came home to the harbours.")
	})
	for i := range whole.doc.Pages {
		p := whole.doc.Pages[i]
		p.Number += 1
		for k := range p.Lines {
			p.Lines[k].Page = p.Number
		}
		s.doc.Pages = append(s.doc.Pages, p)
	}
	s.doc.Source.Pages = len(s.doc.Pages)
	rep = s.parse(t)
	n := 0
	for _, w := range rep.Warnings {
		if w.Kind == "chapter-unread" {
			n++
			if len(w.About) != 1 || w.About[0] != "/commitments" || len(w.At) == 0 || w.At[0].Page != 3 {
				t.Errorf("doubt %+v", w)
			}
		}
	}
	if n != 1 {
		t.Errorf("%d doubts about a chapter that was not read: %+v", n, rep.Warnings)
	}
}

func TestBeforePage(t *testing.T) {
	for in, want := range map[string]string{
		"Introduction ............ 2": "Introduction", "Preface....iv": "Preface", "1. Trade [36]......5": "1. Trade [36]",
		"Health . . . . . 12": "Health", "Table A: Scores … 4": "Table A: Scores", "Preface iv": "", "Introduction 2": "Introduction", "2": "", "A report of 2031": "A report of",
		"Introduction": "", "civil": "", "Land 12.": "", "1 2 3": "", "": "",
	} {
		got, ok := front.BeforePage(in)
		if got != want || ok != (want != "") {
			t.Errorf("%q: %q, %v", in, got, ok)
		}
	}
}
