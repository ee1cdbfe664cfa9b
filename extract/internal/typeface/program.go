package typeface

import (
	"fmt"

	"recount.invalid/recount/extract/internal/fontfile"
	"recount.invalid/recount/extract/internal/glyph"
	"recount.invalid/recount/extract/object"
)

// embedded reports whether a font brings its program along.
func (f loader) embedded(desc object.Dict) bool {
	return desc["FontFile"] != nil || desc["FontFile2"] != nil || desc["FontFile3"] != nil
}

// program is the program that a font brings along, or none. What is asked of it is
// read at the first question, since most fonts answer few.
type program struct {
	file loader
	desc object.Dict

	unpacked bool
	key      object.Name // the descriptor's name for it
	data     []byte

	looked   bool
	outlines *fontfile.Outlines
	names    []string // of the glyphs of a Type 1 program

	trueTyped bool
	trueType  *fontfile.TrueType
	compact   bool
	cff       *fontfile.CFF
}

// bytes are the program and the descriptor's name for it.
func (p *program) bytes() (key object.Name, data []byte) {
	if p.unpacked {
		return p.key, p.data
	}
	p.unpacked = true
	for _, key := range []object.Name{"FontFile", "FontFile2", "FontFile3"} {
		if s := p.file.Stream(p.desc[key]); s != nil {
			b, err := p.file.Data(s)
			if err == nil || len(b) > 0 {
				p.key, p.data = key, b
				break
			}
		}
	}
	return p.key, p.data
}

// readTrueType is the program as a TrueType one; nil where it is another.
func (p *program) readTrueType() *fontfile.TrueType {
	if !p.trueTyped {
		_, data := p.bytes()
		p.trueTyped, p.trueType = true, fontfile.ReadTrueType(data)
	}
	return p.trueType
}

// readCFF is the program as a CFF one; nil where it is another.
func (p *program) readCFF() *fontfile.CFF {
	if !p.compact {
		_, data := p.bytes()
		p.compact, p.cff = true, fontfile.ReadCFF(data)
	}
	return p.cff
}

// readOutlines are what the glyphs of the program draw, with the names of those of a
// Type 1 program; nil where that cannot be read.
func (p *program) readOutlines() (*fontfile.Outlines, []string) {
	if !p.looked {
		p.looked = true
		switch key, data := p.bytes(); key {
		case "FontFile":
			p.outlines, p.names = fontfile.ReadType1(data)
		case "FontFile2", "FontFile3":
			p.outlines = fontfile.ReadOutlines(data)
		}
	}
	return p.outlines, p.names
}

// glyphNames are the names of the glyphs of an embedded program that knows its glyphs
// by their names; nil where it is another, or long.
func (p *program) glyphNames() map[string]bool {
	names := map[string]bool{}
	switch {
	case p.desc["FontFile"] != nil:
		if p.type1TooLong() {
			return nil
		}
		_, data := p.bytes()
		for name := range fontfile.Type1Widths(data) {
			names[name] = true
		}
	case p.desc["FontFile3"] != nil && !p.tooLong():
		if c := p.readCFF(); c != nil {
			for _, name := range c.Names {
				names[name] = true
			}
		}
	}
	if len(names) == 0 {
		return nil
	}
	return names
}

// ownEncoding reads the encoding that an embedded font program brings along
// into names and reports whether there was one.
func (p *program) ownEncoding(names *glyph.Encoding) bool {
	switch key, data := p.bytes(); key {
	case "FontFile":
		if e, ok := fontfile.Type1Encoding(data); ok {
			*names = *e
			return true
		}
	case "FontFile3":
		if c := p.readCFF(); c != nil && c.Encoding != nil {
			*names = *c.Encoding
			return true
		}
	case "FontFile2":
		t := p.readTrueType()
		if t == nil {
			return false
		}
		found := false
		for c := range 256 {
			if s, ok := t.Code(byte(c)); ok {
				names[c] = spell(s)
				found = true
			}
		}
		return found
	}
	return false
}

// spell makes a glyph name of a text.
func spell(s string) string {
	name := "uni"
	for _, r := range s {
		if r > 0xffff {
			return fmt.Sprintf("u%X", r)
		}
		name += fmt.Sprintf("%04X", r)
	}
	return name
}

// cidText reads what an embedded font program says of the Unicode values of
// its glyphs, by CID; nil where it says nothing.
func (p *program) cidText(cid object.Dict) map[uint32]string {
	text := map[uint32]string{}
	switch key, _ := p.bytes(); key {
	case "FontFile2":
		t := p.readTrueType()
		if t == nil {
			return nil
		}
		if s := p.file.Stream(cid["CIDToGIDMap"]); s != nil {
			m, _ := p.file.Data(s)
			for c := 0; 2*c+1 < len(m) && c < maxCIDs; c++ {
				if g := int(m[2*c])<<8 | int(m[2*c+1]); g != 0 {
					if s, ok := t.Text(g); ok {
						text[uint32(c)] = s
					}
				}
			}
			break
		}
		for g := range maxCIDs {
			if s, ok := t.Text(g); ok {
				text[uint32(g)] = s
			}
		}
	case "FontFile3":
		c := p.readCFF()
		if c == nil {
			return nil
		}
		// In a font that is not CID-keyed the CID is the glyph index (PDF
		// 32000-1, 9.7.4.2).
		for g, n := range c.Names {
			if s, ok := glyph.Unicode(n); ok {
				text[uint32(g)] = s
			}
		}
	}
	if len(text) == 0 {
		return nil
	}
	return text
}
