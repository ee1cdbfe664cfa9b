package arrange

import (
	"bytes"
	"cmp"
	"math"
	"slices"
	"strings"

	"recount.invalid/recount/extract/internal/chars"
	"recount.invalid/recount/extract/internal/mark"
	"recount.invalid/recount/model"
)

// spacing is what a line's own gaps say of it.
type spacing struct {
	word     float64 // gap in em from which on two letters are two words
	ordinary float64 // usual gap between two words in em
}

// measure looks at the gaps of a line: letters that are all set apart
// (tracking) raise the gap that makes a word, loose word spacing raises the
// gap that makes a cell.
func (a *Arranger) measure() spacing {
	sp := spacing{word: wordGap, ordinary: 0.28}
	// Most lines have neither letters set apart nor a gap that could part
	// cells; one look tells.
	apart, wide := 0, false
	for k := 1; k < len(a.placed); k++ {
		g := a.placed[k].gap
		if g > 0.5*wordGap && g <= mark.TrackedGap && !a.placed[k].blank {
			apart++
		}
		wide = wide || g > cellGap
	}
	if apart >= 2 {
		if t := a.tracking(); t > 0 {
			sp.word += t
		} else if squeezed, ok := a.squeezed(); ok {
			sp.word = squeezed
		}
	}
	if !wide {
		return sp
	}
	a.gaps = a.gaps[:0]
	for k := 1; k < len(a.placed); k++ {
		q := &a.placed[k]
		if q.gap < 1 && q.blank || q.gap > sp.word && (q.gap < cellGap || q.gap < 1 && q.stretch == a.placed[k-1].stretch) {
			a.gaps = append(a.gaps, q.gap)
		}
	}
	if len(a.gaps) > 0 {
		slices.Sort(a.gaps)
		sp.ordinary = max(0.2, a.gaps[len(a.gaps)/2])
	}
	return sp
}

// tracking is the usual gap in em between the letters of a line most of which
// are set apart, 0 for any other line.
func (a *Arranger) tracking() float64 {
	apart := 0
	a.gaps = a.gaps[:0]
	for k := 1; k < len(a.placed); k++ {
		if q := &a.placed[k]; !q.blank && q.gap <= mark.TrackedGap && chars.IsLetter(q.text) && chars.IsLetter(a.placed[k-1].text) {
			a.gaps = append(a.gaps, q.gap)
			if q.gap > 0.5*wordGap {
				apart++
			}
		}
	}
	if len(a.gaps) < 3 || 5*apart < 3*len(a.gaps) {
		return a.trackedName()
	}
	slices.Sort(a.gaps)
	return a.gaps[len(a.gaps)/2]
}

// trackedName is tracking for a line that has too few letters to show it
// otherwise, such as a heading 'UK: +1': capitals and signs, all as far from each
// other where no blank is shown, with nothing but blanks between words wider.
func (a *Arranger) trackedName() float64 {
	a.gaps = a.gaps[:0]
	pairs := 0
	least := math.Inf(1) // gap between two words
	for k := range a.placed {
		q := &a.placed[k]
		if chars.IsLetter(q.text) && strings.ToUpper(q.text) != q.text {
			return 0
		}
		switch {
		case k == 0:
		case q.blank || q.gap > mark.TrackedGap:
			least = min(least, q.gap)
		default:
			a.gaps = append(a.gaps, q.gap)
			if chars.IsLetter(q.text) && chars.IsLetter(a.placed[k-1].text) {
				pairs++
			}
		}
	}
	if pairs == 0 || len(a.gaps) < 2 {
		return 0
	}
	slices.Sort(a.gaps)
	narrow, wide := a.gaps[0], a.gaps[len(a.gaps)-1]
	if narrow <= 0.5*wordGap || wide-narrow > evenGaps || least < wide+wordGap {
		return 0
	}
	return wide
}

// evenGaps is how far, in em, the gaps between letters that are set apart evenly
// differ.
const evenGaps = 0.08

// squeezed gives the gap in em from which on two letters are two words on a
// line whose word spacing was shrunk to about wordGap, as TeX justifies: no
// blank is shown, the gaps between words are nearly alike, and no gap within a
// word comes near them.
func (a *Arranger) squeezed() (gap float64, ok bool) {
	a.gaps = a.gaps[:0]
	within := 0.0
	for k := 1; k < len(a.placed); k++ {
		switch q := &a.placed[k]; {
		case q.blank:
			return 0, false
		case q.gap > 0.5*wordGap:
			a.gaps = append(a.gaps, q.gap)
		default:
			within = max(within, q.gap)
		}
	}
	// Text whose letters stand apart has as many gaps as letters, and labels
	// are not justified: only lines of words as long as words are looked at.
	if len(a.placed) < minJustified || len(a.gaps) < minSqueezed || 3*len(a.gaps) > len(a.placed) {
		return 0, false
	}
	slices.Sort(a.gaps)
	least, usual := a.gaps[0], a.gaps[len(a.gaps)/2]
	if usual > squeezedGap || least < 0.6*usual || within > 0.6*least {
		return 0, false
	}
	return (within + least) / 2, true
}

const (
	// squeezedGap is the widest usual gap, in em, of a line that was squeezed;
	// from there on wordGap parts all words of a line.
	squeezedGap = 1.35 * wordGap
	// minSqueezed is how many gaps show how wide a line's gaps are, and
	// minJustified how many letters a line has that is set from margin to margin.
	minSqueezed  = 5
	minJustified = 40
)

// runs parts the row of letters into runs and appends the line.
func (a *Arranger) runs(lv *level) {
	if len(a.placed) == 0 {
		return
	}
	sp := a.measure()
	st := a.c.Stretches
	ex, ey := mark.Direction(int(st[a.placed[0].stretch].Angle))
	line := model.Line{Page: a.page, Dir: quarter(st[a.placed[0].stretch].Angle)}
	li := len(a.lines)
	v, size := a.mainBaseline(lv)
	line.Size = size
	from := 0
	count := 1
	turned := mayRunLeft(a.placed[0].text)
	touching := min(wordless, sp.word)
	for k := 1; k < len(a.placed); k++ {
		p, before := &a.placed[k], &a.placed[k-1]
		turned = turned || mayRunLeft(p.text)
		// A raised figure is a run of its own, as one is that is set smaller
		// and higher: a marker is no part of the word before it.
		raised := (len(p.text) > 1 || len(before.text) > 1) && a.superiorAt(k) != a.superiorAt(k-1)
		if p.stretch == before.stretch && p.gap <= touching && !p.blank && !raised {
			continue // within a word, as most letters are
		}
		p.space, p.cut = a.between(k, sp, size)
		p.cut = p.cut || raised
		if p.cut {
			count++
		}
	}
	if turned {
		a.logical()
	}
	line.Runs = make([]model.Run, 0, count)
	space, gap := false, 0.0
	var before, behind float64 // where the run before begins and ends
	flush := func(to int) {
		s := &st[a.placed[from].stretch]
		first := &a.placed[from]
		begin, end := first.u0, first.u1
		start := len(a.text)
		for k := from; k < to; k++ {
			p := &a.placed[k]
			begin, end = min(begin, p.u0), max(end, p.u1)
			if p.space && k > from {
				a.text = append(a.text, ' ')
			}
			if len(p.text) == 1 {
				a.text = append(a.text, p.text[0])
			} else {
				a.text = append(a.text, p.text...)
			}
		}
		a.fold(start)
		if turned && from > 0 {
			gap = max(0, begin-behind, before-end)
		}
		before, behind = begin, end
		r := model.Run{
			Font:     s.Face.Name,
			Size:     s.Size,
			Bold:     s.Bold,
			Italic:   s.Italic,
			Box:      mark.Box(ex, ey, begin, end, s.V-s.Face.Ascent*s.Size, s.V-s.Face.Descent*s.Size),
			Space:    space,
			Gap:      gap,
			Hidden:   s.Hidden,
			Artifact: s.Artifact,
		}
		if rise := v - s.V; math.Abs(rise) > riseNoise*size {
			r.Rise = rise
		}
		a.texts = append(a.texts, textRun{li, len(line.Runs), start, len(a.text)})
		line.Runs = append(line.Runs, r)
		line.Box = line.Box.Union(r.Box)
		from = to
	}
	for k := 1; k < len(a.placed); k++ {
		if !a.placed[k].cut {
			continue
		}
		flush(k)
		space = a.placed[k].space
		gap = max(0, a.placed[k].u0-a.placed[k-1].u1)
	}
	flush(len(a.placed))
	line.Baseline = baseline(line.Dir, v, ex, ey, a.placed[0].u0)
	a.lines = append(a.lines, line)
}

// fold takes multiple and outer blanks out of the text from start on; they
// come from glyphs that stand for more than one character.
func (a *Arranger) fold(start int) {
	s := a.text[start:]
	if len(s) > 0 && s[0] != ' ' && s[len(s)-1] != ' ' && !bytes.Contains(s, []byte("  ")) {
		return
	}
	words := bytes.FieldsFunc(s, func(r rune) bool { return r == ' ' })
	a.text = append(a.text[:start], bytes.Join(words, []byte(" "))...)
}

// brokenGap is the widest gap in em before the hyphen that breaks a line's last
// word. Word processors set it by itself at the margin, and what justifying the
// line has rounded away adds up in front of it.
const brokenGap = 0.2

// breaksWord reports whether q, which ends its line, is a hyphen shown by
// itself right behind the letter p.
func (a *Arranger) breaksWord(p, q *placed) bool {
	return p.stretch != q.stretch && q.gap <= brokenGap && chars.IsLetter(p.text) && (q.text == "-" || q.text == "\u2010" || q.text == "\u00ad")
}

// wordless is the widest gap in em in which no rule can stand.
const wordless = 0.1

// between tells what stands before the k-th letter: white space, and the end
// of a run.
func (a *Arranger) between(k int, sp spacing, size float64) (space, cut bool) {
	p, q := &a.placed[k-1], &a.placed[k]
	g := q.gap
	space = q.blank || g > sp.word && !(k == len(a.placed)-1 && a.breaksWord(p, q))
	s, t := &a.c.Stretches[p.stretch], &a.c.Stretches[q.stretch]
	if math.Abs(s.V-t.V) > riseNoise*size && t.Size < s.Size {
		space = q.blank || g > max(sp.word, raisedGap)
	}
	if p.stretch != q.stretch && !alike(s, t, size) {
		return space, true
	}
	if g <= wordless {
		return space, false
	}
	if space {
		limit := max(cellGap, 1.8*sp.ordinary)
		if q.blank && p.stretch == q.stretch {
			limit = max(cellBlank, 3*sp.ordinary)
		}
		if g > limit || g > cellGap && s.Angle == 0 && a.overGutter(p.u1, q.u0) {
			return true, true
		}
	}
	if a.parted(p, q, s) {
		return true, true
	}
	return space, false
}

// alike reports whether two stretches may share a run.
func alike(s, t *mark.Stretch, size float64) bool {
	return s.Bold == t.Bold && s.Italic == t.Italic && s.Hidden == t.Hidden && s.Artifact == t.Artifact &&
		math.Abs(s.Size-t.Size) <= 0.02*max(s.Size, t.Size) &&
		math.Abs(s.V-t.V) <= riseNoise*size &&
		(s.Face == t.Face || s.Face.Name == t.Face.Name)
}

// overGutter reports whether the white space from x0 to x1 lies over that between two
// columns: a loose line in one of them must not take the line beside it for more of
// itself.
func (a *Arranger) overGutter(x0, x1 float64) bool {
	for _, x := range a.gutters {
		if x0 < x && x < x1 {
			return true
		}
	}
	return false
}

// parted reports whether a vertical rule stands between two letters of
// upright text.
func (a *Arranger) parted(p, q *placed, s *mark.Stretch) bool {
	return s.Angle == 0 && a.ruled(p.u1, q.u0, s.V-0.3*s.Size, s.Size)
}

// ruled reports whether a vertical rule stands between x0 and x1 at height y.
func (a *Arranger) ruled(x0, x1, y, size float64) bool {
	if len(a.vertical) == 0 {
		return false
	}
	slack := 0.1 * size
	// Rules are thin: one whose left edge stands further left than this is
	// wholly left of the gap.
	first, _ := slices.BinarySearchFunc(a.vertical, x0-slack-ruleThickness*max(size, a.usual), func(r model.Rule, x float64) int {
		return cmp.Compare(r.Box[0], x)
	})
	for _, r := range a.vertical[first:] {
		if r.Box[0] > x1+slack || !a.spend(1) {
			break
		}
		if x := r.Box.CentreX(); x >= x0-slack && x <= x1+slack && r.Box[1] <= y && r.Box[3] >= y {
			return true
		}
	}
	return false
}

// mainBaseline is the baseline and size of most of a line's letters.
func (a *Arranger) mainBaseline(lv *level) (v, size float64) {
	type key struct{ v, size float64 }
	best := 0
	var count [8]int
	var keys [8]key
	n := 0
	st := a.c.Stretches
	for i := 0; i < len(a.placed); {
		// Neighbours are mostly of one stretch.
		first := i
		for i++; i < len(a.placed) && a.placed[i].stretch == a.placed[first].stretch; i++ {
		}
		s := &st[a.placed[first].stretch]
		k := 0
		for k < n && (math.Abs(keys[k].v-s.V) > riseNoise*s.Size || math.Abs(keys[k].size-s.Size) > 0.02*s.Size) {
			k++
		}
		if k == len(keys) {
			continue
		}
		if k == n {
			keys[k] = key{s.V, s.Size}
			n++
		}
		count[k] += i - first
		if count[k] > count[best] {
			best = k
		}
	}
	// A line's height is its larger text's even where a long raised mark has
	// more letters ("CO" and a row of note numbers).
	for k := range n {
		raised := math.Abs(keys[k].v-keys[best].v) > riseNoise*keys[k].size
		if raised && keys[k].size > keys[best].size/raisedSize && math.Abs(keys[k].v-lv.v) <= sameBaseline*lv.size {
			best = k
		}
	}
	return keys[best].v, keys[best].size
}

// quarter is the model's direction nearest to an angle.
func quarter(angle int16) model.Direction {
	return model.Direction((int(angle) + 45) / 90 % 4 * 90)
}

// baseline is the distance that model.Line.Baseline states.
func baseline(d model.Direction, v, ex, ey, u float64) float64 {
	if d == model.Rightward || d == model.Leftward {
		return u*ey + v*ex
	}
	return u*ex - v*ey
}
