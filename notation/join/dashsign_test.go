package join

import (
	"strings"
	"testing"

	"recount.invalid/recount/vocabulary"
)

func TestDashAtALinesEndThatIsAMinus(t *testing.T) {
	v := vocabulary.Default()
	for _, c := range []struct{ line, next, want string }{
		{"Japan and Italy share the last place with –", "0.50 (25%).", "Japan and Italy share the last place with –0.50 (25%)."},
		{"The average (-", "0.25, 38%) fell.", "The average (-0.25, 38%) fell."},
		{"The average is -", "0.25 (38%) now.", "The average is -0.25 (38%) now."},
		{"Thus, Japan receives a score of –", "1.", "Thus, Japan receives a score of –1."},
		// Near misses: a dash between parts of a sentence, a figure above zero, one
		// whose percentage fits neither, a count.
		{"Italy has the best of all averages –", "0.50 (75%).", "Italy has the best of all averages – 0.50 (75%)."},
		{"Italy has the average –", "0.50 (50%).", "Italy has the average – 0.50 (50%)."},
		{"Italy kept its promise –", "1 of 20.", "Italy kept its promise – 1 of 20."},
		{"of the kind –", "14 (25%) of them.", "of the kind – 14 (25%) of them."},
	} {
		got, doubts := Lines(v, []string{c.line, c.next}, nil)
		if got != c.want {
			t.Errorf("%q", got)
		}
		// What only its percentage tells is told of.
		joined := !strings.Contains(got, " "+c.next) && strings.Contains(c.next, "%")
		if (len(doubts) > 0) != joined {
			t.Errorf("%q: doubts %q", got, doubts)
		}
	}
}
