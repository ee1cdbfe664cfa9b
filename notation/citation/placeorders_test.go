package citation

import (
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/join"
)

func TestPlacesAwayFromTheDate(t *testing.T) {
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
	for _, c := range []struct {
		name        string
		notes, want []string
	}{
		{"before the publisher", []string{
			"Nets for All. Berlin: Harbour Office, 3 May 2031. https://a.example/1 (accessed 4 May 2031).",
			"Hooks at Sea. Hareport: Tide Agency, May 2031. https://a.example/2 (accessed 4 May 2031).",
			"Ropes: A Report. Paris: Cordiers, 5 May 2031. https://a.example/3 (accessed 6 May 2031).",
		}, []string{"Harbour Office|Berlin|Nets for All", "Tide Agency|Hareport|Hooks at Sea", "Cordiers|Paris|Ropes: A Report"}},
		{"behind the title", []string{
			"Harbour Office (3 May 2031), Nets for All, Berlin. Retrieved 4 May 2031 from https://a.example/1",
			"Tide Agency (n.d.), Hooks, at Sea, Hareport. Retrieved 5 May 2031 from https://a.example/2",
			"Cordiers (5 May 2031), Ropes, Paris. Retrieved 6 May 2031 from https://a.example/3",
		}, []string{"Harbour Office|Berlin|Nets for All", "Tide Agency|Hareport|Hooks, at Sea", "Cordiers|Paris|Ropes"}},
		{"a colon of the title", []string{
			"Tide Agency. Nets: A Survey of the Harbour Office. Hareport, 3 May 2031. https://a.example/1 (accessed 4 May 2031).",
			"Tide Agency. Hooks. Berlin, 4 May 2031. https://a.example/2 (accessed 4 May 2031).",
			"Tide Agency. Ropes. Paris, 5 May 2031. https://a.example/3 (accessed 6 May 2031).",
		}, []string{"Nets: A Survey of the Harbour Office|Hareport|Tide Agency", "Hooks|Berlin|Tide Agency", "Ropes|Paris|Tide Agency"}},
		{"one alone is a part of the title", []string{
			"Harbour Office (3 May 2031), Piers of Two Cities, Berlin. Retrieved 4 May 2031 from https://a.example/1",
			"Tide Agency (4 May 2031), Hooks, Ropes and Nets. Retrieved 5 May 2031 from https://a.example/2",
		}, []string{"Harbour Office||Piers of Two Cities, Berlin", "Tide Agency||Hooks, Ropes and Nets"}},
		{"a desk behind the titles", []string{
			"Harbour Office (3 May 2031), Nets for All, Berlin. Retrieved 4 May 2031 from https://a.example/1",
			"Cordiers (5 May 2031), Ropes, Paris. Retrieved 6 May 2031 from https://a.example/3",
			"Tide Agency (4 May 2031), Hooks at Sea, Press Office. Retrieved 5 May 2031 from https://a.example/2",
			"Tide Agency (4 May 2031), Hooks, ropes and nets. Retrieved 5 May 2031 from https://a.example/2",
		}, []string{"Harbour Office|Berlin|Nets for All", "Cordiers|Paris|Ropes", "Tide Agency||Hooks at Sea, Press Office", "Tide Agency||Hooks, ropes and nets"}},
	} {
		got := read(c.notes...)
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: %q, want %q", c.name, got[i], c.want[i])
			}
		}
	}
}
