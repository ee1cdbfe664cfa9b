package matrix

import (
	"strings"

	"recount.invalid/recount/audit/stem"
	"recount.invalid/recount/model"
)

// otherName is why a row is not compared with the chapter of its number.
const otherName = "the row and the chapter bear names that share no word, or fewer than another row: they may not be the same commitment"

// shareNoWord reports whether two names have no telling word in common; a name
// without telling words says nothing.
func shareNoWord(a, b string) bool {
	x, y := NameStems(a), NameStems(b)
	for s := range x {
		if y[s] {
			return false
		}
	}
	return len(x) > 0 && len(y) > 0
}

// shortestWord is the length in bytes from which on a word of a name tells
// something.
const shortestWord = 4

// NameStems are the stems of the words of a name.
func NameStems(name string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r < 'a' && r < 128 || r > 'z' && r < 128 }) {
		if len(w) >= shortestWord {
			out[stem.Of(w)] = true
		}
	}
	return out
}

// likerRow reports whether another row of the matrix has more words of a title
// than a row: where a chapter is missing, those behind it are counted one short.
func likerRow(m *model.Matrix, r *model.MatrixRow, title string) bool {
	words := NameStems(title)
	shared := func(label string) (n int) {
		for s := range NameStems(label) {
			if words[s] {
				n++
			}
		}
		return n
	}
	own := shared(r.Label)
	for i := range m.Rows {
		if other := &m.Rows[i]; other != r && shared(other.Label) > own {
			return true
		}
	}
	return false
}
