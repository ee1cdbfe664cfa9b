package citation

import (
	"testing"

	"recount.invalid/recount/notation/join"
)

// The day of publication is that of the first source and not one of another source, of a
// remark or of reading.
func TestDayOfTheFirstSource(t *testing.T) {
	for _, c := range []struct{ note, title, publisher, published, accessed string }{
		{"P. Hare, ‘Nets Are Free’, The Tide Herald, 7 Jan. 2031, p. 3; ‘Hooks Follow’, Hareport Courier, 9 Jan. 2031.", "Nets Are Free", "The Tide Herald", "2031-01-07", ""},
		{"Nets Open, Tide Daily, 2031-08-30; see also Hooks for All, Tide Daily, 2031-09-02.", "Nets Open", "Tide Daily", "2031-08-30", ""},
		{"“Nets,” Tide Herald, 3 May 2031; “Hooks,” Tide Herald, 5 May 2031; “Ropes,” Tide Herald, 7 May 2031.", "Nets", "Tide Herald", "2031-05-03", ""},
		// Near misses: one source.
		{"“Nets; the Hareport Plan of 3 May 2031,” Tide Herald, 5 May 2031.", "Nets; the Hareport Plan of 3 May 2031", "Tide Herald", "2031-05-05", ""},
		{"Nets in May 2031; a Review of Hooks, Tide Herald, 5 June 2031.", "Nets in May 2031; a Review of Hooks", "Tide Herald", "2031-06-05", ""},
		{"Nets for All, Tide Office (Hare), 3 May 2031; updated 5 June 2031.", "Nets for All", "Tide Office", "2031-05-03", ""},
		// What a sentence says of the publisher.
		{"P. Hare, “Nets for All”, speech at the Tide Club, Hareport, 9 May 2031, published by the Tide Office on 12 May 2031.", "Nets for All", "Tide Office", "2031-05-12", ""},
		{"“Nets Paid For by Hares on 9 May 2031”, Tide Herald, 12 May 2031.", "Nets Paid For by Hares on 9 May 2031", "Tide Herald", "2031-05-12", ""},
		// The medium before the day of access.
		{"Hare, Paul. \"The Nets.\" Tide Weekly, 9 June 2031. Web. 12 Aug. 2031.", "The Nets", "Tide Weekly", "2031-06-09", "2031-08-12"},
		{"Hare, Paul. \"The Nets.\" Tide Unit, n.d. Web. 12 Aug. 2031.", "The Nets", "Tide Unit", "", "2031-08-12"},
		{"Hare, Paul. \"The Nets.\" The Tide on the Web. 12 Aug. 2031.", "The Nets", "The Tide on the Web", "2031-08-12", ""},
		{"Nets of June. Web. 12 Aug. 2031.", "Nets of June", "Web", "2031-08-12", ""},
	} {
		got, _, _ := ParseCitation(testVocab, c.note, join.NewWordEvidence(nil))
		if got.Title != c.title || got.Publisher != c.publisher || got.Published != c.published || got.Accessed != c.accessed {
			t.Errorf("%q: %q, %q, %q, %q", c.note, got.Title, got.Publisher, got.Published, got.Accessed)
		}
	}
}

func TestPages(t *testing.T) {
	for text, want := range map[string]string{
		"Nets, p. 3": "Nets,", "Nets, pp. 77 ff.": "Nets,", "(2031): 41-58.": "(2031):", "Nets, S. 3": "Nets,",
		"Nets, vol 560, col 312.": "Nets,", "Nets (Hareport, 1996), 212.": "Nets (Hareport, 1996),",
		"Nets, 2031": "Nets, 2031", "Nets, Rule 3": "Nets, Rule 3", "Nets 3": "Nets 3", "Nets": "Nets",
	} {
		if got := withoutPages(testVocab, text); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}
