package rule

import (
	"sync"
)

// kept is a reading of the report that several rules use. The first that asks
// in a run makes it, while others that ask wait; no rule changes it.
type kept[T any] struct{ read func(*Pass) T }

// Keep declares a reading. It is made with a pass that belongs to no rule, so
// that what it counts or finds by mistake goes to none.
func Keep[T any](read func(*Pass) T) *kept[T] { return &kept[T]{read} }

// Of is the reading of the report that a pass looks at.
func (k *kept[T]) Of(p *Pass) T {
	m := p.memory
	return m.once(k, func() any { return k.read(m.pass) }).(T)
}

// keptEach is a reading of one part of the report, for each part its own.
type keptEach[K comparable, T any] struct{ read func(*Pass, K) T }

// KeepEach declares a reading of one part, as keep does for all of it.
func KeepEach[K comparable, T any](read func(*Pass, K) T) *keptEach[K, T] {
	return &keptEach[K, T]{read}
}

// Of is the reading of that part of the report that a pass looks at.
func (k *keptEach[K, T]) Of(p *Pass, part K) T {
	m := p.memory
	return m.once(partKey{k, part}, func() any { return k.read(m.pass, part) }).(T)
}

// partKey is under what a reading of a part is remembered.
type partKey struct{ reading, part any }

// memory holds the readings of one run, which its passes have together.
type memory struct {
	pass  *Pass // of no rule
	lock  sync.Mutex
	known map[any]func() any
}

// NewMemory begins a run for a pass that belongs to no rule.
func NewMemory(p *Pass) *memory {
	m := &memory{pass: p, known: map[any]func() any{}}
	p.memory = m
	return m
}

func (m *memory) once(key any, read func() any) any {
	m.lock.Lock()
	f, ok := m.known[key]
	if !ok {
		f = sync.OnceValue(read)
		m.known[key] = f
	}
	m.lock.Unlock()
	return f()
}
