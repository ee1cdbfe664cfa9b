package audit

import (
	"fmt"

	"recount/model"
)

var _ = register(Rule{
	ID:         "score-illegible",
	Severity:   Warning,
	Title:      "a cell of a table of scores that cannot be read",
	Checks:     "Every cell without a score, in chapters' tables, summary tables and CSVs of published scores: is it blank, does it say that the member was not assessed, or does something else stand there?",
	Why:        "A sign without its digit is half a score. Leaving it out changes the average; guessing it invents data.",
	Example:    "'-' or '+' alone, or '1?': findings. A blank cell and 'n/a' are not.",
	Convention: "In a printed table a dash may stand for 'not assessed': it is taken for that where the average of its row holds without it. The row's average is otherwise undecided.",
	Since:      "0.1.0",
	Run: func(p *Pass) {
		for i := range p.Report.Commitments {
			p.illegibleChapter(&p.Report.Commitments[i])
		}
		for i := range p.Report.Matrices {
			p.illegibleMatrix(&p.Report.Matrices[i])
		}
	},
})

func (p *Pass) illegibleChapter(c *model.Commitment) {
	if c.Assessment == nil {
		return
	}
	a := c.Assessment
	dashIsNone := c.Row == 0 && a.Average != nil && averageFits(*a.Average, tallyScores(a.Scores, p.Vocabulary))
	for _, s := range a.Scores {
		p.Checked(1)
		if readCell(s.Score, s.Text, p.Vocabulary) != cellIllegible {
			continue
		}
		if dashIsNone && isDash(s.Text) {
			continue
		}
		f := about(c)
		f.Member = s.Member
		f.Stated = s.Text
		f.Quote = quoteScore(s)
		f.At = s.At
		if len(f.At) == 0 {
			f.At = a.At
		}
		f.Message = fmt.Sprintf("The score of %s reads “%s”, which is neither a score nor a note that the member was not assessed.",
			memberLabel(s.Member, s.Name, p.Vocabulary), s.Text)
		p.Found(f)
	}
}

func (p *Pass) illegibleMatrix(m *model.Matrix) {
	for i := range m.Rows {
		r := &m.Rows[i]
		dashIsNone := r.Average != nil && averageFits(*r.Average, tallyRow(m, i, p.Vocabulary))
		for col := range r.Scores {
			p.Checked(1)
			text := cellText(r, col)
			if readCell(r.Scores[col], text, p.Vocabulary) != cellIllegible || dashIsNone && isDash(text) {
				continue
			}
			f := rowFinding(m, r)
			f.Member = memberAt(m, col)
			f.Stated = text
			f.Quote = rowText(m, r)
			f.Message = fmt.Sprintf("The cell of %s for %s in %s reads “%s”, which is neither a score nor a note that the member was not assessed.",
				columnLabel(m, col, p.Vocabulary), rowLabel(r, i), matrixTitle(m), text)
			p.Found(f)
		}
	}
}

// averageFits reports whether an average holds for the scores that can be
// read.
func averageFits(a model.Average, t tally) bool {
	m, ok := t.mean()
	return ok && (a.Value != nil || a.Percent != nil) && figure{value: a.Value, percent: a.Percent}.fits(m)
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
