package figure

import (
	"strings"
	"unicode"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/internal/pattern"
	"recount.invalid/recount/notation/script"
)

// FigureForm is a number in running text that has the form of an average, of a
// percentage or of both, on the scale or not; whether it is one of compliance the words
// around it say.
type FigureForm struct {
	script.Span    // in bytes of the text
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
	for m := scaleFigure.Find(runes, 0); m != nil; m = scaleFigure.Find(runes, m.Index+m.Length) {
		if signOutside(runes[:m.Index]) {
			continue
		}
		f := FigureForm{Text: figureText(m)}
		f.Start = bytes(m.Index)
		f.End = f.Start + len(f.Text)
		if value, ok := pattern.Group(m, "value"); ok {
			f.Value = script.Decimal(value)
		}
		if percent, ok := pattern.Group(m, "percent"); ok {
			f.Percent = script.Decimal(percent)
		}
		if f.Value != nil || f.Percent != nil {
			out = append(out, f)
		}
	}
	return out
}

// figureText is what a match of figureForm has of the figure: not the bracket that
// closes one before it ('(+0.80 or 90%)').
func figureText(m *pattern.Match) string {
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

// scaleFigure is the same with a mean that need not be on the scale.
var scaleFigure = pattern.New(figureForm(`\d`))

// figureForm is the pattern of a figure in running text whose mean has a digit of
// units before its point.
func figureForm(units string) string {
	value := pattern.Sign + `?` + units + `?[.]\d{1,4}|` + pattern.Sign + `?` + units + `,\d{2}`
	return `(?<![\w.,/$€£¥])
		(
			(?<value>` + value + `|[+−]\d|0(?=` + pattern.Gap + `\(50` + pattern.Gap + `(%|per)))(?![\w]|[.,]\d|` + pattern.Sign + `\d|` + pattern.Gap + `(%|per` + pattern.Space + `?cent))
			(` + pattern.Gap + `[(,]?` + pattern.Gap + `((or|(which|that)` + pattern.Space + `is)\b)?` + pattern.Gap + `(?<percent>` + pattern.Sign + `?\d{1,3}([.]\d{1,4}|,\d{1,2})?)` + pattern.Gap + `(%|per` + pattern.Space + `?cent\b)\)?)?
		|
			(?<percent>` + pattern.Sign + `?\d{1,3}([.]\d{1,4}|,\d{1,2})?)` + pattern.Gap + `(%|per` + pattern.Space + `?cent\b)
			(` + pattern.Gap + `(\(` + pattern.Gap + `(?<value>` + value + `)` + pattern.Gap + `\)|,?` + pattern.Gap + `or\b` + pattern.Gap + `(?<value>` + value + `)))?
		)`
}
