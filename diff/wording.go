package diff

import "strings"

// maxCells bounds the table of the comparison of two texts word by word;
// longer texts are shown whole, old and new.
const maxCells = 4 << 20

// Piece is a stretch of words that is in both texts, or only in one.
type Piece struct {
	Kind Kind // empty: in both
	Text string
}

// Wording compares two texts word by word (longest common subsequence) and
// gives them as one: what is in both, what went, what came.
func Wording(old, now string) []Piece {
	a, b := strings.Fields(old), strings.Fields(now)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var p pieces
	p.add("", a[:head]...)
	p.middle(a[head:len(a)-tail], b[head:len(b)-tail])
	p.add("", a[len(a)-tail:]...)
	return p
}

type pieces []Piece

func (p *pieces) add(k Kind, words ...string) {
	if len(words) == 0 {
		return
	}
	text := strings.Join(words, " ")
	if n := len(*p); n > 0 && (*p)[n-1].Kind == k {
		(*p)[n-1].Text += " " + text
		return
	}
	*p = append(*p, Piece{k, text})
}

func (p *pieces) middle(a, b []string) {
	if len(a)*len(b) > maxCells {
		p.add(Removed, a...)
		p.add(Added, b...)
		return
	}
	// length[i][j] is that of the longest common subsequence of a[i:], b[j:].
	width := len(b) + 1
	length := make([]int32, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				length[i*width+j] = length[(i+1)*width+j+1] + 1
			} else {
				length[i*width+j] = max(length[(i+1)*width+j], length[i*width+j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			p.add("", a[i])
			i++
			j++
		case length[(i+1)*width+j] >= length[i*width+j+1]:
			p.add(Removed, a[i])
			i++
		default:
			p.add(Added, b[j])
			j++
		}
	}
	p.add(Removed, a[i:]...)
	p.add(Added, b[j:]...)
}
