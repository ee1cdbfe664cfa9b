package output

import "io"

// jsonWidth is how many columns a JSON value may take in the indented form
// before it is broken over several lines.
const jsonWidth = 110

// laidOutJSON lays compact JSON out over lines. How a value is written follows from its
// first bytes, jsonWidth at most, so that what was taken is written soon.
type laidOutJSON struct {
	to    io.Writer
	src   []byte // taken and not laid out
	pos   int    // in src
	out   []byte // laid out and not written
	open  []byte // closing brackets of what is open, the innermost last
	next  jsonNext
	whole bool // nothing more comes
}

// jsonNext is what stands at pos.
type jsonNext byte

const (
	nextValue  jsonNext = iota
	nextMember          // a name and its value
	nextBehind          // what follows a value
)

func (l *laidOutJSON) piece(src []byte) error {
	l.src = append(l.src, src...)
	l.layOut()
	if l.pos >= writtenAtOnce {
		l.src = l.src[:copy(l.src, l.src[l.pos:])]
		l.pos = 0
	}
	if len(l.out) < writtenAtOnce {
		return nil
	}
	return l.write()
}

func (l *laidOutJSON) end() error {
	l.whole = true
	l.layOut()
	l.out = append(l.out, '\n')
	return l.write()
}

func (l *laidOutJSON) write() error {
	_, err := l.to.Write(l.out)
	l.out = l.out[:0]
	return err
}

// layOut lays out what can be told from what was taken.
func (l *laidOutJSON) layOut() {
	for l.pos < len(l.src) {
		switch l.next {
		case nextMember:
			// The name and its colon came in one piece.
			end, _ := l.endOf(len(l.src))
			l.out = append(append(l.out, l.src[l.pos:end+1]...), ' ')
			l.pos = end + 1
			l.next = nextValue
		case nextValue:
			if !l.value() {
				return
			}
		case nextBehind:
			l.behind()
		}
	}
}

// value writes the value at pos or what opens it; false where more must be known of it.
func (l *laidOutJSON) value() bool {
	c := l.src[l.pos]
	end, known := l.endOf(max(jsonWidth-2*len(l.open), jsonWidth/2))
	switch {
	case !known && !l.whole:
		return false
	case end > 0:
		l.oneLine(end)
	case c != '{' && c != '[':
		end, _ = l.endOf(len(l.src)) // a string or a number, which came in one piece
		if end == 0 {
			end = len(l.src)
		}
		l.oneLine(end)
	default:
		l.out = append(l.out, c)
		l.pos++
		l.next = nextValue
		if c == '{' {
			l.next = nextMember
		}
		l.open = append(l.open, c+2) // ']' and '}' are two behind '[' and '{'
		l.newline()
		return true
	}
	l.next = nextBehind
	return true
}

// behind writes the comma or the bracket at pos.
func (l *laidOutJSON) behind() {
	c := l.src[l.pos]
	l.pos++
	if c == ',' {
		l.out = append(l.out, c)
		l.newline()
		l.next = nextValue
		if l.open[len(l.open)-1] == '}' {
			l.next = nextMember
		}
		return
	}
	l.open = l.open[:len(l.open)-1]
	l.newline()
	l.out = append(l.out, c)
}

// endOf gives the index behind the value at pos, or 0 when the value is longer
// than limit bytes; it is not known where what was taken ends before.
func (l *laidOutJSON) endOf(limit int) (end int, known bool) {
	depth, inString := 0, false
	for i := l.pos; i-l.pos <= limit; i++ {
		if i >= len(l.src) {
			return 0, false
		}
		c := l.src[i]
		if inString {
			switch c {
			case '\\':
				i++
			case '"':
				inString = false
				if depth == 0 {
					return i + 1, true
				}
			}
			continue
		}
		switch c {
		case '"':
			inString = true
		case '{', '[':
			depth++
		case '}', ']':
			depth--
			if depth < 0 {
				return i, true
			}
			if depth == 0 {
				return i + 1, true
			}
		case ',':
			if depth == 0 {
				return i, true
			}
		}
	}
	return 0, true
}

// oneLine writes the bytes up to end with a space behind each comma and
// colon outside strings.
func (l *laidOutJSON) oneLine(end int) {
	inString := false
	from := l.pos
	for i := l.pos; i < end; i++ {
		switch c := l.src[i]; {
		case inString && c == '\\':
			i++
		case c == '"':
			inString = !inString
		case !inString && (c == ',' || c == ':'):
			l.out = append(append(l.out, l.src[from:i+1]...), ' ')
			from = i + 1
		}
	}
	l.out = append(l.out, l.src[from:end]...)
	l.pos = end
}

// newline begins a line at the depth of what is open.
func (l *laidOutJSON) newline() {
	l.out = append(l.out, '\n')
	for range l.open {
		l.out = append(l.out, "  "...)
	}
}
