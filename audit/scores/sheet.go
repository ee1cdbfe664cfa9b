package scores

import (
	"fmt"
	"io"
	"math/big"
	"slices"

	"recount.invalid/recount/internal/workbook"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// sheetRows are the rows of a sheet as the records of a table.
type sheetRows struct {
	rest  [][]string
	shown int
}

// Read gives the next row.
func (s *sheetRows) Read() ([]string, error) {
	if len(s.rest) == 0 {
		return nil, io.EOF
	}
	row := s.rest[0]
	s.rest = s.rest[1:]
	s.shown++
	return row, nil
}

// Shown is the number of the row, from the sheet's first.
func (s *sheetRows) Shown() int { return s.shown }

// KindSheet is the kind of the warning on a sheet that is passed over beside others with
// scores.
const KindSheet = "sheet"

// readWorkbook reads the sheet of the name, or every one with scores of those that are
// shown. Of several, those whose cells under the members are figures and no scores are a
// summary of the others.
func readWorkbook(report model.Report, data []byte, sheet string, words *vocabulary.Vocabulary) ([]*model.Report, error) {
	book, err := workbook.Open(data)
	if err != nil {
		return nil, err
	}
	sheets := book.Sheets()
	if sheet != "" {
		sheets = []string{sheet}
	}
	var found, between, summaries []*model.Report
	figures := map[string][][]string{}
	for _, name := range sheets {
		table, err := book.Rows(name)
		if err != nil {
			return nil, err
		}
		tried := report
		tried.Source.Sheet = name
		if staged := readStages(tried, func() rows { return &sheetRows{rest: table} }, false, words); staged != nil {
			found = append(found, staged...)
			continue
		}
		tried.Source.Sheet = ""
		ok, err := readTable(&tried, func() rows { return &sheetRows{rest: table} }, false, words)
		if err != nil {
			return nil, err
		}
		if !ok {
			figures[name] = table
			continue
		}
		tried.Source.Sheet = name
		switch {
		case !mostlyScores(&tried):
			summaries = append(summaries, &tried)
		case betweenScores(&tried):
			between = append(between, &tried)
		default:
			keepPrinted(&tried, &sheetRows{rest: table})
			found = append(found, &tried)
		}
	}
	if len(found) == 0 {
		found, between = between, nil
	}
	summaries = append(summaries, between...)
	if len(found) == 0 {
		found, summaries = slices.DeleteFunc(summaries, onlyFigures), nil
	}
	var named []string
	for _, f := range found {
		named = append(named, f.Source.Sheet)
	}
	switch {
	case len(found) == 0 && len(sheets) > 1:
		return nil, fmt.Errorf("%w; its sheets are %s", ErrNotScores, workbook.Names(sheets))
	case len(found) == 0:
		return nil, ErrNotScores
	case len(found) == 1:
		found[0].Source.Sheet = ""
	}
	for _, name := range sheets {
		shareColumns(figures[name], found, named, words)
	}
	for _, s := range summaries {
		text := fmt.Sprintf("the sheet “%s” has figures under the members and no scores", s.Source.Sheet)
		if n := shareSummary(s, found, named, words); n > 0 {
			text += fmt.Sprintf(": %d of its %d rows name other sheets and are held against these", n, len(s.Commitments))
		} else {
			text += ": it is not read beside the others"
		}
		found[0].Warnings = append(found[0].Warnings, model.Warning{Kind: KindSheet, Text: text})
	}
	return found, nil
}

// mostlyScores reports whether most filled cells under the members of a table are scores.
func mostlyScores(r *model.Report) bool {
	scored, others := 0, 0
	for i := range r.Commitments {
		for _, s := range r.Commitments[i].Assessment.Scores {
			switch {
			case s.Score != nil && -1 <= *s.Score && *s.Score <= 1:
				scored++
			case s.Text != "":
				others++
			}
		}
	}
	return scored > 0 && scored >= others
}

const (
	// fewestBetween is how many numbers between the scores a sheet of averages has, and
	// betweenIn of how many cells one is.
	fewestBetween = 2
	betweenIn     = 10
)

// betweenScores reports whether so many cells under the members are numbers between the
// scores that they are averages of few scores, if other sheets have the scores.
func betweenScores(r *model.Report) bool {
	between, cells := 0, 0
	for i := range r.Commitments {
		for _, s := range r.Commitments[i].Assessment.Scores {
			if s.Text == "" {
				continue
			}
			cells++
			if v, _, ok := readNumber(s.Text, false); ok && !v.IsInt() && new(big.Rat).Abs(v).Cmp(one) < 0 {
				between++
			}
		}
	}
	return between >= fewestBetween && betweenIn*between >= cells
}
