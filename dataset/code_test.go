package dataset

import "testing"

func TestCode(t *testing.T) {
	if got, want := Code("a`b\n# c.pdf"), "`a\\x60b\\x0a# c.pdf`"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
