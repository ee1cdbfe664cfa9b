package token

// Kind tells what an operand is.
type Kind uint8

// The kinds of operands; Null is null, and the zero value.
const (
	Null   Kind = iota
	Bool        // true or false, as Operand.Num says
	Number      // a number
	Name        // a name
	String      // a string, literal or in hexadecimal
	Array       // an array
	Dict        // a dictionary
)

// Operand is one operand of a content stream's operator, or one element of an
// operand. It is a small plain struct instead of an object.Object because a
// page has tens of thousands of numbers, and boxing each would be most of the
// interpreter's time. What a name, string, array or dictionary holds is asked
// of the lexer (Bytes, Items).
type Operand struct {
	Num float64 // a number's value; 1 for true
	// from and n say where the bytes or elements are. Bytes that had to be
	// decoded are in the lexer's text, which counts on behind the data.
	// Four fields fit into registers; with a fifth each operand goes through
	// memory, which takes a tenth of the interpreter's time.
	from, n uint32
	Kind    Kind
}

// Empty reports whether a name, a string, an array or a dictionary has nothing in it.
func (o Operand) Empty() bool { return o.n == 0 }

// Lexer cuts a content stream, or a CMap, into operators with their operands
// (PDF 32000-1, 7.2 and 7.8.2). It never fails: what cannot be read is
// skipped, because the rest of a damaged stream is still worth having. What
// it hands out is valid until the next call of next.
type Lexer struct {
	data []byte
	pos  int

	MaxOperands int // operands kept per operator; further ones are dropped

	stack []Operand // operands, and elements of arrays that are still open
	arena []Operand // elements of closed arrays
	text  []byte    // bytes of strings and names that had escapes
	open  []opening
}

// opening is an array or dictionary that is not closed yet.
type opening struct {
	at   int // index in stack of its first element
	dict bool
}

const (
	// maxOperators is more operands than any operator takes (a DeviceN
	// colour has 32 components).
	maxContentOperands = 64
	// MaxElements bounds what all arrays of one operator hold together. A
	// TJ array of a whole page has a few thousand.
	MaxElements = 100_000
	maxOpenings = 64
)

// Bytes is a name or string, decoded; empty for anything else. It is valid
// until the next operator.
func (l *Lexer) Bytes(o Operand) []byte {
	if o.Kind != Name && o.Kind != String {
		return nil
	}
	if own := int(o.from) - len(l.data); own >= 0 {
		return l.text[own : own+int(o.n) : own+int(o.n)]
	}
	return l.data[o.from : o.from+o.n : o.from+o.n]
}

// Items are the elements of an array, or the keys and values of a dictionary
// in turn; none for anything else.
func (l *Lexer) Items(o Operand) []Operand {
	if o.Kind != Array && o.Kind != Dict {
		return nil
	}
	return l.arena[o.from : o.from+o.n]
}

// maxLexed is how much of one stream is read: offsets have 32 bits.
const maxLexed = 1 << 31

// New gives a lexer for the operators of a content stream.
func New(data []byte) *Lexer {
	return &Lexer{data: data[:min(len(data), maxLexed)], MaxOperands: maxContentOperands}
}

// Restart begins with another stream and keeps the memory.
func (l *Lexer) Restart(data []byte) {
	l.data, l.pos = data[:min(len(data), maxLexed)], 0
}

// character classes of PDF 32000-1, 7.2.2
const (
	classRegular = iota
	classSpace
	classDelimiter
)

var charClass = func() (t [256]uint8) {
	for _, c := range "\x00\t\n\f\r " {
		t[c] = classSpace
	}
	for _, c := range "()<>[]{}/%" {
		t[c] = classDelimiter
	}
	return t
}()

// What a token is by its first byte. White space is none, and so are braces
// (PostScript in CMaps and Type 4 leftovers) and a bracket that closes no
// string.
const (
	tokenNone = iota
	tokenNumber
	tokenLiteral
	tokenName
	tokenOpen
	tokenClose
	tokenLess
	tokenGreater
	tokenComment
	tokenWord
)

var tokenBegins = func() (t [256]uint8) {
	for c := range t {
		if charClass[c] == classRegular {
			t[c] = tokenWord
		}
	}
	for _, c := range "0123456789-.+" {
		t[c] = tokenNumber
	}
	t['('], t['/'], t['['], t[']'], t['<'], t['>'], t['%'] = tokenLiteral, tokenName, tokenOpen, tokenClose, tokenLess, tokenGreater, tokenComment
	return t
}()

// Next gives the next operator and its operands; false at the end of the
// data. Operands without an operator at the end are dropped.
func (l *Lexer) Next() (op []byte, args []Operand, ok bool) {
	l.stack, l.arena, l.text, l.open = l.stack[:0], l.arena[:0], l.text[:0], l.open[:0]
	for l.pos < len(l.data) {
		switch tokenBegins[l.data[l.pos]] {
		case tokenNone:
			l.pos++
		case tokenNumber:
			l.number()
		case tokenLiteral:
			l.push(l.literal())
		case tokenName:
			l.push(l.name())
		case tokenOpen:
			l.pos++
			l.begin(false)
		case tokenClose:
			l.pos++
			l.end(false)
		case tokenLess:
			if l.pos+1 < len(l.data) && l.data[l.pos+1] == '<' {
				l.pos += 2
				l.begin(true)
			} else {
				l.push(l.hex())
			}
		case tokenGreater:
			l.pos++
			if l.pos < len(l.data) && l.data[l.pos] == '>' {
				l.pos++
				l.end(true)
			}
		case tokenComment:
			l.comment()
		case tokenWord:
			word := l.keyword()
			switch string(word) {
			case "true":
				l.push(Operand{Kind: Bool, Num: 1})
			case "false":
				l.push(Operand{Kind: Bool})
			case "null":
				l.push(Operand{})
			default:
				if n := len(l.open); n > 0 && !l.open[n-1].dict && l.closes() {
					continue // a writer's slip, as in [(two) 0 Tc (words)] TJ
				}
				// Otherwise an operator inside an open array means that its
				// end is missing: what was read counts.
				for len(l.open) > 0 {
					l.end(l.open[len(l.open)-1].dict)
				}
				return word, l.stack, true
			}
		}
	}
	return nil, nil, false
}

func (l *Lexer) push(o Operand) {
	if len(l.open) == 0 && len(l.stack) >= l.MaxOperands || len(l.stack)+len(l.arena) >= MaxElements {
		return
	}
	l.stack = append(l.stack, o)
}

func (l *Lexer) begin(dict bool) {
	if len(l.open) < maxOpenings {
		l.open = append(l.open, opening{at: len(l.stack), dict: dict})
	}
}

// end closes the innermost array or dictionary; a closing bracket of the
// other kind closes it too, since only damaged streams have one.
func (l *Lexer) end(dict bool) {
	n := len(l.open) - 1
	if n < 0 {
		return
	}
	o := l.open[n]
	l.open = l.open[:n]
	from := len(l.arena)
	l.arena = append(l.arena, l.stack[o.at:]...)
	l.stack = l.stack[:o.at]
	kind := Array
	if o.dict || dict {
		kind = Dict
	}
	l.push(Operand{Kind: kind, from: uint32(from), n: uint32(len(l.arena) - from)})
}

// closes reports whether an array that an operator stands in is closed all the
// same: its bracket comes soon, and before another one opens. Strings may hold
// brackets of their own.
func (l *Lexer) closes() bool {
	const soon = 512 // bytes; longer than the rest of a line of text
	depth := 0
	rest := l.data[l.pos:min(len(l.data), l.pos+soon)]
	for i := 0; i < len(rest); i++ {
		switch rest[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			depth--
		case '[':
			if depth <= 0 {
				return false
			}
		case ']':
			if depth <= 0 {
				return true
			}
		}
	}
	return false
}

func (l *Lexer) comment() {
	for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
		l.pos++
	}
}

func (l *Lexer) keyword() []byte {
	start := l.pos
	for l.pos < len(l.data) && charClass[l.data[l.pos]] == classRegular {
		l.pos++
	}
	return l.data[start:l.pos]
}

// number reads a number as leniently as viewers do: several signs count as
// one, a sign inside ends nothing, a second point ends the number.
func (l *Lexer) number() {
	d := l.data
	i := l.pos
	neg := false
	for ; i < len(d) && (d[i] == '-' || d[i] == '+'); i++ {
		neg = neg || d[i] == '-'
	}
	start := i
	var whole uint64
	places := 0
	point := false
	for ; i < len(d); i++ {
		c := d[i] - '0'
		if c <= 9 {
			// Digits beyond what a float64 holds change nothing that is seen.
			switch {
			case whole >= maxWhole:
				if !point {
					whole = maxWhole
				}
			case !point:
				whole = whole*10 + uint64(c)
			case places < len(powers)-1:
				// Leading zeros count: writers print what is left of a
				// difference as 0.00000000000000001776.
				whole = whole*10 + uint64(c)
				places++
			}
			continue
		}
		if d[i] == '.' && !point {
			point = true
			continue
		}
		if d[i] == '-' && i > start {
			// "12-34", a known writer's slip: the rest is skipped.
			for i < len(d) && (d[i] == '-' || d[i] == '.' || d[i] >= '0' && d[i] <= '9') {
				i++
			}
		}
		break
	}
	l.pos = max(i, l.pos+1)
	v := float64(whole)
	if places > 0 {
		v /= powers[places]
	}
	if neg {
		v = -v
	}
	l.push(Operand{Kind: Number, Num: v})
}

// maxWhole is where further digits of a number are no longer read; it keeps
// numbers below plane.MaxNumber.
const maxWhole = 1e14

// powers are the powers of ten by which the places of a number divide it; it
// has no further places.
var powers = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

func (l *Lexer) name() Operand {
	l.pos++
	start := l.pos
	escaped := false
	for l.pos < len(l.data) && charClass[l.data[l.pos]] == classRegular {
		escaped = escaped || l.data[l.pos] == '#'
		l.pos++
	}
	raw := l.data[start:l.pos]
	if !escaped {
		return Operand{Kind: Name, from: uint32(start), n: uint32(len(raw))}
	}
	from := len(l.text)
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) && HexValue(raw[i+1]) >= 0 && HexValue(raw[i+2]) >= 0 {
			l.text = append(l.text, byte(HexValue(raw[i+1])<<4|HexValue(raw[i+2])))
			i += 2
			continue
		}
		l.text = append(l.text, raw[i])
	}
	return l.own(Name, from)
}

// HexValue is the value of a hexadecimal figure, negative for any other byte.
func HexValue(c byte) int { return int(hexValues[c]) }

// hexValues are the values of hexadecimal digits, -1 for what is none.
var hexValues = func() (t [256]int8) {
	for c := range t {
		t[c] = -1
	}
	for i, c := range "0123456789abcdef" {
		t[c] = int8(i)
	}
	for i, c := range "ABCDEF" {
		t[c] = int8(10 + i)
	}
	return t
}()

// hex reads <…>; characters that are no digits are skipped, a missing last
// digit is 0 (PDF 32000-1, 7.3.4.3).
func (l *Lexer) hex() Operand {
	l.pos++
	from := len(l.text)
	for l.pos+1 < len(l.data) { // pairs of digits, as nearly all are
		high, low := hexValues[l.data[l.pos]], hexValues[l.data[l.pos+1]]
		if high|low < 0 {
			break
		}
		l.text = append(l.text, byte(high)<<4|byte(low))
		l.pos += 2
	}
	high := -1
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		v := HexValue(c)
		switch {
		case v < 0:
		case high < 0:
			high = v
		default:
			l.text = append(l.text, byte(high<<4|v))
			high = -1
		}
	}
	if high >= 0 {
		l.text = append(l.text, byte(high<<4))
	}
	return l.own(String, from)
}

// literal reads (…) with balanced parentheses and escapes (PDF 32000-1,
// 7.3.4.2). A string without escapes is a slice of the data itself.
func (l *Lexer) literal() Operand {
	l.pos++
	start := l.pos
	depth := 1
	d := l.data
	i := start
	for ; i < len(d); i++ {
		switch d[i] {
		case '(':
			depth++
		case ')':
			depth--
			if depth == 0 {
				l.pos = i + 1
				return Operand{Kind: String, from: uint32(start), n: uint32(i - start)}
			}
		case '\\', '\r':
			return l.escaped(start, i, depth)
		}
	}
	l.pos = len(d)
	return Operand{Kind: String, from: uint32(start), n: uint32(len(d) - start)}
}

// escaped goes on with a literal string from its first escape at i.
func (l *Lexer) escaped(start, i, depth int) Operand {
	from := len(l.text)
	d := l.data
	l.text = append(l.text, d[start:i]...)
	for i < len(d) {
		c := d[i]
		i++
		switch c {
		case '(':
			depth++
		case ')':
			depth--
			if depth == 0 {
				l.pos = i
				return l.own(String, from)
			}
		case '\r': // an end of line is a line feed, however it is written
			if i < len(d) && d[i] == '\n' {
				i++
			}
			c = '\n'
		case '\\':
			if i >= len(d) {
				continue
			}
			e := d[i]
			i++
			switch e {
			case 'n':
				c = '\n'
			case 'r':
				c = '\r'
			case 't':
				c = '\t'
			case 'b':
				c = '\b'
			case 'f':
				c = '\f'
			case '\r':
				if i < len(d) && d[i] == '\n' {
					i++
				}
				continue
			case '\n':
				continue
			default:
				if e < '0' || e > '7' {
					c = e
					break
				}
				v := int(e - '0')
				for n := 0; n < 2 && i < len(d) && d[i] >= '0' && d[i] <= '7'; n++ {
					v = v<<3 | int(d[i]-'0')
					i++
				}
				c = byte(v)
			}
		}
		l.text = append(l.text, c)
	}
	l.pos = len(d)
	return l.own(String, from)
}

// own is an operand whose bytes were decoded into text from offset from on.
func (l *Lexer) own(kind Kind, from int) Operand {
	return Operand{Kind: kind, from: uint32(len(l.data) + from), n: uint32(len(l.text) - from)}
}
