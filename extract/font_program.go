package extract

import (
	"recount/extract/internal/glyph"
	"recount/extract/object"
)

// ownEncoding reads the encoding that an embedded font program brings along
// into names and reports whether there was one.
func (f *file) ownEncoding(desc object.Dict, names *glyph.Encoding) bool { return false }

// cidText reads what an embedded font program says of the Unicode values of
// its glyphs, by CID; nil where it says nothing.
func (f *file) cidText(cid, desc object.Dict) map[uint32]string { return nil }
