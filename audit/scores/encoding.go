package scores

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"
)

// The marks that programs write in front of a text to say how it is encoded.
var (
	markUTF8    = []byte("\xef\xbb\xbf")
	markUTF16LE = []byte("\xff\xfe")
	markUTF16BE = []byte("\xfe\xff")
)

// windows1252 is what the bytes 0x80 to 0x9F mean in Windows code page 1252,
// in which spreadsheets save a CSV by default in Western Europe; 0x96 is the
// en dash that may be a minus. The five bytes without a meaning are U+FFFD.
var windows1252 = []rune("€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ")

// macRoman is what the bytes from 0x80 on mean in the encoding of old Macs; 0xD0
// is the en dash that may be a minus. A file whose lines end with a carriage
// return alone is from one.
var macRoman = []rune("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø" +
	"¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")

// decode gives the text as UTF-8 without a mark, and the name of its encoding
// where that is not UTF-8.
func decode(data []byte) (text []byte, encoding string) {
	switch {
	case bytes.HasPrefix(data, markUTF8):
		data = data[len(markUTF8):]
	case bytes.HasPrefix(data, markUTF16LE):
		return fromUTF16(data[len(markUTF16LE):], binary.LittleEndian), "UTF-16"
	case bytes.HasPrefix(data, markUTF16BE):
		return fromUTF16(data[len(markUTF16BE):], binary.BigEndian), "UTF-16"
	}
	if utf8.Valid(data) {
		return data, ""
	}
	mac := bytes.IndexByte(data, '\r') >= 0 && bytes.IndexByte(data, '\n') < 0
	out := make([]byte, 0, len(data)+len(data)/8)
	for _, b := range data {
		r := rune(b)
		switch {
		case mac && b >= 0x80:
			r = macRoman[b-0x80]
		case 0x80 <= b && b <= 0x9f:
			r = windows1252[b-0x80]
		}
		out = utf8.AppendRune(out, r)
	}
	if mac {
		return out, "Mac Roman"
	}
	return out, "Windows-1252"
}

// fromUTF16 converts what lies behind the mark; half a unit at the end is
// left out.
func fromUTF16(data []byte, order binary.ByteOrder) []byte {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return []byte(string(utf16.Decode(units)))
}
