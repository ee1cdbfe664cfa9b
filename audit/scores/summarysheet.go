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

// shareColumns gives the columns of a sheet of figures, whose rows are members and whose
// heads name other sheets, to the tables of these, as summaries.
func shareColumns(table [][]string, tables []*model.Report, named []string, words *vocabulary.Vocabulary) {
	column, runs := membersDown(table, words)
	if len(runs) != 1 || runs[0].first == 0 || len(tables) < 2 {
		return
	}
	run := runs[0]
	given := map[int]int{}
	for c := column + 1; c < len(table[run.first]); c++ {
		for r := run.first - 1; r >= 0 && run.first-r <= mostTurnedHeads; r-- {
			if c >= len(table[r]) || seen(table[r][c]) == "" {
				continue
			}
			if at := sheetNamed(&model.Commitment{ID: seen(table[r][c])}, named); at >= 0 {
				given[c] = at
			}
			break
		}
	}
	taken := map[int]int{}
	for _, at := range given {
		taken[at]++
	}
	for c := range len(table[run.first]) {
		at, ok := given[c]
		if !ok || taken[at] > 1 {
			continue // an average and a percentage, two stages: which is which is not said
		}
		s := model.Summary{Label: "column " + columnLetters(c) + " of another sheet"}
		for r := run.first; r <= run.last; r++ {
			code, is := memberHead(seen(table[r][column]), words)
			if !is || c >= len(table[r]) {
				continue
			}
			if a := onScale(readAverage(strings.TrimSpace(table[r][c]), form{})); a != nil {
				s.Averages = append(s.Averages, model.ColumnAverage{Member: code, Text: a.Text, Value: a.Value, Percent: a.Percent})
			}
		}
		if len(s.Averages) >= fewestTurned {
			tables[at].Summaries = append(tables[at].Summaries, s)
		}
	}
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
