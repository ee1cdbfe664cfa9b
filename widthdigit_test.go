package recount_test

import (
	"bytes"
	"strings"
	"testing"

	"recount.invalid/recount/extract"
	"recount.invalid/recount/fixtures"
)

// A digit of a width that is lost moves letters apart or together; the font's own
// program tells.
func TestDigitOfAWidth(t *testing.T) {
	const plus = "/W [ 32 [ 250 333 408 500 500 833 778 180 333 333 ]\n 42 [ 500 564"
	if !bytes.Contains(fixtures.SamplePDF, []byte(plus)) {
		t.Fatal("the sample has no such widths")
	}
	for _, c := range []struct {
		now  string
		told bool
	}{
		{plus, false},
		{strings.Replace(plus, "564", "964", 1), true},
		{strings.Replace(plus, "564", "565", 1), false}, // rounding
		{strings.Replace(plus, "[ 250", "[ 950", 1), false},
	} {
		file := bytes.Replace(fixtures.SamplePDF, []byte(plus), []byte(c.now), 1)
		told := false
		for _, w := range readBytes(t, file).Warnings {
			told = told || w.Kind == extract.KindDamaged && strings.Contains(w.Text, "widths")
		}
		if told != c.told {
			t.Errorf("%s: told %v, want %v", c.now, told, c.told)
		}
	}
}
