package script

import "testing"

func TestSigns(t *testing.T) {
	for s, want := range map[string]bool{"+1": true, "−1": true, "-": true, "‒0.5": true, "": false, "—1": false, "1": false, "~1": false, "\xff": false} {
		if BeginsSigned(s) != want {
			t.Errorf("BeginsSigned(%q) = %v", s, !want)
		}
	}
	if !EndsSigned("by −") || EndsSigned("by − ") || EndsSigned("") {
		t.Error("EndsSigned")
	}
}
