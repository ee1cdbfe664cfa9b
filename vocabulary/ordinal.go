package vocabulary

// OrdinalWord is the number that a word in small letters gives a day, 1 for 'first';
// 0 for other words. tens says that it is the first half of one: 'twenty' in
// 'twenty-first'.
func (v *Vocabulary) OrdinalWord(word string) (n int, tens bool) {
	if n = v.ordinalWords[word]; n > 0 {
		return n, false
	}
	if n = v.numberWords[word]; n == 20 || n == 30 {
		return n, true
	}
	return 0, false
}
