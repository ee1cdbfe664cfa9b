package native

import "sync"

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
