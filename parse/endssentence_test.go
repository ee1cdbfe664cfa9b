package parse

import (
	"testing"

	"recount.invalid/recount/parse/internal/sheet"
)

// Markers of notes right behind a full stop are no part of the sentence, in every form;
// figures of the text's own are.
func TestSentenceEndsBeforeItsMarkers(t *testing.T) {
	for text, want := range map[string]bool{
		"The nets were mended.":             true,
		"The nets were mended.20":           true,
		"The nets were mended.20, 21":       true,
		"The nets were mended.20,21; 23":    true,
		"The nets were mended.20–22":        true,
		"The nets were mended.[20]":         true,
		"The nets were mended.[20], [21]":   true,
		"The nets were mended. [20] [21]":   true,
		"The nets were mended.(20)":         true,
		"The nets were mended.†":            true,
		"The nets were “mended.”20, 21":     true,
		"(The nets were mended.)20, 21":     true,
		"The nets were mended.²⁰, ²¹":       true,
		"The nets were mended by 20, 21":    false,
		"The nets were mended. 20, 21":      false,
		"The nets were mended at 3.5–4":     false,
		"The nets were mended.20,":          true,
		"The nets were mended.20, 21 and":   false,
		"The nets were mended.[20], [21":    false,
		"The nets [20], [21]":               false,
		"The nets of Hare and Thule (20)":   false,
		"The nets of art.20, section [21] ": false,
	} {
		if got := sheet.EndsSentence(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
