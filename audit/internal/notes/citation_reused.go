package notes

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/audit/internal/calendar"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/wording"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

var _ = rule.Register(rule.Rule{
	ID:       "citation-reused",
	Severity: rule.Note,
	Title:    "one address cited with different titles or dates",
	Checks:   "Groups the footnotes by web address and compares titles and dates of publication within each group.",
	Why:      "One page has one title and one date; where two are printed, one note was copied and only half changed.",
	Example:  "Notes 4 and 9 cite the same page as 'Harbour Plan' and as 'Fisheries Act'. Near misses: the same title with another capital; a note without a date; a site's home page.",
	Convention: "Scheme, 'www.', a final slash and a fragment do not distinguish addresses. Titles differ when, apart from case and marks, neither begins with the other. " +
		"Home pages are left out: their content changes. Dates of access may differ.",
	Since: "0.1.0",
	Run:   runCitationReused,
})

func runCitationReused(p *rule.Pass) {
	groups := make(map[string][]*model.Footnote, len(p.Report.Footnotes))
	var order []string
	for i := range p.Report.Footnotes {
		f := &p.Report.Footnotes[i]
		k, ok := pageKey(f.URL)
		if !ok {
			continue
		}
		if groups[k] == nil {
			order = append(order, k)
		}
		groups[k] = append(groups[k], f)
	}
	for _, k := range order {
		g := groups[k]
		if len(g) < 2 {
			continue
		}
		p.Checked(1)
		var titles, dates []*model.Footnote
		for _, f := range g {
			if f.Title != "" && !anyNote(titles, func(o *model.Footnote) bool { return sameTitle(o.Title, f.Title) }) {
				titles = append(titles, f)
			}
			if f.Published != "" && !anyNote(dates, func(o *model.Footnote) bool { return sameDate(o.Published, f.Published) }) {
				dates = append(dates, f)
			}
		}
		if len(titles) < 2 && len(dates) < 2 {
			continue
		}
		var what, words []string
		differing := titles
		if len(titles) > 1 {
			what = append(what, "titles")
			for _, f := range titles {
				words = append(words, fmt.Sprintf("%d: “%s”", f.Number, f.Title))
			}
		}
		if len(dates) > 1 {
			what = append(what, "dates of publication")
			for _, f := range dates {
				words = append(words, fmt.Sprintf("%d: %s", f.Number, printedDate(f.PublishedText, f.Published)))
			}
			if len(titles) < 2 {
				differing = dates
			}
		}
		odd, fits := oddNote(differing)
		f := citation(p, odd)
		if fits != nil {
			f.Explanations = []string{fmt.Sprintf("the address reads like the title of footnote %d", fits.Number)}
		}
		f.Message = fmt.Sprintf("Footnotes %s cite one address with different %s.", noteNumbers(differing), strings.Join(what, " and "))
		f.Stated = strings.Join(words, "; ")
		f.Computed = odd.URL
		f.At = nil
		for _, n := range differing {
			f.At = append(model.At(nil), f.At...).Join(n.At)
		}
		p.Found(f)
	}
}

// oddNote is the note that the address fits least, and the one whose title it
// reads like; the last note and nil where the address tells nothing.
func oddNote(list []*model.Footnote) (odd, fits *model.Footnote) {
	odd = list[len(list)-1]
	best, worst := 0, -1
	for _, f := range list {
		n := titleInAddress(f)
		if n > best {
			best, fits = n, f
		}
		if worst < 0 || n <= worst {
			worst, odd = n, f
		}
	}
	if best < 2 || best == worst {
		return list[len(list)-1], nil
	}
	return odd, fits
}

// titleInAddress counts the words of the title that stand in the address.
func titleInAddress(f *model.Footnote) int {
	address := strings.ToLower(f.URL)
	n := 0
	for _, w := range wording.AppendWords(nil, f.Title) {
		if word := wording.FoldWord(w.In(f.Title)); len(word) > 3 && strings.Contains(address, word) {
			n++
		}
	}
	return n
}

func anyNote(list []*model.Footnote, is func(*model.Footnote) bool) bool {
	for _, f := range list {
		if is(f) {
			return true
		}
	}
	return false
}

func noteNumbers(list []*model.Footnote) string {
	var out []string
	for _, f := range list {
		out = append(out, strconv.Itoa(f.Number))
	}
	return reckon.Listing(out, 8, "and")
}

// pageKey is the address without what does not distinguish pages; ok is false
// for home pages.
func pageKey(u string) (string, bool) {
	_, rest, ok := strings.Cut(u, "://")
	if !ok {
		rest = u
	}
	rest, _, _ = strings.Cut(rest, "#")
	host, path, ok := strings.Cut(rest, "/")
	host = strings.TrimPrefix(strings.ToLower(host), "www.")
	path = strings.TrimRight(path, "/.")
	if !ok || len(path) < 4 {
		return "", false // "/", "/en"
	}
	return host + "/" + path, true
}

// sameTitle compares titles without case, marks and spaces.
func sameTitle(a, b string) bool {
	x, y := appendLetters(make([]byte, 0, 256), a), appendLetters(make([]byte, 0, 256), b)
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) == 0 || bytes.HasPrefix(y, x) || bytes.HasSuffix(y, x)
}

// Letters gives the letters and figures of a text in small letters.
func Letters(s string) string { return string(appendLetters(make([]byte, 0, len(s)), s)) }

// appendLetters appends what letters gives.
func appendLetters(out []byte, s string) []byte {
	for i := 0; i < len(s); {
		r, n := foldedLetter(s[i:])
		if r != 0 {
			out = utf8.AppendRune(out, r)
		}
		i += n
	}
	return out
}

// foldedLetter is the first code point of a text in lower case, 0 for one that
// is no letter or digit, and its length in bytes.
func foldedLetter(s string) (r rune, n int) {
	if s[0] < utf8.RuneSelf {
		return rune(wording.AsciiLetter[s[0]]), 1
	}
	r, n = utf8.DecodeRuneInString(s)
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return unicode.ToLower(r), n
	}
	return 0, n
}

// The parameters of the 64-bit FNV-1a hash.
const fnvOffset, fnvPrime = 14695981039346656037, 1099511628211

// SumOfLetters is a hash of what letters gives.
func SumOfLetters(s string) uint64 {
	sum := uint64(fnvOffset)
	for i := 0; i < len(s); {
		r, n := foldedLetter(s[i:])
		if r != 0 {
			sum = (sum ^ uint64(r)) * fnvPrime
		}
		i += n
	}
	return sum
}

// SumOfEnds is a hash of the first and the last dozen of what letters gives.
func SumOfEnds(s string) uint64 {
	const dozen = 12
	sum := uint64(fnvOffset)
	for i, left := 0, dozen; i < len(s) && left > 0; {
		r, n := foldedLetter(s[i:])
		if r != 0 {
			sum = (sum ^ uint64(r)) * fnvPrime
			left--
		}
		i += n
	}
	for end, left := len(s), dozen; end > 0 && left > 0; {
		_, n := utf8.DecodeLastRuneInString(s[:end])
		end -= n
		if r, _ := foldedLetter(s[end:]); r != 0 {
			sum = (sum ^ uint64(r)) * fnvPrime
			left--
		}
	}
	return sum
}

// sameDate: a month contains its days.
func sameDate(a, b string) bool {
	x, ok1 := calendar.ParseDays(a)
	y, ok2 := calendar.ParseDays(b)
	if !ok1 || !ok2 {
		return a == b
	}
	return x.Distance(y) == 0
}
