package date

import "recount.invalid/recount/vocabulary"

var testVocab = vocabulary.Default()
