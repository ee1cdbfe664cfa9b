package parse

import (
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/grid"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/scoring"
	"recount.invalid/recount/parse/internal/sheet"
)

// texts gives the background paragraphs of the only chapter.
func background(t *testing.T, rep *model.Report) []string {
	t.Helper()
	var out []string
	for _, p := range rep.Commitments[0].Background {
		out = append(out, p.Text)
	}
	return out
}

// backgroundSheet is a chapter down to its background, ready for paragraphs.
func backgroundSheet() *drawnSheet {
	s := newSheet().page().chapterHead()
	return s.put(sheetLeft, 12, "*Background*")
}

const full = "The keeper of the lamp at Port Lind counts every ship that passes the outer mole and writes the hour"

func TestParagraphOverPage(t *testing.T) {
	for name, c := range map[string]struct {
		last, next string
		want       int
	}{
		"open sentence goes on":              {full, "of its passing into a book.", 1},
		"ended early, a new sentence":        {"The book is kept.", "Ships are many.", 2},
		"ended early but in mid-sentence":    {"The book is kept", "in the tower.", 1},
		"dated action after a full line":     {full + ".", "On 3 May 2030, the lamp was lit for the first time in the harbour of Lind.", 2},
		"short, markers in a list":           {"The book is kept by day and by night.^1^^,^ ^2^", "£2 million was put into the lamps of Lind.", 2},
		"short, markers in brackets":         {"The book is kept by day and by night.[1], [2]", "Ships are many.", 2},
		"short, plain markers":               {"The book is kept by day and by night.1, 2", "Ships are many.", 2},
		"short, markers as signs":            {"The book is kept by day and by night.*†", "„Ships“ are many.", 2},
		"a sum in mid-sentence, with":        {"The lamp cost the town of Lind and the port", "£2 million in all.", 1},
		"a sum behind a full line, with":     {full + ".", "£2 million was put into the lamps of Lind.", 1},
		"a mark behind a full line, with":    {full + ".", "→ Ships are many in the harbour of Lind.", 1},
		"full line and full stop: one, with": {full + ".", "Ships are many in the harbour of Lind at that time of the year, says the book.", 1},
	} {
		s := backgroundSheet()
		s.line(c.last)
		s.page()
		s.para(c.next)
		rep := s.parse(t)
		if got := background(t, rep); len(got) != c.want {
			t.Errorf("%s: %d paragraphs %q, want %d", name, len(got), got, c.want)
		}
		if strings.HasSuffix(name, "with") && !strings.Contains(warningKinds(rep), "paragraph-over-page") {
			t.Errorf("%s: no warning", name)
		}
	}
}

// Where text is flush with both margins a line that ends a little before the right one
// ends its paragraph, though the next page's first word would not have fitted; in ragged
// text it may go on.
func TestShortLineOverPage(t *testing.T) {
	const next = "Harbourmasters’ ships are many at that time of the year, says the book."
	for name, c := range map[string]struct {
		flush bool
		last  string
		want  int
	}{
		"flush, short":                 {true, edge("The lamp", "")[:85] + ".", 2},
		"flush, short, markers behind": {true, edge("The lamp", "")[:85] + ".^20, 21^", 2},
		"flush, full":                  {true, edge("The lamp", "")[:93] + ".", 1},
		"flush, short, sentence open":  {true, edge("The lamp", "")[:85], 1},
		"ragged, short":                {false, edge("The lamp", "")[:85] + ".", 1},
	} {
		s := backgroundSheet()
		for i := range 16 {
			l := edge("Lamp "+strings.Repeat("i", i+1)+" was", "")
			l = strings.TrimSpace(l) + strings.Repeat("e", len(l)-len(strings.TrimSpace(l)))
			if !c.flush {
				l = l[:90-i%7]
			}
			s.line(l)
			if i%4 == 3 {
				s.para("at the mole.")
			} else {
				s.line(strings.Replace(l, "Lamp", "lamp", 1))
			}
		}
		s.line(c.last)
		s.page()
		text := next
		if strings.HasSuffix(name, "open") {
			text = "harbourmasters’ ships are many at that time of the year, says the book."
		}
		s.para(text)
		rep := s.parse(t)
		got := background(t, rep)
		if len(got) != 4+c.want {
			t.Errorf("%s: %d paragraphs %q, want %d", name, len(got), got, 4+c.want)
		}
		if told := strings.Contains(warningKinds(rep), "paragraph-over-page"); told != (c.want == 1 && strings.HasPrefix(text, "H")) {
			t.Errorf("%s: told %v", name, told)
		}
	}
}

func TestNoteOverPage(t *testing.T) {
	s := backgroundSheet()
	s.para("The lamp was lit.^1^")
	s.foot("^1^ A Long Account of the Lamp and of the Book in which Its Keeper", "Counts the Ships,")
	s.page().para("The lamp burns.^2^")
	s.foot("Harbour Office (Lind) 1 May 2030.", "^2^ Burning, Harbour Office (Lind) 2 May 2030.")
	s.page().para("No note stands here.")
	rep := s.parse(t)
	if len(rep.Footnotes) != 2 {
		t.Fatalf("%d notes: %+v", len(rep.Footnotes), rep.Footnotes)
	}
	if want := "A Long Account of the Lamp and of the Book in which Its Keeper Counts the Ships, Harbour Office (Lind) 1 May 2030."; rep.Footnotes[0].Text != want {
		t.Errorf("note %q, want %q", rep.Footnotes[0].Text, want)
	}
	if at := rep.Footnotes[0].At; len(at) != 2 || at[0].Page != 1 || at[1].Page != 2 {
		t.Errorf("places %v, want pages 1 and 2", at)
	}
	if got := background(t, rep); len(got) != 3 {
		t.Errorf("paragraphs %q", got)
	}
}

func TestRunningHeads(t *testing.T) {
	s := newSheet()
	for i := range 4 {
		if i == 0 {
			s.page().heads("2031 Lind Compliance Report", "Lind Research Group").chapterHead()
			s.put(sheetLeft, 12, "*Background*")
		} else {
			s.page().heads("2031 Lind Compliance Report", "Lind Research Group")
		}
		s.para("The tide is high.", "It falls at noon.")
	}
	rep := s.parse(t)
	heads := map[string]int{}
	for _, h := range rep.RunningHeads {
		heads[h.Text] = len(h.Pages)
	}
	if heads["# Lind Compliance Report"] != 4 || heads["Lind Research Group"] != 4 || heads["#"] != 4 {
		t.Errorf("heads %v", heads)
	}
	for _, p := range background(t, rep) {
		if strings.Contains(p, "Lind") {
			t.Errorf("a head stands in the text: %q", p)
		}
	}
}

// A line that several pages share is text when other text stands outside it.
func TestRepeatedLineInText(t *testing.T) {
	s := backgroundSheet()
	for i := range 3 {
		s.page()
		s.y = 60
		s.para([]string{"Red", "Green", "Blue"}[i] + " ships pass.")
		s.para("The tide is high.")
	}
	rep := s.parse(t)
	if n := strings.Count(strings.Join(background(t, rep), " "), "The tide is high."); n != 3 {
		t.Errorf("the repeated line stands %d times in the text, want 3; heads %+v", n, rep.RunningHeads)
	}
}

func TestOpenAssessment(t *testing.T) {
	s := newSheet().page()
	s.put(sheetLeft, 16, "*Harbours*")
	s.y += 8
	s.para("We will light every mole.")
	s.put(sheetLeft, 11, "*Assessment*")
	s.y += 6
	for _, row := range [][]string{
		{"", "Lack of Compliance", "Work in Progress", "Full Compliance"},
		{"", "−1", "0", "+1"},
		{"Canada", "", "0", ""},
		{"France", "", "", "+1"},
		{"United Kingdom", "", "", "+1"},
		{"Japan", "", "0", ""},
		{"Overall", "", "", "0.50"},
	} {
		for c, text := range row {
			if text != "" {
				s.at([]float64{72, 200, 320, 430}[c], s.y, 11, text)
			}
		}
		s.y += 1.3 * 11
	}
	s.mergeRows()
	s.y += 10
	s.put(sheetLeft, 11, "*Background*")
	s.para("Moles were dark.")
	rep := s.parse(t)
	c := rep.Commitments[0]
	if c.Assessment == nil || len(c.Assessment.Scores) != 4 {
		t.Fatalf("assessment %+v\n%s", c.Assessment, warningKinds(rep))
	}
	for i, want := range []string{"partial", "full", "full", "partial"} {
		if got := c.Assessment.Scores[i]; got.Column != want || got.Score == nil {
			t.Errorf("%s: column %q, want %q", got.Name, got.Column, want)
		}
	}
	if a := c.Assessment.Average; a == nil || a.Value.String() != "0.50" {
		t.Errorf("average %+v", a)
	}
	if c.IssueArea != "Harbours" || c.Text != "We will light every mole." || len(c.Background) != 1 {
		t.Errorf("%q %q %+v", c.IssueArea, c.Text, c.Background)
	}
}

// A table that rules its columns but not its rows.
func TestColumnsRuledOnly(t *testing.T) {
	s := newSheet().page()
	s.put(sheetLeft, 16, "*2. Moles*")
	s.put(sheetLeft, 12, "*Assessment*")
	s.y += 10
	top := s.y
	for _, row := range [][]string{
		{"", "No Compliance", "Partial Compliance", "Full Compliance"},
		{"Canada", "", "0", ""}, {"France", "-1", "", ""}, {"Japan", "", "", "+1"}, {"Average", "", "0", ""},
	} {
		for c, text := range row {
			if text != "" {
				s.at([]float64{75, 205, 305, 405}[c], s.y, 11, text)
			}
		}
		s.y += 14
	}
	s.mergeRows()
	for _, x := range []float64{72, 200, 300, 400, 520} {
		s.rule(x, top-12, x, s.y)
	}
	s.rule(72, top-12, 520, top-12).rule(72, s.y, 520, s.y).rule(72, top+3, 520, top+3)
	rep := s.parse(t)
	a := rep.Commitments[0].Assessment
	if a == nil || len(a.Scores) != 3 {
		t.Fatalf("assessment %+v\n%s", a, warningKinds(rep))
	}
	for i, want := range []string{"CAN partial 0", "FRA none -1", "JPN full +1"} {
		if got := a.Scores[i].Member + " " + a.Scores[i].Column + " " + a.Scores[i].Text; got != want {
			t.Errorf("row %d: %q, want %q", i, got, want)
		}
	}
}

func TestEndnotes(t *testing.T) {
	s := backgroundSheet()
	s.para("The lamp was lit.^1^ It burns.^2^ Ships come.^3^")
	s.put(sheetLeft, 9, "^1^ Lamps, Harbour Office (Lind) 1 May 2030.")
	s.put(sheetLeft, 9, "^2^ Oil, Harbour Office (Lind) 2 May 2030,")
	s.put(sheetLeft, 9, "the second part.")
	s.put(sheetLeft, 9, "^3^ Ships, Harbour Office (Lind) 3 May 2030.")
	s.y += 10
	s.put(sheetLeft, 16, "*5. Lamps*")
	s.put(sheetLeft, 12, "*Background*")
	s.para("Lamps are old.")
	rep := s.parse(t)
	if len(rep.Footnotes) != 3 || !strings.HasSuffix(rep.Footnotes[1].Text, "the second part.") {
		t.Fatalf("notes %+v", rep.Footnotes)
	}
	if len(rep.Commitments) != 2 || rep.Commitments[1].Number != 5 || len(rep.Commitments[1].Background) != 1 {
		t.Errorf("chapters %+v", rep.Commitments)
	}
}

// An exponent is raised and a figure, and no marker.
func TestExponent(t *testing.T) {
	s := backgroundSheet()
	s.para("The basin has 40 km^2^ of water.^7^")
	s.foot("^7^ Basin, Harbour Office (Lind) 1 May 2030.")
	rep := s.parse(t)
	b := rep.Commitments[0].Background[0]
	if b.Text != "The basin has 40 km2 of water." || len(b.Footnotes) != 1 || b.Footnotes[0].Number != 7 {
		t.Errorf("%q %+v", b.Text, b.Footnotes)
	}
}

func TestFiguresList(t *testing.T) {
	for in, want := range map[string][]int{"12": {12}, "12,13": {12, 13}, "12, 13": {12, 13}, "12–14": {12, 13, 14}, "12;13": {12, 13}} {
		got, ok := sheet.FiguresList(in)
		if !ok || len(got) != len(want) || got[0] != want[0] || got[len(got)-1] != want[len(want)-1] {
			t.Errorf("%q: %v", in, got)
		}
	}
	for _, in := range []string{"", "st", "1a", "123456", "–", "1.5"} {
		if got, ok := sheet.FiguresList(in); ok {
			t.Errorf("%q is no list of markers, got %v", in, got)
		}
	}
}

func TestTakeSerial(t *testing.T) {
	for in, want := range map[string]string{
		"Lamps [2008-72]": "2008-72", "Lamps (2031-4)": "2031-4", "Lamps [134]": "134", "Lamps (2013)": "", "Lamps (all)": "", "Lamps": "", "Lamps (see 4)": "",
	} {
		if _, got := scoring.TakeSerial(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// An excerpt that begins among a chapter's members is read from the first
// member's heading on.
func TestExcerptFromTheMiddle(t *testing.T) {
	s := newSheet().page()
	s.para("of the harbour, says the book of the keeper.^1^")
	s.put(sheetLeft, 12, "*Japan: 0*")
	s.para("Japan has partially complied with its commitment to light every mole.")
	s.para("Thus, Japan receives a score of 0.")
	rep := s.parse(t)
	if len(rep.Commitments) != 1 || len(rep.Commitments[0].Verdicts) != 1 || rep.Commitments[0].Verdicts[0].Member != "JPN" {
		t.Fatalf("chapters %+v", rep.Commitments)
	}
	if !strings.Contains(warningKinds(rep), "chapter-without-heading") {
		t.Errorf("no warning: %s", warningKinds(rep))
	}
}

// A heading that looks like a member's, and no sentence that awards a score:
// a table of results in sport is no report.
func TestMemberHeadingAlone(t *testing.T) {
	s := newSheet().page()
	s.put(sheetLeft, 12, "*Japan: 0*")
	s.para("The match in the harbour of Lind ended without a goal.")
	if _, err := Parse(t.Context(), &s.doc, Options{}); err == nil {
		t.Error("taken for a report")
	}
}

// A page of prose under a report's name is no cover: its paragraphs stay
// sections, its figures are read.
func TestSummaryPageAlone(t *testing.T) {
	s := newSheet().page()
	s.put(200, 9, "2031 G7 Lind Summit Final Compliance Report")
	s.y += 20
	s.put(sheetLeft, 12, "*2031 Lind Final Compliance by Member*")
	s.para("For compliance with the six commitments of the Lind summit, Canada had the", "highest compliance with a score of +0.83 (92%), and the lowest compliance", "was that of Japan with −0.17 (42%). The difference between the highest and", "the lowest is 1.00, and nobody at the summit of Lind had foreseen it, says", "the book of the keeper of the lamp.")
	rep := s.parse(t)
	if rep.Report.Forum != "G7" || rep.Report.Summit.Name != "Lind" || rep.Report.Summit.Year != 2031 || rep.Report.Stage != "final" {
		t.Errorf("report %+v", rep.Report)
	}
	if len(rep.Report.Cover) != 0 || len(rep.Figures) < 2 {
		t.Errorf("cover %+v, figures %+v", rep.Report.Cover, rep.Figures)
	}
}

// Two pages that happen to begin with the same line of text, where other pages
// begin with text too, have no running head.
func TestPagesThatBeginAlike(t *testing.T) {
	s := backgroundSheet()
	for _, first := range []string{"The lamp is lit.", "The tide is out.", "The lamp is lit."} {
		s.page().para(first).para("Ships pass the mole of Lind.")
	}
	rep := s.parse(t)
	if got := strings.Join(background(t, rep), " "); strings.Count(got, "The lamp is lit.") != 2 {
		t.Errorf("background %q, heads %+v", got, rep.RunningHeads)
	}
}

// A member's heading in bold on the line on which its text begins.
func TestRunInHeading(t *testing.T) {
	s := newSheet().page().chapterHead()
	s.put(sheetLeft, 12, "*Background*")
	s.para("Moles were dark.")
	s.para("*Canada: +1* Canada has fully complied with its commitment to put a tide", "gauge into every harbour.")
	s.para("On 4 October 2031, Minister Ada Quill opened a gauge at Port Lind.^1^")
	s.para("Thus, Canada is awarded a score of +1.")
	s.para("*France: 0* France has partially complied with its commitment.")
	s.para("Thus, France is awarded a score of 0.")
	rep := s.parse(t)
	vs := rep.Commitments[0].Verdicts
	if len(vs) != 2 || vs[0].Member != "CAN" || vs[1].Member != "FRA" || *vs[0].HeadingScore != 1 {
		t.Fatalf("verdicts %+v\n%s", vs, warningKinds(rep))
	}
	if vs[0].Opening == nil || vs[0].Opening.Text != "Canada has fully complied with its commitment to put a tide gauge into every harbour." || len(vs[0].Actions) != 1 {
		t.Errorf("opening %+v, actions %+v", vs[0].Opening, vs[0].Actions)
	}
}

// Bold words at a paragraph's start that are no heading stay in it.
func TestBoldWordsAreNoHeading(t *testing.T) {
	s := backgroundSheet()
	s.para("*Canada and France* lit their moles together in that year.")
	rep := s.parse(t)
	if got := background(t, rep); len(got) != 1 || got[0] != "Canada and France lit their moles together in that year." {
		t.Errorf("background %q", got)
	}
}

// Markers without any notes are told.
func TestNotesMissing(t *testing.T) {
	s := backgroundSheet()
	s.para("The lamp was lit.^1^ It burns.^2^ Ships come.^3^")
	if rep := s.parse(t); !strings.Contains(warningKinds(rep), "notes-missing") {
		t.Errorf("warnings %s", warningKinds(rep))
	}
}

// A head over a table's columns that reads like a section's heading does not
// begin another chapter.
func TestHeadThatReadsLikeAHeading(t *testing.T) {
	s := newSheet().page()
	s.put(sheetLeft, 16, "*2. Moles*")
	s.para("We will light every mole.")
	s.put(sheetLeft, 11, "*Assessment*")
	s.y += 8
	s.put(280, 11, "*Final Compliance Score*")
	s.y += 8
	s.ruled([]float64{72, 200, 300, 400, 520},
		[]string{"", "Lack of Compliance", "Work in Progress", "Full Compliance"},
		[]string{"Canada", "", "", "+1"}, []string{"France", "", "0", ""}, []string{"Japan", "", "0", ""},
		[]string{"Average Score", "", "+0.33", ""})
	s.put(sheetLeft, 11, "*Background*")
	s.para("Moles were dark.")
	rep := s.parse(t)
	if len(rep.Commitments) != 1 || rep.Commitments[0].Assessment == nil || len(rep.Commitments[0].Assessment.Scores) != 3 {
		t.Errorf("chapters %+v\n%s", rep.Commitments, warningKinds(rep))
	}
}

// The second line of a paragraph with an indented first line may begin with a
// figure: it is no item of a list.
func TestFigureBelowAnIndent(t *testing.T) {
	s := backgroundSheet()
	s.put(sheetLeft+15, s.size, "The keeper of the lamp at Port Lind counts every ship that passes. It is to save")
	s.line("12 tonnes of oil in each year, and so it did, says the book that he keeps there.")
	rep := s.parse(t)
	if got := background(t, rep); len(got) != 1 {
		t.Errorf("paragraphs %q", got)
	}
}

// Where first lines are set in, one that is begins a paragraph though the one
// above stops without a full stop; a line at the margin of the next page does
// not, though the one before the page's end stops with one.
func TestSetInFirstLinesDecide(t *testing.T) {
	s := newSheet().page()
	s.chapterHead()
	s.put(sheetLeft, 12, "*Canada: +1*")
	set := func(first string, rest ...string) {
		s.at(sheetLeft+18, s.y, 10, first)
		s.y += s.lead * 10
		for _, line := range rest {
			s.put(sheetLeft, 10, line)
		}
	}
	const full = "and the harbour office counted the lamps of the outer mole, and those of the inner mole too."
	set("Canada has fully complied with its commitment to put a tide gauge into every one of the larger",
		"harbours, "+full)
	set("On 4 May 2030, the office put a tide gauge into the harbour of Lind, which is the largest one of the",
		"coast, "+full)
	set("On 5 May 2030, the office put a tide gauge into the harbour of Marn, which stands at the mouth of",
		"the river with small")
	set("On 6 May 2030, the office put a tide gauge into the harbour of Orre, where no one had put a gauge",
		"before, "+full)
	set("On 7 May 2030, the office put a tide gauge into the harbour of Pell, where the keepers had refused",
		"at first, and counted the lamps of the outer mole and the inner mole, and paid for the lost lamps.")
	s.page()
	s.put(sheetLeft, 10, "The keepers of Pell were paid for the day and for the lamps of the outer mole that were lost.")
	set("Canada has fully complied with its commitment to put a tide gauge into every one of the larger",
		"harbours, "+full)
	set("Thus, Canada receives a score of +1.")
	v := s.parse(t).Commitments[0].Verdicts[0]
	var days []string
	for _, a := range v.Actions {
		days = append(days, a.Date)
	}
	if got := strings.Join(days, " "); got != "2030-05-04 2030-05-05 2030-05-06 2030-05-07" {
		t.Errorf("actions %s", got)
	}
	if last := v.Actions[len(v.Actions)-1].Text; !strings.HasSuffix(last, "that were lost.") {
		t.Errorf("last action: %s", last)
	}
}

// Markers that a line's end has parted from their words begin lines; the notes
// are still those whose full-size numbers count up.
func TestMarkersAtLineStarts(t *testing.T) {
	harbours := strings.Fields("Lind Marn Orre Pell Quay Rosk Sund Torv Ulm Vik Wend Yst")
	s := newSheet()
	for page := range 4 {
		s.page()
		if page == 0 {
			s.chapterHead()
			s.put(sheetLeft, 12, "*Canada: +1*")
			s.para("Canada has fully complied with its commitment.")
		}
		notes := harbours[3*page : 3*page+3]
		for k, name := range notes {
			n := 3*page + k + 1
			for range page * k {
				s.y += 7 // so that no line stands at the same height on every page
			}
			if k == 1 {
				s.para(fmt.Sprintf("On %d May 2030, %s put a gauge into the water of the outer harbour of the town.", n, name),
					fmt.Sprintf("^%d^ The keepers of %s were told how to read it.", n, name))
			} else {
				s.para(fmt.Sprintf("On %d May 2030, the keepers of %s put a gauge into the water.^%d^", n, name, n))
			}
		}
		s.rule(sheetLeft, 600, sheetRight, 600)
		for k, name := range notes {
			n := 3*page + k + 1
			s.at(sheetLeft, 612+float64(10*k), 8, fmt.Sprintf("%d. Gauges in the Water, Harbour Office (%s) %d May 2030. Access Date: 3 May 2031.", n, name, n))
		}
	}
	r := s.parse(t)
	if len(r.Footnotes) != 12 {
		t.Errorf("%d notes, want 12", len(r.Footnotes))
	}
	actions := r.Commitments[0].Verdicts[0].Actions
	if len(actions) != 12 {
		t.Fatalf("%d actions, want 12", len(actions))
	}
	for i, a := range actions {
		if len(a.Footnotes) != 1 || a.Footnotes[0].Number != i+1 {
			t.Errorf("%q: markers %v", a.Text, a.Footnotes)
		}
	}
}

// A plain numbered list at the end is the notes though no heading says so,
// where its numbers are the markers and its items cite; an enumeration whose
// numbers happen to be markers is none.
func TestNotesWithoutHeading(t *testing.T) {
	build := func(item string) *model.Report {
		s := newSheet().page()
		s.chapterHead()
		s.put(sheetLeft, 12, "*Canada: +1*")
		s.para("Canada has fully complied with its commitment.")
		for n := 1; n <= 5; n++ {
			s.para(fmt.Sprintf("On %d May 2030, the keepers of pier %d put a gauge into the water.^%d^", n, n, n+40))
		}
		s.para("Thus, Canada receives a score of +1.")
		s.page()
		for n := 1; n <= 5; n++ {
			s.para(fmt.Sprintf("%d. "+item, n+40, n))
		}
		return s.parse(t)
	}
	r := build("Gauge %d, Harbour Office (Lind) 4 May 2030. Access Date: 3 May 2031. https://harbour.example/gauge")
	if len(r.Footnotes) != 5 || r.Footnotes[4].Number != 45 || r.Footnotes[4].URL == "" {
		t.Errorf("notes %+v", r.Footnotes)
	}
	if r := build("The gauge of pier %d is read by its keepers twice a day."); len(r.Footnotes) != 0 {
		t.Errorf("an enumeration was taken for notes: %+v", r.Footnotes)
	}
}

func TestOpensAlike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"“Mole” means a wall in the sea.", "“Lamp” means a light on it.", true},
		{"At the 2001 Lind Summit, leaders met.", "At the 2003 Marn Summit, they met again.", true},
		{"At the harbour of Lind, leaders met.", "At the harbour of Marn, they met again.", false},
		{"“Mole” means a wall in the sea.", "At the 2003 Marn Summit, they met again.", false},
		{"In 2001", "In 2003", false},
		{"Mole: a wall in the sea.", "Lamp: a light on it.", true},
		{"Mole: a wall in the sea.", "The lamp, which is on it, was lit for the first time by the pilots: three.", false},
	} {
		if got := paragraph.OpensAlike(c.a, c.b); got != c.want {
			t.Errorf("%q, %q: %v", c.a, c.b, got)
		}
	}
}

// A note's number may stand on a line of its own above its text; another figure
// alone is none.
func TestNumberAboveItsNote(t *testing.T) {
	s := newSheet().page()
	s.chapterHead()
	s.put(sheetLeft, 12, "*Canada: +1*")
	s.para("Canada has fully complied with its commitment.")
	for n := 7; n <= 9; n++ {
		s.para(fmt.Sprintf("On %d May 2030, the keepers of Lind put a gauge into the water.^%d^", n, n))
	}
	s.rule(sheetLeft, 600, sheetLeft+140, 600)
	for i, l := range []string{
		"^7^ Gauges in the Water, Harbour Office (Lind) 4 May 2030. Access Date: 3 May 2031. https://harbour.example/7",
		"8", "Gauges out of the Water, Harbour Office (Lind) 5 May 2030. Access Date: 3 May 2031. https://harbour.example/",
		"8",
		"^9^ Gauges on Land, Harbour Office (Lind) 6 May 2030. Access Date: 3 May 2031. https://harbour.example/9",
	} {
		s.at(sheetLeft, 612+float64(10*i), 8, l)
	}
	r := s.parse(t)
	if len(r.Footnotes) != 3 {
		t.Fatalf("%d notes: %+v", len(r.Footnotes), r.Footnotes)
	}
	if f := r.Footnotes[1]; f.Number != 8 || f.Title != "Gauges out of the Water" || f.URL != "https://harbour.example/8" {
		t.Errorf("%+v", f)
	}
}

// The first members of a table may be those that were not assessed.
func TestBlankFirstRow(t *testing.T) {
	s := newSheet().page()
	s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
	s.para("“We will put a tide gauge into every harbour.”")
	s.put(sheetLeft, 12, "*Assessment*")
	s.y += 6
	columns := []float64{sheetLeft, 180, 300, 420}
	for _, row := range [][]string{{"Country", "No Compliance", "Partial Compliance", "Full Compliance"}, {"Canada"}, {"France"},
		{"Germany", "", "", "+1"}, {"Italy", "", "0"}, {"Average", "", "0.50"}} {
		for i, cell := range row {
			if cell != "" {
				s.at(columns[i], s.y, 11, cell)
			}
		}
		s.y += 14
	}
	s.mergeRows()
	s.put(sheetLeft, 12, "*Background*")
	s.para("Harbours without a tide gauge lose a lamp or two in every storm.")
	var got []string
	for _, row := range s.parse(t).Commitments[0].Assessment.Scores {
		got = append(got, row.Member)
	}
	if g := strings.Join(got, " "); g != "CAN FRA DEU ITA" {
		t.Errorf("members %q", g)
	}
}

// The title on the cover is no running head though the head repeats it.
func TestTitleThatTheHeadRepeats(t *testing.T) {
	const title = "2029 Quay Town G7 Summit Final Compliance Report"
	s := newSheet().page()
	s.at(200, 35, 8, title)
	s.at(120, 80, 14, "*"+title+"*")
	s.at(220, 110, 11, "11 July 2029 to 20 January 2030")
	for range 3 {
		s.page()
		s.at(200, 35, 8, title)
		s.para("The harbour office counted the lamps of the outer mole and those of the inner mole.")
	}
	s.page()
	s.at(200, 35, 8, title)
	s.chapterHead()
	r := s.parse(t)
	if r.Report.Title != title || r.Report.Period == nil || len(r.Report.Cover) == 0 {
		t.Errorf("%+v", r.Report)
	}
	if len(r.RunningHeads) != 1 || len(r.RunningHeads[0].Pages) != 5 {
		t.Errorf("heads %+v", r.RunningHeads)
	}
}

// A heading whose sign was lost heads its section all the same; its score is
// not known.
func TestHeadingWithALostSign(t *testing.T) {
	s := newSheet().page()
	s.chapterHead()
	for _, head := range []string{"*Canada (+1)*", "*France (\ufffd1)*", "*Japan: \ufffd1*"} {
		s.put(sheetLeft, 12, head)
		s.para("The member has acted on its commitment, and its harbours have gauges.")
		s.para("On 4 May 2030, the keepers of Lind put a gauge into the water.")
	}
	r := s.parse(t)
	var got []string
	for _, v := range r.Commitments[0].Verdicts {
		score := "none"
		if v.HeadingScore != nil {
			score = fmt.Sprint(*v.HeadingScore)
		}
		got = append(got, v.Member+" "+score)
	}
	if g := strings.Join(got, ", "); g != "CAN 1, FRA none, JPN none" {
		t.Errorf("verdicts: %s", g)
	}
	warned := 0
	for _, w := range r.Warnings {
		if w.Kind == "score-illegible" {
			warned++
		}
	}
	if warned != 2 {
		t.Errorf("%d warnings: %+v", warned, r.Warnings)
	}
}

// The bracketed percentage may stand below its average in a narrow cell; a
// remark in brackets there is not part of it.
func TestPercentBelowItsAverage(t *testing.T) {
	for below, want := range map[string]string{"(75%)": "75", "(see note)": "", "(12)": ""} {
		s := newSheet().page()
		s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
		s.para("“We will put a tide gauge into every harbour.”")
		s.put(sheetLeft, 12, "*Assessment*")
		s.y += 6
		for _, row := range [][2]string{{"Country", "Score"}, {"Canada", "+1"}, {"France", "0"}, {"Germany", "+1"}, {"Italy", "0"}, {"Average", "+0.50"}} {
			s.at(sheetLeft, s.y, 11, row[0])
			s.at(300, s.y, 11, row[1])
			s.y += 13
		}
		s.at(300, s.y, 11, below)
		s.y += 20
		s.mergeRows()
		s.put(sheetLeft, 12, "*Background*")
		s.para("Harbours without a tide gauge lose a lamp or two in every storm.")
		got := ""
		if a := s.parse(t).Commitments[0].Assessment; a != nil && a.Average != nil && a.Average.Percent != nil {
			got = a.Average.Percent.String()
		}
		if got != want {
			t.Errorf("%s: percent %q, want %q", below, got, want)
		}
	}
}

// A file may map its minus to another sign: such a cell is a score that cannot
// be read, and its row stays a row.
func TestStrangeSigns(t *testing.T) {
	for text, want := range map[string]bool{"±1": true, "\ufffd1": true, "¬1": true, "1": false, "§1": false, "$1": false, "±12": false, "±": false, "±x": false, "": false, "x1": false} {
		if got := grid.StrangeSign(text); got != want {
			t.Errorf("strangeSign(%q) = %v", text, got)
		}
	}
	s := newSheet().page()
	s.put(sheetLeft, 12, "*Table A: Compliance Scores*")
	s.y += 12
	for _, row := range [][]string{{"Commitment", "CAN", "FRA", "DEU", "ITA"}, {"1 Piers", "+1", "0", "±1", "0"}, {"2 Lamps", "±1", "±1", "0", "±1"}, {"3 Gauges", "+1", "0", "+1", "0"}} {
		for i, cell := range row {
			s.at([]float64{72, 200, 260, 320, 380}[i], s.y, 11, cell)
		}
		s.y += 13
	}
	s.mergeRows()
	s.page()
	s.chapterHead()
	rep := s.parse(t)
	if len(rep.Matrices) != 1 || len(rep.Matrices[0].Rows) != 3 || rep.Matrices[0].Rows[1].Scores[0] != nil || *rep.Matrices[0].Rows[1].Scores[2] != 0 {
		t.Fatalf("matrices %+v", rep.Matrices)
	}
	if n := strings.Count(warningKinds(rep), "score-illegible"); n != 4 {
		t.Errorf("%d cells cannot be read: %s", n, warningKinds(rep))
	}
}

// A row of averages in two lines has what is shorter centred beside it. Lines
// at whole distances are lines of their own, and so is what is no average.
func TestCentredAverages(t *testing.T) {
	type at struct {
		x, down float64
		text    string
	}
	for _, c := range []struct {
		rows       []at
		value, pct string
	}{
		{[]at{{300, 18, "+0.50"}, {sheetLeft, 25, "Average"}, {300, 32, "(75%)"}}, "0.50", "75"},
		{[]at{{sheetLeft, 18, "Final Compliance"}, {300, 25, "75%"}, {sheetLeft, 32, "Score"}}, "", "75"},
		{[]at{{sheetLeft, 18, "Lamps lost"}, {300, 25, "+0.50"}, {sheetLeft, 32, "in a year"}}, "", ""},
		{[]at{{300, 18, "+0.50"}, {sheetLeft, 31, "Average"}, {300, 44, "(75%)"}}, "", ""},
		{[]at{{300, 18, "1,200"}, {sheetLeft, 25, "Lamps"}, {300, 32, "(75%)"}}, "", ""},
	} {
		s := newSheet().page()
		s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
		s.para("“We will put a tide gauge into every harbour.”")
		s.put(sheetLeft, 12, "*Assessment*")
		s.y += 6
		for _, row := range [][2]string{{"Country", "Score"}, {"Canada", "+1"}, {"France", "0"}, {"Germany", "+1"}, {"Italy", "0"}} {
			s.at(sheetLeft, s.y, 11, row[0])
			s.at(300, s.y, 11, row[1])
			s.y += 13
		}
		for _, l := range c.rows {
			s.at(l.x, s.y-13+l.down, 11, l.text)
		}
		s.y += 50
		s.mergeRows()
		s.put(sheetLeft, 12, "*Background*")
		s.para("Harbours without a tide gauge lose a lamp or two in every storm.")
		value, pct := "", ""
		a := s.parse(t).Commitments[0].Assessment
		if a == nil || len(a.Scores) != 4 {
			t.Fatalf("%v: %+v", c.rows, a)
		}
		if a.Average != nil && a.Average.Value != nil {
			value = a.Average.Value.String()
		}
		if a.Average != nil && a.Average.Percent != nil {
			pct = a.Average.Percent.String()
		}
		if value != c.value || pct != c.pct {
			t.Errorf("%v: %q %q, want %q %q", c.rows, value, pct, c.value, c.pct)
		}
	}
}

// Averages that did not fit into their cells are put together, or not known;
// a row of scores without a label below the averages is a row of scores.
func TestAveragesBrokenInTheirCells(t *testing.T) {
	build := func(below []string) model.Matrix {
		s := newSheet().page()
		s.put(sheetLeft, 12, "*Table A: Compliance Scores*")
		s.y += 12
		edges := []float64{72, 200, 240, 280, 320, 380}
		s.ruled(edges, []string{"Commitment", "CAN", "FRA", "DEU", "ITA", "Average"},
			[]string{"1 Piers", "+1", "0", "0", "0", "+0.25"},
			[]string{"2 Lamps", "0", "+1", "0", "+1", "+0.50"},
			[]string{"3 Gauges", "+1", "+1", "+1", "+1", "+1.00"},
			[]string{"Average", "+0.67", "+0.6", "+0.3", "+0.67", "+0.58"},
			below)
		s.page()
		s.chapterHead()
		ms := s.parse(t).Matrices
		if len(ms) != 1 {
			t.Fatalf("%d matrices", len(ms))
		}
		return ms[0]
	}
	m := build([]string{"", "", "7", "3", "", ""})
	if len(m.Rows) != 3 || m.ColumnAverages[1].Value.String() != "0.67" || m.ColumnAverages[2].Value.String() != "0.33" || m.ColumnAverages[0].Value.String() != "0.67" {
		t.Errorf("%d rows, %+v", len(m.Rows), m.ColumnAverages)
	}
	m = build([]string{"", "", "7", "35", "", ""})
	if len(m.Rows) != 3 || m.ColumnAverages[1].Value.String() != "0.67" || m.ColumnAverages[2].Value != nil {
		t.Errorf("%d rows, %+v", len(m.Rows), m.ColumnAverages)
	}
	if m = build([]string{"", "+1", "0", "0", "0", "+0.25"}); m.ColumnAverages[1].Value.String() != "0.6" {
		t.Errorf("scores were taken for the ends of averages: %+v", m.ColumnAverages)
	}
}
