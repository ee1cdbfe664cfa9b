//go:build amd64 || arm64

package room

import (
	"bufio"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
	"unsafe"
)

// What is put on the heap after Make lies where large pages were asked for.
func TestMakePreparesTheHeap(t *testing.T) {
	if _, err := os.Stat("/sys/kernel/mm/transparent_hugepage/enabled"); err != nil {
		t.Skip("needs a system with large pages: ", err)
	}
	// Where the machine stops the goroutine that has the room, once is not enough.
	for range 20 {
		Make()
		kept := make([]byte, 2*step)
		found := advised(t, uintptr(unsafe.Pointer(&kept[step])))
		runtime.KeepAlive(kept)
		if found {
			return
		}
	}
	t.Error("what is put on the heap lies elsewhere")
}

// A stack as large as the room is given back: it is not counted afterwards.
func TestMakeKeepsNoMemory(t *testing.T) {
	before := resident(t)
	for range 20 {
		Make()
	}
	if after := resident(t); after > before+8<<10 {
		t.Errorf("%d KiB are resident, before %d", after, before)
	}
}

// advised says whether the mapping that an address lies in has the flag of large pages.
func advised(t *testing.T, at uintptr) bool {
	t.Helper()
	in := false
	for _, line := range lines(t, "/proc/self/smaps") {
		var from, to uintptr
		if n, _ := fmt.Sscanf(line, "%x-%x ", &from, &to); n == 2 {
			in = from <= at && at < to
		}
		if flags, ok := strings.CutPrefix(line, "VmFlags:"); ok && in {
			return strings.Contains(flags+" ", " hg ")
		}
	}
	t.Fatalf("no mapping holds %x", at)
	return false
}

// resident is how many KiB of the process are in memory.
func resident(t *testing.T) (kib int) {
	t.Helper()
	for _, line := range lines(t, "/proc/self/status") {
		if n, _ := fmt.Sscanf(line, "VmRSS: %d kB", &kib); n == 1 {
			return kib
		}
	}
	t.Fatal("the system does not tell how much memory is in use")
	return 0
}

func lines(t *testing.T, path string) (lines []string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		lines = append(lines, s.Text())
	}
	return lines
}

// Of the lines of mappings those count that are the program's file and not written to.
func TestSegment(t *testing.T) {
	for line, want := range map[string]uintptr{
		"00400000-00a11000 r-xp 00000000 fe:00 1835021                            /usr/bin/recount": 0x611000,
		"00a11000-00fee000 r--p 00611000 fe:00 1835021                            /usr/bin/recount": 0x5dd000,
		"00fee000-010f4000 rw-p 00bee000 fe:00 1835021                            /usr/bin/recount": 0,
		"7ffd1b5f0000-7ffd1b5f4000 r--p 00000000 00:00 0                          [vvar]":           0,
		"c000000000-c000400000 rw-p 00000000 00:00 0 ":                                              0,
		"00400000-0040": 0,
		"00400000":      0,
		"":              0,
	} {
		from, to, ok := segment([]byte(line))
		if size := to - from; ok != (want > 0) || ok && (size != want) {
			t.Errorf("%q: %x bytes, %t", line, size, ok)
		}
	}
	n := 0
	forSegments(func(_, size uintptr) {
		if n++; size == 0 {
			t.Error("a part of the program has no size")
		}
	})
	if n == 0 {
		t.Error("no part of the program was found")
	}
}
