package filter

import (
	"fmt"

	"recount.invalid/recount/extract/object"
)

// maxColumns bounds the row of a predictor in samples; the widest real rows
// are those of scanned plans, some ten thousand samples.
const maxColumns = 1 << 20

// unpredict undoes the predictor of FlateDecode and LZWDecode (PDF 32000-1,
// 7.4.4.4): 2 is TIFF's, 10 to 15 are PNG's, where each row names its own.
func unpredict(data []byte, params object.Dict, limit int64) ([]byte, error) {
	predictor := integer(params, "Predictor", 1)
	if predictor <= 1 || len(data) == 0 {
		return data, nil
	}
	colors := integer(params, "Colors", 1)
	bits := integer(params, "BitsPerComponent", 8)
	columns := integer(params, "Columns", 1)
	if colors < 1 || colors > 64 || bits < 1 || bits > 16 || columns < 1 || columns > maxColumns {
		return nil, fmt.Errorf("predictor of %d samples of %d colours and %d bits a row", columns, colors, bits)
	}
	pixel := (colors*bits + 7) / 8
	row := (columns*colors*bits + 7) / 8
	if predictor == 2 {
		return tiff(data, row, columns, colors, bits), nil
	}
	return png(data, row, pixel, limit), nil
}

// png undoes the PNG filters (PNG specification, 9.2). A last row that is
// cut off is decoded as far as it goes; an unknown filter type is taken as
// none.
func png(data []byte, row, pixel int, limit int64) []byte {
	rows := (len(data) + row) / (row + 1)
	out := make([]byte, 0, min(int64(rows)*int64(row), limit))
	prev := make([]byte, row)
	for len(data) > 0 {
		kind := data[0]
		data = data[1:]
		n := min(row, len(data))
		start := len(out)
		out = append(out, data[:n]...)
		cur := out[start:]
		data = data[n:]
		switch kind {
		case 1:
			for i := pixel; i < n; i++ {
				cur[i] += cur[i-pixel]
			}
		case 2:
			for i := range cur {
				cur[i] += prev[i]
			}
		case 3:
			for i := range cur {
				left := 0
				if i >= pixel {
					left = int(cur[i-pixel])
				}
				cur[i] += byte((left + int(prev[i])) / 2)
			}
		case 4:
			for i := range cur {
				var left, corner int
				if i >= pixel {
					left, corner = int(cur[i-pixel]), int(prev[i-pixel])
				}
				cur[i] += paeth(left, int(prev[i]), corner)
			}
		}
		if n < row {
			break
		}
		prev = cur
	}
	return out
}

// paeth is PNG's predictor: of left, up and corner the one nearest to
// left+up-corner.
func paeth(left, up, corner int) byte {
	p := left + up - corner
	a, b, c := abs(p-left), abs(p-up), abs(p-corner)
	if a <= b && a <= c {
		return byte(left)
	}
	if b <= c {
		return byte(up)
	}
	return byte(corner)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// tiff undoes TIFF's predictor 2: each sample is the difference to the one of
// the same colour to its left.
func tiff(data []byte, row, columns, colors, bits int) []byte {
	out := append([]byte(nil), data...)
	for start := 0; start < len(out); start += row {
		cur := out[start:min(start+row, len(out))]
		switch {
		case bits == 8:
			for i := colors; i < len(cur); i++ {
				cur[i] += cur[i-colors]
			}
		case bits == 16:
			for i := 2 * colors; i+1 < len(cur); i += 2 {
				v := uint16(cur[i])<<8 | uint16(cur[i+1])
				v += uint16(cur[i-2*colors])<<8 | uint16(cur[i-2*colors+1])
				cur[i], cur[i+1] = byte(v>>8), byte(v)
			}
		default:
			tiffBits(cur, columns, colors, bits)
		}
	}
	return out
}

// tiffBits is tiff for samples that are no whole bytes.
func tiffBits(cur []byte, columns, colors, bits int) {
	left := make([]uint32, colors)
	mask := uint32(1)<<bits - 1
	for i := 0; i < columns*colors; i++ {
		pos := i * bits
		if (pos+bits+7)/8 > len(cur) {
			return
		}
		var v uint32
		for b := 0; b < bits; b++ {
			v = v<<1 | uint32(cur[(pos+b)/8]>>(7-(pos+b)%8)&1)
		}
		v = (v + left[i%colors]) & mask
		left[i%colors] = v
		for b := 0; b < bits; b++ {
			shift := 7 - (pos+b)%8
			bit := byte(v >> (bits - 1 - b) & 1)
			cur[(pos+b)/8] = cur[(pos+b)/8]&^(1<<shift) | bit<<shift
		}
	}
}
