package grid

import (
	"math"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// completesRow reports whether line i of ls is the second line of a row above it:
// percentages in brackets, or two at the least without, each below a figure that is
// none. Beside those in brackets the rest of the row's label may stand, and beside a
// single one where white space or rules show that it does; others with a label are a row.
func (r *Reader) completesRow(ls []*sheet.Line, row *sheet.Line, i int) bool {
	l := ls[i]
	if d := lead(row, l); d <= 0 || d > 1.6*l.Size {
		return false
	}
	var figures, shares []model.Box // shares are those that are percentages
	label, named := labelPiece(row)
	for k, pc := range Pieces(row) {
		if k == 0 && !named {
			label = pc.Box()
		}
		if k == 0 || named && pc.Box() == label {
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
	for k, pc := range Pieces(l) {
		s, _ := r.Raw(pc)
		if k == 0 && sheet.HasLetter(s) && layout.Overlaps(figures, pc.Box()) == 0 && math.Abs(pc.Box().X0()-label.X0()) < 4*l.Size {
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
	return percents > 0 && (bare == 0 || bare > 1 && !labelled || bare == 1 && labelled && r.insideRow(ls, row, i))
}

// insideRow reports whether line i of ls, the rest of a label with one figure below
// those of a row, is that row's: it stands as close below it as the lines of a label do,
// and what follows is set off by more white space or by a rule. A group's name with its
// mean stands as far from the row above as rows do.
func (r *Reader) insideRow(ls []*sheet.Line, row *sheet.Line, i int) bool {
	l := ls[i]
	up := lead(row, l)
	if label, _ := r.Raw(Pieces(l)[0]); up > labelLead*l.Size || l.Runs[0].Bold != row.Runs[0].Bold || r.labelsScores(label) || ruledBetween(row, l) {
		return false
	}
	for k := i; k < len(ls) && k-i <= maxLabelLines; k++ {
		if k+1 == len(ls) || ruledBetween(ls[k], ls[k+1]) {
			return true
		}
		next := ls[k+1]
		if down := lead(ls[k], next); down > up+rowSpace*l.Size {
			return true
		}
		if len(Pieces(next)) > 1 || !sheet.HasLetter(next.Printed) || math.Abs(next.Box.X0()-l.Box.X0()) > 0.2*l.Size {
			return false
		}
	}
	return false
}

const (
	// labelLead is how far apart the lines of a label are at most, and rowSpace how much
	// farther rows are, as ratios of the size.
	labelLead = 1.35
	rowSpace  = 0.15
)

// ruledBetween reports whether a rule stands between a line and one below it.
func ruledBetween(a, b *sheet.Line) bool {
	for _, rule := range a.On.Ruling {
		y := rule.Box.CentreY()
		if rule.Horizontal() && y > a.Baseline && y < b.Baseline && rule.Box.Width() > 5*a.Size && rule.Box.X0() < a.Box.X1() && a.Box.X0() < rule.Box.X1() {
			return true
		}
	}
	return false
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
