// Package parallel divides independent work among goroutines.
package parallel

import (
	"sync"
	"sync/atomic"
)

// Each calls do for every number from 0 to n-1, on up to jobs goroutines, one
// of which is the caller's; below 2 it calls do in order. Each call must write
// to a place of its own, so that the outcome is the same however many jobs
// there are. A panic in do ends the work and goes on in the caller, where it
// can be recovered.
func Each(jobs, n int, do func(i int)) {
	jobs = min(jobs, n)
	if jobs < 2 {
		for i := range n {
			do(i)
		}
		return
	}
	var (
		next   atomic.Int64
		wait   sync.WaitGroup
		mutex  sync.Mutex
		thrown any
	)
	work := func() {
		defer func() {
			if x := recover(); x != nil {
				next.Store(int64(n)) // nobody begins anything more
				mutex.Lock()
				thrown = x
				mutex.Unlock()
			}
		}()
		for {
			i := int(next.Add(1)) - 1
			if i >= n {
				return
			}
			do(i)
		}
	}
	for range jobs - 1 {
		wait.Go(work)
	}
	work()
	wait.Wait()
	if thrown != nil {
		panic(thrown)
	}
}
