package stem

import "testing"

func TestSame(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		want bool
	}{
		{"preventing", "prevention", true},
		{"financing", "financial", true},
		{"macroeconomic", "macroeconomics", true},
		{"disruption", "disrupt", true},
		{"policy", "polish", false},
		{"trade", "training", false},
		{"counter", "country", false},
	} {
		if got := Same(Of(tc.a), Of(tc.b)); got != tc.want {
			t.Errorf("%s (%s), %s (%s): %v", tc.a, Of(tc.a), tc.b, Of(tc.b), got)
		}
	}
}
