package native

import (
	"fmt"
	"sync"
)

// repairs counts what was not as the file says, each object once however
// often it is loaded, so that the count does not depend on who reads in which
// order.
type repairs struct {
	mu      sync.Mutex
	numbers map[repair]map[int]bool
}

// repair is a kind of repair.
type repair int

const (
	moved    repair = iota // found by scanning, not where the cross-reference says
	unlisted               // found by scanning, not in the cross-reference at all
	lost                   // not found
	lengths                // a stream whose length was measured
	streams                // an object stream that does not decode to its end
	torn                   // an object whose bytes are not those of one
	repairKinds
)

var repairTexts = [repairKinds]string{
	moved:    "objects that are not where the cross-reference says, found by scanning the file: %d",
	unlisted: "objects that the cross-reference does not know, found by scanning the file: %d",
	lost:     "objects that are not where the cross-reference says, and were not found: %d",
	lengths:  "streams that are not as long as they say, their end found by its mark: %d",
	streams:  "object streams that are damaged, objects in them lost: %d",
	torn:     "objects that do not read to their end, hold something twice or what has no place in them: %d",
}

func (r *repairs) note(kind repair, number int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.numbers == nil {
		r.numbers = map[repair]map[int]bool{}
	}
	if r.numbers[kind] == nil {
		r.numbers[kind] = map[int]bool{}
	}
	r.numbers[kind][number] = true
}

// Repairs says what had to be repaired so far (object.Repairer).
func (f *File) Repairs() []string {
	var out []string
	if f.damaged {
		out = append(out, "the cross-reference is damaged; the objects were found by scanning the file")
	}
	f.repairs.mu.Lock()
	defer f.repairs.mu.Unlock()
	for kind := range repairKinds {
		if n := len(f.repairs.numbers[kind]); n > 0 {
			out = append(out, fmt.Sprintf(repairTexts[kind], n))
		}
	}
	return append(out, f.bound.Repairs()...)
}

// Lossy reports whether objects were lost, or streams are not what was written
// (object.Repairer).
func (f *File) Lossy() bool {
	f.repairs.mu.Lock()
	defer f.repairs.mu.Unlock()
	for _, kind := range []repair{lost, streams, torn} {
		if len(f.repairs.numbers[kind]) > 0 {
			return true
		}
	}
	return f.bound.Lossy()
}
