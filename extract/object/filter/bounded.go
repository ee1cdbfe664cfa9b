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
	if err == nil && b.unnamed(raw, dict) {
		err = object.ErrUnnamedFilter
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

// unnamed reports whether a stream names no filter and is nevertheless a whole
// zlib stream with its checksum: the name of the filter, or its key, is lost.
func (b *Bounded) unnamed(raw []byte, dict object.Dict) bool {
	const header = 2 // RFC 1950: method 8, and a multiple of 31
	if first(dict, "Filter", "F") != nil || len(raw) <= header || raw[0]&0x0f != 8 || (int(raw[0])<<8|int(raw[1]))%31 != 0 {
		return false
	}
	left, err := b.Budget.Left()
	if err != nil {
		return false
	}
	data, err := flate(raw, nil, min(left, b.Limits.StreamBytes(int64(len(raw)))))
	b.Budget.Spend(int64(len(data)))
	return err == nil && len(data) > 0
}
