package extract

import (
	"fmt"

	"recount.invalid/recount/extract/internal/fontfile"
	"recount.invalid/recount/extract/internal/glyph"
	"recount.invalid/recount/extract/object"
)

// embedded reports whether a font brings its program along.
func (f *file) embedded(desc object.Dict) bool {
	return desc["FontFile"] != nil || desc["FontFile2"] != nil || desc["FontFile3"] != nil
}

// program gives the embedded font program and the descriptor's name for it.
func (f *file) program(desc object.Dict) (key object.Name, data []byte) {
	for _, key := range []object.Name{"FontFile", "FontFile2", "FontFile3"} {
		if s := f.stream(desc[key]); s != nil {
			b, err := f.data(s)
			if err == nil || len(b) > 0 {
				return key, b
			}
		}
	}
	return "", nil
}

// glyphNames are the names of the glyphs of an embedded program that knows its glyphs
// by their names; nil where it is another, or long.
func (f *file) glyphNames(desc object.Dict) map[string]bool {
	names := map[string]bool{}
	switch {
	case desc["FontFile"] != nil:
		s := f.stream(desc["FontFile"])
		if s == nil {
			return nil
		}
		if length, ok := f.number(s.Dict["Length2"]); !ok || length > longestProgram {
			return nil
		}
		_, program := f.program(desc)
		for name := range fontfile.Type1Widths(program) {
			names[name] = true
		}
	case desc["FontFile3"] != nil && !f.programTooLong(desc):
		_, program := f.program(desc)
		if c := fontfile.ReadCFF(program); c != nil {
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
func (f *file) ownEncoding(desc object.Dict, names *glyph.Encoding) bool {
	key, data := f.program(desc)
	switch key {
	case "FontFile":
		if e, ok := fontfile.Type1Encoding(data); ok {
			*names = *e
			return true
		}
	case "FontFile3":
		if c := fontfile.ReadCFF(data); c != nil && c.Encoding != nil {
			*names = *c.Encoding
			return true
		}
	case "FontFile2":
		t := fontfile.ReadTrueType(data)
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
func (f *file) cidText(cid, desc object.Dict) map[uint32]string {
	key, data := f.program(desc)
	text := map[uint32]string{}
	switch key {
	case "FontFile2":
		t := fontfile.ReadTrueType(data)
		if t == nil {
			return nil
		}
		if s := f.stream(cid["CIDToGIDMap"]); s != nil {
			m, _ := f.data(s)
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
		c := fontfile.ReadCFF(data)
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
