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
		t.Skip("this system has no large pages: ", err)
	}
	Make()
	var kept [4][]byte
	for i := range kept {
		kept[i] = make([]byte, 2*step)
		if at := uintptr(unsafe.Pointer(&kept[i][step])); !advised(t, at) {
			t.Errorf("large pages were not asked for at %x", at)
		}
	}
	runtime.KeepAlive(&kept)
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
