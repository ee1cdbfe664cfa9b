package blind

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"recount.invalid/recount/model"
)

// The forms of values that are compared. Texts are quoted, so that none of
// them can be one of these.
const (
	open    = ""        // the truth does not say
	none    = "null"    // nothing is printed
	missing = "missing" // there is no such cell
)

func yes(is bool) string { return strconv.FormatBool(is) }

// number forgets what lies below a millionth.
func number(v float64) string {
	return strconv.FormatFloat(math.Round(v*1e6)/1e6+0, 'f', -1, 64) // + 0: no "-0"
}

func numberOrNone(v *float64) string {
	if v == nil {
		return none
	}
	return number(*v)
}

func numberOrOpen(v *float64) string {
	if v == nil {
		return open
	}
	return number(*v)
}

func decimal(d *model.Decimal) string {
	if d == nil {
		return none
	}
	return number(d.Float())
}

func score(v *int) string {
	if v == nil {
		return none
	}
	return strconv.Itoa(*v)
}

// exact is a text that must agree letter by letter.
func exact(s string) string {
	if s == "" {
		return none
	}
	return strconv.Quote(s)
}

func exactOrOpen(s *string) string {
	if s == nil {
		return open
	}
	return strconv.Quote(*s)
}

func exactIfStated(s stated[string]) string {
	switch {
	case !s.is:
		return open
	case s.value == nil:
		return none
	}
	return strconv.Quote(*s.value)
}

// words is a text of which case, spaces, the shape of quotation marks and the
// length of dashes do not count: styles set them in capitals and as their
// typeface has them.
func words(s string) string {
	if s == "" {
		return none
	}
	return strconv.Quote(plain(s))
}

func wordsOrOpen(s *string) string {
	if s == nil {
		return open
	}
	return strconv.Quote(plain(*s))
}

func plain(s string) string {
	s = shapes.Replace(strings.Join(strings.Fields(s), " "))
	return strings.ToLower(strings.Trim(s, `"`))
}

var shapes = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "\u2011", "-")

// list is several values in their order.
func list[T any](values []T, form func(T) string) string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = form(v)
	}
	return fmt.Sprint(out)
}
