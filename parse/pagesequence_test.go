package parse

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/parse/internal/margin"
)

// Page numbers in the foot, given page by page; "" is a page without one.
func TestPageSequence(t *testing.T) {
	for _, test := range []struct {
		name    string
		numbers string
		want    []string // kinds of warnings, with their pages
	}{
		{"whole", "1 2 3 4 5 6 7 8", nil},
		{"an excerpt", "514 515 516 517 518", nil},
		{"cover without a number", "- 2 3 4 5 6", nil},
		{"a landscape page without its number", "1 2 3 - 5 6 7", nil},
		{"an inserted page that is not counted", "1 2 3 - 4 5 6", nil},
		{"an annex counts from 1", "1 2 3 4 5 1 2 3", nil},
		{"one number misprinted", "1 2 3 74 5 6 7", nil},
		{"one page missing", "1 2 3 5 6 7 8", []string{"pages-missing [3 4]"}},
		{"two missing, one page without a number", "1 2 3 - 7 8 9", []string{"pages-missing [3 5]"}},
		{"two swapped", "1 2 4 3 5 6 7 8", []string{"pages-order [2 3]", "pages-order [3 4]", "pages-order [4 5]"}},
		{"one number twice on different pages", "1 2 3 4 4 5 6 7", []string{"pages-order [4 5]"}},
		{"a page moved to the end", "1 2 3 5 6 7 8 4", []string{"pages-order [3 4]", "pages-order [7 8]"}},
	} {
		s := newSheet()
		for i, n := range strings.Fields(test.numbers) {
			s.page()
			s.para(fmt.Sprintf("Text of leaf %c goes on about harbours and lights here.", 'a'+i), "It has a second line of words.")
			if n != "-" {
				s.at(300, 760, 9, "The Observatory of Promises "+n)
			}
		}
		r := newReading(&s.doc, Options{})
		for _, stage := range stages[:2] {
			if err := stage.run(r); err != nil {
				t.Fatal(err)
			}
		}
		var got []string
		for _, w := range r.Rep.Warnings {
			var pages []int
			for _, a := range w.At {
				pages = append(pages, a.Page)
			}
			got = append(got, fmt.Sprint(w.Kind, " ", pages))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q; heads %+v", test.name, got, test.want, r.Rep.RunningHeads)
		}
	}
}

// The number of the page is told from a day and a year in the same line.
func TestPageNumbersBesideADate(t *testing.T) {
	s := newSheet()
	for i := range 6 {
		s.page()
		s.para(fmt.Sprintf("Text of leaf %c goes on about harbours and lights here.", 'a'+i), "It has a second line of words.")
		s.at(100, 760, 9, fmt.Sprintf("Final Report, June 4, 2006 %d", 11+i))
	}
	r := newReading(&s.doc, Options{})
	for _, stage := range stages[:2] {
		if err := stage.run(r); err != nil {
			t.Fatal(err)
		}
	}
	want := []int{11, 12, 13, 14, 15, 16}
	if len(r.Rep.RunningHeads) != 1 || !slices.Equal(r.Rep.RunningHeads[0].Numbers, want) {
		t.Errorf("heads %+v, want the numbers %v", r.Rep.RunningHeads, want)
	}
}

// A page that is in the file twice is known by its lines; pages that hold a
// line or two may well be alike.
func TestRepeatedPages(t *testing.T) {
	for lines, want := range map[int]int{2: 0, 9: 1} {
		s := newSheet()
		for _, leaf := range []string{"a", "b", "b", "c"} {
			s.page()
			for i := range lines {
				s.line(fmt.Sprintf("Line %d of leaf %s speaks of harbours.", i, leaf))
			}
		}
		r := newReading(&s.doc, Options{})
		for _, stage := range stages[:2] {
			if err := stage.run(r); err != nil {
				t.Fatal(err)
			}
		}
		n := 0
		for _, w := range r.Rep.Warnings {
			if w.Kind == margin.KindPagesRepeated && w.At[0].Page == 2 && w.At[1].Page == 3 {
				n++
			}
		}
		if n != want {
			t.Errorf("pages of %d lines: warnings %+v, want %d", lines, r.Rep.Warnings, want)
		}
	}
}
