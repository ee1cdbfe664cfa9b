package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
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
	pace := 100 * firstCollection / smallestHeap
	debug.SetGCPercent(pace)
	afterCollection(func() {
		pace = max(slowestPace, percentTo(later, pace))
		debug.SetGCPercent(pace)
	})
}

// afterCollection calls f after each collection.
func afterCollection(f func()) {
	unreachable := new(*byte) // the next collection finds it
	runtime.AddCleanup(unreachable, func(f func()) {
		f()
		afterCollection(f)
	}, f)
}

// percentTo is by how many percent the heap may grow from what is in use to a size. pace
// is by how many it may grow now.
//
// What is in use is reckoned from the size of the next collection, which the runtime sets
// that many percent above it and above what stacks and globals take. Its package of
// metrics would tell it to the byte; to have that in the program costs every start of it
// half a millisecond.
func percentTo(size uint64, pace int) int {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	live := max(stats.NextGC*100/uint64(100+pace), 1)
	if live >= size {
		return 0
	}
	return int(min((size-live)*100/live, math.MaxInt32))
}
