package scores

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// A column of scores whose head is no known member's is somebody's all the
// same, or a mark (a flag of 0 and 1) that the averages do not count. Which of
// the two is decided by how many averages of the whole table hold. Members
// must be tried together: with two of them unknown, either alone makes no
// average right.

// The kinds of the warnings on such columns.
const (
	// KindColumn is of columns that look like scores and are not counted.
	KindColumn = "column"
	// KindColumnDoubt is of columns of which it is not certain whether the
	// averages count them.
	KindColumnDoubt = "column-doubt"
)

const (
	// mostExact is the number of columns up to which every choice of them is
	// tried, as long as that is at most mostTries sums.
	mostExact = 12
	mostTries = 1 << 26
	// mostSteps bounds what the equations of more columns may take.
	mostSteps = 1 << 28
	// mostUnits bounds the digits of an average that a mean of scores can have.
	mostUnits = 1 << 40
)

// tryLine is a record as the averages are tried: the scores of the known members
// and the figure stated.
type tryLine struct {
	sum, count int64
	units      int64 // the stated figure in units of its last decimal
	scale      int64 // units in one
	percent    bool
}

// holds reports whether the stated figure is the mean to its last decimal,
// with a tie rounded either way.
func (l tryLine) holds() bool {
	if l.count == 0 {
		return false
	}
	of := l.sum * l.scale
	if l.percent {
		of = (l.sum + l.count) * 50 * l.scale
	}
	off := 2 * (of - l.units*l.count)
	return -l.count <= off && off <= l.count
}

// trial is a table on which choices of columns are tried.
type trial struct {
	lines   []tryLine
	columns []int      // the columns of which it is not known whose they are
	cells   [][]change // of each of them, the scores that it adds
	holding int
}

// change is one score of a column.
type change struct {
	line  int
	score int64
}

// turn adds a column to what is counted (sign +1), or takes it away (−1).
func (t *trial) turn(column int, sign int64) {
	for _, c := range t.cells[column] {
		l := &t.lines[c.line]
		if l.holds() {
			t.holding--
		}
		l.sum += sign * c.score
		l.count += sign
		if l.holds() {
			t.holding++
		}
	}
}

// addUnknownMembers counts the columns without a known member with which the
// most averages hold, and gives warnings on the others.
func (c *columns) addUnknownMembers(records []record, averages []*model.Average, f form, words *vocabulary.Vocabulary) []model.Warning {
	t := c.newTrial(records, averages, f, words)
	if len(t.columns) == 0 {
		return nil
	}
	if c.average < 0 {
		names := make([]string, len(t.columns))
		for k, column := range t.columns {
			names[k] = c.columnName(column)
		}
		return []model.Warning{{Kind: KindColumn, Text: fmt.Sprintf(
			"%s: the cells look like scores, the head names no known member, and no average tells whether they are: they are not counted", list(names))}}
	}
	counted, doubted := t.decide()
	var out, doubts []string
	for k, column := range t.columns {
		if counted[k] {
			c.unknown[column] = true
		}
		switch {
		case doubted[k]:
			doubts = append(doubts, c.columnName(column))
		case !counted[k]:
			out = append(out, c.columnName(column))
		}
	}
	var warnings []model.Warning
	if len(doubts) > 0 {
		warnings = append(warnings, model.Warning{Kind: KindColumnDoubt, Text: fmt.Sprintf(
			"whether the averages count %s is not certain: the cells look like scores, and the head names no known member", list(doubts))})
	}
	if len(out) > 0 {
		warnings = append(warnings, model.Warning{Kind: KindColumn, Text: fmt.Sprintf(
			"%s: the cells look like scores, the head names no known member, and fewer averages hold when they are counted: they are not", list(out))})
	}
	return warnings
}

// columnName is the head in quotation marks, or the column's number.
func (c *columns) columnName(i int) string {
	if c.heads[i] == "" {
		return fmt.Sprintf("column %d", i+1)
	}
	return "“" + c.heads[i] + "”"
}

// list joins names for a sentence.
func list(names []string) string {
	if len(names) == 1 {
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// newTrial finds the columns that look like scores, and the lines of which the
// average and every score are certain.
func (c *columns) newTrial(records []record, averages []*model.Average, f form, words *vocabulary.Vocabulary) *trial {
	t := &trial{}
	lineOf := make([]int, len(records)) // -1 where the record has no line
	for i := range records {
		lineOf[i] = -1
		l, ok := c.newLine(records[i].cells, averages[i], f, words)
		if !ok {
			continue
		}
		lineOf[i] = len(t.lines)
		t.lines = append(t.lines, l)
		if l.holds() {
			t.holding++
		}
	}
	for i := range c.heads {
		if c.members[i] != "" || c.unknown[i] || c.isTwice(i) || i == c.average || i == c.percent || i == c.id || i == c.text || i == c.area {
			continue
		}
		changes, ok := readColumn(records, i, lineOf, f, words)
		if ok {
			t.columns = append(t.columns, i)
			t.cells = append(t.cells, changes)
		}
	}
	return t
}

// newLine reads what is certain of a record; ok is false where the average or
// a score cannot be read.
func (c *columns) newLine(cells []string, average *model.Average, f form, words *vocabulary.Vocabulary) (l tryLine, ok bool) {
	if average == nil {
		return l, false
	}
	stated := average.Value
	if stated == nil {
		stated, l.percent = average.Percent, true
	}
	if stated == nil || stated.Units > mostUnits || stated.Units < -mostUnits {
		return l, false
	}
	l.units, l.scale = stated.Units, 1
	for range stated.Places {
		l.scale *= 10
	}
	for i := range cells {
		if c.members[i] == "" && !c.unknown[i] && !c.again[i] {
			continue
		}
		score, scored, ok := readPlain(cells[i], f, words)
		if !ok {
			return l, false
		}
		if scored {
			l.sum, l.count = l.sum+score, l.count+1
		}
	}
	return l, true
}

// fewSlips is how many cells of a column are scores to one that cannot be read:
// a column of hundreds of scores is one in spite of a slip.
const fewSlips = 20

// readColumn reads a column in which cells are −1, 0, +1 or say that there is
// none, and some are scores; ok is false for any other. A dash by itself may be
// half a score.
func readColumn(records []record, column int, lineOf []int, f form, words *vocabulary.Vocabulary) (changes []change, ok bool) {
	scores, dashes, slips := 0, 0, 0
	for i := range records {
		score, scored, ok := readPlain(records[i].cells[column], f, words)
		switch {
		case ok && !scored:
			continue
		case !ok && strings.Trim(records[i].cells[column], dashesAndBlanks) == "":
			dashes++
			continue
		case !ok:
			if slips++; slips*fewSlips > len(records) {
				return nil, false
			}
			continue
		}
		scores++
		if lineOf[i] >= 0 {
			changes = append(changes, change{lineOf[i], score})
		}
	}
	return changes, scores > dashes && scores >= slips*fewSlips
}

// dashesAndBlanks are what a cell of half a score is made of.
const dashesAndBlanks = "-+\u2212\u2012\u2013\u2014\u2015 \u00a0"

// readPlain reads a cell that is −1, 0 or +1 (scored), or says that there is
// no score; ok is false for any other.
func readPlain(cell string, f form, words *vocabulary.Vocabulary) (score int64, scored, ok bool) {
	switch cell { // as most are
	case "":
		return 0, false, true
	case "0":
		return 0, true, true
	case "1":
		return 1, true, true
	case "-1":
		return -1, true, true
	}
	s, text := f.score(strings.TrimSpace(cell))
	switch {
	case s != nil:
		return int64(*s), true, -1 <= *s && *s <= 1
	case text == "" || unassessed(text, words):
		return 0, false, true
	}
	return 0, false, false
}

// decide says which of the columns are counted, and of which that is in doubt.
// All are where the averages do not hold nearly everywhere, or, where not every
// choice was tried and there are too few lines to solve for it, not all but
// one. Otherwise those are that other choices with as many averages have
// differently, and those that are not counted and would make no fewer hold.
func (t *trial) decide() (counted, doubted []bool) {
	n := len(t.columns)
	doubted = make([]bool, n)
	exact := n <= mostExact && len(t.lines)<<n <= mostTries
	if exact {
		counted = t.bestOfAll(doubted)
	} else {
		counted = t.bestInTurn()
	}
	for k, in := range counted {
		if in {
			t.turn(k, +1)
		}
	}
	best := t.holding
	certain := nearlyEverywhere(best, len(t.lines))
	if !exact && !t.solvable() {
		// Some group may be right that was not tried.
		certain = len(t.lines)-best <= 1
	}
	for k, in := range counted {
		if !certain {
			doubted[k] = true
		}
		if in || doubted[k] {
			continue
		}
		t.turn(k, +1)
		doubted[k] = t.holding >= best
		t.turn(k, -1)
	}
	return counted, doubted
}

// nearlyEverywhere says that at least two of the averages hold, and all but
// one or three in four.
func nearlyEverywhere(holding, of int) bool {
	return holding >= 2 && (of-holding <= 1 || holding*4 >= of*3)
}

// bestOfAll tries every choice, each one column from the one before (a Gray
// code). Of several that are as good the smallest is taken, and the columns in
// which they differ are marked as doubted. It leaves nothing counted.
func (t *trial) bestOfAll(doubted []bool) []bool {
	n := len(t.columns)
	best, at, differ := t.holding, uint(0), uint(0)
	for i := uint(1); i < 1<<n; i++ {
		k := bits.TrailingZeros(i)
		now := i ^ i>>1
		sign := int64(-1)
		if now>>k&1 == 1 {
			sign = +1
		}
		t.turn(k, sign)
		switch {
		case t.holding > best:
			best, at, differ = t.holding, now, 0
		case t.holding == best:
			differ |= now ^ at
			if bits.OnesCount(now) < bits.OnesCount(at) {
				at = now
			}
		}
	}
	// The last choice of a Gray code has the last column alone.
	t.turn(n-1, -1)
	counted := make([]bool, n)
	for k := range counted {
		counted[k] = at>>k&1 == 1
		doubted[k] = differ>>k&1 == 1
	}
	return counted
}

// bestInTurn begins with none, with all, and with those by which the averages are
// explained best, and tries every column once from each. It leaves nothing
// counted.
func (t *trial) bestInTurn() []bool {
	n := len(t.columns)
	climb := func(start []bool) (counted []bool, holding int) {
		counted = start
		for k, in := range counted {
			if in {
				t.turn(k, +1)
			}
		}
		for k, in := range counted {
			before := t.holding
			sign := int64(+1)
			if in {
				sign = -1
			}
			t.turn(k, sign)
			// Of two choices that are as good the smaller one is taken.
			if t.holding > before || t.holding == before && in {
				counted[k] = !in
				continue
			}
			t.turn(k, -sign)
		}
		holding = t.holding
		for k, in := range counted {
			if in {
				t.turn(k, -1)
			}
		}
		return counted, holding
	}
	best, most := climb(make([]bool, n))
	starts := [][]bool{slices.Repeat([]bool{true}, n)}
	if t.solvable() {
		starts = append(starts, t.leastSquares())
	}
	for _, start := range starts {
		if counted, holding := climb(start); holding > most {
			best, most = counted, holding
		}
	}
	return best
}

// solvable says that there are lines enough to tell columns apart, and that it
// takes no longer than a second.
func (t *trial) solvable() bool {
	n := len(t.columns)
	return len(t.lines) >= 2*n && len(t.lines)*n*n <= mostSteps
}

// leastSquares finds a group of columns that make averages right together only.
// A stated average v of a line with the sum s of c scores says of the columns
// with the scores a that Σ x·(a−v) = v·c−s, where x is 1 for a column that
// counts and 0 for another; the x that come nearest are rounded.
func (t *trial) leastSquares() []bool {
	n := len(t.columns)
	type term struct {
		column int
		factor float64
	}
	terms := make([][]term, len(t.lines))
	stated := make([]float64, len(t.lines))
	for i, l := range t.lines {
		stated[i] = float64(l.units) / float64(l.scale)
		if l.percent {
			stated[i] = stated[i]/50 - 1
		}
	}
	for k, changes := range t.cells {
		for _, c := range changes {
			terms[c.line] = append(terms[c.line], term{k, float64(c.score) - stated[c.line]})
		}
	}
	// The normal equations, with a little on the diagonal for columns that are
	// alike.
	m, x := make([][]float64, n), make([]float64, n)
	for k := range m {
		m[k] = make([]float64, n)
		m[k][k] = 1e-3
	}
	for i, l := range t.lines {
		rest := stated[i]*float64(l.count) - float64(l.sum)
		for _, a := range terms[i] {
			x[a.column] += a.factor * rest
			for _, b := range terms[i] {
				m[a.column][b.column] += a.factor * b.factor
			}
		}
	}
	for k := range m { // Gauss; the matrix is positive definite and needs no pivots
		for j := k + 1; j < n; j++ {
			f := m[j][k] / m[k][k]
			if f == 0 {
				continue
			}
			for c := k; c < n; c++ {
				m[j][c] -= f * m[k][c]
			}
			x[j] -= f * x[k]
		}
	}
	counted := make([]bool, n)
	for k := n - 1; k >= 0; k-- {
		for c := k + 1; c < n; c++ {
			x[k] -= m[k][c] * x[c]
		}
		x[k] /= m[k][k]
		counted[k] = x[k] > 0.5
	}
	return counted
}
