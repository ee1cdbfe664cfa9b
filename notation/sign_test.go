package notation_test

import (
	"testing"

	"recount.invalid/recount/notation/figure"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// Every sign is read by every reader of scores, and the em dash by none that
// reads running text.
func TestEverySignIsReadEverywhere(t *testing.T) {
	v := vocabulary.Default()
	for _, minus := range script.Minuses {
		sign := string(minus)
		if vocabulary.FoldRune(minus) != '-' {
			t.Errorf("%q: the vocabulary does not fold it to a hyphen", minus)
		}
		if score, ok, _ := scoretext.ParseScore(v, sign+"1"); !ok || score != -1 {
			t.Errorf("%q: score %d %v", minus, score, ok)
		}
		if a, ok := scoretext.ParseAverage(v, sign+"0.25 (38%)"); !ok || a.Value == nil || a.Value.String() != "-0.25" {
			t.Errorf("%q: average %+v %v", minus, a, ok)
		}
		if f := figure.FindFigures(v, "The average score for compliance was "+sign+"0.25."); len(f) != 1 || f[0].Value.String() != "-0.25" {
			t.Errorf("%q: figures %+v", minus, f)
		}
		if _, score, ok := scoretext.HeadingScore(v, "Canada: "+sign+"1"); !ok || score == nil || *score != -1 {
			t.Errorf("%q: heading %v", minus, ok)
		}
		if _, score, ok := scoretext.ConcludingScore(v, "Thus, Canada receives a score of "+sign+"1."); !ok || score == nil || *score != -1 {
			t.Errorf("%q: conclusion %v", minus, ok)
		}
	}
	if f := figure.FindFigures(v, "Its average score for compliance was the lowest—0.25."); len(f) == 1 && f[0].Value.String() != "0.25" {
		t.Errorf("a dash between clauses is a sign: %+v", f)
	}
}
