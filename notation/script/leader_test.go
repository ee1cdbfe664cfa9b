package script

import "testing"

func TestShortLeader(t *testing.T) {
	for in, want := range map[string]string{
		"Canada ................ +1":      "Canada ... +1",
		"Canada . . . . . . . . +1":       "Canada ... +1",
		"Canada.................0":        "Canada...0",
		"and so on ... and on":            "and so on ... and on",
		"the U. S. A. and the E. U. of 0": "the U. S. A. and the E. U. of 0",
		"Réunion ...... é ......":         "Réunion ... é ...",
		"":                                "",
	} {
		if got := ShortLeader(in); got != want {
			t.Errorf("%q is %q", in, got)
		}
	}
}
