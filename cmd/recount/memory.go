package main

import (
	"os"
	"runtime"
	"runtime/debug"
)

// firstCollection is the size of the heap, as a multiple of the runtime's
// smallest (4 MB), at which garbage is collected for the first time.
//
// Collecting it costs a single chapter a fifth of its time, although all that
// is allocated for a chapter fits into memory that nobody misses. A report of
// a thousand pages, which outgrows this at once, is collected at the runtime's
// ordinary pace, which bounds its memory.
const firstCollection = 12

// delayCollection puts the first garbage collection off, unless the user has
// set the pace, or the command reads no file and will end before it.
func delayCollection(args []string) {
	if len(args) == 0 || args[0] == "version" || os.Getenv("GOGC") != "" {
		return
	}
	ordinary := debug.SetGCPercent(firstCollection * 100)
	unreachable := new(*byte) // the first collection finds it
	runtime.AddCleanup(unreachable, func(percent int) { debug.SetGCPercent(percent) }, ordinary)
}
