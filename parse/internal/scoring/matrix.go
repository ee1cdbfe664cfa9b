package scoring

import (
	"strconv"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/grid"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// IsMatrix reports whether a table has members over its columns and scores in
// most of the cells below them.
func (r *Reader) IsMatrix(t *sheet.Table) bool {
	head, members, _ := r.MatrixHead(t)
	if head < 0 {
		return r.isTurned(t)
	}
	if r.countsOf(t, head, members).areCounts() {
		return false
	}
	scores, others := 0, 0
	score := r.scoreReaderOf(t, head, members)
	for _, c := range t.Cells {
		if c.Row <= head || members[c.Col] == "" || c.Text.Text == "" {
			continue
		}
		if _, ok, na := score.cell(c); ok || na {
			scores++
		} else if _, ok := scoretext.ParseAverage(r.Vocab, c.Text.Text); !ok {
			others++
		}
	}
	return scores >= len(members) && scores > others
}

// isTurned reports whether a table is a matrix with the members at its rows and
// the commitments over its columns: two or more columns hold a score of the
// scale for most of the members. A table of levels, of stages or of counts is
// none.
func (r *Reader) isTurned(t *sheet.Table) bool {
	turned := transposed(t)
	head, members, _ := r.MatrixHead(turned)
	if head < 0 {
		return false
	}
	first := turned.Cols
	for col := range members {
		first = min(first, col)
	}
	full := 0
	score := r.scoreReaderOf(turned, head, members)
	for row := head + 1; row < turned.Rows; row++ {
		scores, unread := 0, 0
		for _, c := range turned.Cells {
			if c.Row != row || c.Text.Text == "" {
				continue
			}
			text := c.Text.Text
			if c.Col < first {
				kind, known := r.Vocab.Column(text)
				_, staged := r.Vocab.Stage(text)
				if known && levelColumn(kind) || staged || script.BeginsSigned(text) {
					return false
				}
				continue
			}
			if members[c.Col] == "" {
				continue
			}
			v, ok, na := score.cell(c)
			switch {
			case ok && (v < -1 || v > 1):
				return false
			case ok || na:
				scores++
			case grid.LoneSign(text):
				unread++ // one that was left out, or lost its figure
			}
		}
		if scores > unread && (scores+unread)*5 >= len(members)*4 {
			full++
		}
	}
	return full >= 2
}

// transposed is the table with its rows as columns.
func transposed(t *sheet.Table) *sheet.Table {
	out := *t
	out.Rows, out.Cols = t.Cols, t.Rows
	out.Cells = make([]*sheet.Cell, len(t.Cells))
	for i, c := range t.Cells {
		turned := *c
		turned.Row, turned.Col = c.Col, c.Row
		turned.RowSpan, turned.ColSpan = c.ColSpan, c.RowSpan
		out.Cells[i] = &turned
	}
	out.Assessment = nil
	grid.SortCells(&out)
	return &out
}

// headsMembers reports whether the head of a column is the word under which the
// members of a turned table stand: what it has are the commitments' numbers.
func (r *Reader) headsMembers(t *sheet.Table, head, col int) bool {
	c := grid.At(t, head, col)
	if c == nil {
		return false
	}
	kind, ok := r.Vocab.Column(c.Text.Text)
	return ok && kind == vocabulary.ColumnMember
}

// ReadMatrix reads a summary table of commitments × members with its rows
// and columns of averages.
func (r *Reader) ReadMatrix(t *sheet.Table, title string) model.Matrix {
	head, members, names := r.MatrixHead(t)
	if head < 0 {
		t = transposed(t)
		head, members, names = r.MatrixHead(t)
	}
	r.doubtHiddenMembers(t, head, members)
	r.doubtCounts(t, head, members)
	m := model.Matrix{Title: title, At: t.Where(), Members: []string{}, Rows: []model.MatrixRow{}}
	var cols []int
	first, last := t.Cols, -1
	scored := r.scoreColumns(t, head)
	averages := r.averageColumns(t, head, members)
	for col := range t.Cols {
		if members[col] == "" && (!scored[col] || averages[col] || r.headsMembers(t, head, col)) {
			continue
		}
		cols = append(cols, col)
		first, last = min(first, col), max(last, col)
		name := names[col]
		if members[col] == "" {
			// Kept, or the averages of the rows would be taken over too few.
			if c := grid.At(t, head, col); c != nil {
				name = c.Text.Text
			}
			r.Warn("member-unknown", "a column of the matrix names nobody known: "+name, t.Where())
		}
		m.Members = append(m.Members, members[col])
		m.Names = append(m.Names, name)
	}
	for _, c := range t.Cells {
		if c.Text.Text != "" && (c.Row < head || c.Row == head && (c.Col < first || c.Col > last || averages[c.Col])) {
			m.Heads = append(m.Heads, c.Text)
		}
	}
	others, decided := r.otherEditions(t, head+1, last+1)
	layout := matrixLayout{
		cols: cols, first: first, last: last, averages: averages, others: others,
		percents: r.percentColumns(t, head+1), score: r.scoreReaderOf(t, head, members),
	}
	if !decided {
		r.Warn("edition-unknown", "averages of several reports stand side by side in the matrix, and nothing tells which are this report's", t.Where())
	}
	otherRows := r.otherAverages(t, head, first)
	for row := range r.groupAverages(t, head, layout, otherRows) {
		otherRows[row] = true
	}
	for row := head + 1; row < t.Rows; row++ {
		if otherRows[row] {
			cs := t.Row(row)
			text := cs[0].Text
			text.Text, text.At = JoinCells(cs), CellsAt(t, cs)
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
func (r *Reader) averageColumns(t *sheet.Table, head int, members map[int]string) map[int]bool {
	out := map[int]bool{}
	for _, c := range t.Cells {
		kind, _ := r.Vocab.Column(c.Text.Text)
		if c.Row <= head && (c.Col > 0 || r.holdsAverages(t, head, c.Col)) && c.ColSpan == 1 && members[c.Col] == "" &&
			(kind == vocabulary.ColumnAverage || kind == vocabulary.ColumnPercent || r.averageHead(c.Text.Text)) {
			out[c.Col] = true
		}
	}
	return out
}

// averageHead reports whether a head is a label of averages, also one that a
// column too narrow for it breaks anywhere ("Avera" over "ge").
func (r *Reader) averageHead(s string) bool {
	return r.Vocab.AverageLabel(s) || strings.Count(s, " ") == 1 && r.Vocab.AverageLabel(strings.Replace(s, " ", "", 1))
}

// holdsAverages reports whether a column has nothing but averages below the head,
// two at least.
func (r *Reader) holdsAverages(t *sheet.Table, head, col int) bool {
	averages := 0
	for _, c := range t.Cells {
		if c.Row <= head || c.Col != col || c.Text.Text == "" || r.averageHead(c.Text.Text) {
			continue // the head may stand there again
		}
		if avg, ok := scoretext.ParseAverage(r.Vocab, c.Text.Text); !ok || avg.Percent == nil && avg.Value.Places == 0 {
			return false
		}
		averages++
	}
	return averages > 1
}

// otherAverages gives the rows of averages that are of other stages or years
// than the report.
func (r *Reader) otherAverages(t *sheet.Table, head, first int) map[int]bool {
	var rows []int
	var labels []string
	for row := head + 1; row < t.Rows; row++ {
		cs := t.Row(row)
		if len(cs) == 0 || cs[0].Col >= first {
			continue
		}
		if label := cs[0].Text.Text; r.AveragesRow(label, grid.CellTexts(cs[1:])) {
			rows = append(rows, row)
			labels = append(labels, label)
		}
	}
	own, decided := r.ownEdition(labels)
	if !decided {
		r.Warn("edition-unknown", "averages of several reports stand in the matrix, and nothing tells which are this report's: "+strings.Join(labels, ", "), t.Where())
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
func (r *Reader) scoreColumns(t *sheet.Table, head int) map[int]bool {
	scores := map[int]int{}
	for _, c := range t.Cells {
		if c.Row <= head || c.Text.Text == "" {
			continue
		}
		_, ok, na := scoretext.ParseScore(r.Vocab, c.Text.Text)
		// An unsigned figure other than 0 in the first column is the row's
		// number.
		if (ok || na) && (c.Col > 0 || script.BeginsSigned(c.Text.Text)) {
			scores[c.Col]++
		}
	}
	out := map[int]bool{}
	for col, n := range scores {
		if n*2 > t.Rows-head-1 && col > 0 && !grid.NumbersRows(t, head, col) {
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
func (r *Reader) readMatrixRow(t *sheet.Table, m *model.Matrix, row int, in matrixLayout) {
	first, last, percents := in.first, in.last, in.percents
	var labels, tail []*sheet.Cell // the averages stand behind the scores, seldom elsewhere
	for col := range t.Cols {
		c := grid.At(t, row, col)
		switch {
		case c == nil || c.Text.Text == "":
		case in.averages[col] || col > last:
			if c.Row == row && c.Col == col {
				tail = append(tail, c)
			}
		case col < first && (len(labels) == 0 || labels[len(labels)-1] != c):
			labels = append(labels, c)
		}
	}
	m.Heads = append(m.Heads, otherColumns(labelText(labels), tail, in.others)...)
	tail = withoutColumns(tail, in.others)
	cells := make([]*sheet.Cell, len(in.cols))
	texts := make([]string, len(in.cols))
	filled, decimals, scores := 0, 0, 0
	for i, col := range in.cols {
		c := grid.At(t, row, col)
		if c == nil || c.Row != row || c.Col < first {
			continue // a label that is merged over the scores' columns holds none
		}
		cells[i], texts[i] = c, c.Text.Text
	}
	label := labelText(labels)
	cells, tail = r.withShares(label, cells), r.withShares(label, tail)
	for _, c := range cells {
		if c == nil || c.Text.Text == "" {
			continue
		}
		filled++
		if _, ok, na := in.score.cell(c); ok || na {
			scores++
		} else if _, ok := scoretext.ParseAverage(r.Vocab, c.Text.Text); ok {
			decimals++
		}
	}
	if r.percentHead(label) {
		percents = columnsOf(t.Row(row))
		decimals, scores = filled, 0
	}
	var at model.At
	for _, c := range append(append(append([]*sheet.Cell{}, labels...), cells...), tail...) {
		if c != nil && c.Row == row {
			at = at.Join(c.Text.At)
		}
	}
	isLabel := r.Vocab.AverageLabel(label) || r.ScoreLabel(label)
	switch {
	case !isLabel && (filled == 0 && len(tail) > 0 && label != "" || scores+decimals == 0 && r.headsAgain(texts)):
		// A group of commitments, with its mean or with the heads printed
		// again, has no scores of its own.
		if filled == 0 && r.mayBeShareOf(m, tail, percents) {
			last := m.Rows[len(m.Rows)-1]
			r.Warn("average-apart", "a percentage beside words without scores may be a group's, or that of the row above: "+label+" "+joinTexts(tail), last.At.Join(at))
		}
		for _, c := range append(append(append([]*sheet.Cell{}, labels...), cells...), tail...) {
			if c != nil && c.Row == row && c.Text.Text != "" {
				m.Heads = append(m.Heads, c.Text)
			}
		}
	case filled == 0 && len(tail) == 0:
		for _, c := range labels {
			if c.Row == row {
				m.Heads = append(m.Heads, c.Text)
			}
		}
		if label != "" && !grid.BoldCells(labels) && labels[len(labels)-1].ColSpan <= last-first {
			r.Warn("matrix-row", "no scores were found in a row of the matrix: "+label, at)
		}
	case isLabel && (decimals+scores > 0 || filled == 0) || decimals > 0 && decimals >= scores:
		for _, c := range labels {
			if c.Row == row {
				m.Heads = append(m.Heads, c.Text)
			}
		}
		r.readMatrixAverages(m, cells, texts, tail, percents)
	case label == "" && onlyDigits(tail) && r.takeRemainders(m, cells, texts):
		if len(tail) > 0 {
			m.Overall = nil // its end stands here too
		}
		r.Warn("average-broken", "averages of the matrix are broken over two lines of their cells: "+strings.Join(strings.Fields(strings.Join(texts, " ")), " "), at)
	default:
		m.Rows = append(m.Rows, r.readMatrixScores(label, cells, texts, tail, in, at))
	}
}

// headsAgain reports whether cells below the head name members.
func (r *Reader) headsAgain(texts []string) bool {
	named := 0
	for _, s := range texts {
		if r.IsMember(s) {
			named++
		}
	}
	return named >= sheet.MinMatrixMembers || len(r.Vocab.MembersIn(strings.Join(texts, " "))) >= sheet.MinMatrixMembers
}

func labelText(labels []*sheet.Cell) string {
	var out []string
	for _, c := range labels {
		out = append(out, c.Text.Text)
	}
	return strings.Join(out, " ")
}

func (r *Reader) readMatrixScores(label string, cells []*sheet.Cell, texts []string, tail []*sheet.Cell, in matrixLayout, at model.At) model.MatrixRow {
	out := model.MatrixRow{At: at, Cells: texts, CellsAt: make([]model.At, len(texts)), Scores: make([]*int, len(texts))}
	if grid.IsRank(label) {
		out.Number, _ = strconv.Atoi(label)
	} else if n, rest, ok := sheet.LeadingFigure(label); ok {
		out.Number, label = n, rest
	}
	out.Label, out.ID = TakeSerial(label)
	if out.ID == "" {
		out.Label = label
	}
	for i, s := range texts {
		out.CellsAt[i] = model.At{}
		if cells[i] != nil && s != "" {
			out.CellsAt[i] = cells[i].Text.At
		}
		v, ok, na := in.score(s)
		if cells[i] != nil {
			v, ok, na = in.score.cell(cells[i])
		}
		switch {
		case ok:
			score := v
			out.Scores[i] = &score
		case !na && s != "":
			where := at
			if cells[i] != nil {
				where = cells[i].Text.At
			}
			r.Warn("score-illegible", "a cell of the matrix cannot be read as a score: "+s+" ("+out.Label+")", where)
		}
	}
	if text := joinTexts(tail); text != "" {
		if avg, ok := r.averageIn(tail, in.percents); ok {
			avg.At = tailAt(tail)
			out.Average = &avg
		} else {
			r.Warn(illegible(text), "an average of the matrix cannot be read: "+text, tailAt(tail))
		}
	}
	return out
}

// illegible is the kind of the warning on an average that cannot be read. Several
// figures in its cell are a row that was not told from the next, of which scores
// are missing too.
func illegible(average string) string {
	figures := 0
	for _, word := range strings.Fields(average) {
		if _, err := model.ParseDecimal(strings.TrimLeft(word, "+-−–")); err == nil {
			figures++
		}
	}
	if figures > 1 {
		return "matrix-row"
	}
	return "average-illegible"
}

// readMatrixAverages reads a row of averages by member; a row of percentages
// under a row of scores completes it.
func (r *Reader) readMatrixAverages(m *model.Matrix, cells []*sheet.Cell, texts []string, tail []*sheet.Cell, percents map[int]bool) {
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
		if avg, ok := r.averageIn([]*sheet.Cell{c}, percents); ok && avg.Value == nil {
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
			if _, _, na := scoretext.ParseScore(r.Vocab, s); !na {
				r.Warn(illegible(s), "an average of the matrix cannot be read: "+s, cells[i].Text.At)
			}
			continue
		}
		c := &m.ColumnAverages[i]
		if c.Value != nil && avg.Value != nil || c.Percent != nil && avg.Percent != nil {
			r.Warn("average-twice", "a second average for "+c.Member+": "+s, cells[i].Text.At)
			continue
		}
		if avg.Value != nil {
			c.Value = avg.Value
		}
		if avg.Percent != nil {
			c.Percent = avg.Percent
		}
		c.Text = strings.TrimSpace(c.Text + " " + s)
		c.At = c.At.Join(cells[i].Text.At)
	}
	for _, c := range tail {
		avg, ok := r.averageIn([]*sheet.Cell{c}, percents)
		if !ok {
			r.Warn("average-illegible", "the overall average cannot be read: "+c.Text.Text, c.Text.At)
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
			r.Warn("average-twice", "a second overall average: "+c.Text.Text, c.Text.At)
		}
		switch {
		case avg.Percent != nil && o.Percent == nil:
			o.Percent = avg.Percent
		case avg.Percent != nil && o.Percent.String() != avg.Percent.String():
			r.Warn("average-twice", "a second overall percentage: "+c.Text.Text, c.Text.At)
		}
		o.Text = strings.TrimSpace(o.Text + " " + c.Text.Text)
		o.At = o.At.Join(c.Text.At)
	}
}

func joinTexts(cs []*sheet.Cell) string {
	var out []string
	for _, c := range cs {
		out = append(out, c.Text.Text)
	}
	return strings.Join(out, " ")
}

func tailAt(cs []*sheet.Cell) model.At {
	var at model.At
	for _, c := range cs {
		at = at.Join(c.Text.At)
	}
	return at
}
