package filter

import (
	"io"

	"recount.invalid/recount/extract/object"
)

// runLength undoes RunLengthDecode (PDF 32000-1, 7.4.5).
func runLength(raw []byte, _ object.Dict, limit int64) ([]byte, error) {
	const end = 128
	var out []byte
	for len(raw) > 0 && raw[0] != end {
		n := int(raw[0])
		raw = raw[1:]
		if n < end {
			k := min(n+1, len(raw))
			out = append(out, raw[:k]...)
			raw = raw[k:]
			if k < n+1 {
				return out, io.ErrUnexpectedEOF
			}
		} else {
			if len(raw) == 0 {
				return out, io.ErrUnexpectedEOF
			}
			for i := 0; i < 257-n; i++ {
				out = append(out, raw[0])
			}
			raw = raw[1:]
		}
		if int64(len(out)) > limit {
			return out[:limit], ErrOver
		}
	}
	return out, nil
}
