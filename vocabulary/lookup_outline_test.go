package vocabulary

import "testing"

// Headings may have the number of a section of a section; a value before a
// label is no such number.
func TestHeadingWithOutlineNumber(t *testing.T) {
	v := Default()
	for _, s := range []string{"2.1 Background", "1.3.2. Background", "10.4 Background", "2. Background"} {
		if kind, ok := v.Heading(s); !ok || kind != HeadingBackground {
			t.Errorf("%q: %q %v", s, kind, ok)
		}
	}
	for _, s := range []string{"0.50 Background", "2.150 Background", "2.1Background", "2 1 Background", "2.1"} {
		if kind, ok := v.Heading(s); ok {
			t.Errorf("%q is %q", s, kind)
		}
	}
	if v.AverageLabel("2.1 Average") {
		t.Error("a value became a number before a label")
	}
}
