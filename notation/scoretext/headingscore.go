package scoretext

import (
	"strings"
	"unicode"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// maxHeading is the longest member's heading, in bytes.
const maxHeading = 120

// HeadingScore reads a member's heading: 'Canada: +1', '1. Canada +1',
// 'Canada (0)'. name is as printed, without the number. score is nil where
// the heading has none that can be read ('Canada: N/A', 'Canada:').
//
// A name that the vocabulary does not know is taken only before a colon and a
// score that has a sign or is 0, and not when it is another label's word.
func HeadingScore(v *vocabulary.Vocabulary, text string) (name string, score *int, ok bool) {
	s := strings.TrimFunc(text, unicode.IsSpace)
	if s == "" || len(s) > maxHeading {
		return "", nil, false
	}
	s = withoutNumber(s)
	if whole, parts, ok := strings.Cut(s, "("); ok && strings.Contains(parts, ":") && strings.HasSuffix(parts, ")") && strings.Contains(whole, ":") {
		s = strings.TrimSpace(whole) // 'European Union: 0 (Commission: +1)'
	}
	if before, rest, ok := strings.Cut(s, ":"); ok {
		// 'Canada: Compliance Score: 0'
		if label, value, ok := strings.Cut(rest, ":"); ok {
			if kind, _ := v.Column(strings.TrimSpace(label)); kind == vocabulary.ColumnScore {
				return scoreOf(v, strings.TrimSpace(before), strings.TrimSpace(value))
			}
		}
	}
	if i := strings.LastIndexByte(s, ':'); i > 0 {
		return scoreOf(v, strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+1:]))
	}
	runes := []rune(s)
	// Without a colon the score is the last token, set off by a space or in
	// brackets, and the rest must be a member.
	cut := len(runes) - 1
	for cut > 0 && !unicode.IsSpace(runes[cut-1]) && runes[cut-1] != '(' {
		cut--
	}
	if cut <= 0 {
		return "", nil, false
	}
	tail := strings.Trim(string(runes[cut:]), "()")
	head := strings.TrimRight(string(runes[:cut]), "(-–—=,; \u00a0\t")
	head, known := Headed(v, head) // 'Canada – Full Compliance (+1)'
	if !known {
		return "", nil, false
	}
	value, isScore, na := ParseScore(v, tail)
	switch {
	case isScore:
		return head, &value, true
	case na && tail != "" && strings.ContainsFunc(tail, unicode.IsLetter):
		return head, nil, true
	}
	return "", nil, false
}

// scoreOf judges a name and what stands behind its colon.
func scoreOf(v *vocabulary.Vocabulary, name, rest string) (string, *int, bool) {
	known := false
	if printed, ok := Headed(v, name); ok {
		name, known = printed, true
	}
	rest = strings.Trim(rest, ".[] ")
	value, isScore, na := ParseScore(v, rest)
	if !isScore && !na && known {
		value, isScore = spelledScore(v, rest)
	}
	worded := false // the level stands in words
	if !isScore && !na {
		// 'Canada: Full Compliance (+1)', 'Canada: +1 (Full Compliance)'
		if _, worded = v.Column(rest); worded {
			if value, isScore = lastScore([]rune(strings.TrimRight(rest, ") "))); !isScore {
				value, isScore = LevelInWords(v, rest)
			}
		} else if before, level, ok := strings.Cut(rest, "("); ok {
			if _, worded = v.Column(strings.TrimRight(level, ") ")); worded {
				value, isScore, na = ParseScore(v, before)
			}
		}
	}
	switch {
	case known && isScore:
		return name, &value, true
	case known && (na || worded || len(rest) <= 12 && strings.ContainsAny(rest, "0123456789"+script.Signs)):
		return name, nil, true
	case known || !isScore:
		return "", nil, false
	}
	signed := strings.ContainsAny(rest, script.Signs) || value == 0
	first := []rune(name)
	if !signed || len(first) < 3 || !unicode.IsUpper(first[0]) || len(strings.Fields(name)) > 6 || knownLabel(v, name) {
		return "", nil, false
	}
	return name, &value, true
}

// spelledScore reads a score behind words that announce it ('Score of +1') or
// with decimals ('+1.0').
func spelledScore(v *vocabulary.Vocabulary, s string) (int, bool) {
	if value, ok := WholeScore(s); ok {
		return value, true
	}
	i := strings.LastIndexByte(s, ' ')
	if i < 0 {
		return 0, false
	}
	words := strings.TrimSuffix(strings.TrimRight(s[:i], ": "), " of")
	if kind, _ := v.Column(words); kind != vocabulary.ColumnScore {
		return 0, false
	}
	value, ok, _ := ParseScore(v, s[i+1:])
	return value, ok
}

// Headed is the member that a heading names, also before a level in words
// ('Canada – Full Compliance').
func Headed(v *vocabulary.Vocabulary, text string) (name string, ok bool) {
	if _, ok := v.Member(text); ok {
		return text, true
	}
	_, name, rest, ok := v.MemberPrefix(text)
	if !ok {
		return "", false
	}
	_, level := v.Column(strings.Trim(rest, "-–—,( )"))
	return name, level
}

// lastScore reads the score that ends a column's name ('Full Compliance +1').
func lastScore(runes []rune) (int, bool) {
	n := len(runes)
	if n < 2 || !unicode.IsDigit(runes[n-1]) {
		return 0, false
	}
	if value, ok := signedDigit(string(runes[n-2:])); ok {
		return value, true
	}
	return 0, false
}

// knownLabel says that a text is a word of another kind: a heading, a column,
// a role.
func knownLabel(v *vocabulary.Vocabulary, text string) bool {
	if _, ok := v.Heading(text); ok {
		return true
	}
	if _, ok := v.Column(text); ok {
		return true
	}
	if _, ok := v.Role(text); ok {
		return true
	}
	return v.AverageLabel(text)
}

// withoutNumber takes '1. ', '12) ' or 'a) ' off the beginning.
func withoutNumber(s string) string {
	rest := strings.TrimLeft(s, "0123456789")
	n := len(s) - len(rest)
	if n == 0 && len(s) > 3 && (s[0]|0x20 >= 'a' && s[0]|0x20 <= 'z') && s[2] == ' ' {
		rest, n = s[1:], 1
	}
	if n == 0 || n > 3 || rest == "" || rest[0] != '.' && rest[0] != ')' {
		return s
	}
	return strings.TrimSpace(rest[1:])
}
