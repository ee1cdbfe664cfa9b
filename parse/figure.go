package parse

import (
	"recount/model"
	"recount/vocabulary"
)

// span is a stretch of a text in code points, End exclusive.
type span struct{ Start, End int }

// sentences cuts a paragraph into its sentences.
func sentences(text string) []span { return nil }

// findFigures gives the scores and percentages of compliance that text states.
func findFigures(v *vocabulary.Vocabulary, text string) []model.Figure { return nil }
