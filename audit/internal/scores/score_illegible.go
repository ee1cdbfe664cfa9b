package scores

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/internal/conventions"
	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/matrix"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

var _ = rule.Register(rule.Rule{
	ID:         "score-illegible",
	Severity:   rule.Warning,
	Title:      "a cell of a table of scores that cannot be read",
	Checks:     "Every cell without a score, in chapters' tables, summary tables and tables of published scores: is it blank, does it say that the member was not assessed, or does something else stand there? The averages of chapters, rows and columns too: is each a figure?",
	Why:        "A sign without its digit is half a score. Leaving it out changes the average; guessing it invents data.",
	Example:    "'-' or '+' alone, or '1?': findings, and so is an average '0.5O'. Near misses: a blank cell and 'n/a'.",
	Convention: "In a printed table a dash may stand for 'not assessed': it is taken for that where an average of its table holds without it, or another table of the same commitment has no score for the member. In a table of published scores it is a finding, and one finding where three averages hold so only and none only otherwise. The row's average is otherwise undecided. A soft hyphen (U+00AD) in front of a digit is no minus, and not nothing either: text taken from a PDF has it for both.",
	Since:      "0.1.0",
	Run: func(p *rule.Pass) {
		if !otherCells(p) {
			alike := cellsAlike(p)
			for text := range fractions(p) {
				alike[text] = true
			}
			for i := range p.Report.Commitments {
				illegibleChapter(p, &p.Report.Commitments[i], alike)
			}
		}
		for i := range p.Report.Matrices {
			illegibleMatrix(p, &p.Report.Matrices[i])
		}
	},
})

// fewestOther is how many cells of a table are no scores before its cells are
// taken for something else.
const fewestOther = 12

// otherCells reports a table of published scores most of whose cells are no
// scores: percentages, or words. That is one finding.
func otherCells(p *rule.Pass) bool {
	if !across.IsTable(p.Report) {
		return false
	}
	filled, other := 0, 0
	texts := map[string]int{}
	var order []string
	for i := range p.Report.Commitments {
		for _, s := range p.Report.Commitments[i].Assessment.Scores {
			state := reckon.ReadCell(s.Score, s.Text, p.Vocabulary)
			if state == reckon.CellNotAssessed {
				continue
			}
			filled++
			if state != reckon.CellIllegible {
				continue
			}
			other++
			if texts[s.Text] == 0 {
				order = append(order, s.Text)
			}
			texts[s.Text]++
		}
	}
	if other < fewestOther || other*2 <= filled {
		return false
	}
	p.Checked(filled)
	slices.SortStableFunc(order, func(a, b string) int { return texts[b] - texts[a] })
	var names []string
	for _, text := range order {
		names = append(names, fmt.Sprintf("“%s” (%d)", text, texts[text]))
	}
	p.Found(rule.Finding{
		Stated: strings.Join(order[:min(len(order), 4)], ", "), Quote: order[0],
		Message: fmt.Sprintf("%d of %d cells are neither scores nor notes that a member was not assessed: %s. They are not read.", other, filled, reckon.Listing(names, 4, "and")),
	})
	return true
}

// fewestAlike is how many rows of a table must tell that a sign stands for 'not
// assessed' before its cells are one finding.
const fewestAlike = 3

// cellsAlike finds the signs ("–") that stand in cells of a table of published scores
// for members that were not assessed: at least three averages hold so only, and none
// only otherwise. Each is one finding, and its cells are none.
func cellsAlike(p *rule.Pass) map[string]bool {
	alike := map[string]bool{}
	if !across.IsTable(p.Report) {
		return alike
	}
	type tally struct{ cells, rows, none, other int }
	found := map[string]*tally{}
	var order []string
	for i := range p.Report.Commitments {
		a := p.Report.Commitments[i].Assessment
		text, n := onlySign(p, a)
		if n == 0 {
			continue
		}
		t := found[text]
		if t == nil {
			t = &tally{}
			found[text], order = t, append(order, text)
		}
		t.cells, t.rows = t.cells+n, t.rows+1
		if n > mostImplied || a.Average == nil {
			continue
		}
		f := tallies.StatedMean(p, *a.Average)
		s := reckon.TallyScores(a.Scores, p.Vocabulary)
		mean, ok := s.Mean()
		if f == (reckon.Figure{}) || !ok {
			continue
		}
		fit, _ := readings(conventions.Ways(p)[0], f, s)
		switch none := f.Fits(mean); {
		case none && len(fit) == 1:
			t.none++
		case !none:
			t.other++
		}
	}
	for _, text := range order {
		t := found[text]
		if t.none < fewestAlike || t.other > 0 {
			continue
		}
		alike[text] = true
		p.Found(rule.Finding{
			Stated: text, Quote: text,
			Message: fmt.Sprintf("%s of %s read “%s”, which is neither a score nor a note that the member was not assessed. It stands for that, as it seems: %s only so, and none only otherwise.",
				reckon.Capital(reckon.Plural(t.cells, "cell")), reckon.Plural(t.rows, "row"), text, reckon.Plural(t.none, "average")+" hold"),
		})
	}
	return alike
}

// fractions makes one finding of the cells of a table of published scores that hold
// numbers between the scores (0.5), where there are several.
func fractions(p *rule.Pass) map[string]bool {
	texts, order, cells := map[string]bool{}, []string(nil), 0
	if !across.IsTable(p.Report) {
		return nil
	}
	for i := range p.Report.Commitments {
		for _, s := range p.Report.Commitments[i].Assessment.Scores {
			if reckon.ReadCell(s.Score, s.Text, p.Vocabulary) != reckon.CellIllegible || !isFraction(s.Text) {
				continue
			}
			if cells++; !texts[s.Text] {
				texts[s.Text], order = true, append(order, "“"+s.Text+"”")
			}
		}
	}
	if cells < fewestAlike {
		return nil
	}
	p.Found(rule.Finding{
		Stated: strings.Join(order[:min(len(order), 4)], ", "), Quote: order[0],
		Message: fmt.Sprintf("%s hold numbers between the scores: %s. Other scores than −1, 0 and +1 may be meant; they are not read, and no average beside them is compared.", reckon.Capital(reckon.Plural(cells, "cell")), reckon.Listing(order, 4, "and")),
	})
	return texts
}

// isFraction reports whether a cell is a number between −1 and +1 and none of the
// scores.
func isFraction(text string) bool {
	d, err := model.ParseDecimal(strings.Replace(strings.TrimSpace(text), ",", ".", 1))
	return err == nil && !d.Rat().IsInt() && !elsewhere.OutsideScale(d.Rat())
}

// onlySign is the sign that stands in each cell of a row that cannot be read, and in
// how many of them; n is 0 where none does, or different ones do.
func onlySign(p *rule.Pass, a *model.Assessment) (text string, n int) {
	for _, s := range a.Scores {
		if reckon.ReadCell(s.Score, s.Text, p.Vocabulary) != reckon.CellIllegible {
			continue
		}
		if !isDash(s.Text) || n > 0 && s.Text != text {
			return "", 0
		}
		text, n = s.Text, n+1
	}
	return text, n
}

func illegibleChapter(p *rule.Pass, c *model.Commitment, alike map[string]bool) {
	if c.Assessment == nil {
		return
	}
	a := c.Assessment
	of := rule.About(c)
	of.At = a.At
	illegibleAverage(p, "The average", a.Average, of)
	dashIsNone := c.Row == 0 && a.Average != nil && averageFits(*a.Average, reckon.TallyScores(a.Scores, p.Vocabulary))
	for _, s := range a.Scores {
		p.Checked(1)
		if reckon.ReadCell(s.Score, s.Text, p.Vocabulary) != reckon.CellIllegible {
			continue
		}
		if c.Row == 0 && isDash(s.Text) && (dashIsNone || unscoredInMatrix(p, c, s.Member)) || alike[s.Text] || twiceScored(a, s) {
			continue
		}
		f := rule.About(c)
		f.Member = s.Member
		if s.Row > 0 {
			f.Row, f.SheetRow = s.Row, s.SheetRow
		}
		f.Stated = s.Text
		f.Quote = quoteScore(s)
		f.At = s.At
		if len(f.At) == 0 {
			f.At = a.At
		}
		f.Message = fmt.Sprintf("The score of %s reads “%s”, which is neither a score nor a note that the member was not assessed.",
			reckon.MemberLabel(s.Member, s.Name, p.Vocabulary), s.Text) + unseen(s.Text)
		f.Explanations = implied(p, a)
		p.Found(f)
	}
}

// twiceScored reports whether a member has two scores that differ, which is a finding of
// row-duplicate.
func twiceScored(a *model.Assessment, s model.Score) bool {
	return slices.ContainsFunc(a.Repeats, func(r model.Repeat) bool {
		return r.Of == model.RepeatScore && r.Member == s.Member && r.Name == s.Name && !sameScore(&r)
	})
}

// mostImplied is in how many cells that cannot be read a value is sought.
const mostImplied = 3

// implied says which values of the cells that cannot be read the stated average
// leaves: "the stated average +0.13 fits 0". Where it leaves none, or all, it
// says so.
func implied(p *rule.Pass, a *model.Assessment) []string {
	t := reckon.TallyScores(a.Scores, p.Vocabulary)
	if a.Average == nil || t.Illegible == 0 || t.Illegible > mostImplied {
		return nil
	}
	f := tallies.StatedMean(p, *a.Average)
	if f == (reckon.Figure{}) {
		return nil
	}
	ways := conventions.Ways(p)
	for i, w := range ways {
		fit, tried := readings(w, f, t)
		switch {
		case len(fit) == 0 && i+1 < len(ways):
			continue // made in another way
		case len(fit) == 0:
			return []string{fmt.Sprintf("the stated average %s fits no value of the cell", f.Text())}
		case len(fit) == tried:
			return []string{fmt.Sprintf("the stated average %s fits every value of the cell", f.Text())}
		}
		return []string{fmt.Sprintf("the stated average %s fits %s", f.Text(), reckon.Listing(fit, 4, "or")) + w.Text}
	}
	return nil
}

// readings are the readings of the cells that cannot be read from which a figure
// follows, each with its arithmetic, and how many there are.
func readings(w conventions.Way, f reckon.Figure, t reckon.Tally) (fit []string, tried int) {
	for m := t.Illegible; m >= 0; m-- {
		for sum := m; sum >= -m; sum-- {
			n := len(t.Scores) + m
			if n == 0 {
				continue
			}
			tried++
			blank := t.Blank + t.Illegible - m
			if !w.Gives(f, t.Sum()+sum, n, blank) {
				continue
			}
			arithmetic := reckon.Fraction(t.Sum()+sum, w.Of(n, blank))
			switch {
			case m == 0:
				fit = append(fit, fmt.Sprintf("not assessed (%s)", arithmetic))
			case t.Illegible == 1:
				fit = append(fit, fmt.Sprintf("%s (%s)", reckon.SignedScore(sum), arithmetic))
			default:
				fit = append(fit, fmt.Sprintf("%s with the sum %s (%s)", reckon.Plural(m, "score"), reckon.SignedScore(sum), arithmetic))
			}
		}
	}
	return fit, tried
}

// illegibleAverage reports an average that has words and no figure. name and f
// say whose it is.
func illegibleAverage(p *rule.Pass, name string, a *model.Average, f rule.Finding) {
	if a == nil {
		return
	}
	p.Checked(1)
	if a.Value != nil || a.Percent != nil || isDash(strings.TrimSpace(a.Text)) || p.Vocabulary.NotApplicable(a.Text) {
		return
	}
	f.Stated = a.Text
	f.Quote = a.Text
	if len(a.At) > 0 {
		f.At = a.At
	}
	f.Message = fmt.Sprintf("%s reads “%s”, which cannot be read as one figure; it is compared with nothing.", name, a.Text) + unseen(a.Text)
	p.Found(f)
}

// unseen names what is in a cell and is not seen on a screen.
func unseen(text string) string {
	if strings.ContainsRune(text, '\u00ad') {
		return " There is a soft hyphen (U+00AD) in it, which most programs do not show: it may have been a minus."
	}
	return ""
}

func illegibleMatrix(p *rule.Pass, m *model.Matrix) {
	for i := range m.ColumnAverages {
		c := &m.ColumnAverages[i]
		name := "a column"
		if c.Member != "" {
			name = p.Vocabulary.MemberName(c.Member)
		}
		illegibleAverage(p, fmt.Sprintf("The average of %s in %s", name, tallies.MatrixTitle(m)),
			&model.Average{Text: c.Text, Value: c.Value, Percent: c.Percent, At: c.At}, rule.Finding{Member: c.Member, At: m.At})
	}
	illegibleAverage(p, "The overall average of "+tallies.MatrixTitle(m), m.Overall, rule.Finding{At: m.At})
	dashes := dashesOf(p, m)
	for i := range m.Rows {
		r := &m.Rows[i]
		illegibleAverage(p, fmt.Sprintf("The average of %s in %s", tallies.RowLabel(r, i), tallies.MatrixTitle(m)), r.Average, matrix.RowFinding(m, r))
		for col := range r.Scores {
			p.Checked(1)
			text := rule.CellText(r, col)
			if reckon.ReadCell(r.Scores[col], text, p.Vocabulary) != reckon.CellIllegible || isDash(text) && (dashes[text] && !isValue(p, m, i) || unscoredInChapter(p, r, tallies.MemberAt(m, col))) {
				continue
			}
			f := matrix.RowFinding(m, r)
			f.Member = tallies.MemberAt(m, col)
			f.Stated = text
			f.Quote = matrix.RowText(m, r)
			f.Message = fmt.Sprintf("The cell of %s for %s in %s reads “%s”, which is neither a score nor a note that the member was not assessed.",
				tallies.ColumnLabel(m, col, p.Vocabulary), tallies.RowLabel(r, i), tallies.MatrixTitle(m), text)
			p.Found(f)
		}
	}
}

// averageFits reports whether an average holds for the scores that can be
// read.
func averageFits(a model.Average, t reckon.Tally) bool {
	m, ok := t.Mean()
	return ok && (a.Value != nil || a.Percent != nil) && reckon.Figure{Value: a.Value, Percent: a.Percent}.Fits(m)
}

// isDash reports whether a cell is a dash alone, which a printed table may
// use for 'not assessed'.
func isDash(text string) bool {
	switch text {
	case "-", "\u2212", "\u2013", "\u2014":
		return true
	}
	return false
}
