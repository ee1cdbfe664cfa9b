package parse

import (
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/sheet"
)

// boxedHeads are two chapters without a section for the promise: under the
// label and the title stand the quotation, its serial, its source and who led the work.
func boxedHeads(label, titles [2]string, size float64, lead string) *drawnSheet {
	s := newSheet()
	for i := range titles {
		s.page()
		if label[i] != "" {
			s.put(sheetLeft, 10, label[i])
		}
		s.put(sheetLeft, size, "*"+titles[i]+"*")
		s.y += 10
		s.para("“We will put one into every harbour of ours.”")
		s.put(sheetLeft, 9, []string{"2031-41", "2031P-42"}[i]+" Larkhaven Declaration of the Harbours")
		s.y += 10
		s.put(sheetLeft, 9, lead)
		s.put(sheetLeft, 9, "Analysts: Bo Ness, Di Moor")
		s.y += 10
		s.put(sheetLeft, 12, "*Assessment*")
		s.y += 12
		s.ruled([]float64{72, 200, 300}, []string{"", "Score"}, []string{"Canada", "+1"}, []string{"France", "0"}, []string{"Japan", "−1"})
		for _, m := range []string{"Canada: +1", "France: 0", "Japan: −1"} {
			s.put(sheetLeft, 12, "*"+m+"*")
			s.para("It has acted.")
			s.para("Analyst: Cy Fell")
		}
	}
	return s
}

func TestHeadOfAChapterOverThePromise(t *testing.T) {
	titles := [2]string{"Harbours: Tide Gauges", "Sea: Lamps"}
	for _, label := range [][2]string{{"Commitment 4", "Commitment 5"}, {"COMMITMENT 4", "COMMITMENT 5"}, {"Chapter IV", "Chapter V"}} {
		rep := boxedHeads(label, titles, 18, "Lead analyst: Ada Hare").parse(t)
		if len(rep.Commitments) != 2 {
			t.Fatalf("%q: %d chapters", label, len(rep.Commitments))
		}
		for i, c := range rep.Commitments {
			if c.Number != 4+i || c.IssueArea+": "+c.Title != titles[i] || c.ID != []string{"2031-41", "2031P-42"}[i] ||
				c.Text != "We will put one into every harbour of ours." || c.SourceDocument != "Larkhaven Declaration of the Harbours" || c.LeadAnalyst != "Ada Hare" {
				t.Errorf("%q: %d %q %q %q, %q from %q, led by %q", label, c.Number, c.ID, c.IssueArea, c.Title, c.Text, c.SourceDocument, c.LeadAnalyst)
			}
			if len(c.Verdicts) != 3 || c.Verdicts[2].Analyst != "Cy Fell" {
				t.Errorf("%q: sections %+v", label, c.Verdicts)
			}
		}
	}
	// A line that is set as the parts are, without a label, may be the end of
	// the section before.
	for _, c := range boxedHeads([2]string{}, titles, 12, "Lead analyst: Ada Hare").parse(t).Commitments {
		if c.Heading != nil {
			t.Errorf("a heading: %q", c.Heading.Text)
		}
	}
}

func TestSerialOnALineOfItsOwn(t *testing.T) {
	s := newSheet()
	for _, n := range []string{"1", "2"} {
		s.page()
		s.y += 60
		s.put(sheetLeft, 18, "*"+n+" Harbours: Tide Gauges*")
		s.put(sheetLeft, 10, "*Commitment 2031P-4"+n+"*")
		s.y += 10
		s.para("_“We will put one into every harbour of ours.”_")
		s.put(300, 9, "Larkhaven Declaration")
		s.y += 10
		s.put(sheetLeft, 10, "Lead Analyst: Ada Hare")
		s.y += 10
		s.put(sheetLeft, 12, "*Background*")
		s.para("The harbours are old.")
		s.put(sheetLeft, 12, "*Assessment*")
		s.y += 12
		s.ruled([]float64{72, 200, 300}, []string{"", "Score"}, []string{"Canada", "+1"}, []string{"France", "0"}, []string{"Japan", "−1"})
		s.put(sheetLeft, 12, "*Canada: +1*")
		s.para("It has acted.")
		s.para("Canada receives a score of +1.")
	}
	rep := s.parse(t)
	if len(rep.Commitments) != 2 {
		t.Fatalf("%d chapters", len(rep.Commitments))
	}
	for i, c := range rep.Commitments {
		if c.Number != i+1 || c.ID != []string{"2031P-41", "2031P-42"}[i] || c.Title != "Tide Gauges" || c.SourceDocument != "Larkhaven Declaration" || c.LeadAnalyst != "Ada Hare" {
			t.Errorf("%d %q %q, %q from %q, led by %q", c.Number, c.ID, c.Title, c.Text, c.SourceDocument, c.LeadAnalyst)
		}
	}
}

func TestChapterLabel(t *testing.T) {
	r := newReading(&model.Document{}, Options{})
	for text, want := range map[string]int{
		"Commitment 3": 3, "COMMITMENT 12": 12, "Chapter IV": 4, "Pledge No. 7:": 7,
		"Commitment": 0, "Commitment 3 Harbours": 0, "Commitment 2031-4": 0, "Harbour 3": 0, "Commitment 0": 0, "Chapter one": 0,
	} {
		l := sheet.NewLine(&model.Line{Size: 10, Runs: []model.Run{{Text: text, Size: 10}}}, &sheet.Page{})
		if got := r.ChapterLabel(&paragraph.Block{Lines: []*sheet.Line{l}}); got != want {
			t.Errorf("chapterLabel(%q) = %d, want %d", text, got, want)
		}
	}
}
