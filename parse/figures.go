package parse

import (
	"math"

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
	// A summary goes on under its next heading.
	told := figure.Told{Known: r.percentKnown}
	for _, s := range r.Rep.Sections {
		for _, t := range s.Paragraphs {
			fs := figure.FindMoreFigures(r.Vocab, t.Text, told)
			keep(fs, t, 0)
			for _, f := range fs {
				told.Figures, told.Percents = true, told.Percents || f.Percent != nil
			}
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

// percentKnown reports whether a percentage is one of the report's averages, as its
// tables print it or on either scale, from 0 to 100 or from −100 to 100.
func (r *reading) percentKnown(percent *model.Decimal) bool {
	if percent == nil {
		return false
	}
	off := func(x float64) bool { return math.Abs(percent.Float()-x) > 0.6*math.Pow10(-percent.Places) }
	is := func(value, share *model.Decimal) bool {
		if share != nil && !off(share.Float()) {
			return true
		}
		return value != nil && (!off(100*value.Float()) || !off(50*value.Float()+50))
	}
	average := func(a *model.Average) bool { return a != nil && is(a.Value, a.Percent) }
	for i := range r.Rep.Matrices {
		m := &r.Rep.Matrices[i]
		for k := range m.Rows {
			if average(m.Rows[k].Average) {
				return true
			}
		}
		for k := range m.ColumnAverages {
			if is(m.ColumnAverages[k].Value, m.ColumnAverages[k].Percent) {
				return true
			}
		}
		if average(m.Overall) {
			return true
		}
	}
	for i := range r.Rep.Rankings {
		for _, e := range r.Rep.Rankings[i].Entries {
			if is(e.Value, e.Percent) {
				return true
			}
		}
	}
	for i := range r.Rep.Commitments {
		if a := r.Rep.Commitments[i].Assessment; a != nil && average(a.Average) {
			return true
		}
	}
	return false
}
