package reckon

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// The means that are named as possible are those that the readings of the
// illegible cell allow, never the printed mean that is called impossible.
func TestNearestReadings(t *testing.T) {
	stated, err := model.ParseDecimal("0.50")
	if err != nil {
		t.Fatal(err)
	}
	f := Figure{Value: &stated}
	// Seven read scores of the sum 1 and one cell that cannot be read: 0/8,
	// 1/8, 2/8 and 1/7; 4/8 is the printed 0.50 and cannot be.
	tl := Tally{Scores: make([]MemberScore, 7), Illegible: 1}
	tl.Scores[0].Score = 1
	got := tl.NearestReadings(f)
	if strings.Contains(got, "4/8") || !strings.Contains(got, "2/8") {
		t.Errorf("got %q, want the highest possible 2/8", got)
	}
	if got != "highest possible: "+f.possible(2, 8) {
		t.Errorf("got %q", got)
	}
}
