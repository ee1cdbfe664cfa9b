package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"recount.invalid/recount/extract/internal/glyph"
)

// textString decodes a text string object: UTF-16BE or UTF-8 with their
// marks, PDFDocEncoding otherwise (PDF 32000-2, 7.9.2.2). PDFDocEncoding is
// read as WinAnsi, which differs from it in a few accents and symbols only.
func textString(b []byte) string {
	switch {
	case len(b) >= 2 && b[0] == 0xfe && b[1] == 0xff:
		return longUTF16(b[2:])
	case len(b) >= 3 && b[0] == 0xef && b[1] == 0xbb && b[2] == 0xbf:
		return strings.ToValidUTF8(string(b[3:]), "\ufffd")
	}
	var out strings.Builder
	for _, c := range b {
		if c < 0x80 {
			out.WriteByte(c)
			continue
		}
		if s, ok := glyph.Unicode(glyph.WinAnsi()[c]); ok {
			out.WriteString(s)
		} else {
			out.WriteRune(utf8.RuneError)
		}
	}
	return out.String()
}

func longUTF16(b []byte) string {
	var out strings.Builder
	for len(b) > 1 {
		n := min(len(b), 2*maxCMapText)
		if n < len(b) && b[n-2]&0xfc == 0xd8 {
			n -= 2 // do not part a surrogate pair
		}
		out.WriteString(utf16Text(b[:n]))
		b = b[n:]
	}
	return out.String()
}

// letterForms are the presentation forms that are written as letters: a
// ligature is the typesetter's, not the author's (U+FB00 to U+FB06).
var letterForms = map[rune]string{
	'\ufb00': "ff", '\ufb01': "fi", '\ufb02': "fl", '\ufb03': "ffi",
	'\ufb04': "ffl", '\ufb05': "st", '\ufb06': "st",
}

// clean is a glyph's text as it goes into a run: ligatures as letters, every
// kind of blank as a space, characters that are never seen left out. A soft
// hyphen stays: it says that the typesetter broke a word. The replacement
// character stands for text that says nothing, such as a NUL.
func clean(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case noncharacter(r):
			b.WriteRune(utf8.RuneError)
		case r >= '\ufb00' && r <= '\ufb06':
			b.WriteString(letterForms[r])
		case r >= 0xf730 && r <= 0xf739: // Adobe's old-style figures
			b.WriteByte(byte(r - 0xf730 + '0'))
		case r >= 0xf761 && r <= 0xf77a: // Adobe's small capitals
			b.WriteByte(byte(r - 0xf761 + 'A'))
		case r == '\t' || r == '\n' || r == '\r' || unicode.Is(unicode.Zs, r):
			b.WriteByte(' ')
		case invisible(r):
			// says where a line may break, how letters join, which form one has
		case r == '\u200e' || r == '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069':
			// says which way text runs; the letters' order says it here
		case r >= '\ufb1d' && r <= '\ufefc':
			b.WriteString(ordinary(r))
		case unicode.IsControl(r):
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// invisible reports whether a character has no shape of its own and says nothing
// by itself (Unicode's Default_Ignorable_Code_Point), the soft hyphen left out.
func invisible(r rune) bool {
	return unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) || unicode.Is(unicode.Variation_Selector, r) ||
		r >= 0x200b && r <= 0x200d || r >= 0x2060 && r <= 0x2064 || r >= 0x206a && r <= 0x206f ||
		r == 0x180e || r == 0x061c || r == 0xfeff || r >= 0xe0001 && r <= 0xe007f
}

// noncharacter reports whether a code point never stands for a character
// (Unicode, section 23.7). Some writers give one to glyphs that they do not
// know; programs use them for purposes of their own.
func noncharacter(r rune) bool { return r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef }

// ordinary is the text of a Hebrew or Arabic presentation form (U+FB1D to
// U+FDFF, U+FE70 to U+FEFC): the letters that it is a form of. Marks that
// stand alone have a blank under them there, which nobody typed.
func ordinary(r rune) string {
	if r > '\ufdff' && r < '\ufe70' {
		return string(r)
	}
	return strings.TrimPrefix(norm.NFKC.String(string(r)), " ")
}

// shownText is clean for a glyph's text: nothing where the glyph stands for
// characters that are never seen, "" where it stands for nothing known.
func shownText(s string) string {
	switch t := clean(s); {
	case t == "" && s != "":
		return nothing
	case t == "\ufffd":
		return "" // which is counted
	default:
		return t
	}
}

// nothing is the text of a code that draws nothing.
const nothing = "\x00"

// normal puts text into NFC; most is already, which a look at its bytes
// tells. A hyphen that some producers map to U+00AD is one where it stands
// beside a digit ("\u00ad1", "5\u00adyear") or alone, for no word is broken there.
func normal(s string) string {
	if strings.Contains(s, softHyphen) {
		s = hyphensBesideDigits(s)
	}
	for i := 0; i < len(s); i++ {
		if s[i] >= 0xcc { // U+0300 and above, where combining marks begin
			return norm.NFC.String(s)
		}
	}
	return s
}

const softHyphen = "\u00ad"

// hyphensBesideDigits makes a soft hyphen a hyphen where a digit follows it, a
// digit stands before it with more text behind, or it is a word of its own.
func hyphensBesideDigits(s string) string {
	digit := func(i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
	edge := func(i int) bool { return i < 0 || i >= len(s) || s[i] == ' ' }
	var b strings.Builder
	for i := 0; i < len(s); {
		if !strings.HasPrefix(s[i:], softHyphen) {
			b.WriteByte(s[i])
			i++
			continue
		}
		end := i + len(softHyphen)
		if digit(end) || digit(i-1) && !edge(end) || edge(i-1) && edge(end) {
			b.WriteByte('-')
		} else {
			b.WriteString(softHyphen)
		}
		i = end
	}
	return b.String()
}
