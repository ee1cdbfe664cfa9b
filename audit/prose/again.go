package prose

import (
	"strings"
	"unicode"

	"recount.invalid/recount/internal/lazyregexp"
)

// Commitments named by what they are on alone, behind another one ("It is followed by
// that on rules of origin [93], +0.56, and by those on ports and on piers, +0.35").

var (
	// reThatOn opens such a name. "That" is no conjunction behind these words.
	reThatOn = lazyregexp.New(`(?i)(?:(?:^|[,;\x{2013}\x{2014}]|\b(?:and|by|than|then|is|was|while|whereas|but|as|behind|before|both))\s*\b(that)|\bthe\s+(one)|\bthe\s+(ones)|\b(those))\s+(?:on|about|regarding|concerning|for)\s+`)

	// reOwners: whose scores the words may be that go on with "that on".
	reOwners = lazyregexp.New(`(?i)\b(?:its|their|his|her|our|whose)\b`)

	// reSerial is a commitment's own number behind its name.
	reSerial = lazyregexp.New(`\[\s*(?:\p{L}?[0-9]{1,4}\s*[-\x{2013}]\s*)?([0-9]{1,4})\s*\]`)
)

// again finds the commitments that a sentence names without the word. back says that the
// paragraph has named one before and no member: where a member has scores, "that on" may
// be one of them. The names have words of labels alone.
func (r Reader) again(s string, back bool) []group {
	from := 0
	if !back {
		m := reCommitmentOn.FindStringIndex(s)
		if m == nil {
			return nil
		}
		from = m[1]
	}
	found := reThatOn.FindAllStringSubmatchIndex(s[from:], -1)
	if len(found) == 0 || reOwners.MatchString(s) || len(r.Members(s)) > 0 {
		return nil
	}
	var out []group
	for i, m := range found {
		start, end := from+m[1], len(s)
		if i+1 < len(found) {
			end = from + found[i+1][0]
		}
		rest := s[start:end]
		if e := rePhraseEnd.FindStringIndex(rest); e != nil {
			rest = rest[:e[0]]
		}
		if fs := figures(rest); len(fs) > 0 {
			rest = rest[:fs[0].Start]
		}
		phrase := reListTail.ReplaceAllString(strings.TrimRight(rest, " ,."), "")
		single := m[2] >= 0 || m[4] >= 0
		ns, ok := r.Catalogue.Labelled(phrase)
		if !ok {
			continue
		}
		g := group{Span: Span{from + max(m[2], m[4], m[6], m[8]), start + len(phrase)}, kind: Commitment, subjects: commitments(ns)}
		if g.doubt = r.Catalogue.otherSerials(phrase, ns); single && len(ns) > 1 {
			g.doubt = "which commitment is meant is not certain"
		}
		out = append(out, g)
	}
	return out
}

// lastNumber are the last digits of an id ("2031-93").
func lastNumber(id string) string {
	parts := strings.FieldsFunc(id, func(c rune) bool { return !unicode.IsDigit(c) })
	if len(parts) == 0 {
		return ""
	}
	return parts[len(parts)-1]
}

// otherSerials says that the serials in a name are not those of the commitments that its
// words mean; empty where they are, or where there are none.
func (c Catalogue) otherSerials(phrase string, numbers []int) string {
	of := map[string]bool{}
	for _, e := range c.entries {
		for _, n := range numbers {
			if e.Number == n {
				of[lastNumber(e.ID)] = true
			}
		}
	}
	for _, m := range reSerial.FindAllStringSubmatch(phrase, -1) {
		if !of[m[1]] && !of[""] {
			return "which commitment is meant is not certain"
		}
	}
	return ""
}
