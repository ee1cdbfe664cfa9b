package glyph

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/widths.txt
var widthsText string

// Family is one set of widths of the 14 standard fonts.
type Family int

// The families; the oblique Helveticas and all Couriers share their widths.
const (
	Helvetica Family = iota
	HelveticaBold
	TimesRoman
	TimesBold
	TimesItalic
	TimesBoldItalic
	Courier
	SymbolFont
	Dingbats
)

var latinWidths = sync.OnceValue(func() *[6]map[string]float64 {
	w := new([6]map[string]float64)
	for i := range w {
		w[i] = make(map[string]float64, 320)
	}
	for line := range rows(widthsText) {
		f := strings.Fields(line)
		for i := range w {
			if v, err := strconv.ParseFloat(f[i+1], 64); err == nil {
				w[i][f[0]] = v
			}
		}
	}
	return w
})

// Width is a glyph's advance in thousandths of the font size.
func (f Family) Width(glyph string) (float64, bool) {
	switch f {
	case Courier:
		return 600, glyph != "" && glyph != ".notdef"
	case SymbolFont:
		w, ok := symbol().widths[glyph]
		return w, ok
	case Dingbats:
		w, ok := zapf().widths[glyph]
		return w, ok
	}
	if f < 0 || int(f) > int(TimesBoldItalic) {
		return 0, false
	}
	w, ok := latinWidths()[f][glyph]
	return w, ok
}

// families maps what a font's name contains to the family whose widths it
// has or comes close to, in the order in which they are tried. Names are
// compared in lower case without spaces, hyphens and commas.
var families = []struct {
	contains string
	family   Family
}{
	{"zapfdingbats", Dingbats},
	{"dingbats", Dingbats},
	{"symbol", SymbolFont},
	{"courier", Courier},
	{"mono", Courier},
	{"typewriter", Courier},
	{"consolas", Courier},
	{"helvetica", Helvetica},
	{"arial", Helvetica},
	{"sans", Helvetica},
	{"calibri", Helvetica},
	{"verdana", Helvetica},
	{"tahoma", Helvetica},
	{"times", TimesRoman},
	{"serif", TimesRoman},
	{"roman", TimesRoman},
	{"garamond", TimesRoman},
	{"georgia", TimesRoman},
	{"cambria", TimesRoman},
	{"book", TimesRoman},
}

// standardNames are the words with which a standard font's own name starts;
// a name that only contains one of them may be another typeface.
var standardNames = []string{"helvetica", "arial", "times", "courier", "symbol", "zapfdingbats"}

// Match finds the family for a font's name (without subset prefix). exact
// says that it is one of the 14 or an alias of it that writers use
// ("Arial,Bold", "TimesNewRomanPS-ItalicMT"), whose widths are known; without
// it the family is the nearest substitute, chosen by the name and by whether
// the font's descriptor says serif.
func Match(name string, bold, italic, serif bool) (f Family, exact bool) {
	n := strings.NewReplacer(" ", "", "-", "", ",", "", "_", "").Replace(strings.ToLower(name))
	f = Helvetica
	if serif {
		f = TimesRoman
	}
	for _, e := range families {
		if strings.Contains(n, e.contains) {
			f = e.family
			break
		}
	}
	for _, s := range standardNames {
		if strings.HasPrefix(n, s) && !strings.Contains(n, "narrow") && !strings.Contains(n, "condensed") && !strings.Contains(n, "black") {
			exact = true
		}
	}
	bold = bold || strings.Contains(n, "bold")
	italic = italic || strings.Contains(n, "italic") || strings.Contains(n, "oblique")
	switch {
	case f == Helvetica && bold:
		f = HelveticaBold
	case f == TimesRoman && bold && italic:
		f = TimesBoldItalic
	case f == TimesRoman && bold:
		f = TimesBold
	case f == TimesRoman && italic:
		f = TimesItalic
	}
	return f, exact
}
