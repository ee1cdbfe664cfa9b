package amount

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

func FuzzAmounts(f *testing.F) {
	for _, s := range []string{"CAD520 million", "€5–10 million", "US$1,234.5bn", "12 million euros", "R$2 million (BRL)", "EUR 1 234 567", "5-million-euro", "€999999999999999999999 trillion"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, a := range FindAmounts(testVocab, text, "JPN") {
			if _, err := model.ParseDecimal(a.Value); err != nil && len(a.Value) <= 18 {
				t.Fatalf("FindAmounts(%q): value %q", text, a.Value)
			}
			if a.Value == "" || a.Text == "" || !strings.Contains(strings.Join(strings.Fields(text), " "), a.Text) {
				t.Fatalf("FindAmounts(%q): %+v is not printed", text, a)
			}
		}
	})
}
