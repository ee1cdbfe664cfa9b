package scores

import (
	"slices"
	"strings"
	"testing"
)

// What a cell says where a member was not assessed, as people write it in several languages.
func TestUnassessedMarks(t *testing.T) {
	const clean = `id,Canada,France,Italy,Japan,Average
2031-1,1,0,1,1,0.75
2031-2,0,-1,1,0,0.00
2031-3,-1,-1,0,MARK,-0.67
2031-4,1,1,MARK,1,1.00
`
	for _, mark := range []string{"n/a", "n.d.", "n.d", "n. d.", "N/D", "s.o.", "S. O.", "k. A.", "k.A.", "keine Angabe", "entfällt", "нет данных", "н/д", "sin datos", "s/d", "não se aplica", "non disponibile", "(n.d.)", "n.d.*"} {
		if got := saidOf(t, strings.ReplaceAll(clean, "MARK", mark)); len(got) > 0 {
			t.Errorf("%s: %q", mark, got)
		}
	}
	// Near misses: a score that was not read, a level, a word.
	for _, mark := range []string{"d.", "O", "-", "nc", "tbd?"} {
		got := saidOf(t, strings.ReplaceAll(clean, "MARK", mark))
		if !slices.Contains(got, "score-illegible row 4 JPN") {
			t.Errorf("%s: %q", mark, got)
		}
	}
}
