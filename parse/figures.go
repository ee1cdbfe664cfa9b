package parse

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
)

// collectFigures finds the scores and percentages stated in running text.
func (r *reading) collectFigures() error {
	add := func(t model.Text, commitment int) {
		for _, f := range notation.FindFigures(r.vocab, t.Text) {
			f.At = t.At
			f.Commitment = commitment
			r.rep.Figures = append(r.rep.Figures, f)
		}
	}
	for _, s := range r.rep.Sections {
		for _, t := range s.Paragraphs {
			add(t, 0)
		}
	}
	for i := range r.rep.Commitments {
		c := &r.rep.Commitments[i]
		for _, t := range c.Background {
			add(t, c.Number)
		}
		for _, s := range c.Other {
			for _, t := range s.Paragraphs {
				add(t, c.Number)
			}
		}
		for _, v := range c.Verdicts {
			for _, s := range []*model.Statement{v.Opening, v.Closing} {
				if s != nil {
					add(model.Text{Text: s.Text, At: s.At}, c.Number)
				}
			}
		}
	}
	return nil
}
