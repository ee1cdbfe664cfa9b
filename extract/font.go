package extract

import (
	"errors"
	"math"
	"strings"

	"recount.invalid/recount/extract/internal/glyph"
	"recount.invalid/recount/extract/object"
)

// font is what the interpreter needs of a font: how a string is cut into
// codes, what each code means and how far it moves on. A font is not changed
// once it is loaded, so that pages may share it.
type font struct {
	name            string // base font name without the subset prefix
	bold, italic    bool
	ascent, descent float64 // of the typeface, in units of the size; descent is negative
	scale           float64 // of a Type 3 font: its size in units of the text size; 1 otherwise

	composite *composite // nil for a simple font

	// lost says what of the font is not in the file, or cannot be what was
	// written; "" where nothing is known of that.
	lost string

	// lies are the codes of a simple font that the file calls by another figure
	// or sign than they draw; nil where there are none.
	lies map[byte]bool

	// stands are the codes whose glyphs are raised or lowered by what they draw; nil
	// where there are none.
	stands map[uint32]setting

	text  [256]string // "" where nothing is known, nothing where nothing is drawn
	width [256]float64
}

// missing is the font that stands in where a file names none or a broken one:
// the text is worth having even so.
func missing() *font {
	f := &font{name: "", ascent: 0.75, descent: -0.25, scale: 1}
	for c := range 256 {
		n := glyph.WinAnsi()[c]
		f.text[c] = nothing
		if s, ok := glyph.Unicode(n); ok {
			f.text[c] = clean(s)
		}
		f.width[c] = 0.5
		if w, ok := glyph.Helvetica.Width(n); ok {
			f.width[c] = w / 1000
		}
	}
	return f
}

// lostFont is missing for a font that is named and is not in the file.
func lostFont() *font {
	f := missing()
	f.lost = "it is not in the file"
	return f
}

// descriptor flags of PDF 32000-1, table 123
const (
	flagSerif       = 1 << 1
	flagSymbolic    = 1 << 2
	flagNonsymbolic = 1 << 5
	flagItalic      = 1 << 6
	flagForceBold   = 1 << 18
)

// loadFont reads a font dictionary.
func (f *file) loadFont(d object.Dict) *font {
	if d == nil {
		return f.lostFont()
	}
	fn := &font{scale: 1, lost: f.fontLost(d)}
	subtype := f.name(d["Subtype"])
	base := f.name(d["BaseFont"])
	desc := f.dict(d["FontDescriptor"])
	var cid object.Dict
	if subtype == "Type0" {
		if a := f.array(d["DescendantFonts"]); len(a) > 0 {
			cid = f.dict(a[0])
		} else {
			cid = f.dict(d["DescendantFonts"])
		}
		desc = f.dict(cid["FontDescriptor"])
		if base == "" {
			base = f.name(cid["BaseFont"])
		}
	}
	if base == "" {
		base = f.name(desc["FontName"])
	}
	if base == "" {
		base = f.name(d["Name"])
	}
	fn.name = withoutSubset(base)
	f.style(fn, desc)
	var toUnicode *cmap
	if s := f.stream(d["ToUnicode"]); s != nil {
		if b, err := f.data(s); f.cmapFits(b) {
			toUnicode = parseCMap(b)
			toUnicode.damaged, toUnicode.unchecked = err != nil, !f.hasChecksum(s)
			if errors.Is(err, object.ErrFilter) && fn.lost == "" {
				fn.lost = "its ToUnicode cannot be unpacked"
			}
		}
	}
	switch {
	case subtype == "Type0":
		if n := f.name(d["ToUnicode"]); toUnicode == nil && strings.HasPrefix(n, "Identity") {
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
func (f *file) style(fn *font, desc object.Dict) {
	flags, _ := f.number(desc["Flags"])
	bits := int(flags)
	fn.bold, fn.italic = styleOfName(fn.name)
	fn.bold = fn.bold || bits&flagForceBold != 0
	fn.italic = fn.italic || bits&flagItalic != 0
	if w, ok := f.number(desc["FontWeight"]); ok && w >= 600 {
		fn.bold = true
	}
	if a, ok := f.number(desc["ItalicAngle"]); ok && math.Abs(a) >= 2 && math.Abs(a) <= 45 {
		fn.italic = true
	}
	// Ascent and Descent are used for boxes only; absurd ones, which are
	// common, are replaced by an ordinary typeface's.
	fn.ascent, fn.descent = 0.75, -0.25
	if v, ok := f.number(desc["Ascent"]); ok && v >= 500 && v <= 1100 {
		fn.ascent = v / 1000
	}
	if v, ok := f.number(desc["Descent"]); ok && math.Abs(v) >= 50 && math.Abs(v) <= 400 {
		fn.descent = -math.Abs(v) / 1000
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
