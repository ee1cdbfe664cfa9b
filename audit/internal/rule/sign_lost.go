package rule

import (
	"math/big"
	"strings"

	"recount.invalid/recount/model"
)

// A file can lose every minus on the way to the reader: the font has no name
// for the glyph, or a program wrote the letters again without it. Nothing in
// the text says so, but −1 is then read as 1 everywhere, and a report in which
// no figure is negative and some plainly should be accuses nobody.

// signLost is the reason for leaving such findings undecided.
const signLost = "no minus was found in any figure of the report, and some should have one: the file may have lost the sign"

// fewestSigns is how many figures must miss the sign: one may be a slip of the
// report.
const fewestSigns = 2

// signs counts how the figures of the tables are written.
type signs struct {
	plus, minus, bare int
	// misfits are figures that would fit their surroundings with a minus: a
	// score of +1 in the column for no compliance, a positive mean with a
	// percentage below 50.
	misfits int
}

func (s *signs) cell(score *int, text string) {
	t := strings.TrimSpace(text)
	switch {
	case score != nil && *score < 0:
		s.minus++
	case score == nil || *score == 0:
	case strings.HasPrefix(t, "+"):
		s.plus++
	case t == "1":
		s.bare++
	}
}

func (s *signs) average(value, percent *model.Decimal) {
	if value == nil {
		return
	}
	switch value.Rat().Sign() {
	case -1:
		s.minus++
	case 1:
		if percent != nil && percent.Rat().Cmp(big.NewRat(50, 1)) < 0 {
			s.misfits++
		}
	}
}

// signsLost reports whether the file seems to have lost the minus.
func signsLost(r *model.Report) bool {
	var s signs
	for i := range r.Commitments {
		c := &r.Commitments[i]
		if c.Row > 0 || c.Assessment == nil {
			continue
		}
		for _, k := range c.Assessment.Scores {
			s.cell(k.Score, k.Text)
			if k.Column == "none" && k.Score != nil && *k.Score > 0 {
				s.misfits++
			}
		}
		if a := c.Assessment.Average; a != nil {
			s.average(a.Value, a.Percent)
		}
	}
	for i := range r.Matrices {
		m := &r.Matrices[i]
		for k := range m.Rows {
			for col := range m.Rows[k].Scores {
				s.cell(m.Rows[k].Scores[col], CellText(&m.Rows[k], col))
			}
			if a := m.Rows[k].Average; a != nil {
				s.average(a.Value, a.Percent)
			}
		}
		for _, a := range m.ColumnAverages {
			s.average(a.Value, a.Percent)
		}
	}
	return s.minus == 0 && (s.plus > 0 && s.bare >= fewestSigns || s.misfits >= fewestSigns)
}
