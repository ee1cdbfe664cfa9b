package parse

import (
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// A table of scores may stand in groups of members, whose names have a row of
// their own; the first member of a group is not part of it.
func TestTableOfScoresInGroups(t *testing.T) {
	s := newSheet().page()
	s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
	s.y += 10
	s.para("“We will put a tide gauge into every harbour.”")
	s.put(sheetLeft, 12, "*Assessment*")
	s.y += 12
	for _, row := range []string{"*Member* | *Score*", "America", "Canada | +1", "United States | 0", "Europe", "France | −1", "Italy | +1", "Asia", "Japan | −1", "Average | 0.00 (50%)"} {
		cells := strings.Split(row, " | ")
		s.at(sheetLeft, s.y, s.size, cells[0])
		if len(cells) > 1 {
			s.at(300, s.y, s.size, cells[1])
			s.mergeRows()
		}
		s.y += 1.6 * s.size
	}
	s.line("*Canada: +1*").para("Canada has fully complied with its commitment.")
	rep := s.parse(t)
	a := rep.Commitments[0].Assessment
	if a == nil || tableOf(a) != "CAN+ USA0 FRA- ITA+ JPN- 0.00" && tableOf(a) != "CAN+ USA0 FRA- ITA+ JPN- " {
		t.Fatalf("%+v", a)
	}
	if i := slices.IndexFunc(a.Heads, func(h model.Text) bool { return h.Text == "Europe" }); i < 0 {
		t.Errorf("heads %+v", a.Heads)
	}
	for _, w := range rep.Warnings {
		if w.Kind == "assessment-row" || w.Kind == "member-unknown" {
			t.Errorf("%s: %s", w.Kind, w.Text)
		}
	}
}

// Members' headings with the score in the margin are no levels of a scoring
// table.
func TestHeadsWithTheScoreInTheMargin(t *testing.T) {
	s := newSheet().page().chapterHead()
	var want []string
	for _, m := range []struct{ name, score string }{{"United Kingdom", "+1"}, {"United States", "0"}, {"European Union", "+1"}} {
		s.y += 14
		x := sheetLeft - 3*s.size - charWidth*s.size*float64(len(m.score))
		s.put(x, s.size, m.score+" | *"+m.name+"*")
		s.y += 4
		s.para("The "+m.name+" has acted on its commitment to put up tide gauges in all harbours.", "It began in the spring of the year before.")
		s.para("On 3 May 2001, the " + m.name + " put up one gauge in the bay of its oldest harbour.")
		s.para("Thus, the " + m.name + " receives a score of " + m.score + ".")
		want = append(want, m.name+" "+strings.TrimSuffix(m.score, "1"))
	}
	if got := headsRead(t, s); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
