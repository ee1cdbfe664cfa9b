// Package within keeps time for work that cannot look at a clock by itself,
// such as a pattern that is matched against one long text.
package within

import (
	"context"
	"time"
)

// Grace is how long work that looks at its context is waited for after that is
// done.
const Grace = 500 * time.Millisecond

// outcome is what work came to.
type outcome[T any] struct {
	value  T
	err    error
	thrown any
}

// Do calls work and gives what it came to. When ctx is done and work has not
// ended Grace later, Do gives the zero value and the context's cause and leaves
// work behind: it ends by itself, and what it finds is lost. So work must not
// write anything that its caller reads; what it reads must not be changed
// while it may still run. A panic in work goes on in the caller, where it can
// be recovered.
func Do[T any](ctx context.Context, work func() (T, error)) (T, error) {
	done := make(chan outcome[T], 1)
	go func() {
		var o outcome[T]
		defer func() {
			o.thrown = recover()
			done <- o
		}()
		o.value, o.err = work()
	}()
	select {
	case o := <-done:
		return o.given()
	case <-ctx.Done():
	}
	late := time.NewTimer(Grace)
	defer late.Stop()
	select {
	case o := <-done:
		return o.given()
	case <-late.C:
		var none T
		return none, context.Cause(ctx)
	}
}

// given is the outcome as the caller of work would have had it.
func (o outcome[T]) given() (T, error) {
	if o.thrown != nil {
		panic(o.thrown)
	}
	return o.value, o.err
}
