package notation

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

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '\u2011' }

func endsInHyphen(line string) bool {
	line = strings.TrimRightFunc(line, unicode.IsSpace)
	return strings.HasSuffix(line, "-") || strings.HasSuffix(line, "‐") || strings.HasSuffix(line, "\u2011") || strings.HasSuffix(line, "\u00ad")
}

// cut is a word that a line's end divides.
type cut struct {
	left, right string // the letters on both sides, up to the next hyphen
	chained     bool   // an earlier hyphen stands in the word: 'state-of-the-'
	inAddress   bool
}

// cutAt looks at the end of one line and the beginning of the next. ok is
// false where the hyphen there does not divide a word: a dash, a sum, a list.
func cutAt(line, next string) (c cut, ok bool) {
	line = strings.TrimRightFunc(line, unicode.IsSpace)
	next = strings.TrimLeftFunc(next, unicode.IsSpace)
	before := []rune(line)
	if len(before) < 2 || next == "" {
		return c, false
	}
	before = before[:len(before)-1]
	token := len(before)
	for token > 0 && !unicode.IsSpace(before[token-1]) {
		token--
	}
	c.inAddress = isAddress(string(before[token:]))
	i := len(before)
	for i > token && (unicode.IsLetter(before[i-1]) || unicode.IsMark(before[i-1]) || before[i-1] == '\u00ad') {
		i--
	}
	c.left = string(before[i:])
	c.chained = i > token && isHyphen(before[i-1])
	for k, r := range next {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			c.right = next[:k]
			return c, k > 0 && c.left != ""
		}
	}
	c.right = next
	return c, c.left != ""
}

// JoinLines joins the lines of a paragraph into its text: one space for each
// break and each run of white space, and for a hyphen at a line's end the
// contract's rule. It is kept in an address and in a compound and dropped
// where the typesetter broke a word; a soft hyphen is always dropped. Which it
// is the document decides, by the words it prints whole; doubts names the
// words for which it has no evidence, with what was made of them.
//
// Code points for internal use, by which the caller stands in for markers,
// pass through.
func JoinLines(v *vocabulary.Vocabulary, lines []string, words *WordEvidence) (text string, doubts []string) {
	var b strings.Builder
	length := 0
	for _, line := range lines {
		length += len(line) + 1
	}
	b.Grow(length)
	inAddress, bracketed := false, false
	for i, line := range lines {
		line = FoldSpaces(line)
		if line == "" {
			continue
		}
		following := ""
		for k := i + 1; k < len(lines) && following == ""; k++ {
			following = strings.TrimLeftFunc(lines[k], unicode.IsSpace)
		}
		token := line[strings.LastIndexByte(line, ' ')+1:]
		inAddress = isAddress(token) || inAddress && token == line
		// Between angle brackets everything belongs to the address.
		bracketed = inAddress && (bracketed || strings.Contains(token, "<")) && !strings.Contains(token, ">")
		if following == "" {
			b.WriteString(line)
			break
		}
		ending := joint(v, line, following, inAddress, bracketed, words, &doubts)
		b.WriteString(strings.TrimSuffix(line, ending.drop))
		b.WriteString(ending.add)
		inAddress = inAddress && ending.add == ""
	}
	return strings.ReplaceAll(b.String(), "\u00ad", ""), doubts
}

// FoldSpaces makes one space of each run of white space and takes it off the
// ends. Most lines have none to fold.
func FoldSpaces(s string) string {
	space := true
	for _, r := range s {
		if r > ' ' && r < utf8.RuneSelf {
			space = false
			continue
		}
		if unicode.IsSpace(r) && (space || r != ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
		space = r == ' '
	}
	return strings.TrimSuffix(s, " ")
}

// ending says what becomes of a line's end: what is taken off and what is put
// between it and the next line.
type ending struct{ drop, add string }

// joint decides on one line's end.
func joint(v *vocabulary.Vocabulary, line, next string, inAddress, bracketed bool, words *WordEvidence, doubts *[]string) ending {
	if inAddress {
		switch {
		case !bracketed && !addressGoesOn(v, line, next):
			return ending{add: " "}
		case words.brokenInAddress(line, next):
			return ending{drop: strings.TrimPrefix(line, withoutLast(line))}
		}
		return ending{}
	}
	last, size := utf8.DecodeLastRuneInString(line)
	if last == '\u00ad' {
		return ending{drop: "\u00ad"}
	}
	first, _ := utf8.DecodeRuneInString(next)
	before, _ := utf8.DecodeLastRuneInString(line[:len(line)-size])
	if !isHyphen(last) {
		if touches(before, last, first) || opensTouching(last, next) || last == minus && signAtEnd(line, next) {
			return ending{}
		}
		return ending{add: " "}
	}
	if words.marked && last == typesetHyphen && unicode.IsLetter(before) && unicode.IsLetter(first) {
		return ending{drop: string(last)}
	}
	if !joinsBehind(before) {
		return ending{add: " "} // a dash between words
	}
	if !unicode.IsLetter(first) && !unicode.IsDigit(first) && !strings.ContainsRune("(“\"‘", first) {
		return ending{add: " "}
	}
	firstWord := strings.FieldsFunc(next, func(r rune) bool { return !unicode.IsLetter(r) })
	if len(firstWord) > 0 && unicode.IsLetter(first) && v.Has(vocabulary.Hanging, firstWord[0]) {
		if behind, _ := utf8.DecodeRuneInString(next[len(firstWord[0]):]); !isHyphen(behind) {
			return ending{add: " "} // 'long- and short-term', but 'day-' and 'to-day'
		}
		return ending{}
	}
	c, ok := cutAt(line, next)
	if !ok {
		return ending{} // a digit on one side: 'COVID-19'
	}
	keep, sure := words.keep(v, c)
	if !sure {
		reading := c.left + c.right
		if keep {
			reading = c.left + "-" + c.right
		}
		*doubts = append(*doubts, reading)
	}
	if keep {
		return ending{}
	}
	return ending{drop: string(last)}
}

// touches reports whether a mark at a line's end belongs to what stands before and
// behind it, without a blank: a dash or stroke that is not set off from the word
// before ('2024–', 'word—', 'and/'), an '@'.
func touches(before, last, first rune) bool {
	if unicode.IsSpace(before) || before == utf8.RuneError || unicode.IsSpace(first) {
		return false
	}
	switch last {
	case '\u2012', '\u2013', '\u2014', '\u2015', '/', '@':
		return !strings.ContainsRune(",;)", first)
	case minus:
		return IsDigit(before) && IsDigit(first)
	}
	return false
}

// opensTouching reports whether a line begins with a mark that belongs to the word
// before as touches has it: a dash that no blank follows, a stroke.
func opensTouching(last rune, next string) bool {
	r, n := utf8.DecodeRuneInString(next)
	behind, _ := utf8.DecodeRuneInString(next[n:])
	if !unicode.IsLetter(last) && !unicode.IsDigit(last) || !unicode.IsLetter(behind) {
		return false
	}
	return r == '\u2014' || r == '\u2015' || r == '/' || r == '@'
}

// joinsBehind reports whether a hyphen behind r joins words ('U.S.-led', '50%-owned',
// '(G7)-led') and is no dash.
func joinsBehind(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || strings.ContainsRune(".)]%”\"’'", r)
}

// keep decides whether the hyphen of a divided word stays, and whether the
// document gives evidence for that.
func (e *WordEvidence) keep(v *vocabulary.Vocabulary, c cut) (keep, sure bool) {
	if e.marked {
		return true, true // not the hyphen by which words are broken
	}
	whole, hyphened := e.seen(c.left+c.right), e.seen(c.left+"-"+c.right)
	switch {
	case hyphened > whole:
		return true, true
	case whole > hyphened:
		return false, true
	}
	firstRight, firstLeft := []rune(c.right)[0], []rune(c.left)
	lowerLeft := unicode.IsLower(firstLeft[len(firstLeft)-1])
	switch {
	case unicode.IsUpper(firstRight) && lowerLeft:
		return true, true // 'Franco-Italian'
	case v.Has(vocabulary.WordEnds, c.right) && e.seen(c.right) == 0:
		return false, true
	case len(firstLeft) == 1:
		return true, true // 'e-commerce'
	case c.chained:
		return true, false
	case e.broken == 0 && e.compound > 0:
		return true, true // the typesetter breaks no words
	case v.Has(vocabulary.CompoundStarts, c.left) && (e.broken == 0 || e.seen(c.right) > 0):
		return true, false
	case e.seen(c.left) > 0 && e.seen(c.right) > 0:
		return true, false
	case e.broken > 0:
		return false, e.broken > e.compound && e.seen(c.left) == 0 && e.seen(c.right) == 0
	}
	// Nothing decides: what is printed stays.
	return true, false
}

// brokenInAddress says that the hyphen at the end of line, inside an address,
// was put there by the typesetter. In an address a hyphen is taken for a part
// of it unless all evidence is against that: it would begin or end a label of
// the host's name, or the document breaks words, prints this word whole and
// never with the hyphen, and that often or the halves are not both words.
func (e *WordEvidence) brokenInAddress(line, next string) bool {
	if e.marked {
		return strings.HasSuffix(line, string(typesetHyphen))
	}
	if !endsInHyphen(line) {
		return false
	}
	if hyphenEndsLabel(line, next) {
		return true
	}
	if e.broken == 0 {
		return false
	}
	c, ok := cutAt(line, next)
	if !ok || c.right == "" || e.seen(c.left+"-"+c.right) > 0 {
		return false
	}
	whole := e.seen(c.left + c.right)
	return whole >= oftenWhole || whole > 0 && (e.seen(c.left) == 0 || e.seen(c.right) == 0)
}

// oftenWhole is how often a document must print a word whole for a hyphen in
// it to be the typesetter's though both halves are words.
const oftenWhole = 3

// hyphenEndsLabel reports whether the hyphen at the end of line would be the
// first or the last letter of a label of the address's host, which no label
// has (RFC 1123, 2.1; RFC 952).
func hyphenEndsLabel(line, next string) bool {
	i := strings.LastIndex(line, "://")
	if i < 0 {
		return false
	}
	host := line[i+len("://"):]
	_, size := utf8.DecodeLastRuneInString(host)
	if host = host[:len(host)-size]; strings.ContainsAny(host, "/?#") || host == "" {
		return false
	}
	return strings.HasSuffix(host, ".") || strings.HasPrefix(strings.TrimLeftFunc(next, unicode.IsSpace), ".")
}

// LineBreak marks a line's end inside a citation until the address has been
// read: whether a break stood inside it decides how it is joined.
const LineBreak = "\u2028"
