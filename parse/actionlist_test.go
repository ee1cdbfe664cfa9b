package parse

import (
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// actionsOf gives a section's actions with their first words and how many lines each has.
func actionsOf(rep *model.Report) string {
	var b strings.Builder
	for _, a := range rep.Commitments[0].Verdicts[0].Actions {
		first, _, _ := strings.Cut(a.Text, ",")
		fmt.Fprintf(&b, "%s|%d|%d; ", first, len(a.Footnotes), len(strings.Split(a.Text, "\n")))
	}
	return b.String()
}

// The actions of a section may be the items of one list: an item without a date is none
// of the action before it. What stands farther in, or behind another mark, is.
func TestActionsAreItemsOfAList(t *testing.T) {
	for _, c := range []struct {
		name         string
		mark, second string
		in           float64 // of the second item
		want         string
	}{
		{"beside", "•", "•", 0, "On 3 July 2009|1|1; The keepers of Lind|1|1; On 5 July 2009|1|1; "},
		{"dashes", "–", "–", 0, "On 3 July 2009|1|1; The keepers of Lind|1|1; On 5 July 2009|1|1; "},
		{"farther in", "•", "•", 20, "On 3 July 2009|2|2; On 5 July 2009|1|1; "},
		{"another mark", "•", "–", 0, "On 3 July 2009|2|2; On 5 July 2009|1|1; "},
	} {
		s := verdictSheet()
		s.para(c.mark + " On 3 July 2009, Canada put up one gauge.^1^")
		s.put(sheetLeft+c.in, s.size, c.second+" The keepers of Lind, who had asked for it, read it daily.^2^")
		s.y += 6
		s.para(c.mark + " On 5 July 2009, Canada put up a lamp.^3^")
		s.para("Thus, Canada receives a score of +1.")
		s.foot("^1^ Gauge, Harbour Office.", "^2^ Keepers, Harbour Office.", "^3^ Lamp, Harbour Office.")
		if got := actionsOf(s.parse(t)); got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

// The lines below a list's mark hang; the second may be a sentence of its own.
func TestLinesBelowAListsMarkHang(t *testing.T) {
	s := verdictSheet()
	for n := 3; n < 6; n++ {
		s.line(fmt.Sprintf("– The first report on the gauges of the harbours was tabled in the House on %d July 2009.", n))
		s.put(sheetLeft+12, s.size, fmt.Sprintf("According to it they were read daily and all of them were found to be in good order.^%d^", n-2))
		s.y += 6
	}
	s.para("Thus, Canada receives a score of +1.")
	s.foot("^1^ Gauge, Harbour Office.", "^2^ Keepers, Harbour Office.", "^3^ Lamp, Harbour Office.")
	const one = "The first report on the gauges of the harbours was tabled in the House on %d July 2009. According to it they were read daily and all of them were found to be in good order."
	as := s.parse(t).Commitments[0].Verdicts[0].Actions
	if len(as) != 3 || as[0].Text != fmt.Sprintf(one, 3) || len(as[0].Footnotes) != 1 {
		t.Errorf("%+v", as)
	}
}

// A line in columns keeps its margins when its markers in brackets are set as raised ones:
// one that is set in stays the middle of its paragraph.
func TestMarkersInColumnsKeepTheMargins(t *testing.T) {
	s := verdictSheet()
	side := func(from int) (out []string) {
		for n := from; n < from+4; n++ {
			out = append(out, fmt.Sprintf("On %d July 2009, the harbour put up", n), fmt.Sprintf("gauge number %d.[%d] It is read daily", n, n), "by the keepers of the harbour.")
		}
		return out
	}
	s.columns(99, side(1), side(5))
	s.para("Thus, Canada receives a score of +1.")
	for n := 1; n < 9; n++ {
		s.put(sheetLeft, 8, fmt.Sprintf("[%d] Gauge %d, Harbour Office.", n, n))
	}
	as := s.parse(t).Commitments[0].Verdicts[0].Actions
	for i, a := range as {
		if want := fmt.Sprintf("On %d July 2009, the harbour put up gauge number %d. It is read daily by the keepers of the harbour.", i+1, i+1); a.Text != want || len(a.Footnotes) != 1 {
			t.Errorf("%q %+v", a.Text, a.Footnotes)
		}
	}
	if len(as) != 8 {
		t.Errorf("%d actions", len(as))
	}
}

// The numbers of a list are no part of the actions that are its items. A number alone shows
// no list, nor do numbers that do not count up from the first action on.
func TestActionsAreItemsOfANumberedList(t *testing.T) {
	for _, c := range []struct {
		name  string
		marks [3]string
		kept  [3]string
	}{
		{"full stops", [3]string{"1. ", "2. ", "3. "}, [3]string{}},
		{"brackets", [3]string{"(1) ", "(2) ", "(3) "}, [3]string{}},
		{"letters", [3]string{"a) ", "b) ", "c) "}, [3]string{}},
		{"one without", [3]string{"1. ", "", "2. "}, [3]string{}},
		{"one number", [3]string{"1. ", "", ""}, [3]string{"1. ", "", ""}},
		{"not from one", [3]string{"2. ", "3. ", "4. "}, [3]string{"2. ", "3. ", "4. "}},
		{"below the first", [3]string{"", "1. ", "2. "}, [3]string{"", "1. ", "2. "}},
		{"two forms", [3]string{"1. ", "b) ", ""}, [3]string{"1. ", "b) ", ""}},
		{"initials", [3]string{"A. ", "B. ", "C. "}, [3]string{"A. ", "B. ", "C. "}},
	} {
		s := verdictSheet()
		for i, m := range c.marks {
			s.para(fmt.Sprintf("%sOn %d July 2009, Canada put up gauge %d.^%d^", m, i+3, i, i+1))
		}
		s.para("Thus, Canada receives a score of +1.")
		s.foot("^1^ Gauge, Harbour Office.", "^2^ Keepers, Harbour Office.", "^3^ Lamp, Harbour Office.")
		as := s.parse(t).Commitments[0].Verdicts[0].Actions
		if len(as) != 3 {
			t.Errorf("%s: %d actions", c.name, len(as))
			continue
		}
		for i, a := range as {
			want := fmt.Sprintf("%sOn %d July 2009, Canada put up gauge %d.", c.kept[i], i+3, i)
			if a.Text != want || a.Date != fmt.Sprintf("2009-07-0%d", i+3) || len(a.Footnotes) != 1 || a.Footnotes[0].Offset != len(want) {
				t.Errorf("%s: %q %s %+v", c.name, a.Text, a.Date, a.Footnotes)
			}
		}
	}
}
