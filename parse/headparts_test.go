package parse

import (
	"strconv"
	"strings"
	"testing"

	"recount.invalid/recount/parse/internal/margin"
	"recount.invalid/recount/parse/internal/sheet"
)

// headedPages are a chapter and pages of text, each with a head in two parts.
func headedPages(left, right func(i int) string) *drawnSheet {
	s := newSheet()
	for i := 1; i <= 8; i++ {
		s.page()
		s.at(sheetLeft, 40+float64(i%3), 9, left(i))
		s.at(480, 40+float64(i%3), 9, right(i))
		s.mergeRows()
		if i == 1 {
			s.chapterHead()
		} else {
			s.para("A gauge stands in bay " + strings.Repeat("o", i) + " and is read at noon.")
		}
	}
	return s
}

func TestRunningHeadOfWhichOnePartChanges(t *testing.T) {
	text := func(s *drawnSheet) string {
		var all []string
		for _, b := range s.parse(t).Commitments[0].Background {
			all = append(all, b.Text)
		}
		return strings.Join(all, " ")
	}
	names := func(i int) string { return "Harbours of the " + strings.Repeat("far ", i) + "North" }
	same := func(int) string { return "Counting Hare" }
	if got := text(headedPages(names, same)); strings.Contains(got, "Counting") || strings.Contains(got, "North") {
		t.Errorf("text %q", got)
	}
	// No part recurs.
	bays := func(i int) string { return "bay " + strings.Repeat("x", i) }
	if got := text(headedPages(names, bays)); !strings.Contains(got, "North") {
		t.Errorf("no part recurs: text %q", got)
	}
	// A sentence beside it is text.
	if got := text(headedPages(func(i int) string { return "Bay " + strings.Repeat("o", i) + " is deep." }, same)); !strings.Contains(got, "is deep.") {
		t.Errorf("text %q", got)
	}
}

func TestHeadParts(t *testing.T) {
	s := newSheet().page()
	s.at(sheetLeft, 40, 9, "Harbours: Gauges")
	s.at(480, 40, 9, "Counting Hare "+strconv.Itoa(3))
	s.mergeRows()
	l := sheet.NewLine(&s.doc.Pages[0].Lines[0], &sheet.Page{})
	parts := margin.HeadParts(l)
	if len(parts) != 2 || parts[0].Text != "Harbours: Gauges" || parts[1].Text != "Counting Hare 3" {
		t.Errorf("%+v", parts)
	}
}
