package citation

import (
	"testing"

	"recount.invalid/recount/vocabulary"
)

// Sources as psychologists, lawyers, newspapers and people of other languages cite
// them.
func TestCitationStyles(t *testing.T) {
	for _, c := range []struct {
		note string
		want Citation
	}{
		{"Harbour Institute. (2031, April). Nets of Small Boats. Basel. Retrieved August 15, 2031, from https://harbour.example/nets",
			Citation{Title: "Nets of Small Boats", Publisher: "Harbour Institute", Place: "Basel", Published: "2031-04", PublishedText: "2031, April", Accessed: "2031-08-15", AccessedText: "August 15, 2031", URL: "https://harbour.example/nets"}},
		{"Harbour Institute. (2031, March 16). Nets of Boats, paragraph 7. Toronto. Retrieved May 18, 2031, from https://harbour.example/nets",
			Citation{Title: "Nets of Boats, paragraph 7", Publisher: "Harbour Institute", Place: "Toronto", Published: "2031-03-16", PublishedText: "2031, March 16", Accessed: "2031-05-18", AccessedText: "May 18, 2031", URL: "https://harbour.example/nets"}},
		{"Ministère de la Pêche, « Les filets », Paris, 4 mars 2031, page consultée le 6 mai 2031, https://peche.example/filets.",
			Citation{Title: "Les filets", Publisher: "Ministère de la Pêche", Place: "Paris", Published: "2031-03-04", PublishedText: "4 mars 2031", Accessed: "2031-05-06", AccessedText: "6 mai 2031", URL: "https://peche.example/filets"}},
		{"Fischereiamt (2031): Netze für alle, Berlin. URL: https://fisch.example/netze (Stand: 06.05.2031).",
			Citation{Title: "Netze für alle", Publisher: "Fischereiamt", Place: "Berlin", Published: "2031", PublishedText: "2031", Accessed: "2031-05-06", AccessedText: "06.05.2031", URL: "https://fisch.example/netze"}},
		{"Netze für alle, Fischereiamt, Berlin, 04.03.2031, https://fisch.example/netze (zuletzt abgerufen am 06.05.2031).",
			Citation{Title: "Netze für alle", Publisher: "Fischereiamt", Place: "Berlin", Published: "2031-03-04", PublishedText: "04.03.2031", Accessed: "2031-05-06", AccessedText: "06.05.2031", URL: "https://fisch.example/netze"}},
		{"Nets for All, Harbour Office (Oslo), 4 March 2031. https://harbour.example/nets, 6 May 2031.",
			Citation{Title: "Nets for All", Publisher: "Harbour Office", Place: "Oslo", Published: "2031-03-04", PublishedText: "4 March 2031", Accessed: "2031-05-06", AccessedText: "6 May 2031", URL: "https://harbour.example/nets"}},
		{"Nets for All, Harbour Office [Oslo], 4 March 2031. https://harbour.example/nets",
			Citation{Title: "Nets for All", Publisher: "Harbour Office", Place: "Oslo", Published: "2031-03-04", PublishedText: "4 March 2031", URL: "https://harbour.example/nets"}},
		{"Nets for All | Harbour Office | Oslo | 4 March 2031 | https://harbour.example/nets",
			Citation{Title: "Nets for All", Publisher: "Harbour Office", Place: "Oslo", Published: "2031-03-04", PublishedText: "4 March 2031", URL: "https://harbour.example/nets"}},
		{"Harbour Office: “Nets for All”, Oslo, March 4th 2031 – https://harbour.example/nets – visited on May 6th, 2031.",
			Citation{Title: "Nets for All", Publisher: "Harbour Office", Place: "Oslo", Published: "2031-03-04", PublishedText: "March 4th 2031", Accessed: "2031-05-06", AccessedText: "May 6th, 2031", URL: "https://harbour.example/nets"}},
		// Near misses: the only date behind an address is the day of publication, a
		// year in a title is none, and the earlier of two is not that of access.
		{"Nets for All, Harbour Office (Oslo). https://harbour.example/nets, 4 March 2031.",
			Citation{Title: "Nets for All", Publisher: "Harbour Office", Place: "Oslo", Published: "2031-03-04", PublishedText: "4 March 2031", URL: "https://harbour.example/nets"}},
		{"“Nets (2031). And Lamps,” Harbour Office. https://harbour.example/nets",
			Citation{Title: "Nets (2031). And Lamps", Publisher: "Harbour Office", URL: "https://harbour.example/nets"}},
	} {
		v := vocabulary.Default()
		got, slots, _ := ParseCitation(v, c.note, nil)
		n := Note{Slots: slots}
		n.Title, n.Publisher, n.Place = got.Title, got.Publisher, got.Place
		more := []Note{n, n} // a place is borne out by notes of the same form
		SettlePlaces(v, more)
		got.Title, got.Publisher, got.Place = more[0].Title, more[0].Publisher, more[0].Place
		if got != c.want {
			t.Errorf("%s\n got  %+v\n want %+v", c.note, got, c.want)
		}
	}
}
