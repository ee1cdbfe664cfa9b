package filter

import (
	"errors"

	"recount.invalid/recount/extract/object"
)

// Codes of LZW with special meaning (PDF 32000-1, 7.4.4.2).
const (
	lzwClear = 256
	lzwEnd   = 257
	lzwFirst = 258 // first code of the table
	lzwMax   = 4096
)

var errLZW = errors.New("code beyond the table")

// lzw undoes LZWDecode. It is our own because the two decoders in use for Go
// are made for other dialects: compress/lzw knows no early change of the code
// width, and hhrutter/lzw returns nothing of a stream that is damaged or has
// no end code, which old Distillers write.
func lzw(raw []byte, params object.Dict, limit int64) ([]byte, error) {
	early := 1
	if integer(params, "EarlyChange", 1) == 0 {
		early = 0
	}
	data, err := unLZW(raw, early, limit)
	if errors.Is(err, ErrOver) {
		return data, err
	}
	out, perr := unpredict(data, params, limit)
	return out, errors.Join(err, perr)
}

func unLZW(raw []byte, early int, limit int64) ([]byte, error) {
	// An entry is the string of its prefix and one more byte. It is kept as
	// where in the output it first stood, so nothing is allocated per entry.
	var start, length [lzwMax]int32
	var out []byte
	next, width := lzwFirst, 9
	prevStart, prevLen := 0, 0
	var acc uint32
	bits := 0
	for _, b := range raw {
		acc = acc<<8 | uint32(b)
		bits += 8
		if bits < width {
			continue
		}
		bits -= width
		code := int(acc >> bits & (1<<width - 1))
		if code == lzwEnd {
			return out, nil
		}
		if code == lzwClear {
			next, width, prevLen = lzwFirst, 9, 0
			continue
		}
		begin := len(out)
		switch {
		case code < 256:
			out = append(out, byte(code))
		case code < next:
			s := int(start[code])
			out = append(out, out[s:s+int(length[code])]...)
		case code == next && prevLen > 0:
			out = append(out, out[prevStart:prevStart+prevLen]...)
			out = append(out, out[prevStart])
		default:
			return out, errLZW
		}
		if int64(len(out)) > limit {
			return out[:limit], ErrOver
		}
		if prevLen > 0 && next < lzwMax {
			// The previous string and the byte behind it, which is the first
			// of this one, stand next to each other in the output.
			start[next], length[next] = int32(prevStart), int32(prevLen+1)
			next++
		}
		prevStart, prevLen = begin, len(out)-begin
		switch {
		case next+early >= 2048:
			width = 12
		case next+early >= 1024:
			width = 11
		case next+early >= 512:
			width = 10
		default:
			width = 9
		}
	}
	return out, nil
}
