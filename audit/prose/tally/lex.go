package tally

import (
	"fmt"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/notation/script"
)

// token is a word, a sign, or one of what the grammar knows by its first character:
// '@' members, '#' a number, '$' a score with its sign, '~' a figure.
type token struct {
	text     string
	from, to int // in bytes of the sentence
	n        int // of a number or score; the index of members or a figure
}

// reSigned is a score with its sign.
var reSigned = lazyregexp.New(`[+\-\x{2212}\x{2013}]\s?1\b`)

// reOnlyFigures: brackets that only give figures of what stands before them.
var reOnlyFigures = lazyregexp.New(`(?i)^\((?:[\s,;0-9.%+\-\x{2212}\x{2013}]|\b(?:or|and|each|both|at|with|per|cent)\b)*\)`)

// lexed is a sentence in tokens.
type lexed struct {
	sentence string
	tokens   []token
	members  [][]string
	figures  []prose.Figure
}

// lex reads the tokens of a sentence.
func lex(r prose.Reader, s string) lexed {
	l := lexed{sentence: s}
	type mark struct {
		prose.Span
		token token
	}
	var marks []mark
	end := -1
	for _, m := range r.Members(s) {
		if n := len(l.members); n > 0 && end >= 0 && prose.Joined(s[end:m.Start]) {
			l.members[n-1] = append(l.members[n-1], m.Code)
			marks[len(marks)-1].End = m.End
		} else {
			marks = append(marks, mark{m.Span, token{text: "@", n: len(l.members)}})
			l.members = append(l.members, []string{m.Code})
		}
		end = m.End
	}
	for _, f := range prose.Figures(s) {
		if f.Value != nil && f.Percent == nil && f.Value.Places == 0 {
			continue
		}
		marks = append(marks, mark{f.Span, token{text: "~", n: len(l.figures)}})
		l.figures = append(l.figures, f)
	}
	for _, m := range reSigned.FindAllStringIndex(s, -1) {
		before, _ := utf8.DecodeLastRuneInString(s[:m[0]])
		if m[0] > 0 && (unicode.IsLetter(before) || unicode.IsDigit(before)) || m[1] < len(s) && (s[m[1]] == '.' || s[m[1]] == ',') && m[1]+1 < len(s) && unicode.IsDigit(rune(s[m[1]+1])) {
			continue
		}
		n := -1
		if s[m[0]] == '+' {
			n = 1
		}
		marks = append(marks, mark{prose.Span{Start: m[0], End: m[1]}, token{text: "$", n: n}})
	}
	sort.SliceStable(marks, func(i, j int) bool { return marks[i].Start < marks[j].Start })
	k := 0
	for i := 0; i < len(s); {
		for k < len(marks) && marks[k].Start < i {
			k++
		}
		if k < len(marks) && marks[k].Start == i {
			t := marks[k].token
			t.from, t.to = i, marks[k].End
			l.tokens = append(l.tokens, t)
			i = marks[k].End
			if t.text == "@" {
				for _, own := range []string{"'s", "\u2019s", "'", "\u2019"} {
					if rest, ok := strings.CutPrefix(s[i:], own); ok && (rest == "" || !isWord(rest)) {
						l.tokens = append(l.tokens, token{text: "'s", from: i, to: i + len(own)})
						i += len(own)
						break
					}
				}
			}
			continue
		}
		c, w := utf8.DecodeRuneInString(s[i:])
		switch {
		case c == '(':
			if m := reOnlyFigures.FindStringIndex(s[i:]); m != nil {
				i += m[1]
				continue
			}
			l.tokens = append(l.tokens, token{text: "(", from: i, to: i + w})
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			to := i
			for to < len(s) && (k >= len(marks) || to < marks[k].Start) && isWord(s[to:]) {
				_, n := utf8.DecodeRuneInString(s[to:])
				to += n
			}
			l.word(r, i, to)
			i = to
			continue
		case unicode.IsSpace(c):
		default:
			l.tokens = append(l.tokens, token{text: string(c), from: i, to: i + w})
		}
		i += w
	}
	l.tokens = withoutArticles(l.tokens)
	return l
}

func isWord(s string) bool {
	c, w := utf8.DecodeRuneInString(s)
	if unicode.IsLetter(c) || unicode.IsDigit(c) {
		return true
	}
	if c == '-' || c == '\'' || c == '\u2019' {
		d, _ := utf8.DecodeRuneInString(s[w:])
		return unicode.IsLetter(d)
	}
	return false
}

// word adds a word, or the number that it is.
func (l *lexed) word(r prose.Reader, from, to int) {
	text := strings.ToLower(l.sentence[from:to])
	if n := len(l.tokens); fillers.Has(text) && !(text == "altogether" && n > 0 && l.tokens[n-1].text == "short") {
		return // who falls short altogether does worse than one who falls short
	}
	t := token{text: text, from: from, to: to}
	switch n, ok := script.CountOf(r.Words(), text); {
	case text == "zero" || text == "nil" || text == "nought":
		t.text = "zero"
	case ok:
		t.text, t.n = "#", n
	}
	l.tokens = append(l.tokens, t)
}

// withoutArticles leaves out the article before a member's name.
func withoutArticles(ts []token) []token {
	out := ts[:0]
	for i, t := range ts {
		if t.text == "the" && i+1 < len(ts) && ts[i+1].text == "@" {
			continue
		}
		out = append(out, t)
	}
	return out
}

// String gives the tokens as tests and readers of tests see them.
func (l lexed) String() string {
	var b strings.Builder
	for i, t := range l.tokens {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.text)
		if strings.Contains("@#$~", t.text) {
			fmt.Fprint(&b, t.n)
		}
	}
	return b.String()
}
