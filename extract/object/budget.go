package object

import "sync/atomic"

// Budget counts what a file's streams decode to, all together. It is safe
// for concurrent use.
type Budget struct {
	used atomic.Int64
	max  int64
	over error
}

// NewBudget is the budget of a file of size bytes.
func NewBudget(l Limits, size int64) *Budget {
	return &Budget{max: l.DocumentBytes(size), over: l.DocumentLimit(size)}
}

// Left is how many bytes may still be decoded, or a *LimitError when none.
func (b *Budget) Left() (int64, error) {
	used := b.used.Load()
	if used >= b.max {
		return 0, b.over
	}
	return b.max - used, nil
}

// Over is the *LimitError of more than the budget.
func (b *Budget) Over() error { return b.over }

// Spend takes n decoded bytes off.
func (b *Budget) Spend(n int64) { b.used.Add(n) }
