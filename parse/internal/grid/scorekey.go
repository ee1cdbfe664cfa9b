package grid

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/parse/internal/sheet"
)

// A report may print its scores as signs of its own ("F", "P", "N" or circles
// that are filled, half filled and empty). What they mean is never guessed: the
// report's key says it ("F = full compliance, P = partial compliance …"), and
// has a sign for every level. From there on they are scores like any other.

// maxKeyLines is over how many lines a key goes at most.
const maxKeyLines = 4

// FindScoreKey looks for the key of the signs that stand for scores. Two keys
// that disagree are none.
func (r *Reader) FindScoreKey() error {
	var key map[string]int
	for _, p := range r.Pages {
		for i := range p.Body {
			found := r.keyAt(p.Body, i)
			if found == nil {
				continue
			}
			for sign, score := range found {
				if v, known := key[sign]; known && v != score {
					r.Warn("score-key", "the keys of the scores' signs disagree, none was used: "+p.Body[i].Printed, model.At{{Page: p.Number, Box: p.Body[i].Box}})
					return nil
				}
			}
			if key == nil {
				key = map[string]int{}
			}
			for sign, score := range found {
				key[sign] = score
			}
		}
	}
	if word := r.topOfScale(); word != "" && key == nil {
		key = map[string]int{word: 1}
	}
	if key != nil {
		r.Vocab = r.Vocab.WithScoreSigns(key)
	}
	return nil
}

// keyAt reads the key that begins in line i; nil where none does.
func (r *Reader) keyAt(ls []*sheet.Line, i int) map[string]int {
	if ls[i].Dir != model.Rightward {
		return nil
	}
	// Every line of a report is asked. Looking up whether words are levels takes
	// longest, and without a sign for each level they are no key.
	var signs []string
	var words []string
	split := i // what of the lines is in words
	for k := i; k < len(ls) && k < i+maxKeyLines; k++ {
		if k > i && (ls[k].Dir != model.Rightward || ls[k].Baseline-ls[k-1].Baseline > 2*ls[k].Size) {
			break
		}
		signs = appendKeySigns(signs, ls[k].Printed)
		if len(signs) == 0 {
			return nil
		}
		if len(signs) < keySigns {
			continue
		}
		for ; split <= k; split++ {
			words = append(words, strings.Fields(ls[split].Printed)...)
		}
		if key := r.scoreKey(words); key != nil {
			return key
		}
	}
	return nil
}

// keySigns is how many signs a key has: one for each level.
const keySigns = 3

// appendKeySigns appends the words of a line that can be signs for a score, each once.
func appendKeySigns(signs []string, line string) []string {
	for w := range strings.FieldsSeq(line) {
		if c := w[0]; c >= 'a' && c <= 'z' {
			continue // most words are none at a glance
		}
		if sign := bareSign(w); keySign(sign) && !slices.Contains(signs, sign) {
			signs = append(signs, sign)
		}
	}
	return signs
}

// scoreKey reads a key from words: a sign right before each of the three levels,
// or right behind each.
func (r *Reader) scoreKey(words []string) map[string]int {
	before, behind := map[string]int{}, map[string]int{}
	levels := 0
	for i := 0; i < len(words); {
		score, n := r.levelAt(words[i:])
		if n == 0 {
			i++
			continue
		}
		levels++
		if k := signIndex(words, i-1, -1); k >= 0 {
			before[bareSign(words[k])] = score
		}
		if k := signIndex(words, i+n, 1); k >= 0 {
			behind[bareSign(words[k])] = score
		}
		i += n
	}
	if levels != keySigns {
		return nil
	}
	for _, key := range []map[string]int{before, behind} {
		distinct := map[int]bool{}
		for _, score := range key {
			distinct[score] = true
		}
		if len(key) == keySigns && len(distinct) == keySigns {
			return key
		}
	}
	return nil
}

// signIndex is where a sign stands from i on in a direction, behind at most one
// mark that ties it to its level ("=", "–"); −1 where none does.
func signIndex(words []string, i, step int) int {
	for k := 0; k < 2 && i >= 0 && i < len(words); k++ {
		if keySign(bareSign(words[i])) {
			return i
		}
		if sheet.HasLetter(words[i]) || utf8.RuneCountInString(words[i]) != 1 {
			return -1
		}
		i += step
	}
	return -1
}

// levelAt reads the level that words begin with, the longest form of it.
func (r *Reader) levelAt(words []string) (score, n int) {
	for n := min(maxHeadWords, len(words)); n > 0; n-- {
		phrase := strings.Trim(strings.Join(words[:n], " "), ".,;:()[]")
		if kind, ok := r.Vocab.Column(phrase); ok && !strings.ContainsAny(phrase, "0123456789") {
			if v, ok := scoretext.ScoreOfKind(kind); ok {
				return v, n
			}
		}
	}
	return 0, 0
}

// bareSign is a word without the marks that tie it to its level.
func bareSign(w string) string {
	if w != "" && isLetter(w[0]) && isLetter(w[len(w)-1]) {
		return w // as most words are
	}
	return strings.Trim(w, "()[]=:;,.")
}

// isLetter reports an ASCII letter.
func isLetter(c byte) bool { return c|' ' >= 'a' && c|' ' <= 'z' }

// keySign reports whether a word can be a sign for a score: one or two capitals,
// or one sign that is neither letter nor figure nor one of punctuation.
func keySign(w string) bool {
	if w == "" {
		return false
	}
	if c, n := utf8.DecodeRuneInString(w); n == len(w) && (unicode.In(c, unicode.So, unicode.Co) || strings.ContainsRune("×√", c)) {
		return true
	}
	if len(w) > 2 {
		return false
	}
	for _, c := range w {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return true
}
