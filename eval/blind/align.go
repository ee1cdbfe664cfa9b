package blind

// align pairs the elements of two sequences in order: the longest stretch that
// is equal in both, then the same before it and behind it. What remains between
// two equal stretches is paired one by one, because a paragraph whose date was
// misread is a wrong date, and not one paragraph too few and one too many.
func align(a, b []string) map[int]int {
	pairs := map[int]int{}
	alignInto(pairs, a, b, 0, 0)
	return pairs
}

// alignInto pairs two parts that begin at fromA and fromB of the whole.
func alignInto(pairs map[int]int, a, b []string, fromA, fromB int) {
	i, j, n := longestEqual(a, b)
	if n == 0 {
		for k := range min(len(a), len(b)) {
			pairs[fromA+k] = fromB + k
		}
		return
	}
	alignInto(pairs, a[:i], b[:j], fromA, fromB)
	for k := range n {
		pairs[fromA+i+k] = fromB + j + k
	}
	alignInto(pairs, a[i+n:], b[j+n:], fromA+i+n, fromB+j+n)
}

// longestEqual finds the longest stretch that both have, the first of equally
// long ones.
func longestEqual(a, b []string) (atA, atB, length int) {
	before := make([]int, len(b)+1) // how long the stretch is that ends at a[i-1] and b[j-1]
	for i := range a {
		here := make([]int, len(b)+1)
		for j := range b {
			if a[i] != b[j] {
				continue
			}
			n := before[j] + 1
			here[j+1] = n
			if n > length {
				atA, atB, length = i+1-n, j+1-n, n
			}
		}
		before = here
	}
	return atA, atB, length
}
