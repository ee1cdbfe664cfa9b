package filter

import (
	"errors"

	"recount.invalid/recount/extract/object"
)

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
// the file has left, and what is over is a *object.LimitError. A wrong checksum is no error here but reported by itself:
// the data is as good as there is.
func (b *Bounded) Decode(raw []byte, dict object.Dict, resolve Resolve) (data []byte, badSum bool, err error) {
	left, err := b.Budget.Left()
	if err != nil {
		return nil, false, err
	}
	most := b.Limits.StreamBytes(int64(len(raw)))
	data, err = Decode(raw, dict, resolve, min(left, most))
	b.Budget.Spend(int64(len(data)))
	if errors.Is(err, ErrOver) {
		if err = b.Limits.StreamLimit(int64(len(raw))); left < most {
			err = b.Budget.Over()
		}
	}
	if badSum = errors.Is(err, object.ErrChecksum); badSum {
		err = nil
	}
	return data, badSum, err
}
