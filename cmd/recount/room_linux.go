//go:build lean && linux

package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"syscall"
)

// readingRoom is as much memory as a report of a thousand pages needs. Only what
// is used of it is ever taken from the machine.
const readingRoom = 96 << 20

// readers are the commands that read files.
var readers = []string{"extract", "audit", "corrections", "diff", "demo"}

// makeRoom asks the system to give the memory that a command will need in large
// pages (2 MB), as many systems do unasked. A chapter fills ten megabytes once
// and is done; in small pages the machine is interrupted for each 4 KB of them,
// which takes a fifth of the time.
//
// The runtime hands memory out from its lowest free place. What is asked for
// here, and given back before it was touched, is where it goes on.
func makeRoom(args []string) {
	if len(args) == 0 || !slices.Contains(readers, args[0]) || os.Getenv("GOGC") != "" {
		return
	}
	pace := debug.SetGCPercent(-1) // or asking for it would begin a collection more
	room := make([]byte, readingRoom)
	_ = syscall.Madvise(room, syscall.MADV_HUGEPAGE) // where the system has none, it stays as it is
	runtime.KeepAlive(room)
	runtime.GC()
	debug.SetGCPercent(pace)
}
