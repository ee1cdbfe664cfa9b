package parse

import (
	"errors"
	"strings"
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/front"
	"recount.invalid/recount/parse/internal/sheet"
)

func warningKinds(rep *model.Report) string {
	var ks []string
	for _, w := range rep.Warnings {
		ks = append(ks, w.Kind+": "+w.Text)
	}
	return strings.Join(ks, "\n")
}

func TestChapterWhole(t *testing.T) {
	s := newSheet().page().chapterHead()
	s.put(sheetLeft, 12, "*Background*")
	s.para("Tide gauges were first promised in the harbour of Lind.^1^ They measure", "the height of the sea twice a day.^2^")
	s.put(sheetLeft, 12, "*Canada: +1*")
	s.para("Canada has fully complied with its commitment to put a tide gauge into", "every harbour.")
	s.para("On 4 October 2031, Minister Ada Quill opened a gauge at Port Lind and", "spoke of CAD3 million for seven more.^3^")
	s.para("Canada has fully complied with its commitment.")
	s.para("Thus, Canada receives a score of +1.")
	s.put(400, 11, "Analyst: Rune Vale")
	s.foot("^1^ Gauges, Lind Harbour Office (Lind) 1 May 2030. Access Date: 2 June 2031.", "https://harbour.example/gauges",
		"^2^ Tides, Lind Harbour Office (Lind) 3 May 2030. Access Date: 2 June 2031. https://harbour.example/tides",
		"^3^ Seven More, Ministry of Tides (Ottawa) 4 October 2031. Access Date: 9 October 2031. https://tides.example/7")
	rep := s.parse(t)
	if len(rep.Commitments) != 1 {
		t.Fatalf("%d chapters", len(rep.Commitments))
	}
	c := rep.Commitments[0]
	if c.Number != 4 || c.IssueArea != "Harbours" || c.Title != "Tide Gauges" || c.Text != "We will put a tide gauge into every harbour." {
		t.Errorf("heading: %d %q %q %q", c.Number, c.IssueArea, c.Title, c.Text)
	}
	var got []string
	for _, s := range c.Assessment.Scores {
		v := "nil"
		if s.Score != nil {
			v = string(rune('0' + *s.Score + 1))
		}
		got = append(got, s.Member+v+s.Column)
	}
	if want := "CAN2full FRA1partial JPN0none"; strings.Join(got, " ") != want {
		t.Errorf("scores %v, want %s", got, want)
	}
	if a := c.Assessment.Average; a == nil || a.Value.String() != "0.00" || a.Percent.String() != "50" {
		t.Errorf("average %+v", a)
	}
	if len(c.Background) != 1 || c.Background[0].Text != "Tide gauges were first promised in the harbour of Lind. They measure the height of the sea twice a day." {
		t.Errorf("background %+v", c.Background)
	}
	if f := c.Background[0].Footnotes; len(f) != 2 || f[0].Number != 1 || f[0].Offset != 55 || f[1].Number != 2 {
		t.Errorf("markers %+v", f)
	}
	if len(c.Verdicts) != 1 {
		t.Fatalf("%d verdicts", len(c.Verdicts))
	}
	v := c.Verdicts[0]
	if v.Member != "CAN" || v.HeadingScore == nil || *v.HeadingScore != 1 || v.ConcludingScore == nil || *v.ConcludingScore != 1 || v.Analyst != "Rune Vale" {
		t.Errorf("verdict %+v", v)
	}
	if v.Opening == nil || v.Opening.Compliance != "full" || v.Closing == nil || v.Closing.Compliance != "full" {
		t.Errorf("opening %+v closing %+v", v.Opening, v.Closing)
	}
	if len(v.Actions) != 1 || v.Actions[0].Date != "2031-10-04" || len(v.Actions[0].Footnotes) != 1 || v.Actions[0].Footnotes[0].Number != 3 {
		t.Errorf("actions %+v", v.Actions)
	}
	if len(rep.Footnotes) != 3 || rep.Footnotes[0].URL != "https://harbour.example/gauges" || rep.Footnotes[2].Commitment != 4 || rep.Footnotes[1].Published != "2030-05-03" {
		t.Errorf("footnotes %+v", rep.Footnotes)
	}
	// The sheet is a chapter without a cover, and has one section of three.
	for _, w := range rep.Warnings {
		if w.Kind != "cover-unread" && w.Kind != "section-missing" {
			t.Errorf("warnings:\n%s", warningKinds(rep))
		}
	}
}

func TestNoText(t *testing.T) {
	if _, err := Parse(t.Context(), &newSheet().page().doc, Options{}); !errors.Is(err, sheet.ErrNoText) {
		t.Errorf("error %v, want ErrNoText", err)
	}
}

func TestNotReport(t *testing.T) {
	s := newSheet().page()
	s.para("A recipe for soup: take seven carrots and a little salt, and stir until", "the steam smells of the sea.")
	if _, err := Parse(t.Context(), &s.doc, Options{}); !errors.Is(err, front.ErrNotReport) {
		t.Errorf("error %v, want ErrNotReport", err)
	}
}
