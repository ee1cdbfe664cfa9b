package vocabulary

// pairs is a set of pairs of ASCII letters in folded form, with one for a letter that
// stands alone. Of the words that a text begins or ends with it tells most that are none
// of a list, which costs less than to fold them and to look them up in a map.
type pairs [1 << 5]uint32

// noLetter stands in a pair beside a letter that stands alone. Letters are 1 to 26.
const noLetter = 0

// letterOf is the letter that a byte is, 1 to 26, noLetter for a space; ok is false for
// any other byte, of which only folding can tell what it becomes.
func letterOf(c byte) (letter byte, ok bool) {
	if c == ' ' {
		return noLetter, true
	}
	return c & 31, c|' ' >= 'a' && c|' ' <= 'z'
}

// pairOf is the pair of two bytes; ok is false where folding may make something else of
// them.
func pairOf(first, second byte) (a, b byte, ok bool) {
	a, letter := letterOf(first)
	b, ok = letterOf(second)
	return a, b, ok && letter
}

// firstPair is the pair of letters that a text begins with; ok is false where it begins
// with anything else.
func firstPair(text string) (a, b byte, ok bool) {
	if text == "" || text[0] == ' ' {
		return 0, 0, false
	}
	if len(text) == 1 {
		return pairOf(text[0], ' ')
	}
	return pairOf(text[0], text[1])
}

// lastPair is the pair of letters that a text ends with, as firstPair.
func lastPair(text string) (a, b byte, ok bool) {
	n := len(text)
	if n == 0 || text[n-1] == ' ' {
		return 0, 0, false
	}
	if n == 1 {
		return pairOf(' ', text[0])
	}
	return pairOf(text[n-2], text[n-1])
}

func (p *pairs) add(a, b byte, ok bool) {
	if ok {
		p[a] |= 1 << b
	}
}

// lacks reports that a pair that a text has is not in the set. A text without a pair is
// not told apart.
func (p *pairs) lacks(a, b byte, ok bool) bool { return ok && p[a]&(1<<b) == 0 }

// pairsOf are the pairs that the words of a list begin and end with.
func pairsOf[V any](lists ...map[string]V) (first, last *pairs) {
	first, last = new(pairs), new(pairs)
	for _, list := range lists {
		for word := range list {
			first.add(firstPair(word))
			last.add(lastPair(word))
		}
	}
	return first, last
}

// labelPairs are the pairs that a label of an index, or a qualifier before or behind it,
// begins and ends with.
type labelPairs struct{ first, last *pairs }

func newLabelPairs(index map[string]string, qualifiers map[string]bool) labelPairs {
	var p labelPairs
	p.first, p.last = pairsOf(index)
	for word := range qualifiers {
		p.first.add(firstPair(word))
		p.last.add(lastPair(word))
	}
	return p
}

// none reports that a text is plainly no label, by how it begins and ends. What a label is
// stripped of at its ends is no letter.
func (p labelPairs) none(text string) bool {
	return p.first.lacks(firstPair(text)) || p.last.lacks(lastPair(text))
}
