package citation

import (
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/join"
)

func TestCommunicationCitesNothing(t *testing.T) {
	for note, published := range map[string]string{
		"Letter of the Harbour Chamber to the research team, 11 April 2032.":                   "",
		"Talk of the analyst with a member of the Council’s secretariat, Berlin, 3 July 2033.": "",
		"Interview with a net maker, Hareport, May 2031; the maker asked not to be named.":     "",
		"Telephone interview with the Tide Division, January 7, 2034.":                         "",
		"E-mail to the authors, December 22, 2033.":                                            "",
		"Figures supplied by the Tide Office in a letter to the authors, May 2031.":            "",
		"Interview with the Tide Office, THB, Hareport, 2 March 2031 (by telephone).":          "",
		"Conversation with P. Hare (in person), Hareport, 2 March 2031.":                       "",
		"Telephone interview, Tide Consulate, Hareport, 2 March 2031.":                         "",
		"Personal communication, Tide Office, 2 March 2031.":                                   "",
		// Near misses: published ones.
		"Video interview, Tide Radio, 2 March 2031.":                                        "2031-03-02",
		"Personal Letters of Kings, Tide Press, 2 March 2031.":                              "2031-03-02",
		"Interview with the Tide Office, Harbour Gazette, 2 March 2031 (Hareport).":         "2031-03-02",
		"Telephone Rules of the Tide Office, Hareport, 2 March 2031 (by telephone).":        "2031-03-02",
		"Interview with the Minister, The Harbour Gazette, Berlin, 3 May 2031.":             "2031-05-03",
		"Interview with P. Hare, “The House on Sunday,” Tide Radio, March 5, 2031.":         "2031-03-05",
		"Letter of Intent, Ministry of Tides (Berlin) 3 May 2031.":                          "2031-05-03",
		"Letter to the Editor, Harbour Gazette, Berlin, 3 May 2031. https://tide.example/l": "2031-05-03",
		"Embassy of Tides, press communiqué 14/2031, March 9, 2031.":                        "2031-03-09",
	} {
		c, _, _ := ParseCitation(testVocab, note, join.NewWordEvidence(nil))
		if c.Published != published {
			t.Errorf("%q: published %q, want %q", note, c.Published, published)
		}
	}
}

func TestCommunicationDoubt(t *testing.T) {
	for note, want := range map[string]int{
		"Interview with the Tide Division, 7 January 2034.":  1, // may be printed
		"Interview of the authors with a maker, 7 May 2034.": 0,
		"Ibid., 7 January 2034.":                             0,
	} {
		n := Note{}
		n.Text = note
		if dates, _ := n.Unread(testVocab); len(dates) != want {
			t.Errorf("%q: %q", note, dates)
		}
	}
}

func TestTitleInAnotherLanguageIsNoPlace(t *testing.T) {
	for note, place := range map[string]string{
		"漁網の処遇 (Better treatment of nets), Ministry of Nets, Tokyo, 12 May 2031. URL: https://nets.example/a (accessed 19 May 2031).": "Tokyo",
		"Netze für alle (Nets for All), Harbour Office, Berlin, 12 May 2031. URL: https://nets.example/a (accessed 19 May 2031).":     "Berlin",
		"Nets for All (Berlin), Harbour Office, 12 May 2031. URL: https://nets.example/a (accessed 19 May 2031).":                     "Berlin",
		"Harbour Office (Hareport), “Nets for All,” May 3, 2031. URL: https://nets.example/a (accessed 19 May 2031).":                 "Hareport",
		"Tide Network, \"Nets for Hare, Winter\", March 2031 (Hareport). https://nets.example/a. Visited May 10, 2031.":               "Hareport",
	} {
		c, _, _ := ParseCitation(testVocab, note, join.NewWordEvidence(nil))
		if c.Place != place {
			t.Errorf("%q: place %q, want %q", note, c.Place, place)
		}
		if len(c.Published) < len("2031-03") {
			t.Errorf("%q: published %q", note, c.Published)
		}
	}
}

// What stands in brackets away from the date is a place where other notes of the
// form have known ones there; elsewhere it is doubted.
func TestBracketsAwayFromTheDate(t *testing.T) {
	read := func(notes ...string) (all []Note) {
		for _, n := range notes {
			c, slots, _ := ParseCitation(testVocab, n, join.NewWordEvidence(nil))
			all = append(all, Note{Footnote: model.Footnote{Text: n, URL: c.URL, Title: c.Title, Publisher: c.Publisher, Place: c.Place}, Slots: slots})
		}
		SettlePlaces(testVocab, all)
		return all
	}
	got := read(
		"Harbour Office (Rome), Nets for All, 3 May 2031, <https://nets.example/a> (accessed 19 May 2031).",
		"Tide Office (Berlin), Hooks for All, 4 May 2031, <https://nets.example/b> (accessed 19 May 2031).",
		"Hare Bank (Hareport), Ropes for All, 5 May 2031, <https://nets.example/c> (accessed 19 May 2031).")
	if got[0].Place != "Rome" || got[1].Place != "Berlin" || got[2].Place != "Hareport" {
		t.Errorf("places %q %q %q", got[0].Place, got[1].Place, got[2].Place)
	}
	got = read("Netze (Nets), Harbour Office, 12 May 2031. URL: https://nets.example/a (accessed 19 May 2031).")
	if _, doubts := got[0].Unread(testVocab); got[0].Place != "" || len(doubts) != 1 {
		t.Errorf("place %q, doubts %q", got[0].Place, doubts)
	}
}
