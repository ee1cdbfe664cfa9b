package typeface

const (
	// usualFont is what the tables of a font take, in bytes, beyond which it counts
	// as another font.
	usualFont = 16 << 10
	// entryRoom is about what an entry of a table takes, in bytes.
	entryRoom = 48
)

// room is about what the font takes beside what every font does, in bytes.
func (fn *Font) room() int {
	c := fn.Composite
	if c == nil {
		return 0
	}
	n := len(c.width) + len(c.height) + len(c.byCID) + len(fn.Stands) + len(c.inked)
	for _, m := range []*cmap{c.encoding, c.toUnicode} {
		if m != nil {
			n += len(m.cids) + len(m.text) + len(m.spread) + len(m.spaces)
		}
	}
	return n * entryRoom
}
