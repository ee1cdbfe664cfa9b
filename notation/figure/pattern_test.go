package figure

import (
	"strings"
	"testing"

	"recount.invalid/recount/notation/internal/pattern"
)

// No pattern of figures needs its time limit on text made to upset it.
func TestFigurePatternsEnd(t *testing.T) {
	for name, p := range map[string]*pattern.Pattern{"proseFigure": proseFigure, "scaleFigure": scaleFigure} {
		for _, unit := range []string{" ", "\u00a0", "0", "+", "+0.", "0.5 ", "0.5 (", "5 %", "5 per ", "(", "1.1.1.", "−\u2028"} {
			if _, err := p.Try([]rune(strings.Repeat(unit, pattern.MaxMatched/len([]rune(unit)))), 0); err != nil {
				t.Errorf("%s reaches its time limit on %q repeated", name, unit)
			}
		}
	}
}
