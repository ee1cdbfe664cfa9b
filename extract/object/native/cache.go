package native

import (
	"sync"

	"recount.invalid/recount/extract/object"
)

// streamCache keeps decoded object streams, so that none is inflated once
// per object. It forgets the ones used longest ago when they take more than
// max bytes together.
type streamCache struct {
	max int64

	mu     sync.Mutex
	held   map[int]*cached
	clock  int64
	weight int64
}

// cached is one stream and when it was last used.
type cached struct {
	stream *objectStream
	used   int64
	weight int64
}

// get gives the stream of that number, made by read where it is not held.
// read runs under the lock, so that two goroutines that ask for one stream
// decode it once; it must not come back here.
func (c *streamCache) get(number int, read func() *objectStream) *objectStream {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.clock++
	if got, ok := c.held[number]; ok {
		got.used = c.clock
		return got.stream
	}
	s := read()
	const perObject = 16 // bytes of the index
	weight := int64(cap(s.data)) + perObject*int64(len(s.numbers))
	if c.held == nil {
		c.held = map[int]*cached{}
	}
	c.held[number] = &cached{s, c.clock, weight}
	for c.weight += weight; c.weight > c.max && len(c.held) > 1; {
		oldest := -1
		for n, h := range c.held {
			if oldest < 0 || h.used < c.held[oldest].used {
				oldest = n
			}
		}
		c.weight -= c.held[oldest].weight
		delete(c.held, oldest)
	}
	return s
}

// objectCache keeps large objects: the fonts and images that all pages of a
// file share are asked for by each operator that uses one. It forgets all of
// them when they get too many.
type objectCache struct {
	open bool // set once it is known how objects are found and decrypted

	mu     sync.Mutex
	held   map[object.Ref]object.Object
	weight int64 // bytes of the file that they take
}

const (
	// leastKept is the size in the file from which an object is kept; a
	// shorter one is read about as fast as looked up.
	leastKept = 512
	// mostKept bounds what is kept: in memory an object is up to thirty times
	// as large as in the file.
	mostKept = 1 << 20
)

func (c *objectCache) get(ref object.Ref) (object.Object, bool) {
	if !c.open {
		return nil, false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	o, ok := c.held[ref]
	return o, ok
}

func (c *objectCache) put(ref object.Ref, o object.Object, length int64) {
	if !c.open || length < leastKept || length > mostKept {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.held[ref]; ok {
		return
	}
	if c.held == nil || c.weight+length > mostKept {
		c.held, c.weight = map[object.Ref]object.Object{}, 0
	}
	c.held[ref] = o
	c.weight += length
}
