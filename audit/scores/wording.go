package scores

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// Some write scores in the words of the reports ("Full compliance", "partial",
// "none"), and some as percentages of the scale from 0 to 100, or from −100. They are
// read only where every cell of the table is so written.

// KindWording is the kind of the warning that says how scores are written that are
// no numbers.
const KindWording = "score-wording"

// fewestWorded is how many cells a table so written has.
const fewestWorded = 6

// mostWorded bounds the different cells of such a table.
const mostWorded = 12

// bareLevels are the levels without the word for compliance, which say something
// beside each other only.
var bareLevels = map[string]int{
	"full": 1, "fully": 1, "complete": 1, "partial": 0, "partially": 0, "part": 0, "partly": 0,
	"none": -1, "no": -1, "lack": -1, "not": -1,
}

// levels are the scores of the level names of the reports' columns.
var levels = map[string]int{vocabulary.ColumnFull: 1, vocabulary.ColumnPartial: 0, vocabulary.ColumnNone: -1}

// meanings gives the score of every cell text of a table whose scores are no
// numbers; nil where they are, or where what is meant is not certain. cells are the
// cells of members.
func meanings(cells [][]string, words *vocabulary.Vocabulary) (of map[string]int, warning *model.Warning) {
	texts, filled := map[string]bool{}, 0
	for _, row := range cells {
		for _, cell := range row {
			text := meaningKey(cell)
			if _, level := bareLevels[text]; text == "" || !level && (isMissing(cell) || unassessed(seen(cell), words)) {
				continue
			}
			filled++
			if texts[text] = true; len(texts) > mostWorded {
				return nil, nil
			}
		}
	}
	if filled < fewestWorded {
		return nil, nil
	}
	for _, read := range []func(map[string]bool, *vocabulary.Vocabulary) map[string]int{wordLevels, percentLevels} {
		of = read(texts, words)
		if of == nil {
			continue
		}
		var said []string
		for text, score := range of {
			said = append(said, fmt.Sprintf("“%s” as %+d", text, score))
		}
		slices.Sort(said)
		return of, &model.Warning{Kind: KindWording, Text: "the scores of the table are no numbers: they are read so: " + strings.Join(said, ", ")}
	}
	return nil, nil
}

// meaningKey is a cell as it is compared with others.
func meaningKey(cell string) string {
	return strings.Join(strings.Fields(strings.ToLower(asciiNumber(script.CutNoteMarks(seen(cell))))), " ")
}

// wordLevels reads cells that are words for levels, of which there are two at least.
func wordLevels(texts map[string]bool, words *vocabulary.Vocabulary) map[string]int {
	of, different := map[string]int{}, map[int]bool{}
	for text := range texts {
		score, ok := bareLevels[text]
		if kind, named := words.Column(text); !ok && named {
			score, ok = levels[kind]
		}
		if !ok {
			return nil
		}
		of[text], different[score] = score, true
	}
	if len(different) < 2 {
		return nil
	}
	return of
}

// percentLevels reads cells that are all percentages of one scale. Cells of 0% and
// 100% alone do not tell which.
func percentLevels(texts map[string]bool, _ *vocabulary.Vocabulary) map[string]int {
	half := map[string]int{"100%": 1, "50%": 0, "0%": -1}
	full := map[string]int{"100%": 1, "+100%": 1, "0%": 0, "-100%": -1}
	scale := full
	if texts["50%"] || texts["50 %"] {
		scale = half
	} else if !texts["-100%"] && !texts["-100 %"] {
		return nil
	}
	of := map[string]int{}
	for text := range texts {
		number, isPercent := strings.CutSuffix(text, "%")
		number = strings.TrimSpace(number)
		if whole, zeros, found := strings.Cut(number, "."); found && strings.Trim(zeros, "0") == "" {
			number = whole
		}
		score, ok := scale[number+"%"]
		if !ok || !isPercent {
			return nil
		}
		of[text] = score
	}
	return of
}

// memberCells are the cells of a table's members.
func (c *columns) memberCells(records []record, words *vocabulary.Vocabulary) [][]string {
	var out [][]string
	for _, r := range records {
		var row []string
		for i, cell := range r.cells {
			if c.long() && i == c.score && !isMissing(r.cells[c.member]) && !words.AverageLabel(strings.TrimRight(seen(r.cells[c.member]), ":")) || !c.long() && c.members[i] != "" {
				row = append(row, cell)
			}
		}
		out = append(out, row)
	}
	return out
}

// findMeanings finds how the table writes its scores, and says so where they are no
// numbers.
func (c *columns) findMeanings(report *model.Report, records []record, words *vocabulary.Vocabulary) {
	of, warning := meanings(c.memberCells(records, words), words)
	if c.meanings = of; warning != nil {
		report.Warnings = append(report.Warnings, *warning)
	}
}

// score reads a score as the table writes it.
func (f form) score(cell string) (score *int, text string) {
	if s, ok := f.meanings[meaningKey(cell)]; ok {
		return &s, cell
	}
	return readScore(cell, f.decimalComma)
}
