package marker

import (
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
