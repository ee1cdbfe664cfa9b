package recount

import (
	"errors"
	"testing"

	"recount.invalid/recount/extract"
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse"
)

// TestNoText: a file of which nothing was read is not called a scan where
// its pages failed.
func TestNoText(t *testing.T) {
	for kind, want := range map[string]error{
		extract.KindPageFailed:   ErrUnread,
		extract.KindPageCut:      ErrUnread,
		extract.KindLimit:        ErrUnread,
		extract.KindPagesMissing: parse.ErrNoText,
		extract.KindUndrawn:      ErrUndrawn,
	} {
		doc := &model.Document{Warnings: []model.Warning{{Kind: kind, Text: "page 1"}}}
		if err := noText(doc); !errors.Is(err, want) {
			t.Errorf("%s: %v", kind, err)
		}
	}
	// What could not be read comes before what has no place.
	doc := &model.Document{Warnings: []model.Warning{{Kind: extract.KindUndrawn}, {Kind: extract.KindPageFailed}}}
	if err := noText(doc); !errors.Is(err, ErrUnread) {
		t.Errorf("both: %v", err)
	}
}
