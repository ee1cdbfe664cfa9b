package parse

import (
	"fmt"
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
)

// The documents here are set as other programs set the fixtures in random
// dresses (see fixtures.Dress). Each hit stands beside a near miss.

func TestIsCaption(t *testing.T) {
	for _, s := range []string{"Table 3: Rank by Country", "TABLE B. Scores", "Table 12 – Scores by Member", "Table C: x"} {
		if !sheet.IsCaption(s) {
			t.Errorf("%q is none", s)
		}
	}
	for _, s := range []string{"Table 3 shows the scores.", "Table of Contents: see above", "Tables A: x", "Table: x", "Table 3", "A table 3: x"} {
		if sheet.IsCaption(s) {
			t.Errorf("%q is one", s)
		}
	}
}

// Two rankings without rules stand right below each other. A title that is not
// bold, or a rank that begins anew, parts them; labels in two lines do not.
func TestRankingBelowRanking(t *testing.T) {
	build := func(between string) []string {
		s := newSheet().page()
		s.para("*Table 1: Scores by Member*")
		row := func(rank int, label, score string) {
			s.put(sheetLeft, 11, fmt.Sprintf("%d | %s | %s", rank, label, score))
			l := &s.current().Lines[len(s.current().Lines)-1]
			last := &l.Runs[2]
			last.Gap += 400 - last.Box.X0() // the scores stand below each other
			last.Box = model.Box{400, last.Box.Top(), 430, last.Box.Bottom()}
			l.Box = l.Box.Union(last.Box)
		}
		for i, n := range []string{"Canada", "France", "Japan"} {
			row(i+1, n, fmt.Sprintf("+0.%d0", 9-i))
		}
		if between != "" {
			s.at(sheetLeft+40, s.y, 11, between)
			s.y += 15
		}
		for i, n := range []string{"Harbours: Tide Gauges", "Trade: Small Coins", "Health: Clean Wells"} {
			row(i+1, n, fmt.Sprintf("+0.%d0", 8-i))
		}
		s.page()
		s.chapterHead()
		s.put(sheetLeft, 12, "*Canada: +1*")
		s.para("Canada has fully complied with its commitment.")
		var out []string
		for _, rk := range s.parse(t).Rankings {
			out = append(out, fmt.Sprintf("%s/%d/%s", rk.Title, len(rk.Entries), rk.Entries[0].Label))
		}
		return out
	}
	for _, between := range []string{"_Table 2: Scores by Commitment_", ""} {
		got := build(between)
		if len(got) != 2 || got[0] != "Table 1: Scores by Member/3/Canada" || got[1][len(got[1])-24:] != "/3/Harbours: Tide Gauges" {
			t.Errorf("%q: %q", between, got)
		}
	}
}

// A program without a fixed leading pushes a line down in which a letter is
// raised. It does not begin a paragraph where the sentence is open, nor where
// paragraphs are set in; where space parts paragraphs, it does behind a full
// stop.
func TestLinesPushedDownByMarkers(t *testing.T) {
	const full = "The keepers of the harbour have looked after the old gauges for many years, day by day, and"
	build := func(indent float64, second string) int {
		s := newSheet().page()
		s.chapterHead()
		s.put(sheetLeft, 12, "*Background*")
		for range 4 { // the document shows how it begins paragraphs
			s.at(sheetLeft+indent, s.y, 11, full)
			s.y += 13.2
			s.line("they wrote down what they saw in the books that are kept at the office in the town.")
			if indent == 0 {
				s.y += 8
			}
		}
		s.at(sheetLeft+indent, s.y, 11, second)
		s.y += 18 // pushed down
		s.line("Wire of Harbours has it that all of them were read twice a day.^3^ The books are")
		s.line("kept in good order.")
		rep := s.parse(t)
		return len(rep.Commitments[0].Background)
	}
	open := "The keepers of the harbour have looked after the gauges for so many years that now the"
	ended := "The keepers of the harbour have looked after all gauges for so many years until now as well."
	for _, c := range []struct {
		indent float64
		line   string
		want   int
	}{{18, open, 5}, {18, ended, 5}, {0, open, 5}, {0, ended, 6}} {
		if got := build(c.indent, c.line); got != c.want {
			t.Errorf("indent %v, %.20q…: %d paragraphs, not %d", c.indent, c.line, got, c.want)
		}
	}
}

// Where the document pushes all such lines down by as much, the distance of its
// paragraphs is measured without it.
func TestLinesPushedDownInSpacedText(t *testing.T) {
	build := func(pushed float64) int {
		s := newSheet().page()
		s.chapterHead()
		s.put(sheetLeft, 12, "*Background*")
		n := 0
		for range 4 {
			s.line("The keepers of the harbour have looked after all gauges for so many years that now the")
			s.y += pushed
			n++
			s.line(fmt.Sprintf("books are read twice a day.^%d^ They keep them at the office in the town for the years to come.", n))
			s.y += pushed
			n++
			s.line(fmt.Sprintf("The books are in good order.^%d^", n))
			s.y += 9
		}
		return len(s.parse(t).Commitments[0].Background)
	}
	for _, pushed := range []float64{0, 4.4} {
		if got := build(pushed); got != 4 {
			t.Errorf("pushed by %v: %d paragraphs", pushed, got)
		}
	}
}

// Notes at the ends of chapters without a rule or a heading, in smaller type:
// the list begins at the foot of a page of text. An enumeration above the notes
// of its own page is none of them.
func TestSmallNotesAtChapterEnds(t *testing.T) {
	s := newSheet()
	number := 0
	for chapter := 1; chapter <= 2; chapter++ {
		s.page()
		s.put(sheetLeft, 16, fmt.Sprintf("*%d. Harbours: Tide Gauges*", chapter))
		s.y += 10
		s.para("“We will put a tide gauge into every harbour.”")
		s.put(sheetLeft, 12, "*Background*")
		first := number + 1
		for range 3 {
			number++
			s.para(fmt.Sprintf("The keepers of pier %d have a gauge.^%d^", number, number))
		}
		s.page()
		s.put(sheetLeft, 12, "*Canada: +1*")
		s.para("Canada has fully complied with its commitment.")
		for range 3 {
			number++
			s.para(fmt.Sprintf("On %d May 2030, the keepers of pier %d put a gauge into the water.^%d^", number, number, number))
		}
		s.para("Thus, Canada receives a score of +1.")
		for n := first; n <= number; n++ {
			s.put(sheetLeft, 9, fmt.Sprintf("%d Gauge %d, Harbour Office (Lind) 4 May 2030. https://harbour.example/gauge-%d", n, n, n))
			s.put(sheetLeft, 9, "Access Date: 3 May 2031.")
		}
	}
	if r := s.parse(t); len(r.Footnotes) != 12 || r.Footnotes[0].URL == "" || r.Footnotes[11].Number != 12 || r.Footnotes[11].Commitment != 2 {
		t.Errorf("notes %+v", r.Footnotes)
	}

	s = newSheet().page()
	s.chapterHead()
	s.put(sheetLeft, 12, "*Background*")
	s.para("The gauges stand at three piers.^1^ They are old.^2^ They are read by hand.^3^")
	for n := 1; n <= 3; n++ {
		s.para(fmt.Sprintf("%d. Pier %d: The gauge is read twice a day.", n, n))
	}
	s.para("The keepers write it down.^4^")
	s.rule(sheetLeft, s.y, sheetLeft+140, s.y)
	s.y += 14
	for n := 1; n <= 4; n++ {
		s.put(sheetLeft, 9, fmt.Sprintf("%d Gauge %d, Harbour Office (Lind) 4 May 2030. https://harbour.example/gauge-%d", n, n, n))
	}
	r := s.parse(t)
	if len(r.Footnotes) != 4 || r.Footnotes[0].URL == "" || len(r.Commitments[0].Background) != 5 {
		t.Errorf("notes %+v, background %d", r.Footnotes, len(r.Commitments[0].Background))
	}
}

// A scoring table without rules begins with one level at a page's end and goes
// on at the next page's top. The level may stand between the lines of its text.
// A figure under another heading is no level.
func TestFirstLevelAtPageEnd(t *testing.T) {
	build := func(heading, columns string, between bool) int {
		s := newSheet().page()
		s.chapterHead()
		s.put(sheetLeft, 12, "*"+heading+"*")
		if columns != "" {
			s.line(columns)
		}
		if between {
			s.at(sheetLeft+40, s.y, 11, "The member puts up no gauge and none of its harbours has")
			s.y += 6.6
			s.at(sheetLeft, s.y, 11, "−1")
			s.y += 6.6
			s.at(sheetLeft+40, s.y, 11, "had one before.")
		} else {
			s.line("−1 | The member puts up no gauge.")
		}
		s.page()
		if columns != "" {
			s.line(columns)
		}
		s.line("0 | The member puts up a gauge in some harbours.")
		s.line("+1 | The member puts up a gauge in all harbours.")
		s.y += 12
		s.put(sheetLeft, 12, "*Canada: +1*")
		s.para("Canada has fully complied with its commitment.")
		n := 0
		for _, l := range s.parse(t).Commitments[0].Rubric {
			if l.Score != nil {
				n++
			}
		}
		return n
	}
	if n := build("Scoring Guidelines", "", false); n != 3 {
		t.Errorf("%d levels", n)
	}
	if n := build("Scoring Guidelines", "", true); n != 3 {
		t.Errorf("%d levels where the score stands between the lines", n)
	}
	if n := build("Background", "", false); n == 3 {
		t.Error("a figure in the background became a level")
	}
	// The heads of the columns may stand above the levels, on both pages; a sentence or
	// a heading of another kind is none.
	for _, between := range []bool{false, true} {
		if n := build("Scoring Guidelines", "*Score* | *Description*", between); n != 3 {
			t.Errorf("%d levels under the heads of their columns, between %v", n, between)
		}
	}
	if n := build("Background", "*Score* | *Description*", false); n == 3 {
		t.Error("a figure below columns in the background became a level")
	}
}

// Notes in small type without a rule, their numbers in a column of their own,
// are no scoring table; a scoring table in small type is none of notes, though
// one of its scores is a marker's number too.
func TestSmallNotesInAColumnWithoutRule(t *testing.T) {
	s := verdictSheet()
	s.para("On 3 July 2009, the ministry put up a gauge.^2^ It put up another.^3^")
	s.para("On 4 July 2009, the ministry read the first gauge.^4^")
	s.y += 20
	for n := 2; n <= 4; n++ {
		s.put(sheetLeft, 8, fmt.Sprintf("%d | Gauge news, Ministry of Tides (Ottawa) %d July 2009.", n, n))
	}
	if r := s.parse(t); len(r.Footnotes) != 3 || r.Footnotes[2].Number != 4 || len(r.Commitments[0].Rubric) != 0 {
		t.Errorf("notes %+v, levels %d", r.Footnotes, len(r.Commitments[0].Rubric))
	}

	s = newSheet().page().chapterHead()
	s.para("The harbours have a gauge each.^1^")
	s.put(sheetLeft, 12, "*Scoring Guidelines*")
	for _, l := range []string{"-1 | The member put up no gauge.", "0 | The member put up one gauge.", "1 | The member put up two gauges."} {
		s.put(sheetLeft, 9, l)
	}
	if n := len(s.parse(t).Commitments[0].Rubric); n != 3 {
		t.Errorf("%d levels in small print", n)
	}
}

// Rows of a scoring table stand little further apart than its lines: what ends
// above the first score of a page is another level's text.
func TestRowsLittleApart(t *testing.T) {
	build := func(lead, gap float64) []string {
		s := newSheet().page()
		s.chapterHead()
		s.put(sheetLeft, 12, "*Scoring Guidelines*")
		text := func(score string, lines ...string) {
			for i, l := range lines {
				if i == len(lines)/2 && score != "" {
					s.at(sheetLeft, s.y, 11, score+" | "+l)
					last := &s.current().Lines[len(s.current().Lines)-1]
					r := &last.Runs[1]
					r.Box = model.Box{sheetLeft + 50, r.Box.Top(), sheetLeft + 50 + r.Box.Width(), r.Box.Bottom()}
				} else {
					s.at(sheetLeft+50, s.y, 11, l)
				}
				s.y += lead * 11
			}
			s.y += gap * 11
		}
		text("−1", "The member puts up no gauge in", "any of its harbours.", "It says so.")
		text("0", "The member puts up a gauge in", "some of its harbours.", "It says so.")
		text("+1", "The member puts up a gauge in", "all of its harbours.", "It says so.")
		s.y += 20
		s.put(sheetLeft, 12, "*Canada: +1*")
		s.para("Canada has fully complied with its commitment.")
		var out []string
		for _, l := range s.parse(t).Commitments[0].Rubric {
			out = append(out, l.Text)
		}
		return out
	}
	for _, c := range [][2]float64{{1.2, 0.3}, {1.5, 0.4}} {
		got := build(c[0], c[1])
		if len(got) != 3 || got[1] != "The member puts up a gauge in some of its harbours. It says so." {
			t.Errorf("leading %v, rows apart by %v more: %q", c[0], c[1], got)
		}
	}
}
