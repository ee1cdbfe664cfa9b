package grid

import (
	"math"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/join"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// LabelledScore reads "Full Compliance +1", "Full Compliance (+1)" and
// "Full Compliance".
func (r *Reader) LabelledScore(s string) (int, bool) {
	kind, ok := r.ColumnKind(s)
	if !ok {
		return 0, false
	}
	return scoretext.ScoreOfKind(kind)
}

// openRubrics finds scoring tables that are not ruled into cells: two or more
// scores one below the other, and texts to their right that begin at one
// edge.
func (r *Reader) openRubrics(p *sheet.Page, ls []*sheet.Line, taken []*sheet.Table) []*sheet.Table {
	var free []*sheet.Line
	for _, l := range ls {
		inside := p.InTable(l)
		for _, t := range taken {
			for _, tl := range t.Lines {
				inside = inside || tl == l
			}
		}
		if !inside {
			free = append(free, l)
		}
	}
	var out []*sheet.Table
	for i := 0; i < len(free); {
		labels := r.rubricLabels(free, i, 0)
		textX := 0.0
		if len(labels) == 1 {
			textX = r.firstLevel(free, i)
		}
		if len(labels) < 2 && textX == 0 {
			i++
			continue
		}
		t, next := r.fillOpenRubric(p, free, labels, textX)
		if t == nil {
			i = labels[len(labels)-1] + 1
			continue
		}
		out = append(out, t)
		i = next
	}
	return out
}

// firstLevel gives the texts' edge of a scoring table of which a page holds one
// level only, and the next page the others: right under its heading a score and
// behind a gap the text, with which the page ends. The heads of the columns may stand
// between. 0 is none.
func (r *Reader) firstLevel(ls []*sheet.Line, k int) float64 {
	ps := Pieces(ls[k])
	if s, _ := r.Raw(ps[0]); ListNumber(s) > 0 {
		return 0
	}
	var edge float64
	switch {
	case len(ps) == 2:
		edge = ps[1].Box().X0()
	case k+1 < len(ls) && ls[k+1].Box.X0() > ls[k].Box.X1(): // the score stands between the lines
		edge = ls[k+1].Box.X0()
	default:
		return 0
	}
	atEdge := func(l *sheet.Line) bool { return math.Abs(l.Box.X0()-edge) < 0.3*l.Size }
	for _, l := range ls[k+1:] {
		if !atEdge(l) {
			return 0
		}
	}
	label, headed := ps[0].Box(), false
	for k--; k >= 0; k-- {
		if kind, ok := r.Vocab.Heading(ls[k].Printed); ok {
			if kind == vocabulary.HeadingScoring {
				return edge
			}
			return 0
		}
		if !atEdge(ls[k]) {
			if headed || !r.headsLevelColumns(ls[k], label, edge) {
				return 0
			}
			headed = true
		} else if headed {
			return 0
		}
	}
	return 0
}

// headsLevelColumns reports whether a line is the heads of a scoring table's two columns: one
// over the scores and one at the texts' edge or of a known name, which is no sentence.
func (r *Reader) headsLevelColumns(l *sheet.Line, label model.Box, edge float64) bool {
	ps := Pieces(l)
	if len(ps) != 2 || sheet.EndsSentence(l.Printed) {
		return false
	}
	over, text := ps[0].Box(), ps[1].Box()
	if over.X1() < label.X0() || over.X0() > label.X1() {
		return false
	}
	name, _ := r.Raw(ps[1])
	_, known := r.Vocab.Column(name)
	return known || math.Abs(text.X0()-edge) < 0.3*l.Size
}

// maxLevelLines bounds the lines between two scores of a scoring table.
const maxLevelLines = 14

// rubricLabels gives the lines, from i on, that begin with the scores of one
// scoring table or with the numbers of one list; above is the number of the
// entry before, where the list goes on over a page.
func (r *Reader) rubricLabels(ls []*sheet.Line, i, above int) []int {
	first, ok := r.labelAt(ls, i, above)
	if !ok {
		return nil
	}
	above = r.labelNumber(ls[i])
	labels := []int{i}
	for k := i + 1; k < len(ls) && k-labels[len(labels)-1] <= maxLevelLines; k++ {
		last := labels[len(labels)-1]
		if k == last+1 && r.labelGoesOn(ls[last], ls[k]) {
			continue
		}
		box, ok := r.labelAt(ls, k, above)
		if ok && (math.Abs(box.CentreX()-first.CentreX()) < 1.2*ls[k].Size || math.Abs(box.X0()-first.X0()) < 0.3*ls[k].Size) {
			labels = append(labels, k)
			above = r.labelNumber(ls[k])
			continue
		}
		if ls[k].Box.X0() < first.X1() {
			break // text below the scores: the table has ended
		}
	}
	if r.areNotes(ls, labels) {
		return nil
	}
	return labels
}

// areNotes reports whether labels count the notes of a list: up by one, with a
// bracket behind the number ("1)", "2)") or before texts of which most cite an
// address. No score stands so.
func (r *Reader) areNotes(ls []*sheet.Line, labels []int) bool {
	const looked = 5 // lines of a note
	before, brackets, cited := 0, 0, 0
	for i, k := range labels {
		s, _ := r.Raw(Pieces(ls[k])[0])
		figure, closed := strings.CutSuffix(strings.TrimSpace(s), ")")
		n := ListNumber(strings.TrimPrefix(figure, "("))
		if n == 0 || i > 0 && n != before+1 {
			return false
		}
		before = n
		if closed {
			brackets++
		}
		end := min(len(ls), k+looked)
		if i+1 < len(labels) {
			end = min(end, labels[i+1])
		}
		for _, l := range ls[k:end] {
			if join.HasAddress(l.Printed) {
				cited++
				break
			}
		}
	}
	return len(labels) > 1 && (brackets == len(labels) || 2*cited > len(labels))
}

// labelAt reads the label of line k: one that stands in the line, or a sign
// that a narrow column's end has parted from its figure.
func (r *Reader) labelAt(ls []*sheet.Line, k, above int) (model.Box, bool) {
	if k+1 < len(ls) && r.partedSign(ls[k], ls[k+1]) {
		return Pieces(ls[k])[0].Box(), true
	}
	return r.levelLabel(ls[k], above)
}

// partedSign reports whether line a begins with a sign alone and line b, right
// below it, with its figure. Read by itself the figure would be another score.
func (r *Reader) partedSign(a, b *sheet.Line) bool {
	if b.Baseline-a.Baseline >= 1.6*b.Size || len(a.Runs[0].Text) > utf8.UTFMax || len(b.Runs[0].Text) > utf8.UTFMax {
		return false
	}
	above, below := Pieces(a)[0], Pieces(b)[0]
	sign, _ := r.Raw(above)
	figure, _ := r.Raw(below)
	return utf8.RuneCountInString(sign) == 1 && script.BeginsSigned(sign) && figure == "1" && math.Abs(above.Box().X0()-below.Box().X0()) < b.Size
}

// labelNumber is the number of a list's entry with which a line begins, or 0.
func (r *Reader) labelNumber(l *sheet.Line) int {
	s, _ := r.Raw(Pieces(l)[0])
	return ListNumber(s)
}

// ListNumber reads the number of a list's entry standing alone, or 0.
func ListNumber(s string) int {
	if len(s) > 3 || !IsRank(s) {
		return 0
	}
	n, _ := strconv.Atoi(s)
	return n
}

// labelGoesOn reports whether line b begins with the score that belongs to the
// level named in line a, right above it ("Partial Compliance" over "(0)").
func (r *Reader) labelGoesOn(a, b *sheet.Line) bool {
	if b.Baseline-a.Baseline > 1.6*b.Size {
		return false
	}
	if r.partedSign(a, b) {
		return true
	}
	above, below := Pieces(a)[0], Pieces(b)[0]
	name, _ := r.Raw(above)
	score, _ := r.Raw(below)
	if _, isScore, _ := scoretext.ParseScore(r.Vocab, name); isScore || strings.ContainsAny(name, "0123456789") {
		return false
	}
	_, isScore, _ := scoretext.ParseScore(r.Vocab, score)
	return isScore && below.Box().X0() < above.Box().X1()
}

// levelLabel reads a line that is a score (or the number of a list's entry that
// comes after above) alone, or a score or a level's name and behind a gap a
// text.
func (r *Reader) levelLabel(l *sheet.Line, above int) (model.Box, bool) {
	if len(l.Runs) == 1 && len(l.Printed) > scoretext.MaxScoreText && r.Flat[l] == nil {
		return model.Box{}, false
	}
	ps := Pieces(l)
	if len(ps) > 2 {
		return model.Box{}, false
	}
	s, _ := r.Raw(ps[0])
	_, isScore, _ := scoretext.ParseScore(r.Vocab, s)
	if n := ListNumber(s); !isScore && n > 1 && n == above+1 {
		isScore = true // the entries of a list are set as levels are
	}
	if !isScore {
		// A level in words is a label only beside its text: alone it is a
		// heading.
		if len(ps) < 2 || len(s) > 40 {
			return model.Box{}, false
		}
		if _, named := r.LabelledScore(s); !named {
			return model.Box{}, false
		}
	}
	if len(ps) == 2 {
		text, _ := r.Raw(ps[1])
		if len(text) < 8 || !sheet.HasLetter(text) {
			return model.Box{}, false
		}
		if _, head := r.Vocab.Column(text); head || r.IsMember(text) {
			return model.Box{}, false // a member's heading with the score before it is no level
		}
	}
	return ps[0].Box(), true
}

// maxTextLeading bounds the distance of two lines of one level's text as a
// ratio of the size; documents are set with up to one and a half lines.
const maxTextLeading = 1.65

// textLeading is the smallest distance between two lines of the texts in a row,
// as a ratio of the size, or 0.
func textLeading(ls []*sheet.Line, belongs func(*sheet.Line) bool) float64 {
	best := 0.0
	for i := 1; i < len(ls); i++ {
		d := (ls[i].Baseline - ls[i-1].Baseline) / ls[i].Size
		if belongs(ls[i]) && d > 0.8 && (best == 0 || d < best) {
			best = d
		}
	}
	return best
}

// fillOpenRubric makes the table around the labels and gives the index of
// the first line behind it. TextX is the texts' edge where it is known, 0
// where it is not.
func (r *Reader) fillOpenRubric(p *sheet.Page, ls []*sheet.Line, labels []int, textX float64) (*sheet.Table, int) {
	first, last := labels[0], labels[len(labels)-1]
	right := 0.0
	for _, k := range labels {
		right = math.Max(right, Pieces(ls[k])[0].Box().X1())
	}
	if textX == 0 {
		textX = r.textEdge(ls[max(0, first-3):min(len(ls), last+4)], right)
	}
	if textX <= right {
		return nil, 0
	}
	belongs := func(l *sheet.Line) bool { return math.Abs(l.Box.X0()-textX) < 0.6*l.Size }
	// The distance between rows may be little more than that between lines.
	lead := 1.4
	if d := textLeading(ls[max(0, first-3):min(len(ls), last+4)], belongs); d > lead {
		lead = min(1.1*d, maxTextLeading)
	}
	// Lines above the first score and below the last belong to them while
	// they stand at the texts' edge, close to each other.
	for first > 0 && belongs(ls[first-1]) && !sheet.IsCaption(ls[first-1].Printed) && ls[first-1].Bold == ls[first].Bold && ls[first].Baseline-ls[first-1].Baseline < lead*ls[first].Size {
		first--
	}
	for last+1 < len(ls) && (belongs(ls[last+1]) || last == labels[len(labels)-1] && r.labelGoesOn(ls[last], ls[last+1])) && ls[last+1].Baseline-ls[last].Baseline < lead*ls[last].Size {
		last++
	}
	t := &sheet.Table{Page: p, Rows: len(labels), Cols: 2, TextX: textX}
	rows := make([]*sheet.Line, len(labels))
	for i, k := range labels {
		rows[i] = ls[k]
	}
	cuts := rowBounds(p, rows, ls[first:last+1])
	cells := make([]*sheet.Cell, 2*len(labels))
	for i := range cells {
		cells[i] = &sheet.Cell{Row: i / 2, Col: i % 2, RowSpan: 1, ColSpan: 1}
	}
	for _, l := range ls[first : last+1] {
		row := sort.SearchFloat64s(cuts, l.Baseline)
		for _, pc := range Pieces(l) {
			col := 0
			if pc.Box().X0() > right {
				col = 1
			}
			cells[2*row+col].Parts = append(cells[2*row+col].Parts, pc)
		}
		t.Lines = append(t.Lines, l)
		t.Box = t.Box.Union(l.Box)
	}
	for i := range labels {
		if len(cells[2*i+1].Parts) == 0 {
			return nil, 0
		}
	}
	t.Cells = cells
	r.finishCells(t)
	return t, last + 1
}

// textEdge is the left edge that most texts to the right of x share, or 0.
func (r *Reader) textEdge(ls []*sheet.Line, x float64) float64 {
	var edges []float64
	for _, l := range ls {
		for _, pc := range Pieces(l) {
			if b := pc.Box(); b.X0() > x+0.3*l.Size {
				edges = append(edges, b.X0())
				break
			}
		}
	}
	best, most := 0.0, 1
	for _, e := range edges {
		n := 0
		for _, f := range edges {
			if math.Abs(e-f) < 3 {
				n++
			}
		}
		if n > most {
			best, most = e, n
		}
	}
	return best
}
