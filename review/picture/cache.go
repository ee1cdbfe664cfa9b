package picture

import (
	"container/list"
	"sync"
)

// key is what a picture is of.
type key struct {
	file File
	page int
}

// cache keeps the pictures that were used last, within cacheBytes.
type cache struct {
	mu    sync.Mutex
	used  list.List // of *kept, the last used first
	by    map[key]*list.Element
	bytes int
}

type kept struct {
	key  key
	data []byte
}

func (c *cache) get(k key) ([]byte, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.by[k]
	if !ok {
		return nil, false
	}
	c.used.MoveToFront(e)
	return e.Value.(*kept).data, true
}

func (c *cache) put(k key, data []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, there := c.by[k]; there || len(data) > cacheBytes {
		return
	}
	if c.by == nil {
		c.by = map[key]*list.Element{}
	}
	c.by[k] = c.used.PushFront(&kept{k, data})
	c.bytes += len(data)
	for c.bytes > cacheBytes {
		last := c.used.Back()
		old := c.used.Remove(last).(*kept)
		delete(c.by, old.key)
		c.bytes -= len(old.data)
	}
}

func (c *cache) clear() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.used.Init()
	c.by, c.bytes = nil, 0
}
