package fontfile

import (
	"bytes"
	"encoding/hex"
	"strconv"
)

// Keys and constants of the cipher of Type 1 fonts (Adobe Type 1 Font Format, 7.1).
const (
	eexecKey      = 55665
	charstringKey = 4330
	cipherFactor  = 52845
	cipherSum     = 22719
	// eexecLead and charstringLead are how many bytes at the beginning say nothing.
	eexecLead      = 4
	charstringLead = 4
)

// mostCharstrings bounds the glyphs of a Type 1 font that are looked at.
const mostCharstrings = 4096

// type1Glyph is a glyph of a Type 1 program: its name, and its description with the
// cipher taken off.
type type1Glyph struct {
	name string
	code data
}

// openType1 finds the private part of a Type 1 program, with the cipher taken off, and
// how many bytes at the beginning of each charstring say nothing; nil where the program
// cannot be read.
func openType1(program []byte) (private []byte, lead int) {
	i := bytes.Index(program, []byte("eexec"))
	if i < 0 {
		return nil, 0
	}
	hidden := bytes.TrimLeft(program[i+len("eexec"):], " \t\r\n")
	if isHex(hidden) {
		hidden = unhex(hidden)
	}
	if len(hidden) <= eexecLead {
		return nil, 0
	}
	private = decipher(hidden, eexecKey)[eexecLead:]
	lead = charstringLead
	if n, ok := intAfter(private, "/lenIV"); ok && n >= 0 {
		lead = n
	}
	return private, lead
}

// type1Glyphs reads the charstrings of the private part of a Type 1 program.
func type1Glyphs(private []byte, lead int) []type1Glyph {
	at := bytes.Index(private, []byte("/CharStrings"))
	if at < 0 {
		return nil
	}
	// /name 123 RD 123 bytes ND; the words RD and ND may be any.
	rest := private[at+len("/CharStrings"):]
	var glyphs []type1Glyph
	for len(glyphs) < mostCharstrings {
		slash := bytes.IndexByte(rest, '/')
		if slash < 0 {
			break
		}
		fields := bytes.SplitN(rest[slash+1:min(len(rest), slash+200)], []byte(" "), 4)
		if len(fields) < 4 {
			break
		}
		n, err := strconv.Atoi(string(fields[1]))
		from := slash + 1 + len(fields[0]) + 1 + len(fields[1]) + 1 + len(fields[2]) + 1
		if err != nil || n < lead || n > len(rest)-from {
			break
		}
		glyphs = append(glyphs, type1Glyph{string(fields[0]), decipher(rest[from:from+n], charstringKey)[lead:]})
		rest = rest[from+n:]
	}
	return glyphs
}

// Type1Widths reads how far each glyph of a Type 1 font program moves the pen, by
// the glyph's name and in the program's units, which nearly always are thousandths of
// the size. Glyphs of which that is not said plainly are left out; nil where the
// program cannot be read.
func Type1Widths(program []byte) map[string]float64 {
	private, lead := openType1(program)
	glyphs := type1Glyphs(private, lead)
	if glyphs == nil {
		return nil
	}
	widths := make(map[string]float64, len(glyphs))
	for _, g := range glyphs {
		if w, ok := sidebearingWidth(g.code); ok {
			widths[g.name] = w
		}
	}
	return widths
}

func isHex(b []byte) bool {
	if len(b) < eexecLead {
		return false
	}
	for _, c := range b[:eexecLead] {
		if (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'f') {
			return false
		}
	}
	return true
}

// unhex reads hexadecimal figures with white space among them.
func unhex(b []byte) []byte {
	digits := bytes.Join(bytes.Fields(b), nil)
	out := make([]byte, len(digits)/2)
	n, _ := hex.Decode(out, digits[:len(digits)&^1]) // what follows the font is no figure
	return out[:n]
}

func decipher(b []byte, key uint16) []byte {
	out := make([]byte, len(b))
	for i, c := range b {
		out[i] = c ^ byte(key>>8)
		key = (uint16(c)+key)*cipherFactor + cipherSum
	}
	return out
}

// intAfter reads the number behind a key.
func intAfter(b []byte, key string) (int, bool) {
	i := bytes.Index(b, []byte(key))
	if i < 0 {
		return 0, false
	}
	words := bytes.Fields(b[i+len(key) : min(len(b), i+len(key)+20)])
	if len(words) == 0 {
		return 0, false
	}
	n, err := strconv.Atoi(string(words[0]))
	return n, err == nil
}

// Commands of charstrings (6.4).
const (
	commandHSBW   = 13
	commandEscape = 12
	escapeSBW     = 7
	escapeDiv     = 12
)

// sidebearingWidth reads the width with which a glyph's description begins: the
// numbers before the command hsbw or sbw.
func sidebearingWidth(b []byte) (width float64, ok bool) {
	var stack []float64
	for len(b) > 0 && len(stack) < 24 {
		v := b[0]
		switch {
		case v >= 32 && v <= 246:
			stack = append(stack, float64(int(v)-139))
			b = b[1:]
		case v >= 247 && v <= 250 && len(b) > 1:
			stack = append(stack, float64((int(v)-247)*256+int(b[1])+108))
			b = b[2:]
		case v >= 251 && v <= 254 && len(b) > 1:
			stack = append(stack, float64(-(int(v)-251)*256-int(b[1])-108))
			b = b[2:]
		case v == 255 && len(b) > 4:
			stack = append(stack, float64(int32(uint32(b[1])<<24|uint32(b[2])<<16|uint32(b[3])<<8|uint32(b[4]))))
			b = b[5:]
		case v == commandHSBW && len(stack) == 2:
			return stack[1], true
		case v == commandEscape && len(b) > 1 && b[1] == escapeSBW && len(stack) == 4:
			return stack[2], true
		case v == commandEscape && len(b) > 1 && b[1] == escapeDiv && len(stack) > 1 && stack[len(stack)-1] != 0:
			n := len(stack)
			stack[n-2] /= stack[n-1]
			stack = stack[:n-1]
			b = b[2:]
		default:
			return 0, false
		}
	}
	return 0, false
}
