// Package fontfile reads from embedded font programs the one thing that text
// extraction may need of them: which glyph a code stands for where the PDF
// does not say, and what the glyph is called or means. Outlines and metrics
// are not its business. It takes any bytes; what is damaged is left out, and
// nothing is read twice, so that its time and memory are bounded by the data.
package fontfile

// data is a font program with reads that stay inside it: outside there are
// zeros, which every format here takes for "nothing".
type data []byte

func (d data) u8(i int) int {
	if i < 0 || i >= len(d) {
		return 0
	}
	return int(d[i])
}

func (d data) u16(i int) int { return d.u8(i)<<8 | d.u8(i+1) }

func (d data) u32(i int) int { return d.u16(i)<<16 | d.u16(i+2) }

// from gives the data from offset i on, empty where i lies outside.
func (d data) from(i int) data {
	if i < 0 || i > len(d) {
		return nil
	}
	return d[i:]
}

// maxGlyphs is the number of glyphs that a font program can have.
const maxGlyphs = 1 << 16
