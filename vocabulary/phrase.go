package vocabulary

import (
	"cmp"
	"slices"
	"strings"
	"sync"
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
	// lengths has the lengths of first words by their first byte, which tell
	// most words of a text that begin no phrase.
	lengths [1 << 8]uint32
	// tight says that of two phrases of a kind with one end the one without a long gap
	// is meant.
	tight bool
}

type phrase struct {
	kind  string
	words []string
}

// newPhraseSet makes a set from the kinds of phrases.
func newPhraseSet(kinds map[string]string) *PhraseSet {
	s := &PhraseSet{byFirst: make(map[string][]phrase, len(kinds)/2)}
	for p, kind := range kinds {
		words := phraseWords(p)
		if len(words) == 0 || words[0] == "*" {
			continue
		}
		s.byFirst[words[0]] = append(s.byFirst[words[0]], phrase{kind, words})
	}
	for first, list := range s.byFirst {
		s.lengths[first[0]] |= lengthBit(first)
		slices.SortFunc(list, func(a, b phrase) int {
			return cmp.Or(cmp.Compare(len(b.words), len(a.words)), slices.Compare(a.words, b.words), cmp.Compare(a.kind, b.kind))
		})
	}
	return s
}

// lengthBit stands for the length of a word in PhraseSet.lengths; the last bit
// is for all the long ones.
func lengthBit(word string) uint32 { return 1 << min(len(word), 31) }

// phraseWords cuts a folded phrase as Words cuts a text, with '*' as a word.
func phraseWords(p string) []string {
	c := cutters.Get().(*wordCutter)
	defer cutters.Put(c)
	words := make([]string, 0, strings.Count(p, " ")+1)
	from := 0
	cut := func(end int) {
		for _, w := range c.cut(p[from:end]) {
			words = append(words, w.Folded)
		}
	}
	for i := range len(p) {
		if p[i] == '*' && (i == 0 || p[i-1] == ' ') && (i+1 == len(p) || p[i+1] == ' ') {
			cut(i)
			words = append(words, "*")
			from = i + 1
		}
	}
	cut(len(p))
	return words
}

// Find gives the phrases in text, in order and without overlap: at each place
// the one that reaches farthest, and nothing that begins inside it.
func (s *PhraseSet) Find(text string) []PhraseMatch {
	c := cutters.Get().(*wordCutter)
	defer cutters.Put(c)
	return s.FindIn(c.cut(text))
}

// WithWords calls use with the words of a text, which hold until it returns.
func WithWords(text string, use func(words []Word)) {
	c := cutters.Get().(*wordCutter)
	defer cutters.Put(c)
	use(c.cut(text))
}

// cutters are used again by those who keep no words.
var cutters = sync.Pool{New: func() any { return new(wordCutter) }}

// FindIn is Find for a text that is cut into words already.
func (s *PhraseSet) FindIn(words []Word) []PhraseMatch {
	var found []PhraseMatch
	for i := 0; i < len(words); i++ {
		if w := words[i].Folded; s.lengths[w[0]]&lengthBit(w) == 0 {
			continue
		}
		best, kind, stretched := 0, "", false
		for _, p := range s.byFirst[words[i].Folded] {
			if end := p.match(words, i); end > best {
				best, kind, stretched = end, p.kind, end-i > len(p.words)
			}
		}
		if best > 0 && !(s.tight && stretched && s.tighter(words, i+1, best, kind)) {
			found = append(found, PhraseMatch{kind, words[i].Start, words[best-1].End})
			i = best - 1
		}
	}
	return found
}

// tighter reports whether a phrase without a long gap begins at i or behind it
// and ends at end: 'was there, Brazil is awarded a score of' is not 'was *
// awarded a score of'.
func (s *PhraseSet) tighter(words []Word, i, end int, kind string) bool {
	for ; i < end; i++ {
		for _, p := range s.byFirst[words[i].Folded] {
			if p.kind == kind && p.match(words, i) == end && end-i <= len(p.words) {
				return true
			}
		}
	}
	return false
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
func Words(text string) []Word { return new(wordCutter).cut(text) }

// cut is Words. What it gives is overwritten by the next call.
func (c *wordCutter) cut(text string) []Word {
	// All words' letters go into one buffer, of which the words are slices:
	// this is called for every paragraph.
	c.words = slices.Grow(c.words[:0], len(text)/6+2)
	c.from = slices.Grow(c.from[:0], len(text)/6+2)
	c.folded = slices.Grow(c.folded[:0], len(text)+8)
	c.start = -1
	at := 0
	for i := 0; i < len(text); at++ {
		if f := asciiWord[text[i]]; f != 0 { // most of any text
			c.put(at)
			from, folded := i, c.folded
			for ; f != 0; f = asciiWord[text[i]] {
				folded = append(folded, f)
				if i++; i == len(text) {
					break
				}
			}
			c.folded = folded
			at += i - from - 1
			continue
		}
		if text[i] == ' ' {
			c.end(at)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		f := FoldRune(r)
		if f == 0 {
			continue
		}
		if c.inside(f, text[i:]) {
			c.put(at)
			c.folded = utf8.AppendRune(c.folded, f)
			continue
		}
		c.end(at)
		if f == '.' || f == ';' || f == ':' || f == '!' || f == '?' {
			c.put(at)
			c.folded = append(c.folded, '.')
			c.end(at + 1)
		}
	}
	c.end(at)
	all := string(c.folded)
	for i := range c.words {
		end := len(all)
		if i+1 < len(c.words) {
			end = c.from[i+1]
		}
		c.words[i].Folded = all[c.from[i]:end]
	}
	return c.words
}

// asciiWord folds the ASCII code points that always belong to a word; 0 for
// the others.
var asciiWord = func() (table [256]byte) {
	for b := byte('0'); b <= '9'; b++ {
		table[b] = b
	}
	for b := byte('a'); b <= 'z'; b++ {
		table[b], table[b-'a'+'A'] = b, b
	}
	for _, b := range []byte("+%$") {
		table[b] = b
	}
	return table
}()

// wordCutter is the state of Words.
type wordCutter struct {
	words  []Word
	from   []int  // where each word begins in folded
	folded []byte // the letters of all words
	start  int    // code point where the open word begins; -1: none is open
	begin  int    // where it begins in folded
}

// put opens a word at code point at unless one is open.
func (c *wordCutter) put(at int) {
	if c.start < 0 {
		c.start, c.begin = at, len(c.folded)
	}
}

// end closes the open word before code point at.
func (c *wordCutter) end(at int) {
	if c.start >= 0 {
		c.words = append(c.words, Word{Start: c.start, End: at})
		c.from = append(c.from, c.begin)
		c.start = -1
	}
}

// inside says that a folded code point with rest behind it belongs to a word.
func (c *wordCutter) inside(f rune, rest string) bool {
	if f > 127 {
		return unicode.IsLetter(f) || unicode.IsDigit(f) || unicode.IsMark(f)
	}
	switch {
	case asciiWord[byte(f)] != 0:
		return true
	case f == '-' && c.start < 0:
		next, _ := utf8.DecodeRuneInString(rest)
		return unicode.IsDigit(next)
	case (f == '-' || f == '\'' || f == '/') && c.start >= 0:
		next, _ := utf8.DecodeRuneInString(rest)
		return unicode.IsLetter(next) || unicode.IsDigit(next)
	case f == '.' && c.start >= 0:
		return dotInside(c.folded[c.begin:], rest)
	}
	return false
}

// dotInside says that a full stop between before and after stands inside a
// word: a decimal number or an abbreviation of single letters, but not 'in
// 2010.Then'.
func dotInside(before []byte, after string) bool {
	next, n := utf8.DecodeRuneInString(after)
	last, size := utf8.DecodeLastRune(before)
	if unicode.IsDigit(last) {
		return unicode.IsDigit(next)
	}
	if !unicode.IsLetter(last) || !unicode.IsLetter(next) {
		return false
	}
	if previous, _ := utf8.DecodeLastRune(before[:len(before)-size]); size < len(before) && previous != '.' {
		return false
	}
	second, _ := utf8.DecodeRuneInString(after[n:])
	return !unicode.IsLetter(second)
}
