package scoretext

import "testing"

func TestNamesWithoutTheStopOfTheirSentence(t *testing.T) {
	for s, want := range map[string]string{
		"Ada Moor.": "Ada Moor", "Bo Li.": "Bo Li", "Ada Moor and Bo Ness.": "Ada Moor and Bo Ness", "Ada Moor": "Ada Moor",
		"Ada M.": "Ada M.", "Ada Moor Jr.": "Ada Moor Jr.", "Ada Moor, Ph.D.": "Ada Moor, Ph.D.", ".": ".", "": "",
	} {
		if got := WithoutStop(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
