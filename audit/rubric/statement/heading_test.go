package statement

import "testing"

func TestWithoutHeading(t *testing.T) {
	for text, want := range map[string]string{
		"Member mends roofs.\nCountry by Country Analysis": "Member mends roofs.",
		"Member mends roofs.\nResults for Members\n":       "Member mends roofs.",
		"Member mends roofs.":                              "Member mends roofs.",
		"Member mends roofs\nAND Walls":                    "Member mends roofs\nAND Walls",
		"Member mends roofs.\nIt trains masons":            "Member mends roofs.\nIt trains masons",
		"Member mends roofs.\nIt Trains Masons.":           "Member mends roofs.\nIt Trains Masons.",
		"Member mends roofs.\nOR":                          "Member mends roofs.\nOR",
		"Roofs and\nWalls":                                 "Roofs and\nWalls",
	} {
		if got := WithoutHeading(text); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}
