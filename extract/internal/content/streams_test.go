package content

import "testing"

// Content streams meet between tokens, with white space or without, or were cut
// anywhere.
func TestContentsMeet(t *testing.T) {
	for _, c := range []struct {
		before, after string
		parted        bool
	}{
		{"ET Q", "q BT", true},
		{"ET Q\n", "q BT", false},
		{"ET Q", " q BT", false},
		{"ET Q", "/F 1 Tf", false},
		{"(x) Tj", "(y) Tj", false},
		{"ET Q", "1 0 0 1 5 5 cm", true},
		{"ET Q", ".5 w", true},
		{"EI", "Q", true},
		{"Q % end", "q", true},
		{"(50 \\(%\\)) Tj % end", "", true},
		{"(50 % of the dy", "kes) Tj", false},
		{"(a) (50 \\) % of the dy", "kes) Tj", false},
		{"% begin\nQ", "q", true},
		{"0 0 m 5 5 l S", "B", true},
		{"ET Q", "unknown", true},
		// within words, numbers, names and strings
		{"(x) T", "j", false},
		{"1 0 0 1 5 5 c", "m", true}, // c and m are operators too
		{"0 0 5 5 r", "e f", false},
		{"Q B", "T /F", false},
		{"Q BD", "C", false},
		{"50 7", "00 Td", false},
		{"50 70", ".5 Td", false},
		{"50 70", "Td", true},
		{"50 -", "7 Td", false},
		{"/F", "1 12 Tf", false},
		{"/", "F1 12 Tf", false},
		{"/B", "DC Tf", false},
		{"(rea", "der) Tj", false},
		{"<0041", "0042> Tj", false},
		{"", "q", false},
		{"Q", "", false},
	} {
		if got := parted([]byte(c.before), []byte(c.after)); got != c.parted {
			t.Errorf("%q, %q: parted is %v", c.before, c.after, got)
		}
	}
}
