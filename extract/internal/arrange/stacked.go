package arrange

import (
	"cmp"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/extract/internal/mark"
)

// The heads of narrow columns may be set with a letter on each line, upright and
// below each other. They become lines that are read downward, as turned heads are.

const (
	// leastStacked is how many letters show a stack by themselves; names in
	// capitals, which a column of grades looks like too, need one beside them.
	leastStacked = 3
	// stackLeading is the widest distance of two letters, in sizes, stackEven how
	// far the distances of one stack differ, stackCentre how far the letters'
	// middles are off a common line.
	stackLeading = 1.35
	stackEven    = 0.12
	stackCentre  = 0.2
	// maxStacked bounds the single letters that are looked at.
	maxStacked = 4000
)

// stackLetter is a letter that stands alone on its line or in its cell.
type stackLetter struct {
	level, piece int
	letter       int
	stretch      int32
	middle, v    float64
	size         float64
	r            rune
}

// unstack makes lines of stacked letters and takes them from their levels. It
// reports whether there were any.
func (a *Arranger) unstack() bool {
	var alone []stackLetter
	for i := range a.levels {
		for k := range a.levels[i].pieces {
			p := &a.levels[i].pieces[k]
			if p.count != 1 || len(p.order) != 1 || len(alone) >= maxStacked {
				continue
			}
			if l, ok := a.stackLetter(p.order[0]); ok {
				l.level, l.piece = i, k
				alone = append(alone, l)
			}
		}
	}
	if len(alone) < leastStacked {
		return false
	}
	slices.SortStableFunc(alone, func(p, q stackLetter) int { return cmp.Compare(p.v, q.v) })
	var stacks [][]stackLetter
	used := make([]bool, len(alone))
	for i := range alone {
		if used[i] {
			continue
		}
		if stack := a.stackFrom(alone, used, i); len(stack) > 1 {
			stacks = append(stacks, stack)
		}
	}
	sure := slices.ContainsFunc(stacks, nameStack)
	gone := map[[2]int]bool{}
	for _, stack := range stacks {
		if !sure || !nameStack(stack) && !capitalStack(stack) {
			continue
		}
		for _, l := range stack {
			gone[[2]int{l.level, l.piece}] = true
		}
		a.addStack(stack)
	}
	if len(gone) == 0 {
		return false
	}
	for i := range a.levels {
		kept := a.levels[i].pieces[:0]
		for k, p := range a.levels[i].pieces {
			if !gone[[2]int{i, k}] {
				kept = append(kept, p)
			}
		}
		a.levels[i].pieces = kept
	}
	return true
}

// stackLetter is the only letter of a stretch, where it is one.
func (a *Arranger) stackLetter(i int32) (l stackLetter, ok bool) {
	s := &a.c.Stretches[i]
	for k := s.From; k < s.To; k++ {
		t := &a.c.Letters[k]
		if t.Text == "" || t.Text == " " {
			continue
		}
		r, n := utf8.DecodeRuneInString(t.Text)
		return stackLetter{letter: k, stretch: i, middle: (t.U0 + t.U1) / 2, v: s.V, size: s.Size, r: r},
			n == len(t.Text) && unicode.IsLetter(r)
	}
	return l, false
}

// stackFrom follows a stack down from a capital.
func (a *Arranger) stackFrom(alone []stackLetter, used []bool, i int) []stackLetter {
	if !unicode.IsUpper(alone[i].r) {
		return nil
	}
	stack := []stackLetter{alone[i]}
	at := []int{i}
	for j := i + 1; j < len(alone) && a.spend(1); j++ {
		last, next := &stack[len(stack)-1], &alone[j]
		down := next.v - last.v
		if down > stackLeading*last.size {
			break
		}
		if used[j] || down < sameLine*last.size || !sizesClose(last.size, next.size) || math.Abs(last.middle-next.middle) > stackCentre*last.size {
			continue
		}
		if n := len(stack); n > 1 && math.Abs(down-(last.v-stack[n-2].v)) > stackEven*last.size {
			break
		}
		stack, at = append(stack, *next), append(at, j)
	}
	for _, k := range at {
		used[k] = true
	}
	return stack
}

// nameStack reports whether a stack is a name: a capital and small letters.
func nameStack(stack []stackLetter) bool {
	for _, l := range stack[1:] {
		if !unicode.IsLower(l.r) {
			return false
		}
	}
	return len(stack) >= leastStacked
}

// capitalStack reports whether a stack is of capitals, not all of which are alike.
func capitalStack(stack []stackLetter) bool {
	alike := true
	for _, l := range stack[1:] {
		if !unicode.IsUpper(l.r) {
			return false
		}
		alike = alike && l.r == stack[0].r
	}
	return !alike
}

// addStack shows a stack as one word that is read downward.
func (a *Arranger) addStack(stack []stackLetter) {
	c := a.c
	s := c.Stretches[stack[0].stretch]
	left := math.Inf(1)
	step := (stack[len(stack)-1].v - stack[0].v) / float64(len(stack)-1)
	from := len(c.Letters)
	for _, l := range stack {
		left = min(left, c.Letters[l.letter].U0)
		c.Letters = append(c.Letters, mark.Letter{Text: c.Letters[l.letter].Text, U0: l.v - step, U1: l.v})
	}
	// Read downward, u is y and v is -x; the letters' foot is on the left.
	s.From, s.To, s.Track = from, len(c.Letters), 0
	s.Angle, s.V = 270, -left
	c.Stretches = append(c.Stretches, s)
	for _, l := range stack {
		c.Letters[l.letter].Text = ""
	}
}
