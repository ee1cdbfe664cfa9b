package prose

import (
	"strings"
	"testing"
)

// What is too long or too full of figures for a sentence is not read, and said.
func TestDenseSentences(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want int
	}{
		"many figures":   {"The score was " + strings.Repeat("5 of the 7 (71%), ", 2000) + "in all.", 1},
		"many words":     {"The average was +0.50 " + strings.Repeat("and so on ", 1000) + ".", 1},
		"thirty members": {"The average scores were " + strings.Repeat("+0.50 (75%) for Norland, ", 30) + "in all.", 0},
		"two of them":    {strings.Repeat("The score was "+strings.Repeat("5 of the 7 (71%), ", 200)+"in all. ", 2), 2},
	} {
		r := Reader{Members: func(string) []Mention { return nil }}
		if got := r.Read(c.text).Dense; got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}
