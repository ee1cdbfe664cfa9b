package audit

import (
	"fmt"
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
)

// signedScore writes a score as the reports print it: -1, 0, +1. Other
// integers keep their sign too.
func signedScore(s int) string {
	if s > 0 {
		return fmt.Sprintf("+%d", s)
	}
	return fmt.Sprint(s)
}

// exact writes a rational in full where six decimals suffice (+0.375) and
// otherwise cut off after three with an ellipsis (+0.714…), so that nobody
// takes it for a rounded figure.
func exact(v *big.Rat) string {
	s := unsigned(v)
	if v.Sign() > 0 {
		s = "+" + s
	}
	return s
}

// unsigned is exact without the plus, as percentages are written.
func unsigned(v *big.Rat) string {
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

// rounded writes a mean rounded to the given number of decimals, half away
// from zero, with its sign.
func rounded(v *big.Rat, places int) string {
	s := v.FloatString(places)
	if strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-")
	}
	if v.Sign() > 0 {
		return "+" + s
	}
	return s
}

// rounded100 writes a mean as a percentage with the given decimals, half up.
func rounded100(mean *big.Rat, places int) string {
	return Percent(mean).FloatString(places)
}

// printed writes a mean as printed with its sign.
func printed(d model.Decimal) string {
	if d.Units > 0 {
		return "+" + d.String()
	}
	return d.String()
}

// fraction writes sum/n and its value: "3/8 = +0.375".
func fraction(sum, n int) string {
	m := big.NewRat(int64(sum), int64(n))
	return fmt.Sprintf("%d/%d = %s", sum, n, exact(m))
}

// plural is "1 score", "2 scores".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// listing joins names as prose does: "A", "A and B", "A, B and C". More than
// max names end in "and n others".
func listing(names []string, max int, word string) string {
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

// statedText is an average as printed: its own words where parse kept them,
// otherwise its figures.
func statedText(a model.Average) string {
	if a.Text != "" {
		return a.Text
	}
	switch {
	case a.Value != nil && a.Percent != nil:
		return fmt.Sprintf("%s (%s%%)", printed(*a.Value), a.Percent)
	case a.Value != nil:
		return printed(*a.Value)
	case a.Percent != nil:
		return a.Percent.String() + "%"
	}
	return ""
}

// capital writes the first letter of a sentence in upper case.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
