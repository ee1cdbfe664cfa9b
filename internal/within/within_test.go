package within

import (
	"context"
	"errors"
	"testing"
)

var errOver = errors.New("over")

func TestDoGivesWhatTheWorkGives(t *testing.T) {
	wrong := errors.New("wrong")
	got, err := Do(t.Context(), func() (int, error) { return 7, wrong })
	if got != 7 || !errors.Is(err, wrong) {
		t.Errorf("got %d, %v", got, err)
	}
}

func TestWorkThatEndsAtTheSignalIsHeard(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	got, err := Do(ctx, func() (string, error) {
		cancel(errOver)
		<-ctx.Done()
		return "half", context.Cause(ctx)
	})
	if got != "half" || !errors.Is(err, errOver) {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestWorkThatDoesNotLookIsLeft(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	never := make(chan struct{})
	t.Cleanup(func() { close(never) })
	got, err := Do(ctx, func() (int, error) {
		cancel(errOver)
		<-never
		return 1, nil
	})
	if got != 0 || !errors.Is(err, errOver) {
		t.Errorf("got %d, %v", got, err)
	}
}

func TestAPanicIsTheCallers(t *testing.T) {
	defer func() {
		if x := recover(); x != "broken" {
			t.Errorf("recovered %v", x)
		}
	}()
	_, _ = Do(t.Context(), func() (int, error) { panic("broken") })
	t.Error("the panic is lost")
}
