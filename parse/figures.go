package parse

import (
	"math"
	"slices"

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
	told := figure.Told{Known: knownIn(r.percentages())}
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

// percentages gives, sorted and each once, the percentages that a report's averages come
// to: as its tables print them, and of each mean on either scale, from 0 to 100 and from
// −100 to 100. They are collected once, or a report of many tables would be gone through
// for every percentage of its text.
func (r *reading) percentages() []float64 {
	var known []float64
	add := func(value, share *model.Decimal) {
		if share != nil {
			known = append(known, share.Float())
		}
		if value != nil {
			v := value.Float()
			known = append(known, 100*v, 50*v+50)
		}
	}
	average := func(a *model.Average) {
		if a != nil {
			add(a.Value, a.Percent)
		}
	}
	for i := range r.Rep.Matrices {
		m := &r.Rep.Matrices[i]
		for k := range m.Rows {
			average(m.Rows[k].Average)
		}
		for k := range m.ColumnAverages {
			add(m.ColumnAverages[k].Value, m.ColumnAverages[k].Percent)
		}
		average(m.Overall)
	}
	for i := range r.Rep.Rankings {
		for _, e := range r.Rep.Rankings[i].Entries {
			add(e.Value, e.Percent)
		}
	}
	for i := range r.Rep.Commitments {
		if a := r.Rep.Commitments[i].Assessment; a != nil {
			average(a.Average)
		}
	}
	slices.Sort(known)
	return slices.Compact(known)
}

// knownIn gives what tells whether a printed percentage is one of sorted ones, to its last
// place.
func knownIn(known []float64) func(percent *model.Decimal) bool {
	return func(percent *model.Decimal) bool {
		if percent == nil {
			return false
		}
		p, off := percent.Float(), 0.6*math.Pow10(-percent.Places)
		i, _ := slices.BinarySearch(known, p-off)
		return i < len(known) && known[i] <= p+off
	}
}
