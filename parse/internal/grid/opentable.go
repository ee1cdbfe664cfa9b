package grid

import (
	"math"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
	"recount.invalid/recount/vocabulary"
)

// textUnder reports whether a line is the text of a section below a heading
// whose score stands apart from the member's name: plain under bold, without
// a gap, across the figure's column.
func textUnder(heading, l *sheet.Line) bool {
	ps := Pieces(heading)
	return heading.Bold && !l.Bold && len(ps) > 1 && len(Pieces(l)) == 1 && sheet.HasLetter(l.Printed) &&
		l.Box.X0() < ps[0].Box().X1() && l.Box.X1() > ps[len(ps)-1].Box().X1()
}

// openTables finds tables that are set by white space alone (or by rules that
// do not make cells): runs of lines of which at least three carry scores in
// columns, with the heads above them and the labels between them. A table stands
// in one column of the page, or above or below them.
func (r *Reader) openTables(p *sheet.Page) (out []*sheet.Table) {
	for _, strip := range p.Strips() {
		out = append(out, r.openTablesIn(p, r.AboveNotes(p, marker.TopDown(p, strip)))...)
	}
	return out
}

func (r *Reader) openTablesIn(p *sheet.Page, ls []*sheet.Line) []*sheet.Table {
	var out []*sheet.Table
	ls = r.joinStaggered(ls)
	from := 0
	if t, next := r.continueTable(p, ls); t != nil {
		out = append(out, t)
		from = next
	}
	for i := from; i < len(ls); {
		if !r.scoreRow(ls[i]) && !r.scoresUnder(ls, i) {
			i++
			continue
		}
		last, rows := i, 1
		near := i // the last row, or the heads printed again below it
		for j := i + 1; j < len(ls) && j-last <= 4; j++ {
			if lead(ls[near], ls[j]) > 6*ls[last].Size || sheet.IsCaption(ls[j].Printed) || r.beginsRanking(ls[j], ls[last]) || textUnder(ls[last], ls[j]) || r.scoresUnder(ls, i) && r.beginsBlock(ls, j) && !r.headedAgain(ls, i, j) {
				break
			}
			if r.completesRow(ls[last], ls[j]) {
				continue
			}
			if r.scoreRow(ls[j]) || r.blankRow(ls[j], ls[i]) || r.tightRow(ls[j], ls[last]) || r.centredAverage(ls, j) {
				if r.closed(ls[last]) && !r.closed(ls[j]) && len(Pieces(ls[j])) == 1 {
					break // behind the averages a name is a heading
				}
				last, near = j, j
				rows++
			} else if r.headedAgain(ls, i, j) {
				near = j
			} else if ls[j].Bold && len(Pieces(ls[j])) == 1 && !r.subhead(ls, j) && !r.headsGroup(ls, j) {
				break // a heading: what follows is another table
			}
		}
		blank := r.blankRowsAbove(ls, i)
		rows += i - blank
		first := max(from, r.headLines(p, ls, blank)) // the lines before are another table's
		captioned := first > 0 && rows == minOpenRows-1 && sheet.IsCaption(ls[first-1].Printed)
		block := len(out) > 0 && from > 0 && first == from && r.scoresUnder(ls, i)
		if rows >= minOpenRows || captioned || block || r.underAssessment(ls, first) || r.underMembers(ls, i) {
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
	ls = separated(ls)
	out = append(out, r.openRubrics(p, ls, out)...)
	r.tail = tailTable(ls, out)
	return out
}

// beginsRanking reports whether a row is ranked first and the one before it is
// not: another ranking begins.
func (r *Reader) beginsRanking(l, before *sheet.Line) bool {
	rank := func(l *sheet.Line) string {
		ps := Pieces(l)
		if len(ps) < 3 || len(ps) > 4 {
			return ""
		}
		s, _ := r.Raw(ps[0])
		if s = SharedRank(s); !IsRank(s) {
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
func (r *Reader) underAssessment(ls []*sheet.Line, first int) bool {
	if first == 0 || lead(ls[first-1], ls[first]) > 6*ls[first].Size {
		return false // at the top, or with a ruled table between them
	}
	kind, ok := r.Vocab.Heading(ls[first-1].Printed)
	return ok && kind == vocabulary.HeadingAssessment && !tableBetween(ls[first].On, ls[first-1], ls[first])
}

// tableBetween reports whether a ruled table stands between two lines.
func tableBetween(p *sheet.Page, above, below *sheet.Line) bool {
	for _, t := range p.Tables {
		if t.Box.Bottom() > above.Baseline && t.Box.Bottom() < below.Baseline && t.Over(below) {
			return true
		}
	}
	return false
}

// underMembers reports whether row i holds the scores of members who are named
// right above it, one over each: one row is a table there too.
func (r *Reader) underMembers(ls []*sheet.Line, i int) bool {
	if i == 0 || lead(ls[i-1], ls[i]) > 3*ls[i].Size || !r.namesMembers(ls[i-1]) {
		return false
	}
	scores := 0
	for _, pc := range Pieces(ls[i]) {
		n, _, _ := r.countFigures(pc)
		scores += n
	}
	return scores >= sheet.MinMatrixMembers
}

// subhead reports whether a line stands between the rows of one table, such as
// the issue area over its commitments: the next row follows at once, without
// heads of its own.
func (r *Reader) subhead(ls []*sheet.Line, j int) bool {
	next := j + 1
	if next+1 < len(ls) && ls[next].Bold && len(Pieces(ls[next])) == 1 && lead(ls[j], ls[next]) < 1.4*ls[j].Size && math.Abs(ls[j].Box.X0()-ls[next].Box.X0()) < 0.3*ls[j].Size {
		next++ // its second line
	}
	top := next // the upper lines of the row's label may stand above its figures
	for next < len(ls) && next-top < maxLabelLines && !ls[next].Bold && len(Pieces(ls[next])) == 1 && !r.scoreRow(ls[next]) && (next == top || lead(ls[next-1], ls[next]) < 1.5*ls[next].Size) {
		next++
	}
	if j == 0 || next >= len(ls) || !r.scoreRow(ls[next]) || len(Pieces(ls[next])) < sheet.MinMatrixMembers+2 {
		return false // under a title, or over a table with fewer columns than a matrix has
	}
	near := 2.2 * ls[j].Size
	return lead(ls[top-1], ls[top]) < near && lead(ls[next-1], ls[next]) < near && lead(ls[j-1], ls[j]) < near
}

// tailTable gives the open table that ends a page's text, if one does: it may
// go on over the page. Lines of notes below it do not count.
func tailTable(ls []*sheet.Line, tables []*sheet.Table) *sheet.Table {
	for _, t := range tables {
		last := t.Lines[len(t.Lines)-1]
		open := true
		for _, l := range ls {
			if l.Baseline > t.Box.Bottom() && l.Size > last.Size*layout.SmallRatio {
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
func (r *Reader) continueTable(p *sheet.Page, ls []*sheet.Line) (*sheet.Table, int) {
	prev := r.tail
	r.tail = nil
	if prev == nil || len(ls) == 0 || prev.Page.Number+1 != p.Number {
		return nil, 0
	}
	if prev.TextX > 0 {
		for i := 0; i < len(ls) && i < 8; i++ {
			labels := r.rubricLabels(ls, i, lastNumber(prev))
			if len(labels) == 0 {
				continue
			}
			return r.fillOpenRubric(p, ls, labels, prev.TextX)
		}
		return nil, 0
	}
	for _, c := range prev.Cells {
		if c.Col == 0 && r.AveragesRow(c.Text.Text, CellTexts(prev.Row(c.Row))[1:]) {
			return nil, 0 // its averages have been: the table is complete
		}
	}
	heads := 0
	for heads < len(ls) && heads < 3 && repeats(prev, ls[heads]) {
		heads++
	}
	n := heads
	for n < len(ls) {
		if behind := r.rowBehindLabel(ls, n, prev.Columns); behind > n {
			n = behind // the lines of a label above the figures of its row
			continue
		}
		row := r.scoreRow(ls[n])
		heading := ls[n].Bold && !r.closed(ls[n]) && !(row && len(Pieces(ls[n])) >= sheet.MinMatrixMembers)
		if heading || !row && !r.IsMember(ls[n].Printed) && !r.tightIn(ls[n], prev.Columns) {
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
	t := r.fillOpen(p, ls[:n], false, prev.Columns)
	return t, n
}

// rowBehindLabel gives the row of figures that follows the lines from n on, which
// are parts of labels: alone in the first column, close together, and too few
// to be anything but the end of the row above and the beginning of the next. It
// gives n where line n is none.
func (r *Reader) rowBehindLabel(ls []*sheet.Line, n int, columns []model.Box) int {
	if len(columns) < sheet.MinMatrixMembers {
		return n
	}
	for k := n; k < len(ls) && k-n <= maxLabelLines; k++ {
		l := ls[k]
		if k > n && lead(ls[k-1], l) > 1.6*l.Size {
			return n
		}
		if inLabels := len(Pieces(l)) == 1 && !l.Bold && !sheet.IsCaption(l.Printed) && sheet.HasLetter(l.Printed) && l.Box.X1() < columns[1].X0(); inLabels {
			continue
		}
		if k > n && r.scoreRow(l) && !r.IsMember(ls[k-1].Printed) {
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
func repeats(t *sheet.Table, l *sheet.Line) bool {
	for _, c := range t.Cells {
		if c.Row >= 2 {
			continue
		}
		for _, pt := range c.Parts {
			if pt.L.Printed == l.Printed {
				return true
			}
		}
	}
	return false
}

// lastNumber is the number of a list's last entry, or 0.
func lastNumber(t *sheet.Table) int {
	n := 0
	for _, c := range t.Cells {
		if c.Col == 0 && c.Text.Text != "" {
			n = ListNumber(c.Text.Text)
		}
	}
	return n
}

// cellGap is how wide a gap between the cells of a line is at least, as a ratio of
// its size.
const cellGap = 0.6

// Pieces cuts a line at its gaps.
func Pieces(l *sheet.Line) []sheet.Part { return piecesOf(sheet.Part{L: l, From: 0, To: len(l.Runs)}) }

// piecesOf cuts a part of a line at its gaps.
func piecesOf(pt sheet.Part) []sheet.Part {
	var out []sheet.Part
	for i := pt.From; i < pt.To; i++ {
		if n := len(out); n > 0 && (pt.L.Runs[i].Gap < cellGap*pt.L.Size || typedSpace(pt.L.Runs[i-1], pt.L.Runs[i])) {
			out[n-1].To = i + 1
			continue
		}
		out = append(out, sheet.Part{L: pt.L, From: i, To: i + 1})
	}
	return out
}

// typedSpace reports whether the gap between two runs is the space of a typewriter,
// on which every letter and the space are of one width, wider than the spaces of
// other type.
func typedSpace(a, b model.Run) bool {
	letter := b.Box.Width() / float64(max(1, utf8.RuneCountInString(b.Text)))
	same := func(w float64) bool { return math.Abs(w-letter) < 0.02*letter }
	return same(b.Gap) && same(a.Box.Width()/float64(max(1, utf8.RuneCountInString(a.Text))))
}

// scoreRow reports whether a line is a row of scores: a member's name or a
// label of averages and only scores behind it, four and more scores, or a
// ranked label with its average.
func (r *Reader) scoreRow(l *sheet.Line) bool {
	if len(l.Runs) == 1 && sheet.HasLetter(l.Printed) {
		return false // nearly all text
	}
	ps := Pieces(l)
	if len(ps) < 2 && !crowdedFigures(ps[0]) {
		return false
	}
	if r.NumbersColumns(ps) || r.headsLevels(ps) {
		return false
	}
	if label, behind := r.labelled(ps); r.labelsScores(label) {
		scores, other := r.figuresBehind(behind)
		return scores > 0 && other == 0
	}
	scores, precise, other := 0, 0, 0
	for _, p := range ps[1:] {
		s, p, o := r.countFigures(p)
		scores, precise, other = scores+s, precise+p, other+o
	}
	label, _ := r.Raw(ps[0])
	s, _, o := r.countFigures(ps[0])
	if scores+s >= 4 && other+o <= 2 {
		return true
	}
	// "3 | Rivers and banks | +0.45 (73%)": with or without the rank.
	labels := other + o
	if precise == 0 || precise != scores || len(ps) > 4 || len(label) > 90 {
		return false
	}
	return labels == 1 || labels == 0 && IsRank(label) // the label may stand above and below
}

// labelled gives the label of a row and what stands behind it: the number of a
// member's row is part of its label.
func (r *Reader) labelled(ps []sheet.Part) (label string, behind []sheet.Part) {
	label, _ = r.Raw(ps[0])
	if len(ps) > 2 && IsRank(SharedRank(strings.TrimSuffix(label, "."))) {
		if name, _ := r.Raw(ps[1]); r.IsMember(name) {
			return name, ps[2:]
		}
	}
	return label, ps[1:]
}

// labelsScores reports whether a label is a member or one of averages.
func (r *Reader) labelsScores(label string) bool {
	return r.IsMember(label) || r.Vocab.AverageLabel(label)
}

// figuresBehind counts the scores and averages behind a member's name, and what
// is something else. Other members with their own scores may stand behind it, in a
// table of which the halves stand side by side.
func (r *Reader) figuresBehind(ps []sheet.Part) (figures, other int) {
	for i, p := range ps {
		if s, _ := r.Raw(p); i > 0 && i+1 < len(ps) && r.IsMember(s) {
			if n, _, o := r.countFigures(ps[i+1]); n > 0 && o == 0 {
				continue
			}
		}
		n, _, o := r.countFigures(p)
		figures, other = figures+n, other+o
	}
	return figures, other
}

// blankRow reports whether a line is a member's name alone, at the edge at
// which the names of the rows begin: a member that was not assessed.
func (r *Reader) blankRow(l, row *sheet.Line) bool {
	if l.Bold && !row.Bold {
		return false // a heading of the member's section
	}
	if math.Abs(l.Box.X0()-row.Box.X0()) > 0.3*l.Size || l.Chars > 40 {
		return false
	}
	if label, _ := r.Raw(Pieces(row)[0]); !r.IsMember(label) {
		return false
	}
	return r.IsMember(l.Printed)
}

// blankRowsAbove gives the first of the blank rows that stand right above row
// i: members of whom the first of the table were not assessed.
func (r *Reader) blankRowsAbove(ls []*sheet.Line, i int) int {
	for i > 0 && lead(ls[i-1], ls[i]) < 2*ls[i].Size && !ls[i-1].Bold && r.blankRow(ls[i-1], ls[i]) {
		i--
	}
	return i
}

// tightRow reports whether a line is a row whose label is so long that no gap
// is left before its score: it begins where the labels of the row above begin,
// reaches the column of that row's figures, and is a member with a score.
func (r *Reader) tightRow(l, row *sheet.Line) bool {
	if l.Bold != row.Bold || len(l.Runs) == 0 || len(Pieces(l)) != 1 || math.Abs(l.Box.X0()-row.Box.X0()) > 0.3*l.Size {
		return false
	}
	ps := Pieces(row)
	_, _, above := TightLabel(r.Vocab, row.Printed)
	if !above && !r.IsMember(row.Printed) && (len(ps) != 2 || l.Box.X1() <= ps[1].Box().X0()) {
		return false
	}
	_, _, ok := TightLabel(r.Vocab, l.Printed)
	return ok
}

// tightIn is tightRow for the first row on a page, of a table with the two
// columns given.
func (r *Reader) tightIn(l *sheet.Line, columns []model.Box) bool {
	if l.Bold || len(columns) != 2 || len(Pieces(l)) != 1 || layout.Overlaps(columns, l.Box) != 2 {
		return false
	}
	_, _, ok := TightLabel(r.Vocab, l.Printed)
	return ok
}

// TightLabel parts a member's name from the score that stands a space behind it.
func TightLabel(v *vocabulary.Vocabulary, s string) (label, score string, ok bool) {
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
func cutTight(v *vocabulary.Vocabulary, l *sheet.Line) *sheet.Line {
	last := l.Runs[len(l.Runs)-1]
	_, score, ok := TightLabel(v, l.Printed)
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
	c.Origin = l
	return &c
}

// closed reports whether a row is one of averages, which ends a table.
func (r *Reader) closed(l *sheet.Line) bool {
	return r.averagesLine(Pieces(l))
}

// IsMember reports whether a text names one member and nothing else.
func (r *Reader) IsMember(s string) bool {
	_, ok := r.MemberLabel(s)
	return ok
}

// IsRank reports whether a text is a rank: a whole number without a sign.
func IsRank(s string) bool {
	n, err := model.ParseDecimal(s)
	return err == nil && n.Places == 0 && n.Units > 0 && !notation.BeginsSigned(s)
}

// countFigures counts a piece's scores and averages, those that have decimals
// or a percent sign, and whether the piece is something else.
func (r *Reader) countFigures(p sheet.Part) (figures, precise, other int) {
	text, _ := r.Raw(p)
	if Tick(text) {
		return 1, 0, 0
	}
	text = unraised(p, text)
	words := []string{text}
	if !r.IsAverage(text) && crowdedFigures(p) {
		words = FigureWords(text)
	}
	for _, s := range words {
		_, ok, na := notation.ParseScore(r.Vocab, s)
		if !ok && !na {
			if _, ok = notation.ParseAverage(r.Vocab, s); ok {
				precise++
			}
		}
		if ok || na || StrangeSign(s) || LoneSign(s) || r.levelWord(s) {
			figures++
		} else if _, err := model.ParseDecimal(s); err != nil {
			other++
		}
	}
	return figures, precise, other
}

// StrangeSign reports whether a text is a figure behind a sign that is none of
// a number: a minus that a file maps to another sign ("±1"), or to none that is
// known. It stands where a score does and cannot be read as one.
func StrangeSign(s string) bool {
	sign, n := utf8.DecodeRuneInString(s)
	return n > 0 && len(s) == n+1 && notation.IsDigit(rune(s[n])) && unicode.In(sign, unicode.Sm, unicode.So, unicode.Sk)
}

// headLines goes up from the first score row over the lines that can be the
// table's head: turned lines, and lines in pieces that stand over columns.
func (r *Reader) headLines(p *sheet.Page, ls []*sheet.Line, first int) int {
	top := first
	var label *sheet.Line // the uppermost line of the first row's label so far
	for k := first - 1; k >= 0 && first-k <= 5; k-- {
		l := ls[k]
		if lead(l, ls[k+1]) > headRoom(p, l, ls[k+1])*l.Size {
			break
		}
		if _, ok := r.Vocab.Heading(l.Printed); ok || sheet.IsCaption(l.Printed) {
			break
		}
		ps := Pieces(l)
		heads := 0
		for _, pc := range ps {
			s, _ := r.Raw(pc)
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
		if r.underNames(ls, k, first) || k == first-1 && r.headsGroup(ls, k) {
			continue // a subhead between the heads and the first row
		}
		if len(ps) < 2 && heads == 0 && !(l.Box.X0() > p.Left+0.2*(p.Right-p.Left) && l.Chars < 30) {
			break
		}
		top = k
	}
	return top
}

// underNames reports whether line k is the name of a group of rows, or one of its
// lines, between the members that are named over the columns and the first row:
// bold, in one piece, and nothing but such lines before and behind it.
func (r *Reader) underNames(ls []*sheet.Line, k, first int) bool {
	if first-k > maxGroupLines || r.namesMembers(ls[k]) {
		return false
	}
	for ; k >= 0 && first-k <= maxGroupLines+1; k-- {
		if r.namesMembers(ls[k]) {
			return true
		}
		if !ls[k].Bold || len(Pieces(ls[k])) > 1 {
			return false
		}
	}
	return false
}

// maxGroupLines is over how many lines the name of a group of rows goes at most.
const maxGroupLines = 2

// headRoom is how far below a line of heads the next line stands at most, as a
// ratio of its size: a rule between them, which may have a line of its own, takes
// room.
func headRoom(p *sheet.Page, a, b *sheet.Line) float64 {
	for _, rule := range p.Ruling {
		y := rule.Box.CentreY()
		if rule.Horizontal() && y > a.Baseline && y < b.Baseline && rule.Box.Width() > 5*a.Size {
			return 3.5
		}
	}
	return 2.5
}

// namesMembers reports whether a line names several members, as the head of a
// matrix does.
func (r *Reader) namesMembers(l *sheet.Line) bool {
	n := 0
	for _, pc := range Pieces(l) {
		if s, _ := r.Raw(pc); r.IsMember(s) {
			n++
		} else if r.crowdedHeads(pc) {
			return true
		}
	}
	return n >= sheet.MinMatrixMembers
}

// labelLines goes down from the last score row over the rest of its label.
func (r *Reader) labelLines(ls []*sheet.Line, last int) int {
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
		if lead(ls[k-1], l) > 1.35*l.Size || len(Pieces(l)) > 1 || l.Chars > 60 {
			break
		}
		if label, ok := labelPiece(ls[last]); l.Bold || ok && math.Abs(l.Box.X0()-label.X0()) > 0.4*l.Size {
			break
		}
		if _, _, ok := sheet.LeadingFigure(l.Printed); ok {
			break
		}
		end = k
	}
	return end
}

// completesRow reports whether a line is the second line of a row: percentages in
// brackets, or two at the least without, each below a figure that is none. Beside those
// in brackets the rest of the row's label may stand; others with a label are a row.
func (r *Reader) completesRow(row, l *sheet.Line) bool {
	if d := lead(row, l); d <= 0 || d > 1.6*l.Size {
		return false
	}
	var figures, shares []model.Box // shares are those that are percentages
	label := row.Box
	for i, pc := range Pieces(row) {
		if i == 0 {
			label = pc.Box()
			continue
		}
		figures = append(figures, pc.Box())
		if s, _ := r.Raw(pc); strings.Contains(s, "%") {
			shares = append(shares, pc.Box())
		}
	}
	if restsOfFigures(l, figures) {
		return true
	}
	percents, bare, labelled := 0, 0, false
	for i, pc := range Pieces(l) {
		s, _ := r.Raw(pc)
		if i == 0 && sheet.HasLetter(s) && layout.Overlaps(figures, pc.Box()) == 0 && math.Abs(pc.Box().X0()-label.X0()) < 4*l.Size {
			labelled = true
			continue
		}
		for _, w := range strings.Fields(s) {
			percent, opens := strings.CutPrefix(w, "(")
			percent, closes := strings.CutSuffix(percent, ")")
			if opens != closes || !strings.HasSuffix(percent, "%") || sheet.HasLetter(percent) {
				return false
			}
			if !opens && layout.Overlaps(shares, pc.Box()) > 0 {
				return false
			}
			if !opens {
				bare++
			}
		}
		if layout.Overlaps(figures, pc.Box()) == 0 {
			return false
		}
		percents++
	}
	return percents > 0 && (bare == 0 || bare > 1 && !labelled)
}

// restsOfFigures reports whether a line is nothing but the ends of figures that
// their columns are too narrow for ("1.0" over "0", "−1" over ".00"): digits
// without a sign, each below a figure, and as many as half of these.
func restsOfFigures(l *sheet.Line, figures []model.Box) bool {
	ps := Pieces(l)
	for _, pc := range ps {
		for _, run := range l.Runs[pc.From:pc.To] {
			if strings.Trim(run.Text, "0123456789., ") != "" {
				return false
			}
		}
		if layout.Overlaps(figures, pc.Box()) == 0 {
			return false
		}
	}
	return len(ps) >= sheet.MinMatrixMembers && 2*len(ps) >= len(figures)
}

// fillOpen makes a table of lines: columns where pieces overlap from row to
// row, rows where the scores stand, label lines given to the nearest row.
func (r *Reader) fillOpen(p *sheet.Page, ls []*sheet.Line, heads bool, columns []model.Box) *sheet.Table {
	var box model.Box
	for _, l := range ls {
		box = box.Union(l.Box)
	}
	// Turned heads stand above or among the lines.
	all := append([]*sheet.Line{}, ls...)
	for _, l := range p.Body {
		if l.Dir == model.Up || l.Dir == model.Down {
			if l.Box.CentreX() > box.X0() && l.Box.CentreX() < box.X1() && l.Box.Bottom() > box.Top()-8*l.Size && l.Box.Top() < box.Bottom() {
				all = append(all, l)
			}
		}
	}
	var rowLines []*sheet.Line
	tight := map[*sheet.Line]bool{}
	// blank rows may stand above the first row with a score
	scored := slices.IndexFunc(ls, r.scoreRow)
	if scored < 0 && r.scoresUnder(ls, len(ls)-1) {
		scored = len(ls) - 1
	}
	above := scored
	if scored > 0 {
		above = r.blankRowsAbove(ls, scored)
	}
	groups := r.groupHeads(ls, scored)
	for i, l := range ls {
		if l.Bold && len(Pieces(l)) == 1 && l.Box.X0() < ls[len(ls)-1].Box.X0()+l.Size && !r.scoreRow(l) && r.subhead(ls, i) {
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
		if r.scoreRow(l) || i == scored || above <= i && i < scored || len(rowLines) > 0 && r.blankRow(l, rowLines[0]) || columns != nil && r.IsMember(l.Printed) || r.centredAverage(ls, i) || groups[l] || r.headsGroup(ls, i) {
			rowLines = append(rowLines, l)
		}
	}
	reached := map[*sheet.Line]*sheet.Line{} // rows with a label that reaches its first figure, cut there
	for _, l := range rowLines {
		if cut := r.cutCloseFigure(l, rowLines); cut != nil {
			reached[l] = cut
		}
	}
	if columns == nil {
		var gapped []*sheet.Line
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
	t := &sheet.Table{Page: p, Rows: len(rowLines) + 2, Cols: len(columns), Columns: columns}
	cells := map[[2]int]*sheet.Cell{}
	again := r.repeatedHeads(ls, scored)
	for g := range groups {
		for l := range again {
			if d := l.Baseline - g.Baseline; d > 0 && d < 1.2*g.Size {
				delete(again, l) // the second lines of the group's heads
			}
		}
	}
	all = slices.DeleteFunc(all, func(l *sheet.Line) bool { return again[l] })
	cuts := rowBounds(p, rowLines, all)
	for l := range again {
		t.Box = t.Box.Union(l.Box)
	}
	for _, l := range ls {
		if again[l] {
			t.Lines = append(t.Lines, pageLines(l)...) // printed once more, said once
		}
	}
	for _, l := range all {
		row := openRow(rowLines, cuts, l)
		if row == 2 && l.Dir == model.Rightward && underHeads(all, l, rowLines[0]) {
			row = 1
		}
		printed := pageLines(l)
		if tight[l] {
			printed = []*sheet.Line{cutTight(r.Vocab, l)}
		} else if cut := reached[l]; cut != nil {
			printed = []*sheet.Line{cut}
		}
		for _, one := range printed {
			for _, pc := range r.spread(one, columns, heads && row == 1) {
				col := pc.col
				if col < 0 {
					col = layout.Nearest(columns, pc.Box())
				}
				k := [2]int{row, col}
				if row == 1 && pc.col < 0 && l.Dir == model.Rightward && layout.Overlaps(columns, pc.Box()) > 1 {
					k[0] = 0
				}
				if cells[k] == nil {
					cells[k] = &sheet.Cell{Row: k[0], Col: col, RowSpan: 1, ColSpan: 1}
					t.Cells = append(t.Cells, cells[k])
				}
				cells[k].Parts = append(cells[k].Parts, pc.Part)
			}
		}
		t.Lines = append(t.Lines, pageLines(l)...)
		t.Box = t.Box.Union(l.Box)
	}
	t.Box = withRules(p, t.Box)
	r.finishCells(t)
	r.cutBelow(t)
	return t
}

// withRules widens a table's box by the ruled lines right above and below it,
// which are the table's.
func withRules(p *sheet.Page, box model.Box) model.Box {
	out := box
	for _, rule := range p.Ruling {
		b := rule.Box
		if !rule.Horizontal() || b.X1() < box.X0() || b.X0() > box.X1() || b.Width() < box.Width()/2 {
			continue
		}
		if b.Bottom() > box.Top()-1.2*p.Size && b.Top() < box.Bottom()+1.2*p.Size {
			out = out.Union(b)
		}
	}
	return out
}

// headless reports whether a table has the columns of a matrix and a row of
// heads that does not name all of the members: the names may be set so close
// that they run together. One row of scores is enough, because reports on two
// commitments exist.
func (r *Reader) headless(t *sheet.Table) bool {
	if t.Cols < 5 || r.ScoresInRows(t) < sheet.MinMatrixMembers {
		return false
	}
	return r.membersNamed(t) < t.Cols-2
}

// membersNamed is how many columns of a table name a member.
func (r *Reader) membersNamed(t *sheet.Table) int {
	_, members, _ := r.MatrixHead(t)
	return len(members)
}

// memberCells is how many cells of a table name a member.
func (r *Reader) memberCells(t *sheet.Table) int {
	n := 0
	for _, c := range t.Cells {
		if r.IsMember(c.Text.Text) {
			n++
		}
	}
	return n
}

// fillNamed is fillOpen with the heads cut between their words, where so more
// of the columns name a member.
func (r *Reader) fillNamed(p *sheet.Page, ls []*sheet.Line) *sheet.Table {
	t := r.fillOpen(p, ls, false, nil)
	block := len(ls) > 1 && r.scoresUnder(ls, len(ls)-1)
	if t == nil || !r.headless(t) && !block {
		return t
	}
	named := r.membersNamed
	if block {
		named = r.memberCells
	}
	if cut := r.fillOpen(p, ls, true, nil); cut != nil && named(cut) > named(t) {
		return cut
	}
	return t
}

// openColumns gives the horizontal extents of the columns: those of the score
// rows' pieces, averages left out because they may stand across columns, and
// those of the heads, because a column can be empty in every row.
func (r *Reader) openColumns(rows, all []*sheet.Line) []model.Box {
	isRow := map[*sheet.Line]bool{}
	var bs []model.Box
	for _, l := range rows {
		isRow[l] = true
		ps := Pieces(l)
		if r.averagesLine(ps) {
			if len(ps) < 4 {
				continue
			}
			ps = ps[1:]
		}
		for _, pc := range ps {
			if s, _ := r.Raw(pc); crowdedFigures(pc) && !r.IsAverage(s) {
				continue
			}
			bs = append(bs, pc.Box())
		}
	}
	out := layout.MergeColumns(bs)
	var heads []sheet.Part
	var boxes []model.Box
	for _, l := range all {
		if isRow[l] || l.Baseline > rows[0].Baseline {
			continue
		}
		for _, pc := range Pieces(l) {
			if layout.Overlaps(out, pc.Box()) <= 1 {
				heads = append(heads, pc)
				boxes = append(boxes, pc.Box())
			}
		}
	}
	for _, column := range layout.MergeColumns(boxes) {
		if layout.Overlaps(out, column) > 0 {
			continue
		}
		var words []string
		for _, pc := range heads {
			if layout.Overlaps([]model.Box{column}, pc.Box()) > 0 {
				s, _ := r.Raw(pc)
				words = append(words, s)
			}
		}
		if _, ok := r.ColumnKind(strings.Join(words, " ")); ok {
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

// FigureWords cuts a text at its spaces, before every sign that stands right
// behind a figure, and behind percent signs: "+0.33–0.67", "67%100%". A percentage
// in brackets stays with the figure before it.
func FigureWords(s string) []string {
	var out []string
	for _, w := range strings.Fields(s) {
		if n := len(out); n > 0 && strings.HasPrefix(w, "(") && strings.HasSuffix(w, "%)") {
			out[n-1] += " " + w
			continue
		}
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
func crowdedFigures(pc sheet.Part) bool {
	n := 0
	for i := pc.From; i < pc.To; i++ {
		text := pc.L.Runs[i].Text
		if sheet.HasLetter(text) {
			return false
		}
		for _, w := range FigureWords(text) {
			switch {
			case LoneSign(w):
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
func rowBounds(p *sheet.Page, rows, all []*sheet.Line) []float64 {
	var out []float64
	for i := 1; i < len(rows); i++ {
		out = append(out, boundBetween(p, rows[i-1], rows[i], all))
	}
	return out
}

// boundBetween is the height that divides what belongs to the label line a
// from what belongs to b below it.
func boundBetween(p *sheet.Page, a, b *sheet.Line, all []*sheet.Line) float64 {
	for _, rule := range p.Ruling {
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
func openRow(rows []*sheet.Line, cuts []float64, l *sheet.Line) int {
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
func continuesLabel(row, l *sheet.Line) bool {
	if len(Pieces(l)) != 1 || l.Bold != row.Bold {
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
func aboveInLabel(label, l *sheet.Line) bool {
	d := label.Baseline - l.Baseline
	return len(Pieces(l)) == 1 && l.Bold == label.Bold && d > 0 && d < 1.35*l.Size && math.Abs(l.Box.X0()-label.Box.X0()) < 0.2*l.Size
}

// labelPiece is the box of a row's first piece with letters.
func labelPiece(row *sheet.Line) (model.Box, bool) {
	for _, pc := range Pieces(row) {
		for i := pc.From; i < pc.To; i++ {
			if sheet.HasLetter(row.Runs[i].Text) {
				return pc.Box(), true
			}
		}
	}
	return model.Box{}, false
}

// SharedRank takes the mark of a shared rank off: "3=", "=3", "T3", "3T".
func SharedRank(s string) string {
	bare := strings.Trim(s, "=T")
	if len(s)-len(bare) == 1 {
		return strings.TrimSpace(bare)
	}
	return s
}
