package parse

import (
	"recount/model"
	"recount/vocabulary"
)

// findAmounts gives the sums of money that text names, in order.
func findAmounts(v *vocabulary.Vocabulary, text string) []model.Amount { return nil }
