package arrange

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/extract/internal/chars"
	"recount.invalid/recount/extract/internal/mark"
	"recount.invalid/recount/model"
)

// Thresholds of line building. All are shares of the font size (em), so that
// a page set in 6 points reads like one set in 12.
const (
	// sameBaseline is how far two baselines may differ and still be drawn as
	// one: rounding of coordinates, and no more.
	sameBaseline = 0.1
	// sameLine is how far the baselines of cells of one row may differ, as
	// they do when fonts of two sizes are centred. Half the leading of a
	// label in two lines is 0.5 and more, and must not be reached.
	sameLine = 0.3
	// A raised run (footnote marker, ordinal) stands up to maxRise above its
	// line's baseline; a lowered one down to maxDrop below it.
	maxRise = 0.75
	maxDrop = 0.4
	// raisedSize is how large a raised or lowered run may be against its
	// line's text; larger ones must keep to equalRise and be short.
	raisedSize = 0.9
	equalRise  = 0.5
	// A raised run touches its line: adjacent is the gap allowed to the word
	// before it, leading the gap to the word after it (a note's number and
	// the blank behind it).
	adjacent = 0.4
	leading  = 0.75
	// A raised number before a line's first letter is a note's; TeX sets a
	// stretching blank between the two.
	numberLeading = 1.6
	// Word processors set a note's number to the left of a hanging indent of
	// half an inch at most; it is smaller than hangingSize then.
	hangingLeading = 3.0
	hangingSize    = 0.75
	// pieceGap parts a level into pieces that are looked at one by one.
	pieceGap = 1.0
	// wordGap is the gap that makes two words of letters between which no
	// blank was shown. poppler has 0.1, pdf.js 0.102, pdfminer 0.1 of a
	// character's width; kerning and cut words ("cl ear") stay below 0.1,
	// the narrowest blank of a justified TeX line is above 0.2.
	wordGap = 0.14
	// maxMarkWidth is the widest mark behind a separator, in its size: a
	// note's number has few figures.
	maxMarkWidth = 6
	// raisedGap is wordGap before a raised or lowered letter of a smaller
	// size: word processors place it by the width that the text before it
	// would have on screen, up to 0.15 off ("21 st"); a blank of TeX's between
	// the two sizes is 0.23 and more.
	raisedGap = 0.2
	// blankGap is the gap that makes two words of letters between which a
	// blank was shown. A blank over which the writer went back, or that he
	// squeezed to nothing, is none: so words come to be cut ("sour ce").
	blankGap = 0.05
	// cellGap is the gap without a blank that parts two cells, cellBlank the
	// same where a blank was shown; both grow with the word spacing of the
	// line, so that a loose justified line stays one run.
	cellGap   = 0.5
	cellBlank = 1.2
	// riseNoise is the difference of baselines that is no rise.
	riseNoise = 0.05
)

// found is what an arranger works on: what a page shows, and what it finds of signs
// and strikes in it.
type found struct {
	*mark.Page
	drawn      mark.Tally // figures with a minus that is drawn as a line
	struck     mark.Tally // letters that a line strikes out
	struckWork int        // comparisons of lines with letters
	spans      []span     // of the stretches, for what looks at all of them
}

// Arranger turns what a page shows into lines. It keeps its memory from page to
// page; the zero value is one without any.
type Arranger struct {
	c        *found
	twins    []span // memory of found.spans
	page     int
	vertical []model.Rule // rules that part cells, left to right
	gutters  []float64    // white space between columns of text that the page is known to have

	order []int32 // stretches of one angle, by baseline
	usual float64 // the page's usual font size
	work  int     // comparisons made on this page, see maxWork

	spans  []span
	levels []level
	pieces []piece
	row    []int32 // stretches of the line that is being made, from left to right
	placed []placed
	gaps   []float64

	text  []byte    // of all runs of the page
	texts []textRun // where each run's text stands in it
	lines []model.Line
}

// maxWork bounds the comparisons of letters, pieces and rules on one page; a
// dense page makes some hundred thousand. Beyond it raised runs stay lines of
// their own, cells of nearly one height too, and rules part nothing.
const maxWork = 50_000_000

// spend takes n comparisons from what the page has left and reports whether
// there was any.
func (a *Arranger) spend(n int) bool {
	a.work += n
	return a.work <= maxWork
}

// textRun says which run a part of Arranger.text belongs to.
type textRun struct{ line, run, from, to int }

// piece is a row of stretches of one baseline without a wide gap.
type piece struct {
	order   []int32 // stretches, by place
	u0, u1  float64
	v, size float64
	count   int // letters that are no blanks
	level   int
	host    int // level that it belongs to: its own, or the one beside whose text it stands
}

// span is where a stretch's visible letters begin and end, and how many there
// are.
type span struct {
	u0, u1 float64
	n      int
	i      int32
}

// level is everything that stands on one baseline.
type level struct {
	v, size float64
	pieces  []piece
	host    int // level that this one is merged into
}

// placed is a letter in its line.
type placed struct {
	text    string
	u0, u1  float64
	gap     float64 // clear distance to the letter before, tracking taken off, in em of the two letters' mean size
	stretch int32
	blank   bool // a blank that can be seen stands before it
	space   bool // white space stands before it
	cut     bool // a run begins with it
}

// assemble gives the page's lines in reading order.
func (a *Arranger) assemble(c *found, page int, rules []model.Rule) []model.Line {
	a.c, a.page, a.lines = c, page, a.lines[:0]
	a.text, a.texts = a.text[:0], a.texts[:0]
	a.work = 0
	a.usual = c.usualSize()
	a.vertical = a.vertical[:0]
	for _, r := range rules {
		if !r.Horizontal() {
			a.vertical = append(a.vertical, r)
		}
	}
	slices.SortFunc(a.vertical, func(p, q model.Rule) int { return cmp.Compare(p.Box[0], q.Box[0]) })

	a.joinBlanks()
	var angles []int16
	for i := range c.Stretches {
		if !slices.Contains(angles, c.Stretches[i].Angle) {
			angles = append(angles, c.Stretches[i].Angle)
		}
	}
	slices.Sort(angles)
	for k := 0; k < len(angles); k++ {
		if a.direction(angles[k]) && !slices.Contains(angles, 270) {
			angles = append(angles, 270)
		}
	}
	// One string holds the text of all runs: a page has hundreds.
	all := string(a.text)
	for _, t := range a.texts {
		a.lines[t.line].Runs[t.run].Text = chars.Normal(all[t.from:t.to])
	}
	lines := readingOrder(a.lines)
	clear(a.lines) // the page's alone from here on
	return lines
}

// joinBlanks gives a blank that was shown by itself to the stretch before it on
// its baseline: alone it would stand for nothing, and with it go the only sign
// that two words are two where the gap between them is narrow.
func (a *Arranger) joinBlanks() {
	st := a.c.Stretches
	last := -1 // the stretch that the letters so far belong to
	for i := range st {
		s := &st[i]
		if last >= 0 && !a.extent(i) {
			p := &st[last]
			if p.To == s.From && p.Angle == s.Angle && math.Abs(p.V-s.V) <= sameBaseline*s.Size {
				p.To, s.From = s.To, s.To
				continue
			}
		}
		last = i
	}
}

// direction builds the lines of one reading direction. It reports whether letters
// of it are to be read downward.
func (a *Arranger) direction(angle int16) (stacked bool) {
	a.order = a.order[:0]
	for i := range a.c.Stretches {
		if a.c.Stretches[i].Angle == angle && a.extent(i) {
			a.order = append(a.order, int32(i))
		}
	}
	st := a.c.Stretches
	slices.SortStableFunc(a.order, func(i, j int32) int { return cmp.Compare(st[i].V, st[j].V) })
	a.makeLevels()
	stacked = angle == 0 && a.unstack()
	a.mergeLevels()
	a.attachPieces()
	for i := range a.levels {
		if a.levels[i].host == i {
			a.line(i)
		}
	}
	return stacked
}

// extent reports whether a stretch shows anything but blanks.
func (a *Arranger) extent(i int) bool {
	s := &a.c.Stretches[i]
	for k := s.From; k < s.To; k++ {
		if t := a.c.Letters[k].Text; t != "" && t != " " {
			return true
		}
	}
	return false
}

// makeLevels parts the stretches by baseline and each baseline into pieces.
func (a *Arranger) makeLevels() {
	a.levels = a.levels[:0]
	st := a.c.Stretches
	for i := 0; i < len(a.order); {
		first := &st[a.order[i]]
		j := i + 1
		for j < len(a.order) && st[a.order[j]].V-first.V <= sameBaseline*min(first.Size, st[a.order[j]].Size) {
			j++
		}
		order := a.order[i:j]
		if n := a.stamped(order); n > 0 {
			a.addLevel(order[:n])
			order = order[n:]
		}
		a.addLevel(order)
		i = j
	}
}

// addLevel makes a level of stretches of one baseline.
func (a *Arranger) addLevel(order []int32) {
	n := len(a.levels)
	a.levels = slices.Grow(a.levels, 1)[:n+1]
	a.levels[n] = level{host: n, pieces: a.levels[n].pieces[:0]}
	a.cutPieces(order)
}

// stampSize is how many times as large as the text below it a stamp is, such as
// 'EMBARGOED' over a page.
const stampSize = 1.6

// stamped puts the stretches of a stamp that lies over text of its baseline behind
// that text and gives their number from the front: how many are text. It is 0
// where there is none.
func (a *Arranger) stamped(order []int32) int {
	st := a.c.Stretches
	small, large := math.Inf(1), 0.0
	for _, i := range order {
		small, large = min(small, st[i].Size), max(large, st[i].Size)
	}
	if large < stampSize*small {
		return 0
	}
	is := func(i int32) bool { return st[i].Size >= stampSize*small }
	over := false
	for _, i := range order {
		if over || !is(i) {
			continue
		}
		u0, u1, _ := a.c.Bounds(int(i))
		for _, j := range order {
			if is(j) || !a.spend(1) {
				continue
			}
			if v0, v1, _ := a.c.Bounds(int(j)); min(u1, v1)-max(u0, v0) > overprint*small {
				over = true
				break
			}
		}
	}
	if !over {
		return 0
	}
	slices.SortStableFunc(order, func(i, j int32) int {
		switch {
		case is(i) == is(j):
			return 0
		case is(j):
			return -1
		}
		return 1
	})
	n := 0
	for n < len(order) && !is(order[n]) {
		n++
	}
	return n
}

// cutPieces fills the last level from the stretches of its baseline.
func (a *Arranger) cutPieces(order []int32) {
	lv := &a.levels[len(a.levels)-1]
	a.spans = a.spans[:0]
	for _, i := range order {
		u0, u1, n := a.c.Bounds(int(i))
		a.spans = append(a.spans, span{u0, u1, n, i})
	}
	spans := a.spans
	slices.SortStableFunc(spans, func(p, q span) int { return cmp.Compare(p.u0, q.u0) })
	var best int
	for k, sp := range spans {
		order[k] = sp.i
		s := &a.c.Stretches[sp.i]
		if n := len(lv.pieces); n > 0 {
			p := &lv.pieces[n-1]
			if sp.u0-p.u1 <= pieceGap*min(p.size, s.Size) && sizesClose(p.size, s.Size) {
				p.order = order[k+1-len(p.order)-1 : k+1]
				p.u1 = max(p.u1, sp.u1)
				p.count += sp.n
				if sp.n > best {
					best, p.v, p.size = sp.n, s.V, s.Size
				}
				continue
			}
		}
		best = sp.n
		lv.pieces = append(lv.pieces, piece{
			order: order[k : k+1], u0: sp.u0, u1: sp.u1, v: s.V, size: s.Size,
			count: sp.n, level: len(a.levels) - 1, host: len(a.levels) - 1,
		})
	}
	most := 0
	for _, p := range lv.pieces {
		if p.count > most {
			most, lv.v, lv.size = p.count, p.v, p.size
		}
	}
}

// sizesClose reports whether two sizes are those of running text side by
// side rather than of text and its raised mark.
func sizesClose(a, b float64) bool { return min(a, b) >= raisedSize*max(a, b) }

// mergeLevels joins levels whose baselines are nearly the same: cells of one
// row. Levels that stand over each other stay apart, however near: that is
// text printed over text.
func (a *Arranger) mergeLevels() {
	for i := range a.levels {
		if a.levels[i].host != i {
			continue
		}
		for j := i + 1; j < len(a.levels); j++ {
			p, q := &a.levels[i], &a.levels[j]
			if q.v-p.v > sameLine*max(p.size, q.size) || !a.spend(1+len(p.pieces)+len(q.pieces)) {
				break
			}
			if q.host != j || q.v-p.v > sameLine*min(p.size, q.size) || overlaps(p.pieces, q.pieces, 0.25*min(p.size, q.size)) {
				continue
			}
			q.host = i
			merged := slices.Concat(p.pieces, q.pieces)
			for k := range merged {
				merged[k].host = i
			}
			slices.SortStableFunc(merged, func(x, y piece) int { return cmp.Compare(x.u0, y.u0) })
			if countOf(q.pieces) > countOf(p.pieces) {
				p.v, p.size = q.v, q.size
			}
			p.pieces, q.pieces = merged, nil
		}
	}
}

func countOf(ps []piece) (n int) {
	for _, p := range ps {
		n += p.count
	}
	return n
}

// overlaps reports whether two rows of pieces, both left to right, share more
// than tolerance of the reading direction.
func overlaps(p, q []piece, tolerance float64) bool {
	for i, j := 0, 0; i < len(p) && j < len(q); {
		if min(p[i].u1, q[j].u1)-max(p[i].u0, q[j].u0) > tolerance {
			return true
		}
		if p[i].u1 < q[j].u1 {
			i++
		} else {
			j++
		}
	}
	return false
}

// attachPieces gives raised and lowered pieces to the line beside whose text
// they stand.
func (a *Arranger) attachPieces() {
	for i := range a.levels {
		kept := a.levels[i].pieces[:0]
		for _, p := range a.levels[i].pieces {
			if h := a.hostOf(p, i); h >= 0 {
				p.host = h
				a.pieces = append(a.pieces, p)
				continue
			}
			kept = append(kept, p)
		}
		a.levels[i].pieces = kept
	}
	a.attachRows()
	a.attachSeparators()
	for _, p := range a.pieces {
		// The host may itself have been attached elsewhere only if nothing
		// of it was left; then the piece stays a line of its own.
		h := p.host
		if len(a.levels[h].pieces) == 0 {
			h = p.level
			a.levels[h].host = h
			a.levels[h].v, a.levels[h].size = p.v, p.size
		}
		a.levels[h].pieces = append(a.levels[h].pieces, p)
	}
	a.pieces = a.pieces[:0]
	for i := range a.levels {
		if len(a.levels[i].pieces) == 0 {
			a.levels[i].host = -1
		}
	}
}

// attachSeparators gives what stands between two raised marks of one line to
// that line: a comma that is raised but not set smaller touches no letter of
// the line itself, and one of another size has a level of its own.
func (a *Arranger) attachSeparators() {
	if len(a.pieces) < 2 {
		return
	}
	marks := slices.Clone(a.pieces)
	slices.SortStableFunc(marks, byEnd)
	for i := range a.levels {
		kept := a.levels[i].pieces[:0]
		for _, p := range a.levels[i].pieces {
			if h := a.betweenMarks(p, marks); h >= 0 {
				p.host = h
				a.pieces = append(a.pieces, p)
				continue
			}
			kept = append(kept, p)
		}
		a.levels[i].pieces = kept
	}
	// A separator that is raised above the marks themselves has gone to their
	// level, of which nothing is left.
	for k := range a.pieces {
		if p := &a.pieces[k]; len(a.levels[p.host].pieces) == 0 {
			if h := a.betweenMarks(*p, marks); h >= 0 {
				p.host = h
			}
		}
	}
}

// betweenMarks finds the level to whose marks, sorted by their ends, a
// separator's two neighbours belong, or -1. Marks that stand close are one
// piece, with a gap in it for the separator.
func (a *Arranger) betweenMarks(p piece, marks []piece) int {
	if !a.isSeparator(p) {
		return -1
	}
	near := adjacent * p.size
	from := sort.Search(len(marks), func(k int) bool { return marks[k].u1 >= p.u0-near })
	for k := from; k < len(marks) && marks[k].u1 <= p.u1+maxMarkWidth*p.size && a.spend(1); k++ {
		m := &marks[k]
		if math.Abs(m.v-p.v) > maxRise*p.size {
			continue
		}
		if m.u0 < p.u0 && m.u1 > p.u1 {
			return m.host
		}
		if math.Abs(m.u0-p.u1) > near {
			continue
		}
		for n := from; n < k && marks[n].u1 <= p.u0+near && a.spend(1); n++ {
			if l := &marks[n]; l.host == m.host && math.Abs(l.v-p.v) <= maxRise*p.size {
				return m.host
			}
		}
	}
	return -1
}

// isSeparator reports whether a piece is a comma, a semicolon or a dash.
func (a *Arranger) isSeparator(p piece) bool {
	if p.count != 1 {
		return false
	}
	for _, i := range p.order {
		s := &a.c.Stretches[i]
		for k := s.From; k < s.To; k++ {
			switch a.c.Letters[k].Text {
			case "", " ", ",", ";", "-", "\u2013":
			default:
				return false
			}
		}
	}
	return true
}

// hostOf finds the level beside whose text a piece of level i stands raised
// or lowered, or -1.
func (a *Arranger) hostOf(p piece, i int) int {
	best, bestCost := -1, math.Inf(1)
	try := func(j int) {
		l := &a.levels[j]
		for _, q := range l.pieces {
			if !a.spend(1) {
				return
			}
			rise := q.v - p.v
			small := p.size <= raisedSize*q.size
			if q.size >= stampSize*p.size && math.Abs(rise) <= riseNoise*q.size {
				continue // text beside a letter of a stamp
			}
			if !small && (p.size > 1.02*q.size || p.count > 6 || p.count >= q.count || math.Abs(rise) > equalRise*q.size) {
				continue
			}
			if rise > maxRise*q.size || rise < -maxDrop*q.size || small && p.count > max(12, q.count) {
				continue
			}
			gap, ok := a.beside(p, q, small)
			if !ok {
				continue
			}
			// Raised marks are far more frequent than lowered ones.
			cost := gap/q.size + math.Abs(rise)/q.size
			if rise < 0 {
				cost += 0.3
			}
			if cost < bestCost {
				best, bestCost = j, cost
			}
		}
	}
	reach := 4 * p.size // more than any rise of a mark half as large as its text
	for j := i - 1; j >= 0 && p.v-a.levels[j].v <= reach && a.spend(1); j-- {
		if a.levels[j].host == j {
			try(j)
		}
	}
	for j := i + 1; j < len(a.levels) && a.levels[j].v-p.v <= reach && a.spend(1); j++ {
		if a.levels[j].host == j {
			try(j)
		}
	}
	return best
}

// beside reports whether a piece touches q's letters from the right, from the
// left or from within a gap, without standing over any of them. gap is the
// clear distance to the nearer one.
func (a *Arranger) beside(p, q piece, small bool) (gap float64, ok bool) {
	reach := leading
	if small && a.isNumber(p) {
		reach = numberLeading
		if p.size <= hangingSize*q.size {
			reach = hangingLeading
		}
	}
	if p.u0 > q.u1+leading*q.size || p.u1 < q.u0-reach*q.size {
		return 0, false
	}
	slack := 0.3 * p.size
	before, after := math.Inf(1), math.Inf(1)
	for _, i := range q.order {
		s := &a.c.Stretches[i]
		if !a.spend(s.To - s.From) {
			return 0, false
		}
		for k := s.From; k < s.To; k++ {
			l := &a.c.Letters[k]
			if l.Text == "" || l.Text == " " {
				continue
			}
			if min(l.U1, p.u1)-max(l.U0, p.u0) > slack {
				return 0, a.accent(p, l) && math.Abs(q.v-p.v) < equalRise*q.size
			}
			if l.U0 < p.u0 {
				before = min(before, p.u0-l.U1)
			} else {
				after = min(after, l.U0-p.u1)
			}
		}
	}
	if !small && min(before*3, after*6) > adjacent*q.size && !(a.opens(p, q) && after <= leading*q.size) {
		return 0, false // equal sizes must touch, but for a note's raised number
	}
	if before <= adjacent*q.size {
		return max(before, 0), true
	}
	if math.IsInf(before, 1) && after <= reach*q.size || after <= leading*q.size {
		return max(after, 0), true
	}
	return 0, false
}

// opens reports whether p is a number of the size of q's text that stands
// raised before its first letter, as that of a note does where the writer
// raises without making smaller.
func (a *Arranger) opens(p, q piece) bool {
	return p.u1 <= q.u0+0.1*q.size && q.v-p.v > sameBaseline*q.size && a.isNumber(p)
}

// isNumber reports whether a piece is up to five figures and nothing else but
// the blank behind them.
func (a *Arranger) isNumber(p piece) bool {
	if p.count > 6 {
		return false
	}
	figures := 0
	for _, i := range p.order {
		s := &a.c.Stretches[i]
		for k := s.From; k < s.To; k++ {
			t := a.c.Letters[k].Text
			if t == " " && figures > 0 {
				continue
			}
			if len(t) != 1 || t[0] < '0' || t[0] > '9' {
				return false
			}
			figures++
		}
	}
	return 1 <= figures && figures <= 5
}

// accent reports whether a piece is an accent over the letter l, as TeX
// draws it.
func (a *Arranger) accent(p piece, l *mark.Letter) bool {
	if p.count != 1 {
		return false
	}
	for _, i := range p.order {
		s := &a.c.Stretches[i]
		for k := s.From; k < s.To; k++ {
			if _, ok := accents[a.c.Letters[k].Text]; ok {
				return true
			}
		}
	}
	return false
}

// accents are the marks that old fonts have as characters of their own, with
// the combining character that stands for each.
var accents = map[string]string{
	"\u00b4": "\u0301", "`": "\u0300", "\u02cb": "\u0300", "\u00a8": "\u0308",
	"\u02c6": "\u0302", "^": "\u0302", "\u02dc": "\u0303", "~": "\u0303",
	"\u00af": "\u0304", "\u02d8": "\u0306", "\u02d9": "\u0307", "\u02da": "\u030a",
	"\u02dd": "\u030b", "\u02c7": "\u030c", "\u00b8": "\u0327", "\u02db": "\u0328",
	"\u02ca": "\u0301",
}

// line makes one line of a level and what was attached to it.
func (a *Arranger) line(i int) {
	lv := &a.levels[i]
	a.row = a.row[:0]
	for _, p := range lv.pieces {
		a.row = append(a.row, p.order...)
	}
	// A raised piece stands between stretches of the piece that it touches.
	begins := func(i int32) float64 { return a.c.Letters[a.c.Stretches[i].From].U0 }
	slices.SortStableFunc(a.row, func(i, j int32) int { return cmp.Compare(begins(i), begins(j)) })
	if a.placeInOrder() {
		a.runs(lv)
		return
	}
	for _, row := range a.layers() {
		a.row = row
		a.placeAll()
		a.runs(lv)
	}
}

// placeInOrder lays out a line whose letters come from left to right and do
// not stand over each other, as most do; it reports false at the first that
// does.
func (a *Arranger) placeInOrder() bool {
	a.placed = a.placed[:0]
	end := math.Inf(-1)
	size, track := 1.0, 0.0 // of the letter before
	blank := false
	for _, si := range a.row {
		s := &a.c.Stretches[si]
		letters := a.c.Letters[s.From:s.To]
		for k := range letters {
			l := &letters[k]
			if l.Text == "" {
				continue
			}
			if l.U0 < end-0.1*s.Size {
				return false
			}
			if l.Text == " " {
				blank = true
				continue
			}
			gap := (l.U0 - end - track) / (0.5 * (s.Size + size))
			// The letter is filled in where it stands, which saves a copy of each.
			a.placed = slices.Grow(a.placed, 1)[:len(a.placed)+1]
			p := &a.placed[len(a.placed)-1]
			p.text, p.u0, p.u1, p.gap, p.stretch = l.Text, l.U0, l.U1, gap, si
			p.blank, p.space, p.cut = blank && gap > blankGap, false, false
			blank = false
			end, size, track = l.U1, s.Size, s.Track
		}
	}
	return true
}

// layers parts the row into rows whose stretches do not lie over each other.
// Text printed over other text on the same baseline, such as a cell's that
// runs into the next, would otherwise be mixed letter by letter. What
// is drawn twice for boldness, or raised over a lowered mark, stays together.
func (a *Arranger) layers() [][]int32 {
	st := a.c.Stretches
	type layer struct {
		row  []int32
		segs [][2]float64
	}
	var ls []layer
place:
	for _, i := range a.row {
		s := &st[i]
		segs := a.segments(i)
		slack := overprint * s.Size
		for k := range ls {
			l := &ls[k]
			last := l.row[len(l.row)-1]
			if !a.over(segs, l.segs, slack) || len(ls) == maxLayers || math.Abs(st[last].V-s.V) > riseNoise*s.Size || a.same(i, last) || a.single(i) || a.single(last) {
				l.row = append(l.row, i)
				l.segs = append(l.segs, segs...)
				continue place
			}
		}
		ls = append(ls, layer{[]int32{i}, segs})
	}
	out := make([][]int32, len(ls))
	for k := range ls {
		out[k] = ls[k].row
	}
	return out
}

// segments gives where a stretch's visible letters stand, cut at its wide
// gaps: a writer that shows a table's row in one go leaves room in it for
// what he shows later.
func (a *Arranger) segments(i int32) [][2]float64 {
	s := &a.c.Stretches[i]
	var out [][2]float64
	for k := s.From; k < s.To; k++ {
		l := &a.c.Letters[k]
		if l.Text == "" || l.Text == " " {
			continue
		}
		if n := len(out); n > 0 && l.U0 <= out[n-1][1]+pieceGap*s.Size && l.U1 >= out[n-1][0] {
			out[n-1][0], out[n-1][1] = min(out[n-1][0], l.U0), max(out[n-1][1], l.U1)
			continue
		}
		out = append(out, [2]float64{l.U0, l.U1})
	}
	return out
}

// over reports whether two rows of segments share more than slack.
func (a *Arranger) over(p, q [][2]float64, slack float64) bool {
	for _, x := range p {
		if !a.spend(len(q)) {
			return false
		}
		for _, y := range q {
			if min(x[1], y[1])-max(x[0], y[0]) > slack {
				return true
			}
		}
	}
	return false
}

const (
	// overprint is how far, in em, one stretch may reach into the next and
	// still be drawn beside it.
	overprint = 0.5
	// maxLayers bounds the rows made of one baseline.
	maxLayers = 20
)

// same reports whether two stretches show the same at nearly one place.
func (a *Arranger) same(i, j int32) bool {
	s, t := &a.c.Stretches[i], &a.c.Stretches[j]
	p, q := a.c.Letters[s.From:s.To], a.c.Letters[t.From:t.To]
	for k := range min(len(p), len(q)) {
		if p[k].Text != q[k].Text || math.Abs(p[k].U0-q[k].U0) > 0.15*s.Size {
			return false
		}
	}
	return true
}

// single reports whether a stretch shows one letter: an accent, or one of a
// row that is drawn letter by letter.
func (a *Arranger) single(i int32) bool {
	_, _, n := a.c.Bounds(int(i))
	return n <= 1
}

// placeAll lays out any line: letters are sorted, accents
// resolved.
func (a *Arranger) placeAll() {
	a.placed = a.placed[:0]
	for _, si := range a.row {
		s := &a.c.Stretches[si]
		for k := s.From; k < s.To; k++ {
			if l := &a.c.Letters[k]; l.Text != "" {
				a.placed = append(a.placed, placed{stretch: si, text: l.Text, u0: l.U0, u1: l.U1})
			}
		}
	}
	slices.SortStableFunc(a.placed, func(p, q placed) int { return cmp.Compare(p.u0, q.u0) })
	a.composeAccents()
	a.takeBlanks()
}

// composeAccents joins a mark that is drawn over a letter with the letter.
func (a *Arranger) composeAccents() {
	out := a.placed[:0]
	for k := 0; k < len(a.placed); k++ {
		p := a.placed[k]
		if mark, ok := accents[p.text]; ok {
			// The letter may begin before or behind the mark.
			if k+1 < len(a.placed) && covers(a.placed[k+1], p) {
				a.placed[k+1].text = dotted(a.placed[k+1].text) + mark
				a.placed[k+1].u0 = min(a.placed[k+1].u0, p.u0)
				continue
			}
			if n := len(out); n > 0 && covers(out[n-1], p) {
				out[n-1].text = dotted(out[n-1].text) + mark
				continue
			}
		}
		out = append(out, p)
	}
	a.placed = out
}

// dotted is the letter that a typesetter's dotless one stands for under a
// mark.
func dotted(s string) string {
	switch s {
	case "\u0131":
		return "i"
	case "\u0237":
		return "j"
	}
	return s
}

// covers reports whether a letter stands under most of a mark.
func covers(l, mark placed) bool {
	r, _ := utf8.DecodeRuneInString(l.text)
	return unicode.IsLetter(r) && min(l.u1, mark.u1)-max(l.u0, mark.u0) > 0.5*(mark.u1-mark.u0)
}

// takeBlanks takes the blanks out of the row and notes them at the letter
// that follows.
func (a *Arranger) takeBlanks() {
	out := a.placed[:0]
	blank := false
	end := math.Inf(-1)
	for _, p := range a.placed {
		if p.text == " " {
			blank = true
			continue
		}
		if n := len(out); n > 0 {
			q := &out[n-1]
			s, t := &a.c.Stretches[q.stretch], &a.c.Stretches[p.stretch]
			p.gap = (p.u0 - end - s.Track) / (0.5 * (s.Size + t.Size))
			p.blank = blank && p.gap > blankGap
		}
		if p.text[0] < 0xcc || p.u1 > end || !isMark(p.text) {
			end = p.u1 // what follows a mark stands behind the mark's letter
		}
		blank = false
		out = append(out, p)
	}
	a.placed = out
}
