package filter

import (
	"errors"

	"recount.invalid/recount/extract/object"
)

var (
	errHex     = errors.New("not a hexadecimal digit")
	errASCII85 = errors.New("not a base-85 digit")
)

// asciiHex undoes ASCIIHexDecode (PDF 32000-1, 7.4.2).
func asciiHex(raw []byte, _ object.Dict, limit int64) ([]byte, error) {
	out := make([]byte, 0, min(int64(len(raw)/2+1), limit))
	half := -1
	for _, c := range raw {
		if space(c) {
			continue
		}
		if c == '>' {
			break
		}
		d := hexDigit(c)
		if d < 0 {
			return out, errHex
		}
		if half < 0 {
			half = d
			continue
		}
		if int64(len(out)) >= limit {
			return out, ErrOver
		}
		out = append(out, byte(half<<4|d))
		half = -1
	}
	if half >= 0 && int64(len(out)) < limit {
		out = append(out, byte(half<<4))
	}
	return out, nil
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// space reports white space (PDF 32000-1, table 1).
func space(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

// ascii85 undoes ASCII85Decode (PDF 32000-1, 7.4.3). A "<~" in front, which
// PostScript writes, is passed over.
func ascii85(raw []byte, _ object.Dict, limit int64) ([]byte, error) {
	out := make([]byte, 0, min(int64(len(raw))/5*4+4, limit))
	var group uint32
	n := 0
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		if space(c) {
			continue
		}
		if c == '<' && len(out) == 0 && n == 0 && i+1 < len(raw) && raw[i+1] == '~' {
			i++
			continue
		}
		if c == '~' {
			break
		}
		if int64(len(out))+4 > limit {
			return out, ErrOver
		}
		if c == 'z' && n == 0 {
			out = append(out, 0, 0, 0, 0)
			continue
		}
		if c < '!' || c > 'u' {
			return out, errASCII85
		}
		group = group*85 + uint32(c-'!')
		if n++; n == 5 {
			out = append(out, byte(group>>24), byte(group>>16), byte(group>>8), byte(group))
			group, n = 0, 0
		}
	}
	if n > 1 { // a last group of n digits stands for n-1 bytes
		for i := n; i < 5; i++ {
			group = group*85 + 84
		}
		for i := 0; i < n-1; i++ {
			out = append(out, byte(group>>(24-8*i)))
		}
	}
	return out, nil
}
