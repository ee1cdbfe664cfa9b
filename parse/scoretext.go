package parse

import (
	"recount/model"
	"recount/vocabulary"
)

// parseScore reads a cell that holds a score and nothing else. na: the cell
// says that there is none.
func parseScore(v *vocabulary.Vocabulary, cell string) (score int, ok, na bool) {
	return 0, false, false
}

// headingScore reads a member's heading, 'Canada: +1'; score is nil where the
// heading gives none that can be read ('Canada: N/A', 'Canada:').
func headingScore(v *vocabulary.Vocabulary, text string) (name string, score *int, ok bool) {
	return "", nil, false
}

// concludingScore reads the sentence that ends a verdict.
func concludingScore(v *vocabulary.Vocabulary, text string) (member string, score *int, ok bool) {
	return "", nil, false
}

// complianceWords reads what the words of an opening or closing say of
// compliance: full, partial or none.
func complianceWords(v *vocabulary.Vocabulary, text string) (compliance string, ok bool) {
	return "", false
}

// parseAverage reads a cell that holds an average, a percentage or both.
func parseAverage(v *vocabulary.Vocabulary, text string) (model.Average, bool) {
	return model.Average{}, false
}
