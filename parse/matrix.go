package parse

import (
	"sort"
	"strconv"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
	"recount.invalid/recount/vocabulary"
)

// minMatrixMembers is how many members a row of heads must name to make its
// table a matrix.
const minMatrixMembers = 3

// matrixHead finds the row that names the members and gives the member of
// each column.
func (r *reading) matrixHead(t *table) (row int, members map[int]string, names map[int]string) {
	best := -1
	for i := 0; i < t.rows && i < 6; i++ {
		ms, ns := map[int]string{}, map[int]string{}
		scores := 0
		for _, c := range t.row(i) {
			if _, ok, _ := notation.ParseScore(r.vocab, c.text.Text); ok {
				scores++
			}
			if code, ok := r.memberLabel(c.text.Text); ok {
				ms[c.col] = code
				ns[c.col] = c.text.Text
			}
		}
		r.twoLetterHeads(t.row(i), ms, ns)
		if len(ms) >= minMatrixMembers && len(ms) > len(members) && scores*2 < len(ms) {
			best, members, names = i, ms, ns
		}
	}
	return best, members, names
}

// twoLetterHeads adds the members that a row of heads gives by two-letter
// codes, where three or more stand there that mean nobody else. "AU" is not
// decided: beside such codes it is Australia as well as the African Union.
func (r *reading) twoLetterHeads(row []*cell, members, names map[int]string) {
	found := map[int]string{}
	undecided := -1
	for _, c := range row {
		s := strings.TrimSpace(c.text.Text)
		code, ok := r.vocab.MemberAlpha2(s)
		switch known := members[c.col]; {
		case !ok:
		case known == "":
			found[c.col] = code
			names[c.col] = s
		case known != code:
			undecided = c.col
		}
	}
	if len(found) < minMatrixMembers {
		for col := range found {
			delete(names, col)
		}
		return
	}
	for col, code := range found {
		members[col] = code
	}
	if undecided >= 0 {
		delete(members, undecided)
	}
}

// isMatrix reports whether a table has members over its columns and scores in
// most of the cells below them.
func (r *reading) isMatrix(t *table) bool {
	head, members, _ := r.matrixHead(t)
	if head < 0 {
		return r.isTurned(t)
	}
	scores, others := 0, 0
	score := r.scoreReaderOf(t, head, members)
	for _, c := range t.cells {
		if c.row <= head || members[c.col] == "" || c.text.Text == "" {
			continue
		}
		if _, ok, na := score(c.text.Text); ok || na {
			scores++
		} else if _, ok := notation.ParseAverage(r.vocab, c.text.Text); !ok {
			others++
		}
	}
	return scores >= len(members) && scores > others
}

// isTurned reports whether a table is a matrix with the members at its rows and
// the commitments over its columns: two or more columns hold a score of the
// scale for most of the members. A table of levels, of stages or of counts is
// none.
func (r *reading) isTurned(t *table) bool {
	turned := t.transposed()
	head, members, _ := r.matrixHead(turned)
	if head < 0 {
		return false
	}
	first := turned.cols
	for col := range members {
		first = min(first, col)
	}
	full := 0
	score := r.scoreReaderOf(turned, head, members)
	for row := head + 1; row < turned.rows; row++ {
		scores := 0
		for _, c := range turned.cells {
			if c.row != row || c.text.Text == "" {
				continue
			}
			text := c.text.Text
			if c.col < first {
				kind, known := r.vocab.Column(text)
				_, staged := r.vocab.Stage(text)
				if known && levelColumn(kind) || staged || notation.BeginsSigned(text) {
					return false
				}
				continue
			}
			if members[c.col] == "" {
				continue
			}
			v, ok, na := score(text)
			switch {
			case ok && (v < -1 || v > 1):
				return false
			case ok || na:
				scores++
			}
		}
		if scores*5 >= len(members)*4 {
			full++
		}
	}
	return full >= 2
}

// transposed is the table with its rows as columns.
func (t *table) transposed() *table {
	out := *t
	out.rows, out.cols = t.cols, t.rows
	out.cells = make([]*cell, len(t.cells))
	for i, c := range t.cells {
		turned := *c
		turned.row, turned.col = c.col, c.row
		turned.rowSpan, turned.colSpan = c.colSpan, c.rowSpan
		out.cells[i] = &turned
	}
	out.assessment = nil
	out.sortCells()
	return &out
}

// sortCells puts the cells into row order, then column order.
func (t *table) sortCells() {
	sort.SliceStable(t.cells, func(i, j int) bool {
		a, b := t.cells[i], t.cells[j]
		return a.row < b.row || a.row == b.row && a.col < b.col
	})
}

// headsMembers reports whether the head of a column is the word under which the
// members of a turned table stand: what it has are the commitments' numbers.
func (r *reading) headsMembers(t *table, head, col int) bool {
	c := t.at(head, col)
	if c == nil {
		return false
	}
	kind, ok := r.vocab.Column(c.text.Text)
	return ok && kind == vocabulary.ColumnMember
}

// readMatrix reads a summary table of commitments × members with its rows
// and columns of averages.
func (r *reading) readMatrix(t *table, title string) model.Matrix {
	head, members, names := r.matrixHead(t)
	if head < 0 {
		t = t.transposed()
		head, members, names = r.matrixHead(t)
	}
	m := model.Matrix{Title: title, At: t.where(), Members: []string{}, Rows: []model.MatrixRow{}}
	var cols []int
	first, last := t.cols, -1
	scored := r.scoreColumns(t, head)
	averages := r.averageColumns(t, head, members)
	for col := range t.cols {
		if members[col] == "" && (!scored[col] || averages[col] || r.headsMembers(t, head, col)) {
			continue
		}
		cols = append(cols, col)
		first, last = min(first, col), max(last, col)
		name := names[col]
		if members[col] == "" {
			// Kept, or the averages of the rows would be taken over too few.
			if c := t.at(head, col); c != nil {
				name = c.text.Text
			}
			r.warn("member-unknown", "a column of the matrix names nobody known: "+name, t.where())
		}
		m.Members = append(m.Members, members[col])
		m.Names = append(m.Names, name)
	}
	for _, c := range t.cells {
		if c.text.Text != "" && (c.row < head || c.row == head && (c.col < first || c.col > last || averages[c.col])) {
			m.Heads = append(m.Heads, c.text)
		}
	}
	others, decided := r.otherEditions(t, head+1, last+1)
	layout := matrixLayout{
		cols: cols, first: first, last: last, averages: averages, others: others,
		percents: r.percentColumns(t, head+1), score: r.scoreReaderOf(t, head, members),
	}
	if !decided {
		r.warn("edition-unknown", "averages of several reports stand side by side in the matrix, and nothing tells which are this report's", t.where())
	}
	otherRows := r.otherAverages(t, head, first)
	for row := head + 1; row < t.rows; row++ {
		if otherRows[row] {
			cs := t.row(row)
			text := cs[0].text
			text.Text, text.At = joinCells(cs), cellsAt(t, cs)
			m.Heads = append(m.Heads, text)
			continue
		}
		r.readMatrixRow(t, &m, row, layout)
	}
	for i := range m.Rows {
		if m.Rows[i].Number == 0 {
			m.Rows[i].Number = i + 1
		}
	}
	return m
}

// averageColumns gives the columns that are headed as averages or percentages
// and name no member, wherever they stand.
func (r *reading) averageColumns(t *table, head int, members map[int]string) map[int]bool {
	out := map[int]bool{}
	for _, c := range t.cells {
		kind, _ := r.vocab.Column(c.text.Text)
		if c.row <= head && c.col > 0 && c.colSpan == 1 && members[c.col] == "" &&
			(kind == vocabulary.ColumnAverage || kind == vocabulary.ColumnPercent || r.vocab.AverageLabel(c.text.Text)) {
			out[c.col] = true
		}
	}
	return out
}

// otherAverages gives the rows of averages that are of other stages or years
// than the report.
func (r *reading) otherAverages(t *table, head, first int) map[int]bool {
	var rows []int
	var labels []string
	for row := head + 1; row < t.rows; row++ {
		cs := t.row(row)
		if len(cs) == 0 || cs[0].col >= first {
			continue
		}
		if label := cs[0].text.Text; r.averagesRow(label, cellTexts(cs[1:])) {
			rows = append(rows, row)
			labels = append(labels, label)
		}
	}
	own, decided := r.ownEdition(labels)
	if !decided {
		r.warn("edition-unknown", "averages of several reports stand in the matrix, and nothing tells which are this report's: "+strings.Join(labels, ", "), t.where())
	}
	others := map[int]bool{}
	for i, row := range rows {
		if !own[i] || r.ofOtherYear(labels[i]) {
			others[row] = true
		}
	}
	return others
}

// scoreColumns gives the columns in which most of the rows below the head have
// a score.
func (r *reading) scoreColumns(t *table, head int) map[int]bool {
	scores := map[int]int{}
	for _, c := range t.cells {
		if c.row <= head || c.text.Text == "" {
			continue
		}
		_, ok, na := notation.ParseScore(r.vocab, c.text.Text)
		// An unsigned figure other than 0 in the first column is the row's
		// number.
		if (ok || na) && (c.col > 0 || notation.BeginsSigned(c.text.Text)) {
			scores[c.col]++
		}
	}
	out := map[int]bool{}
	for col, n := range scores {
		if n*2 > t.rows-head-1 && col > 0 && !numbersRows(t, head, col) {
			out[col] = true
		}
	}
	return out
}

// matrixLayout is what the columns of a matrix hold.
type matrixLayout struct {
	cols        []int // of scores
	first, last int   // of these
	// averages are the columns of averages by their heads, percents those of
	// percentages, others those of other stages or years.
	averages, percents map[int]bool
	others             map[int]string
	score              scoreReader
}

// readMatrixRow reads one row: a commitment's scores, or averages by member.
func (r *reading) readMatrixRow(t *table, m *model.Matrix, row int, in matrixLayout) {
	first, last, percents := in.first, in.last, in.percents
	var labels, tail []*cell // the averages stand behind the scores, seldom elsewhere
	for col := range t.cols {
		c := t.at(row, col)
		switch {
		case c == nil || c.text.Text == "":
		case in.averages[col] || col > last:
			if c.row == row && c.col == col {
				tail = append(tail, c)
			}
		case col < first && (len(labels) == 0 || labels[len(labels)-1] != c):
			labels = append(labels, c)
		}
	}
	m.Heads = append(m.Heads, otherColumns(labelText(labels), tail, in.others)...)
	tail = withoutColumns(tail, in.others)
	cells := make([]*cell, len(in.cols))
	texts := make([]string, len(in.cols))
	filled, decimals, scores := 0, 0, 0
	for i, col := range in.cols {
		c := t.at(row, col)
		if c == nil || c.row != row || c.col < first {
			continue // a label that is merged over the scores' columns holds none
		}
		cells[i], texts[i] = c, c.text.Text
		if texts[i] == "" {
			continue
		}
		filled++
		if _, ok, na := in.score(texts[i]); ok || na {
			scores++
		} else if _, ok := notation.ParseAverage(r.vocab, texts[i]); ok {
			decimals++
		}
	}
	label := labelText(labels)
	if r.percentHead(label) {
		percents = columnsOf(t.row(row))
		decimals, scores = filled, 0
	}
	var at model.At
	for _, c := range append(append(append([]*cell{}, labels...), cells...), tail...) {
		if c != nil && c.row == row {
			at = at.Join(c.text.At)
		}
	}
	isLabel := r.vocab.AverageLabel(label) || r.scoreLabel(label)
	switch {
	case !isLabel && (filled == 0 && len(tail) > 0 && label != "" || scores+decimals == 0 && r.headsAgain(texts)):
		// A group of commitments, with its mean or with the heads printed
		// again, has no scores of its own.
		for _, c := range append(append(append([]*cell{}, labels...), cells...), tail...) {
			if c != nil && c.row == row && c.text.Text != "" {
				m.Heads = append(m.Heads, c.text)
			}
		}
	case filled == 0 && len(tail) == 0:
		for _, c := range labels {
			if c.row == row {
				m.Heads = append(m.Heads, c.text)
			}
		}
		if label != "" && !boldCells(labels) && labels[len(labels)-1].colSpan <= last-first {
			r.warn("matrix-row", "no scores were found in a row of the matrix: "+label, at)
		}
	case isLabel && (decimals+scores > 0 || filled == 0) || decimals > 0 && decimals >= scores:
		for _, c := range labels {
			if c.row == row {
				m.Heads = append(m.Heads, c.text)
			}
		}
		r.readMatrixAverages(m, cells, texts, tail, percents)
	case label == "" && len(tail) == 0 && r.takeRemainders(m, cells, texts):
		r.warn("average-broken", "averages of the matrix are broken over two lines of their cells: "+strings.Join(strings.Fields(strings.Join(texts, " ")), " "), at)
	default:
		m.Rows = append(m.Rows, r.readMatrixScores(label, cells, texts, tail, in, at))
	}
}

// headsAgain reports whether cells below the head name members.
func (r *reading) headsAgain(texts []string) bool {
	return len(r.vocab.MembersIn(strings.Join(texts, " "))) >= minMatrixMembers
}

// boldCells reports whether cells are set in bold, as the areas over their
// commitments are.
func boldCells(cs []*cell) bool {
	for _, c := range cs {
		for _, pc := range c.parts {
			for _, run := range pc.l.Runs[pc.from:pc.to] {
				if !run.Bold {
					return false
				}
			}
		}
	}
	return true
}

func labelText(labels []*cell) string {
	var out []string
	for _, c := range labels {
		out = append(out, c.text.Text)
	}
	return strings.Join(out, " ")
}

func (r *reading) readMatrixScores(label string, cells []*cell, texts []string, tail []*cell, in matrixLayout, at model.At) model.MatrixRow {
	out := model.MatrixRow{At: at, Cells: texts, CellsAt: make([]model.At, len(texts)), Scores: make([]*int, len(texts))}
	if isRank(label) {
		out.Number, _ = strconv.Atoi(label)
	} else if n, rest, ok := leadingFigure(label); ok {
		out.Number, label = n, rest
	}
	out.Label, out.ID = takeSerial(label)
	if out.ID == "" {
		out.Label = label
	}
	for i, s := range texts {
		out.CellsAt[i] = model.At{}
		if cells[i] != nil && s != "" {
			out.CellsAt[i] = cells[i].text.At
		}
		v, ok, na := in.score(s)
		switch {
		case ok:
			score := v
			out.Scores[i] = &score
		case !na && s != "":
			where := at
			if cells[i] != nil {
				where = cells[i].text.At
			}
			r.warn("score-illegible", "a cell of the matrix cannot be read as a score: "+s+" ("+out.Label+")", where)
		}
	}
	if text := joinTexts(tail); text != "" {
		if avg, ok := r.averageIn(tail, in.percents); ok {
			avg.At = tailAt(tail)
			out.Average = &avg
		} else {
			r.warn("average-illegible", "an average of the matrix cannot be read: "+text, tailAt(tail))
		}
	}
	return out
}

// readMatrixAverages reads a row of averages by member; a row of percentages
// under a row of scores completes it.
func (r *reading) readMatrixAverages(m *model.Matrix, cells []*cell, texts []string, tail []*cell, percents map[int]bool) {
	second := len(m.ColumnAverages) > 0
	if !second {
		for _, code := range m.Members {
			m.ColumnAverages = append(m.ColumnAverages, model.ColumnAverage{Member: code})
		}
	}
	shares, values := 0, 0
	for _, c := range cells {
		if c == nil {
			continue
		}
		if avg, ok := r.averageIn([]*cell{c}, percents); ok && avg.Value == nil {
			shares++
		} else if ok && avg.Value.Places > 0 {
			values++
		}
	}
	for i, s := range texts {
		if s == "" {
			continue
		}
		avg, ok := r.averageIn(cells[i:i+1], percents)
		if ok && shares > 0 && values == 0 && avg.Percent == nil && avg.Value.Places == 0 {
			avg.Percent, avg.Value = avg.Value, nil // "0" in a row of percentages
		}
		if !ok {
			if _, _, na := notation.ParseScore(r.vocab, s); !na {
				r.warn("average-illegible", "an average of the matrix cannot be read: "+s, cells[i].text.At)
			}
			continue
		}
		c := &m.ColumnAverages[i]
		if c.Value != nil && avg.Value != nil || c.Percent != nil && avg.Percent != nil {
			r.warn("average-twice", "a second average for "+c.Member+": "+s, cells[i].text.At)
			continue
		}
		if avg.Value != nil {
			c.Value = avg.Value
		}
		if avg.Percent != nil {
			c.Percent = avg.Percent
		}
		c.Text = strings.TrimSpace(c.Text + " " + s)
		c.At = c.At.Join(cells[i].text.At)
	}
	for _, c := range tail {
		avg, ok := r.averageIn([]*cell{c}, percents)
		if !ok {
			r.warn("average-illegible", "the overall average cannot be read: "+c.text.Text, c.text.At)
			continue
		}
		if m.Overall == nil {
			m.Overall = &model.Average{}
		}
		o := m.Overall
		switch {
		case avg.Value != nil && o.Value == nil:
			o.Value = avg.Value
		case avg.Value != nil && o.Value.String() != avg.Value.String():
			r.warn("average-twice", "a second overall average: "+c.text.Text, c.text.At)
		}
		switch {
		case avg.Percent != nil && o.Percent == nil:
			o.Percent = avg.Percent
		case avg.Percent != nil && o.Percent.String() != avg.Percent.String():
			r.warn("average-twice", "a second overall percentage: "+c.text.Text, c.text.At)
		}
		o.Text = strings.TrimSpace(o.Text + " " + c.text.Text)
		o.At = o.At.Join(c.text.At)
	}
}

func joinTexts(cs []*cell) string {
	var out []string
	for _, c := range cs {
		out = append(out, c.text.Text)
	}
	return strings.Join(out, " ")
}

func tailAt(cs []*cell) model.At {
	var at model.At
	for _, c := range cs {
		at = at.Join(c.text.At)
	}
	return at
}
