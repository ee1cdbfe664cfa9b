package date

import (
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// Years that are taken for years; other figures are numbers.
const (
	firstYear = 1800
	lastYear  = 2199
)

// maxDay is the highest number taken for a day of a month. Slips such as '31
// June' or '32 May' are read as printed; judging is the audit's.
const maxDay = 39

// Kind is what a piece of a text is for the reading of dates.
type Kind int

// What a piece is.
const (
	WordToken Kind = iota
	NumberToken
	MarkToken // one punctuation mark
)

// Token is a piece of a text.
type Token struct {
	Kind             Kind
	Ordinal          bool   // '4th'
	Start, End       int    // code points
	FromByte, ToByte int    // the same in bytes
	Text             string // as printed, a number's without its ordinal ending
	Number           int    // of a NumberToken with up to four digits; otherwise -1
	Month            int    // of a WordToken that names one; otherwise 0
	small            string // of a WordToken: see Reader.Word, which keeps it here
}

// firstWide is where the scripts without spaces between words begin.
const firstWide = '\u3000'

// noToken stands before the first token and behind the last.
var noToken = Token{Kind: MarkToken, Number: -1}

// Reader reads dates from a text. It cuts no more tokens than are asked
// for: most texts show at once whether they begin with a date. Numbers with
// decimals or groups are one token without a value, so that '2.5 May' names no
// day.
type Reader struct {
	v     *vocabulary.Vocabulary
	text  string
	t     []Token // those cut so far
	bytes int     // of the text, cut so far
	runes int     // the same in code points
}

// readers are used again, for their tokens' memory.
var readers = sync.Pool{New: func() any { return new(Reader) }}

// Read is a reader of text, which Done gives back.
func Read(v *vocabulary.Vocabulary, text string) *Reader {
	d := readers.Get().(*Reader)
	*d = Reader{v: v, text: text, t: d.t[:0]}
	return d
}

// Done gives the reader back; nothing that it gave may be used any more.
func (d *Reader) Done() { readers.Put(d) }

// More says whether there is a token i.
func (d *Reader) More(i int) bool {
	for i >= len(d.t) {
		if !d.cut() {
			return false
		}
	}
	return true
}

// At is token i, or noToken.
func (d *Reader) At(i int) *Token {
	if i < 0 || !d.More(i) {
		return &noToken
	}
	return &d.t[i]
}

// cut adds the next token; false at the text's end.
func (d *Reader) cut() bool {
	for {
		r, n := script.RuneAt(d.text, d.bytes)
		switch {
		case n == 0:
			return false
		case unicode.IsSpace(r):
			d.bytes += n
			d.runes++
			continue
		case script.IsDigit(r):
			d.t = append(d.t, d.number())
		case unicode.IsLetter(r):
			d.t = append(d.t, d.letters())
		default:
			d.t = append(d.t, d.token(MarkToken, d.bytes+n, d.runes+1))
		}
		last := &d.t[len(d.t)-1]
		d.bytes, d.runes = last.ToByte, last.End
		return true
	}
}

// token is a token from where the uncut text begins to byte to, code point
// end.
func (d *Reader) token(kind Kind, to, end int) Token {
	return Token{Kind: kind, Start: d.runes, End: end, FromByte: d.bytes, ToByte: to, Text: d.text[d.bytes:to], Number: -1}
}

// letters reads the word that begins where the uncut text does.
func (d *Reader) letters() Token {
	to, end := d.bytes, d.runes
	for {
		r, n := script.RuneAt(d.text, to)
		if r >= firstWide && to == d.bytes && len(d.t) > 0 && d.t[len(d.t)-1].Kind == NumberToken {
			return d.token(WordToken, to+n, end+1) // a unit behind figures, without a space before the next word
		}
		if r == '\'' || r == '’' {
			if next, _ := script.RuneAt(d.text, to+n); !unicode.IsLetter(next) {
				break
			}
		} else if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		to += n
		end++
	}
	t := d.token(WordToken, to, end)
	if end-d.runes <= script.MaxMonth {
		t.Month, _ = d.v.Month(t.Text)
	}
	return t
}

// number reads the number that begins where the uncut text does.
func (d *Reader) number() Token {
	to, plain := d.bytes, true
	for to < len(d.text) {
		c := d.text[to]
		if !script.IsDigit(rune(c)) {
			if c != '.' && c != ',' || to+1 == len(d.text) || !script.IsDigit(rune(d.text[to+1])) {
				break
			}
			plain = false
		}
		to++
	}
	t := d.token(NumberToken, to, d.runes+to-d.bytes)
	before, _ := utf8.DecodeLastRuneInString(d.text[:d.bytes])
	if plain && len(t.Text) <= 4 && (d.bytes == 0 || !script.Glued(before)) {
		t.Number, _ = strconv.Atoi(t.Text)
	}
	// An ordinal ending: 1st, 2nd, 3rd, 4th, French 1er, Spanish 1º.
	ending := d.text[to:script.LettersEnd(d.text, to, 3)]
	switch strings.ToLower(ending) {
	case "":
	case "st", "nd", "rd", "th", "er", "º":
		t.Ordinal = true
		t.ToByte += len(ending)
		t.End += utf8.RuneCountInString(ending)
		return t
	default:
		if _, month := d.v.Month(d.text[to:script.LettersEnd(d.text, to, script.MaxMonth)]); !month {
			t.Number = -1 // '2nm', '3D', but '5May'
		}
	}
	if last := len(d.t) - 1; t.Number < 0 && len(t.Text) == 4 && last >= 0 && d.t[last].Month > 0 && d.t[last].ToByte == d.bytes {
		t.Number, _ = strconv.Atoi(t.Text) // 'November2024'
	}
	return t
}

func (t *Token) isDay() bool {
	return t.Number >= 1 && t.Number <= maxDay && len(t.Text) <= 2
}

// IsYear reports figures that can be a year.
func (t *Token) IsYear() bool {
	return t.Number >= firstYear && t.Number <= lastYear && len(t.Text) == 4 && !t.Ordinal
}

// IsYear reports whether figures, and nothing beside them, can be a year.
func IsYear(figures string) bool {
	n, err := strconv.Atoi(figures)
	return err == nil && len(figures) == 4 && n >= firstYear && n <= lastYear
}

// IsDash reports a hyphen, a dash or a minus.
func (t *Token) IsDash() bool {
	return t.Kind == MarkToken && (t.Text == "-" || t.Text == "–" || t.Text == "—" || t.Text == "−" || t.Text == "‑" || t.Text == "‐")
}

// Word is the word that token i is, in small letters; "" where it is none.
func (d *Reader) Word(i int) string {
	t := d.At(i)
	if t.Kind == WordToken && t.small == "" {
		t.small = strings.ToLower(t.Text) // a word is asked for again and again
	}
	return t.small
}

// Mark says whether token i is the punctuation mark s.
func (d *Reader) Mark(i int, s string) bool {
	t := d.At(i)
	return t.Kind == MarkToken && t.Text == s
}
