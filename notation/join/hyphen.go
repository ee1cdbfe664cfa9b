package join

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

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

// Lines joins the lines of a paragraph into its text: one space for each
// break and each run of white space, and for a hyphen at a line's end the
// contract's rule. It is kept in an address and in a compound and dropped
// where the typesetter broke a word; a soft hyphen is always dropped. Which it
// is the document decides, by the words it prints whole; doubts names the
// words for which it has no evidence, with what was made of them.
//
// Code points for internal use, by which the caller stands in for markers,
// pass through.
func Lines(v *vocabulary.Vocabulary, lines []string, words *WordEvidence) (text string, doubts []string) {
	var b strings.Builder
	length := 0
	for _, line := range lines {
		length += len(line) + 1
	}
	b.Grow(length)
	inAddress, bracketed := false, false
	for i, line := range lines {
		line = script.FoldSpaces(line)
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
	if script.IsMinus(last) && (unicode.IsSpace(before) || before == '(') {
		if scoreAsked(v, line, next) {
			return ending{}
		}
		if figure := belowByShare(v, next); figure != "" {
			*doubts = append(*doubts, string(last)+figure)
			return ending{}
		}
	}
	if !isHyphen(last) {
		if touches(before, last, first) || opensTouching(last, next) || last == script.Minus && script.SignAtEnd(line, next) {
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
	case script.Minus:
		return script.IsDigit(before) && script.IsDigit(first)
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
	if !c.chained && v.Has(vocabulary.SolidWords, c.left+c.right) {
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
