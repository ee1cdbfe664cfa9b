package action

import "recount.invalid/recount/vocabulary"

var testVocab = vocabulary.Default()
