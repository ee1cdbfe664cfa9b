//go:build linux && (amd64 || arm64)

package room

import (
	"runtime"
	"syscall"
	"unsafe"
)

const (
	// step is in what steps the runtime's heap grows.
	step = 4 << 20
	// largePage is the size of a large page.
	largePage = 2 << 20
	// populateRead and populateWrite are MADV_POPULATE_READ and MADV_POPULATE_WRITE,
	// since Linux 5.14.
	populateRead  = 22
	populateWrite = 23
)

// newest is what was put last on the heap when the program began.
var newest *[512]byte

// The start of every command fills the first megabyte: what is left of its large page
// is asked for at once, and so is the program itself, which is in memory already when
// it was run before. Packages are initialised in the order of their names as far as
// their imports allow it; this one imports next to nothing, and comes before those
// that put something on the heap. If that should change one day, it only helps less.
func init() {
	forSegments(func(from, size uintptr) { advise(from, size, populateRead) })
	newest = new([512]byte)
	at := uintptr(unsafe.Pointer(newest))
	advise(at&^(step-1), step, syscall.MADV_HUGEPAGE)
	at &^= uintptr(syscall.Getpagesize() - 1)
	advise(at, largePage-at&(largePage-1), populateWrite)
}

// room is as much memory as a report of a thousand pages needs, and less than a power
// of two by what else is on the stack that has it, or that would be twice as large.
type room [128<<20 - 16<<10]byte

// Make has what the heap will grow into given in large pages, as many systems do
// unasked.
//
// The runtime hands memory out from its lowest free place, and a stack is free as soon
// as its goroutine ends. Memory on the heap would be free after a collection of
// garbage, which costs a chapter a tenth of its time.
func Make() {
	others := runtime.NumGoroutine()
	done := make(chan struct{})
	go func() {
		advise(deep(), unsafe.Sizeof(room{}), syscall.MADV_HUGEPAGE)
		close(done)
	}()
	<-done
	// It has nothing left to do but to end. Where the machine has stopped it just there,
	// what is put on the heap until it goes on lies behind the room, which is no harm.
	for tries := 0; runtime.NumGoroutine() > others && tries < mostTries; tries++ {
		runtime.Gosched()
	}
}

// mostTries is how often it is looked whether a goroutine that ends has ended.
const mostTries = 200

// full is never true, which the compiler does not know.
var full bool

// deep gives the lowest step of a stack that is as large as the room; nothing in it is
// touched.
//
//go:noinline
func deep() uintptr {
	if full {
		r := empty()
		full = r[len(r)/2] != 0
	}
	return lowest()
}

//go:noinline
func empty() (r room) { return }

// lowest is the step that the stack has come to.
//
//go:noinline
func lowest() uintptr {
	var here byte
	return uintptr(unsafe.Pointer(&here)) &^ (step - 1)
}

// advise tells the system what memory is for. A system that does not know the advice
// leaves it as it is.
func advise(from, size, advice uintptr) {
	_, _, _ = syscall.RawSyscall(syscall.SYS_MADVISE, from, size, advice)
}
