package notation

import (
	"strings"
	"unicode"

	"github.com/dlclark/regexp2"

	"recount.invalid/recount/model"
)

// FigureForm is a number in running text that has the form of an average, of a
// percentage or of both, on the scale or not; whether it is one of compliance the words
// around it say.
type FigureForm struct {
	Span           // in bytes of the text
	Text           string
	Value, Percent *model.Decimal // either is nil where it is not printed
}

// FigureForms gives the numbers of a text that have the form of a figure, in order. A
// number whose sign is not read ('±0.67', 'minus 0.2') is none.
func FigureForms(text string) []FigureForm {
	if !hasFigure(text) {
		return nil
	}
	var out []FigureForm
	runes := []rune(text)
	at, done := 0, 0 // bytes before the code point at index done
	bytes := func(i int) int {
		for ; done < i; done++ {
			at += len(string(runes[done]))
		}
		return at
	}
	for m := scaleFigure.find(runes, 0); m != nil; m = scaleFigure.find(runes, m.Index+m.Length) {
		if signOutside(runes[:m.Index]) {
			continue
		}
		f := FigureForm{Text: figureText(m)}
		f.Start = bytes(m.Index)
		f.End = f.Start + len(f.Text)
		if value, ok := group(m, "value"); ok {
			f.Value = Decimal(value)
		}
		if percent, ok := group(m, "percent"); ok {
			f.Percent = Decimal(percent)
		}
		if f.Value != nil || f.Percent != nil {
			out = append(out, f)
		}
	}
	return out
}

// figureText is what a match of figureForm has of the figure: not the bracket that
// closes one before it ('(+0.80 or 90%)').
func figureText(m *regexp2.Match) string {
	text := strings.TrimSpace(m.String())
	if !strings.Contains(text, "(") {
		text = strings.TrimRight(text, ")")
	}
	return text
}

// signOutside reports whether the words before a number end in a sign that is none of
// a score ('±', U+FFFD for one that could not be read, a currency) or in one in words.
func signOutside(before []rune) bool {
	end := len(before)
	for end > 0 && before[end-1] == ' ' {
		end--
	}
	if end > 0 && unicode.IsSymbol(before[end-1]) {
		return true
	}
	word := strings.ToLower(string(before[max(0, end-len("negative")):end]))
	return strings.HasSuffix(word, "minus") || strings.HasSuffix(word, "negative")
}
