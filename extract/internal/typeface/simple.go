package typeface

import (
	"math"
	"slices"
	"strings"

	"recount.invalid/recount/extract/internal/chars"
	"recount.invalid/recount/extract/internal/glyph"
	"recount.invalid/recount/extract/internal/mark"
	"recount.invalid/recount/extract/internal/token"
	"recount.invalid/recount/extract/object"
)

// loadSimple reads Type 1, TrueType, Type 3 and multiple-master fonts: one
// byte is one code (PDF 32000-1, 9.6).
func (f loader) loadSimple(fn *Font, d, desc object.Dict, subtype string, toUnicode *cmap) {
	flags, _ := f.Number(desc["Flags"])
	symbolic := int(flags)&flagSymbolic != 0
	serif := int(flags)&flagSerif != 0
	family, exact := glyph.Match(fn.Name, fn.Bold, fn.Italic, serif)

	own := &program{file: f, desc: desc}
	names := own.encoding(d, subtype, symbolic, family)
	if toUnicode != nil && toUnicode.damaged && subtype == "TrueType" && f.renumbered(d, desc) {
		*names = glyph.Encoding{} // what the map would have said, the names do not
	}
	f.simpleWidths(fn, d, desc, subtype, names, family, exact)
	said := &statements{file: f, d: d, desc: desc, subtype: subtype, program: own, names: names, family: family, exact: exact}
	ink := &simpleInk{file: f, d: d, names: names, subtype: subtype, program: own}
	f.simpleText(fn, names, family, toUnicode, ink, f.embedded(desc), f.Array(d["Widths"]) != nil)
	if subtype == "Type3" {
		f.type3(fn, d)
	}
	if toUnicode != nil {
		if subtype != "Type3" && family != glyph.Dingbats && !isWingdings(fn.Name) {
			said.otherLetters = fn.compareNames(names, toUnicode, f.embedded(desc))
		}
	}
	fn.Stands = fn.stand(ink)
	if toUnicode != nil {
		fn.doubtDigits()
	}
	if fn.Lost == "" {
		fn.Lost = said.weigh()
	}
}

// doubtDigits takes back the text of codes that ToUnicode calls a digit but
// that cannot be one: another code is that digit too and is as wide as the
// font's other digits, while this one is wider, as signs are, or half as
// wide, as quotation marks are. Ghostscript has written such maps, in which a
// minus sign becomes a 2. A figure with a gap is noticed; a figure with a
// digit too many is not. Where several digits come in two widths the font has
// two sets of figures, and narrower twins may be raised figures: both stay, as do
// those that are known to be raised.
func (fn *Font) doubtDigits() {
	var codes [10][]int
	for c := range 256 {
		if t := fn.Text[c]; len(t) == 1 && t[0] >= '0' && t[0] <= '9' && fn.Width[c] > 0 && fn.Stands[uint32(c)] == (mark.Setting{}) {
			codes[t[0]-'0'] = append(codes[t[0]-'0'], c)
		}
	}
	like := func(a, b float64) bool { return math.Abs(a-b) <= 0.05*max(a, b) }
	usual, most, twins := 0.0, 0, 0
	for _, cs := range codes {
		if len(cs) > 1 {
			twins++
		}
		for _, c := range cs {
			n := 0
			for _, others := range codes {
				if slices.ContainsFunc(others, func(o int) bool { return like(fn.Width[c], fn.Width[o]) }) {
					n++
				}
			}
			if n > most {
				usual, most = fn.Width[c], n
			}
		}
	}
	if most < 3 || twins > 2 {
		return
	}
	for _, cs := range codes {
		if !slices.ContainsFunc(cs, func(c int) bool { return like(fn.Width[c], usual) }) {
			continue
		}
		for _, c := range cs {
			if w := fn.Width[c]; w > 1.15*usual || w < 0.55*usual {
				fn.Text[c] = ""
			}
		}
	}
}

// encoding gives the glyph names of a simple font: its Encoding over the base
// encoding that it names or that is the font's own (PDF 32000-1, 9.6.6).
func (p *program) encoding(d object.Dict, subtype string, symbolic bool, family glyph.Family) *glyph.Encoding {
	f, desc := p.file, p.desc
	var names glyph.Encoding
	flags, _ := f.Number(desc["Flags"])
	nonsymbolic := !symbolic && int(flags)&flagNonsymbolic != 0
	enc := f.Resolve(d["Encoding"])
	baseName := ""
	var differences object.Array
	switch e := enc.(type) {
	case object.Name:
		baseName = string(e)
	case object.Dict:
		baseName = f.Name(e["BaseEncoding"])
		differences = f.Array(e["Differences"])
	}
	switch base := glyph.Base(baseName); {
	case family == glyph.SymbolFont && (base == nil || symbolic):
		names = *glyph.Symbol()
	case family == glyph.Dingbats:
		names = *glyph.ZapfDingbats()
	case base != nil && !(symbolic && subtype == "TrueType" && differences == nil && p.ownEncoding(&names)):
		names = *base
	case base == nil:
		if subtype == "Type3" || f.counted(d, desc) || p.ownEncoding(&names) || symbolic && f.renumbered(d, desc) {
			break
		}
		if subtype == "TrueType" {
			// Viewers read a TrueType font without an encoding as Windows
			// text, unless it says that its letters are the standard ones
			// (PDF 32000-1, 9.6.6.4).
			if nonsymbolic {
				names = *glyph.Standard()
			} else {
				names = *glyph.WinAnsi()
			}
		} else {
			names = *glyph.Standard()
		}
	}
	f.eachDifference(differences, func(code int, name string) { names[code] = name })
	return &names
}

// eachDifference goes through the codes that an encoding names by itself.
func (f loader) eachDifference(differences object.Array, do func(code int, name string)) {
	at := 0
	for _, o := range differences {
		switch v := f.Resolve(o).(type) {
		case int64:
			at = int(max(min(v, 256), -1))
		case float64:
			at = int(max(min(v, 256), -1))
		case object.Name:
			if at >= 0 && at < 256 {
				do(at, string(v))
			}
			at++
		}
	}
}

// renumbered reports whether a subset's codes are numbers that its writer
// gave the glyphs as they came: they use codes below the blank. Read as
// letters they would be wrong letters.
func (f loader) renumbered(d, desc object.Dict) bool {
	first, ok := f.Number(d["FirstChar"])
	return ok && f.embedded(desc) && first < ' ' && first != '\t' && first != '\n' && first != '\r'
}

// counted is renumbered for writers that begin behind the blank: a subset uses
// every code from there on, which no text does that has '#' and '%' by chance.
// The font's own table of codes then gives them the same wrong letters.
func (f loader) counted(d, desc object.Dict) bool {
	first, _ := f.Number(d["FirstChar"])
	widths := f.Array(d["Widths"])
	const signs = '&' - '!' + 1
	return first == '!' && f.embedded(desc) && isSubset(f.Name(d["BaseFont"])) && len(widths) >= signs &&
		!slices.ContainsFunc(widths, func(w object.Object) bool { v, _ := f.Number(w); return v == 0 })
}

// simpleText finds each code's text: ToUnicode first, then the glyph's name.
func (f loader) simpleText(fn *Font, names *glyph.Encoding, family glyph.Family, toUnicode *cmap, ink *simpleInk, embedded, widths bool) {
	numeric := numericNames(names)
	wingdings := isWingdings(fn.Name)
	believed := believable(names, toUnicode)
	lettered := meaningful(names)
	for c := range 256 {
		name := names[c]
		fromName := func() string {
			if wingdings {
				s, _ := glyph.Wingding(byte(c))
				return s
			}
			if family == glyph.Dingbats {
				if s, ok := glyph.Dingbat(name); ok {
					return s
				}
			}
			if !believed {
				return ""
			}
			if s, ok := glyph.Unicode(name); ok {
				return s
			}
			return numeric(name)
		}
		s := ""
		if toUnicode != nil {
			s, _ = toUnicode.lookup(uint32(c))
			if !says(s) {
				// NUL, U+FFFD or a private character says no more than
				// nothing; the glyph's name may.
				if t := symbolic(s, family, wingdings); t != "" {
					s = t
				} else if t := fromName(); t != "" {
					s = t
				}
			} else if t, ok := glyph.Unicode(name); !visible(s) && !(ok && chars.Clean(t) == chars.Clean(s)) {
				t = fromName()
				drawn, known := ink.ink(c)
				// Where the program does not tell, a glyph that is chosen by
				// its name is what the name says.
				if !known {
					drawn = visible(t) && !(embedded && ink.subtype == "TrueType")
				}
				if drawn {
					fn.Text[c] = ""
					if visible(t) {
						fn.Text[c] = chars.Shown(t)
					}
					continue
				}
			}
		} else if name != "" || wingdings {
			s = fromName()
		}
		fn.Text[c] = chars.Shown(s)
		if s != "" || name != "" && name != ".notdef" {
			continue
		}
		switch {
		case lettered && c == ' ' && fn.Width[c] > 0:
			// The font has no glyph for the blank: nothing is drawn, and the
			// pen moves on as it does for a blank.
			fn.Text[c] = " "
		case !embedded, lettered && widths && fn.Width[c] == 0:
			// The code has no glyph: nothing is drawn (a line feed in a
			// string, mostly). In an embedded font it may have one, if it
			// takes up room.
			fn.Text[c] = chars.Nothing
		}
	}
}

// meaningful reports whether an encoding's names are those of letters, so
// that a code without a name is one without a glyph.
func meaningful(names *glyph.Encoding) bool {
	for _, n := range names {
		if n != "" && n != ".notdef" {
			if _, ok := glyph.Unicode(n); ok {
				return true
			}
		}
	}
	return false
}

// believable reports whether an encoding's names may speak for the codes that
// ToUnicode leaves out. Where the two contradict each other more often than
// they agree, the codes are the writer's own numbers and the names say
// nothing.
func believable(names *glyph.Encoding, toUnicode *cmap) bool {
	if toUnicode == nil {
		return true
	}
	agree, against := 0, 0
	for c := range 256 {
		s, _ := toUnicode.lookup(uint32(c))
		t, ok := glyph.Unicode(names[c])
		switch {
		case !says(s) || !visible(s) || !ok:
		case chars.Clean(s) == chars.Clean(t):
			agree++
		default:
			against++
		}
	}
	return against <= agree
}

// isWingdings reports whether a font is Wingdings, whose codes are no letters
// whatever its encoding says.
func isWingdings(name string) bool {
	return strings.HasPrefix(strings.ToLower(name), "wingdings")
}

// says reports whether a ToUnicode value is text.
func says(s string) bool {
	for _, r := range s {
		if r != 0 && r != '\ufffd' && (r < 0xe000 || r > 0xf8ff) || r >= 0xf730 && r <= 0xf77a {
			return true
		}
	}
	return false
}

// symbolic reads the private characters U+F000 to U+F0FF, by which Windows
// addresses the codes of its symbol fonts.
func symbolic(s string, family glyph.Family, wingdings bool) string {
	r := []rune(s)
	if len(r) != 1 || r[0] < 0xf020 || r[0] > 0xf0ff {
		return ""
	}
	if wingdings {
		t, _ := glyph.Wingding(byte(r[0]))
		return t
	}
	if family == glyph.SymbolFont {
		t, _ := glyph.Unicode(glyph.Symbol()[r[0]&0xff])
		return t
	}
	return ""
}

// numericNames gives a reader for encodings whose glyph names are only the
// codes, as some Type 3 and Type 1 writers have it: "c65", "G41", "char066".
// It reads them when all names of the encoding that mean nothing have one
// form of which the number is the code it stands at, and when the codes have
// holes, as those of text have: writers that number the glyphs of a document
// as they come leave none, and their codes mean nothing. What is in doubt
// stays unknown: a wrong letter is worse than a missing one.
func numericNames(names *glyph.Encoding) func(string) string {
	unknown := func(string) string { return "" }
	if printerNames(names) {
		return func(n string) string {
			_, v, ok := splitNumber(n, 16)
			if !ok || n[0] != 'G' {
				return ""
			}
			s, _ := glyph.Unicode(glyph.WinAnsi()[v])
			return s
		}
	}
	for _, base := range []int{10, 16} {
		seen, prefix := 0, ""
		low, high := 256, 0
		match := true
		for c := range 256 {
			n := names[c]
			if n == "" || n == ".notdef" {
				continue
			}
			if _, ok := glyph.Unicode(n); ok {
				continue
			}
			p, v, ok := splitNumber(n, base)
			if !ok || v != c || seen > 0 && p != prefix {
				match = false
				break
			}
			prefix = p
			seen++
			low, high = min(low, c), max(high, c)
		}
		if match && seen >= 4 && seen < high-low+1 && low > 10 {
			return func(n string) string {
				_, v, ok := splitNumber(n, base)
				if !ok || v < 32 || v > 255 {
					return ""
				}
				if v > '~' || !strings.ContainsRune(agreed, rune(v)) {
					return ""
				}
				return string(rune(v))
			}
		}
	}
	return unknown
}

// printerNames reports whether an encoding has the glyph names of the Windows
// PostScript driver, "G" and the Windows code in hexadecimal, wherever the
// codes stand. Other writers put glyph indices into the same form. In these
// the letters of a TrueType font lie 29 lower, so that they fall on the
// codes of capitals: the small letters, most of any text, tell the two apart.
func printerNames(names *glyph.Encoding) bool {
	small, capital, seen := 0, 0, 0
	low, high := 256, -1
	for _, n := range names {
		if n == "" || n == ".notdef" {
			continue
		}
		if _, ok := glyph.Unicode(n); ok {
			continue
		}
		p, v, ok := splitNumber(n, 16)
		if !ok || p != "G" || len(n) != 3 {
			return false
		}
		seen++
		low, high = min(low, v), max(high, v)
		switch {
		case v >= 'a' && v <= 'z':
			small++
		case v >= 'A' && v <= 'Z':
			capital++
		}
	}
	return small >= 3 && small >= capital && seen < high-low+1
}

// agreed are the characters that stand at their ASCII code in the encodings of
// TeX too, whose bitmap fonts have such names.
const agreed = " !#$%&()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]abcdefghijklmnopqrstuvwxyz"

// splitNumber parts a name into letters and the number that ends it; in base
// 16 the number has two digits.
func splitNumber(name string, base int) (prefix string, v int, ok bool) {
	if base == 16 {
		if len(name) < 3 || len(name) > 8 {
			return "", 0, false
		}
		hi, lo := token.HexValue(name[len(name)-2]), token.HexValue(name[len(name)-1])
		if hi < 0 || lo < 0 {
			return "", 0, false
		}
		return name[:len(name)-2], hi<<4 | lo, true
	}
	i := len(name)
	for i > 0 && name[i-1] >= '0' && name[i-1] <= '9' {
		i--
	}
	if i == 0 || i == len(name) || len(name)-i > 3 {
		return "", 0, false
	}
	for _, d := range name[i:] {
		v = v*10 + int(d-'0')
	}
	return strings.TrimRight(name[:i], "-_"), v, true
}

// simpleWidths finds each code's advance: Widths, then MissingWidth, then the
// standard font of that name, then the nearest standard font.
func (f loader) simpleWidths(fn *Font, d, desc object.Dict, subtype string, names *glyph.Encoding, family glyph.Family, exact bool) {
	unit := 0.001
	if subtype == "Type3" {
		if m := f.Matrix(d["FontMatrix"]); m[0] != 0 {
			unit = math.Abs(m[0])
		}
	}
	widths := f.Array(d["Widths"])
	missingWidth, hasMissing := f.Number(desc["MissingWidth"])
	standard := widths == nil || exact && !hasMissing
	for c := range 256 {
		fn.Width[c] = missingWidth * unit
		if standard && subtype != "Type3" {
			if w, ok := family.Width(names[c]); ok {
				fn.Width[c] = w / 1000
			} else if widths == nil && !hasMissing && names[c] != "" {
				fn.Width[c] = 0.5
			}
		}
	}
	first, _ := f.Number(d["FirstChar"])
	if first < 0 || first > 255 {
		return
	}
	for i, o := range widths {
		c := int(first) + i
		if c > 255 {
			break
		}
		if w, ok := f.Number(o); ok && math.Abs(w*unit) <= maxAdvance {
			fn.Width[c] = w * unit
		}
	}
}

// maxAdvance is the widest glyph that is believed, in units of the size.
const maxAdvance = 50

// letterWidth is the mean width of the small letters of a text face in em.
const letterWidth = 0.5

// widthOfLetters is the mean advance of the small letters that the font has;
// 0 where it has fewer than a handful.
func (fn *Font) widthOfLetters() float64 {
	sum, n := 0.0, 0
	for c, t := range fn.Text {
		if len(t) == 1 && t[0] >= 'a' && t[0] <= 'z' && fn.Width[c] > 0 {
			sum += fn.Width[c]
			n++
		}
	}
	if n < 5 {
		return 0
	}
	return sum / float64(n)
}

// type3 sets a Type 3 font's real size. Its glyphs are drawn in a space of
// the writer's choosing, so that a text size of 1 may be a page-high letter:
// the height of the font's bounding box, or failing that the width of its
// letters, or the matrix against the customary thousandth, tells how large the
// text is.
func (f loader) type3(fn *Font, d object.Dict) {
	m := f.Matrix(d["FontMatrix"])
	unit := math.Hypot(m[2], m[3])
	if unit == 0 {
		return
	}
	// With thousandths the text size is the font size, as everywhere.
	if math.Abs(unit-0.001) < 0.0002 {
		return
	}
	if b := f.Numbers(d["FontBBox"], 4); b != nil {
		h := math.Abs(b[3]-b[1]) * unit
		if h >= 0.4 && h <= 2.5 {
			return // as high as letters are at the text size: TeX's bitmap fonts
		}
		// A typeface's bounding box is a good fifth higher than its size.
		if h /= 1.2; h > 0.05 && h < 200 {
			fn.Scale = h
			return
		}
	}
	if em := fn.widthOfLetters() / letterWidth; em > 0.01 && em < 100 {
		if em < 0.5 || em > 2 {
			fn.Scale = em
		}
		return
	}
	if s := unit * 1000; s > 0.01 && s < 1000 {
		fn.Scale = min(s, 1)
	}
}
