package citation

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/notation/join"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

func TestAccessWords(t *testing.T) {
	v := vocabulary.Default()
	words := join.NewWordEvidence(nil)
	repeat := func(n int, form string) (out []string) {
		for i := range n {
			out = append(out, fmt.Sprintf(form, i+1, i+2))
		}
		return out
	}
	for name, c := range map[string]struct {
		notes []string
		want  []string
	}{
		"behind the address":      {repeat(4, "Nets for All, Harbour Office (Lind), %d May 2031. https://www.harbour.example/a (perused %d June 2031)"), []string{"perused"}},
		"before the address":      {repeat(4, "Nets for All, Harbour Office (Lind) %d May 2031. As of %d June 2031. https://www.harbour.example/a"), []string{"As of"}},
		"behind the word 'on'":    {repeat(4, "Nets for All, Harbour Office (Lind), %d May 2031, https://www.harbour.example/a, browsed on %d June 2031."), []string{"browsed on"}},
		"twice only":              {repeat(2, "Nets for All, Harbour Office (Lind), %d May 2031. https://www.harbour.example/a (perused %d June 2031)"), nil},
		"a known label":           {repeat(4, "Nets for All, Harbour Office (Lind), %d May 2031. https://www.harbour.example/a (accessed %d June 2031)"), nil},
		"when it was published":   {repeat(4, "Nets for All, Harbour Office (Lind), %d May 2031, updated %d June 2031. https://www.harbour.example/a"), nil},
		"a publisher and its day": {repeat(4, "Speech of %d May 2031, Tide News %d June 2031. Accessed: 4 July 2031. https://www.harbour.example/a"), nil},
		"the first date":          {repeat(6, "Tide News %d May 2031, page %d."), nil},
		"between two days":        {repeat(4, "Meeting from %d May 2031 to %d June 2031, Harbour Office."), nil},
	} {
		if got := AccessWords(v, c.notes, words); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	own := v.WithAccessLabels([]string{"perused"})
	note := "Nets for All, Harbour Office (Lind), 3 May 2031. https://www.harbour.example/a" + join.LineBreak + "perused 4 June 2031."
	c, _, _ := ParseCitation(own, note, words)
	if c.Accessed != "2031-06-04" || c.Published != "2031-05-03" || c.URL != "https://www.harbour.example/a" {
		t.Errorf("with the document's word: %+v", c)
	}
}

func TestAddressAboveFigures(t *testing.T) {
	v := vocabulary.Default()
	for below, want := range map[string]string{
		"access (accessed 4 June 2031).": "https://www.harbour.example/releases/access",
		"accessed 4 June 2031.":          "https://www.harbour.example/releases/",
		"(accessed 4 June 2031).":        "https://www.harbour.example/releases/",
		"8899. Published 3 May 2031.":    "https://www.harbour.example/releases/8899",
		"617 (perused 3 May 2031)":       "https://www.harbour.example/releases/617",
		"12 May 2031. Harbour Office":    "https://www.harbour.example/releases/",
		"2031. Harbour Office":           "https://www.harbour.example/releases/",
	} {
		c, _, _ := ParseCitation(v, "Nets, Harbour Office. https://www.harbour.example/releases/"+join.LineBreak+below, join.NewWordEvidence(nil))
		if c.URL != want {
			t.Errorf("%q: %s", below, c.URL)
		}
	}
}

// TestAddressBrokenInANumber: an address may be broken within a number.
func TestAddressBrokenInANumber(t *testing.T) {
	v := vocabulary.Default()
	for note, want := range map[string]string{
		"http://papers.example/releases/23.|06":                 "http://papers.example/releases/23.06",
		"http://papers.example/releases/notes.|06":              "http://papers.example/releases/notes",
		"http://papers.example/docs/806-19092|013":              "http://papers.example/docs/806-19092013",
		"http://papers.example/docs/806-1909|2013":              "http://papers.example/docs/806-19092013",
		"http://papers.example/docs/news|12":                    "http://papers.example/docs/news12",
		"http://papers.example/docs/news|12.":                   "http://papers.example/docs/news",
		"http://papers.example/docs/news.|12":                   "http://papers.example/docs/news",
		"http://papers.example/docs/news|12 May 2031.":          "http://papers.example/docs/news",
		"http://papers.example/docs/news|2031. Harbour Office.": "http://papers.example/docs/news",
		"http://papers.example/docs/news,|12":                   "http://papers.example/docs/news",
	} {
		c, _, _ := ParseCitation(v, "Nets. Harbour Office (Hare). 3 May 2031. "+strings.ReplaceAll(note, "|", join.LineBreak), join.NewWordEvidence(nil))
		if c.URL != want {
			t.Errorf("%q: %s, want %s", note, c.URL, want)
		}
	}
}

func TestDayBeforeItsMonth(t *testing.T) {
	v := vocabulary.Default()
	for text, want := range map[string]int{
		"On 12. May 2031 the nets were mended. Boats came.":  2,
		"It has article 12. May it last. It is new.":         3,
		"The boats were counted in 2031. May brought more.":  2,
		"The harbour has 12. Mayors came.":                   2,
		"It was lit on the 5th of May 2031. Then it rained.": 2,
	} {
		if got := len(script.Sentences(v, text)); got != want {
			t.Errorf("%q: %d sentences, want %d", text, got, want)
		}
	}
	c, _, _ := ParseCitation(v, "Nets, Harbour Office (Lind) the 3rd of May 2031. Accessed the 4th of June 2031. https://www.harbour.example/a", join.NewWordEvidence(nil))
	if c.Published != "2031-05-03" || c.Accessed != "2031-06-04" || c.Place != "Lind" {
		t.Errorf("%+v", c)
	}
}

// Places that stand elsewhere than before the date: the notes of one form bear
// each other out.
func TestPlaceOrders(t *testing.T) {
	v := vocabulary.Default()
	for form, want := range map[string]string{
		"Harbour Office, “Nets for All,” 3 May 2031, %s. https://www.harbour.example/a (accessed 4 June 2031).":                           "Paris",
		"3 May 2031. Nets for All, Harbour Office, %s. https://www.harbour.example/a (accessed 4 June 2031)":                              "Paris",
		"Nets for All, 3 May 2031, Harbour Office, %s. Accessed 4 June 2031. https://www.harbour.example/a":                               "Paris",
		"Nets for All, %s: Harbour Office, 3 May 2031. Accessed 4 June 2031. https://www.harbour.example/a":                               "Paris",
		"“Nets for All,” Harbour Office, %s, Date of Publication: 3 May 2031. Date of Access: 4 June 2031. https://www.harbour.example/a": "Paris",
		"Nets for All (%s: Harbour Office, 3 May 2031), https://www.harbour.example/a, accessed on 4 June 2031.":                          "Paris",
		"Nets for All (%s: n.d.), https://www.harbour.example/a, accessed on 4 June 2031.":                                                "Paris",
		"Nets for All, 3 May 2031, Harbour Office. Accessed 4 June 2031. https://www.harbour.example/a?%s":                                "",
		"Nets for All, Harbour Office, 3 May 2031, p. 14. Accessed 4 June 2031. https://www.harbour.example/a?%s":                         "",
		"Nets for All: Harbours and Nets, Latest News 3 May 2031. Accessed 4 June 2031. https://www.harbour.example/a?%s":                 "",
		"“Nets for All,” 3 May 2031, Tide News. https://www.harbour.example/a?%s (accessed 4 June 2031).":                                 "",
	} {
		var notes []Note
		for _, place := range []string{"Paris", "Rome", "Ottawa", "Lind"} {
			c, slots, _ := ParseCitation(v, fmt.Sprintf(form, place), join.NewWordEvidence(nil))
			var n Note
			n.Slots, n.Place, n.Title, n.Publisher = slots, c.Place, c.Title, c.Publisher
			notes = append(notes, n)
		}
		SettlePlaces(v, notes)
		last := ""
		if want != "" {
			last = "Lind" // not in the vocabulary
		}
		if notes[0].Place != want || notes[3].Place != last {
			t.Errorf("%s: %q and %q", form, notes[0].Place, notes[3].Place)
		}
		if want != "" && notes[0].Title != "Nets for All" {
			t.Errorf("%s: title %q", form, notes[0].Title)
		}
	}
}

// A day in brackets behind the address is that of access also before a remark.
func TestDayOfAccessBeforeARemark(t *testing.T) {
	for note, want := range map[string][2]string{
		"Tide Office. Law on nets. Rome: March 19, 2031. Available: http://tide.example/a.htm [April 15, 2031]. Translated by the analyst.": {"2031-03-19", "2031-04-15"},
		"Tide Office. Law on nets. Rome: March 19, 2031. Available: http://tide.example/a.htm [April 15, 2031].":                            {"2031-03-19", "2031-04-15"},
		"Tide Office. Law on nets. Rome: March 19, 2031. Available: http://tide.example/a.htm. Translated by the analyst.":                  {"2031-03-19", ""},
	} {
		c, _, _ := ParseCitation(testVocab, note, join.NewWordEvidence(nil))
		if c.Published != want[0] || c.Accessed != want[1] {
			t.Errorf("%q: %q, %q", note, c.Published, c.Accessed)
		}
	}
}
