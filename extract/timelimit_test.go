package extract

import (
	"bytes"
	"context"
	"errors"
	"testing"
	"time"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/fixtures"
)

// TestTimeLimitRefuses: a file whose time is up has no document, also where some of
// its pages had been read by then. On a slow machine time may be up before that;
// what comes of it is the same.
func TestTimeLimitRefuses(t *testing.T) {
	fx, err := fixtures.Generate(fixtures.Options{Seed: 3, Commitments: 1, Members: 4, Actions: 1})
	if err != nil {
		t.Fatal(err)
	}
	const limit = 500 * time.Millisecond
	doc, err := Read(context.Background(), "made.pdf", bytes.NewReader(fx.PDF), int64(len(fx.PDF)), Options{
		Jobs: 1, Limits: object.Limits{Time: limit},
		OnPage: func(done, _ int) {
			if done == 2 {
				time.Sleep(2 * limit)
			}
		},
	})
	var over *object.LimitError
	if doc != nil || !errors.As(err, &over) || over.Limit != "Time" {
		t.Errorf("document %v, error %v", doc != nil, err)
	}
}
