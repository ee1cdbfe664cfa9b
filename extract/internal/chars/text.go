package chars

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"recount.invalid/recount/extract/internal/glyph"
)

// Decode decodes a text string object: UTF-16BE or UTF-8 with their
// marks, PDFDocEncoding otherwise (PDF 32000-2, 7.9.2.2). PDFDocEncoding is
// read as WinAnsi, which differs from it in a few accents and symbols only.
func Decode(b []byte) string {
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
		n := min(len(b), 2*maxCodeText)
		if n < len(b) && b[n-2]&0xfc == 0xd8 {
			n -= 2 // do not part a surrogate pair
		}
		out.WriteString(UTF16(b[:n]))
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

// Clean is a glyph's text as it goes into a run: ligatures as letters, every
// kind of blank as a space, characters that are never seen left out. A soft
// hyphen stays: it says that the typesetter broke a word. The replacement
// character stands for text that says nothing, such as a NUL.
func Clean(s string) string {
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

// Shown is clean for a glyph's text: nothing where the glyph stands for
// characters that are never seen, "" where it stands for nothing known.
func Shown(s string) string {
	switch t := Clean(s); {
	case t == "" && s != "":
		return Nothing
	case t == "\ufffd":
		return "" // which is counted
	default:
		return t
	}
}

// Nothing is the text of a code that draws nothing.
const Nothing = "\x00"

// Normal puts text into NFC; most is already, which a look at its bytes
// tells. A hyphen that some producers map to U+00AD is one where it stands
// beside a digit ("\u00ad1", "5\u00adyear") or alone, for no word is broken there.
func Normal(s string) string {
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

// IsLetter reports whether a text begins with a letter. It is not "".
func IsLetter(s string) bool {
	if c := s[0]; c < utf8.RuneSelf {
		return c|0x20 >= 'a' && c|0x20 <= 'z'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// SignOrFigure is the figure or sign that a text is, with all minuses one; 0
// for any other text.
func SignOrFigure(s string) rune {
	r := []rune(s)
	if len(r) != 1 {
		return 0
	}
	switch c := r[0]; c {
	case '+', '\u00b1':
		return c
	case '-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\u00ad', '\u207b':
		return '-'
	default:
		if c >= '0' && c <= '9' {
			return c
		}
	}
	return 0
}

// IsFigure reports whether a character is one of the ten figures.
func IsFigure(r rune) bool { return r >= '0' && r <= '9' }

// Superiors are Unicode's raised figures.
const Superiors = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// Figures are the figures and signs of a text, all minuses one; raised figures
// are figures.
func Figures(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKC.String(s) {
		if f := SignOrFigure(string(r)); f != 0 {
			b.WriteRune(f)
		}
	}
	return b.String()
}

// SameCharacter reports whether two texts of a glyph are one character, perhaps in
// another form: a raised figure, a letter of another width. Fonts
// have one glyph for both, or draw the form by a feature.
func SameCharacter(s, t string) bool {
	return Clean(s) == Clean(t) || norm.NFKC.String(s) == norm.NFKC.String(t)
}

// UTF16 decodes UTF-16BE. A single byte, which some writers put there, is
// the code point of that value.
func UTF16(b []byte) string {
	if len(b) == 1 {
		return string(rune(b[0]))
	}
	if len(b) > 2*maxCodeText {
		b = b[:2*maxCodeText]
	}
	if len(b) >= 2 && b[0] == 0xfe && b[1] == 0xff {
		b = b[2:]
	}
	if len(b) == 2 && (b[0] < 0xd8 || b[0] > 0xdf) {
		return string(rune(b[0])<<8 | rune(b[1]))
	}
	u := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		u = append(u, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return strings.ToValidUTF8(string(utf16.Decode(u)), "\ufffd")
}

// maxCodeText bounds the text of one code, in units of UTF-16; a ligature has up to
// four letters, a logotype drawn as one glyph a few words.
const maxCodeText = 128
