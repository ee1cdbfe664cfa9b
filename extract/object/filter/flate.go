package filter

import (
	"bytes"
	"errors"
	"io"
	"sync"

	kflate "github.com/klauspost/compress/flate"

	"recount/extract/object"
)

// inflaters are kept because setting one up costs more than inflating a
// short stream: its window and tables are about 40 KB.
var inflaters = sync.Pool{New: func() any { return kflate.NewReader(bytes.NewReader(nil)) }}

// flate undoes FlateDecode (RFC 1950, 1951). The checksum is not verified:
// files with a wrong one exist, and what it would tell us is that data which
// decoded in full may differ in a byte, which no other reader reports either.
func flate(raw []byte, params object.Dict, limit int64) ([]byte, error) {
	data, err := inflate(body(raw), limit)
	if len(data) == 0 && err != nil && !errors.As(err, new(*object.LimitError)) {
		// Some producers write the deflate data without the zlib header.
		if bare, bareErr := inflate(raw, limit); bareErr == nil || len(bare) > 0 {
			data, err = bare, bareErr
		}
	}
	if errors.As(err, new(*object.LimitError)) {
		return data, err
	}
	out, perr := unpredict(data, params, limit)
	return out, errors.Join(err, perr)
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

// inflate decodes deflate data up to limit bytes.
func inflate(raw []byte, limit int64) ([]byte, error) {
	z := inflaters.Get().(io.ReadCloser)
	defer inflaters.Put(z)
	if err := z.(kflate.Resetter).Reset(bytes.NewReader(raw), nil); err != nil {
		return nil, err
	}
	// Four is what text compresses to; the buffer grows where it is more.
	guess := min(int64(len(raw))*4+512, limit+1)
	return readAll(z, guess, limit)
}

// readAll reads r to its end, but no more than limit bytes; guess is the
// size of the first buffer.
func readAll(r io.Reader, guess, limit int64) ([]byte, error) {
	out := make([]byte, 0, guess)
	for {
		if len(out) == cap(out) {
			out = append(out, 0)[:len(out)]
		}
		n, err := r.Read(out[len(out):cap(out)])
		out = out[:len(out)+n]
		if int64(len(out)) > limit {
			return out[:limit], over(limit)
		}
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return out, err
		}
	}
}
