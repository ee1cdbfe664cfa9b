package filter

import (
	"errors"

	"recount.invalid/recount/extract/object"
)

// Bounded decodes the streams of one file within its limits and keeps account
// of their checksums. It is safe for concurrent use.
type Bounded struct {
	Limits object.Limits
	Budget *object.Budget

	checksums checksums
}

// NewBounded is for a file of size bytes.
func NewBounded(l object.Limits, size int64) *Bounded {
	return &Bounded{Limits: l, Budget: object.NewBudget(l, size)}
}

// Decode is the package's Decode within the limits of the stream and of what
// the file has left, and what is over is a *object.LimitError. What a checksum
// tells is no error here but one of Repairs: the data is as good as there is.
func (b *Bounded) Decode(raw []byte, dict object.Dict, resolve Resolve) ([]byte, error) {
	left, err := b.Budget.Left()
	if err != nil {
		return nil, err
	}
	most := b.Limits.StreamBytes(int64(len(raw)))
	data, err := Decode(raw, dict, resolve, min(left, most))
	b.Budget.Spend(int64(len(data)))
	if errors.Is(err, ErrOver) {
		if err = b.Limits.StreamLimit(int64(len(raw))); left < most {
			err = b.Budget.Over()
		}
	}
	if object.OfChecksum(err) {
		b.checksums.note(raw, err)
		return data, nil
	}
	return data, err
}

// Repairs are the sentences about checksums, for object.Repairer.
func (b *Bounded) Repairs() []string { return b.checksums.repairs() }

// Lossy reports whether checksums say that streams are not what was written,
// for object.Repairer.
func (b *Bounded) Lossy() bool { return b.checksums.lossy() }
