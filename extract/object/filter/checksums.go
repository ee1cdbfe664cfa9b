package filter

import (
	"errors"
	"fmt"
	"hash/fnv"
	"sync"

	"recount.invalid/recount/extract/object"
)

// checksums keeps account of what the checksums of a file's streams tell, each
// stream once however often it is decoded.
type checksums struct {
	mu sync.Mutex
	by map[error]map[uint64]bool // the streams' bytes, hashed, by what was wrong
}

// checksumKinds are what can be wrong, with the sentence of source.repairs.
var checksumKinds = []struct {
	err  error
	text string
}{
	{object.ErrChecksum, "streams whose checksum is wrong, so that characters in them may be: %d"},
	{object.ErrNoChecksum, "streams whose checksum is zero, so that nothing says whether their characters are as written: %d"},
	{object.ErrCutChecksum, "streams that end before their checksum, so that nothing says whether their characters are as written: %d"},
	{object.ErrUnnamedFilter, "streams that are deflated and do not say so, read as they stand: %d"},
}

func (c *checksums) note(raw []byte, err error) {
	h := fnv.New64a()
	_, _ = h.Write(raw) // never fails
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, k := range checksumKinds {
		if !errors.Is(err, k.err) {
			continue
		}
		if c.by == nil {
			c.by = map[error]map[uint64]bool{}
		}
		if c.by[k.err] == nil {
			c.by[k.err] = map[uint64]bool{}
		}
		c.by[k.err][h.Sum64()] = true
	}
}

func (c *checksums) repairs() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	var out []string
	for _, k := range checksumKinds {
		if n := len(c.by[k.err]); n > 0 {
			out = append(out, fmt.Sprintf(k.text, n))
		}
	}
	return out
}

// lossy: a checksum is wrong or zero, or the filter is not named, which no
// program has a reason to write.
// A stream that ends before its checksum is no such sign: a Length that is
// short by a few bytes is a common slip.
func (c *checksums) lossy() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.by[object.ErrChecksum])+len(c.by[object.ErrNoChecksum])+len(c.by[object.ErrUnnamedFilter]) > 0
}
