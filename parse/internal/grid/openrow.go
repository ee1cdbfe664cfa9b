package grid

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
	"recount.invalid/recount/vocabulary"
)

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
	_, ok, _ = scoretext.ParseScore(v, score)
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
	return err == nil && n.Places == 0 && n.Units > 0 && !script.BeginsSigned(s)
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
		_, ok, na := scoretext.ParseScore(r.Vocab, s)
		if !ok && !na {
			if _, ok = scoretext.ParseAverage(r.Vocab, s); ok {
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
	return n > 0 && len(s) == n+1 && script.IsDigit(rune(s[n])) && unicode.In(sign, unicode.Sm, unicode.So, unicode.Sk)
}

// SharedRank takes the mark of a shared rank off: "3=", "=3", "T3", "3T".
func SharedRank(s string) string {
	bare := strings.Trim(s, "=T")
	if len(s)-len(bare) == 1 {
		return strings.TrimSpace(bare)
	}
	return s
}
