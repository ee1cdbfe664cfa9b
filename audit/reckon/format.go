package reckon

import (
	"fmt"
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
)

// SignedScore writes a score as the reports print it: -1, 0, +1. Other
// integers keep their sign too.
func SignedScore(s int) string {
	if s > 0 {
		return fmt.Sprintf("+%d", s)
	}
	return fmt.Sprint(s)
}

// Exact writes a rational in full where six decimals suffice (+0.375) and
// otherwise cut off after three with an ellipsis (+0.714…), so that nobody
// takes it for a rounded figure.
func Exact(v *big.Rat) string {
	s := Unsigned(v)
	if v.Sign() > 0 {
		s = "+" + s
	}
	return s
}

// Unsigned is exact without the plus, as percentages are written.
func Unsigned(v *big.Rat) string {
	if full := CutOff(v, 6); full.Cmp(v) == 0 {
		s := v.FloatString(6)
		return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	}
	s := CutOff(v, 3).FloatString(3)
	if v.Sign() < 0 && !strings.HasPrefix(s, "-") {
		s = "-" + s
	}
	return s + "…"
}

// Rounded writes a mean rounded to the given number of decimals, half away
// from zero, with its sign.
func Rounded(v *big.Rat, places int) string {
	s := v.FloatString(places)
	if strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-")
	}
	if v.Sign() > 0 {
		return "+" + s
	}
	return s
}

// Rounded100 writes a mean as a percentage with the given decimals, half up.
func Rounded100(mean *big.Rat, places int) string {
	return Percent(mean).FloatString(places)
}

// Printed writes a mean as printed with its sign.
func Printed(d model.Decimal) string {
	if d.Units > 0 {
		return "+" + d.String()
	}
	return d.String()
}

// Fraction writes sum/n and its value: "3/8 = +0.375".
func Fraction(sum, n int) string {
	m := big.NewRat(int64(sum), int64(n))
	return fmt.Sprintf("%d/%d = %s", sum, n, Exact(m))
}

// Plural is "1 score", "2 scores".
func Plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// Listing joins names as prose does: "A", "A and B", "A, B and C". More than
// max names end in "and n others".
func Listing(names []string, max int, word string) string {
	switch n := len(names); {
	case n == 0:
		return ""
	case n == 1:
		return names[0]
	case n > max:
		return strings.Join(names[:max-1], ", ") + fmt.Sprintf(" %s %d others", word, n-max+1)
	default:
		return strings.Join(names[:n-1], ", ") + " " + word + " " + names[n-1]
	}
}

// StatedText is an average as printed: its own words where parse kept them,
// otherwise its figures.
func StatedText(a model.Average) string {
	if a.Text != "" {
		return a.Text
	}
	switch {
	case a.Value != nil && a.Percent != nil:
		return fmt.Sprintf("%s (%s%%)", Printed(*a.Value), a.Percent)
	case a.Value != nil:
		return Printed(*a.Value)
	case a.Percent != nil:
		return a.Percent.String() + "%"
	}
	return ""
}

// Capital writes the first letter of a sentence in upper case.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
