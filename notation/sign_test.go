package notation

import (
	"testing"

	"recount.invalid/recount/vocabulary"
)

// Every sign is read by every reader of scores, and the em dash by none that
// reads running text.
func TestEverySignIsReadEverywhere(t *testing.T) {
	for _, minus := range Minuses {
		sign := string(minus)
		if vocabulary.FoldRune(minus) != '-' {
			t.Errorf("%q: the vocabulary does not fold it to a hyphen", minus)
		}
		if score, ok, _ := ParseScore(testVocab, sign+"1"); !ok || score != -1 {
			t.Errorf("%q: score %d %v", minus, score, ok)
		}
		if a, ok := ParseAverage(testVocab, sign+"0.25 (38%)"); !ok || a.Value == nil || a.Value.String() != "-0.25" {
			t.Errorf("%q: average %+v %v", minus, a, ok)
		}
		if f := FindFigures(testVocab, "The average score for compliance was "+sign+"0.25."); len(f) != 1 || f[0].Value.String() != "-0.25" {
			t.Errorf("%q: figures %+v", minus, f)
		}
		if _, score, ok := HeadingScore(testVocab, "Canada: "+sign+"1"); !ok || score == nil || *score != -1 {
			t.Errorf("%q: heading %v", minus, ok)
		}
		if _, score, ok := ConcludingScore(testVocab, "Thus, Canada receives a score of "+sign+"1."); !ok || score == nil || *score != -1 {
			t.Errorf("%q: conclusion %v", minus, ok)
		}
	}
	if f := FindFigures(testVocab, "Its average score for compliance was the lowest—0.25."); len(f) == 1 && f[0].Value.String() != "0.25" {
		t.Errorf("a dash between clauses is a sign: %+v", f)
	}
}

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
