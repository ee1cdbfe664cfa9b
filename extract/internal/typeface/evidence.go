package typeface

import (
	"recount.invalid/recount/extract/internal/glyph"
	"recount.invalid/recount/extract/object"
)

// A file says most things of a font more than once: its name, of what kind it is,
// how wide its glyphs are, which characters they stand for. Where two of these
// statements differ, bytes may have been lost. Writers are careless too, so that
// what one witness finds is weighed here, in one place, with what the others find.

// testimony is what one witness says of a font.
type testimony int

const (
	noWord testimony = iota // the statements agree, or one of the two is missing
	hint                    // they differ, as some writers leave them; two hints are damage
	proof                   // they differ as no writer leaves them
)

// enough is how many hints of different witnesses are damage.
const enough = 2

// witness holds two statements of a file on a font against each other.
type witness struct {
	says string // what of the font is not as it was written
	hear func(*statements) testimony
}

// witnesses are asked in this order; the first that speaks says what is wrong.
var witnesses = []witness{
	{"what it is and what it has do not go together", (*statements).kind},
	{"its name stands there in two forms", (*statements).name},
	{"its encoding has a name that is none", (*statements).encodingName},
	{lostWidth, (*statements).standardWidths},
	{lostName, (*statements).standardNames},
	{lostName, (*statements).programNames},
	{lostWidth, (*statements).programWidths},
	{lostWidth, (*statements).widthOrder},
	{lostWidth, (*statements).strayWidth},
	{lostWidth, (*statements).widthCount},
	{lostLetter, (*statements).letters},
	{lostDrawnLetter, (*statements).drawn},
}

// statements is what a file says of a font.
type statements struct {
	file         loader
	d, cid, desc object.Dict // cid is nil for a simple font
	subtype      string
	program      *program

	// Of a simple font.
	names  *glyph.Encoding
	family glyph.Family
	exact  bool // the family is that of the name, not a likeness

	composite *Composite // nil for a simple font

	// otherLetters says that the map of characters, which has no checksum, calls one
	// otherwise than what draws it.
	otherLetters bool
}

// weigh says what of the font cannot be what was written; "" where the witnesses do
// not suffice.
func (s *statements) weigh() string {
	first, hints := "", 0
	for _, w := range witnesses {
		switch w.hear(s) {
		case proof:
			return w.says
		case hint:
			if hints++; first == "" {
				first = w.says
			}
		}
	}
	if hints < enough {
		return ""
	}
	return first
}

// letters is what the comparison of the map with the glyphs' own names came to.
func (s *statements) letters() testimony { return proofIf(s.otherLetters) }

func proofIf(b bool) testimony {
	if b {
		return proof
	}
	return noWord
}

func hintIf(b bool) testimony {
	if b {
		return hint
	}
	return noWord
}
