package parse

import (
	"context"
	"fmt"
	"testing"
)

// chaptersSheet is a report of so many chapters, each of four pages with
// notes at their feet.
func chaptersSheet(chapters int) *drawnSheet {
	s := newSheet()
	note := 0
	for c := range chapters {
		s.page().heads("Harbour Watch: Final Report", "Harbour Watch, May 2031")
		s.put(sheetLeft, 16, fmt.Sprintf("*%d. Harbours: Tide Gauges*", c+1))
		s.y += 10
		s.para("“We will put a tide gauge into every harbour.”")
		s.put(sheetLeft, 12, "*Assessment*")
		s.y += 12
		s.ruled([]float64{72, 200, 300, 400, 520},
			[]string{"", "No Compliance", "Partial Compliance", "Full Compliance"},
			[]string{"Canada", "", "", "+1"},
			[]string{"France", "", "0", ""},
			[]string{"Japan", "−1", "", ""},
			[]string{"Average", "", "0.00 (50%)", ""})
		s.put(sheetLeft, 12, "*Background*")
		s.para("Harbours without a tide gauge lose a lamp or two in every storm, and", "some lose the mole. The matter has been before every meeting since.")
		for _, member := range []struct{ name, score string }{{"Canada", "+1"}, {"France", "0"}, {"Japan", "−1"}} {
			s.page().heads("Harbour Watch: Final Report", "Harbour Watch, May 2031")
			s.put(sheetLeft, 12, "*"+member.name+": "+member.score+"*")
			s.y += 6
			var foot []string
			for day := range 6 {
				note++
				s.para(fmt.Sprintf("On %d July 2030, the harbour office of Lind put 12 gauges into the water", day+4),
					fmt.Sprintf("at a price of CAD3.5 million and told the keepers how to read them.^%d^", note))
				foot = append(foot, fmt.Sprintf("^%d^ Gauges in the Water, Harbour Office (Lind) %d July 2030. Access Date: 3 May 2031.", note, day+4),
					"https://harbour.example/gauges")
			}
			s.para(fmt.Sprintf("Thus, %s receives a score of %s.", member.name, member.score))
			s.foot(foot...)
		}
	}
	return s
}

// BenchmarkParse parses reports of 100 and 400 pages; the time for a page
// must not grow with their number.
func BenchmarkParse(b *testing.B) {
	for _, chapters := range []int{25, 100} {
		b.Run(fmt.Sprintf("pages=%d", 4*chapters), func(b *testing.B) {
			s := chaptersSheet(chapters)
			b.ReportAllocs()
			for b.Loop() {
				rep, err := Parse(context.Background(), &s.doc, Options{})
				if err != nil {
					b.Fatal(err)
				}
				if len(rep.Commitments) != chapters || len(rep.Footnotes) != 18*chapters {
					b.Fatalf("%d chapters with %d notes", len(rep.Commitments), len(rep.Footnotes))
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(4*chapters), "ns/page")
		})
	}
}
