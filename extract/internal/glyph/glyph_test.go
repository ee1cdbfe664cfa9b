package glyph

import (
	"strings"
	"testing"
)

func TestUnicode(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"A", "A"},
		{"quoteright", "\u2019"},
		{"minus", "\u2212"},
		{"endash", "\u2013"},
		{"f_f_i", "ffi"},
		{"fi", "\ufb01"},
		{"T_h", "Th"},
		{"uni2212", "\u2212"},
		{"uni00660069", "fi"},
		{"u1F600", "\U0001F600"},
		{"a.sc", "a"},
		{"one.superior", "1"},
		{"sevenoldstyle", "7"},
		{"Asmall", "A"},
		{"trademarkserif", "\u2122"},
		{"visiblespace", "\u2423"},
		{"parenleftBigg", "("},
	} {
		if got, ok := Unicode(c.name); !ok || got != c.want {
			t.Errorf("Unicode(%q) = %q, %v, want %q", c.name, got, ok, c.want)
		}
	}
	for _, name := range []string{"", ".notdef", "g37", "uniD800", "uni12", "u12", "cid_17", "small", "uniXYZW", "A_", "u110000"} {
		if got, ok := Unicode(name); ok {
			t.Errorf("Unicode(%q) = %q, want no answer", name, got)
		}
	}
}

// The search in the list needs its lines sorted; every one must be found.
func TestEveryListedNameIsFound(t *testing.T) {
	n := 0
	for line := range rows(aglText + texText) {
		name, codes, _ := strings.Cut(line, " ")
		want, ok := codePoints(strings.Fields(codes))
		if !ok {
			t.Errorf("%q has no text", line)
		}
		if got, ok := Unicode(name); !ok || got != want {
			t.Errorf("Unicode(%q) = %q, %v, want %q", name, got, ok, want)
		}
		n++
	}
	if n < 4000 {
		t.Errorf("the list has only %d names", n)
	}
}

func TestEncodings(t *testing.T) {
	for _, c := range []struct {
		e    *Encoding
		code int
		want string
	}{
		{Standard(), 0o47, "quoteright"},
		{Standard(), 0o341, "AE"},
		{WinAnsi(), 0o47, "quotesingle"},
		{WinAnsi(), 0o222, "quoteright"},
		{WinAnsi(), 0o226, "endash"},
		{WinAnsi(), 0o240, "space"},
		{WinAnsi(), 0o351, "eacute"},
		{MacRoman(), 0o216, "eacute"},
		{MacRoman(), 0o325, "quoteright"},
		{MacRoman(), 0o320, "endash"},
		{Symbol(), 0o55, "minus"},
		{ZapfDingbats(), 0o64, "a20"},
		{Standard(), 0o200, ""},
	} {
		if got := c.e[c.code]; got != c.want {
			t.Errorf("code %o: %q, want %q", c.code, got, c.want)
		}
	}
	if Base("PDFDocEncoding") != nil || Base("WinAnsiEncoding") != WinAnsi() {
		t.Error("Base knows the three named encodings and no other")
	}
	if s, ok := Dingbat("a20"); !ok || s != "\u2714" {
		t.Errorf("Dingbat(a20) = %q, %v", s, ok)
	}
}

// Every glyph of the base encodings must have a Unicode value, and those of
// WinAnsi a width in every Latin family: a hole in the tables would be lost
// text.
func TestTablesAreWhole(t *testing.T) {
	for code := range 256 {
		for _, e := range []*Encoding{Standard(), WinAnsi(), MacRoman()} {
			if n := e[code]; n != "" && n != "apple" {
				if _, ok := Unicode(n); !ok {
					t.Errorf("code %d: no Unicode value for %q", code, n)
				}
			}
		}
		if n := WinAnsi()[code]; n != "" {
			for f := Helvetica; f <= Courier; f++ {
				if _, ok := f.Width(n); !ok {
					t.Errorf("family %d has no width for %q", f, n)
				}
			}
		}
	}
}

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		name  string
		bold  bool
		serif bool
		want  Family
		exact bool
	}{
		{"Helvetica", false, false, Helvetica, true},
		{"Arial,Bold", false, false, HelveticaBold, true},
		{"TimesNewRomanPS-BoldItalicMT", false, true, TimesBoldItalic, true},
		{"CourierNew", false, false, Courier, true},
		{"ArialNarrow", false, false, Helvetica, false},
		{"Palatino", true, true, TimesBold, false},
		{"Unheard", false, false, Helvetica, false},
	} {
		f, exact := Match(c.name, c.bold, false, c.serif)
		if f != c.want || exact != c.exact {
			t.Errorf("Match(%q) = %d, %v, want %d, %v", c.name, f, exact, c.want, c.exact)
		}
	}
	if w, _ := Helvetica.Width("A"); w != 667 {
		t.Errorf("Helvetica A: %v", w)
	}
	if _, ok := TimesRoman.Width("nosuchglyph"); ok {
		t.Error("a width for an unknown glyph")
	}
}

func TestSuperior(t *testing.T) {
	for name, want := range map[string]bool{
		"one.superior": true, "onesuperior": true, "one.sups": true, "uni00B9": true, "uni2074": true, "four.su": true,
		"one": false, "one.oldstyle": false, "oneinferior": false, "one.numr": false, "a.superior": false, "asuperior": false, ".superior": false, "": false,
	} {
		if got := Superior(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}
