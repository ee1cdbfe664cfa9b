package vocabulary

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// Fold gives text the form in which names and phrases are compared: lower
// case, plain apostrophes, quotation marks and hyphens (a minus is one too),
// single spaces, none at the ends.
func Fold(text string) string {
	if folded(text) {
		return text
	}
	return string(appendFolded(make([]byte, 0, len(text)), text))
}

// appendFolded appends Fold of a text to nothing.
func appendFolded(b []byte, text string) []byte {
	space := false
	for i := 0; i < len(text); {
		r, n := rune(asciiFold[text[i]%utf8.RuneSelf]), 1
		if text[i] >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
			r = foldWide(r)
		}
		i += n
		if r == ' ' {
			space = len(b) > 0
			continue
		}
		if r == 0 {
			continue
		}
		if space {
			b = append(b, ' ')
			space = false
		}
		if r < utf8.RuneSelf {
			b = append(b, byte(r))
		} else {
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

// folded says that text is plainly in folded form already; most words are.
func folded(text string) bool {
	if text == "" || text[0] == ' ' || text[len(text)-1] == ' ' {
		return text == ""
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '.', c == ',', c == '-', c == '\'':
		case c == ' ' && text[i-1] != ' ':
		default:
			return false
		}
	}
	return true
}

// FoldRune is Fold for one code point: ' ' for any white space, 0 for one
// that is not seen (a soft hyphen, a byte order mark, a zero-width space).
func FoldRune(r rune) rune {
	if r >= 0 && r < utf8.RuneSelf {
		return rune(asciiFold[r])
	}
	return foldWide(r)
}

// asciiFold is FoldRune for ASCII.
var asciiFold = func() (table [utf8.RuneSelf]byte) {
	for c := range table {
		table[c] = byte(foldWide(rune(c)))
	}
	return table
}()

// foldWide is FoldRune without the table.
func foldWide(r rune) rune {
	switch r {
	case '’', '‘', 'ʼ', '`', '´', '‛', '′':
		return '\''
	case '“', '”', '„', '«', '»', '‟', '″':
		return '"'
	case '‐', '‑', '‒', '–', '—', '―', '−', '﹣', '\uff0d', '⁻', '˗':
		return '-'
	case 'İ':
		return 'i' // ToLower would give two code points
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return 0
	}
	if unicode.IsSpace(r) {
		return ' '
	}
	return unicode.ToLower(r)
}

// label is Fold without what decorates a label: a number before it, a colon,
// full stop or note sign behind it, quotation marks around it.
func label(text string) string {
	var room [maxLabel]byte
	return string(plainLabel(appendFolded(room[:0], text)))
}

// plainLabel is label for a text in folded form.
func plainLabel(s []byte) []byte {
	if rest := bytes.TrimLeft(s, "0123456789"); len(rest) < len(s) && len(rest) > 1 && (rest[0] == '.' || rest[0] == ')') {
		s = bytes.TrimLeft(rest[1:], " ")
	}
	for {
		t := bytes.Trim(s, " \"")
		t = bytes.TrimRight(t, ":.*†‡; ")
		if len(t) == len(s) {
			return s
		}
		s = t
	}
}
