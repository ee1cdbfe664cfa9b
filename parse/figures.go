package parse

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/figure"
)

// collectFigures finds the scores and percentages stated in running text.
func (r *reading) collectFigures() error {
	keep := func(fs []model.Figure, t model.Text, commitment int) {
		for _, f := range fs {
			f.At = t.At
			f.Commitment = commitment
			r.Rep.Figures = append(r.Rep.Figures, f)
		}
	}
	add := func(t model.Text, commitment int) {
		keep(figure.FindFigures(r.Vocab, t.Text), t, commitment)
	}
	for _, s := range r.Rep.Sections {
		told := false
		for _, t := range s.Paragraphs {
			fs := figure.FindMoreFigures(r.Vocab, t.Text, told)
			keep(fs, t, 0)
			told = told || len(fs) > 0
		}
	}
	for i := range r.Rep.Commitments {
		c := &r.Rep.Commitments[i]
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
