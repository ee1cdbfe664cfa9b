package glyph

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/encodings.txt
var encodingsText string

//go:embed data/symbol.txt
var symbolText string

//go:embed data/zapfdingbats.txt
var zapfText string

// Encoding gives each single-byte code the name of its glyph; "" where the
// code is not used. Encodings that this package hands out are shared and must
// not be changed.
type Encoding [256]string

type baseEncodings struct{ standard, mac, win Encoding }

var bases = sync.OnceValue(func() *baseEncodings {
	b := new(baseEncodings)
	for line := range rows(encodingsText) {
		f := strings.Fields(line)
		code, err := strconv.Atoi(f[0])
		if err != nil || code < 0 || code > 255 {
			continue
		}
		for i, e := range []*Encoding{&b.standard, &b.mac, &b.win} {
			if f[i+1] != "-" {
				e[code] = f[i+1]
			}
		}
	}
	return b
})

// Standard is Adobe's StandardEncoding.
func Standard() *Encoding { return &bases().standard }

// MacRoman is MacRomanEncoding together with the additional glyphs that PDF
// 32000-1, 9.6.6.4 gives it in TrueType fonts.
func MacRoman() *Encoding { return &bases().mac }

// WinAnsi is WinAnsiEncoding; unused codes above 32 are bullets, as PDF
// 32000-1, annex D.2, note 3 has it.
func WinAnsi() *Encoding { return &bases().win }

// Base gives the encoding that a PDF names, nil for one that is not known.
func Base(name string) *Encoding {
	switch name {
	case "StandardEncoding":
		return Standard()
	case "MacRomanEncoding":
		return MacRoman()
	case "WinAnsiEncoding":
		return WinAnsi()
	}
	return nil
}

// special is one of the two standard fonts with an encoding of their own.
type special struct {
	encoding Encoding
	widths   map[string]float64
	text     map[string]string // ZapfDingbats only
}

var (
	symbol = sync.OnceValue(func() *special { return readSpecial(symbolText) })
	zapf   = sync.OnceValue(func() *special { return readSpecial(zapfText) })
)

func readSpecial(table string) *special {
	s := &special{widths: map[string]float64{}, text: map[string]string{}}
	for line := range rows(table) {
		f := strings.Fields(line)
		if code, err := strconv.Atoi(f[0]); err == nil && code >= 0 && code < 256 {
			s.encoding[code] = f[1]
		}
		if w, err := strconv.ParseFloat(f[2], 64); err == nil {
			s.widths[f[1]] = w
		}
		if len(f) > 3 {
			if t, ok := codePoints(f[3:]); ok {
				s.text[f[1]] = t
			}
		}
	}
	return s
}

// Symbol is the built-in encoding of the Symbol font.
func Symbol() *Encoding { return &symbol().encoding }

// ZapfDingbats is the built-in encoding of the ZapfDingbats font; its names
// are read with Dingbat.
func ZapfDingbats() *Encoding { return &zapf().encoding }

// Dingbat gives the text of a glyph name of ZapfDingbats ("a1" to "a206"),
// names that mean something else everywhere else.
func Dingbat(name string) (string, bool) {
	s, ok := zapf().text[name]
	return s, ok
}
