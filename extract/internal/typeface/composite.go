package typeface

import (
	"math"
	"strings"

	"recount.invalid/recount/extract/internal/chars"
	"recount.invalid/recount/extract/internal/glyph"
	"recount.invalid/recount/extract/object"
)

// Composite is the part of a Type 0 font: codes of several bytes, widths by
// CID (PDF 32000-1, 9.7).
type Composite struct {
	encoding *cmap      // nil: Identity, two bytes are the CID
	unicode  bool       // the codes are UTF-16 themselves (the predefined Uni… CMaps)
	legacy   *legacySet // the codes are of a legacy character set
	// Vertical says that it is written from top to bottom.
	Vertical  bool
	toUnicode *cmap
	width     map[uint32]float64
	dw        float64
	height    map[uint32]float64 // vertical writing: advance downwards
	dh        float64
	byCID     map[uint32]string // text that the embedded font knows
	// Lies are the codes that the file calls by another figure or sign than they draw; nil
	// where there are none.
	Lies  map[uint32]bool
	inked map[uint32]string // codes that ToUnicode calls a blank and that draw something, nil where there are none

	// symbols: the font is Symbol or Wingdings.
	symbols, wingdings bool
	family             glyph.Family
}

// maxCIDs bounds the entries of W; CIDs have two bytes.
const maxCIDs = 1 << 16

func (f loader) loadComposite(fn *Font, d, cid, desc object.Dict, toUnicode *cmap) {
	c := &Composite{toUnicode: toUnicode, dw: 1, dh: 1}
	own := &program{file: f, desc: desc}
	fn.Composite = c
	c.wingdings = isWingdings(fn.Name)
	c.family, _ = glyph.Match(fn.Name, false, false, false)
	c.symbols = c.wingdings || c.family == glyph.SymbolFont
	switch e := f.Resolve(d["Encoding"]).(type) {
	case object.Name:
		c.predefined(string(e))
	case *object.Stream:
		c.encoding = f.encodingCMap(e, 0)
		c.Vertical = c.encoding.vertical
		if v, ok := f.Number(e.Dict["WMode"]); ok {
			c.Vertical = v == 1
		}
	}
	if v, ok := f.Number(cid["DW"]); ok && math.Abs(v) <= 1000*maxAdvance {
		c.dw = v / 1000
	}
	c.width = f.cidWidths(cid["W"], 1)
	if c.Vertical {
		if a := f.Numbers(cid["DW2"], 2); a != nil {
			c.dh = math.Abs(a[1]) / 1000
		}
		c.height = f.cidWidths(cid["W2"], 3)
	}
	if toUnicode == nil && !c.unicode && c.legacy == nil {
		c.byCID = own.cidText(cid)
	}
	fn.Stands = c.stand(own, cid)
	said := &statements{file: f, d: d, cid: cid, desc: desc, subtype: "Type0", program: own, composite: c}
	if toUnicode != nil {
		c.correct(own, cid)
		said.otherLetters = c.compareProgram(own, cid)
	}
	if fn.Lost == "" {
		fn.Lost = said.weigh()
	}
}

// predefined reads the name of a predefined CMap (PDF 32000-1, 9.7.5.2).
// Identity and those whose codes are text are known by what their names mean;
// the tables that lead to CIDs are not here, so that widths by CID are not
// found and the default width stands.
func (c *Composite) predefined(name string) {
	c.Vertical = name == "V" || strings.HasSuffix(name, "-V")
	switch {
	case strings.HasPrefix(name, "Identity"):
	case strings.Contains(name, "UCS2") || strings.Contains(name, "UTF16"):
		c.unicode = true
	default:
		c.legacy = legacyOf(name)
		if c.legacy != nil {
			c.encoding = &cmap{spaces: c.legacy.spaces}
		} else {
			c.encoding = &cmap{spaces: pairs}
		}
	}
}

// encodingCMap reads an embedded CMap and those it builds on.
func (f loader) encodingCMap(s *object.Stream, depth int) *cmap {
	b, _ := f.Data(s)
	if !f.cmapFits(b) {
		b = b[:f.Limits.CMapBytes]
	}
	m := parseCMap(b)
	if depth < 8 {
		if base := f.Stream(s.Dict["UseCMap"]); base != nil {
			under := f.encodingCMap(base, depth+1)
			m.spaces = append(m.spaces, under.spaces...)
			if len(m.cids) == 0 {
				m.cids = under.cids
			}
		}
	}
	if strings.HasPrefix(m.use, "Identity") && len(m.cids) == 0 {
		m.cids = []cidRange{{0, 0xffff, 0}}
	}
	if len(m.spaces) == 0 {
		m.spaces = []codeSpace{{2, 0, 0xffff}}
	}
	return m
}

// cidWidths reads W (one number per CID) or W2 (three, the first is kept) as
// PDF 32000-1, 9.7.4.3 has them.
func (f loader) cidWidths(o object.Object, per int) map[uint32]float64 {
	a := f.Array(o)
	if len(a) == 0 {
		return nil
	}
	m := make(map[uint32]float64, min(len(a), 1024))
	left := 4 * maxCIDs // hostile arrays name the same range again and again
	put := func(cid, w float64) {
		left--
		if cid >= 0 && cid < maxCIDs && math.Abs(w) <= 1000*maxAdvance {
			if per > 1 {
				w = math.Abs(w)
			}
			m[uint32(cid)] = w / 1000
		}
	}
	for i := 0; i+1 < len(a) && left > 0; {
		first, ok := f.Number(a[i])
		if !ok {
			i++
			continue
		}
		if list := f.Array(a[i+1]); list != nil {
			for j := 0; j+per <= len(list) && left > 0; j += per {
				if w, ok := f.Number(list[j]); ok {
					put(first+float64(j/per), w)
				}
			}
			i += 2
			continue
		}
		last, ok := f.Number(a[i+1])
		if i+1+per >= len(a) {
			break
		}
		w, ok2 := f.Number(a[i+2])
		if ok && ok2 && first >= 0 && last < maxCIDs {
			for c := first; c <= last && left > 0; c++ {
				put(c, w)
			}
		}
		i += 2 + per
	}
	return m
}

// Next takes one code off s and gives its text ("" where unknown), its
// advance in units of the size (downwards when the font is vertical) and how
// many bytes it has.
func (c *Composite) Next(s []byte) (text string, advance float64, n int) {
	var code, cid uint32
	halfWidth := false // single-byte codes of legacy sets are Latin, half an em wide
	switch {
	case c.encoding != nil:
		code, n = c.encoding.cut(s)
		cid = c.encoding.cid(code)
		if c.legacy != nil && n == 1 {
			halfWidth = true
		}
	case len(s) >= 2:
		code, n = uint32(s[0])<<8|uint32(s[1]), 2
		cid = code
	default:
		code, n = uint32(s[0]), 1
		cid = code
	}
	if c.toUnicode != nil {
		text, _ = c.toUnicode.lookup(code)
		if c.inked != nil {
			if own, ok := c.inked[code]; ok {
				text = own
			}
		}
	}
	if c.symbols && len(text) == 3 { // U+F0xx, as Windows addresses symbol fonts
		if t := symbolic(text, c.family, c.wingdings); t != "" {
			text = t
		}
	}
	if text == "" && c.unicode {
		text = chars.UTF16(s[:n])
	}
	if text == "" && c.legacy != nil {
		text = c.legacy.text(s[:n])
	}
	if text == "" && c.byCID != nil {
		text = c.byCID[cid]
	}
	if c.Vertical {
		if h, ok := c.height[cid]; ok {
			return chars.Shown(text), h, n
		}
		return chars.Shown(text), c.dh, n
	}
	if halfWidth {
		return chars.Shown(text), 0.5, n
	}
	if w, ok := c.width[cid]; ok {
		return chars.Shown(text), w, n
	}
	return chars.Shown(text), c.dw, n
}
