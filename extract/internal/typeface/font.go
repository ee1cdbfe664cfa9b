package typeface

import (
	"errors"
	"math"
	"strings"
	"sync"

	"recount.invalid/recount/extract/internal/access"
	"recount.invalid/recount/extract/internal/chars"
	"recount.invalid/recount/extract/internal/glyph"
	"recount.invalid/recount/extract/internal/mark"
	"recount.invalid/recount/extract/object"
)

// Font is what the interpreter needs of a font: how a string is cut into
// codes, what each code means and how far it moves on. A font is not changed
// once it is loaded, so that pages may share it.
type Font struct {
	mark.Face
	Bold, Italic bool    // of its letters, by what is said of the font and by its name
	Scale        float64 // of a Type 3 font: its size in units of the text size; 1 otherwise

	Composite *Composite // nil for a simple font

	// Lost says what of the font is not in the file, or cannot be what was
	// written; "" where nothing is known of that.
	Lost string

	// Lies are the codes of a simple font that the file calls by another figure
	// or sign than they draw; nil where there are none.
	Lies map[byte]bool

	// Stands are the codes whose glyphs are raised or lowered by what they draw; nil
	// where there are none.
	Stands map[uint32]mark.Setting

	// Text and Width say of each code of a simple font what it stands for, "" where nothing
	// is known, chars.Nothing where nothing is drawn, and how far it moves on, in units of
	// the size.
	Text  [256]string
	Width [256]float64
}

// missing is the font of Substitute.
func missing() *Font {
	f := &Font{Face: mark.Face{Ascent: 0.75, Descent: -0.25}, Scale: 1}
	for c := range 256 {
		n := glyph.WinAnsi()[c]
		f.Text[c] = chars.Nothing
		if s, ok := glyph.Unicode(n); ok {
			f.Text[c] = chars.Clean(s)
		}
		f.Width[c] = 0.5
		if w, ok := glyph.Helvetica.Width(n); ok {
			f.Width[c] = w / 1000
		}
	}
	return f
}

// Substitute is the font that stands in where a file names none, or a broken one, or more
// than are read: the text is worth having even so. It is read as Windows text.
func Substitute() *Font { return substitute() }

var substitute = sync.OnceValue(missing)

// lostFont is missing for a font that is named and is not in the file.
var lostFont = sync.OnceValue(func() *Font {
	f := missing()
	f.Lost = "it is not in the file"
	return f
})

// loader reads the fonts of a file.
type loader struct{ *access.File }

// descriptor flags of PDF 32000-1, table 123
const (
	flagSerif       = 1 << 1
	flagSymbolic    = 1 << 2
	flagNonsymbolic = 1 << 5
	flagItalic      = 1 << 6
	flagForceBold   = 1 << 18

	// knownFlags are all that the table has. No font of 7,503 in public files and
	// reports has another, so that one tells of damage: of a digit that took a face's
	// weight away.
	knownFlags = 1<<0 | flagSerif | flagSymbolic | 1<<3 | flagNonsymbolic | flagItalic | 1<<16 | 1<<17 | flagForceBold
)

// loadFont reads a font dictionary.
func (f loader) loadFont(d object.Dict) *Font {
	if d == nil {
		return lostFont()
	}
	fn := &Font{Scale: 1, Lost: f.fontLost(d)}
	subtype := f.Name(d["Subtype"])
	base := f.Name(d["BaseFont"])
	desc := f.Dict(d["FontDescriptor"])
	var cid object.Dict
	if subtype == "Type0" {
		if a := f.Array(d["DescendantFonts"]); len(a) > 0 {
			cid = f.Dict(a[0])
		} else {
			cid = f.Dict(d["DescendantFonts"])
		}
		desc = f.Dict(cid["FontDescriptor"])
		if base == "" {
			base = f.Name(cid["BaseFont"])
		}
	}
	if base == "" {
		base = f.Name(desc["FontName"])
	}
	if base == "" {
		base = f.Name(d["Name"])
	}
	fn.Name = withoutSubset(base)
	f.style(fn, desc)
	var toUnicode *cmap
	if s := f.Stream(d["ToUnicode"]); s != nil {
		if b, err := f.Data(s); f.cmapFits(b) {
			toUnicode = parseCMap(b)
			toUnicode.damaged, toUnicode.unchecked = err != nil, !f.HasChecksum(s)
			if errors.Is(err, object.ErrFilter) && fn.Lost == "" {
				fn.Lost = "its ToUnicode cannot be unpacked"
			}
		}
	}
	switch {
	case subtype == "Type0":
		if n := f.Name(d["ToUnicode"]); toUnicode == nil && strings.HasPrefix(n, "Identity") {
			// The map of that name leads from a code to itself: the codes
			// are characters.
			toUnicode = &cmap{spread: []textRange{{0, 0xffff, 0}}}
		}
		f.loadComposite(fn, d, cid, desc, toUnicode)
	default:
		f.loadSimple(fn, d, desc, subtype, toUnicode)
	}
	return fn
}

// subsetTag is how many letters and their sign mark the name of a font of which
// only a part is in the file (PDF 32000-1, 9.6.4).
const subsetTag = 7

// isSubset reports whether a font's name begins with such a mark.
func isSubset(name string) bool {
	if len(name) <= subsetTag || name[subsetTag-1] != '+' {
		return false
	}
	for i := range subsetTag - 1 {
		if name[i] < 'A' || name[i] > 'Z' {
			return false
		}
	}
	return true
}

// withoutSubset takes off the marks of subsets.
func withoutSubset(name string) string {
	for isSubset(name) {
		name = name[subsetTag:]
	}
	return name
}

// style reads weight, slant and extent from the descriptor, and from the name
// where the descriptor is silent: writers fill it in carelessly.
func (f loader) style(fn *Font, desc object.Dict) {
	flags, _ := f.Number(desc["Flags"])
	bits := int(flags)
	fn.Bold, fn.Italic = styleOfName(fn.Name)
	fn.Bold = fn.Bold || bits&flagForceBold != 0
	fn.Italic = fn.Italic || bits&flagItalic != 0
	if w, ok := f.Number(desc["FontWeight"]); ok && w >= 600 {
		fn.Bold = true
	}
	if a, ok := f.Number(desc["ItalicAngle"]); ok && math.Abs(a) >= 2 && math.Abs(a) <= 45 {
		fn.Italic = true
	}
	// Ascent and Descent are used for boxes only; absurd ones, which are
	// common, are replaced by an ordinary typeface's.
	fn.Ascent, fn.Descent = 0.75, -0.25
	if v, ok := f.Number(desc["Ascent"]); ok && v >= 500 && v <= 1100 {
		fn.Ascent = v / 1000
	}
	if v, ok := f.Number(desc["Descent"]); ok && math.Abs(v) >= 50 && math.Abs(v) <= 400 {
		fn.Descent = -math.Abs(v) / 1000
	}
}

// boldWords and italicWords are what foundries call the styles. They are
// looked for in the part of a name that follows the family, so that a family
// named after a Mr Bolden is not bold; a name without a separator is searched
// from its last capital.
var (
	// Computer Modern and its descendants say it in letters of their own.
	boldPrefixes   = []string{"cmbx", "cmb1", "cmssbx", "ecbx", "sfbx", "eurbx"}
	italicPrefixes = []string{"cmti", "cmsl", "cmbxti", "cmssi", "ecti", "ecsl", "sfti", "sfsl"}

	boldWords   = []string{"bold", "black", "heavy", "demi", "semibold", "extrabold"}
	italicWords = []string{"italic", "oblique", "ital", "slanted", "kursiv"}
)

func styleOfName(name string) (bold, italic bool) {
	style := strings.ToLower(name)
	for _, p := range boldPrefixes {
		bold = bold || strings.HasPrefix(style, p)
	}
	for _, p := range italicPrefixes {
		italic = italic || strings.HasPrefix(style, p)
	}
	if i := strings.IndexAny(style, "-, "); i >= 0 {
		style = style[i+1:]
	} else {
		// "Cambria-Bold" is the rule; "TimesBold", "GaramondBoldItalic" occur.
		rest := ""
		for i := 1; i < len(name); i++ {
			if name[i] >= 'A' && name[i] <= 'Z' {
				rest = style[i:]
				break
			}
		}
		style = rest
	}
	for _, w := range boldWords {
		bold = bold || hasWord(style, w)
	}
	for _, w := range italicWords {
		italic = italic || hasWord(style, w)
	}
	switch style {
	case "bd", "b":
		bold = true
	case "it", "i":
		italic = true
	case "bi", "bdit", "boldit":
		bold, italic = true, true
	}
	return bold, italic
}

// hasWord finds w in s; what follows may be a foundry's suffix ("MT", "PS")
// or another style, but not the rest of a longer lower-case word such as
// "bolden".
func hasWord(s, w string) bool {
	i := strings.Index(s, w)
	if i < 0 {
		return false
	}
	rest := s[i+len(w):]
	return !strings.HasPrefix(rest, "en") && !strings.HasPrefix(rest, "er")
}

// cmapFits reports whether a CMap is short enough to be read in full, and
// notes where it is not.
func (f loader) cmapFits(b []byte) bool {
	if int64(len(b)) <= f.Limits.CMapBytes {
		return true
	}
	f.Note(&object.LimitError{Limit: "CMapBytes", Max: f.Limits.CMapBytes})
	return false
}
