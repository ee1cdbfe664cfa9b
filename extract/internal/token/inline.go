package token

import "bytes"

// SkipInlineImage skips an inline image, BI having been read: its
// dictionary, ID, the data and EI (PDF 32000-1, 8.9.7). The data may contain
// anything, the letters EI too. Its length is computed where the image is
// not compressed; otherwise the first EI counts that stands between white
// space and is followed by what reads like content. It reports whether the image
// is a stencil, through which what is below is seen.
func (l *Lexer) SkipInlineImage() (stencil bool) {
	op, args, ok := l.Next()
	for ok && string(op) != "ID" {
		if string(op) == "EI" {
			return true // an image without data
		}
		op, args, ok = l.Next()
	}
	if !ok {
		return true
	}
	for i := 0; i+1 < len(args); i += 2 {
		if k := string(l.Bytes(args[i])); k == "IM" || k == "ImageMask" {
			stencil = args[i+1].Num == 1
		}
	}
	n, exact := l.inlineLength(args)
	if l.pos < len(l.data) && charClass[l.data[l.pos]] == classSpace {
		l.pos++
	}
	if exact && n <= len(l.data)-l.pos {
		if end := l.pos + n; endsImage(l.data, skipSpace(l.data, end)) {
			l.pos = skipSpace(l.data, end) + 2
			return stencil
		}
	}
	for i := l.pos; ; i++ {
		j := bytes.Index(l.data[min(i, len(l.data)):], []byte("EI"))
		if j < 0 {
			l.pos = len(l.data)
			return stencil
		}
		i += j
		if i > 0 && charClass[l.data[i-1]] != classRegular && endsImage(l.data, i) {
			l.pos = i + 2
			return stencil
		}
	}
}

func skipSpace(d []byte, i int) int {
	for i < len(d) && charClass[d[i]] == classSpace {
		i++
	}
	return i
}

// endsImage reports whether the EI at i is an operator: the bytes behind it
// are text, not image data.
func endsImage(d []byte, i int) bool {
	if i+2 > len(d) || d[i] != 'E' || d[i+1] != 'I' {
		return false
	}
	rest := d[i+2:]
	if len(rest) == 0 {
		return true
	}
	if charClass[rest[0]] == classRegular {
		return false
	}
	for _, c := range rest[:min(len(rest), 16)] {
		if c >= 0x7f || c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0 {
			return false
		}
	}
	return true
}

// inlineLength is the length of the data of an image without filters.
func (l *Lexer) inlineLength(dict []Operand) (int, bool) {
	var width, height, bits, components float64 = 0, 0, 8, 1
	for i := 0; i+1 < len(dict); i += 2 {
		v := dict[i+1]
		switch string(l.Bytes(dict[i])) {
		case "W", "Width":
			width = v.Num
		case "H", "Height":
			height = v.Num
		case "BPC", "BitsPerComponent":
			bits = v.Num
		case "IM", "ImageMask":
			if v.Num == 1 {
				bits = 1
			}
		case "F", "Filter":
			if v.Kind == Name || v.n > 0 && v.Kind == Array {
				return 0, false
			}
		case "CS", "ColorSpace":
			switch string(l.Bytes(v)) {
			case "G", "DeviceGray", "I", "Indexed":
			case "RGB", "DeviceRGB":
				components = 3
			case "CMYK", "DeviceCMYK":
				components = 4
			default:
				if v.Kind != Array {
					return 0, false
				}
			}
		}
	}
	if width <= 0 || height <= 0 || width > 1e6 || height > 1e6 || bits <= 0 || bits > 16 {
		return 0, false
	}
	row := (int(width)*int(bits)*int(components) + 7) / 8
	return row * int(height), true
}
