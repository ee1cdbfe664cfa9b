package citation

import (
	"testing"

	"recount.invalid/recount/notation/join"
)

// A thousand pages have tens of thousands of notes.
func BenchmarkParseCitation(b *testing.B) {
	words := join.NewWordEvidence(nil)
	notes := []string{
		"Nets for All, Harbour Office (Atlantis City) 3 May 2031. Access Date: 4 May 2031. https://www.harbour.example/nets",
		"“Nets for All,” The Daily Tide, (Hare), 15 January 2005. Date of Access: 16 January 2005. <http://www.tide.example/nets>.",
		"Сети для всех, Управление гаваней (Москва) 14 марта 2011 г. Дата обращения: 2 апреля 2011 г. http://www.tide.example/seti",
		"Harbour Office. “Nets for All: A Plan for 2031-2035”. Berlin: 3 May 2031. www.harbour.example/nets (viewed 4 May 2031).",
		"Ibid.",
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, n := range notes {
			ParseCitation(testVocab, n, words)
		}
	}
}
