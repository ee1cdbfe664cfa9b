// Package syntax reads PDF objects from bytes (PDF 32000-1, 7.2 and 7.3). It
// takes what is there: a missing delimiter, a malformed number or a stray
// keyword costs that value, never the file.
package syntax

import (
	"bytes"
	"math"
	"strconv"
	"sync"

	"recount.invalid/recount/extract/object"
)

// Keyword is a word that is no object: obj, endobj, stream, R, xref, a
// content operator.
type Keyword string

// Delimiters of arrays and dictionaries, and what stands for the end of the
// bytes. They are Keywords of their own, so that one switch tells all tokens
// apart.
const (
	ArrayOpen  Keyword = "["
	ArrayClose Keyword = "]"
	DictOpen   Keyword = "<<"
	DictClose  Keyword = ">>"
	End        Keyword = ""
)

// Lexer reads tokens and objects from Buf, starting at Pos.
type Lexer struct {
	Buf     []byte
	Pos     int
	Nesting int // how deep arrays and dictionaries may stand in each other

	// Cut is set once the lexer has run into the end of Buf: what it
	// returned last may go on behind it.
	Cut bool
	// Deep is set when Nesting was exceeded; the inner value is null then.
	Deep bool
	// Torn is set when an array or a dictionary did not end with its bracket, when
	// it or a string of hexadecimal figures held what has no place in it, or a word
	// ran into a comment: the bytes are hardly those that were written.
	Torn bool

	// passing says that what is read is not wanted: it has the right type, or
	// none, and no content.
	passing bool
}

// class of a byte (PDF 32000-1, 7.2.2).
const (
	regular = iota
	white
	delimiter
)

var class = func() (t [256]byte) {
	for _, c := range "\x00\t\n\f\r " {
		t[c] = white
	}
	for _, c := range "()<>[]{}/%" {
		t[c] = delimiter
	}
	return t
}()

// IsSpace reports white space.
func IsSpace(c byte) bool { return class[c] == white }

// IsRegular reports a byte that is neither white space nor a delimiter.
func IsRegular(c byte) bool { return class[c] == regular }

// lostZeros is how many zero bytes are a part of a disk that was lost. A zero is
// white space by the standard, and no writer uses so many.
const lostZeros = 16

// SkipSpace passes over white space and comments.
func (l *Lexer) SkipSpace() {
	zeros := 0
	for l.Pos < len(l.Buf) {
		c := l.Buf[l.Pos]
		if c == 0 {
			if zeros++; zeros == lostZeros {
				l.Torn = true
			}
		}
		if c == '%' {
			// A comment begins a line or stands behind white space; a percent sign
			// within a word was another byte.
			l.Torn = l.Torn || l.Pos > 0 && IsRegular(l.Buf[l.Pos-1])
			for l.Pos < len(l.Buf) && l.Buf[l.Pos] != '\n' && l.Buf[l.Pos] != '\r' {
				l.Pos++
			}
			continue
		}
		if class[c] != white {
			return
		}
		l.Pos++
	}
	l.Cut = true
}

// Token reads the next token: an object other than an array, a dictionary or
// a reference, or a Keyword; null, true and false are Keywords here.
func (l *Lexer) Token() object.Object {
	l.SkipSpace()
	if l.Pos >= len(l.Buf) {
		return End
	}
	c := l.Buf[l.Pos]
	switch c {
	case '/':
		return l.name()
	case '(':
		return l.literal()
	case '<':
		if l.Pos+1 < len(l.Buf) && l.Buf[l.Pos+1] == '<' {
			l.Pos += 2
			return DictOpen
		}
		return l.hex()
	case '>':
		if l.Pos+1 < len(l.Buf) && l.Buf[l.Pos+1] == '>' {
			l.Pos += 2
			return DictClose
		}
		l.Pos++
		return Keyword(">")
	case '[':
		l.Pos++
		return ArrayOpen
	case ']':
		l.Pos++
		return ArrayClose
	case '{', '}', ')':
		l.Pos++
		return Keyword(c)
	}
	start := l.Pos
	for l.Pos < len(l.Buf) && class[l.Buf[l.Pos]] == regular {
		l.Pos++
	}
	if l.Pos == len(l.Buf) {
		l.Cut = true
	}
	word := l.Buf[start:l.Pos]
	if c <= '9' && (c >= '0' || c == '+' || c == '-' || c == '.') {
		if n, length, ok := number(word); ok {
			l.Pos = start + length
			return n
		}
	}
	return keyword(word)
}

// keyword is the word as a Keyword; the frequent ones cost no allocation.
func keyword(word []byte) Keyword {
	switch string(word) {
	case "R":
		return "R"
	case "obj":
		return "obj"
	case "endobj":
		return "endobj"
	case "stream":
		return "stream"
	case "n":
		return "n"
	case "f":
		return "f"
	}
	const longest = 64 // no keyword comes near; what is longer is garbage
	return Keyword(word[:min(len(word), longest)])
}

// number reads an integer or a real at the start of the word and gives how
// many bytes it takes. Of several signs in front one minus counts, a minus in
// the middle is passed over, a lone sign or point is zero, and what cannot be
// part of a number begins the next token, as in poppler and pdf.js: "--5" is
// -5, "12-34" is 1234, "42endobj" is 42 and endobj. An integer that does not
// fit is a real.
func number(word []byte) (n object.Object, length int, ok bool) {
	i, negative := 0, false
	for i < len(word) && (word[i] == '-' || word[i] == '+') {
		negative = negative || word[i] == '-'
		i++
	}
	const exact = 1<<53 - 1 // what a float64 holds of whole numbers
	var units int64         // the digits without the point
	count := 0              // of digits
	places := -1            // digits behind the point; -1: no point yet
	start, large := i, false
scan:
	for ; i < len(word); i++ {
		c := word[i]
		switch {
		case c >= '0' && c <= '9':
			if units > (math.MaxInt64-9)/10 {
				large = true
			} else {
				units = units*10 + int64(c-'0')
			}
			count++
			if places >= 0 {
				places++
			}
		case c == '-':
		case c == '.' && places < 0:
			places = 0
		default:
			break scan
		}
	}
	if count == 0 && i < len(word) {
		return nil, 0, false // a word that begins like a number
	}
	if end := exponent(word, i); end > i {
		// Not in the standard, but written for very small numbers.
		f, err := strconv.ParseFloat(string(digits(word[start:i]))+string(word[i:end]), 64)
		return signed(f, negative), end, err == nil
	}
	switch {
	case large || places >= 0 && (units > exact || places >= len(powers)):
		f, err := strconv.ParseFloat(string(digits(word[start:i])), 64)
		return signed(f, negative), i, err == nil
	case places < 0 && negative:
		return -units, i, true
	case places < 0:
		return units, i, true
	}
	return signed(float64(units)/powers[places], negative), i, true
}

// exponent is the index behind the exponent that begins at i, or i where none
// does.
func exponent(word []byte, i int) int {
	if i >= len(word) || word[i]|0x20 != 'e' {
		return i
	}
	end := i + 1
	if end < len(word) && (word[end] == '-' || word[end] == '+') {
		end++
	}
	first := end
	for end < len(word) && word[end] >= '0' && word[end] <= '9' {
		end++
	}
	if end == first {
		return i
	}
	return end
}

// digits is the word without the signs in it, for numbers of many digits.
func digits(word []byte) []byte { return bytes.ReplaceAll(word, []byte("-"), nil) }

var powers = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

func signed(f float64, negative bool) float64 {
	if negative {
		return -f
	}
	return f
}

// frequent are the names that most dictionaries have. They cost no allocation.
var frequent = sync.OnceValue(func() map[string]object.Object {
	names := map[string]object.Object{}
	for _, n := range []object.Name{
		"Type", "Subtype", "Length", "Filter", "FlateDecode", "Parent", "Kids", "Count", "Page", "Pages", "Contents",
		"Resources", "MediaBox", "CropBox", "Rotate", "Group", "S", "Transparency", "CS", "DeviceRGB", "I", "K", "Tabs",
		"StructParents", "Annots", "Annot", "Link", "Rect", "Border", "A", "URI", "Dest", "D", "F", "H", "C", "M", "P", "N",
		"StructParent", "AP", "Font", "XObject", "ExtGState", "ProcSet", "PDF", "Text", "Image", "ColorSpace", "Pattern",
		"Shading", "Properties", "BaseFont", "Encoding", "FirstChar", "LastChar", "Widths", "FontDescriptor", "ToUnicode",
		"DescendantFonts", "Type0", "Type1", "TrueType", "W", "DW", "XYZ", "Fit", "GoTo", "Action", "BS", "L", "FT", "V",
	} {
		names[string(n)] = n
	}
	return names
})

// unwanted is a name that is passed over.
var unwanted object.Object = object.Name("unwanted")

// name reads a name; #xx is decoded where xx are two hexadecimal digits.
func (l *Lexer) name() object.Object {
	l.Pos++
	start := l.Pos
	escaped := false
	for l.Pos < len(l.Buf) && class[l.Buf[l.Pos]] == regular {
		escaped = escaped || l.Buf[l.Pos] == '#'
		l.Pos++
	}
	if l.Pos == len(l.Buf) {
		l.Cut = true
	}
	if l.passing {
		return unwanted
	}
	raw := l.Buf[start:l.Pos]
	if !escaped {
		if n, ok := frequent()[string(raw)]; ok {
			return n
		}
		return object.Name(raw)
	}
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) {
			hi, lo := hexDigit(raw[i+1]), hexDigit(raw[i+2])
			if hi >= 0 && lo >= 0 {
				out = append(out, byte(hi<<4|lo))
				i += 2
				continue
			}
		}
		out = append(out, raw[i])
	}
	return object.Name(out)
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

// hex reads a hexadecimal string; what is no digit is passed over.
func (l *Lexer) hex() object.String {
	l.Pos++
	if l.passing {
		if i := bytes.IndexByte(l.Buf[l.Pos:], '>'); i >= 0 {
			l.Pos += i + 1
		} else {
			l.Pos, l.Cut = len(l.Buf), true
		}
		return ""
	}
	var out []byte
	half := -1
	for l.Pos < len(l.Buf) {
		c := l.Buf[l.Pos]
		l.Pos++
		if c == '>' {
			if half >= 0 {
				out = append(out, byte(half<<4))
			}
			return object.String(out)
		}
		d := hexDigit(c)
		if d < 0 {
			l.Torn = l.Torn || !IsSpace(c)
			continue
		}
		if half < 0 {
			half = d
			continue
		}
		out = append(out, byte(half<<4|d))
		half = -1
	}
	l.Cut = true
	return object.String(out)
}

// literal reads a string in parentheses (PDF 32000-1, 7.3.4.2).
func (l *Lexer) literal() object.String {
	l.Pos++
	start := l.Pos
	depth := 1
	plain := true // nothing to decode so far
	for i := l.Pos; i < len(l.Buf); i++ {
		switch l.Buf[i] {
		case '\\':
			plain = false
			i++
		case '\r':
			plain = false
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.Pos = i + 1
				if l.passing {
					return ""
				}
				if plain {
					return object.String(l.Buf[start:i])
				}
				return unescape(l.Buf[start:i])
			}
		}
	}
	l.Pos = len(l.Buf)
	l.Cut = true
	if l.passing {
		return ""
	}
	return unescape(l.Buf[start:])
}

// unescape undoes the escapes of a literal string.
func unescape(raw []byte) object.String {
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		if c == '\r' { // an end of line is one line feed, however it is written
			out = append(out, '\n')
			if i+1 < len(raw) && raw[i+1] == '\n' {
				i++
			}
			continue
		}
		if c != '\\' {
			out = append(out, c)
			continue
		}
		if i++; i >= len(raw) {
			break
		}
		switch c = raw[i]; c {
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case '\r': // a line that goes on
			if i+1 < len(raw) && raw[i+1] == '\n' {
				i++
			}
		case '\n':
		default:
			if c < '0' || c > '7' {
				out = append(out, c)
				break
			}
			v := 0
			for n := 0; n < 3 && i < len(raw) && raw[i] >= '0' && raw[i] <= '7'; n++ {
				v = v<<3 | int(raw[i]-'0')
				i++
			}
			i--
			out = append(out, byte(v))
		}
	}
	return object.String(out)
}
