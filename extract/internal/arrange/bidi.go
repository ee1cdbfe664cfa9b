package arrange

import (
	"math"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// side is how a letter of a line with right-to-left text stands in it.
type side uint8

const (
	sideNone   side = iota // takes the side of what is around it
	sideLeft               // a letter of a script that runs to the right
	sideRight              // a letter of a script that runs to the left
	sideNumber             // figures run to the right whatever stands around them
	sideMark               // drawn over a letter
)

// mayRunLeft reports whether a text may begin with a character of a living
// script that is written from right to left: by the first byte of its UTF-8,
// which no Latin, Greek or Cyrillic letter shares. Scripts beyond the basic
// plane stand in tables of characters and are left as they stand there.
func mayRunLeft(s string) bool { return s[0] >= 0xd6 && s[0] <= 0xe0 }

// logical brings the letters of a line with right-to-left text from the order
// in which they stand, from left to right, into the order in which they are
// read. It is the reordering of the Unicode Bidirectional Algorithm (UAX 9,
// rules W2 to W7, N1, N2 and L2) run backwards: the line's own direction is
// that of most of its letters, because nothing in a PDF states it. What
// stands between two letters (white space, the end of a run) stays between
// the two pieces that it parted.
func (a *Arranger) logical() {
	sides, left := a.sides()
	if !slices.Contains(sides, sideRight) {
		return
	}
	levels := levelsOf(sides, left)
	highest := slices.Max(levels)
	for lv := highest; lv > 0; lv-- {
		for i := 0; i < len(levels); {
			if levels[i] < lv {
				i++
				continue
			}
			j := i + 1
			for j < len(levels) && levels[j] >= lv && (lv == 1 || !a.twoNumbers(sides, j)) {
				j++
			}
			a.turnAround(i, j)
			i = j
		}
	}
	// A mark is read after the letter that it stands over, on whichever side
	// of it it was drawn.
	for k := len(a.placed) - 2; k >= 0; k-- {
		p, q := &a.placed[k], &a.placed[k+1]
		if isMark(p.text) && runsLeft(q.text) && q.under(*p) && (k == 0 || !a.begins(k-1, *p)) {
			*p, *q = *q, *p
			p.space, q.space = q.space, p.space
			p.cut, q.cut = q.cut, p.cut
		}
	}
}

// twoNumbers reports whether a number ends before the j-th letter and the next
// begins with it: the white space between them runs to the left.
func (a *Arranger) twoNumbers(sides []side, j int) bool {
	return a.placed[j].space && sides[j] == sideNumber && sides[j-1] == sideNumber
}

// turnAround reverses the letters i to j; what stands before each, but the
// first, stays between the same two.
func (a *Arranger) turnAround(i, j int) {
	space, cut := a.placed[i].space, a.placed[i].cut
	for k := i; k+1 < j; k++ {
		a.placed[k].space, a.placed[k].cut = a.placed[k+1].space, a.placed[k+1].cut
	}
	slices.Reverse(a.placed[i:j])
	// The letter that was first of all noted what stands behind it; after the
	// reversal each has what stands before it.
	a.placed[i].space, a.placed[i].cut = space, cut
}

// under reports whether a letter stands under a mark's middle.
func (p placed) under(mark placed) bool {
	m := (mark.u0 + mark.u1) / 2
	return m >= p.u0 && m <= p.u1
}

// begins reports whether the k-th letter begins where a mark stands, or right
// behind it: there the pen stood when a writer drew the mark before its
// letter, whichever letter the mark's own place lies over.
func (a *Arranger) begins(k int, mark placed) bool {
	p := &a.placed[k]
	return math.Abs(p.u0-(mark.u0+mark.u1)/2) <= markSlack*a.c.Stretches[p.stretch].Size
}

// markSlack is how far, in em, a mark may stand before the letter that it
// belongs to.
const markSlack = 0.15

func classOf(s string) bidi.Class {
	p, _ := bidi.LookupString(s)
	return p.Class()
}

func isMark(s string) bool { return classOf(s) == bidi.NSM }

func runsLeft(s string) bool {
	c := classOf(s)
	return c == bidi.R || c == bidi.AL
}

// sides tells how each placed letter stands, and whether the line as a whole
// runs to the left.
func (a *Arranger) sides() (out []side, left bool) {
	out = make([]side, len(a.placed))
	classes := make([]bidi.Class, len(a.placed))
	runLeft, runRight, arabic := 0, 0, false
	for k := range a.placed {
		c := classOf(a.placed[k].text)
		classes[k] = c
		switch c {
		case bidi.R, bidi.AL:
			out[k] = sideRight
			runLeft++
			arabic = arabic || c == bidi.AL
		case bidi.L:
			out[k] = sideLeft
			runRight += utf8.RuneCountInString(a.placed[k].text)
		case bidi.EN, bidi.AN:
			out[k] = sideNumber
		case bidi.NSM:
			out[k] = sideMark
		}
	}
	// A separator between two figures is theirs (W4), a sign beside one too
	// (W5); in Arabic text only what separates the figures of one number.
	touch := func(k int) bool { return k > 0 && k < len(out) && !a.placed[k].space && !a.placed[k].cut }
	for k := range out {
		switch classes[k] {
		case bidi.CS, bidi.ES:
			if (classes[k] == bidi.CS || !arabic) && touch(k) && touch(k+1) && out[k-1] == sideNumber && out[k+1] == sideNumber {
				out[k] = sideNumber
			}
		case bidi.ET:
			if !arabic && (touch(k) && out[k-1] == sideNumber || touch(k+1) && classes[k+1] == bidi.EN) {
				out[k] = sideNumber
			}
		}
	}
	// Figures behind a letter that runs to the right are its own (W7).
	beside := sideNone
	for k, s := range out {
		switch {
		case s == sideLeft || s == sideRight:
			beside = s
		case s == sideNumber && beside == sideLeft:
			out[k] = sideLeft
		}
	}
	left = runLeft > runRight
	if left {
		a.bracketed(out)
	}
	return out, left
}

// bracketed gives brackets to the letters that they enclose where these, and
// what stands before them, run to the right (N0): "G7 (2024)".
func (a *Arranger) bracketed(sides []side) {
	var open []int
	last := sideNone // of the letters with a side of their own
	before := make(map[int]side)
	right := 0 // letters so far that run to the left
	from := make(map[int]int)
	for k := range sides {
		if sides[k] == sideLeft || sides[k] == sideRight {
			last = sides[k]
			if last == sideRight {
				right++
			}
			continue
		}
		p, _ := bidi.LookupString(a.placed[k].text)
		if !p.IsBracket() {
			continue
		}
		if p.IsOpeningBracket() {
			open = append(open, k)
			before[k], from[k] = last, right
			continue
		}
		if n := len(open); n > 0 {
			o := open[n-1]
			open = open[:n-1]
			if before[o] == sideLeft && last == sideLeft && from[o] == right {
				sides[o], sides[k] = sideLeft, sideLeft
			}
		}
	}
}

// levelsOf gives each letter its embedding level: odd levels run to the left.
func levelsOf(sides []side, left bool) []uint8 {
	own := sideLeft
	if left {
		own = sideRight
	}
	n := len(sides)
	// strong is the nearest letter with a side of its own before and behind
	// each place. Figures count as part of right-to-left text (N1) where that
	// stands around them; in a line that runs to the right only if it stands
	// on both sides, for a figure beside the last such word is more often the
	// line's.
	before, behind := make([]side, n), make([]side, n)
	last := own
	for k := range n {
		before[k] = last
		if sides[k] == sideLeft || sides[k] == sideRight {
			last = sides[k]
		}
	}
	last = own
	for k := n - 1; k >= 0; k-- {
		behind[k] = last
		if sides[k] == sideLeft || sides[k] == sideRight {
			last = sides[k]
		}
	}
	levels := make([]uint8, n)
	for k, s := range sides {
		within := own // the direction that what has none takes
		if before[k] == behind[k] {
			within = before[k]
		}
		switch {
		case s == sideRight || s == sideNone && within == sideRight || s == sideMark && (before[k] == sideRight || behind[k] == sideRight):
			levels[k] = 1
		case s == sideNumber && (left || within == sideRight):
			levels[k] = 2
		case left:
			levels[k] = 2
		}
	}
	return levels
}
