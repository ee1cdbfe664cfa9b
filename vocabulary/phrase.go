package vocabulary

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxGap is how many words a '*' in a phrase stands for at most.
const maxGap = 6

// PhraseMatch is a phrase found in a text.
type PhraseMatch struct {
	Kind       string
	Start, End int // code points of the text, End exclusive
}

// PhraseSet finds phrases of several kinds in a text.
type PhraseSet struct {
	byFirst map[string][]phrase // by the first word, longest phrase first
}

type phrase struct {
	kind  string
	words []string
}

// newPhraseSet makes a set from phrases by kind.
func newPhraseSet(kinds map[string][]string) *PhraseSet {
	s := &PhraseSet{byFirst: map[string][]phrase{}}
	for kind, phrases := range kinds {
		for _, p := range phrases {
			words := phraseWords(p)
			if len(words) == 0 || words[0] == "*" {
				continue
			}
			s.byFirst[words[0]] = append(s.byFirst[words[0]], phrase{kind, words})
		}
	}
	for _, list := range s.byFirst {
		sort.SliceStable(list, func(i, j int) bool {
			if len(list[i].words) != len(list[j].words) {
				return len(list[i].words) > len(list[j].words)
			}
			a, b := strings.Join(list[i].words, " "), strings.Join(list[j].words, " ")
			if a != b {
				return a < b
			}
			return list[i].kind < list[j].kind
		})
	}
	return s
}

// phraseWords cuts a phrase as Words cuts a text, with '*' as a word.
func phraseWords(p string) []string {
	var words []string
	for _, field := range strings.Fields(p) {
		if field == "*" {
			words = append(words, field)
			continue
		}
		for _, w := range Words(field) {
			words = append(words, w.Folded)
		}
	}
	return words
}

// Find gives the phrases in text, in order and without overlap: at each place
// the one that reaches farthest, and nothing that begins inside it.
func (s *PhraseSet) Find(text string) []PhraseMatch {
	words := Words(text)
	var found []PhraseMatch
	for i := 0; i < len(words); i++ {
		best, kind := 0, ""
		for _, p := range s.byFirst[words[i].Folded] {
			if end := p.match(words, i); end > best {
				best, kind = end, p.kind
			}
		}
		if best > 0 {
			found = append(found, PhraseMatch{kind, words[i].Start, words[best-1].End})
			i = best - 1
		}
	}
	return found
}

// match gives the index behind the phrase's last word where it stands at i,
// otherwise 0. A gap takes as few words as it can and no sentence's end.
func (p phrase) match(words []Word, i int) int {
	for k := 0; k < len(p.words); k++ {
		if p.words[k] != "*" {
			if i >= len(words) || words[i].Folded != p.words[k] {
				return 0
			}
			i++
			continue
		}
		if k+1 == len(p.words) {
			return i
		}
		skipped := 0
		for i < len(words) && words[i].Folded != p.words[k+1] {
			if skipped++; skipped > maxGap || words[i].Folded == "." {
				return 0
			}
			i++
		}
	}
	return i
}

// Word is a word of a text. The mark that ends a sentence or a clause is a
// word of its own, Folded ".", so that phrases do not reach over it.
type Word struct {
	Folded     string // see Fold
	Start, End int    // code points of the text, End exclusive
}

// Words cuts a text into its words: letters and digits, with the hyphens,
// apostrophes and dots that stand inside them, and signs (+, %, $).
func Words(text string) []Word {
	words := make([]Word, 0, len(text)/6+1)
	var b strings.Builder
	at, start := 0, -1
	flush := func(end int) {
		if start >= 0 {
			words = append(words, Word{b.String(), start, end})
			b.Reset()
			start = -1
		}
	}
	for i, r := range text {
		f := FoldRune(r)
		inside := f != 0 && (unicode.IsLetter(f) || unicode.IsDigit(f) || unicode.IsMark(f) || f == '+' || f == '%' || f == '$')
		if !inside && (f == '-' || f == '\'' || f == '/') && start >= 0 {
			next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
			inside = unicode.IsLetter(next) || unicode.IsDigit(next)
		}
		if f == '.' && start >= 0 {
			inside = dotInside(b.String(), text[i+1:])
		}
		if !inside && f == '-' && start < 0 {
			next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
			inside = unicode.IsDigit(next)
		}
		switch {
		case f == 0:
		case inside:
			if start < 0 {
				start = at
			}
			b.WriteRune(f)
		default:
			flush(at)
			if f == '.' || f == ';' || f == ':' || f == '!' || f == '?' {
				words = append(words, Word{".", at, at + 1})
			}
		}
		at++
	}
	flush(at)
	return words
}

// dotInside says that a full stop between before and after stands inside a
// word: a decimal number or an abbreviation of single letters, but not 'in
// 2010.Then'.
func dotInside(before, after string) bool {
	next, n := utf8.DecodeRuneInString(after)
	last, size := utf8.DecodeLastRuneInString(before)
	if unicode.IsDigit(last) {
		return unicode.IsDigit(next)
	}
	if !unicode.IsLetter(last) || !unicode.IsLetter(next) {
		return false
	}
	if previous, _ := utf8.DecodeLastRuneInString(before[:len(before)-size]); size < len(before) && previous != '.' {
		return false
	}
	second, _ := utf8.DecodeRuneInString(after[n:])
	return !unicode.IsLetter(second)
}
