package citation

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/join"
)

// settled reads the notes of chapters and gives their places.
func settled(chapters ...[]string) (out []string) {
	var all []Note
	for i, notes := range chapters {
		for _, n := range notes {
			c, slots, _ := ParseCitation(testVocab, n, join.NewWordEvidence(nil))
			all = append(all, Note{Footnote: model.Footnote{Commitment: i + 1, Title: c.Title, Publisher: c.Publisher, Place: c.Place}, Slots: slots})
		}
	}
	SettlePlaces(testVocab, all)
	for _, n := range all {
		out = append(out, n.Title+"|"+n.Publisher+"|"+n.Place)
	}
	return out
}

// sources are three parts of invented sources, of whose places the vocabulary knows
// half.
var sources = [][4]string{
	{"Nets for All", "Harbour Office", "3 May 2031", "Paris"},
	{"Hooks: A Survey of Tides", "Tide Agency", "May 2031", "Vienna"},
	{"Ropes", "Cordier’s Weekly", "n.d.", "Hareport"},
	{"Even the Lagoon", "Lagoon Post", "5 May 2031", "Tidewell"},
	{"Lines, Part Two", "Keeper’s Office", "6 May 2031", "Ottawa"},
	{"Piers of Two Cities", "Low Sentinel Press", "7 May 2031", "Lind on Sea"},
}

func TestPlacesInEveryOrder(t *testing.T) {
	// Another chapter with an order of its own, in which the publishers of the first would be places.
	var other []string
	for _, s := range sources {
		other = append(other, s[0]+". "+s[1]+", "+s[3]+", "+s[2]+". Accessed 8 June 2031. https://a.example/b")
	}
	for _, form := range []string{
		"T, P, D, L",
		"T, P, D; L",
		"T, P, D (L)",
		"T, P, D – L",
		"T. P. D. L",
		"T. P, D, L",
		"“T,” P, D, L",
		"P, “T,” D, L",
		"T, P, L, D",
		"T, P; L, D",
		"T, P – L, D",
		"T. P: L, D",
		"T. L: P, D",
		"“T,” L: P, D",
		"T, L, P, D",
		"T. L, P, D",
		"“T,” L, P, D",
		"P (D). T. L",
	} {
		var notes, want []string
		for _, s := range sources {
			notes = append(notes, strings.NewReplacer("T", s[0], "P", s[1], "D", s[2], "L", s[3]).Replace(form)+accessed)
			want = append(want, s[0]+"|"+s[1]+"|"+s[3])
		}
		for _, with := range [][][]string{{notes}, {notes, other}, {other, notes}} {
			got := settled(with...)
			if len(with) > 1 && &with[0][0] == &other[0] {
				got = got[len(other):]
			}
			for i := range want {
				if got[i] != want[i] {
					t.Errorf("%d chapters, %s\n%q, want %q", len(with), form, got[i], want[i])
				}
			}
		}
	}
}

const accessed = ". Date of Access: 8 June 2031. <http://a.example/b>"

func TestWhatStandsWherePlacesDo(t *testing.T) {
	var behind, second, inBrackets []string
	for _, s := range sources {
		behind = append(behind, s[0]+", "+s[1]+", "+s[2]+", "+s[3]+accessed)
		second = append(second, s[0]+", "+s[3]+", "+s[1]+", "+s[2]+accessed)
		inBrackets = append(inBrackets, s[0]+", "+s[1]+" ("+s[3]+") "+s[2]+accessed)
	}
	for _, c := range []struct {
		chapter []string
		note    string
		want    string
	}{
		// Behind the date: a page, an agency, an edition, a remark, nothing.
		{behind, "Oars, Harbour Office, 9 May 2031, p. 14", "Oars|Harbour Office|"},
		{behind, "Oars, Harbour Office, 9 May 2031, page 14", "Oars|Harbour Office|"},
		{behind, "Oars, Harbour Office, 9 May 2031, Reuters", "Oars|Harbour Office|"},
		{behind, "Oars, Harbour Office, 9 May 2031, Tide News Agency", "Oars|Harbour Office|"},
		{behind, "Oars, Harbour Office, 9 May 2031, Section B", "Oars|Harbour Office|"},
		{behind, "Oars, Harbour Office, 9 May 2031, Press Release", "Oars|Harbour Office|"},
		{behind, "Oars, Harbour Office, 9 May 2031, Print Edition", "Oars|Harbour Office|"},
		{behind, "Oars, Harbour Office, 9 May 2031, English", "Oars|Harbour Office|"},
		{behind, "Oars, Harbour Office, 9 May 2031, Article 4", "Oars|Harbour Office|"},
		{behind, "Oars, Harbour Office, 9 May 2031, our translation", "Oars|Harbour Office|"},
		{behind, "Oars, Low Sentinel, 9 May 2031", "Oars|Low Sentinel|"},
		{behind, "Oars, Part Two, N.L. Harbour Office, 9 May 2031", "Oars, Part Two|N.L. Harbour Office|"},
		// Before the publisher: the end of a title.
		{second, "Oars, Third Chapter, Low Sentinel, 9 May 2031", "Oars, Third Chapter|Low Sentinel|"},
		{inBrackets, "Oars, Harbours and Nets, Low Sentinel, 9 May 2031", "Oars, Harbours and Nets|Low Sentinel|"},
		{inBrackets, "Oars, Harbour Office, Low Sentinel, 9 May 2031", "Oars, Harbour Office|Low Sentinel|"},
	} {
		// Beside a chapter in which publishers stand where places do elsewhere.
		var other []string
		for _, s := range sources {
			other = append(other, s[0]+", "+s[1]+", "+s[3]+", "+s[2]+accessed)
		}
		for _, chapters := range [][][]string{{append(c.chapter[:len(c.chapter):len(c.chapter)], c.note+accessed)}, {append(c.chapter[:len(c.chapter):len(c.chapter)], c.note+accessed), other}} {
			if got := settled(chapters...)[len(c.chapter)]; got != c.want {
				t.Errorf("%d chapters: %q, want %q", len(chapters), got, c.want)
			}
		}
	}
}

// One known place bears out nothing; what may be places is told.
func TestPlacesThatTooFewNotesBearOut(t *testing.T) {
	var notes []Note
	for _, place := range []string{"Paris", "Hareport", "p. 14", "Reuters"} {
		text := "Oars, Harbour Office, 9 May 2031, " + place + accessed
		c, slots, _ := ParseCitation(testVocab, text, join.NewWordEvidence(nil))
		notes = append(notes, Note{Footnote: model.Footnote{Text: text, URL: c.URL, Title: c.Title, Publisher: c.Publisher, Place: c.Place}, Slots: slots})
	}
	SettlePlaces(testVocab, notes)
	for i, want := range []string{"Paris", "Hareport", "", ""} {
		_, places := notes[i].Unread(testVocab)
		if notes[i].Place != "" || strings.Join(places, ",") != want {
			t.Errorf("place %q, told %q, want %q told", notes[i].Place, places, want)
		}
	}
}
