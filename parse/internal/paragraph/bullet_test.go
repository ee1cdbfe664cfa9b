package paragraph

import (
	"testing"

	"recount.invalid/recount/model"
)

// A list's mark is no part of the text, and markers keep their places in it.
func TestWithoutBullet(t *testing.T) {
	for text, want := range map[string]string{
		"• On 3 May the quay was opened.": "On 3 May the quay was opened.",
		"•On 3 May the quay was opened.":  "On 3 May the quay was opened.",
		"– 3 May: the quay was opened.":   "3 May: the quay was opened.",
		"–3 May: the quay was opened.":    "–3 May: the quay was opened.",
		"On 3 May • the quay was opened.": "On 3 May • the quay was opened.",
		"*Nets for All* began on 3 May.":  "*Nets for All* began on 3 May.",
		"•":                               "•",
		"":                                "",
	} {
		given := model.Text{Text: text, Footnotes: []model.Ref{{Number: 1, Offset: len([]rune(text))}}}
		got := WithoutBullet(given)
		if got.Text != want || got.Footnotes[0].Offset != len([]rune(want)) {
			t.Errorf("%q: %q, marker at %d; want %q, %d", text, got.Text, got.Footnotes[0].Offset, want, len([]rune(want)))
		}
		if given.Footnotes[0].Offset != len([]rune(text)) {
			t.Errorf("%q: the paragraph that was given is changed", text)
		}
	}
}
