package across

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"recount.invalid/recount/vocabulary"
)

// word is a word of a commitment as it is compared: without case, accents, apostrophes
// and hyphens, numbers in figures.
type word struct {
	plain      string
	start, end int  // in the text
	editorial  bool // between square brackets: the words of whoever copied the text
}

// gap is the plain form of an ellipsis, in whose place anything may stand.
const gap = "…"

// mostWords bounds the texts whose words are compared.
const mostWords = 400

// invisible are characters that have no form of their own: the soft hyphen, spaces
// without width.
const invisible = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

// wordsOf divides a text into words; nil where there are more than are compared.
func wordsOf(text string, words *vocabulary.Vocabulary) []word {
	var out []word
	var plain strings.Builder
	start, end, bracket := -1, 0, false
	flush := func() {
		if start >= 0 && plain.Len() > 0 {
			out = append(out, word{plainWord(plain.String(), words), start, end, bracket})
		}
		plain.Reset()
		start = -1
	}
	sign := func(s string, at, length int) {
		flush()
		out = append(out, word{s, at, at + length, bracket})
	}
	for i, r := range text {
		next := i + len(string(r))
		switch {
		case r == '\'' || r == '’' || r == 'ʼ' || strings.ContainsRune(invisible, r):
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
			if start < 0 {
				start = i
			}
			plain.WriteRune(r)
			end = next
		case (r == '.' || r == ',') && start >= 0 && digitEnds(text[:i]) && digitBegins(text[next:]):
			if r == '.' {
				plain.WriteRune(r) // a comma groups thousands
			}
		case r == '&':
			sign("and", i, len("&"))
		case r == '%':
			sign("percent", i, len("%"))
		case r == '…':
			sign(gap, i, len("…"))
		case r == '.' && strings.HasPrefix(text[next:], ".") && (len(out) == 0 || out[len(out)-1].plain != gap || start >= 0):
			sign(gap, i, len(".."))
		default:
			flush()
			switch r {
			case '[':
				bracket = true
			case ']':
				bracket = false
			}
		}
		if len(out) > mostWords {
			return nil
		}
	}
	flush()
	return out
}

func digitEnds(s string) bool { return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' }

func digitBegins(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// plainWord is the form in which a word is compared.
func plainWord(s string, words *vocabulary.Vocabulary) string {
	s = strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(s)))
	runes := []rune(s)
	if n, end, ok := orDefault(words).NumberWordAt(runes, 0); ok && end == len(runes) {
		return strconv.Itoa(n)
	}
	return s
}

// hunk is where two texts part: words of one in the place of words of the other, of which
// one may have none.
type hunk struct {
	here, there [2]int // from and to, in the words of each
}

// apart gives the places where two texts have other words, by their longest common row
// of words.
func apart(a, b []word) []hunk {
	first := 0
	for first < len(a) && first < len(b) && a[first].plain == b[first].plain {
		first++
	}
	x, y := a[first:], b[first:]
	for len(x) > 0 && len(y) > 0 && x[len(x)-1].plain == y[len(y)-1].plain {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	common := make([][]int, len(x)+1) // of the rests from i and j
	for i := range common {
		common[i] = make([]int, len(y)+1)
	}
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			if x[i].plain == y[j].plain {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	var out []hunk
	i, j := 0, 0
	for i < len(x) || j < len(y) {
		fromI, fromJ := i, j
		for i < len(x) || j < len(y) {
			if i < len(x) && j < len(y) && x[i].plain == y[j].plain {
				break
			}
			if j >= len(y) || i < len(x) && common[i+1][j] >= common[i][j+1] {
				i++
			} else {
				j++
			}
		}
		h := hunk{[2]int{first + fromI, first + i}, [2]int{first + fromJ, first + j}}
		// Where an ellipsis stands is not told by one word that happens to fit.
		if n := len(out) - 1; n >= 0 && h.here[0]-out[n].here[1] <= nearGap && (hasGap(a, b, h) || hasGap(a, b, out[n])) {
			out[n].here[1], out[n].there[1] = h.here[1], h.there[1]
		} else if fromI < i || fromJ < j {
			out = append(out, h)
		}
		for i < len(x) && j < len(y) && x[i].plain == y[j].plain {
			i++
			j++
		}
	}
	return out
}

// nearGap is how many words between an ellipsis and other words say nothing.
const nearGap = 2

func hasGap(a, b []word, h hunk) bool {
	for _, w := range a[h.here[0]:h.here[1]] {
		if w.plain == gap {
			return true
		}
	}
	for _, w := range b[h.there[0]:h.there[1]] {
		if w.plain == gap {
			return true
		}
	}
	return false
}

// trifles are words that change nothing where one text has them and the other has not.
var trifles = map[string]bool{"the": true, "a": true, "an": true, "and": true, "that": true, "also": true}

// means reports whether words that differ may mean something else: not those that are
// written otherwise only.
func means(textA, textB string, a, b []word) bool {
	if joinedWords(a) == joinedWords(b) {
		return false // a hyphen at the end of a line, or none
	}
	bare := func(list []word) bool {
		for _, w := range list {
			if !trifles[w.plain] && !w.editorial {
				return false
			}
		}
		return true
	}
	switch {
	case len(a) == 0:
		return !bare(b) && !(len(b) == 1 && acronym(textB, b[0]))
	case len(b) == 0:
		return !bare(a) && !(len(a) == 1 && acronym(textA, a[0]))
	case len(a) == 1 && acronym(textA, a[0]) && initials(b, a[0].plain),
		len(b) == 1 && acronym(textB, b[0]) && initials(a, b[0].plain):
		return false
	case len(a) != len(b):
		return true
	}
	for i := range a {
		if spelling(a[i].plain) != spelling(b[i].plain) {
			return true
		}
	}
	return false
}

func joinedWords(list []word) string {
	var out strings.Builder
	for _, w := range list {
		out.WriteString(w.plain)
	}
	return out.String()
}

// acronym reports whether a word stands in capitals, as SMEs does.
func acronym(text string, w word) bool {
	s := strings.TrimSuffix(text[w.start:w.end], "s")
	return len(s) >= 2 && len(s) <= 6 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == "" && strings.ToLower(s) != s
}

// initials reports whether the letters of an acronym begin words of a list, in its order.
func initials(list []word, short string) bool {
	for _, w := range list {
		if short != "" && w.plain[0] == short[0] {
			short = short[1:]
		}
	}
	return short == "" || short == "s"
}

// spelling is one form for words that are spelled in two ways on the two sides of the
// Atlantic.
func spelling(s string) string {
	for _, p := range [][2]string{{"isation", "ization"}, {"ising", "izing"}, {"ised", "ized"}, {"ise", "ize"}, {"yse", "yze"}, {"our", "or"}, {"ogue", "og"}, {"amme", "am"}, {"entre", "enter"}, {"efence", "efense"}, {"icence", "icense"}, {"elling", "eling"}, {"elled", "eled"}} {
		s = strings.ReplaceAll(s, p[0], p[1])
	}
	return s
}
