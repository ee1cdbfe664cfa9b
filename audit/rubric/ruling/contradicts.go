package ruling

import (
	"slices"
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
)

// truth is whether a level has a case.
type truth int

const (
	out truth = iota
	maybe
	in
)

// Contradiction finds a sentence beside the levels whose ruling the levels contradict, and
// the level that does.
func Contradiction(sentences []string, levels []model.Level) (said string, level model.Level, ok bool) {
	const most = 200 // sentences
	scored := slices.DeleteFunc(slices.Clone(levels), func(l model.Level) bool { return l.Score == nil })
	slices.SortStableFunc(scored, func(a, b model.Level) int { return *a.Score - *b.Score })
	if len(scored) != 3 {
		return "", level, false
	}
	for i := range scored {
		if *scored[i].Score != i-1 {
			return "", level, false // two paragraphs of one level
		}
	}
	c := comparison{levels: scored}
	for _, l := range scored {
		w := waysOf(l.Text)
		c.ways = append(c.ways, w)
		c.words = append(c.words, Stems(l.Text)...)
	}
	for _, s := range sentences[:min(len(sentences), most)] {
		for _, r := range rulingsOf(s) {
			if l := c.against(r); l != nil {
				return s, *l, true
			}
		}
	}
	return "", level, false
}

// comparison is of one set of levels, the lowest first.
type comparison struct {
	levels []model.Level
	ways   []way
	words  []string // the stems of all levels
}

// against is a level that contradicts a ruling, nil where none does.
func (c *comparison) against(r ruling) *model.Level {
	if l := c.grade(r); l != nil {
		return l
	}
	of, denied, ok := c.caseOf(r)
	if !ok {
		return nil
	}
	extra := !within(of, c.words)
	switch r.kind {
	case counts, nothing:
		return c.counting(r, of, extra)
	case needed, unneeded:
		return c.need(r, of, extra)
	}
	lo, hi := -1, 1
	switch r.kind {
	case suffices:
		lo = r.score
	case atMost:
		hi = r.score
	case exactly:
		lo, hi = r.score, r.score
	}
	if extra {
		hi = 1 // the case is narrower than what the levels speak of
	}
	if lo < 0 && hi > 0 {
		return nil
	}
	var above, below *model.Level
	inside := out
	for i := range c.levels {
		t := c.has(i, of, denied, r)
		switch score := *c.levels[i].Score; {
		case score > hi && t == in:
			above = &c.levels[i]
			if c.summed(i) {
				return above // how much of it there is divides the levels, and not what it is
			}
		case score < lo && t == in:
			below = &c.levels[i]
		case score >= lo && score <= hi:
			inside = max(inside, t)
		}
	}
	switch {
	case inside == in:
		return nil
	case above != nil:
		return above
	case inside == out || lo == hi && lo < 1:
		return below
	}
	return nil
}

// summed reports whether a level asks for how much of what it names there is.
func (c *comparison) summed(i int) bool { return slices.ContainsFunc(c.ways[i], c.background) }

// caseOf are the stems of a ruling's case, and those of what it says is not there.
func (c *comparison) caseOf(r ruling) (of, denied []string, ok bool) {
	if counted(r.words) {
		return nil, nil, false // how many of it there must be others compare
	}
	for _, g := range waysOf(r.words) {
		for _, l := range g {
			switch {
			case l.apart != "" || len(g) > 1:
				return nil, nil, false
			case l.denied:
				denied = append(denied, l.stems...)
			case len(of) > 0:
				return nil, nil, false // two things together
			default:
				of = l.stems
			}
		}
	}
	return of, denied, len(of) > 0
}

// own reports whether a literal is the thing that stems name: it has a stem of theirs that
// no other of the level has, or is the only one, and each has no more than the other beside what all
// levels speak of.
func (c *comparison) own(i int, l literal, of []string) bool {
	var others []string
	several := false
	for _, g := range c.ways[i] {
		for _, o := range g {
			if !slices.Equal(o.stems, l.stems) {
				others, several = append(others, o.stems...), true
			}
		}
	}
	telling := func(s string) bool { return !among(s, others) && c.tells(s) }
	some := false
	for _, s := range l.stems {
		switch {
		case among(s, of):
			some = some || telling(s) || !several && c.tells(s)
		case telling(s) && !c.common(s):
			return false // the level asks for more of it
		}
	}
	return some
}

// tells reports whether a stem is long enough to tell anything.
func (c *comparison) tells(s string) bool { return len(s) > 2 }

// common reports whether every level has a stem.
func (c *comparison) common(s string) bool {
	for _, w := range c.ways {
		found := false
		for _, g := range w {
			for _, l := range g {
				found = found || among(s, l.stems)
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// has says whether a level has the case.
func (c *comparison) has(i int, of, denied []string, r ruling) truth {
	answer, matched := in, false
	hits := 0
	for _, g := range c.ways[i] {
		hit, refused, apart, number := false, false, false, false
		for _, l := range g {
			if left := Stems(l.apart); len(left) > 1 && within(left, of) {
				apart, refused = l.denied, refused || !l.denied
			} else if c.own(i, l, of) {
				hit, refused = hit || !l.denied, refused || l.denied
				number = number || l.number
			}
		}
		switch {
		case g[0].all:
			return out
		case c.background(g):
		case apart:
			matched = true // "no action other than speeches"
		case refused:
			return out
		case hit && hits > 0 && !r.whatever:
			answer = min(answer, maybe) // it has words of two things
		case hit && number:
			matched, answer = true, min(answer, maybe)
		case hit:
			matched = true
		case g[0].denied:
			if !r.alone && !r.whatever && !slices.ContainsFunc(g[0].stems, func(s string) bool { return among(s, denied) }) {
				answer = min(answer, maybe)
			}
		case r.whatever:
		case r.alone || slices.ContainsFunc(g[0].stems, func(s string) bool { return among(s, denied) }):
			answer = out // it takes more
		default:
			answer = min(answer, maybe)
		}
		if hit {
			hits++
		}
	}
	if !matched {
		return min(answer, maybe)
	}
	return answer
}

// background reports whether every level has what a group asks for, or a sum of it.
func (c *comparison) background(g group) bool {
	return !g[0].denied && slices.ContainsFunc(g[0].stems, func(s string) bool { return slices.Contains(sums, s) }) && !slices.ContainsFunc(g, func(l literal) bool {
		return l.apart != "" || slices.ContainsFunc(l.stems, func(s string) bool { return !slices.Contains(sums, s) && !c.common(s) })
	})
}

// sums are the stems of words for how much of something there is.
var sums = strings.Fields("mill bill thous million billion thousand hundred than amount amounts less more least most per cent percent share sum total least nothing")

// counting holds what counts, or counts for nothing, against the levels.
func (c *comparison) counting(r ruling, of []string, extra bool) *model.Level {
	for i := range c.levels {
		for _, s := range sentencesOf(c.levels[i].Text) {
			for _, x := range rulingsOf(s) {
				if x.kind != counts && x.kind != nothing || x.kind == r.kind {
					continue
				}
				other, _, ok := c.caseOf(x)
				if ok && len(of) > 0 && within(of, other) && within(other, of) {
					return &c.levels[i]
				}
			}
		}
	}
	if r.kind != nothing || extra || len(of) < 1 {
		return nil
	}
	for i := 1; i < len(c.levels); i++ {
		for _, g := range c.ways[i] {
			for _, l := range g {
				// One word alone may be any: it must be the thing itself.
				if !l.denied && c.own(i, l, of) && within(of, c.stemsOf(i)) && (len(g) > 1 || len(c.ways[i]) > 1) {
					return &c.levels[i]
				}
			}
		}
	}
	return nil
}

// stemsOf are all stems of a level.
func (c *comparison) stemsOf(i int) []string {
	var out []string
	for _, g := range c.ways[i] {
		for _, l := range g {
			out = append(out, l.stems...)
		}
	}
	return out
}

// need holds what is needed for a level, or is not, against it.
func (c *comparison) need(r ruling, of []string, extra bool) *model.Level {
	if extra {
		return nil
	}
	i := r.score + 1
	for _, g := range c.ways[i] {
		hit := slices.ContainsFunc(g, func(l literal) bool { return !l.denied && c.own(i, l, of) })
		switch {
		case !hit:
		case r.kind == unneeded && len(g) == 1:
			return &c.levels[i]
		case r.kind == needed && len(g) > 1:
			return &c.levels[i]
		}
	}
	return nil
}

var (
	reStrength = lazyregexp.New(`(?i)^(?:the\s+)?(?:depth|strength|weight|ambition|scale|size)(?:\s+(?:or|and)\s+(?:depth|strength|weight|ambition|scale|size))?(?:\s+of\s+(?:an?\s+|the\s+|each\s+|any\s+)?(?:actions?|measures?|steps?|efforts?))?$`)
	reStops    = lazyregexp.New(`[.;]\s+`)
)

// grade is a level that asks for strong action where its strength is ruled out.
func (c *comparison) grade(r ruling) *model.Level {
	if r.kind != nothing || !reStrength.MatchString(strings.TrimSpace(r.words)) {
		return nil
	}
	for i := len(c.levels) - 1; i > 0; i-- {
		for _, g := range c.ways[i] {
			for _, l := range g {
				if l.graded && !l.denied {
					return &c.levels[i]
				}
			}
		}
	}
	return nil
}

// sentencesOf are the sentences of a level.
func sentencesOf(text string) []string {
	var out []string
	for text != "" {
		var s string
		s, text = cutAt(reStops, text)
		out = append(out, s)
	}
	return out
}
