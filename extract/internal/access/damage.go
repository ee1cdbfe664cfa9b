package access

import "recount.invalid/recount/extract/object"

// OneApart reports whether two words of the same length differ in one place.
func OneApart[S ~string](a, b S) bool {
	if len(a) != len(b) {
		return false
	}
	differ := 0
	for i := range len(a) {
		if a[i] != b[i] {
			differ++
		}
	}
	return differ == 1
}

// Misspelt finds the first of the keys that a dictionary does not have, but another
// that differs from it in one letter, as one does of which a bit was lost.
func Misspelt(d object.Dict, keys []object.Name) object.Name {
	for _, k := range keys {
		if d[k] != nil {
			continue
		}
		for other := range d {
			if OneApart(other, k) {
				return k
			}
		}
	}
	return ""
}
