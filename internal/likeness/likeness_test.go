package likeness

import "testing"

func TestDice(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"We will mend the nets.", "we will mend THE nets", 1},
		{"We will mend the nets", "We will sell the nets", 0.8},
		{"nets nets", "nets", 2.0 / 3},
		{"nets", "boats", 0},
		{"", "", 0},
		{"Zürich 2031", "zürich, 2031!", 1},
	} {
		if got := Dice(Words(c.a), Words(c.b)); got != c.want {
			t.Errorf("%q and %q: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
