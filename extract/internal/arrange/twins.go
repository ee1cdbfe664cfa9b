package arrange

import (
	"cmp"
	"math"
	"slices"

	"recount.invalid/recount/extract/internal/mark"
)

// Text may be printed twice, a little apart: writers imitate bold type so, style
// sheets a shadow, printer drivers whatever they like. It is read once. What is
// printed so here and there is bold; where line after line is, the second copy says
// nothing of the type, and the fonts alone tell bold from plain.

const (
	// twinReach is how far apart, in sizes, two copies are; of small type
	// twinPoints, in points, if that is no more than twinMost sizes.
	twinReach  = 0.25
	twinPoints = 2.2
	twinMost   = 0.4
	// A stretch of less than twinLong letters says little by itself: it must stand
	// as far from its copy as a longer one of the page does, or nearer: by
	// twinWidth of its letters' width and twinRaise sizes at most.
	twinLong  = 4
	twinWidth = 0.5
	twinRaise = 0.15
	// twinSlack is how far, in sizes, letters of one copy may be off their common
	// distance.
	twinSlack = 0.05
	// twinOver is the share of the narrower stretch that two must have in common
	// to be looked at.
	twinOver = 0.3
	// Copies between boldLeast and boldMost sizes apart make letters bold.
	boldLeast = 0.004
	boldMost  = 0.15
	// twinLines is how many lines one after the other nobody makes bold by
	// printing them twice, fewTwinLines where these are all there is on the page.
	twinLines    = 8
	fewTwinLines = 3
	// maxTwinWork bounds the comparisons on a page, maxTwinShifts the distances
	// that are tried for a stretch and kept of a page.
	maxTwinWork   = 5_000_000
	maxTwinShifts = 8
)

// shift is how far a copy stands from its twin.
type shift struct{ u, v float64 }

// knownShift is a distance at which a page has copies, with how many letters
// say so.
type knownShift struct {
	shift
	letters int
}

// twins looks for the copies of a page.
type twins struct {
	c       *found
	spans   []span
	order   []int32           // of one direction, by baseline
	under   map[int32][]int32 // stretches that one painted later stands over
	known   []knownShift      // distances of copies
	doubled map[int32][]int32 // letters of a stretch that are printed twice
	thick   map[int32]bool    // stretches that look bold for it
	work    int
}

// withoutTwins takes out what is printed a second time.
func (c *found) withoutTwins() {
	t := twins{c: c}
	t.find()
	if len(t.under) == 0 {
		return
	}
	over := make([]int32, 0, len(t.under))
	for i := range t.under {
		over = append(over, i)
	}
	slices.Sort(over)
	t.doubled, t.thick = map[int32][]int32{}, map[int32]bool{}
	// Short stretches twice: those that are near their copy show how far it is.
	for _, long := range []bool{true, false, false} {
		for _, i := range over {
			if n := t.spans[i].n; n > 0 && (n >= twinLong) == long {
				t.try(i)
			}
		}
	}
	t.embolden()
}

// find fills under.
func (t *twins) find() {
	st := t.c.Stretches
	t.spans = slices.Grow(t.c.spans[:0], len(st))[:len(st)]
	t.c.spans = t.spans
	t.order = t.order[:0]
	for i := range st {
		u0, u1, n := t.c.Bounds(i)
		t.spans[i] = span{u0: u0, u1: u1, n: n, i: int32(i)}
		if n > 0 {
			t.order = append(t.order, int32(i))
		}
	}
	slices.SortStableFunc(t.order, func(i, j int32) int {
		return cmp.Or(cmp.Compare(st[i].Angle, st[j].Angle), cmp.Compare(st[i].V, st[j].V))
	})
	for k, i := range t.order {
		p, s := &t.spans[i], &st[i]
		for _, j := range t.order[k+1:] {
			q := &t.spans[j]
			if t.work++; t.work > maxTwinWork || st[j].Angle != s.Angle || st[j].V-s.V > reachOf(s.Size) {
				break
			}
			if min(p.u1, q.u1)-max(p.u0, q.u0) <= twinOver*min(p.u1-p.u0, q.u1-q.u0) || !sizesClose(s.Size, st[j].Size) {
				continue
			}
			if t.under == nil {
				t.under = map[int32][]int32{}
			}
			t.under[max(i, j)] = append(t.under[max(i, j)], min(i, j))
		}
	}
}

// reachOf is how far apart two copies of a size are, in points.
func reachOf(size float64) float64 {
	return min(max(twinReach*size, twinPoints), twinMost*size)
}

// try takes a stretch out if each of its letters is printed before at one and the
// same distance.
func (t *twins) try(i int32) {
	c, s := t.c, &t.c.Stretches[i]
	type print struct {
		u, v   float64
		letter int32
		owner  int32
	}
	var below []print
	for _, j := range t.under[i] {
		q := &c.Stretches[j]
		for k := q.From; k < q.To; k++ {
			if l := &c.Letters[k]; l.Text != "" && l.Text != " " {
				below = append(below, print{l.U0, q.V, int32(k), j})
			}
		}
	}
	slices.SortStableFunc(below, func(a, b print) int { return cmp.Compare(a.u, b.u) })
	within := func(u, reach float64) []print {
		first, _ := slices.BinarySearchFunc(below, u-reach, func(p print, u float64) int { return cmp.Compare(p.u, u) })
		last := first
		for last < len(below) && below[last].u <= u+reach {
			last++
		}
		t.work += 1 + last - first
		return below[first:last]
	}
	slack := twinSlack * s.Size
	// matched is what is below the stretch at a distance, letter for letter.
	var matched []print
	all := func(d shift) bool {
		matched = matched[:0]
	letters:
		for k := s.From; k < s.To; k++ {
			l := &c.Letters[k]
			if l.Text == "" || l.Text == " " {
				continue
			}
			for _, p := range within(l.U0+d.u, slack) {
				if c.Letters[p.letter].Text == l.Text && math.Abs(p.v-s.V-d.v) <= slack {
					matched = append(matched, p)
					continue letters
				}
			}
			return false
		}
		return len(matched) > 0
	}
	for _, d := range t.shifts(i, func(l *mark.Letter) (out []shift) {
		for _, p := range within(l.U0, reachOf(s.Size)) {
			if c.Letters[p.letter].Text == l.Text && math.Abs(p.v-s.V) <= reachOf(s.Size) {
				out = append(out, shift{p.u - l.U0, p.v - s.V})
			}
		}
		return out
	}) {
		if t.work > maxTwinWork {
			return
		}
		if !all(d) {
			continue
		}
		t.learn(d, slack, len(matched))
		apart := max(math.Abs(d.u), math.Abs(d.v)) / s.Size
		for _, p := range matched {
			t.doubled[p.owner] = append(t.doubled[p.owner], p.letter)
			t.thick[p.owner] = t.thick[p.owner] || apart > boldLeast && apart <= boldMost
			c.Stretches[p.owner].Bold = c.Stretches[p.owner].Bold || s.Bold
		}
		c.Drop(s.From, s.To)
		t.spans[i].n = 0
		return
	}
}

// shifts gives the distances at which a stretch may have its copy, the nearest
// first.
func (t *twins) shifts(i int32, of func(*mark.Letter) []shift) (out []shift) {
	c, s := t.c, &t.c.Stretches[i]
	for k := s.From; k < s.To; k++ {
		l := &c.Letters[k]
		if l.Text == "" || l.Text == " " {
			continue
		}
		for _, d := range of(l) {
			near := math.Abs(d.u) <= twinWidth*(l.U1-l.U0) && math.Abs(d.v) <= twinRaise*s.Size
			if t.spans[i].n >= twinLong || near || t.usual(d, twinSlack*s.Size) {
				out = append(out, d)
			}
		}
		break
	}
	slices.SortStableFunc(out, func(a, b shift) int { return cmp.Compare(math.Hypot(a.u, a.v), math.Hypot(b.u, b.v)) })
	return out[:min(len(out), maxTwinShifts)]
}

// learn counts the letters that stand at a distance from their copies.
func (t *twins) learn(d shift, slack float64, letters int) {
	for k := range t.known {
		if t.known[k].near(d, slack) {
			t.known[k].letters += letters
			return
		}
	}
	if len(t.known) < maxTwinShifts {
		t.known = append(t.known, knownShift{d, letters})
	}
}

func (k shift) near(d shift, slack float64) bool {
	return math.Abs(k.u-d.u) <= slack && math.Abs(k.v-d.v) <= slack
}

// usual reports whether enough letters of the page stand as far from their copies.
func (t *twins) usual(d shift, slack float64) bool {
	return slices.ContainsFunc(t.known, func(k knownShift) bool { return k.letters >= twinLong && k.near(d, slack) })
}

// embolden makes bold what was printed twice to look so.
func (t *twins) embolden() {
	if len(t.doubled) == 0 {
		return
	}
	for i, letters := range t.doubled {
		slices.Sort(letters)
		t.doubled[i] = slices.Compact(letters)
	}
	t.withoutCopiedLines()
	for i := range t.c.Stretches { // those that are cut off below are behind, and whole
		letters := t.doubled[int32(i)]
		switch {
		case !t.thick[int32(i)]:
		case len(letters) >= t.spans[i].n:
			t.c.Stretches[i].Bold = true
		default:
			t.cutOut(i, letters)
		}
	}
}

// withoutCopiedLines leaves out what is printed twice line after line.
func (t *twins) withoutCopiedLines() {
	st := t.c.Stretches
	var copied []int32 // stretches of lines all of which are printed twice
	lines, others := 0, 0
	end := func(last bool) {
		if lines >= twinLines || last && others == 0 && lines >= fewTwinLines {
			for _, i := range copied {
				delete(t.thick, i)
			}
		}
		copied, lines = copied[:0], 0
	}
	for k := 0; k < len(t.order); {
		first := &st[t.order[k]]
		from, twice := len(copied), true
		for ; k < len(t.order); k++ {
			i := t.order[k]
			if st[i].Angle != first.Angle || st[i].V-first.V > sameLine*first.Size {
				break
			}
			if t.spans[i].n > 0 {
				twice = twice && len(t.doubled[i]) >= t.spans[i].n
				copied = append(copied, i)
			}
		}
		switch {
		case len(copied) == from: // only copies stand there
		case twice:
			lines++
		default:
			copied = copied[:from]
			end(false)
			others++
		}
	}
	end(true)
}

// cutOut makes bold the letters of a stretch that are printed twice, which are
// not all of it: what is bold becomes a stretch of its own, and so does what
// follows it.
func (t *twins) cutOut(i int, letters []int32) {
	c := t.c
	s := c.Stretches[i]
	is := func(k int) bool {
		_, found := slices.BinarySearch(letters, int32(k))
		return found
	}
	from := s.From
	first := true
	for from < s.To {
		to := from + 1
		for to < s.To && (c.Letters[to].Text == " " || is(to) == is(from)) {
			to++
		}
		part := s
		part.From, part.To = from, to
		part.Bold = s.Bold || is(from)
		if first {
			c.Stretches[i], first = part, false
		} else {
			c.Stretches = append(c.Stretches, part)
		}
		from = to
	}
}
