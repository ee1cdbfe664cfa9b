package parallel

import (
	"sync/atomic"
	"testing"
)

func TestEachCallsEveryNumberOnce(t *testing.T) {
	for _, jobs := range []int{-1, 0, 1, 2, 7, 500} {
		for _, n := range []int{0, 1, 2, 100} {
			calls := make([]atomic.Int32, n)
			Each(jobs, n, func(i int) { calls[i].Add(1) })
			for i := range calls {
				if got := calls[i].Load(); got != 1 {
					t.Errorf("%d jobs, %d items: item %d was done %d times", jobs, n, i, got)
				}
			}
		}
	}
}

func TestEachKeepsOrderWithoutJobs(t *testing.T) {
	var order []int
	Each(1, 5, func(i int) { order = append(order, i) })
	for i, got := range order {
		if got != i {
			t.Fatalf("order %v", order)
		}
	}
}

func TestEachHandsPanicsToItsCaller(t *testing.T) {
	for _, jobs := range []int{1, 2, 8} {
		var done atomic.Int32
		got := func() (x any) {
			defer func() { x = recover() }()
			Each(jobs, 1000, func(i int) {
				if i == 3 {
					panic("three")
				}
				done.Add(1)
			})
			return nil
		}()
		if got != "three" {
			t.Errorf("%d jobs: recovered %v", jobs, got)
		}
		if done.Load() == 1000 {
			t.Errorf("%d jobs: nothing was ended", jobs)
		}
	}
}
