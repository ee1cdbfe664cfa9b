package scores

import (
	"fmt"
	"math/big"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// chooseAverage takes of several columns that may hold the average of a row the
// one that the scores of most rows give: an average of the interim report beside
// that of the final one, one of some of the members beside that of all. Where that
// is not nearly everywhere, a warning says that it is not certain.
func (c *columns) chooseAverage(records []record, semicolons bool, words *vocabulary.Vocabulary) []model.Warning {
	if len(c.averages) < 2 {
		return nil
	}
	best, most, lines := c.averages[0], -1, 0
	for _, column := range c.averages {
		c.average = column
		decimalComma := semicolons || c.dividesByComma(records)
		f := form{decimalComma: decimalComma, percents: c.averagesArePercents(records, decimalComma), meanings: c.meanings}
		t := c.newTrial(records, c.readAverages(records, f), f, words)
		if t.holding > most {
			best, most, lines = column, t.holding, len(t.lines)
		}
	}
	c.average = best
	if nearlyEverywhere(most, lines) {
		return nil
	}
	names := make([]string, len(c.averages))
	for i, column := range c.averages {
		names[i] = c.columnName(column)
	}
	return []model.Warning{{Kind: KindColumnDoubt, Text: fmt.Sprintf(
		"which of %s is the average of the scores beside them is not certain", list(names))}}
}

// one is the highest score.
var one = big.NewRat(1, 1)

// scoreAverages takes a column 'Score' beside those of the members for the averages,
// where no head names these: its cells are means, and not all of them whole.
func (c *columns) scoreAverages(records []record, semicolons bool, words *vocabulary.Vocabulary) {
	if c.average >= 0 && !c.onlyPercents {
		return
	}
	for i, h := range c.heads {
		if c.members[i] != "" || c.unknown[i] || i == c.average || !words.HasHead(h, vocabulary.HeadScore) {
			continue
		}
		means, others := 0, 0
		for _, r := range records {
			switch v, places, ok := readNumber(r.cells[i], semicolons); {
			case ok && new(big.Rat).Abs(v).Cmp(one) > 0, !ok && !isMissing(r.cells[i]):
				others++
			case ok && places > 0:
				means++
			}
		}
		if means > 0 && others == 0 {
			if c.onlyPercents {
				c.percent, c.onlyPercents = c.average, false
			}
			c.average = i
			return
		}
	}
}
