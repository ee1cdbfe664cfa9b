package filter

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/adler32"
	"io"
	"slices"
	"sync"

	kflate "github.com/klauspost/compress/flate"

	"recount.invalid/recount/extract/object"
)

// inflaters are kept because setting one up costs more than inflating a
// short stream: its window and tables are about 40 KB.
var inflaters = sync.Pool{New: func() any { return kflate.NewReader(bytes.NewReader(nil)) }}

// flate undoes FlateDecode (RFC 1950, 1951). Data that decodes in full but
// not to the checksum behind it is given with object.ErrChecksum: other
// readers take it as it is, but a figure in it may be another than was
// printed. Where the checksum is zero or cut off nothing can be said, and the
// error is object.ErrNoChecksum or object.ErrCutChecksum.
func flate(raw []byte, params object.Dict, limit int64) ([]byte, error) {
	deflated := body(raw)
	data, rest, err := inflate(deflated, limit)
	if len(data) == 0 && err != nil && !errors.Is(err, ErrOver) {
		// Some producers write the deflate data without the zlib header.
		if bare, _, bareErr := inflate(raw, limit); bareErr == nil || len(bare) > 0 {
			data, rest, err = bare, nil, bareErr
		}
	}
	if errors.Is(err, ErrOver) {
		return data, err
	}
	out, perr := unpredict(data, params, limit)
	err = errors.Join(err, perr)
	if err == nil && len(deflated) < len(raw) {
		err = checksum(rest, data)
	}
	return out, err
}

// checksum holds what follows the deflate data against what that decodes to.
func checksum(rest, data []byte) error {
	if len(rest) < adler32.Size {
		return object.ErrCutChecksum
	}
	switch stored := binary.BigEndian.Uint32(rest); stored {
	case adler32.Checksum(data):
		return nil
	case 0: // what programs write that do not count
		return object.ErrNoChecksum
	default:
		return object.ErrChecksum
	}
}

// body is the deflate data within a zlib stream: white space in front of the
// header and the header itself taken off.
func body(raw []byte) []byte {
	b := raw
	for len(b) > 2 && (b[0] == '\r' || b[0] == '\n') {
		b = b[1:]
	}
	const method = 8 // deflate, the low four bits of the first byte
	if len(b) >= 2 && b[0]&0x0f == method {
		b = b[2:]
	}
	return b
}

// inflate decodes deflate data up to limit bytes. rest is what follows it.
func inflate(raw []byte, limit int64) (data, rest []byte, err error) {
	z := inflaters.Get().(io.ReadCloser)
	defer inflaters.Put(z)
	src := bytes.NewReader(raw)
	if err := z.(kflate.Resetter).Reset(src, nil); err != nil {
		return nil, nil, err
	}
	data, err = readAll(z, limit)
	return data, raw[len(raw)-src.Len():], err
}

// scratch are the buffers that streams are inflated into before what they came
// to is known: growing a buffer of its own for each stream would touch twice
// the memory.
var scratch = sync.Pool{New: func() any { return new([]byte) }}

// minScratch is the size of a buffer at first, in bytes.
const minScratch = 16 << 10

// maxScratch is the largest buffer that is kept, in bytes; a page's content
// has some ten thousand.
const maxScratch = 1 << 20

// readAll reads r to its end, but no more than limit bytes.
func readAll(r io.Reader, limit int64) ([]byte, error) {
	kept := scratch.Get().(*[]byte)
	data, err := fill((*kept)[:0], r, limit)
	if cap(data) <= maxScratch {
		*kept = data
		defer scratch.Put(kept)
		data = bytes.Clone(data)
	}
	return data, err
}

// fill appends what r gives to out, up to limit bytes.
func fill(out []byte, r io.Reader, limit int64) ([]byte, error) {
	for {
		if len(out) == cap(out) {
			out = slices.Grow(out, max(minScratch, len(out)))
		}
		n, err := r.Read(out[len(out):cap(out)])
		out = out[:len(out)+n]
		if int64(len(out)) > limit {
			return out[:limit], ErrOver
		}
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return out, err
		}
	}
}
