package parse

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// A chapter laid out in other ways: each sheet has one habit, and what looks like
// it and is none.

// A row of dots leads from the member to the score at the other margin, however long
// the line is.
func TestMemberHeadsWithLeaders(t *testing.T) {
	dots := strings.Repeat(".", 120)
	s := newSheet().page()
	s.chapterHead()
	// A list of the scores set in the same way heads no sections.
	s.line("*Canada " + dots + " +1*").line("*France " + dots + " 0*").line("*Japan " + dots + " −1*")
	s.put(sheetLeft, 12, "*Background*")
	s.para("Gauges are old, and many of them have not been read for a long time.")
	for _, m := range []struct{ name, score, says string }{{"Canada", "+1", "fully"}, {"France", "0", "partially"}, {"Japan", "−1", "not"}} {
		s.put(sheetLeft, 11, "*"+m.name+" "+dots+" "+m.score+"*")
		s.y += 6
		s.para(m.name + " has " + m.says + " complied with its commitment to put up gauges.")
		s.para("On 3 July 2009, " + m.name + " put up one gauge in its harbour.")
	}
	// An entry of a list of pages is no section.
	s.para("Tide tables of Canada " + dots + " 14")
	v := s.parse(t).Commitments[0].Verdicts
	var got []string
	for _, x := range v {
		got = append(got, fmt.Sprintf("%s %v %d", x.Member, *x.HeadingScore, len(x.Actions)))
	}
	if strings.Join(got, "; ") != "CAN 1 1; FRA 0 1; JPN -1 2" {
		t.Errorf("%v", got)
	}
}

// Two ruled tables of scores beside each other, whose rows stand at one height.
func TestAssessmentInTwoTablesBesideEachOther(t *testing.T) {
	s := newSheet().page()
	s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
	s.y += 10
	s.para("“We will put a tide gauge into every harbour.”")
	s.put(sheetLeft, 12, "*Assessment*")
	s.y += 12
	top := s.y
	s.ruled([]float64{72, 150, 190, 230, 270}, []string{"Member", "−1", "0", "+1"}, []string{"Canada", "", "", "+1"}, []string{"France", "", "0", ""}, []string{"Japan", "−1", "", ""})
	right := newSheet().page()
	right.y = top
	right.ruled([]float64{300, 380, 420, 460, 500}, []string{"Member", "−1", "0", "+1"}, []string{"Italy", "−1", "", ""}, []string{"Germany", "", "0", ""}, []string{"Russia", "", "", "+1"})
	p, q := s.current(), right.current()
	p.Rules = append(p.Rules, q.Rules...)
	for _, l := range q.Lines {
		at := slices.IndexFunc(p.Lines, func(o model.Line) bool { return o.Baseline == l.Baseline })
		if at < 0 {
			t.Fatalf("no line at %v", l.Baseline)
		}
		to := &p.Lines[at]
		l.Runs[0].Gap, l.Runs[0].Space = l.Box.X0()-to.Box.X1(), true
		to.Runs = append(to.Runs, l.Runs...)
		to.Box = to.Box.Union(l.Box)
	}
	s.para("Average: 0.00 (50%)")
	s.put(sheetLeft, 12, "*Background*")
	s.para("Gauges are old.")
	a := s.parse(t).Commitments[0].Assessment
	if a == nil {
		t.Fatal("no assessment")
	}
	got := map[string]int{}
	for _, x := range a.Scores {
		if x.Score != nil {
			got[x.Member] = *x.Score
		}
	}
	if fmt.Sprint(got) != "map[CAN:1 DEU:0 FRA:0 ITA:-1 JPN:-1 RUS:1]" || len(a.Scores) != 6 {
		t.Errorf("%v", got)
	}
}

// Levels may stand over their texts.
func TestScoringTableWithLevelsOverTheTexts(t *testing.T) {
	for _, c := range []struct {
		want string
		rows [][]string
	}{
		{"-1 0 1", [][]string{{"−1", "0", "+1"}, {"Member puts up no gauge at all.", "Member puts up or reads gauges.", "Member puts up and reads them."}}},
		{"1 0 -1", [][]string{{"Full compliance", "Work in progress", "Lack of compliance"}, {"+1", "0", "−1"}, {"Member puts up and reads them.", "Member puts up or reads gauges.", "Member puts up no gauge at all."}}},
		// Near misses: members below the levels, one level twice, counts.
		{"", [][]string{{"−1", "0", "+1"}, {"Japan with both of its gauges", "France with all its gauges", "Canada with one gauge alone"}}},
		{"", [][]string{{"0", "0", "+1"}, {"Member puts up no gauge at all.", "Member puts up or reads gauges.", "Member puts up and reads them."}}},
		{"", [][]string{{"2", "3", "4"}, {"Member puts up no gauge at all.", "Member puts up or reads gauges.", "Member puts up and reads them."}}},
	} {
		s := newSheet().page()
		s.chapterHead()
		s.put(sheetLeft, 12, "*Scoring Guidelines*")
		s.y += 12
		s.ruled([]float64{72, 230, 390, 550}, c.rows...)
		s.put(sheetLeft, 12, "*Background*")
		s.para("Gauges are old.")
		var got []string
		for _, l := range s.parse(t).Commitments[0].Rubric {
			if l.Score != nil {
				got = append(got, fmt.Sprint(*l.Score))
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%v: levels %v", c.rows, got)
		}
	}
}

// Raised marks stand off by a hair now and then; the number of an article does not
// count.
func TestRaisedBracketsBehindAGap(t *testing.T) {
	s := verdictSheet()
	s.para("On 3 July 2009, Canada put up one gauge^[1]^. It read it in Ottawa ^[2]^.")
	s.para("On 4 July 2009, Canada kept Article ^[9]^ of the act^[3]^ and read it^[4]^.")
	s.para("On 5 July 2009, Canada wrote it down ^[5]^ ^[6]^.")
	s.foot("[1] One, Harbour Office.", "[2] Two, Harbour Office.", "[3] Three, Harbour Office.", "[4] Four, Harbour Office.", "[5] Five, Harbour Office.", "[6] Six, Harbour Office.")
	if got := marksOf(s.parse(t)); got != "CAN 1.2. 3.4. 5.6.; " {
		t.Error(got)
	}
	// The space before a marker goes with it; two marks may be raised together.
	s = verdictSheet()
	s.para("On 3 July 2009, Canada put up one gauge^[1]^. It read it in Ottawa ^[2]^.")
	s.para("On 4 July 2009, Canada wrote it down^[3] [4]^.")
	s.foot("[1] One, Harbour Office.", "[2] Two, Harbour Office.", "[3] Three, Harbour Office.", "[4] Four, Harbour Office.")
	rep := s.parse(t)
	if got, text := marksOf(rep), rep.Commitments[0].Verdicts[0].Actions[0].Text; got != "CAN 1.2. 3.4.; " || text != "On 3 July 2009, Canada put up one gauge. It read it in Ottawa." {
		t.Errorf("%s %q", got, text)
	}
}

// Behind a note without a marker the next marker may follow a name; an article's
// number is none.
func TestBracketedMarkerBehindANameLeavesANumberOut(t *testing.T) {
	s := verdictSheet()
	s.para("On 3 July 2009, Canada put up one gauge [1]. It read it [2].")
	s.para("On 4 July 2009, Canada read it in Ottawa [4]. It read it again [5].")
	s.para("On 5 July 2009, Canada kept Article [7] of the act [6].")
	s.foot("[1] One, Harbour Office.", "[2] Two, Harbour Office.", "[3] Three, Harbour Office.", "[4] Four, Harbour Office.", "[5] Five, Harbour Office.", "[6] Six, Harbour Office.", "[7] Seven, Harbour Office.")
	if got := marksOf(s.parse(t)); got != "CAN 1.2. 4.5. 6.; " {
		t.Error(got)
	}
}

// A number that hangs close to a full line of the column before it was taken for one
// text with it.
func TestNoteNumberInsideALineOfTwoColumns(t *testing.T) {
	s := newSheet().page().chapterHead()
	for k := 1; k <= 6; k++ {
		s.para(fmt.Sprintf("Bay number so-and-so has its gauge.^%d^ It is read.", k))
	}
	s.page()
	s.put(sheetLeft, 16, "*Endnotes*")
	y := s.y + 10
	row := func(left, right string) {
		if left != "" {
			s.at(sheetLeft, y, 8, left)
		}
		if right != "" {
			s.at(320, y, 8, right)
		}
		y += 11
	}
	for n := 1; n <= 3; n++ {
		right := fmt.Sprintf("%d. Tide Agency, “Lamp,” Hare,", n+3)
		if n == 3 { // the columns' lines touch
			full := "3. Tide Agency, “Gauge,” Hare, of the year before the last one, and "
			s.at(sheetLeft, y, 8, full+right)
			y += 11
		} else {
			row(fmt.Sprintf("%d. Tide Agency, “Gauge,” Hare,", n), right)
		}
		row("     3 May 2031, https://tide.example/", "     4 May 2031, https://tide.example/")
		row(fmt.Sprintf("     gauge%d", n), fmt.Sprintf("     lamp%d", n+3))
		y += 4
	}
	s.mergeRows()
	rep := s.parse(t)
	var got []string
	for _, f := range rep.Footnotes {
		got = append(got, fmt.Sprintf("%d %s %s", f.Number, f.Published, f.URL))
	}
	want := "1 2031-05-03 https://tide.example/gauge1; 2 2031-05-03 https://tide.example/gauge2; 3 2031-05-03 https://tide.example/gauge3; " +
		"4 2031-05-04 https://tide.example/lamp4; 5 2031-05-04 https://tide.example/lamp5; 6 2031-05-04 https://tide.example/lamp6"
	if strings.Join(got, "; ") != want {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
}

// Notes that are numbered with a gap behind are no levels and no list of commitments.
func TestNotesWithABracketAreNoLevels(t *testing.T) {
	for _, form := range []string{"%d)", "(%d)", "%d"} {
		s := verdictSheet()
		s.para("On 3 July 2009, Canada put up one gauge.^1^")
		s.para("On 4 July 2009, Canada read it.^2^")
		s.y += 20
		s.put(sheetLeft, 14, "*Notes*")
		s.y += 6
		for n := 1; n <= 2; n++ {
			s.put(sheetLeft, 9, fmt.Sprintf(form+" | Gauge %d, Harbour Office, 3 July 2009.", n, n))
			s.put(sheetLeft+38, 9, fmt.Sprintf("http://harbours.example/gauge-%d", n))
		}
		rep := s.parse(t)
		if c := rep.Commitments[0]; len(rep.Footnotes) != 2 || len(rep.CommitmentsList) > 0 || len(c.Rubric) > 0 || len(c.Guidelines) > 0 {
			t.Errorf("%s: notes %+v, levels %+v", form, rep.Footnotes, c.Rubric)
		}
	}
}
