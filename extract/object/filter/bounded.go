package filter

import "recount/extract/object"

// Bounded decodes the streams of one file within its limits. It is safe for
// concurrent use.
type Bounded struct {
	Limits object.Limits
	Budget *object.Budget
}

// NewBounded is for a file of size bytes.
func NewBounded(l object.Limits, size int64) *Bounded {
	return &Bounded{Limits: l, Budget: object.NewBudget(l, size)}
}

// Decode is the package's Decode within the limits of the stream and of what
// the file has left.
func (b *Bounded) Decode(raw []byte, dict object.Dict, resolve Resolve) ([]byte, error) {
	left, err := b.Budget.Left()
	if err != nil {
		return nil, err
	}
	data, err := Decode(raw, dict, resolve, min(left, b.Limits.StreamBytes(int64(len(raw)))))
	b.Budget.Spend(int64(len(data)))
	return data, err
}
