package typeface

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"recount.invalid/recount/extract/internal/chars"
	"recount.invalid/recount/extract/internal/token"
)

// cmap is what a CMap stream says: how bytes are cut into codes, and what
// codes mean: CIDs in a font's Encoding, text in its ToUnicode (PDF 32000-1,
// 9.7.5 and 9.10.3). A cmap is not changed once it is read.
type cmap struct {
	spaces   []codeSpace
	vertical bool
	damaged  bool   // its stream could not be read to the end
	use      string // name of the CMap that this one builds on

	cids []cidRange        // sorted by lo
	text map[uint32]string // ToUnicode: single codes
	// unchecked: it is not compressed by a filter with a checksum, so that nothing tells of a bit that is lost.
	unchecked bool
	spread    []textRange // ToUnicode: ranges too long to be listed one by one, sorted by lo
}

// codeSpace is a range of codes of n bytes; each byte has its own range.
type codeSpace struct {
	n      int
	lo, hi uint32
}

type cidRange struct {
	lo, hi uint32
	cid    uint32
}

// textRange maps lo to a character and every further code to the character
// that many places on.
type textRange struct {
	lo, hi uint32
	first  rune
}

const (
	// maxCMapEntries bounds how many single codes a CMap may list. The
	// largest real ones map every code of two bytes.
	maxCMapEntries = 1 << 17
	// listedRange is how long a bfrange may be to be listed code by code.
	listedRange = 256
)

// parseCMap reads a CMap. It gives what could be read; what could not is
// left out.
func parseCMap(data []byte) *cmap {
	m := &cmap{text: map[uint32]string{}}
	l := token.New(data)
	l.MaxOperands = token.MaxElements
	entries := 0
	for {
		op, args, ok := l.Next()
		if !ok {
			break
		}
		if entries > maxCMapEntries {
			break
		}
		switch string(op) {
		case "usecmap":
			if n := len(args); n > 0 && args[n-1].Kind == token.Name {
				m.use = string(l.Bytes(args[n-1]))
			}
		case "def":
			if n := len(args); n >= 2 && args[n-2].Kind == token.Name && string(l.Bytes(args[n-2])) == "WMode" {
				m.vertical = args[n-1].Num == 1
			}
		case "endcodespacerange":
			for a := range slices.Chunk(args, 2) {
				m.addSpace(l, a)
			}
		case "endcidchar":
			for a := range slices.Chunk(args, 2) {
				if len(a) == 2 && a[0].Kind == token.String && a[1].Kind == token.Number {
					c := code(l.Bytes(a[0]))
					m.cids = append(m.cids, cidRange{c, c, uint32(max(a[1].Num, 0))})
					entries++
				}
			}
		case "endcidrange":
			for a := range slices.Chunk(args, 3) {
				if len(a) == 3 && a[0].Kind == token.String && a[1].Kind == token.String && a[2].Kind == token.Number {
					m.cids = append(m.cids, cidRange{code(l.Bytes(a[0])), code(l.Bytes(a[1])), uint32(max(a[2].Num, 0))})
					entries++
				}
			}
		case "endbfchar":
			for a := range slices.Chunk(args, 2) {
				if len(a) == 2 && a[0].Kind == token.String && a[1].Kind == token.String {
					m.text[code(l.Bytes(a[0]))] = chars.UTF16(l.Bytes(a[1]))
					entries++
				}
			}
		case "endbfrange":
			for a := range slices.Chunk(args, 3) {
				if len(a) == 3 {
					entries += m.addRange(l, a[0], a[1], a[2], maxCMapEntries-entries)
				}
			}
		}
	}
	// Later entries win, as in PostScript; a stable sort keeps them behind
	// the earlier ones with the same start, and lookup takes the last.
	slices.SortStableFunc(m.cids, func(a, b cidRange) int { return cmp.Compare(a.lo, b.lo) })
	slices.SortStableFunc(m.spread, func(a, b textRange) int { return cmp.Compare(a.lo, b.lo) })
	return m
}

func (m *cmap) addSpace(l *token.Lexer, a []token.Operand) {
	if len(a) != 2 || a[0].Kind != token.String || a[1].Kind != token.String {
		return
	}
	lo, hi := l.Bytes(a[0]), l.Bytes(a[1])
	if n := len(lo); n >= 1 && n <= 4 && n == len(hi) && len(m.spaces) < 256 {
		m.spaces = append(m.spaces, codeSpace{n, code(lo), code(hi)})
	}
}

// addRange reads one bfrange and says how many entries it made.
func (m *cmap) addRange(l *token.Lexer, from, to, dst token.Operand, room int) int {
	if from.Kind != token.String || to.Kind != token.String {
		return 0
	}
	lo, hi := code(l.Bytes(from)), code(l.Bytes(to))
	if hi < lo {
		return 0
	}
	switch dst.Kind {
	case token.Array:
		n := 0
		for i, d := range l.Items(dst) {
			if uint32(i) > hi-lo || n >= room {
				break
			}
			if d.Kind == token.String {
				m.text[lo+uint32(i)] = chars.UTF16(l.Bytes(d))
				n++
			}
		}
		return n
	case token.String:
		text := []rune(chars.UTF16(l.Bytes(dst)))
		if len(text) == 0 {
			return 0
		}
		if hi-lo >= listedRange {
			if len(text) == 1 {
				m.spread = append(m.spread, textRange{lo, hi, text[0]})
			}
			return 1
		}
		last := len(text) - 1
		first := text[last]
		n := 0
		for c := lo; n < room; c++ {
			if text[last] = first + rune(c-lo); utf8.ValidRune(text[last]) {
				m.text[c] = string(text)
				n++
			}
			if c == hi {
				break
			}
		}
		return n
	}
	return 0
}

// code is a code's value: its bytes, the first one highest.
func code(b []byte) uint32 {
	var v uint32
	for _, c := range b[:min(len(b), 4)] {
		v = v<<8 | uint32(c)
	}
	return v
}

// lookup gives the text of a code.
func (m *cmap) lookup(c uint32) (string, bool) {
	if s, ok := m.text[c]; ok {
		return s, true
	}
	i, _ := slices.BinarySearchFunc(m.spread, c, func(r textRange, c uint32) int {
		if r.lo <= c {
			return -1
		}
		return 1
	})
	if i > 0 {
		if r := m.spread[i-1]; c <= r.hi {
			if u := r.first + rune(c-r.lo); utf8.ValidRune(u) {
				return string(u), true
			}
		}
	}
	return "", false
}

// cid gives the CID of a code; 0, the glyph for what is missing, for a code
// that is not mapped.
func (m *cmap) cid(c uint32) uint32 {
	i, _ := slices.BinarySearchFunc(m.cids, c, func(r cidRange, c uint32) int {
		if r.lo <= c {
			return -1
		}
		return 1
	})
	// Ranges of well-formed CMaps do not overlap; of others the last few are
	// looked at.
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		if r := m.cids[k]; c <= r.hi {
			return r.cid + c - r.lo
		}
	}
	return 0
}

// cut takes the next code off a string: its value and how many bytes it has
// (PDF 32000-1, 9.7.6.2). Bytes that fit no code space are taken as a code of
// the shortest length that the CMap knows.
func (m *cmap) cut(s []byte) (c uint32, n int) {
	shortest := 4
	for n := 1; n <= 4 && n <= len(s); n++ {
		v := code(s[:n])
		for _, sp := range m.spaces {
			shortest = min(shortest, sp.n)
			if sp.n == n && sp.contains(v) {
				return v, n
			}
		}
	}
	if len(m.spaces) == 0 {
		shortest = 2
	}
	shortest = max(1, min(shortest, len(s)))
	return code(s[:shortest]), shortest
}

// contains compares byte by byte: <8140> to <9FFC> does not hold <8230>.
func (sp codeSpace) contains(v uint32) bool {
	for shift := 0; shift < 8*sp.n; shift += 8 {
		b := v >> shift & 0xff
		if b < sp.lo>>shift&0xff || b > sp.hi>>shift&0xff {
			return false
		}
	}
	return true
}
