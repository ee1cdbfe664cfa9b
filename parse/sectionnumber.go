package parse

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/notation"
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
	above string
	own   int
}

// leadingSection splits "1.4 Title", "2.3. Title", "III.2 Title" and "III.
// Title". A figure of one level is left to leadingFigure, which needs no
// neighbours. A level of 0, or one with a 0 before it, is part of an amount, a
// date or an average.
func leadingSection(s string) (n sectionNumber, rest string, ok bool) {
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
		n.own = romanLevel(bare)
		return n, rest, n.own > 0 && word != bare
	}
	last := len(levels) - 1
	for i, l := range levels {
		n.own = plainLevel(l)
		letter := len(l) == 1 && l[0] >= 'A' && l[0] <= 'Z'
		if n.own == 0 && (i > 0 || romanLevel(l) == 0 && !letter) {
			return sectionNumber{}, "", false
		}
	}
	n.above = strings.Join(levels[:last], ".")
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

// romanLevel reads a level in capital Roman figures, 0 for none.
func romanLevel(s string) int {
	if strings.ToUpper(s) != s {
		return 0
	}
	return romanValue(strings.ToLower(s))
}

// numberSections finds the headings that begin with a section's number. One
// alone may be a date or an amount: a number counts where the heading before
// it or behind it, under the same section, has the number before or behind.
func (r *reading) numberSections() error {
	type numbered struct {
		b    *block
		own  int
		rest string
	}
	under := map[string]numbered{}
	r.unnumbered = map[*block]string{}
	for _, b := range r.blocks {
		if b.table != nil || len(b.lines) > 2 {
			continue
		}
		text := r.content(b).Text
		n, rest, ok := leadingSection(text)
		if !ok || !r.headingLike(b) && !r.scoredMember(rest) {
			continue
		}
		now := numbered{b, n.own, rest}
		if before, ok := under[n.above]; ok && before.own == n.own-1 {
			r.unnumbered[before.b], r.unnumbered[b] = before.rest, rest
		}
		under[n.above] = now
	}
	return nil
}

// scoredMember reports whether a text is a member and its score.
func (r *reading) scoredMember(s string) bool {
	name, score, ok := notation.HeadingScore(r.vocab, s)
	if !ok || score == nil {
		return false
	}
	_, known := r.vocab.Member(name)
	return known
}

// headingText is a block's text without the number of its section.
func (r *reading) headingText(b *block) string {
	if rest, ok := r.unnumbered[b]; ok {
		return rest
	}
	return r.content(b).Text
}
