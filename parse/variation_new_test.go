package parse

import (
	"strings"
	"testing"
)

// The documents here are modern ones as word processors and browsers make
// them. Each hit stands beside a near miss.

// Notes whose unraised numbers stand behind a gap look like the entries of a
// list; a scoring table in small print below a rule is one.
func TestNotesWithNumbersInAColumn(t *testing.T) {
	s := verdictSheet()
	s.para("On 3 July 2009, the ministry put up a gauge.^2^ It put up another.^3^")
	s.para("On 4 July 2009, the ministry read the first gauge.^4^")
	s.foot("2 | Gauge news, Ministry of Tides (Ottawa) 3 July 2009.",
		"3 | Harbour news, Ministry of Tides (Ottawa) 3 July 2009.",
		"4 | Tide news, Ministry of Tides (Ottawa) 4 July 2009.")
	rep := s.parse(t)
	if len(rep.Footnotes) != 3 || rep.Footnotes[0].Number != 2 || rep.Footnotes[2].Number != 4 {
		t.Errorf("notes %+v", rep.Footnotes)
	}
	if n := len(rep.Commitments[0].Rubric); n != 0 {
		t.Errorf("%d levels", n)
	}

	s = newSheet().page().chapterHead()
	s.put(sheetLeft, 12, "*Scoring Guidelines*")
	s.rule(sheetLeft, s.y, sheetLeft+144, s.y)
	s.y += 14
	for _, l := range []string{"-1 | The member put up no gauge.", "0 | The member put up one gauge.", "+1 | The member put up two gauges."} {
		s.put(sheetLeft, 9, l)
	}
	if n := len(s.parse(t).Commitments[0].Rubric); n != 3 {
		t.Errorf("%d levels in small print", n)
	}
}

// An area's name in a cell merged over all columns stands once and is no row;
// a commitment whose cells are empty is a row without scores, which is told.
func TestAreaMergedOverAMatrix(t *testing.T) {
	s := newSheet().page()
	s.para("*Table 1: Scores*")
	edges := []float64{72, 200, 260, 320, 380, 450}
	y := s.y
	row := func(merged bool, cells ...string) {
		s.rule(edges[0], y, edges[len(edges)-1], y)
		for i, x := range edges {
			if !merged || i == 0 || i == len(edges)-1 {
				s.rule(x, y, x, y+18)
			}
		}
		for i, c := range cells {
			if c != "" {
				s.at(edges[i]+3, y+13, 11, c)
			}
		}
		y += 18
	}
	row(false, "", "Brazil", "India", "China", "Average")
	row(true, "Economy")
	row(false, "Dry Docks", "+1", "0", "−1", "0.00")
	row(false, "Cranes", "+1", "0", "0", "+0.33")
	row(true, "Security")
	row(false, "Watchmen", "0", "0", "0", "0.00")
	row(false, "Lamps")
	s.rule(edges[0], y, edges[len(edges)-1], y)
	s.mergeRows()
	s.page()
	s.chapterHead()
	rep := s.parse(t)
	if len(rep.Matrices) != 1 || len(rep.Matrices[0].Rows) != 3 {
		t.Fatalf("%+v", rep.Matrices)
	}
	if m := rep.Matrices[0]; m.Rows[0].Label != "Dry Docks" || m.Rows[2].Label != "Watchmen" || m.Rows[2].Average == nil {
		t.Errorf("%+v", m.Rows)
	}
	var told []string
	for _, w := range rep.Warnings {
		if w.Kind == "matrix-row" || w.Kind == "score-illegible" {
			told = append(told, w.Text)
		}
	}
	if len(told) != 1 || !strings.Contains(told[0], "Lamps") {
		t.Errorf("warnings %q", told)
	}
}

func TestSharedRanks(t *testing.T) {
	s := newSheet().page()
	s.put(sheetLeft, 12, "*Table 3: Ranking*")
	s.y += 10
	s.ruled([]float64{72, 120, 300, 360, 420},
		[]string{"Rank", "Member", "Average", ""},
		[]string{"1=", "Japan", "+0.50", "75%"},
		[]string{"1=", "Canada", "+0.50", "75%"},
		[]string{"3", "France", "0.00", "50%"})
	s.put(sheetLeft, 12, "*Table 4: Signs*")
	s.y += 10
	s.ruled([]float64{72, 120, 300, 360, 420},
		[]string{"==", "Piers", "+0.50", "75%"},
		[]string{"2–3", "Gauges", "+0.50", "75%"},
		[]string{"N/A", "Lamps", "0.00", "50%"})
	s.page()
	s.chapterHead()
	rep := s.parse(t)
	if len(rep.Rankings) == 0 {
		t.Fatalf("tables %+v", rep.Tables)
	}
	e := rep.Rankings[0].Entries
	if len(e) != 3 || e[0].Rank != 1 || e[1].Rank != 1 || e[1].Member != "CAN" || e[2].Rank != 3 || e[1].Percent.String() != "75" {
		t.Errorf("%+v", e)
	}
	for _, k := range rep.Rankings[1:] {
		for _, e := range k.Entries {
			if e.Rank != 0 {
				t.Errorf("rank %d from %+v", e.Rank, e)
			}
		}
	}
}

// Two-letter codes are members where several stand side by side; among them
// "AU" is not decided. One or two of them are any abbreviations.
func TestTwoLetterHeads(t *testing.T) {
	members := func(heads ...string) []string {
		s := newSheet().page()
		s.para("*Table 1: Scores*")
		edges := []float64{72, 160, 210, 260, 310, 360, 410}
		s.ruled(edges, append([]string{"Pledge"}, heads...),
			[]string{"1. Cranes", "+1", "0", "−1", "+1", "0"},
			[]string{"2. Lamps", "0", "0", "−1", "+1", "0"},
			[]string{"3. Piers", "0", "+1", "−1", "+1", "0"})
		s.page()
		s.chapterHead()
		rep := s.parse(t)
		if len(rep.Matrices) == 0 {
			return nil
		}
		return rep.Matrices[0].Members
	}
	if got := strings.Join(members("CA", "IN", "IT", "UK", "AU"), " "); got != "CAN IND ITA GBR " {
		t.Errorf("members %q", got)
	}
	if got := strings.Join(members("CAN", "FRA", "DEU", "IN", "AU"), " "); got != "CAN FRA DEU  AU" {
		t.Errorf("members %q", got)
	}
}

// A date that is the last line of the authors' paragraph is the day of
// publication; one within their line is none.
func TestDateBelowTheAuthors(t *testing.T) {
	for _, c := range []struct{ last, published string }{
		{"15 June 2012", "2012-06-15"},
		{"and others, since 15 June 2012", ""},
		{"Hare, June 15, 2012", "2012-06-15"},
		{"Hare Bay, Atlantis – 15 June 2012", "2012-06-15"},
		// Near misses: the summit's own place, a summit, days of a meeting, a name.
		{"Quay Town, 15 June 2012", ""},
		{"G20 Summit, 15 June 2012", ""},
		{"members met in Hare, 15 June 2012", ""},
	} {
		s := newSheet().page()
		s.y = 200
		s.put(150, 16, "*2011 G20 Quay Town Summit Final Compliance Report*")
		s.y += 30
		s.put(220, 11, "3 November 2011 to 1 May 2012")
		s.y += 30
		s.put(200, 11, "Prepared by")
		s.put(200, 11, "Ada Moor and the Pier Group")
		s.put(200, 11, c.last)
		s.page()
		s.chapterHead()
		i := s.parse(t).Report
		if i.Published != c.published {
			t.Errorf("%q: published %q", c.last, i.Published)
		}
		if got := strings.Join(i.PreparedBy, "|"); c.published != "" && got != "Ada Moor|Pier Group" {
			t.Errorf("%q: prepared by %q", c.last, got)
		}
	}
}
