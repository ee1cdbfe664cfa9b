package paragraph

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/parse/internal/footnote"
)

// maxSectionLevels bounds the levels of a section's number ("2.1.4" has
// three), maxLevelDigits the digits of one: a year is none.
const (
	maxSectionLevels = 4
	maxLevelDigits   = 2
)

// sectionNumber is the number before a section's heading: that of the section
// above it, and its own within that.
type sectionNumber struct {
	Above string
	Own   int
}

// LeadingSection splits "1.4 Title", "2.3. Title", "III.2 Title" and "III.
// Title". A figure of one level is left to LeadingFigure, which needs no
// neighbours. A level of 0, or one with a 0 before it, is part of an amount, a
// date or an average.
func LeadingSection(s string) (n sectionNumber, rest string, ok bool) {
	word, rest, found := strings.Cut(s, " ")
	rest = strings.TrimLeft(rest, "–— ")
	if first, _ := utf8.DecodeRuneInString(rest); !found || !unicode.IsUpper(first) {
		return sectionNumber{}, "", false
	}
	bare := strings.TrimRight(word, ".):")
	levels := strings.Split(bare, ".")
	if len(levels) > maxSectionLevels || len(word) > len(bare)+1 {
		return sectionNumber{}, "", false
	}
	if len(levels) == 1 {
		n.Own = RomanLevel(bare)
		return n, rest, n.Own > 0 && word != bare
	}
	last := len(levels) - 1
	for i, l := range levels {
		n.Own = plainLevel(l)
		letter := len(l) == 1 && l[0] >= 'A' && l[0] <= 'Z'
		if n.Own == 0 && (i > 0 || RomanLevel(l) == 0 && !letter) {
			return sectionNumber{}, "", false
		}
	}
	n.Above = strings.Join(levels[:last], ".")
	return n, rest, true
}

// plainLevel reads a level in figures, 0 for none.
func plainLevel(s string) int {
	if s == "" || len(s) > maxLevelDigits || s[0] == '0' || strings.Trim(s, "0123456789") != "" {
		return 0
	}
	n, _ := strconv.Atoi(s)
	return n
}

// RomanLevel reads a level in capital Roman figures, 0 for none.
func RomanLevel(s string) int {
	if strings.ToUpper(s) != s {
		return 0
	}
	return footnote.RomanValue(strings.ToLower(s))
}

// NumberSections finds the headings that begin with a section's number. One
// alone may be a date or an amount: a number counts where the heading before
// it or behind it, under the same section, has the number before or behind.
func (r *Reader) NumberSections() error {
	type numbered struct {
		b    *Block
		own  int
		rest string
	}
	under := map[string]numbered{}
	r.Unnumbered = map[*Block]string{}
	for _, b := range r.Blocks {
		if b.Table != nil || len(b.Lines) > 2 {
			continue
		}
		text := r.Content(b).Text
		n, rest, ok := LeadingSection(text)
		if !ok || !r.HeadingLike(b) && !r.ScoredMember(rest) {
			continue
		}
		now := numbered{b, n.Own, rest}
		if before, ok := under[n.Above]; ok && before.own == n.Own-1 {
			r.Unnumbered[before.b], r.Unnumbered[b] = before.rest, rest
		}
		under[n.Above] = now
	}
	return nil
}

// HeadingText is a block's text without the number of its section.
func (r *Reader) HeadingText(b *Block) string {
	if rest, ok := r.Unnumbered[b]; ok {
		return rest
	}
	return r.Content(b).Text
}
