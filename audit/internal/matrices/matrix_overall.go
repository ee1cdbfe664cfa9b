package matrices

import (
	"fmt"
	"math/big"

	"recount.invalid/recount/audit/internal/conventions"
	"recount.invalid/recount/audit/internal/matrix"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/summaries"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

var _ = rule.Register(rule.Rule{
	ID:       "matrix-overall",
	Severity: rule.Error,
	Title:    "the overall average of a summary table is not that of its scores",
	Checks:   "The overall average and percentage of a summary table against the mean of all scores, the mean of the rows' averages and the mean of the columns' averages, each from exact and from printed figures, and a percentage also against the mean of the printed percentages. Any one of them suffices.",
	Why:      "It is the headline of the report.",
	Example:  "With an n/a cell the mean of all scores is 7/17 = +0.411…, that of the rows +0.388… and that of the columns +0.416…: +0.45 is a finding. Near misses: +0.41, +0.39 and +0.42, each of which holds by one of them.",
	Convention: "The reports do not say which mean they print, so each of the usual ones is accepted; rounding as for average-stated. " +
		"Where one wrong cell explains the figure it is reported there. " +
		"Averages in the summary rows of a published table are tried with every way that mean-convention names; a cell that cannot be read is tried as −1, 0, +1 and no score, and what no reading gives is a finding.",
	Since: "0.1.0",
	Run: func(p *rule.Pass) {
		scale := tallies.PercentScale(p)
		for i := range p.Report.Matrices {
			matrixOverall(p, &p.Report.Matrices[i], scale)
		}
		v := summaries.Rows.Of(p)
		summaries.Figures(p, v.Totals, v.OfTotals)
	},
})

func matrixOverall(p *rule.Pass, m *model.Matrix, scale bool) {
	if m.Overall == nil || m.Overall.Value == nil && m.Overall.Percent == nil {
		return
	}
	o := *m.Overall
	o.Value = tallies.AsMean(p, o.Value, o.Text)
	all := reckon.Tally{Noun: "score"}
	ragged := false
	for i := range m.Rows {
		t := tallies.OfRow(m, i, p.Vocabulary)
		ragged = ragged || len(m.Rows[i].Scores) != len(m.Members)
		all.Illegible += t.Illegible
		all.Blank += t.Blank
		all.Scores = append(all.Scores, t.Scores...)
	}
	mean, ok := all.Mean()
	if !ok {
		p.Undecided(1, "no scores were found")
		return
	}
	wrong := matrix.OverallWrong(m, &o, p.Vocabulary)
	if wrong == (reckon.Figure{}) {
		p.Checked(1)
		return
	}
	v := matrix.Of(p, m)
	switch {
	case ragged:
		p.Undecided(1, matrix.RaggedReason)
		return
	case p.DoubtsMatrix(m):
		p.Undecided(1, rule.MatrixInDoubt)
		return
	case rule.WarnedAt(p.Report, m.At):
		p.Undecided(1, rule.TableInDoubt)
		return
	case all.Illegible > 0:
		p.Undecided(1, "a score cannot be read")
		return
	case anyOffScale(all):
		p.Undecided(1, "a score is outside the scale")
		return
	case v.ColSlip.By != 0 && p.Selected("matrix-column-average"):
		p.Undecided(1, "the row of averages is shifted (matrix-column-average)")
		return
	case v.LeftOut != "":
		p.Undecided(1, conventions.LeftOutReason(v.LeftOut))
		return
	case len(tallies.ChaptersWithoutRow(p.Report)) > 0:
		p.Undecided(1, matrix.RowsMissing)
		return
	case v.UnlikeRows || v.UnlikeCols:
		p.Undecided(1, "most averages of the table do not follow from the scores: they may be averages of something else")
		return
	case len(v.Cells) > 0 && matrix.OverallWrong(v.Corrected(), &o, p.Vocabulary) == (reckon.Figure{}):
		p.Undecided(1, "one cell explains this average and others (matrix-row-average, matrix-chapter)")
		return
	case o.Value == nil && !scale && reckon.IsTimesHundred(*o.Percent, mean, nil):
		p.Undecided(1, "the percentage is the mean times 100, as some reports print it, and nothing else in the report shows which scale it uses")
		return
	}
	p.Checked(1)
	f := rule.Finding{Stated: reckon.StatedText(o), At: o.At}
	f.Quote = f.Stated
	if len(f.At) == 0 {
		f.At = m.At
	}
	means := matrix.OverallMeans(m, p.Vocabulary)
	f.Computed = fmt.Sprintf("all scores %s", reckon.Fraction(all.Sum(), len(all.Scores)))
	for _, c := range means[1:] {
		f.Computed += fmt.Sprintf("; %s %s", c.Label, reckon.Exact(c.Mean))
	}
	f.Computed += fmt.Sprintf("; on the 0–100 scale %s%%", reckon.Unsigned(reckon.Percent(mean)))
	f.Explanations = explainOverall(m, wrong, mean, p.Vocabulary)
	f.Message = fmt.Sprintf("The overall average of %s is stated as %s; the mean of all %s is %s (%s%%), and neither the rows' nor the columns' averages give the stated figure.",
		tallies.MatrixTitle(m), f.Stated, reckon.Plural(len(all.Scores), "score"), reckon.Exact(mean), reckon.Unsigned(reckon.Percent(mean)))
	p.Found(f)
}

func anyOffScale(t reckon.Tally) bool {
	for _, s := range t.Scores {
		if !reckon.OnScale(s.Score) {
			return true
		}
	}
	return false
}

// mostLeftOut is how many rows or columns may explain an overall average when
// left out; where more do, none is an explanation.
const mostLeftOut = 2

// explainOverall searches for a sign, digits that were cut off, and one row
// or one column that was left out.
func explainOverall(m *model.Matrix, f reckon.Figure, mean *big.Rat, words *vocabulary.Vocabulary) []string {
	var out []string
	if f.Value != nil && mean.Sign() != 0 && reckon.Holds(*f.Value, new(big.Rat).Neg(mean)) {
		out = append(out, "the sign lost or added: "+reckon.Exact(mean))
	}
	if f.Value != nil && reckon.IsCutOff(*f.Value, mean) {
		out = append(out, "cut off instead of rounded: "+reckon.Exact(mean))
	}
	if f.Percent != nil && reckon.IsCutOff(*f.Percent, reckon.Percent(mean)) {
		out = append(out, "cut off instead of rounded: "+reckon.Unsigned(reckon.Percent(mean))+"%")
	}
	if len(m.Rows)*len(m.Members) > matrix.MostPairs {
		return out
	}
	var left []string
	for i := range m.Rows {
		c := *m
		c.Rows = append(append([]model.MatrixRow(nil), m.Rows[:i]...), m.Rows[i+1:]...)
		left = append(left, without(&c, f, tallies.RowLabel(&m.Rows[i], i), words)...)
	}
	for col := range m.Members {
		c := *m
		c.Rows = nil
		for _, r := range m.Rows {
			if col < len(r.Scores) {
				r.Scores = append([]*int(nil), r.Scores...)
				r.Scores[col] = nil
				r.Cells = nil
			}
			c.Rows = append(c.Rows, r)
		}
		left = append(left, without(&c, f, tallies.ColumnLabel(m, col, words), words)...)
	}
	// In a large table many a row or column would do by chance.
	if len(left) > mostLeftOut {
		return out
	}
	return append(out, left...)
}

// without tells whether the mean of all scores of the reduced matrix gives
// the figure.
func without(m *model.Matrix, f reckon.Figure, label string, words *vocabulary.Vocabulary) []string {
	means := matrix.OverallMeans(m, words)
	if len(means) == 0 || !f.Fits(means[0].Mean) {
		return nil
	}
	return []string{fmt.Sprintf("without %s: %s", label, reckon.Exact(means[0].Mean))}
}
