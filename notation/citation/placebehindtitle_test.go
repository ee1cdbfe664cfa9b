package citation

import (
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/join"
)

func TestPlaceBehindAQuotedTitle(t *testing.T) {
	places := func(notes ...string) (out []string) {
		var all []Note
		for _, n := range notes {
			c, slots, _ := ParseCitation(testVocab, n, join.NewWordEvidence(nil))
			all = append(all, Note{Footnote: model.Footnote{Title: c.Title, Publisher: c.Publisher, Place: c.Place}, Slots: slots})
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
		"“Nets for All,” The Harbour Gazette, 3 May 2031 (print edition).",
		"“Nets for All,” The Harbour Gazette, 3 May 2031 (online version).",
		"Harbour Office. “Nets for All”. published on: 3 May 2031. www.harbour.example/nets (viewed 4 May 2031).",
		"Harbour Office. “Nets for All”. 3 May 2031. www.harbour.example/nets (viewed 4 May 2031).") {
		if place != "" {
			t.Errorf("a place: %q", place)
		}
	}
}

func TestPlaceBeforeADateInBrackets(t *testing.T) {
	read := func(notes ...string) (out []string) {
		var all []Note
		for _, n := range notes {
			c, slots, _ := ParseCitation(testVocab, n, join.NewWordEvidence(nil))
			all = append(all, Note{Footnote: model.Footnote{Title: c.Title, Publisher: c.Publisher, Place: c.Place}, Slots: slots})
		}
		SettlePlaces(testVocab, all)
		for _, n := range all {
			out = append(out, n.Publisher+"|"+n.Place+"|"+n.Title)
		}
		return out
	}
	for i, got := range read(
		"Harbour Office, Berlin (3 May 2031). Nets for All. Retrieved 4 May 2031 from https://harbour.example/nets",
		"Tide Agency, Hareport (May 2031). Hooks at Sea. Retrieved 5 May 2031 from https://tide.example/hooks",
		"Office of Lakes and Rivers, Washington, DC (n.d.). Ropes and Lines. Retrieved 6 May 2031 from https://lakes.example/ropes",
		"Tide Agency, Paris (5 May 2031). Hooks on Land. Retrieved 5 May 2031 from https://tide.example/land") {
		want := []string{"Harbour Office|Berlin|Nets for All", "Tide Agency|Hareport|Hooks at Sea", "Office of Lakes and Rivers|Washington, DC|Ropes and Lines", "Tide Agency|Paris|Hooks on Land"}[i]
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	// Without a place: a desk of the publisher, and nothing at all.
	for i, got := range read(
		"Harbour Office, Fisheries (3 May 2031). Nets for All. Retrieved 4 May 2031 from https://harbour.example/nets",
		"Tide Agency (3 May 2031). Hooks at Sea. Retrieved 4 May 2031 from https://tide.example/hooks") {
		want := []string{"Harbour Office, Fisheries||Nets for All", "Tide Agency||Hooks at Sea"}[i]
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
