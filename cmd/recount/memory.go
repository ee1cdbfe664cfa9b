package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

const (
	// firstCollection is the size of the heap at which garbage is collected for the
	// first time.
	//
	// Collecting it costs a single chapter a fifth of its time, although all that
	// is allocated for a chapter fits into memory that nobody misses.
	firstCollection = 48 << 20
	// laterCollection is the size that the heap may come to again before the next
	// collections, for a report of a thousand pages: twice of what its text needs.
	laterCollection = 80 << 20
	// slowestPace is by how many percent the heap grows at least between two
	// collections, once half of what is in use would be more than laterCollection
	// leaves. At the runtime's ordinary pace of 100 a thousand pages of nothing but tables
	// took 180 MB; at 50 they take 150, and a tenth more CPU time.
	slowestPace = 50
	// smallestHeap is the runtime's own firstCollection, at a pace of 100 percent.
	smallestHeap = 4 << 20
)

// delayCollection puts garbage collections off, unless the user has
// set the pace, or the command reads no file and will end before it.
func delayCollection(args []string) {
	if len(args) == 0 || args[0] == "version" || os.Getenv("GOGC") != "" {
		return
	}
	later := uint64(laterCollection)
	if args[0] == "worker" {
		later = firstCollection // there are many of them, for small files mostly
	}
	debug.SetGCPercent(100 * firstCollection / smallestHeap)
	afterCollection(func() { debug.SetGCPercent(max(slowestPace, percentTo(later))) })
}

// afterCollection calls f after each collection.
func afterCollection(f func()) {
	unreachable := new(*byte) // the next collection finds it
	runtime.AddCleanup(unreachable, func(f func()) {
		f()
		afterCollection(f)
	}, f)
}

// percentTo is by how many percent the heap may grow from what is in use to a size.
func percentTo(size uint64) int {
	inUse := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(inUse)
	if inUse[0].Value.Kind() != metrics.KindUint64 {
		return 0 // a runtime that does not tell
	}
	live := max(inUse[0].Value.Uint64(), 1)
	if live >= size {
		return 0
	}
	return int(min((size-live)*100/live, math.MaxInt32))
}
