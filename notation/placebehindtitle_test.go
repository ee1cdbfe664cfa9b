package notation

import (
	"testing"

	"recount.invalid/recount/model"
)

func TestPlaceBehindAQuotedTitle(t *testing.T) {
	places := func(notes ...string) (out []string) {
		var all []Note
		for _, n := range notes {
			c, slot, _ := ParseCitation(testVocab, n, NewWordEvidence(nil))
			all = append(all, Note{Footnote: model.Footnote{Title: c.Title, Publisher: c.Publisher, Place: c.Place}, Slot: slot})
		}
		SettlePlaces(testVocab, all)
		for _, n := range all {
			out = append(out, n.Place)
		}
		return out
	}
	got := places(
		"Harbour Office. “Nets for All”. Berlin: 3 May 2031. www.harbour.example/nets (viewed 4 May 2031).",
		"Tide Agency. “Hooks”. Hareport: 4 May 2031. www.harbour.example/hooks (viewed 5 May 2031).",
		"Tide Agency. “Ropes”. Paris: 5 May 2031. www.harbour.example/ropes (viewed 6 May 2031).")
	if got[0] != "Berlin" || got[1] != "Hareport" || got[2] != "Paris" {
		t.Errorf("places %q", got)
	}
	// What is no name, and nothing at all.
	for _, place := range places(
		"Harbour Office. “Nets for All”. published on: 3 May 2031. www.harbour.example/nets (viewed 4 May 2031).",
		"Harbour Office. “Nets for All”. 3 May 2031. www.harbour.example/nets (viewed 4 May 2031).") {
		if place != "" {
			t.Errorf("a place: %q", place)
		}
	}
}
