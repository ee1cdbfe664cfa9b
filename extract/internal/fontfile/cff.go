package fontfile

import (
	_ "embed"
	"strings"
	"sync"

	"recount.invalid/recount/extract/internal/glyph"
)

//go:embed cffnames.txt
var cffNamesText string

// cffNames are the standard strings of the Compact Font Format (Adobe
// Technical Note 5176, appendix A), by string identifier.
var cffNames = sync.OnceValue(func() []string { return strings.Fields(cffNamesText) })

// CFF is what a Compact Font Format program says of its glyphs.
type CFF struct {
	Names    []string        // glyph names by glyph index; nil for a CID-keyed font
	CIDs     []int           // CIDs by glyph index, of a CID-keyed font
	Encoding *glyph.Encoding // built-in encoding; nil for a CID-keyed font
}

// ReadCFF reads a bare CFF program, or the CFF table of an OpenType font; nil
// where it is neither.
func ReadCFF(program []byte) *CFF {
	d, ops, texts := openCFF(program)
	charStrings, _ := index(d, ops[opCharStrings])
	n := len(charStrings)
	if n == 0 {
		return nil
	}
	sids := charset(d, ops[15], n)
	if _, keyed := ops[opROS]; keyed {
		return &CFF{CIDs: sids}
	}
	name := func(sid int) string {
		if s := cffNames(); sid < len(s) {
			return s[sid]
		}
		if i := sid - len(cffNames()); i >= 0 && i < len(texts) {
			return string(texts[i])
		}
		return ""
	}
	c := &CFF{Names: make([]string, n)}
	for g := range c.Names {
		c.Names[g] = name(sids[g])
	}
	c.Encoding = c.encoding(d, ops[16], name)
	return c
}

const (
	opCharStrings = 17
	opROS         = 1200 + 30 // operator 12 30: the font is CID-keyed
)

// openCFF finds a CFF program's data, its top dictionary and its strings; no
// dictionary where it is none, or one without glyphs.
func openCFF(program []byte) (d data, top map[int]int, texts []data) {
	d = data(program)
	if len(d) > 4 && string(d[:4]) == "OTTO" {
		d = table(d, "CFF ")
	}
	if len(d) < 8 || d.u8(0) != 1 {
		return nil, nil, nil
	}
	_, at := index(d, d.u8(2)) // names of the fonts
	tops, at := index(d, at)
	texts, _ = index(d, at)
	if len(tops) == 0 {
		return nil, nil, nil
	}
	if top = topDict(tops[0]); top[opCharStrings] <= 0 {
		return nil, nil, nil
	}
	return d, top, texts
}

// index reads an INDEX (section 5) and says where it ends.
func index(d data, at int) (items []data, end int) {
	n := d.u16(at)
	if n == 0 {
		return nil, at + 2
	}
	size := d.u8(at + 2)
	if size < 1 || size > 4 || at < 0 || at+3+(n+1)*size > len(d) {
		return nil, len(d)
	}
	offset := func(i int) (v int) {
		for k := range size {
			v = v<<8 | d.u8(at+3+i*size+k)
		}
		return v
	}
	base := at + 2 + (n+1)*size
	items = make([]data, 0, n)
	for i := range n {
		from, to := base+offset(i), base+offset(i+1)
		if from < 0 || to < from || to > len(d) {
			return items, len(d)
		}
		items = append(items, d[from:to])
	}
	return items, base + offset(n)
}

// topDict reads the integer operands of a DICT's operators (section 4), the
// last operand of each; two-byte operators have 1200 added.
func topDict(d data) map[int]int {
	ops := map[int]int{}
	v := 0
	for i := 0; i < len(d); {
		b := d.u8(i)
		switch {
		case b == 12:
			ops[1200+d.u8(i+1)] = v
			i += 2
		case b <= 21:
			ops[b] = v
			v = 0
			i++
		case b == 28:
			v = int(int16(d.u16(i + 1)))
			i += 3
		case b == 29:
			v = int(int32(d.u32(i + 1)))
			i += 5
		case b == 30: // a real number: nibbles up to 0xf
			for i++; i < len(d) && d[i]&0x0f != 0x0f && d[i]>>4 != 0x0f; i++ {
			}
			i++
		case b >= 32 && b <= 246:
			v = b - 139
			i++
		case b >= 247 && b <= 250:
			v = (b-247)*256 + d.u8(i+1) + 108
			i += 2
		case b >= 251 && b <= 254:
			v = -(b-251)*256 - d.u8(i+1) - 108
			i += 2
		default:
			i++
		}
	}
	return ops
}

// charset gives the string identifiers, or CIDs, of n glyphs (section 13).
func charset(d data, at, n int) []int {
	ids := make([]int, n)
	if at <= 2 { // predefined; of these only ISOAdobe, which counts up, is text
		for g := range ids {
			ids[g] = g
		}
		return ids
	}
	format := d.u8(at)
	at++
	for g := 1; g < n && at < len(d); {
		first, left := d.u16(at), 0
		at += 2
		switch format {
		case 1:
			left = d.u8(at)
			at++
		case 2:
			left = d.u16(at)
			at += 2
		}
		for k := 0; k <= left && g < n; k++ {
			ids[g] = first + k
			g++
		}
	}
	return ids
}

// encoding reads the built-in encoding (section 12).
func (c *CFF) encoding(d data, at int, name func(int) string) *glyph.Encoding {
	if at <= 1 {
		e := *glyph.Standard()
		return &e
	}
	e := new(glyph.Encoding)
	put := func(code, g int) {
		if code < 256 && g < len(c.Names) {
			e[code] = c.Names[g]
		}
	}
	format := d.u8(at)
	n := d.u8(at + 1)
	at += 2
	g := 1
	for range n {
		if format&0x7f == 0 {
			put(d.u8(at), g)
			g++
			at++
			continue
		}
		first, left := d.u8(at), d.u8(at+1)
		at += 2
		for k := 0; k <= left; k++ {
			put(first+k, g)
			g++
		}
	}
	if format&0x80 != 0 { // supplement: further codes by name
		n := d.u8(at)
		at++
		for range n {
			e[d.u8(at)] = name(d.u16(at + 1))
			at += 3
		}
	}
	return e
}
