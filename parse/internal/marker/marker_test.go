package marker

import (
	"slices"
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
)

// A small raised figure is a marker, but 0 is none: a heading's score may be set so.
func TestRaisedZeroIsNoMarker(t *testing.T) {
	for text, want := range map[string]bool{"1": true, "12": true, "10": true, "0": false, "0,1": false, "a": false} {
		l := &sheet.Line{Line: &model.Line{Size: 12.5, Runs: []model.Run{{Text: "Hare", Size: 12.5}, {Text: text, Size: 9.5, Rise: 1.5, Space: true}}}}
		if _, got := (&Reader{}).MarkerNumbers(l, 1); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// Markers that touch count on; a number that no note has may be left out.
func TestTouchingMarkersCountOn(t *testing.T) {
	notes := map[int]int{86: 1, 87: 1, 88: 1, 90: 1, 93: 1}
	for figures, want := range map[string][]int{
		"8788": {87, 88}, "878890": {87, 88, 90}, "8890": nil, "8790": nil, "8789": nil, "87": {87}, "8893": nil,
	} {
		if got := Unglued(figures, 86, notes); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", figures, got, want)
		}
	}
}
