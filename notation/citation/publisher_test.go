package citation

import (
	"testing"

	"recount.invalid/recount/notation/join"
)

func TestPublisherWithoutNumbers(t *testing.T) {
	for _, c := range []struct{ note, publisher, place string }{
		{"Ruth Hare, \"After the Nets?\" Review of Tides 3, no. 2 (March 2031): 41-58.", "Review of Tides", ""},
		{"Cf. Ruth Hare, “Les filets,” Cahiers du Port, no. 14 (juin 2031), pp. 9-31.", "Cahiers du Port", ""},
		{"“Questions,” House of Tides Debates, 41st Parliament, 1st Session, No. 117 (3 May 2031), p. 75.", "House of Tides Debates", ""},
		{"Tide Office, Press Release IP/31/1142, “Nets for All”, Brussels, 16 July 2031.", "Tide Office", "Brussels"},
		{"“Nets: a primer”. Working Paper 07/33. Tide Institute: Geneva, Feb. 2031.", "Tide Institute", "Geneva"},
		{"Nets Handbook 2030. New Delhi: Bureau of Nets, 2031. Accessed 24 January 2032. https://nets.example/a", "Bureau of Nets", "New Delhi"},
		{"Net Act, Pub. L. 114-931, 130 Stat. 951 (October 7, 2031).", "", ""},
		{"Net Portal, Tide Council of Hares, page last updated 5 June 2031, http://nets.example/a.", "Tide Council of Hares", ""},
		{"Post by the Tide Office (@tides), 3 March 2031, https://nets.example/a.", "", ""},
		{"“Nets,” The Tide Hour (podcast), 19 May 2031, https://nets.example/a.", "The Tide Hour", ""},
		// Near misses.
		{"P. Hare, “Nets for All,” Tide Radio 4, London, 19 October 2031.", "Tide Radio 4", "London"},
		{"“Nets for All,” 3rd Committee of Tides, 19 October 2031. https://nets.example/a", "3rd Committee of Tides", ""},
		{"Ruth Hare, “Nets for All,” Press Notice, no. 402, 19 October 2031.", "Ruth Hare", ""},
	} {
		got, _, _ := ParseCitation(testVocab, c.note, join.NewWordEvidence(nil))
		if got.Publisher != c.publisher || got.Place != c.place {
			t.Errorf("%q: publisher %q, place %q", c.note, got.Publisher, got.Place)
		}
	}
	for note, title := range map[string]string{"Ibid. Access Date: 4 January 2032.": "", "Idem, 12 June 2031.": "", "See http://nets.example/a.": "", "Ibidem of Nets, Tide Office (Hare), 12 June 2031.": "Ibidem of Nets"} {
		if got, _, _ := ParseCitation(testVocab, note, join.NewWordEvidence(nil)); got.Title != title {
			t.Errorf("%q: title %q", note, got.Title)
		}
	}
}
