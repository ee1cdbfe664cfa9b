package parse

import (
	"fmt"
	"strings"
	"testing"
)

// numberWord makes a word of a number, so that lines differ by more than figures.
func numberWord(n int) string {
	out := ""
	for _, c := range fmt.Sprint(n) {
		out += string('a' + c - '0')
	}
	return out
}

// Sentences, members' headings and numbered notes that recur at the edge of
// pages are text; what stands on page after page in small print is a foot.
func TestTextThatRecursAtThePagesEdge(t *testing.T) {
	pages := func(edge func(s *drawnSheet, page int)) []string {
		s := verdictSheet()
		for i := 2; i <= 13; i++ {
			s.page()
			s.y = 40
			edge(s, i)
			for k := range 11 {
				s.para("The gauges "+numberWord(i*11+k)+" of the harbours are read by the office from the first", "day of winter "+numberWord(k*7+i)+" to the last, as they were before.")
			}
		}
		var heads []string
		for _, h := range s.parse(t).RunningHeads {
			heads = append(heads, h.Text)
		}
		return heads
	}
	for name, edge := range map[string]func(s *drawnSheet, page int){
		"sentences": func(s *drawnSheet, page int) {
			if page%2 == 0 {
				s.put(sheetLeft, 11, "Thus, Canada receives a score of +1.")
			}
			s.y = 80
		},
		"headings": func(s *drawnSheet, page int) {
			if page%2 == 0 {
				s.put(sheetLeft, 11, "*Canada: +1*")
			}
			s.y = 80
		},
		"notes": func(s *drawnSheet, page int) {
			s.at(sheetLeft, 760, 8, fmt.Sprintf("%d. Gauge News, Harbour Office.", page+page*page/9))
			s.y = 80
		},
	} {
		if heads := pages(edge); len(heads) > 0 {
			t.Errorf("%s became running heads: %q", name, heads)
		}
	}
	for name, edge := range map[string]func(s *drawnSheet, page int){
		"a foot in small print": func(s *drawnSheet, _ int) {
			s.at(sheetLeft, 760, 8, "All the rights of this report belong to the group.")
			s.y = 80
		},
		"a sentence on every page": func(s *drawnSheet, _ int) {
			s.put(sheetLeft, 11, "This report was made by students of the harbour.")
			s.y = 80
		},
		"a numbered head": func(s *drawnSheet, page int) {
			s.put(sheetLeft, 9, fmt.Sprintf("%d. Larkhaven Compliance Report", page))
			s.y = 80
		},
	} {
		if heads := pages(edge); len(heads) != 1 {
			t.Errorf("%s: running heads %s", name, strings.Join(heads, "|"))
		}
	}
}
