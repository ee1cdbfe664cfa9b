package parse

import (
	"math"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
	"recount.invalid/recount/parse/layout"
	"recount.invalid/recount/vocabulary"
)

// openTables finds tables that are set by white space alone (or by rules that
// do not make cells): runs of lines of which at least three carry scores in
// columns, with the heads above them and the labels between them. A table stands
// in one column of the page, or above or below them.
func (r *reading) openTables(p *pageState) (out []*table) {
	for _, strip := range p.strips() {
		out = append(out, r.openTablesIn(p, r.aboveNotes(p, p.topDown(strip)))...)
	}
	return out
}

func (r *reading) openTablesIn(p *pageState, ls []*line) []*table {
	var out []*table
	from := 0
	if t, next := r.continueTable(p, ls); t != nil {
		out = append(out, t)
		from = next
	}
	for i := from; i < len(ls); {
		if !r.scoreRow(ls[i]) {
			i++
			continue
		}
		last, rows := i, 1
		for j := i + 1; j < len(ls) && j-last <= 4; j++ {
			if ls[j].Baseline-ls[last].Baseline > 6*ls[last].Size || isCaption(ls[j].text) || r.beginsRanking(ls[j], ls[last]) || textUnder(ls[last], ls[j]) {
				break
			}
			if r.completesRow(ls[last], ls[j]) {
				continue
			}
			if r.scoreRow(ls[j]) || r.blankRow(ls[j], ls[i]) || r.tightRow(ls[j], ls[last]) || r.centredAverage(ls, j) {
				if r.closed(ls[last]) && !r.closed(ls[j]) && len(pieces(ls[j])) == 1 {
					break // behind the averages a name is a heading
				}
				last = j
				rows++
			} else if ls[j].bold && len(pieces(ls[j])) == 1 && !r.subhead(ls, j) {
				break // a heading: what follows is another table
			}
		}
		blank := r.blankRowsAbove(ls, i)
		rows += i - blank
		first := max(from, r.headLines(p, ls, blank)) // the lines before are another table's
		captioned := first > 0 && rows == minOpenRows-1 && isCaption(ls[first-1].text)
		if rows >= minOpenRows || captioned || r.underAssessment(ls, first) || r.underMembers(ls, i) {
			end := r.labelLines(ls, last)
			if t := r.fillNamed(p, ls[first:end+1]); t != nil {
				out = append(out, t)
				i = end + 1
				from = i
				continue
			}
		}
		i = last + 1
	}
	out = append(out, r.openRubrics(p, ls, out)...)
	r.tail = tailTable(ls, out)
	return out
}

// beginsRanking reports whether a row is ranked first and the one before it is
// not: another ranking begins.
func (r *reading) beginsRanking(l, before *line) bool {
	rank := func(l *line) string {
		ps := pieces(l)
		if len(ps) < 3 || len(ps) > 4 {
			return ""
		}
		s, _ := r.raw(ps[0])
		if s = sharedRank(s); !isRank(s) {
			return ""
		}
		return s
	}
	if rank(l) != "1" {
		return false
	}
	was := rank(before)
	return was != "" && was != "1"
}

// minOpenRows is how many rows make a table that nothing announces.
const minOpenRows = 3

// underAssessment reports whether the heading of an assessment stands right
// above a line: one row is a table there, whose rest may be on the next page.
func (r *reading) underAssessment(ls []*line, first int) bool {
	if first == 0 || ls[first].Baseline-ls[first-1].Baseline > 6*ls[first].Size {
		return false // at the top, or with a ruled table between them
	}
	kind, ok := r.vocab.Heading(ls[first-1].text)
	return ok && kind == vocabulary.HeadingAssessment && !ls[first].page.tableBetween(ls[first-1], ls[first])
}

// tableBetween reports whether a ruled table stands between two lines.
func (p *pageState) tableBetween(above, below *line) bool {
	for _, t := range p.tables {
		if t.box.Bottom() > above.Baseline && t.box.Bottom() < below.Baseline && t.over(below) {
			return true
		}
	}
	return false
}

// underMembers reports whether row i holds the scores of members who are named
// right above it, one over each: one row is a table there too.
func (r *reading) underMembers(ls []*line, i int) bool {
	if i == 0 || ls[i].Baseline-ls[i-1].Baseline > 3*ls[i].Size || !r.namesMembers(ls[i-1]) {
		return false
	}
	scores := 0
	for _, pc := range pieces(ls[i]) {
		n, _, _ := r.countFigures(pc)
		scores += n
	}
	return scores >= minMatrixMembers
}

// subhead reports whether a line stands between the rows of one table, such as
// the issue area over its commitments: the next row follows at once, without
// heads of its own.
func (r *reading) subhead(ls []*line, j int) bool {
	if j == 0 || j+1 >= len(ls) || !r.scoreRow(ls[j+1]) || len(pieces(ls[j+1])) < minMatrixMembers+2 {
		return false // under a title, or over a table with fewer columns than a matrix has
	}
	near := 2.2 * ls[j].Size
	return ls[j+1].Baseline-ls[j].Baseline < near && ls[j].Baseline-ls[j-1].Baseline < near
}

// tailTable gives the open table that ends a page's text, if one does: it may
// go on over the page. Lines of notes below it do not count.
func tailTable(ls []*line, tables []*table) *table {
	for _, t := range tables {
		last := t.lines[len(t.lines)-1]
		open := true
		for _, l := range ls {
			if l.Baseline > t.box.Bottom() && l.Size > last.Size*layout.SmallRatio {
				open = false
			}
		}
		if open {
			return t
		}
	}
	return nil
}

// continueTable takes the lines at a page's top that go on with the open table
// at the end of the page before, and gives the index behind them. One row is
// enough here, where elsewhere three make a table.
func (r *reading) continueTable(p *pageState, ls []*line) (*table, int) {
	prev := r.tail
	r.tail = nil
	if prev == nil || len(ls) == 0 || prev.page.Number+1 != p.Number {
		return nil, 0
	}
	if prev.textX > 0 {
		for i := 0; i < len(ls) && i < 8; i++ {
			labels := r.rubricLabels(ls, i, prev.lastNumber())
			if len(labels) == 0 {
				continue
			}
			return r.fillOpenRubric(p, ls, labels, prev.textX)
		}
		return nil, 0
	}
	for _, c := range prev.cells {
		if c.col == 0 && r.averagesRow(c.text.Text, cellTexts(prev.row(c.row))[1:]) {
			return nil, 0 // its averages have been: the table is complete
		}
	}
	heads := 0
	for heads < len(ls) && heads < 3 && prev.repeats(ls[heads]) {
		heads++
	}
	n := heads
	for n < len(ls) {
		if behind := r.rowBehindLabel(ls, n, prev.columns); behind > n {
			n = behind // the lines of a label above the figures of its row
			continue
		}
		row := r.scoreRow(ls[n])
		if ls[n].bold && !(row && len(pieces(ls[n])) >= minMatrixMembers) || !row && !r.isMember(ls[n].text) && !r.tightIn(ls[n], prev.columns) {
			break
		}
		if n > heads && r.closed(ls[n-1]) && !r.closed(ls[n]) {
			break // its averages end a table: a name behind them is a heading
		}
		n++
	}
	if n == heads {
		return nil, 0
	}
	if n < len(ls) && r.completesRow(ls[n-1], ls[n]) {
		n++
	}
	t := r.fillOpen(p, ls[:n], false, prev.columns)
	return t, n
}

// rowBehindLabel gives the row of figures that follows the lines from n on, which
// are parts of labels: alone in the first column, close together, and too few
// to be anything but the end of the row above and the beginning of the next. It
// gives n where line n is none.
func (r *reading) rowBehindLabel(ls []*line, n int, columns []model.Box) int {
	if len(columns) < minMatrixMembers {
		return n
	}
	for k := n; k < len(ls) && k-n <= maxLabelLines; k++ {
		l := ls[k]
		if k > n && l.Baseline-ls[k-1].Baseline > 1.6*l.Size {
			return n
		}
		if inLabels := len(pieces(l)) == 1 && !l.bold && !isCaption(l.text) && hasLetter(l.text) && l.Box.X1() < columns[1].X0(); inLabels {
			continue
		}
		if k > n && r.scoreRow(l) && !r.isMember(ls[k-1].text) {
			return k
		}
		return n
	}
	return n
}

// maxLabelLines is how many lines of labels stand between the figures of two
// rows at most.
const maxLabelLines = 3

// repeats reports whether a line is a head of the table, printed again.
func (t *table) repeats(l *line) bool {
	for _, c := range t.cells {
		if c.row >= 2 {
			continue
		}
		for _, pt := range c.parts {
			if pt.l.text == l.text {
				return true
			}
		}
	}
	return false
}

// lastNumber is the number of a list's last entry, or 0.
func (t *table) lastNumber() int {
	n := 0
	for _, c := range t.cells {
		if c.col == 0 && c.text.Text != "" {
			n = listNumber(c.text.Text)
		}
	}
	return n
}

// pieces cuts a line at its gaps.
func pieces(l *line) []part { return piecesOf(part{l, 0, len(l.Runs)}) }

// piecesOf cuts a part of a line at its gaps.
func piecesOf(pt part) []part {
	var out []part
	for i := pt.from; i < pt.to; i++ {
		if n := len(out); n > 0 && pt.l.Runs[i].Gap < 0.6*pt.l.Size {
			out[n-1].to = i + 1
			continue
		}
		out = append(out, part{pt.l, i, i + 1})
	}
	return out
}

// scoreRow reports whether a line is a row of scores: a member's name or a
// label of averages and only scores behind it, four and more scores, or a
// ranked label with its average.
func (r *reading) scoreRow(l *line) bool {
	if len(l.Runs) == 1 && hasLetter(l.text) {
		return false // nearly all text
	}
	ps := pieces(l)
	if len(ps) < 2 && !crowdedFigures(ps[0]) {
		return false
	}
	if r.numbersColumns(ps) {
		return false
	}
	scores, precise, other := 0, 0, 0
	for _, p := range ps[1:] {
		s, p, o := r.countFigures(p)
		scores, precise, other = scores+s, precise+p, other+o
	}
	label, _ := r.raw(ps[0])
	if _, ok := r.memberLabel(label); ok || r.vocab.AverageLabel(label) {
		return scores > 0 && other == 0
	}
	s, _, o := r.countFigures(ps[0])
	if scores+s >= 4 && other+o <= 2 {
		return true
	}
	// "3 | Rivers and banks | +0.45 (73%)": with or without the rank.
	labels := other + o
	if precise == 0 || precise != scores || len(ps) > 4 || len(label) > 90 {
		return false
	}
	return labels == 1 || labels == 0 && isRank(label) // the label may stand above and below
}

// blankRow reports whether a line is a member's name alone, at the edge at
// which the names of the rows begin: a member that was not assessed.
func (r *reading) blankRow(l, row *line) bool {
	if l.bold && !row.bold {
		return false // a heading of the member's section
	}
	if math.Abs(l.Box.X0()-row.Box.X0()) > 0.3*l.Size || l.chars > 40 {
		return false
	}
	if label, _ := r.raw(pieces(row)[0]); !r.isMember(label) {
		return false
	}
	return r.isMember(l.text)
}

// blankRowsAbove gives the first of the blank rows that stand right above row
// i: members of whom the first of the table were not assessed.
func (r *reading) blankRowsAbove(ls []*line, i int) int {
	for i > 0 && ls[i].Baseline-ls[i-1].Baseline < 2*ls[i].Size && !ls[i-1].bold && r.blankRow(ls[i-1], ls[i]) {
		i--
	}
	return i
}

// tightRow reports whether a line is a row whose label is so long that no gap
// is left before its score: it begins where the labels of the row above begin,
// reaches the column of that row's figures, and is a member with a score.
func (r *reading) tightRow(l, row *line) bool {
	if l.bold != row.bold || len(l.Runs) == 0 || len(pieces(l)) != 1 || math.Abs(l.Box.X0()-row.Box.X0()) > 0.3*l.Size {
		return false
	}
	ps := pieces(row)
	_, _, above := tightLabel(r.vocab, row.text)
	if !above && !r.isMember(row.text) && (len(ps) != 2 || l.Box.X1() <= ps[1].box().X0()) {
		return false
	}
	_, _, ok := tightLabel(r.vocab, l.text)
	return ok
}

// tightIn is tightRow for the first row on a page, of a table with the two
// columns given.
func (r *reading) tightIn(l *line, columns []model.Box) bool {
	if l.bold || len(columns) != 2 || len(pieces(l)) != 1 || layout.Overlaps(columns, l.Box) != 2 {
		return false
	}
	_, _, ok := tightLabel(r.vocab, l.text)
	return ok
}

// tightLabel parts a member's name from the score that stands a space behind it.
func tightLabel(v *vocabulary.Vocabulary, s string) (label, score string, ok bool) {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 {
		return "", "", false
	}
	label, score = strings.TrimSpace(s[:i]), s[i+1:]
	if _, known := v.Member(label); !known {
		return "", "", false
	}
	_, ok, _ = notation.ParseScore(v, score)
	return label, score, ok && strings.ContainsAny(score, "0123456789")
}

// cutTight gives a line whose last word is a score as two pieces, a label and
// the score; where the score stands is estimated from the letters.
func cutTight(v *vocabulary.Vocabulary, l *line) *line {
	last := l.Runs[len(l.Runs)-1]
	_, score, ok := tightLabel(v, l.text)
	at := strings.LastIndex(last.Text, score)
	if !ok || at < 0 {
		return l
	}
	m := *l.Line
	m.Runs = append([]model.Run{}, l.Runs[:len(l.Runs)-1]...)
	if label := strings.TrimSpace(last.Text[:at]); label != "" {
		m.Runs = append(m.Runs, layout.CutRun(last, []string{label, score}, l.Size)...)
	} else {
		last.Space, last.Gap = true, l.Size
		m.Runs = append(m.Runs, last)
	}
	c := *l
	c.Line = &m
	c.origin = l
	return &c
}

// closed reports whether a row is one of averages, which ends a table.
func (r *reading) closed(l *line) bool {
	return r.averagesLine(pieces(l))
}

func (r *reading) isMember(s string) bool {
	_, ok := r.memberLabel(s)
	return ok
}

// isRank reports whether a text is a rank: a whole number without a sign.
func isRank(s string) bool {
	n, err := model.ParseDecimal(s)
	return err == nil && n.Places == 0 && n.Units > 0 && !notation.BeginsSigned(s)
}

// countFigures counts a piece's scores and averages, those that have decimals
// or a percent sign, and whether the piece is something else.
func (r *reading) countFigures(p part) (figures, precise, other int) {
	text, _ := r.raw(p)
	words := []string{text}
	if !r.isAverage(text) && crowdedFigures(p) {
		words = figureWords(text)
	}
	for _, s := range words {
		_, ok, na := notation.ParseScore(r.vocab, s)
		if !ok && !na {
			if _, ok = notation.ParseAverage(r.vocab, s); ok {
				precise++
			}
		}
		if ok || na || strangeSign(s) {
			figures++
		} else if _, err := model.ParseDecimal(s); err != nil {
			other++
		}
	}
	return figures, precise, other
}

// strangeSign reports whether a text is a figure behind a sign that is none of
// a number: a minus that a file maps to another sign ("±1"), or to none that is
// known. It stands where a score does and cannot be read as one.
func strangeSign(s string) bool {
	sign, n := utf8.DecodeRuneInString(s)
	return n > 0 && len(s) == n+1 && notation.IsDigit(rune(s[n])) && unicode.In(sign, unicode.Sm, unicode.So, unicode.Sk)
}

// headLines goes up from the first score row over the lines that can be the
// table's head: turned lines, and lines in pieces that stand over columns.
func (r *reading) headLines(p *pageState, ls []*line, first int) int {
	top := first
	var label *line // the uppermost line of the first row's label so far
	for k := first - 1; k >= 0 && first-k <= 5; k-- {
		l := ls[k]
		if ls[k+1].Baseline-l.Baseline > 2.5*l.Size {
			break
		}
		if _, ok := r.vocab.Heading(l.text); ok || isCaption(l.text) {
			break
		}
		ps := pieces(l)
		heads := 0
		for _, pc := range ps {
			s, _ := r.raw(pc)
			if r.isHead(s) {
				heads++
			}
		}
		if heads == 0 && len(ps) < 2 && r.crowdedHeads(ps[0]) {
			heads++
		}
		if continuesLabel(ls[first], l) || label != nil && aboveInLabel(label, l) {
			top, label = k, l
			continue
		}
		if k == first-1 && k > 0 && l.bold && len(ps) == 1 && r.namesMembers(ls[k-1]) {
			continue // a subhead between the heads and the first row
		}
		if len(ps) < 2 && heads == 0 && !(l.Box.X0() > p.left+0.2*(p.right-p.left) && l.chars < 30) {
			break
		}
		top = k
	}
	return top
}

// namesMembers reports whether a line names several members, as the head of a
// matrix does.
func (r *reading) namesMembers(l *line) bool {
	n := 0
	for _, pc := range pieces(l) {
		if s, _ := r.raw(pc); r.isMember(s) {
			n++
		} else if r.crowdedHeads(pc) {
			return true
		}
	}
	return n >= minMatrixMembers
}

// labelLines goes down from the last score row over the rest of its label.
func (r *reading) labelLines(ls []*line, last int) int {
	if r.centredAverage(ls, last) {
		return last + 1
	}
	end := last
	for k := last + 1; k < len(ls) && k-last <= 3; k++ {
		l := ls[k]
		if r.completesRow(ls[last], l) {
			end = k
			continue
		}
		if l.Baseline-ls[k-1].Baseline > 1.35*l.Size || len(pieces(l)) > 1 || l.chars > 60 {
			break
		}
		if label, ok := labelPiece(ls[last]); l.bold || ok && math.Abs(l.Box.X0()-label.X0()) > 0.4*l.Size {
			break
		}
		if _, _, ok := leadingFigure(l.text); ok {
			break
		}
		end = k
	}
	return end
}

// completesRow reports whether a line is the second line of a row: bracketed
// percentages, each below a figure in whose narrow cell the two did not fit side
// by side, and beside them at most the rest of the row's label.
func (r *reading) completesRow(row, l *line) bool {
	if d := l.Baseline - row.Baseline; d <= 0 || d > 1.6*l.Size {
		return false
	}
	var figures []model.Box
	label := row.Box
	for i, pc := range pieces(row) {
		if i == 0 {
			label = pc.box()
			continue
		}
		figures = append(figures, pc.box())
	}
	percents := 0
	for i, pc := range pieces(l) {
		s, _ := r.raw(pc)
		if i == 0 && hasLetter(s) && layout.Overlaps(figures, pc.box()) == 0 && math.Abs(pc.box().X0()-label.X0()) < 4*l.Size {
			continue
		}
		for _, w := range strings.Fields(s) {
			percent, ok := strings.CutPrefix(w, "(")
			if !ok || !strings.HasSuffix(percent, "%)") || hasLetter(percent) {
				return false
			}
		}
		if layout.Overlaps(figures, pc.box()) == 0 {
			return false
		}
		percents++
	}
	return percents > 0
}

// fillOpen makes a table of lines: columns where pieces overlap from row to
// row, rows where the scores stand, label lines given to the nearest row.
func (r *reading) fillOpen(p *pageState, ls []*line, heads bool, columns []model.Box) *table {
	var box model.Box
	for _, l := range ls {
		box = box.Union(l.Box)
	}
	// Turned heads stand above or among the lines.
	all := append([]*line{}, ls...)
	for _, l := range p.body {
		if l.Dir == model.Up || l.Dir == model.Down {
			if l.Box.CentreX() > box.X0() && l.Box.CentreX() < box.X1() && l.Box.Bottom() > box.Top()-8*l.Size && l.Box.Top() < box.Bottom() {
				all = append(all, l)
			}
		}
	}
	var rowLines []*line
	tight := map[*line]bool{}
	// blank rows may stand above the first row with a score
	scored := slices.IndexFunc(ls, r.scoreRow)
	above := scored
	if scored > 0 {
		above = r.blankRowsAbove(ls, scored)
	}
	groups := r.groupHeads(ls, scored)
	for i, l := range ls {
		if l.bold && len(pieces(l)) == 1 && l.Box.X0() < ls[len(ls)-1].Box.X0()+l.Size && !r.scoreRow(l) && r.subhead(ls, i) {
			rowLines = append(rowLines, l) // a row of its own, without figures
			continue
		}
		if len(rowLines) > 0 && r.completesRow(rowLines[len(rowLines)-1], l) {
			continue
		}
		if len(rowLines) > 0 && r.tightRow(l, rowLines[len(rowLines)-1]) || len(columns) == 2 && r.tightIn(l, columns) {
			tight[l] = true
			rowLines = append(rowLines, l)
			continue
		}
		if r.scoreRow(l) || above <= i && i < scored || len(rowLines) > 0 && r.blankRow(l, rowLines[0]) || columns != nil && r.isMember(l.text) || r.centredAverage(ls, i) || groups[l] {
			rowLines = append(rowLines, l)
		}
	}
	reached := map[*line]*line{} // rows with a label that reaches its first figure, cut there
	for _, l := range rowLines {
		if cut := r.cutCloseFigure(l, rowLines); cut != nil {
			reached[l] = cut
		}
	}
	if columns == nil {
		var gapped []*line
		for _, l := range rowLines {
			if !tight[l] && reached[l] == nil {
				gapped = append(gapped, l)
			}
		}
		columns = r.openColumns(gapped, ls)
	}
	if len(columns) < 2 || len(columns) > layout.MaxGridSide {
		return nil
	}
	// Row 0 holds the heads that span columns, row 1 the columns' heads.
	t := &table{page: p, rows: len(rowLines) + 2, cols: len(columns), columns: columns}
	cells := map[[2]int]*cell{}
	again := r.repeatedHeads(ls, scored)
	for g := range groups {
		for l := range again {
			if d := l.Baseline - g.Baseline; d > 0 && d < 1.2*g.Size {
				delete(again, l) // the second lines of the group's heads
			}
		}
	}
	all = slices.DeleteFunc(all, func(l *line) bool { return again[l] })
	cuts := p.rowBounds(rowLines, all)
	for l := range again {
		t.box = t.box.Union(l.Box)
	}
	for _, l := range ls {
		if again[l] {
			t.lines = append(t.lines, l) // printed once more, said once
		}
	}
	for _, l := range all {
		row := openRow(rowLines, cuts, l)
		if row == 2 && l.Dir == model.Rightward && underHeads(all, l, rowLines[0]) {
			row = 1
		}
		printed := l
		if tight[l] {
			printed = cutTight(r.vocab, l)
		} else if cut := reached[l]; cut != nil {
			printed = cut
		}
		for _, pc := range r.spread(printed, columns, heads && row == 1) {
			col := pc.col
			if col < 0 {
				col = layout.Nearest(columns, pc.box())
			}
			k := [2]int{row, col}
			if row == 1 && pc.col < 0 && l.Dir == model.Rightward && layout.Overlaps(columns, pc.box()) > 1 {
				k[0] = 0
			}
			if cells[k] == nil {
				cells[k] = &cell{row: k[0], col: col, rowSpan: 1, colSpan: 1}
				t.cells = append(t.cells, cells[k])
			}
			cells[k].parts = append(cells[k].parts, pc.part)
		}
		t.lines = append(t.lines, l)
		t.box = t.box.Union(l.Box)
	}
	t.box = p.withRules(t.box)
	r.finishCells(t)
	r.cutBelow(t)
	return t
}

// withRules widens a table's box by the ruled lines right above and below it,
// which are the table's.
func (p *pageState) withRules(box model.Box) model.Box {
	out := box
	for _, rule := range p.rules {
		b := rule.Box
		if !rule.Horizontal() || b.X1() < box.X0() || b.X0() > box.X1() || b.Width() < box.Width()/2 {
			continue
		}
		if b.Bottom() > box.Top()-1.2*p.size && b.Top() < box.Bottom()+1.2*p.size {
			out = out.Union(b)
		}
	}
	return out
}

// headless reports whether a table has the columns of a matrix and a row of
// heads that does not name all of the members: the names may be set so close
// that they run together. One row of scores is enough, because reports on two
// commitments exist.
func (r *reading) headless(t *table) bool {
	if t.cols < 5 || r.scoresInRows(t) < minMatrixMembers {
		return false
	}
	return r.membersNamed(t) < t.cols-2
}

// membersNamed is how many columns of a table name a member.
func (r *reading) membersNamed(t *table) int {
	_, members, _ := r.matrixHead(t)
	return len(members)
}

// fillNamed is fillOpen with the heads cut between their words, where so more
// of the columns name a member.
func (r *reading) fillNamed(p *pageState, ls []*line) *table {
	t := r.fillOpen(p, ls, false, nil)
	if t == nil || !r.headless(t) {
		return t
	}
	if cut := r.fillOpen(p, ls, true, nil); cut != nil && r.membersNamed(cut) > r.membersNamed(t) {
		return cut
	}
	return t
}

// openColumns gives the horizontal extents of the columns: those of the score
// rows' pieces, averages left out because they may stand across columns, and
// those of the heads, because a column can be empty in every row.
func (r *reading) openColumns(rows, all []*line) []model.Box {
	isRow := map[*line]bool{}
	var bs []model.Box
	for _, l := range rows {
		isRow[l] = true
		ps := pieces(l)
		if r.averagesLine(ps) {
			if len(ps) < 4 {
				continue
			}
			ps = ps[1:]
		}
		for _, pc := range ps {
			if s, _ := r.raw(pc); crowdedFigures(pc) && !r.isAverage(s) {
				continue
			}
			bs = append(bs, pc.box())
		}
	}
	out := layout.MergeColumns(bs)
	var heads []part
	var boxes []model.Box
	for _, l := range all {
		if isRow[l] || l.Baseline > rows[0].Baseline {
			continue
		}
		for _, pc := range pieces(l) {
			if layout.Overlaps(out, pc.box()) <= 1 {
				heads = append(heads, pc)
				boxes = append(boxes, pc.box())
			}
		}
	}
	for _, column := range layout.MergeColumns(boxes) {
		if layout.Overlaps(out, column) > 0 {
			continue
		}
		var words []string
		for _, pc := range heads {
			if layout.Overlaps([]model.Box{column}, pc.box()) > 0 {
				s, _ := r.raw(pc)
				words = append(words, s)
			}
		}
		if _, ok := r.columnKind(strings.Join(words, " ")); ok {
			out = append(out, column)
		}
	}
	return layout.MergeColumns(out)
}

// nameWords cuts a text at its spaces and where a capital follows a small
// letter: "KingdomStates".
func nameWords(s string) []string {
	var out []string
	for _, w := range strings.Fields(s) {
		from := 0
		prev := rune(0)
		for i, c := range w {
			if i > from && unicode.IsLower(prev) && unicode.IsUpper(c) {
				out = append(out, w[from:i])
				from = i
			}
			prev = c
		}
		out = append(out, w[from:])
	}
	return out
}

// figureWords cuts a text at its spaces, before every sign that stands right
// behind a figure, and behind percent signs: "+0.33–0.67", "67%100%".
func figureWords(s string) []string {
	var out []string
	for _, w := range strings.Fields(s) {
		from := 0
		prev := rune(0)
		for i, c := range w {
			glued := prev >= '0' && prev <= '9' && notation.IsSign(c) || prev == '%' && c != ')'
			if i > from && glued {
				out = append(out, w[from:i])
				from = i
			}
			prev = c
		}
		out = append(out, w[from:])
	}
	return out
}

// crowdedFigures reports whether a piece is several figures.
func crowdedFigures(pc part) bool {
	n := 0
	for i := pc.from; i < pc.to; i++ {
		text := pc.l.Runs[i].Text
		if hasLetter(text) {
			return false
		}
		for _, w := range figureWords(text) {
			switch {
			case loneSign(w):
				// a sign that is set in a font of its own
			case !strings.ContainsAny(w, "0123456789"):
				return false
			default:
				n++
			}
		}
	}
	return n > 1
}

// rowBounds gives the heights between the score rows of an open table: at a
// ruled line between them, otherwise in the widest gap between the lines
// that stand there.
func (p *pageState) rowBounds(rows, all []*line) []float64 {
	var out []float64
	for i := 1; i < len(rows); i++ {
		out = append(out, p.boundBetween(rows[i-1], rows[i], all))
	}
	return out
}

// boundBetween is the height that divides what belongs to the label line a
// from what belongs to b below it.
func (p *pageState) boundBetween(a, b *line, all []*line) float64 {
	for _, rule := range p.rules {
		y := rule.Box.CentreY()
		if rule.Horizontal() && y > a.Baseline && y < b.Baseline && rule.Box.Width() > 5*a.Size {
			return y
		}
	}
	var ys []float64
	for _, l := range all {
		if l.Dir == model.Rightward && l.Baseline >= a.Baseline-0.35*a.Size && l.Baseline <= b.Baseline+0.35*b.Size {
			ys = append(ys, l.Baseline)
		}
	}
	sort.Float64s(ys)
	at, widest := b.Baseline-0.5*b.Size, 0.0
	for i := 1; i < len(ys); i++ {
		// Of equal gaps the last: labels stand beside the first line of
		// their text more often than beside the last.
		if d := ys[i] - ys[i-1]; d > widest-0.05*a.Size {
			at, widest = (ys[i]+ys[i-1])/2, math.Max(d, widest)
		}
	}
	return at
}

// openRow is the row of a line: 1 above the first score row, otherwise by the
// bounds between the rows.
func openRow(rows []*line, cuts []float64, l *line) int {
	if l.Dir != model.Rightward {
		return 1
	}
	if l.Baseline < rows[0].Baseline-0.35*l.Size && !continuesLabel(rows[0], l) {
		return 1
	}
	return sort.SearchFloat64s(cuts, l.Baseline) + 2
}

// continuesLabel reports whether a line close above the first score row is the
// upper part of its label, centred beside it, rather than a head.
func continuesLabel(row, l *line) bool {
	if len(pieces(l)) != 1 || l.bold != row.bold {
		return false
	}
	d := row.Baseline - l.Baseline
	if d < 0.8*row.Size {
		return true
	}
	label, ok := labelPiece(row)
	return ok && d < 3*row.Size && math.Abs(l.Box.X0()-label.X0()) < 0.4*l.Size
}

// aboveInLabel reports whether a line is the one above another of the same
// label, where the row's figures stand beside a label of many lines and have
// none of it on their own line.
func aboveInLabel(label, l *line) bool {
	d := label.Baseline - l.Baseline
	return len(pieces(l)) == 1 && l.bold == label.bold && d > 0 && d < 1.35*l.Size && math.Abs(l.Box.X0()-label.Box.X0()) < 0.2*l.Size
}

// labelPiece is the box of a row's first piece with letters.
func labelPiece(row *line) (model.Box, bool) {
	for _, pc := range pieces(row) {
		for i := pc.from; i < pc.to; i++ {
			if hasLetter(row.Runs[i].Text) {
				return pc.box(), true
			}
		}
	}
	return model.Box{}, false
}
