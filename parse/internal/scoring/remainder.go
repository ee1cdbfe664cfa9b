package scoring

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
)

// takeRemainders reads a row without a label below the averages as the ends of
// averages that did not fit into their cells ("+0.2" over "5"). It must be
// figures alone, and complete some of the averages to the places that the
// others have. An average whose end cannot be put to it is not known.
func (r *Reader) takeRemainders(m *model.Matrix, cells []*sheet.Cell, texts []string) bool {
	places := 0
	for _, c := range m.ColumnAverages {
		if c.Value != nil {
			places = max(places, c.Value.Places)
		}
	}
	if places == 0 { // all of them are broken
		for i, s := range texts {
			if s == "" || i >= len(m.ColumnAverages) {
				continue
			}
			if avg, ok := r.Average(m.ColumnAverages[i].Text + s); ok && avg.Value != nil {
				places = max(places, avg.Value.Places)
			}
		}
	}
	whole := make([]*model.Average, len(texts))
	completed := 0
	for i, s := range texts {
		if s == "" {
			continue
		}
		if i >= len(m.ColumnAverages) || strings.Trim(s, restMarks) != "" {
			return false
		}
		c := m.ColumnAverages[i]
		if avg, ok := r.Average(c.Text + s); ok && c.Text != "" && avg.Value != nil && avg.Value.Places == places && c.Value != nil && c.Value.Places < places {
			whole[i] = &avg
			completed++
		}
	}
	if completed == 0 {
		return false
	}
	for i, s := range texts {
		if s == "" {
			continue
		}
		c := &m.ColumnAverages[i]
		c.Value, c.Percent = nil, nil
		if whole[i] != nil {
			c.Value, c.Percent = whole[i].Value, whole[i].Percent
		}
		c.Text += s
		c.At = c.At.Join(cells[i].Text.At)
	}
	return true
}

// restMarks are what the end of a figure consists of.
const restMarks = "0123456789., "

// onlyDigits reports whether cells hold nothing but the ends of figures.
func onlyDigits(cs []*sheet.Cell) bool {
	return strings.Trim(joinTexts(cs), restMarks) == ""
}
