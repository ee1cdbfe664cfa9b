package parse

import (
	"context"
	"errors"
	"testing"

	"recount.invalid/recount/internal/parallel"
	"recount.invalid/recount/model"
)

func TestAPanicIsTheStagesError(t *testing.T) {
	for name, run := range map[string]func(*reading) error{
		"on the caller's goroutine": func(*reading) error { panic("no such line") },
		"on another":                func(*reading) error { parallel.Each(2, 8, func(i int) { panic(i) }); return nil },
		"a slip of memory":          func(r *reading) error { _ = r.Pages[3]; return nil },
	} {
		rep, err := parseBy(t.Context(), &model.Document{}, Options{}, []stage{{"tables", run}})
		var stage *StageError
		if rep != nil || !errors.As(err, &stage) || stage.Stage != "tables" || !errors.Is(err, ErrInternal) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAnEndedContextEndsTheReading(t *testing.T) {
	why := errors.New("time is up")
	ctx, cancel := context.WithCancelCause(t.Context())
	ran := 0
	_, err := parseBy(ctx, &model.Document{}, Options{}, []stage{
		{"first", func(r *reading) error {
			cancel(why)
			if !r.Stopped() {
				t.Error("the stage is not told")
			}
			ran++
			return nil
		}},
		{"second", func(*reading) error { ran++; return nil }},
	})
	if !errors.Is(err, why) || ran != 1 {
		t.Errorf("error %v after %d stages", err, ran)
	}
}
