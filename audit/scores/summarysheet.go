package scores

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// A workbook with a sheet for each summit often has one that sums them up, with a row for
// each: the averages in a row that names another sheet are those of that sheet's scores.

// shareSummary gives the rows of a sheet of averages to the tables whose sheets they name,
// as summaries of these, and says how many there were. named are the names of the sheets.
func shareSummary(summary *model.Report, tables []*model.Report, named []string, words *vocabulary.Vocabulary) (n int) {
	for i := range summary.Commitments {
		c := &summary.Commitments[i]
		at := sheetNamed(c, named)
		if at < 0 {
			continue
		}
		row := c.Row
		if c.SheetRow > 0 {
			row = c.SheetRow
		}
		label := fmt.Sprintf("row %d of the sheet “%s”", row, summary.Source.Sheet)
		if e, ok := words.Edition(label); ok && e.Year > 0 {
			label = fmt.Sprintf("row %d of another sheet", row) // no rows of that year are meant
		}
		s := model.Summary{Label: label, Average: onScale(c.Assessment.Average)}
		for _, score := range c.Assessment.Scores {
			text := score.Text
			if a := onScale(readAverage(text, form{})); a != nil && score.Member != "" {
				s.Averages = append(s.Averages, model.ColumnAverage{Member: score.Member, Text: a.Text, Value: a.Value, Percent: a.Percent})
			}
		}
		if s.Average == nil && len(s.Averages) == 0 {
			continue
		}
		tables[at].Summaries = append(tables[at].Summaries, s)
		n++
	}
	return n
}

// namesSheets reports whether a row of a sheet of averages names another sheet.
func namesSheets(summary *model.Report, named []string) bool {
	return slices.ContainsFunc(summary.Commitments, func(c model.Commitment) bool { return sheetNamed(&c, named) >= 0 })
}

// sheetNamed is the one sheet that a row names, −1 where it names none or several.
func sheetNamed(c *model.Commitment, named []string) int {
	labels := []string{c.ID, c.Text, c.IssueArea}
	for _, v := range c.Columns {
		labels = append(labels, v.Value)
	}
	found := -1
	for _, label := range labels {
		label = strings.ToLower(strings.TrimSpace(label))
		for k, name := range named {
			name = strings.ToLower(strings.TrimSpace(name))
			switch {
			case label == "" || name == "":
			case label == name:
				return k
			case len(label) > 3 && len(name) > 3 && (strings.Contains(label, name) || strings.Contains(name, label)):
				if found >= 0 && found != k {
					return -1
				}
				found = k
			}
		}
	}
	return found
}

// onScale is an average that can be one: a number beyond ±1 is a percentage without its
// sign.
func onScale(a *model.Average) *model.Average {
	if a == nil || a.Value == nil && a.Percent == nil {
		return nil
	}
	if a.Value == nil || new(big.Rat).Abs(a.Value.Rat()).Cmp(big.NewRat(1, 1)) <= 0 {
		return a
	}
	if a.Percent != nil {
		return nil
	}
	return &model.Average{Text: a.Text, Percent: a.Value}
}
