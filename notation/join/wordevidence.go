package join

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/vocabulary"
)

// WordEvidence counts the words that a document prints whole, to decide on
// the hyphens at its lines' ends.
type WordEvidence struct {
	index map[string]int // folded word → place in count
	count []int
	// broken and compound count the line ends whose hyphen the document
	// itself decides: they show whether its typesetter broke words at all.
	broken, compound int
	// marked says that the typesetter broke words with a hyphen of his own,
	// U+2010, as browsers do: the document has it at lines' ends only, and
	// writes its own hyphens as U+002D.
	marked bool
}

// NewWordEvidence counts the words of all lines of a document, with and
// without their inner hyphens. A word cut by a line's end is not counted.
func NewWordEvidence(lines []string) *WordEvidence {
	e := &WordEvidence{index: make(map[string]int, 4096)}
	var buf []byte
	for i, line := range lines {
		afterHyphen := i > 0 && endsInHyphen(lines[i-1])
		buf = e.add(line, afterHyphen, buf)
	}
	e.marked = typesetHyphens(lines)
	for i := 0; i+1 < len(lines); i++ {
		if !endsInHyphen(lines[i]) {
			continue
		}
		c, ok := cutAt(lines[i], lines[i+1])
		if !ok || c.inAddress {
			continue
		}
		switch whole, hyphened := e.seen(c.left+c.right), e.seen(c.left+"-"+c.right); {
		case whole > hyphened:
			e.broken++
		case hyphened > whole:
			e.compound++
		}
	}
	return e
}

// typesetHyphen is the hyphen that browsers put where they break a word.
const typesetHyphen = '\u2010'

// typesetHyphens reports whether typesetHyphen stands at lines' ends only,
// while the ordinary hyphen stands within lines.
func typesetHyphens(lines []string) bool {
	ends, own := false, false
	for _, line := range lines {
		line = strings.TrimRightFunc(line, unicode.IsSpace)
		own = own || strings.IndexByte(line, '-') >= 0
		before, found := strings.CutSuffix(line, string(typesetHyphen))
		ends = ends || found
		if strings.ContainsRune(before, typesetHyphen) {
			return false
		}
	}
	return ends && own
}

// add counts the words of one line.
func (e *WordEvidence) add(line string, afterHyphen bool, buf []byte) []byte {
	words := strings.TrimRightFunc(line, unicode.IsSpace)
	buf = buf[:0]
	first := afterHyphen
	flush := func(atEnd bool) {
		for len(buf) > 0 && (buf[len(buf)-1] == '-' || buf[len(buf)-1] == '\'') {
			if buf[len(buf)-1] == '-' && atEnd {
				buf = buf[:0] // cut by the line's end
				break
			}
			buf = buf[:len(buf)-1]
		}
		if len(buf) > 0 && !first {
			e.see(buf)
			e.seeParts(buf)
		}
		first = false
		buf = buf[:0]
	}
	for i := 0; i < len(words); {
		switch c := words[i] | 0x20; {
		case c >= 'a' && c <= 'z': // ASCII's letters, in lower case
			buf = append(buf, c)
			i++
			continue
		case words[i] == ' ':
			flush(false)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(words[i:])
		i += n
		f := vocabulary.FoldRune(r)
		switch {
		case f >= 'a' && f <= 'z': // 'İ'
			buf = append(buf, byte(f))
		case f == '-' && len(buf) > 0:
			buf = append(buf, '-')
		case f == '\'' && len(buf) > 0:
			buf = append(buf, '\'')
		case f == 0:
		case unicode.IsLetter(f) || unicode.IsMark(f):
			buf = append(buf, string(f)...)
		default:
			flush(false)
		}
	}
	flush(endsInHyphen(line))
	return buf
}

// seeParts counts the parts of a compound as words too.
func (e *WordEvidence) seeParts(word []byte) {
	if bytes.IndexByte(word, '-') < 0 {
		return
	}
	for _, part := range bytes.Split(word, []byte{'-'}) {
		e.see(part)
	}
}

func (e *WordEvidence) see(word []byte) {
	if len(word) == 0 {
		return
	}
	if i, ok := e.index[string(word)]; ok {
		e.count[i]++
		return
	}
	e.index[string(word)] = len(e.count)
	e.count = append(e.count, 1)
}

// seen is how often the document prints a word whole.
func (e *WordEvidence) seen(word string) int {
	if i, ok := e.index[vocabulary.Fold(word)]; ok {
		return e.count[i]
	}
	return 0
}
