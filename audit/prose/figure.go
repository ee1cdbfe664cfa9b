package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
)

// Figure is a score, a percentage or both, as printed in a sentence.
type Figure struct {
	Span
	Text    string
	Value   *model.Decimal
	Percent *model.Decimal
}

const (
	signPattern    = `[+\` + notation.Minuses + `]`
	valuePattern   = signPattern + `?[01],[0-9]{2}|` + signPattern + `\s?(?:[0-9](?:\.[0-9]{1,3})?|\.[0-9]{1,3})|[0-9]?\.[0-9]{1,3}`
	percentPattern = `-?[0-9]{1,3}(?:[.,][0-9]{1,2})?(?:\s?%|\s?per\s?cent)`
)

// reFigure finds a score with or without its percentage, either first. What
// stands before it is looked at by figures, because these patterns have no
// lookbehind.
var reFigure = lazyregexp.New(
	`(` + percentPattern + `)\s*(?:\(|,?\s*\bor\b)\s*(` + valuePattern + `)(?:\s*\))?` +
		`|(` + percentPattern + `)` +
		`|(` + valuePattern + `)(?:\s*(?:,?\s*\bor\b|,?\s*\b(?:which|that)\s+is\b|\(|\[|,|;)?\s*(` + percentPattern + `)(?:\s*[\)\]])?)?`)

// Figures finds the scores and percentages of a sentence, whatever they are
// about.
func Figures(s string) []Figure { return figures(s) }

// figures finds the figures of a sentence. A number without a sign is one
// only when it has decimals or a percentage; whether it is a score is for the
// words around it to say.
func figures(s string) []Figure {
	if !mayHoldFigure(s) {
		return nil
	}
	var out []Figure
	pos := 0
	for pos < len(s) {
		m := reFigure.FindStringSubmatchIndex(s[pos:])
		if m == nil {
			break
		}
		start, end := pos+m[0], pos+m[1]
		group := func(n int) string {
			if m[2*n] < 0 {
				return ""
			}
			return s[pos+m[2*n] : pos+m[2*n+1]]
		}
		percent, value := group(1), group(2)
		if percent == "" {
			percent = group(3)
		}
		if value == "" {
			value = group(4)
		}
		if p := group(5); p != "" {
			percent = p
		}
		next := end
		if !isolated(s, start, end) {
			// Part of a date, a range or a longer number.
			pos = max(next, pos+1)
			continue
		}
		f := Figure{Span: Span{start, end}}
		if value != "" {
			f.Value = notation.Decimal(value)
		}
		if percent != "" {
			digits := strings.TrimRight(percent, "% percnt")
			if d, err := model.ParseDecimal(strings.Replace(strings.TrimSpace(digits), ",", ".", 1)); err == nil {
				f.Percent = &d
			}
		}
		f.Text = strings.TrimRight(s[start:end], " ,;")
		f.End = start + len(f.Text)
		if strings.Count(f.Text, "(") > strings.Count(f.Text, ")") || strings.Count(f.Text, "(") < strings.Count(f.Text, ")") {
			f.Text = strings.Trim(f.Text, "()")
		}
		if f.Value != nil || f.Percent != nil {
			out = append(out, f)
		}
		pos = max(next, pos+1)
	}
	return out
}

// mayHoldFigure passes over what reFigure cannot match in: text without a per
// cent, a sign before a number and a decimal mark before a digit.
func mayHoldFigure(s string) bool {
	if strings.IndexByte(s, '%') >= 0 || strings.Contains(s, "cent") {
		return true
	}
	signed := func(end int) bool { return notation.EndsSigned(s[:end]) }
	for i := 1; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			continue
		}
		switch s[i-1] {
		case '.', ',':
			return true
		case ' ', '\t', '\n', '\f', '\r':
			if signed(i - 1) {
				return true
			}
		default:
			if signed(i) {
				return true
			}
		}
	}
	return false
}

// isolated reports whether the match is a number of its own.
func isolated(s string, start, end int) bool {
	if start > 0 {
		before := s[:start]
		c := before[len(before)-1]
		if c >= '0' && c <= '9' || c == '.' || c == '/' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
			return false
		}
		// A currency, or a sign that is another one in the file ("±0.67") or
		// has no Unicode value (U+FFFD).
		if r, n := utf8.DecodeLastRuneInString(strings.TrimRight(before, " ")); n > 0 && unicode.IsSymbol(r) {
			return false
		}
		// A sign in words.
		if w := strings.ToLower(strings.TrimRight(before, " ")); strings.HasSuffix(w, "minus") || strings.HasSuffix(w, "negative") {
			return false
		}
	}
	if end < len(s) {
		c := s[end]
		if c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '/' {
			return false
		}
		if (c == '.' || c == ',') && end+1 < len(s) && s[end+1] >= '0' && s[end+1] <= '9' {
			return false
		}
		if c == '-' && end+1 < len(s) && s[end+1] >= '0' && s[end+1] <= '9' {
			return false
		}
	}
	return true
}
